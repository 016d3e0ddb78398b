"""Who is told what, when something has happened. Each is a job of its own, and each message is written once by its key."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.flows import pushed
from bot.messages import Button, Reply
from bot.phrases import saying
from bot.seen import Told
from market.bookings import queries
from market.bookings.cascade import queries as cascades
from market.bookings.cascade.answers import not_reached
from market.core.actor import STAFF
from market.core.errors import NotFound
from market.core.jobs import Payload
from market.core.times import wall, wall_day
from market.messages.service import Recipient, from_reply, tell
from market.people.access import accounts_of_provider
from market.people.private_links import make_private_link
from market.people.rules import Scope
from market.people.tables import Authority
from market.safeguarding import queries as reports
from market.safeguarding.rules import sees
from market.search import queries as searches
from market.wiring import seen
from market.wiring.recipients import Telling, authority_of, provider_account, provider_name
from providers.references import service as references


def requested(session: Session, payload: Payload, now: datetime) -> None:
    """The provider is asked."""
    said = Telling(session, payload, now)
    booking = said.booking
    reply = pushed.request_to_provider(seen.request(session, booking), now)
    said.to_provider(booking.provider_id, "booking.request", reply, booking.id)


def accepted(session: Session, payload: Payload, now: datetime) -> None:
    """Whoever asked, the person, and who watches over them hear the yes."""
    said = Telling(session, payload, now)
    booking = said.booking
    reply = pushed.booking_accepted(
        seen.accepted(session, booking), provider_name(session, booking), booking.person_id, now
    )
    said.to_circle(booking.person_id, "booking.accepted", reply, booking.id, also=booking.asked_by)


def declined(session: Session, payload: Payload, now: datetime) -> None:
    """Whoever asked hears the no, and may look for someone else."""
    said = Telling(session, payload, now)
    booking = said.booking
    name, person_id = provider_name(session, booking), booking.person_id
    if booking.moves_visit_id is not None:
        stays = seen.visit(session, queries.visit(session, booking.moves_visit_id))
        reply = pushed.move_declined(name, booking.declined_why, stays, now)
    else:
        reply = pushed.booking_declined(name, booking.declined_why, booking.title, person_id)
    said.to_accounts([booking.asked_by], "booking.declined", reply, booking.id)


def expired(session: Session, payload: Payload, now: datetime) -> None:
    """Nobody answered: whoever asked may look for someone else."""
    said = Telling(session, payload, now)
    booking = said.booking
    name = provider_name(session, booking)
    if booking.moves_visit_id is not None:
        reply = pushed.move_expired(name, seen.visit(session, queries.visit(session, booking.moves_visit_id)), now)
    else:
        reply = pushed.booking_expired(name, booking.title, booking.person_id)
    said.to_accounts([booking.asked_by], "booking.expired", reply, booking.id)


def ending_soon(session: Session, payload: Payload, now: datetime) -> None:
    """Whoever may book is asked whether a standing booking shall go on, with the way to ask for more weeks."""
    said = Telling(session, payload, now)
    booking = said.booking
    url = f"/ask/{booking.listing_id}?person={booking.person_id}"
    reply = pushed.ending_soon(booking.title, provider_name(session, booking), booking.until_day, url)
    said.to_circle(booking.person_id, "booking.ending", reply, booking.id, scope=Scope.BOOK)


def visit_cancelled(session: Session, payload: Payload, now: datetime) -> None:
    """The other side hears: the customer's circle when a worker gave it up, the worker when the customer cancelled."""
    said = Telling(session, payload, now)
    event, visit = said.event, said.visit
    if event.facts.get("moved_to"):
        return  # moved with the provider's own yes: `accepted` tells everybody
    if event.facts.get("by_provider"):
        said.to_circle_by_voice(visit, "cascade.started", pushed.worker_cannot_come)
    elif visit.provider_id:
        reply = pushed.visit_cancelled(seen.visit(session, visit), now)
        said.to_provider(visit.provider_id, "visit.cancelled", reply, visit.id)
    elif visit.contact_id:
        contact = cascades.contact(session, visit.contact_id)
        to = Recipient(account_id=contact.account_id, name=contact.name, email=contact.email, phone=contact.phone)
        reply = pushed.visit_cancelled(seen.visit(session, visit), now)
        message = from_reply("visit.cancelled", reply, about=visit.id, names=(contact.name,))
        tell(session, to=to, message=message, key=f"{event.id}:visit.cancelled:{contact.id}", at=now)


def booking_cancelled(session: Session, payload: Payload, now: datetime) -> None:
    """The provider hears that the rest of a run is off. What nobody had said yes to is told in `listing_news`."""
    said = Telling(session, payload, now)
    booking = said.booking
    if booking.accepted_at is None:
        return
    whose = seen.person(session, booking.person_id)
    name = whose.needs.get("known_as") or seen.first_name(whose.name)
    what = f"{booking.title}, {seen.days_words(booking)}"
    reply = Reply(f"{name} has ended this: {what}. No more visits are planned. Thank you for those you made.")
    said.to_provider(booking.provider_id, "booking.cancelled", reply, booking.id)


def visit_changed(session: Session, payload: Payload, now: datetime) -> None:
    """A worker is late, or an agency sends another of its own: whoever waits is told."""
    said = Telling(session, payload, now)
    event, visit = said.event, said.visit
    if event.facts.get("moved_from"):
        return  # `accepted` tells everybody
    words = seen.visit(session, visit)
    if event.facts.get("late"):
        expected = visit.starts_at + (timedelta(minutes=visit.minutes_late))
        reply = pushed.running_late(words, wall(expected), now)
    else:
        when = saying.at_slot(seen.slot(visit), wall_day(now))
        reply = Reply(f"{words.worker} comes from {words.provider} {when}. The time is the same.")
    said.to_circle(visit.person_id, "visit.changed", reply, visit.id)


def listing_decided(session: Session, payload: Payload, now: datetime) -> None:
    """The desk has put a listing on show, or sent it back: its provider is told. What they did themselves they know."""
    said = Telling(session, payload, now)
    event = said.event
    provider_id = event.provider_id or ""
    if event.by in {account.id for account in accounts_of_provider(session, provider_id)}:
        return
    words = {
        "listing.published": "Your listing is on show now. People can find you.",
        "listing.sent_back": "Your listing came back. There is something to put right first.",
    }
    reply = Reply(words[event.name], (Button("See your listing", "link", url="/listing"),))
    said.to_provider(provider_id, event.name, reply, event.subject)


def visit_missed(session: Session, payload: Payload, now: datetime) -> None:
    """The provider hears that they were missed."""
    said = Telling(session, payload, now)
    visit = said.visit
    if visit.provider_id:
        words = seen.visit(session, visit)
        reply = Reply(
            f"{words.for_name} says that nobody came for the visit at {words.start:%H:%M}. Please ring them now."
        )
        said.to_provider(visit.provider_id, "visit.missed", reply, visit.id)


def cover_asked(session: Session, payload: Payload, now: datetime) -> None:
    """A backup contact is asked, by chat, SMS or e-mail, with a private link that shows this one visit."""
    said = Telling(session, payload, now)
    asked = cascades.question(session, said.event.facts["question"])
    contact = cascades.contact(session, asked.contact_id)
    reply = pushed.question(seen.cover_question(session, asked), now)
    lasts = max(timedelta(days=1), asked.answer_by - now + timedelta(days=1))  # a late yes is still thanked
    secret = make_private_link(session, purpose="backup", subject=asked.id, now=now, lasts=lasts)
    link = Button("Open the question", "link", url=f"/backup/{secret}")
    reply = Reply(reply.text, (*reply.buttons, link), urgent=True)
    account_id = contact.account_id or (provider_account(session, contact.provider_id) if contact.provider_id else None)
    to = Recipient(account_id=account_id, name=contact.name, email=contact.email, phone=contact.phone)
    message = from_reply("cascade.question", reply, about=asked.id, names=(contact.name,))
    if tell(session, to=to, message=message, key=f"cover:{asked.id}", at=now) is None:
        not_reached(session, asked.id, now=now)


def not_delivered(session: Session, payload: Payload, now: datetime) -> None:
    """A question to a backup contact went nowhere: the desk is told and the next contact asked. One to a referee: the
    provider sees it, and may name another."""
    facts = Telling(session, payload, now).event.facts
    if facts.get("kind") == "cascade.question" and cascades.is_cover_question(session, facts["about"]):
        not_reached(session, facts["about"], now=now)
    if facts.get("kind") == "reference.question":
        references.not_reached(session, facts["about"], now)


def dearer_asked(session: Session, payload: Payload, now: datetime) -> None:
    """The customer, and who may commit their money, are asked whether dearer cover is all right."""
    said = Telling(session, payload, now)
    event = said.event
    asked = cascades.question(session, event.facts["question"])
    reply = pushed.question(seen.price_question(session, asked), now)
    said.to_circle(event.person_id or "", "cascade.question", reply, asked.id, scope=Scope.BOOK)


def covered(session: Session, payload: Payload, now: datetime) -> None:
    """Everyone hears who is coming after all; contacts still holding a question hear that it is settled."""
    said = Telling(session, payload, now)
    event = said.event
    cascade = cascades.cascade(session, event.subject)
    failed = queries.visit(session, cascade.visit_id)
    stand_in = queries.substitute_of(session, failed.id)
    if stand_in is None:
        raise NotFound
    words = seen.visit(session, stand_in)
    for accounts, is_customer in said.circle(failed.person_id):
        reply = pushed.covered(words, failed.who_comes, now, to_customer=is_customer)
        said.to_accounts(accounts, "cascade.covered", reply, failed.id)
    if failed.provider_id:
        reply = pushed.covered(words, failed.who_comes, now, to_customer=False)
        said.to_provider(failed.provider_id, "cascade.covered", reply, failed.id)


def handed_to_desk(session: Session, payload: Payload, now: datetime) -> None:
    """The desk has it, and the person and their circle know that it has."""
    said = Telling(session, payload, now)
    event = said.event
    cascade = cascades.cascade(session, event.subject)
    failed = queries.visit(session, cascade.visit_id)
    authority = authority_of(session, failed.person_id)
    told = Told(cascade.id, "the out-of-hours desk", authority.out_of_hours_phone if authority else "")
    words = seen.visit(session, failed)
    for accounts, is_customer in said.circle(failed.person_id):
        reply = pushed.handed_to_desk(words, told, now, to_customer=is_customer)
        said.to_accounts(accounts, "cascade.handed_to_desk", reply, failed.id)
    said.to_desk(authority, "cascade.desk", desk_words("Nobody has said yes. Please take this over."))


def desk_told(session: Session, payload: Payload, now: datetime) -> None:
    """The desk knows while the contacts are still being asked."""
    said = Telling(session, payload, now)
    cascade = cascades.cascade(session, said.event.subject)
    words = desk_words("A visit should have begun, or a backup contact cannot be reached. We are still asking.")
    said.to_desk(authority_of(session, cascade.person_id), "cascade.desk", words)


def shortlist_sent(session: Session, payload: Payload, now: datetime) -> None:
    """The person and who may book for them are shown the way to a shortlist."""
    said = Telling(session, payload, now)
    row = searches.shortlist(session, said.event.subject)
    link = Button("Look at them", "link", url=f"/shortlists/{row.id}")
    reply = Reply("There are some people and groups for you to look at. Pick the one you like best.", (link,))
    said.to_circle(row.person_id, "booking.shortlist", reply, row.id, scope=Scope.BOOK)


def human_told(session: Session, payload: Payload, now: datetime) -> None:
    """Every member of staff who sees such reports is told. No words of the report travel in the message."""
    said = Telling(session, payload, now)
    report = reports.report(session, said.event.subject)
    authority = session.get(Authority, report.authority_id) if report.authority_id else None
    words = {
        "danger": "Somebody is in danger now.",
        "concern": "There is a new concern.",
        "talk": "Somebody wants to talk.",
    }
    link = Button("Open it", "link", url=f"/desk/reports/{report.id}")
    reply = Reply(f"{words[report.kind]} Please look now.", (link,), urgent=True)
    roles = [role for role in STAFF if sees(role, report.kind)]
    kind = "safety.danger" if report.kind == "danger" else f"safety.{report.kind}"
    said.to_desk(authority, kind, reply, roles=roles)


def desk_words(words: str) -> Reply:
    """A message to the desk: what is wrong, and the way to the page. No name, no address."""
    return Reply(words, (Button("Open the desk", "link", url="/desk"),), urgent=True)
