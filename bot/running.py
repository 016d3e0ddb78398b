"""Run a flow through one turn: take its steps until it asks, reads back or ends, and keep what it needs for the next turn.

What is open is one JSON value in the state: the flow, its facts, the question as it was asked, its number, and one parked
flow to come back to. Buttons carry that number, so that a button of an older question is known for what it is.
"""

from dataclasses import dataclass, replace
from typing import Any

from bot.desk import DeskRefusal
from bot.flows.pushed import human_button
from bot.flows.table import FLOWS
from bot.flows.undo import FOR
from bot.messages import MOST_BUTTONS, Button, Means, Press, Reply
from bot.phrases.said import home as words
from bot.phrases.said import said
from bot.questions import Option, Question
from bot.store import State
from bot.talk import Act, Ask, Facts, Flow, GoTo, ReadBack, Say, Talk

MOST_STEPS = 6
"""Turns of one flow into another, or second tries after a refusal, within one turn; beyond it something is circular."""

MOST_RETURNS = 1
"""How often a question that was passed over is put again by itself."""

CONFIRM = Question("confirm", "choice", "", words.CONFIRM_SORRY)
CHANGE = Question("change", "choice", words.WHAT_TO_CHANGE, words.WHAT_TO_CHANGE_SORRY)


@dataclass(frozen=True)
class Outcome:
    """What a turn came to: the state to keep, and what to say."""

    state: State
    replies: tuple[Reply, ...]


def advance(talk: Talk, state: State, flow: Flow, facts: Facts, *, act: bool = False, lead: str = "") -> Outcome:
    """Take steps until one asks, reads back or ends. `act` starts with the deed itself: only after a Yes to its read-back."""
    for _ in range(MOST_STEPS):
        try:
            step = flow.do(talk, facts) if act else flow.step(talk, facts)
        except DeskRefusal as refusal:
            if refusal.code == "locked" and flow.name != "unlock":
                flow, facts, act = FLOWS["unlock"], {"flow": flow.name, "facts": facts}, False
                continue
            again = flow.refused(facts, refusal)
            if again is None or again == facts:
                return stuck(talk, state, flow, facts, refusal)
            facts, act, lead = again, False, _joined(lead, refusal.sentence)
            continue
        if isinstance(step, GoTo):
            flow, facts, act = FLOWS[step.flow], step.facts, False
        elif isinstance(step, Act):
            facts, act = step.facts, True
        else:
            return _rest(talk, state, flow, step, lead)
    raise RuntimeError(f"the flow {flow.name} goes round in a circle")


def _rest(talk: Talk, state: State, flow: Flow, step: Ask | ReadBack | Say, lead: str) -> Outcome:
    if isinstance(step, Ask):
        return _ask(state, flow, step, lead)
    if isinstance(step, ReadBack):
        return _read_back(talk, state, flow, step, lead)
    if step.undo:
        state, step = _undoable(talk, state, step, step.undo)
    if step.quiet_after:
        return Outcome(aside(state), _with_lead(step.replies, lead))
    return ended(state, _with_lead(step.replies, lead))


def _undoable(talk: Talk, state: State, step: Say, undo: tuple[str, str]) -> tuple[State, Say]:
    """Keep what may be taken back, with a button that does it while that can be."""
    deed, about = undo
    until = (talk.now + FOR).isoformat()
    button = Button(words.UNDO, "back", press=Press("undo", {"until": until, "about": about}))
    first, *rest = step.replies
    replies = (replace(first, buttons=(*first.buttons, button)), *rest)
    return replace(state, undo={"deed": deed, "about": about, "until": until}), replace(step, replies=replies)


def _asked(question: Question) -> str:
    """The question as a chat turn says it to this person."""
    return _joined(said(question.words), said(question.hint) if question.hint else "")


def _ask(state: State, flow: Flow, step: Ask, lead: str) -> Outcome:
    choices = [(said(o.label), o.value, _means(o, step.means)) for o in step.question.options]
    reply_text = _asked(step.question)
    kept = _opened(state, flow, step.facts, step.question, reply_text, choices)
    return Outcome(kept, (present(kept, _joined(lead, step.lead), human=step.human),))


def _read_back(talk: Talk, state: State, flow: Flow, step: ReadBack, lead: str) -> Outcome:
    choices: list[tuple[str, str, Means]] = [(said(step.yes), "yes", "confirm"), (words.NO, "no", "decline")]
    if flow.change(step.facts):
        choices.insert(1, (words.CHANGE, "change", "option"))
    kept = _opened(state, flow, step.facts, CONFIRM, step.sentence, choices)
    kept = replace(kept, open={**kept.open, "said_on": talk.today.isoformat()})
    return Outcome(kept, (present(kept, lead, human=step.human),))


def is_of_another_day(talk: Talk, state: State) -> bool:
    """Whether what is open was read back on a day gone by: its "tomorrow" is not tomorrow now, and no Yes may count for it."""
    return str(state.open.get("said_on") or talk.today.isoformat()) != talk.today.isoformat()


def ask_what_to_change(talk: Talk, state: State, flow: Flow, facts: Facts, lead: str = "") -> Outcome:
    """Offer the facts that may be changed; with one only, ask for it at once."""
    options = flow.change(facts)
    if len(options) == 1:
        return advance(talk, state, flow, flow.forget(facts, options[0].value), lead=lead)
    question = replace(CHANGE, options=options)
    choices: list[tuple[str, str, Means]] = [(said(o.label), o.value, "option") for o in options]
    kept = _opened(state, flow, facts, question, _asked(question), choices)
    return Outcome(kept, (present(kept, lead),))


def stuck(talk: Talk, state: State, flow: Flow, facts: Facts, refusal: DeskRefusal) -> Outcome:
    """The desk said no and the flow has no way on by itself: say so, and offer what can be changed. Nothing typed is lost.

    Where an answer is waited for, there is nothing to change.
    """
    if not refusal.choices and refusal.code != "already_done" and flow.change(facts):
        return ask_what_to_change(talk, state, flow, facts, lead=refusal.sentence)
    return ended(state, (refusal_reply(refusal),))


def refusal_reply(refusal: DeskRefusal) -> Reply:
    """The desk's sentence, its ways on as buttons, and a person."""
    offered = refusal.choices[: MOST_BUTTONS - 1]
    buttons = [Button(c.label, "option", press=Press("says", {"text": c.says})) for c in offered]
    return Reply(refusal.sentence, (*buttons, human_button()))


def ended(state: State, replies: tuple[Reply, ...]) -> Outcome:
    """Close the flow; offer what else was asked for; come back to a parked flow if there is one."""
    also, parked = state.open.get("also"), state.open.get("parked")
    closed = replace(state, open={})
    if also:
        replies = (*replies, _offer(also))
    if not parked:
        return Outcome(closed, replies)
    if replies and parked.get("returns", 0) >= MOST_RETURNS and len(replies[-1].buttons) < MOST_BUTTONS:
        return Outcome(replace(closed, open={"parked": parked}), _with_way_back(replies))
    return back_to_parked(state, replies)


def back_to_parked(state: State, replies: tuple[Reply, ...]) -> Outcome:
    """These words, and then the question that was put aside, asked again."""
    parked = state.open["parked"]
    again = {**parked, "returns": int(parked.get("returns", 0)) + 1}
    kept = renumbered(replace(state, open=again))
    return Outcome(kept, (*replies, present(kept, words.BACK_TO)))


def _with_way_back(replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """A question that was passed over before is not put again each time: a button leads back to it."""
    *before, last = replies
    return (
        *before,
        replace(last, buttons=(*last.buttons, Button(words.WAY_BACK, "back", press=Press("unpark", lasting=True)))),
    )


def aside(state: State) -> State:
    """What is open put aside, to be come back to when asked; its buttons go out of date."""
    open_now = {k: v for k, v in state.open.items() if k != "parked"}
    kept = open_now if open_now.get("flow") else state.open.get("parked")
    return replace(state, open={"parked": kept} if kept else {})


def _offer(also: dict[str, str]) -> Reply:
    text = words.ALSO.format(what=words.WHAT_IT_IS.get(also["intent"], "something else"))
    yes = Button(words.ALSO_YES, "option", press=Press("intent", also))
    return Reply(text, (yes, Button(words.NO_THANKS, "decline", press=Press("home"))))


def is_open(state: State) -> bool:
    """Whether a question waits for an answer (a flow put aside during danger does not)."""
    return bool(state.open.get("question"))


def renumbered(state: State) -> State:
    """The open question asked anew: buttons of its former asking are out of date."""
    number = state.asked + 1
    asked_anew = {k: v for k, v in state.open.items() if k != "interrupted"}
    return replace(state, asked=number, open={**asked_anew, "number": number})


def present(state: State, lead: str = "", *, human: bool = False) -> Reply:
    """What is open now, said again, with buttons of its present number."""
    number = {"number": str(state.open["number"])}
    choices = state.open["choices"]
    buttons = [Button(label, means, press=Press("answer", {**number, "value": v})) for label, v, means in choices]
    if human and len(buttons) < MOST_BUTTONS:
        buttons.append(human_button())
    return Reply(_joined(lead, state.open["text"], "\n"), tuple(buttons[:MOST_BUTTONS]))


def _opened(
    state: State, flow: Flow, facts: Facts, question: Question, text: str, choices: list[tuple[str, str, Means]]
) -> State:
    number = state.asked + 1
    kept: dict[str, Any] = {
        "flow": flow.name, "facts": facts, "question": question_as_json(question), "text": text,
        "choices": [list(c) for c in choices], "number": number,
    }  # fmt: skip
    carried = {k: state.open[k] for k in ("parked", "also") if state.open.get(k)}
    return replace(state, asked=number, open={**kept, **carried})


def question_as_json(question: Question) -> dict[str, Any]:
    """A question as it was asked, so that the answer is read against these very options."""
    options = [[o.value, o.label] for o in question.options]
    return {
        "name": question.name, "kind": question.kind, "words": question.words, "sorry": question.sorry,
        "hint": question.hint, "options": options, "half": question.half,
    }  # fmt: skip


def question_from_json(kept: dict[str, Any]) -> Question:
    """The question that `question_as_json` wrote."""
    return Question(**{**kept, "options": tuple(Option(value, label) for value, label in kept["options"])})


def _means(option: Option, means: Means) -> Means:
    return "more" if option.value == "more" else means


def _with_lead(replies: tuple[Reply, ...], lead: str) -> tuple[Reply, ...]:
    if not lead or not replies:
        return replies
    return (replace(replies[0], text=_joined(lead, replies[0].text)), *replies[1:])


def _joined(first: str, then: str, between: str = " ") -> str:
    return between.join(part for part in (first, then) if part)
