"""What is said when a human has been told."""

from bot.phrases import saying
from bot.phrases.said import visits as words
from bot.seen import Told
from bot.talk import Talk


def told_words(template: str, told: Told, talk: Talk) -> str:
    """Who has been told, when to hear, and the number to ring."""
    by = words.TOLD_BY.format(by=saying.when(told.by, talk.now)) if told.by else ""
    number = words.TOLD_NUMBER.format(number=told.number) if told.number else ""
    return template.format(who=told.who, by=by, number=number)
