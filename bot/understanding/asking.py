"""What must be asked before anything is done, by section 3 of the annotation rules."""

import re

from bot.understanding.found import Reading
from bot.understanding.reading import Slots
from bot.understanding.slots import NEAR_NOW

_OWED = re.compile(
    r"(?<!\w)(?:settle|all|everything|whole|lot|owe|owing|owed|balance|bill|bills|invoices?|"
    r"outstanding|in full|what is due|statement|arrears|the full amount)(?!\w)"
)
_NO_DAYS = frozenset(
    {
        "ask_balance",
        "pay",
        "ask_pay_due",
        "set_backup_contact",
        "caseload",
        "client_status",
        "add_outcome",
        "change_how_we_talk",
        "talk_to_human",
    }
)


def questions(intent: str, slots: Slots, r: Reading) -> tuple[str, ...]:
    """The slots to ask about; each is absent from `slots`."""
    asked = [*_missing(intent, slots, r), *_unclear(intent, slots, r)]
    return tuple(dict.fromkeys(a for a in asked if a == "which_visit" or a not in slots))


DINNER = ("lunchtime", "evening")


def readings(asked: tuple[str, ...], r: Reading) -> dict[str, tuple[str, ...]]:
    """For each slot that is asked because it can be read in two ways, the two."""
    days = tuple(d.isoformat() for d in r.when.either_day)
    times = tuple(t.isoformat("minutes") for t in r.when.either_time)
    told = {"date": days, "which_visit": days, "start": times, "part_of_day": DINNER if r.when.dinner else ()}
    return {slot: told[slot] for slot in asked if told.get(slot)}


def _missing(intent: str, slots: Slots, r: Reading) -> list[str]:
    told_day = any(slots.get(name) for name in ("date", "dates", "weekdays", "until")) or slots.get("repeat") in (
        "daily",
        "weekdays",
    )
    visit = slots.get("which_visit") or {}
    assert isinstance(visit, dict)
    match intent:
        case "find_help" | "add_outcome":
            return ["need"]
        case "match_need":
            return ["need", "place"]
        case "client_status":
            return ["person"]
        case "set_backup_contact":
            return ["person", "phone"]
        case "book_visit":
            return [*([] if told_day else ["date"]), *([] if slots.get("part_of_day") or r.when.dinner else ["start"])]
        case "cancel_visit":
            return [] if told_day or visit.get("date") else ["which_visit"]
        case "change_visit":
            open_time = any(t.as_time(half=r.when.half) is None for t in r.when.times)
            return _of_a_change(slots, visit, told_day=bool(told_day), open_time=open_time)
        case "accept_request" | "decline_request":
            return [] if visit or told_day else ["which_visit"]
        case "cannot_come":
            return [] if told_day or visit.get("date") else ["which_visit"]
        case "running_late":
            return [] if slots.get("minutes_late") or slots.get("start") else ["minutes_late"]
        case "change_availability":
            return [] if told_day else ["date"]
        case "pay":
            return [] if _OWED.search(r.message.plain) else ["amount_pence"]
    return []


def _of_a_change(slots: Slots, visit: dict[str, object], *, told_day: bool, open_time: bool) -> list[str]:
    new_value = open_time or any(
        slots.get(n)
        for n in ("date", "start", "person", "part_of_day", "weekdays", "end", "dates", "repeat", "duration_minutes")
    )
    asked = [] if visit.get("date") or told_day else ["which_visit"]
    return [*asked, *([] if new_value else ["date"])]


def _unclear(intent: str, slots: Slots, r: Reading) -> list[str]:
    """Days and times that could be two."""
    asked: list[str] = []
    if intent in _NO_DAYS:
        return asked
    of_visit = intent in ("cancel_visit", "change_visit")
    if r.when.unsure_day and not slots.get("date") and not slots.get("weekdays"):
        asked.append("which_visit" if of_visit else "date")
    if intent not in NEAR_NOW and not of_visit and intent not in ("raise_concern", "give_feedback"):
        _, _, open_hour = r.when.clock(nearest=False)
        if open_hour and not slots.get("start") and not slots.get("end"):
            asked.append("start")
    if (
        intent == "change_visit"
        and r.when.times
        and any(t.as_time(half=r.when.half) is None for t in r.when.times)
        and not slots.get("start")
    ):
        asked.append("start")
    if r.when.dinner and not slots.get("start") and intent not in ("raise_concern", "give_feedback", "find_help"):
        asked.append("part_of_day")
    return asked
