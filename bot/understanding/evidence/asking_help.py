"""What customers and their supporters ask of help, hopes and visits to arrange."""

from bot.understanding.evidence.weighing import Evidence, cue

_COME = (
    r"(?:come|comes|coming|be here|be round|pop in|pop round|call|call in|call round|visit|"
    r"turn up|arrive|due|booked|get here|attend|been|be coming|on|in|going|going in|gan|appear|"
    r"show|drop in|be with|land|getting here|supposed to be here)"
)

ASKING_HELP: Evidence = {
    "find_help": (
        cue(
            1.6,
            r"(?:can not|could not|unable to|no longer able to|no longer|struggl\w+ to|not able to) (?:\w+ )?"
            r"(?:get (?:to|out|about|round|up the|down the|into the|in the|on the)|manage|cook|wash|reach|drive|walk|"
            r"see to|keep up|cope with|do (?:his|her|my|the|their))(?: \w+){0,6} (?:since|any ?more|any longer|now|"
            r"these days|on (?:his|her|my) own|by (?:him|her|my)self)",
        ),
        cue(
            1.3,
            r"(?:nobody|no one) to (?:take|help|do|bring|drive|fetch|sit|come|look|clean|cut|walk|"
            r"change|mend)|is any ?one (?:good|able|around|trained|experienced|local|out there)|kill "
            r"for (?:someone|a)|(?:give|love) (?:anything|a lot) for (?:someone|a)",
        ),
        cue(
            1.3,
            r"""
            is there (?:any ?one|any ?body|some ?one|some ?body|a \w+|any \w+|any chance (?:of )?(?:some|any)|owt|
            anything|something|such a thing|an? \w+ \w+)(?! coming| there| on| due| booked| left| in (?:the house|
            with))|are there any|do you (?:know|have|happen to know|offer|do|provide|run|supply|
            cover) (?:of )?(?:any ?one|any ?body|a |an |any |someone|somebody|people|where|owt|anywhere|some)|
            (?:you )?(?:got|have) (?:you )?(?:any ?one|any ?body|any \w+|someone) (?:who|that|to|free|for|could|can|
            what)|know (?:of )?(?:any ?one|any ?body|anywhere|someone|a good)|(?:any ?one|any ?body) (?:out there |
            round here |local |nearby )?(?:who|that|able|what|to|can|could|willing|available|local|near|does|do)|
            (?:looking|searching|hunting|after|on the look ?out|on the hunt|seeking|in search|trying to find|
            desperate) (?:for |to find |of )?(?:a |an |some |someone|somebody|any ?one|help|support|company|care|
            people)|(?:find|get|recommend|suggest|point me|source|sort|track down|hunt out) (?:me |us |mum |dad |
            her |him |my RELATION )?(?:a |an |some |any )?(?:someone|somebody|any ?one|help|support|carer|pa|
            cleaner|gardener|company|befriender|sitter|personal assistant|companion|driver|lady|chap|group|class|
            club|handyman|hairdresser|chiropodist|lunch club)
        """,
        ),
        cue(
            1.0,
            r"""
            (?:need|needs|want|wants|wanting|needing|could do with|can do with|could use|would like|would love|
            would appreciate|require|requires|after|desperate for|crying out for|fancy|like|hoping (?:for|
            to (?:find|get))|interested in|in need of|we are after|am after) (?:to have |to find |to get |
            to arrange |getting |finding |a |an |some |any |just |bit of |a bit of |little |a little |some more |
            extra |more |a hand |someone |somebody |anyone |regular |good |kind |nice |local |help |with |lady |
            woman |man |male |female |chap |\w+ speaking )*(?:someone|somebody|anyone|help|hand|support|carer|pa|
            company|cleaner|gardener|befriender|sitter|companion|personal assistant|assistance|driver|lift|break|
            respite|looking after|lady|woman|man|chap|lass|day centre|lunch club|group|class|care|handyman|
            hairdresser|shopper|cook|meals|doing|cleaning|ironing|washing|shopping|gardening|visitor|worker|taking|
            friend)
        """,
        ),
        cue(
            1.1,
            r"""
            who (?:could|can|would|might|does|offers|provides|runs|cuts|cleans|do (?:i|we) (?:ask|see|contact|
            go to) (?:about|for))(?! (?:i (?:speak|talk|ring|complain))) \w+|(?:if|whether) there (?:is|are|
            might be) (?:a|an|any|some)|^(?:have you |you |have we )?got any \w+|help (?:me|him|her|us|mum|dad|
            my RELATION)(?: \w+)? (?:with|to|out)|what (?:help|support) is there|(?:what|which) (?:is|are|can you|
            do you|would you|groups|clubs)(?: \w+)? (?:available|suggest|recommend|offer|got for)|how (?:do|can|
            would) (?:i|we) (?:get|find|go about)(?: \w+){0,3} (?:help|support|someone|care|carer|cleaner|hand)|
            wanted ?:|(?:a|an) (?:\w+ )?(?:cleaner|gardener|carer|befriender|companion|driver|visitor|lunch club|
            class|group|sitter) would (?:be|help)|glad of (?:someone|somebody|some|a)|does (?:any ?one|
            any ?body)(?: \w+){0,4} (?:do|offer|provide|run|know|fancy|want to)|(?:find|get) (?:me|us|her|
            him) (?:someone|somebody|a )|do you do \w+|^any \w+(?: \w+)? (?:for|near|in|that|who|round|around|to)|
            is there (?:a|an|some)(?: \w+){1,3} (?:we|i|he|she|they|for|near|in|round|that|could|can|to)|(?:any|
            some) \w+ (?:near|in|around|round|close to) (?:me|us|here|mum|dad|\w+)(?: \?|$)|where (?:can|could|do|
            would) (?:i|we|mum|dad) (?:get|find|go)
        """,
        ),
        cue(
            0.9,
            r"""
            (?:help|hand|support|assistance|assist) (?:me |him |her |them |us |mum |dad |nan |my RELATION |
            the RELATION |RELATION )?(?:to |with |wash|get|round|around|at home|in the|dress|bath|shower|cook|clean|
            do|out|up)|(?:some ?one|some ?body|a lady|a man|a woman|a chap|a lass|a lad|any ?one|a carer|a pa|
            a person|people|volunteer)(?: [a-z]+){0,2} (?:to|who|that|what) (?:can |could |will |would |is |might |
            help |come |sit |do |take |walk |cook |clean |keep |look |give |make |talk |stay |drive |wash |speaks |
            be |go |teach |read |play |cut |get |mow |tidy |iron |shop |mind |push |chat |run |pick |collect |
            fetch |sort |put |hold |listen |share |knows |understands )
        """,
        ),
        cue(
            1.0,
            r"(?:can not|struggl\w+ (?:to|with)|find it hard to|no longer|not able to|unable to|can "
            r"hardly|having trouble|having difficulty|it is getting (?:hard|difficult) to|not managing|"
            r"do not manage|too much for (?:me|us|him|her)|getting too much)(?: \w+){0,3} (?:manage|"
            r"reach|cook|clean|wash|dress|shop|get (?:out|to|up|in|the|my|upstairs)|do|see|drive|lift|"
            r"bend|cope|keep up|iron|garden|walk|bath|shower|stand|carry|hoover|change)",
        ),
        cue(
            0.7,
            r"(?:on my own|lonely|by myself|no one to (?:talk|see|visit|chat)|nobody to (?:talk|see|"
            r"visit)|company|isolated|stuck in|bored)",
        ),
        cue(
            0.5,
            r"(?:what|which|where) (?:\w+ ){0,3}(?:help|support|groups|clubs|classes|services|carers|"
            r"activities)(?: \w+){0,3} (?:there|available|near|get|out there|do you|can)|how (?:do|can|"
            r"would) (?:i|we|you) (?:go about )?(?:get|getting|find|finding|arrange|sort) (?:a |some |"
            r"help|someone)",
        ),
        cue(
            -0.9,
            r"book|cancel|instead of|rather than|when is|what time|how much|who is coming|get hold of "
            r"me|in an emergency|if anything happens|someone to (?:ring|talk to about|speak to about)",
        ),
    ),
    "book_visit": (
        cue(
            1.3,
            r"""
            (?:book|booking|reserve|arrange|organise|organize|schedule|set up|sort out|sort|fix up|fix|put in|
            put me down for|put (?:her|him|mum|dad|me) (?:in|down) for|pencil in|add|get me|order|request|
            put in for|fit (?:me|him|her|mum|dad) in|squeeze (?:me|him|her|mum|dad) in|have|get|lay on|line up|
            slot (?:me|her|him|mum) in) (?:in )?(?:me |us |mum |dad |her |him |my RELATION |RELATION )?(?:a |an |
            another |some |extra |one |two |an extra |the |one more |our |regular |standing |weekly |daily |
            additional |in |up |morning |evening |teatime |lunch |lunchtime |tea |bed |bedtime |night |afternoon |
            breakfast |half hour |hour |sleep in |half an hour |double handed |double |live in |\d )*(?:visits?|
            calls?|bookings?|sessions?|appointments?|slots?|sleep in|sleep over|night sitter|waking night|sit|
            carers?|companion|driver|hours?|overnight|sitters?|lunch call|tea call|home visit|sleeping night|
            overnights?|shift|personal care|respite|cleaner|pa|hairdo)
        """,
        ),
        cue(
            1.3,
            r"book (?:in |me in )?(?:with )?donna|(?:need|needs|want|wants|like|have|fancy|require|"
            r"requires) (?:to have |a |an |another |some |extra |one |two |the |one more |regular |"
            r"standing |weekly |daily |additional |short |long |quick |my |our |her |his |morning |"
            r"evening |teatime |lunch |lunchtime |tea |bed |bedtime |night |afternoon |breakfast |half "
            r"hour |hour |double handed |\d )*(?:visits?|calls?|bookings?|sessions?|appointments?|"
            r"slots?|sleep in|lunch call|tea call|overnight)",
        ),
        cue(
            1.1,
            r"(?:is|might|would|will|could|are|see if|if|whether) donna (?:be|is |possibly |perhaps "
            r")*(?:free|available|able|spare)|any chance of donna|donna (?:for|on|at) (?:an hour|\d|"
            r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)",
        ),
        cue(
            1.1,
            rf"""
            (?:can|could|would|will|please|would it be possible for|is it possible for|any chance(?: of)?(?: that)?|
            wondering if|wondered if|wonder if|see if|ask|hoping|is there any chance|if|get|have|want|need|like|let|
            send) (?:\w+ ){{0,3}}?(?:someone|somebody|anyone|anybody|\w+|a carer|a lady|the carer|the girls|
            the lass|one of the girls|the cleaner|you) (?:to |please |possibly |be able to |kindly |
            be free to )*(?:{_COME}|help|do|take|sit|stay|cook|clean|make|see|look|get|give|drive|walk|wash|bring|
            pick|put|collect|stop|run|wake|check|let|nip|shop|mow|fetch|start|cover|bath|shower|cut|tidy|iron|
            be there|be around)
        """,
        ),
        cue(
            0.9,
            r"(?:please )?(?:send|get) (?:someone|somebody|a carer|\w+|me (?:someone|somebody|\w+)|us "
            r"\w+)(?: \w+){0,2} (?:round|over|out|up|along|here|on|for|tomorrow|today|tonight|monday|"
            r"tuesday|wednesday|thursday|friday|saturday|sunday)|(?:same|usual) (?:again|as (?:last|"
            r"usual|before))|(?:another|extra) (?:visit|call|hour|session)|(?:start|starting|begin|set "
            r"up) (?:visits|calls|care|having)|needs? (?:taking|picking up|collecting|a lift|dropping|"
            r"driving|sitting with|seeing to|putting to bed|getting up|bathing|washing|walking)|as "
            r"well on|every (?:other )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
        ),
        cue(
            0.5,
            r"(?:need|needs|want|wants|would like|could do with|like|fancy|require) (?:\w+ ){0,4}(?:on|"
            r"at|for|from|this|next|every|tomorrow|tonight|today)",
        ),
        cue(0.4, r"(?:visit|call|calls|visits|sleep in|carers|booking|session|appointment)"),
        cue(
            -0.9,
            r"""
            what time|when is|when are|when (?:will|does|do)|who is|who are|who have|how much|cancel|is (?:someone|
            anyone|\w+) coming|(?:has not|have not|nobody|no one|not) (?:\w+ )?(?:come|arrived|turned|been|shown)|
            move (?:the|my|mum|dad|her|his|it)|instead of|rather than|change (?:the|my|mum|dad|her|his|it)|swap|
            late|what visits|do not need|will not need|(?:how|what) (?:do|does) (?:i|it)|list|what is on|stop|
            earlier|put back|backup|emergency|in case|get hold of
        """,
        ),
    ),
    "add_outcome": (
        cue(-2.0, r"hope (?:you|all|this|your|everyone)|(?:add|put)(?: \w+){0,4} (?:down|contact|number)"),
        cue(
            1.5,
            r"""
            (?:would|d|i would|we would|she would|he would|mum would|dad would|nan would) (?:\w+ )?(?:love|like|
            dearly love|give anything|dearly like|really like|so love) (?:to |for (?:him|her|mum|dad|nan|
            my RELATION|RELATION) to |nothing (?:better|more) than to )(?:be able|get back|get out|go (?:back|out|
            to|swimming|dancing|walking|fishing)|be (?:back|going)|see|walk|do|play|learn|feel|cook|bake|garden|
            start|join|paint|sing|drive|visit|have the|make|stay|manage|sit|grow|keep|meet|ride|knit|sew|read|swim|
            travel|one day|someday|again)|
            (?:dream|wish|goal|hope|aim|ambition|target|outcome|one thing i want|what i want most|what (?:i|mum|dad|
            he|she) (?:really )?(?:want|wants|would like)(?: most)?|heart 's desire|bucket list)(?: \w+){0,4} (?:is|
            would be|to|are|was)|(?:be able to|get back to|get back into|go back to|back at|back to|back on|get to|
            manage to|learn to|able to|start|take up)(?: \w+){0,10} (?:again|one day|someday|on (?:my|his|her) own|
            by (?:my|him|her)self|independent\w*|without help|like (?:i|he|she) used to|like before|once more|
            before i die|for myself|for (?:him|her)self)|(?:hope|hoping|aim|aiming|dream|dreaming|longing|long|wish|
            want|wants|keen|determined|dying|yearn\w*|set on) (?:to |of )(?:be able to |get back |go back |one day |
            again |learn |getting back |be back |walking |going |being able |live independ\w*|get out more|see my|
            make (?:new )?friends|feel |be more |become |getting out |get fit\w*)|
            (?:want|wants|like|love|hope|hopes|wish|wishes|long) to (?:be able to|get back (?:to|into|on)|
            get out (?:more|and about)|go back to|learn|live on my own|be independent)|(?:want|wants|like|
            would like|love) to (?:\w+ ){0,8}(?:again|on (?:my|his|her) own again|independently|one day)|(?:add|put|
            write)(?: \w+){0,8} (?:to|in|on|into) (?:my|the|mum 's|dad 's|her|his) (?:\w+ )?(?:plan|goals|outcomes|
            list of hopes|wishes|support plan)|what matters to me|i (?:do |really |so )?miss (?:my \w+|going|being|
            doing|my|singing|dancing|walking|playing|swimming|cooking|gardening|the)|i used to (?:love|enjoy|go)
        """,
        ),
        cue(
            -1.1,
            r"(?:someone|somebody|anyone|anybody|a carer|a lady|a pa|a driver|who)(?: \w+){0,2} (?:to|"
            r"who|could|can)|need (?:a|someone|help|some)|looking for|book|can (?:someone|you|somebody|"
            r"donna)|is there|would like to (?:book|cancel|change|pay|talk|speak|make|move|know|"
            r"complain|see (?:my|what)|have (?:a|someone)|arrange|thank)|like to (?:book|cancel|change|"
            r"pay|speak|talk|know|move|see what|make a|arrange|ask|have someone|order|complain|report)|"
            r"(?:not|never) see|get back to me|back to you|back on (?:monday|tuesday|wednesday|"
            r"thursday|friday|saturday|sunday|the \d)|feedback|go back to bed",
        ),
    ),
}
