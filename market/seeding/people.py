"""Customers: who they are, who may act for them, their plan, their pots and their backup contacts."""

from sqlmodel import Session

from market.bookings.cascade.rules import ContactKind
from market.bookings.cascade.tables import BackupContact
from market.budgets.rules import PotKind
from market.budgets.tables import Pot
from market.core.places import find_place
from market.ledger.rules import Kind, pot_account, source_account
from market.ledger.tables import LedgerRow
from market.people.rules import Basis
from market.people.tables import Consent, Person
from market.plans.tables import Outcome, Plan
from market.seeding.accounts import account_id, authority_id, person_id, provider_id
from market.seeding.providers import listing_id
from market.seeding.reading import County, Table, Today

_BASIS = {"deputy": Basis.DEPUTY_PROPERTY}


def pot_id(key: str) -> str:
    return f"pot_{key}"


def load_people(session: Session, county: County, today: Today) -> None:
    for row in county.people:
        session.add(_person(row, today))
    session.flush()
    for row in county.people:
        _consents(session, row, today)
        _plan(session, row, today)
        for place, pot in enumerate(row.get("pot", ())):
            _pot(session, row, pot, place, today)
        for contact in row.get("backup", ()):
            _contact(session, row, contact, today)
    session.flush()


def _person(row: Table, today: Today) -> Person:
    spot = find_place(row["postcode"]).spot
    wants, needs = dict(row["preferences"]), dict(row["needs"])
    wants["exclusions"] = [provider_id(key) for key in wants.get("exclusions", ())]
    if "copy_to" in needs:
        needs["copy_to"] = account_id(needs["copy_to"])
    needs |= {"equipment": row.get("equipment", []), "home": row.get("about_home", ""), "known_as": row["known_as"]}
    needs["capacity"] = [
        dict(one, assessed_on=str(today.in_days(one["assessed_days"]))) for one in row.get("capacity", ())
    ]
    return Person(
        id=person_id(row["key"]),
        name=row["name"],
        date_of_birth=row["date_of_birth"],
        summary=row["summary"],
        postcode=row["postcode"],
        address=row["town"],
        easting=spot.easting,
        northing=spot.northing,
        phone=row.get("phone", ""),
        authority_id=authority_id(row["authority"]) if "authority" in row else None,
        broker_account_id=account_id(row["broker"]) if "broker" in row else None,
        needs=needs,
        wants=wants,
        made_at=today.ago(-365),
    )


def _consents(session: Session, row: Table, today: Today) -> None:
    for place, given in enumerate(row.get("supporter", ())):
        consent = Consent(
            id=f"con_{row['key']}_{place}",
            person_id=person_id(row["key"]),
            account_id=account_id(given["account"]),
            relation=given["relation"],
            scopes=given["scopes"],
            basis=_BASIS.get(given["basis"]) or Basis(given["basis"]),
            evidence=given.get("evidence", ""),
            starts_at=today.ago(given["starts_days"]),
            ends_at=today.ago(given["ends_days"]) if "ends_days" in given else None,
            withdrawn_at=today.ago(given["withdrawn_days"]) if "withdrawn_days" in given else None,
        )
        session.add(consent)


def _plan(session: Session, row: Table, today: Today) -> None:
    if "plan" not in row:
        return
    plan, broker = row["plan"], row.get("broker")
    signed = today.ago(plan["signed_off_days"]) if "signed_off_days" in plan else None
    sent = signed or (today.ago(-3) if plan["state"] == "ready_for_signoff" else None)
    made = Plan(
        id=f"pla_{row['key']}",
        person_id=person_id(row["key"]),
        made_by=account_id(broker) if broker else "demo",
        made_at=today.ago(plan["started_days"]),
        indicative_pence=plan["indicative_pence"],
        agreed_pence=plan.get("agreed_pence", 0),
        sent_at=sent,
        signed_at=signed,
        signed_by=account_id(plan["signed_off_by"]) if "signed_off_by" in plan else None,
    )
    session.add(made)
    session.flush()
    for outcome in plan.get("outcome", ()):
        said = Outcome(id=f"out_{outcome['key']}", plan_id=made.id, words=outcome["words"], care_act=outcome["care_act"],
                       added_by=made.made_by, added_at=made.made_at)  # fmt: skip
        session.add(said)


def _pot(session: Session, row: Table, pot: Table, place: int, today: Today) -> None:
    kind, holder = PotKind(pot["kind"]), pot["holder"]
    authority = authority_id(row["authority"]) if "authority" in row and kind is not PotKind.OWN_MONEY else None
    made = Pot(
        id=pot_id(pot["key"]),
        person_id=person_id(row["key"]),
        kind=kind,
        authority_id=authority,
        holder_provider_id=provider_id(holder["provider"]) if "provider" in holder else None,
        starts_on=today.in_days(pot["starts_days"]),
        ends_on=today.in_days(pot["ends_days"]),
        opened_at=today.ago(pot["starts_days"]),
    )
    session.add(made)
    session.flush()
    source = source_account(authority, made.person_id)
    if pot["allocated_pence"]:
        session.add(_row(made, source, pot_account(made.id), pot["allocated_pence"], "allocated"))
    if pot["spent_before_pence"]:
        _spent_before(session, made, pot["spent_before_pence"])


def _spent_before(session: Session, pot: Pot, pence: int) -> None:
    """What was spent before the weeks that the county shows: one hold and its post."""
    hold = _row(pot, pot_account(pot.id), "before:visits", pence, "before", Kind.HOLD)
    session.add(hold)
    session.flush()
    spent = _row(pot, hold.debit, hold.credit, pence, "before:spent", Kind.POST)
    spent.hold_id = hold.id
    session.add(spent)


def _row(pot: Pot, debit: str, credit: str, pence: int, what: str, kind: Kind = Kind.TRANSFER) -> LedgerRow:
    return LedgerRow(
        id=f"led_{pot.id}_{what.replace(':', '_')}",
        debit=debit,
        credit=credit,
        amount_pence=pence,
        kind=kind,
        cause=pot.id,
        key=f"seed:{pot.id}:{what}",
        person_id=pot.person_id,
        pot_id=pot.id,
        at=pot.opened_at,
        by="system:seeding",
    )


def _contact(session: Session, row: Table, contact: Table, today: Today) -> None:
    made = BackupContact(
        id=f"bac_{row['key']}_{contact['order']}",
        person_id=person_id(row["key"]),
        position=contact["order"],
        kind=ContactKind(contact["kind"]),
        name=contact["name"],
        relation=contact.get("relation", ""),
        phone=contact["phone"],
        email=contact["email"],
        account_id=account_id(contact["account"]) if "account" in contact else None,
        provider_id=provider_id(contact["provider"]) if "provider" in contact else None,
        listing_id=listing_id(contact["listing"]) if "listing" in contact else None,
        kinds=contact["kinds"],
        ceiling_pence_per_hour=contact.get("ceiling_pence_per_hour"),
        agreed_at=today.ago(-60),
        agreed_by="demo",
    )
    session.add(made)
