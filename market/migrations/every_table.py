"""Brings every module of tables in, so that the metadata is whole: for migrations, and for tests that make tables."""

from importlib import import_module

from sqlmodel import SQLModel

TABLE_MODULES = (
    "market.core.tables",
    "market.people.tables",
    "market.ledger.tables",
    "market.budgets.tables",
    "market.plans.tables",
    "market.messages.tables",
    "market.bookings.tables",
    "market.bookings.cascade.tables",
    "market.payments.tables",
    "market.search.tables",
    "market.safeguarding.tables",
    "market.chat.tables",
    "market.chat.tables",
    "providers.organisations.tables",
    "providers.listings.tables",
    "providers.availability.tables",
    "providers.pricing.tables",
    "providers.accreditation.tables",
    "providers.registrations.tables",
    "providers.documents.tables",
    "providers.references.tables",
    "providers.applications.tables",
    "providers.changes.tables",
    "providers.photographs.tables",
    "providers.interchange.tables",
    "providers.interchange.twins.tables",
    "providers.interchange.calendars.tables",
)

for _module in TABLE_MODULES:
    import_module(_module)

METADATA = SQLModel.metadata
