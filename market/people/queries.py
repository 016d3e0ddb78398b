"""Every SELECT about accounts, sessions and sign-in. People's own records are reached through access.py."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from market.core.actor import PROVIDERS, Actor
from market.core.database import count, locked
from market.people.rules import ATTEMPT_WINDOW
from market.people.tables import Account, Authority, Consent, Person, RoleGrant, SignedIn, SignInAttempt


@dataclass(frozen=True)
class Here:
    """Somebody signed in: their session, their account, the roles they hold now and the one they act in."""

    signed: SignedIn
    account: Account
    grants: tuple[RoleGrant, ...]

    @property
    def grant(self) -> RoleGrant | None:
        """The role they act in: the one chosen, while they still hold it, else the first they hold."""
        return next((g for g in self.grants if g.id == self.signed.grant_id), self.grants[0] if self.grants else None)

    @property
    def actor(self) -> Actor | None:
        """Who acts. None when the account holds no role at present."""
        return None if self.grant is None else as_actor(self.account, self.grant, self.grants)


def as_actor(account: Account, grant: RoleGrant, grants: Sequence[RoleGrant] = ()) -> Actor:
    """The account acting in one of its roles. A customer acts for the person they are; others reach people by consent.

    `grants` are all the roles it holds: they tell whose decisions it must keep out of.
    """
    person_id = grant.person_id if grant.role.is_customer else None
    own = frozenset(held.provider_id for held in (grant, *grants) if held.provider_id)
    return Actor(account.id, account.name, grant.role, person_id, grant.provider_id, grant.authority_id, own)


def account_by_email(session: Session, email: str) -> Account | None:
    """The account with this tidy address."""
    return session.exec(select(Account).where(Account.email == email)).first()


def accounts_with_second_step(session: Session) -> Sequence[Account]:
    """Accounts that have set up an authenticator."""
    return session.exec(select(Account).where(Account.totp_secret != "")).all()


def account_held(session: Session, account: Account) -> Account:
    """The account as it stands now, held until the transaction ends."""
    found = locked(select(Account).where(Account.id == account.id))
    return session.exec(found, execution_options={"populate_existing": True}).one()


def accounts_with_phone(session: Session, number: str, written: Callable[[str], str]) -> list[str]:
    """Ids of the accounts whose telephone, once `written` has put it in one form, is this number."""
    alike = select(Account).where(col(Account.phone).like(f"%{number[-3:]}"))
    return [account.id for account in session.exec(alike) if written(account.phone) == number]


def grants_of(session: Session, account_id: str, now: datetime) -> tuple[RoleGrant, ...]:
    """The roles an account holds at this instant, oldest first."""
    held = select(RoleGrant).where(
        RoleGrant.account_id == account_id,
        col(RoleGrant.starts_at) <= now,
        sa.or_(col(RoleGrant.ends_at).is_(None), col(RoleGrant.ends_at) > now),
    )
    return tuple(session.exec(held.order_by(col(RoleGrant.starts_at), col(RoleGrant.id))))


def providing_grant(session: Session, account_id: str) -> RoleGrant | None:
    """The first role an account holds for a provider, with no end to it; None if it never began to offer support."""
    mine = select(RoleGrant).where(
        RoleGrant.account_id == account_id, col(RoleGrant.role).in_(PROVIDERS), col(RoleGrant.ends_at).is_(None)
    )
    return session.exec(mine.order_by(col(RoleGrant.starts_at))).first()


def grants_for_provider(session: Session, provider_id: str) -> Sequence[RoleGrant]:
    """The roles of those who sign in for a provider."""
    return session.exec(select(RoleGrant).where(RoleGrant.provider_id == provider_id)).all()


def actors_of(session: Session, account_id: str, now: datetime) -> tuple[Actor, ...]:
    """The account in each of the roles it holds now: for chat and for commands."""
    account = session.get(Account, account_id)
    grants = grants_of(session, account_id, now)
    return () if account is None else tuple(as_actor(account, grant, grants) for grant in grants)


def here(session: Session, secret_hash: str, now: datetime) -> Here | None:
    """Whose session this is, while it lasts and was not ended."""
    found = session.exec(
        select(SignedIn, Account)
        .join(Account, col(Account.id) == col(SignedIn.account_id))
        .where(SignedIn.secret_hash == secret_hash, col(SignedIn.ended_at).is_(None), col(SignedIn.expires_at) > now)
    ).first()
    if found is None:
        return None
    signed, account = found
    return Here(signed, account, grants_of(session, account.id, now))


def sessions_of(session: Session, account_id: str, now: datetime) -> Sequence[SignedIn]:
    """Where an account is signed in at this instant, last seen first."""
    open_now = select(SignedIn).where(
        SignedIn.account_id == account_id, col(SignedIn.ended_at).is_(None), col(SignedIn.expires_at) > now
    )
    return session.exec(open_now.order_by(col(SignedIn.seen_at).desc())).all()


def last_grant_id(session: Session, account_id: str) -> str | None:
    """The role this account acted in when it was last here."""
    return session.exec(
        select(SignedIn.grant_id).where(SignedIn.account_id == account_id).order_by(col(SignedIn.seen_at).desc())
    ).first()


def attempts_by_email(session: Session, what: str, email_hash: str, now: datetime) -> int:
    """How often this was asked or tried for one address of e-mail, within the window."""
    return count(session, _attempts(what, now).where(col(SignInAttempt.email_hash) == email_hash))


def attempts_by_address(session: Session, what: str, address_hash: str, now: datetime) -> int:
    """How often this was asked or tried from one network address, within the window."""
    return count(session, _attempts(what, now).where(col(SignInAttempt.address_hash) == address_hash))


def attempts_in_all(session: Session, what: str, now: datetime) -> int:
    """How often this was asked or tried from anywhere, within the window."""
    return count(session, _attempts(what, now))


def _attempts(what: str, now: datetime) -> SelectOfScalar[SignInAttempt]:
    window = select(SignInAttempt)
    return window.where(SignInAttempt.what == what, col(SignInAttempt.at) > now - ATTEMPT_WINDOW)


def consents_of(session: Session, person_id: str) -> Sequence[tuple[Consent, Account]]:
    """Who may act for a person, with the account that holds it; newest first, those withdrawn too."""
    rows = (
        select(Consent, Account)
        .join(Account, col(Account.id) == col(Consent.account_id))
        .where(Consent.person_id == person_id)
        .order_by(col(Consent.starts_at).desc(), col(Consent.id))
    )
    return session.exec(rows).all()


def authorities(session: Session) -> Sequence[Authority]:
    """Every council on this installation, by name."""
    return session.exec(select(Authority).order_by(col(Authority.name))).all()


def authority(session: Session, authority_id: str | None) -> Authority | None:
    """One council; None for somebody who belongs to none."""
    return session.get(Authority, authority_id) if authority_id else None


def authority_by_council(session: Session, council_code: str) -> Authority | None:
    """The authority whose area holds this council code, if it is on this installation."""
    return next((a for a in authorities(session) if council_code and council_code in a.council_codes), None)


def account_names(session: Session, account_ids: Collection[str]) -> dict[str, str]:
    """Names by account: who made, sent or signed something. What is no account (`system:…`) is left out."""
    rows = select(Account.id, Account.name).where(col(Account.id).in_(account_ids))
    return dict(session.exec(rows).all())


def names_behind(session: Session, grants: Sequence[RoleGrant]) -> dict[str, str]:
    """The names of the people and councils that an account's own roles are for, by id: to tell its roles apart."""
    people = {grant.person_id for grant in grants if grant.person_id}
    councils = {grant.authority_id for grant in grants if grant.authority_id}
    named = [*session.exec(select(Person.id, Person.name).where(col(Person.id).in_(people)))] if people else []
    if councils:
        named += session.exec(select(Authority.id, Authority.name).where(col(Authority.id).in_(councils)))
    return dict(named)


def districts_of(session: Session, person_ids: Collection[str]) -> dict[str, str]:
    """The postcode of each of these people, for saying its district and no more."""
    statement = select(Person.id, Person.postcode).where(col(Person.id).in_(person_ids))
    return dict(session.exec(statement).all())
