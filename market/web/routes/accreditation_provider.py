"""One provider at the accreditation desk: the checklist, what was sent, writing down what was seen, and the decision."""

from dataclasses import replace

from starlette.responses import Response

from market.core.actor import Role
from market.core.errors import NotFound
from market.core.times import wall_day
from market.web import guards
from market.web.ask import Ask
from market.web.checking.desk import desk_evidence, desk_provider, label_of, owner_for
from market.web.errors import NothingWritten
from market.web.page import GET, POST, Page
from market.web.written import date_written, written
from providers.accreditation.errors import MoreThanMayBeAsked
from providers.accreditation.queries import evidence_by_id
from providers.accreditation.rules import DbsLevel
from providers.accreditation.schemes import evidence_kinds
from providers.accreditation.service import Seen, note_evidence, note_update_service, withdraw_evidence
from providers.applications import service as applications
from providers.applications.checked import checked
from providers.applications.queries import newest_application
from providers.applications.rules import Outcome
from providers.documents import service as documents
from providers.documents.queries import document as document_by_id
from providers.documents.rules import Settled
from providers.handlers import DOCUMENTS
from providers.organisations.tables import Provider
from providers.references import service as references
from providers.references.rules import QUESTIONS, is_worrying
from providers.registrations.service import ask_register

OFFICER = guards.role(Role.ACCREDITATION_OFFICER)
ORIGINAL_ONLY = frozenset({"identity", "dbs"})
SEEN_HOW = (
    ("original", "The original, in my hands or by video"),
    ("online", "Looked up online, with their code or number"),
    ("copy", "A copy or a photograph only"),
)
LEVELS = ((DbsLevel.BASIC, "Basic"), (DbsLevel.ENHANCED, "Enhanced"))
OUTCOMES = (
    (Outcome.APPROVED, "Approve", "Every check that is needed stands"),
    (Outcome.LISTED, "List", "We know who they are; what was not checked is said on the badge"),
    (Outcome.MORE_ASKED, "Ask for more", "It comes back to you when they send it again"),
    (Outcome.REFUSED, "Say no", "They read your reason, and may put it right"),
)


def _owner(ask: Ask, provider_id: str) -> Provider:
    owner = owner_for(ask.session, ask.me, provider_id)
    if owner is None:
        raise NotFound
    return owner


def one_provider(ask: Ask) -> Response:
    """The checklist with what was sent for each line, referees, the register, and the decision."""
    owner = _owner(ask, ask.path["provider_id"])
    one = desk_provider(ask.session, owner, ask.me, ask.now)
    return ask.page("accreditation/provider.html", one=one, outcomes=OUTCOMES)


def decide(ask: Ask) -> Response:
    """The decision, with its reason. The provider is told."""
    owner = _owner(ask, ask.path["provider_id"])
    row = newest_application(ask.session, owner.id)
    if row is None:
        raise NotFound
    if ask.typed("outcome") not in [outcome.value for outcome in Outcome]:
        raise NothingWritten("outcome", "Choose what you decide.")
    outcome = Outcome(ask.typed("outcome"))
    applications.decide(ask.session, row.id, outcome, by=ask.me, now=ask.now, why=ask.typed("why")[:2000])
    return ask.go("/accreditation", "Decided. They are told.")


def look_up(ask: Ask) -> Response:
    """Ask the regulator's register about their number: the answer comes in a moment."""
    owner = _owner(ask, ask.path["provider_id"])
    ask_register(ask.session, owner.id, by=ask.me, now=ask.now)
    return ask.go(
        f"/accreditation/providers/{owner.id}", "We are asking the register. Open this page again in a minute.", "calm"
    )


def seen(ask: Ask) -> Response:
    """The form for writing down that one kind of evidence was seen."""
    owner, kind = _owner(ask, ask.path["provider_id"]), ask.path["kind"]
    known = evidence_kinds().get(kind)
    if known is None:
        raise NotFound
    stands = checked(ask.session, owner, ask.now)
    return ask.page(
        "accreditation/seen.html",
        owner=owner,
        kind=known,
        most=stands.most_dbs,
        levels=[level for level in LEVELS if stands.most_dbs and stands.most_dbs.level.reaches(DbsLevel(level[0]))],
        item=next((item for item in stands.items if item.kind == kind), None),
        seen_how=SEEN_HOW,
        document=ask.typed("document") or ask.query("document"),
        today=wall_day(ask.now),
    )


def write_down(ask: Ask) -> Response:
    """Write it down, and settle the paper it was on."""
    owner, kind = _owner(ask, ask.path["provider_id"]), ask.path["kind"]
    if kind not in evidence_kinds():
        raise NotFound
    most = checked(ask.session, owner, ask.now).most_dbs
    if kind == "dbs" and most is None:
        raise MoreThanMayBeAsked(DbsLevel.NONE, barred_list=False)
    note_evidence(ask.session, owner.id, _read_seen(ask, owner, kind), by=ask.me, now=ask.now, most=most)
    if paper := ask.typed("document"):
        row = document_by_id(ask.session, paper)
        if row.provider_id != owner.id or row.kind != kind:
            raise NotFound
        documents.settle(ask.session, row.id, Settled.SEEN, by=ask.me, now=ask.now)
    return ask.go(f"/accreditation/providers/{owner.id}", "Written down.")


def _read_seen(ask: Ask, owner: Provider, kind: str) -> Seen:
    made = Seen(kind, wall_day(ask.now), seen_for=owner.authority_name, note=ask.typed("note")[:500])
    if kind == "references" and ask.typed("had") == "no":
        why = written(ask, "note", "Say who was asked, and what came of it.")
        return replace(made, could_not_be_had=True, note=why[:500])
    how = ask.typed("how")
    if how not in dict(SEEN_HOW):
        raise NothingWritten("how", "Say how you saw it.")
    if how == "copy" and kind in ORIGINAL_ONLY:
        raise NothingWritten("how", "A copy is not enough for this: see the original, then write it down.")
    issued = date_written(ask, "issued", "Type the date that is on it.")
    made = replace(made, issued_on=issued or made.issued_on, expires_on=date_written(ask, "expires"))
    made = replace(made, note=". ".join(filter(None, (dict(SEEN_HOW)[how], made.note))))
    if kind != "dbs":
        return made
    if ask.typed("level") not in (DbsLevel.BASIC, DbsLevel.ENHANCED):
        raise NothingWritten("level", "Say which level of check it is.")
    if ask.typed("level") == DbsLevel.ENHANCED and ask.typed("barred") not in ("yes", "no"):
        raise NothingWritten("barred", "Say whether the adults’ barred list was looked at.")
    return replace(made, level=DbsLevel(ask.typed("level")), barred_list=ask.typed("barred") == "yes")


def open_document(ask: Ask) -> Response:
    """The file itself: images to look at, anything else to keep. Who looked is written down."""
    content, media_type = documents.open_document(
        ask.session, ask.files(DOCUMENTS), ask.path["document_id"], by=ask.me, now=ask.now
    )
    shown = "inline" if media_type.startswith("image/") else "attachment"
    name = "paper.jpg" if media_type.startswith("image/") else "paper.pdf"
    headers = {
        "content-disposition": f'{shown}; filename="{name}"',
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def paper(ask: Ask) -> Response:
    """One thing that was sent: open it, write down what was seen, or say that it is not enough."""
    row = document_by_id(ask.session, ask.path["document_id"])
    owner = _owner(ask, row.provider_id)
    return ask.page("accreditation/paper.html", row=row, owner=owner, label=label_of(row.kind))


def not_enough(ask: Ask) -> Response:
    """Back to the provider, with what else is wanted."""
    row = document_by_id(ask.session, ask.path["document_id"])
    owner = _owner(ask, row.provider_id)
    why = written(ask, "why", "Say what is wrong with it, and what would do.")
    documents.settle(ask.session, row.id, Settled.NOT_ENOUGH, by=ask.me, now=ask.now, why=why)
    return ask.go(f"/accreditation/providers/{owner.id}", "They are told, with your words.", "calm")


def one_reference(ask: Ask) -> Response:
    """What a referee wrote. Who looked is written down."""
    row = references.read(ask.session, ask.path["reference_id"], by=ask.me, now=ask.now)
    owner = _owner(ask, row.provider_id)
    answers = tuple(
        (one.words, dict(one.choices).get(row.answers[one.id], row.answers[one.id]))
        for one in QUESTIONS
        if row.answers.get(one.id)
    )
    state = row.asking.state(ask.now)
    worrying = bool(row.answers) and is_worrying(row.answers)
    return ask.page(
        "accreditation/reference.html", row=row, owner=owner, answers=answers, state=state, worrying=worrying
    )


def settle_reference(ask: Ask) -> Response:
    """Take it as a reference, or do not, with a reason."""
    if ask.typed("accepted") not in ("yes", "no"):
        raise NothingWritten("accepted", "Choose whether it counts.")
    accepted = ask.typed("accepted") == "yes"
    why = "" if accepted else written(ask, "why", "Say why it does not count.")
    row = references.read(ask.session, ask.path["reference_id"], by=ask.me, now=ask.now)
    owner = _owner(ask, row.provider_id)
    references.settle(
        ask.session, row.id, accepted=accepted, by=ask.me, seen_for=owner.authority_name, now=ask.now, why=why
    )
    return ask.go(f"/accreditation/providers/{owner.id}", "Written down.")


def one_evidence(ask: Ask) -> Response:
    """One thing that was written down: look it up again, or withdraw it."""
    row = evidence_by_id(ask.session, ask.path["evidence_id"])
    owner = _owner(ask, row.provider_id)
    one = desk_evidence(ask.session, row, owner, ask.now)
    return ask.page("accreditation/evidence.html", one=one, today=wall_day(ask.now))


def looked_up(ask: Ask) -> Response:
    """What the update service said of a certificate."""
    row = evidence_by_id(ask.session, ask.path["evidence_id"])
    owner = _owner(ask, row.provider_id)
    if ask.typed("current") not in ("yes", "no"):
        raise NothingWritten("current", "Say what the update service shows.")
    on = date_written(ask, "on", "Type the day on which you looked.") or wall_day(ask.now)
    note_update_service(ask.session, row.id, on=on, by=ask.me, now=ask.now, is_current=ask.typed("current") == "yes")
    return ask.go(f"/accreditation/providers/{owner.id}", "Written down.")


def withdraw(ask: Ask) -> Response:
    """From today it counts no more."""
    row = evidence_by_id(ask.session, ask.path["evidence_id"])
    owner = _owner(ask, row.provider_id)
    why = written(ask, "why", "Say why it does not count any more.")
    withdraw_evidence(ask.session, row.id, by=ask.me, now=ask.now, why=why)
    return ask.go(
        f"/accreditation/providers/{owner.id}", "It does not count from today. Those it touches are told.", "calm"
    )


_PROVIDER, _PAPER = "/accreditation/providers/{provider_id}", "/accreditation/papers/{document_id}"
_REFERENCE, _EVIDENCE = "/accreditation/references/{reference_id}", "/accreditation/evidence/{evidence_id}"

ROUTES = [
    Page(_PROVIDER, one_provider, OFFICER, GET, name="desk_provider"),
    Page(f"{_PROVIDER}/decide", decide, OFFICER, POST, again=one_provider, name="decide_application"),
    Page(f"{_PROVIDER}/look-up", look_up, OFFICER, POST, again=one_provider, name="look_up_registration"),
    Page(f"{_PROVIDER}/seen/{{kind}}", seen, OFFICER, GET, name="evidence_form"),
    Page(f"{_PROVIDER}/seen/{{kind}}", write_down, OFFICER, POST, again=seen, name="write_evidence_down"),
    Page(_PAPER, paper, OFFICER, GET, name="desk_paper"),
    Page(f"{_PAPER}/file", open_document, OFFICER, GET, name="open_paper"),
    Page(f"{_PAPER}/not-enough", not_enough, OFFICER, POST, again=paper, name="paper_not_enough"),
    Page(_REFERENCE, one_reference, OFFICER, GET, name="desk_reference"),
    Page(f"{_REFERENCE}/settle", settle_reference, OFFICER, POST, again=one_reference, name="settle_reference"),
    Page(_EVIDENCE, one_evidence, OFFICER, GET, name="desk_evidence"),
    Page(f"{_EVIDENCE}/looked-up", looked_up, OFFICER, POST, again=one_evidence, name="update_service_look"),
    Page(f"{_EVIDENCE}/withdraw", withdraw, OFFICER, POST, again=one_evidence, name="withdraw_evidence"),
]
