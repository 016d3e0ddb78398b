"""A provider's own checks: what is needed and what stands, showing a paper, referees, the code of conduct, sending it all
to the desk, and the record to carry about. Anybody may open the live page of a record."""

from starlette.responses import Response

from market.core.errors import NotFound
from market.people.queries import authority_by_council
from market.web import guards
from market.web.ask import Ask
from market.web.checking.own import OwnChecks, conduct_to_sign, own_checks, own_kind, tiers_in_words
from market.web.checking.record import Record, live_record, make_record
from market.web.errors import NothingWritten
from market.web.page import GET, POST, UPLOAD_BYTES, Page
from market.web.templating import ENVIRONMENT
from providers.applications import service
from providers.documents import service as documents
from providers.handlers import DOCUMENTS
from providers.references import service as references
from providers.references.service import Referee


def _own(ask: Ask) -> OwnChecks:
    if ask.me.provider_id is None:
        raise NotFound
    return own_checks(ask.session, ask.me.provider_id, ask.now)


def checks(ask: Ask) -> Response:
    """What is needed, what stands, and the button that sends it."""
    own = _own(ask)
    return ask.page("checks/list.html", own=own, tiers=tiers_in_words(sorted(own.stands.asked.tiers)))


def one_kind(ask: Ask) -> Response:
    """One kind of evidence: how to show it, why it is asked, what was sent."""
    own = _own(ask)
    kind = own_kind(ask.session, own, ask.path["kind"])
    if kind is None:
        raise NotFound
    return ask.page("checks/kind.html", kind=kind)


def show(ask: Ask) -> Response:
    """Send a photograph, a PDF or words to the desk."""
    sent = ask.file("file")
    content = sent.file.read() if sent else b""
    kind = ask.path["kind"]
    documents.show(
        ask.session, ask.files(DOCUMENTS), kind, content=content, words=ask.typed("words"), by=ask.me, now=ask.now
    )
    return ask.go("/checks", "We have it. The desk looks at it next.")


def take_back(ask: Ask) -> Response:
    """It is deleted before anybody has looked at it."""
    row = documents.take_back(ask.session, ask.path["document_id"], by=ask.me, now=ask.now)
    return ask.go(f"/checks/{row.kind}", "You have it back: it is deleted here.", "calm")


def referees(ask: Ask) -> Response:
    """Who was asked, and the form for the next."""
    return ask.page("checks/references.html", own=_own(ask))


def ask_referee(ask: Ask) -> Response:
    """Ask somebody by a link of their own."""
    if ask.typed("related") not in ("yes", "no"):
        raise NothingWritten("related", "Say whether they are family.")
    referee = Referee(
        name=ask.typed("name"),
        email=ask.typed("email"),
        phone=ask.typed("phone"),
        how_known=ask.typed("how_known"),
        related=ask.typed("related") == "yes",
    )
    references.ask_referee(ask.session, referee, by=ask.me, now=ask.now)
    return ask.go("/checks/references", "We are writing to them now. You see here when they have answered.")


def take_referee_back(ask: Ask) -> Response:
    """They are asked no more."""
    references.take_back(ask.session, ask.path["reference_id"], by=ask.me, now=ask.now)
    return ask.go("/checks/references", "They are not asked any more.", "calm")


def conduct(ask: Ask) -> Response:
    """The code of conduct, to read and to sign."""
    own = _own(ask)
    chosen, lines = conduct_to_sign(own.stands)
    signed = next((row for row in own.stands.signed if row.conduct == chosen), None)
    return ask.page("checks/conduct.html", conduct=chosen, lines=lines, signed=signed)


def sign(ask: Ask) -> Response:
    """Signed by typing one's name: a row with who, what and when."""
    service.sign_conduct(ask.session, ask.typed("conduct"), name=ask.typed("name"), by=ask.me, now=ask.now)
    return ask.go("/checks", "Signed. Thank you.")


def send(ask: Ask) -> Response:
    """To the desk. A provider of no council goes to the one where they are."""
    own = _own(ask)
    if own.owner.authority_id is None:
        council = authority_by_council(ask.session, own.owner.council)
        if council is not None:
            own.owner.authority_id, own.owner.authority_name = council.id, council.name
            ask.session.add(own.owner)
            ask.session.flush()
    service.send(ask.session, by=ask.me, now=ask.now)
    return ask.go("/checks", "Sent. The desk looks at it, and writes to you.")


def record(ask: Ask) -> Response:
    """The record to print or to show on a telephone."""
    made = _record(ask)
    return ask.page("checks/record.html", record=made)


def record_file(ask: Ask) -> Response:
    """The same as a file to keep: one page with everything in it, opened by any browser."""
    html = ENVIRONMENT.get_template("checks/record_file.html").render(record=_record(ask))
    headers = {"content-disposition": f'attachment; filename="checks-{ask.now:%Y-%m-%d}.html"'}
    return Response(html, media_type="text/html; charset=utf-8", headers=headers)


def _record(ask: Ask) -> Record:
    if ask.me.provider_id is None:
        raise NotFound
    return make_record(ask.session, ask.signer, ask.me.provider_id, ask.settings.public_address, ask.now)


def live(ask: Ask) -> Response:
    """What stands today, for whoever scanned the picture on a record."""
    return ask.page("checks/live.html", live=live_record(ask.session, ask.signer, ask.path["token"], ask.now))


ROUTES = [
    Page("/checks", checks, guards.provider, GET, name="own_checks"),
    Page("/checks/send", send, guards.provider, POST, again=checks, name="send_application"),
    Page("/checks/references", referees, guards.provider, GET),
    Page("/checks/references", ask_referee, guards.provider, POST, again=referees),
    Page("/checks/references/{reference_id}/take-back", take_referee_back, guards.provider, POST),
    Page("/checks/code-of-conduct", conduct, guards.provider, GET),
    Page("/checks/code-of-conduct", sign, guards.provider, POST, again=conduct, name="sign_conduct"),
    Page("/checks/record", record, guards.provider, GET, name="checks_record"),
    Page("/checks/record/file", record_file, guards.provider, GET),
    Page("/checks/documents/{document_id}/take-back", take_back, guards.provider, POST, name="take_document_back"),
    Page("/checks/{kind}", one_kind, guards.provider, GET),
    Page("/checks/{kind}", show, guards.provider, POST, again=one_kind, most_bytes=UPLOAD_BYTES, name="show_document"),
    Page("/checked/{token}", live, guards.anyone, GET, name="live_record"),
]
