"""What every desk must do, tried on the scripted one. The real one is tried by a subclass that gives its own `world` fixture.

A world is one customer with a supporter, a provider with one bookable offering near by, a stranger (a supporter of somebody else) and a
visitor; `desk(who)` makes a fresh desk of one of them, as each turn does.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import pytest

from bot.desk import Desk, DeskRefusal
from bot.seen import Person, Search, Wanted
from tests.fakes.scripted_desk import ScriptedDesk
from tests.fakes.scripted_world import PEOPLE

KEY, OTHER_KEY = "cnv_1:in_1", "cnv_1:in_2"


@dataclass(frozen=True)
class World:
    """Who is there. `wanted` is a booking that is free, cleared and within the pot; `today` is the desk's own day."""

    desk: Callable[[str], Desk]
    person_id: str
    wanted: Wanted
    today: date


class DeskContract:
    """Inherit, and give a `world` fixture."""

    def test_everybody_is_told_who_they_are(self, world: World) -> None:
        supporter, visitor = world.desk("supporter").me(), world.desk("visitor").me()
        assert world.person_id in [p.id for p in supporter.people]
        assert supporter.voice == "supporter"
        assert (visitor.role, visitor.people) == ("visitor", ())
        assert world.desk("provider").me().voice == "provider"

    def test_a_visitor_may_search_and_results_say_price_and_reason(self, world: World) -> None:
        results = world.desk("visitor").search(Search("someone to go for a walk with", place="EX4"))
        assert 0 < len(results.found) <= 3
        assert all(f.title and f.provider and f.reasons for f in results.found)

    def test_the_offering_wanted_is_shown_as_search_shows_it(self, world: World) -> None:
        found = world.desk("supporter").offering(world.wanted.offering_id, world.person_id)
        assert (found.offering_id, found.bookable) == (world.wanted.offering_id, True)

    def test_an_offering_that_is_not_there_is_refused(self, world: World) -> None:
        with pytest.raises(DeskRefusal) as refusal:
            world.desk("supporter").offering("off_nobody_made")
        assert refusal.value.code == "not_found"

    def test_a_quote_has_a_total_for_every_slot_and_holds_nothing(self, world: World) -> None:
        desk = world.desk("supporter")
        before = desk.pots(world.person_id)
        quote = desk.quote(world.wanted)
        assert quote.slots
        assert quote.total_pence > 0
        assert quote.taken == ()
        assert all(s.start < s.end and s.start.tzinfo is not None for s in quote.slots)
        assert desk.pots(world.person_id) == before

    def test_asking_holds_the_whole_run_in_the_pot(self, world: World) -> None:
        desk = world.desk("supporter")
        before = sum(p.free_pence for p in desk.pots(world.person_id))
        quote = desk.quote(world.wanted)
        total = quote.total_pence
        asked = desk.ask(world.wanted, total, False, KEY)
        assert asked.visits == len(quote.slots)
        assert asked.answer_by.tzinfo is not None
        assert sum(p.free_pence for p in world.desk("supporter").pots(world.person_id)) == before - total

    def test_the_same_key_asks_once_and_answers_the_same(self, world: World) -> None:
        total = world.desk("supporter").quote(world.wanted).total_pence
        first = world.desk("supporter").ask(world.wanted, total, False, KEY)
        after = world.desk("supporter").pots(world.person_id)
        assert world.desk("supporter").ask(world.wanted, total, False, KEY) == first
        assert world.desk("supporter").pots(world.person_id) == after

    def test_another_price_than_the_one_agreed_to_is_refused_and_changes_nothing(self, world: World) -> None:
        desk = world.desk("supporter")
        before, total = desk.pots(world.person_id), desk.quote(world.wanted).total_pence
        with pytest.raises(DeskRefusal) as refusal:
            desk.ask(world.wanted, total - 1, False, KEY)
        assert refusal.value.code == "price_changed"
        assert refusal.value.sentence
        assert desk.pots(world.person_id) == before

    def test_a_refused_verb_may_be_tried_again_with_the_same_key(self, world: World) -> None:
        desk = world.desk("supporter")
        total = desk.quote(world.wanted).total_pence
        with pytest.raises(DeskRefusal):
            desk.ask(world.wanted, total - 1, False, KEY)
        assert desk.ask(world.wanted, total, False, KEY).booking_id

    def test_a_day_gone_by_is_refused(self, world: World) -> None:
        gone = world.today - timedelta(days=3)
        past = replace(world.wanted, first=gone, dates=(gone,) if world.wanted.dates else (), until=None)
        with pytest.raises(DeskRefusal) as refusal:
            world.desk("supporter").quote(past)
        assert refusal.value.code == "past_date"

    def test_a_stranger_sees_no_visit_pot_or_person(self, world: World) -> None:
        stranger = world.desk("stranger")
        assert world.person_id not in [p.id for p in stranger.me().people]
        for look in (
            lambda: stranger.visits(world.person_id, world.today, world.today),
            lambda: stranger.pots(world.person_id),
            lambda: stranger.quote(world.wanted),
        ):
            with pytest.raises(DeskRefusal) as refusal:
                look()
            assert refusal.value.code in ("not_allowed", "not_found")

    def test_danger_is_reported_even_by_somebody_unknown(self, world: World) -> None:
        told = world.desk("visitor").report_danger("fire", "the kitchen is on fire", KEY)
        assert told.id
        assert told.who

    def test_a_person_can_be_asked_for_and_the_bot_come_back(self, world: World) -> None:
        world.desk("supporter").hand_over("I would like to talk", KEY)
        assert world.desk("supporter").me().with_human
        world.desk("supporter").resume(OTHER_KEY)
        assert not world.desk("supporter").me().with_human

    def test_stop_and_start(self, world: World) -> None:
        world.desk("supporter").stop_messages(KEY)
        assert not world.desk("supporter").me().messages_on
        world.desk("supporter").start_messages(OTHER_KEY)
        assert world.desk("supporter").me().messages_on

    def test_a_code_that_was_never_given_ties_nothing(self, world: World) -> None:
        with pytest.raises(DeskRefusal) as refusal:
            world.desk("visitor").link_account("ZZZZ99", KEY)
        assert refusal.value.code == "wrong_code"
        assert world.desk("visitor").me().role == "visitor"

    def test_names_are_looked_for_among_ones_own_people_only(self, world: World) -> None:
        name = world.desk("supporter").me().people[0].name
        assert [p.id for p in world.desk("supporter").people_called(name)] == [world.person_id]
        assert world.person_id not in [p.id for p in world.desk("stranger").people_called(name)]

    def test_pages_have_an_address(self, world: World) -> None:
        assert world.desk("supporter").page("visits", world.person_id).startswith("http")


class TestScriptedDesk(DeskContract):
    @pytest.fixture
    def world(self) -> World:
        stranger = replace(PEOPLE["supporter"], name="Sam", people=(Person("per_other", "Olive"),))
        desks = {who: ScriptedDesk(PEOPLE[who]) for who in ("supporter", "provider", "visitor")}
        desks["stranger"] = ScriptedDesk(stranger)
        day = date(2026, 12, 1)
        wanted = Wanted("per_arthur", "off_donna", time(9), time(10), day, dates=(day,))
        return World(lambda who: desks[who], "per_arthur", wanted, date(2026, 11, 23))
