"""What waits at the accreditation desks, and who has signed the code of conduct."""

from datetime import datetime

from sqlmodel import Session, select

from market.seeding.accounts import account_id, provider_id
from market.seeding.reading import County, Table, Today
from providers.accreditation.schemes import schemes
from providers.applications.checked import asked_of
from providers.applications.rules import Outcome, conducts_of, risk_of
from providers.applications.tables import Application, ApplicationDecision, ConductSigned
from providers.documents.tables import ShownDocument
from providers.organisations.rules import ProviderState
from providers.organisations.tables import Provider
from providers.references.tables import Reference

SIGNED_DAYS = -300
OFFICER = "ruth-chidgey"


def load_checks(session: Session, county: County, today: Today) -> None:
    accounts = {held["provider"]: row["key"] for row in county.accounts for held in row["roles"] if "provider" in held}
    waiting = {provider_id(row["provider"]): row for row in county.checks}
    for owner in session.exec(select(Provider).order_by(Provider.id)):
        row: Table = waiting.get(owner.id, {})
        key = owner.id.removeprefix("prv_")
        account = account_id(accounts.get(key, key))
        days = row.get("signed_days", SIGNED_DAYS if owner.state is ProviderState.APPROVED else None)
        if days is not None:
            _sign(session, owner, account, today.ago(days))
        _wait(session, owner, account, row, today)
    session.flush()


def _sign(session: Session, owner: Provider, account: str, at: datetime) -> None:
    for conduct in conducts_of(asked_of(session, owner).tiers, schemes()):
        session.add(ConductSigned(provider_id=owner.id, conduct=conduct, account_id=account, name=owner.name, at=at))


def _wait(session: Session, owner: Provider, account: str, row: Table, today: Today) -> None:
    key = owner.id.removeprefix("prv_")
    for place, shown in enumerate(row.get("shown", ())):
        session.add(
            ShownDocument(
                id=f"doc_{key}_{place}",
                provider_id=owner.id,
                kind=shown["kind"],
                words=shown["words"],
                sent_by=account,
                sent_at=today.ago(shown["sent_days"]),
            )
        )
    for place, referee in enumerate(row.get("referee", ())):
        session.add(_reference(owner, account, f"ref_{key}_{place}", referee, today))
    if "sent_days" in row:
        _send(session, owner, account, row, today)


def _reference(owner: Provider, account: str, row_id: str, referee: Table, today: Today) -> Reference:
    answered = referee.get("answered_days")
    return Reference(
        id=row_id,
        provider_id=owner.id,
        name=referee["name"],
        email=referee["email"],
        how_known=referee["how_known"],
        asked_by=account,
        asked_at=today.ago(referee["asked_days"]),
        reminded_at=None if answered else today.ago(referee["asked_days"] + 7),
        answered_at=today.ago(answered) if answered else None,
        answers=referee.get("answers", {}),
    )


def _send(session: Session, owner: Provider, account: str, row: Table, today: Today) -> None:
    tiers, at = asked_of(session, owner).tiers, today.ago(row["sent_days"])
    sent = Application(
        id=f"apn_{row['provider']}",
        provider_id=owner.id,
        tiers=sorted(tiers),
        risk=risk_of(tiers, schemes()),
        first_sent_at=at,
        sent_at=at,
        sent_by=account,
    )
    session.add(sent)
    session.flush()
    if "more_asked_days" in row:
        session.add(
            ApplicationDecision(
                application_id=sent.id,
                outcome=Outcome.MORE_ASKED,
                why=row["why"],
                by=account_id(OFFICER),
                at=today.ago(row["more_asked_days"]),
            )
        )
