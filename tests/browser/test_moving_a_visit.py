"""Moving a visit by page: typed wrongly, read back, asked for; and what its provider reads. Looked at at both widths."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect
from sqlmodel import col, select

from market.bookings.moving.service import can_be_moved
from market.bookings.tables import Visit
from market.chat.queries import holders
from market.core.actor import Role
from tests.browser.conftest import Site
from tests.browser.looking import look_at, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def movable(site: Site) -> Visit:
    """A visit of the demo's daughter's father that can be moved, some days from now."""
    now = site.clock.now()
    with site.database.read() as session:
        _, grant = holders(session, Role.SUPPORTER, now)[0]
        soon = select(Visit).where(Visit.person_id == grant.person_id, col(Visit.starts_at) > now + timedelta(days=3))
        return next(one for one in session.exec(soon.order_by(col(Visit.starts_at))) if can_be_moved(session, one, now))


def test_a_visit_is_moved_by_page(chromium: Browser, site: Site) -> None:
    visit = movable(site)
    page = signed_in(chromium, site, Role.SUPPORTER)
    page.goto(f"{site.address}/visits/{visit.id}")
    page.get_by_role("link", name="Move this visit").click()
    look_at(page, "moving-form")
    page.get_by_label("Day", exact=True).fill("40")
    page.get_by_role("button", name="See what it would cost").click()
    expect(page.get_by_text("Type a date, such as 1 12 2026.").first).to_be_visible()
    expect(page.get_by_label("Day", exact=True)).to_have_value("40")
    look_at(page, "moving-wrong")
    page.get_by_label("Day", exact=True).fill(str(visit.day.day))
    later = visit.wall_start.replace(minute=(visit.wall_start.minute + 15) % 60)
    page.fill("#start", f"{later:%H:%M}")
    page.fill("#end", f"{visit.wall_end:%H:%M}")
    page.get_by_role("button", name="See what it would cost").click()
    expect(page.get_by_text("Ask to move this visit?").first).to_be_visible()
    look_at(page, "moving-check")
    page.get_by_role("button", name="Yes, ask them").click()
    expect(page.get_by_text("It stays as it is until they say yes", exact=False).first).to_be_visible()
    expect(page.get_by_role("link", name="Move this visit")).to_have_count(0)
    look_at(page, "moving-asked")
