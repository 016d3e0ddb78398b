"""Taking back what was only just asked."""

from bot.flows.undo import FOR
from market.bookings import queries
from market.bookings.ending import cancel_booking, look_at_ending
from market.bookings.errors import TooLate
from market.bookings.rules import BookingStatus
from market.chat.desk.within import Within, asked
from market.core.errors import NotFound


class Undoing(Within):
    """What was done in this chat a few minutes ago."""

    @asked
    def take_back(self, booking_id: str, key: str) -> None:
        booking = queries.booking(self.session, booking_id)
        if booking.asked_by != self.someone.account_id:
            raise NotFound
        waits = queries.status_of(booking, self.now) is BookingStatus.REQUESTED
        if booking.cancelled_at is None and (not waits or self.now > booking.asked_at + FOR):
            raise TooLate("undo", booking.asked_at + FOR)
        ending = look_at_ending(self.session, self.someone, booking_id, now=self.now)
        cancel_booking(self.session, self.someone, booking_id, ending.charge, now=self.now)
