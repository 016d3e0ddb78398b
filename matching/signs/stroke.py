"""Signs of a stroke or of the heart."""

from matching.signs.reading import sign

STROKE = (
    sign(
        "stroke_or_heart",
        r"""
        (?:faces?|mouths?|eye|lip|lips|cheek|smile|eyelid)<gap4>(?:droop\w*|dropped|dropping|lop ?sided|slipped|slid|
        sagg\w+|
        wonky|crooked|skew\w*|uneven|gone (?:funny|down|weird|to one side|all)|pulled (?:down|to)|hanging|melting|
        on the huh|skwiff|squiffy|cockeyed|melted)|(?:droop\w*|lop ?sided|wonky|crooked|funny)<gap3>(?:face|mouth|
        side|eye|
        cheek|down)|one side of MINE (?:face|mouth|body)|(?:down|on) one side(?: of)?(?: MINE)? (?:face|body)?|slurr\w+|
        (?:speech|words|talking|voice|sentences|talk)<gap4>(?:slurr\w*|jumbled|muddled|garbled|gibberish|mush|drunk|
        wrong|
        backwards|funny|slurry|making no sense|not make sense|not making (?:any )?sense|mumbl\w+|thick)|(?:came|comes|
        coming|come) out (?:all )?(?:\w+ )?(?:jumbled|muddled|garbled|slurr\w*|gibberish|mumbled|wrong|funny|scrambled|
        backwards|nonsense)(?! (?:since)(?!\w))|(?:talking|speaking|spouting|coming out with|
        sounds?) (?:\w+ ){0,2}(?:gibberish|double dutch|jumbled|funny|slurr\w*|drunk|gobbledeg?ook|like (?:he|
        she) is drunk|
        muddled|garbled|strange|weird)|(?:is|am|are|was|be|been|think|he|she|might be|could be|
        started) (?:\w+ )?having (?:a |another )(?:\w+ )?(?:stroke|tia|mini stroke)|(?:think|reckon|believe|
        looks like|sure|
        sounds like|like) (?:\w+ ){0,4}(?:a |another )(?:mini )?(?:stroke|tia)|(?:signs of|
        just had) a (?:mini )?(?:stroke|
        tia)(?! (?:in|last|and now lives|so|a few|\w+ years)(?!\w))|^(?:help )?(?:stroke|
        heart attack)(?: i think| please| help| now)?[ .!]*$
        """,
        figure=r"""
        telly|phone|line|zoom|microphone|lately|recently|for (?:weeks|months|years)|dentist|dental|eyelid (?:op|
        surgery)|
        plants?|flowers?|tulips|curtains?|since|(?:from|with|due to|because of|is) (?:MINE )?(?:ms|palsy|parkinson\w*|
        motor neurone?|mnd)|palsy|cerebral|aphasia|born|so (?:people|folk|they|everyone) (?:think|thinks)|
        politician|radio|different language|choir|therap\w*|exercises?|
        stroke (?:club|group|cafe|association|survivors?|care|rehab|nurse|team)|stroke of|breast ?stroke|bell.?s palsy
        """,
    ),
    sign(
        "stroke_or_heart",
        r"""
        (?:can not|could not|unable to|does not seem to) (?:\w+ ){0,2}(?:lift|raise|move|feel|use|hold|
        grip) (?:\w+ ){0,4}(?:arms?|leg|side|hand|fingers)|(?:arm|leg|side|hand|half of MINE body|fingers)<gap3>(?:numb|
        floppy|limp|dead|useless|paralysed|hanging|will not (?:move|work|lift)|not (?:moving|working)|stopped working|
        pins and needles|tingling|gone weak|weak|heavy)|(?:numb|weak|limp|tingling|dead)<gap4>(?:arm|leg|side|hand)|
        all down one side|weak (?:down|on) one side|gone (?:all )?(?:weak|funny|limp) (?:down|on) (?:one|the|
        MINE) (?:\w+ )?side
        """,
        weight=0.8,
        figure=r"""
        since|after (?:my|his|her|the) stroke|knit\w*|slept on|arthritis|frozen shoulder|physio|ms\b|for (?:weeks|
        months|
        years)|carpal|washing|hair|hoist\w*|shopping|as well as|any(?:more)?$|anymore|bucket|spade|above my head|jumper|
        coat|(?:needs?|want|looking for|someone to)|exercises?|wash\w*|dress\w*|since \w+|right arm is broken|plaster
        """,
    ),
    sign(
        "stroke_or_heart",
        r"""
        sweat(?:ing|y)|suddenly|all of a sudden|sudden|out of nowhere|(?:ten|five|\d+) minutes ago|came on|come over(?: all)? (?:queer|
        funny|strange)|not (?:him|her)self|not making (?:any |much |a lot of )?sense|makes? no sense|does not (?:know|
        recognise) (?:me|who|where)|confused all of
        """,
        weight=0.4,
    ),
    sign(
        "stroke_or_heart",
        r"""
        (?:chest|ticker|breastbone|breast bone)<gap3>(?:pains?|painful|hurts?|hurting|tight\w*|crush\w*|pressure|heavy|
        aches?|aching|(?:feels? )?like|squeez\w*|squash\w*|gripp\w*|agony|killing|stabbing|burning|feels? (?:\w+ )?bad|
        giving me (?:gyp|jip|
        what for))|chest pains?|chesty? tightness|(?:pains?|tight\w*|pressure|crushing|elephant|weight|ache|someone|
        something|squeez\w+|band|vice|belt|stabbing|heaviness|gripping|clamp|brick|someone (?:sat|sitting|
        standing))<gap4>chest|pains? (?:\w+ )?(?:down|up|in|into|through|shooting) (?:\w+ ){0,3}(?:left arm|arm and|
        jaw)|
        (?:having|had|has|is|am|be|think) (?:\w+ ){0,3}heart attack|heart (?:has |is )?(?:just )?(?:stopped|stopping|
        giving out|packing up|given out)|heart attack (?:right )?now|cardiac arrest|(?:left )?arm and jaw
        """,
        figure=r"""
        nearly|almost|practically|gave me|gives me|give me|chest of drawers|freezer|chest infection|rubs?|clinic|
        when i saw|
        when i see|bill|price|off my chest|on my chest (?:to say|for)|treasure|heart ?ache|group|class|rehab|since|
        (?:went|got) bad(?! pains?)|(?:is|been) bad (?:for|this winter|these)|hair|binder|hugs?|before my chest|heart attack last|years|
        a cough|
        bronchitis|physio
        """,
    ),
    sign(
        "stroke_or_heart",
        r"""
        heart (?:is )?(?:\w+ )?(?:racing|pounding|going like the clappers|thumping|fluttering|all over the (?:place|
        shop)|
        missing beats|skipping)|palpitations|indigestion(?: \w+){0,3} arm
        """,
        weight=0.6,
        figure=r"joy|excite\w*|choir|happy|love|tablets for|clinic|skips? a beat when",
    ),
    sign(
        "stroke_or_heart",
        r"""
        (?:can not|could not|does not|do not|will not|unable to) (?:\w+ ){0,2}(?:get MINE words out|
        form (?:a )?(?:words?|sentences?)|talk properly|
        speak properly|make words|string (?:a sentence|words))|
        (?:he|she|mum|mam|dad|nan|gran|husband|wife) can not (?:speak|talk)(?= [.!]|$)|(?:words|speech|
        sentence)(?: \w+){0,3} (?:will not come|not coming|will not make)|
        (?:can not|could not|can hardly) feel (?:\w+ )?MINE (?:\w+ )?(?:face|mouth|tongue|lips|cheek)|(?:face|mouth|
        cheek|eye)(?: \w+){0,3} (?:does|do|will|is|can) not (?:move|moving|open|shut|work|working|match|close)|
        (?:half|side) of MINE (?:face|mouth|body)(?: \w+){0,4} (?:not|numb|gone|dropped|dead|limp|frozen)|(?:heavy|
        crushed|crushing|vice like|tight) (?:feeling (?:in|on|across) )?(?:MINE )?chest
        """,
        figure=r"since|for (?:weeks|months|years)|autis\w*|non ?verbal|dementia|english|shy|dentist|upset|"
        r"emotional|grateful|anxi\w*|panic|sadness|group|class|club|choir|exercises",
        chronic=True,
    ),
    # A bad chest and lost words are lived with for years: they need something more.
    sign(
        "stroke_or_heart",
        r"chest (?:is |has been )?(?:\w+ )?bad|bad chest|(?:can not|could not|unable to) (?:speak|find MINE words)",
        weight=0.6,
        chronic=True,
        figure=r"english|to (?:him|her|them|anyone|people)|up for|highly|for (?:my|him|her)self",
    ),
    # "Has gone numb" is a change, where "is weak" may be how it always was; half a body is more than a hand.
    sign(
        "stroke_or_heart",
        r"(?:side|arms?|legs?|hand|face|foot|fingers) (?:is |has |have )?(?:just )?(?:gone|went) (?:all |really |very |right )?"
        r"(?:numb|dead|weak|limp|funny|floppy|heavy|(?:like|to) jelly)|"
        r"side(?: of (?:MINE|me|him|her)(?: \w+)?)? (?:has |have |is )?(?:just )?stopped working|"
        r"(?:can not|could not) (?:move|feel|lift) (?:MINE )?(?:left|right|one|whole) side",
        weight=0.4,
        chronic=True,
        figure=r"lately|recently|over the|months|weeks|years|phone|battery|line|telly",
    ),
    sign(
        "stroke_or_heart",
        r"(?:down|into|up) (?:MINE )?(?:left |right )?(?:arm|jaw)|clammy|gasping",
        weight=0.4,
    ),
)
