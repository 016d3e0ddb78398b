"""What happens to a change of a listing."""

CHANGED = "listing.changed"
CHANGE_WAITS = "listing.change_waits"
CHANGE_ACCEPTED = "listing.change_accepted"
CHANGE_REFUSED = "listing.change_refused"
