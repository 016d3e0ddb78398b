"""Every page of the gallery, read without a server: what it must and must not hold."""

import csv
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from market.core.actor import Role
from market.web import cookies, templating
from market.web.icons import KIND_ICONS, STATES, UnknownIcon, icon, icon_names
from market.web.navigation import MENUS, menu_of
from market.web.static_files import STATIC, static_url
from market.web.templating import TEXT_SIZE_COOKIE, Frame
from tests.web_look import examples
from tests.web_look.pages import gallery, page, request_for

ROOT = Path(__file__).parents[2]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SVG_EMPTY = {"use", "rect", "path", "circle"}


class Reading(HTMLParser):
    """A page as a browser meets it: tags with attributes, and whether each is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes something else"

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@cache
def pages() -> dict[str, str]:
    return gallery()


@pytest.fixture(params=sorted(pages()))
def html(request: pytest.FixtureRequest) -> str:
    return pages()[request.param]


def test_a_page_is_well_formed_with_one_heading_of_its_own(html: str) -> None:
    reading = Reading(html)
    assert reading.open == []
    assert len(reading.all("h1")) == 1
    assert len(reading.all("main")) == 1
    assert reading.all("html")[0]["lang"] == "en-GB"


def test_a_page_has_a_title_of_its_own(html: str) -> None:
    title = re.search(r"<title>(.*?) – Alongside</title>", html)
    assert title
    assert title[1].strip()


def test_nothing_on_a_page_is_inline(html: str) -> None:
    for tag, attrs in Reading(html).tags:
        assert "style" not in attrs, tag
        assert not [name for name in attrs if name.startswith("on")], tag
        assert not (attrs.get("href") or "").startswith("javascript:")
    assert "<style" not in html
    assert all(attrs.get("src") and attrs.get("nonce") is not None for attrs in Reading(html).all("script"))


def test_nothing_is_loaded_from_elsewhere(html: str) -> None:
    for tag, attrs in Reading(html).tags:
        address = attrs.get("src") or (attrs.get("href") if tag in ("link", "use") else None)
        assert address is None or address.startswith("/static/"), address


def test_the_files_a_page_asks_for_are_there(html: str) -> None:
    for address in re.findall(r'"/static/([^"?#]+)', html):
        assert (STATIC / address).is_file(), address


def test_ids_are_used_once_and_labels_find_their_field(html: str) -> None:
    reading = Reading(html)
    ids = [attrs["id"] for _, attrs in reading.tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    assert all(attrs.get("for") in ids for attrs in reading.all("label"))


def test_every_form_that_changes_something_carries_the_token(html: str) -> None:
    for form in re.findall(r'<form[^>]*method="post".*?</form>', html, re.DOTALL):
        assert 'name="csrf_token" value="a-token"' in form


def test_a_page_never_looks_like_an_official_site(html: str) -> None:
    for word in ("crown-logo", "govuk-header", "govuk-footer", "govuk-crest", "GOV.UK -"):
        assert word not in html


def test_danger_has_its_number_on_every_page(html: str) -> None:
    assert 'href="tel:999"' in html


def test_the_style_sheet_has_our_letters_and_not_theirs() -> None:
    css = (STATIC / "css" / "alongside.css").read_text("utf-8")
    assert "Atkinson Hyperlegible Next" in css
    for word in ("GDS Transport", "#1d70b8", "@import"):
        assert word not in css
    assert all(address.strip("\"'").startswith("../fonts/") for address in re.findall(r"url\(([^)]*)\)", css))


def test_what_a_person_wrote_is_never_markup() -> None:
    nasty = "<script>alert(1)</script>"
    message = {"mine": True, "text": nasty, "buttons": ()}
    html = page("talk.html", "/chat", examples.FAMILY_FRAME, messages=[message], urgent=[], cards=[])
    assert nasty not in html
    assert "&lt;script&gt;" in html


def test_what_was_typed_into_a_field_is_never_markup() -> None:
    nasty = '"><img src=x onerror=alert(1)>'
    errors = {"postcode": nasty, "start-day": nasty}
    html = page("ask.html", "/find/ask", examples.BROKER_FRAME, errors=errors, states=[])
    assert "<img src=x" not in html


def test_a_name_that_was_not_passed_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        page("find.html", "/find", examples.VISITOR_FRAME)


def test_larger_text_is_drawn_by_the_server() -> None:
    small, large = Reading(pages()["week"]), Reading(pages()["week-large"])
    assert "text-large" in (large.all("html")[0]["class"] or "")
    assert "text-large" not in (small.all("html")[0]["class"] or "")


def test_changing_the_text_size_comes_back_to_the_same_search() -> None:
    request = request_for("/find", Frame())
    request.scope["query_string"] = b"q=lift+%26+carry"
    html = bytes(templating.render(request, "errors/404.html").body).decode()
    assert "back=/find%3Fq%3Dlift%2B%2526%2Bcarry" in html


@pytest.mark.parametrize("role", [None, *Role])
def test_every_role_has_a_short_menu_with_icons(role: Role | None) -> None:
    menu = menu_of(role)
    assert 1 < len(menu) <= 5
    assert all(icon(place.icon) and place.path.startswith("/") for place in menu)
    assert set(MENUS) == set(Role)


def test_the_page_one_is_on_is_marked_in_the_menu() -> None:
    here = [attrs for attrs in Reading(pages()["week"]).all("a") if attrs.get("aria-current") == "page"]
    assert [attrs["href"] for attrs in here] == ["/week"]


def test_every_state_has_a_word_and_an_icon_of_its_own() -> None:
    for shown in STATES.values():
        assert shown.word
        assert shown.icon in icon_names()
        assert shown.tone in {"good", "calm", "wait", "bad", "plain"}
    visits = [
        STATES[name]
        for name in ("planned", "changed", "started", "completed", "missed", "cancelled", "covered", "disputed")
    ]
    assert len({shown.icon for shown in visits}) == len({shown.word for shown in visits}) == len(visits)


def test_every_kind_of_support_has_an_icon() -> None:
    with (ROOT / "seeds/reference/support_kinds.csv").open(encoding="utf-8") as rows:
        kinds = {row["id"] for row in csv.DictReader(rows)}
    assert set(KIND_ICONS) <= kinds
    assert {"companionship", "personal_care", "transport"} <= set(KIND_ICONS)
    assert set(KIND_ICONS.values()) <= icon_names()


def test_an_icon_that_was_not_built_is_refused() -> None:
    with pytest.raises(UnknownIcon):
        icon("no-such-icon")


def test_a_static_address_changes_with_its_content() -> None:
    assert re.fullmatch(r"/static/icons\.svg\?v=[0-9a-f]{10}", static_url("icons.svg"))


@pytest.mark.parametrize("name", [name for name in sorted(pages()) if name.startswith("footer-")])
def test_a_footer_page_is_marked_as_a_draft_and_says_something(name: str) -> None:
    html = pages()[name]
    assert "Draft for a lawyer to check" in html
    assert len(re.sub(r"<[^>]+>", " ", html).split()) > 250


def test_the_cookies_page_names_every_cookie() -> None:
    for name in (cookies.SESSION, cookies.VISITOR, cookies.ASKED, cookies.FLASH, TEXT_SIZE_COOKIE):
        assert f"<td>{name}</td>" in pages()["footer-cookies"]


def test_the_privacy_page_keeps_no_longer_than_the_retention_table() -> None:
    with (ROOT / "seeds/reference/retention.csv").open(encoding="utf-8") as rows:
        months = {row["record"]: int(row["keep_months"]) for row in csv.DictReader(rows)}
    said = re.findall(r'data-record="(\w+)"><td>.*?</td><td>(\d+) (month|year)s?', pages()["footer-privacy"])
    assert len(said) >= 10
    for record, count, unit in said:
        assert int(count) * (12 if unit == "year" else 1) == months[record], record
