"""Words of messages that arrive by themselves: requests, cover, news of visits.

Fields in braces are filled in by flows.
"""

REQUEST = (
    "New request from {for_name}, {area}.\n{title}\n{days}\nFirst visit: {first}.\n"
    "{visits} to {until}, {total} in all.{note}\nPlease say by {answer_by}."
)
MOVE_REQUEST = (
    "{for_name} asks to move a visit with you.\n{title}\nNow: {was}.\nNew time: {first}, {total} in all.{note}\n"
    "If you say no, it stays as it is. Please say by {answer_by}."
)
REQUEST_NOTE = "\nThey say: “{note}”"
ACCEPT, DECLINE, ASK_PERSON = "Yes, I'll do it", "No, I can't", "Talk to a person"

COVER = "{usual} can't come to {for_name}.\n{title}: {slot}.{place}{pay}\nCan you go? Please say by {answer_by}."
COVER_USUAL = "The usual PA"
COVER_PLACE = "\nIt is at {place}."
COVER_PAY = "\nYou would be paid {pay}."
COVER_YES, COVER_NO = "Yes, I can go", "No, I can't"

DEARER = (
    "{usual} can't come {slot}, for {title}.\n{who} can, but it costs {extra} more than you agreed.\n"
    "Is that all right? Please say by {answer_by}."
)
DEARER_YES, DEARER_NO = "Yes, that's fine", "No, leave it"

RENEW = "{title} with {who} ends soon.\nShall it go on to {until}? Please say by {answer_by}."
RENEW_YES, RENEW_NO = "Yes, go on", "No, let it end"

COVERED = "{worker} will come to {for_name} {slot}. {usual} can't come this time."
COVERED_YOU = "{worker} will come {slot}. {usual} can't come this time."
HANDED_TO_DESK = "Nobody has said yes yet to go to {for_name} {slot}. The out-of-hours desk has it now.{number}"
HANDED_TO_DESK_YOU = "Nobody has said yes yet for your visit {slot}. The out-of-hours desk has it now.{number}"
DESK_NUMBER = " You can ring them on {number}."
LOOKING = "{worker} can't come {slot}. I am asking your backup contacts now."
LOOKING_FOR = "{worker} can't come to {for_name} {slot}. I am asking the backup contacts now."
NO_LONGER_NEEDED = "Thank you. {for_name}'s visit {slot} is covered now. You do not need to go."

ACCEPTED = "{provider} has said yes. {visits} booked for {for_name}. The first is {first}."
MOVED = "{provider} has said yes. {for_name}'s visit is now {to}. It was {was}."
MOVE_DECLINED = "{provider} can't move the visit.{reason} It stays as it was: {was}."
MOVE_EXPIRED = "{provider} did not answer in time. The visit stays as it was: {was}."
DECLINED = "{provider} can't do it this time.{reason} No money has been taken. Shall I look for someone else?"
DECLINED_REASON = " They say: “{reason}”"
EXPIRED = "{provider} did not answer in time. No money has been taken. Shall I look for someone else?"
LOOK_AGAIN, NOT_NOW = "Find someone else", "Not now"
SEE_WEEK = "See the week"
ENDING = "{title} with {who} ends on {last}.\nShall it go on? Nothing goes on by itself."
ASK_AGAIN = "Ask for more weeks"
REMINDER = "{worker} is coming {slot}."
CANCELLED_BY_CUSTOMER = "{for_name} does not need you {slot}. That visit is off. The others stay."
LATE = "{worker} is about {minutes} late. They should be there by {at}."
