"""Large invented markets, and a straightforward search to hold the fast one against."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time

import numpy as np

from matching.confidence import too_faint
from matching.filters import refusals
from matching.index import Index
from matching.need import Need
from matching.offering import Offering, Point, Window
from matching.places import NoPlaces
from matching.postings import Floats
from matching.rank import prefer, weigh
from matching.search import ask, limits_of, search
from matching.text.words import words

DAY = date(2026, 11, 22)
SERVICES = (
    (
        "Gardening and weeding",
        "I cut hedges, mow lawns and weed beds. No tree work. I bring my own tools.",
        "gardening",
    ),
    ("Choir for anyone", "We sing old songs on Tuesdays. Tea after. You need not read music.", "arts_music"),
    ("Lifts to hospital", "I drive people to appointments and wait with them. My car takes a walker.", "transport"),
    (
        "Help to wash and dress",
        "Calm help in the morning: washing, dressing, breakfast. No injections.",
        "personal_care",
    ),
    (
        "Company and a chat",
        "I visit people who are on their own. We talk, play cards, go for a short walk.",
        "befriending",
    ),
    ("Cleaning and laundry", "I clean kitchens and bathrooms, change beds and do the ironing.", "housework"),
    (
        "Sitting with somebody with dementia",
        "I sit with people who get muddled, so that carers can have a break.",
        "respite",
    ),
    ("Cooking together", "I cook a proper dinner with you, and we eat it in company.", "meals"),
)
NEEDS = (
    "someone to weed the garden",
    "I want to sing again",
    "a lift to the hospital on Thursday",
    "mum needs a hand getting dressed in the mornings",
    "I'm lonely and see nobody all week",
    "cleaner two hours a week",
    "he gets muddled and I need a break",
    "a hot dinner, she forgets to eat",
    "not a care home, just company",
)


def market(count: int, seed: int = 1, width: int = 300_000) -> list[Offering]:
    """So many offerings strewn over a square of `width` metres, with varied words, prices, days and ways to come."""
    chance = random.Random(seed)
    return [_one(number, chance, width) for number in range(count)]


def _one(number: int, chance: random.Random, width: int) -> Offering:
    title, description, kind = chance.choice(SERVICES)
    said = " ".join(word for word in description.split() if chance.random() > 0.1)
    reach = chance.choice((None, 3_000, 8_000, 15_000, 24_000, 40_000, 90_000))
    spots = tuple(
        Point(chance.randrange(width), chance.randrange(width)) for _ in range(chance.choice((0, 1, 1, 1, 1, 2)))
    )
    if len(spots) == 2:
        spots = (spots[0], replace(spots[0], easting=min(width, spots[0].easting + chance.randrange(40_000))))
    return Offering(
        f"o{number:05}",
        title,
        said,
        provider_name=f"Provider {number % 40}",
        kinds=(kind,),
        points=spots,
        travel_metres=reach,
        price_pence=chance.choice((0, 1500, 1800, None)),
        price_unit="hour",
        windows=(Window((chance.randrange(7), 6), time(9), time(chance.choice((12, 17)))),),
        worker_gender=chance.choice(("female", "male", None)),
    )


class LettersEncoder:
    """A hand-written encoder: a text is the direction of its words' letters. Alike texts point alike ways."""

    name, width = "letters", 32

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = np.full((len(texts), self.width), 0.05, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in words(text):
                row[hash_of(word) % self.width] += 1
        unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def hash_of(word: str) -> int:
    return sum(ord(letter) * 31**place for place, letter in enumerate(word))


Found = list[tuple[str, float]]


def fast(index: Index, text: str, here: Point | None) -> Found:
    """The first ten of the product's own search."""
    answer = search(index, Need(text, here), gazetteer=NoPlaces(), today=DAY)
    return [(match.offering_id, round(match.score, 3)) for match in answer.matches]


def plainly(index: Index, text: str, here: Point | None, taking_part: Iterable[str] | None = None) -> Found:
    """The same done the long way: every offering scored, each asked whether it comes, all sorted."""
    need = Need(text, here)
    asked = ask(index, need, gazetteer=NoPlaces(), today=DAY)
    limits = limits_of(need, asked, "text", NoPlaces(), None)
    total = prefer(index, weigh(index, asked), None).total
    offerings = {o.id: o for o in index} if taking_part is None else {i: o for i in taking_part if (o := index.get(i))}
    scored = [(float(total[index.slot_by_id[name]]), name, offering) for name, offering in offerings.items()]
    best = max((score for score, _, _ in scored), default=0.0)
    faint = too_faint(best, listened=asked.listened is not None)
    shown = [(-s, name) for s, name, o in scored if s > 0 and s >= faint and not refusals(o, limits)]
    return [(name, round(round(-score, 4), 3)) for score, name in sorted(shown)[:10]]
