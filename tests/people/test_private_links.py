"""A link made for one thing opens that thing and nothing else."""

from datetime import datetime, timedelta

import pytest

from market.core.database import Database
from market.people.errors import LinkOutOfDate
from market.people.private_links import end_private_links, find_private_link, make_private_link

A_DAY = timedelta(days=1)


def test_a_private_link_says_what_it_is_about_for_its_own_purpose_only(database: Database, now: datetime) -> None:
    with database.write() as session:
        secret = make_private_link(session, purpose="backup", subject="vis_1", now=now, lasts=A_DAY)
        assert find_private_link(session, purpose="backup", secret=secret, now=now).subject == "vis_1"
        with pytest.raises(LinkOutOfDate):
            find_private_link(session, purpose="shortlist", secret=secret, now=now)
        with pytest.raises(LinkOutOfDate):
            find_private_link(session, purpose="backup", secret="guess", now=now)


def test_a_private_link_ends_by_time_and_when_it_is_ended(database: Database, now: datetime) -> None:
    with database.write() as session:
        secret = make_private_link(session, purpose="backup", subject="vis_1", now=now, lasts=A_DAY)
        with pytest.raises(LinkOutOfDate):
            find_private_link(session, purpose="backup", secret=secret, now=now + A_DAY)
        end_private_links(session, purpose="backup", subject="vis_1", now=now)
        session.flush()
        with pytest.raises(LinkOutOfDate):
            find_private_link(session, purpose="backup", secret=secret, now=now)
