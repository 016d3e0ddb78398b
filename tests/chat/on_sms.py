"""Texting: the gateway passes on what somebody wrote, the worker answers, and the fake gateway has what went out."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import SecretStr
from starlette.testclient import TestClient

from market.app import create_app
from market.core.settings import Settings
from market.people.tables import Account
from market.web.services import Services
from tests.chat.county import Here
from tests.fakes.fake_sms_gateway import KEY, FakeSmsGateway

JEAN, STRANGER = "+447700900201", "+447700900299"
SECRET = "sms-s3cret"


def settings_for(gateway: FakeSmsGateway) -> Settings:
    return Settings(
        public_address="https://alongside.example",
        sms_address=gateway.address,
        sms_key=SecretStr(KEY),
        sms_key_header="X-Key",
        sms_key_prefix="Key ",
        sms_to_field="recipient",
        sms_text_field="content",
        sms_from_field="sender",
        sms_reference_field="ref",
        sms_id_field="message_ref",
        sms_secret=SecretStr(SECRET),
    )


@dataclass
class Texting:
    """Everybody's telephones, and the county they text to."""

    here: Here
    gateway: FakeSmsGateway
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def post(self, fields: dict[str, str], secret: str = SECRET) -> int:
        app = create_app(self.here.settings, self.here.database, self.here.clock, services=Services(), raises=True)
        return TestClient(app).post("/sms", data=fields, headers={"X-Alongside-Secret": secret}).status_code

    def say(self, number: str, words: str, id: str = "") -> list[str]:
        """Somebody texts us. What they are texted in answer."""
        before = len(self.gateway.to(number))
        assert self.post({"sender": number, "content": words, "message_ref": id or f"in_{next(self.ids)}"}) == 200
        self.work()
        return self.gateway.to(number)[before:]

    def work(self) -> None:
        self.here.worker(self.here.database, self.here.clock).run_due()

    def has_number(self, account: Account, number: str) -> None:
        with self.here.database.write() as session:
            row = session.get(Account, account.id)
            assert row is not None
            row.phone = number
            session.add(row)
