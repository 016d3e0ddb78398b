"""Money left, hopes for the plan, and worries."""

from bot.flows.home import to_page
from bot.flows.pushed import human_button
from bot.flows.told import told_words
from bot.flows.whose import is_self, whose
from bot.messages import MOST_BUTTONS, Button, Press
from bot.phrases import saying
from bot.phrases.said import care as words
from bot.phrases.said import home
from bot.questions import Option, Question
from bot.seen import Person, Pot
from bot.talk import Ask, Facts, Flow, Heard, ReadBack, Step, Talk, say, slots_of

HOPE_SORRY = words.WHAT_HOPE_SORRY
WRONG = Question("words", "text", words.WHAT_WRONG, words.WHAT_WRONG_SORRY)
WANTS = (words.WANT_CALL, words.WANT_LOOK, words.WANT_STOP, words.WANT_UNSURE)
WANTED = Question(
    "wanted", "text", words.WHAT_WANTED, words.WHAT_WANTED_SORRY, options=tuple(Option(w, w) for w in WANTS)
)


def balance(talk: Talk, facts: Facts) -> Step:
    """What is left in each pot."""
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    pots = talk.desk.pots(person.id)
    if not pots:
        return say(words.NO_POTS, human_button())
    whose_words = words.YOUR if is_self(talk, person) else words.OF.format(name=person.name)
    return say("\n".join([words.BALANCE.format(whose=whose_words), *(_pot(p, talk) for p in pots)]))


def _pot(pot: Pot, talk: Talk) -> str:
    held = words.HELD.format(held=saying.money(pot.held_pence)) if pot.held_pence else ""
    until = words.UNTIL.format(day=saying.day(pot.until, talk.today)) if pot.until else ""
    return words.POT.format(name=pot.name, free=saying.money(pot.free_pence), held=held, until=until)


def pay(talk: Talk, facts: Facts) -> Step:
    """What is to be paid, each with a private page. Money itself is never taken in a chat."""
    if talk.me.voice not in ("customer", "supporter") or talk.me.role == "visitor":
        return to_page(talk, {**facts, "intent": "pay"})
    found = talk.desk.to_pay()
    if not found:
        return say(words.NOTHING_TO_PAY, Button(home.OPEN_PAGE, "link", url=talk.desk.page("money")), human_button())
    lines = [words.TO_PAY_LINE.format(words=one.words, pence=saying.money(one.pence)) for one in found]
    buttons = [Button(words.PAY_THIS.format(words=one.words), "link", url=one.url) for one in found[: MOST_BUTTONS - 1]]
    return say("\n".join([words.TO_PAY, *lines]), *buttons, human_button())


def begin_hope(talk: Talk, heard: Heard, text: str) -> Facts:
    """The hope as it was heard, else the whole message: it is read back, and stays in the person's words."""
    facts = slots_of(talk, heard, text)
    if not facts.get("need") and len(text.split()) > 2:
        facts["need"] = text
    return facts


def hope(talk: Talk, facts: Facts) -> Step:
    """Read a hope back before it goes into the plan, in the person's own words."""
    person = whose(talk, facts)
    if not isinstance(person, Person):
        return person
    facts = {**facts, "person_id": person.id}
    mine = is_self(talk, person)
    if not facts.get("need"):
        question = words.WHAT_HOPE.format(who="you" if mine else person.name)
        return Ask(Question("need", "text", question, HOPE_SORRY), facts)
    whose_words = words.YOUR_PLAN if mine else words.PLAN_OF.format(name=person.name)
    return ReadBack(words.HOPE_READ_BACK.format(whose=whose_words, words=facts["need"]), facts)


def add_hope(talk: Talk, facts: Facts) -> Step:
    """Put it in the plan, and offer to look for help with it."""
    talk.desk.add_outcome(str(facts["person_id"]), str(facts["need"]), talk.key)
    press = Press("find", {"need": str(facts["need"]), "person": str(facts["person_id"])}, lasting=True)
    return say(words.HOPE_DONE, Button(words.FIND_FOR_IT, "option", press=press))


def _hope_change(facts: Facts) -> tuple[Option, ...]:
    return (Option("need", "The words"),)


def begin_worry(talk: Talk, heard: Heard, text: str) -> Facts:
    """The whole message is what happened: no part of it is left out."""
    return {"for_whom": heard.slots.get("for_whom", ""), "person": heard.slots.get("person", ""), "words": text}


def worry(talk: Talk, facts: Facts) -> Step:
    """Ask what the person wants to happen; it is theirs to say. Nobody has to be named for a worry to be heard."""
    if not facts.get("words"):
        return Ask(WRONG, facts, words.CONCERN_OPEN)
    if not facts.get("wanted"):
        return Ask(WANTED, facts, words.CONCERN_OPEN)
    about = _about(talk, facts)
    if isinstance(about, Ask):
        return about
    text = words.CONCERN_READ_BACK.format(words=facts["words"], wanted=facts["wanted"])
    return ReadBack(text, {**facts, "about": about}, yes=words.YES_SEND)


def _about(talk: Talk, facts: Facts) -> str | Ask:
    """Whom the worry is about, if that is clear or can be asked; "" where it is not: nobody has to be named."""
    if talk.me.voice in ("customer", "supporter"):
        person = whose(talk, facts) if talk.me.people else None
        return person if isinstance(person, Ask) else (person.id if isinstance(person, Person) else "")
    found = talk.desk.people_called(str(facts["person"])) if facts.get("person") else ()
    return found[0].id if len(found) == 1 else ""


def send_worry(talk: Talk, facts: Facts) -> Step:
    """Tell safeguarding and no one else."""
    told = talk.desk.raise_concern(str(facts["about"]), str(facts["words"]), str(facts["wanted"]), talk.key)
    return say(told_words(words.CONCERN_DONE, told, talk), human_button())


def _worry_change(facts: Facts) -> tuple[Option, ...]:
    return (Option("words", "What happened"), Option("wanted", "What I want"))


PAY = Flow("pay", slots_of, pay)
BALANCE = Flow("balance", slots_of, balance)
HOPE = Flow("hope", begin_hope, hope, add_hope, change=_hope_change)
WORRY = Flow("worry", begin_worry, worry, send_worry, change=_worry_change)
