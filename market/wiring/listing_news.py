"""News of listings: the question "still right?", what the desk decided, and what taking one down means for whom."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.messages import Button, Reply
from bot.phrases import saying
from market.bookings import queries
from market.bookings.queries import visits_of_listing_after
from market.bookings.standing_down import stand_listing_down, stand_provider_down
from market.bookings.tables import Visit
from market.core.actor import Role
from market.core.jobs import Payload
from market.core.money import pounds
from market.core.times import wall_day
from market.people.private_links import end_private_links, make_private_link
from market.people.rules import Scope
from market.wiring import seen
from market.wiring.recipients import Telling, authority_of, provider_name
from providers.listings.queries import decisions_on
from providers.listings.queries import listing as listing_by_id
from providers.listings.rules import ListingState
from providers.listings.service import put_up_approved
from providers.organisations.queries import provider as provider_by_id
from providers.organisations.rules import ProviderState

STILL_RIGHT = "still-right"
LINK_LASTS = timedelta(days=60)
OTHERS_WITHIN = timedelta(days=14)
_SEE = Button("See your listing", "link", url="/listing")


def asked_still_right(session: Session, payload: Payload, now: datetime) -> None:
    """Six months on: one tap says that a listing is still right, and whether there is room. By chat where there is one, else
    by e-mail. The newest link is the one that opens."""
    said = Telling(session, payload, now)
    row = listing_by_id(session, said.event.subject)
    end_private_links(session, purpose=STILL_RIGHT, subject=row.id, now=now)
    secret = make_private_link(session, purpose=STILL_RIGHT, subject=row.id, now=now, lasts=LINK_LASTS)
    text = (
        "Is your listing still right, and have you room for somebody new? One tap says so. "
        "After a year without an answer it leaves search."
    )
    reply = Reply(text, (Button("Say that it is right", "link", url=f"/still-right/{secret}"),))
    said.to_provider(row.provider_id, "listing.still_right", reply, row.id)


def change_decided(session: Session, payload: Payload, now: datetime) -> None:
    """The desk has said yes or no to a change: its provider is told. The reason stands on their page."""
    said = Telling(session, payload, now)
    words = {
        "listing.change_accepted": "Your council has agreed to the change of your listing. People see it now.",
        "listing.change_refused": "Your council did not agree to the change of your listing. It stays as it was. See why.",
        "listing.approved": "Your council has approved your listing. It goes on show as soon as your checks are complete.",
    }
    said.to_provider(
        said.event.provider_id or "", said.event.name, Reply(words[said.event.name], (_SEE,)), said.event.subject
    )


def provider_listed(session: Session, payload: Payload, now: datetime) -> None:
    """A provider may be found now, or something was seen of them: what was approved for them goes on show."""
    put_up_approved(session, Telling(session, payload, now).event.provider_id or "", now=now)


def expired(session: Session, payload: Payload, now: datetime) -> None:
    """The last day of a listing has gone: its provider hears that nobody finds it now, and how to offer it once more."""
    said = Telling(session, payload, now)
    text = "The last day of your listing has gone, so nobody finds it now. Visits you have agreed still stand."
    said.to_provider(said.event.provider_id or "", "listing.expired", Reply(text, (_SEE,)), said.event.subject)


def low_pay(session: Session, payload: Payload, now: datetime) -> None:
    """A price of somebody employed is, or is going to be, under the minimum wage: they and the desk hear before the day."""
    said = Telling(session, payload, now)
    row, facts = listing_by_id(session, said.event.subject), said.event.facts
    on, least, pence = date.fromisoformat(facts["on"]), pounds(facts["least"]), pounds(facts["pence"])
    since = f"From {on.day} {on:%B %Y}" if on > wall_day(now) else "Now"
    text = (
        f"{since} the minimum wage is {least} an hour, and a price of your listing comes to {pence}. Nobody can ask for visits "
        f"at less than the wage of their day. Give a new price from that day. Source: {facts['source']}"
    )
    change = Button("Change your prices", "link", url=f"/listing/{row.id}/about/prices")
    said.to_provider(row.provider_id, "listing.low_pay", Reply(text, (change,)), row.id)
    authority_id = provider_by_id(session, row.provider_id).authority_id
    if authority_id is not None:
        words = f"{since} the minimum wage is {least} an hour, and a price of an employed PA comes to {pence}. They have been told."
        look = Button("Open it", "link", url=f"/accreditation/listings/{row.id}")
        said.to_officers(authority_id, "listing.low_pay_desk", Reply(words, (look,)), Role.ACCREDITATION_OFFICER)


def suspended(session: Session, payload: Payload, now: datetime) -> None:
    """A listing was taken down: requests that wait are let go, those with visits to come are told what it means, and so are
    the desk and the provider. The reason is the council's and goes to nobody but the provider's own page. Where all of the
    provider was taken down, everybody hears it once, by `provider_suspended`."""
    said = Telling(session, payload, now)
    row = listing_by_id(session, said.event.subject)
    visits = stand_listing_down(session, row.id, now=now)
    if provider_by_id(session, row.provider_id).state is not ProviderState.SUSPENDED:
        _tell_all(said, row.provider_id, visits, row.id)


def provider_suspended(session: Session, payload: Payload, now: datetime) -> None:
    """Everything of a provider was taken down: the same, once for each who has visits to come, whatever listing they came by."""
    said = Telling(session, payload, now)
    provider_id = said.event.subject
    _tell_all(said, provider_id, stand_provider_down(session, provider_id, now=now), provider_id)


def _tell_all(said: Telling, provider_id: str, visits: Sequence[Visit], about: str) -> None:
    for person_id in dict.fromkeys(visit.person_id for visit in visits):
        _tell_circle(said, person_id, [visit for visit in visits if visit.person_id == person_id])
    text = "Your listing was taken off. Nobody can find it or ask for it. Your listing page says why, and what to do."
    said.to_provider(provider_id, "listing.suspended", Reply(text, (_SEE,), urgent=True), about)


def _tell_circle(said: Telling, person_id: str, visits: Sequence[Visit]) -> None:
    """Said to the person and to whoever may know; the council's desk hears that somebody may need cover."""
    session, now = said.session, said.now
    first = visits[0]
    name = provider_by_id(session, first.provider_id or "").name
    when = saying.at_slot(seen.slot(first), wall_day(now))
    authority = authority_of(session, person_id)
    ring = f" You can ring {authority.name} on {authority.out_of_hours_phone}." if authority else ""
    week = Button("See these visits", "link", url=f"/people/{person_id}#week")
    for accounts, is_customer in said.circle(person_id, Scope.SEE_VISITS):
        whose = "your" if is_customer else f"{_called(session, person_id)}’s"
        text = (
            f"{name} is off Alongside for now: a council is looking into something. That says nothing yet about what it found. "
            f"{saying.count(len(visits), 'visit')} of {whose} with them still stand. The first is {when}. "
            f"Whether they come is {whose} choice: calling them off costs nothing.{ring}"
        )
        said.to_accounts(accounts, "listing.suspended_visits", Reply(text, (week,), urgent=True), first.id)
    words = "A provider was taken off, and somebody has visits with them still to come. They may need cover."
    said.to_desk(authority, "listing.suspended_desk", Reply(words, (Button("Open the desk", "link", url="/desk"),)))


def back_on_show(session: Session, payload: Payload, now: datetime) -> None:
    """What was taken down is on show again: those who were told that it was off, and still have visits, hear that it is settled."""
    said = Telling(session, payload, now)
    row = listing_by_id(session, said.event.subject)
    came_back = [one.was for one in decisions_on(session, row.id) if one.became is ListingState.LIVE][-1:]
    if came_back != [ListingState.SUSPENDED]:
        return
    visits, name = visits_of_listing_after(session, row.id, now), provider_by_id(session, row.provider_id).name
    for person_id in dict.fromkeys(visit.person_id for visit in visits):
        many = sum(visit.person_id == person_id for visit in visits)
        week = Button("See these visits", "link", url=f"/people/{person_id}#week")
        stand = f"{saying.count(many, 'visit')} with them stand as agreed."
        text = f"{name} is back on Alongside: the council has settled what it looked into. {stand}"
        for accounts, _ in said.circle(person_id, Scope.SEE_VISITS):
            said.to_accounts(accounts, "listing.back_on_show", Reply(text, (week,)), f"{row.id}:{person_id}")


def _called(session: Session, person_id: str) -> str:
    whose = seen.person(session, person_id)
    return str(whose.needs.get("known_as") or seen.first_name(whose.name))


def request_taken_back(session: Session, payload: Payload, now: datetime) -> None:
    """A request that nobody had answered was taken back: the provider is thanked and told why, and how many others there
    were. No name: they were never introduced."""
    said = Telling(session, payload, now)
    booking = said.booking
    if booking.accepted_at is not None:
        return
    if booking.moves_visit_id is not None:
        text = f"You need not answer about moving this visit any more: {booking.title}, {seen.days_words(booking)}. It stays as it was."
        said.to_provider(booking.provider_id, "booking.not_chosen", Reply(text), booking.id)
        return
    if booking.cancelled_why:
        why = f"The reason they give: “{booking.cancelled_why}”"
    elif queries.somebody_else_comes(session, booking):
        why = "Somebody else comes at that time."
    else:
        why = "They gave no reason."
    text = (
        f"Thank you for being there to be asked. This request was taken back, and you need not answer: {booking.title}, "
        f"{seen.days_words(booking)}. {why} {_others(said)} It says nothing about you or your work."
    )
    said.to_provider(booking.provider_id, "booking.not_chosen", Reply(text), booking.id)


def request_ran_out(session: Session, payload: Payload, now: datetime) -> None:
    """The time to answer has gone: the provider hears that, too, and that nothing is held against them."""
    said = Telling(session, payload, now)
    booking = said.booking
    if booking.moves_visit_id is not None:
        text = f"The time to answer about moving this visit has run out: {booking.title}, {seen.days_words(booking)}. It stays as it was."
        said.to_provider(booking.provider_id, "booking.not_chosen", Reply(text), booking.id)
        return
    text = (
        f"The time to answer this request has run out: {booking.title}, {seen.days_words(booking)}. "
        f"They can ask somebody else now. {_others(said)} If you have no room, one tap on your listing tells people so."
    )
    said.to_provider(booking.provider_id, "booking.not_chosen", Reply(text, (_SEE,)), booking.id)


def _others(said: Telling) -> str:
    booking = said.booking
    number = queries.others_asked(said.session, booking, booking.asked_at - OTHERS_WITHIN)
    return "Nobody else had been asked." if not number else f"{saying.count(number, 'other')} had been asked as well."


def asked_twice(session: Session, payload: Payload, now: datetime) -> None:
    """Somebody said yes while another request for the same time still waits: whoever asked is shown the way to take it back,
    so that nobody is left waiting. It is never taken back by itself."""
    said = Telling(session, payload, now)
    booking = said.booking
    for other in queries.asked_for_the_same_time(session, booking, now):
        text = (
            f"{provider_name(session, booking)} has said yes. You have also asked {provider_name(session, other)} for the same "
            "time. Take that request back if you need it no longer: they are told kindly."
        )
        link = Button("Look at that request", "link", url=f"/bookings/{other.id}/cancel")
        said.to_accounts([other.asked_by], f"booking.asked_twice.{other.id}", Reply(text, (link,)), other.id)
