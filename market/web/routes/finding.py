"""Finding support: the question, what was found for it, and danger before anything else."""

from datetime import date

from starlette.responses import Response

from market.core.actor import Actor, Role, System, Visitor
from market.core.errors import Refusal
from market.core.places import PlaceUnknown, find_place
from market.core.times import wall_day
from market.people.access import people_of, person_for
from market.people.rules import Knock, Scope
from market.people.signing_in import too_many_reports
from market.people.tables import Person
from market.safeguarding.rules import ReportKind
from market.safeguarding.service import tell_human
from market.search.narrowing import opened
from market.search.queries import kept_by
from market.search.said_back import said_back, shut_out
from market.search.service import Looked, ask_need, look, need_for, note_found
from market.web import guards
from market.web.ask import Ask
from market.web.finding import narrowed
from market.web.finding.shown import shown
from market.web.page import GET, POST, Page
from matching.danger import Danger, look_for_danger

MOST_FOUND = 40
CARDS_A_PAGE = 8
NOBODY = "nobody"
_MAKES_SHORTLISTS = frozenset({Role.BROKER, Role.SUPPORTER, Role.ATTORNEY})


def asker(ask: Ask) -> Actor | Visitor:
    """Who looks: anybody may. Staff have taken their second step first, since their role reaches people's records."""
    return ask.actor if isinstance(ask.actor, Visitor) else guards.signed_in_actor(ask)


def question(ask: Ask) -> Response:
    """The box to ask in; again with what was typed, when it was refused. Danger in it comes before any refusal."""
    actor = asker(ask)
    people = _people(ask, actor)
    danger = look_for_danger(ask.typed("q"))
    chosen = ask.typed("for") or ask.query("person") or _own(ask, actor)
    person = next((one for one in people if one.id == chosen), None)
    return ask.page(
        "finding/question.html",
        danger=danger,
        told="We have told nobody yet. Do not wait: ring now." if danger else "",
        whom=[*((one.id, one.name) for one in people), (NOBODY, "Somebody else, or I am just looking")],
        person=person,
        offers_others=isinstance(actor, Actor) and actor.role.stands_by_someone,
        near=_spelt_like(ask.typed("postcode")) if ask.refused else (),
    )


def question_again(ask: Ask) -> Response | Refusal:
    """The question after a refusal. What refuses even that, such as a role that has ended, is said instead."""
    try:
        return question(ask)
    except Refusal as refusal:
        return refusal


def look_for(ask: Ask) -> Response:
    """Write the need down and go to what was found. Words that tell of danger are answered at once and not searched with."""
    words = ask.typed("q")
    if danger := look_for_danger(words):
        return _danger(ask, danger, words)
    actor = asker(ask)
    place = ask.typed("did_you_mean") or ask.typed("postcode")
    person = _for_whom(ask, actor)
    need = ask_need(ask.session, words, place=place, actor=actor, person=person, now=ask.now)
    looked = look(ask.session, ask.services.search, need, person=person, limit=MOST_FOUND, now=ask.now)
    note_found(ask.session, looked, actor=actor, now=ask.now)
    return ask.go(f"/find/{need.id}")


def results(ask: Ask) -> Response:
    """What was found for a need, narrowed as asked. The address holds ids and choices, never anybody's words."""
    actor = asker(ask)
    need, person = need_for(ask.session, actor, ask.path["need_id"], ask.now)
    everything = look(ask.session, ask.services.search, need, person=person, limit=MOST_FOUND, now=ask.now)
    if everything.answer.danger is not None:
        return _danger_page(ask, everything.answer.danger, "")
    narrowing = narrowed.read(ask)
    filters = narrowing.as_filters()
    looked = everything if not narrowing else look(
        ask.session, ask.services.search, need, person=person, filters=filters, limit=MOST_FOUND, now=ask.now
    )  # fmt: skip
    chooses = person is not None and isinstance(actor, Actor) and actor.role in _MAKES_SHORTLISTS
    wider = opened(narrowing, looked.answer.gate_report.dearest)
    return ask.page(
        "finding/results.html",
        need=need,
        person=person,
        said=said_back(looked.answer, looked.place.label if looked.place else ""),
        note=looked.place.note if looked.place else "",
        signpost=looked.answer.signpost,
        narrowing=narrowing,
        chosen=narrowed.chosen(narrowing),
        choices=narrowed.choices(everything.cards, narrowing),
        everything=len(everything.cards),
        free_count=sum(card.is_free or card.is_community for card in looked.cards),
        query=narrowed.as_query,
        opens_up=looked.answer.gate_report.opens_up,
        shut_out=shut_out(looked.answer.gate_report),
        wider=None if wider is None else f"/find/{need.id}{narrowed.as_query(wider)}",
        makes_shortlist=chooses,
        **_page_of(ask, actor, looked, wall_day(ask.now), most=MOST_FOUND if chooses else CARDS_A_PAGE),
    )


def _page_of(ask: Ask, actor: Actor | Visitor, looked: Looked, today: date, *, most: int) -> dict[str, object]:
    """The cards of one page. Whoever ticks some for a shortlist has all on one: a tick does not outlive its page."""
    pages = max(1, -(-len(looked.cards) // most))
    typed = ask.query("page")
    number = min(max(int(typed), 1), pages) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 1
    kept = {row.listing_id for row in kept_by(ask.session, actor.account_id)} if isinstance(actor, Actor) else set()
    here = looked.cards[(number - 1) * most : number * most]
    cards = shown(ask.session, here, today, kept=kept, need_id=looked.need.id, now=ask.now)
    return {"cards": cards, "count": len(looked.cards), "page_number": number, "pages": pages}


def _people(ask: Ask, actor: Actor | Visitor) -> tuple[Person, ...]:
    """Those the asker may look on behalf of. A broker comes from one person's page, and looks for that one alone."""
    if isinstance(actor, Visitor):
        return ()
    if actor.role.is_staff:
        wanted = ask.typed("for") or ask.query("person")
        return (person_for(ask.session, actor, wanted, Scope.BOOK, ask.now),) if wanted not in ("", NOBODY) else ()
    return tuple(people_of(ask.session, actor, Scope.BOOK, ask.now))


def _own(ask: Ask, actor: Actor | Visitor) -> str:
    """Whom the asker's present role is for, so that nobody need choose what is plain already."""
    if isinstance(actor, Visitor) or ask.here is None or ask.here.grant is None:
        return ""
    role = actor.role
    return (ask.here.grant.person_id or "") if role.is_customer or role.stands_by_someone else ""


def _for_whom(ask: Ask, actor: Actor | Visitor) -> Person | None:
    chosen = ask.typed("for")
    if isinstance(actor, Visitor) or chosen == NOBODY:
        return None
    if chosen:
        return person_for(ask.session, actor, chosen, Scope.BOOK, ask.now)
    own = _own(ask, actor)
    may_book = {person.id for person in people_of(ask.session, actor, Scope.BOOK, ask.now)} if own else set()
    return person_for(ask.session, actor, own, Scope.BOOK, ask.now) if own in may_book else None


def _spelt_like(typed: str) -> tuple[str, ...]:
    try:
        find_place(typed)
    except PlaceUnknown as unknown:
        return unknown.near
    return ()


def _danger(ask: Ask, danger: Danger, words: str) -> Response:
    """The number first, and the desk is told in the same moment, whoever writes; a repeat tells it once."""
    actor = ask.actor
    if isinstance(actor, Visitor):
        return _danger_page(ask, danger, _tell_of_a_stranger(ask, danger, words))
    wanted = ask.typed("for") or _own(ask, actor)
    theirs = {person.id for person in people_of(ask.session, actor, Scope.SEE_VISITS, ask.now)}
    key = f"find:{actor.account_id}:{ask.signer.hash('danger', words)}:{wall_day(ask.now)}"
    tell_human(ask.session, ReportKind.DANGER, words, by=actor, key=key, now=ask.now, danger=danger.kind,
               person_id=wanted if wanted in theirs else None)  # fmt: skip
    return _danger_page(ask, danger, "We have told the desk too. Do not wait for them: ring now.")


def _tell_of_a_stranger(ask: Ask, danger: Danger, words: str) -> str:
    """The desk hears what was typed, though it can reach nobody; from one address only so often, since anybody may type."""
    knock = Knock(ask.signer.hash("visitor", ask.jar.visitor()), ask.address_hash)
    if too_many_reports(ask.session, knock, ask.now):
        return "We could not tell the desk. Do not wait: ring now."
    key = f"find:{knock.email_hash}:{ask.signer.hash('danger', words)}:{wall_day(ask.now)}"
    tell_human(ask.session, ReportKind.DANGER, words, by=System("find"), key=key, now=ask.now, danger=danger.kind)
    return "We have told the desk too, but they do not know who you are and cannot reach you. Ring now."


def _danger_page(ask: Ask, danger: Danger, told: str) -> Response:
    return ask.page("finding/danger.html", danger=danger, told=told)


ROUTES = [
    Page("/find", question, guards.anyone, GET, name="find"),
    Page("/find", look_for, guards.anyone, POST, name="look_for", again=question_again),
    Page("/find/{need_id}", results, guards.anyone, GET, name="found"),
]
