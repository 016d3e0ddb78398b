"""Words about visits: what is on, who is coming, nobody has come, stop one."""

WEEK = "{whose} visits, {first} to {last}:"
DAY = "{whose} visits {day}:"
YOURS, OF = "Your", "{name}'s"
LINE = "• {day}, {time}: {who}{note}"
LINE_PROVIDER = "• {day}, {time}: {who}, {title}{place}"
PLACE = ", at {place}"
NONE_DAY = "There are no visits {day}."
NONE_WEEK = "There are no visits from {first} to {last}."
NONE_WITH = "I can't see a visit from {worker} in the next four weeks."
NEXT_IS = " The next one is {visit}."
NOBODY_SET = "nobody yet"
STATES = {
    "changed": " (changed)",
    "started": " (here now)",
    "completed": " (done)",
    "missed": " (missed)",
    "cancelled": " (stopped)",
    "uncovered": " (looking for someone)",
    "covered": " (covered)",
    "disputed": " (being looked into)",
}
LATE = " (about {minutes} late)"
MORE = "There are {count} more. See them on the page."

COMING = "{worker} is coming {slot}, for {title}.{about}{late}"
COMING_NOBODY = "Nobody is set for the visit {slot} yet. We are looking."
COMING_LATE = " They are about {minutes} late. Look for them at {at}."
HERE_NOW = "{worker} came, and is here until {end}."
NOT_SAID_LATE = " I have not heard that they are late."

NOBODY_DUE = "I can't see a visit that is late now."
NOBODY_READ_BACK = "{worker} was due {slot}. Shall I tell {them} and the desk that nobody has come?"
NOBODY_READ_BACK_NONE = "A visit was due {slot}. Shall I tell the desk that nobody has come?"
THEM = "them"
YES_TELL = "Yes, tell them"
NOBODY_TOLD = "I have told {who}.{by}{number} If anyone is hurt or not safe, ring 999."
TOLD_BY = " You will hear by {by}."
TOLD_NUMBER = " You can ring them on {number}."

CANCEL_READ_BACK = "Stop {worker}'s visit{for_name} {slot}. {charge} Other visits stay. Shall I do that?"
FOR_NAME = " for {name}"
NO_CHARGE = "There is no charge. {why}"
CHARGE = "It will cost {charge}. {why}"
YES_STOP = "Yes, stop it"
CANCELLED = "Done. {worker} will not come {slot}. I have told them."
WHICH_DAY = "Which day is it?"
"""Asked where the day of a visit was not told."""
