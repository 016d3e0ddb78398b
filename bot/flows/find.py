"""Find support for a need in plain words, show what fits and why, and let one be chosen."""

import re

from bot.desk import DeskRefusal
from bot.flows.whose import whose
from bot.messages import Button, Press
from bot.phrases import saying
from bot.phrases.said import booking as words
from bot.phrases.said import home, in_few_words
from bot.questions import Option, Question, Value
from bot.seen import Found, Person, Results, Search
from bot.talk import Ask, Facts, Flow, GoTo, Heard, Step, Talk, say

AT_ONCE, FEW_AT_ONCE = 3, 2
MOST = 9
MOST_REASONS = 2
NO_NEED = frozenset(
    {"", "visit", "a visit", "help", "some help", "a bit of help", "someone", "somebody", "a carer", "carer"}
)
"""Needs that say nothing yet: what for is asked."""
NEED = Question("need", "text", words.WHAT_HELP, words.WHAT_HELP_SORRY)
PLACE = Question("place", "text", words.WHERE, words.WHERE_SORRY, words.WHERE_HINT)

IN_FULL = {"pc": "personal care", "meds": "medicines", "resp": "respite", "comp": "companionship"}
SHORTHAND = re.compile(rf"(?<!\w)(?:{'|'.join(IN_FULL)})(?!\w)", re.IGNORECASE)


def begin(talk: Talk, heard: Heard, text: str) -> Facts:
    """What was heard; the whole message stands for the need where no part of it could be told apart."""
    facts = {**heard.slots, "worker": heard.slots.get("person", ""), "said": text}
    if text and not facts.get("need") and "need" not in heard.ask:
        facts["need"] = text
    facts.pop("person", None)
    return facts


def step(talk: Talk, facts: Facts) -> Step:
    """Ask what and where, search, show, and go on to booking once one is chosen."""
    person_id = ""
    if talk.me.voice in ("customer", "supporter") and talk.me.role != "visitor":
        person = whose(talk, facts)
        if not isinstance(person, Person):
            return person
        person_id = person.id
        facts = {**facts, "person_id": person_id}
    if facts.get("offering_id"):
        return _chosen(talk, facts, person_id)
    if str(facts.get("need") or "").lower() in NO_NEED and not facts.get("worker"):
        return Ask(NEED, facts)
    if not facts.get("place") and (not person_id or facts.get("asked_place")):
        return Ask(PLACE, facts)
    return _show(talk, facts, _search(talk, facts, person_id))


def _words(facts: Facts) -> str:
    """The whole message where the need is part of it: search reads days, places and wishes out of it too."""
    need, said = str(facts.get("need") or ""), str(facts.get("said") or "")
    return said if need and need.lower() in said.lower() else need or str(facts.get("worker") or "")


def _in_full(words: str) -> str:
    """Brokers' short words for what is needed, in full, as offerings say it."""
    return SHORTHAND.sub(lambda short: IN_FULL[short.group().lower()], words)


def _search(talk: Talk, facts: Facts, person_id: str) -> Results:
    words = _words(facts)
    asked = Search(
        words=_in_full(words) if talk.me.voice == "broker" else words, person_id=person_id, place=str(facts.get("place") or ""),
        gender=facts.get("gender") or "", language=str(facts.get("language") or ""),
        max_price_pence=facts.get("max_price_pence"), price_unit=str(facts.get("price_unit") or ""),
        worker=str(facts.get("worker") or ""),
    )  # fmt: skip
    return talk.desk.search(asked, limit=int(facts.get("shown", 0)) + _at_once())


def _show(talk: Talk, facts: Facts, results: Results) -> Step:
    if sign := results.signpost:
        return say(" ".join(w for w in (sign.first_line, sign.text) if w), _human())
    if not results.found:
        return _nothing(facts)
    if facts.get("worker") and len(results.found) == 1 and talk.me.voice != "broker":
        return GoTo("book", {**facts, "offering_id": results.found[0].offering_id})
    shown, at_once = int(facts.get("shown", 0)), _at_once()
    page = results.found[shown : shown + at_once] or results.found[-at_once:]
    lines = [
        _heading(results) if not shown else words.MORE_FOUND,
        *(line(found, talk, number) for number, found in enumerate(page, 1)),
    ]
    options = [Option(f.offering_id, f"{n}. {f.provider}") for n, f in enumerate(page, 1)]
    if results.more and shown + at_once < MOST:
        options.append(Option("more", words.SHOW_MORE))
    asked = Question("offering_id", "choice", words.WHICH_ONE, words.WHICH_ONE_SORRY, options=tuple(options))
    return Ask(asked, facts, "\n".join(lines))


def _at_once() -> int:
    return FEW_AT_ONCE if in_few_words() else AT_ONCE


def _heading(results: Results) -> str:
    count = saying.count(len(results.found) + results.more, "offer")
    template = words.FOUND if results.place else words.FOUND_HERE
    found = template.format(count=count, place=results.place)
    limits = " " + words.LOOKED_FOR.format(limits=saying.listed(results.understood)) if results.understood else ""
    return found + limits


def line(found: Found, talk: Talk, number: int) -> str:
    """One result on one line, with its number."""
    return words.LINE.format(number=number, **_parts(found, talk))


def _parts(found: Found, talk: Talk) -> dict[str, str]:
    may = words.SUITS if found.confidence == "strong" else words.MAY_SUIT
    return {
        "title": found.title,
        "provider": found.provider,
        "price": saying.capital(saying.price(found.price)),
        "distance": words.DISTANCE.format(miles=saying.miles(found.miles)) if found.miles is not None else "",
        "free": words.FREE_FROM.format(day=saying.day(found.next_free, talk.today)) if found.next_free else "",
        "checked": words.CHECKED.format(checked=found.checked.rstrip(".")) if found.checked else "",
        "reasons": words.REASONS.format(may=may, reasons="; ".join(found.reasons[:MOST_REASONS]))
        if found.reasons
        else "",
        "limits": words.LIMITS.format(limits="; ".join(found.limits)) if found.limits else "",
    }


def _nothing(facts: Facts) -> Step:
    if worker := facts.get("worker"):
        left = {k: v for k, v in facts.items() if k != "worker"}
        if not left.get("need"):
            return Ask(NEED, left, words.NONE_FOUND_OF_NAME.format(worker=worker))
    again = Button(words.TRY_AGAIN, "option", press=Press("intent", {"intent": "find_help"}, lasting=True))
    return say(words.NONE_FOUND, again, _human())


def _chosen(talk: Talk, facts: Facts, person_id: str) -> Step:
    found = talk.desk.offering(str(facts["offering_id"]), person_id)
    if person_id and found.bookable:
        return GoTo("book", facts)
    parts = _parts(found, talk)
    page = Button(home.OPEN_PAGE, "link", url=talk.desk.page("home", found.offering_id))
    if talk.me.role == "visitor":
        sign_in = Button(home.OPEN_PAGE, "link", url=talk.desk.page("sign_in", found.offering_id))
        return say(words.SIGN_IN_TO_ASK.format(**parts), sign_in, _human())
    extra = "" if found.bookable else " " + words.NOT_BOOKED_HERE
    return say(words.DETAILS.format(**parts) + extra, page, _human())


def _human() -> Button:
    return Button(home.TALK_TO_PERSON, "human", press=Press("human", lasting=True))


def keep(facts: Facts, name: str, value: Value) -> Facts:
    """A choice of "more" turns the page instead."""
    if name == "offering_id" and value == "more":
        return {**facts, "shown": int(facts.get("shown", 0)) + _at_once()}
    return {**facts, name: value}


def refused(facts: Facts, refusal: DeskRefusal) -> Facts | None:
    """A place that could not be found is asked for again; an offering gone is chosen again."""
    if refusal.code in ("unknown_place", "bad_postcode"):
        return {**facts, "place": "", "asked_place": True}
    if refusal.code in ("not_found", "not_bookable") and facts.get("offering_id"):
        return {k: v for k, v in facts.items() if k != "offering_id"}
    return None


FIND = Flow("find", begin, step, keep=keep, refused=refused)
