"""Every SELECT of insights. None returns words, names or anything about one person."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.insights.rules import Looked
from market.search.tables import SearchedNeed


def looked_for(session: Session, since: datetime) -> Sequence[Looked]:
    """How often support was looked for since then, by postcode district, and how often anything was found."""
    something = sa.case((col(SearchedNeed.found) > 0, 1), else_=0)
    rows = (
        select(col(SearchedNeed.district), sa.func.count(), sa.func.sum(something))
        .where(col(SearchedNeed.at) >= since, col(SearchedNeed.district) != "")
        .group_by(col(SearchedNeed.district))
    )
    return [Looked(district, asked, int(found)) for district, asked, found in session.exec(rows)]
