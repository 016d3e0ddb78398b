"""What happens to evidence."""

LAPSED = "evidence.lapsed"
SEEN = "evidence.seen"
