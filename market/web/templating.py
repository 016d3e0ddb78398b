"""Pages from templates: one environment, one `render`, and the frame that the edge fills in for every page.

The edge (middleware) puts a `Frame` at `request.state.frame`; without one a page is drawn for a visitor. Templates see,
besides what the endpoint passes: `frame`, `path`, `here` (with its query), `menu`, `csrf_field`, `csp_nonce`, `flash`,
`text_size`, the filters of `filters.py`, and the functions `icon`, `kind_icon`, `shown_state`, `static_url`,
`static_file`, `govuk`. A name that is not there is an error.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from market.core.actor import Role
from market.web.filters import FILTERS
from market.web.form_values import FORM_VALUES
from market.web.icons import icon, kind_icon, shown_state
from market.web.navigation import is_here, menu_of
from market.web.static_files import static_file, static_url

TEMPLATES = Path(__file__).parent / "templates"
CSRF_FIELD = "csrf_token"
TEXT_SIZE_COOKIE = "text_size"
LARGE = "large"

FOOTER_PAGES: tuple[tuple[str, str, str], ...] = (
    # address, words of the link, template
    ("/privacy", "Privacy", "footer/privacy.html"),
    ("/cookies", "Cookies", "footer/cookies.html"),
    ("/accessibility", "Accessibility", "footer/accessibility.html"),
    ("/terms/people", "Terms for people", "footer/terms_people.html"),
    ("/terms/providers", "Terms for providers", "footer/terms_providers.html"),
    ("/complaints", "Complaints", "footer/complaints.html"),
    ("/how-results-are-ordered", "How results are ordered", "footer/ordering.html"),
    ("/sources", "Data and licences", "footer/sources.html"),
)

GOVUK_COMPONENTS = {
    # Ours to call as govuk.input({...}). The header and footer are left out on purpose: they print the crown.
    "back_link": "BackLink", "button": "Button", "character_count": "CharacterCount", "checkboxes": "Checkboxes",
    "date_input": "DateInput", "details": "Details", "error_message": "ErrorMessage", "error_summary": "ErrorSummary",
    "fieldset": "Fieldset", "file_upload": "FileUpload", "hint": "Hint", "input": "Input", "inset_text": "InsetText",
    "label": "Label", "notification_banner": "NotificationBanner", "pagination": "Pagination", "radios": "Radios",
    "select": "Select", "skip_link": "SkipLink", "summary_list": "SummaryList", "table": "Table", "textarea": "Textarea",
    "warning_text": "WarningText",
}  # fmt: skip


@dataclass(frozen=True)
class Flash:
    """One message carried over a redirect. Tone is good, calm, wait or bad."""

    text: str
    tone: str = "good"


@dataclass(frozen=True)
class RoleChoice:
    """A role the account may act in. `grant_id` is what the form posts; `words` are "Supporter of Margaret Bell"."""

    grant_id: str
    words: str
    is_present: bool = False


@dataclass(frozen=True)
class Frame:
    """What every page shows around its content. The edge builds one for each request."""

    name: str | None = None
    role: Role | None = None
    role_words: str = ""
    roles: tuple[RoleChoice, ...] = ()
    csrf_token: str = ""
    csp_nonce: str = ""
    flash: Flash | None = None
    is_demo: bool = False
    pretend_money: bool = False

    @property
    def is_signed_in(self) -> bool:
        return self.name is not None


class GovukComponents:
    """The GOV.UK Frontend macros, rendered in their own lenient environment: they lean on missing values being empty."""

    def __init__(self) -> None:
        loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
        self._environment = Environment(loader=loader, autoescape=True)

    def __getattr__(self, name: str) -> Callable[[dict[str, Any]], Markup]:
        if name not in GOVUK_COMPONENTS:
            raise AttributeError(name)
        folder = name.replace("_", "-")
        module = self._environment.get_template(f"govuk_frontend_jinja/components/{folder}/macro.html").module
        macro: Callable[[dict[str, Any]], Markup] = getattr(module, "govuk" + GOVUK_COMPONENTS[name])
        return macro


def make_environment(folders: Path = TEMPLATES) -> Environment:
    """The environment of our own templates: everything escaped, an unknown name refused."""
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    environment.globals.update(
        icon=icon,
        kind_icon=kind_icon,
        shown_state=shown_state,
        static_url=static_url,
        static_file=static_file,
        is_here=is_here,
        govuk=GovukComponents(),
        footer_pages=FOOTER_PAGES,
        **FORM_VALUES,
    )
    return environment


ENVIRONMENT = make_environment()


def frame_of(request: Request) -> Frame:
    """The frame the edge has put on the request, or a visitor's."""
    frame: Frame = getattr(request.state, "frame", None) or Frame()
    return frame


def _csrf_field(token: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(CSRF_FIELD, token)


def _around(request: Request) -> dict[str, Any]:
    frame = frame_of(request)
    return {
        "frame": frame,
        "path": request.url.path,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "menu": menu_of(frame.role),
        "csrf_field": _csrf_field(frame.csrf_token),
        "csp_nonce": frame.csp_nonce,
        "flash": frame.flash,
        "text_size": LARGE if request.cookies.get(TEXT_SIZE_COOKIE) == LARGE else "",
    }


def render(request: Request, name: str, /, *, status_code: int = 200, **context: Any) -> HTMLResponse:
    """The page of template `name`. Raises jinja2.UndefinedError when the template asks for what was not passed."""
    html = ENVIRONMENT.get_template(name).render(_around(request) | context)
    return HTMLResponse(html, status_code=status_code)
