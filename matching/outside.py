"""What no offering in the market may or can serve, and who does serve it.

Nursing tasks (never offered by PAs: Health and Social Care Act 2008 (Regulated Activities) Regulations 2014, Schedule 1),
things against the law, and trades and professions that this market does not hold.
"""

import re
from dataclasses import dataclass

from matching.plain import fold


@dataclass(frozen=True)
class Signpost:
    """Somewhere else to go: its kind, a first line, who does do it, and a number where there is one."""

    kind: str
    first_line: str
    text: str
    number: str | None = None


@dataclass(frozen=True)
class _Beyond:
    kind: str
    wanted: re.Pattern[str]
    unless: re.Pattern[str] | None
    first_line: str
    text: str
    number: str | None = None


def _beyond(
    kind: str, wanted: str, first_line: str, text: str, *, unless: str = "", number: str | None = None
) -> _Beyond:
    return _Beyond(
        kind,
        re.compile(rf"\b(?:{wanted})\b"),
        re.compile(rf"\b(?:{unless})\b") if unless else None,
        first_line,
        text,
        number,
    )


_DO = (
    r"(?:do|does|doing|give|gives|giving|administer\w*|change|changes|changing|changed|dress|"
    r"dresses|dressing|redress\w*|re dress|redo\w*|take (?:out|off)|taking out|remove|removing|"
    r"removed|"
    r"flush\w*|insert\w*|fit|fitting|put (?:in|on)|replace\w*|clean|cleaning|pack|packing|"
    r"check|checks|checking|test|tests|testing|monitor\w*|manage|managing|set up|connect|apply|"
    r"bandage|unblock|draw up|adjust\w*|deliver|carry out|look after|see to|sort|care for|jab)"
)
_NURSED = (
    r"(?:(?:insulin|b12|b 12|vitamin|steroid|blood thinner|clexane|fragmin|tinzaparin|depot|"
    r"anti coagulant|morphine|daily|weekly|eye|penicillin|adrenaline|fertility|heparin) "
    r"(?:injections?|jabs?|shots?|pens?)|injections?|insulin(?! pump club)|catheters?(?! "
    r"bags?)|wounds?|"
    r"wound dressings?|dressings?(?! gown| table| room| myself| herself| himself| up)|ulcers?|"
    r"ulcerated legs?|bedsores?|bed sores?|pressure (?:sores?|ulcers?)|stitches|staples|"
    r"sutures|drips?|iv antibiotics|iv|cannulas?|syringe drivers?|peg feeds?|peg tube|feeding "
    r"tubes?|tube feeds?|ng tube|nasogastric\w*|"
    r"tracheostom\w*|trachy|trache|suction\w*|ventilators?|enemas?|suppositor\w*|pessar\w*|"
    r"blood sugars?|blood glucose|bloods|blood tests?|blood samples?|picc line|hickman line|"
    r"port flush|dialysis|leg bandages|compression bandag\w*|bandages|chemo\w*|oxygen levels|"
    r"flu jabs?|vaccin\w*|ear wax|ear syringing|ears syringed|ivs|controlled drugs?|morphine|"
    r"oramorph|fentanyl patch\w*|midazolam|bladder wash ?outs?|colostomy irrigation|fistula|"
    r"stoma site|drain|sliding scale)"
)
_NURSE_FINE = (
    r"heal(?:ed|s|ing well)|better now|prompt\w*|remind\w*|lift to|lifts to|taking (?:me|him|"
    r"her|mum|dad|them) to|take (?:me|him|her|mum|dad) to|drive (?:me|him|her|mum|dad)|"
    r"(?<!syringe )driver|transport|go with|come "
    r"with|wait with|company|with me (?:to|for|at|when)|support group|club|groups?|empty\w* "
    r"(?:my|his|her|the)? ?(?:catheter|bag)|while the (?:district )?nurse|nurse (?:comes|"
    r"visits|does|already|will|is)|"
    r"scared of|fear of|frightened of|who (?:has|is|uses)|has (?:a|had)|had (?:a|my|his|her)|"
    r"since|after (?:my|his|her)|salad|curtains?|plant|collect\w*|pick up|pharmacy|drop off|"
    r"peer|diabet\w* (?:friendly|cook\w*|meals)|cook\w*|meals?|recipes?|shopping|clean(?:ing)? "
    r"(?:the|my) (?:drain|gutter|house|flat)|drains?|rota|hair|poultry|sofa|leg ulcers? club|"
    r"gardening|feel|stops me|because of|walk|tak(?:e|ing) (?!bloods?)\w+ for (?:his|her|my|their|an?|the)|"
    r"runs? me (?:to|there|up|down)|the (?:district )?nurse (?:gives|does|sees|covers)|done at the (?:surgery|clinic|hospital)|"
    r"nurse said (?:to )?(?:get|use|buy)|wigs?|covered by the|nurse (?:sorted|changes|took)|(?:dn|nursing|district) team|"
    r"(?:i|he|she|they) (?:can )?(?:do|does|changes?|manages?) (?:my|his|her|their) own|used to be an?|never again|"
    r"is it right|isnt allowed|am i allowed|are they allowed|must i be|last (?:week|month|year)|jab lift|"
    r"(?:doing|does) showers"
)
_GO_ALONG = (
    r"lift|lifts|taking to|take (?:me|him|her|mum|dad|us|my \w+) to|get(?:ting)? to|drive "
    r"(?:me|him|her|mum|dad|us)|transport|go with|come with|wait with|appointments?|company|"
    r"group|club|volunteer\w*|used to (?:be|work|have|go)|was (?:a|an|in)|retired|former|ex|"
    r"since|visits|befriend\w*|talk(?:ing)? about|no one to|on (?:my|his|her) own|lonely|"
    r"companion\w*|help (?:me|him|her|us)? ?(?:understand|fill|sort out my post)|walk"
)

_MEDICINE = (
    r"(?:tablets?|pills?|doses?|meds|medicines?|medication|insulin|warfarin|morphine|paracetamol|ibuprofen|statins?|steroids?|"
    r"antibiotics|inhalers?|apixaban|metformin|thyroxine|codeine|gabapentin|diazepam|digoxin)"
)
_ADVICE = (
    rf"how (?:much|many) (?:\w+ ){{0,3}}{_MEDICINE} (?:\w+ ){{0,3}}(?:ought|should|can|is safe|to take|allowed|be on)|"
    rf"(?:missed|forgot|skipped|late with)(?: \S+){{0,4}} {_MEDICINE}(?: \S+){{0,8}}? (?:do|should|can|shall|could) "
    rf"(?:i|he|she|we|mum|dad) (?:\w+ )?(?:take|have|give|double|skip)|"
    rf"(?:do|should|can|shall|could) (?:i|he|she|we|mum|dad) (?:\w+ )?(?:take|have|double|skip|stop taking|give (?:him|her|mum|dad))"
    rf"(?: \w+){{0,2}} (?:two|both|double|extra|another|more|the missed)(?: \w+){{0,3}} {_MEDICINE}"
)
"""What to take, and how much: a question for who prescribed it or sells it."""
_THEIR_MONEY = (
    r"(?:money|cash|card|account|savings|pension|direct payment|budget|purse|benefits|allowance|credit card|bills?)"
)
_UNNOTICED = (
    r"(?:he|she|they|mum|dad|nan|gran|grandad|mother|father|uncle|auntie?) (?:will|would|need) not (?:even |ever )?"
    r"(?:notice|miss it|miss them|find out)"
)
_TRADE = (
    r"tilers?|(?:bathroom|kitchen|floor|wall) tiling|plumbers?|plumbing|electricians?|sparky|glaziers?|"
    r"carpet fitters?|kitchen fitters?|heating engineers?|chimney sweeps?|drain unblocking"
)
_TREE = r"(?:trees?|conifers?|leylandii|stumps?|oak|sycamore|willow|poplar)"
_TREE_WORK = (
    rf"{_TREE}(?: \w+| ,){{0,6}} (?:removed|removal|taken (?:down|out|away)|cut (?:down|back)|felled|chopped(?: down)?|lopped|"
    rf"pruned|to come down|needs? to go|dug out|ground out)|"
    rf"(?:removal|removing|remove|felling|to fell|cut\w* down|tak(?:e|ing) down|chop\w* down|lop\w*|get rid|gr?ubb?ing out)"
    rf"(?: \w+){{0,5}} {_TREE}|tree felling"
)
_BEYOND: tuple[_Beyond, ...] = (
    _beyond(
        "nursing",
        rf"{_DO}(?: [a-z0-9]+){{0,4}}? {_NURSED}|{_NURSED}(?: [a-z]+){{0,3}} (?:done|doing|dressed|"
        r"redressed|changed|changing|giving|given|removed|taken out|took out|flushed|checked|"
        r"administered|cleaned|seeing to|packed|packing|bandaged|unblocked|taking|drawn|tested|"
        r"drained)|"
        r"(?:need|needs|want|wants|looking for|someone|help|pa|carer|nurse|training|trained|req\w*|"
        rf"for|with|tds|bd|od|qds|daily) (?:\w+ ){{0,3}}?(?:injections?|wound (?:care|dressings?|"
        r"packing)|catheter (?:care|changes?|changing|insertion)|insulin|peg (?:feeds?|feeding)|"
        r"tracheostomy (?:care|suction\w*)|trachy care|syringe driver|iv antibiotics|blood sugars?|"
        r"bowel care|enemas?|suction(?:ing)?|tube feed\w*|ventilator care|intravenous|"
        r"phlebotom\w*)|"
        r"inject (?:me|him|her|mum|dad|my|his|the|insulin)|peg feed\w*|syringe drivers?|"
        r"tracheostom\w* (?:care|suction\w*|trained|changes?)|iv antibiotics|catheter (?:change|"
        r"care|insertion)|wound (?:dressing|packing|care)|(?:private|agency|registered|district|"
        r"qualified|psychiatric|practice|tissue viability) nurse|nurse (?:to|who can|for my|that "
        r"can)|wound (?:care|nurse)|take (?:(?:my|his|her|mums?|dads?) )?blood(?! pressure)|(?:stitches|"
        r"staples|sutures) out|jab at home|flu jab|ears? syringed|prescrib\w+ (?:me|him|her|some|"
        r"stronger|my)|(?:change|alter|up|increase|reduce|decide) (?:my|his|her|the) (?:dose|"
        r"dosage|medication dose)|crush (?:her|his|the) (?:tablets|meds)",
        "Nurses do this, and PAs here don't.",
        "The district nurse comes to your home for it, free, through your GP surgery. If it can't wait, ring NHS 111.",
        unless=_NURSE_FINE,
        number="111",
    ),
    _beyond(
        "illegal",
        r"(?:some |get me |buy |score |sell |find me |source )(?:\w+ )?(?:weed|cannabis|hash|skunk|"
        r"cocaine|coke off|heroin|ecstasy|spice|speed off|mdma|ketamine|crack|marijuana|ganja|"
        r"magic mushrooms)|(?:weed|cannabis|cocaine|heroin|marijuana) (?:for|dealer|delivered|off|"
        r"please|cheap)|drug dealer|"
        r"(?:without|no|off|not on) (?:a )?(?:prescription|script)|black market|under the counter|"
        r"spare (?:tramadol|diazepam|morphine|valium|oxy\w*|zopiclone)|(?:buy|get|sell) (?:\w+ "
        r"){0,3}(?:diazepam|tramadol|valium|morphine|zopiclone|pregabalin|fentanyl|xanax)(?: "
        r"\w+){0,3} (?:without|off|cheap)|"
        r"(?:borrow|use|lend|hire|rent|copy|fake|buy|forge)(?: \w+){0,4} blue badge|blue badge "
        r"(?:to borrow|that is not mine|of my late)|cash in hand|off the books|under the table|on "
        r"the (?:quiet|side|fly)(?= .{0,40}(?:tax|benefit|dwp|council))|(?:so|where|that) (?:the "
        r")?(?:tax ?man|hmrc|taxman|tax office|dwp|social|council|jobcentre)(?: \w+)? (?:does not|"
        r"do not|will not|never|can not|are none|is none) (?:\w+ )?(?:find|know|see|hear|notice)|"
        r"(?:do not|does not|not|without|avoid|dodge|get round|no need to) (?:tell\w*|declar\w*|"
        r"pay\w*|report\w*|let\w*)(?: \w+){0,3} (?:tax|hmrc|taxman|tax man|dwp|the council|the "
        r"social|jobcentre|national insurance|ni|benefits office)|(?:dodge|avoid|evade|get round|"
        r"fiddle)(?:ing)? (?:the )?(?:tax|vat|ni|benefits?|system|payroll|means test)|no questions "
        r"asked|"
        r"(?:no|without) (?:papers|visa|right to work|work permit|dbs needed|checks needed)|"
        r"overstayed|illegal (?:immigrant|worker)|fake(?:d)? (?:dbs|id|passport|reference|"
        r"references|certificate|sick note|receipts?|invoices?|timesheets?|payslip\w*)|(?:forge|"
        r"forging|sign (?:his|her|mums?|dads?|nans?) name|copy (?:his|her|mums?|dads?) signature|"
        r"pretend to be (?:him|her|mum|dad|my))|(?:put|claim|claiming|charge|invoice|say) (?:\w+ "
        r"){0,4}(?:hours|visits) (?:\w+ ){0,4}(?:not|never) (?:do|did|done|work\w*|happen\w*)|"
        r"(?:claim|charge|bill)\w* (?:for )?(?:\w+ ){0,2}hours (?:\w+ ){0,4}(?:only|not|never)|"
        r"(?:white|british|english|christian) (?:carers?|pas?|people|workers?|women|men) only|"
        r"ghost (?:employee|worker|carer)|"
        r"(?:stolen|knock ?off|dodgy|contraband|smuggled|duty free) (?:goods|cigs|cigarettes|fags|"
        r"tobacco|telly|gear|meds|tablets|phone)|fence stolen|unlicensed (?:gun|firearm)|(?:buy|"
        r"get|sell) (?:\w+ )?(?:gun|firearm|shotgun|ammunition)|(?:get|hack|break|log) (?:into|in "
        r"to) (?:his|her|mums?|dads?|nans?|my (?:mums?|dads?|ex)) (?:\w+ )?(?:bank|account|phone|"
        r"emails?)|(?:use|using|draw out|get money) (?:\w+ ){0,3}(?:his|her|mums?|dads?|nans?) "
        r"(?:bank )?card (?:without|and not)|without (?:him|her|mum|dad|nan) knowing|"
        r"(?:lock|locking|tie|tying|strap|chain|sedate|drug)(?: \w+)? (?:him|her|mum|dad|nan|gran|"
        r"grandad) (?:in|up|down|to|so|at)|something to knock (?:him|her|mum|dad) out|(?:whites?|"
        r"white people|english|british) only|no (?:blacks|asians|foreigners|muslims|poles|"
        r"immigrants|gays)|(?:not|no one) (?:a )?(?:black|foreign|asian|muslim|coloured)|"
        r"(?:an?|some|hire|book|female|male|adult|call|find me|cheap|local) escorts?(?! (?:on|to|for (?!the (?:night|"
        r"evening)|sex|fun|company tonight)|from|with|who|home|me|him|her|when|while|because|if|so|as|at|through|in|duty)\b)|"
        r"^escorts?(?= (?:for the night|tonight|wanted(?! (?:from|to|for (?!the night)))|please|near)|$)|"
        r"escort (?:agency|services?|girls?|boys?)|"
        r"prostitutes?|sex worker|happy ending|sexual (?:services|favours|massage)|(?:rob|burgle|"
        r"beat up|scare off|frighten|rough up|sort out and hurt|punch) (?:my|him|her|them|the|"
        r"someone)(?: \w+)?|hit ?man|(?:launder|insurance job)|help (?:me|him|her|mum|dad) to die|"
        r"assisted (?:suicide|dying)|dignitas|(?:place|put) (?:a )?bets? (?:for|with) (?:my|the|"
        r"care|her|his)|gambl\w+ (?:with|from|out of) (?:my|the|her|his)? ?(?:budget|direct "
        r"payment|dp|pot|care money)|"
        rf"{_THEIR_MONEY}(?: \S+){{0,8}} {_UNNOTICED}|{_UNNOTICED}(?: \S+){{0,12}} {_THEIR_MONEY}|"
        r"not told (?:the )?(?:pension\w*|dwp|benefits?|council|jobcentre|bank)(?: \S+){0,8} (?:keep|still|carry on|coming|paid)",
        "We can't help with that, as it is against the law.",
        "You can ask us how to do it the right way: a broker or Citizens Advice (0800 144 8848) can talk it through.",
        unless=r"support group|recovery|rehab|addict\w*|stop (?:smoking|using)|get off|give up|clean from|"
        r"worried (?:about|that)|police (?:came|said|escort)|scam\w*|been (?:conned|robbed|"
        r"scammed)|medical cannabis clinic|escort (?:me|him|her|mum|dad) (?:to|from)|in case (?:i|"
        r"he|she) falls?|volunteer|how (?:do|can) i (?:report|stop)|legally|payroll|properly|pay "
        r"cash at|lost \w+ to|drug and alcohol|alcohol|"
        r"(?:without|not want to|rather not|hate to|stop) lock\w*|put (?:me|her|him) under the table|"
        r"(?:goes|crawls?|hides?|sits?|gets?|feet|legs|dog|cat) under the table|too shaky to sign|"
        r"dont like the sound|told (?:them|him|her|me) no|(?:watched|talking|talks) (?:a thing )?(?:on|about) dignitas|"
        r"a book with|that has stopped|who can i ask",
    ),
    _beyond(
        "childcare",
        r"(?:full time|part time|live in|live out|term time|a|an|find a|hire a|need a|after school|"
        r"good|night|experienced|qualified) (?:nanny|childminder|child minder|au pair|babysitter|"
        r"baby sitter|governess|maternity nurse|mothers help)|nanny (?:for|to look|needed|wanted|"
        r"share|job)|child ?mind\w*|babysit\w*|baby ?sitter|au pair|day nursery|nursery (?:place|"
        r"school|for)|breakfast club for my (?:kids|children|son|daughter)|(?:look(?:ing)? after|"
        r"mind|care for|watch|have) (?:my|the|our) (?:\w+ )?(?:baby|toddler|twins|kids|children|"
        r"little ones?|newborn|grand ?children|grandkids)|school run",
        "We don't arrange childcare.",
        "Your council's Family Information Service lists childminders, nannies and nurseries that Ofsted has checked.",
        unless=r"like to|love to|help me (?:to )?(?:look|mind|play)|so i can (?:look|play|mind)|able to|"
        r"my nanny (?:is|has|needs)|used to be|was a|retired|granny|disab\w*|autis\w*|visit\w*|"
        r"with me|see (?:my|the)",
    ),
    _beyond(
        "lawyer",
        r"solicitors?|lawyers?|barristers?|conveyanc\w*|divorce|child custody|sue (?:the|my|them|"
        r"him|her)|legal action|litigation|no win no fee|compensation claim|injury claim|draw up "
        r"(?:a|my) will|(?:make|write|change|contest) (?:a|my|the|her|his) will|probate|represent "
        r"me in court|magistrates?|court case|immigration (?:advice|lawyer|appeal)",
        "You need a solicitor for that, and we don't list them.",
        "The Law Society's Find a Solicitor lists them (020 7320 5650); Citizens Advice on 0800 "
        "144 8848 is free to start with.",
        unless=_GO_ALONG + r"|since (?:the|my|our) divorce|after (?:the|my|our) divorce|been through|advoca\w*|going "
        r"through a divorce and|separated|advice line|free advice|forms?|letters?|benefit|tribunal",
    ),
    _beyond(
        "builder",
        r"builders?|(?:two|single|double|one|2|1)(?: store?y)? extension|extension (?:built|on "
        r"the)|loft conversion|conservator(?:y|ies) (?:built|put|fit\w*)|(?:new|re) ?roof|roofers?|"
        r"re ?roof\w*|rewir\w*|re ?plaster\w*|plasterers?|plastering|double glazing|new (?:kitchen|"
        r"boiler|windows|central heating|driveway|fence panels? all round)|tarmac\w*|block paving|"
        r"brick ?lay\w*|bricklayer|scaffolders?|scaffold\w* (?:up|hired?|tower|for (?:the|my|our) (?:roof|house|chimney|gable))|"
        r"damp proof\w*|architects?|planning permission|solar "
        r"panels?|heat pump|swimming pool (?:built|dug|put)|swimming pool in (?:my|the|our) garden|"
        r"demolish\w*|knock (?:through|down) (?:a|the) wall|underpin\w*|septic tank|gas engineer|"
        rf"{_TRADE}|{_TREE_WORK}|"
        r"boiler (?:service|repair|install\w*|replaced)|tree surgeon|surveyor|garage conversion|"
        r"bathroom suite",
        "That is a job for a builder or a trade, and we don't list them.",
        "Try TrustMark (0333 555 1234) or your council's Buy With Confidence list. For grab rails "
        "and small jobs, ask us for a handyperson.",
        unless=r"used to be|was a|retired|former|as a|grab|rails?|ramp|step|stair ?lift|adapt\w*|level "
        r"access|wet room|disabled facilities|dfg|grant|club|group|shed|dust|clean(?:ing)? (?:up "
        r")?after|lonely|noise|worked as|my (?:dad|husband|father) (?:was|is) a|let (?:the|a) \w+ "
        r"in|lego|models?|confidence|upset|make sense|cowboy|(?:was|is|am|as|be|been) an|is an? (?:retired )?\w+er|talk|"
        r"chat|wait\w*|drip\w* taps?|(?:while|when|until) (?:the|my|a)|be (?:in|here|there)|sit with|christmas|xmas|"
        r"family tree|apple picking|plant\w*",
    ),
    _beyond(
        "vet",
        r"(?:need|find|want|call|a|emergency|out of hours|local|cheap|mobile) vet|vets? (?:for|to|"
        r"near|bill)|(?:neuter|spay|castrat\w*|vaccinat\w*|worm\w*|micro ?chip\w*)(?: \w+){0,2} "
        r"(?:dog|cat|puppy|kitten|rabbit)|(?:dog|cat|puppy|kitten|rabbit)(?: \w+){0,2} (?:neutered|"
        r"spayed|vaccinated|micro ?chipped|put down|put to sleep|jabs)|(?:put|putting) (?:the|my|"
        r"our) (?:dog|cat) (?:down|to sleep)|(?:buy|adopt|breed\w*|sell) (?:a |my |the )?(?:puppy|"
        r"puppies|kittens?|pony|horse|parrot)",
        "You need a vet for that.",
        "Your own vet's line tells you who is on call. The PDSA (0800 731 2502) helps if money is short.",
        unless=r"lift to|take (?:me|him|her|my|the)|to the vets?|drive|get(?:ting)? (?:to|the|my)|walk|"
        r"feed|look after|vet the|vetted|retired|was a",
    ),
    _beyond(
        "vehicles",
        r"mots?|new (?:clutch|exhaust|gearbox|brakes?|tyres?|head gasket)|(?:clutch|gearbox|brake "
        r"pads|exhaust|cambelt|timing belt|tyres?) (?:for|on|replaced|fitted|change\w*|repair)|car "
        r"(?:mechanic|repair\w*|service|valet\w*|wash|insurance|hire|dealer)|mechanic|breakdown "
        r"recovery|(?:buy|sell|selling) (?:a |my |the |his |her )(?:\w+ )?(?:car|van|motorbike|"
        r"caravan|campervan|boat)|panel beat\w*|respray|service my car|tow my",
        "We don't list garages or car traders.",
        "The Motor Ombudsman's garage finder and your council's Buy With Confidence list can help.",
        unless=r"mobility scooter|wheelchair|powerchair|used to|was a|retired|lift to|wav\b|adapted|"
        r"motability|hand controls|while (?:my|the) car|get(?:ting)? to|since (?:i|we) (?:sold|"
        r"gave)|club|group|having to sell|miss\w*|gave up",
    ),
    _beyond(
        "medical",
        r"(?:private |find a |need a |want a |see a |nhs |emergency |register with a |book (?:me "
        r")?(?:a |an )?)(?:doctor|gp|dentist|surgeon|consultant|psychiatrist|gynaecologist|"
        r"dermatologist|cardiologist|neurologist|orthodontist)|dentists?(?= (?:near|taking|for|who|"
        r"that|to))|(?:gp|doctors?|dentists?|dental) (?:appointment for me|check ?up)|(?:tooth|"
        r"teeth) (?:out|pulled|extract\w*|filling|implant\w*|whiten\w*)|root canal|new (?:dentures|"
        r"teeth)|private (?:hip|knee|cataract|back) (?:op|operation|replacement|surgery)|"
        r"(?:hip|knee) (?:replacement|op|operation) (?:private\w*|done|quick\w*|cheap\w*)|"
        r"(?:private |do an |have an |get an )(?:mri|x ?ray|ct scan|scan|ultrasound)|diagnos(?:e|"
        r"ing) (?:me|my|him|her|what)|what (?:is wrong|have i got|rash)|botox|fillers|cosmetic "
        r"surgery|liposuction|face ?lift|ivf|laser eye|organ|antibiotics for|hair transplant|"
        rf"second opinion on my (?:scan|diagnosis)|{_ADVICE}",
        "That needs the NHS, and we can't do it here.",
        "Ring your GP surgery, or NHS 111 if it can't wait. NHS 111 also finds a dentist.",
        unless=_GO_ALONG + r"|after (?:my|his|her|a)|recover\w*|following|waiting (?:for|list)|before (?:my|his|her)|"
        r"coming out|rehab|had (?:my|his|her|a)|organ (?:music|recital|lessons)|phobia|stone|when "
        r"i have|for when|played?",
        number="111",
    ),
    _beyond(
        "money_and_property",
        r"pay ?day loan|(?:a|quick|cheap|get a|take out a|need a) (?:loan|mortgage|credit card|"
        r"overdraft)|mortgage (?:adviser|advisor|broker|quote)|re ?mortgage|bitcoin|crypto\w*|"
        r"invest\w* (?:my|in|some)|stocks and shares|equity release|share ?dealing|betting|bookies|"
        r"bookmaker|online casino|casino|gambling site|lottery tickets|estate agents?|(?:sell|"
        r"selling|buy|buying|value) (?:my|the|our|a|her|his|mums?|dads?) (?:house|flat|bungalow|"
        r"home|property)|holiday let|buy to let|letting agent|insurance (?:quote|broker|claim)|"
        r"funeral (?:director|plan)|accountant|tax return|pay (?:off )?my (?:debts?|credit card|"
        r"fines?|parking fines?)(?: with| from| out of)",
        "We don't deal in loans, investments, property or bets.",
        "MoneyHelper (0800 138 7777) gives free and fair guidance on money.",
        unless=r"gamblers|support group|stop gambling|addict\w*|scam\w*|conned|debt advice|lift to|after "
        r"(?:selling|i sold)|declutter\w*|clear(?:ing)?|pack\w*|help (?:me|her|him|mum|dad) "
        r"(?:move|sort|pack|declutter)|move|moving|downsiz\w*|bingo|trip|loan of|equipment|"
        r"wheelchair|hoist|used to|was an?|retired|worked|club|budgeting|payroll|pa|employ\w*|walk "
        r"to",
    ),
    _beyond(
        "other_trades",
        r"(?:helicopter|flying|pilot|sky ?div\w*|parachut\w*|bungee|scuba|paraglid\w*|jet ?ski\w*|"
        r"hot air balloon|racing car|rally driving|yacht|sailing yacht)(?: \w+)? (?:lessons?|"
        r"lesson|jump|ride|flight|course|trip|charter|experience|hire|day)|sky ?dive|bungee|"
        r"private jet|space ?flight|(?:wedding|event) (?:photographer|planner|dj|caterer|cake|"
        r"dress|band)|(?:a|find|need|hire) (?:\w+ )?(?:dj|photographer|private detective|private "
        r"investigator|web ?site designer|wedding planner|personal stylist|bodyguard|bouncer|"
        r"magician|clown|stripper|strippers|tattooist|tattoo artist|chauffeur for the prom|"
        r"limousine|limo)|tattoo|bouncy castle|(?:gcse|a level|11 plus|eleven plus|degree|"
        r"university|maths|school|french|driving) (?:tutor|tuition|essay|coursework|dissertation|"
        r"homework)|tutor for my|write my (?:essay|dissertation)|(?:build|make|design) (?:me "
        r")?(?:a|my) (?:website|app|web site)|(?:concert|football|match|festival|cup final|theatre|"
        r"glastonbury) tickets|(?:book|cheap|find) (?:me )?(?:a |some )?flights?|(?:pizza|curry|"
        r"takeaway) (?:delivered|delivery)|(?:dating|marriage|matrimonial) (?:agency|site|app|"
        r"bureau)|find me a (?:wife|husband|girlfriend|boyfriend)|russian bride|internet provider|"
        r"broadband deal|mobile phone contract|(?:pest control|exterminator|rat catcher|wasps? "
        r"nest|bed ?bugs? treat\w*)|locksmith|skip hire|(?:visa|passport) (?:application|renewal|"
        r"appeal)|job (?:in|as) (?:a )?(?:shop|factory|warehouse|bank)|personal trainer for my dog|"
        r"psychic|fortune teller|clairvoyant|medium to contact|exorcis\w*|weather forecast|"
        r"football score|recipe for",
        "That isn't something people here offer.",
        "A local directory or a web search will serve you better. Ask us about support at home, "
        "company, getting out and about.",
        unless=r"go with|come with|take (?:me|him|her|mum|dad|us) to|support (?:me|him|her|to|at)|company|"
        r"companion|carer (?:for|at|to)|pa (?:for|to|at)|help (?:me|him|her) get to|get to|group|"
        r"used to|was a|retired|assist\w* (?:me|him|her)|accompan\w*|learning disab\w*|form|"
        r"cover\w* (?:my|his|her) (?:scars?|mastectomy)|fill|before i die|group",
    ),
)


def signpost_of(kind: str) -> Signpost:
    """Who serves things of a kind; for one that no rule names, the words for what people here simply do not offer."""
    beyond = next((one for one in _BEYOND if one.kind == kind), _BEYOND[-1])
    return Signpost(beyond.kind, beyond.first_line, beyond.text, beyond.number)


def outside_the_market(text: str) -> Signpost | None:
    """Who serves this instead, when no offering here may or can; None when it is a need to search for."""
    plain = fold(text)
    for beyond in _BEYOND:
        match = beyond.wanted.search(plain)
        if match and not (beyond.unless and beyond.unless.search(plain)):
            return signpost_of(beyond.kind)
    return None
