"""Councils, accounts and the roles they hold."""

from sqlmodel import Session

from market.core.actor import Role
from market.people.tables import Account, Authority, RoleGrant
from market.seeding.reading import County, Table, Today


def account_id(key: str) -> str:
    return f"acc_{key}"


def person_id(key: str) -> str:
    return f"per_{key}"


def provider_id(key: str) -> str:
    return f"prv_{key}"


def authority_id(key: str) -> str:
    return f"aut_{key}"


def load_authorities(session: Session, county: County) -> None:
    for row in county.authorities:
        authority = Authority(
            id=authority_id(row["key"]),
            name=row["name"],
            council_codes=row["council_codes"],
            out_of_hours_phone=row["desk_phone"],
            out_of_hours_email=row["desk_email"],
            cascade_answer_minutes=row["answer_minutes"],
            signoff_limit_pence=row["signoff_limit_pence"],
        )
        session.add(authority)
    session.flush()


def load_accounts(session: Session, county: County, today: Today) -> None:
    """Those in the file, and one for every provider that no account there names."""
    for row in county.accounts:
        _account(session, row["key"], row["name"], row["email"], row.get("phone", ""), today)
    for row in _unnamed(county):
        _account(session, row["key"], row["name"], row["email"], row["phone"], today)
    session.flush()


def load_roles(session: Session, county: County, today: Today) -> None:
    for row in county.accounts:
        for place, held in enumerate(row["roles"]):
            _role(session, row["key"], place, held, today, shown=row.get("shown", False) and place == 0)
    for row in _unnamed(county):
        _role(session, row["key"], 0, {"role": row["role"], "provider": row["key"]}, today)
    session.flush()


def _unnamed(county: County) -> list[Table]:
    named = {held["provider"] for row in county.accounts for held in row["roles"] if "provider" in held}
    return [row for row in county.providers if row["key"] not in named]


def _account(session: Session, key: str, name: str, email: str, phone: str, today: Today) -> None:
    session.add(Account(id=account_id(key), email=email, name=name, phone=phone, made_at=today.ago(-365)))


def _role(session: Session, key: str, place: int, held: Table, today: Today, *, shown: bool = False) -> None:
    """Who is shown has held their role longest: commands that want somebody of a role take the first."""
    grant = RoleGrant(
        id=f"rol_{key}_{place}",
        account_id=account_id(key),
        role=Role(held["role"]),
        person_id=person_id(held["person"]) if "person" in held else None,
        provider_id=provider_id(held["provider"]) if "provider" in held else None,
        authority_id=authority_id(held["authority"]) if "authority" in held else None,
        starts_at=today.ago(-400 if shown else -365),
    )
    session.add(grant)
