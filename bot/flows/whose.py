"""Who a thing is for: oneself, one of the people one acts for, or (for a broker) a client by name."""

import re

from bot.phrases import saying
from bot.phrases.said import whose as words
from bot.questions import Option, Question
from bot.seen import Person
from bot.talk import Ask, Facts, Say, Talk, say

PARENTS = {
    "mum": {"mum", "mother", "mam", "mom", "mummy", "ma", "parent"},
    "dad": {"dad", "father", "daddy", "pa", "pop", "parent"},
    "gran": {"gran", "nan", "nana", "nanny", "grandma", "grandmother", "granny", "grandparent"},
    "grandad": {"grandad", "granddad", "grandpa", "grandfather", "grandparent"},
    "husband": {"husband", "hubby", "partner"},
    "wife": {"wife", "missus", "partner"},
}
"""Words for the same relation, so that "me mam" is the person kept as "mother"."""


def whose(talk: Talk, facts: Facts) -> Person | Ask | Say:
    """The person meant, or the question that settles it, or why there is none. Keep the answer as fact `person_id`."""
    people = talk.me.people
    if talk.me.voice == "broker":
        return _client(talk, facts)
    if not people:
        return say(words.NOT_LINKED if talk.me.role == "visitor" else words.NOBODY_LINKED)
    if chosen := facts.get("person_id"):
        meant = tuple(p for p in people if p.id == chosen) or _named(str(chosen), people)
    else:
        meant = _meant(talk, str(facts.get("for_whom") or ""), people)
    if len(meant) == 1:
        return meant[0]
    return _ask(talk, facts, meant or people, known=bool(meant))


def is_self(talk: Talk, person: Person) -> bool:
    """Whether the person is the one talking."""
    return talk.me.voice == "customer" and bool(talk.me.people) and talk.me.people[0].id == person.id


def you_or(talk: Talk, person: Person) -> str:
    """The person's name in a sentence to the one talking: "you" for oneself."""
    return "you" if is_self(talk, person) else person.name


def _meant(talk: Talk, for_whom: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    if for_whom.startswith("other:"):
        return _named(for_whom.removeprefix("other:"), people)
    if talk.me.voice == "customer" and for_whom != "other":
        return people[:1]
    others = people[1:] if talk.me.voice == "customer" else people
    return others or people


def _named(word: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    said = set(re.findall(r"\w+", word.lower()))
    alike = said | {w for group in PARENTS.values() if group & said for w in group}
    return tuple(p for p in people if p.relation.lower() in alike or said & set(re.findall(r"\w+", p.name.lower())))


def _ask(talk: Talk, facts: Facts, people: tuple[Person, ...], *, known: bool) -> Ask:
    options = tuple(Option(p.id, "Me" if is_self(talk, p) else p.name) for p in people[:4])
    lead = "" if known else _only_these(talk, people)
    asked = Question("person_id", "choice", words.WHO_FOR, words.WHO_FOR_SORRY, options=options)
    return Ask(asked, facts, lead, human=not known)


def _only_these(talk: Talk, people: tuple[Person, ...]) -> str:
    if all(is_self(talk, p) for p in people):
        return words.ONLY_YOU
    return words.ONLY_THESE.format(people=saying.listed([you_or(talk, p) for p in people]))


def _client(talk: Talk, facts: Facts) -> Person | Ask | Say:
    name = str(facts.get("person_id") or facts.get("person") or "")
    if not name:
        return Ask(Question("person_id", "text", words.CLIENT, words.CLIENT_SORRY), facts)
    found = talk.desk.people_called(name)
    exact = tuple(p for p in found if p.id == name)
    if exact or len(found) == 1:
        return (exact or found)[0]
    if not found:
        return Ask(Question("person_id", "text", words.CLIENT, words.CLIENT_SORRY), facts, words.CLIENT_SORRY)
    options = tuple(Option(p.id, p.name) for p in found[:4])
    return Ask(Question("person_id", "choice", words.CLIENT, words.CLIENT_SORRY, options=options), facts)
