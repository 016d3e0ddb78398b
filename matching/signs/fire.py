"""Signs of fire, smoke, escaping gas and carbon monoxide."""

from matching.signs.reading import sign

_WORDS = {
    "thing": r"""
    (?:house|home|kitchen|pan|cooker|oven|hob|toaster|grill|bed|sofa|settee|chair|armchair|curtains?|microwave|
    dryer|drier|
    tumble|shed|bin|bins|flat|room|bedroom|hair|sleeve|nightie|clothes|blanket|bedding|duvet|telly|tv|plug|socket|
    charger|
    scooter|battery|building|roof|garage|chimney|next door|it|hoover|heater|lamp|candle|cushion|carpet|rug|tea ?towel|
    cardigan|dressing gown|washing machine|dishwasher|fridge|freezer|boiler|wires?|wiring|fuse ?box|extension|lead|
    fryer|
    chip|chips|paper|cardboard|stove|everything|loft|lounge|hall|bungalow|place|pot|saucepan|kettle|iron|log burner|
    mattress|pillow|microwave|phone|vape|air fryer|living room|front room|car|van|fence|hedge|bathroom|block|upstairs|
    downstairs|hot water bottle|electric blanket|wheelchair)
    """,
}

FIRE = (
    sign(
        "fire",
        r"""
        (?:chip )?(?:pans?|fat) (?:is |has )?(?:just )?gone up(?! (?:in price)(?!\w))|(?:sparks?|sparking|
        arcing)(?: \w+){0,4} (?:socket|light|plug|switch|fuse ?box|wires?|ceiling)|(?:water|
        leak\w*)(?: \w+){0,6} (?:the (?:\w+ )?lights?|lights?(?: fitting)?|socket|electrics?|fuse ?box|
        plugs?)(?! (?:bill)(?!\w))|<thing>(?: [a-z]+){0,4}? (?:on fire|alight|in flames|ablaze|caught (?:fire|light|
        alight)|
        gone up (?:in|like)|went up in|smoking|smouldering|smoldering|sparking|burning|fizzing|melting|afire|
        up in (?:smoke|
        flames)|aflame|blazing|set (?:on )?(?:fire|alight))
        """,
        words=_WORDS,
        figure=r"""
        at the|this (?:year|season|week)|dominoes|bingo|darts|form|lately|crackling away|lovely|cosy|
        candle (?:burning )?(?:at both|smell)|log burner (?:going|lit)|smoking (?:area|shelter|room|again|too|outside|
        in the|is|cessation)|stop smoking|gave up|quit|like a house|fence paint|memory|ears|feet|back|legs|
        arthritis|oil|
        calories|bridges|money|bonfire night|guy fawkes|barbecue|bbq|in (?:his|her|my) hand|ice|m\d|a\d\d|motorway|
        traffic|
        stuck behind|set the|singing|vape|smoking (?:his|her|a)
        """,
    ),
    sign(
        "fire",
        r"""
        (?:there is|there are|got|started|big|small|see|having|is|help|theres|had) (?:\w+ )?(?:a )?(?:fire|
        blaze)(?: [a-z]+){0,2}? (?:in|on|at|upstairs|downstairs|behind|next|under|and|spreading|help|now|please|here|
        started|broke|going up|outside)(?! (?:a (?:bit|cosy)|(?:the )?(?:grate|hearth|log|station|evening|winter|stove|
        brigade))(?!\w))|^(?:help )?(?:house |chip pan |kitchen )?fire[ !.]*$|fire (?:in|at|on) (?:the|my|our|mums?|
        dads?|
        nans?|her|his|mr|mrs) (?:\w+ )?(?:kitchen|flat|house|bedroom|building|lounge|bin|shed|garage|loft|block|
        bathroom|
        hall|oven|place|home)|fire (?:help|quick|now)|house fire|chip pan fire|kitchen fire|orange glow|
        (?:flames?)(?: [a-z]+){0,3} (?:coming|from|out|in|up|everywhere|behind|shooting|licking|through|at|under)|
        (?:see|
        are|is|were|big) flames
        """,
        words=_WORDS,
        figure=r"""
        sit by|sat by|light (?:the|a|my)|lay (?:the|a)|make up|coal|log|logs|dominoes|bingo|darts|this (?:year|season)|
        gas fire|electric fire|fireplace|hearth|in (?:his|her) (?:belly|eyes)|old flame|cosy|bonfire|station|
        had a fire (?:last|in)|safety|risk|hazard|damage\w*|insurance|fire (?:drill|door|alarm test|stick|officer|extinguisher)|
        clean out|
        grate|coals?
        """,
    ),
    sign(
        "fire",
        r"""
        smoke(?: [a-z]+){0,3}? (?:coming|pouring|everywhere|filling|billowing|seeping|drifting|in (?:the|my|our|her|
        his)|
        from (?:the|my|under|a|her|his|next|behind)|under|out of|all over|up the stairs|so thick|is (?:so )?thick)|
        (?:see|
        smell|smells|smelling|smelt|lot of|lots of|loads of|full of|filled with|thick|black|filling (?:up )?with|
        breathing in|coughing from|covered in|there is) (?:\w+ ){0,2}?smoke(?! (?:alarms?|detectors?|free)(?!\w))|
        (?:smell|
        smells|smelling|stink|stinks|whiff|reek)(?: \w+){0,3} (?:burning|burnt|singeing|scorching)|burning (?:smell|
        plastic|
        rubber)|(?:smoke|fire) (?:alarm|alarms|detector|detectors)(?: \w+){0,3} (?:going (?:off|mad|mental|nuts)|
        gone off|
        went off|screaming|blaring|ringing|will not stop|sounding|goin off)|(?:plug|socket|charger|wires?|fuse ?box|
        lead|
        iron|lamp)(?: \w+){0,4} (?:spark\w*|smok\w*|melt\w*|buzzing and hot|red hot|fizzing|crackling|on fire|burning)
        """,
        words=_WORDS,
        figure=r"""
        battery|batteries|beep\w*|chirp\w*|toast|smokers?|salmon|kipper|barbecue|bbq|bonfire|cigar\w*|fags?|cigs?|
        rollies|
        vape|neighbours? smoke|stale|smoke damage\w*|damage|clothes smell|(?:on|off) (?:the|her|his|my|a|that) (?:\w+ ){0,3}(?:clothes|
        coat|hair|jumper)|(?:she|he) must smoke|breath|carers? (?:smell|stink)|of smoke (?:when|again)|every (?:week|
        time|tuesday|monday)|test(?:ed|ing)?|fit(?:ted|ting)?|chimney|smok(?:es|ed) (?:a|in|outside|like|at)|incense|
        log burner|candle (?:smell|shop)|rubber (?:soles|gloves)|burning (?:calories|sensation|question)|cooks|
        when (?:i|he|
        she) cooks?|smell(?:s|ing)? of (?:cigarette|tobacco) smoke
        """,
    ),
    sign(
        "gas",
        r"""
        (?:smell|smells|smelling|smelt|smelly|stink|stinks|stinking|reek|reeks|reeking|whiff|whiffs|pong|pongs|ponging|
        stench|smellin|niff|scent|trace)(?: \w+){0,4}? (?:gas|rotten eggs?|bad eggs?|eggs?|eggy)(?! (?:(?:bill|man|
        board|
        company))(?!\w))|gas (?:\w+ ){0,4}?(?:leak\w*|escap\w*|hissing|pouring|coming out|on (?:un|not )lit|left on|
        smell\w*|stink|pong|everywhere|filling)|(?:hiss\w*)(?: \w+){0,6} (?:cooker|hob|meter|pipe|boiler|gas)|
        (?:cooker|hob|
        meter|pipe|boiler|gas)(?: \w+){0,4} hiss\w*|(?:left|leaves|turned|knocked)(?: \w+){0,3} (?:gas|rings?|hob|
        burner)(?: \w+){0,2} on(?: \w+){0,4} (?:lit|unlit|lighting|flame|all night|hours|overnight)|(?:rotten|bad|
        eggy?) (?:eggs?|smell|pong|whiff|stink)(?: \w+){0,6} (?:cooker|boiler|meter|kitchen|hob|pipe|stove|hall|house|
        cupboard)|(?:cooker|boiler|meter|kitchen|hob|pipe|stove|hall|house|cupboard)(?: \w+){0,6} (?:rotten|bad) eggs?
        """,
        words=_WORDS,
        figure=r"""
        bill|came|fixed|mended|smart meter reading|laughing gas|tear gas|passing gas|wind|gas mark|petrol|bbq|
        engineer came|
        sandwich\w*|fridge
        """,
    ),
    sign(
        "gas",
        r"""
        (?:carbon monoxide|monoxide|\bco\b)(?: \w+){0,2} ?(?:alarm|detector|monitor|thing|
        reading)?(?: \w+){0,3} (?:going (?:off|mad|mental)|gone off|went off|beeping|bleeping|sounding|screaming|
        ringing|
        high|poison\w*|flashing red|alarming|will not stop|blaring)|(?:beeping|bleeping|
        going off)(?: \w+){0,6} carbon monoxide|carbon monoxide poisoning
        """,
        words=_WORDS,
        figure=r"fit(?:ted|ting)?|buy|batter\w*|low|test(?:ed)?|chirp\w*|new|recommend\w*",
    ),
    sign(
        "gas",
        r"""
        (?:feel|feeling|am|is|all|are|come over|everyone|we are|gone) (?:\w+ )?(?:dizzy|sick|woozy|light ?headed|
        headachey|
        faint|drowsy|sleepy)
        """,
        words=_WORDS,
        weight=0.3,
    ),
    sign(
        "fire",
        r"""
        fire (?:is )?(?:coming|shooting|spreading|blazing|burning|licking)(?: \w+){0,3} (?:out|from|up|through|
        along|of)|(?:something|it|everything) is burning(?! (?:calories|well|nicely|down))|(?:set|
        setting) (?:himself|herself|myself|the \w+|fire to \w+) (?:on fire|alight)|set fire to
        """,
        figure=r"log burner|chimney|bonfire|bbq|barbecue|grate|world|singing",
    ),
    sign(
        "gas",
        r"""
        (?:leaking|leaks?|breathing(?: in)?|full of|smell of|giving off) (?:\w+ )?(?:fumes|gas|monoxide)|
        (?:poisoned|gassed) by(?: \w+){0,3} (?:gas|boiler|fire|fumes|heater)|fumes(?: \w+){0,4} (?:boiler|heater|
        gas|fire|cooker)
        """,
        figure=r"exhaust|traffic|paint|engineer came|fixed",
    ),
)
