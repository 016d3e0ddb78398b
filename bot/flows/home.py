"""The first page of the chat: what one can do, by who one is. And what the chat leaves to a page."""

from collections.abc import Sequence
from dataclasses import replace

from bot.flows.pushed import human_button
from bot.messages import MOST_BUTTONS, Button, Press, Reply
from bot.phrases.said import home as words
from bot.phrases.said import in_few_words
from bot.seen import Me
from bot.talk import Facts, Flow, Say, Step, Talk, menu_button, say, slots_of

MENUS: dict[str, tuple[tuple[str, str], ...]] = {
    "visitor": (("FIND_HELP", "find_help"), ("HAVE_CODE", "link_account")),
    "customer": (
        ("WHO_IS_COMING", "who_is_coming"), ("SEE_WEEK", "list_visits"), ("NOBODY_HAS_COME", "worker_not_arrived"),
        ("FIND_HELP", "find_help"),
    ),
    "supporter": (
        ("SEE_WEEK", "list_visits"), ("WHO_IS_COMING", "who_is_coming"), ("FIND_HELP", "find_help"),
        ("MONEY_LEFT", "ask_balance"),
    ),
    "provider": (("REQUESTS", "list_requests"), ("MY_VISITS", "list_visits"), ("CANNOT_COME", "cannot_come")),
    "backup-contact": (("ASKED_OF_ME", "open_questions"),),
    "broker": (("CASELOAD", "caseload"), ("FIND_MATCH", "match_need")),
}  # fmt: skip
"""By kind of person, the names of the words on each button and what it asks for; most likely first."""

FEW = 3
"""Choices of the menu, besides a person, for somebody who wants few at a time."""

LONGEST_NEED = 40
"""Words; a longer message is not kept on a button."""

PAGES = {
    "change_visit": "visits",
    "set_backup_contact": "backup",
    "pay": "money",
    "change_availability": "availability",
    "ask_pay_due": "pay",
}
"""Intents that a page serves and this chat does not, or not for everybody (see `care.pay`, `move_visit`)."""


def menu(me: Me) -> tuple[Button, ...]:
    """What this person most often wants, most likely first, and a person to talk to."""
    kind: str = "visitor" if me.role == "visitor" else me.voice
    if kind == "supporter" and not me.people:
        kind = "backup-contact"
    shown = MENUS[kind][:FEW] if in_few_words() else MENUS[kind]
    return (*(menu_button(getattr(words, name), intent) for name, intent in shown), human_button())


def home_reply(me: Me, lead: str = "") -> Reply:
    """The menu under a greeting, or under `lead`."""
    greeting = words.HELLO_VISITOR if me.role == "visitor" else words.HELLO.format(name=me.name)
    return Reply(lead or greeting, menu(me))


def unclear_reply(me: Me, text: str, likely: Sequence[str] = ()) -> Reply:
    """Words that could be anything: the likeliest reading, a need, is offered as the first button; the menu stands below.

    `likely` are the intents the words lean to: what the menu has of them stands first.
    """
    reply = home_reply(me, words.NOT_UNDERSTOOD)
    reply = replace(reply, buttons=tuple(sorted(reply.buttons, key=lambda b: _rank(b, likely))))
    if me.voice == "provider" or not 2 <= len(text.split()) <= LONGEST_NEED:
        return reply
    as_need = Press("intent", {"intent": "match_need" if me.voice == "broker" else "find_help", "text": text})
    others = tuple(b for b in reply.buttons if b.label not in (words.FIND_HELP, words.FIND_MATCH))
    return Reply(reply.text, (Button(words.FIND_THIS, "option", press=as_need), *others)[:MOST_BUTTONS])


def _rank(button: Button, likely: Sequence[str]) -> int:
    intent = button.press.facts.get("intent") if button.press else None
    return likely.index(intent) if intent in likely else len(likely)


def to_page(talk: Talk, facts: Facts) -> Step:
    """Send to the page that does it; a person can do it too."""
    intent = str(facts["intent"])
    address = talk.desk.page(PAGES[intent])  # type: ignore[arg-type]
    return say(
        words.GO_TO_PAGE.format(what=words.WHAT_IT_IS[intent]),
        Button(words.OPEN_PAGE, "link", url=address),
        human_button(),
    )


def feedback(talk: Talk, facts: Facts) -> Step:
    """Thank, and offer a person to read it."""
    yes = Button(words.TO_A_PERSON, "human", press=Press("human", {"said": str(facts.get("said", ""))[:500]}))
    return Say((Reply(words.FEEDBACK, (yes, Button(words.NO_THANKS, "decline", press=Press("home")))),))


TO_PAGE = Flow("to_page", slots_of, to_page)
FEEDBACK = Flow("feedback", slots_of, feedback)
