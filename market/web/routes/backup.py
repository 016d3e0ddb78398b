"""A backup contact's yes or no: by a private link with no account, or signed in. Every answer goes the same way."""

from starlette.responses import Response

from market.bookings.cascade import queries
from market.bookings.cascade.answers import answer
from market.bookings.cascade.tables import CascadeQuestion
from market.core.actor import PROVIDERS, Actor, Role, System
from market.core.errors import NotFound
from market.web import guards
from market.web.ask import Ask
from market.web.errors import NothingWritten
from market.web.page import GET, POST, Page
from market.web.shown.cover import shown_cover
from market.wiring import seen

CONTACTS = guards.role(Role.BACKUP_CONTACT, Role.SUPPORTER, Role.ATTORNEY, *PROVIDERS)
BY_LINK = System("backup-contact")


def by_link(ask: Ask) -> Response:
    """The one visit that the link is about, and two buttons. Looking changes nothing: mail scanners look too."""
    return cover_page(ask, _linked(ask), f"/backup/{ask.path['secret']}")


def answer_by_link(ask: Ask) -> Response:
    """Yes or no. The first answer counts; whatever comes of it is shown on the same page."""
    by = ask.actor if isinstance(ask.actor, Actor) else BY_LINK
    answer(ask.session, _linked(ask).id, said_yes(ask), by=by, now=ask.now)
    return ask.go(f"/backup/{ask.path['secret']}")


def _linked(ask: Ask) -> CascadeQuestion:
    if ask.link is None:
        raise NotFound
    return queries.question(ask.session, ask.link.subject)


def said_yes(ask: Ask) -> bool:
    """Which button was pressed. Raises `NothingWritten` for neither."""
    if ask.typed("answer") not in ("yes", "no"):
        raise NothingWritten("answer", "Choose yes or no.")
    return ask.typed("answer") == "yes"


def cover_page(ask: Ask, question: CascadeQuestion, action: str) -> Response:
    """One question, as it stands for whoever was asked."""
    return ask.page("backup/question.html", cover=shown_cover(ask.session, question, ask.now), action=action)


def backup(ask: Ask) -> Response:
    """What waits for this contact's answer, what they have said yes to, and whom they stand by."""
    me = ask.me
    waiting = queries.open_questions_for(ask.session, me.account_id, me.provider_id)
    contacts = queries.contacts_held_by(ask.session, me.account_id, me.provider_id)
    agreed = queries.cover_to_come(ask.session, [contact.id for contact in contacts], ask.now)
    people = [seen.person(ask.session, contact.person_id) for contact in contacts]
    return ask.page(
        "backup/list.html",
        questions=[shown_cover(ask.session, question, ask.now) for question in waiting],
        going=[shown_cover(ask.session, question, ask.now) for question in agreed],
        names=list(dict.fromkeys(str(one.needs.get("known_as") or seen.first_name(one.name)) for one in people)),
    )


def asked_of_me(ask: Ask) -> Response:
    """One question put to whoever is signed in."""
    question = _mine(ask)
    return cover_page(ask, question, f"/backup/asked/{question.id}")


def answer_signed_in(ask: Ask) -> Response:
    """The same yes or no, signed in."""
    question = _mine(ask)
    answer(ask.session, question.id, said_yes(ask), by=ask.me, now=ask.now)
    return ask.go(f"/backup/asked/{question.id}")


def _mine(ask: Ask) -> CascadeQuestion:
    """A question to this very contact. Raises `NotFound` for one to anybody else."""
    me, question = ask.me, queries.question(ask.session, ask.path["question_id"])
    contacts = queries.contacts_held_by(ask.session, me.account_id, me.provider_id)
    if question.contact_id not in {contact.id for contact in contacts}:
        raise NotFound
    return question


ROUTES = [
    Page("/backup", backup, CONTACTS, GET),
    Page("/backup/asked/{question_id}", asked_of_me, CONTACTS, GET),
    Page("/backup/asked/{question_id}", answer_signed_in, CONTACTS, POST),
    Page("/backup/{secret}", by_link, guards.private_link("backup"), GET, name="backup_link"),
    Page("/backup/{secret}", answer_by_link, guards.private_link("backup"), POST, again=by_link),
]
