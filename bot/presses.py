"""What pressing a button does, by its verb. Buttons answer reminders, requests and questions from any state.

A pushed message says all there is to know, so its button acts at once; the person is then back where they were.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.answering import begin, park, pressed
from bot.danger import pass_on
from bot.desk import DeskRefusal
from bot.flows import pushed as pushed_words
from bot.flows import requests, settle
from bot.flows.home import home_reply
from bot.flows.table import BY_INTENT, FLOWS
from bot.messages import Press, Reply
from bot.phrases.said import care, danger, home
from bot.running import Outcome, advance, back_to_parked, ended, is_open, present, refusal_reply, renumbered
from bot.store import State
from bot.talk import Facts, Say, Talk
from bot.understood import Plainly


def act_on(talk: Talk, state: State, press: Press) -> Outcome:
    """What this press comes to. A verb of another version of the bot is answered as out of date."""
    verb = VERBS.get(press.verb)
    return verb(talk, state, press) if verb else stale(talk, state, home.OUT_OF_DATE)


def stale(talk: Talk, state: State, sentence: str) -> Outcome:
    """Say that a button is past its use, and show the present."""
    if not is_open(state):
        return Outcome(state, (home_reply(talk.me, f"{sentence} {home.HELP}"),))
    kept = renumbered(state)
    return Outcome(kept, (present(kept, sentence),))


def _answer(talk: Talk, state: State, press: Press) -> Outcome:
    if not is_open(state) or press.facts.get("number") != str(state.open.get("number")):
        return stale(talk, state, home.OUT_OF_DATE)
    return pressed(talk, state, press.facts.get("value", ""))


def _intent(talk: Talk, state: State, press: Press) -> Outcome:
    if press.facts.get("intent") not in BY_INTENT:
        return stale(talk, state, home.OUT_OF_DATE)
    return begin(talk, state, Plainly(press.facts["intent"]), press.facts.get("text", ""))


def _find(talk: Talk, state: State, press: Press) -> Outcome:
    facts = {"need": press.facts.get("need", ""), "person_id": press.facts.get("person", ""), "intent": "find_help"}
    return advance(talk, park(state, "find"), FLOWS["find"], facts)


def _week(talk: Talk, state: State, press: Press) -> Outcome:
    return advance(talk, park(state, "week"), FLOWS["week"], {"person_id": press.facts.get("person", "")})


def _human(talk: Talk, state: State, press: Press) -> Outcome:
    return advance(talk, park(state, "human"), FLOWS["human"], {"said": press.facts.get("said", "")})


def _resume(talk: Talk, state: State, press: Press) -> Outcome:
    talk.desk.resume(talk.key)
    if is_open(state):
        kept = renumbered(state)
        return Outcome(kept, (present(kept, home.BACK_TO),))
    if state.open.get("parked"):
        return back_to_parked(state, (Reply(care.BACK_AGAIN),))
    return Outcome(state, (home_reply(talk.me, care.RESUMED),))


def _unpark(talk: Talk, state: State, press: Press) -> Outcome:
    """Back to the question that was passed over."""
    return back_to_parked(state, ()) if state.open.get("parked") else stale(talk, state, home.OUT_OF_DATE)


def undo(talk: Talk, state: State, about: str = "") -> Outcome:
    """Take back the last deed, while that can be; `about` is what the pressed button was about."""
    kept = state.undo
    meant = kept if kept and about in ("", kept["about"]) else {}
    facts: Facts = {"gone": bool(meant) or bool(about)}
    if meant and talk.now <= datetime.fromisoformat(meant["until"]):
        facts = {"deed": meant["deed"], "about": meant["about"]}
    return advance(talk, park(replace(state, undo={}), "undo"), FLOWS["undo"], facts)


def _undo(talk: Talk, state: State, press: Press) -> Outcome:
    return undo(talk, state, press.facts.get("about", ""))


def _home(talk: Talk, state: State, press: Press) -> Outcome:
    return Outcome(state, (present(state),) if is_open(state) else (home_reply(talk.me, home.HELP),))


def _danger_over(talk: Talk, state: State, press: Press) -> Outcome:
    if is_open(state):
        return _home(talk, state, press)
    return ended(replace(state, danger=""), (home_reply(talk.me, danger.GLAD),))


def _danger_answer(talk: Talk, state: State, press: Press) -> Outcome:
    return pass_on(talk, state, press.facts.get("answer", ""))


def _settling(yes: bool) -> Callable[[Talk, State, Press], Outcome]:
    def settled(talk: Talk, state: State, press: Press) -> Outcome:
        question = press.facts["question"]
        then = {"flow": "settle", "facts": {"question_id": question, "yes": yes}}
        return _at_once(talk, state, lambda: settle.settled(talk, question, yes), then)

    return settled


def _accept(talk: Talk, state: State, press: Press) -> Outcome:
    request = press.facts["request"]
    then = {"flow": "accept", "facts": {"request_id": request}}
    return _at_once(talk, state, lambda: requests.accepted(talk, request), then)


def _decline(talk: Talk, state: State, press: Press) -> Outcome:
    facts = {"request_id": press.facts["request"], "pressed": True}
    return advance(talk, park(state, "decline"), FLOWS["decline"], facts)


def _show_request(talk: Talk, state: State, press: Press) -> Outcome:
    for request in talk.desk.requests():
        if request.id == press.facts["request"]:
            return _back(state, pushed_words.request_to_provider(request, talk.now))
    return stale(talk, state, home.OUT_OF_DATE)


def _at_once(talk: Talk, state: State, deed: Callable[[], Say], then: Facts) -> Outcome:
    """Do it, and come back. On a locked phone the PIN is asked for first, and `then` reads the deed back."""
    try:
        said = deed()
    except DeskRefusal as refusal:
        if refusal.code == "locked":
            return advance(talk, park(state, "unlock"), FLOWS["unlock"], then)
        return _back(state, refusal_reply(refusal))
    return _back(state, *said.replies)


def _back(state: State, *replies: Reply) -> Outcome:
    """These words, and then the open question again if there is one: the person is back where they were."""
    if not is_open(state):
        return Outcome(state, replies)
    kept = renumbered(state)
    return Outcome(kept, (*replies, present(kept, home.BACK_TO)))


VERBS: dict[str, Callable[[Talk, State, Press], Outcome]] = {
    "answer": _answer,
    "intent": _intent,
    "find": _find,
    "week": _week,
    "human": _human,
    "resume": _resume,
    "home": _home,
    "unpark": _unpark,
    "undo": _undo,
    "danger.over": _danger_over,
    "danger.answer": _danger_answer,
    "question.yes": _settling(True),
    "question.no": _settling(False),
    "request.accept": _accept,
    "request.decline": _decline,
    "request.show": _show_request,
}
"""Every verb but "says", which the engine takes as though it had been typed."""
