"""Which flow serves which intent. The one place where flows are listed."""

from bot.flows import (
    book,
    broker,
    care,
    find,
    home,
    manner,
    move_visit,
    nobody_came,
    requests,
    settle,
    stop_visit,
    undo,
    visits,
    work,
)
from bot.talk import Flow

FLOWS: dict[str, Flow] = {
    flow.name: flow
    for flow in (
        find.FIND, book.BOOK, visits.WEEK, visits.COMING, visits.LATE_QUERY, nobody_came.NOBODY, stop_visit.STOP_ONE,
        move_visit.MOVE_ONE,
        requests.REQUESTS, requests.ACCEPT, requests.DECLINE, work.CANNOT_COME, work.RUNNING_LATE, work.ARRIVED,
        work.FINISHED, settle.SETTLE, settle.ASKED, care.BALANCE, care.PAY, care.HOPE, care.WORRY, broker.CASELOAD, broker.CLIENT,
        manner.MANNER_FLOW, manner.STOP, manner.START, manner.LINK, manner.UNLOCK, manner.HUMAN, home.TO_PAGE,
        home.FEEDBACK, undo.UNDO,
    )
}  # fmt: skip

BY_INTENT = {
    "find_help": "find",
    "ask_cost": "find",
    "match_need": "find",
    "book_visit": "book",
    "list_visits": "week",
    "who_is_coming": "coming",
    "worker_late_query": "late_query",
    "worker_not_arrived": "nobody",
    "cancel_visit": "stop_one",
    "list_requests": "requests",
    "accept_request": "accept",
    "decline_request": "decline",
    "cannot_come": "cannot_come",
    "running_late": "running_late",
    "arrived": "arrived",
    "finished": "finished",
    "ask_balance": "balance",
    "add_outcome": "hope",
    "raise_concern": "worry",
    "talk_to_human": "human",
    "caseload": "caseload",
    "client_status": "client",
    "change_how_we_talk": "manner",
    "stop_messages": "stop",
    "start_messages": "start",
    "link_account": "link",
    "open_questions": "asked",
    "give_feedback": "feedback",
    **dict.fromkeys(home.PAGES, "to_page"),
    "pay": "pay",
    "change_visit": "move_one",
}

INTERRUPTS = frozenset(BY_INTENT) - {
    "find_help", "ask_cost", "match_need", "book_visit", "change_visit", "accept_request", "decline_request",
    "add_outcome", "give_feedback", "change_availability", "link_account",
}  # fmt: skip
"""Intents clear enough to be taken up in the middle of another question."""
