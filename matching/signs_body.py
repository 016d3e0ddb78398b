"""Signs that a body is in danger now: breath, blood, heart, stroke, falls, burns, swallowed things."""

from matching.danger_signs import near, sign

_N1, _N2, _N3, _N4, _N6 = near(1), near(2), near(3), near(4), near(6)
_FLOOR = (
    r"(?:floor|carpet|lino|rug|tiles|ground|path|pavement|patio|lawn|grass|drive|landing|doorstep|"
    r"bottom of the stairs|foot of the stairs|stairs|bathroom|shower tray|kitchen floor|hall floor|garden path|mat|deck)"
)
_ROOM = r"(?:bathroom|kitchen|hall|hallway|bedroom|lounge|landing|living room|front room|wet room|toilet|garage|garden|shed|lav|loo|utility|scullery|back yard|yard)"
_BONES = r"(?:head|hip|leg|arm|wrist|ankle|back|skull|nose|neck|shoulder|knee|elbow|face|ribs?|collarbone|pelvis|foot|side|noggin|forehead|bonce)"
_DROP = (
    r"(?:fallen|fell|falled|slipped|tripped|toppled|tumbled|keeled over|gone over|went over|come off|came off|slid|went down|gone down|"
    r"gone arse over tit|gone flying|went flying|took a tumble|taken a tumble|come a cropper|came a cropper|tipped over|missed the step|"
    r"had a (?:bad |nasty |big |little )?(?:fall|tumble|slip|trip)|legs (?:have |just )?(?:gave|given|gone|went|buckled)|"
    r"knees? (?:have |just )?(?:gave|given|gone|went|buckled))"
)
_STUCK = (
    r"(?:can not|could not|will not|unable to|not able to|struggling to|trying to|how do i|does not seem to) (?:\w+ ){0,2}"
    r"(?:get (?:back )?up|get (?:me|my|him|her|them|it|mum|dad|nan)(?:self)? (?:back )?up|stand(?: back)? up|get (?:back )?(?:on|to) (?:my|his|her) feet|lift (?:him|her)|shift|budge|"
    r"pull (?:my|him|her)self|pick (?:him|her) up|raise (?:him|her) up|move (?:at all|him|her|an inch|anything)|get off the (?:floor|ground|toilet)|get out of the (?:bath|shower)|get (?:any)?one)"
)

BODY_SIGNS = (
    # Breath
    sign(
        "life",
        rf"(?:can|could|will) (?:not|hardly|barely|scarcely|just about){_N1}?(?:breathe|breath|get (?:any |enough )?air)|"
        rf"(?:can|could) (?:not|hardly|barely|scarcely) (?:get|catch|draw) (?:MINE |a |any )?breath|"
        rf"(?:not|stopped|hardly|barely|scarcely|struggling|fighting|struggles|difficulty|trouble|bother|hard time) (?:\w+ ){{0,2}}?(?:breathing|to breathe|for breath|breathe)|"
        r"(?:is|are|am|keeps|was) gasping(?: for (?:air|breath))?(?! for a (?:cuppa|drink|brew|tea|fag|smoke|cup|pint))|gasping for (?:air|breath)|fighting for (?:air|breath)|"
        rf"breathing{_N2}?(?:funny|strange|odd|weird|rattl\w+|shallow|stopped|bad|wrong|worse|like a|very fast|really fast)|"
        r"(?:breathing|breath)(?: \w+){0,2} (?:stopped|stopping|packing up)|rattling (?:breath\w*|sound)|death rattle",
        figure=r"laugh\w*|giggl\w*|when i (?:climb|walk|do|go|get)|on (?:the|my) stairs|up (?:the )?(?:stairs|hills?)|exercise|class|mask|hay ?fever|room to breathe|"
        r"breathe easy|up the hill|singing|choir|flares?|copd group|rehab|clinic|any (?:kind of )?group|in this heat with the windows",
    ),
    sign(
        "life",
        rf"(?:turn(?:ed|ing)|gone|going|went|looks?|is|are|all) (?:\w+ )?(?:blue|purple)(?: (?:round|around|in|lips|and|at|now))?(?! badge|bin|rinse|door|car|top|dress|coat|hair)|"
        rf"lips?{_N2}(?:blue|purple|grey)|(?:gone|turned|is|looks|went) (?:all |very |really |a funny |deathly )?(?:grey|gray|white)(?: as a sheet)? and (?:\w+ )?(?:clammy|sweat\w*|cold|limp)",
        figure=r"feel(?:ing)? (?:a bit )?blue|monday|hair|paint\w*|sky|wool|sweater|with cold|nails|rinse|flowers|light|colou?r|bruis\w*",
        weight=0.9,
    ),
    sign("life", r"(?:grey|clammy|ashen|pouring (?:with )?sweat|sweating buckets|dripping (?:with )?sweat|delirious|burning up)", weight=0.5),
    sign(
        "life",
        r"(?:is|am|are|he|she|started|starts|him|her|mum|dad|nan|now) choking|choking on|chok(?:ed|es) on|choking (?:and|he|she|i|to death|help|now|quick)|"
        r"something(?: is)? stuck (?:down|in) MINE (?:throat|windpipe|gullet)|stuck in MINE (?:throat|windpipe)|(?:bone|food|meat|toast|sweet|tablet|apple|pill)(?: \w+){0,3} (?:stuck|lodged|gone down the wrong way)",
        figure=r"up|price|words|hazard|risk|when (?:he|she) eats|meal ?times?|thicken\w*|pur[ée]e\w*|weed|weeds|garden|dust|traffic|paperwork|on my words|keeps choking at",
    ),
    # Consciousness
    sign(
        "life",
        r"unconscious|unresponsive|passed out|blacked out|out cold|spark out|keeled over|lifeless|not conscious|no pulse|"
        r"(?:can not|could not) (?:wake|rouse|waken|get (?:a |any )?(?:response|answer|sense|word) (?:out of|from)|bring (?:him|her) round)|(?:will|does|did) not (?:wake|wake up|waken|come round|come to|stir|rouse|answer me|respond|open MINE eyes)|"
        r"(?:is|was|are|am) not (?:waking|responding|moving|rousing|answering me|stirring|come round|coming round)|(?:can not|could not) get (?:him|her|mum|dad|nan|gran|them|PERSON) to (?:wake|wake up|stir|respond|come round|open)|"
        r"gone (?:all )?(?:stiff|limp|floppy|unconscious)|eyes(?: \w+){0,2} (?:roll\w*|glazed|back in MINE head)|not (?:a )?responding|(?:no|not a) (?:response|movement)|not with us anymore and|"
        r"shak(?:en|ing|e) (?:him|her|them)(?: \w+){0,4} nothing",
        figure=r"before (?:noon|ten|nine|lunch|\d+)|alarm clock|unconscious bias|phone|text\w*|emails?|messages?|agency|council|office|laptop|tablet|drop|lettuce|plant|on the bus|door bell|in time for|to the alarm",
    ),
    sign(
        "life",
        r"collaps(?:ed|ing|e)",
        figure=r"shed|roof|fence|chair|table|wall|tent|laugh\w*|giggles|sofa (?:with|after)|settee (?:with|after)|in a heap|deal|business|plans?|agency|gazebo|shelf|bed frame|ceiling|package|arrangement|lungs?|veins?|arranged|walking frame|wheelchair folds?",
    ),
    sign("life", r"(?:PERSON|think) (?:is|has|has just|are|looks|might be|may be) (?:dead|died|dying|not alive)(?! on (?:MINE )?feet| for| to| chuffed| pleased| good| nice| kind| lucky| proud| beat| set| tired| keen| jealous| easy| against| slow| excited| posh| early| late| right| wrong| sure| funny)",
        weight=0.9, figure=r"battery|phone|cat|dog|hamster|budgie|plants?|telly|tired|absolutely|shift|at home|hospice|peacefully|years|cancer|funeral|bored|embarrass\w*|laughing"),
    sign("life", r"cold and (?:stiff|not moving)|stone cold|not breathing", figure=r"tea|coffee|dinner|food|soup|meal|radiator|house"),
    sign("life", r"faint(?:ed|ing)|(?:going|about) to (?:faint|pass out|black out)|dizzy and (?:sick|faint)|drifting in and out|in and out of (?:it|consciousness)|(?:really |very |all )?(?:floppy|drowsy)", weight=0.6, figure=r"smell|praise|heart|light ?headed when i|hungry"),
    # Blood
    sign(
        "life",
        r"(?:is|am|are|was|started|keeps|still|nose) bleeding(?= (?:and|from|bad\w*|heavil\w*|a lot|lots|all|everywhere|over|quite|really|like|out|through|loads|to death|profusely|so|too|quick\w*|now|again|since|down|on|into|inside|in|internally|help|it|he|she|i)\b|$| [.!?,])|"
        r"bleeding (?:bad\w*|heavil\w*|from|everywhere|all over|out|a lot|loads|to death|profusely|quite a bit)|(?:will not|can not|does not|not|would not) (?:\w+ ){0,2}stop (?:the )?(?:bleeding|blood)|"
        r"blood (?:\w+ ){0,2}(?:everywhere|all over|pouring|gushing|coming (?:out|from|through|up)|pumping|spurting|dripping|on the (?:floor|carpet|pillow|wall|stairs|tiles|sheets))|"
        r"(?:pouring|gushing|losing|lost|pool of|pools of|cough\w* up|sick\w* up|throw\w* up|vomit\w*|spit\w* (?:up|out)|puk\w*|covered in|loads of|lots of|a lot of|so much|passing|peeing|weeing|pooing) (?:with |a lot of |loads of |so much |too much |out )?blood(?! sugar| pressure| tests?| clots? clinic)|"
        r"(?:cut|gash\w*|slashed|sliced) (?:MINE(?:self)? )?(?:\w+ ){0,3}(?:badly|deep|to the bone|wide open|and it will not stop)|haemorrhag\w+|hemorrhag\w+|(?:gash|hole|cut|split) in MINE (?:head|forehead|leg|arm|scalp)|"
        r"(?:head|scalp|lip|leg|arm|wrist) (?:is |has )?(?:split|gashed|cut) (?:open|wide)|vein(?: \w+){0,3} (?:burst|bleeding)|(?:burst|bleeding) (?:varicose )?vein",
        figure=r"bleeding (?:useless|heck|hell|obvious|council|late|bus|nuisance|cheek|awful|hopeless|marvell?ous|liberty|miracle|brilliant|lovely|rude|stupid|ridiculous|typical|machine|thing)|heart bleeding|bleeding heart|radiators?|gums when|blood (?:tests?|taken|forms?|clinic)|orange|donor|donating|group",
    ),
    # Fits
    sign(
        "life",
        r"having (?:a |an |another |one of (?:MINE )?)?(?:massive |big |bad |long |funny |epileptic )?(?:fits?|seizures?|convulsions?)|(?:is|am|been|started|still|he|she) (?:been )?(?:fitting|convulsing)(?! (?:a|the|in|well|him|her|me|us|out|new|kitchen|grab|rails?|carpets?|into))|"
        r"(?:frothing|foaming|froth|foam) (?:\w+ )?(?:at|from|out of|round) MINE mouth|(?:jerking|shaking|twitching) all over|whole body (?:is )?(?:shaking|jerking)|seizure (?:that )?(?:will not|has not|not) stop\w*|(?:fit|seizure)(?: \w+){0,3} (?:minutes|mins)(?: now)?",
        figure=r"laugh\w*|(?:will|would|might|nearly|almost|going to) (?:be )?hav(?:e|ing) a fit|fit of (?:the )?giggles|cold turkey|usually|if (?:he|she|i) has|protocol|carpet|kitchen|bathroom|blinds|keeps having|gets",
    ),
    # Stroke
    sign(
        "stroke_or_heart",
        rf"(?:face|mouth|eye|lip|lips|cheek|smile|eyelid){_N4}(?:droop\w*|dropped|dropping|lop ?sided|slipped|slid|sagg\w+|wonky|crooked|skew\w*|uneven|gone (?:funny|down|weird|to one side|all)|pulled (?:down|to)|hanging|melting|on the huh|skwiff|squiffy|cockeyed|melted)|"
        rf"droop\w*{_N3}(?:face|mouth|side|eye|cheek|down)|one side of MINE (?:face|mouth|body)|(?:down|on) one side(?: of)?(?: MINE)? (?:face|body)?|slurr\w+|"
        rf"(?:speech|words|talking|voice|sentences|talk){_N4}(?:slurr\w*|jumbled|muddled|garbled|gibberish|mush|drunk|wrong|backwards|funny|slurry|making no sense|not make sense|not making (?:any )?sense|mumbl\w+|thick)|"
        r"(?:talking|speaking|spouting|coming out with|sounds?) (?:\w+ ){0,2}(?:gibberish|double dutch|jumbled|funny|slurr\w*|drunk|gobbledeg?ook|like (?:he|she) is drunk|muddled|garbled|strange|weird)|"
        r"(?:is|am|are|was|be|been|think|he|she|might be|could be|started) (?:\w+ )?having (?:a |another )(?:\w+ )?(?:stroke|tia|mini stroke)|(?:think|reckon|believe|looks like|sure|sounds like|like) (?:\w+ ){0,4}(?:a |another )(?:mini )?(?:stroke|tia)|(?:signs of|just had|has had) a (?:mini )?(?:stroke|tia)(?! in| last| and now lives| so| a few| \w+ years)",
        figure=r"telly|phone|line|zoom|microphone|lately|recently|for (?:weeks|months|years)|dentist|dental|eyelid (?:op|surgery)|plants?|flowers?|tulips|curtains?|since|politician|radio|different language|choir|therap\w*|exercises?|"
        r"stroke (?:club|group|cafe|association|survivors?|care|rehab|nurse|team)|stroke of|breast ?stroke|bell.?s palsy",
    ),
    sign(
        "stroke_or_heart",
        rf"(?:can not|could not|unable to|does not seem to) (?:\w+ ){{0,2}}(?:lift|raise|move|feel|use|hold|grip) (?:\w+ ){{0,4}}(?:arms?|leg|side|hand|fingers)|"
        rf"(?:arm|leg|side|hand|half of MINE body|fingers){_N3}(?:numb|floppy|limp|dead|useless|paralysed|hanging|will not (?:move|work|lift)|not (?:moving|working)|stopped working|pins and needles|tingling|gone weak|weak|heavy)|"
        rf"(?:numb|weak|limp|tingling|dead){_N4}(?:arm|leg|side|hand)|all down one side|weak (?:down|on) one side|gone (?:all )?(?:weak|funny|limp) (?:down|on) (?:one|the|MINE) (?:\w+ )?side",
        weight=0.7,
        figure=r"since|after (?:my|his|her|the) stroke|knit\w*|slept on|arthritis|frozen shoulder|physio|ms\b|for (?:weeks|months|years)|carpal|washing|hair|hoist\w*|shopping|as well as|any(?:more)?$|anymore|bucket|spade|above my head|jumper|coat|"
        r"(?:needs?|want|looking for|someone to)|exercises?|wash\w*|dress\w*|since \w+|right arm is broken|plaster",
    ),
    sign("stroke_or_heart", r"suddenly|all of a sudden|sudden|out of nowhere|(?:ten|five|\d+) minutes ago|came on|come over(?: all)? (?:queer|funny|strange)|not (?:him|her)self|not making (?:any |much |a lot of )?sense|makes? no sense|does not (?:know|recognise) (?:me|who|where)|confused all of", weight=0.4),
    # Heart
    sign(
        "stroke_or_heart",
        rf"(?:chest|ticker|breastbone|breast bone){_N3}(?:pains?|painful|hurts?|hurting|tight\w*|crush\w*|pressure|heavy|aches?|aching|squeez\w*|squash\w*|gripp\w*|agony|killing|stabbing|burning|bad|giving me (?:gyp|jip|what for))|"
        r"chest pains?|chesty? tightness|"
        rf"(?:pains?|tight\w*|pressure|crushing|elephant|weight|ache|squeez\w+|band|vice|belt|stabbing|heaviness|gripping|clamp|brick|someone (?:sat|sitting|standing)){_N4}chest|pains? (?:\w+ )?(?:down|up|in|into|through|shooting) (?:\w+ ){{0,3}}(?:left arm|arm and|jaw)|"
        r"(?:having|had|has|is|am|be|think) (?:\w+ ){0,3}heart attack|heart (?:has |is )?(?:just )?(?:stopped|stopping|giving out|packing up|given out)|heart attack (?:right )?now|cardiac arrest|(?:left )?arm and jaw",
        figure=r"nearly|almost|practically|gave me|gives me|give me|chest of drawers|freezer|chest infection|rubs?|clinic|when i saw|when i see|bill|price|off my chest|on my chest (?:to say|for)|treasure|heart ?ache|group|class|rehab|since|went bad|got bad|"
        r"(?:is|been) bad (?:for|this winter|these)|hair|binder|hugs?|before my chest|heart attack last|years|a cough|bronchitis|physio",
    ),
    sign("stroke_or_heart", r"heart (?:is )?(?:\w+ )?(?:racing|pounding|going like the clappers|thumping|fluttering|all over the (?:place|shop)|missing beats|skipping)|palpitations|indigestion(?: \w+){0,3} arm", weight=0.6,
        figure=r"joy|excite\w*|choir|happy|love|tablets for|clinic|skips? a beat when"),
    # Falls
    sign("fallen", rf"{_DROP}(?: [a-z0-9]+| ,){{0,14}}? (?:and |but )?{_STUCK}|{_STUCK}(?: [a-z0-9]+| ,| \.){{0,10}} {_DROP}", figure=r"fallen (?:out|behind|through|for|apart|asleep|ill)|fell (?:out with|asleep|through|behind|for|ill|in love)|gate|wall"),
    sign(
        "fallen",
        rf"{_DROP}(?: [a-z0-9]+| ,| \.){{0,14}}? (?:(?:broke|broken|hurt|hit|hits|bang\w*|crack\w*|bump\w*|cut|smash\w*|twist\w*|snapp\w*|bash\w*|split|clonk\w*|whack\w*|done) (?:\w+ ){{0,2}}{_BONES}|bleeding|in agony|bad pain|lots? of pain|screaming|"
        rf"(?:can not|will not|not) (?:move|feel|stand|walk|put (?:any )?weight|wake|respond)\w*|(?:leg|arm|foot|hip|ankle|wrist) (?:\w+ ){{0,3}}(?:angle|bent|sticking|twisted|swollen|swelling|broken|pain|agony|hurts?|killing)|unconscious|out cold|not (?:moving|making sense)|blood|help me|in pain)",
        figure=r"in (?:the )?hospital|fallen (?:out|behind|through|for|asleep)|recover\w*|plaster|since|rehab",
    ),
    sign(
        "fallen",
        rf"(?:i am|am|is|are|he|she|him|her|still|lying|lay|laid|laying|led|stuck|sat|sitting|down|flat|been|heap|mum|dad|nan|gran|found (?:him|her|mum|dad|nan)|PERSON) (?:\w+ ){{0,3}}?(?:on|at|down on|across) (?:MINE |his |that )?(?:\w+ )?{_FLOOR}(?! flat| lamp| level| cleaning| mop| tiles need| lift| heating| apartment| bedroom)|"
        rf"(?:lying|stuck|laid out|led|slumped|sprawled|crumpled|down|in a heap)(?: \w+){{0,3}} (?:in|on|at|by|between|behind|wedged) (?:MINE )?(?:\w+ )?(?:{_ROOM}|bath|toilet|wall|bed and|wardrobe|radiator|doorway|stairs|floor)|"
        r"(?:i am|been) (?:\w+ )?down here (?:since|for|an|all|and)|"
        rf"(?:down|lying|stuck) (?:here|there) (?:\w+ ){{0,3}}(?:can not|for hours|all night|since)|wedged (?:\w+ ){{0,2}}(?:between|behind|in|against)",
        lasting=True,
        figure=r"(?:first|second|third|ground|top|dance|shop|\d+(?:st|nd|rd|th)) floor|playing|train set|sleeps? on|sleeping on|exercises?|yoga|pilates|mop\w*|hoover\w*|clean\w*|scrub\w*|wash(?:ing|ed)? (?:the|my|her) floors?|crumbs|tablets on|food on|clothes on|post on|jigsaw|lego|grand ?kids|"
        r"till (?:the|my|our)|until (?:the|my|our)|rubbish|picnic|deck chair|stuck in (?:the )?(?:traffic|house|lift queue|a rut|bed all)|towels?|water on|leak\w*|paint\w*|standing on|new (?:carpet|floor|lino|rug)|dog|cat|wants? (?:someone|to)|sat on the (?:stairs|patio|grass|lawn|deck|doorstep) (?:with|having|in the sun|eating|drinking|chatting)|hospital|"
        r"goes? (?:up|down)|stairs? (?:on (?:my|his|her)|lift|are|rail|gate)|come down the stairs|(?:live|lives|flat) on|polish\w*",
    ),
    sign("fallen", rf"{_STUCK}", weight=0.7, lasting=True,
        figure=r"(?:get|getting) up (?:the|those|them|my|our|a) (?:stairs|steps?|hill|ladder|loft|attic|path|road|bank)|in (?:the|a) mornings?|before|early|for work|on time|of a morning|to (?:the|my|town|church|shops?|bingo|club|leeds)|out of bed|without help|anymore|off (?:the|my) (?:sofa|settee|chair)(?: \w+)? (?:without|easily)|"
        r"(?:need|want|would like|looking for) (?:someone|help|a)|the strength|enough energy|motivat\w*|raise (?:the )?money|stand up (?:for|to) (?:my|him|her|them)|each|every|these days|stand up for (?:long|more)|lift (?:him|her) (?:on my own|alone|into|in the|for|onto)|move (?:house|home|anything heavy)|shift (?:the|this|my|a|at)|lie in|teenager|usually|hoist"),
    sign("fallen", rf"(?:just|has|have|is|now) (?:just |been and |gone and )?{_DROP}|{_DROP} (?:again |over |down |off |out of |in )?(?:just now|now|this minute|help|please help|quick\w*|again help)|(?:gone|went) over in", weight=0.6,
        figure=r"fallen (?:out|behind|through|for|apart|asleep|ill|into)|fell (?:out with|asleep|through|behind|for|ill|in love)|slipped (?:my mind|through|down to|a disc|up|a little)|come off (?:the|my|his|her)? ?(?:tablets|meds|medication|wall|drip|oxygen|hinges?|phone)|gone (?:over|down) (?:to|the|with|well|a treat|budget|hours?|my|your|in price|for)|went (?:over|down) (?:to|the road|the shops?|well|a treat|my|your|it|for)|"
        r"prices?|leaves|snow|rain|silent|short|need|needs|wants?|looking for|hospital|shed|fence|tree|tile|shelf|picture|button|zip|wheel|asleep|tooth|filling|hours|visits|since|support|confidence|help (?:with|to|after|getting)|money|pressure|temperature|knees? gone|cancel|so (?:i|we|he|she) (?:need|will|can)"),
    sign("fallen", rf"(?:hurt|hit|bang\w*|crack\w*|bash\w*|bump\w*|smash\w*|split|cut) (?:my|his|her|their) (?:\w+ )?(?:head|skull|hip|noggin|bonce)|(?:pain|agony|screaming)", weight=0.4),
    sign("fallen", r"(?:hip|leg|arm|ankle|wrist|bone)(?: \w+){0,4} (?:sticking (?:out|through)|(?:at|in) (?:a|an) (?:\w+ )?(?:angle|way)|bent wrong|pointing the wrong)|(?:heard|felt) (?:it|something) (?:snap|crack|go crack)|(?:think|reckon|sure)(?: \w+){0,4} (?:broke|broken|bust) (?:my|his|her|a|an) (?:\w+ )?(?:hip|leg|arm|wrist|ankle|neck|back|collarbone|pelvis|nose|rib)", figure=r"plaster|last|months|recover\w*|washing machine|bike"),
    # Burns and poisons, electricity, water, cold, allergy, birth
    sign("life", r"(?:scald\w*|burnt|burned|burns)(?: \w+){0,3} (?:myself|himself|herself|hands?|arms?|legs?|face|foot|feet|chest|lap|skin|badly|stomach|belly|thighs?|all over)|(?:boiling|scalding|hot) (?:water|kettle|soup|fat|oil|tea|coffee|milk|chip fat)(?: \w+){0,3} (?:over|down|on|all over) (?:me|my|him|his|her|them|himself|herself|myself|mum|dad|nan)|(?:pulled|tipped|knocked|poured|spilt|spilled|dropped)(?: \w+){0,2} (?:the )?(?:kettle|boiling|scalding|hot (?:water|fat|oil))(?: \w+){0,2} (?:over|on|down)|skin (?:is )?(?:peeling|blister\w+|come off)(?: \w+){0,3} (?:burn\w*|scald\w*|kettle|boiling)",
        figure=r"heal\w*|sunburn\w*|burnt out|ironing|last|dinner|toast|calories"),
    sign("life", r"(?:throat|tongue|face|lips|airway)(?: \w+){0,3} (?:closing|swelling|swollen|swelled|closed|ballooning)|(?:anaphyla\w+|allergic reaction)|(?:used|need|needs|where is|give)(?: \w+){0,3} epi ?pen", figure=r"train\w*|dentist|tooth|trained|care plan|carries|sore throat"),
    sign("life", r"electrocut\w+|(?:got|had|getting) (?:an |a )?(?:big |bad |massive )?electric shock|stung (?:\w+ ){0,6}throat|(?:is|am|are|he|she) drowning(?! in)|(?:face down|under) (?:in )?the (?:water|bath ?water)|(?:fell|fallen|gone) (?:in|into) the (?:river|canal|pond|pool|lake|sea)|hypothermi\w*|heat ?stroke|sepsis|(?:waters? (?:have |has )?(?:broken|broke)|having (?:the|a|her) baby|in labour)|(?:is|am) (?:having|going into) (?:a )?(?:hypo|diabetic coma)|diabetic coma|hypo and|suffocating(?! me)|trapped (?:under|in the lift|inside|beneath)|crushed (?:under|by)|strangled by|caught round (?:his|her|my) neck",
        figure=r"train\w*|group|survivor|had sepsis|paperwork|carbon|poem|after sepsis|forms"),
    sign("life", r"(?:need|needs|want|send|get|ring|call|phone|fetch|calling|ringing|phoning|getting|dial|order)(?: \w+){0,3} (?:ambulance|paramedics?|999|blue light|police|fire (?:brigade|engine|service))(?! transport| car)|(?:ambulance|paramedics?) (?:now|please|quick|asap|needed|needs|urgent)|this is an emergency|its an emergency|it is an emergency|medical emergency|(?:going to|might|he is|she is|i am|think i am|i think (?:he|she) is) dying(?! (?:to|for|of (?:boredom|laughter|hunger|embarrassment)|at home|wish|matters))|life or death|matter of life and death",
        figure=r"bill|transport|volunteer\w*|st john|check ?ups?|when they|they (?:took|came|said)|last|whist|took (?:him|her|me)|do not need|emergency cover|fund\w*|hospice|palliative|end of life|in case|who to (?:ring|call)|police check|about a|report\w*|lost property|job|station"),
    # Swallowed
    sign(
        "overdose",
        r"over ?dos(?:e|ed|es|ing)|(?:has|have|just) od(?:'?ed|d)?\b",
        figure=r"training|train\w*|risk|last|years?|history|chocolate|cake|telly|sun",
    ),
    sign(
        "overdose",
        r"(?:taken|took|taking|swallow\w*|had|necked|downed|drunk|drank|eaten|ate|given|gave|popped|inject\w*|gulped|scoffed|shoved down|guzzled|knocked back|munched|washed down)(?: [a-z0-9]+){0,7}? "
        r"(?:all (?:of )?(?:\w+ ){1,4}at once|(?:(?:all|whole|entire|too many|too much|handfuls?|fistful|lots|loads|load|twice|double|triple|every|extra|dozens?|twenty|thirty|forty|fifty|sixty|hundred|\d{2,}|both|three days|four days|weeks?|months?|rest|bottle|bottles|packets?|pack|box|strips?|blister|bunch|several|half a|pile|stack|pots?|tubs?|everything in|couple of dozen|heaps?|too)(?: [a-z']+){0,5} "
        r"(?:tablets?|pills?|paracetamols?|paras|medication|medications|medicines?|meds|capsules?|insulin|morphine|sleepers|sleeping\w*|doses?|aspirins?|ibuprofen|warfarin|oramorph|methadone|codeine|co codamol|cocodamol|diazepam|valium|tramadol|antidepressants|metformin|blister pack|nomad|dosette|drugs|temazepam|zopiclone|medicine cabinet|amitriptyline|heroin|painkillers?|pain killers|beta blockers|bottle of (?:\w+ )?(?:pills|tablets))))|"
        r"(?:double|triple|twice) (?:dosed|the dose|her dose|his dose|my dose)(?: \w+){0,4}|(?:pack(?:et)?s?|bottles?|box(?:es)?|strips?|pots?)(?: (?:of|is|are|all|lying|everywhere|paracetamol|pills|tablets))* empty(?: \w+){0,4} (?:tablets|pills|paracetamol)?|empty (?:pill|tablet|paracetamol|medicine|medication|blister) (?:\w+ )?(?:packets?|pack(?:s|et)?|bottles?|box(?:es)?|strips?|blisters?)|"
        r"empty (?:packets?|packs|bottles?|box(?:es)?|strips?|blisters?) (?:of|everywhere|by|next|beside)(?: \w+){0,3}",
        figure=r"breakfast|dinner|lunch|as (?:normal|usual|prescribed|directed)|on time|fine|happy|all good|no problems?|like (?:he|she) should|nice|review\w*|deliver\w*|collect\w*|order\w*|pick\w* up|repeat|pharmac\w*|running out|ran out|no tea|too many (?:tablets|pills) to|ice ?cream|lemsip|after food|with (?:her|his|a) (?:tea|breakfast|lunch)",
    ),
    sign("overdose", r"(?:swallow\w*|drunk|drank|drinking|eaten|ate|eating|had|taken|licked|sipped|swig\w*|inhaled|mouthful)(?: \w+){0,4} (?:bleach|weed ?killer|anti ?freeze|washing (?:up )?liquid|dettol|disinfectant|toilet (?:cleaner|duck)|white spirit|turps|batter(?:y|ies)|button battery|detergent|laundry (?:tab|pod|capsule)s?|dishwasher tab\w*|cleaning (?:fluid|stuff|liquid|product)|rat poison|slug pellets|cleaner|drain\w*|caustic|petrol|poison\w*|hand gel|fairy liquid|surface spray|pods?)", figure=r"bought|smell of|shopping"),
    sign("overdose", r"(?:given|gave|taken|took|had)(?: \w+){0,3} (?:the )?(?:wrong|someone else(?:is|s)?|another (?:person|client|resident)(?:is|s)?) (?:\w+ )?(?:tablets|pills|meds|medication|medicine|insulin|dose)", weight=0.7, figure=r"last|pharmacy gave|chemist"),
)
