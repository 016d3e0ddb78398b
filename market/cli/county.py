"""Who is there: inviting staff, listing people by role, and the demo's sign-in links."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

import typer

from market.chat.queries import holders
from market.cli.wiring_up import Started, fail, start
from market.core.actor import Role
from market.people.inviting import invite as invite_officer
from market.people.inviting import which_authority
from market.people.signing_in import make_link

DEMO_LINKS_LAST = timedelta(days=1)


def invite(
    role: Annotated[str, typer.Option(help="A staff role, such as accreditation-officer.")],
    email: Annotated[str, typer.Option(help="Where the officer reads mail.")],
    authority: Annotated[str, typer.Option(help="The council's name; not needed where there is only one.")] = "",
    name: Annotated[str, typer.Option(help="The officer's name.")] = "",
) -> None:
    """Give somebody a staff role and print a one-time sign-in link: how the first officer of an installation comes in."""
    if role not in set(Role):
        fail(f"There is no role {role!r}. The roles are: {', '.join(Role)}.", 2)
    started = start()
    with started.database.write() as session:
        now = started.clock.now()
        council = which_authority(session, authority)
        account = invite_officer(session, email=email, role=Role(role), authority=council, now=now, name=name)
        link = make_link(session, account, now)
    typer.echo(started.settings.public_address + link)


def people(
    role: Annotated[str, typer.Option(help="Only those who hold this role.")] = "",
) -> None:
    """Everybody who signs in, by role: what `alongside chat --as ROLE:NAME` can be given."""
    if role and role not in set(Role):
        fail(f"There is no role {role!r}. The roles are: {', '.join(Role)}.", 2)
    started = start()
    with started.database.read() as session:
        for one in [Role(role)] if role else Role:
            for account, _ in holders(session, one, started.clock.now()):
                typer.echo(f"{one:28} {account.name}")


def sign_in_links(started: Started) -> Iterator[tuple[str, str, str]]:
    """For each role, who holds it first and a link that signs them in once, for a day: for the demo alone."""
    with started.database.write() as session:
        now = started.clock.now()
        for role in Role:
            for account, grant in holders(session, role, now)[:1]:
                path = make_link(session, account, now, lasts=DEMO_LINKS_LAST, grant_id=grant.id)
                yield role, account.name, started.settings.public_address + path
