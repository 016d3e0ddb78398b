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
    "requested": " (asked, no yes yet)",
}
LATE = " (about {minutes} late)"
MORE = "There are {count} more. See them on the page."

COMING = "{worker} is coming {slot}, for {title}.{about}{late}"
COMING_ASKED = "{worker} was asked to come {slot}, and has not said yes yet."
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

MOVE_READ_BACK = (
    "{worker}'s visit{for_name} {was} would move to {to}. {price} "
    "{provider} must say yes first. Until then it stays as it is.{agree} Shall I ask?"
)
MOVE_SAME = "The price stays {price}."
MOVE_MORE = "It would cost {price}, {difference} more."
MOVE_LESS = "It would cost {price}, {difference} less."
MOVE_FREE = "It costs nothing."
MOVE_ASKED = (
    "I have asked {provider}. The visit stays as it is until they say yes, by {answer_by}. I will tell you the answer."
)
MOVE_TO_WHAT = "What shall it move to?"
MOVE_TO_WHAT_HINT = "Say the new day, the time, or how long."
MOVE_TO_WHAT_SORRY = "I did not get that. For example: Friday at 2pm."
MOVE_ANOTHER_DAY, MOVE_ANOTHER_TIME, MOVE_LENGTH = "Another day", "Another time", "Longer or shorter"
MOVE_DAY = "Which day shall it be?"
MOVE_NOT_WHO = (
    "I can move a visit, but not change who comes. You can ask {worker} for a new visit, and then stop this one."
)
MOVE_ONE_ONLY = "I can move one visit at a time here. To change every week, please use your page, or talk to a person."
CHANGE_DAY, CHANGE_LENGTH, CHANGE_VISIT = "Day", "How long", "Another visit"

WHICH_DAY = "Which day is it?"
"""Asked where the day of a visit was not told."""
