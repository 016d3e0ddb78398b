"""What customers and their supporters ask about visits that stand."""

from bot.understanding.evidence.weighing import Evidence, cue

_COME = (
    r"(?:come|comes|coming|be here|be round|pop in|pop round|call|call in|call round|visit|"
    r"turn up|arrive|due|booked|get here|attend|been|be coming|on|in|going|going in|gan|appear|"
    r"show|drop in|be with|land|getting here|supposed to be here)"
)

VISITS: Evidence = {
    "list_visits": (
        cue(1.5, r"(?:is|are) (?:my|our|the|his|her|mum 's|dad 's) WORKER (?:still )?(?:coming|due)(?! (?:late|yet))"),
        cue(
            1.4,
            r"what (?:time|day) (?:the|my|her|his|our|mum|dad|donna|she|he|they|someone)(?: "
            r"[a-z']+){0,4} (?:is|are|will be) (?:calling|coming|due|here|booked|visiting)",
        ),
        cue(
            1.4,
            rf"""
            (?:when|wen|what time|wat time|what day|what days|which days?|how often|what hour|roughly when|
            about when|what sort of time) (?:is|are|will|does|do|was|have|has|am|did|might|would|should|shall|
            can) (?:\w+ ){{0,5}}?{_COME}|(?:when|what time|what day) (?:is|are) (?:my|mum|dad|nan|her|his|the|our|
            \w+ 's|RELATION)(?: \w+){{0,3}} (?:visit|visits|call|calls|carer|carers|appointment|booking|next|lunch|
            tea|session|due|cleaner|one)|when (?:is|are) (?:my|the|her|his|our|mum|dad)(?: \w+){{0,2}} next|
            (?:can|could|do|did) (?:i|we|mum|dad|you) (?:\w+ ){0, 3}(?:times|rota|schedule|visits|diary)|(?:times|
            visits|calls|rota) (?:for|this|next|on) |do (?:i|we) have (?:a|any) (?:carer|visit|call|one)|
            is there a (?:visit|call|carer)|what times? (?:are|is|do)|where (?:am i|do i) (?:going|go|start\w*|due|
            first|next|working|off to)|(?:who|what) and when|(?:got|have) (?:any ?one|any ?body) (?:today|tomorrow|
            tonight|this|on|coming)|(?:any ?one|any ?body|someone|somebody|who) (?:is )?(?:coming|due|booked|here|
            in|round)(?: \w+)?(?: today| tomorrow| tonight| this| on| later|$| \?)|(?:is|are) donna (?:coming|here|
            in|due|on|booked|round|with (?:me|us|mum|dad)|doing)(?! (?:late|running|still))|
            (?:when|what time) (?:am i|are we|do i) (?:\w+ )?(?:on|expecting|getting|due|seeing|having|get|see|
            having|working|in|at|with|start|next|to expect)|(?:is|are) (?:there )?(?:someone|somebody|anyone|
            anybody|any ?one|a carer|any carers|carers|the carers?|the girls|the cleaner|the lady|people|any visits|
            a visit|a call|owt|anything)(?: \w+){{0,2}} (?:{_COME}|today|tomorrow|tonight|this|on|booked|planned|
            scheduled|later)
        """,
        ),
        cue(
            1.3,
            r"""
            (?:what|wot|which|how many|any|owt|show|list|tell|give|see|check|remind|read|run (?:me )?through|
            go (?:over|through)|look at|look up|know|send) (?:me |us )?(?:is |are |have |has |of |what |the |my |
            mum 's |dad 's |her |his |our |about |again )*(?:visits?|calls?|bookings?|appointments?|carers|schedule|
            diary|rota|calendar|timetable|week|jobs|shifts|clients|programme|
            plan)(?: have| has| do| does| are| is| i| for| she| he| this| next| on| today| tomorrow| booked| coming|
             left| we| got|\b)|
            what (?:have|has|did|do|does|am|is|are|will) (?:i|we|mum|dad|nan|she|he|you|they|my RELATION|RELATION|
            \w+)(?: \w+){0,2} (?:got|have|having|booked|down|doing|on|in|coming|arranged|scheduled|working|left)|
            what is (?:on|happening|booked|planned|going on|in the diary|in my diary|the plan|lined up|the (?:rota|
            schedule|programme|week)|my (?:day|rota|week|schedule|diary)|doing|next|coming up|arranged|mum|dad)|
            what(?: is| are)? (?:my|the|mum 's|dad 's|her|his) (?:next|visits|day|week|rota|schedule|calls|times|
            hours)|(?:have i|has mum|has dad|have we|has she|has he|do i|have you|has nan|does mum|does dad|does he|
            does she) (?:got |have |get )?(?:a |any |anything |anyone |anybody |someone |somebody |owt |visits |
            calls |\w+ )?(?:\w+ )?(?:coming|booked|on|visit|visits|call|calls|today|tomorrow|tonight|this|down|
            in the diary|due|arranged)|(?:am|are) (?:i|we) (?:expecting|due|getting|down|having|on|working|booked|
            in)(?: \w+){0,3}
        """,
        ),
        cue(
            0.8,
            r"(?:schedule|diary|rota|calendar|timetable|my visits|list of visits|next visit|visits "
            r"this|visits next|visits for|next call|next appointment|what is on)",
        ),
        cue(
            -1.2,
            r"^who |who (?:is|are|have|will|am i)|cancel|book me|can you book|(?:has|have) not (?:come|"
            r"arrived|turned|been|shown)|late(?!st)|instead of|how much|left in|budget",
        ),
        cue(-0.9, r"nobody (?:has|is|come|came|turned|been)|should have been|was (?:due|supposed)"),
    ),
    "who_is_coming": (
        cue(
            1.6,
            rf"""
            (?:who|who is it|which (?:carer|one|girl|lady|worker|pa|person|of (?:them|you|the girls)|lass|lad)|
            whose|wha|what carer) (?:is it |is that |it is |that is |is |are |will |have |has |did |am |be |would |
            might |should |can )*(?:i |we |they |mum |dad |nan |she |he |you |the |it |RELATION |to |it be |down |
            my RELATION )*(?:got |getting |having |seeing |expecting |have |sending |sent |send |booked |due |
            meant |supposed |to |be |next |doing |it |put |going |me |us |in )*(?:{_COME}|doing|seeing|to see|got|
            getting|having|expecting|sending|booked|today|tomorrow|tonight|this|next|at|for|with|it be|it is|
            turning|covering|walking|cooking|looking|taking|tonight|be|me|mum|dad|her|him|my RELATION|on)|
            who (?:do|does) (?:i|mum|dad|she|he|we|nan|my RELATION) (?:have|get|see|expect)|(?:name of|
            what is (?:the|her|his) name|what is she called|do i know) (?:\w+ ){{0,3}}(?:carer|lady|person|worker|
            one coming|coming)?|who (?:is )?(?:it )?(?:then )?(?:tomorrow|today|tonight|this|on|next)
        """,
        ),
        cue(
            1.5,
            r"is it (?:going to be |to be |gonna be )?(?:\w+ or \w+|the (?:same|usual|new|regular|"
            r"other) (?:one|carer|lady|girl|person|lass)|a (?:new|different|stranger)|going to be|"
            r"still|our|that|donna|\w+ (?:who is )?(?:coming|today|tomorrow|tonight|on|this|doing))|"
            r"(?:same|usual|new|different|regular) (?:carer|lady|girl|person|one|face|lass)(?: "
            r"\w+){0,2} (?:coming|today|tomorrow|tonight|on|this)|will it be \w+|is \w+ (?:or \w+ "
            r")?(?:coming|on|doing)(?: \w+){0,3} or",
        ),
        cue(
            -1.4,
            r"who (?:can|could|does|do (?:you|we) (?:have|know)|offers|provides|runs|cuts|speaks|would|"
            r"will) (?:help|i (?:ring|talk|speak|call)|do|look|sit|cut|come and)|who (?:do|should) i|"
            r"who (?:can|might|could|speaks|is (?:able|free|available|good|trained|local))|anyone who|"
            r"someone who|somebody who|anybody who|a \w+ who|people who|person who|lady who|the one "
            r"who|who (?:will|can) (?:take|sit|do)|what time|who is (?:this|due a|waiting|on my|"
            r"overdue|left|stuck|next on)|(?:not|nobody|no one)",
        ),
    ),
    "cancel_visit": (
        cue(
            2.0,
            r"""
            (?:so|and|then|please|just|better) (?:cancel|scrap|call off|drop) (?:it|that|(?:the|my|our|this|that|
            mum 's|dad 's|her|his) (?:\w+ ){0,2}(?:visit|call|one|booking|carer|appointment))
            """,
        ),
        cue(
            1.4,
            r"(?:do|manage|go) without(?: (?:her|him|them|donna|it|this|that|today|tomorrow|a "
            r"visit))?(?= |$|[.,!])|no visitors|passed away(?:.{0,60})(?:cancel|stop)",
        ),
        cue(
            1.4,
            r"^(?:please )?(?:no|not|minus) donna(?: \w+)*|decided (?:against|not to have)|(?:leave "
            r"out|miss out|take out|put (?:her|him|them|donna) off|take me off for|take mum off for|"
            r"without a visit)|(?:no longer|do not|not) (?:\w+ )?(?:need|want|require) the|stop all "
            r"(?:the |my |mum 's |dad 's |her |his |nan 's )?(?:\w+ )?(?:visits|calls|care|carers)|"
            r"(?:mum|dad|nan|she|he|we|i) (?:will not|is not going to|are not going to) be (?:there|"
            r"here|in|home|at home)",
        ),
        cue(
            1.5,
            r"""
            cancel\w*|call off|calling off|knock (?:\w+ ){0,4}on the head|scrap(?! the (?:car|metal))|
            scratch (?:that|the|my|tomorrow)|ditch|drop (?:the|my|mum|dad|her|his) (?:\w+ ){0,2}(?:visit|call|
            session|booking|hour)|bin off|bin (?:the|my|tomorrow|off)|do away with|skip (?:the|my|mum|dad|her|his|
            this|next|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|that|it|a)|
            give (?:\w+ ){1,4}a miss|forget (?:about )?(?:the|my|tomorrow|today|monday|tuesday|wednesday|thursday|
            friday|saturday|sunday|this|that) ?(?:visit|call|booking|one)?|leave (?:it|off|tomorrow|monday|tuesday|
            wednesday|thursday|friday|saturday|sunday|the visit|out)(?: \w+){0,3}(?:this week|tomorrow|today|
            for now|off)
        """,
        ),
        cue(
            1.4,
            r"""
            (?:do not|does not|will not|shall not|would not|no longer|not|need not|no need|did not|can you not|
            never|do not think (?:i|we|mum|dad|she|he)(?: will)?) (?:\w+ ){0,3}?(?:need|needs|want|wants|require|
            be needing|be wanting|needing|send|come|bother|trouble|be requiring|needed|
            bother(?:ing)? (?:to )?(?:come|coming|
            sending))(?: to)?(?: send| come| bother| coming| sending)?(?: \w+){0,4}? ?(?:carers?|visits?|calls?|
            anyone|anybody|someone|somebody|tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|
            saturday|sunday|him|her|you|them|donna|cover|help|on|this|next|after all|anymore|the)?|
            no (?:need (?:for|to|of)|visits?|calls?|carers?|cover|one|sleep in|
            care)(?: \w+){0,4}(?: (?:on|for|tomorrow|today|tonight|this|
            next|please|needed|monday|tuesday|wednesday|thursday|friday|saturday|sunday|over|to come))|
            (?:tell|ask|let) (?:\w+ ){1,3}(?:not to|she need not|he need not|not bother|do not) (?:come|bother|call|
            needed)?|stop (?:the|my|all|his|her|mum|dad|nan) (?:\w+ )?(?:visits?|calls?|care|carers?|bookings?)|
            put (?:\w+ ){0,3}(?:visits?|calls?|everything|carers?) on hold|pause (?:the|my|all|her|his|mum)|(?:not be|
            will not be|be out|will be out|be away|going away|are away|is away|am away|will be away|be in hospital|
            going into hospital|goes into hospital|be home|is with us|staying with|going to my|be at my|off to|am out|
            we are out)(?: \w+){0,6}(?:so|,)? (?:no|do not|not|please)
        """,
        ),
        cue(
            0.8,
            r"(?:can not|will not|not able to|can no longer|wo not) (?:make|be in|be here|be home|be "
            r"there|keep|do) (?:\w+ ){0,3}(?:appointment|visit|tomorrow|today|it|for|on|when|call|"
            r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
        ),
        cue(
            0.5,
            r"(?:will be|am|going|are|is|off|she is|he is|we are) (?:\w+ ){0,2}(?:out|away|at (?:the|"
            r"my) (?:\w+ )?(?:hospital|daughter|son|sister)|on holiday|in hospital|at my|to (?:the|"
            r"my))|(?:daughter|son|sister|family|niece|brother) (?:is|are|will be) (?:coming|here|"
            r"staying|visiting|taking|having|with|up|down|over)|we are having (?:her|him|mum|dad)|"
            r"having (?:her|him|mum|dad) over",
        ),
        cue(
            -0.8,
            r"(?:not|has not) (?:come|arrived|been|turned)|instead|move (?:it|the|my)|rather than|"
            r"texts?|messages?|(?:did|was it|who) (?:\w+ )?cancel|cancelled on (?:me|us)|keep "
            r"cancelling|keeps cancelling|been cancelled|swap|any ?more (?:texts|messages)|do not want "
            r"to (?:be|live|go|talk|move)|need (?:a|someone|somebody|help)|do not need to|if i cancel|"
            r"cancellation (?:fee|charge|policy|cost)|does not need (?:much|a lot|nursing)",
        ),
    ),
    "change_visit": (
        cue(
            1.6,
            r"(?:\d(?: ?[ap]m)?|oclock|half \w+)(?: (?:on )?(?:\w+day|tomorrow|today))? (?:and )?not (?:\d|half|quarter)|"
            r"(?:an )?extra (?:half|hour|\d+ minutes|quarter)|(?:hour|minutes) (?:extra|longer|more) on",
        ),
        cue(
            1.4,
            r"(?:at|for|on) [a-z0-9:. ]{1,16} not (?:at |on )?(?:\d|half|quarter|one|two|three|four|"
            r"five|six|seven|eight|nine|ten|eleven|twelve|noon|\w+day)",
        ),
        cue(
            1.5,
            r"too (?:early|late|soon)(?: \w+){0,6} (?:can|could|make|come|have|please)|(?:prefer|"
            r"rather) (?:[a-z0-9]+ ){0,6}(?:not|than|instead of) |different (?:carer|worker|lady|"
            r"person|one|girl)|(?:rearrange|reschedule|re arrange|move|change) (?:\w+ ){0,2}(?:donna|"
            r"dad|mum|nan|my|the|her|his) (?:'s )?(?:\w+ ){0,3}(?:call|visit|appointment|session|"
            r"booking)|bring (?:[a-z']+ ){0,5}(?:forward|back)|(?:a day|an hour|half an hour|a week|a "
            r"bit) (?:later|earlier)",
        ),
        cue(
            1.4,
            r"""
            (?:move|moved|moving|shift|change|changing|changed|swap|swapped|switch|reschedule|rearrange|rearranged|
            re arrange|alter|amend|push|bring|put|postpone|delay|shove|knock|pull|set|re book|rebook|bump|juggle|
            adjust|tweak|extend|shorten|cut|lengthen)(?: [a-z0-9']+){0,8}? (?:to|from|forward|forwards|back|until|
            till|later|earlier|for|half|instead|up|along|on|round|another|different|a bit|by|with|over|down|into|
            an hour|nearer|morning|afternoon|evening|time|day|longer|shorter)
        """,
        ),
        cue(
            1.3,
            r"""
            (?:rather|prefer|sooner) (?:to )?(?:have |see |to have )?(?:donna|pauline|\w+) (?:than|to|instead|
            come instead|do it)|(?:coming|have (?:her|him|it|them)|been|get) (?:\w+ ){0,2}(?:earlier|later|sooner)|
            (?:be|been|is|needs? to be|to be|put|pushed) (?:\w+ )?(?:an hour|half an hour|\d+ minutes|a bit|
            a little) (?:later|earlier|back|forward)|(?:instead of|rather than|in place of|instead|as opposed to|
            not at|in lieu of|not \w+ (?:please|as)|for a change)|(?:come|be|make it|have (?:it|her|him|them)|go|do|
            visit|start|call|get here|arrive|done)(?: \w+){0,6} (?:earlier|later|half an hour (?:earlier|later|back|
            forward|sooner)|an hour (?:earlier|later|back|forward|sooner)|sooner|(?:a )?(?:bit|little|touch|
            tad) (?:earlier|later|sooner))|(?:earlier|later|sooner|longer|shorter)(?: \w+){0,3}(?: than (?:usual|
            normal|planned|booked)| please| if (?:possible|poss)| slot| time)|make it (?:\d|half|quarter|noon|ten|
            nine|eleven|twelve|one|two|three|four|five|six|seven|eight|monday|tuesday|wednesday|thursday|friday|
            saturday|sunday|an hour|the|tomorrow|later|earlier|a|in the|longer)|(?:different|another|new|
            better) (?:time|day|slot|date|carer|worker|lady)(?: \w+){0,3}|go back (?:half|an|by|\d)|come forward|
            put (?:it|her|him|them|the \w+|my \w+|that|mum 's \w+|dad 's \w+|\w+) (?:back|forward|off)|
            stay (?:an extra|longer|another|a bit longer|on)|(?:not|any other day but) (?:suit|convenient|any good)
        """,
        ),
        cue(
            0.5,
            r"(?:usually|normally|normal|usual|supposed to be|booked for|meant to be|should be|was "
            r"going to be|currently)(?: at| on| for| \w+)? ?(?:\d|half|quarter|ten|nine|eleven|monday|"
            r"tuesday|wednesday|thursday|friday|saturday|sunday|in the)",
        ),
        cue(
            -0.9,
            r"""
            (?:text|phone|ring|call|message|email|write|letter)(?: \w+){0,2} (?:me |her |him )?(?:instead|
            rather than)|(?:instead of|rather than) (?:text\w*|messag\w*|ring\w*|phon\w*|call\w*|email\w*|
            me(?! coming)|a (?:robot|machine)|getting|trying|sitting)|change (?:my|her|the|his) (?:bed|sheets|
            bedding|light|number|phone|dressing|backup|emergency|curtains|clothes|mind|address|bulb|nappy|pads?)|
            changing (?:her|his|the|my) (?:bed|sheets|bedding|pads)|change how|speak (?:to|in)|move (?:house|
            furniture|about|around|the (?:furniture|wardrobe|sofa|bed))|how much|not come|put (?:to bed|her to bed|
            him to bed|in touch|me through|the bins|jean|down (?:our|my))|put \w+ down as|ring \w+ instead
        """,
        ),
    ),
    "worker_not_arrived": (
        cue(1.4, r"hide nor hair|still not (?:here|come|been|arrived)|no carer again"),
        cue(
            1.6,
            r"""
            not a soul|not had (?:his|her|my|the|a|any|our) (?:\w+ ){0,2}(?:call|visit|carer|lunch|breakfast|tea|
            dinner|wash|tablets|carers)(?! (?:out|yesterday|on))|(?:sat|sitting|been) here (?:since|waiting|
            for hours)|(?:nobody|no one|no body|none of (?:them|you)|neither of them|not a soul|no carer|no carers|
            no sign|no show|no cleaner|not one|nae body|naebody)(?: \w+){0,4}? (?:is |has |have |had |been |come|
            came|coming|here|arrived|turned|turn|shown|showed|show|been|appeared|yet|of (?:her|him|them|the|donna|
            kev|my|anyone|anybody|the \w+|\w+)|there|to (?:get|give|see|do|help)|at all|visited|called|ere|rung)|
            (?:has not|have not|is not|are not|did not|never|still not|not|aint|was not|
            had not)(?: \w+){0,3}? (?:come|came|arrived|arrive|turned up|turn up|turnt up|turned|shown up|shown|
            showed|showed up|been|been in|been yet|been round|appeared|here|here yet|got here|show|show up|
            there yet|made it|materialised|landed|rocked up|been seen|come yet|been to)(?! (?:on (?:monday|tuesday|
            wednesday|thursday|friday|saturday|sunday)|last|paid|yesterday|told|able|well|out|fed|washed|changed|
            happy|any good|very|given|to the shops))|
            (?:still |we are |am |i am |mum is |dad is |she is |he is |been |sat here |sitting here |sat |
            stood )?(?:waiting|wait)(?: \w+){0,4} (?:for (?:donna|kev|the|my|her|him|someone|somebody|anyone|
            a carer|carer|carers|them|\w+ (?:to|since|who)|an hour|\w+ hours?|ages|over)|ages|since|hours|an hour|
            all morning|all day|here|on (?:donna|kev|the|my|her|him|\w+))|where (?:is|are|has|have|the heck is|
            on earth is|the hell is|in the world is|r|can|could) (?:\w+ )?(?:my |the |mum 's |dad 's |
            our )?(?:carer|carers|she|he|they|donna|kev|cleaner|everyone|everybody|helper|girl|lass|sitter|worker|
            pa|lady|\w+)(?: then| got to| gone| at| today|\?|$| \?)?|(?:stood|let) (?:me|us|her|him|mum|dad) (?:up|
            down)|forgotten (?:about )?(?:me|us|mum|dad|her|him|all about)|(?:she|he|they|donna|kev|carer|
            \w+) (?:was|were) (?:due|supposed|meant|booked|expected|down)|should have (?:been|come|arrived|turned|
            had)|(?:call|visit|carer|lunch|tea|breakfast) (?:has been |been |was )?missed|missed (?:my|mum 's|
            dad 's|her|his|the|our) (?:visit|call|lunch|tea|breakfast|morning|evening|appointment)|no (?:show|
            carer (?:yet|again|today)|sign)|(?:overdue|over due|past due)
        """,
        ),
        cue(
            0.5,
            r"(?:gone|past|after|nearly|it is now|already) (?:\d|nine|ten|eleven|twelve|one|two|three|"
            r"four|five|six|seven|eight|half|quarter|noon|her time|his time|dinner time|lunchtime)|"
            r"still (?:in (?:bed|nightie|pyjamas|my)|waiting|no|here|not)|(?:minutes|mins|hour|hours) "
            r"(?:late|ago|overdue|over)|\d+ (?:minutes|hours?) (?:late|overdue|now)|where",
        ),
        cue(-1.3, r"not to (?:come|bother)|do not bother|tell (?:donna|her|him|them) (?:not|to)|not today"),
        cue(
            -1.0,
            r"how (?:late|long|much longer)|running late|going to be late|will (?:she|he|they) be|is "
            r"(?:she|he|it|kev|donna|\w+) (?:running|going to be|on (?:her|his|the) way|still coming)|"
            r"when (?:is|are|will|does)|what time|nobody (?:to|else|can|will)|never been (?:better|so)|"
            r"have not been (?:able|out|well|to)|no one (?:to|else)|not been paid|have not been paid|"
            r"not (?:coming|need|want)|waiting (?:list|longest)|do not (?:need|want|send)|not come "
            r"(?:on|in|tomorrow|to)|have not (?:had|got)|not been (?:out|well|sleeping|eating|since)|"
            r"text",
        ),
    ),
    "worker_late_query": (
        cue(
            1.6,
            r"""
            (?:is|are|will|was|has|s) (?:\w+ ){1,4}?(?:running late|running behind|late|delayed|held up|stuck|
            still coming|on (?:her|his|their|the) way|coming still|near (?:here|yet|now)|nearly (?:here|there)|
            far off|close|far away|lost|behind|going to be late|be late|be long|on time|on schedule|set off|
            left yet|en route|much longer|gonna be long|going to be (?:long|on time|much))|
            how (?:late|long|much longer|far (?:away|off)|far|soon)(?: \w+){0,4} (?:be|is|are|will|until|till|
            before|away|off|going|before|going to be|she|he|they)|how late|(?:what is|any|got an|
            have you an) (?:her|his|the|an|their)? ?(?:eta|idea (?:when|how long|what time)|news (?:on|of)|
            word (?:on|from|of)|update (?:on|about))|(?:when|what time) (?:will|is|are|should|might|do|
            can) (?:\w+ ){0,5}?(?:get here|be here|arrive|get there|be there|actually|turn up|show up|likely to)|
            (?:when|what time|how long) (?:until |before |till )?(?:donna|she|he|they|the carers?) (?:will|is|might|
            are|would|should|gets?)|(?:has|have) (?:donna|she|he|they|the \w+|my \w+|our \w+) (?:\w+ )?(?:set off|
            left|been held up|been delayed|got lost|forgotten|broken down)|
            (?:been |got )?(?:held up|delayed|stuck in traffic)|is everything (?:ok|alright|all right) with|
            should i (?:be worried|worry|wait|expect)|(?:do you )?(?:know|any idea) (?:where|when|how long|
            if) (?:\w+ ){1,3}(?:is|will|has|are|got)|(?:late|behind) (?:again|today|this morning|tonight)
        """,
        ),
        cue(
            -0.9,
            r"i am (?:running|going|stuck|late)|i will be|stuck behind|running \d|be there|sorry i am|"
            r"(?:has|have) not (?:come|turned|arrived|been|shown)|nobody|no one|how long (?:does|do|"
            r"have|is (?:the|a|my)|would it|will it take)|invoice|payment|wages|always late|every "
            r"(?:day|time)|keeps",
        ),
    ),
}
