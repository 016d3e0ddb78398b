"""The desk over the real services is held to the bot's own contract, on both databases; and what only the real one can show."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import get_args
from urllib.parse import urlsplit

import pytest
from sqlmodel import Session, select

from bot.desk import DeskRefusal, Page
from bot.seen import Search, Wanted
from market.chat.desk import ChatDesk
from market.chat.desk.who import called
from market.chat.desk.within import Services
from market.chat.rules import Via
from market.chat.service import open_conversation
from market.core.actor import Actor, Role, Visitor
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.core.tables import AuditRow
from market.core.times import wall_day
from market.people.consenting import withdraw
from market.people.rules import Scope
from market.people.tables import Consent
from market.search.live import LiveIndex
from market.web.routing import PAGES
from matching.outside import outside_the_market
from tests.contracts.test_desk_contract import DeskContract, World
from tests.factories import county as make
from tests.factories.county import SmallCounty

TUESDAY = date(2026, 12, 1)


class Desks:
    """Fresh desks over one session, one conversation for each who talks."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = session
        self.now = now
        self.county: SmallCounty = make.small_county(session, now)
        self.county.aleds_listing.description = "I go for a walk with people who would sooner not go alone."
        other = make.person(session, "Olive Gribble", now, self.county.council)
        stranger = make.actor(session, Role.SUPPORTER, "Sam Quick", now)
        make.consent(session, other, stranger, now)
        self.actors: dict[str, Actor | Visitor] = {
            "supporter": self.county.daughter,
            "provider": self.county.aled_signed_in,
            "stranger": stranger,
            "visitor": Visitor(),
        }
        self.search = LiveIndex()

    def __call__(self, who: str, *, locked: bool = False) -> ChatDesk:
        conversation = open_conversation(self.session, Via.WEB, f"{who}{locked}", now=self.now, locked=locked)
        services = Services(Settings(), self.search)
        return ChatDesk(
            self.session, actor=self.actors[who], conversation=conversation, now=self.now, services=services
        )

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.county.walter.id, self.county.aleds_listing.id, time(9), time(10), TUESDAY, dates=(TUESDAY,))


@pytest.fixture
def desks(database: Database, now: datetime) -> Iterator[Desks]:
    with database.write() as session:
        yield Desks(session, now)


class TestChatDesk(DeskContract):
    @pytest.fixture
    def world(self, desks: Desks) -> World:
        return World(desks, desks.county.walter.id, desks.wanted, wall_day(desks.now))


def test_a_supporter_without_a_say_over_money_is_told_who_has_it(desks: Desks) -> None:
    consent = desks.session.exec(select(Consent).where(Consent.account_id == desks.county.daughter.account_id)).one()
    consent.scopes = [Scope.SEE_VISITS, Scope.BOOK]
    desks.session.add(consent)
    with pytest.raises(DeskRefusal) as refusal:
        desks("supporter").pots(desks.county.walter.id)
    assert refusal.value.code == "not_allowed"
    assert not desks("supporter").me().people[0].may_see_money
    assert desks("supporter").quote(desks.wanted).left_pence is None


def test_consent_withdrawn_elsewhere_acts_here_at_once(desks: Desks) -> None:
    walter = make.actor(
        desks.session, Role.CUSTOMER_DIRECT_PAYMENT, "Walter Pym", desks.now, person_id=desks.county.walter.id
    )
    consent = desks.session.exec(select(Consent).where(Consent.account_id == desks.county.daughter.account_id)).one()
    withdraw(desks.session, by=walter, consent_id=consent.id, now=desks.now)
    assert desks("supporter").me().people == ()
    with pytest.raises(DeskRefusal):
        desks("supporter").visits(desks.county.walter.id, TUESDAY, TUESDAY)


def test_a_denial_is_written_down_though_the_verb_is_undone(desks: Desks) -> None:
    with pytest.raises(DeskRefusal):
        desks("stranger").pots(desks.county.walter.id)
    tags = [row.tag for row in desks.session.exec(select(AuditRow))]
    assert "chat:pots:refused" in tags


def test_nursing_is_sent_to_those_who_do_it_and_nothing_is_searched(desks: Desks) -> None:
    results = desks("supporter").search(Search("someone to do mum's insulin injections", desks.county.walter.id))
    assert results.signpost is not None
    assert results.found == ()


def test_what_no_rule_names_is_signposted_in_the_chat_as_on_the_page(desks: Desks) -> None:
    words = "would she mind doing his tummy jab of an evening"
    assert outside_the_market(words) is None
    results = desks("visitor").search(Search(words, place="EX8 1AA"))
    assert results.found == ()
    assert results.signpost is not None
    assert results.signpost.number == "111"


def test_a_postcode_that_is_not_there_is_asked_for_again(desks: Desks) -> None:
    with pytest.raises(DeskRefusal) as refusal:
        desks("visitor").search(Search("company", place="ZZ99 9ZZ"))
    assert refusal.value.code == "bad_postcode"


def test_a_town_nearly_spelt_right_is_offered(desks: Desks) -> None:
    with pytest.raises(DeskRefusal) as refusal:
        desks("visitor").search(Search("company", place="Exmuoth"))
    assert refusal.value.code == "unknown_place"
    assert "Exmouth" in [choice.says for choice in refusal.value.choices]


def test_a_worker_is_found_by_name(desks: Desks) -> None:
    found = desks("supporter").search(Search("Aled", desks.county.walter.id, worker="Aled")).found
    assert [one.provider for one in found] == ["Aled Morgan"]


def test_a_request_shows_the_district_and_no_name_or_address(desks: Desks) -> None:
    quote = desks("supporter").quote(desks.wanted)
    desks("supporter").ask(desks.wanted, quote.total_pence, False, "k")
    [request] = desks("provider").requests()
    assert (request.for_name, request.area) == ("Somebody", "EX9")
    assert "6JN" not in str(request)


def test_a_provider_sees_the_address_of_accepted_work_unless_the_phone_is_locked(desks: Desks) -> None:
    desks.county.walter.address = "3 Quay Cottages"
    quote = desks("supporter").quote(desks.wanted)
    asked = desks("supporter").ask(desks.wanted, quote.total_pence, False, "k")
    desks("provider").accept(asked.booking_id, "k2")
    [open_visit] = desks("provider").visits("", TUESDAY, TUESDAY)
    [locked_visit] = desks("provider", locked=True).visits("", TUESDAY, TUESDAY)
    assert open_visit.place == "3 Quay Cottages, EX9 6JN"
    assert locked_visit.place == ""


def test_a_locked_phone_asks_for_a_code_before_money_moves(desks: Desks) -> None:
    quote = desks("supporter").quote(desks.wanted)
    with pytest.raises(DeskRefusal) as refusal:
        desks("supporter", locked=True).ask(desks.wanted, quote.total_pence, False, "k")
    assert refusal.value.code == "locked"


def test_another_providers_request_cannot_be_answered(desks: Desks) -> None:
    quote = desks("supporter").quote(desks.wanted)
    asked = desks("supporter").ask(desks.wanted, quote.total_pence, False, "k")
    gill = make.provider(desks.session, "Gill Mutter", desks.now)
    desks.actors["gill"] = make.actor(desks.session, Role.PA, "Gill Mutter", desks.now, provider_id=gill.id)
    with pytest.raises(DeskRefusal) as refusal:
        desks("gill").accept(asked.booking_id, "k")
    assert refusal.value.code == "not_found"


def test_a_pot_that_is_too_small_says_what_is_free(desks: Desks) -> None:
    dear = replace(desks.wanted, dates=(), weekdays=("MO", "TU", "WE", "TH", "FR"), start=time(9), end=time(17))
    with pytest.raises(DeskRefusal) as refusal:
        desks("supporter").quote(dear)
    assert refusal.value.code == "over_budget"
    assert "£5,000" in refusal.value.sentence


@pytest.mark.parametrize(
    ("words", "ids"),
    [("arthur", ["a"]), ("AW", ["a"]), ("Edna Hill", ["e"]), ("nobody here", []), ("Athur", ["a"]), ("e", ["e"])],
)
def test_people_are_found_by_name_initials_and_slips_of_spelling(words: str, ids: list[str]) -> None:
    from bot.seen import Person

    people = (Person("a", "Arthur Westcott"), Person("e", "Edna Hill"))
    assert [person.id for person in called(words, people)] == ids


def test_the_clock_of_a_turn_is_the_desks_own(desks: Desks, clock: StandingClock) -> None:
    told = desks("visitor").report_danger("fire", "smoke", "k")
    assert told.by is not None
    assert told.by > clock.now()


PAGES_OF_THE_BOT = get_args(Page)


@pytest.mark.parametrize("page", PAGES_OF_THE_BOT)
@pytest.mark.parametrize("about", ["", "x_1"])
def test_every_page_the_bot_names_is_one_of_ours(desks: Desks, page: Page, about: str) -> None:
    shapes = [re.compile(re.sub(r"\{[^}]+\}", "[^/]+", one.path)) for one in PAGES if "GET" in one.methods]
    for who in ("supporter", "provider", "visitor"):
        path = urlsplit(desks(who).page(page, about)).path
        assert any(shape.fullmatch(path) for shape in shapes), path
