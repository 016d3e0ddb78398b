"""What happens to a listing. Search, chat and open requests react to these."""

SUBMITTED = "listing.submitted"
PUBLISHED = "listing.published"
PAUSED = "listing.paused"
SUSPENDED = "listing.suspended"
STALE = "listing.stale"
REMOVED = "listing.removed"
CONFIRMED = "listing.confirmed"
