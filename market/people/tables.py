"""Rows of authorities, accounts, sign-in, people and who may act for whom."""

from datetime import date, datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from market.core.actor import Role
from market.core.columns import kept_as_word
from market.core.ids import new_id
from market.core.times import UtcDateTime
from market.people.rules import Basis


class Authority(SQLModel, table=True):
    """A council. One installation serves many; staff act inside their own only."""

    __tablename__: ClassVar[str] = "authority"

    id: str = Field(default_factory=lambda: new_id("aut"), primary_key=True)
    name: str
    council_codes: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    out_of_hours_phone: str
    out_of_hours_email: str
    cascade_answer_minutes: int = 20
    signoff_limit_pence: int = 1_500_000


class Account(SQLModel, table=True):
    """A way to sign in. One human has one, whatever their roles."""

    __tablename__: ClassVar[str] = "account"

    id: str = Field(default_factory=lambda: new_id("acc"), primary_key=True)
    email: str = Field(unique=True)
    name: str
    phone: str = ""
    totp_secret: str = ""
    totp_last_step: int = 0
    pin_hash: str = ""
    pin_wrong: int = 0
    pin_off: bool = False
    large_text: bool = False
    messages_stopped: bool = False
    made_at: datetime = Field(sa_type=UtcDateTime)


class RoleGrant(SQLModel, table=True):
    """A role an account holds: for a person, a provider or an authority."""

    __tablename__: ClassVar[str] = "role_grant"

    id: str = Field(default_factory=lambda: new_id("rol"), primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    role: Role = Field(sa_type=kept_as_word(Role))
    person_id: str | None = Field(default=None, foreign_key="person.id", index=True)
    provider_id: str | None = Field(default=None, foreign_key="provider.id", index=True)
    authority_id: str | None = Field(default=None, foreign_key="authority.id", index=True)
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Person(SQLModel, table=True):
    """Somebody whom support is for. A record about a human being: reached only through access.py."""

    __tablename__: ClassVar[str] = "person"

    id: str = Field(default_factory=lambda: new_id("per"), primary_key=True)
    name: str
    date_of_birth: date | None = None
    summary: str = ""
    postcode: str = ""
    address: str = ""
    easting: float | None = None
    northing: float | None = None
    phone: str = ""
    authority_id: str | None = Field(default=None, foreign_key="authority.id", index=True)
    broker_account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    needs: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    wants: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    made_at: datetime = Field(sa_type=UtcDateTime)


class Consent(SQLModel, table=True):
    """That an account may act for a person: for what, on what basis, from when until when."""

    __tablename__: ClassVar[str] = "consent"

    id: str = Field(default_factory=lambda: new_id("con"), primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    relation: str = ""
    scopes: list[str] = Field(default_factory=list, sa_type=sa.JSON)
    basis: Basis = Field(sa_type=kept_as_word(Basis))
    evidence: str = ""
    starts_at: datetime = Field(sa_type=UtcDateTime)
    ends_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_by: str | None = None


class SignInToken(SQLModel, table=True):
    """A link and a code sent to one address. Only hashes; used once; fifteen minutes.

    `account_id` is absent for an address we do not know: `joining` then holds what a newcomer told us, so that
    nothing is made in their name before they have shown that the address is theirs.
    """

    __tablename__: ClassVar[str] = "sign_in_token"

    id: str = Field(default_factory=lambda: new_id("tok"), primary_key=True)
    account_id: str | None = Field(default=None, foreign_key="account.id", index=True)
    grant_id: str | None = None
    joining: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON)
    link_hash: str = Field(index=True)
    code_hash: str
    next_page: str = "/"
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PrivateLink(SQLModel, table=True):
    """A link made for one thing, for somebody who need not sign in. GET shows, POST uses. Only its hash is kept."""

    __tablename__: ClassVar[str] = "private_link"

    id: str = Field(default_factory=lambda: new_id("lnk"), primary_key=True)
    secret_hash: str = Field(unique=True)
    purpose: str
    subject: str = Field(index=True)
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SignInAttempt(SQLModel, table=True):
    """One asking or trying, counted by hashed e-mail address and by hashed network address."""

    __tablename__: ClassVar[str] = "sign_in_attempt"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    what: str
    email_hash: str = Field(index=True)
    address_hash: str = Field(index=True)


class SignedIn(SQLModel, table=True):
    """A session: a row its owner can see and end. The cookie holds a secret; only its hash is here."""

    __tablename__: ClassVar[str] = "signed_in"

    id: str = Field(default_factory=lambda: new_id("ses"), primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    secret_hash: str = Field(unique=True)
    grant_id: str | None = None
    browser: str = ""
    second_factor_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    made_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
