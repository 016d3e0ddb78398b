"""Filling in a listing, one question a page, saved as it goes; and changing it by the same pages."""

from typing import Any

from starlette.responses import Response

from market.core.errors import NotFound
from market.core.times import wall_day
from market.people.offering import follow_arrangement, stand_at_desk
from market.web import guards
from market.web.ask import Ask
from market.web.listing.choices import choices, flag_words
from market.web.listing.questions import CHECK, QUESTIONS, Question, before, next_question
from market.web.listing.reading import read_answer
from market.web.listing.shown import asked_of, is_many, said_parts
from market.web.page import GET, POST, UPLOAD_BYTES, Page
from market.web.templating import render
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.changes.rules import Part
from providers.changes.service import Became, change, wished
from providers.listings import service
from providers.listings.errors import CqcNumberMissing
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.photographs.service import PHOTOGRAPHS, keep_photograph

GROWS_BY_LINES = ("times", "prices")
FILLED_IN = (ListingState.DRAFT, ListingState.SUBMITTED)
_SAID = {
    Became.LIVE: ("People see it from now on.", "good"),
    Became.WAITS: ("Your council looks at it first. Until then people see what stood there before.", "calm"),
    Became.NOTHING: ("Nothing has changed.", "calm"),
    Became.DRAFTED: ("", "good"),
}


def about(ask: Ask) -> Response:
    """One question, with what was answered before."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    question = _question(ask)
    value = wished(ask.session, question.part, row, owner)
    return _shown(ask, row, owner, question, value, dict(ask.refused.errors) if ask.refused else {})


def answer(ask: Ask) -> Response:
    """What was answered is kept; then on to the next question, or back to where it was asked from."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    question = _question(ask)
    value = wished(ask.session, question.part, row, owner)
    read = read_answer(question.name, ask.form, value, wall_day(ask.now))
    if read.problems:
        return _shown(ask, row, owner, question, value, read.problems)
    new = dict(read.value)
    if question.name == "cqc" and not new["cqc_number"]:
        raise CqcNumberMissing(owner.arrangement)
    if question.part is Part.PHOTO:
        new = _with_photo(ask, owner, new)
    became, flags = change(
        ask.session, row.id, question.part, new, by=ask.me, now=ask.now, question="" if read.stays else question.name
    )
    _follow(ask, question, owner)
    said, tone = _SAID[became]
    if became is Became.NOTHING and question.name in GROWS_BY_LINES:
        said = ""
    said = " ".join(filter(None, (said, flag_words(flags))))
    if read.stays:
        return ask.go(_path(row, question.name, ask), said, tone)
    if row.state not in FILLED_IN:
        return ask.go("/listing", said, tone)
    return _onward(ask, row, owner, said if became is Became.WAITS else "")


def _question(ask: Ask) -> Question:
    question = QUESTIONS.get(ask.path["question"])
    if question is None:
        raise NotFound
    return question


def _with_photo(ask: Ask, owner: Provider, value: dict[str, Any]) -> dict[str, Any]:
    if ask.typed("take_away"):
        return value | {"photo": ""}
    sent = ask.file("photo")
    if sent is None:
        return value
    kept = keep_photograph(ask.session, ask.files(PHOTOGRAPHS), owner.id, sent.file.read(), by=ask.me, now=ask.now)
    return value | {"photo": kept.id}


def _follow(ask: Ask, question: Question, owner: Provider) -> None:
    """What else moves with an answer: the role one signs in as, the desk one waits at."""
    if question.part is Part.ARRANGEMENT:
        follow_arrangement(ask.session, owner.id)
    if question.part is Part.WHERE:
        stand_at_desk(ask.session, owner.id)


def _onward(ask: Ask, row: Listing, owner: Provider, said: str) -> Response:
    onward = CHECK if ask.typed("back") == CHECK else next_question(asked_of(row, owner), row.answered)
    return ask.go(f"/listing/{row.id}/{CHECK}" if onward == CHECK else _path(row, onward), said, "calm")


def _path(row: Listing, name: str, ask: Ask | None = None) -> str:
    back = "?back=check" if ask is not None and ask.typed("back") == CHECK else ""
    return f"/listing/{row.id}/about/{name}{back}"


def _shown(
    ask: Ask, row: Listing, owner: Provider, question: Question, value: dict[str, Any], problems: dict[str, str]
) -> Response:
    questions = asked_of(row, owner)
    names = [one.name for one in questions]
    context: dict[str, Any] = dict(
        row=row,
        owner=owner,
        question=question,
        asked=question.asked(of_many=is_many(owner)),
        value=value,
        errors=problems,
        filling_in=row.state in FILLED_IN,
        place=names.index(question.name) + 1 if question.name in names else len(names),
        questions=len(names),
        back=ask.typed("back") or ask.query("back"),
        before=before(questions, question.name),
        many=is_many(owner),
        today=wall_day(ask.now),
        values={name: ask.typed(name) for name in ask.form},
        typed={name: ask.ticked(name) for name in ask.form},
        refused=ask.refused,
        **choices(question, owner, value, wall_day(ask.now)),
    )
    status = ask.refused.status if ask.refused else 422 if problems else 200
    return render(ask.request, "listing/question.html", status_code=status, **context)


def check(ask: Ask) -> Response:
    """Everything read back before it is sent."""
    row, owner = service.own_listing(ask.session, ask.path["listing_id"], ask.me)
    questions = asked_of(row, owner)
    onward = next_question(questions, row.answered)
    if onward != CHECK and ask.refused is None:
        return ask.go(_path(row, onward))
    tiers = [schemes()[tier] for tier in row.tiers if tier in schemes()]
    needed = dict.fromkeys(kind for tier in tiers for kind in tier.required)
    return ask.page(
        "listing/check.html",
        row=row,
        owner=owner,
        parts=said_parts(ask.session, row, owner, questions),
        needed=[evidence_kinds()[kind].label for kind in needed if kind in evidence_kinds()],
        sent=row.state is not ListingState.DRAFT,
        council=owner.authority_name,
    )


def submit(ask: Ask) -> Response:
    """Send it to the council that checks."""
    flags = service.submit(ask.session, ask.path["listing_id"], by=ask.me, now=ask.now)
    return ask.go(
        "/listing", " ".join(filter(None, ("Sent. We tell you as soon as it is decided.", flag_words(flags))))
    )


ROUTES = [
    Page("/listing/{listing_id}/about/{question}", about, guards.provider, GET, name="listing_question"),
    Page(
        "/listing/{listing_id}/about/{question}",
        answer,
        guards.provider,
        POST,
        again=about,
        name="answer_listing_question",
        most_bytes=UPLOAD_BYTES,
    ),
    Page("/listing/{listing_id}/check", check, guards.provider, GET, name="check_listing"),
    Page("/listing/{listing_id}/submit", submit, guards.provider, POST, again=check, name="submit_listing"),
]
