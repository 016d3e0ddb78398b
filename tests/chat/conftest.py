"""A small county to talk in, by terminal, page and Telegram."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from tests.chat.county import Here, in_the_county
from tests.fakes.fake_botapi import TOKEN, FakeBotApi, running_botapi


@pytest.fixture
def here(sqlite_database: Database, clock: StandingClock) -> Here:
    return in_the_county(sqlite_database, clock)


@pytest.fixture(scope="module")
def bot_api() -> Iterator[FakeBotApi]:
    with running_botapi() as running:
        yield running


@pytest.fixture
def api(bot_api: FakeBotApi) -> FakeBotApi:
    bot_api.queue.clear()
    bot_api.chats.clear()
    bot_api.calls.clear()
    bot_api.blocked.clear()
    bot_api.fail.clear()
    bot_api.hook = None
    return bot_api


@pytest.fixture
def there(here: Here, api: FakeBotApi) -> Here:
    here.settings = Settings(
        public_address="https://alongside.example",
        telegram_token=SecretStr(TOKEN),
        telegram_base_url=api.base_url,
        telegram_webhook_secret=SecretStr("s3cret"),
    )
    return here
