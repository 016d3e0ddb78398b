"""Who acts, and in which of their roles."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The roles of the field, as the commands name them. Roles are grants on an account, several at once."""

    CUSTOMER_DIRECT_PAYMENT = "customer-direct-payment"
    CUSTOMER_SELF_FUNDER = "customer-self-funder"
    CUSTOMER_ISF = "customer-isf"
    SUPPORTER = "supporter"
    ATTORNEY = "attorney"
    BACKUP_CONTACT = "backup-contact"
    BROKER = "broker"
    PA = "pa"
    MICRO_ENTERPRISE = "micro-enterprise"
    AGENCY = "agency"
    COMMUNITY_GROUP = "community-group"
    ISF_PROVIDER = "isf-provider"
    ACCREDITATION_OFFICER = "accreditation-officer"
    SIGNOFF_OFFICER = "signoff-officer"
    DIRECT_PAYMENTS_OFFICER = "direct-payments-officer"
    OUT_OF_HOURS = "out-of-hours"
    COMMISSIONER = "commissioner"

    @property
    def is_customer(self) -> bool:
        return self in CUSTOMERS

    @property
    def is_provider(self) -> bool:
        return self in PROVIDERS

    @property
    def is_staff(self) -> bool:
        return self in STAFF

    @property
    def stands_by_someone(self) -> bool:
        return self in {Role.SUPPORTER, Role.ATTORNEY}


CUSTOMERS = frozenset({Role.CUSTOMER_DIRECT_PAYMENT, Role.CUSTOMER_SELF_FUNDER, Role.CUSTOMER_ISF})
PROVIDERS = frozenset({Role.PA, Role.MICRO_ENTERPRISE, Role.AGENCY, Role.COMMUNITY_GROUP, Role.ISF_PROVIDER})
STAFF = frozenset(
    {
        Role.BROKER,
        Role.ACCREDITATION_OFFICER,
        Role.SIGNOFF_OFFICER,
        Role.DIRECT_PAYMENTS_OFFICER,
        Role.OUT_OF_HOURS,
        Role.COMMISSIONER,
    }
)


@dataclass(frozen=True)
class Actor:
    """One account acting in one role. `person_id` is set for a customer acting for themself.

    `own_providers`: every provider that the account signs in for, in whichever of its roles: nobody decides on their own.
    """

    account_id: str
    name: str
    role: Role
    person_id: str | None = None
    provider_id: str | None = None
    authority_id: str | None = None
    own_providers: frozenset[str] = frozenset()

    def has_stake_in(self, provider_id: str) -> bool:
        """Whether this human signs in for the provider, now or in another of their roles."""
        return provider_id == self.provider_id or provider_id in self.own_providers

    @property
    def says(self) -> str:
        """Who to write into a record's `by`."""
        return self.account_id


@dataclass(frozen=True)
class Visitor:
    """Somebody who has not signed in."""

    name: str = "visitor"


@dataclass(frozen=True)
class System:
    """The product itself acting on an agreed rule, never on its own judgement: `System("cascade")`."""

    part: str
    authority_id: str | None = field(default=None)

    @property
    def says(self) -> str:
        return f"system:{self.part}"
