"""Signs that a body is in danger now: breath, blood, senses, fits, burns, allergy, and calls for an ambulance."""

from matching.signs.reading import sign

_WORDS = {
    "burnt": r"(?:\w+ ){0,2}(?:myself|himself|herself|hands?|fingers?|wrists?|arms?|legs?|foot|feet)",
}

LIFE = (
    sign(
        "life",
        r"""
        (?:can|could|will) (?:not|hardly|barely|scarcely|just about)<gap1>?(?:breathe|breath|get (?:any |enough )?air)|
        (?:can|could) (?:not|hardly|barely|scarcely) (?:get|catch|draw) (?:MINE |a |any )?breath|(?:not|stopped|hardly|
        barely|scarcely|struggling|fighting|struggles|difficulty|trouble|bother|hard time) (?:\w+ ){0,2}?(?:breathing|
        to breathe|for breath|breathe)|(?:is|are|am|keeps|was) gasping(?: for (?:air|breath))?(?! (?:for a (?:cuppa|
        drink|
        brew|tea|fag|smoke|cup|pint))(?!\w))|gasping for (?:air|breath)|fighting for (?:air|breath)|
        breathing<gap2>?(?:funny|strange|odd|weird|rattl\w+|shallow|stopped|bad|wrong|worse|like a|very fast|
        really fast)|
        (?:breathing|breath)(?: \w+){0,2} (?:stopped|stopping|packing up)|rattling (?:breath\w*|sound)|death rattle
        """,
        figure=r"""
        laugh\w*|giggl\w*|when i (?:climb|walk|do|go|get)|on (?:the|my) stairs|up (?:the )?(?:stairs|hills?)|
        exercise|class|
        mask|hay ?fever|room to breathe|breathe? a word|breathe easy|up the hill|enough (?:to|for)|singing|choir|
        flares?|copd group|rehab|clinic|
        any (?:kind of )?group|in this heat with the windows
        """,
    ),
    sign(
        "life",
        r"""
        (?:turn(?:ed|ing)|gone|going|went|looks?|is|are|all) (?:\w+ )?(?:blue|purple)(?: (?:round|around|in|lips|and|at|
        now))?(?! badge|bin|rinse|door|car|top|dress|coat|hair)|lips?<gap2>(?:blue|purple|grey)|(?:gone|turned|is|looks|
        went) (?:all |very |really |a funny |deathly )?(?:grey|gray|white)(?: as a sheet)? and (?:\w+ )?(?:clammy|
        sweat\w*|
        cold|limp)
        """,
        figure=r"""
        feel(?:ing)? (?:a bit )?blue|monday|hair|paint\w*|sky|wool|sweater|with cold|nails|rinse|flowers|light|
        hair colou?r|
        bruis\w*
        """,
    ),
    sign(
        "life",
        r"""
        (?:grey|clammy|ashen|pouring (?:with )?sweat|sweating buckets|dripping (?:with )?sweat|delirious|burning up|
        temperature (?:of|is) (?:over )?(?:39|4[0-3])|4[0-3] degrees)
        """,
        weight=0.6,
    ),
    sign(
        "life",
        r"""
        (?:is|am|are|he|she|started|starts|him|her|mum|dad|nan|now) choking|choking on|choked on|
        choking (?:and|he|
        she|i|to death|help|now|quick)|something(?: is)? stuck (?:down|in) MINE (?:throat|windpipe|gullet)|
        stuck in MINE (?:throat|windpipe)|(?:bone|food|meat|toast|sweet|tablet|apple|pill)(?: \w+){0,3} (?:stuck|lodged|
        gone down the wrong way)
        """,
        figure=r"""
        up|price|machine|hoover|words|hazard|risk|when (?:he|she) eats|meal ?times?|thicken\w*|pur[ée]e\w*|weed|weeds|
        garden|dust|traffic|paperwork|on my words|keeps choking at
        """,
    ),
    sign(
        "life",
        r"""
        unconscious|unresponsive|in and out of consciousness|
        passed out|blacked out|out cold|spark out|keeled over|lifeless|not conscious|no pulse|
        (?:can not|could not) (?:wake|rouse|waken|get (?:a |any )?(?:response|answer|sense|word) (?:out of|from)|
        bring (?:him|her) round)|(?:will|does|did) not (?:wake|wake up|waken|come round|come to|stir|rouse|answer me|
        respond|open MINE eyes)|(?:is|was|are|am) not (?:waking|responding|moving|rousing|answering me|stirring|
        come round|
        coming round)|(?:can not|could not) get (?:him|her|mum|dad|nan|gran|them|PERSON) to (?:wake|wake up|stir|
        respond|
        come round|open)|gone (?:all )?(?:stiff|limp|floppy|unconscious)|eyes(?: \w+){0,2} (?:roll\w*|glazed|
        back in MINE head)|not (?:a )?responding|(?:no|not a) (?:response|movement)|not with us anymore and|
        shak(?:en|ing|
        e) (?:him|her|them)(?: \w+){0,4} nothing
        """,
        figure=r"""
        before (?:noon|ten|nine|lunch|\d+)|alarm clock|leaflets?|certificates?|unconscious bias|phone|text\w*|
        emails?|messages?|agency|council|
        office|laptop|tablet|drop|lettuce|plant|on the bus|door bell|in time for|to the alarm|passed out (?:flowers|the|my|cakes?|
        sandwiches|sweets|cups|books|sheets)|by (?:nine|ten|eleven) (?:me|most)|every (?:night|evening)
        """,
    ),
    sign(
        "life",
        r"collaps(?:ed|ing|e)",
        figure=r"""
        shed|roof|fence|chair|table|wall|tent|laugh\w*|giggles|sofa (?:with|after)|settee (?:with|after)|in a heap|deal|
        business|plans?|agency|gazebo|shelf|bed frame|ceiling|package|arrangement|lungs?|veins?|arranged|walking frame|
        wheelchair folds?|collapse (?:in to|into|in) (?:my|the|an|his|her) (?:arm ?chair|chair|bed|sofa|settee)
        """,
    ),
    sign(
        "life",
        r"""
        (?:PERSON|think|neighbour|client) (?:is|has|has just|are|looks|might be|may be) (?:dead|died|dying|
        not alive)(?! (?:on (?:MINE )?feet|for|to|chuffed|pleased|good|nice|kind|lucky|proud|beat|set|tired|keen|
        jealous|
        easy|against|slow|excited|posh|early|late|right|wrong|sure|funny|gorgeous|brilliant|boring)(?!\w))
        """,
        figure=r"""
        battery|phone|cat|dog|hamster|budgie|plants?|telly|tired|absolutely|shift|at home|hospice|peacefully|years|
        cancer|
        funeral|bored|embarrass\w*|laughing
        """,
    ),
    sign(
        "life",
        r"cold and (?:stiff|not moving)|stone cold|not breathing",
        figure=r"tea|coffee|dinner|food|soup|meal|radiator|house",
    ),
    sign(
        "life",
        r"""
        faint(?:ed|ing)|(?:going|about) to (?:faint|pass out|black out)|dizzy and (?:sick|faint)|drifting in and out|
        in and out of (?:it|consciousness)|(?:really |very |all )?(?:floppy|drowsy)
        """,
        weight=0.6,
        figure=r"smell|praise|heart|light ?headed when i|hungry",
    ),
    sign(
        "life",
        r"""
        (?:is|am|are|was|started|keeps|still|nose) bleeding(?= (?:and|from|bad\w*|heavil\w*|a lot|lots|all|
        everywhere|over|
        quite|really|like|out|through|loads|to death|profusely|so|too|quick\w*|now|again|since|down|on|into|inside|in|
        internally|help|it|he|she|i)\b|$| [.!?,])|bleeding (?:bad\w*|heavil\w*|from|everywhere|all over|out|a lot|loads|
        to death|profusely|quite a bit)|(?:will not|can not|does not|not|
        would not) (?:\w+ ){0,2}stop (?:the )?(?:bleeding|
        blood)|blood (?:\w+ ){0,2}(?:everywhere|all over|pouring|gushing|coming (?:out|from|through|up)|pumping|
        spurting|
        dripping|on the (?:floor|carpet|pillow|wall|stairs|tiles|sheets))|(?:pouring|gushing|losing|lost|pool of|
        pools of|
        been sick|being sick|sick with|cough\w* up|sick\w* up|throw\w* up|vomit\w*|spit\w* (?:up|out)|puk\w*|covered in|
        loads of|lots of|a lot of|so much|passing|peeing|weeing|pooing) (?:with |a lot of |loads of |so much |too much |
        out )?blood(?! (?:sugar|pressure|tests?|clots? clinic)(?!\w))|(?:cut|gash\w*|slashed|
        sliced) (?:MINE(?:self)? )?(?:\w+ ){0,3}(?:badly|deep|to the bone|wide open|and it will not stop)|haemorrhag\w+|
        hemorrhag\w+|(?:gash|hole|cut|split) in MINE (?:head|forehead|leg|arm|scalp)|(?:head|scalp|lip|leg|arm|
        wrist) (?:is |has )?(?:split|gashed|cut) (?:open|wide)|vein(?: \w+){0,3} (?:burst|bleeding)|(?:burst|
        bleeding) (?:varicose )?vein
        """,
        figure=r"""
        (?:haemorrhag\w+|hemorrhag\w+|bleeding) (?:\w+ )?(?:money|cash|funds|clients|staff|savings)|
        bleeding (?:useless|heck|hell|obvious|council|late|bus|nuisance|cheek|awful|hopeless|marvell?ous|liberty|
        miracle|
        brilliant|lovely|rude|stupid|ridiculous|typical|machine|thing)|heart bleeding|bleeding heart|radiators?|
        gums when|
        blood (?:tests?|taken|forms?|clinic)|orange|donor|donating|group
        """,
    ),
    sign(
        "life",
        r"""
        having (?:a |an |another |one of (?:MINE )?)?(?:massive |big |bad |long |funny |epileptic )?(?:fits?|seizures?|
        convulsions?)|(?:is|am|been|started|still|he|she) (?:been )?(?:fitting|convulsing)(?! (?:(?:a|the|in|well|
        him|her|
        me|us|out|new|kitchen|grab|rails?|carpets?|into))(?!\w))|(?:frothing|foaming|froth|foam) (?:\w+ )?(?:at|
        from|out of|
        round) MINE mouth|(?:jerking|shaking|twitching) all over|whole body (?:is )?(?:shaking|jerking)|
        seizure (?:that )?(?:will not|has not|not) stop\w*|(?:fit|seizure)(?: \w+){0,3} (?:minutes|mins)(?: now)?
        """,
        figure=r"""
        laugh\w*|(?:will|would|might|nearly|almost|going to) (?:be )?hav(?:e|ing) a fit|fit of (?:the )?giggles|
        cold turkey|
        usually|if (?:he|she|i) has|protocol|carpet|kitchen|bathroom|blinds|keeps having|gets
        """,
    ),
    sign(
        "life",
        r"""
        (?:have|has|is|just|been) (?:just |gone and |been and |really |badly )?(?:scalded|burnt|burned) <burnt>|
        (?:scald\w*|burnt|burned|burns)(?: \w+){0,3} (?:face|chest|lap|skin|badly|bad|stomach|belly|thighs?|all over)|
        (?:scald\w*|burnt|burned) <burnt>(?: [a-z]+| ,){0,9} (?:blister\w*|peel\w*|(?:coming|hanging|come) off|raw|
        bubbl\w*|agony|weeping)|
        (?:boiling|scalding|hot) (?:water|kettle|soup|fat|oil|tea|coffee|
        milk|
        chip fat)(?: \w+){0,3} (?:over|down|on|all over) (?:me|my|him|his|her|them|himself|herself|myself|mum|dad|nan)|
        (?:pulled|tipped|knocked|poured|spilt|spilled|dropped)(?: \w+){0,2} (?:the )?(?:kettle|boiling|scalding|
        hot (?:water|fat|oil))(?: \w+){0,2} (?:over|on|down)|skin (?:is )?(?:peeling|blister\w+|
        come off)(?: \w+){0,3} (?:burn\w*|scald\w*|kettle|boiling)
        """,
        words=_WORDS,
        figure=r"heal\w*|sun burnt|sunburn\w*|burnt out|ironing|last|dinner|toast|calories",
    ),
    # Told in the plain past or the plain present these are habits and old stories, unless it is this minute.
    sign(
        "life",
        r"(?:scald\w*|burnt|burned) <burnt>|chokes on|having (?:a |our )baby|baby is (?:on the way|due)",
        words=_WORDS,
        at_once=True,
        figure=r"heal\w*|sunburn\w*|burnt out|toast|calories",
    ),
    sign(
        "life",
        r"""
        (?:throat|tongue|face|lips|airway)(?: \w+){0,3} (?:closing|swelling|swollen|swelled|closed|ballooning)|
        (?:anaphyla\w+|allergic reaction)|(?:used|need|needs|where is|give)(?: \w+){0,3} epi ?pen
        """,
        figure=r"train\w*|dentist|tooth|trained|care plan|carries|sore throat",
    ),
    sign(
        "life",
        r"""
        electrocut\w+|(?:got|had|getting) (?:an |a )?(?:big |bad |massive )?electric shock|
        stung (?:\w+ ){0,6}throat|(?:is|
        am|are|he|she) drowning(?! (?:in)(?!\w))|(?:face down|under) (?:in )?the (?:water|bath ?water)|(?:fell|fallen|
        gone) (?:in|into) the (?:river|canal|pond|pool|lake|sea)|hypothermi\w*|heat ?stroke|sepsis|(?:waters? (?:have |
        has )?(?:broken|broke)|having (?:the|her|my) baby(?! (?:in|at|next|soon|shower))|
        baby (?:is )?coming(?! (?:in|next|to|along|home|round))|(?:is|am|gone|in) (?:into )?labour(?! (?:party|club)))|(?:is|
        am) (?:having|going into) (?:a )?(?:hypo|diabetic coma)|diabetic coma|hypo and|suffocating(?! (?:me)(?!\w))|
        trapped (?:under|in the lift|inside|beneath)|crushed (?:under|by)|strangled by|caught round (?:his|her|my) neck
        """,
        figure=r"(?:off|leave) for|paternity|so i am off|train\w*|group|survivor|had sepsis|paperwork|carbon|poem|after sepsis|forms",
    ),
    sign(
        "life",
        r"""
        (?:need|needs|want|send|get|ring|call|phone|fetch|calling|ringing|phoning|getting|dial|
        order)(?: \w+){0,3} (?:ambulance|paramedics?|999|blue light|police|fire (?:brigade|engine|
        service))(?! (?:transport|
        car)(?!\w))|(?:ambulance|paramedics?) (?:now|please|quick|asap|needed|needs|urgent)|this is an emergency|
        its an emergency|it is an emergency|medical emergency|(?:going to|might|he is|she is|i am|think i am|
        i think (?:he|
        she) is) dying(?! (?:(?:to|for|of (?:boredom|laughter|hunger|embarrassment)|at home|wish|matters))(?!\w))|
        life or death|matter of life and death
        """,
        figure=r"""
        bill|transport|volunteer\w*|st john|check ?ups?|when they|they (?:took|came|said)|last|whist|took (?:him|
        her|me)|
        do not need|emergency cover|fund\w*|hospice|palliative|end of life|in case|who to (?:ring|call)|police check|
        about a|report\w*|lost property|job|station
        """,
    ),
    # Said sideways
    sign(
        "life",
        r"""
        (?:not|has not|have not) (?:taken|drawn|had) (?:a |another )?breath|no (?:breath|breathing)|
        not (?:had )?a breath|
        (?:keep|keeps|kept|started|going) (?:on )?(?:blacking|passing|conking|flaking) out|flaked out|conked out|
        (?:dropped|gone|went|sank|slumped|crumpled|crashed) (?:down )?(?:to|onto|on) (?:the )?(?:ground|floor|
        pavement|deck)|
        (?:clutching|grabbing|holding|pointing at) MINE (?:throat|neck)|(?:gone )?down the wrong way|
        throats? (?:is |are |has )?(?:closing|swelling|shut\w*)|(?:my |the )?waters (?:have |has |is )?(?:gone|
        broke\w*)|
        send (?:\w+ )?help (?:now|quick\w*|please|straight away|fast)|(?:hurry|quick|quickly) (?:please )?(?:he|she|
        mum|dad|nan|PERSON)|
        (?:can not|could not) (?:cough|swallow or talk|talk or breathe|speak or breathe)|
        blood sugars? (?:is |are |of |at |reading )?(?:\w+ )?(?:[12] \. \d|[12]|2\d|very low|really low|
        dangerously \w+)(?: and)?|
        (?:gone|turned|is|went) (?:all )?(?:white|grey|cold|limp)(?: \w+){0,4} (?:pulse|not (?:moving|talking|
        answering|responding))|(?:weak|no|faint|racing) pulse
        """,
        figure=r"phone|battery|app|laptop|at the (?:price|bill)|usually|when i (?:stand|get)|normally",
    ),
    sign(
        "life",
        r"""
        (?:is|am|are|been|and|she|he) gasping(?: [.!]|$)|(?:clutching|grabbing|holding|gripping) MINE chest|(?:been|
        was|got|just been|i have been) (?:stabbed|shot|mugged and|run over|knocked down|hit by a (?:car|van|bus|
        lorry))|
        (?:bright red|fresh) blood|(?:bleeding|blood) (?:will|does|would|can) not stop|soaked (?:\w+ )?(?:towels?|
        sheets?|pads?|dressings?)(?: \w+){0,3} (?:blood|in)|(?:\d|two|three|four) towels|
        (?:horrible|funny|awful|terrible|nasty|strange|dreadful|weird|deathly) (?:\w+ )?(?:colou?r|grey|shade)|
        shaking and sweat\w*|sweating and (?:shaking|confused|can not)|(?:baby|bump) (?:is not|has not|not) mov\w*|
        (?:ceiling|roof|wall|tree|wardrobe|shed|cupboard|bookcase)(?: \w+){0,4} (?:fallen|come down|collapsed|
        landed) (?:down )?on (?:top of )?(?:me|him|her|mum|dad|nan|us|them)|(?:hear|heard) (?:him|her|them|mum|dad|
        nan|someone) (?:groaning|moaning|calling out|crying out|shouting for help|calling for help|screaming)
        """,
        figure=r"since|last (?:week|month|year)|years ago|paint|hair|curtains|wool|dress|shoot the breeze|"
        r"in the sun|toe|midges?|by a bug",
    ),
    sign(
        "life",
        r"(?:it is|its|blood|is|and) (?:pumping|spurting|gushing|pouring) out|cut (?:my|him|"
        r"her)self(?: [a-z]+){0,6} (?:pumping|pouring|gushing|not stopping|will not stop|deep|"
        r"badly)",
        figure=r"rain|water|money|heart|tea",
    ),
)
