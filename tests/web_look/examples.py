"""Believable, invented content for every macro, as plain values."""

from datetime import date, datetime, timedelta
from typing import Any

from market.core.actor import Role
from market.core.times import LONDON
from market.web.templating import Flash, Frame, RoleChoice

TODAY = date(2026, 11, 25)
MONDAY = date(2026, 11, 23)

FAMILY_FRAME = Frame(
    name="Sarah Bell",
    role=Role.SUPPORTER,
    role_words="For Margaret Bell",
    roles=(
        RoleChoice("gra_1", "Supporter of Margaret Bell", is_present=True),
        RoleChoice("gra_2", "Personal assistant (Sarah Bell Gardening)"),
    ),
    csrf_token="a-token",
    csp_nonce="a-nonce",
    flash=Flash("Priya has been asked. We will tell you as soon as she answers."),
    is_demo=True,
)
BROKER_FRAME = Frame(
    name="Tom Okafor",
    role=Role.BROKER,
    role_words="Broker, Devon demo council",
    roles=(RoleChoice("gra_3", "Broker, Devon demo council", is_present=True),),
    csrf_token="a-token",
    csp_nonce="a-nonce",
    is_demo=True,
)
VISITOR_FRAME = Frame(csrf_token="a-token", csp_nonce="a-nonce")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


def visit(day: int, start: float, minutes: int, who: str, what: str, state: str, **more: Any) -> dict[str, Any]:
    begins = at(MONDAY + timedelta(days=day), int(start), round(start % 1 * 60))
    return {
        "start": begins,
        "end": begins + timedelta(minutes=minutes),
        "who": who,
        "what": what,
        "state": state,
        "href": f"/visits/{day}-{start}",
        "price_pence": round(1700 * minutes / 60),
        **more,
    }


VISITS: tuple[tuple[dict[str, Any], ...], ...] = (
    (
        visit(0, 9, 60, "Priya Nair", "Help to get up", "completed"),
        visit(0, 14, 120, "The Shed, Exmouth", "Woodwork", "completed"),
    ),
    (
        visit(1, 9, 60, "Priya Nair", "Help to get up", "completed"),
        visit(1, 18.5, 30, "Jo Westcott", "Hot supper", "missed", note="We are sorry. Tom Okafor is looking into it."),
    ),
    (
        visit(2, 9, 60, "Priya Nair", "Help to get up", "started"),
        visit(2, 13, 90, "Ken Dart", "Lift to the allotment", "planned"),
    ),
    (
        visit(3, 9, 60, "Jo Westcott", "Help to get up", "covered", note="Stands in for Priya, who is ill."),
        visit(3, 18.5, 30, "Jo Westcott", "Hot supper", "planned"),
    ),
    (
        visit(4, 9.5, 60, "Priya Nair", "Help to get up", "changed", note="Moved from 9am."),
        visit(4, 11, 60, "Feet First", "Foot care", "cancelled"),
    ),
    (visit(5, 12, 120, "Littleham lunch club", "Lunch and cards", "planned"),),
    (),
)
WEEK = [
    {"date": MONDAY + timedelta(days=n), "visits": visits, "note": "Bank holiday" if n == 4 else ""}
    for n, visits in enumerate(VISITS)
]

POT = {
    "name": "Direct payment",
    "kind_words": "Paid on the Devon card",
    "allocated": 412000,
    "spent": 178450,
    "held": 54400,
    "free": 179150,
    "until": date(2027, 3, 31),
    "href": "/money/pot_1",
}
OWN_POT = {"name": "Margaret’s own money", "allocated": 20000, "spent": 17000, "held": 6000, "free": -3000}

CARDS: list[dict[str, Any]] = [
    {
        "href": "/offerings/off_1",
        "title": "Lifts and a hand at the allotment",
        "provider": "Ken Dart",
        "arrangement": "Self-employed, works alone",
        "kind": "transport",
        "kind_words": "Lifts",
        "summary": "I drive a low step-in car and I’m happy to stay, dig the hard bits and carry the can. 30 years on the plots.",
        "reasons": (
            "Takes people to gardens and allotments",
            "Helps people who are unsteady after a fall",
            "Free on Tuesday mornings",
        ),
        "distance_metres": 2900,
        "price_pence": 1750,
        "price_unit": "hour",
        "price_note": "and 45p a mile",
        "next_free": "this Thursday",
        "checked": (
            "DBS certificate seen in March 2026",
            "Driving licence and business-use insurance",
            "Two references taken up",
        ),
        "checked_by": "Devon demo council",
        "limits": ("Does not give personal care.", "Car cannot take a powered wheelchair."),
    },
    {
        "href": "/offerings/off_2",
        "title": "Growing Together: raised beds for everyone",
        "provider": "Exmouth Community Garden",
        "arrangement": "Community group",
        "kind": "gardening",
        "summary": "Waist-high beds, a warm hut and a kettle. Come on your own or bring someone.",
        "reasons": ("Gardening without kneeling or long walks", "Level paths and a seat every few yards"),
        "distance_metres": 1300,
        "price_unit": "free",
        "next_free": "tomorrow",
        "checked": (),
        "not_checked": "Open to all, so there are no checks to see. Ask them how they keep people safe.",
        "community": True,
        "kept": True,
    },
    {
        "href": "/offerings/off_3",
        "title": "Steady on your feet: strength and balance",
        "provider": "Priya Nair",
        "photo": None,
        "arrangement": "Personal assistant you employ",
        "kind": "exercise_falls",
        "summary": "Gentle exercises at home, and I can help with getting up and dressed first.",
        "reasons": ("Trained in preventing falls", "Speaks Gujarati and English"),
        "distance_metres": None,
        "price_pence": 1700,
        "price_unit": "hour",
        "next_free": "Tuesday 1 December",
        "checked": ("Enhanced DBS with the adults’ barred list seen in June 2026",),
        "confidence": "possible",
    },
]

EVENTS = [
    {
        "at": at(TODAY, 7, 2),
        "words": "Priya said she is ill and cannot come on Thursday.",
        "by": "by chat",
        "icon": "message-circle",
        "tone": "wait",
    },
    {
        "at": at(TODAY, 7, 2),
        "words": "Sarah Bell was asked to stand in.",
        "icon": "send",
        "note": "First on Margaret’s backup plan. 20 minutes to answer.",
    },
    {"at": at(TODAY, 7, 15), "words": "Sarah cannot come.", "icon": "x"},
    {"at": at(TODAY, 7, 15), "words": "Jo Westcott was asked.", "icon": "send"},
    {"at": at(TODAY, 7, 21), "words": "Jo said yes. The visit is covered.", "icon": "user-check", "tone": "good"},
]

MESSAGES = [
    {"mine": True, "text": "who is coming today?", "at": at(TODAY, 8, 40)},
    {
        "mine": False,
        "text": "Priya Nair is coming at 9am to help you get up.\nKen Dart comes at 1pm to drive you to the allotment.",
        "at": at(TODAY, 8, 40),
    },
    {"mine": True, "text": "nobody has come", "at": at(TODAY, 9, 25)},
    {
        "mine": False,
        "text": "I am sorry. Priya should have been with you at 9am. Are you safe and well just now?",
        "at": at(TODAY, 9, 25),
        "buttons": [
            ("b1", "Yes, I am all right"),
            ("b2", "No, I need help now", "danger"),
            ("b3", "Talk to a person", "quiet"),
        ],
    },
]
URGENT = [
    {"mine": True, "text": "mum has fallen and banged her head", "at": at(TODAY, 9, 30)},
    {
        "mine": False,
        "urgent": True,
        "text": "Call 999 now.\nDo not move her. Keep her warm and stay with her.\nThe out-of-hours desk has been told.",
        "at": at(TODAY, 9, 30),
    },
]

ENTRIES = [
    {"at": at(MONDAY, 10), "words": "Priya Nair, 1 hour", "pence": -1700},
    {"at": at(MONDAY - timedelta(days=6), 8), "words": "Four-weekly payment from Devon demo council", "pence": 82400},
    {
        "at": at(MONDAY - timedelta(days=7), 10),
        "words": "Jo Westcott, 30 minutes",
        "pence": -850,
        "kind_words": "Half an hour was cancelled and came back",
    },
]

ERRORS = {
    "postcode": "We do not know the postcode EX99 9ZZ. Check it, or write a town.",
    "start-day": "The first visit must be after today.",
}
