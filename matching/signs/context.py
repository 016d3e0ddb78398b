"""The turns of speech that take a sign's force away: settled, past, denied, joked about, or only talked of."""

import re

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|aug|sept?|oct|nov|dec)"
)
# Over and done with, whatever else is said.
SETTLED = re.compile(
    r"\b(?:(?:is|are|am|was|be|doing|been) (?:all |absolutely |perfectly |quite |much )?"
    r"(?:fine|ok|okay|safe|better|recovered|sorted|home) (?:now|again|thank|after|since)|"
    r"(?:up|awake) now and (?:eating|having|dressed|watching|sat|in|on|full)|"
    r"all (?:fine|ok|okay|sorted|safe|good|right|clear) now|no harm done|false alarm|(?:is|was|"
    r"it) (?:all )?(?:put )?out now|"
    r"put it out (?:ourselves|and)|(?:is|was|been) (?:fixed|found|mended)|(?<!have )found "
    r"(?:him|her|it) (?:safe|in the end|at|in town|sat in|asleep|again|eventually)|"
    r"(?:home|back|discharged|out) (?:safe|from|of) (?:and sound|the hospital|hospital|rehab)|since been|"
    r"(?:engineer|gas man|plumber|electrician|fire brigade|paramedics?|ambulance|doctor|gp) "
    r"(?:has )?(?:came|been|fixed|sorted|checked|said)|"
    r"turned out|it was only|was just the|never (?:happened|again)|has? (?:all )?healed)\b"
)
# A time that is over: settles what happens and ends, unless the message says it goes on.
PAST = re.compile(
    r"\b(?:last (?:week|month|year|winter|summer|spring|autumn|christmas|easter|" + MONTH + r"|[a-z]+day)|"
    r"(?:\w+ )?(?:years?|months?|weeks?|fortnight) (?:ago|back|since)|(?:in|since|back in|"
    r"from) (?:" + MONTH + r"|19\d\d|20\d\d|the (?:war|sixties|"
    r"seventies|eighties|nineties|spring|summer|autumn|winter))|(?:for|over) (?:\w+ "
    r"){1,2}(?:years|months|weeks)|used to|"
    r"when (?:i|he|she|we|they) (?:was|were|had|lived)|as a child|(?:history|chance|(?<!no )signs?|"
    r"risk) of|previous(?:ly)?|recover(?:ed|ing|y)|"
    r"(?:since|after|following|from|due to|because of|post) (?:my|his|her|a|the|their|mum is|"
    r"dad is|it)(?: \w+)? (?:fall|stroke|tia|accident|op|"
    r"operation|heart attack|seizures?|fire|burglary|break in|flood|attack|overdose|breakdown|"
    r"hip|tumble(?! dr[iy]er)|trip|slip|scare|turn|illness)|"
    r"survivors?|survived|till \w+|until (?:the|my)|the other (?:day|week|month)|long time ago|"
    r"(?:years?|months?) of|(?:once or twice|(?:a few|several|many|two|three|couple of) times))\b"
)
# A date that stands beside the thing itself settles it, whatever "now" says of what came of it.
DATED = re.compile(
    r"^(?: [a-z]+){0,2}? (?:(?:in|back in|since) (?:" + MONTH + r"|the (?:spring|summer|autumn|winter)|19\d\d|20\d\d)|"
    r"(?:last|the other) (?:week|month|year|winter|summer|spring|autumn|christmas|easter|" + MONTH + r")|"
    r"(?:\w+ )?(?:years?|months?|weeks?) (?:ago|back|since))\b"
)
ONGOING = re.compile(
    r"\b(?:still|now|right now|just|this minute|at the moment|as we speak|currently|again|"
    r"happening|since (?:last night|this morning|yesterday))\b"
)
# Talk about danger rather than danger: training, clubs, worries, stories.
TALK = re.compile(
    r"\b(?:worr(?:y|ied|ies)(?: \w+){0,2} (?:that|about|of|he|she|it|might)|"
    r"afraid (?:of|that|he|she)|scared (?:of|he might|she might)|frightened of (?:falling|fire|"
    r"being)|risk of|prone to|at risk|"
    r"train(?:ed|ing)|course|awareness|first aid|group|club|society|association|survivors?|charity|clinic|"
    r"nurse specialist|(?:in|on|at) (?:the |a |my )?(?:film|book|telly|tv|television|news|"
    r"radio|programme|drama|story|soap|"
    r"play|game|quiz|panto)|corrie|eastenders|casualty on|dream(?:t|ed|ing|s)?|nightmares?|"
    r"policy|policies|leaflet|talk about|"
    r"advice (?:on|about)|history of|experience (?:of|with|in)|how do i (?:prevent|avoid|stop)|prevent\w*|avoid|"
    r"so (?:he|she|they|i) (?:does|do) not)\b"
)
# A thing supposed, not met; but "I'd be better off dead if she went" is a threat, so despair ignores it.
SUPPOSED = re.compile(
    r"\b(?:what if|in case|if (?:i|he|she|it|there|anyone|someone|mum|dad|they|you)|might|"
    r"could have|would have|should have)\b"
)
JOKE = re.compile(
    r"\b(?:red tape|in the back by|choking for|dying (?:for|wish|to)|anxiety makes|lol|haha\w*|ha ha|lmao|"
    r"rofl|joking|only kidding|only joking|laugh\w*|giggl\w*|figure of speech|metaphor\w*)\b"
)
DENIED = re.compile(
    r"\b(?:no|not|never|without|no longer|stopped|nothing|neither|nor|free from|is not|are not|"
    r"was not|did not|has not|have not|thank god no)"
    r"(?: (?:a|an|any|the|actually|really|have|had|got|been|be|having|feel|feeling|sign of|signs of|more|to|is|of))*$"
)
# Every so often, not this minute: a worry to act on, but not tonight's emergency.
HABIT = re.compile(
    r"\b(?:keeps?|always|sometimes|often|usually|every (?:time|so often|day|night|morning|week|"
    r"few)|most (?:days|nights|mornings)|"
    r"now and (?:then|again)|at times|from time to time|tends to|whenever|regular(?:ly)?|when "
    r"carers?|gets|several times|a lot of the time|"
    r"has been|have been|these days|lately|recently|if i am late)\b"
)
# Looking for help to come: somebody who cannot get up this minute asks for it now, not for "someone who".
SEEKING = re.compile(
    r"\b(?:is there (?:any|some|a)\w*|are there|any ?one (?:who|that|to|able)|someone (?:who|"
    r"that|to)|looking for|could do with|"
    r"(?:needs?|wants?) (?:someone|a|some)|(?:needs?|wants?) help (?:to|with|at|in|getting|when|every|after|from)|"
    r"want help|do you (?:have|know|do)|would like|recommend|who (?:can|"
    r"could|does|do)|equipment|aids?)\b"
)
PRICES = re.compile(
    r"\b(?:how much|price|prices|cost|costs|charge|charges|an hour|per hour|fees?|rates?|bill|"
    r"invoice|dear|expensive|£)\b"
)
# What somebody may live with for years, and says so by naming it or by "any more".
CHRONIC = re.compile(
    r"\b(?:anymore|any longer|no longer|these days|nowadays|all (?:my|his|her) life|from birth|born|since|for years|"
    r"aphasia|dyspha[sg]ia|dysarthria|ms|multiple sclerosis|mnd|motor neurone?|parkinson\w*|huntington\w*|palsy|"
    r"cerebral|arthritis|dystrophy|laryngectomy|cancer|autis\w*|non ?verbal|learning disab\w*|"
    r"so (?:people|folk|they|everyone) (?:think|thinks|can not)|without (?:a|my|his|her|someone|help)|"
    r"(?:on|by) (?:my|him|her)(?: own|self))\b"
)
# A cry, or a stretch of time a body cannot be left for: it is happening whatever else is said.
CRY = re.compile(
    r"^(?:please )?help(?! (?:with|at|for|to|needed|in|(?:me|him|her|mum|dad|nan|my \w+) (?:to|with|in|at|get|find|wash|"
    r"dress|move|cook|and|make|learn)))\b|"
    r"(?<!some )(?<!need )(?<!needs )(?<!want )(?<!without )(?<!with )(?<!extra )(?<!bit )(?<!for )(?<!can )(?<!could )"
    r"(?<!to )(?<!any )(?<!little )(?<!my )(?<!your )(?<!more )(?<!of )"
    r"\bhelp(?: me)?(?: please| quick\w*| now)?(?= [.!]|$)|"
    r"\b(?:right now|this (?:minute|second|instant)|as we speak|quick(?:ly)?|hurry|come now|ambulance|999|"
    r"what (?:do|shall|should) i do|since (?:last night|this morning|early|dinner|lunch|breakfast|tea|\d|midnight)|"
    r"for (?:\w+ )?(?:an hour|hours|ages|minutes|mins)|(?:here|there|been) (?:an hour|hours|ages|all night)|all night|"
    r"suddenly|all of a sudden|still (?:here|there|in|stuck|down|on)|gone cold|freezing|"
    r"(?:on|off) the (?:\w+ )?(?:floor|ground|lino|carpet)|(?:has|have|is|am|just) (?:just )?(?:fallen|slipped|gone over))\b"
)
# A mark of now that a request for help may also carry: "I want a hand now".
NOW = re.compile(
    r"\b(?:now(?! (?:i|he|she|we|that|so|and then))|just (?:now|had|been|gone|got)|"
    r"this (?:morning|afternoon|evening)|tonight)\b"
)
_BURDEN = (
    r"(?:bills?|rent|debts?|costs?|prices?|fees?|mortgage|paperwork|forms?|rules|red tape|council|agency|bank|"
    r"government|system|heat|cold|weather|stairs|steps|hill|shoes|boots|slippers|knees?|hips?|feet|foot|legs?|back|"
    r"joints?|arthritis|corns|bunions?|shoulders?|hands?|loneliness|guilt|grief|worry|stress|work|job|boredom|silence|"
    r"gas|electric|electricity|heating|ivy|weeds|brambles|stuff|clutter)"
)
# The doer is a bill, a knee or a form, so the deed is a figure of speech.
FIGURATIVE = re.compile(
    rf"\b{_BURDEN} (?:and (?:the )?\w+ )?(?:(?:is|are|am|just|really|keeps?|has|have|been|absolutely|slowly|all) ){{0,4}}"
    r"(?:strangl|chok|suffocat|kill|murder|crippl|drown|crush|smother|throttl|batter|hammer|attack|beat|finish|do)\w*"
    r"(?: (?:me|us|him|her|them|mum|dad|nan|in))?(?:(?: \w+){0,3} stairs)?"
)
# A machine that gives out is not a person who does.
OF_THINGS = re.compile(
    r"\b(?:scooter|wheelchair|power ?chair|car|van|bus|taxi|boiler|heating|telly|tv|radio|phone|mobile|laptop|tablet|"
    r"computer|fridge|freezer|cooker|oven|kettle|toaster|microwave|hoover|washing machine|washer|dryer|stair ?lift|lift|"
    r"hoist|bed|mower|lawnmower|battery|alarm|hearing aids?|walker|rollator|machine|router|broadband|internet|wifi)"
    r"(?: (?:has|have|is|just|went|got|gone|been|keeps?|and|finally|all)){0,3} "
    r"(?:conk|pack|die|dead|collaps|flak|keel|pass|giv|gave|stuck|black)\w*(?: out| up| down| on me)?"
)
