"""Danger told sideways: a sense gone, cold, a thing fallen on somebody, a doorstep with no answer.

Frames rather than words: who, what is the matter, and that it is so now. Each kind has its plain signs in a file of its own.
"""

from matching.signs.reading import sign

WORDS = {
    "bone": r"(?:hip|leg|arm|wrist|ankle|back|neck|knee|shoulder|pelvis|collarbone|ribs?|skull|elbow)",
    "digit": r"(?:finger|fingers|thumb|toe|toes|hand|ear)",
    "since": r"""
    (?:since (?:last night|yesterday|this morning|breakfast|lunch\w*|dinner\w*|tea\w*|the morning|midnight|
    bedtime|first thing|dawn|\w+ oclock|\d[\d:]*|half \w+|about \w+|i (?:got up|woke))|all (?:night|day|morning|
    afternoon)|for (?:hours|an hour|\w+ hours|ages))
    """,
    "falls": r"""
    (?:fell|fallen|slipped|tripped|slid|toppled|tumbled|gone over|went over|came off|come off|went down|(?:had|
    took|taken|having) (?:a |an )?(?:bit of a |bad |nasty |little |big |awful )?(?:fall|tumble|slip|trip|spill))
    """,
    "home": r"(?:house|flat|home|bungalow|bedroom|kitchen|bathroom|hall|garden|room|place|drive|cellar)",
}

SIDEWAYS = (
    # Senses gone, told by what others cannot do.
    sign(
        "life",
        r"""
        (?:can not|can hardly|will not|could not) be (?:woken|waked|roused|wakened|woke|brought round|brought to)|
        (?:is|are|am|still|hypo|and) not coming (?:round|to|back round)|(?:no|not) getting (?:through to|
        any sense (?:from|out of)|an answer out of)|there is no getting through to|eyes (?:are |
        is )?(?:wide )?open but|(?:just )?staring (?:into space |ahead |at nothing )?and (?:\w+ ){0,4}(?:not|no|
        will not|can not)|not a flicker|no sign of life|(?:is|was|lying|laid|lay|found|slumped|down|
        flat) (?:\w+ )?face ?down|face ?down (?:in|on|by|beside|at) (?:the|MINE)|(?:can not|could not) get a (?:peep|
        flicker|murmur|squeak|sound|reaction) (?:out of|from)
        """,
        figure=r"""
        massage|cards?|phone|book|photo|paper|tanning|sunbath\w*|telly|window|drop in temperature|teenager|
        before \w+ am
        """,
        chronic=True,
    ),
    sign(
        "stroke_or_heart",
        r"(?:suddenly|all of a sudden|out of nowhere|just now|since this morning|come over|came over)",
        weight=0.5,
    ),
    sign(
        "stroke_or_heart",
        r"""
        not (?:making|talking|speaking) (?:any |much |a word of )?sense|makes? no sense|talking (?:daft|rubbish|
        nonsense)|(?:does|do) not (?:know|recognise) (?:who (?:i|he|she) (?:am|is)|me|us|where (?:he|she) is|his own|
        her own)|(?:mouth|face|lip|eye|cheek) (?:has |have |is )?(?:just )?(?:dropped|gone down|gone to one side|
        slipped)|had a funny turn|words? (?:are |is |keep )?(?:coming|come) out wrong
        """,
        weight=0.5,
        figure=r"""
        dementia|alzheimers|since (?:the|MINE) stroke|for (?:weeks|months|years)|bill|invoice|rota|letter|app|phone|
        toddler|forms?|message|rules?
        """,
        chronic=True,
    ),
    sign(
        "stroke_or_heart",
        r"(?:can not|could not|will not) (?:make|get) MINE (?:mouth|tongue|lips) (?:to )?(?:say|work|move|form|speak)",
        weight=0.7,
        chronic=True,
    ),
    sign(
        "life",
        r"(?:fits?|seizures?)(?: [a-z]+| ,){0,4} (?:not|will not|has not|never) stop\w*",
        figure=r"laugh\w*|giggl\w*|coughing|crying|used to|last (?:week|month|year)",
    ),
    # Cold past shivering.
    sign(
        "life",
        r"""
        stopped shivering|(?:blue|grey|stiff|rigid) with (?:the )?cold|(?:so|freezing|stone|ice|icy|perished|
        deathly) (?:\w+ )?cold(?: [a-z]+| ,){0,6} (?:confused|mumbling|drowsy|sleepy|slurr\w*|can not (?:move|wake|
        talk|stop)|not making sense|will not wake)|no heating(?: [a-z]+| ,){0,6} (?:drowsy|confused|blue|
        can not move|will not wake|mumbling)
        """,
        figure=r"swim\w*|sea|dog|car|tea|phone",
    ),
    # Cut, crushed, run down, burnt, shocked.
    sign(
        "life",
        r"""
        (?:chopped|cut|sliced|taken|took|sawn|bitten|lost|ripped|torn) (?:\w+ ){0,2}(?:end|tip|top|half|bit)(?: off
        | of)+ (?:of )?MINE (?:\w+ )?<digit>|(?:chopped|cut|sliced|sawn|severed) MINE (?:\w+ )?<digit> off|(?:tree|
        branch|ceiling|roof|wall|wardrobe|shed|cupboard|bookcase|shelf|chimney|scaffold\w*|car|mower|tractor|dresser|
        telly)(?: (?:has|have|is|just|all))*(?: (?:fallen|fell|come|came|collapsed|landed|toppled|rolled|
        tipped))(?: (?:in|down|over))?(?: back)? (?:on|onto|on top of|over) (?:top of )?(?:my |the |our )?PERSON|(?:^|just |been |got |
        was just |is |and )(?:run over|knocked down|knocked over by (?:a|the)) (?:by|outside|in the|just|on the|
        crossing)|(?:hand|fingers|arm|sleeve|foot|face) (?:\w+ )?(?:in|into) (?:the )?(?:chip fat|hot fat|boiling|
        fire|flames?|hot oil|chip pan|fryer)|(?:bad |big |nasty |got a |had a )?electric shock (?:from|off)|(?:got|
        had|been) (?:a shock|zapped|electrocuted) (?:from|off|by) the (?:cooker|plug|socket|kettle|toaster|switch|
        light|wire\w*|iron|shower|washer)
        """,
        words=WORDS,
        figure=r"""
        last (?:week|month|year|winter|summer)|years? ago|bread|carrots?|cake|hair|nails?|bill|price|grapevine|
        parcel
        """,
    ),
    sign(
        "life",
        r"""
        (?:spilt|spilled|tipped|poured|dropped|splashed|slopped|upset|knocked|spills?) (?:\w+ ){0,3}(?:soup|tea|
        coffee|kettle|gravy|fat|oil|porridge|water|pan|milk|stew|custard)(?: \w+){0,3} (?:down|over|on|onto|
        all over) (?:me|him|her|myself|himself|herself|PERSON|MINE (?:legs?|arms?|lap|chest|feet|foot|hands?|face))
        """,
        weight=0.6,
    ),
    sign(
        "life",
        r"""
        (?:skin|arm|leg|hand|foot|it|chest)(?: is| has| are)? (?:all )?(?:peel\w*|blister\w*|bubbl\w*|coming (?:away|
        off)|come away|raw)
        """,
        weight=0.5,
        figure=r"paint|wallpaper|sunburn\w*|eczema|psoriasis|shoes?|boots?",
    ),
    sign(
        "life",
        r"""
        (?:ventilator|oxygen|breathing machine|nippy|nippv|concentrator|nebuliser|trachy|tracheostomy|suction|
        cylinder)(?: [a-z]+| ,){0,6} (?:run out|stopped|failed|fails|alarm\w*|come out|blocked|empty|struggling|grey|
        blue|packed up|not working)
        """,
        figure=r"deliver\w*|order\w*|engineer|service|spare|nearly|next week|portable|delivery",
    ),
    # A head knocked, with what makes it an emergency.
    sign(
        "fallen_hurt",
        r"""
        (?:hit|bang\w*|knock\w*|crack\w*|bump\w*|bash\w*|split|smack\w*) MINE (?:\w+ )?(?:head|skull|face|
        temple)(?: [a-z]+| ,| \.){0,8} (?:sick|vomit\w*|warfarin|thinners?|apixaban|rivaroxaban|dizzy|drowsy|
        blurr\w*|confused|bleeding|blood|sleepy|seeing double|knocked out|out cold|does not know|unconscious)|
        (?:warfarin|thinners?|apixaban)(?: [a-z]+| ,| \.){0,8} (?:hit|bang\w*|knock\w*|crack\w*|bump\w*|
        bash\w*) MINE (?:\w+ )?(?:head|skull|face)
        """,
        figure=r"""
        last (?:week|month|year|winter)|years? ago|brick wall|ceiling when|hospital said|checked (?:over|out)|ok now
        """,
    ),
    # Down and left lying, told by how long.
    sign(
        "fallen",
        r"""
        (?:^|[.!?,] |help |i am |he is |she is |mum |dad |nan )on (?:the |MINE )(?:\w+ )?(?:floor|carpet|lino|tiles|
        landing|ground|path|stairs)(?: [a-z]+| ,){0,3} <since>|<falls>(?: [a-z0-9']+| ,){0,14} (?:and |am |is |
        been )(?:stuck|here|there|lying|wedged|trapped)(?! (?:with|for (?:a|the) (?:cuppa|chat)))(?: <since>|
        (?= [.!?,]|$))|<falls>(?: [a-z0-9']+| ,| \.){0,12} <bone>(?: is| has| have)? (?:gone|went|broke|broken|out|
        popped|snapped|given|bust)|(?:broke|broken|bust|snapped) (?:MINE |a )?<bone>(?: [a-z]+| ,){0,4} (?:floor|
        on the ground|can not (?:move|get up|stand))|(?:<bone>)(?: is| has)? (?:gone|went|broke|broken|
        snapped)(?: [a-z]+| ,){0,6} (?:floor|landing|can not (?:move|get up|stand))
        """,
        words=WORDS,
        figure=r"""
        last (?:week|month|year|winter|summer|spring|autumn)|weeks?|months?|years?|mended|healed|plaster|
        fallen (?:out|behind|for|through|asleep|ill)|traffic|snow|play\w*|exercise\w*|yoga|jigsaw|phone|internet|
        behind with|in love
        """,
    ),
)
