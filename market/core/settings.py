"""Everything that may differ between two installations, read from the environment, with working defaults."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

DEMO_SECRET = "demo-secret-not-for-real-use"  # noqa: S105  (doctor and serve refuse it outside the demo)


class Settings(BaseSettings):
    """Settings by environment. `DATABASE_URL` has its usual name; the rest begin with `ALONGSIDE_`."""

    model_config = SettingsConfigDict(env_prefix="ALONGSIDE_", extra="ignore", populate_by_name=True)

    database_url: str = Field(default="sqlite:///alongside.db", validation_alias="DATABASE_URL")
    secret_key: SecretStr = SecretStr(DEMO_SECRET)
    former_secret_keys: SecretStr = SecretStr("")
    public_address: str = "http://127.0.0.1:8000"
    data_folder: Path = Path("data")
    demo: bool = False
    sentence_vectors: bool = True

    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    mail_from: str = "Alongside <no-reply@example.org>"

    telegram_token: SecretStr = SecretStr("")
    telegram_base_url: str = "https://api.telegram.org"
    telegram_webhook_secret: SecretStr = SecretStr("")

    cqc_key: SecretStr = SecretStr("")
    cqc_address: str = "https://api.service.cqc.org.uk/public/v1"
    cqc_file: Path | None = None

    sms_address: str = ""
    sms_key: SecretStr = SecretStr("")
    sms_key_header: str = "Authorization"
    sms_key_prefix: str = "Bearer "
    sms_body: Literal["json", "form"] = "json"
    sms_sender: str = ""
    sms_to_field: str = "to"
    sms_text_field: str = "text"
    sms_from_field: str = "from"
    sms_reference_field: str = "reference"
    sms_id_field: str = "id"
    sms_secret: SecretStr = SecretStr("")

    stripe_key: SecretStr = SecretStr("")
    stripe_webhook_secret: SecretStr = SecretStr("")  # one, or several separated by commas
    stripe_address: str = "https://api.stripe.com"
    platform_fee_points: int = Field(default=0, ge=0, le=10_000)  # hundredths of a percent, inside the shown price
    refund_limit_pence: int = Field(default=5_000, ge=0)  # above it a second officer has to agree

    calendars_from_loopback: bool = False  # for tests alone: calendars given by address may lie on 127.0.0.1

    @property
    def cookies_need_https(self) -> bool:
        """Secure cookies everywhere but on the maker's own machine, where there is no certificate."""
        return self.public_address.startswith("https://")

    @property
    def sends_mail(self) -> bool:
        return bool(self.smtp_host)

    @property
    def takes_cards(self) -> bool:
        return bool(self.stripe_key.get_secret_value())

    @property
    def money_is_pretend(self) -> bool:
        """Whether cards are taken by our own pretend Stripe on this machine: every page says so."""
        return self.takes_cards and self.stripe_address.startswith("http://127.0.0.1:")

    @property
    def has_sms(self) -> bool:
        return bool(self.sms_address)

    @property
    def takes_sms(self) -> bool:
        """Whether texts that people send us are taken in: only from a gateway that knows the secret."""
        return bool(self.sms_secret.get_secret_value())

    @property
    def has_telegram(self) -> bool:
        return bool(self.telegram_token.get_secret_value())
