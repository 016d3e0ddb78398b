"""Who is told what of the checks on a provider: themself, the desk, a referee, and people with visits to come."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.messages import Button, Reply
from market.bookings import queries
from market.bookings.tables import Booking, Visit
from market.core.actor import Role
from market.core.jobs import Payload
from market.core.tables import EventRow
from market.core.times import wall_day
from market.messages.service import Recipient, from_reply, tell
from market.people.private_links import make_private_link
from market.people.tables import Authority
from market.wiring.recipients import Telling
from providers.accreditation.queries import evidence_of
from providers.accreditation.schemes import evidence_kinds
from providers.applications.rules import Outcome
from providers.clearance import kinds_that_may_be_shown
from providers.documents.rules import Settled
from providers.listings.kinds import kind_words
from providers.listings.queries import listing as listing_by_id
from providers.organisations.queries import provider as provider_by_id
from providers.references import service as references
from providers.references.queries import reference
from providers.references.rules import OPEN, OPEN_FOR

REFERENCE = "reference"
_REFERENCE_KIND = "reference.question"


def label_of(kind: str) -> str:
    """What a kind of evidence is called in the middle of a sentence: "DBS check", "car insurance for work"."""
    known = evidence_kinds().get(kind)
    words = known.label if known else kind.replace("_", " ")
    return words if words[:2].isupper() else words[0].lower() + words[1:]


def expiring(session: Session, payload: Payload, now: datetime) -> None:
    """The provider hears that something runs out soon."""
    said = Telling(session, payload, now)
    event = said.event
    kind, left = str(event.facts["kind"]), date.fromisoformat(event.facts["last_day"]) - wall_day(now)
    days = f"in {left.days} days" if left.days > 1 else "tomorrow" if left.days == 1 else "today"
    link = Button("Show the new one", "link", url=f"/checks/{kind}")
    reply = Reply(
        f"Your {label_of(kind)} runs out {days}. Show us the new one before then, and nothing changes.", (link,)
    )
    said.to_provider(event.provider_id or "", "checks.expiring", reply, event.subject)


def lapsed(session: Session, payload: Payload, now: datetime) -> None:
    """The provider hears what is hidden now; everybody with visits to come of a kind that it covered hears it too."""
    said = Telling(session, payload, now)
    event = said.event
    provider_id, kind = event.provider_id or "", str(event.facts["kind"])
    hidden = no_longer_covered(session, provider_id, now)
    words = f"Your {label_of(kind)} is out of date. "
    words += "People cannot ask you for what it covers until we have seen a new one."
    if hidden:
        words += " People with visits to come have been told. Please talk to them about what you may still do."
    link = Button("Show the new one", "link", url=f"/checks/{kind}")
    said.to_provider(provider_id, "checks.lapsed", Reply(words, (link,)), event.subject)
    name = provider_by_id(session, provider_id).name
    for booking, first in hidden:
        _tell_person(said, booking, first, name, kind)


def no_longer_covered(session: Session, provider_id: str, now: datetime) -> Sequence[tuple[Booking, Visit]]:
    """Bookings with visits to come of a kind that the provider may not be asked for today, with the first such visit."""
    owner, evidence, today = provider_by_id(session, provider_id), evidence_of(session, provider_id), wall_day(now)
    found: dict[str, tuple[Booking, Visit]] = {}
    for visit in queries.visits_to_come(session, provider_id, now):
        booking = queries.booking(session, visit.booking_id)
        row = listing_by_id(session, booking.listing_id)
        shown = kinds_that_may_be_shown(row, owner, evidence, today)
        if booking.id not in found and (booking.kind not in shown if booking.kind else not shown):
            found[booking.id] = (booking, visit)
    return tuple(found.values())


def _tell_person(said: Telling, booking: Booking, first: Visit, name: str, kind: str) -> None:
    help_ = kind_words(booking.kind).lower() if booking.kind else "this help"
    words = (
        f"A check on {name} is out of date: {label_of(kind)}. It covers {help_}, so they may not be asked for that until "
        f"it is renewed. The visits stay as they are, the first on {first.day:%A} {first.day.day} {first.day:%B}. "
        "You can keep them for other help, ask somebody else, or cancel."
    )
    buttons = (
        Button("See the visits", "link", url=f"/people/{booking.person_id}/week"),
        Button("Find somebody else", "link", url="/find"),
    )
    said.to_circle(booking.person_id, "visit.check_lapsed", Reply(words, buttons), booking.id, also=booking.asked_by)


def application_sent(session: Session, payload: Payload, now: datetime) -> None:
    """The officers of the provider's council hear that somebody waits."""
    said = Telling(session, payload, now)
    words = "Somebody has asked to be checked. It stands in your queue."
    _tell_officers(said, "checks.application", words, f"/accreditation/providers/{said.event.provider_id}")


def application_decided(session: Session, payload: Payload, now: datetime) -> None:
    """The provider hears what was decided. The reason stands on their page, not in the message."""
    said = Telling(session, payload, now)
    event = said.event
    words = {
        Outcome.APPROVED: "Your checks are done, and you are approved. People see what was checked.",
        Outcome.LISTED: "You are listed: we know who you are. Some checks are still open, and people see which.",
        Outcome.MORE_ASKED: "We looked at what you sent, and need a little more before we can decide.",
        Outcome.REFUSED: "We have looked at what you sent, and the answer is no. Open this to read why, and what you can do.",
    }[Outcome(event.facts["outcome"])]
    link = Button("See your checks", "link", url="/checks")
    said.to_provider(event.provider_id or "", "checks.decided", Reply(words, (link,)), event.subject)


def document_settled(session: Session, payload: Payload, now: datetime) -> None:
    """The provider hears that something they showed will not do. What was seen they find on their page."""
    said = Telling(session, payload, now)
    event = said.event
    if event.facts["how"] != Settled.NOT_ENOUGH:
        return
    kind = str(event.facts["kind"])
    link = Button("Read why", "link", url=f"/checks/{kind}")
    reply = Reply(f"We looked at what you sent for your {label_of(kind)}, and need something else.", (link,))
    said.to_provider(event.provider_id or "", "checks.settled", reply, event.subject)


def register_answered(session: Session, payload: Payload, now: datetime) -> None:
    """The officers hear when the regulator's register does not carry what somebody lists. Good news needs no message."""
    said = Telling(session, payload, now)
    if not said.event.facts["good"]:
        words = "The CQC register does not bear out a registration. Personal care there is hidden. Please look."
        if not said.event.facts.get("is_shown", True):
            words = "The CQC register does not bear out the new number that a provider would like to show. Please look."
        _tell_officers(said, "checks.register", words, f"/accreditation/providers/{said.event.provider_id}")


def _tell_officers(said: Telling, kind: str, words: str, url: str) -> None:
    owner = provider_by_id(said.session, said.event.provider_id or "")
    authority = said.session.get(Authority, owner.authority_id) if owner.authority_id else None
    if authority is None:
        return
    reply = Reply(words, (Button("Open it", "link", url=url),))
    said.to_officers(authority.id, kind, reply, Role.ACCREDITATION_OFFICER)


def referee_asked(session: Session, payload: Payload, now: datetime) -> None:
    """The referee gets a link of their own, at first and once more after a week. It opens this one question only."""
    said = Telling(session, payload, now)
    event: EventRow = said.event
    row = reference(session, event.subject)
    if row.asking.state(now) not in OPEN:
        return
    name = provider_by_id(session, row.provider_id).name
    secret = make_private_link(session, purpose=REFERENCE, subject=row.id, now=now, lasts=row.asked_at + OPEN_FOR - now)
    again = "We wrote to you a week ago. " if row.reminded_at else ""
    words = (
        f"{again}{name} wants to help people at home, and has given your name as somebody who knows them. "
        "Would you answer five short questions? It takes about five minutes. They never see what you write. "
        "You may also say no, without a reason."
    )
    reply = Reply(words, (Button("Answer the questions", "link", url=f"/reference/{secret}"),))
    message = from_reply(_REFERENCE_KIND, reply, about=row.id, names=(name, row.name))
    to = Recipient(name=row.name, email=row.email)
    if tell(session, to=to, message=message, key=f"{event.id}:{_REFERENCE_KIND}", at=now) is None:
        references.not_reached(session, row.id, now)
