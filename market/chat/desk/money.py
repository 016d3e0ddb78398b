"""What is left in a person's pots, and what they want to be able to do."""

from bot.desk import DeskRefusal
from bot.seen import Pot
from market.budgets.service import pots_for
from market.chat.desk.within import Within, asked
from market.people.access import person_for
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
    def add_outcome(self, person_id: str, words: str, key: str) -> None:
        person = person_for(self.session, self.someone, person_id, Scope.SEE_PLAN, self.now)
        add_outcome(self.session, person, words, by=self.someone, now=self.now, key=key)
