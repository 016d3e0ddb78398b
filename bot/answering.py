"""Take an answer to the open question: a press, or what was typed, which may be something else altogether."""

import re
from dataclasses import replace

from bot.codes import looks_like_pin
from bot.flows.table import BY_INTENT, FLOWS, INTERRUPTS
from bot.messages import Reply
from bot.phrases.said import home as words
from bot.phrases.said import said as in_manner
from bot.questions import NotUnderstood, Question, Value, read
from bot.running import (
    Outcome,
    advance,
    ask_what_to_change,
    ended,
    is_of_another_day,
    present,
    question_from_json,
    renumbered,
)  # fmt: skip
from bot.store import State
from bot.talk import Facts, Flow, Heard, Talk
from bot.understood import Plainly

MORE_THAN_A_NAME = 3
"""Words. Where a name was asked for, so many that are a request of their own are one."""
OF_MESSAGES = re.compile(r"messag|text|chat|contact|ringing|email")
"""What "stop" must name to be about messages, while a visit is being stopped."""
TELLS_WHICH = frozenset({"which_visit", "date", "dates", "weekdays", "person", "need"})
"""Slots without which the same thing, said again, is only a part of it."""
FRAME = "Please book a visit on"
FRAME_OF_LENGTH = "Please book a visit for"
TIME_SLOTS = frozenset({"date", "dates", "weekdays", "repeat", "until", "start", "end", "duration_minutes"})
TAKES_ANYTHING = frozenset({"words", "wanted", "note", "reason"})
"""Free answers that must not be read as a new request: what somebody tells of a worry is what they tell."""
YES_WORDS = frozenset(
    {"yes", "y", "yes please", "yep", "yeah", "ok", "okay", "go ahead", "yes go ahead", "please do", "that's right"}
)
NO_WORDS = frozenset({"no", "n", "no thanks", "no thank you", "nope", "don't", "dont"})
NEVER_MIND = frozenset(
    {"never mind", "nevermind", "forget it", "cancel that", "leave it", "go back", "not now", "scrap that", "scrap it", "forget that",
     "leave that", "stop that", "no stop that", "no wait stop that", "wait stop", "never mind that", "no wait", "not any more",
     "changed my mind", "i've changed my mind", "ive changed my mind", "i have changed my mind", "don't bother", "dont bother"}
)  # fmt: skip
NONE_OF_THESE = NO_WORDS | {
    "none", "none of these", "none of them", "none of those", "neither", "not those", "not any of them", "no not that", "no not those",
    "no not that one", "not that one", "no none of them", "i don't want any", "i dont want any", "no not them",
}  # fmt: skip
"""Said to a choice that holds nothing wanted."""
NOT_THAT = NONE_OF_THESE - NO_WORDS - {"none", "neither"}
"""Said to a later question, when what was chosen before it was not meant."""
KIN = (
    ("find", "book"),
    ("coming", "late_query", "nobody"),
    ("requests", "accept", "decline"),
    ("running_late", "arrived", "finished", "cannot_come"),
)
"""Flows that overtake one another: who has arrived need not be asked again how late they will be."""
CHANGE_WORDS = frozenset({"change", "change it", "that's wrong", "thats wrong", "not right"})


def begin(talk: Talk, state: State, heard: Heard, text: str, lead: str = "") -> Outcome:
    """Start what was asked for, parking what was open (unless it is the same thing)."""
    flow = FLOWS[BY_INTENT[heard.intent]]
    facts = {**flow.begin(talk, heard, text), "intent": heard.intent}
    return advance(talk, park(state, flow.name, also_of(heard, text)), flow, facts, lead=lead)


def also_of(heard: Heard, text: str) -> dict[str, str] | None:
    """The second thing asked for, kept to be offered when the first is done."""
    second = next((i for i in heard.also if i in BY_INTENT and i != heard.intent), None)
    return {"intent": second, "text": text} if second else None


def park(state: State, flow: str, also: dict[str, str] | None = None) -> State:
    """Put the open flow aside for later: one only, and never one of the same kind as the new."""
    kept = {} if not also else {"also": also}
    open_now = {k: v for k, v in state.open.items() if k not in ("parked", "also")}
    parked = open_now or state.open.get("parked")
    if parked and parked.get("flow") not in _same(flow):
        kept["parked"] = parked
    return replace(state, open=kept)


def _same(flow: str) -> tuple[str, ...]:
    return next((kin for kin in KIN if flow in kin), (flow,))


def talk_otherwise(talk: Talk, state: State, facts: Facts) -> Outcome:
    """Change how we talk; what was open is then asked again, in the new way."""
    open_now = state.open
    if not open_now.get("question") or open_now["flow"] == "manner":
        return advance(talk, state, FLOWS["manner"], facts)
    told = advance(talk, replace(state, open={}), FLOWS["manner"], facts)
    waiting = {k: v for k, v in open_now.items() if k in ("parked", "also")}
    back = replace(told.state, open=waiting)
    if open_now["question"]["name"] == "change":
        again = ask_what_to_change(talk, back, FLOWS[open_now["flow"]], open_now["facts"], lead=words.BACK_TO)
    else:
        again = advance(talk, back, FLOWS[open_now["flow"]], open_now["facts"], lead=words.BACK_TO)
    return Outcome(again.state, (*told.replies, *again.replies))


def pressed(talk: Talk, state: State, value: str) -> Outcome:
    """An answer given by a button of the present question."""
    return _taken(talk, state, value, None)


def typed(talk: Talk, state: State, text: str, heard: Heard) -> Outcome:
    """An answer given in words, or a change of subject."""
    question, flow = _open(state)
    said = plain(text)
    if said in NO_WORDS and question.name == "person_id":
        return ended(state, (Reply(words.NOTHING_DONE),))
    if said in NEVER_MIND | NOT_THAT and question.name not in TAKES_ANYTHING:
        return ended(state, (Reply(words.NOTHING_DONE),))
    if (
        question.kind == "choice"
        and question.name != "confirm"
        and said in NONE_OF_THESE
        and not _reads(question, text, talk, {})
    ):
        return ended(state, (Reply(words.NOTHING_DONE),))
    if _is_of_another_language(heard) and question.name not in TAKES_ANYTHING:
        return begin(talk, state, heard, text)
    if question.name == "confirm":
        return _confirm(talk, state, flow, said, text, heard)
    if question.name in TAKES_ANYTHING:
        if heard.intent == "talk_to_human" and len(said.split()) <= 8:
            return begin(talk, state, heard, text)
        return _taken(talk, state, text, heard)
    if question.name == "change" and (amended := flow.amend(talk, state.open["facts"], heard)) is not None:
        return advance(talk, state, flow, amended)
    if (amended := _changed_meanwhile(talk, state, question, flow, text, heard)) is not None:
        return advance(talk, state, flow, amended)
    if _said_anew(talk, question, flow, text, heard):
        return begin(talk, state, heard, text)
    if _interrupts(question, flow, text, heard, talk):
        return begin(talk, state, heard, text)
    if question.kind == "text" and heard.intent == "greeting_or_thanks":
        return sorry(state, words.THANKS)
    return _taken(talk, state, text, heard)


def _changed_meanwhile(
    talk: Talk, state: State, question: Question, flow: Flow, text: str, heard: Heard
) -> Facts | None:
    """ "Actually make it 10", said to a later question: it changes what is being asked for, and no visit that stands."""
    changes = heard.intent == "change_visit" and not heard.slots.get("which_visit")
    if not changes or _reads(question, text, talk, dict(heard.slots)):
        return None
    return flow.amend(talk, state.open["facts"], heard)


def _said_anew(talk: Talk, question: Question, flow: Flow, text: str, heard: Heard) -> bool:
    """Whether the same thing is asked for again in full ("move Thursday's to Friday"), and is no answer to the question."""
    if BY_INTENT.get(heard.intent) != flow.name or question.kind in ("text", "code"):
        return False
    told = TELLS_WHICH & set(heard.slots)
    return bool(told) and len(text.split()) > 2 and not _reads(question, text, talk, dict(heard.slots))


def _is_of_another_language(heard: Heard) -> bool:
    """Whether somebody has just written in, or asked for, another language: whatever is open, they may not have understood it."""
    return heard.intent == "change_how_we_talk" and bool(heard.slots.get("language"))


def plain(text: str) -> str:
    """Small letters, without marks, for comparing whole answers."""
    return " ".join(re.sub(r"[^\w' ]", " ", text.lower().replace("’", "'")).split())


def _interrupts(question: Question, flow: Flow, text: str, heard: Heard, talk: Talk) -> bool:
    """Whether this is something else: a clear other request that is no plain answer to the question."""
    if heard.intent not in BY_INTENT or BY_INTENT[heard.intent] in _same(flow.name):
        return False
    if question.kind == "code" and looks_like_pin(text):
        return False
    if heard.intent == "stop_messages" and flow.name == "stop_one" and not OF_MESSAGES.search(text.lower()):
        return False
    if question.name == "person_id" and question.kind == "text":
        return len(text.split()) >= MORE_THAN_A_NAME
    if question.kind in ("text", "code"):
        return heard.intent in INTERRUPTS and len(text.split()) > 1
    if _reads(question, text, talk, {}):
        return False
    return heard.intent in INTERRUPTS or not _reads(question, text, talk, dict(heard.slots))


def _reads(question: Question, text: str, talk: Talk, slots: Facts) -> bool:
    try:
        read(question, text, talk.now, slots)
    except NotUnderstood:
        return False
    return True


def fragment(talk: Talk, text: str, frame: str = FRAME) -> Heard:
    """The days and times in words that are no whole request ("a week on Thursday", "half nine"), heard in a frame that is one."""
    slots = talk.hear(f"{frame} {text}").slots
    return Plainly("", {k: v for k, v in slots.items() if k in TIME_SLOTS})


def _value(talk: Talk, question: Question, text: str, heard: Heard) -> Value:
    """The answer read plainly, with what was heard in passing, or as a fragment; the first sentence of sorry if none will do."""
    try:
        return read(question, text, talk.now, heard.slots)
    except NotUnderstood:
        if question.kind not in ("day", "days", "time", "length") or not any(c.isalpha() for c in text):
            raise
        told = fragment(talk, text, FRAME_OF_LENGTH if question.kind == "length" else FRAME).slots
        if not told:
            raise
        return read(question, text, talk.now, told)


def _confirm(talk: Talk, state: State, flow: Flow, said: str, text: str, heard: Heard) -> Outcome:
    if state.open.get("interrupted"):
        return sorry(state, words.WHICH_YES)
    if said in YES_WORDS or (heard.intent == "yes" and not heard.slots):
        return _decided(talk, state, flow, "yes")
    if said in NO_WORDS or (heard.intent == "no" and not heard.slots):
        return _decided(talk, state, flow, "no")
    if said in CHANGE_WORDS:
        return _decided(talk, state, flow, "change")
    amended = flow.amend(talk, state.open["facts"], heard)
    if amended is None and heard.intent not in BY_INTENT:
        amended = flow.amend(talk, state.open["facts"], fragment(talk, text))
    if amended is not None and heard.intent not in INTERRUPTS:
        return advance(talk, state, flow, amended)
    if heard.intent in BY_INTENT:
        return begin(talk, state, heard, text)
    return sorry(state, words.CONFIRM_SORRY)


def _decided(talk: Talk, state: State, flow: Flow, value: str) -> Outcome:
    facts = state.open["facts"]
    if value == "yes" and is_of_another_day(talk, state):
        waiting = {k: v for k, v in state.open.items() if k in ("parked", "also")}
        return advance(talk, replace(state, open=waiting), flow, facts, lead=words.BACK_TO)
    if value == "yes":
        return advance(talk, state, flow, facts, act=True)
    if value == "change" and flow.change(facts):
        return ask_what_to_change(talk, state, flow, facts)
    return ended(state, (Reply(words.NOTHING_DONE),))


def _taken(talk: Talk, state: State, text: str, heard: Heard | None) -> Outcome:
    question, flow = _open(state)
    if question.name == "confirm":
        return _decided(talk, state, flow, text)
    facts = state.open["facts"]
    try:
        value = _value(talk, question, text, heard) if heard else read(question, text, talk.now)
        kept = flow.forget(facts, str(value)) if question.name == "change" else flow.keep(facts, question.name, value)
    except NotUnderstood as not_understood:
        thanked = heard is not None and heard.intent == "greeting_or_thanks"
        return sorry(state, words.THANKS if thanked else not_understood.sentence)
    return advance(talk, state, flow, kept)


def sorry(state: State, sentence: str) -> Outcome:
    """Say kindly what would do, and ask again, with a person to talk to."""
    again = renumbered(state)
    return Outcome(again, (present(again, in_manner(sentence), human=True),))


def _open(state: State) -> tuple[Question, Flow]:
    return question_from_json(state.open["question"]), FLOWS[state.open["flow"]]
