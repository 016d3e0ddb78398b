"""Joining features: who reacts to what has happened. The only place that knows both sides.

An event is named by the feature it happens in; a reaction of a feature to its left is subscribed here by name.
"""

from market.core.events import subscribe
from market.core.jobs import Handler, Outward
from market.wiring import telling
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
    "message.to_call_list": telling.not_delivered,
    "message.given_up": telling.not_delivered,
}

HANDLERS: dict[str, Handler | Outward] = {f"tell.{event}": reaction for event, reaction in REACTIONS.items()}


def connect() -> None:
    """Subscribe every reaction. Called once by each process before it records anything; again changes nothing."""
    for event in REACTIONS:
        subscribe(event, f"tell.{event}")
    for event, kind in INTERCHANGE.items():
        subscribe(event, kind)
