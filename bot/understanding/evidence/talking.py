"""How, with whom and whether to go on talking; thanks and praise."""

from bot.understanding.evidence.weighing import Evidence, cue

TALKING: Evidence = {
    "talk_to_human": (
        cue(
            1.5,
            r"""
            (?:talk|speak|chat|spk|natter|get through|put (?:me )?through|connect me|transfer\w*|hand me|pass me|
            put me on|word|talking|speaking) (?:\w+ )?(?:to|with|wiv|2) (?:a |an |the |your |some |my |
            one of (?:the|your) )?(?:real |actual |proper |live |human |flesh and blood )?(?:person|human|
            human being|someone|somebody|anyone|anybody|operator|adviser|advisor|member of staff|staff|manager|
            broker|office|team|people|body|worker|supervisor|boss|social worker|lady|man|being|individual|
            living soul|coordinator|care manager)(?! (?:called|who speaks))|
            (?:get|give|want|need|rather have|prefer|fetch|find) (?:me |us )?(?:to )?(?:a |an )(?:real |actual |
            proper |live |living |human )(?:person|human|being|one|somebody|someone|body|voice|woman|man|people)|
            (?:get|give) (?:me|us) (?:a )?(?:person|human|someone|somebody|an operator|the manager|your (?:boss|
            manager|supervisor))|
            (?:human|real person|person|operator|agent|real human|a human|a person)(?: please| now| pls)?$|(?:real|
            actual|proper|live) (?:human|person|people)|(?:fed up|sick|tired|had enough) (?:of|with) (?:this |a |
            the |your |talking to (?:a |this )?)?(?:robot|machine|computer|bot)|are you (?:a )?(?:real|robot|human|
            machine|computer|bot)|is (?:this|that) (?:a )?(?:robot|real|computer|machine|bot|human)|not (?:a|
            to a) (?:robot|machine|bot|computer)|(?:hate|fed up with|sick of|do not want|do not like|
            cannot be doing with|talking to) (?:\w+ ){0,3}(?:robot|machine|bot|computer)s?
        """,
        ),
        cue(
            1.3,
            r"""
            (?:can|could|will|would|please|get|ask|have|want|need|like) (?:\w+ ){0,3}?(?:someone|somebody|anyone|
            a person|a human|the office|the manager|a manager|the broker|my broker|one of you|one of the team|
            you)(?: from the \w+| in the \w+| there)? (?:please )?(?:to )?(?:ring|call|phone|telephone|give|bell|
            contact) (?:me|us)(?: back| a (?:ring|call|bell|buzz|tinkle))?(?! instead|s| when (?:kev|donna))|
            (?:ring|call|phone) me back|^(?:please )?(?:ring|call|phone) me(?: please| back| asap| now)?$|(?:do not|
            can not|cannot) (?:understand|work|follow|get) (?:this|it|you|what)(?: \w+)? ,? ?(?:ring|call|phone|
            get)|put me (?:on|through) to|give me the (?:office|number|manager)|(?:a )?member of (?:staff|
            the team) (?:to )?(?:please )?(?:ring|phone|call|contact)|give me a (?:ring|call|bell|buzz|tinkle|
            shout)|call me (?:please|back|asap)|need a call ?back|call ?back please|
            (?:who|how) (?:can|do) i (?:speak|talk|ring|phone|call) (?:to)?|what is (?:your|
            the) (?:office )?(?:phone |telephone )?number|is (?:there )?(?:anyone|anybody|someone|
            somebody) (?:there|real|human|i can (?:talk|speak|ring|phone)|available to (?:talk|speak))|
            speak to (?:you|someone|somebody)|talk to (?:someone|somebody)
        """,
        ),
        cue(
            -0.8,
            r"someone to talk to(?! (?:about|at the|from|in the))|somebody to talk to(?! (?:about|at "
            r"the|from|in the))|no one to talk to|come and (?:talk|chat|speak)|(?:instead of|not|"
            r"rather than) (?:text\w*|messag\w*)|bereave\w*|lonely",
        ),
    ),
    "stop_messages": (
        cue(
            1.6,
            r"""
            ^(?:please )?(?:stop|unsubscribe|stop all|stopall|opt out|quit|end|remove me|
            stop it)(?: please| now| thanks| thank you)?[ .!]*$|(?:stop|quit|no more|enough of|do not want any more|
            do not want|cease|end|less of|had enough of|turn off|switch off|pack in|leave off|give over|knock off|
            no further|sick of|fed up with|enough|do not (?:wish|want) to (?:get|receive|have)) (?:all |the |these |
            those |your |any |with |more |sending |receiving |getting |with the |of |off |me |bloody |flipping |
            ruddy |daft |flaming ){0,4}(?:texts?|messages?|messaging|texting|reminders?|notifications?|alerts?|
            pinging|bleeping|pestering|contacting|bothering|sending|updates|spam)|
            do not (?:want|wish|need) (?:you |anyone |them |anybody )?to (?:text|message|contact|msg|send me (?:texts?|messages?))|
            do not (?:text|message|contact|msg|bother|pester|write to|send me) ?(?:me|us|this number|any ?more|
            messages|texts)?(?: any ?more| again| ever| please| no more)?$|unsubscribe|opt (?:me )?out|
            take (?:my (?:phone |mobile )?number|this number|me|us) off (?:your|the|this|of your|
            my)(?: \w+)? ?(?:list|books|system|messages|texts|app|records|file)?|remove (?:me|my (?:phone |
            mobile )?number|this number|us) (?:from|off|please)|(?:delete|forget|lose|scrub|wipe|get rid of|erase|
            block) (?:my|this) (?:phone |mobile )?(?:number|details)|(?:leave|let) me (?:alone|be)|stop (?:texting|
            messaging|contacting|pestering|bothering|bugging|badgering|hassling) (?:me|us)|my number off|
            wrong number|(?:will|would) you (?:please )?stop (?:texting|messaging|sending|contacting|these|the)
        """,
        ),
        cue(
            -1.2,
            r"instead|(?:ring|phone|call) (?:me|her|him|mum|dad)|stop (?:the|my|all|his|her) "
            r"(?:visits?|care|calls?|booking|carers?|direct)|do not (?:text|message) (?:\w+ )?(?:her|"
            r"him|mum|dad|nan)|at night|after \d|by (?:post|letter|phone|email)",
        ),
    ),
    "change_how_we_talk": (
        cue(
            1.4,
            r"""
            (?:writing|print|letters|text|words|font|lettering|type|typing|messages|screen|script|
            size)(?: \w+){0,4} (?:bigger|larger|too small|tiny|too tiny|so small|too little|small for|larger please|
            smaller|big|clearer|in bold|teeny)|
            (?:write|make|send|type|print|put)(?: \w+){0,3} (?:bigger|larger|big|in capitals|in bold|clearer)|
            (?:big|large|bigger|larger) (?:print|writing|letters)|(?:bigger|larger|large|clearer|bold|plain|plainer|
            simpler|easy read|easier) (?:writing|print|letters|text|words|font|lettering|type|english|messages|
            language|size|format|version)|(?:can not|struggle to|hard to|difficult to|cannot|could not|trouble|
            not) (?:see|read|reading|seeing|make out|follow) (?:\w+ ){0,2}(?:this|it|these|your|the|writing|words|
            texts?|messages|screen|small|what you|that|them)|make (?:it|them|this|the (?:writing|words|text|letters|
            print)|everything|your \w+) (?:\w+ )?(?:bigger|larger|simpler|clearer|shorter|easier|slower|big)|
            (?:slow down|slower|too fast|too quick|go slow|take it slow|fewer words|shorter messages|less words|
            too many words|too long|one (?:thing|question) at a time|short(?:er)? (?:sentences|words|messages)|
            use (?:simple|easy|short|plain)|keep it (?:short|simple)|big words|in plain english|speak plain|
            large print|braille|easy read|audio|read (?:it|them) (?:out|aloud) to me|voice messages?)
        """,
        ),
        cue(
            1.5,
            r"""
            (?:phone|ring|call|telephone|email|e mail|write to|text|message|post|whatsapp|
            send (?:me )?(?:a )?letters?|send (?:it|them|things)) (?:\w+ ){0,4}?(?:instead|rather than|not (?:text|
            email|phone|ring|call|message|by)|in future|from now on|by (?:post|letter|phone|email|text))|
            (?:instead of|rather than) (?:all )?(?:these |this |the |your )?(?:text\w*|messag\w*|email\w*|ringing|
            phoning|calling|phone calls?|calls|writing|letters|typing|apps?)|
            (?:does not|do not|can not|is not|will not|am not|never|not much of a|no good|hopeless|useless|
            not)(?: \w+){0,4} (?:do texts?|do texting|text|texting|texts|messages|messaging|mobiles?|apps?|emails?|
            the internet|computers|smart ?phones?)(?: \w+){0,3}(?:phone|ring|call|write|post|instead|please)|
            (?:prefer|rather|like|better|easier|best|want|only|always)(?: \w+){0,4} (?:phone calls?|phone call|
            by phone|by letter|by post|by text|by email|by e mail|be phoned|be rung|be called|be texted|ring me|
            phone me|call me|text me|a letter|a phone call|letters|on the phone|you rang|you phoned|you to ring|
            you to phone|you to text|texts to calls|texting|texts|emails|you rang me|you phoned me|to be (?:rung|
            phoned|called|texted))|
            (?:text|email|message|write to|phone|ring|call) (?:me|her|him|mum|dad|nan|us|
            my RELATION) (?:please )?(?:not|do not|never) (?:phone|ring|call|text|email)|(?:do not|please do not|
            stop|never) (?:ring|phone|call|ringing|phoning|calling)(?: \w+){0,4} (?:text|email|message|write)|
            (?:only|just) (?:text|ring|phone|call|email|message) (?:me|her|him|us|in the|after|before|between)|
            (?:do not|stop|no) (?:texts?|text|texting|messages?|messaging|ringing|phoning|calls?|calling|
            contact\w*)(?: \w+){0,4} (?:after|before|at night|so early|so late|late|early|in the (?:evening|night|
            morning)|past|on sundays)
        """,
        ),
        cue(
            1.5,
            r"""
            (?:talk|speak|write|text|message|reply|answer|say it|send|do this|have this|messages|texts|chat|read|
            explain|information|it|this|these|translate|translated|translation|switch|change)(?: \w+){0,4} (?:in|to|
            into) (?:<language>)|(?:speaks?|understands?|reads?|talks?) (?:only |very |just |mainly |mostly |
            better )?(?:<language>)(?: only| best| better)?(?! (?:carer|pa|speaking|speaker))|(?:no|little|not much|
            not good|bad|poor|does not speak|do not speak|can not speak|can not read|not speak|hardly any|not any|
            not very good|struggles? with|only a little) (?:\w+ )?english|english (?:is )?(?:not|very|is|bad|poor|
            no)(?: \w+){0,3} (?:good|bad|poor|little|first)|interpreter|translator|translat\w+|in (?:my|his|her|
            another|our|own) (?:own )?language|other languages?
        """,
        ),
        cue(
            1.2,
            r"""(?:change|update|new|changed|got a new|my new|different) (?:my |our |the |her |his )?(?:phone |mobile |
            contact |email |telephone )?(?:number|e ?mail(?: address)?|mobile)(?! of (?:carers|visits|hours))|(?:use|
            on) my (?:landline|mobile|house phone|other number)|(?:text|message|copy in|cc|include|send (?:it|them|
            everything|copies)|copy) (?:\w+ ){0,3}(?:to )?(?:my (?:RELATION)|my RELATION) (?:as well|too|also|instead)|
            copy my RELATION""",
        ),
        cue(
            0.7,
            r"i am (?:blind|deaf|partially sighted|dyslexic|hard of hearing|registered blind)|(?:poor|"
            r"bad|failing) (?:eyesight|sight|eyes|hearing)|my eyes (?:are|is)|forgot my glasses|"
            r"glasses",
        ),
        cue(
            -1.0,
            r"need (?:a|someone|an?) (?:\w+ ){0,3}(?:carer|pa|who speaks)|carer (?:that|who)|pa who|if "
            r"(?:you|they) (?:can not|cannot) (?:get|reach)|emergency|backup",
        ),
    ),
    "give_feedback": (
        cue(
            1.2,
            r"""
            (?:five|5|four|4|three|3|two|2|one|1|ten|10|full) (?:stars?|out of (?:five|5|ten|10))|\d+/(?:5|10)|
            (?:leave|give|write|post|send|put in|pass on|left|want to leave|like to leave) (?:\w+ ){0,3}(?:feedback|
            review|rating|compliment|praise|thanks to|comment|good word|testimonial)|feedback|(?:worth|is) (?:her|
            his) weight in gold|(?:a|an|real|absolute|proper|such a|is a|was a|total|little|
            complete) (?:\w+ )?(?:gem|star|angel|godsend|treasure|tonic|credit|diamond|marvel|delight|joy|blessing|
            lifesaver|life saver|superstar|legend|saint|breath of fresh air|darling|lovely lass|ray of sunshine)|
            (?:did|done|does|doing|has done|made|makes) (?:a |an |such a |really |so |the |me |us |mum |
            dad )?(?:\w+ )?(?:great|brilliant|lovely|fantastic|wonderful|smashing|grand|marvellous|cracking|
            excellent|amazing|good|super|champion|terrific|fab|top|splendid|bang up|first class|beautiful) (?:job|
            work|meal|dinner|wash|clean|tea|haircut|cake)
        """,
        ),
        cue(
            0.9,
            r"""
            (?:was|is|has been|were|are|been) (?:\w+ ){0,2}(?:brilliant|lovely|fantastic|wonderful|smashing|grand|
            marvellous|cracking|excellent|amazing|great|super|champion|terrific|fab|superb|outstanding|first class|
            perfect|ace|spot on|so kind|very kind|so patient|so gentle|so good|very good|ever so (?:kind|good|nice|
            gentle)|really (?:good|nice|kind|lovely|helpful)|top notch|belting|mint|proper lush|lush|gert lush|
            a pleasure|so nice|so helpful|very helpful|very pleased|so pleased|delighted|gentle|patient|
            canny)(?! (?:if|to have|day|morning|weather|news|idea|thanks if))|
            (?:loved|loves|adores|thinks the world of|enjoyed|really likes|likes|so pleased with|very happy with|
            really happy with|delighted with|chuffed with|impressed with|can not fault|pleased with|
            well pleased with|over the moon with|cheered (?:me|mum|dad|him|her) up|made (?:my|her|his|mum 's|dad 's|
            our) day|brightened|couldn not ask for|could not ask for|can not thank|could not be better|hats off|
            well done|full marks|top marks|credit where|keep up)|(?:visit|session|care|lunch|outing|trip|
            clean)(?: \w+){0,4} (?:went (?:really |very )?well|went great|was (?:really |very |so )?(?:good|lovely|
            poor|great|brilliant|nice|rubbish|disappointing|rushed))
        """,
        ),
        cue(
            0.8,
            r"(?:rushed|in a rush|clock watching|always in a hurry|could be better|disappointed|"
            r"disappointing|not impressed|was (?:ok|alright|all right|fine|so so|a bit short|poor)|"
            r"burnt (?:the|my|his|her)|forgot (?:the|my|to) (?:bins|milk|shopping|door)|suggestion|"
            r"suggest|improve\w*|it would be (?:nice|better) if (?:you|the (?:app|bot|carers|times)))",
        ),
        cue(
            -0.6,
            r"thank you (?:so much |very much )?for (?:sorting|arranging|your help|getting|finding|"
            r"letting|telling)|please (?:can|could|book|send|arrange)|\?",
        ),
    ),
    "greeting_or_thanks": (
        cue(
            1.0,
            r"""
            ^(?:hi|hiya|hello|helo|hey|hullo|ello|hallo|morning|good morning|afternoon|good afternoon|evening|
            good evening|good day|greetings|howdy|wotcha|ey up|ay up|eyup|now then|alright|all right|aye aye|how do|
            ow do|whey aye|wey aye|top of the morning|yo|sup|how are you|you there|anyone there|how is it going|
            hows tricks|awright|alreet|areet|y alright|you all right|good day to you) ?(?:,|!|\.|there|all|you|love|
            duck|dear|pet|hen|mate|my lover|flower|petal|chick|chuck|bab|sweetheart|darling|my dear|everyone|
            alongside|again|to you|how are you|how are things|hope you are well|hope all is well|today|team|bot|
            i hope you are well|youth|cocker|marra|our kid|treacle|lovely|bonny lad|bonny lass|x+|\?|:|\)|-| )*$
        """,
        ),
        cue(
            1.2,
            r"^(?:oh )?(?:you are|you have been|what) (?:a |an |such a )?(?:real |proper |absolute "
            r")?(?:star|gem|lifesaver|life saver|angel|treasure|legend|diamond|great help|godsend|"
            r"love)",
        ),
        cue(
            1.0,
            r"""
            (?:thank you|thanks|many thanks|much obliged|much appreciated|appreciate (?:it|that|your|all)|grateful|
            bless you|you are a (?:star|gem|love|diamond|legend|lifesaver|angel|treasure|good un)|
            you have been (?:\w+ )?(?:help\w*|kind|marvellous|wonderful|lovely|great|brilliant)|very kind of you|
            that is (?:very |so |really )?(?:kind|good|helpful|lovely|great|grand|brilliant|perfect|wonderful|
            smashing|champion|fab)|nice one|good bot|good stuff|lovely stuff|top man|brill|fab|magic|
            you are very kind|cheers)
        """,
        ),
        cue(
            1.0,
            r"^(?:goodbye|good bye|bye|bye bye|ta ra|tara|tarra|ta ta|cheerio|toodle\w*|see you|see ya|"
            r"seeya|good night|goodnight|night night|nighty night|nos da|so long|speak soon|later|"
            r"laters|catch you later|take care|god bless|night|nunight|tatty bye|toodle pip|have a "
            r"(?:good|nice|lovely) (?:day|evening|weekend|night|one))(?: [a-z]+){0,4}[ .!x]*$",
        ),
        cue(
            0.6,
            r"(?:goodbye|good night|goodnight|bye for now|bye bye|cheerio|take care|speak soon|god "
            r"bless|ta ra|have a (?:good|nice|lovely) (?:day|evening|weekend|night|one))",
        ),
    ),
}
