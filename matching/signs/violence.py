"""Signs of violence now, and of a stranger in or at the home."""

from matching.signs.reading import sign

_WORDS = {
    "weapon": r"""
    (?:knife|knives|gun|machete|hammer|axe|bat|weapon|blade|scissors|bottle|poker|crowbar|cricket bat|baseball bat|
    screwdriver|shotgun|air rifle|carving knife|bread knife|brick|iron bar|golf club|cleaver|razor|sword)
    """,
    "strike": r"""
    (?:hitting|punching|kicking|beating|strangling|choking|attacking|stabbing|hurting|slapping|throttling|shoving|
    dragging|
    threatening|battering|thumping|belting|smacking|bashing|clouting|braying|leathering|biting|grabbing|pinning|
    smothering|
    headbutting|assaulting|raping|molesting|chasing|lamping|knocking|laying into|throwing things at|chucking things at|
    pushing|coming at|coming for|going for|setting about|having a go at|swinging at|lunging at|whacking)
    """,
    "struck": r"""
    (?:hit|punched|kicked|beat|beaten|strangled|choked|attacked|stabbed|slapped|throttled|shoved|dragged|battered|
    thumped|
    smacked|bashed|clouted|brayed|bitten|grabbed|pushed|pinned|assaulted|raped|headbutted|bottled|knifed|shot|whacked|
    glassed)
    """,
    "victim": r"(?:me|him|her|us|them|mum|mam|dad|nan|gran|grandad|my \w+|his \w+|her \w+|the \w+|our "
    r"\w+|people|everyone|PERSON)",
    "stranger": r"""
    (?:someone|man|men|stranger|strangers|lad|lads|people|youths?|kids|they|bloke|blokes|burglars?|intruders?|
    feller|fella|
    fellow|chap|two men|woman|guy|guys|robbers?|thief|thieves|he)
    """,
}

_OUTSIDER = (
    r"(?:someone|man|men|stranger|strangers|lads?|people|youths?|kids|bloke|blokes|burglars?|feller|fella|fellow|chap|"
    r"woman|guy|guys|robbers?|thief|thieves|ex|boyfriend|salesman|caller|workmen|builder|drunk|dealers?)"
)

VIOLENCE = (
    sign(
        "violence",
        r"""
        (?:is|are|started|he|she|they|now|just|him|her|son|husband|grandson|boyfriend|ex|partner|men|man|dad|mum|
        PERSON) <strike> (?:into |at )?<victim>(?! (?:(?:phone|door|bell|hours|money|about|for (?:a|the|more)|
        to (?:do|pay|
        get|come|join|eat|exercise|try)))(?!\w))
        """,
        words=_WORDS,
        figure=r"""
        carpets?|eggs?|cards|chess|dominoes|at (?:scrabble|bingo|snooker|darts|pool)|carers?(?: \w+){0,3} (?:try|
        tries|come|
        wash|change)|when|keeps|paperwork|queue|trolley|wheelchair|swing|in (?:his|her) wheelchair|knitting|sling|
        machine|bank|
        pushing (?:me|him|her) (?:to|in|round|around)|grab bar|with (?:kindness|love)|fever|weeds|pain|dog|cat|puppy|
        threatening to (?:evict|sue|cut|stop|leave|sack|close|cancel|chuck|put|take|report|withdraw|end|walk)
        """,
    ),
    sign(
        "violence",
        r"""
        (?:got|has|have|with|holding|waving|pulled|pulls|brandishing|picked up|grabbed|carrying|swinging|there is|
        pointing|
        waving about|hold of|come at \w+ with|after \w+ with|going for|wielding|
        took) (?:\w+ ){0,3}?<weapon>(?! (?:(?:of|
        block|and fork|drawer|in the drawer|sharpen\w*|skills|set|for|rack|feed|opener|bank|handle|to cut))(?!\w))
        """,
        words=_WORDS,
        figure=r"""
        lost|sharpen\w*|block|drawer|and fork|butter|cut (?:my|his|her|up)|grip|cutlery|adapted|cook\w*|peel\w*|
        bread(?! (?:knife)(?!\w))|wine|milk|water|hot water|sauce|needs?|borrow|tool\w*|diy|shelf|picture|carpent\w*|
        kitchen scissors|hair|embroidery|toe ?nails|sew\w*|cricket|rounders|baby|gas bottle|plaster|lemonade|gin|whisky|
        stick|blankets|bottle (?:of|bank|top)|garden\w*|logs?|wood|joiner\w*
        """,
    ),
    sign(
        "violence",
        r"""
        (?:going to|about to|said (?:he|she) will|will|threaten\w* to|wants to|trying to|tried to|came to|says (?:he|
        she) will) (?:\w+ )?(?:kill|hurt|hit|stab|batter|strangle|murder|shoot|burn|do|beat|smash|thump|knife|punch|
        attack|
        harm|torch|slit|slap|bray|finish) (?:me|us|him|her|mum|dad|nan|my \w+|the carer|the house down|
        the place down|them|
        everyone|you|PERSON)(?! (?:(?:a|the|some|up|in|over) (?:favou?r|good|cuppa|tea)|the world of good|good|proud|
        my hair|hair)(?!\w))
        """,
        words=_WORDS,
        figure=r"""
        (?:will|would|does|do|can) not (?:hurt|hit|harm)|if (?:i|she|he) (?:find|see|forget|eat|miss|get)|laugh\w*|
        my feet|my back|wife will|mother will|boss will|
        for (?:eating|being late|forgetting)|council|stairs|heat|hill|exercise|with kindness|cuppa|biscuits|at (?:cards|
        bingo|chess|dominoes|scrabble|darts|pool)|that cat|price|again$|next time
        """,
    ),
    sign(
        "violence",
        r"""
        (?:has|have|just|been|was|got|he is|she is|i have been|get) (?:just |been and |
        gone and )?(?:been )?<struck>(?: <victim>)?(?! (?:(?:by (?:a |the )?(?:bug|cold|flu|virus|bus|price|
        recession|snow|
        storm|strike|traffic)|jackpot|the (?:nail|jackpot|headlines|bottle|bank|bid|town|target|button|road|hay|
        sack)|back|
        in price|up|to|out of|off|for time|it off|hard by|into|by (?:cuts|guilt|surprise)))(?!\w))(?: (?:in|with|on|
        and|by|
        me|him|her|round|across|over|now|again|hard|by|down|through|my|his|help|outside|at)|$| [.!?,])
        """,
        words=_WORDS,
        figure=r"""
        at (?:cards|bingo|chess|dominoes|scrabble|darts|pool)|flu|covid|head on (?:the|a)|with (?:a |the )?(?:big |
        huge )?(?:bill|invoice|charge|fee|fine|news|realisation)|cold|bug|dog|cat|wasp|midge\w*|mosquito\w*|last|
        ages ago|
        when i was|jab|bereave\w*|grief|guilt|pneumonia|hard times|the shops?|nail on|toe|my (?:toe|elbow|thumb|head)|
        rushed|pushed (?:back|for|him in|her in|out|around)|in (?:his|her) wheelchair|for time|beat(?:en)? (?:it|
        cancer|the|
        them|us)|covid
        """,
    ),
    sign(
        "violence",
        r"""
        (?:hands?|arms?|grip|belt|cord|rope)(?: \w+){0,2} (?:round|around|on) (?:my|her|his|mums?|dads?|nans?) (?:neck|
        throat)|(?:got|has|have|grabbed|by)(?: (?:me|her|him|mum|nan|my \w+))? by the (?:throat|neck|hair|scruff)|
        (?:locked|
        shut|barricaded|hiding|hid|hidden)(?: \w+){0,3} (?:in|behind|under|from)(?: \w+){0,4} (?:bathroom|bedroom|
        toilet|
        loo|cupboard|wardrobe|him|her|them|room|door|bed|shed|stairs)(?! (?:(?:key|keys))(?!\w))|(?:will not|
        not) let (?:me|
        us|her|him|mum|dad|nan) (?:out|leave|go)(?! (?:(?:to (?:the|bed)|of (?:his|her|my) sight|the cat))(?!\w))|
        (?:scared|
        afraid|frightened|fear\w*|terrified) (?:for|he is going to|she is going to|of what) (?:my|our|her|his|kill|
        hurt|he|
        she)?(?: ?li(?:fe|ves))?|smash(?:ing|es|ed) (?:\w+ )?(?:everything|the (?:place|house|windows?|door|flat|
        kitchen|
        room|furniture|telly)|up|things|stuff|windows|plates|it all)(?! (?:(?:it|at|records))(?!\w))|(?:trashing|
        wrecking|
        tearing up|breaking up|ripping apart) (?:the|my|our|her|everything)|(?:is|are|gone|going|went|turned|
        getting|being|
        become|has become|kicking) (?:\w+ )?(?:violent|berserk|ballistic|mental with|off on one|mad with a|
        aggressive and|
        physical)(?! (?:(?:video|film|storm|colou?r|game))(?!\w))|(?:chucking|throwing|hurling|lobbing) (?:things|stuff|
        plates|chairs|furniture|pans|cups|everything|crockery|bottles)(?! (?:(?:out|away|in the (?:bin|skip)))(?!\w))|
        screaming (?:for help|next door|and (?:banging|thumping|shouting|crashing))|held (?:hostage|against|down)|
        (?:being|
        getting|been) (?:\w+ )?(?:attacked|assaulted|robbed|mugged|raped|beaten|threatened|held (?:down|against|
        captive|hostage|up at (?:gun|knife))|strangled|hurt|battered|
        stabbed)(?! (?:by (?:the|a) (?:council|bailiffs?|seagull|cold))(?!\w))|(?:he|she|they) (?:is|
        are) (?:going to )?(?:kill|murder|stab)(?:ing)? (?:me|us|her|him|each other)|i(?:s| am) not safe (?:here|in|
        right now|with him)|help me he is|fighting (?:in|outside|with knives|and)|(?:is|are|
        has) kicking off(?: \w+){0,3} (?:again|and|at|with|bad|big|big time|in|badly|help)|lost (?:his|her) rag|
        sees? red|
        going for (?:me|her|him|us|mum|dad)|nutted|nut (?:me|her)|pinned (?:me|her|him) (?:down|against|up)
        """,
        words=_WORDS,
        figure=r"""
        match|game|football|rugby|kick off at|programme|film|telly|hide and seek|at half|smashing (?:time|job|lady|
        lass|lad|
        bloke|girl)|smashed it|a (?:plate|cup|mug|glass|vase)|key|keys|locked out|eviction|
        threatened with (?:eviction|a|
        bailiffs|court)|weather|storm|physical (?:exercise|therapy)|dad jokes|hugs?|his crisps|last|in the past|worked|
        plans|away|vet|tantrum\w*|toddler|laugh\w*|from the (?:sun|rain|heat|heating)|surprise|party|like to be|
        let me (?:get|have)
        """,
    ),
    sign(
        "intruder",
        r"""
        (?:there is|there are|hear|heard|hearing|think|sure|someone|help|got|see|seen|a|two|three|some|is|strange|
        strangers?|unknown) (?:\w+ ){0,4}?(?:<stranger>|strange \w+|person|people) (?:\w+ ){0,4}?(?:in (?:the|my|
        her|his|
        our|mums?|dads?|nans?) (?:\w+ )?(?:house|home|flat|kitchen|garden|shed|bedroom|loft|hall|bungalow|room|
        back garden|
        garage|lounge|conservatory|attic|cellar|porch)|downstairs|upstairs|
        outside(?: my)?(?: bedroom| back| front| kitchen)?(?: window| door)|climbing|breaking in|forcing|
        trying (?:the|my|
        to (?:get|break|force|open))|at (?:the|my) (?:\w+ )?(?:window|back door|patio|lock)|prowling|creeping|snooping|
        walking about|moving about|in here|rummaging|inside|lurking)
        """,
        words=_WORDS,
        figure=r"""
        need|needs|want|wants|would like|looking for|help(?:er)? (?:with|in|around)|carers?|worker|plumber|engineer|
        decorator|window cleaner|fitting|fixing|mending|visit\w*|friend|family|come and|to (?:come|sit|cook|clean|
        help|live|
        stay|be|talk|tidy|have)|lodger|live in|nice|lovely|singing|is there (?:someone|anyone)|shared|flat ?mates?|
        no one|
        to let (?:you|her|him|them|donna) in|(?:on|all|every) (?:\w+day|day)|working|clean\w*|other people|
        too many people|
        i (?:talk|chat|know|like|can (?:talk|chat|ring|trust|ask))|she (?:talks|knows)|gardener|cat|dog|mice|mouse|
        rats?|
        gets lonely|parcel|talk to|(?:sometimes|often|always|keeps) (?:thinks?|thinking|says?|saying|imagin\w*|
        seeing)|imagines?|her illness|his illness|hallucinat\w*
        """,
    ),
    sign(
        "intruder",
        r"""
        (?:<stranger>|person|i do not know who) (?:(?:is|are|has|have|was|keeps|am) )?(?:\w+ )?(?:broken in|broke in|
        breaking in|break in|burgling|got in(?:to)? (?:the|my|our|through)|let (?:him|her|them)sel\w* in|climb\w* (?:in|
        through|over|up)|forc\w* (?:the|my|open|his|their|entry)|kick\w* (?:the|my|our|mums?|dads?|nans?|down|
        in)(?: \w+)? (?:door|window)?(?: in| down)?|try\w* (?:the|my|all|to get in|to break|to force|
        to open)(?: \w+)? ?(?:doors?|handles?|windows?|locks?)?|banging on|hammer\w* on|smash\w*(?: (?:the|my|a|
        our))?(?: \w+)? (?:window|glass|door)|pushed (?:his|their|past|her) (?:way|me|in)|push\w* (?:his|their) way in|
        barged in|forced (?:his|their) way in|
        walked (?:straight|
        right|in) (?:in )?(?:off|and)|prising|jemmy\w*|messing with (?:the|my) (?:lock|door|
        window))(?! (?:(?:to (?:the )?bed|out|alone|without|hospital|me alone|shoes))(?!\w))
        """,
        words=_WORDS,
        figure=r"""
        need|wants?|shoes|new (?:carer|worker|pa)|horse|garden (?:fence|wall) for|keys?|carers? (?:can|to) let|match|
        last (?:week|month|year)|locksmith|letterbox|parcel|amazon|postie|to (?:eat|bed|shower|the)|home alone
        """,
    ),
    sign(
        "intruder",
        r"""
        (?:hear|heard|hearing|there is|there are|can hear)(?: \w+){0,3} (?:footsteps|glass (?:break\w*|smash\w*|go)|
        foot steps|prowler|voices? (?:down|up)stairs|breaking glass|(?:noises?|bumps?|movement|banging|voices?|creaking|
        talking) (?:down|up)stairs|something moving (?:down|up)stairs)|(?:being|getting|been|am) (?:\w+ )?(?:burgled|
        robbed)|burglars?|intruders?|prowlers?|(?:front|back|my|the|patio|side) (?:\w+ )?(?:door|window|
        lock)(?: \w+){0,3} (?:kicked in|being (?:kicked|forced|smashed|tried)|been (?:forced|smashed|kicked)|bashed in|
        put through|forced open|jemmied|prised)|(?:break|breaking) in (?:now|happening|going on)|home invasion
        """,
        words=_WORDS,
        figure=r"""
        (?:burglar|intruder) alarms?|alarm fitted|since|insurance|upstairs (?:neighbour|flat)|
        neighbours? (?:\w+ )?(?:footsteps|
        noise)|next door|footsteps (?:of|in)|hearing aids?|choir|tv|telly|radio|films?|last|worried|afraid|pa?w|cats?|
        ripped off|prices?|bingo|feel
        """,
    ),
    sign(
        "violence",
        r"""
        (?:tried|trying|tries) to (?:smother|strangle|stab|suffocate|drown|rape|choke|throttle|run (?:me|him|
        her) (?:over|down))(?: \w+)?|(?:threw|thrown|chucked|pushed|shoved|kicked|flung) (?:me|her|him|mum|dad|
        nan) (?:down|out of|against|through|into|off|onto|on to|over|across)(?! (?:the day|a lovely))|
        (?:heard|hearing|hear|was) (?:a |what sounded like )?(?:\w+ )?(?:bang like a gun|gun ?shots?|shots? fired|
        shooting)|(?:is|are|he|she|bloke|man|neighbour|husband|son) (?:battering|bashing|beating|braying|pummelling|
        knocking seven bells out of|knocking hell out of) MINE? ?(?:\w+)?|
        (?:holding|got|with|has|waving) (?:a |the )?(?:broken|smashed) (?:bottle|glass)|(?:will not|not) let (?:us|
        me|her|him|anyone) (?:leave|out|go)|knife to MINE (?:throat|neck)
        """,
        figure=r"last (?:week|month|year)|years ago|used to|fence|eggs?|carpets?|film|telly|a party|in the deep end",
    ),
    sign(
        "intruder",
        r"""
        (?:put|putting) MINE (?:\w+ )?(?:windows?|door) (?:through|in)|(?:are|is|were) climbing (?:in|through|over|
        up)|(?:followed|following) (?:me|her|him|us) (?:home|back|in)|(?:someone|somebody|a man|a stranger|
        people) is in (?:her|my|his|the|our|mums|dads|mum is|nan is) (?:kitchen|house|flat|home|bedroom|loft|garden|
        shed|hall|bungalow|room)
        """,
        figure=r"need|carer|engineer|plumber|boiler|to help|dog|cat|puppy|last|tuesday|monday|wednesday|"
        r"thursday|friday",
    ),
    sign(
        "violence",
        r"""
        (?:trying|tried|tries|attempting) to (?:\w+ )?(?:kick|break|smash|bash|batter|bust|force|beat) (?:MINE |
        down |in |open )?(?:\w+ )?(?:door|window|gate|lock)(?: \w+)?|been (?:stabbed|mugged|attacked|assaulted|
        robbed|beaten up|punched|knifed)(?! by (?:a bug|midges))
        """,
        figure=r"last (?:week|month|year)|years ago|when i was|since",
    ),
    sign(
        "intruder",
        r"""
        (?:someone|somebody|a man|a stranger|men|lads|people) (?:is |are )?(?:at|outside|looking through|
        peering in) MINE (?:\w+ )?window
        """,
        figure=r"cleaner|cleaning|delivery|parcel|fitter|fitting|quote|robin|bird|box",
    ),
    # Refusing to go is a threat in somebody unknown or unwanted; a husband who won't leave the house is a need.
    sign(
        "intruder",
        r"""
        (?:<outsider>(?: [a-z]+| ,){0,12}?|(?:do not|does not) know (?:him|her|them)(?: [a-z]+| ,){0,4}?|he|she|
        they) (?:will not|refus\w* to|would not) (?:get out|go away|leave (?:me|us|my|our))|
        <outsider>(?: [a-z]+| ,){0,12}? (?:will not|refus\w* to|would not) (?:leave|go|
        budge)(?! (?:to|anywhere|in|near|out|back|on|with|without|into|home|for|there|past|of))|(?:he|she|
        they) (?:will not|refus\w* to) (?:leave|get out|go)(?: [a-z]+| ,){0,5} (?:do not|does not) know
        """,
        words=_WORDS | {"outsider": _OUTSIDER},
        figure=r"get out of (?:bed|the (?:car|bath|chair|shower))|leave me (?:in peace|a|any|the|alone with)|"
        r"hospital|without me|need|wants?|home alone",
    ),
)
