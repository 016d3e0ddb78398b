"""Words of the first page of the chat, of greetings, and of what the chat cannot do."""

HELLO = "Hello {name}. What would you like to do?"
HELLO_VISITOR = "Hello. I can help you find someone kind to help, near you. What would you like to do?"
WHO_I_AM = (
    "I am the Alongside helper. I am a computer, not a person. I can find, book and keep track of support with you. "
    "You can talk to a person too."
)
AGAIN = "I asked this."
THANKS = "You are welcome."
HELP = "Tell me in your own words, or press a button."
NOT_UNDERSTOOD = "I am not sure what you need. Tell me in your own words, or press a button."
OUT_OF_SCOPE = "I can't help with that. I can help you find, book and keep track of support."
OUT_OF_DATE = "That's out of date."
ANSWERED_ALREADY = "That is answered already. Nothing was done twice."
NOTHING_DONE = "All right. Nothing has been done."
BACK_TO = "Now, back to where we were."
ALSO = "You also asked about something else: {what}. Shall we do that now?"
ALSO_YES = "Yes, that too"
NO_THANKS = "No, thank you"
VOICE = "I can't listen to voice notes yet. Please type it, or talk to a person."
PICTURE = "I can't look at pictures here. Please type it, or talk to a person."
OTHER_KIND = "I can't open that here. Please type it, or talk to a person."
EMPTY = "I did not get any words. Please type it again, or press a button."
TOO_LONG = "That is a long message, and I may miss some of it. Please say it in a few short lines."
GO_TO_PAGE = "For {what}, please use your page."
OPEN_PAGE = "Open the page"
FEEDBACK = "Thank you for telling me. Would you like a person to read it?"
TO_A_PERSON = "Yes, pass it on"
CHANGE, YES, NO = "Change", "Yes", "No"
WAY_BACK = "Back to my question"
GO_ON = "What can I do here?"
WHAT_TO_CHANGE = "What shall I change?"
WHAT_TO_CHANGE_SORRY = "Please press one of these."
CONFIRM_SORRY = "Please say Yes or No."
WHICH_YES = "I want to be sure which one you mean. Is it about this?"
UNDO = "Undo"
UNDO_TOO_LATE = "It is too late to undo that. A person can help."
NOTHING_TO_UNDO = "There is nothing I can undo now."
UNDONE_ASK = "I have taken that back. Nothing is kept or paid."
UNDONE = "I have put that back as it was."
YES_TO_WHAT = "I am not sure which thing that is about."

WHO_IS_COMING = "Who is coming?"
NOBODY_HAS_COME = "Nobody has come"
FIND_HELP = "Find help"
FIND_THIS = "Find help with this"
SEE_WEEK = "See the week"
MONEY_LEFT = "Money left"
REQUESTS = "New requests"
MY_VISITS = "My visits"
CANNOT_COME = "I can't come"
CASELOAD = "My caseload"
FIND_MATCH = "Find a match"
ASKED_OF_ME = "What I am asked"
HAVE_CODE = "I have a code"
TALK_TO_PERSON = "Talk to a person"

WHAT_IT_IS = {
    "ask_cost": "what it costs",
    "ask_balance": "the money left",
    "book_visit": "booking a visit",
    "find_help": "finding help",
    "list_visits": "the visits",
    "who_is_coming": "who is coming",
    "cancel_visit": "stopping a visit",
    "change_visit": "moving a visit",
    "cannot_come": "a visit you can't do",
    "ask_pay_due": "your pay",
    "pay": "paying",
    "worker_not_arrived": "someone who has not come",
    "worker_late_query": "someone who is late",
    "talk_to_human": "talking to a person",
    "raise_concern": "a worry",
    "list_requests": "new requests",
    "change_availability": "when you are free",
    "set_backup_contact": "a backup contact",
    "add_outcome": "what you would like to do",
    "give_feedback": "how it went",
    "client_status": "how a client stands",
    "caseload": "your caseload",
    "match_need": "a match",
    "accept_request": "saying yes to a request",
    "decline_request": "saying no to a request",
    "running_late": "running late",
    "arrived": "getting to a visit",
    "finished": "leaving a visit",
    "change_how_we_talk": "how we talk",
    "stop_messages": "stopping messages",
    "start_messages": "messages",
    "link_account": "your code",
    "open_questions": "what you are asked",
}
