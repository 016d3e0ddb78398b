"""The few places each role goes to, in the order of need: the menu at the top of every page."""

from typing import NamedTuple

from market.core.actor import Role


class Place(NamedTuple):
    """One entry of the menu."""

    label: str
    path: str
    icon: str


FIND = Place("Find support", "/find", "search")
WEEK = Place("The week", "/week", "calendar-days")
MONEY = Place("Money", "/money", "wallet")
CHAT = Place("Chat", "/chat", "message-circle")
REQUESTS = Place("Requests", "/requests", "bell")
LISTING = Place("My listing", "/listing", "store")
CASELOAD = Place("People", "/caseload", "users")

VISITOR = (FIND, CHAT, Place("How it works", "/how-it-works", "info"))
CUSTOMER = (
    Place("My page", "/people", "user"),
    Place("My week", "/week", "calendar-days"),
    FIND,
    Place("My money", "/money", "wallet"),
    CHAT,
)
FAMILY = (Place("Who I help", "/people", "users"), WEEK, FIND, MONEY, CHAT)
WORKER = (
    Place("My visits", "/work", "calendar-days"),
    REQUESTS,
    Place("My money", "/work/money", "wallet"),
    LISTING,
    CHAT,
)
"""Five at most: "My checks" stands on the page of the listing, whose badge they make."""
BACKUP = Place("Backup", "/backup", "umbrella")

MENUS: dict[Role, tuple[Place, ...]] = {
    Role.CUSTOMER_DIRECT_PAYMENT: CUSTOMER,
    Role.CUSTOMER_SELF_FUNDER: CUSTOMER,
    Role.CUSTOMER_ISF: CUSTOMER,
    Role.SUPPORTER: FAMILY,
    Role.ATTORNEY: FAMILY,
    Role.BACKUP_CONTACT: (BACKUP, CHAT),
    Role.BROKER: (CASELOAD, FIND, CHAT),
    Role.PA: WORKER,
    Role.MICRO_ENTERPRISE: WORKER,
    Role.AGENCY: WORKER,
    Role.COMMUNITY_GROUP: WORKER,
    Role.ISF_PROVIDER: WORKER,
    Role.ACCREDITATION_OFFICER: (Place("Checks", "/accreditation", "shield-check"), FIND),
    Role.SIGNOFF_OFFICER: (Place("Plans to sign", "/sign-off", "clipboard-list"), FIND),
    Role.DIRECT_PAYMENTS_OFFICER: (
        Place("Pots", "/pots", "wallet"),
        Place("Payments", "/money-desk", "credit-card"),
        FIND,
    ),
    Role.OUT_OF_HOURS: (Place("Desk", "/desk", "bell"), FIND),
    Role.COMMISSIONER: (Place("What is missing", "/market", "chart-column"), FIND),
}


def menu_of(role: Role | None) -> tuple[Place, ...]:
    """The menu for a role; the visitor's for somebody not signed in."""
    return VISITOR if role is None else MENUS[role]


def is_here(place: Place, path: str) -> bool:
    """Whether a page at `path` belongs to this entry. A person's week and money belong to the entries of that name."""
    of_person, _, about = path.removeprefix("/people/").partition("/")
    if path.startswith("/people/") and of_person and about in ("week", "money", "bookings", "payments"):
        return place.path == ("/money" if about in ("money", "payments") else "/week")
    if path.startswith("/work/money"):
        return place.path == "/work/money"
    return path == place.path or path.startswith(place.path + "/")
