"""Signs that a confused or frail person is missing."""

from matching.signs.reading import sign

_WORDS = {
    "left": r"""
    (?:gone|wandered|walked|disappeared|missing|vanished|not (?:come|came|got|been) (?:back|home)|got out|slipped out|
    left the house|went out|gone out|walked out|wandered out|gone off|gone awol|awol|gone walkabout|took off|
    not (?:here|
    in (?:his|her|the) (?:room|bed|house|flat|chair|garden|bungalow)|at home|in bed|home)|nowhere to be (?:found|
    seen)|lost|
    let (?:him|her)self out|escaped|done a runner|legged it|scarpered|flown the coop)
    """,
    "old": r"""
    (?:he|she|mum|mam|mom|mother|dad|father|nan|nana|nanna|gran|granny|grandma|grandad|grandpa|husband|wife|client|
    customer|
    resident|service user|uncle|aunt|auntie|(?:mr|mrs|ms|miss) [a-z]+|gentleman|lady|old (?:man|lady|chap)|brother|
    sister|
    son|daughter|lad|him|her)
    """,
}

MISSING = (
    sign(
        "missing",
        r"""
        <old> (?:(?:is|has|have|has just|had|are|must have|been) )?(?:\w+ ){0,2}?<left>(?! (?:(?:weight|interest|
        appetite|
        (?:his|her|my|the|their) (?:\w+ )?(?:glasses|keys|hearing|teeth|purse|phone|wallet|way (?:with|around)|
        licen[cs]e|
        job|confidence|sense|marbles|temper|remote|stick|card|memory|voice|bus|sight|husband|wife|independence|rag|
        spark|
        sparkle|mind)|a|touch|to (?:bed|the (?:shops?|pub|day|dentist|hospital|doctors?|hairdressers?)|hospital|
        sleep|live|
        respite|visit|stay|church|bingo|work|town|seed|my|her|his|a|day)|into (?:hospital|respite|a|the (?:home|
        hospital))|
        downhill|off (?:the idea|his|her|food|it|on holiday|me|to|with (?:the|friends))|quiet|deaf|blind|home|shopping|
        through|well|very|so|really|back to|mad|grey|for (?:a|the|respite|ages)|on (?:holiday|about)|private|up|
        down|thin|
        and (?:booked|done|got|bought)|straight|swimming|fishing|over|part|outside|under|wrong|in (?:for|to|
        hospital)|fast|
        crackers|without|overboard|with (?:my|the|his|her)))(?!\w))
        """,
        words=_WORDS,
        weight=0.6,
        figure=r"""
        off (?:the )?(?:subject|topic|point)|keeps?|was found|always|sometimes|at night (?:and|so)|door sensor|
        tracker|alert|used to|stop (?:him|her)|
        need (?:someone|a|help)|since (?:my|dad|mum|he|she) (?:died|passed)|lonely|lost without|english has|
        (?:not )?been out (?:for|in|since)|gone too soon|bereave\w*|would love|misses|missing (?:his|her|you|the|
        out|me|a|
        lunch|meals|dad|mum)|dog|cat|tends to|likes to|can not (?:go|get) out|to (?:bed|hospital|bingo|church)|if
        """,
    ),
    sign(
        "missing",
        r"""
        dementia|alzheimers?|confus\w+|memory|forgets? (?:where|who|how)|nightie|nightdress|night ?dress|slippers|
        py?jamas|
        pjs|dressing gown|does not know (?:where|who|the way)|do not know where (?:he|she) (?:is|has|went)|muddled|
        no coat|
        without (?:a|his|her) (?:coat|shoes|stick|keys|phone)|frail|vulnerable|in (?:the|this) (?:dark|snow|cold|rain)|
        freezing|dark|wandering|he is (?:8|9)\d|she is (?:8|9)\d|(?:8|9)\d years? old|barefoot|no shoes|
        learning disab\w*|
        down is syndrome|autis\w*|not (?:himself|herself)
        """,
        weight=0.3,
    ),
    sign(
        "missing",
        r"""
        (?:can not|could not|not able to) find (?:him|her|them|mum|mam|dad|nan|nana|gran|grandad|my (?:mum|dad|
        husband|wife|nan|mother|father|gran|
        brother|son|sister|daughter)|(?:mr|mrs|ms|miss) \w+)(?! (?:(?:a|any|someone|something|the right|glasses|
        keys|purse|
        phone|hearing|teeth|pills|tablets|slippers))(?!\w))
        """,
        words=_WORDS,
        weight=0.5,
        figure=r"worker|carers?|agency|any(?:one|where) to",
    ),
    sign(
        "missing",
        r"""
        lost (?:mum|mam|dad|nan|gran|grandad|him|her|my (?:mum|dad|
        husband|wife|nan)) (?:at|in|on|outside|by|near)(?! (?:(?:\d|the (?:spring|summer|autumn|winter|war|new year)|
        january|february|march|april|may|june|july|august|sept\w*|oct\w*|nov\w*|dec\w*|childbirth|christmas|covid|
        lockdown))(?!\w))|coat (?:is )?still|handbag (?:is )?(?:still )?here|no sign of (?:him|her|mum|dad|nan|gran|
        grandad|
        my \w+|(?:mr|mrs|ms) \w+)|(?:looked|searched|searching|looking) (?:everywhere|for (?:him|her|mum|dad|nan)|
        all over|
        high and low|the streets)|(?:bed|room|house|flat|chair|bungalow) is empty|empty bed|(?:front |back )?(?:door|
        gate) (?:is |was |has been |left )?(?:wide |been left )?open|gone (?:for )?(?:hours|an hour|ages|
        all (?:night|day)|
        since)|been (?:gone|missing|out) (?:for )?(?:hours|an hour|two hours|ages|all night|since|\w+ hours)|
        gone missing|
        reported missing|(?:is|has been) missing|wander(?:ed|ing) (?:off|out|away|the streets?|down the|along the|
        about (?:in|outside))|any idea where (?:he|she)|where (?:he|she|mum|dad|nan) (?:is|has gone|went)|
        should have been (?:back|home)|never came (?:back|home)|not (?:come|came|been) (?:back|home)|no idea where|
        out (?:in|on) the (?:street|road|snow|main road)|along the (?:main road|dual carriageway|motorway|bypass|
        railway)|
        on the (?:main road|dual carriageway|railway line|motorway)|vanished|wander(?:ed|ing) off
        """,
        words=_WORDS,
        weight=0.5,
        figure=r"""
        keeps|was found|worker|carers?|(?:pa|agency|parcel|money|purse|cat|dog|card|post|delivery|cleaner|driver|
        taxi|key|
        keys|glasses|phone|remote|kitten|tortoise|hearing aids?|teeth|medication|tablets|ring|watch|wallet|
        paper ?work|form|
        letter|laundry|clothes)(?: \w+){0,3} (?:missing|gone|vanish\w*|not come)|always|sometimes|a lot|prone|
        stop (?:him|
        her)|tends|likes|door sensor|tracker|alert|how can|what can we|in his own|visit|nobody|
        no one (?:has )?(?:come|came|
        here|been)|donna|open (?:for|to|at|until|day)|days out|at times
        """,
    ),
    sign(
        "missing",
        r"""
        (?:no one|none of us|neighbours have not|police have not) (?:has |have )?(?:seen|heard from|found) (?:him|
        her|them|mum|dad|nan|hide nor hair)|not been seen since|(?:left|walked out of|wandered out of) the (?:house|
        home|flat|building)(?: \w+){0,6} (?:ago|this morning|last night|at \d|not back|hours)
        """,
        weight=0.6,
        figure=r"worker|carers?|agency|nurse|doctor|keeps|always|for (?:weeks|months|years)|lonely",
    ),
    sign(
        "missing",
        r"""
        (?:drove|driven|gone|went) off(?: \w+){0,6} (?:ago|hours|this morning|
        last night)(?: [a-z,]+){0,8} (?:not answering|dementia|alzheimers|confused|not (?:come|been) (?:back|home)|
        no phone)
        """,
        figure=r"worker|carers?|agency|always",
    ),
)
