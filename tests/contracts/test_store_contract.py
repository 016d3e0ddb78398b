"""What every store of the bot must do. The real one is tested by a subclass that gives its own `store` fixture:

class TestChatTables(StoreContract):
    @pytest.fixture
    def store(self, session): return ChatStore(session)
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.messages import Button, Press, Reply
from bot.store import AlreadyAnswered, State, Store
from tests.fakes.memory_store import MemoryStore

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
SOON = NOW + timedelta(days=2)
HERE, THERE = "cnv_here", "cnv_there"
ASKED = Reply(
    "Shall I ask Donna?",
    (
        Button("Yes", "confirm", press=Press("answer", {"number": "1", "value": "yes"})),
        Button("No", "decline", press=Press("answer", {"number": "1", "value": "no"})),
        Button("Talk to a person", "human", press=Press("human", lasting=True)),
        Button("Open the page", "link", url="https://alongside.example/visits"),
    ),
)


class StoreContract:
    """Inherit, and give a `store` fixture."""

    def test_a_conversation_not_seen_before_starts_fresh(self, store: Store) -> None:
        assert store.load(HERE) == State()

    def test_a_state_comes_back_as_it_was_saved_with_nested_values(self, store: Store) -> None:
        state = State(
            asked=3, open={"flow": "book", "facts": {"weekdays": ["TU", "TH"], "price": None}}, danger="dng_1"
        )
        store.save(HERE, state)
        store.save(THERE, replace(state, asked=9))
        assert store.load(HERE) == state

    def test_saving_again_takes_the_place_of_the_last(self, store: Store) -> None:
        store.save(HERE, State(asked=1, open={"flow": "book"}))
        store.save(HERE, State(asked=2))
        assert store.load(HERE) == State(asked=2)

    def test_a_message_delivered_twice_has_its_first_answer(self, store: Store) -> None:
        kept = store.keep_buttons(HERE, ASKED, SOON)
        assert store.answered(HERE, "in_1") is None
        store.remember(HERE, "in_1", (kept, Reply("And this.", urgent=True)))
        assert store.answered(HERE, "in_1") == (kept, Reply("And this.", urgent=True))
        assert store.answered(THERE, "in_1") is None

    def test_a_silent_turn_is_remembered_as_answered(self, store: Store) -> None:
        store.remember(HERE, "in_1", ())
        assert store.answered(HERE, "in_1") == ()

    def test_an_id_is_answered_once(self, store: Store) -> None:
        store.remember(HERE, "in_1", ())
        with pytest.raises(AlreadyAnswered):
            store.remember(HERE, "in_1", ())

    def test_kept_buttons_have_short_ascii_ids_all_different_and_links_have_none(self, store: Store) -> None:
        first, second = store.keep_buttons(HERE, ASKED, SOON), store.keep_buttons(HERE, ASKED, SOON)
        ids = [b.id for b in (*first.buttons, *second.buttons) if b.means != "link"]
        assert len(set(ids)) == 6
        assert all(i.isascii() and 0 < len(i.encode()) <= 64 for i in ids)
        assert first.buttons[3] == ASKED.buttons[3]
        assert all(b.press is None for b in first.buttons)
        assert [b.label for b in first.buttons] == [b.label for b in ASKED.buttons]

    def test_a_button_is_fresh_once_and_then_used(self, store: Store) -> None:
        kept = store.keep_buttons(HERE, ASKED, SOON)
        first = store.take_button(HERE, kept.buttons[0].id, NOW)
        assert (first.freshness, first.press) == ("fresh", ASKED.buttons[0].press)
        assert store.take_button(HERE, kept.buttons[0].id, NOW).freshness == "used"

    def test_one_answer_uses_up_the_others_of_its_reply(self, store: Store) -> None:
        kept = store.keep_buttons(HERE, ASKED, SOON)
        other = store.keep_buttons(HERE, ASKED, SOON)
        store.take_button(HERE, kept.buttons[0].id, NOW)
        assert store.take_button(HERE, kept.buttons[1].id, NOW).freshness == "used"
        assert store.take_button(HERE, other.buttons[1].id, NOW).freshness == "fresh"

    def test_a_lasting_button_works_again_and_again_and_uses_nothing_up(self, store: Store) -> None:
        kept = store.keep_buttons(HERE, ASKED, SOON)
        late = SOON + timedelta(days=90)
        assert [store.take_button(HERE, kept.buttons[2].id, at).freshness for at in (NOW, NOW, late)] == ["fresh"] * 3
        assert store.take_button(HERE, kept.buttons[0].id, NOW).freshness == "fresh"

    def test_a_lasting_button_still_works_when_another_was_used(self, store: Store) -> None:
        kept = store.keep_buttons(HERE, ASKED, SOON)
        store.take_button(HERE, kept.buttons[0].id, NOW)
        assert store.take_button(HERE, kept.buttons[2].id, NOW).freshness == "fresh"

    def test_a_button_expires_at_its_instant(self, store: Store) -> None:
        kept = store.keep_buttons(HERE, ASKED, SOON)
        assert store.take_button(HERE, kept.buttons[0].id, SOON).freshness == "expired"

    def test_a_button_of_another_conversation_is_unknown_and_stays_unused(self, store: Store) -> None:
        kept = store.keep_buttons(HERE, ASKED, SOON)
        assert store.take_button(THERE, kept.buttons[0].id, NOW).freshness == "unknown"
        assert store.take_button(HERE, "btn_nobody_made", NOW).freshness == "unknown"
        assert store.take_button(HERE, kept.buttons[0].id, NOW).freshness == "fresh"

    def test_a_locked_conversation_can_be_worked_on_and_locked_again(self, store: Store) -> None:
        with store.locked(HERE):
            store.save(HERE, State(asked=1))
        with store.locked(HERE), store.locked(THERE):
            assert store.load(HERE).asked == 1


class TestMemoryStore(StoreContract):
    @pytest.fixture
    def store(self) -> Store:
        return MemoryStore()
