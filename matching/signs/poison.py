"""Signs of too much medicine, or of something swallowed that harms."""

from matching.signs.reading import sign

_NO_MEDICINE = r"""
dinner|tea\b|pudding|cakes?|roast|beer|soup|biscuits|chocolates?|crisps|mince pies?|sweets|cherries|pizza|telly|episodes?|series|
box ?set|post|letters|visits|shopping|hours|money|pension|wages|holiday|washing|ironing|dates|grapes|wine gums|mandarins|eggs|wine|
milk|squash|nibbles|chemist|pharmacy|family|grandchildren|kids|bills|news|appointments|presents|photos|books|weather|rain|trouble
"""

POISON = (
    sign(
        "overdose",
        r"over ?dos(?:e|ed|es|ing)|(?:has|have|just) od(?:'?ed|d)?\b",
        figure=r"training|train\w*|risk|last|years?|history|(?:overdose|overdosed) (?:of|on) (?:paperwork|forms|"
        r"telly|sunshine|bingo|family|\w+ cake|kindness|puddings?)|chocolate|cake|pies?|sweets|sugar|turkey|telly|sun",
    ),
    sign(
        "overdose",
        r"""
        (?:taken|took|taking|swallow\w*|had|necked|downed|drunk|drank|eaten|ate|given|gave|popped|inject\w*|gulped|
        scoffed|
        shoved down|guzzled|knocked back|munched|washed down)(?: [a-z0-9]+){0,7}? (?:all (?:of )?(?:\w+ ){1,4}at once|
        (?:(?:all|whole|entire|too many|too much|handfuls?|fistful|lots|loads|load|twice|double|triple|every|extra|
        dozens?|
        twenty|thirty|forty|fifty|sixty|hundred|\d{2,}|both|three days|four days|weeks?|months?|rest|bottle|bottles|
        packets?|pack|box|strips?|blister|bunch|several|half a|pile|stack|pots?|tubs?|everything in|couple of dozen|
        heaps?|
        too)(?: [a-z']+){0,5} (?:tablets?|pills?|paracetamols?|paras|medication|medications|medicines?|meds|capsules?|
        insulin|morphine|sleepers|sleeping\w*|doses?|aspirins?|ibuprofen|warfarin|oramorph|methadone|codeine|co codamol|
        cocodamol|diazepam|valium|tramadol|antidepressants|metformin|blister pack|nomad|dosette|drugs|temazepam|
        zopiclone|
        medicine cabinet|amitriptyline|heroin|painkillers?|pain killers|beta blockers|bottle of (?:\w+ )?(?:pills|
        tablets))))|(?:had|given|taken|took|gave|injected)(?: \w+){0,4} (?:tablets|meds|medication|insulin|dose|
        morphine|
        warfarin|pills)(?: \w+){0,2} (?:twice(?! (?:a\b|daily|each)(?!\w))|double|by mistake)|(?:double|triple|
        twice) (?:dosed|the dose|her dose|his dose|my dose)(?: \w+){0,4}|(?:pack(?:et)?s?|bottles?|box(?:es)?|strips?|
        pots?)(?: (?:of|is|are|all|lying|everywhere|paracetamol|pills|tablets))* empty(?: \w+){0,4} (?:tablets|pills|
        paracetamol)?|empty (?:pill|tablet|paracetamol|medicine|medication|blister) (?:\w+ )?(?:packets?|pack(?:s|et)?|
        bottles?|box(?:es)?|strips?|blisters?)|empty (?:packets?|packs|bottles?|box(?:es)?|strips?|blisters?) (?:of|
        everywhere|by|next|beside)(?: \w+){0,3}
        """,
        figure=r"""
        breakfast|dinner|lunch|as (?:normal|usual|prescribed|directed)|on time|fine|happy|all good|no problems?|
        like (?:he|
        she) should|nice|review\w*|deliver\w*|collect\w*|order\w*|pick\w* up|repeat|pharmac\w*|to the chemist|running out|ran out|
        no tea|
        too many (?:tablets|pills) to|ice ?cream|lemsip|after food|with (?:her|his|a) (?:tea|breakfast|lunch)|the (?:post|family|
        news|bills|letters|visits|shopping|grandchildren|weather|appointments) at once
        """,
    ),
    sign(
        "overdose",
        r"""
        (?:swallow\w*|drunk|drank|drinking|eaten|ate|eating|had|taken|licked|sipped|swig\w*|inhaled|
        mouthful)(?: \w+){0,4} (?:bleach|weed ?killer|anti ?freeze|washing (?:up )?liquid|dettol|disinfectant|
        toilet (?:cleaner|duck)|white spirit|turps|batter(?:y|ies)|button battery|detergent|laundry (?:tab|pod|
        capsule)s?|
        dishwasher tab\w*|cleaning (?:fluid|stuff|liquid|product)|rat poison|slug pellets|cleaner|drain\w*|caustic|
        petrol|
        poison\w*|hand gel|fairy liquid|surface spray|pods?)
        """,
        figure=r"bought|smell of|shopping",
    ),
    sign(
        "overdose",
        r"""
        (?:given|gave|taken|took|had)(?: \w+){0,3} (?:the )?(?:wrong|someone else(?:is|s)?|another (?:person|client|
        resident)(?:is|s)?) (?:\w+ )?(?:tablets|pills|meds|medication|medicine|insulin|dose)
        """,
        weight=0.7,
        figure=r"last|pharmacy gave|chemist",
    ),
    sign(
        "overdose",
        r"""
        (?:swallowed|necked|downed|gulped)(?: \w+){0,2} (?:the (?:whole )?lot|them all|all of them|every (?:last )?one)
        """,
        figure=r"dinner|tea|pudding|cake|roast|pint|beer|soup|sprouts|peas|biscuits|vitamins?",
    ),
    sign(
        "overdose",
        r"""
        (?:taken|took|had|swallow\w*|necked|downed|drunk|drank|finished|emptied|got through)(?: [a-z0-9]+){0,3} (?:whole|entire|
        all|full|every|weeks|months)(?: [a-z]+){0,4}? (?:trays?|strips?|packets?|pack|box|boxes|blisters?|dosettes?|bottle|
        weeks|months|compartments?|days worth|weeks worth)(?: [a-z]+){0,3}? (?:in one(?: go| swallow| night| sitting)?|at once|
        together|all in one|since (?:last night|this morning|breakfast))
        """,
        lasting=True,  # "the whole week's tray" is no date
        figure=_NO_MEDICINE
        + r"|last (?:year|month|week|time|spring|summer|autumn|winter)|years ago|months ago|back in",
    ),
    sign(
        "overdose",
        r"""
        (?:written|wrote|left)(?: [a-z]+){0,3} (?:letters?|notes?|cards)(?: [a-z]+){0,6} (?:taken|swallowed|had)(?: [a-z]+){0,
        2}? (?:them all|all of them|the lot|every one)
        """,
        figure=r"post|postbox|post office|round to",
    ),
)
