"""Take back what was just done, for ten minutes, where the world still allows it.

A request that nobody has answered can be taken back, and a change in how we talk. What somebody has been told and acts on
already (a visit stopped, a request accepted, that nobody has come) is not undone by a word: a person is offered.
"""

import json
from datetime import timedelta

from bot.flows.pushed import human_button
from bot.phrases.said import change_language, change_words
from bot.phrases.said import home as words
from bot.seen import HowWeTalk
from bot.talk import Act, Facts, Flow, Heard, Step, Talk, say

FOR = timedelta(minutes=10)


def begin(talk: Talk, heard: Heard, text: str) -> Facts:
    """The deed is put among the facts by whoever starts this: the engine, from the conversation's state."""
    return {}


def step(talk: Talk, facts: Facts) -> Step:
    """The press, or the word, is the act: it brings back what was there, and adds nothing."""
    if not facts.get("deed"):
        return say(words.UNDO_TOO_LATE if facts.get("gone") else words.NOTHING_TO_UNDO, human_button())
    return Act(facts)


def do(talk: Talk, facts: Facts) -> Step:
    """Bring back what was there before."""
    if facts["deed"] == "ask":
        talk.desk.take_back(str(facts["about"]), talk.key)
        return say(words.UNDONE_ASK)
    before = HowWeTalk(**json.loads(facts["about"]))
    talk.desk.change_how_we_talk(before, talk.key)
    change_language(before.language or "English")
    if before.large_and_slow is not None:
        change_words(few=before.large_and_slow)
    return say(words.UNDONE)


UNDO = Flow("undo", begin, step, do)
