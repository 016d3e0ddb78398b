"""Messages that arrive by themselves, composed from plain values, so that chat, pages and e-mail share one wording.

The market calls these, keeps the buttons (`Store.keep_buttons`) and sends the reply through a channel. Each question
says all there is to know, so that its button is answer enough: the message is the read-back.
"""

from collections.abc import Sequence
from datetime import date, datetime

from bot.messages import Button, Press, Reply
from bot.phrases import saying
from bot.phrases.said import pushed as words
from bot.seen import Accepted, OpenQuestion, Request, Slot, Told, Visit


def human_button() -> Button:
    """Talk to a person: on every message that asks something."""
    return Button(words.ASK_PERSON, "human", press=Press("human", lasting=True))


def _today(now: datetime) -> date:
    return now.astimezone(saying.LONDON).date()


def request_to_provider(request: Request, now: datetime) -> Reply:
    """Ask a provider to take a booking."""
    note = words.REQUEST_NOTE.format(note=request.note) if request.note else ""
    template = words.MOVE_REQUEST if request.moves else words.REQUEST
    text = template.format(
        for_name=request.for_name, area=request.area, title=saying.capital(request.title),
        days=saying.capital(request.days_words),
        first=saying.slot_words(request.first, _today(now)), visits=saying.count(request.visits, "visit"),
        until=saying.plain_date(request.until), total=saying.money(request.total_pence), note=note,
        was=saying.slot_words(request.moves, _today(now)) if request.moves else "",
        answer_by=saying.when(request.answer_by, now),
    )  # fmt: skip
    facts = {"request": request.id}
    yes = Button(words.ACCEPT, "confirm", press=Press("request.accept", facts))
    no = Button(words.DECLINE, "decline", press=Press("request.decline", facts))
    return Reply(text, (yes, no, human_button()))


def question(asked: OpenQuestion, now: datetime) -> Reply:
    """Put a question that a yes or no settles: cover a visit, pay more for cover, renew a booking."""
    makers = {"cover": _cover, "dearer": _dearer, "renew": _renew}
    text, yes_label, no_label = makers[asked.kind](asked, now)
    yes = Button(yes_label, "confirm", press=Press("question.yes", {"question": asked.id}))
    no = Button(no_label, "decline", press=Press("question.no", {"question": asked.id}))
    return Reply(text, (yes, no, human_button()), urgent=asked.kind != "renew")


def _cover(asked: OpenQuestion, now: datetime) -> tuple[str, str, str]:
    text = words.COVER.format(
        usual=asked.usual or words.COVER_USUAL, for_name=asked.for_name, title=saying.capital(asked.title),
        slot=saying.slot_words(asked.slot, _today(now)),
        place=words.COVER_PLACE.format(place=asked.place) if asked.place else "",
        pay=words.COVER_PAY.format(pay=saying.money(asked.pay_pence)) if asked.pay_pence else "",
        answer_by=saying.when(asked.answer_by, now),
    )  # fmt: skip
    return text, words.COVER_YES, words.COVER_NO


def _dearer(asked: OpenQuestion, now: datetime) -> tuple[str, str, str]:
    text = words.DEARER.format(
        usual=asked.usual or words.COVER_USUAL, title=asked.title, slot=saying.at_slot(asked.slot, _today(now)),
        who=asked.who, extra=saying.money(asked.extra_pence), answer_by=saying.when(asked.answer_by, now),
    )  # fmt: skip
    return text, words.DEARER_YES, words.DEARER_NO


def _renew(asked: OpenQuestion, now: datetime) -> tuple[str, str, str]:
    until = saying.plain_date(asked.until) if asked.until else saying.plain_date(asked.slot.start.date())
    text = words.RENEW.format(
        title=saying.capital(asked.title), who=asked.who, until=until, answer_by=saying.when(asked.answer_by, now)
    )
    return text, words.RENEW_YES, words.RENEW_NO


def worker_cannot_come(visit: Visit, now: datetime, *, to_customer: bool) -> Reply:
    """A worker has given a visit up; the backup contacts are being asked."""
    text = (words.LOOKING if to_customer else words.LOOKING_FOR).format(
        worker=_worker(visit), for_name=visit.for_name, slot=_slot(visit, now)
    )
    return Reply(text, (_week_button(visit.person_id), human_button()), urgent=True)


def covered(visit: Visit, usual: str, now: datetime, *, to_customer: bool) -> Reply:
    """Somebody is coming after all. `visit.worker` is who; `usual` who could not."""
    text = (words.COVERED_YOU if to_customer else words.COVERED).format(
        worker=_worker(visit), for_name=visit.for_name, slot=_slot(visit, now), usual=usual or words.COVER_USUAL
    )
    return Reply(text, (_week_button(visit.person_id), human_button()), urgent=True)


def no_longer_needed(asked: OpenQuestion, now: datetime) -> Reply:
    """Tell a backup contact that a question put to them is settled."""
    slot = saying.at_slot(asked.slot, _today(now))
    return Reply(words.NO_LONGER_NEEDED.format(for_name=asked.for_name, slot=slot))


def handed_to_desk(visit: Visit, told: Told, now: datetime, *, to_customer: bool) -> Reply:
    """Nobody could cover; the out-of-hours desk has it."""
    number = words.DESK_NUMBER.format(number=told.number) if told.number else ""
    text = (words.HANDED_TO_DESK_YOU if to_customer else words.HANDED_TO_DESK).format(
        for_name=visit.for_name, slot=_slot(visit, now), number=number
    )
    return Reply(text, (human_button(),), urgent=True)


def booking_accepted(accepted: Accepted, provider: str, person_id: str, now: datetime) -> Reply:
    """Tell who asked, and whom it is for, that the provider has said yes: to new visits, or to moving one."""
    if accepted.moved_from:
        was = saying.slot_words(accepted.moved_from, _today(now))
        moved = words.MOVED.format(
            provider=provider, for_name=accepted.for_name, to=_first(accepted.slots, now), was=was
        )
        return Reply(moved, (_week_button(person_id), human_button()))
    text = words.ACCEPTED.format(
        provider=provider, visits=saying.count(len(accepted.slots), "visit"), for_name=accepted.for_name,
        first=_first(accepted.slots, now),
    )  # fmt: skip
    return Reply(text, (_week_button(person_id), human_button()))


def booking_declined(provider: str, reason: str, need: str, person_id: str) -> Reply:
    """Tell who asked that the provider has said no. `need` is what was searched for, to look again."""
    said = words.DECLINED_REASON.format(reason=reason) if reason else ""
    return _look_again(words.DECLINED.format(provider=provider, reason=said), need, person_id)


def booking_expired(provider: str, need: str, person_id: str) -> Reply:
    """Tell who asked that no answer came in time."""
    return _look_again(words.EXPIRED.format(provider=provider), need, person_id)


def move_declined(provider: str, reason: str, stays: Visit, now: datetime) -> Reply:
    """Tell who asked that the provider can't move the visit: it stays as agreed."""
    said = words.DECLINED_REASON.format(reason=reason) if reason else ""
    return _stays(words.MOVE_DECLINED, provider, said, stays, now)


def move_expired(provider: str, stays: Visit, now: datetime) -> Reply:
    """Tell who asked that no answer came about moving the visit: it stays as agreed."""
    return _stays(words.MOVE_EXPIRED, provider, "", stays, now)


def _stays(template: str, provider: str, reason: str, visit: Visit, now: datetime) -> Reply:
    was = saying.slot_words(Slot(visit.start, visit.end), _today(now))
    text = template.format(provider=provider, reason=reason, was=was)
    return Reply(text, (_week_button(visit.person_id), human_button()))


def visit_cancelled(visit: Visit, now: datetime) -> Reply:
    """Tell a worker that a customer has cancelled one visit."""
    return Reply(words.CANCELLED_BY_CUSTOMER.format(for_name=visit.for_name, slot=_slot(visit, now)))


def running_late(visit: Visit, expected: datetime, now: datetime) -> Reply:
    """Tell the customer, or who watches over them, that a worker is late."""
    minutes = saying.length(visit.minutes_late)
    text = words.LATE.format(worker=_worker(visit), minutes=minutes, at=saying.when(expected, now))
    return Reply(text, (human_button(),), urgent=True)


def ending_soon(title: str, who: str, last: date, url: str) -> Reply:
    """Ask whether a standing booking shall go on. Going on is asking anew: the price is shown first, as it was then."""
    text = words.ENDING.format(title=title, who=who, last=saying.plain_date(last))
    return Reply(text, (Button(words.ASK_AGAIN, "link", url=url), human_button()))


def reminder(visit: Visit, now: datetime) -> Reply:
    """Say who is coming next."""
    text = words.REMINDER.format(worker=_worker(visit), slot=_slot(visit, now))
    return Reply(text, (_week_button(visit.person_id),))


def _look_again(text: str, need: str, person_id: str) -> Reply:
    again = Press("find", {"need": need, "person": person_id})
    later = Button(words.NOT_NOW, "decline", press=Press("home"))
    return Reply(text, (Button(words.LOOK_AGAIN, "option", press=again), later, human_button()))


def _week_button(person_id: str) -> Button:
    return Button(words.SEE_WEEK, "option", press=Press("week", {"person": person_id}, lasting=True))


def _worker(visit: Visit) -> str:
    return visit.worker or visit.provider or words.COVER_USUAL


def _slot(visit: Visit, now: datetime) -> str:
    return saying.at_slot(Slot(visit.start, visit.end), _today(now))


def _first(slots: Sequence[Slot], now: datetime) -> str:
    return saying.slot_words(slots[0], _today(now)) if slots else "not yet set"
