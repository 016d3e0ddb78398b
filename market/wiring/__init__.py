"""Joining features: who reacts to what has happened. The only place that knows both sides.

An event is named by the feature it happens in; a reaction of a feature to its left is subscribed here by name.
"""

from market.core.events import subscribe
from market.core.jobs import Handler, Outward
from market.payments.handlers import REACTIONS as MONEY
from market.wiring import checking, listing_news, telling, telling_earned, telling_money
from providers.interchange.handlers import WAKES as INTERCHANGE

REACTIONS: dict[str, Handler] = {
    "booking.requested": telling.requested,
    "booking.accepted": telling.accepted,
    "booking.declined": telling.declined,
    "booking.expired": telling.expired,
    "booking.cancelled": telling.booking_cancelled,
    "booking.ending_soon": telling.ending_soon,
    "visit.cancelled": telling.visit_cancelled,
    "visit.changed": telling.visit_changed,
    "visit.missed": telling.visit_missed,
    "listing.published": telling.listing_decided,
    "listing.sent_back": telling.listing_decided,
    "cascade.asked": telling.cover_asked,
    "cascade.dearer": telling.dearer_asked,
    "cascade.covered": telling.covered,
    "cascade.handed_to_desk": telling.handed_to_desk,
    "desk.told": telling.desk_told,
    "shortlist.sent": telling.shortlist_sent,
    "danger.reported": telling.human_told,
    "concern.raised": telling.human_told,
    "handover.requested": telling.human_told,
    "evidence.expiring": checking.expiring,
    "evidence.lapsed": checking.lapsed,
    "application.sent": checking.application_sent,
    "application.decided": checking.application_decided,
    "document.settled": checking.document_settled,
    "reference.asked": checking.referee_asked,
    "reference.reminded": checking.referee_asked,
    "register.answered": checking.register_answered,
    "message.to_call_list": telling.not_delivered,
    "message.given_up": telling.not_delivered,
    **telling_money.REACTIONS,
    **telling_earned.REACTIONS,
}

SUPPLY: dict[str, Handler] = {
    "listing.asked_still_right": listing_news.asked_still_right,
    "listing.change_accepted": listing_news.change_decided,
    "listing.change_refused": listing_news.change_decided,
    "listing.approved": listing_news.change_decided,
    "listing.suspended": listing_news.suspended,
    "listing.expired": listing_news.expired,
    "listing.low_pay": listing_news.low_pay,
    "provider.suspended": listing_news.provider_suspended,
    "provider.listed": listing_news.provider_listed,
    "provider.approved": listing_news.provider_listed,
    "evidence.seen": listing_news.provider_listed,
    "listing.published": listing_news.back_on_show,
    "booking.cancelled": listing_news.request_taken_back,
    "booking.expired": listing_news.request_ran_out,
    "booking.accepted": listing_news.asked_twice,
}
"""What the supply side hears and does. Kinds of their own: an event may have a reaction in both tables."""

HANDLERS: dict[str, Handler | Outward] = {
    **{f"tell.{event}": reaction for event, reaction in REACTIONS.items()},
    **{f"supply.{event}": reaction for event, reaction in SUPPLY.items()},
}


def connect() -> None:
    """Subscribe every reaction. Called once by each process before it records anything; again changes nothing."""
    for event in REACTIONS:
        subscribe(event, f"tell.{event}")
    for event in SUPPLY:
        subscribe(event, f"supply.{event}")
    for event in MONEY:
        subscribe(event, f"payments.on.{event}")
    for event, kind in INTERCHANGE.items():
        subscribe(event, kind)
