"""Signs of a fall with hurt, or of somebody down who cannot get up."""

from matching.signs.reading import sign

_WORDS = {
    "floor": r"""
    (?:floor|carpet|lino|rug|tiles|ground|path|pavement|patio|lawn|grass|drive|landing|doorstep|bottom of the stairs|
    foot of the stairs|stairs|bathroom|shower tray|kitchen floor|hall floor|garden path|mat|deck)
    """,
    "room": r"""
    (?:bathroom|kitchen|hall|hallway|bedroom|lounge|landing|living room|front room|wet room|toilet|garage|garden|
    shed|lav|
    loo|utility|scullery|back yard|yard)
    """,
    "bones": r"""
    (?:head|hip|leg|arm|wrist|ankle|back|skull|nose|neck|shoulder|knee|elbow|face|ribs?|collarbone|pelvis|foot|side|
    noggin|
    forehead|bonce)
    """,
    "drop": r"""
    (?:fallen|fell|falled|slipped|tripped|toppled|tumbled|keeled over|gone over|went over|come off|came off|slid|
    went down|
    gone down|gone arse over tit|gone flying|went flying|took a tumble|taken a tumble|come a cropper|came a cropper|
    tipped over|missed the step|had a (?:bad |nasty |big |little )?(?:fall|tumble|slip|trip)|legs (?:have |
    just )?(?:gave|
    given|gone|went|buckled)|knees? (?:have |just )?(?:gave|given|gone|went|buckled))
    """,
    "stuck": r"""
    (?:can not|could not|will not|unable to|not able to|struggling to|trying to|how do i|
    does not seem to) (?:\w+ ){0,2}(?:get (?:back )?up|get (?:me|my|him|her|them|it|mum|dad|nan)(?:self)? (?:back )?up|
    stand(?: back)? up|get (?:back )?(?:on|to) (?:my|his|her) feet|lift (?:him|her)|shift|budge|pull (?:my|him|her)self|
    pick (?:him|her) up|raise (?:him|her) up|move (?:at all|him|her|an inch|anything)|get off the (?:floor|ground|
    toilet)|
    get out of the (?:bath|shower)|get (?:any)?one)
    """,
    # Down and helpless whoever says it; lifting, moving and getting off a seat are as often how it always is.
    "helpless": r"""
    (?:can not|could not|will not|unable to|not able to|struggling to|trying to|how do i|
    does not seem to) (?:\w+ ){0,2}(?:get (?:back )?up|get (?:me|my|him|her|them|it|mum|dad|nan)(?:self)? (?:back )?up|
    stand(?: back)? up|get (?:back )?(?:on|to) (?:my|his|her) feet|shift|budge|pull (?:my|him|her)self|
    pick (?:him|her) up|raise (?:him|her) up|move(?: at all| an inch| anything|(?= [.!]|$))|get off the (?:floor|ground)|
    get (?:any)?one)(?! (?:(?:from|off|out|out of|of) (?:MINE |this |that |a |low )*(?:\w+ )?<seat>))
    """,
    "seat": r"(?:chairs?|armchair|recliner|sofa|settee|couch|bed|toilet|loo|commode|seats?|bath|tub|table|car|taxi)",
    # "Is stuck" and "has got stuck" are now; "got stuck" and "gets stuck" are over, or often so.
    "stranded": r"""
    (?:(?:have|has|is|am|are) (?:just |now )?(?:got|been|become|gone) (?:\w+ )?stuck|(?<!got )(?<!get )(?<!gets )
    (?<!getting )(?<!was )(?<!were )(?<!been )(?<!got myself )(?<!got himself )(?<!got herself )stuck)
    """,
    "lie": r"""
    (?:still|just|now|lying|lay|laid|laying|led|stuck|sat|sitting|slumped|flat|down|out|cold|back|face|again|here|there|
    all|alone|over|been|being|has|have|had|is|am|are|was|crumpled|sprawled|curled|helpless|unconscious|bleeding|crying|
    screaming|shouting|moaning|groaning|kneeling|fitting|having|fit|seizure|
    choking|wedged|collapsed|freezing|shivering|who|hurt|in|a|heap|right|half|not|
    moving|breathing|dead|and|up|found|ended|landed|left|dropped|went|gone|come|crashed|fell|fallen|rolled|slid|thrown|
    pushed|knocked)
    """,
}

FALLS = (
    sign(
        "fallen",
        r"<drop>(?: [a-z0-9]+| ,){0,14}? (?:and |but )?(?:<stuck>|(?:get|pick|lift|help) "
        r"(?:me|him|her|them|mum|dad|nan) (?:back )?up)|<stuck>(?: [a-z0-9]+| ,| \.){0,10} <drop>",
        words=_WORDS,
        figure=r"""
        fallen (?:out|behind|through|for|apart|asleep|ill)|fell (?:out with|asleep|through|behind|for|ill|in love)|
        gate|wall
        """,
    ),
    sign(
        "fallen",
        r"""
        <drop>(?: [a-z0-9]+| ,| \.){0,14}? (?:(?:broke|broken|hurt|hit|hits|bang\w*|crack\w*|bump\w*|cut|smash\w*|
        twist\w*|
        snapp\w*|bash\w*|split|clonk\w*|whack\w*|done) (?:\w+ ){0,2}<bones>|bleeding|in agony|bad pain|lots? of pain|
        screaming|(?:can not|will not|not) (?:move|feel|stand|walk|put (?:any )?weight|wake|respond)\w*|(?:leg|arm|
        foot|hip|
        ankle|wrist) (?:\w+ ){0,3}(?:angle|bent|sticking|twisted|swollen|swelling|broken|pain|agony|hurts?|killing)|
        unconscious|out cold|not (?:moving|making sense)|blood|help me|in pain)
        """,
        words=_WORDS,
        figure=r"in (?:the )?hospital|fallen (?:out|behind|through|for|asleep)|recover\w*|plaster|since|rehab",
    ),
    sign(
        "fallen",
        r"""
        (?:i am|am|is|are|he|she|him|her|still|lying|lay|laid|laying|led|stuck|sat|sitting|down|flat|been|heap|mum|
        dad|nan|
        gran|found (?:him|her|mum|dad|nan)|PERSON) (?:<lie> ){0,3}?(?:on|at|down on|across) (?:MINE |his |
        that )?(?:\w+ )?<floor>(?! (?:flat|lamp|level|cleaning|mop|tiles need|lift|heating|apartment|bedroom)(?!\w))|
        (?:lying|<stranded>|laid out|led|slumped|sprawled|crumpled|down|in a heap)(?: \w+){0,3} (?:in|on|at|by|between|
        behind|
        wedged) (?:MINE )?(?:\w+ )?(?:<room>|bath|toilet|stair ?lift|wall|bed and|wardrobe|radiator|doorway|stairs|floor)|(?:i am|
        been) (?:\w+ )?down here (?:since|for|an|all|and)|(?:down|lying|stuck) (?:here|there) (?:\w+ ){0,3}(?:can not|
        for hours|all night|since)|wedged (?:\w+ ){0,2}(?:between|behind|in|against)
        """,
        words=_WORDS,
        lasting=True,
        figure=r"""
        (?:first|second|third|ground|top|dance|shop|\d+(?:st|nd|rd|th)) floor|playing|train set|sleeps? on|sleeping on|
        exercises?|yoga|pilates|mop\w*|hoover\w*|clean\w*|scrub\w*|wash(?:ing|ed)? (?:the|my|her) floors?|crumbs|
        tablets on|
        food on|clothes on|post on|jigsaw|lego|grand ?kids|till (?:the|my|our)|until (?:the|my|our)|her breath|
        his breath|
        my breath|shopping|rubbish|shift|job|visit|picnic|deck chair|stuck in (?:the )?(?:traffic|house|lift queue|
        a rut|bed all)|towels?|
        water on|leak\w*|paint\w*|standing on|cages?|budgie|killer|put down|slabs|grit|new (?:carpet|floor|lino|rug)|
        dog|cat|wants? (?:someone|to)|
        sat on the (?:stairs|patio|grass|lawn|deck|doorstep) (?:with|having|in the sun|eating|drinking|chatting)|
        hospital|
        goes? (?:up|down)|stairs? (?:on (?:my|his|her)|lift|are|rail|gate)|come down the stairs|(?:live|lives|flat) on|
        polish\w*
        """,
    ),
    sign(
        "fallen",
        r"<helpless>",
        words=_WORDS,
        lasting=True,
        chronic=True,
        figure=r"""
        (?:get|getting) up (?:the|those|them|my|our|a) (?:stairs|steps?|hill|ladder|loft|attic|path|road|bank)|
        in (?:the|
        a) mornings?|before|early|for work|on time|of a morning|to (?:the|my|town|church|shops?|bingo|club|leeds)|
        out of bed|without help|anymore|off (?:the|my) (?:sofa|settee|chair)(?: \w+)? (?:without|easily)|(?:need|want|
        would like|looking for) (?:someone|help (?:to|with|in|at)|a)|
        the strength|enough energy|motivat\w*|(?:that|the|this|a) shift|raise (?:the )?money|
        stand up (?:for|to) (?:my|him|her|them)|each|every|these days|stand up for (?:long|more)|lift (?:him|
        her) (?:on my own|alone|into|in the|for|onto)|move (?:house|home|anything heavy)|shift (?:the|this|my|a|at)|
        lie in|
        teenager|usually|hoist
        """,
    ),
    sign(
        "fallen",
        r"""
        <stuck>|(?:got|gets?|was|were|getting) stuck (?:in|on|at|behind|down) (?:MINE )?(?:\w+ )?(?:<room>|<seat>|shower)|
        can not get (?:back )?out
        """,
        words=_WORDS,
        at_once=True,
        figure=r"much|to (?:the|my|see|church|town)|traffic|out (?:and about|on|for|in)|each|every|usually|often|"
        r"in (?:the|a) mornings?|of a morning",
    ),
    sign(
        "fallen",
        r"""
        (?:just|has|have|is|now) (?:just |been and |gone and )?<drop>|<drop> (?:again |over |down |off |out of |
        in )?(?:just now|now|this minute|help|please help|quick\w*|again help)|(?:gone|went) over in
        """,
        words=_WORDS,
        weight=0.6,
        figure=r"""
        fallen (?:out|behind|through|for|apart|asleep|ill|into)|fell (?:out with|asleep|through|behind|for|ill|in love)|
        slipped (?:my mind|through|down to|a disc|up|a little)|come off (?:the|my|his|her)? ?(?:tablets|meds|medication|
        wall|drip|oxygen|hinges?|phone)|gone (?:over|down) (?:to|the|with|well|a treat|budget|hours?|my|your|
        in price|for)|
        went (?:over|down) (?:to|the road|the shops?|well|a treat|my|your|it|for)|prices?|leaves|snow|rain|silent|short|
        need|needs|wants?|looking for|hospital|shed|fence|tree|tile|shelf|picture|button|zip|wheel|asleep|tooth|filling|
        hours|visits|since|support|confidence|help (?:with|to|after|getting)|money|pressure|temperature|knees? gone|
        cancel|
        so (?:i|we|he|she) (?:need|will|can)
        """,
    ),
    sign(
        "fallen",
        r"""
        (?:hurt|hit|bang\w*|crack\w*|bash\w*|bump\w*|smash\w*|split|cut) (?:my|his|her|their) (?:\w+ )?(?:head|
        skull|hip|
        noggin|bonce)|(?:pain|agony|screaming)
        """,
        words=_WORDS,
        weight=0.4,
    ),
    sign(
        "fallen",
        r"""
        (?:hip|leg|arm|ankle|wrist|bone)(?: \w+){0,4} (?:sticking (?:out|through)|(?:at|in) (?:a|
        an) (?:\w+ )?(?:angle|way)|
        bent wrong|pointing the wrong)|(?:heard|felt) (?:it|something) (?:snap|crack|go crack)|(?:think|reckon|
        sure)(?: \w+){0,4} (?:broke|broken|bust) (?:my|his|her|a|an) (?:\w+ )?(?:hip|leg|arm|wrist|ankle|neck|back|
        collarbone|pelvis|nose|rib)|(?:think|reckon|sure)(?: \w+){0,3} (?:hip|leg|arm|ankle|wrist|neck|
        pelvis) (?:is |has )?(?:broke|broken|bust|snapped)
        """,
        words=_WORDS,
        figure=r"plaster|last|months|recover\w*|washing machine|bike",
    ),
    sign(
        "fallen",
        r"""
        (?:slid|slipped|fell|fallen|rolled|gone|come) (?:\w+ ){0,2}(?:off|out of|from) (?:MINE )?(?:\w+ )?(?:chair|
        bed|commode|toilet|settee|sofa|wheelchair|hoist|scooter|stairlift|sling|stool|step|ladder|seat|
        loo)(?! (?:last|and needs a new))|
        too weak to (?:get|stand|climb|pull|move)(?: \w+)? ?(?:up|back)?|(?:bath|tub|
        shower)(?: \w+){0,6} (?:can not|could not) get out|
        (?:hoist|sling|stair ?lift|bath ?lift|wheelchair)(?: \w+){0,6} (?:fallen|dropped|tipped|toppled|stuck|
        failed|collapsed)(?: \w+){0,6} (?:fallen|hanging|stuck|floor|fell|hit|hurt)|
        (?:is|has|have|she|he|they|mum|dad|nan) fallen(?! (?:out|behind|through|for|apart|asleep|ill|into|in|short|
        foul))(?: (?:again|over|badly|down|hard))?$
        """,
        figure=r"last|since|need (?:someone|help|a)|wants?|hospital|confidence|anymore|on my own|without|"
        r"scared|worried|lady to|help to|can not get out of the (?:bath|shower) (?:on|by|without|"
        r"anymore)",
    ),
    sign(
        "fallen",
        r"""
        (?:can not|unable to|could not) (?:rise|raise (?:my|him|her)self)|(?:flat )?on MINE back (?:in|
        on) the (?:\w+ )?(?:passage|hall|hallway|floor|kitchen|bathroom|garden|path|lounge|landing|yard)|
        (?:lying|laid|slumped|crumpled|collapsed)(?: \w+){0,4} (?:through the (?:letter ?box|window)|in the (?:hall|
        passage|kitchen|bathroom|garden))|through the letter ?box(?: \w+){0,6} (?:lying|floor|fallen|slumped)
        """,
        figure=r"to the occasion|sleep\w*|sunbath\w*|yoga|parcels?",
    ),
)
