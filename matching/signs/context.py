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
    r"when (?:i|he|she|we|they) (?:was|were|had|lived)|as a child|(?:history|chance|signs?|"
    r"risk) of|previous(?:ly)?|recover(?:ed|ing|y)|"
    r"(?:since|after|following|from|due to|because of|post) (?:my|his|her|a|the|their|mum is|"
    r"dad is|it)(?: \w+)? (?:fall|stroke|tia|accident|op|"
    r"operation|heart attack|seizures?|fire|burglary|break in|flood|attack|overdose|breakdown|"
    r"hip|tumble|trip|slip|scare|turn|illness)|"
    r"survivors?|survived|till \w+|until (?:the|my)|the other (?:day|week|month)|long time ago|"
    r"(?:years?|months?) of)\b"
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
    r"needs? (?:someone|help|a|some)|do you (?:have|know|do)|would like|recommend|who (?:can|"
    r"could|does|do)|equipment|aids?)\b"
)
PRICES = re.compile(
    r"\b(?:how much|price|prices|cost|costs|charge|charges|an hour|per hour|fees?|rates?|bill|"
    r"invoice|dear|expensive|£)\b"
)
