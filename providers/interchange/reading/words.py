"""Words as publishers really send them: HTML, markdown, odd truths and numbers in quotes. Pure."""

import html
import re
from datetime import date, datetime
from urllib.parse import urlsplit

import nh3

LONGEST_TEXT = 20_000
"""Letters of one field that are kept. A description is read by people; a book in a field is a mistake."""

_BREAKS = re.compile(r"(?i)<\s*(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^>]*>")
_ITEM = re.compile(r"(?i)<\s*li\b[^>]*>")
_TAG = re.compile(r"<[a-zA-Z/!][^>]{0,2000}>")
_LINK = re.compile(r"\[([^\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]*\))*\)")
_BARE_LINK = re.compile(r"\[([^\]\n]{0,300})\]")
_MARKS = re.compile(r"(?m)^\s{0,3}#{1,6}\s*|\*\*|__|(?<=\s)_(?=\w)|(?<=\w)_(?=\s)|^\s*>\s?|`")
_BULLET = re.compile(r"(?m)^\s*[*+•·-]\s+")
_SPACES = re.compile(r"[ \t\u00a0\u200b\ufeff]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ud800-\udfff]")
_YES = frozenset({"yes", "y", "true", "1", "t", "on"})
_NO = frozenset({"no", "n", "false", "0", "f", "off"})
_NOTHING = frozenset({"", "null", "none", "n/a", "na", "nil", "-", "no description available"})
_EXAMPLES = frozenset({"example.com", "www.example.com", "example.org"})
_DAY_FIRST = ("%d/%m/%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y")


def text(value: object) -> str:
    """One line of plain text from whatever came; empty for null and its many spellings."""
    return " ".join(paragraphs(value).split())


def paragraphs(value: object) -> str:
    """Plain text with its paragraphs: tags and markdown taken off, entities written out, control letters gone."""
    if value is None or isinstance(value, dict | list):
        return ""
    said = str(value)[:LONGEST_TEXT]
    if said.strip().casefold() in _NOTHING:
        return ""
    if _TAG.search(said):
        said = _ITEM.sub("\n- ", _BREAKS.sub("\n", said))
        said = nh3.clean(said, tags=set())
    said = html.unescape(html.unescape(said))
    said = _CONTROL.sub("", said.replace("\r\n", "\n").replace("\r", "\n"))
    said = _BARE_LINK.sub(r"\1", _LINK.sub(r"\1", said))
    said = _BULLET.sub("- ", _MARKS.sub("", said))
    lines = [_SPACES.sub(" ", line).strip() for line in said.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def truth(value: object) -> bool | None:
    """Yes, no, or not said, from a Boolean or any usual word for one."""
    if isinstance(value, bool):
        return value
    said = text(value).casefold()
    return True if said in _YES else False if said in _NO else None


def number(value: object) -> float | None:
    """A number, also where it was sent in quotes; None for what is not one, and for infinities."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        found = float(str(value).strip().removeprefix("£").replace(",", ""))
    except ValueError:
        return None
    return found if abs(found) < 1e12 else None


def several(value: object, marks: str = ";") -> tuple[str, ...]:
    """The parts of a cell that holds a list, or of a list; each once, in order."""
    if isinstance(value, list | tuple):
        parts = [text(part) for part in value]
    else:
        parts = [text(part) for part in re.split(f"[{re.escape(marks)}]", str(value or ""))]
    return tuple(dict.fromkeys(part for part in parts if part))


def day(value: object) -> date | None:
    """A date, ISO or the British way round; None for anything else, never a guess."""
    said = text(value)
    if not said:
        return None
    try:
        return datetime.fromisoformat(said.replace("Z", "+00:00")).date()
    except ValueError:
        pass
    for layout in _DAY_FIRST:
        try:
            return datetime.strptime(said, layout).date()  # noqa: DTZ007  (a day, not an instant)
        except ValueError:
            continue
    return None


def web_address(value: object) -> str:
    """A usable http or https address, with https:// put before a bare one; empty for none, and for example.com."""
    said = text(value)
    if not said or " " in said:
        return ""
    if "://" not in said:
        said = f"https://{said}"
    try:
        parts = urlsplit(said)
        host = parts.hostname or ""
    except ValueError:
        return ""
    usable = parts.scheme in {"http", "https"} and "." in host and host not in _EXAMPLES and not parts.username
    return said if usable else ""


def email_address(value: object) -> str:
    """An e-mail address that looks like one; empty otherwise."""
    said = text(value).removeprefix("mailto:")
    return said if re.fullmatch(r"[^@\s,;]{1,64}@[^@\s,;]+\.[a-zA-Z]{2,24}", said) else ""
