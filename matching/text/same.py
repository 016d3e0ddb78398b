"""Words that come to the same: irregular forms, and everyday words with one meaning here."""

import re
from typing import Final

_IRREGULAR: Final = """
fall = fell fallen; eat = ate eaten; sleep = slept; drive = drove driven driving driver drivers; sing = sang
sung singing; forget = forgot forgotten forgetful; lose = lost loss losing; swim = swam swum; write = wrote
written writing; buy = bought; teach = taught; think = thought; break = broke broken; man = men; woman = women;
foot = feet; tooth = teeth; child = children kids kid; mouse = mice; wife = wives; live = lives; die = died dies
dead death; terminal = dying; purpose = useful useless; hide = hid; ring = rang rung; speak = spoke spoken; wear = wore worn; drink = drank
drunk drinking; pay = paid; sit = sat sitter sitters sitting; shake = shook shaky; wake = woke woken awake; grow
= grew grown; meet = met; feed = fed; bath = bathing baths bathe bathed; knit = knitted; shave = shaving; dance
= dancing; cook = cookery cooker; garden = gardener gardening gardens; clean = cleaner cleaners; tyre = tyres;
deaf = deafness; lonely = loneliness lonesome; blind = blindness; autism = autistic; shop = shopping shopper;
bank = banking; benefit = benefits; tablet = tablets
"""
_GROUPS: Final = """
dad = father daddy dada pa; mum = mother mam mom mummy mama; gran = nan granny grandma nana nanna grandmother;
husband = hubby hubbie; wife = missus; telly = tv television; phone = telephone mobile smartphone; doctor = gp
doctors; scared = frightened afraid terrified fearful petrified; dementia = alzheimer alzheimers; exhausted =
knackered shattered drained; toilet = loo lavatory lav bathroom; film = movie movies films pictures; grandchild
= grandchildren grandkids grandson granddaughter grandsons grandkid; bike = bicycle cycling cycle cycles bikes;
football = footie footy soccer; computer = laptop pc computers; supermarket = tesco asda sainsburys lidl aldi
morrisons waitrose; medicine = medicines medication tablet pill pills meds medications; cheap = cheaper
affordable cheapest inexpensive; tea = cuppa brew; talk = chat natter chinwag gossip conversation; hoover =
vacuum vacuuming hoovering; job = jobs employment; wheelchair = powerchair; hospital = infirmary; dinner =
dinners; friend = friends pal pals mate mates buddy; carer = caregiver carers; letter = letters post mail; money
= cash; bin = rubbish bins; lift = lifts; toenail = toenails; veteran = veterans ex-serviceman; worry = worried
worries worrying; anxious = anxiety; depressed = depression depressing; company = companion companionship;
church = chapel; synagogue = shul; mosque = masjid; swim = swims swimmer; walk = walks walker
"""


def _read(groups: str) -> dict[str, str]:
    """ "one = other another; two = ..." as each word to the first."""
    parts = (group.split(" = ") for group in groups.replace("\n", " ").strip().split("; "))
    return {word: one for one, others in parts for word in others.split()}


SAME: Final = _read(_IRREGULAR)
"""Irregular forms, the same everywhere."""
MEANT: Final = _read(_GROUPS)
"""Looser sameness, for the needs layer alone: a tablet may be a pill or a screen."""

_TOGETHER: Final = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), into)
    for pattern, into in (
        # Wanting to do a thing on one's own is not being alone.
        (
            r"((?:able|learn|learns|manage|wants?|like|able) to (?:\w+ ){1,8}?)"
            r"(?:on (?:my|her|his|their) own|by (?:my|her|him|them)sel(?:f|ves))",
            r"\1independently",
        ),
        (
            r"(?:on|by|all on) (?:my|her|his|their|our|your) own|(?:by|all by) (?:my|her|him|their|"
            r"your)sel(?:f|ves)|alone|lonely|isolated|loneliness",
            "alone",
        ),
        (r"no ?one|no-one|nobody|not anyone|not a soul|never see anyone|haven't got anyone", "nobody"),
        (
            r"pass(?:ed|es|ing) away|passed on|passed|popped off|no longer with us|(?:since|after) (?:we|"
            r"i) lost|widow(?:ed|er|s)?|buried|bereaved",
            "die",
        ),
        (r"(?:get|gets|getting|got|go|goes|going|went|take \w+|gets? \w+) out(?: and about)?(?! of)", "goout"),
        (
            r"(?:get|gets|getting|go|goes|going) out of (?:the )?(?:house|flat|home)|leav(?:e|es|"
            r"ing) the (?:house|flat|bungalow)",
            "goout",
        ),
        (
            r"look(?:s|ing|ed)? after|car(?:e|es|ing) for|tak(?:e|es|ing) care of|full[- ]time carer|i'm (?:a|"
            r"his|her) carer",
            "lookafter",
        ),
        (r"out of breath|short of breath|breathless|can't breathe properly", "breathless"),
        (
            r"worn out|tired out|burnt out|burned out|done in|run ragged|at (?:my|our) wits'? end|"
            r"end of (?:my|our|the) (?:tether|rope)|on (?:my|our|their) (?:last legs|knees)|dead on (?:my|our) feet",
            "exhausted",
        ),
        (r"(?:get|gets|getting|got) (?:\w+ )?up(?: in the morning)?|out of bed", "getup"),
        (r"make ends meet|hard up|on the breadline|no money|skint|brassic|penniless|broke", "skint"),
        (r"fed up|browned off|cheesed off", "unhappy"),
        (r"look(?:s|ing)? forward", "lookforward"),
        (r"give(?:n|s)? up|gave up|giving up|had to stop|had to give up|packed in", "giveup"),
        (r"day(?:s)? out|outings?", "dayout"),
        (r"keep(?:ing|s)? fit", "fit"),
        (r"at night|in the night|all night|night ?times?|overnight|after dark|small hours|every night", "night"),
        (r"meet(?:ing)? (?:new )?(?:people|others|folk)|make (?:new )?friends|making friends", "meet friend"),
        (r"black and white|back home", "home"),
        (
            r"can't be left|cannot be left|can't leave (?:him|her|them|mum|dad)(?: on (?:his|her) own)?|"
            r"can't leave (?:my|the) \w+",
            "cantleave",
        ),
        (
            r"time to (?:my|our)sel(?:f|ves)|time off|me time|breathing space|breather|a break|breaks|respite|"
            r"an? (?:hour|few hours|afternoon|day) off",
            "break",
        ),
        (r"had enough|can't cope|cannot cope|can't go on|not coping|struggling to cope", "cantcope"),
        (r"bed ?bound|bedridden|stuck in bed|confined to bed|in bed all day", "bedbound"),
        (r"house ?bound|stuck (?:in|indoors|at home)|trapped (?:in|indoors|at home)|cooped up", "housebound"),
        (
            r"(?:something|anything|things|nothing|owt|summat|what|"
            r"activities)(?: \w+)? (?:for \w+(?: \w+)?(?: \w+)? )?to do"
            r"(?! with)(?: all day)?|(?:time on|at a loose end|twiddling)(?: \w+ (?:hands|thumbs))?",
            "somethingtodo",
        ),
        (
            r"(?:(?:bit of|little|some|more|extra|general|need) )?(?:help|hand|support)(?: out)? (?:at home|"
            r"(?:a)?round the (?:house|home)|"
            r"in the (?:house|home))|(?:bit of|little|some|bit) help",
            "homehelp",
        ),
        (r"well[- ]?being", "wellbeing"),
        (
            r"old age pensioners?|oaps?|pensioners?|elderly|seniors?|over (?:50|55|60|65)s?|older people|"
            r"old people|old folk",
            "older",
        ),
    )
)
_LOST: Final = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|unable to|not able to|can no longer|no longer|struggl(?:e|es|"
    r"ing) (?:to|with)|hard to|difficult(?:y)?(?: to)?|trouble|"
    r"stopped|used to|miss|misses|missing|doesn't|don't|won't|isn't|not|never|forgets? to|refus(?:e|"
    r"es|ing) to)\s+(?:\w+\s+)?",
)


def together(text: str) -> str:
    """Lower-case text with set phrases made one word, so that "on my own" and "alone" meet."""
    lowered = text.lower()
    for pattern, into in _TOGETHER:
        lowered = pattern.sub(into, lowered)
    return lowered


def lost_verbs(text: str) -> list[str]:
    """What the text says somebody cannot, does not or no longer do: the word after each such turn."""
    found: list[str] = []
    for turn in _LOST.finditer(text.lower()):
        following = re.match(r"[a-z']+", text[turn.end() :].lower())
        before = turn.group().split()
        for word in (following.group() if following else "", before[-1] if len(before) > 1 else ""):
            if len(word) > 2:
                found.append(word)
    return found
