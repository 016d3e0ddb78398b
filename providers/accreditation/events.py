"""What happens to evidence."""

LAPSED = "evidence.lapsed"
EXPIRING = "evidence.expiring"
SEEN = "evidence.seen"
