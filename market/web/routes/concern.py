"""Something worries somebody: said in two taps, by anybody, to the safeguarding desk. Danger is answered first.

A report is shown to the desk alone: never to a provider, and so never to the one it complains of.
"""

from collections.abc import Sequence
from datetime import timedelta

from starlette.responses import Response

from market.bookings.cascade.queries import contacts_held_by
from market.bookings.queries import people_worked_for
from market.core.actor import Actor, Role, System, Visitor
from market.core.errors import Refusal
from market.core.ids import new_id
from market.core.times import wall_day
from market.people.access import caseload_of, people_of
from market.people.errors import TooManyTries
from market.people.rules import ATTEMPT_WINDOW, Knock, Scope
from market.people.signing_in import too_many_reports
from market.people.tables import Authority
from market.safeguarding.rules import ReportKind
from market.safeguarding.service import tell_human
from market.safeguarding.tables import Report
from market.web import guards
from market.web.ask import Ask
from market.web.page import GET, POST, Page
from market.web.written import written
from market.wiring import seen
from matching.danger import look_for_danger

LATELY = timedelta(days=60)
HEAR_BY = timedelta(hours=4)
NOBODY = ""
DESK_KNOWS = "We have told the out-of-hours desk. Do not wait for them: ring now."
DESK_KNOWS_NOT_WHO = "We have told the desk, but they do not know who you are and cannot reach you. Ring now."


def concern(ask: Ask) -> Response:
    """What happened, and what should happen now. 999 stands first, whatever else."""
    about = about_whom(ask)
    return ask.page(
        "concern/ask.html",
        once=ask.typed("once") or new_id("key"),
        about=[*about, (NOBODY, "Somebody else, or I would rather not say")] if len(about) > 1 else [],
        chosen=ask.typed("about") or ask.query("about") or None,
        danger=look_for_danger(ask.typed("words")) if ask.refused else None,
        is_visitor=isinstance(ask.actor, Visitor),
    )


def about_whom(ask: Ask) -> list[tuple[str, str]]:
    """Whom it may be about, as (id, what they are called): only people this actor has to do with."""
    actor = ask.actor
    if isinstance(actor, Visitor):
        return []
    if actor.role is Role.BROKER:
        return [(one.id, one.name) for one in caseload_of(ask.session, actor)]
    if actor.role.is_staff:
        return []
    known = [one.id for one in people_of(ask.session, actor, Scope.SEE_VISITS, ask.now)]
    contacts = contacts_held_by(ask.session, actor.account_id, actor.provider_id)
    ids = dict.fromkeys([*known, *_worked_for(ask, actor), *(contact.person_id for contact in contacts)])
    people = [seen.person(ask.session, person_id) for person_id in ids]
    return [(one.id, str(one.needs.get("known_as") or seen.first_name(one.name))) for one in people]


def _worked_for(ask: Ask, actor: Actor) -> Sequence[str]:
    if actor.provider_id is None:
        return ()
    return people_worked_for(ask.session, actor.provider_id, wall_day(ask.now) - LATELY)


def _too_many(ask: Ask) -> TooManyTries | None:
    """Anybody may write here without a name, so from one address only so often. The form keeps what was typed."""
    knock = Knock(ask.signer.hash("visitor", ask.jar.visitor()), ask.address_hash)
    if too_many_reports(ask.session, knock, ask.now):
        return TooManyTries(int(ATTEMPT_WINDOW.total_seconds() // 60))
    return None


def raise_concern(ask: Ask) -> Response | Refusal:
    """Tell the desk, once, and say who has been told. Danger now is told as danger, and waits for no field to be filled in."""
    words = written(ask, "words", "Tell us what happened, in a few words.")
    danger = look_for_danger(words)
    if isinstance(ask.actor, Visitor) and (refusal := _too_many(ask)):
        return refusal
    report = tell_human(
        ask.session,
        ReportKind.DANGER if danger else ReportKind.CONCERN,
        _with_contact(ask, words, must=danger is None),
        by=_teller(ask),
        key=f"concern:{_teller(ask).says}:{ask.typed('once')[:60] or new_id('key')}",
        now=ask.now,
        person_id=_chosen(ask),
        danger=danger.kind if danger else "",
        wanted=ask.typed("wanted")[:1000],
    )
    reached = not isinstance(ask.actor, Visitor) or bool(ask.typed("contact").strip())
    told = {
        "danger": danger,
        "told": DESK_KNOWS if reached else DESK_KNOWS_NOT_WHO,
        "desk_phone": _desk_phone(ask, report),
    }
    return ask.page("concern/told.html", **told, by=ask.now + HEAR_BY)


def _with_contact(ask: Ask, words: str, *, must: bool) -> str:
    if not isinstance(ask.actor, Visitor):
        return words
    missing = "Give a phone number or e-mail, so that we can answer."
    contact = (written(ask, "contact", missing) if must else ask.typed("contact").strip())[:200]
    return f"{words}\nHow to reach them: {contact or 'they did not say'}"


def _teller(ask: Ask) -> Actor | System:
    return System("concern") if isinstance(ask.actor, Visitor) else ask.actor


def _chosen(ask: Ask) -> str | None:
    """The person named, if the actor has to do with them; whom there is but one of is not asked about."""
    about = [person_id for person_id, _ in about_whom(ask)]
    if ask.typed("about") in about:
        return ask.typed("about")
    return about[0] if len(about) == 1 else None


def _desk_phone(ask: Ask, report: Report) -> str:
    authority = ask.session.get(Authority, report.authority_id) if report.authority_id else None
    return authority.out_of_hours_phone if authority else ""


ROUTES = [
    Page("/concern", concern, guards.anyone, GET),
    Page("/concern", raise_concern, guards.anyone, POST, again=concern),
]
