"""What is left in a person's pots, and what they want to be able to do."""

from bot.desk import DeskRefusal
from bot.seen import Pot, ToPay
from market.budgets.service import pots_for
from market.chat.desk.within import Within, asked
from market.payments.paying import bill_for
from market.payments.queries import plans_of_person
from market.people.access import may_commit_money, people_of, person_for
from market.people.rules import Scope
from market.plans.service import add_outcome

_OWN_MONEY = "This is paid with your own money, so there is no sum here that runs down."


class Money(Within):
    """Pots and the plan."""

    @asked
    def pots(self, person_id: str) -> tuple[Pot, ...]:
        self.want_unlocked()
        person = person_for(self.session, self.someone, person_id, Scope.SEE_MONEY, self.now)
        views = pots_for(self.session, person.id)
        limited = [view for view in views if view.limited]
        if views and not limited:
            raise DeskRefusal("unavailable", _OWN_MONEY)
        return tuple(
            Pot(v.pot.id, v.name, v.balance.free, v.balance.held, v.balance.spent, v.pot.ends_on) for v in limited
        )

    @asked
    def to_pay(self) -> tuple[ToPay, ...]:
        """What is owed and for what, and the way to pay it, are as private as what is left: a locked chat says none of it."""
        self.want_unlocked()
        people = people_of(self.session, self.someone, Scope.BOOK, self.now)
        paid = [person for person in people if may_commit_money(self.session, self.someone, person, self.now)]
        bills = [
            bill_for(self.session, self.someone, plan.booking_id, now=self.now)
            for person in paid
            for plan in plans_of_person(self.session, person.id)
        ]
        base = self.services.settings.public_address.rstrip("/")
        return tuple(
            ToPay(bill.booking.title, bill.in_all, f"{base}/bookings/{bill.booking.id}/pay")
            for bill in sorted(bills, key=lambda one: one.booking.first_day)
            if bill.waits_for_payer
        )

    @asked
    def add_outcome(self, person_id: str, words: str, key: str) -> None:
        person = person_for(self.session, self.someone, person_id, Scope.SEE_PLAN, self.now)
        add_outcome(self.session, person, words, by=self.someone, now=self.now, key=key)
