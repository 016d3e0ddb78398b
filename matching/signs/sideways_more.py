"""Danger told sideways, of what was taken, of fire, of who is at the door, out in the cold or about to die.

Frames rather than words: who, what is the matter, and that it is so now. Each kind has its plain signs in a file of its own.
"""

from matching.signs.reading import sign
from matching.signs.sideways import WORDS

SIDEWAYS_MORE = (
    # Taken what should not be taken.
    sign(
        "overdose",
        r"""
        (?:whole|entire|full|all) (?:of )?(?:the |MINE |this )?(?:week|month|day|
        fortnight)s?(?: is)?(?: worth)?(?: of)?(?: tablets|pills|meds)? (?:worth|of tablets|of pills|at once|
        in one go)|(?:tablets?|pills?|meds|medication|insulin|dose|warfarin|morphine)(?: [a-z]+){0,4} (?:three|four|
        five) times(?! (?:a|each|per) )|too much (?:insulin|morphine|warfarin|medication|medicine|oramorph|
        methadone)|(?:gave|given|give) (?:\w+ ){0,4}(?:tablets|pills|meds|medication|
        insulin)(?: \w+){0,3} by mistake|(?:took|take|taken|tookn|downed|necked|had) (?:\w+ )?(?:bleach|anti ?freeze|
        weed ?killer|white spirit|rat poison|slug pellets)|(?:thought|thinking) (?:the |that |it |
        a )?(?:\w+ ){0,4}(?:was|were) (?:a |an |some |his |her |MINE )?(?:sweets?|squash|juice|milk|water|mint|
        chocolate|drink|cough mixture|smarties)
        """,
        figure=r"""
        review|prescri\w*|gp|chemist says|label|each|per day|every day|a day|last (?:week|month|year)|price|paying|
        years? ago
        """,
        lasting=True,
    ),
    # Gas and fire with no flame seen.
    sign(
        "gas",
        r"""
        (?:cooker|hob|oven|gas|ring|rings|burner|gas fire|heater|grill)(?: [a-z]+| ,){0,5} (?:no (?:flame|light)|
        not lit|un ?lit|(?:flame|pilot)(?: light)? (?:is |has |was )?(?:out|gone))|\bco\b(?: \w+){0,3} (?:shriek\w*|
        screech\w*|wail\w*|bleep\w*|chirping non ?stop|going)|carbon monoxide(?: \w+){0,4} (?:shriek\w*|screech\w*|
        wail\w*|bleep\w*|going)|(?:place|house|kitchen|room|hall) (?:reeks|stinks|is full) of (?:gas|it and)
        """,
        figure=r"engineer|fixed|mended|batter\w*|test\w*|co op|fit(?:ted|ting)?",
    ),
    sign(
        "fire",
        r"""
        (?:bin|bins|bed|bedding|chair|curtains?|sofa|pan|oven|shed|rug|cushion|telly|car|nightie|sleeve|hair|coat|
        wheelie bin|tea ?towel|toaster|dryer|socket|plug) (?:is |are |has |have )?(?:just |gone |been |all |caught |
        well )*(?:alight|on fire|caught|ablaze|in flames)(?= [.!?,]|$| and| by| in| at| i| we| help| now| please)
        """,
        figure=r"""
        caught (?:short|up|in (?:the|a) (?:rain|door|wheel))|dominoes|bingo|darts|form|this (?:year|season|week)
        """,
    ),
    # Somebody at the door or window who should not be.
    sign(
        "intruder",
        r"""
        (?:fella|feller|man|men|bloke|blokes|lad|lads|someone|stranger|chap|woman|youth\w*|kids|drunk) (?:(?:is|are|
        has|have|keeps?|i do not know|outside) )*(?:\w+ )?(?:rattl\w+|tamper\w*|jemmy\w*|pick\w*|prob\w*|test\w*|
        tugg\w*|wrench\w*|prising|prying)(?: at)? (?:the |MINE |all the )?(?:\w+ )?(?:windows?|doors?|handles?|
        locks?|gate|letter ?box)|(?:going|gone|rifling|rummaging|rooting) through (?:the |MINE |
        all )?(?:\w+ )?(?:drawers|cupboards|things|rooms|jewellery|bags?)
        """,
        figure=r"""
        carers?|worker|cleaner|plumber|locksmith|engineer|window cleaner|wind|lock ?smith|need|someone to|
        my daughter|my son|charity|grand\w*
        """,
    ),
    sign(
        "intruder",
        r"(?:kick|smash|boot|bash|batter|forc|ramm|brok|broke|put)\w* (?:MINE |the |her |"
        r"his )(?:\w+ )?(?:door|window)s? (?:in|down|through)"
        r"(?! (?:the|MINE) (?:wind|car|storm|wash))",
        figure=r"mend|repair|fix\w*|someone to|new door|joiner|carpenter|glazier|quote|storm|wind|put (?:the|a) window",
    ),
    sign(
        "violence",
        r"""
        (?:hear|heard|listening to) (?:\w+ ){0,3}(?:crying|screaming|begging|shouting|sobbing)(?: [a-z]+
        | ,){0,6} (?:shouting|banging|breaking|smashing|thumping|crashing|hitting|things breaking)|(?:thumping|
        hammering|banging|kicking|battering) (?:on |at |down )?(?:the |MINE )(?:\w+ )?door(?: [a-z]+
        | ,){0,5} (?:screaming|threaten\w*|shouting|swearing|kill|going to (?:do|kill|get|hurt))
        """,
        figure=r"telly|film|radio|builders?|choir|party|football",
    ),
    # Out, and not fit to be.
    sign(
        "missing",
        r"""
        (?:garden|street|road|snow|rain|dark|lane|field|frost|cold|pavement|bus stop|outside)(?: [a-z]+
        | ,){0,6} (?:in (?:his|her|their|just|only) (?:\w+ )?(?:nightie|nightdress|py?jamas|pjs|dressing gown|
        slippers|underwear|vest|socks)|barefoot|bare feet|no (?:coat|shoes|slippers))|(?:nightie|nightdress|py?jamas|
        pjs|dressing gown|slippers|barefoot|no (?:coat|shoes))(?: [a-z]+| ,){0,5} (?:in|out in|down|along) (?:the |
        this )?(?:street|road|snow|rain|dark|lane|frost|cold|pavement)|(?:husband|wife|mum|dad|nan|gran|grandad|
        client|he|she|lady|gentleman|mr \w+|mrs \w+)(?: \w+){0,3} (?:dementia|alzheimers)(?: [a-z]+
        | ,){0,4} (?:missing|gone out|not come(?:back|home)|wandered|disappeared|can not find)
        """,
        figure=r"""
        always|sometimes|tends|door sensor|tracker|used to|last (?:week|month|year|winter)|christmas card|wash\w*|
        new|buy|someone to
        """,
    ),
    sign(
        "missing",
        r"bed (?:has |is |was )?(?:not )?(?:been )?(?:not )?slept in",
        weight=0.5,
    ),
    sign(
        "missing",
        r"not (?:seen|heard from) (?:\w+ ){1,3}since",
        weight=0.4,
        figure=r"worker|carers?|son|daughter|family|grand\w*|for (?:weeks|months|years)",
    ),
    sign(
        "missing",
        r"""
        (?:he|she|mum|dad|nan|gran|grandad|husband|wife) (?:\w+ )?(?:set off|set out|popped out|nipped out|
        went (?:for|to get|to post)|went out)
        """,
        weight=0.3,
        figure=r"worker|carers?",
    ),
    sign(
        "missing",
        r"""
        never (?:remembers|knows) (?:the|his|her) way|does not (?:remember|know) (?:the|his|her) way|
        still not (?:back|home)|not back yet
        """,
        weight=0.4,
        figure=r"worker|carers?|visit|text|phone|email|parcel",
    ),
    # A way to die, and a time.
    sign(
        "plan_to_die",
        r"""
        (?:has|had|have|got|bought|found|hidden) (?:a |the |some )?(?:\w+ )?(?:rope|noose|blades?|
        razor blades?)(?: [a-z]+| ,){0,8} (?:tonight|ready|hang|end|finish|do it|goodbye|neck)|tonight (?:is|
        will be) the night|(?:going to|gonna|about to|will|want to|ready to) (?:just )?(?:end|finish) (?:it|things|
        everything)(?: (?:all|tonight|now|today|soon|here))*(?= [.!?,]|$)|(?:do|did) not see (?:the|any|a|
        much) point (?:of|in|to) (?:waking|getting up|being|any ?more|anything|it|tomorrow|my|another)
        """,
        figure=r"""
        contract|agency|visits?|arrangement|booking|shift|prom|party|bingo|panto|show|wedding|washing line|boat|
        skipping|tow\w*|swing|subscription|crossword|jigsaw|book|course|knitting|painting|chat|call|conversation|
        early|before|in the morning|so soon
        """,
    ),
    sign(
        "plan_to_die",
        r"""
        (?:going to|gonna|want to|ready to|about to|will) (?:just )?(?:walk|jump|drive|step|go|
        throw MINE\w*) (?:in front of|into|off|under) (?:the |a |that )?(?:sea|river|traffic|canal|lake|train|lorry|
        bus|bridge|weir|quarry)
        """,
        figure=r"swim\w*|paddl\w*|holiday|with my|dog|costume|charity|trip|visit|ferry|boat",
    ),
    sign(
        "missing",
        r"(?:is|gone|went|been) missing(?: [a-z]+| ,| \.){0,8} (?:dementia|alzheimers|confused|muddled|frail|vulnerable)",
        figure=r"missing (?:you|out|the|a|his (?:glasses|keys|teeth)|her (?:glasses|keys|teeth))|money|purse|cat|dog|always",
    ),
    sign(
        "life",
        r"(?:strap|sling|cord|scarf|wire|flex|tie|belt|rope|string|tubing)(?: [a-z]+){0,4} (?:round|around|"
        r"caught on) MINE (?:neck|throat)|"
        r"(?:caught|trapped|pinned|crushed|squashed) (?:under|beneath|in|between|by) (?:the |"
        r"MINE )?(?:\w+ )?(?:stair ?lift|wheelchair|hoist|"
        r"bed|wardrobe|car|door|lift|rails?|table|cooker)",
        figure=r"dress|shirt|wear|necklace|pearls|coat caught|finger nail",
    ),
    sign(
        "fallen",
        r"(?:lying|laid|lay|led|slumped|stuck) (?:\w+ )?(?:by|on|in|at|under|behind) (?:the |"
        r"MINE )(?:\w+ )?(?:door|hall|hallway|stairs|floor|"
        r"bath|bathroom|kitchen|garden|passage|table|bed and)(?: [a-z]+| ,){0,3} <since>",
        words=WORDS,
        figure=r"last (?:week|month|year)|weeks?|months?|parcel|post|letter|clothes|shopping|dog|cat",
    ),
)
