"""What happens to a reference. The words of an answer never stand in an event."""

ASKED = "reference.asked"
REMINDED = "reference.reminded"
ANSWERED = "reference.answered"
SAID_NO = "reference.said_no"
SETTLED = "reference.settled"
