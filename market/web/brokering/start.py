"""The first lines somebody sees when they come in: what is on today, and what waits for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from market.bookings.cascade.queries import desk_list, open_questions_for
from market.bookings.queries import visits_between
from market.brokerage.queries import next_visits
from market.brokerage.service import caseload
from market.core.actor import Actor, Role
from market.core.times import wall_day
from market.people.access import people_of
from market.people.rules import Scope
from market.plans.queries import plans_in
from market.plans.rules import PlanStatus
from market.plans.service import status_of
from market.safeguarding.queries import open_reports
from market.search.queries import unanswered_shortlists
from market.web.booking.weeks import news, shown_visits
from market.web.brokering.person import first_name
from market.web.filters import clock, counted, moment, near_day

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class StartLine:
    """One line of the start page: words, and where they lead."""

    words: str
    path: str
    icon: str
    note: str = ""


def start_lines(session: Session, actor: Actor, now: datetime) -> list[StartLine]:
    """What waits for this role now. Empty for roles whose own page says it all; a provider has a page of their own."""
    if actor.role is Role.BROKER:
        return _for_broker(session, actor, now)
    if actor.role is Role.SIGNOFF_OFFICER:
        rows = plans_in(session, actor.authority_id or "")
        waiting = sum(status_of(plan) is PlanStatus.WAITING for plan, _ in rows)
        return [StartLine(_count(waiting, "plan waits", "plans wait", "No plan waits"), "/sign-off", "clipboard-list")]
    if actor.role.is_customer or actor.role.stands_by_someone:
        return _for_circle(session, actor, now)
    if actor.role is Role.BACKUP_CONTACT:
        return _to_cover(session, actor, "/backup")
    if actor.role is Role.OUT_OF_HOURS:
        return _for_desk(session, actor)
    return []


def _for_broker(session: Session, actor: Actor, now: datetime) -> list[StartLine]:
    lines = caseload(session, actor, now)
    yours = sum(bool(line.waiting) and line.waiting[0].is_brokers for line in lines)
    wrong = sum(bool(line.troubles) for line in lines)
    found = [StartLine(_count(yours, "person waits for you", "people wait for you", "Nobody waits for you"),
                       "/caseload?show=you", "clock", f"of {counted(len(lines), 'person', 'people')}")]  # fmt: skip
    if wrong:
        words = f"Something is wrong this week for {counted(wrong, 'person', 'people')}"
        found.append(StartLine(words, "/caseload?show=wrong", "triangle-alert"))
    return found


def _to_cover(session: Session, actor: Actor, path: str) -> list[StartLine]:
    """Visits of others that wait for this backup contact's yes or no."""
    asked = open_questions_for(session, actor.account_id, actor.provider_id)
    if not asked:
        return []
    words = f"Can you cover {counted(len(asked), 'visit')}?"
    return [StartLine(words, path, "umbrella", f"Answer by {moment(asked[0].answer_by)}")]


def _for_desk(session: Session, actor: Actor) -> list[StartLine]:
    visits = len(desk_list(session, actor.authority_id)) if actor.authority_id else 0
    reports = len(open_reports(session, actor))
    found = [
        StartLine(_count(visits, "visit has nobody", "visits have nobody", "No visit waits for you"), "/desk", "bell")
    ]
    if reports:
        found.insert(0, StartLine(f"{counted(reports, 'report')} to read now", "/desk", "triangle-alert"))
    return found


def _for_circle(session: Session, actor: Actor, now: datetime) -> list[StartLine]:
    people = {one.id: one for one in people_of(session, actor, Scope.SEE_VISITS, now)}
    today = wall_day(now)
    mine = actor.role.is_customer
    found = []
    for person_id, visit in next_visits(session, list(people), now).items():
        day = near_day(visit.starts_at, today)
        whom = "" if mine else f"{first_name(people[person_id])}: "
        words = f"{whom}{visit.who_comes or 'somebody you know'} comes {day}, {clock(visit.starts_at)}"
        found.append(
            StartLine(words[:1].upper() + words[1:], f"/people/{person_id}#week", "calendar-check", visit.title)
        )
    for person_id in people:
        ahead = visits_between(session, person_id, today, today + A_WEEK + A_WEEK)
        shown = shown_visits(session, ahead, now, sees_money=False)
        for tone, words, path in news(shown, today):
            if tone != "good":
                found.insert(0, StartLine(words, path, "triangle-alert", "" if mine else first_name(people[person_id])))
    for row in unanswered_shortlists(session, list(people)):
        whom = "you" if mine else first_name(people[row.person_id])
        found.append(StartLine(f"Ideas for {whom} to look at", f"/shortlists/{row.id}", "list-checks"))
    return found


def _count(number: int, one: str, many: str, none: str) -> str:
    return none if not number else counted(number, one, many)
