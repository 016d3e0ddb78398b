"""Asking for visits, one thing a page: who, which days, when, how long. Then the price, and only then the asking."""

from dataclasses import replace

from starlette.responses import Response

from market.bookings.asking import ask_for, quote_run
from market.bookings.errors import NotBookable, ProviderExcluded
from market.bookings.rules import TERMS
from market.core.actor import CUSTOMERS, Role
from market.core.errors import NotAllowed, NotFound, Refusal
from market.core.ids import new_id
from market.people.access import may_commit_money, who_may
from market.people.rules import Scope
from market.web import guards
from market.web.ask import Ask
from market.web.booking.around import Around, around, check_may_ask, likely, outcome_behind, whose_need
from market.web.booking.asked import Cannot, cannot, pot_now_and_then, so_far, step_to_mend, wanted
from market.web.booking.draft import CHECK, DATES, FORTNIGHTLY, MOST_DATES, OF_ONE_LISTING, STEPS, WEEKLY, Draft
from market.web.booking.reading import Problems, problems
from market.web.booking.run_words import WARNINGS, is_paid_by_self, prices, reasons, taken_title, yes_words
from market.web.cookies import DRAFT
from market.web.finding.together import together
from market.web.page import GET, POST, Page
from market.web.refusals import said
from market.wiring.terms_words import terms_words

ASKERS = guards.role(*CUSTOMERS, Role.SUPPORTER, Role.ATTORNEY, Role.BROKER)
_AN_HOUR = 3600
_MOST_PENCE = 12

OFTEN = (
    (WEEKLY, "Every week"),
    (FORTNIGHTLY, "Every other week"),
    (DATES, "Once, or on a few days that I choose"),
)
QUESTIONS = {
    "who": "Who are the visits for?",
    "kind": "What is the help for?",
    "workers": "How many people should come?",
    "often": "How often?",
    "days": "Which days of the week?",
    "dates": "Which days?",
    "times": "What time of day?",
    "when": "From when until when?",
    "note": "Is there anything they should know?",
    "pot": "Which money pays for this?",
}


def step(ask: Ask) -> Response:
    """The page that comes next, or the one that is asked for by name."""
    draft = _draft(ask)
    here = around(ask.session, ask.me, ask.path["listing_id"], draft, ask.now)
    draft = _started(ask, draft, here)
    _keep(ask, draft)
    wished = ask.query("step")
    shown = wished if wished in (*here.steps(draft), CHECK) else here.next_step(draft)
    if shown == CHECK and here.next_step(draft) != CHECK:
        shown = here.next_step(draft)
    return _check(ask, draft, here) if shown == CHECK else _step(ask, draft, here, shown)


def answer(ask: Ask) -> Response:
    """What was typed on one page is kept, whether or not it can be read; then on to the next."""
    name = ask.typed("step")
    if name not in STEPS:
        raise NotFound
    before = _draft(ask)
    draft = before.answering(name, ask.form)
    here = around(ask.session, ask.me, ask.path["listing_id"], draft, ask.now)
    if ask.typed("more"):
        draft = draft.said(boxes=str(min(MOST_DATES, _boxes(draft) + 1)))
        _keep(ask, draft)
        return ask.go(f"/ask/{here.listing.id}?step={name}")
    if wrong := problems(name, draft, here.today):
        _keep(ask, draft.reopened(name))
        return _step(ask, draft, here, name, wrong)
    draft = draft.with_done(name)
    if name == "who" and before.one("person") not in ("", draft.one("person")):
        draft = draft.without(["pot"])
    _keep(ask, draft)
    return ask.go(f"/ask/{here.listing.id}?step={here.next_step(draft)}")


def confirm(ask: Ask) -> Response:
    """Ask the provider, once, at the price that was seen."""
    draft = Draft.of(ask.form)
    here = around(ask.session, ask.me, ask.path["listing_id"], draft, ask.now)
    asked = wanted(draft, here, outcome_behind(ask.session, ask.me, draft, ask.now))
    if asked is None or here.person is None:
        return ask.go(f"/ask/{here.listing.id}")
    booking = ask_for(
        ask.session,
        ask.me,
        here.person.id,
        asked,
        seen_pence=_pence(ask.typed("seen_pence")),
        leave_out_taken=bool(ask.typed("leave_out_taken")),
        key=f"web:{ask.me.account_id}:{ask.typed('key') or new_id('key')}",
        now=ask.now,
        start_sooner=bool(ask.typed("start_sooner")) if ask.typed("own_money") else None,
    )
    ask.jar.drop(DRAFT)
    return ask.go(f"/bookings/{booking.id}", "We have asked. Nothing is spent until a visit is done.")


def confirm_again(ask: Ask) -> Response:
    """The check page as things stand now, with why it was not asked for; all that was typed is still there."""
    draft = Draft.of(ask.form)
    here = around(ask.session, ask.me, ask.path["listing_id"], draft, ask.now)
    return _check(ask, draft, here)


def _draft(ask: Ask) -> Draft:
    """What was kept for this account, with what the address says: whom it is for, and which shortlist it comes from."""
    value = ask.signer.read(_use(ask), ask.jar.get(DRAFT)) if ask.jar.get(DRAFT) else None
    listing_id, kept = value if isinstance(value, list) and len(value) == 2 else ("", None)
    draft = Draft.kept(kept)
    if listing_id != ask.path["listing_id"]:
        draft = draft.without(OF_ONE_LISTING)
    if person := ask.query("person"):
        draft = (draft if draft.one("person") in ("", person) else draft.without(["pot"])).said(person=person)
        draft = draft.with_done("who")
    came_from = {name: ask.query(name) for name in ("shortlist", "need") if ask.query(name)}
    return draft.said(**came_from)


def _started(ask: Ask, draft: Draft, here: Around) -> Draft:
    """A draft with what is likely filled in. Whoever stands by one person asks for that one, unless they say another."""
    own = (ask.who.grant.person_id if ask.who.grant else None) or ""
    meant = whose_need(ask.session, draft) or own
    if here.person is None and meant in {person.id for person in here.people}:
        draft = draft.said(person=meant)
    return likely(draft, here)


def _use(ask: Ask) -> str:
    return f"ask:{ask.me.account_id}"


def _keep(ask: Ask, draft: Draft) -> None:
    ask.jar.set(DRAFT, ask.signer.sign(_use(ask), [ask.path["listing_id"], draft.as_kept()]), _AN_HOUR)


def _boxes(draft: Draft) -> int:
    """How many boxes for dates are shown: as many as were asked for, and as were filled."""
    filled = [n for n in range(1, MOST_DATES + 1) if any(draft.date_boxes(f"on{n}").values())]
    asked = int(draft.one("boxes", "1")) if draft.one("boxes", "1").isdigit() else 1
    return max(1, min(asked, MOST_DATES), *filled, 0)


def _step(ask: Ask, draft: Draft, here: Around, name: str, wrong: Problems | None = None) -> Response:
    steps = here.steps(draft)
    try:
        check_may_ask(ask.session, ask.me, here, ask.now)
    except (NotBookable, ProviderExcluded) as refusal:
        return _cannot(ask, draft, here, Cannot(said(refusal)))
    if (refused := _no_money(ask, here)) is not None:
        return refused
    return _shown(
        ask,
        "booking/step.html",
        422 if wrong else 200,
        here=here,
        draft=draft,
        step=name,
        question=QUESTIONS[name],
        place=steps.index(name) + 1 if name in steps else 1,
        steps=len(steps),
        before=here.step_before(draft, name),
        errors=wrong or {},
        so_far=[line for line in so_far(draft, here) if line.step != name],
        often=OFTEN,
        boxes=_boxes(draft),
        most_dates=MOST_DATES,
    )


def _no_money(ask: Ask, here: Around) -> Response | None:
    """Somebody who may not commit the person's money is told so before they fill anything in, and who may."""
    if here.person is None or not here.costs or may_commit_money(ask.session, ask.me, here.person, ask.now):
        return None
    names = who_may(ask.session, here.person, Scope.SPEND, ask.now)
    return _shown(ask, "booking/not_your_money.html", 403, here=here, names=names)


def _check(ask: Ask, draft: Draft, here: Around) -> Response:
    """The price for the run and each visit, what is left, what is taken; or why it cannot be asked for."""
    asked = wanted(draft, here, outcome_behind(ask.session, ask.me, draft, ask.now))
    if asked is None or here.person is None:
        return _step(ask, draft, here, here.next_step(draft) if here.next_step(draft) != CHECK else "often")
    try:
        run = quote_run(ask.session, ask.me, here.person.id, asked, now=ask.now)
    except (NotAllowed, NotFound):
        raise
    except Refusal as refusal:
        if mend := step_to_mend(refusal, draft):
            return _step(ask, draft, here, *mend)
        return _cannot(ask, draft, here, cannot(ask.session, ask.me, here, asked, refusal, ask.now))
    return _shown(
        ask,
        "booking/check.html",
        ask.refused.status if ask.refused else 200,
        here=here,
        draft=draft,
        run=run,
        errors=_errors(ask, run_taken=bool(run.taken)),
        so_far=so_far(draft, here),
        prices=prices(run.slots),
        pots=pot_now_and_then(run) if here.sees_money else None,
        own_money=is_paid_by_self(run),
        terms=terms_words(TERMS),
        must_start_sooner=run.starts_within_cooling_off(ask.now),
        notices=[WARNINGS[code] for code in run.warnings if code in WARNINGS],
        offers_payroll=any(code.startswith("employer:") for code in run.warnings),
        taken_title=taken_title(run) if run.taken else "",
        taken=reasons(run.taken),
        when_it_fails=together(here.provider.arrangement).when_it_fails,
        yes=yes_words(run),
        key=ask.typed("key") or new_id("key"),
    )


def _errors(ask: Ask, *, run_taken: bool) -> dict[str, str]:
    """What was refused a moment ago. Times just taken are said by the page itself, one by one."""
    if ask.refused is None:
        return {}
    if ask.refused.field == "start_sooner":
        return dict(ask.refused.errors)
    if run_taken and ask.refused.field == "days":
        return {"": "A time was taken by somebody else just now. Nothing has been booked. Look again before you ask."}
    return {"": ask.refused.words}


def _cannot(ask: Ask, draft: Draft, here: Around, why: Cannot) -> Response:
    return _shown(
        ask, "booking/cannot.html", why.said.status,
        here=here, draft=draft, why=why, taken=reasons(why.taken), so_far=so_far(draft, here),
        change=[line for line in so_far(draft, here) if line.step in why.change],
    )  # fmt: skip


def _shown(ask: Ask, template: str, status: int, **context: object) -> Response:
    page = replace(ask, refused=None).page(template, **context)
    page.status_code = status
    return page


def _pence(typed: str) -> int:
    return int(typed) if typed.isdigit() and len(typed) < _MOST_PENCE else -1


ROUTES = [
    Page("/ask/{listing_id}", step, ASKERS, GET, name="ask"),
    Page("/ask/{listing_id}", answer, ASKERS, POST, name="ask_answer", writes=False),
    Page("/ask/{listing_id}/confirm", confirm, ASKERS, POST, name="ask_confirm", again=confirm_again),
]
