"""Every SELECT on applications."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, select

from market.core.rows import held, one
from providers.applications.rules import Stage, stage_of
from providers.applications.tables import Application, ApplicationDecision, ConductSigned


def application(session: Session, application_id: str) -> Application:
    """One application. Raises `NotFound`."""
    return one(session, Application, application_id)


def locked_application(session: Session, application_id: str) -> Application:
    """The same, held. Raises `NotFound`."""
    return held(session, Application, application_id)


def newest_application(session: Session, provider_id: str) -> Application | None:
    """The last application of a provider."""
    mine = select(Application).where(Application.provider_id == provider_id)
    return session.exec(mine.order_by(col(Application.sent_at).desc(), col(Application.id).desc())).first()


def applications_of(session: Session, provider_ids: Collection[str]) -> Sequence[Application]:
    """All applications of these providers, oldest first."""
    mine = select(Application).where(col(Application.provider_id).in_(provider_ids))
    return session.exec(mine.order_by(col(Application.sent_at), col(Application.id))).all()


def decisions_on(session: Session, application_ids: Collection[str]) -> dict[str, list[ApplicationDecision]]:
    """Decisions by application, oldest first."""
    rows = select(ApplicationDecision).where(col(ApplicationDecision.application_id).in_(application_ids))
    found: dict[str, list[ApplicationDecision]] = {}
    for row in session.exec(rows.order_by(col(ApplicationDecision.id))):
        found.setdefault(row.application_id, []).append(row)
    return found


def stage(row: Application | None, decisions: Sequence[ApplicationDecision]) -> Stage:
    """How an application stands."""
    if row is None:
        return Stage.NOT_SENT
    last = (decisions[-1].outcome, decisions[-1].at) if decisions else None
    return stage_of(row.sent_at, last)


def signatures(session: Session, provider_id: str) -> Sequence[ConductSigned]:
    """What was signed for a provider, newest first."""
    mine = select(ConductSigned).where(ConductSigned.provider_id == provider_id)
    return session.exec(mine.order_by(col(ConductSigned.at).desc(), col(ConductSigned.id).desc())).all()
