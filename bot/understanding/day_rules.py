"""The turns of phrase that name days, each with what resolves it; the first that fits a stretch of words counts."""

import re
from collections.abc import Callable

from bot.understanding.calendar_dates import calendar_date
from bot.understanding.day_meanings import (
    COUNT_WORD,
    DAY,
    MONTH,
    ORDINAL,
    SPAN,
    Found,
    Reader,
    after_next,
    ago,
    bank_holiday,
    daily,
    from_now,
    in_days,
    in_next_week,
    last_of_the_month,
    named,
    nth_of_the_month,
    plain_repeat,
    relative,
    weekday,
    weekdays_but,
    weekend,
)
from bot.understanding.named_days import NAMED_DAYS

_BUT = rf"(?: (?:but|except|apart from|bar|not)(?: (?:for|on))? (?P<%s>{DAY}s?(?: (?:and|or) {DAY}s?)?))?"
_PREFIX = (
    r"(?P<pre>(?:every other|each other|every second|every|each|alternate|alternative|on a|of a|this coming|the "
    r"coming|coming|this past|this|next|last|past) )?"
)
_NOT_SO_OFTEN = (
    r"(?<!twice a )(?<!once a )(?<!times a )(?<!visits a )(?<!calls a )(?<!hours a )(?<!hours per )(?<!/ )(?<!/)"
)
_RULES: tuple[tuple[str, Callable[[re.Match[str], Reader], Found]], ...] = (
    (
        rf"next week (?:on )?(?:the )?(?P<of_next>{DAY})(?!s)|(?P<of_next2>{DAY}) (?:of )?next week",
        in_next_week,
    ),
    (
        rf"(?:a |in a )?{_NOT_SO_OFTEN}(?P<span>{SPAN}) "
        r"(?:on |(?<!for a week )(?<!weeks )(?<!for a fortnight )from |this |come "
        rf")?(?P<anchor>today|tomorrow|{DAY})(?! (?:to|till|until|-) )",
        from_now,
    ),
    (
        rf"(?:this |on |next )?(?P<anchor>today|tomorrow|{DAY}) (?P<span>week|fortnight)(?!ly)(?! "
        r"(?:beginning|commencing|starting|in|of))",
        from_now,
    ),
    (
        r"in (?P<count>\d{1,2}|a couple of|one|a|two|three|four|five|six) (?P<unit>day|week|"
        r"fortnight)s?(?: 's)?(?: time)?(?! or)",
        in_days,
    ),
    (rf"(?:the )?(?:last day|end) of (?:the month|this month|(?P<end_of>{MONTH}))", last_of_the_month),
    (rf"(?P<n>{COUNT_WORD}) days? ago", ago),
    (
        r"day after tomorrow|day before yesterday|tomorrow night|tomorrow|tonight|this (?:morning|"
        r"afternoon|evening|lunchtime|teatime)s?|today|yesterday|last night|this(?= (?:am|pm)\b)",
        relative,
    ),
    (rf"(?:this |next )?(?:{NAMED_DAYS})", named),
    (rf"(?:the |next |this )?bank holiday(?: (?P<bank_day>{DAY}))?", bank_holiday),
    (
        rf"(?:(?P<w1>{DAY})(?: ,)? )?(?:the )?(?P<d1>\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL}) "
        rf"(?:of )?(?P<m1>{MONTH})(?:(?: ,)? (?P<y1>20\d\d))?",
        calendar_date,
    ),
    (
        rf"(?:(?P<w0>{DAY}) )?(?<![\d:.])(?P<d0>\d{{1,2}})(?= (?:to|-|–|and|until|till|through to|&) (?:{DAY} )?\d{{1,2}}(?:st|nd|"
        rf"rd|th)? (?:of )?{MONTH})",
        calendar_date,
    ),
    (
        rf"(?P<nth>first|second|third|fourth|last) (?P<nth_day>{DAY}) (?:of|in) (?:(?:the |each |every )?month|"
        rf"(?P<nth_next>next) month|(?P<nth_month>{MONTH}))",
        nth_of_the_month,
    ),
    (rf"(?:the )?(?P<after_next>{DAY}) after next", after_next),
    (
        rf"(?:the )(?P<d5>{ORDINAL})(?! (?:{DAY}|two|three|few|couple|half|weeks?|fortnight|part|days?|"
        r"floor|time|carer|visit|one|of all|year|thing|lady|"
        r"person|call))",
        calendar_date,
    ),
    (
        rf"(?:(?P<w2>{DAY})(?: ,)? )?(?P<m2>{MONTH}) (?:the )?(?P<d2>\d{{1,2}}(?:st|nd|rd|th)?|"
        rf"{ORDINAL})(?![\d:.])(?! (?:am|pm|oclock))",
        calendar_date,
    ),
    (
        rf"(?:(?P<w3>{DAY}) "
        rf")?(?<![\d£])(?!7/7(?!\d))(?P<d3>\d{{1,2}})(?:/(?P<m3>\d{{1,2}})(?:/(?P<y3>\d{{2,4}}))?|"
        rf"\.(?P<m4>\d{{1,2}})\.(?P<y4>\d{{2,4}})| - (?P<m5>\d{{1,2}}) - (?P<y5>(?:20)?\d\d)(?! ?-))(?! "
        r"(?:days?|hours?|past))(?!(?<=1/[24]) to (?:[1-9]|1[0-2]|[a-z]+)(?![/\d]))",
        calendar_date,
    ),
    (
        rf"(?<!my )(?<!your )(?<!her )(?<!his )(?:(?P<w4>{DAY})(?: ,)? )?(?:the )?(?P<d4>\d{{1,2}}(?:st|nd|rd|th))(?! (?:birthday|floor|"
        r"time|carer|visit|one|of all|year|anniversary))",
        calendar_date,
    ),
    (
        r"(?:every |each |all |the )?(?:weekdays|weekday|week days)(?: (?:mornings?|afternoons?|"
        rf"evenings?))?{_BUT % 'but'}|(?:every |each )?(?:monday (?:to|till|until|-|thru|through|–|"
        rf"through to) friday|m f(?= \d|$))(?! (?:\d{{1,2}}(?:st|nd|rd|th)(?!\w)|\d{{1,2}} (?:of )?{MONTH}|\d{{1,2}}/|next|the|this|of))"
        rf"{_BUT % 'but_of_five'}",
        weekdays_but,
    ),
    (
        r"(?:every other |every second |alternate |alternative |"
        r"this coming |this |the |next |last |every |each |at the |on the |over the )?weekends?",
        weekend,
    ),
    (
        r"(?:every|each) (?:single )?(?:day|morning|afternoon|evening|night|lunchtime|"
        rf"teatime)s?{_BUT % 'except'}|daily|(?:seven|7) days(?: a week| /)?|7/7|7 / 7|24/7|once a "
        r"day|twice a day|\d x (?:a day|daily|per day)|(?:two|three|four|\d) (?:times|visits|calls) (?:a|each|every|per) day",
        daily,
    ),
    (
        rf"{_PREFIX}(?P<wd>{DAY})(?:(?P<plural>s)(?! (?:visit|call|session|appointment|booking|one|"
        r"carer|lunch call|tea call|job|shift)(?!s))|s(?= ))?(?! (?:roast|best|papers?|school|joint|"
        r"league))(?: (?P<parts>mornings|afternoons|evenings|nights))?",
        weekday,
    ),
    (
        r"every (?:other|second|two|2) weeks?|alternat(?:e|ive) weeks?|every fortnight|fortnightly|once a "
        r"fortnight|each fortnight|every two weeks|(?<!x )(?<!twice )(?<!times )(?<!\d )weekly|"
        r"every week|each week|once a week|just the once|one off|a one off|once only|just once|"
        r"only the once|only once",
        plain_repeat,
    ),
)
DAY_RULES = tuple((re.compile(rf"(?<![\w£])(?:{p})(?!\w)"), f) for p, f in _RULES)
