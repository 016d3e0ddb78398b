"""Who may ask for a page. Each route names one of these; a route without a guard cannot be written.

A guard opens the door to a page. Whether the actor may see one person's record is asked of `people.access` inside.
"""

from collections.abc import Callable
from dataclasses import dataclass

from market.core.actor import CUSTOMERS, PROVIDERS, STAFF, Actor, Role
from market.core.errors import NotFound
from market.people.errors import NoRoleNow
from market.people.private_links import find_private_link
from market.web.ask import Ask
from market.web.errors import NotThisRole, SecondStepNeeded, SignInNeeded


@dataclass(frozen=True)
class Guard:
    """A named check. `roles` are those it lets in, None where being signed in is not asked for.

    `is_machine`: called by a program, so there is no cookie, no form and no CSRF token; the endpoint reads `ask.body`
    and proves the caller by a signature where one is needed.
    """

    name: str
    check: Callable[[Ask], None]
    roles: frozenset[Role] | None = None
    is_machine: bool = False


def _let_in(_ask: Ask) -> None:
    return None


def needs_second_step(ask: Ask, actor: Actor) -> bool:
    """Staff who have not proved themselves twice in this session. The demo lets them past, and says so."""
    return actor.role.is_staff and ask.who.signed.second_factor_at is None and not ask.settings.demo


def signed_in_actor(ask: Ask) -> Actor:
    """Who asks, in a role they hold now. Raises `SignInNeeded`, `NoRoleNow` and `SecondStepNeeded`."""
    if ask.here is None:
        raise SignInNeeded
    actor = ask.here.actor
    if actor is None:
        raise NoRoleNow
    if needs_second_step(ask, actor):
        raise SecondStepNeeded
    return actor


def _known(ask: Ask) -> None:
    if ask.here is None:
        raise SignInNeeded


def role(*roles: Role) -> Guard:
    """Only these roles. Somebody who holds one of them, but acts in another now, is told to switch."""
    let_in = frozenset(roles)

    def check(ask: Ask) -> None:
        if signed_in_actor(ask).role not in let_in:
            raise NotThisRole(tuple(grant.id for grant in ask.who.grants if grant.role in let_in))

    return Guard("role:" + ",".join(sorted(let_in)), check, let_in)


def private_link(purpose: str) -> Guard:
    """Whoever holds a link made for this purpose (`people.private_links`), signed in or not. The path has `{secret}`.

    `ask.link` then says which one thing it is about. GET shows it, POST uses it.
    """

    def check(ask: Ask) -> None:
        ask.link = find_private_link(ask.session, purpose=purpose, secret=ask.path["secret"], now=ask.now)

    return Guard(f"private-link:{purpose}", check)


def _in_the_demo(ask: Ask) -> None:
    if not ask.settings.demo:
        raise NotFound


def _any_role(ask: Ask) -> None:
    signed_in_actor(ask)


anyone = Guard("anyone", _let_in)
signed_in = Guard("signed-in", _any_role, frozenset(Role))
own_account = Guard("own-account", _known, frozenset(Role))  # before the second step, and with no role left
staff = role(*STAFF)
provider = role(*PROVIDERS)
customer = role(*CUSTOMERS)
customer_or_helper = role(*CUSTOMERS, Role.SUPPORTER, Role.ATTORNEY)
broker = role(Role.BROKER)
demo_only = Guard("demo-only", _in_the_demo)
machine = Guard("machine", _let_in, is_machine=True)
