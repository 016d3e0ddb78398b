"""Sales, scams, orders to the bot, small talk and abuse."""

from bot.understanding.evidence.weighing import Evidence, cue

ORDERS_AND_SALES = (
    cue(
        2.4,
        r"(?:parcel|package|delivery)(?: \w+){0,6} (?:pay|fee|£)|could not be delivered|verify "
        r"your|click (?:here|the link|below)|tax refund",
    ),
    cue(
        1.6,
        r"""
        (?:click|tap|follow) (?:the |this |on |here |below )?(?:the |this )?(?:link|here|below|button)|https?|
        www|\. ?com|bit \. ?ly|\. ?co \. ?uk|congratulations|you have (?:been (?:selected|chosen|approved)|won)|
        you are (?:a winner|approved|eligible|pre approved|entitled to)|claim (?:your|now|today|a|it|this)|
        (?:free|exclusive|special|limited time|act now|limited) (?:offer|gift|trial|quote|prize|voucher|deal|
        delivery)|gift card|voucher|limited time|act now|apply now|order now|buy now|lowest prices|discount\w*|
        % off|\d+ % off|bitcoin|crypto|invest\w*|guaranteed|loan approved|refund (?:of|is waiting|due|pending)|
        tax (?:refund|rebate)|hmrc|royal mail|parcel|package (?:could|is|has)|delivery fee|unpaid (?:toll|fee)|
        verify your|confirm your (?:bank|account|details|identity|card)|suspended|security alert|
        unusual (?:activity|login|sign)|your (?:bank |paypal |amazon |netflix )?account (?:has|is|will)|
        one time (?:code|passcode)|otp|work from home|earn £?\d+|earn (?:up to|money|extra)|make money|
        double glazing|solar panels?|funeral plans?|life insurance|ppi|broadband deal|energy (?:deal|supplier|
        tariff)|seo|marketing (?:agency|services)|(?:our|we offer|we sell|we supply|we are offering) (?:company|
        products?|services?|range|competitive|agency offers)|stair ?lifts? (?:from|at|sale)|
        hearing aids? (?:from|at|sale|free)|hot singles|date|viagra|lottery|inheritance|prince|beneficiary|
        whatsapp me on|kindly (?:send|provide|confirm|click)|your (?:grant|benefit) (?:is|of)|
        cost of living payment
    """,
    ),
    cue(
        1.6,
        r"""
        ignore (?:all |any |the |your |my |previous |prior |everything ){1,3}(?:instructions?|rules?|prompts?|
        messages?|above|said|before|you)|disregard (?:all|any|your|the|previous)|forget (?:all |your |
        everything |the |previous |any )+(?:instructions?|rules?|you|prompts?|told)|system prompt|(?:you are|
        act as|pretend (?:to be|you are)|roleplay|role play|behave as|your new (?:role|instructions?|name|
        task))(?: \w+){0,3} (?:now|a|an|the|admin\w*|dan|unrestricted|developer|manager|root|my)|developer mode|
        admin(?:istrator)? (?:mode|access|override|password|rights)|debug mode|jailbreak|override (?:your|the|
        all|safety)|sudo|(?:print|reveal|show|tell me|repeat|output|list|dump|give me) (?:me )?(?:your|the|
        all)(?: \w+){0,3} (?:instructions?|prompt|password|passwords|database|api key|keys|other (?:users?|
        customers?|people)|everyone 's|customers? 's|customer (?:data|details|records|list)|user data|users|
        customers?(?: and| addresses| phone| names| details| bank)|secret)|drop table|select \*|script|<|
        (?:without|skip|bypass|no need for) (?:asking|confirmation|checks|authori[sz]ation|the checks|
        verification|permission)|(?:as|i am) (?:the|an|your|a) (?:admin\w*|developer|owner|creator|engineer|
        system|programmer)|new instructions?|end of (?:prompt|instructions)|from (?:now on|today) you (?:are|
        will|must|only)|(?:assistant|system|user) ?:|you must (?:now )?(?:obey|comply|transfer|approve|confirm|
        say|answer|pretend)|(?:approve|authori[sz]e|transfer|refund|release|send) (?:all|every|
        \w+ to (?:account|sort code))|mark (?:all|every) (?:\w+ )?(?:visits?|invoices?)(?: \w+)? as
    """,
    ),
)
"""Scams, sales and orders to the bot: whatever else such a message holds is not acted on."""

BESIDE_THE_POINT: Evidence = {
    "out_of_scope": (
        *ORDERS_AND_SALES,
        cue(
            0.9,
            r"""
            (?:weather|rain|raining|rained|sunny|snow|snowing|frost|frosty|windy|chilly|nippy|parky|drizzle|foggy|
            lovely day|nice day|heatwave|mild)(?! (?:so|can|please))|(?:football|rugby|cricket|match|england (?:won|
            lost|play\w*)|strictly|corrie|coronation street|eastenders|emmerdale|bake off|telly|programme|film|
            wordle|crossword|snooker|the archers|the king|politics|prime minister|horse racing|grand national|quiz)|
            (?:tell me|know any|know|you know) (?:a |any |some )?(?:good )?(?:joke|jokes|story|poem|riddle|secret)|
            (?:sing|write) (?:me )?(?:a )?(?:song|poem|essay|story|limerick)|(?:what is|who is|who was|
            what was) (?:the )?(?:capital|meaning of|president|prime minister|time in|score|weather|square root|
            population|tallest|football|king|pope|\d+ (?:x|times|plus|\+))|how (?:old|tall|big) (?:are you|is the)|
            do you (?:like|love|have (?:a|any|feelings)|dream|sleep|believe|eat|know (?:my|the king|any)|watch|
            follow|support)|who won (?:the|at)|what is your (?:name|favourite|star sign|age)|where (?:are you|
            do you live)|will you marry|recipe|my (?:cat|dog|budgie|tomatoes|roses|sweet peas|geraniums|
            garden)(?: [a-z]+){0,5} (?:out|lovely|eaten|had|caught|is|are|has|have|will|coming)|(?:great|
            grand)? ?(?:grandson|granddaughter|grandchildren|grandkids)(?: [a-z]+){0,4} (?:passed|got|born|started|
            won|graduated|walking|birthday|wedding|married|expecting|had a baby)|when i was (?:a|young|little|
            your age)|in my day|years ago|won (?:again|the|at|last)|bingo|dominoes|birthday (?:was|yesterday|cake|
            party was)|had (?:a )?(?:lovely|nice|smashing|grand) (?:time|day|lunch|walk|weekend|holiday|roast|
            dinner)(?! with)|kettle on|(?:nice|good) cup of tea|putting the kettle|garden is|apples|blackberries|
            anniversary|i used to
        """,
        ),
        cue(
            0.9,
            r"(?:useless|stupid|rubbish|pathetic|crap|shit|bollocks|idiot|moron|thick|waste of (?:time|"
            r"space)|piss off|bugger off|sod off|get lost|fuck\w*|wanker|shut up|go away|drop dead|"
            r"hate you|you are (?:\w+ )?(?:useless|stupid|rubbish|pathetic|thick|dense|daft|hopeless|a "
            r"joke)|load of (?:rubbish|crap|tosh|old)|go to hell|naff off|bog off|up yours|what a joke|"
            r"bloody (?:useless|machine|robot|thing|computer|bot))",
        ),
    ),
}
