"""Where on our pages a thing is done that the chat leaves to them."""

from urllib.parse import quote

from bot.desk import Page
from market.core.actor import Actor, Role, Visitor

_PLAIN: dict[Page, str] = {
    "home": "/",
    "visits": "/week",
    "money": "/money",
    "plan": "/people",
    "backup": "/people",
    "requests": "/requests",
    "availability": "/listing",
    "pay": "/work/money",
    "sign_in": "/sign-in",
    "how_we_talk": "/account",
}
_OF_PERSON: dict[Page, str] = {
    "visits": "/people/{about}/week",
    "money": "/people/{about}/money",
    "plan": "/people/{about}",
    "backup": "/people/{about}",
}
_OF_LISTING: dict[Page, str] = {"home": "/listings/{about}", "sign_in": "/sign-in?next=/listings/{about}"}


def path_of(page: Page, about: str, actor: Actor | Visitor) -> str:
    """The path of a page for this actor; `about` is a person for what is a person's, a listing for home and sign-in.

    Raises KeyError for a page that there is none of.
    """
    plain = _PLAIN[page]
    if about:
        of_it = _OF_LISTING.get(page) or _OF_PERSON.get(page)
        return of_it.format(about=quote(about, safe="")) if of_it else plain
    if isinstance(actor, Visitor):
        return plain
    if page == "visits" and actor.role.is_provider:
        return "/work"
    return "/caseload" if page == "home" and actor.role is Role.BROKER else plain
