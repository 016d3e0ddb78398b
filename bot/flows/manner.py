"""How we talk: bigger or slower, by phone, in another language; stop and start messages; link a chat; a PIN."""

import json
from dataclasses import replace

from bot.desk import DeskRefusal
from bot.flows.home import home_reply
from bot.flows.pushed import human_button
from bot.flows.told import told_words
from bot.messages import Button, Press, Reply
from bot.phrases.languages import LANGUAGES
from bot.phrases.said import care as words
from bot.phrases.said import change_language, change_words
from bot.questions import Option, Question
from bot.seen import HowWeTalk
from bot.talk import Act, Ask, Facts, Flow, GoTo, Heard, ReadBack, Say, Step, Talk, say, slots_of

OTHERS = (Option("phone", words.PHONE), Option("language", words.LANGUAGE))
SLOWER = Question(
    "manner", "choice", words.TALK_WHAT, words.TALK_WHAT_SORRY, options=(Option("slower", words.BIGGER), *OTHERS)
)
FULLER = replace(SLOWER, options=(Option("fuller", words.FULLER), *OTHERS))
LANGUAGE = Question("language", "text", words.WHICH_LANGUAGE, words.WHICH_LANGUAGE_SORRY)
PIN = Question("pin", "code", words.PIN, words.PIN_SORRY)
PAGE_CODE = Question("pin", "code", words.PIN_NONE, words.WHAT_CODE_SORRY)
CODE = Question("code", "code", words.WHAT_CODE, words.WHAT_CODE_SORRY)


_AROUND = (
    "please pls can could you we i i'd id want need would like it its it's this make go be a bit little to me now again for "
    "thanks thank ok sorry my the is are so much"
)
_OF = ("letters", "writing", "words", "print", "text", "type")
_ENGLISH = frozenset(
    f"{how}english{only}" for only in ("", " only")
    for how in ("", "back to ", "back in ", "back into ", "in ", "speak ", "speak in ", "talk ", "talk in ", "switch to ",
                "switch back to ", "change to ", "change back to ", "use ", "just ", "only ", "plain ")
) | {"po angielsku", "angielski", "proszę po angielsku"}  # fmt: skip
_SLOWER = frozenset(
    {"bigger", "larger", "slower", "slow down", "slowly", "too fast", "not so fast", "too small", "too many words",
     "fewer words", "less words", "say less", "speak slower", "talk slower", "going too fast", "większe litery", "wolniej"}
    | {f"{how} {of}" for of in _OF for how in ("bigger", "larger", "large", "big")} | {f"{of} is too small" for of in _OF}
)  # fmt: skip
_FULLER = frozenset(
    {"smaller", "back to normal", "too big", "too slow", "speed up", "faster", "quicker", "more words", "say more", "too few words"}
    | {f"{how} {of}" for of in _OF for how in ("smaller", "normal", "small")} | {f"{of} is too big" for of in _OF}
)  # fmt: skip


def asked_at_once(said: str) -> Facts | None:
    """A change in how we talk said in so many words and nothing else: "back to English", "bigger", "slow down". Else None.

    "More" and "longer" are no such words: they answer other questions.
    """
    core = said.split()
    while core and core[0] in _AROUND.split():
        core = core[1:]
    while core and core[-1] in _AROUND.split():
        core = core[:-1]
    kept = " ".join(core)
    if kept in _ENGLISH:
        return {"manner": "language", "language": "English", "at_once": True}
    if kept in _SLOWER or kept in _FULLER:
        return {"manner": "slower" if kept in _SLOWER else "fuller", "at_once": True}
    return None


def begin(talk: Talk, heard: Heard, text: str) -> Facts:
    """A language named is the change; else it is asked."""
    language = heard.slots.get("language")
    return {"manner": "language", "language": language} if language else {}


def change(talk: Talk, facts: Facts) -> Step:
    """Which change, read back; asked for in so many words, it is made at once, since it harms nobody and can be undone."""
    if facts.get("at_once"):
        return Act(facts)
    if not facts.get("manner"):
        return Ask(FULLER if talk.me.large_and_slow else SLOWER, facts)
    if facts["manner"] == "language":
        return _language(facts)
    said = {"slower": words.SET_SLOWER, "fuller": words.SET_FULLER, "phone": words.SET_PHONE}[facts["manner"]]
    return ReadBack(words.TALK_READ_BACK.format(change=said), facts)


def _language(facts: Facts) -> Step:
    """A language that we have phrases of is used where it can be; any other is written down, and a person found."""
    language = facts.get("language")
    if not language:
        return Ask(LANGUAGE, facts)
    if language not in (*LANGUAGES, "English"):
        return ReadBack(words.NOT_SPOKEN.format(language=language), facts, human=True)
    change = words.SET_LANGUAGE.format(language=language)
    return ReadBack(words.TALK_READ_BACK.format(change=change), facts, human=True)


def change_it(talk: Talk, facts: Facts) -> Step:
    """Keep the change."""
    manner = facts["manner"]
    change = HowWeTalk(
        large_and_slow={"slower": True, "fuller": False}.get(manner),
        phone_instead=True if manner == "phone" else None,
        language=str(facts["language"]) if manner == "language" else None,
    )
    talk.desk.change_how_we_talk(change, talk.key)
    if change.language:
        change_language(change.language)
    if change.large_and_slow is not None:
        change_words(few=change.large_and_slow)
    me = talk.me
    before = {"large_and_slow": me.large_and_slow, "language": me.language}
    undo = None if manner == "phone" else ("manner", json.dumps(before))
    return Say((Reply(words.TALK_DONE, (human_button(),)),), undo=undo)


def stop(talk: Talk, facts: Facts) -> Step:
    """A bare STOP is done at once; words that only seem to ask for silence are read back."""
    return Act(facts) if facts.get("at_once") else ReadBack(words.STOP_READ_BACK, facts)


def stop_it(talk: Talk, facts: Facts) -> Step:
    """No more messages here."""
    talk.desk.stop_messages(talk.key)
    return say(words.STOPPED)


def at_once(talk: Talk, facts: Facts) -> Step:
    """Typed in so many words, or a thing that harms nobody."""
    return Act(facts)


def start_it(talk: Talk, facts: Facts) -> Step:
    """Messages on again."""
    talk.desk.start_messages(talk.key)
    return say(words.STARTED)


def link(talk: Talk, facts: Facts) -> Step:
    """Typing the code is the act: it can do nothing but tie this chat to the account that was shown it."""
    return Act(facts) if facts.get("code") else Ask(CODE, facts)


def link_it(talk: Talk, facts: Facts) -> Step:
    """Tie the chat to the account."""
    me = talk.desk.link_account(str(facts["code"]), talk.key)
    return Say((Reply(words.LINKED.format(name=me.name)), home_reply(me)))


def link_refused(facts: Facts, refusal: DeskRefusal) -> Facts | None:
    """A mistyped code is asked for again; not when there have been too many."""
    return {} if refusal.code in ("wrong_code", "code_expired") else None


def unlock(talk: Talk, facts: Facts) -> Step:
    """Ask for the PIN, then go back to what was wanted."""
    return Act(facts) if facts.get("pin") else Ask(PIN if talk.me.has_pin else PAGE_CODE, facts, human=True)


def unlock_it(talk: Talk, facts: Facts) -> Step:
    """Open private things, and take up what was wanted from its step: an act is read back again."""
    talk.desk.unlock(str(facts["pin"]))
    return GoTo(str(facts["flow"]), dict(facts["facts"]))


def unlock_refused(facts: Facts, refusal: DeskRefusal) -> Facts | None:
    """A wrong PIN is asked for again; not when there have been too many."""
    return {k: v for k, v in facts.items() if k != "pin"} if refusal.code == "wrong_code" else None


def human_it(talk: Talk, facts: Facts) -> Step:
    """Ask for a person; the bot is quiet from here until either side gives the chat back."""
    told = talk.desk.hand_over(str(facts.get("said", "")), talk.key)
    back = Button(words.HUMAN_BACK, "back", press=Press("resume", lasting=True))
    return Say((Reply(told_words(words.HUMAN_DONE, told, talk), (back,)),), quiet_after=True)


MANNER_FLOW = Flow("manner", begin, change, change_it)
STOP = Flow("stop", slots_of, stop, stop_it)
START = Flow("start", slots_of, at_once, start_it)
LINK = Flow("link", slots_of, link, link_it, refused=link_refused)
UNLOCK = Flow("unlock", slots_of, unlock, unlock_it, refused=unlock_refused)
HUMAN = Flow("human", slots_of, at_once, human_it)
