"""A small made-up world, for tests of the bot: everything in it is invented.

Arthur (82, Exeter) has visits from Donna and Pauline; Jo is his daughter; Kath is his neighbour and backup contact; Donna is
a PA with two requests; a broker has two clients, one with initials EH.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.phrases.saying import LONDON
from bot.seen import Found, Me, OpenQuestion, Person, Price, Request, Slot, Visit

ARTHUR = Person("per_arthur", "Arthur", "dad", postcode="EX4 4QJ")
EDNA = Person("per_edna", "Edna", "mum", postcode="EX4 4QJ")
EH = Person("per_eh", "EH", postcode="EX1 1AA")
OKAFOR = Person("per_okafor", "Mr Okafor", postcode="EX2 5DW")
PEOPLE = {
    "customer": Me("Arthur", "customer-direct-payment", "customer", (replace(ARTHUR, relation=""),)),
    "supporter": Me("Jo", "supporter", "supporter", (ARTHUR,)),
    "supporter-of-two": Me("Jo", "supporter", "supporter", (ARTHUR, EDNA)),
    "supporter-of-none": Me("Jo", "supporter", "supporter"),
    "backup-contact": Me("Kath", "backup-contact", "supporter", ()),
    "provider": Me("Donna", "pa", "provider"),
    "broker": Me("Bea", "broker", "broker"),
    "visitor": Me("", "visitor", "supporter"),
}
OFFERINGS = (
    Found(
        "off_donna", "Walks and company", "Donna Marsh", ("gentle walks", "knows about falls"), Price(1800, "hour"), 1.8,
        date(2026, 11, 24), "DBS certificate seen in March 2026",
    ),
    Found(
        "off_allot", "Allotment friends", "Exwick Growers", ("tea and a chat at the allotment",), Price(None, "free"), 0.6,
        bookable=False,
    ),
    Found(
        "off_kev", "Help round the house", "Kev Penhale", ("can drive",), Price(2150, "hour"), 3.2, date(2026, 11, 26),
        limits=("not trained for hoists",), confidence="possible",
    ),
    Found("off_sunita", "Personal care", "Sunita Rao", ("personal care",), Price(1950, "hour"), 4.1),
)  # fmt: skip


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A local instant in the winter of the tests."""
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


MONDAY = at(23, 9, 15)


def slot(day: int, hour: int, hours: float = 1, month: int = 11) -> Slot:
    return Slot(at(day, hour, month=month), at(day, hour, month=month) + timedelta(hours=hours))


def visit(id: str, day: int, hour: int, worker: str = "Donna", state: str = "planned", minute: int = 0) -> Visit:
    start = at(day, hour, minute)
    return Visit(
        id, "per_arthur", "Arthur", "a walk", start, start + timedelta(hours=1), state, worker, f"{worker} Marsh",
        f"{worker} has come to you 12 times.", "14 Hill View",
    )  # fmt: skip


REQUESTS = (
    Request(
        "req_elsie", "Elsie", "EX4, about 2 miles away", "a walk to the shops", slot(27, 9), 24, date(2027, 2, 18),
        "on Tuesdays and Thursdays, 9am to 10am", 43200, at(24, 9), "She has a small dog.",
    ),
    Request(
        "req_stan", "Stan", "EX2, about 3 miles away", "company", slot(28, 14), 1, date(2026, 11, 28),
        "on Saturday 28 November, 2pm to 3pm", 1800, at(24, 12),
    ),
)  # fmt: skip
A_MOVE = Request(
    "req_move", "Arthur", "EX4, about 2 miles away", "a walk", slot(27, 14), 1, date(2026, 11, 27),
    "on Friday 27 November, 2pm to 3pm", 1800, at(24, 9), moves=slot(26, 11), was_pence=1800,
)  # fmt: skip
COVER = OpenQuestion(
    "qst_cover",
    "cover",
    "Arthur",
    "a walk",
    slot(26, 9),
    at(23, 9, 35),
    usual="Donna",
    place="14 Hill View",
    pay_pence=0,
)
DEARER = OpenQuestion(
    "qst_dearer", "dearer", "Arthur", "a walk", slot(26, 9), at(23, 9, 35), usual="Donna", who="Sunita", extra_pence=400
)
