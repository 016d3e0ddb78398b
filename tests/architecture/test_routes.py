"""Every route has a guard, and the guard holds: each is walked as every role and as a visitor, across two councils."""

import inspect
import re
from collections.abc import Iterator

import pytest
from httpx2 import Response
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from market.app import create_app
from market.core.actor import Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.migrations.every_table import METADATA
from market.people.tables import Person
from market.web import guards
from market.web.guards import Guard
from market.web.page import Page
from market.web.routing import PAGES
from market.web.templating import CSRF_FIELD
from tests.architecture.world import NO_RECORD, OF_PUBLIC_LISTINGS, World, make_world, sign_in
from tests.conftest import MONDAY

PART = re.compile(r"\{(\w+)(?::\w+)?\}")
Visit = tuple[Page, str]
EVERY = [(page, method) for page in PAGES for method in page.methods]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database for the whole walk: making every table for each page would take longer than walking."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('walk') / 'walk.db'}")
    METADATA.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture(scope="module")
def world(walked: Database) -> World:
    return make_world(walked)


@pytest.fixture(scope="module")
def app(walked: Database) -> Starlette:
    return create_app(Settings(demo=False, _env_file=None), walked, StandingClock(MONDAY), raises=True)


def address(page: Page, world: World) -> str:
    """The page's address with the other council's records in it."""
    return PART.sub(lambda part: world.there.ids.get(part.group(1), "nothing_there"), page.path)


def walk(app: Starlette, world: World, visit: Visit, role: Role | None) -> Response:
    """Ask for one page, well-formed in every way, as this role of the first council or as a visitor."""
    page, method = visit
    client, bound_to = TestClient(app), "visitor"
    client.cookies.set("alongside_visitor", bound_to)
    if role is not None:
        with app.state.edge.database.write() as session:
            secret, signed = sign_in(session, world.here.accounts[role], MONDAY)
        client.cookies.set("alongside_session", secret)
        bound_to = signed.id
    fields = {CSRF_FIELD: app.state.edge.signer.csrf_token(bound_to)} if method == "POST" else None
    return client.request(method, address(page, world), data=fields, follow_redirects=False)


def test_every_page_names_a_guard_and_every_address_is_said_once() -> None:
    assert all(isinstance(page.guard, Guard) for page in PAGES)
    met = [(method, page.path) for page, method in EVERY]
    assert len(met) == len(set(met))
    names = [page.name or page.endpoint.__name__ for page in PAGES]
    assert all(names)


def test_every_part_of_an_address_is_a_record_that_the_walk_knows(world: World) -> None:
    parts = {part for page in PAGES for part in PART.findall(page.path)}
    unknown = parts - set(world.there.ids) - NO_RECORD
    assert not unknown, f"say in tests/architecture/world.py what these stand for: {sorted(unknown)}"


def test_no_page_that_changes_something_can_be_reached_by_a_link() -> None:
    for page in PAGES:
        assert not ("GET" in page.methods and "POST" in page.methods), f"{page.path}: one endpoint, one method"


@pytest.mark.parametrize("visit", EVERY, ids=lambda visit: f"{visit[1]} {visit[0].path}")
def test_each_page_lets_in_only_those_its_guard_names_and_shows_nothing_from_across_the_border(
    visit: Visit, app: Starlette, world: World
) -> None:
    page, _ = visit
    for role in (None, *Role):
        if inspect.iscoroutinefunction(page.endpoint) and (page.guard.roles is None or role in page.guard.roles):
            continue  # an event stream that is let in never ends; what it sends is tried where it is written
        answer = walk(app, world, visit, role)
        who = role or "visitor"
        assert answer.status_code < 500 or page.path == "/readyz", f"{who}: {answer.status_code}"
        _check_door(page, role, answer)
        for secret in world.there.secrets:
            assert secret not in answer.text, f"{who} was shown {secret}"


def _check_door(page: Page, role: Role | None, answer: Response) -> None:
    if page.guard.roles is None:
        return
    if role is None:
        assert answer.status_code == 303, f"a visitor got {answer.status_code}"
        assert answer.headers["location"].startswith("/sign-in")
    elif role not in page.guard.roles:
        assert answer.status_code == 403, f"{role} got {answer.status_code}"
    elif set(PART.findall(page.path)) - NO_RECORD and page.path not in OF_PUBLIC_LISTINGS:
        assert answer.status_code in {303, 403, 404, 409, 410, 422}, f"{role} got {answer.status_code}"


def test_the_walk_finds_a_page_that_forgets_whose_record_it_shows(walked: Database, world: World) -> None:
    leaky = Page(
        "/leak/{person_id}",
        lambda ask: PlainTextResponse(ask.session.get_one(Person, ask.path["person_id"]).name),
        guards.broker,
    )
    app = create_app(Settings(_env_file=None), walked, StandingClock(MONDAY), pages=(leaky,), raises=True)
    answer = walk(app, world, (leaky, "GET"), Role.BROKER)
    assert world.there.secrets[0] in answer.text
    with pytest.raises(AssertionError):
        _check_door(leaky, Role.BROKER, answer)
