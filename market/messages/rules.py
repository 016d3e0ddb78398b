"""Decisions about sending: which channels and in what order, what goes again, what may stand in a subject. No I/O."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import phonenumbers

MOST_TRIES_PER_CHANNEL = 5


class Channel(StrEnum):
    """The ways to reach somebody, the first tried standing first. `call` is a list for staff with a telephone.

    Web chat is not among them: nobody is reached by a page they do not look at. A copy of each message appears there.
    """

    TELEGRAM = "telegram"
    SMS = "sms"
    EMAIL = "email"
    CALL = "call"


@dataclass(frozen=True)
class Point:
    """One way to reach an account, as the rules see it."""

    channel: Channel
    address: str
    open: bool = True


@dataclass(frozen=True)
class Route:
    """One channel and address that a message may take."""

    channel: Channel
    address: str


def routes(points: Iterable[Point], *, phone: str, email: str) -> tuple[Route, ...]:
    """Every route a message may take, best first: chat, then SMS, then e-mail, then a call by staff.

    A point that was stopped or is blocked is left out. An address is named once. No text goes to a landline.
    """
    order, every = list(Channel), list(points)
    found = [Route(p.channel, p.address) for p in every if p.open]
    known = {(p.channel, p.address) for p in every}
    for channel, address in ((Channel.SMS, text_number(phone)), (Channel.EMAIL, email), (Channel.CALL, phone)):
        if address and (channel, address) not in known:
            found.append(Route(channel, address))
    return tuple(sorted(found, key=lambda route: order.index(route.channel)))


def text_number(phone: str) -> str:
    """The number as texts are sent to it, "+447700900123"; "" for a landline, a short code or what is no number.

    British mobiles begin 07 (Ofcom's numbering plan); 070 and 076 are personal numbers and pagers. Other countries'
    numbers are left to the gateway.
    """
    try:
        number = phonenumbers.parse(phone, "GB")
    except phonenumbers.NumberParseException:
        return ""
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if number.country_code == 44:
        return written if re.fullmatch(r"\+447[1-57-9]\d{8}", written) else ""
    return written if phonenumbers.is_valid_number(number) else ""


def holder(claims: Sequence[str], *, proved_by: str = "", known: Sequence[str] = (), lost: bool = False) -> str | None:
    """The account that a number is of; None while that is nobody, or not sure.

    `claims` are the accounts that give the number as theirs. Whoever typed a code there (`proved_by`) has it, over every claim
    `known` at that moment; a claim made since means that the number may have passed on, and it is nobody's until a code is
    typed anew. Without a code it is of the one account that claims it. A `lost` telephone is nobody's.
    """
    if lost:
        return None
    if proved_by:
        return proved_by if set(claims) <= {proved_by, *known} else None
    return claims[0] if len(claims) == 1 else None


_GOES_AGAIN = frozenset({"safety", "cascade", "sign_in", "chat"})


def goes_again(kind: str) -> bool:
    """Whether a message cut off while it was being sent goes again: safety, cascade and sign-in messages do.

    A repeat of these is harmless, a loss is not. Any other waits for staff as "may have been sent" (DESIGN, rule 13).
    An answer in a chat goes again too: somebody is looking at the screen for it, and it holds the same buttons.
    `kind` is dotted, the family first: "cascade.question".
    """
    return kind.split(".", 1)[0] in _GOES_AGAIN


def wait_before_retry(attempts: int) -> timedelta:
    """How long to leave a channel that failed for now: 4, 16, 64 seconds and so on, never over ten minutes."""
    return timedelta(seconds=min(600, 4 ** min(attempts, 5)))


_SUBJECTS = {
    "sign_in": "Your sign-in link",
    "booking.request": "A new request for you",
    "booking": "News of a booking",
    "cascade.question": "A question for you: please answer soon",
    "cascade": "A change to a visit",
    "visit": "News of a visit",
    "safety": "Please read this now",
    "shortlist": "Choices to look at",
    "plan": "News of a plan",
    "payment": "News of a payment",
    "reference": "Would you answer a few questions?",
    "checks": "News of your checks",
    "checks.application": "Somebody waits to be checked",
    "checks.register": "Please look at a registration",
}

_HEALTH_WORDS = re.compile(
    r"\b(dementia|alzheimer\w*|stroke|cancer|incontinen\w*|diabet\w*|parkinson\w*|mental|depress\w*|suicid\w*|disab\w*"
    r"|autis\w*|epilep\w*|arthrit\w*|hospital|medic\w+|nurs\w+|ill|illness|sick\w*|personal care|continence|capacity"
    r"|end of life|palliative|catheter|wound|overdose|fall|fallen|wash\w*|bath\w*|toilet\w*)\b",
    re.IGNORECASE,
)


def plain_subject(kind: str, wanted: str, names: Sequence[str]) -> str:
    """The subject of an e-mail: never a name, never a word about health (DESIGN, rule 12).

    `wanted` is used when it holds neither; else the general words of this kind of message. `names` are those of the
    people the message is to or about: any part of one counts, "Mr" and the like apart.
    """
    if wanted and not _HEALTH_WORDS.search(wanted) and not _names_in(wanted, names):
        return wanted
    return _SUBJECTS.get(kind) or _SUBJECTS.get(kind.split(".", 1)[0]) or "A message from Alongside"


def _names_in(text: str, names: Sequence[str]) -> bool:
    words = {re.sub(r"['’]s?$", "", word.casefold()) for word in re.findall(r"[\w'’-]+", text)}
    parts = {part.casefold() for name in names for part in re.findall(r"[\w'’-]{3,}", name)}
    return bool(words & (parts - {"mrs", "the", "and"}))
