"""Signs that somebody may end their life: with a plan or means, or wanting to die with none told."""

from matching.signs.reading import sign

_WORDS = {
    "self": r"(?:myself|my ?self|himself|him ?self|herself|her ?self|themselves|themself|meself|mesen|"
    r"hissen|yourself|sel)",
}

DESPAIR = (
    sign(
        "plan_to_die",
        r"""
        (?:kill|killing|hang|hanging|drown|drowning|shoot|top|topping|gas|stab|poison|suffocate|finish|
        do) <self>(?! (?:(?:a|up|some|good|proud|well|trying|with work|out|no|any|justice|laughing|
        dinner))(?!\w))(?: (?:in|
        off))?|(?:do|done|doing) (?:<self>|me) in|(?:hurt|hurting|harm|harming|cut|cutting) <self> (?:now|tonight|
        again|so|
        because|and i|on purpose|if)|going to (?:hurt|harm|cut) <self>|(?:is|been|keeps|started|am|
        now) self harm(?:ing|ed)?|(?:end|ending|take|taking|
        finish|took) (?:it all|my (?:own )?life|(?:his|her|their) own life|everything tonight)|end my (?:suffering|
        misery|
        days)|ending things (?:tonight|today|now)|end it (?:all|tonight|now|today)|suicidal|suicide|
        throw(?:ing)? (?:my|him|
        her)self|jump(?:ing)? (?:off|in front|out|from|under)(?: of)?(?: (?:the|a|my))? (?:\w+ )?(?:bridge|window|
        balcony|
        roof|train|car ?park|cliff|building|bus|lorry|car|tube|tracks|pier|viaduct|ledge)|slit(?:ting)? my|(?:cut|
        cutting|
        slash\w*) my (?:wrists?|throat)|(?:standing|stood|am|is|sat|sitting|up) (?:\w+ )?on (?:the|
        a) (?:\w+ )?(?:bridge|
        ledge|edge of|roof of|wrong side of|cliff|railway|tracks|parapet|viaduct|window ?sill)|(?:got|have|found|
        made|tied|
        with|there is) (?:\w+ ){0,2}(?:rope|noose)|(?:wrote|written|writing|left|leaving|
        found)(?: \w+){0,3} (?:suicide )?(?:note|goodbye letters?|goodbye notes?|letters? to say goodbye|my goodbyes|
        letters? saying goodbye)(?! (?:for (?:the|my)? ?(?:carer|milk|postman|cleaner))(?!\w))|this is (?:my )?goodbye|
        said (?:my|his|her) goodbyes|goodbye (?:everyone|cruel world|letters?|notes?) ?|(?:saving|saved|storing|
        hoarding|
        stockpil\w+|collecting|hiding|counted|counting|lined|laid|laying|lining)(?: \w+){0,3} (?:tablets|pills|meds|
        medication|paracetamol|painkillers)(?: \w+){0,3} ?(?:out|up)?|(?:got|have|has) (?:\w+ ){0,4}(?:tablets|pills|
        paracetamol)(?: \w+){0,5} (?:in front of|in my hand|ready|lined up|beside me|in my lap|here and|and i am going|
        and a bottle)|take (?:them|the|all|all (?:of )?(?:my|the|these)) (?:\w+ )?(?:tablets|pills|lot|meds|paracetamol|
        whole lot)(?: \w+){0,2} (?:and|to|tonight|so|until|at once)|drink (?:the )?bleach|
        not (?:be )?(?:going to )?be here (?:tomorrow|in the morning|by (?:morning|tonight|the time|tomorrow|christmas)|
        much longer anyway|when you)|will not see (?:the morning|tomorrow|christmas|another)|(?:by the time|
        when) you (?:read|get|see) this
        """,
        words=_WORDS,
        figure=r"""
        in pencil|(?:husband|wife|son|daughter|brother|sister|mum|dad|mother|father|friend|nephew|niece|partner|grandson) is suicide|
        suicide (?:of|squad|note in the film)|(?:after|since|from|by|following) (?:\w+ ){0,3}suicide|(?:prevention|
        awareness|bereave\w*|support) (?:group|line|training|course)|bereaved by|survivors|
        lost (?:my|his|her|
        our|their) \w+ to|training|laugh\w*|work|doing (?:the|all)|gardening|stairs|hill|washing|pictures?|basket|
        doing too much|trying to|lifting|nearly killed|will kill (?:me|himself|herself) (?:doing|going|on|up|with)|
        kill (?:himself|herself|myself) (?:doing|going|on|up|with|climbing|over|trying|lifting|at|down)|holiday|away|
        off (?:work|sick)|on leave|hospital|respite|visiting|daughters|at my|train(?:ed|ing)|diving|swimming|parachute|
        charity|sponsor\w*|bungee|pond|window box|on (?:her|his|my) bike|care home|notice|agency|contract|chemist|
        pharmac\w*|dosette|blister packs?|carers? (?:to|can|could)
        """,
    ),
    sign(
        "despair",
        r"""
        (?:want|wants|wanted|wanting|ready|like|love|rather|prefer|begging|asking|asked|longing|wish i could|pray\w*|
        just let me) (?:\w+ )?(?:to |just )?(?:die|be dead|be gone|not exist|never wake|not wake|
        stop living(?! (?:on)(?!\w))|disappear for ever|disappear forever|be with my (?:late )?(?:husband|wife|harold|
        mum) again)(?! (?:(?:at|in (?:my|his|her|their|our) own|in (?:the|her|his)? ?(?:hospice|bed|peace)|of|
        peacefully|
        with dignity|on (?:stage|a high)|my hair|the (?:hair|curtains)|hair|it|them))(?!\w))|wish(?:es|
        ed)? (?:(?:that )?(?:i|he|she|it|god|they) )?(?:was|were|would|could|had|did|might|
        just)?(?: \w+){0,2}? ?(?:dead|
        die|died|not here|never been born|six feet under|not wake up|not woken up|gone with (?:him|her)|take me|
        out of it all|not been born|no longer here)|(?:do|does|did|would|can) not (?:really |even |just )?(?:want|wanna|
        wish|care|see (?:the|any) point|see why) (?:to |in |on |if )?(?:i )?(?:be here|be around|live|be alive|
        wake up|wake|
        go on|carry on|keep going|exist|do life|living|being here|carrying on|going on|die|here|be(?= [.,!?]|$| anymore)|keep living|
        stay alive|
        be on this earth|see another|see tomorrow|die or live)(?! (?:(?:in (?:this|a|the|that|my|leeds|here|such)|
        on my own|
        alone|at|with (?:him|her|my|them|the)|for (?:the|dinner|lunch|tea|christmas|my|your)|when (?:they|the|donna|
        carers?)|so early|early|up (?:early|at|in)|a burden|to the|about|this (?:morning|afternoon|house|way)|
        like this in|
        there|near|by myself|too early|late|rude|with (?:this|that) (?:agency|company)|paying|using|any longer than|
        down (?:south|there|here)|up (?:north|there)|in|at|late|pushy|awkward|nasty|funny|difficult|disturbed|left|
        moved|
        put|sent|told|seen|bothered|rung))(?!\w))|(?:no|any|see a|little) (?:point|reason|use|
        sense) (?:\w+ )?(?:in )?(?:going on|living|carrying on|being here|to live|to go on|being alive|me being|in me|
        in anything anymore|to carry on|to keep going|getting up anymore|to be here)|what (?:is|was) the point (?:of|
        in)? ?(?:living|going on|life|me|being here|anything|it all|carrying on|anymore)|better off (?:\w+ )?(?:dead|
        without me|if i (?:was|were) (?:not|dead|gone))|(?:happier|easier|easier for (?:everyone|you)|
        best for everyone) (?:\w+ )?(?:if i (?:was|were) (?:not|dead|gone)|without me)|
        nothing (?:left )?(?:\w+ )?to live for|had (?:more than )?enough of (?:life|living|being alive|it all|this life|
        this world)|(?:sick|tired|fed up) of (?:living|life|being alive|existing|being on this earth)|life (?:is|
        has) (?:not|no|hardly|lost all|nothing) (?:\w+ )?(?:worth|meaning|point|left)(?: living)?|not worth (?:living|
        being here|carrying on|going on)|can not (?:go|carry) on (?:anymore|any longer|living|like this anymore|
        without (?:him|her)|with life|much longer|and i|i want)|can not (?:go|carry) on$|can not (?:go|
        carry) on [.!]|(?:do|
        does) not (?:want|care) (?:\w+ )?(?:if|whether) i (?:live|die|wake)|not (?:bothered|care|fussed) (?:if|
        whether) i (?:live|die|wake)|(?:go|going|went|fall) to (?:sleep|bed) and (?:not|never) wake|(?:hope|praying|
        pray) (?:\w+ )?(?:i|he|she) (?:does|do|will|would)? ?(?:not wake|never wakes?|dies?|die)|want (?:it|this|
        everything|
        it all) (?:all )?to (?:be over|end|stop) ?(?:for good|forever|[.!]|$)|(?:thoughts|thinking|thought|talking|
        talks|
        talk) (?:of|about) (?:\w+ ){0,2}(?:suicide|ending (?:it|my|his|her)|killing|dying all|death all|
        taking (?:my|his|
        her) (?:own )?life|not being here|doing something (?:silly|stupid))|do something (?:silly|stupid|
        daft)(?: to (?:myself|himself|herself))?(?! (?:(?:with|like))(?!\w))|tempted to (?:end|just|jump|take)|
        not want to be a burden anymore|it would be (?:easier|better|a relief) (?:\w+ ){0,3}(?:dead|gone|not here|
        to die)|
        world (?:\w+ ){0,3}better (?:off )?without|no one would (?:even )?(?:miss me|(?:notice|care|
        miss me) if i (?:was|
        were|died|went|had))(?: \w+)? ?(?:gone|dead|died|disappeared|not here)?|want out of (?:this )?(?:life|
        this world|
        it all)|end of the road for me|
        (?:past|beyond) (?:caring|hope|help)(?! (?:what|how|about|who|which|where))(?: if| whether)?|
        see no (?:way out|
        future|hope|
        other way)|no way out|want to be with (?:him|her|harold|my (?:late )?(?:husband|wife)) (?:in heaven|
        up there|again)|
        join (?:him|her|my (?:late )?(?:husband|wife)) (?:in heaven|up there|in the ground|soon|now)|give up on life|
        giving up on (?:life|everything|living)|given up (?:on )?(?:life|living|the will)|lost the will to (?:live|
        go on)|
        put me out of my misery|might as well be dead|as good as dead to|rather be (?:dead|six feet|pushing)|
        would not (?:mind|care) (?:if i|not) (?:waking|did not|died|never)
        """,
        words=_WORDS,
        figure=r"""
        at home|hospice|end of life|palliative|in (?:this|that|the) (?:home|house|flat|town|care home|agency)|(?:carer|
        agency|visit|contract|service|cleaner|phone|bank|council|waiting|hold|forms?|queue|telly|tv|boss|meeting|zoom|
        laugh\w*|dancing|bingo|exam|embarrass\w*)|of (?:boredom|embarrassment|shame|laughter)|hair|new (?:kitchen|
        bathroom|
        telly)|lottery|to see|on (?:a )?thursday|(?:do|sign|using|with) (?:this|these|with)? ?(?:agency|app|bot|
        company)|
        lost the will to live (?:on|with|doing|filling|waiting|trying)|in the shower|(?:when|while) (?:they|the)|
        holiday|
        for christmas|live (?:on my own|alone|with|in|near|at|up|down|there|here with|by)|at my daughters?|
        at the (?:club|
        day centre|group)|(?:stay|living) (?:here|in)
        """,
    ),
    sign(
        "despair",
        r"""
        can not (?:go|carry) on|can not (?:take|do|cope with|bear|stand|face) (?:it|this|any of this|life|
        another (?:day|
        night)|things|anything) ?(?:anymore|any longer|much longer)?|can not cope anymore|(?:so|that|really|
        very) (?:alone|
        lonely|low|desperate)|hopeless|worthless|at rock bottom|at the end of my (?:rope|tether)|in despair|depressed|
        what is the (?:point|use)|no one cares|no hope|useless to (?:everyone|anyone)|just a burden|
        a burden to (?:everyone|
        you all|them|my)|drunk|bottle of (?:vodka|whisky|gin|wine)|i am done|had enough
        """,
        words=_WORDS,
        weight=0.4,
        figure=r"""
        agency|carer|council|visit|phone|noise|neighbours?|cleaning|shopping|stairs|housework|ironing|garden|group|
        respite|
        break|need (?:some )?help|someone to|looking after|caring|contract|invoice|bill|hours|rude
        """,
    ),
    sign(
        "plan_to_die",
        r"""
        (?:going to|gonna|about to|will|wants to|threatening to|saying (?:he|she) will) take (?:all |every one of |
        the lot of )?(?:his|her|my|the|these|those) (?:tablets|pills|medication|meds)(?: \w+){0,3} (?:when|once|and|
        tonight|so|if)|(?:cut|slit|slashed|sliced|cutting|slashing) (?:his|her|my|their) (?:wrists?|throat|veins)|
        (?:ready|prepared) to (?:do it|jump|go through with it)|
        going to jump(?= [.!]|$)|will be (?:dead|gone) by (?:the )?(?:morning|tonight|tomorrow)|(?:last time|last thing) (?:you|
        i)(?: will)? (?:ever )?(?:hear|say|see)(?: \w+)?(?: from me)?|(?:says|
        said) it is (?:all )?over(?! (?:between|with kev|the phone))
        """,
        figure=r"breakfast|dinner|lunch|on time|remind\w*|prompt\w*|holiday|relationship|contract",
    ),
    sign(
        "despair",
        r"""
        nothing (?:matters|is worth it|left for me|to carry on for)(?: anymore| now| any longer)?|(?:rather|want to|
        wish i (?:was|were|could)|longing to|ready to) (?:be|go) (?:\w+ )?with (?:him|her|them|
        my (?:late )?(?:husband|wife|mum|dad))(?: now| in heaven| again| instead)?$|wish (?:god|the lord|
        someone) (?:would|could) (?:just )?(?:take|have) me|(?:want|need) (?:it all|everything|the pain|
        it) to (?:just )?(?:end|stop|be over)|(?:feel|feeling|feels) like (?:ending|jumping|dying|doing myself|
        giving up on life)
        """,
        figure=r"holiday|knees?|back pain|toothache|noise|building work|visit|at the (?:club|party|"
        r"wedding)|christmas|in (?:devon|leeds|the room)",
    ),
    sign(
        "plan_to_die",
        r"""
        (?:locked|shut|sat|sitting|garage)(?: \w+){0,8} engine (?:is )?(?:running|on)|
        (?:end|ending|ended|take|taking|took) (?:his|her|their|my|your|my own|his own|her own) (?:own )?life|
        (?:today|tonight|tomorrow) is the (?:day|night) (?:i|that i) (?:go|die|end|leave this|do it)|
        decided to (?:go|die|end it)(?: \w+)?$
        """,
        figure=r"group|bereave\w*|training|history|tried to years|last year|story|film|day centre|holiday",
    ),
    sign(
        "despair",
        r"""
        no one (?:will|would|is going to) (?:even )?(?:miss me|notice i am gone|care if i)|i am finished , no one|
        be with (?:my )?(?:harold|him|her) (?:again|now) in heaven|just want to be with (?:harold|donna|him|her|
        my (?:husband|wife|mum|dad))(?: now| again)?$
        """,
        figure=r"for christmas|at the weekend|visit|shift|if i leave early",
    ),
    sign(
        "plan_to_die",
        r"""
        (?:will|would) not be (?:around|here|alive)(?: [a-z,]+){0,8} (?:pills|tablets|rope|knife|bridge|razor)|
        (?:got|have) (?:all )?(?:the|my) (?:pills|tablets|razor) (?:here|ready|now)|
        (?:do|can) not see (?:a|any) (?:way|future)(?: \w+){0,3}(?: ,)? (?:i )?(?:want|going) to (?:end|die)|
        (?:i )?want to end (?:it|everything|my life)(?! with| early)(?= |$|[.!?])
        """,
        figure=r"contract|agency|visit|booking|relationship|arrangement|to show|to take with|nomad|"
        r"dosette|prompt|remind\w*|today early",
    ),
)
