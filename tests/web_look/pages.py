"""The pages of the gallery: every macro with believable content, rendered without a server."""

from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader
from starlette.requests import Request

from market.web import templating
from market.web.icons import STATES
from market.web.templating import FOOTER_PAGES, Frame
from tests.web_look import examples

HERE = Path(__file__).parent
ERROR_PAGES = ("403", "404", "413", "429", "500")


def request_for(path: str = "/", frame: Frame | None = None, cookies: dict[str, str] | None = None) -> Request:
    """A request as the edge would hand it on."""
    jar = SimpleCookie(cookies or {})
    header = "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())
    request = Request(
        {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": b"",
            "headers": [(b"host", b"testserver"), (b"cookie", header.encode())],
            "scheme": "http",
            "server": ("testserver", 80),
        }
    )
    if frame is not None:
        request.state.frame = frame
    return request


def _with_gallery_templates() -> None:
    loader = templating.ENVIRONMENT.loader
    if not isinstance(loader, ChoiceLoader):
        gallery = FileSystemLoader(HERE / "templates", followlinks=False)
        templating.ENVIRONMENT.loader = ChoiceLoader([loader or FileSystemLoader([]), gallery])


def page(name: str, path: str, frame: Frame, cookies: dict[str, str] | None = None, **context: Any) -> str:
    _with_gallery_templates()
    return bytes(templating.render(request_for(path, frame, cookies), name, **context).body).decode()


def gallery() -> dict[str, str]:
    """Name to HTML, for every page of the gallery."""
    week: dict[str, Any] = {
        "days": examples.WEEK, "today": examples.TODAY, "monday": examples.MONDAY, "pot": examples.POT,
        "own_pot": examples.OWN_POT, "events": examples.EVENTS, "rows": examples.ENTRIES,
    }  # fmt: skip
    talk: dict[str, Any] = {"messages": examples.MESSAGES, "urgent": examples.URGENT, "cards": examples.CARDS}
    pages = {
        "find": page("find.html", "/find", examples.VISITOR_FRAME, cards=examples.CARDS),
        "week": page("week.html", "/week", examples.FAMILY_FRAME, **week),
        "week-large": page("week.html", "/week", examples.FAMILY_FRAME, {"text_size": "large"}, **week),
        "ask": page("ask.html", "/find/ask", examples.BROKER_FRAME, errors=examples.ERRORS, states=list(STATES)),
        "talk": page("talk.html", "/chat", examples.FAMILY_FRAME, **talk),
        "refusal": page(
            "errors/refusal.html", "/ask", examples.FAMILY_FRAME,
            title="That time has just gone", words="Someone else asked for Tuesday at 9am a moment before you.",
            next=[("See other times", "/offerings/off_1"), ("Find someone else", "/find")],
            rows=[("Taken", "Tuesday 1 December, 9am to 10am"), ("Still free", "Tuesday 1 December, 10:30am to 11:30am")],
            kept="He is slow on steps.",
        ),
    }  # fmt: skip
    for status in ERROR_PAGES:
        pages[f"error-{status}"] = page(f"errors/{status}.html", "/", examples.VISITOR_FRAME)
    for address, _, template in FOOTER_PAGES:
        shown = page(template, address, examples.VISITOR_FRAME, fee="2.5%", of_100_pounds=9_750)
        pages["footer-" + address.strip("/").replace("/", "-")] = shown
    return pages
