"""Every SELECT on what the register said."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.core.rows import held
from providers.organisations.rules import SHOWN_STATES
from providers.organisations.tables import Provider
from providers.registrations.tables import RegisterLook


def look(session: Session, look_id: str) -> RegisterLook:
    """One asking, held. Raises `NotFound`."""
    return held(session, RegisterLook, look_id)


def newest_look(session: Session, provider_id: str, number: str = "") -> RegisterLook | None:
    """The last time the register was asked about a provider: about any number, or about this one."""
    mine = select(RegisterLook).where(RegisterLook.provider_id == provider_id)
    if number:
        mine = mine.where(RegisterLook.number == number)
    return session.exec(mine.order_by(col(RegisterLook.asked_at).desc(), col(RegisterLook.id).desc())).first()


def not_looked_up_since(session: Session, moment: datetime) -> list[Provider]:
    """Providers on show with a number about which nobody has asked since then."""
    lately = select(RegisterLook.provider_id).where(col(RegisterLook.asked_at) >= moment)
    mine = (
        select(Provider)
        .where(col(Provider.state).in_(SHOWN_STATES), Provider.cqc_number != "")
        .where(sa.not_(col(Provider.id).in_(lately)))
    )
    return list(session.exec(mine.order_by(col(Provider.id))))
