"""Signs that somebody is ill-treated, neglected or robbed, though not this minute."""

from bot.understanding.evidence.weighing import Evidence, cue

CONCERNS: Evidence = {
    "raise_concern": (
        cue(
            1.5, r"(?:left|leaves|went|goes|finished|finishes) (?:\w+ ){0,2}(?:early|(?:hour|minutes) (?:early|before))"
        ),
        cue(
            1.3,
            r"""
            (?:hurt|hit|hits|slapped|pushed|pushes|shoved|grabbed|grabs|shook|pinched|punched|kicked|smacked|
            thumped|clouted|yanked|dragged|manhandled|bruised|belted) (?:me|him|her|them|us|my RELATION|RELATION|
            the client|mr \w+|mrs \w+|miss \w+|\w+ about|\w+ by the|\w+ 's)|(?:been|being|was|
            were) (?:\w+ )?(?:rough|nasty|cruel|hit|slapped|shouted at|sworn at|bullied|threatened|
            handled|neglected|abused|mistreated|ignored all|left (?:wet|soiled|hungry|alone|in|without|on)|pinched|
            robbed|manhandled|horrible|vile|aggressive|unkind|rude)
        """,
        ),
        cue(
            1.3,
            r"""
            rough (?:with|when|handling|hands|handed|on)|too rough|very rough|so rough|rough (?:\w+ )?(?:her|him|me|
            mum|dad|nan)|manhandl\w+|heavy handed|unexplained (?:bruis\w+|marks?|injur\w+)|bruis\w+|finger ?marks?|
            black eye|marks? (?:on|round|all over) (?:my|his|her|mum|dad|nan)|
            (?:scratches|burn marks?|welts?|cuts) (?:on|all over|up|down) (?:my|his|her|their|mum|dad)|flinch\w*|
            scared of (?:her|him|the carer|\w+ the|that carer|donna|kev|going home)|frightened of (?:her|him|the|
            that|one of)|terrified of (?:her|him|the)
        """,
        ),
        cue(
            1.3,
            r"""
            (?:shout|shouts|shouted|shouting|swore|swears|swearing|screams?|screamed|yell\w*|bawl\w*|snaps?|snapped|
            bellow\w*) (?:\w+ )?(?:at|on)? ?(?:me|him|her|mum|dad|nan|them|us|\w+ a lot|mr|mrs|my RELATION|RELATION)|
            (?:calls?|called|calling) (?:me|him|her|mum|dad|nan|my RELATION) (?:\w+ ){0,3}(?:names|stupid|
            a nuisance|useless|lazy|disgusting|smelly|a (?:silly|stupid|dirty|old|fat|lazy|bad|horrible|daft|burden|
            pest|cow)\w*)|
            (?:talks?|talked|speaks?|spoke|spoken) (?:\w+ )?(?:down to|to (?:\w+ ){1,3}like (?:dirt|rubbish|
            a (?:dog|child|baby)|muck|something))|treat\w* (?:\w+ ){1,3}like (?:dirt|rubbish|a (?:dog|child|baby|
            animal)|muck|an animal)|bully\w*|bullied|humiliat\w+|belittl\w+|nasty to|cruel to|horrible to|unkind to|
            rude to|mean to|aggressive (?:to|with|towards)|laugh\w* at (?:him|her|me|mum|dad)
        """,
        ),
        cue(
            1.3,
            r"""
            (?:money|cash|purse|wallet|ring|rings|jewell?ery|necklace|watch|pension|savings|bank card|card|
            cheque book|tablets|medication|morphine|things|stuff|brooch|bracelet|twenty|tenner|£\d+|notes?|silver|
            medals|possessions|whisky|change|shopping money)(?: [a-z']+){0,6}? (?:gone|missing|stolen|disappeared|
            vanished|taken|walked|nicked|pinched|short|is not there|not there|going missing|went missing|
            keeps going|keep going|has been used)|
            (?:missing|stolen|nicked|pinched|taken|taking|takes|pocketing|spending|stole|steals|stealing|
            helping (?:her|him)self to|helped (?:her|him)self to|took|been using|using|borrowed|
            borrowing)(?: [a-z']+){0,4}? (?:money|cash|purse|wallet|jewell?ery|ring|pension|savings|bank card|card|
            £\d+|tenner|twenty|notes|pin|possessions|necklace|medals|debit card)|
            thiev\w+|nicking|stealing|stole|stolen|(?:asked?|asks|asking|keeps asking|wants|pressur\w+|makes?|
            made)(?: \w+){0,5} (?:lend|loan|give|sign|money|will|pin|bank|cash|borrow)(?: \w+){0,3} (?:her|him|them|
            over|money|cash|will|house|card|number)?|
            (?:took|taking|takes|taken|takin|has|had|nicks?|wants?|gets?|getting) (?:\w+ )?(?:money|cash|
            £\d+)(?: \w+){0,3} (?:off|from|out of) (?:my|her|his|mum|dad|nan|an?|the) ?(?:old|client|customer|purse|
            account|bank|RELATION|him|her)?
        """,
        ),
        cue(
            1.3,
            r"""
            (?:left|leaves|leaving|found|finding|sat|sitting|lying|laid|lay)(?: \w+){0,5} (?:wet|soiled|filthy|
            dirty|in (?:his own|her own|(?:his|her|the) (?:bed all|wet|dirty|soiled|nightie|pyjamas|own)|the same|
            a wet|a dirty|yesterday 's|their own|urine|faeces|wee|poo|own)|soaking|soaked|hungry|thirsty|
            without (?:food|water|a drink|her|his|any|lunch|dinner|tea|breakfast|being)|on (?:the|her own|
            his own) (?:commode|toilet) for|unwashed|unchanged|undressed|freezing|cold all|no food|nothing to eat|
            in the dark|all day in)|
            (?:not|has not|had not|never|nobody has|has not been|have not been|no one has|does not|do not|is not|
            are not|did not|was not)(?: \w+){0,4} (?:fed|been fed|feeding|changed|changing|washed|washing (?:her|
            him|mum|dad)|being washed|dressed (?:it|the|her|his|my)|been bathed|given (?:her|him|mum|dad|
            nan) (?:\w+ )?(?:food|tablets|meds|medication|drink|dinner|lunch|tea|water|breakfast)|eaten (?:for|
            since|anything)|had (?:a|any) (?:food|drink|wash|bath|meal|medication)|looked after|cared for|
            fed (?:her|him)|getting (?:fed|washed|changed|her|his))|
            neglect\w*|(?:losing|lost) (?:a lot of |so much |too much )?weight|dehydrat\w+|malnourish\w+|(?:sore|
            bed sores?|bedsores?|pressure sores?|ulcer|wound|infection)(?: \w+){0,8} (?:getting worse|worse|
            smell\w*|weep\w*|nobody|not been|untreated|not dressed|infected|open|red raw|no one)|
            nothing (?:in the fridge|to eat|but)|no food in|living in filth|state of the (?:house|place|flat)
        """,
        ),
        cue(
            1.2,
            r"""
            abus\w+|mistreat\w+|ill treat\w+|safeguard\w*|exploit\w*|taking advantage|took advantage|cuckoo\w*|
            touch\w* (?:me|her|him|mum) (?:\w+ )?(?:where|in|inappropriate\w*|down|up)|inappropriate\w*|groping|
            groped|indecent\w*|locks? (?:him|her|mum|dad|nan|me) (?:in|out)|locked (?:him|her|mum|dad|nan|me) (?:in|
            out)|ties? (?:him|her)|tied (?:him|her)|restrain\w*|threaten\w*(?! rain| to rain)|
            (?:said|says|told (?:me|him|her|mum)) (?:he|she|they) (?:would|will|is going to|was going to) (?:hit|
            hurt|put (?:me|him|her|mum|dad) in|slap|stop|leave|lock|kill|sort|batter|thump|smack|throw)|
            would hit me|will hit me|going to hit me|raised (?:his|her) (?:hand|fist)|drunk (?:on|at|when|again|
            in charge)|smell\w* of (?:drink|alcohol|booze|weed|drugs)|stinks? of (?:drink|alcohol|booze|weed)|
            turned up (?:drunk|stoned|high|hungover)|asleep (?:on|when|in the chair|on the (?:sofa|job|settee))|
            on (?:her|his) phone (?:the whole|all the|the entire|instead|while|rather)
        """,
        ),
        cue(
            1.1,
            r"""
            (?:make|raise|lodge|put in|file|register|log|have|got|with) (?:a |an |my |another |this )?(?:formal |
            serious |official )?(?:complaint|concern|safeguarding|alert)|complain(?:ing|t|ts|ed)?(?: about| against|
             over| to)?|report (?:a|an|my|the|her|him|kev|donna|\w+ for|something|what|abuse|it|this) ?(?:concern|
            carer|incident|worker|pa|abuse|agency)?|whistle ?blow\w*|concern(?:s|ed)? (?:about|for|over|that|with)|
            want to tell someone what|
            (?:not happy|unhappy|disgusted|appalled|upset|angry|fuming|livid|shocked) (?:about|with|at|by|
            over) (?:how|the way|what|the treatment|kev|donna|her|his|him|the care|this|that|a)|the way (?:she|he|
            they|kev|donna|that) (?:\w+ )?(?:treat\w*|speaks?|spoke|talks?|talked|handles?|handled)|
            worr\w+ (?:about|that|for|how|by) (?:how|the way|what|one of|his|her|a|my|mum|dad|nan|mr|mrs|miss|
            \w+ 's)(?! (?:money|budget|cost))
        """,
        ),
        cue(
            0.6,
            r"(?:carer|pa|worker|girl|agency|cleaner|night sitter|she|he)(?: \w+){0,4} (?:rude|nasty|"
            r"rough|lazy|horrible|careless|cruel|drunk|dishonest|thief|sly|creepy|impatient|bad "
            r"tempered|aggressive|a bully|lied|lying)",
        ),
        cue(
            1.3,
            r"(?:told|tells|telling|said to|says to) (?:\w+ ){1,2}(?:to )?(?:shut up|be quiet or|get "
            r"lost|hurry up or|f\w+ off|wet (?:my|her|him)self|go in (?:my|her|his) pad)|handled "
            r"(?:\w+ )?rough\w*|(?:frightens|scares|terrifies|bullies|intimidates|threatens|upsets) "
            r"(?:me|him|her|mum|dad|nan)|(?:ignor\w+|leav\w+) (?:it|her|him|them|the (?:bell|buzzer))|"
            r"nobody is (?:giving|feeding|washing|changing|turning|looking after|helping)|(?:never|"
            r"not) (?:\w+ )?(?:change|wash|feed|bathe|turn|clean) (?:her|him|mum|dad|nan|me)|(?:sores?|"
            r"bed sore|pressure sore)|(?:push|hit|slap|hurt|drag|shove|shake|pinch|kick|grab)(?:ed|es|"
            r"s)? (?:her|him|mum|dad|nan|me|donna)|saw (?:\w+ ){1,4}(?:push|hit|slap|hurt|drag|shove|"
            r"shake|pinch|kick|grab|steal|take)\w* (?:her|him|them|money|the|my)|leaves? early|on "
            r"(?:her|his) phone (?:all|the whole|half)",
        ),
        cue(
            1.2,
            r"(?:do|does|did) not (?:feel|make me feel) (?:very |at all |that )?safe (?:with|around|"
            r"when|having|near|any)|not safe with|unsafe with",
        ),
        cue(
            0.6,
            r"does not (?:feel|seem) (?:right|safe)|do not (?:feel|think) (?:it is |he is |she is |i "
            r"am |mum is |dad is )?(?:right|safe)|something is not right|feel unsafe|not safe (?:with|"
            r"around|at)|not right what|is it right that|do not like (?:how|the way|what)",
        ),
        cue(
            -0.9,
            r"rough (?:idea|guide|estimate|time|sleep\w*)|roughly|rough (?:night|day)|feeling rough|"
            r"feel rough|been rough",
        ),
    ),
}
