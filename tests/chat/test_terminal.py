"""The terminal chat over the real services: search, book, accept, fall ill, cover, danger."""

import io
import json

import pytest

from market.chat.terminal import NobodyLikeThat, converse, moves
from tests.chat.county import Here, labels, names, pushed, texts

BOOK = "book Aled for Walter every Tuesday and Thursday 9 to 10 from next week till 22 December"


def _book(here: Here) -> None:
    here.means(
        BOOK,
        "book_visit",
        {"person": "Aled", "weekdays": ["TU", "TH"], "date": "2026-12-01", "start": "09:00", "end": "10:00",
         "until": "2026-12-22"},
    )  # fmt: skip


def test_a_supporter_books_and_the_pa_accepts_and_everyone_is_told(here: Here) -> None:
    _book(here)
    jean, aled, walter = here.terminal("supporter"), here.terminal("pa"), here.terminal("customer-direct-payment")
    came = jean.take(BOOK)
    assert "£119" in texts(came)
    assert "Aled Morgan" in texts(came)
    came = jean.take("[Yes, please ask]")
    assert "booking.requested" in names(came)
    assert "hold.placed" in names(came)
    came = aled.take("hello")
    asked = next(reply for reply in aled.shown if "New request" in reply.text)
    assert "EX9" in asked.text
    assert "Pym" not in asked.text
    came = aled.take("[Yes, I'll do it]")
    assert "booking.accepted" in names(came)
    came = walter.take("hello")
    assert "Aled Morgan has said yes" in pushed(came)
    came = aled.take("[Yes, I'll do it]")
    assert "booking.accepted" not in names(came)


def test_two_taps_book_once(here: Here) -> None:
    _book(here)
    jean = here.terminal("supporter")
    yes = labels(jean.take(BOOK))[0]
    first, second = jean.take(f"[{yes}]"), jean.take(f"[{yes}]")
    assert names(first).count("booking.requested") == 1
    assert "booking.requested" not in names(second)


def test_a_label_that_was_never_shown_is_out_of_date(here: Here) -> None:
    came = here.terminal("pa").take("[Something else]")
    assert "out of date" in texts(came)
    assert came["events"] == []


def test_danger_comes_first_and_a_human_is_told(here: Here) -> None:
    jean = here.terminal("supporter")
    came = jean.take("dad is on the floor and he is not breathing")
    assert "999" in came["replies"][0]["text"].splitlines()[0]
    assert "danger.reported" in names(came)
    assert came["understood"]["intent"] == "danger_now"


def _booked(here: Here) -> None:
    _book(here)
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    jean.take(f"[{labels(jean.take(BOOK))[0]}]")
    aled.take("hello")
    aled.take("[Yes, I'll do it]")


def test_a_pa_is_ill_and_a_backup_contact_says_yes_by_button(here: Here) -> None:
    _booked(here)
    aled, doreen, walter = (
        here.terminal("pa"),
        here.terminal("backup-contact"),
        here.terminal("customer-direct-payment"),
    )
    here.means("I'm ill, can't do Thursday", "cannot_come", {"which_visit": {"date": "2026-12-03"}})
    came = aled.take("I'm ill, can't do Thursday")
    assert "Thursday 3 December" in texts(came)
    came = aled.take(f"[{labels(came)[0]}]")
    assert {"visit.cancelled", "cascade.started", "cascade.asked"} <= set(names(came))
    came = doreen.take("[+1m]")
    assert "can't come to Walter" in pushed(came)
    came = doreen.take("[Yes, I can go]")
    assert "visit.covered" in names(came)
    assert "Thank you" in texts(came)
    came = walter.take("[+1m]")
    assert "Doreen Hext will come" in pushed(came)
    again = doreen.take("[Yes, I can go]")
    assert "visit.covered" not in names(again)


def test_a_silent_contact_is_passed_over_when_the_clock_moves_and_the_desk_gets_it_in_the_end(here: Here) -> None:
    _booked(here)
    aled, walter = here.terminal("pa"), here.terminal("customer-direct-payment")
    here.means("ill thursday", "cannot_come", {"which_visit": {"date": "2026-12-03"}})
    aled.take(f"[{labels(aled.take('ill thursday'))[0]}]")
    walter.take("[+1m]")
    came = walter.take("[+2h]")
    assert names(came).count("cascade.asked") == 1
    assert "cascade.handed_to_desk" in names(came)
    assert "out-of-hours desk has it" in pushed(came)


def test_a_customer_asks_who_is_coming_and_says_that_nobody_came(here: Here) -> None:
    _booked(here)
    walter = here.terminal("customer-direct-payment")
    walter.take("[+8d]")
    came = walter.take("who is coming today?")
    assert "Aled Morgan" in texts(came)
    came = walter.take("nobody has come")
    assert "visit.missed" not in names(came)
    came = walter.take(f"[{labels(came)[0]}]")
    assert {"visit.missed", "cascade.started"} <= set(names(came))
    assert "01632 960999" in texts(came)


def test_json_has_the_shape_that_is_promised(here: Here) -> None:
    out = io.StringIO()
    converse(here.terminal("supporter"), ["hello\n", "\n", "[+20m]\n"], out, as_json=True)
    turns = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [turn["said"] for turn in turns] == ["hello", "[+20m]"]
    for turn in turns:
        assert set(turn) == {"said", "understood", "replies", "pushed", "events"}
        assert set(turn["understood"]) == {"intent", "slots", "ask", "also"}
    assert turns[0]["replies"][0]["buttons"][0].keys() == {"label", "means"}


def test_plain_talk_shows_buttons_in_brackets(here: Here) -> None:
    out = io.StringIO()
    converse(here.terminal("supporter"), ["hello"], out, as_json=False)
    assert "[See the week]" in out.getvalue()


def test_a_visitor_can_ask_and_is_not_known(here: Here) -> None:
    came = here.terminal("visitor").take("hello")
    assert labels(came)[:2] == ["Find help", "I have a code"]


def test_a_name_picks_the_person_and_an_unknown_one_is_refused(here: Here) -> None:
    assert here.terminal("pa:aled")
    with pytest.raises(NobodyLikeThat):
        here.terminal("pa:Zebedee Quint")
    with pytest.raises(NobodyLikeThat):
        here.terminal("wizard")


def test_a_locked_terminal_wants_a_code_before_money(here: Here) -> None:
    jean = here.terminal("supporter", locked=True)
    came = jean.take("how much is left?")
    assert "£" not in texts(came)


def test_an_unlocked_terminal_shows_the_money(here: Here) -> None:
    assert "£5,000" in texts(here.terminal("supporter").take("how much is left?"))


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("[+20m]", 20), ("[+2h]", 120), ("[+1d]", 1440), ("[+1h30m]", 90), ("[+]", None), ("+20m", None)],
)
def test_the_clock_is_moved_by_days_hours_and_minutes(line: str, minutes: int | None) -> None:
    moved = moves(line)
    assert (moved.total_seconds() / 60 if moved else None) == minutes


def test_nobody_is_read_to_who_is_not_theirs_to_know(here: Here) -> None:
    here.terminal("supporter").take("who is coming today?")
    assert "Walter" in here.understand.rosters[-1].people
    here.terminal("visitor").take("who is coming today?")
    assert here.understand.rosters[-1].people == ()
