"""A visit is moved in the chat over the real services: asked, answered by its worker, told to everybody, shown once."""

from sqlmodel import col, select

from market.bookings.tables import Booking
from market.web.shown.requests import shown_request
from market.wiring import seen
from providers.pricing.card import Unit
from providers.pricing.tables import RateRow
from tests.chat.county import Here, labels, names, pushed, texts

BOOK = {"for_whom": "other", "person": "Aled", "date": "2026-12-01", "start": "09:00", "end": "10:00"}
MOVE = {"which_visit": {"date": "2026-12-01"}, "date": "2026-12-02", "start": "14:00"}


def booked(here: Here, *, agreed: bool = True) -> None:
    """Aled is asked for 1 December at nine, and says yes."""
    here.means("book aled", "book_visit", BOOK)
    here.means("can he do weds at 2", "change_visit", MOVE)
    here.means("who is coming on the 1st", "who_is_coming", {"which_visit": {"date": "2026-12-01"}})
    here.means("that week", "list_visits", {"date": "2026-11-30", "until": "2026-12-06"})
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    jean.take("book aled")
    jean.take("yes")
    if agreed:
        aled.take("[+1m]")
        aled.take("[Yes, I'll do it]")


def test_a_visit_is_read_back_asked_for_and_stays_until_its_worker_says_yes(here: Here) -> None:
    booked(here)
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    read_back = texts(jean.take("can he do weds at 2"))
    assert "on Tuesday 1 December, 9am to 10am would move to Wednesday 2 December, 2pm to 3pm" in read_back
    assert "The price stays £17" in read_back
    asked = jean.take("yes")
    assert "booking.requested" in names(asked)
    assert "visit.changed" not in names(asked)
    assert "9am to 10am: Aled Morgan\n" in texts(jean.take("that week"))
    came = aled.take("[+1m]")
    assert "asks to move a visit with you" in pushed(came)
    assert "Now: Tuesday 1 December, 9am to 10am" in pushed(came)
    answered = aled.take("[Yes, I'll do it]")
    assert {"booking.accepted", "visit.changed", "visit.cancelled"} <= set(names(answered))
    told = pushed(jean.take("[+1m]"))
    assert "visit is now Wednesday 2 December, 2pm to 3pm. It was Tuesday 1 December" in told
    assert "does not need you" not in pushed(aled.take("[+1m]"))
    week = texts(jean.take("that week"))
    assert "Tuesday 1 December" not in week
    assert "Wednesday 2 December, 2pm to 3pm: Aled Morgan (changed)" in week


def test_a_no_leaves_it_as_it_was_and_whoever_asked_hears_so(here: Here) -> None:
    booked(here)
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    jean.take("can he do weds at 2")
    jean.take("yes")
    aled.take("[+1m]")
    aled.take("[No, I can't]")
    assert "booking.declined" in names(aled.take("[Too far]"))
    told = pushed(jean.take("[+1m]"))
    assert "can't move the visit" in told
    assert "It stays as it was: Tuesday 1 December, 9am to 10am" in told
    assert "Find someone else" not in told
    assert "Aled Morgan is coming on Tuesday 1 December" in texts(jean.take("who is coming on the 1st"))


def test_asking_is_taken_back_within_ten_minutes_and_the_worker_need_not_answer(here: Here) -> None:
    booked(here)
    jean, aled = here.terminal("supporter"), here.terminal("pa")
    jean.take("can he do weds at 2")
    assert labels(jean.take("yes")) == ["See the week", "Undo"]
    assert "booking.cancelled" in names(jean.take("[Undo]"))
    assert "need not answer about moving this visit" in pushed(aled.take("[+1m]"))
    assert "Aled Morgan is coming on Tuesday 1 December" in texts(jean.take("who is coming on the 1st"))


def test_a_second_asking_waits_for_the_answer_to_the_first(here: Here) -> None:
    booked(here)
    jean = here.terminal("supporter")
    jean.take("can he do weds at 2")
    jean.take("yes")
    waits = jean.take("can he do weds at 2")
    assert "have not answered yet" in texts(waits)
    assert labels(waits) == ["Talk to a person"]


def test_on_a_locked_chat_the_pin_or_code_comes_before_the_asking(here: Here) -> None:
    booked(here)
    jean = here.terminal("supporter", locked=True)
    jean.take("can he do weds at 2")
    asked = jean.take("yes")
    assert "booking.requested" not in names(asked)
    assert "private" in texts(asked)


def test_a_visit_nobody_has_said_yes_to_is_not_called_coming_and_not_moved(here: Here) -> None:
    booked(here, agreed=False)
    jean = here.terminal("supporter")
    coming = texts(jean.take("who is coming on the 1st"))
    assert "was asked to come" in coming
    assert "is coming" not in coming
    assert "(asked, no yes yet)" in texts(jean.take("that week"))
    assert "nothing to move" in texts(jean.take("can he do weds at 2"))


def test_what_is_paid_once_goes_with_the_visit_and_is_no_part_of_the_difference(here: Here) -> None:
    with here.database.write() as session:
        session.add(RateRow(listing_id=here.county.aleds_listing.id, place=1, unit=Unit.ONE_OFF, pence=2_500))
    booked(here)
    jean = here.terminal("supporter")
    assert "The price stays £17" in texts(jean.take("can he do weds at 2"))
    jean.take("yes")
    with here.database.read() as session:
        (asked,) = session.exec(select(Booking).where(col(Booking.moves_visit_id).is_not(None)))
        assert seen.request(session, asked).was_pence == asked.total_pence == 1_700
        assert ("Price", "£17. Now it is £17.") in shown_request(session, asked).rows
