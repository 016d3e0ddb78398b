"""Finding support, what it would cost, and asking for it."""

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from bot.phrases import saying
from bot.seen import Asked, Found, Price, Quote, Results, Search, Signpost, Slot, TakenSlot
from bot.seen import Wanted as BotWanted
from market.bookings import asking
from market.bookings.rules import Slot as BookedSlot
from market.bookings.rules import Wish
from market.budgets.errors import BudgetExceeded
from market.budgets.service import name_of
from market.chat.desk.shown import START_SOONER, asked_of, called_by
from market.chat.desk.within import Within, asked
from market.core.errors import NotFound
from market.core.places import find_place
from market.people.access import may, person_for
from market.people.rules import Scope
from market.search.cards import UNIT_WORDS, Card, card
from market.search.service import Looked, ask_need, elsewhere, look, note_found
from providers.interchange.queries import is_imported
from providers.listings.queries import listing as listing_by_id
from providers.listings.queries import listings_of
from providers.listings.rules import Where
from providers.organisations.queries import providers as all_providers

if TYPE_CHECKING:
    from matching.offering import Offering

METRES_A_MILE = 1609.344
_LOOKED_AT = 20

_WARNINGS = {
    "short_personal_care": "A visit this short may be a rush for personal care.",
    "employer:yes": "You would be this person's employer. There is help with pay and forms.",
    "employer:perhaps": "You may become this person's employer. There is help with pay and forms.",
}
_CLOSE = "their words are close to yours"
_TAKEN_WORDS = {
    "booked": "already booked",
    "away": "away",
    "hours": "not their hours",
    "notice": "too soon for them",
    "workers": "with more people than they have",
    "last_day": "after their last day",
    "ahead": "further ahead than they plan",
}


class Finding(Within):
    """From a need in somebody's own words to a request."""

    @asked
    def search(self, search: Search, limit: int = 3) -> Results:
        person = None
        if search.person_id:
            person = person_for(self.session, self.someone, search.person_id, Scope.BOOK, self.now)
        place = find_place(search.place).label if search.place else ""
        if beyond := elsewhere(self.session, self.services.search, search.words, self.now):
            return Results("", (), signpost=Signpost(beyond.first_line, beyond.text, beyond.number or ""))
        if search.worker:
            return self._named(search, place, limit)
        need = ask_need(self.session, _words(search), place=search.place, actor=self.actor, person=person, now=self.now)
        looked = look(
            self.session, self.services.search, need, person=person, limit=max(_LOOKED_AT, limit), now=self.now
        )
        note_found(self.session, looked, actor=self.actor, now=self.now)
        return self._results(looked, place, limit)

    def _results(self, looked: Looked, place: str, limit: int) -> Results:
        index = self.services.search.fresh(self.session, self.now)
        shown = tuple(self._found(one, index.get(one.listing_id)) for one in looked.cards[:limit])
        return Results(looked.need.id, shown, place, more=max(0, len(looked.cards) - len(shown)))

    def _named(self, search: Search, place: str, limit: int) -> Results:
        """Offerings of a worker or provider asked for by name: those this person has had come first."""
        names = {row.id: row.name for row in all_providers(self.session).values()}
        alike = process.extract(
            search.worker, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=86, limit=5
        )
        rows = [row for _, _, provider_id in alike for row in listings_of(self.session, provider_id)]
        index = self.services.search.sure(self.session, (row.id for row in rows), self.now)
        offerings = [found for row in rows if (found := index.get(row.id)) is not None]
        shown = tuple(self._found(card(one), one) for one in offerings[:limit])
        return Results("", shown, place, more=max(0, len(offerings) - limit))

    @asked
    def offering(self, offering_id: str, person_id: str = "") -> Found:
        found = self.services.search.sure(self.session, [offering_id], self.now).get(offering_id)
        if found is None:
            raise NotFound
        return self._found(card(found), found)

    def _found(self, one: Card, offering: "Offering | None") -> Found:
        row = listing_by_id(self.session, one.listing_id)
        return Found(
            offering_id=one.listing_id,
            title=one.title,
            provider=one.provider,
            reasons=_reasons(one),
            price=_price(offering, one),
            miles=None if one.distance_metres is None else one.distance_metres / METRES_A_MILE,
            next_free=one.next_free,
            checked=one.checked,
            limits=one.limits,
            confidence="strong" if one.confidence == "strong" else "possible",
            bookable=row.where is not Where.PHONE_ONLINE and not is_imported(self.session, row.id),
        )

    @asked
    def quote(self, wanted: BotWanted) -> Quote:
        try:
            run = asking.quote_run(self.session, self.someone, wanted.person_id, _wanted(wanted), now=self.now)
        except BudgetExceeded:
            self.want_unlocked()  # the refusal says what is left
            raise
        return self._quote(wanted, run)

    def _quote(self, wanted: BotWanted, run: asking.Run) -> Quote:
        sees_money = may(self.session, self.someone, run.person, Scope.SEE_MONEY, self.now)
        words = {slot.words for slot in run.slots}
        return Quote(
            wanted=wanted,
            for_name=called_by(run.person),
            provider=run.provider.name,
            title=run.listing.title,
            slots=tuple(_slot(priced.slot) for priced in run.slots),
            total_pence=run.total,
            unit_words=words.pop() if len(words) == 1 else "",
            until=run.until,
            pot_name=name_of(run.pot.pot) if run.pot else "",
            left_pence=run.left if sees_money and not self.locked else None,
            taken=tuple(TakenSlot(_slot(one.slot), _TAKEN_WORDS.get(one.why, one.why)) for one in run.taken),
            warnings=tuple(_WARNINGS[code] for code in run.warnings if code in _WARNINGS),
            agree_to=(START_SOONER,) if run.starts_within_cooling_off(self.now) else (),
        )

    @asked
    def ask(self, wanted: BotWanted, seen_pence: int, leave_out_taken: bool, key: str) -> Asked:
        self.want_unlocked()
        booking = asking.ask_for(
            self.session,
            self.someone,
            wanted.person_id,
            _wanted(wanted),
            seen_pence=seen_pence,
            leave_out_taken=leave_out_taken,
            key=key,
            now=self.now,
            start_sooner=True,  # a yes to the read-back says so, where it asked (`Quote.agree_to`)
        )
        return asked_of(self.session, booking)


def _words(search: Search) -> str:
    """The need, and whatever was said beside it: the matcher reads limits from words."""
    said = [search.words]
    if search.gender and search.gender not in search.words.lower():
        said.append("a woman, please" if search.gender == "female" else "a man, please")
    if search.language and search.language.lower() not in search.words.lower():
        said.append(f"who speaks {search.language}")
    if search.max_price_pence is not None:
        said.append(f"no more than {saying.money(search.max_price_pence)} {search.price_unit and 'an hour'}".strip())
    return ". ".join(said)


def _reasons(one: Card) -> tuple[str, ...]:
    """Why it fits, without what the line says anyway: title, price, distance, when free, what was checked."""
    said = {words.lower() for words in (one.title, one.price, one.checked, *one.limits, "close by")}
    plain = (reason for reason in one.reasons if reason.lower() not in said)
    told = tuple(reason for reason in plain if not reason.lower().startswith(("next free", "about ", "less than")))
    return told or (_CLOSE,)


def _price(offering: "Offering | None", one: Card) -> Price:
    if offering is None or one.price_pence is None:
        return Price(None, "free" if one.is_free else "")
    if one.is_free:
        return Price(None, offering.price_unit if offering.price_unit == "funded" else "free")
    _, _, unit = UNIT_WORDS.get(offering.price_unit, f"a {offering.price_unit}").partition(" ")
    return Price(one.price_pence, unit)


def _wanted(wanted: BotWanted) -> asking.Wanted:
    wish = Wish(
        first=wanted.first,
        start=wanted.start,
        end=wanted.end,
        weekdays=tuple(wanted.weekdays),
        until=wanted.until,
        every_weeks=wanted.every_weeks,
        dates=wanted.dates,
    )
    return asking.Wanted(wanted.offering_id, wish, pot_id=wanted.pot_id, note=wanted.note)


def _slot(slot: BookedSlot) -> Slot:
    return Slot(slot.starts_at, slot.ends_at)
