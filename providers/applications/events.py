"""What happens to an application."""

SENT = "application.sent"
DECIDED = "application.decided"
SIGNED = "conduct.signed"
