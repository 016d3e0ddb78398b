"""Icons, and the words and tones that go with each state. An icon never stands without its word."""

import re
from functools import cache
from typing import NamedTuple

from markupsafe import Markup

from market.web.static_files import STATIC, static_url


class UnknownIcon(LookupError):
    """The icon is not in `assets/icons.txt`, or the assets were not built since."""


class Shown(NamedTuple):
    """How a state looks: its word for people, its icon, and a tone (good, calm, wait, bad or plain)."""

    word: str
    icon: str
    tone: str


STATES: dict[str, Shown] = {
    # bookings
    "draft": Shown("Not sent yet", "pencil", "plain"),
    "requested": Shown("Asked, waiting for an answer", "hourglass", "wait"),
    "accepted": Shown("Agreed", "circle-check", "good"),
    "declined": Shown("Said no", "circle-x", "plain"),
    "expired": Shown("No answer in time", "hourglass", "plain"),
    "ended": Shown("Ended", "flag", "plain"),
    # visits
    "planned": Shown("Planned", "calendar-check", "calm"),
    "changed": Shown("Changed", "calendar-clock", "wait"),
    "started": Shown("Here now", "play", "good"),
    "completed": Shown("Done", "circle-check", "good"),
    "missed": Shown("Nobody came", "triangle-alert", "bad"),
    "cancelled": Shown("Cancelled", "calendar-x", "plain"),
    "uncovered": Shown("Nobody yet", "triangle-alert", "bad"),
    "covered": Shown("Covered", "user-check", "good"),
    "disputed": Shown("Being looked into", "message-circle-question-mark", "wait"),
    # computed from dates
    "soon": Shown("Soon", "clock", "calm"),
    "on_the_way": Shown("On the way", "footprints", "good"),
    "late": Shown("Late", "clock", "wait"),
    "unconfirmed": Shown("Not confirmed yet", "message-circle-question-mark", "plain"),
    "overdue": Shown("Overdue", "triangle-alert", "bad"),
    "stale": Shown("Not confirmed lately", "refresh-cw", "wait"),
    "lapsed": Shown("Out of date", "calendar-x", "bad"),
    "expiring": Shown("Runs out soon", "hourglass", "wait"),
    "current": Shown("Up to date", "circle-check", "good"),
    # checks on a provider, and applications
    "stands": Shown("Checked", "shield-check", "good"),
    "to_look_at": Shown("We are looking at it", "hourglass", "wait"),
    "missing": Shown("Still to show", "circle-alert", "plain"),
    "waiting": Shown("With the desk", "hourglass", "wait"),
    "more_asked": Shown("More was asked", "message-circle-question-mark", "wait"),
    "approved": Shown("Approved", "badge-check", "good"),
    "listed": Shown("Listed", "list-checks", "calm"),
    "refused": Shown("Not taken on", "circle-x", "bad"),
    "not_sent": Shown("Not sent yet", "pencil", "plain"),
    # references
    "asked": Shown("Asked", "mail", "wait"),
    "reminded": Shown("Asked twice", "mail", "wait"),
    "answered": Shown("Answered", "circle-check", "good"),
    "said_no": Shown("Would rather not", "circle-x", "plain"),
    "no_answer": Shown("No answer", "hourglass", "plain"),
    "not_reached": Shown("Could not be reached", "triangle-alert", "bad"),
    # listings
    "published": Shown("On show", "eye", "good"),
    "submitted": Shown("Sent for checking", "hourglass", "wait"),
    "removed": Shown("Taken down", "trash-2", "plain"),
    "paused": Shown("Taking a break", "coffee", "plain"),
    "suspended": Shown("Taken off for now", "ban", "bad"),
}

KIND_ICONS: dict[str, str] = {
    "companionship": "coffee", "personal_care": "bath", "social_groups": "users", "mental_health": "message-circle-heart",
    "learning_disability": "smile", "meals": "utensils", "transport": "car", "advice_info": "info",
    "exercise_falls": "footprints", "carers": "hand-heart", "arts_music": "music", "admin_forms": "file-text",
    "dementia": "brain", "day_opportunities": "sun", "cleaning": "brush-cleaning", "sitting_respite": "umbrella",
    "shopping": "shopping-basket", "trips_holidays": "bus", "autism": "smile", "housing": "house",
    "sport_outdoors": "trees", "handyperson": "hammer", "reablement": "dumbbell", "faith_culture": "church",
    "end_of_life": "heart-handshake", "sensory": "ear", "gardening": "flower-2", "laundry": "washing-machine",
    "employment": "briefcase", "nights": "moon", "medication_prompting": "pill", "digital": "laptop",
    "lunch_club": "utensils", "equipment_adaptations": "accessibility", "support_planning": "clipboard-list",
    "money": "wallet", "telecare_safety": "bell", "mens_groups": "users", "moving_declutter": "package", "pets": "dog",
    "hair_beauty": "scissors", "payroll_employing": "banknote", "lgbt": "rainbow", "foot_care": "footprints",
    "shared_lives": "house", "advocacy": "scale", "live_in": "bed",
}  # fmt: skip


@cache
def icon_names() -> frozenset[str]:
    """The icons that were built into the sprite."""
    return frozenset(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text("utf-8")))


def icon(name: str, size: str = "") -> Markup:
    """A line icon that screen readers pass over. Size is "", "large" or "huge". Raises UnknownIcon."""
    if name not in icon_names():
        raise UnknownIcon(name)
    classes = f"icon icon--{size}" if size else "icon"
    return Markup('<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>').format(
        classes, static_url("icons.svg"), name
    )


def kind_icon(kind: str) -> str:
    """The icon's name for a kind of support; a hand holding a heart for one added since."""
    return KIND_ICONS.get(kind, "hand-heart")


def shown_state(state: str) -> Shown:
    """How a state looks. A state added since is said in its own words, quietly."""
    return STATES.get(state, Shown(state.replace("_", " ").capitalize(), "info", "plain"))
