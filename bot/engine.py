"""One turn of a conversation: something comes in, replies go out.

The order never changes: safety on every message in every state; a message seen before; a person who has the conversation;
buttons; the open question; a new request. The engine decides nothing of the field and does nothing but through the desk.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot.answering import begin, plain, typed
from bot.commands import RESUME_WORDS, command
from bot.danger import Alarm, UnclearAlarm, answer_danger, pass_on
from bot.desk import Desk, DeskRefusal
from bot.flows.home import home_reply, unclear_reply
from bot.flows.pushed import human_button
from bot.flows.table import BY_INTENT, FLOWS
from bot.messages import Incoming, Reply
from bot.phrases.languages import LANGUAGES, asked_in
from bot.phrases.said import Manner, change_language, spoken_to
from bot.phrases.said import home as words
from bot.presses import act_on, stale
from bot.running import Outcome, advance, is_open, present, refusal_reply, renumbered
from bot.store import STATE_VERSION, State, Store
from bot.talk import Heard, Talk
from bot.understood import Plainly

BUTTONS_LAST = timedelta(days=2)
LONGEST_MESSAGE = 2000
"""Letters read of one message. A longer one is asked for again in short, except by safety, which reads it all."""

LONG_LETTER = 30
"""Words from which what nothing was made of is taken for a pasted letter: it is asked for in short, and not called beside the point."""
LONGEST_ANSWER = 6
"""Words; anything longer is more than a yes or a no."""
NO_SIGNS = re.compile(r"^(?:no|nope|sorry)\b|\b(?:can't|cant|cannot|unable|not able)\b")
YES_SIGNS = re.compile(r"^(?:yes|yeah|yep|ok|okay|sure|happy to)\b|\b(?:i|i'll|we) (?:can|will|could)\b")


class Understand(Protocol):
    """`bot.understanding.understand` with its roster already given by the edge, or any stand-in for it."""

    def __call__(self, text: str, *, role: str, now: datetime) -> Heard: ...


@dataclass(frozen=True)
class Turn:
    """What one incoming message came to. `replies` have button ids. `understood` is None for a press and for no words.

    `duplicate`: this id was answered before and these are those replies. `silent`: a member of staff has the conversation.
    `broken`: only after danger with store or desk down; roll back, but show the replies all the same (their buttons have no ids).
    `used_up`: the message whose button was pressed offers nothing any more; a channel that can takes its buttons off.
    """

    replies: tuple[Reply, ...]
    understood: Heard | None = None
    duplicate: bool = False
    silent: bool = False
    broken: bool = False
    used_up: bool = False


class Engine:
    """Holds one conversation's turn. Made for one actor's desk; keeps nothing between turns."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        understand: Understand,
        check_safety: Callable[[str, datetime], Alarm | None],
        clock: Callable[[], datetime],
    ) -> None:
        self.desk = desk
        self.store = store
        self.understand = understand
        self.check_safety = check_safety
        self.clock = clock

    def turn(self, incoming: Incoming) -> Turn:
        """Answer one incoming message. Danger is answered even when store and desk are both down."""
        now = self.clock()
        incoming = replace(incoming, text=_cleaned(incoming.text))
        alarm = self.check_safety(incoming.text, now) if incoming.text else None
        if alarm is None:
            return self._safe_turn(incoming, now)
        try:
            return self._danger_turn(incoming, now, alarm)
        except Exception:
            # Whatever is broken, the number is still shown, and the person is told plainly that nobody knows yet.
            return Turn((alarm.reply(told=False),), Plainly("danger_now"), broken=True)

    def _danger_turn(self, incoming: Incoming, now: datetime, alarm: Alarm) -> Turn:
        with self.store.locked(incoming.conversation):
            if (again := self.store.answered(incoming.conversation, incoming.id)) is not None:
                return Turn(again, Plainly("danger_now"), duplicate=True)
            state = self._load(incoming.conversation)
            with spoken_to(self._manner()):
                outcome = answer_danger(self.desk, state, alarm, incoming.text, _key(incoming))
            return self._keep(incoming, now, outcome, Plainly("danger_now"))

    def _manner(self) -> Manner:
        """How this person is spoken to; plain English where the desk cannot say, since danger must not wait for it."""
        try:
            me = self.desk.me()
        except Exception:
            return Manner()
        return Manner(me.language, me.large_and_slow)

    def _safe_turn(self, incoming: Incoming, now: datetime) -> Turn:
        with self.store.locked(incoming.conversation):
            if (again := self.store.answered(incoming.conversation, incoming.id)) is not None:
                return Turn(again, duplicate=True)
            me = self.desk.me()
            talk = Talk(self.desk, me, now, _key(incoming), partial(self.understand, role=me.voice, now=now))
            state = self._load(incoming.conversation)
            with spoken_to(Manner(me.language, me.large_and_slow)):
                try:
                    outcome, heard = self._outcome(talk, state, incoming)
                except DeskRefusal as refusal:
                    outcome, heard = Outcome(state, (refusal_reply(refusal),)), None
            turn = self._keep(incoming, now, outcome, heard)
            return replace(turn, silent=not outcome.replies, used_up=self._used_up(incoming, now))

    def _load(self, conversation: str) -> State:
        state = self.store.load(conversation)
        return state if state.version == STATE_VERSION else State()

    def _keep(self, incoming: Incoming, now: datetime, outcome: Outcome, heard: Heard | None) -> Turn:
        self.store.save(incoming.conversation, outcome.state)
        expires = now + BUTTONS_LAST
        replies = tuple(self.store.keep_buttons(incoming.conversation, r, expires) for r in outcome.replies)
        self.store.remember(incoming.conversation, incoming.id, replies)
        return Turn(replies, heard)

    def _used_up(self, incoming: Incoming, now: datetime) -> bool:
        """A lasting button is fresh for ever; any other is not fresh a second time."""
        if incoming.kind != "button":
            return False
        return self.store.take_button(incoming.conversation, incoming.button, now).freshness != "fresh"

    def _outcome(self, talk: Talk, state: State, incoming: Incoming) -> tuple[Outcome, Heard | None]:
        if incoming.kind == "button":
            return self._button(talk, state, incoming)
        if incoming.kind != "text":
            return _not_words(state, incoming), None
        return self._words(talk, state, incoming.text)

    def _button(self, talk: Talk, state: State, incoming: Incoming) -> tuple[Outcome, Heard | None]:
        taken = self.store.take_button(incoming.conversation, incoming.button, talk.now)
        if taken.press is None or taken.freshness != "fresh":
            sentence = words.ANSWERED_ALREADY if taken.freshness == "used" else words.OUT_OF_DATE
            return stale(talk, state, sentence), None
        if taken.press.verb == "says":
            return self._words(talk, state, taken.press.facts["text"])
        return act_on(talk, state, taken.press), None

    def _words(self, talk: Talk, state: State, text: str) -> tuple[Outcome, Heard | None]:
        text = text.strip()
        if talk.me.with_human and plain(text) not in RESUME_WORDS:
            talk.desk.tell_human(text, talk.key)
            return Outcome(state, ()), None
        if (done := command(talk, state, text)) is not None:
            return done, None
        if not any(c.isalnum() for c in text) or len(text) > LONGEST_MESSAGE:
            return _beside(talk, state, words.TOO_LONG if len(text) > LONGEST_MESSAGE else words.EMPTY), None
        heard = _heard(talk, text)
        if heard.intent == "danger_now":
            return answer_danger(talk.desk, state, UnclearAlarm(), text, talk.key), heard
        if state.danger:
            return pass_on(talk, state, text), heard
        if is_open(state):
            return typed(talk, state, text, heard), heard
        return _afresh(talk, state, heard, text), heard


def _heard(talk: Talk, text: str) -> Heard:
    """What the words mean. Words in a language that we have phrases of are answered in it, from this very message on."""
    if asked := asked_in(text):
        language, intent = asked
        change_language(language)
        return Plainly(intent, {"language": language} if intent == "change_how_we_talk" else {})
    heard = talk.hear(text)
    if heard.intent == "change_how_we_talk" and heard.slots.get("language") in LANGUAGES:
        change_language(str(heard.slots["language"]))
    return heard


def _afresh(talk: Talk, state: State, heard: Heard, text: str) -> Outcome:
    """A new request, or words that are none."""
    if (answer := _answer(heard, text)) and _answers_a_question(talk, heard):
        return advance(talk, state, FLOWS["settle"], {"yes": answer == "yes"})
    if heard.intent == "yes" and talk.me.voice == "provider" and talk.desk.requests():
        return begin(talk, state, Plainly("accept_request"), text)
    if heard.intent in BY_INTENT:
        return begin(talk, state, heard, text)
    if heard.intent == "greeting_or_thanks":
        thanked = any(
            word in plain(text).split() for word in ("thanks", "thank", "ta", "cheers", "thx", "thnx", "thanx")
        )
        return Outcome(state, (home_reply(talk.me, words.THANKS if thanked else ""),))
    if heard.intent == "out_of_scope" and len(text.split()) >= LONG_LETTER and not heard.either.get("intent"):
        return Outcome(state, (Reply(words.TOO_LONG, (human_button(),)),))
    if heard.intent == "out_of_scope" and "intent" not in heard.ask and not heard.either.get("intent"):
        return Outcome(state, (home_reply(talk.me, words.OUT_OF_SCOPE),))
    if heard.intent in ("yes", "no"):
        return Outcome(state, (home_reply(talk.me, words.YES_TO_WHAT),))
    return Outcome(state, (unclear_reply(talk.me, text, heard.either.get("intent", ())),))


def _answer(heard: Heard, text: str) -> str:
    """ "yes" or "no" where the words are mostly that ("yes I can go", "sorry can't"); it is read back before it counts."""
    if heard.intent in ("yes", "no", "accept_request"):
        return "no" if heard.intent == "no" else "yes"
    said = plain(text)
    if len(said.split()) > LONGEST_ANSWER:
        return ""
    if NO_SIGNS.search(said):
        return "no"
    return "yes" if YES_SIGNS.search(said) else ""


def _answers_a_question(talk: Talk, heard: Heard) -> bool:
    """A yes or no is about a question put to this person; a PA's "happy to do it" only where cover was asked."""
    waiting = talk.desk.open_questions() if talk.me.role != "visitor" else ()
    of_work = heard.intent in ("accept_request", "decline_request", "cannot_come")
    return bool(waiting) and (not of_work or any(q.kind == "cover" for q in waiting))


def _not_words(state: State, incoming: Incoming) -> Outcome:
    """A voice note, a picture or a file: kindly not understood, with a person to talk to. Nothing open is lost."""
    sentence = {"voice": words.VOICE, "picture": words.PICTURE}.get(incoming.kind, words.OTHER_KIND)
    if not is_open(state):
        return Outcome(state, (Reply(sentence, (human_button(),)),))
    kept = renumbered(state)
    return Outcome(kept, (present(kept, sentence, human=True),))


def _beside(talk: Talk, state: State, sentence: str) -> Outcome:
    """A sentence, and then what is open, or the menu."""
    if not is_open(state):
        return Outcome(state, (home_reply(talk.me, sentence),))
    kept = renumbered(state)
    return Outcome(kept, (present(kept, sentence),))


def _cleaned(text: str) -> str:
    """The text without what no database keeps: NUL, and halves of letters that a broken channel may send."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def _key(incoming: Incoming) -> str:
    return f"{incoming.conversation}:{incoming.id}"
