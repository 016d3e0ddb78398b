"""What is wanted, as the shortest stretch of the message that says it, spelling as written."""

import re
from collections.abc import Iterable

from bot.understanding.evidence.weighing import RELATION, WORKER
from bot.understanding.words import Message

_WHO = (
    rf"(?:me|us|him|her|them|my {RELATION}|our {RELATION}|the {RELATION}|{RELATION}|an? "
    r"(?:elderly |old )?(?:gentleman|lady|man|woman|client|person)|(?:mr|mrs|miss|ms) \w+|"
    r"client|people|someone|somebody)"
)
_COME = (
    r"(?:come (?:in |over |round |out |along )?(?:and |to )|pop (?:in|round|over) (?:and |to )|"
    r"call (?:in|round) (?:and |to )|nip (?:in|round) (?:and |to )|drop in (?:and |to )|be "
    r"able to |be there to |please |just |go (?:in |round )?(?:and |to )|visit (?:and |to )|"
    r"give (?:me|us|him|her) a hand (?:with|to) |regularly )"
)
_HELP = (
    rf"(?:(?:help|assist|support|aid|give)(?:ing)? (?:out )?(?:{_WHO} )?(?:a (?:bit of a )?hand "
    r")?(?:out )?(?:with |to |in |at |by )?)"
)
_DET = (
    r"(?:a|an|the|some|any|my|me|his|her|their|our|your|bit of|a bit of|little|of|with|more|"
    r"extra|regular|weekly|daily|good|nice|kind|local|reliable|friendly|another|one|just|to|"
    r"for|up|out|proper|cheap|private|part time|few|couple|lady|male|female|double handed|two|"
    r"2|lovely|decent|new|as|that|it|is|be|get|having|have|getting)"
)
_STRIP_LEFT = re.compile(
    rf"^(?:(?:{_DET}|{RELATION} 's|{RELATION}|mr \w+ 's|mrs \w+ 's|sort of|kind of|something "
    r"like|please|also|and|or|,|-|who|does|do|doing|can|could|would|will|come|someone|somebody|"
    r"anyone|anybody) )+"
)
_STRIP_RIGHT = re.compile(
    r"(?: (?:please|thanks|thank you|for|on|at|(?<!sleep )(?<!live )(?<!sit )in|from|to|and|"
    r"the|a|an|of|with|by|or|if|"
    r"possible|asap|urgently|soon|now|me|her|him|them|us|my|is|are|as|please|love|,|-|\.|\?|!|"
    r"too|also|regularly|visits?|calls?|each|every|per|about|around|until|till|again please|"
    r"like|so|up to|once|twice|today|/|near|he|she|they|i|starting|start|but|per week|max))+$"
)
_NOTHING = re.compile(
    r"^(?:(?:carers?|pas?|personal assistants?|workers?|support workers?|care workers?|someone|"
    r"anyone|somebody|anybody|nobody|girls?|lass|lad|lady|woman|chap|arrange|book|booking|down|"
    r"put|extra|week|here|there|suggest|regular|set|up|send|available|free|than|not|leave|male|"
    r"female|morning|afternoon|evening|night|day|days|weekly|daily|back|again|make|see|get|for|"
    rf"with|only|him|her|them|us|me|off|after|all|ok|possible|pm|am|and|or|'s|'|{_DET}|"
    rf"{RELATION}|visits?|calls?|bookings?|help|someone|support|care|come|please|somebody|"
    r"session|appointment|hours?|time|service|you|i|it|in|him|them|x|\d+|hand|package|"
    r"assistance|things|stuff|out|round|over|want|need|slot|person|people|can|who|there|sort|"
    r"organise|next|this|same|again|coming|at home) ?)*$"
)
_STOPS = re.compile(
    r"(?<!\w)(?:please|thanks|thank you|because|as (?:she|he|i|we|they|it|my|mum|dad)|since|so "
    r"(?:that|i|we|she|he)|until|till|from|starting|start|every|each|when|while|if|but|asap|"
    r"urgently|urgent|as soon|soon|straight away|right away|immediately|twice|once|three times|"
    r"\d ?x|x \d|weekly|fortnightly|daily|near|nearby|locally|round here|around here|"
    rf"for (?:my |our |the )?(?:{RELATION}|me|him|her|them|us|an? \w+ (?:lady|man|gentleman|"
    r"woman|client))|for (?:a |an |about |around |half|\d|two|three|couple)|in (?:the "
    r")?(?:morning|afternoon|evening|area)|of an? (?:morning|afternoon|evening)|at (?:night|"
    r"weekends?)|during|on (?:a|the|my|weekdays)|this|next|would (?:be|that)|is that|what|how|"
    r"can you|could you|do you|is there|any ideas|any chance|who|that (?:can|could|will)|"
    r"max|up to|no more|under|budget|£|\d+ (?:hours?|minutes)|an hour|a week|per week|hours? a "
    r"week|and (?:can|could|what|how|is|are|also|do|does|i|we|she|he|when|who|please|it|has|"
    r"how)|she (?:is|has|can|loves|was|likes|needs)|he (?:is|has|can|loves|was|likes|needs)|i "
    r"(?:am|have|can|was|live|need|would)|we (?:are|have|can|live)|also|must|ideally|"
    r"preferably|lives?|based|location|only|double|dbl|two up|handed|f only|m only|before|"
    r"after (?!care)|between|by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"speaking|speaks?|there|then|now|today|again$|tomorrow|tonight|while|too|any(?:one|body)|"
    r"is it|will)(?!\w)"
)
_FRAMES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?:{WORKER}|someone|people|person|one|cover|\w+ carer)(?: (?:local|nice|kind|"
        r"reliable|free|available|new|nearby|good|round here|out there|who is \w+|in \w+|near "
        r"\w+))* (?:who|that|what|to|could|can|would|will)(?: (?:can|could|will|would|might|does|"
        r"do|is able to|is willing to|is happy to|knows how to|be able to|likes to|offers?|"
        rf"provides?|come|also))* (?:{_COME})*(?:{_HELP})?(?!speaks?|is |has |knows|"
        r"drives)(?P<need>\w.*)",
        r"(?<!\w)(?:help|hand|support|assistance|assist|helping|struggl\w+|trouble|difficulty|"
        rf"problems?)(?: (?:for )?{_WHO})?(?: out)? (?:with|to|in|at|getting|around|round)(?: "
        rf"{_WHO} (?:with|to|in))? (?P<need>\w.*)",
        rf"(?<!\w)help (?:{_WHO} )(?P<need>\w.*)",
        r"(?<!\w)(?:anyone|anybody|someone|somebody) (?P<need>(?:do|does|cook|clean|wash|walk|sit|take|help|feed|drive|cut|mow|"
        r"read|push|teach|fix|mend|make|carry|look after|paint|sew|shop|garden|iron)(?!\w).*)",
        r"^who (?:does|do|can|could|would|will|offers|provides|runs|cuts|cleans|might) (?:you have "
        r"(?:who|that|to|for) )?(?P<need>(?!i |you |we )\w.*)",
        rf"(?<!\w)(?:{RELATION}|she|he|they|i|we|client|mr \w+|mrs \w+) (?:really |also |just |now "
        r")?(?:needs?|wants?|could do with|requires?|would like|would love|likes?|fancies)(?: "
        rf"{_WHO})? (?P<need>(?:\w+ )?(?:\w+ing|hair|feet|nails|tea|lunch|meals?|shopping|a \w+|"
        r"some \w+|her \w+|his \w+|my \w+|someone|help|\w+ \w+ing).*)",
        r"(?<!\w)(?:come|pop in|pop round|call|call in|nip round|visit|come over|come round|drop "
        r"in|be here|be round|go in|in|round|over)(?: [a-z0-9:./']+){0,8}? (?:to|and|for) "
        r"(?P<need>(?!be |come |see if|me |us |him |half|noon|monday|\d|two|mum|dad|an? (?:hour|"
        r"couple)|the (?:\d|day)|one|this|half|quarter|ten|eleven|twelve|one|tuesday|wednesday|"
        r"thursday|friday|saturday|sunday|tomorrow|tonight)\w.*)",
        r"(?<!\w)(?:can|could|would|will|please) (?:someone|somebody|anyone|anybody|you|a carer|"
        rf"\w+)(?: please)? (?:{_COME})?(?!come|be |pop|visit|move|swap|change|tell|let|send|book|"
        r"arrange|ring|call|phone)(?P<need>\w.*)",
        r"(?<!\w)(?:looking for|look for|searching for|find|need|needs|needing|want|wants|would "
        r"like|like|could do with|do with|after|is there|are there|know of|have|got|offer|do you "
        r"do|arrange|book|organise|sort out|sort|interested in|recommend|require|requires|provide|"
        r"run|seeking|source|get|set up|any|put|in|fancy|send|wanting|req)(?: (?:me|us|mum|dad|nan|"
        r"her|him|for|in|to have|to find|to book|to get|to arrange|such a thing as|an?|some|any|my "
        r"\w+))* (?P<need>\w.*)",
        r"(?:,|^|\d|am|pm|oclock|past \w+|half \w+|noon|visit|call) (?:to|for) (?P<need>(?!be |an? (?:hour|couple|"
        r"week|visit)|me |us |him |her |them |\d|half|monday|tuesday|wednesday|thursday|friday|saturday|sunday|two|"
        r"three|noon|tomorrow|today|the (?:\d|day|week)|one|my (?:mum|dad)|mum|dad)[a-z]\w*.*)",
        r"^what (?P<need>(?!is |are |time |do |does |would |help |can |have |has |could |will |did |about |i |if )\w.*?) "
        r"(?:is|are) (?:there|available|on offer|about)(?!\w)",
        r"(?<!\w)what (?:would|does|do|will|might) (?P<need>(?!it |i |you |they |we )\w.*?) (?:come to|cost|be|"
        r"set (?:me|us|him|her|you) back|charge|run to)(?!\w)",
        r"(?<!\w)(?:cost|charge|price|rate|much|pay)(?: \w+){0,3} (?:for|is|of|to have|to get|does|are) (?P<need>\w.*)",
        r"(?P<need>(?:cleaning|cleaner|gardening|gardener|shopping|cooking|ironing|laundry|"
        r"companionship|company|personal care|respite|sleep in|waking nights?|lunch club|day "
        r"centre|befriend\w*|transport|lift|meals?|handyman|hairdresser|chiropod\w*|physio|massage|"
        r"sitting service|live in care|washing|bathing).*)",
    )
)
_BROKER_NEED = re.compile(
    r"(?<!\w)(?P<need>(?:(?:complex |light |domestic |community |overnight |short |weekend |"
    r"evening |carer |young onset |gentle |basic |hospital discharge |end of life |palliative |"
    r"medication |meds? |meal |ld |mh |dementia |autism |emergency |weekly |am |pm )*(?:pc|"
    r"personal care|domestics?|cleaning|shopping|sitting service|sits?|sleep ins?|sleep in "
    r"nights?|sleeping nights?|waking nights?|wakings?|live in(?: care(?:r)?)?|respite|"
    r"community access|community support|community|companionship|befriending|meal "
    r"prep(?:aration)?|meals|med(?:ication|s)? prompt\w*|medication support|prompts|hoist "
    r"transfers?|hoisting|hoist|peg feed\w*|reablement|bathing|showering|bath|shower|welfare "
    r"checks?|pop ins?|lunch calls?|tea calls?|bed calls?|lunch club|day (?:centre|opps?|"
    r"opportunities|care|service)|advocacy|payroll|escort\w*|transport|gardening|deep clean\w*|"
    r"declutter\w*|housing support|tenancy support|supported living|shared lives|enabling|"
    r"outreach|swimming|gym|work experience|social support|social inclusion|outings|night "
    r"(?:sit\w*|care)|dementia care|eol care|end of life care|dom care|domiciliary care|carers "
    r"break|carer break|sitting|ironing|laundry|money management|budgeting|cooking|telecare|"
    r"equipment|personal assistant|support planning|isf|managed account|foot care|hairdressing|"
    r"stoma care|epilepsy support|bsl support|befriender|cleaner|gardener|driver))(?: (?:and|&|"
    r"\+|/|,) (?:pc|personal care|meals|meal prep|meds?|medication|shopping|cleaning|"
    r"domestics?|social|companionship|bath\w*|shower\w*|escort\w*|cooking|prompts|community "
    r"access|laundry|hoist\w*|support|respite|ironing))*)(?!\w)"
)
# "Somebody on Christmas Eve at nine to help her to bed": the wish stands after the day.
_LATE_TO = re.compile(
    r"(?<!\w)(?:someone|somebody|anyone|anybody|a carer|a lady|carers|a man|you|people)(?: [a-z0-9:.,']+){1,8}? to "
    r"(?P<need>(?!be |come |me |us |him |her |them |mum|dad|\d|half|quarter|friday|monday)[a-z].*)"
)
# "Mum's haircut next Thursday", "Lunch for gran at 12": what is wanted comes first, with no verb.
_BARE = re.compile(
    rf"^(?:(?:please|hi|hello|hiya|yes|ok|good (?:morning|afternoon|evening)|,|just|an?|the|some|my|our|"
    rf"{RELATION}(?: 's)?|{RELATION} and {RELATION}(?: 's)?) )*(?P<need>(?!i |we |you |can |could |would |"
    r"will |is |are |book |put |let |get |have |send |may |might |she |he |it |there |what |who |needs |wants |would |"
    r"likes? |has |had |was |does |hopes? |and |to |going |do |does |any |someone |somebody |anyone |when |how |if )[a-z].*)"
)
_BARE_OF_A_BROKER = re.compile(
    r"^(?P<need>(?!need|looking|look|find|who|any|someone|somebody|anyone|after|want|urgent|i |we |is |are |do |have |can |could |"
    r"please|hi|hello|client|got|show|what|which|where|struggling|trying|wd |req|an? |the |for |[fm] |\d|gent |lady |man |"
    r"woman |mr |mrs |miss )[a-z]+ .*)",
)
_OUTCOME = re.compile(
    r"(?<!\w)(?:be able to|able to|get back to|get back into|go back to|getting back to|get to|"
    r"if (?:only )?(?:i|we|she|he|mum|dad) could(?: just| only)?|learn to|manage to|love to|like to|"
    r"want to|wants to|hope to|hoping to|hope is to|wish "
    r"(?:i|she|he) could|wish to|dream (?:is|of)|goal is to|goal is|aim is to|wish is to|to be|"
    r"back to|for (?:him|her|mum|dad|nan|them) to|miss|for is to|most is to|do is|hopes to|"
    r"long to|longing to|keen to|determined to|love nothing better than to|is to|add|outcome "
    r":?|would be to|be to|goal :?|put) (?P<need>(?!be able|get back to|go back to|able)\w.*)"
)


def find_need(message: Message, intent: str, cut: Iterable[tuple[int, int]]) -> str | None:
    """The need as written. `cut` are stretches of `plain` that say something else: days, times, prices, places."""
    plain, spans = message.plain, sorted(cut)
    if intent == "add_outcome":
        return _outcome(message)
    if intent == "match_need" and (found := _of_a_broker(message)):
        return found
    if intent == "match_need" and (first := _BARE_OF_A_BROKER.match(plain)):
        trimmed = _trimmed(plain, first.start("need"), first.end("need"), spans)
        if trimmed:
            return message.said(*trimmed)
    for frame in _FRAMES:
        for m in frame.finditer(plain):
            trimmed = _trimmed(plain, m.start("need"), m.end("need"), spans)
            if trimmed:
                return message.said(*trimmed)
    if late := _LATE_TO.search(plain):
        trimmed = _trimmed(plain, late.start("need"), late.end("need"), spans)
        if trimmed:
            return message.said(*trimmed)
    if intent != "ask_cost" and (bare := _BARE.match(plain)):
        trimmed = _trimmed(plain, bare.start("need"), bare.end("need"), spans)
        return message.said(*trimmed) if trimmed else None
    return None


def _of_a_broker(message: Message) -> str | None:
    best: re.Match[str] | None = None
    for m in _BROKER_NEED.finditer(message.plain):
        told = message.plain[: m.start("need")].endswith((" for ", "with ", ": ", "need ", "needs "))
        if best is None or (told and len(m["need"]) >= 2):
            best = m
    return message.said(best.start("need"), best.end("need")) if best else None


def _outcome(message: Message) -> str | None:
    plain = message.plain
    matches = list(_OUTCOME.finditer(plain))
    if not matches:
        return None
    start = matches[0].start("need")
    while inner := _OUTCOME.match(plain, start):
        start = inner.start("need")
    end = re.search(
        r" ?[.!?\n]| , (?:but|can|could|is that|do you|any|please)| (?:please|to my plan|in my "
        r"plan|on my plan)(?!\w)|$",
        plain[start:],
    )
    assert end is not None  # the end of the text always matches
    stop = start + end.start()
    left = _STRIP_OUTCOME.match(plain[start:stop])
    start += left.end() if left else 0
    return message.said(start, stop) or None


_STRIP_OUTCOME = re.compile(r"^(?:(?:be able to|able to|get back to|go back to|to|add) )+")


def _trimmed(plain: str, start: int, end: int, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Cut at whatever says something else, then lose the small words at both ends; None if nothing is left."""
    for s, e in spans:
        if s <= start < e or (s >= start and not plain[start:s].strip()):
            start = max(start, e)
    stop = min([end, *(s for s, _ in spans if s > start)])
    mark = re.search(r"[.!?;:\n()]", plain[start:stop])
    stop = start + mark.start() if mark else stop
    start += _left(plain[start:stop])
    halt = _STOPS.search(plain, start, stop)
    while halt and halt.start() <= start + 1 and halt.end() < stop:
        start = halt.end() + 1
        start += _left(plain[start:stop])
        halt = _STOPS.search(plain, start, stop)
    stop = halt.start() if halt else stop
    comma = plain.find(" ,", start, stop)
    if comma > 0 and not re.match(r" , (?:\w+ing|\w+)(?: (?:and|,)|$)", plain[comma:stop]):
        stop = comma
    text = plain[start:stop].rstrip()
    right = _STRIP_RIGHT.search(text)
    text = text[: right.start()] if right else text
    if not text.strip(" ,-") or _NOTHING.match(text):
        return None
    return start, start + len(text)


def _left(text: str) -> int:
    blank = len(text) - len(text.lstrip())
    m = _STRIP_LEFT.match(text[blank:])
    return blank + (m.end() if m else 0)
