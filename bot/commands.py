"""Words that mean one thing only, whatever is open: STOP, a code, bigger, back to English, undo, back to the bot, home."""

import re
from dataclasses import replace

from bot.answering import plain, talk_otherwise
from bot.codes import looks_like_pin
from bot.flows.home import home_reply
from bot.flows.manner import asked_at_once
from bot.flows.table import FLOWS
from bot.messages import Press
from bot.phrases.said import home as words
from bot.presses import act_on, undo
from bot.running import Outcome, advance, is_open, present, renumbered
from bot.store import State
from bot.talk import Talk

CODE = re.compile(
    r"(?:/start\s+|/link\s+|(?:my )?code(?: is)?:?\s+)([\w-]{4,64}|\w{3,5} \w{3,5})\s*[.!]?", re.IGNORECASE | re.ASCII
)
BARE_CODE = re.compile(r"[A-Z0-9]{3,5}[ -]?[A-Z0-9]{3,5}")
STOP_WORDS = frozenset({"stop", "/stop", "unsubscribe", "stop messages"})
START_WORDS = frozenset({"start messages", "messages on"})
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?", re.IGNORECASE)
UNDO_WORDS = frozenset(
    {"undo", "undo that", "undo it", "take that back", "put it back", "put that back", "take it back"}
)
WHO_WORDS = frozenset(
    {"who is this", "who are you", "who am i talking to", "whos this", "who's this", "who dis", "what are you", "who is this please"}
    | {"is anyone there", "is anybody there", "is there anybody there"}
    | {f"{asks} {what}" for asks in ("are you", "is this", "am i talking to")
       for what in ("a robot", "a bot", "a computer", "a machine", "a person", "a real person", "a human", "real", "human")}
)  # fmt: skip
AGAIN_WORDS = frozenset(
    {"what", "pardon", "sorry what", "eh", "what did you say", "say that again", "say it again", "can you say that again", "repeat that",
     "repeat", "what was that", "i don't understand", "i dont understand", "i do not understand", "what do you mean", "come again"}
)  # fmt: skip
RESUME_WORDS = frozenset({"resume", "bot", "back to the bot", "go back to the bot"})


def command(talk: Talk, state: State, text: str) -> Outcome | None:
    """Words that mean one thing only, whatever is open: STOP, a code, back to the bot, home."""
    said = plain(text)
    if said in STOP_WORDS or text.strip().lower() in STOP_WORDS:
        return advance(talk, state, FLOWS["stop"], {"at_once": True})
    if said in START_WORDS or (said == "start" and not talk.me.messages_on):
        return advance(talk, state, FLOWS["start"], {})
    if said in AGAIN_WORDS:
        return _again(talk, state)
    if said in WHO_WORDS:
        return _who_this_is(talk, state)
    if (change := asked_at_once(said)) is not None:
        return talk_otherwise(talk, state, change)
    if said in UNDO_WORDS:
        return undo(talk, state)
    if said in RESUME_WORDS and talk.me.with_human:
        return act_on(talk, state, Press("resume"))
    code = CODE.fullmatch(text)
    if code is None and _may_be_code(talk, state, text):
        code = BARE_CODE.fullmatch(text.upper())
    if code and not (_asks_for_pin(state) and looks_like_pin(code[1] if code.re is CODE else code[0])):
        found = code[1] if code.re is CODE else code[0]
        before = replace(state, open={}) if talk.me.role == "visitor" else replace(State(), asked=state.asked)
        return advance(talk, before, FLOWS["link"], {"code": re.sub(r"[\s-]", "", found).upper()})
    if text.lower() == "/start" or (said in ("menu", "home", "help", "start") and not is_open(state)):
        return Outcome(state, (present(state, words.BACK_TO) if is_open(state) else home_reply(talk.me),))
    return None


def _again(talk: Talk, state: State) -> Outcome:
    """What is open, once more, with a person to talk to; else what can be done here."""
    if not is_open(state):
        return Outcome(state, (home_reply(talk.me, words.HELP),))
    kept = renumbered(state)
    return Outcome(kept, (present(kept, words.AGAIN, human=True),))


def _who_this_is(talk: Talk, state: State) -> Outcome:
    """Said plainly: a machine, and what it is for; whatever was open is asked again."""
    if not is_open(state):
        return Outcome(state, (home_reply(talk.me, words.WHO_I_AM),))
    kept = renumbered(state)
    return Outcome(kept, (present(kept, words.WHO_I_AM, human=True),))


def _asks_for_pin(state: State) -> bool:
    """Whether a PIN is what was asked for: then "my code is 4821" is the answer, and ties no chat."""
    return (state.open.get("question") or {}).get("name") == "pin"


def _may_be_code(talk: Talk, state: State, text: str) -> bool:
    """A bare code is looked for only before a chat is linked, and a postcode is none."""
    new_here = talk.me.role == "visitor" and not is_open(state)
    return new_here and any(c.isdigit() or c == "-" for c in text) and not POSTCODE.fullmatch(text)
