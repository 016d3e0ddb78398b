"""Answer a question put to this person: cover a visit, pay more for cover, go on with a booking.

A pushed question carries all there is to know, so its button settles it at once. A typed yes or no is read back first.
"""

from bot.flows import pushed
from bot.flows.pushed import human_button
from bot.phrases import saying
from bot.phrases.said import care as words
from bot.questions import Option, Question
from bot.seen import OpenQuestion, Settled
from bot.talk import Ask, Facts, Flow, Heard, ReadBack, Say, Step, Talk, say, slots_of

READ_BACKS = {
    ("cover", True): "COVER_READ_BACK",
    ("cover", False): "COVER_NO_READ_BACK",
    ("dearer", True): "DEARER_READ_BACK",
    ("dearer", False): "DEARER_NO_READ_BACK",
    ("renew", True): "RENEW_READ_BACK",
    ("renew", False): "RENEW_NO_READ_BACK",
}
THANKS = {"cover": "COVER_THANKS", "dearer": "DEARER_THANKS", "renew": "RENEW_THANKS"}
NO_THANKS = {"cover": "NO_THANKS", "dearer": "NO_THANKS_DEARER", "renew": "NO_THANKS_RENEW"}
"""Names of phrases, by kind of question: which words they stand for is settled in each turn."""


def begin(talk: Talk, heard: Heard, text: str) -> Facts:
    """Whether a yes or a no was typed."""
    return {"yes": heard.intent in ("yes", "accept_request")}


def step(talk: Talk, facts: Facts) -> Step:
    """Which question it is about, and the answer read back."""
    waiting = talk.desk.open_questions()
    if not waiting:
        return say(words.NO_QUESTION, human_button())
    meant = [q for q in waiting if q.id == facts.get("question_id")] if facts.get("question_id") else waiting
    if len(meant) != 1:
        options = tuple(Option(q.id, f"{q.for_name}, {saying.slot_words(q.slot, talk.today)}") for q in waiting[:4])
        asked = Question("question_id", "choice", words.WHICH_QUESTION, words.WHICH_QUESTION_SORRY, options=options)
        return Ask(asked, facts)
    text = _phrase(READ_BACKS[meant[0].kind, bool(facts["yes"])]).format(**_parts(meant[0], talk))
    return ReadBack(text, {**facts, "question_id": meant[0].id})


def do(talk: Talk, facts: Facts) -> Step:
    """Settle what was read back."""
    return settled(talk, str(facts["question_id"]), bool(facts["yes"]))


def settled(talk: Talk, question_id: str, yes: bool) -> Say:
    """Settle a question and say what came of it. Also what the buttons of a pushed question do."""
    done = talk.desk.settle(question_id, yes, talk.key)
    return say(_outcome(done, talk))


def _outcome(done: Settled, talk: Talk) -> str:
    asked = done.question
    parts = _parts(asked, talk)
    if done.outcome == "done":
        return _phrase(THANKS[asked.kind]).format(**parts)
    if done.outcome == "declined":
        return _phrase(NO_THANKS[asked.kind])
    if done.outcome == "already_covered":
        return words.TOO_LATE.format(**parts)
    if done.outcome == "late":
        return (words.TOO_LATE_TIME if asked.kind == "cover" else words.TOO_LATE_OTHER).format(**parts)
    return words.ALREADY


def _phrase(name: str) -> str:
    return str(getattr(words, name))


def _parts(asked: OpenQuestion, talk: Talk) -> dict[str, str]:
    return {
        "for_name": asked.for_name,
        "slot": saying.at_slot(asked.slot, talk.today),
        "who": asked.who or asked.title,
        "extra": saying.money(asked.extra_pence),
        "until": saying.plain_date(asked.until) if asked.until else "",
        "place": words.AT_PLACE.format(place=asked.place) if asked.place else "",
    }


def show(talk: Talk, facts: Facts) -> Step:
    """The questions waiting for this person, each as it was first put."""
    waiting = talk.desk.open_questions()
    if not waiting:
        return say(words.NO_QUESTION, human_button())
    return Say(tuple(pushed.question(q, talk.now) for q in waiting[:3]))


ASKED = Flow("asked", slots_of, show)
SETTLE = Flow("settle", begin, step, do)
