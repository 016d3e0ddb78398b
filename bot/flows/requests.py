"""A provider's requests: see them, say yes, say no with a reason."""

from collections.abc import Sequence

from bot.flows import pushed
from bot.flows.which_visit import matching
from bot.messages import Button, Press, Reply
from bot.phrases import saying
from bot.phrases.said import home
from bot.phrases.said import work as words
from bot.questions import Option, Question
from bot.seen import Request, Visit
from bot.talk import Act, Ask, Facts, Flow, ReadBack, Say, Step, Talk, menu_button, say, slots_of

REASONS = (words.REASON_TIMES, words.REASON_FAR, words.REASON_FULL, words.REASON_NONE)
REASON = Question(
    "reason", "text", words.WHY_NOT, words.WHY_NOT_SORRY,
    options=tuple(Option("-" if r == words.REASON_NONE else r, r) for r in REASONS),
)  # fmt: skip


def show(talk: Talk, facts: Facts) -> Step:
    """The requests waiting, soonest to expire first: the first in full, the others on one button each."""
    waiting = talk.desk.requests()
    if not waiting:
        return say(words.NO_REQUESTS, menu_button(home.MY_VISITS, "list_visits"))
    full = pushed.request_to_provider(waiting[0], talk.now)
    lead = words.SO_MANY.format(count=saying.count(len(waiting), "new request")) + "\n" if len(waiting) > 1 else ""
    others = tuple(menu_button_for(r, talk) for r in waiting[1:3])
    return Say((Reply(lead + full.text, (*full.buttons[:2], *others, *full.buttons[2:])),))


def menu_button_for(request: Request, talk: Talk) -> Button:
    """A button that shows one request in full."""
    return Button(label(request, talk), "option", press=Press("request.show", {"request": request.id}, lasting=True))


def label(request: Request, talk: Talk) -> str:
    """ "Elsie, tomorrow, 9am to 10am"."""
    return f"{request.for_name}, {saying.slot_words(request.first, talk.today)}"


def _which(talk: Talk, facts: Facts) -> Request | Ask | Say:
    waiting = talk.desk.requests()
    if not waiting:
        return say(words.NO_REQUESTS, menu_button(home.MY_VISITS, "list_visits"))
    if chosen := facts.get("request_id"):
        meant: Sequence[Request] = [r for r in waiting if r.id == chosen]
    else:
        meant = _told(waiting, facts)
    if len(meant) == 1:
        return meant[0]
    options = tuple(Option(r.id, label(r, talk)) for r in (meant or waiting)[:4])
    asked = Question("request_id", "choice", words.WHICH_REQUEST, words.WHICH_REQUEST_SORRY, options=options)
    return Ask(asked, facts)


def _told(waiting: Sequence[Request], facts: Facts) -> list[Request]:
    """The requests that what was told fits, by their first visit."""
    told = dict(facts.get("which_visit") or {})
    if facts.get("weekdays") or facts.get("date"):
        told = {**told, "date": told.get("date") or facts.get("date")}
    firsts = {r.id: Visit(r.id, "", r.for_name, r.title, r.first.start, r.first.end) for r in waiting}
    alike = {v.id for v in matching(list(firsts.values()), told)}
    return [r for r in waiting if r.id in alike]


def accept(talk: Talk, facts: Facts) -> Step:
    """Read back the whole request before the yes."""
    request = _which(talk, facts)
    if not isinstance(request, Request):
        return request
    template = words.ACCEPT_MOVE_READ_BACK if request.moves else words.ACCEPT_READ_BACK
    text = template.format(**_parts(request, talk))
    return ReadBack(text, {**facts, "request_id": request.id}, yes=words.YES_ACCEPT)


def accept_it(talk: Talk, facts: Facts) -> Step:
    """Say yes to the asker."""
    return accepted(talk, str(facts["request_id"]))


def accepted(talk: Talk, request_id: str) -> Say:
    """Accept, and say what is now planned. Also what the button of a pushed request does."""
    done = talk.desk.accept(request_id, talk.key)
    first = saying.slot_words(done.slots[0], talk.today)
    template = words.ACCEPTED_MOVE if done.moved_from else words.ACCEPTED
    text = template.format(visits=saying.count(len(done.slots), "visit"), for_name=done.for_name, first=first)
    return say(text, menu_button(home.MY_VISITS, "list_visits"))


def decline(talk: Talk, facts: Facts) -> Step:
    """Ask why, if they will say, and read back; the button of a pushed request has shown it all already."""
    request = _which(talk, facts)
    if not isinstance(request, Request):
        return request
    facts = {**facts, "request_id": request.id}
    if not facts.get("reason"):
        return Ask(REASON, facts)
    if facts.get("pressed"):
        return Act(facts)
    reason = words.REASON.format(reason=facts["reason"]) if facts["reason"] != "-" else ""
    template = words.DECLINE_MOVE_READ_BACK if request.moves else words.DECLINE_READ_BACK
    text = template.format(reason=reason, **_parts(request, talk))
    return ReadBack(text, facts, yes=words.YES_DECLINE)


def decline_it(talk: Talk, facts: Facts) -> Step:
    """Say no to the asker, with the reason if one was given."""
    reason = "" if facts["reason"] == "-" else str(facts["reason"])
    talk.desk.decline(str(facts["request_id"]), reason, talk.key)
    return say(words.DECLINED, menu_button(home.REQUESTS, "list_requests"))


def _parts(request: Request, talk: Talk) -> dict[str, str]:
    return {
        "for_name": request.for_name,
        "title": request.title,
        "days": request.days_words,
        "first": saying.slot_words(request.first, talk.today),
        "visits": saying.count(request.visits, "visit"),
        "total": saying.money(request.total_pence),
        "was": saying.slot_words(request.moves, talk.today) if request.moves else "",
    }


REQUESTS = Flow("requests", slots_of, show)
ACCEPT = Flow("accept", slots_of, accept, accept_it)
DECLINE = Flow("decline", slots_of, decline, decline_it)
