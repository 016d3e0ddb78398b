"""Cover that is dearer than was agreed beforehand waits for a yes from whoever decides about the money."""

from datetime import datetime, timedelta

import pytest
from starlette.applications import Starlette

from market.app import create_app
from market.bookings import queries
from market.bookings.answering import accept
from market.bookings.asking import Wanted, ask_for
from market.bookings.cascade.answers import answer
from market.bookings.cascade.queries import cascade_of_visit, questions_of
from market.bookings.cascade.rules import ContactKind
from market.bookings.cascade.service import wake
from market.bookings.rules import Wish
from market.bookings.visiting import report_cannot_come
from market.core.actor import Actor, Role, System
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.core.times import wall, wall_day
from market.people.rules import Scope
from market.people.tables import Account
from tests.factories import county
from tests.factories.county import SmallCounty
from tests.journeys.asker import words
from tests.web.browser import Browser, browser_on


@pytest.fixture
def app(database: Database, clock: StandingClock) -> Starlette:
    return create_app(Settings(demo=False, _env_file=None), database, clock, raises=True)


def browser_of(app: Starlette, database: Database, clock: StandingClock, who: Actor) -> Browser:
    browser = browser_on(app, database, clock)
    with database.read() as session:
        account = session.get_one(Account, who.account_id)
    browser.sign_in(account)
    return browser


def dearer(database: Database, now: datetime) -> tuple[SmallCounty, str, str]:
    """Aled is ill tomorrow; Bryn would come for £10 more. The county, the visit, and the question about the price."""
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=50_000)
        bryn = county.provider(session, "Bryn Yeo", now)
        cover = county.listing(session, bryn, now, pence=2700, title="Garden help")
        county.contact(session, here.walter, 1, "Bryn Yeo", now, kind=ContactKind.WORKER_KNOWN,
                       provider_id=bryn.id, listing_id=cover.id, kinds=["companionship"])  # fmt: skip
        start = wall(now + timedelta(days=1)).time().replace(tzinfo=None)
        wish = Wish(wall_day(now) + timedelta(days=1), start, start.replace(hour=start.hour + 1))
        wanted = Wanted(here.aleds_listing.id, wish)
        booking = ask_for(session, here.daughter, here.walter.id, wanted, seen_pence=1700, leave_out_taken=False,
                          key="k", now=now)  # fmt: skip
        accept(session, here.aled_signed_in, booking.id, now=now)
        visit = queries.visits_of(session, booking.id)[0]
        report_cannot_come(session, here.aled_signed_in, visit.id, "ill", now=now)
        cascade = cascade_of_visit(session, visit.id)
        assert cascade is not None
        wake(session, cascade.id, now=now)
        question = questions_of(session, cascade.id)[0]
        answer(session, question.id, True, by=System("test"), now=now)
        return here, visit.id, question.id


def test_a_yes_to_the_price_covers_the_visit(
    app: Starlette, database: Database, clock: StandingClock, now: datetime
) -> None:
    here, visit_id, question_id = dearer(database, now)
    jean = browser_of(app, database, clock, here.daughter)
    assert f'href="/questions/{question_id}"' in jean.get(f"/visits/{visit_id}").text
    page = f"/questions/{question_id}"
    said = words(jean.get(page))
    assert "Bryn Yeo can come to Walter instead of Aled Morgan." in said
    assert "It would cost £27" in said
    assert "That is more by £10" in said
    answered = jean.post(page, {"answer": "yes"}, seen_on=page)
    assert answered.headers["location"] == f"/visits/{visit_id}"
    assert "Bryn Yeo comes instead" in words(jean.get(f"/visits/{visit_id}"))
    again = jean.post(page, {"answer": "no"}, seen_on="/help-now")
    assert "This was answered before" in words(jean.get(again.headers["location"]))


def test_a_no_to_the_price_goes_on_to_the_desk(
    app: Starlette, database: Database, clock: StandingClock, now: datetime
) -> None:
    here, visit_id, question_id = dearer(database, now)
    jean = browser_of(app, database, clock, here.daughter)
    page = f"/questions/{question_id}"
    jean.post(page, {"answer": "no"}, seen_on=page)
    said = words(jean.get(f"/visits/{visit_id}"))
    assert "The out-of-hours desk is looking now" in said
    assert "would cost more than was agreed" in said


def test_who_may_not_decide_about_money_is_told_who_may(
    app: Starlette, database: Database, clock: StandingClock, now: datetime
) -> None:
    here, _, question_id = dearer(database, now)
    with database.write() as session:
        friend = county.actor(session, Role.SUPPORTER, "Ada Frost", now)
        county.consent(session, here.walter, friend, now, Scope.SEE_VISITS)
    ada = browser_of(app, database, clock, friend)
    page = f"/questions/{question_id}"
    said = words(ada.get(page))
    assert "Only those who may decide about the money" in said
    assert "Jean Pym" in said
    assert ada.post(page, {"answer": "yes"}, seen_on="/help-now").status_code == 403
