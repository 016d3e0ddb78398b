"""A person's week as a picture, and the way to the right one from the menu."""

from datetime import timedelta

from starlette.responses import Response

from market.bookings import queries
from market.core.actor import CUSTOMERS, Role
from market.core.times import wall_day
from market.people.access import may, people_of, person_for
from market.people.rules import Scope
from market.web import guards
from market.web.ask import Ask
from market.web.booking.around import called
from market.web.booking.weeks import days_of, news, shown_visits
from market.web.page import GET, Page
from market.web.written import monday_in

VIEWERS = guards.role(*CUSTOMERS, Role.SUPPORTER, Role.ATTORNEY, Role.BROKER, Role.OUT_OF_HOURS, Role.SIGNOFF_OFFICER)
_WEEK = timedelta(days=7)


def whose_week(ask: Ask) -> Response:
    """From the menu: one's own week, that of the one person one watches over, or the choice between several."""
    if ask.me.role.is_provider:
        return ask.go("/work")
    people = people_of(ask.session, ask.me, Scope.SEE_VISITS, ask.now)
    if len(people) == 1:
        return ask.go(f"/people/{people[0].id}/week")
    return ask.page("booking/whose_week.html", people=people)


def week(ask: Ask) -> Response:
    """Who comes when: what matters now in words, the picture, the table."""
    person = person_for(ask.session, ask.me, ask.path["person_id"], Scope.SEE_VISITS, ask.now)
    today = wall_day(ask.now)
    monday = monday_in(ask.query("monday"), today)
    sees_money = may(ask.session, ask.me, person, Scope.SEE_MONEY, ask.now)
    rows = queries.week(ask.session, person.id, monday)
    visits = shown_visits(ask.session, rows, ask.now, sees_money=sees_money)
    return ask.page(
        "booking/week.html",
        person=person,
        whose="Your week" if ask.me.person_id == person.id else f"{called(person)}’s week",
        today=today,
        monday=monday,
        before=monday - _WEEK,
        after=monday + _WEEK,
        is_now=monday <= today < monday + _WEEK,
        visits=visits,
        todays=[visit for visit in visits if visit.day == today],
        days=days_of(monday, visits),
        news=news(visits, today),
        sees_money=sees_money,
        total=sum(visit.price_pence or 0 for visit in visits if visit.stands),
        may_book=may(ask.session, ask.me, person, Scope.BOOK, ask.now),
    )


ROUTES = [
    Page("/week", whose_week, guards.signed_in, GET, name="whose_week"),
    Page("/people/{person_id}/week", week, VIEWERS, GET, name="week"),
]
