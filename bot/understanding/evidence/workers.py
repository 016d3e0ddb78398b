"""What PAs, micro-enterprises and agencies say."""

from bot.understanding.evidence.families import FAMILIES
from bot.understanding.evidence.weighing import Evidence, cue

_FROM = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight)"

WORKERS: Evidence = {
    "accept_request": (
        cue(
            1.5,
            r"""
            (?:will|can|could|happy to|glad to|able to|willing to|pleased to|love to|would love to|i am up for|
            up for|free to|ok to|fine to|more than happy to|no problem to|delighted to|d love to|let me|going to|
            me i will|i will be able to) (?:\w+ ){0,2}?(?:take|do|cover|accept|have|pick up|manage|fit|help with|
            step in|go to|grab|squeeze|sort|see|work|be there for|nip|pop|get to) (?:in )?(?:that|it|the|this|mr|
            mrs|miss|ms|them|her|him|those|both|all|\w+ 's|\w+|on)(?! (?:make|come|tomorrow as i))|
            (?:accept|accepted|accepting|confirm|confirmed|confirming|taking|i will take|put me down|
            put me (?:in )?for|count me in|sign me up|book me in|stick me down|pop me down|pencil me in|
            mark me down|i am in|deal|done deal|go on then|that is mine|bagsy|bags (?:it|that)|dibs|
            consider it done|leave it with me|yes to (?:the|that|mr|mrs|this)|yes please to|yes (?:i|il|can|will|
            happy|to|no)|works for me|suits me|sounds good|that suits|fits (?:nicely|in|well)|count on me|
            you can count|i am game|no worries i|aye i|on it|all over it|good to go|happy with (?:that|it|the)|
            happy to)
        """,
        ),
        cue(0.5, r"(?:request|job|shift|visit|call|one|slot|offer|run)(?: \w+){0,6}"),
        cue(
            -1.6,
            r"can not|will not|do not|no can do|say no|decline|not (?:able|free|take|going|for me|that|"
            r"do|the)|pass on|sorry|unfortunately|too far|turn down|ill|sick|poorly|late|running|"
            r"finished|arrived|any (?:jobs|work|shifts|requests)|paid|wages|(?:on|from) holiday|no "
            r"longer|day off|when|what|who|how|\?|could you|can you|can someone|cover (?:for )?me|free "
            r"(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s",
        ),
    ),
    "decline_request": (
        cue(
            1.5,
            r"""
            decline|declining|declined|turn (?:\w+ ){1,3}down|turn down|turning down|refuse|pass on|
            pass (?:on )?(?:this|that|it)|have to pass|pass|no thanks to|no thank you to|no to (?:the|that|mr|mrs|
            this)|not (?:that|this|the) (?:one|job|request|shift|call|visit)|not for me|give (?:\w+ ){1,3}a miss|
            not interested|rather not|sit (?:this|that) one out|count me out|say no|have to say no|no can do|
            too busy|offer it to (?:someone|somebody|another)|(?:can not|cannot) fit|too far|not my (?:area|patch|
            thing|cup)|out of my (?:area|way|patch)|someone else (?:will have to|can have|can do|can take)|
            not (?:going to|able to|gonna) (?:take|do|accept|cover)(?: that| this| it| the| on)|(?:can not|will not|
            could not|would not|do not want to|do not fancy|can no|not able to|unable to|do not think i can|
            do not want|prefer not to|rather not|not prepared to|am not going to) (?:\w+ )?(?:take|accept|do|have|
            want|fit|fancy|cover|pick up|help with|manage|squeeze)(?: on| in)? (?:that|the|this|it|mr|mrs|miss|ms|
            any more|anymore|another|extra|new|more|him|her|both|those|\w+ 's|any new|\w+day)(?! (?:today|
            now) (?:as|because|i am|sorry))
        """,
        ),
        cue(
            0.4,
            r"(?:request|job|offer|offered|new client|new one|one you sent|you (?:sent|offered|asked)|"
            r"extra (?:shift|call|visit)|fully booked|full up|no room|got enough|already (?:booked|"
            r"working|got))",
        ),
        cue(
            -0.9,
            r"(?:ill|sick|poorly|covid|flu|unwell|car|broken|emergency|hospital|funeral|throwing up|"
            r"vomiting|bug|snowed|off sick|let (?:her|him|them|mr|mrs) (?:know|down)|have to cancel|"
            r"need cover|someone cover|can not make (?:it|my))|on holiday|no longer work|from now on",
        ),
    ),
    "running_late": (
        cue(
            1.6,
            r"(?:more like|nearer|closer to) (?:\d|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|noon)",
        ),
        cue(
            1.6,
            r"""
            (?:running|going to be|gonna be|will be|be|am|i am|i will be|might be|gunna be|been|bit|little|few|
            \d+ minutes|minutes|an hour|half an hour|quarter of an hour|ten|five|twenty|fifteen|
            tad) (?:\w+ ){0,5}?(?:late|behind|delayed|over|late for|tardy)(?! (?:shift|start|call|visit|finish))|
            (?:running|am|i am|got|been|getting|well) (?:\w+ ){0,2}(?:late|behind|delayed|held up|stuck|overrunning|
            over running)|(?:stuck|held up|caught|sat|trapped|delayed|stood) (?:\w+ )?(?:in|behind|at|on|by|with|
            because|cos|due)(?: \w+){0,5}|(?:traffic|roadworks|road works|accident|tractor|road closed|diversion|
            breakdown|tailback|flat tyre|puncture|level crossing|bus (?:is |was )?(?:late|not)|missed (?:the|
            my) bus|train|m\d+|a\d+)(?: \w+){0,8}(?: late| be| minutes| there| behind| soon| asap)?|
            (?:be|get|will be|with|arrive|there|reach|make it|land|should be)(?: \w+){0,5} (?:there|with (?:her|him|
            them|you|mr \w+|mrs \w+)|to (?:her|him|mr \w+|mrs \w+|\w+ 's)) (?:for|by|at|about|around|in|nearer|
            more like|closer|just after|until|till|before|shortly|soon|asap)|eta|with (?:donna|her|him|
            them) in (?:\d|five|ten|fifteen|twenty|half|a)|car park|on (?:my|the) way|omw|setting off|just leaving|
            just left|en route|be with (?:her|him|you|them|mr|mrs|\w+)|nearly there|\d+ minutes (?:away|off|out)|
            not far|late (?:today|this morning|tonight|again|sorry)|(?:tell|let|warn) (?:\w+ ){1,4}(?:i will be|
            i am|know i|be) (?:\w+ ){0,3}(?:late|behind|delayed|there|on my way|running|held)|over ?(?:ran|run|
            running) at|last (?:visit|call|client) (?:over ?ran|ran over|took)|late
        """,
        ),
        cue(
            -1.0,
            r"can not (?:come|make|do|work|get|be)|will not (?:be in|make|be able)|off sick|is (?:\w+ "
            r")?(?:running late|late)\?|paid late|late (?:payment|paying)|invoice|pay|later this|"
            r"finished|late shift|latest|finish\w* late|available|what time|arrived|i am (?:at|here)|"
            r"late calls|off duty|free from|always late",
        ),
    ),
    "arrived": (
        cue(
            1.6,
            r"""
            (?:i am |im |just |now |have |has |i have |we are |we have |am |only just |finally |
            just now )*(?:arrived|got here|got there|got to|here|reached|landed|got in|turned up|clocked in|
            clocking in|signed in|checked in|checking in|logged in|logging in|walked in|made it|got in to|pulled up|
            parked up|on site|onsite|in (?:at|with)|starting|started|start(?:ing)? (?:now|with|at|my)|begun|
            beginning|on shift|with (?:her|him|mr \w+|mrs \w+|miss \w+|ms \w+|them|\w+) now|at (?:mr|mrs|miss|ms|
            \w+ 's|the) ?(?:\w+ )?(?:'s )?(?:now|house|place|door|flat)?|at (?:the )?(?:client|house|property|
            job))(?: now| at| safe| ok|\b)
        """,
        ),
        cue(
            0.5,
            r"(?:now|just|here|there|safely|in|start|door|outside)$|^(?:here|arrived|in|there)|at "
            r"(?:mr|mrs|miss|ms) \w+(?: 's| s)? ?(?:now|$|\.|,)",
        ),
        cue(
            -1.3,
            r"not|no answer|will be|be there|late|stuck|when|what|any|can i|who|how|would|finish\w*|"
            r"left|leaving|done|all done|free|available|available|cover|take|happy to|from tomorrow|"
            r"ill|sick|tomorrow|next|paid|could|bruise|floor|found|concern|starting (?:on|from|in|next|"
            r"\d)|start (?:on|from|in)|holiday|day off|covid|until|request|on my way|jobs|work|\?|has|"
            r"she is|he is",
        ),
        cue(0.9, r"(?:late|stuck|sorry).{0,40}(?:arrived|here now|got here|just got)"),
    ),
    "finished": (
        cue(
            1.6,
            r"""
            (?:finished|finish|finishing|done|all done|completed|complete|leaving|left|clocked off|clocked out|
            clocking off|clocking out|signed out|logged off|logging off|checked out|checking out|job done|jobs done|
            all sorted|wrapped up|that is me|knocked off|that is me (?:done|finished|off)|over and out|out (?:of|
            from)|heading off|off home|home now|on (?:my|me) way home|away from|came away|come away|shift over|
            shift done|visit over|call done|visit done|just out of|going home|locked up|all finished|ended|
            tucked up|tucked in|sorted and)(?: now| at| with| from| up| for| here| there| mr| mrs| her| him| off|\b)
        """,
        ),
        cue(
            -1.0,
            r"not (?:finished|done|left)|have not|when|what (?:have|time|is)|any|will (?:be "
            r")?(?:finish\w*|done|leave|leaving)|left (?:in|wet|on|alone|hungry|her (?:sat|wet|on)|him|"
            r"behind|over|the door)|can not|late|paid|pay|wages|invoice|could|how|available|leaving "
            r"(?:the (?:company|agency|job)|in)|leave (?:on|from|next|in)|annual leave|on leave|"
            r"holiday|anything left|\?|need|done for|free (?:from|after|on)|finish (?:at|early) (?:on|"
            r"tomorrow|next)|left (?:arm|leg|side|hand)|money|nobody has done|finishing (?:my|with you|"
            r"work) (?:on|next|in)|college|course",
        ),
        cue(
            0.4,
            r"(?:fed|washed|dressed|settled|happy|comfy|in bed|tea|lunch|dinner|meds|medication|shower|"
            r"sorted|all good|all well|fine)",
        ),
    ),
    "cannot_come": (
        cue(
            1.5,
            r"""
            (?:can not|will not be able to|not going to be able to|not able to|unable to|will not|not going to|
            can no|could not|am not|not|i am not gonna|not gonna|have to miss|will miss|have to cancel|
            need to cancel|got to cancel|must cancel|gonna have to (?:cancel|miss)|going to have to (?:cancel|miss|
            let)|no way i can|not fit to|not up to|do not think i can|do not think i will) (?:\w+ )?(?:come|make|do|
            get|be in|work|be there|attend|go|cover|manage|be at|be working|come in|go in|be able|reach|do my|drive|
            start|face|
            fit)(?: \w+){0,4}(?: in| to| it| work| mr| mrs| tomorrow| today| tonight| my| shift| call| visit| there|
             run| her| him| miss)?|
            (?:call(?:ing|ed)?|phon(?:e|ing)|ring(?:ing)?|going|off|am|been signed|signed) (?:in |off )?(?:sick|ill|
            poorly)|(?:need|needs|get|find|want|any|someone|somebody|can (?:someone|somebody|anyone|you)|
            could (?:someone|you|anyone)|will need|requires?)(?: \w+){0,4} (?:cover|covering|cover for|to cover|
            replacement|do my|take my|to do my|stand in)(?! (?:in|on|for (?:a|the) (?:need|client))| letter)|
            (?:i am |i have |i ve |been |feeling |got |caught |down with |come down with |woke up with |full of |
            proper |really |ever so |right |dead |too |feel |so )+(?:ill|sick|poorly|unwell|covid|flu|the flu|
            a (?:bug|cold|temperature|fever|migraine|bad (?:back|chest|cold)|tummy (?:bug|upset)|stomach bug|
            sickness bug|chest infection|virus|sore throat)|norovirus|food poisoning|throwing up|vomiting|
            being sick|rough|rotten|bad back|the (?:runs|trots|squits|lurgy|lergy)|badly|laid up|d and v|diarrhoea|
            temperature|dicky tummy|migraine|tonsillitis|shingles|sciatica|my back out|nowt right|bug)|
            (?:car|van|bike|moped|motor|scooter) (?:has |is |have )?(?:just )?(?:broken down|broke down|
            will not start|packed up|died|in the garage|written off|failed|conked out|off the road|knackered|kaput|
            had it)|(?:kid|child|son|daughter|little one|baby|mum|dad|husband|wife|nursery|school|childcare|partner|
            boy|girl|bairn)(?: [a-z]+){0,4} (?:sick|ill|poorly|hospital|accident|let me down|emergency|closed|
            fallen through|a and e|temperature|died|passed)|family emergency|snowed in|bereavement|funeral|
            jury service|broken my (?:leg|arm|ankle|wrist|foot|toe)|put my back out|done my back in|sprained|
            twisted my ankle|slipped a disc|in hospital|at a (?:&|and) e|tested positive|isolating|signed off|
            let (?:her|him|them|mr \w+|mrs \w+) (?:down|know i)|will not be in|not be in|not in (?:today|tomorrow|
            until|till|this)
        """,
        ),
        cue(
            0.8,
            r"(?:flu|covid|norovirus|migraine|sickness bug|food poisoning|chickenpox|tonsillitis)|"
            r"(?:throwing|chucking) up|been up all night",
        ),
        cue(0.5, r"off (?:till|until|sick|today|tomorrow|for)|will not make it|let (?:you|them|everyone) down"),
        cue(
            0.5,
            rf"(?:sorry|apolog\w+|afraid|unfortunately|gutted|really sorry|so sorry)(?: \w+){{0,12}} "
            rf"(?:{_FROM}|mr|mrs|shift|visit|call|in|make)|shift|tomorrow|today|tonight|{_FROM}",
        ),
        cue(
            -1.0,
            r"(?:take (?:on )?(?:that|the|this|any)|accept|request|offered|job you|that one|new client|"
            r"no longer (?:able|available|work) (?:on|weekends)|from now on|any more|anymore|every|i "
            r"am free|available|college|leave booked|on holiday|annual leave|going to be late|running|"
            r"late|minutes|just a bit)|\d+ minutes|(?:client|she|he|mr \w+|mrs \w+|elsie|\w+) (?:is|"
            r"was|has) (?:\w+ )?(?:ill|sick|poorly|unwell|in hospital)|paid",
        ),
        cue(-0.7, r"holiday|annual leave|days off"),
    ),
    "change_availability": (
        cue(
            1.6,
            r"(?:can|could) (?:now )?do (?:alternate|every|each|extra|more)(?: \w+){0,2} ?(?:\w*days?|mornings|evenings|nights|hours)",
        ),
        cue(
            1.5,
            rf"""
            (?:on|going on|have|book|booked|taking|take|off on|got|my|away on|need|want|put in|having|
            request) (?:\w+ )?(?:holiday|holidays|annual leave|leave|time off|days? off|a week off|maternity|
            paternity|hols|vacation|break|couple of days off|week off)|(?:i am|im|am|i will be|be|we are|i shall be|
            will be|going|i m) (?:\w+ )?(?:away|off|on leave|on holiday|abroad|unavailable|not available|
            not working|not around|out of action|on my holidays|on maternity|in spain|on a course|
            on training)(?! sick| ill)|
            (?:free|available|availability|spare|open|slots?|hours|gaps?|work|working|avail)(?: \w+){{0,6}}? (?:now|
            on|every|{_FROM}|{_FROM}s|mornings?|afternoons?|evenings?|nights?|weekends?|from|between|after|until|
            till|instead|this|next|extra|up|\d|going|the)|(?:i am|am|im|now|got|have|i can|can) (?:now |also |only |
            more |some |extra |again )*(?:free|available|work|do (?:more|extra|some|nights|weekends|mornings|
            afternoons|evenings|{_FROM}s)|spare|a (?:free|spare)|got (?:space|room|hours|a gap|time))|(?:can not|
            no longer|not|do not|stop|stopping|will not|can no longer|unable to|cannot) (?:\w+ )?(?:work|do|
            be available|available|working|doing|free)(?: \w+){{0,2}} (?:{_FROM}s|weekends?|nights?|mornings?|
            evenings?|afternoons?|anymore|any more|from|school|sundays|bank holidays|after|before|past|in the)|
            take me off (?:\w+days?|nights?|weekends?|the rota)|(?:cant|can not) do (?:nights|weekends|mornings|
            evenings|\w+days)(?: \w+)?|only (?:mornings|afternoons|evenings|weekends|nights|\w+days)|away (?:next|
            this|for|from|until|till)|(?:change|update|changing|amend|alter|set|new|reduce|increase|cut|drop|up|
            adjust) (?:\w+ )?(?:my )?(?:\w+ )?(?:availability|hours|days|working (?:days|hours|times)|times i|
            rota days|shifts pattern)|(?:lost|dropped|finished with|no longer have|not got|client (?:has )?(?:died|
            passed|moved|gone into)|lost a client)(?: \w+){{0,8}} (?:so|free|space|hours|gap|available)|
            back (?:at work|to work|from|in work|working|available|on)|block (?:out|off)|mark me (?:as )?(?:off|
            away|unavailable|free|available)|fully booked|take on more|more hours|fewer hours|less hours|
            not taking (?:on )?(?:new|any)|looking for more|got room for|space for (?:another|one|two|a)
        """,
        ),
        cue(-1.3, r"^(?:am i|do i|who have|what am)|\?$"),
        cue(
            -1.0,
            r"(?:ill|sick|poorly|covid|flu|unwell|car (?:has|will|is|broke)|bug|can not make it|can "
            r"not come|let (?:her|him|mr|mrs))|take (?:that|the|mr|mrs|this) (?:one|request|job)|cover "
            r"(?:mr|mrs|the|that|for|him|her)|put me down for (?:mr|mrs|the|that)|any (?:jobs|work|"
            r"shifts|requests)|who|what|when (?:do|am|is)|paid|wages|free and|are there",
        ),
    ),
    "list_requests": (
        cue(
            1.7,
            r"""
            (?:any|owt|what|show|see|list|got|are there|is there|new|more|anything|some|other|which|have you|send|
            know of|looking for|after) (?:\w+ ){0,4}?(?:jobs?|work|shifts?|requests?|clients?|customers?|offers?|
            visits going|hours going|calls going|cover|gigs|referrals|leads|runs|slots|packages?|enquiries|
            bookings)(?: \w+){0,4} ?(?:going|about|available|for me|in|near|round|around|today|tomorrow|this|next|
            out there|come in|waiting|please|\?|on|open|need\w*|to (?:fill|cover)|offered|locally|outstanding|
            pending)?|
            ^(?:does )?any ?(?:one|body) needs? (?:me|help|cover\w*|a)|(?:anything|owt|something|anyone|any ?one|
            anybody|what|whats) (?:\w+ )?(?:new|going|for me|in|need(?:s|ing)? (?:covering|cover|help|a pa|a carer)|
            come in|come up|available|waiting for me|about|doing|out there)|
            requests?(?: for me| please| waiting| come|$|\?)|who (?:needs|wants|is looking for) (?:\w+ )?(?:help|
            cover|a carer|a pa|someone|support)|more work|extra (?:work|shifts|hours) (?:going|available|about)|
            (?:could|can) (?:\w+ )?(?:do with|take on|use|fit in) (?:\w+ ){0,2}(?:more |extra )?(?:work|clients?|
            shifts?|hours|jobs)
        """,
        ),
        cue(
            -1.2,
            r"what (?:have|visits|am|time|clients) (?:i|do)|can not|decline|take that|accept|put me "
            r"down|tomorrow morning what|paid|wages|on my rota|do i have|have i got|my (?:next|visits|"
            r"shifts|rota|clients)|need (?:someone to )?cover|my shift|late|ill|sick",
        ),
    ),
    "list_visits": (
        *FAMILIES["list_visits"],
        cue(2.6, r"who (?:am i|have i|do i|are we|is (?:on|next|my next|first|my first)|have you got me)"),
    ),
    "ask_pay_due": (
        cue(
            1.8,
            r"""
            how much (?:am i|are you|will i|did i|do i)(?: \w+){0,2} (?:get|getting|paid|earn\w*|due|owed|make)|
            (?:when|have|has|did|will|where|why|how much|what|am|was|do|is|not|never|still|
            what day)(?: \w+){0,6}? (?:paid|wages?|wage|my pay|pay ?day|pay ?slips?|remittance|remuneration|pay run|
            payment (?:for|due|come|gone|been|from)|my money|my payment|get(?:ting)? (?:my )?(?:paid|money)|earned|
            i (?:am )?owed|due|earnings|my invoice|mileage|expenses|holiday pay|sick pay|the money)|
            (?:my|the) (?:pay|wages|invoice|payment|payslip|money|earnings|timesheet|expenses|
            mileage)(?: \w+){0,4} (?:not|has|have|is|been|late|gone|come|wrong|short|missing|due|through|paid|
            overdue|went|looks|was|in|for|status)|(?:owed|owe me|you owe|short (?:on|in) my|underpaid|under paid|
            not been paid|have not been paid|pay query|wages query|chasing (?:\w+ )?(?:pay|payment|invoice|wages|
            money)|payslip|pay ?day|payday|pay for (?:last|this|november|october|december|january|the|my|mr|mrs)|
            paid for (?:last|this|november|october|the|my|mr|mrs)|waiting (?:for|on) (?:my )?(?:pay|payment|money|
            wages)|£\d+(?: \w+){0,3} (?:owed|short|missing|due|for))
        """,
        ),
        cue(
            -1.0,
            r"paid (?:carer|work|holiday client)|direct payment|pay (?:my|the) (?:bill|account)|want "
            r"to pay|any (?:jobs|work)|when am i (?:working|on)|stolen",
        ),
    ),
}
