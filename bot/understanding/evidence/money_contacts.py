"""What customers and their supporters ask of money, and whom to ring."""

from bot.understanding.evidence.weighing import Evidence, cue

MONEY_CONTACTS: Evidence = {
    "ask_balance": (
        cue(
            1.6,
            r"""
            (?:how much|what|wot|how many hours|owt|any|anything|enough|much)(?: \w+){0,6} (?:left|remaining|
            in (?:my|the|mum 's|dad 's|her|his|our) (?:\w+ )?(?:budget|pot|account|direct payment|dp|card|fund|
            kitty)|to spend|spent|gone|used|to play with|left over|in the pot|in the kitty|over|
            available to spend)(?! (?:to (?:go|wait|pay)|until))|
            (?:balance|budget|pot|kitty|direct payment|personal budget|dp|funds?|statement|account|money|allowance|
            hours)(?: \w+){0,4} (?:left|remaining|balance|looking|like|stand|run out|running out|last|spent|doing|
            used|run dry|gone|remain|standing|in it|on it|like this)|(?:what is|check|show|tell|see|give|
            know) (?:me |us )?(?:\w+ ){0,3}(?:balance|budget|statement|pot|spending|finances|funds|kitty)|(?:am|are|
            is|have) (?:i|we|mum|dad|she|he) (?:\w+ )?(?:overspent|over spent|over budget|in the red|running out|
            run out|within|short of|got enough|enough|going over|on budget|skint|over)|
            (?:what|how much)(?: \w+){0,4} (?:spent|spend|used|gone on|been spent|gone out)|(?:can|could) (?:i|we|
            mum|dad) (?:still )?afford|have i (?:got )?(?:any |enough |much )?(?:money|budget|hours|funds|left)|
            (?:where|how) (?:do|does|am|are|is) (?:i|we|mum|dad|my budget|the budget|it) stand(?:ing)?|how is (?:my|
            mum 's|dad 's|the|her|his) (?:budget|money|pot|balance|account)|(?:balance|budget|
            statement)(?: please| pls|\?|$)
        """,
        ),
        cue(
            -1.0,
            r"how much (?:is|does|do|are|for|would|to|will it)|cost|charge|how much longer|rate|price|"
            r"hold|how much time|off (?:my|the) balance|pay (?:off|the)|an hour|energy",
        ),
    ),
    "ask_cost": (
        cue(1.6, r"how much (?:is|are|would|will|does|do)(?: [\w:.'-]+){1,10} (?:be|cost|come to)"),
        cue(
            1.6,
            r"""
            (?:how much|how dear)(?: \w+){0,2}? (?:is|are|does|do|would|will|for|to|an|a|per|it|she|he|they|you|'s|
            cost|costs|charge|charges|is it|the|be)(?: [a-z']+){0,8}? ?(?:cost|costs|charge|charges|an hour|
            per hour|a night|per night|a visit|per visit|set (?:me|us|her|him) back|for|to have|to get|to|visit|
            call|carer|night|hour|sleep in|cleaner|personal care|live in|gardener|come|pay|be|half an hour|sitter|
            cleaning)|
            how much(?: would| does| do| is| are| will| for)|(?:what|wot|how) (?:is|are|do|does|would|will|
            much)(?: \w+){0,4} (?:price|prices|pricing|rate|rates|cost|costs|fee|fees|charge|charges|going rate|
            damage|tariff|charging|hourly)|(?:price|cost|rate|fee|quote|charges?|going rate|rates|
            prices)(?: \w+){0,4} (?:for|of|per|an|a|please|list|to|on|is|now|these days|\?)|(?:set (?:me|us|her|him|
            mum|dad) back)|hourly rate|(?:cost|costs|charge|pay) (?:more|extra|less)|(?:dearer|cheaper|
            more expensive|extra|double|more) (?:on|at|for|after)(?: \w+){0,3} (?:weekends?|nights?|bank holidays?|
            sundays?|christmas|evenings)|(?:is|are) (?:it|there|they|weekends|nights|
            bank holidays)(?: \w+){0,2} (?:extra|dearer|free|cheaper|a charge|more expensive|time and a half|
            expensive|double|dear)|do (?:you|they|i|we) (?:charge|pay (?:extra|more|double))|what (?:would|will|
            does|do) (?:\w+ ){1,4}(?:cost|charge|come to|set|work out)|can (?:i|we) (?:get|have) a (?:quote|price)|
            price (?:up|check)|is it free|what is the damage
        """,
        ),
        cue(
            -1.0,
            r"left|remaining|balance|spent|in my budget|how much (?:time|notice|longer|have i)|what "
            r"have i got|my wages|do i get paid|do i owe|owe|how much (?:water|food|insulin|of)|bill "
            r"(?:is|was)|overcharged|charged twice|charged me",
        ),
    ),
    "set_backup_contact": (
        cue(
            1.6,
            r"""
            (?:back ?up|emergency|next of kin|in case of emergency|second|other|spare|alternative|standby|stand by|
            fall ?back|reserve|main|first) (?:contact|person|number|person to (?:ring|call|contact)|one to (?:ring|
            call)|phone|name)|ice contact|next of kin|back ?up(?! plan| carer| worker| visit| cover)|
            (?:if|when|should|incase|in case|whenever|any time|anytime)(?: \w+){0,8}? (?:can not|not|cannot|do not|
            no|unable|never|out|away|busy|goes wrong|happens?|happen|go wrong|emergency|trouble|poorly|taken ill|
            bad|wrong|asleep|available|fails?|let down|falls through|does not turn up|not about|through to me|
            deaf to)(?: [a-z0-9',]+){0,12}? (?:ring|call|phone|contact|try|tell|get|speak to|text|message|let|give|
            bell|go to|reach|notify|ask|inform|use)(?: my| our| the)? (?!me\b)\w+|
            (?:ring|call|phone|contact|try|get hold of|text|give|bell|reach|notify) (?:my |our |the )?(?!me\b|you\b|
            us\b)[a-z]+(?: \w+){0,6} (?:if|when|in case|in an emergency|instead of me|after me|before me|first if|
            should|whenever|as well as me|second|next)|(?:put|add|make|have|set|register|save|note|list|use|name|
            get|keep|want|like|take) (?:\w+ ){0,6}(?:down |up |in )?(?:as (?:my|the|mum 's|dad 's|a|our|her|his|an)|
            to be (?:my|the|a|mum 's)|for) (?:\w+ ){0,2}(?:back ?up|emergency|emergencies|contact|one to (?:ring|
            call|phone|contact)|person to (?:ring|call|phone|contact)|next of kin|emergency contact|second contact|
            first contact|person|keyholder)|(?:one|person|people|who) to (?:ring|call|phone|contact|get|bell|
            tell) (?:if|when|in|for|is|first|next)|(?:is|be|as) (?:my|the|mum 's|dad 's|her|his|
            our) (?:\w+ )?(?:contact|backup|next of kin|emergency)(?! plan)
        """,
        ),
        cue(0.5, r"0\d{3,4} ?\d{3} ?\d{3,4}"),
        cue(
            -1.1,
            r"what is|who is (?:my|mum|dad|the)|how do i|do i (?:have|need)|fall back plan|emergency "
            r"(?:cover|respite|visit|carer)|ring me (?:on|back|if)|call me (?:on|back|if|when)|what "
            r"(?:do|should|happens)|text(?:ing)? instead|phone (?:me|her|him|mum|dad) instead|(?:is|"
            r"was) an emergency",
        ),
    ),
    "pay": (
        cue(
            1.6,
            r"""
            (?:pay|settle|clear|paying|settling|clearing|sort|square up|make (?:a )?payment|transfer|send (?:you|
            the money|over|payment|£)|put|cough up)(?: [a-z0-9'£.]+){0,6}? (?:bill|bills|invoice|invoices|account|
            balance|owe|owing|owed|what i owe|what we owe|by card|by bank|by phone|card|cash|cheque|direct debit|
            bank transfer|bacs|for (?:the|my|mum|dad|last|this|that|her|his|donna|kev|november|december|october|
            january|\w+ 's)|off|now|online|today|the (?:carer|pa|cleaner|agency|lot)|donna|£\d+|full|outstanding|
            towards|up|pounds|quid|a tenner|visits?|calls?|it|some)|
            (?:how|where|can|could|may|want|need|like|wish|ready|going|try\w*|wanted|let me|shall|happy|time|
            help me|would) (?:\w+ ){0,3}?(?:pay|settle up|make a payment|settle|square up|cough up|pay up)|(?:pay|
            send|transfer|put|take|owe) (?:\w+ ){0,3}(?:£ ?\d[\d.,]*|\d+ (?:pounds?|quid)|a (?:tenner|fiver|score|
            hundred|pony)|\w+ (?:pounds?|quid))|£\d[\d.]*(?: \w+){0,4} (?:off|towards|on) (?:my|the|mum|
            dad)(?: \w+){0,2} ?(?:account|bill|balance|invoice|pot)?|pay (?:donna|kev|sunita|my|the|for|it|mum|dad|
            off|up|now|online|by|what|that|this|her|him|last|all|everything|invoice)|(?:payment|pay)(?: please| pls|
             now)?$|^here is £|(?:take|taking) (?:a )?payment|can i pay|how (?:do|can) (?:i|we) pay|take (?:it|
            the payment|payment|the money) (?:off|from|out of)|top ?up (?:my|the|mum|dad|her|his)
        """,
        ),
        cue(
            -1.3,
            r"(?:when|how much) (?:do|will|am|did) (?:i|we) (?:get )?(?:paid|pay(?:$| for| an| per| "
            r"if))|get paid|been paid|my (?:wages|pay|payslip)|pay attention|pay (?:a|her a|him a|me a|"
            r"mum a|us a) (?:visit|call)|how much (?:do|would|will) (?:i|we|it)|direct payment|paid "
            r"twice|overcharged|payslip|cash in hand|pays? extra|do i (?:have to |need to )?pay "
            r"(?:extra|more|double|if)|pay more|pay extra|lost pay|not (?:been )?paid|settle (?:in|"
            r"down|her|him|mum|dad)|sick pay|cost",
        ),
    ),
}
