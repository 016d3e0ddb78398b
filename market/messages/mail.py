"""E-mail by SMTP."""

import smtplib
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr

from sqlmodel import Session

from market.core.settings import Settings
from market.core.tables import OutboxRow
from market.messages.sending import Blocked, Failed, MaybeSent, Outcome, Sent, TryLater

SECONDS = 20


class Smtp:
    """Sends through the mail server of the settings. The message's own id is the same each time it goes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def ready(self, session: Session, row: OutboxRow, now: datetime) -> None:
        return

    def send(self, row: OutboxRow) -> Outcome:
        """Hand it to the mail server. Before the words are sent a failure is safe to try again; after, it is not sure."""
        letter = compose(row, sender=self._settings.mail_from, address=self._settings.public_address)
        try:
            server = smtplib.SMTP(self._settings.smtp_host, self._settings.smtp_port, timeout=SECONDS)
        except (OSError, smtplib.SMTPException) as trouble:
            return TryLater(type(trouble).__name__)
        try:
            return self._hand_over(server, letter)
        finally:
            server.close()

    def _hand_over(self, server: smtplib.SMTP, letter: EmailMessage) -> Outcome:
        try:
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls()
                server.ehlo()
            if self._settings.smtp_user:
                server.login(self._settings.smtp_user, self._settings.smtp_password.get_secret_value())
        except (OSError, smtplib.SMTPException) as trouble:
            return TryLater(type(trouble).__name__)
        return _send(server, letter)


def _send(server: smtplib.SMTP, letter: EmailMessage) -> Outcome:
    try:
        server.send_message(letter)
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _ in refused.recipients.values()]
        return Blocked("address refused") if all(code >= 500 for code in codes) else TryLater("address busy")
    except smtplib.SMTPSenderRefused:
        return TryLater("sender refused")
    except smtplib.SMTPDataError as trouble:
        return Failed(f"refused {trouble.smtp_code}") if trouble.smtp_code >= 500 else TryLater("busy")
    except (OSError, smtplib.SMTPException) as trouble:
        return MaybeSent(type(trouble).__name__)
    return Sent(str(letter["Message-ID"]))


def compose(row: OutboxRow, *, sender: str, address: str) -> EmailMessage:
    """The letter: the words, then each link on a line of its own, then where to answer the rest."""
    letter = EmailMessage()
    letter["From"] = sender
    letter["To"] = row.address
    letter["Subject"] = row.subject
    letter["Message-ID"] = f"<{row.id}@{parseaddr(sender)[1].rpartition('@')[2] or 'localhost'}>"
    letter.set_content("\n\n".join([row.text, *links(row, address), "Alongside"]) + "\n")
    return letter


def links(row: OutboxRow, address: str) -> list[str]:
    """The lines under a message where nothing can be pressed: its links, and where its questions are answered.

    The other links open nothing without signing in, so a letter that is read by somebody else gives nothing away.
    """
    home = address.rstrip("/")
    lines = [f"{b['label']}:\n{whole_address(b['url'], home)}" for b in row.buttons if b.get("url")]
    asks = [b["label"] for b in row.buttons if not b.get("url") and b.get("means") in {"confirm", "decline", "option"}]
    if asks and not lines:
        lines.append(f"To answer, sign in and open your chat:\n{home}/chat")
    return lines


def whole_address(url: str, home: str) -> str:
    """A link as it stands outside our own pages: one of ours is kept without the address of this installation."""
    return home.rstrip("/") + url if url.startswith("/") else url
