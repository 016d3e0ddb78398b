"""What brokers ask."""

from bot.understanding.evidence.weighing import Evidence, cue

BROKERS: Evidence = {
    "match_need": (
        cue(
            1.6,
            r"""
            (?:need|needs|needing|looking|after|require|requires|required|want|wants|wanting|seeking|find|source|
            sourcing|match|search|searching|looking to source|trying to find|got|have you|is there|are there|
            who (?:have (?:we|you|i)|can|could|is|do we have|does|has|offers|provides)|any|anyone|anybody|show|list|
            can you find|could you find|options|who have you|do we have|do you have|have we|suggest|recommend|
            struggling to find|urgent|shortlist)(?: [a-z0-9']+){0,7}? (?:pa|pas|carer|carers|support|worker|workers|
            agency|agencies|provider|providers|someone|somebody|male|female|speaking|speaker|respite|sleep in|
            waking|pc|personal care|care|package|cover|service|services|companion|cleaner|domiciliary|day centre|
            group|shared lives|live in|micro|sitting|sit|sitter|sitting service|befriend\w*|enabler|enabling|
            placement|community|help|lunch club|advocate|payroll|isf|cleaning|who|with|for|to|that|trained|
            available|in|near|hoist|offering|offerings|handed|nights?|visits|calls|options)
        """,
        ),
        cue(
            1.2,
            r"(?:\d ?x|x ?\d|twice|\d times) ?(?:daily|a day|per day|day|week|weekly|\d|a week|per "
            r"week)|double handed|dbl|two up|double up|single handed|[fm] only|(?:pc|poc|dom care|"
            r"domiciliary|reablement|d / c|chc|fast track|eol|tds|qds|bd|sitting service|sleep in|"
            r"waking nights?|ww|complex|peg|hoist transfers?|slide sheet|respite|day opps?|live in)|"
            r"(?:hrs?|hours?) (?:a week|pw|per week|/ ?week)|\d+ ?h pw|max £|£\d+ ?/? ?(?:h|hour|an "
            r"hour)",
        ),
        cue(
            0.6,
            r"(?:ex|ls|bn|tq|pl|ta|bs|m|b|l|s|ne|sw|se|e|n|w|nw|dh|hu|yo|hg|bd|wf|hx|hd|ol|sk|cf|sa|np|"
            r"gl|ba|sn|bh|so|po|gu|rh|tn|me|ct|cm|ss|ip|nr|cb|pe|ng|de|le|cv|wv|dy|st|tf|sy|hr|wr|ch|"
            r"cw|wa|wn|bl|pr|fy|la|ca|sr|ts|dl) \d{1,2}\b|in [a-z]+",
        ),
        cue(
            -1.3,
            r"caseload|my list|where are we|status|update on|what visits|how is|any news|visits (?:has|"
            r"have|does|for)|waiting longest|due a review|reviews?|signed off|agreed|chase|did (?:\w+ "
            r")+(?:get|accept|start|sign)|has (?:\w+ )+(?:got|been|started|accepted|signed|replied|"
            r"had)|what is happening",
        ),
    ),
    "caseload": (
        cue(
            1.7,
            r"""
            who (?:has not|have not|has no|is still without|needs me)|case ?load|(?:my|the) (?:list|clients|cases|
            people|workload|open cases|dashboard|in tray|queue|book|worklist|patch|to do list)(?! 's)|who (?:is|are|
            has|have|needs|do i|haven not|on my)(?: [a-z]+){0,5}? (?:waiting|overdue|due|next|outstanding|longest|
            stuck|urgent|priority|list|review|sign off|unallocated|still (?:without|waiting|need\w*)|without|
            not been|left|behind|at risk|need(?:s|ing)? (?:a|chasing|attention|sorting|review\w*|me)|top|worst|
            pressing|breach\w*)|(?:how many|what|which|show|list|any|all) (?:me )?(?:my |of my |the |open |new |
            outstanding |overdue )*(?:cases?|clients?|reviews?|referrals?|people|plans|sign offs?|breaches|actions|
            tasks|ones)(?: \w+){0,5}? ?(?:have i|do i|am i|are|waiting|overdue|due|outstanding|open|left|stuck|
            this week|on|got|pending|today|without|need|\?|$)|(?:longest|oldest|most urgent) (?:waiting|wait|case|
            outstanding)|(?:what|who|anything|anyone|owt) (?:is )?(?:overdue|outstanding|urgent|on my plate|
            for me today|due (?:today|this|next)|due a review|due for review)|reviews? (?:due|overdue|coming up|
            this|next)|what have i got (?:on|outstanding|due|this week|today)|(?:what|who) (?:should|do|
            shall) i (?:do|start|chase|look at|see|deal)(?: \w+)? (?:first|next|today)|prioriti\w+
        """,
        ),
        cue(
            -1.0,
            r"(?:mr|mrs|miss|ms) \w+|need (?:a|an|male|female)|looking for|visits has|where are we "
            r"(?:up to )?with",
        ),
    ),
    "client_status": (
        cue(
            1.6,
            r"""
            where have we got to|what is happening with|where (?:are|am|do|have|were|is) (?:we|i|things|you|it|us|
            they|\w+)(?: \w+){0,3} (?:up to|at|with|on|got to|stand|for)|(?:how|what) (?:is|are|s|about|
            has)(?: [a-z']+){0,6}? (?:getting on|doing|going|situation|status|state of play|progress|progressing|
            position|happening|latest|score|coming along|story|news|shaping|with|up with|arrangement|package|plan|
            case|been (?:done|arranged|sorted))|(?:status|update|updates|progress|latest|news|word|state of play|
            position|sitrep|heads up|catch up|low ?down)(?: \w+){0,2} (?:on|for|of|with|about|re|regarding|from|
            please)|(?:has|have|did|is|was|are|does|do|any)(?: [a-z']+){1,8}? (?:been|got|get|start|started|sorted|
            agreed|signed|signed off|accepted|approved|covered|arranged|gone|go|in place|set up|allocated|found|
            confirmed|placed|replied|reply|come back|through|ready|finalised|complete|panel|respond\w*|heard|
            started yet|live|picked|booked|review\w*|happy|settled|funded|matched|answer\w*|chosen|pick|accept|
            reply|agree|sign|confirm|respond|want|like|choose|stuck|still waiting|outstanding|discharged)|chas(?:e|
            ing)(?: up)?|(?:any|anything) (?:joy|luck|news|movement|update|progress|word|further|back)(?: \w+){0,3}|
            status
        """,
        ),
        cue(0.6, r"(?:mr|mrs|miss|ms) \w+|[a-z]{2}(?: 's)? (?:plan|package|case|budget|review|status)|client \w+"),
        cue(
            -1.2,
            r"need (?:a|an|male|female|someone)|looking for|what visits|which visits|who is (?:waiting|"
            r"overdue|due|next)|my (?:list|caseload|clients)|caseload|visits (?:has|have|does)|when is|"
            r"longest|anyone (?:who|in|free)|budget left|left in",
        ),
    ),
}
