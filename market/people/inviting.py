"""Inviting staff: the first officer of an installation comes in by the command `alongside invite`."""

from datetime import datetime

from sqlmodel import Session

from market.core import events
from market.core.actor import Role, System
from market.people.errors import NotAStaffRole, WhichAuthority
from market.people.queries import account_by_email, authorities, grants_of
from market.people.signing_up import read_email
from market.people.tables import Account, Authority, RoleGrant


def which_authority(session: Session, named: str = "") -> Authority:
    """The authority of this name, or the only one there is. Raises `WhichAuthority`."""
    known = authorities(session)
    fits = [a for a in known if not named or a.name.casefold() == named.strip().casefold()]
    if len(fits) != 1:
        raise WhichAuthority(named, tuple(a.name for a in known))
    return fits[0]


def invite(session: Session, *, email: str, role: Role, authority: Authority, now: datetime, name: str = "") -> Account:
    """Give somebody a staff role in an authority, making their account if it is new. Saying it twice changes nothing.

    Raises `NotAStaffRole` and `AddressUnreadable`. The caller sends or prints the link (`signing_in.make_link`).
    """
    if not role.is_staff:
        raise NotAStaffRole(role)
    address = read_email(email)
    account = account_by_email(session, address)
    if account is None:
        account = Account(email=address, name=name.strip() or address.split("@")[0], made_at=now)
        session.add(account)
        session.flush()
    held = {(grant.role, grant.authority_id) for grant in grants_of(session, account.id, now)}
    if (role, authority.id) not in held:
        grant = RoleGrant(account_id=account.id, role=role, authority_id=authority.id, starts_at=now)
        session.add(grant)
        session.flush()
        events.record(session, "role.granted", at=now, by=System("invite"), subject=grant.id, role=role)
    return account
