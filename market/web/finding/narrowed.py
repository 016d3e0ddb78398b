"""The filters of the results page: read from the address, written into it, and the choices worth showing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from market.search.cards import Card
from market.search.narrowing import DAY_NAMES, PROVIDER_GROUPS, Narrowing, Worker
from market.web.ask import Ask
from providers.listings.kinds import kind_words, support_kinds

_WORKERS: dict[str, Worker] = {"female": "female", "male": "male"}
_MOST_MILES = 100
_MOST_POUNDS = 200
_KINDS_SHOWN = 8
MILES = (1, 3, 5, 10, 20)
POUNDS = (16, 18, 20, 22, 25, 30)


@dataclass(frozen=True)
class Choices:
    """What the form offers, as the form macros take it: pairs of value and words."""

    kinds: tuple[tuple[str, str], ...]
    days: tuple[tuple[str, str], ...]
    workers: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    miles: tuple[tuple[str, str], ...]
    pounds: tuple[tuple[str, str], ...]
    providers: tuple[tuple[str, str], ...]


def read(ask: Ask) -> Narrowing:
    """The choices in the address. What makes no sense is passed over: an address may be old, or typed by hand."""
    days = {int(day) for day in ask.queries("day") if day.isascii() and day.isdigit() and int(day) < len(DAY_NAMES)}
    return Narrowing(
        free=ask.query("free") == "yes",
        kinds=tuple(kind for kind in ask.queries("kind") if kind in support_kinds()),
        days=tuple(sorted(days)),
        worker=_WORKERS.get(ask.query("worker")),
        language=ask.query("language")[:40],
        within_miles=_whole(ask.query("within"), _MOST_MILES),
        most_pounds=_whole(ask.query("upto"), _MOST_POUNDS),
        providers=tuple(group for group in ask.queries("provider") if group in PROVIDER_GROUPS),
    )


def _whole(typed: str, most: int) -> int | None:
    digits = typed.removeprefix("£")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 0
    return number if 0 < number <= most else None


def as_query(narrowing: Narrowing, **more: Any) -> str:
    """The choices as they stand in an address, with `?` before them; empty when there are none."""
    pairs: list[tuple[str, Any]] = [("free", "yes")] if narrowing.free else []
    pairs += [("kind", kind) for kind in narrowing.kinds]
    pairs += [("day", day) for day in narrowing.days]
    single = {
        "worker": narrowing.worker,
        "language": narrowing.language,
        "within": narrowing.within_miles,
        "upto": narrowing.most_pounds,
    }
    pairs += [(name, value) for name, value in single.items() if value]
    pairs += [("provider", group) for group in narrowing.providers]
    pairs += more.items()
    return f"?{urlencode(pairs)}" if pairs else ""


def choices(cards: Sequence[Card], narrowing: Narrowing) -> Choices:
    """Choices that could make a difference to what was found, and whatever is chosen already."""
    found = {kind: sum(kind in card.kinds for card in cards) for card in cards for kind in card.kinds}
    kinds = dict.fromkeys([*narrowing.kinds, *sorted(found, key=lambda kind: -found[kind])[:_KINDS_SHOWN]])
    spoken = {language for card in cards for language in card.languages} - {"English"} | {narrowing.language} - {""}
    languages = [(language, "Sign language (BSL)" if language == "BSL" else language) for language in sorted(spoken)]
    return Choices(
        kinds=tuple((kind, kind_words(kind)) for kind in kinds),
        days=tuple((str(number), name) for number, name in enumerate(DAY_NAMES)),
        workers=(("any", "It does not matter"), ("female", "A woman"), ("male", "A man")),
        languages=(("", "Any"), *languages),
        miles=(("", "Any distance"), *((str(far), f"Up to {far} mile{'s' if far > 1 else ''}") for far in MILES)),
        pounds=(("", "Any price"), *((str(pounds), f"Up to £{pounds} an hour") for pounds in POUNDS)),
        providers=tuple((group, PROVIDER_GROUPS[group].words) for group in PROVIDER_GROUPS),
    )


def chosen(narrowing: Narrowing) -> tuple[str, ...]:
    """What is narrowed now, in words."""
    lines = ["free only"] if narrowing.free else []
    lines += [kind_words(kind).lower() for kind in narrowing.kinds]
    lines += [DAY_NAMES[day] for day in narrowing.days]
    if narrowing.worker:
        lines.append("a woman" if narrowing.worker == "female" else "a man")
    if narrowing.language:
        lines.append("sign language (BSL)" if narrowing.language == "BSL" else narrowing.language)
    if narrowing.within_miles:
        lines.append(f"within {narrowing.within_miles} mile{'s' if narrowing.within_miles > 1 else ''}")
    if narrowing.most_pounds:
        lines.append(f"up to £{narrowing.most_pounds} an hour")
    return (*lines, *(PROVIDER_GROUPS[group].words.lower() for group in narrowing.providers))
