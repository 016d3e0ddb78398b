"""Who is talking, and whom they may speak of."""

from datetime import timedelta

from rapidfuzz import fuzz

from bot.desk import DeskRefusal, Page
from bot.seen import Me, Person, Voice
from market.bookings import queries as bookings
from market.chat import linking
from market.chat.desk.pages import path_of
from market.chat.desk.shown import called_by
from market.chat.desk.within import Within
from market.chat.rules import OPEN_BY_PIN, UNLOCKED_FOR
from market.core.actor import Actor, Role, Visitor
from market.core.times import wall_day
from market.people.access import may, people_of
from market.people.errors import PinShut, PinWrong
from market.people.pins import check_pin
from market.people.queries import consents_of
from market.people.rules import Scope, is_pin
from market.people.tables import Account
from market.people.tables import Person as PersonRow
from market.safeguarding.queries import open_talk
from market.wiring import seen

_RELATIONS = {
    "daughter": "parent", "son": "parent", "child": "parent",
    "granddaughter": "grandparent", "grandson": "grandparent", "grandchild": "grandparent",
    "husband": "wife", "wife": "husband", "partner": "partner",
    "nephew": "relative", "niece": "relative",
}  # fmt: skip
"""What the person is to the holder, where a consent says what the holder is to the person."""

PIN_WRONG = "That is not your PIN."
PIN_SHUT = "That was too many tries, so the PIN is shut. Please set a new one on your page, or type a code from there."

_NEAR = timedelta(days=60)
_ALIKE = 80
"""How alike, in hundredths, a name must be to what was typed: one slip in five letters."""


class Who(Within):
    """Me, the people I act for, and names I may know."""

    _known: tuple[Actor, tuple[Person, ...]] | None = None

    def me(self) -> Me:
        manner = self.conversation.manner
        language, large = str(manner.get("language") or "English"), bool(manner.get("large"))
        if isinstance(self.actor, Visitor):
            human = self._with_human()
            return Me("", "visitor", "supporter", language=language, large_and_slow=large, with_human=human)
        return Me(
            name=seen.first_name(self.actor.name),
            role=self.actor.role.value,
            voice=voice_of(self.actor.role),
            people=self._people(self.actor),
            language=language,
            large_and_slow=large,
            messages_on=self.conversation.stopped_at is None,
            with_human=self._with_human(),
            locked=self.locked,
            has_pin=bool(self.account and self.account.pin_hash),
        )

    def _with_human(self) -> bool:
        return open_talk(self.session, self.conversation.id) is not None

    def _people(self, actor: Actor) -> tuple[Person, ...]:
        """Whom the actor may act for: looked up once, since a desk lives for one turn."""
        if self._known is None or self._known[0] != actor:
            self._known = (actor, self._look_up(actor))
        return self._known[1]

    def _look_up(self, actor: Actor) -> tuple[Person, ...]:
        if not (actor.role.is_customer or actor.role.stands_by_someone):
            return ()
        known: dict[str, PersonRow] = {}
        for scope in (Scope.SEE_VISITS, Scope.BOOK, Scope.SEE_MONEY, Scope.SEE_PLAN):
            known.update({row.id: row for row in people_of(self.session, actor, scope, self.now)})
        firsts = [called_by(row) for row in known.values()]
        return tuple(self._seen(actor, row, firsts) for row in known.values())

    def _seen(self, actor: Actor, row: PersonRow, firsts: list[str]) -> Person:
        name = called_by(row)
        return Person(
            id=row.id,
            name=row.name if firsts.count(name) > 1 else name,
            relation=self._relation(actor, row.id),
            may_book=may(self.session, actor, row, Scope.BOOK, self.now),
            may_see_money=may(self.session, actor, row, Scope.SEE_MONEY, self.now),
            postcode=row.postcode,
        )

    def _relation(self, actor: Actor, person_id: str) -> str:
        for consent, account in consents_of(self.session, person_id):
            if account.id == actor.account_id and consent.relation:
                return _RELATIONS.get(consent.relation.lower(), "")
        return ""

    def people_called(self, words: str) -> tuple[Person, ...]:
        actor = self.someone
        if actor.role.is_customer or actor.role.stands_by_someone:
            people = self._people(actor)
        else:
            rows = people_of(self.session, actor, Scope.SEE_PLAN, self.now)
            people = tuple(Person(row.id, row.name, postcode=row.postcode) for row in rows)
        return called(words, people)

    def workers_known(self) -> tuple[str, ...]:
        if isinstance(self.actor, Visitor):
            return ()
        today = wall_day(self.now)
        if self.actor.provider_id:
            work = bookings.work_between(self.session, self.actor.provider_id, today - _NEAR, today + _NEAR)
            names = [row.name for v in work if (row := self.session.get(PersonRow, v.person_id))]
        else:
            seen = (
                bookings.visits_between(self.session, person.id, today - _NEAR, today + _NEAR)
                for person in self._people(self.actor)
            )
            names = [visit.who_comes for visits in seen for visit in visits if visit.who_comes]
        return tuple(dict.fromkeys(names))

    def link_account(self, code: str, key: str) -> Me:
        if self.done_before("link_account", key) is None:
            self.actor = linking.use_code(self.session, self.conversation, code, now=self.now)
            self.note_done("link_account", key)
        return self.me()

    def unlock(self, pin: str) -> None:
        """The person's own PIN, or a fresh code from the signed-in page of the same account, opens private things for a while."""
        account = self.account
        if account is not None and account.pin_hash and is_pin(pin):
            self._check_pin(account, pin)
            return
        linking.check_own_code(self.session, self.conversation, self.someone, pin, now=self.now)
        self.conversation.unlocked_until = self.now + UNLOCKED_FOR
        self.session.add(self.conversation)

    def _check_pin(self, account: Account, pin: str) -> None:
        try:
            check_pin(self.session, account, pin, secret=self.services.settings.secret_key.get_secret_value())
        except PinShut:
            raise DeskRefusal("too_many_tries", PIN_SHUT) from None
        except PinWrong:
            raise DeskRefusal("wrong_code", PIN_WRONG) from None
        self.conversation.unlocked_until = self.now + OPEN_BY_PIN
        self.session.add(self.conversation)

    def page(self, page: Page, about: str = "") -> str:
        try:
            path = path_of(page, about, self.actor)
        except KeyError:
            raise DeskRefusal("not_found", "There is no such page.") from None
        return self.services.settings.public_address.rstrip("/") + path


def voice_of(role: Role) -> Voice:
    """How somebody in this role is talked with."""
    if role.is_customer:
        return "customer"
    if role.is_provider:
        return "provider"
    return "broker" if role.is_staff else "supporter"


def called(words: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people meant by a name, initials or id, likeliest first."""
    if exact := tuple(p for p in people if words == p.id):
        return exact
    said = words.strip().lower().replace(".", "")
    initials = tuple(p for p in people if said == "".join(part[0] for part in p.name.lower().split()))
    if initials:
        return initials
    whole = tuple(p for p in people if said in p.name.lower().split() or said == p.name.lower())
    if whole:
        return whole
    scored = [(max(fuzz.ratio(said, part) for part in (p.name.lower(), *p.name.lower().split())), p) for p in people]
    alike = sorted((pair for pair in scored if pair[0] >= _ALIKE), key=lambda pair: -pair[0])
    return tuple(person for _, person in alike[:4])
