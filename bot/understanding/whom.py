"""Whom the help is for, and what is required of the worker: gender, language, how many."""

import re

from bot.understanding.evidence.weighing import RELATION
from bot.understanding.words import Message

_R = RELATION
_PAIR = re.compile(rf"(?<!\w)(?:my |our |the |me )?(?P<pair>(?:{_R}) (?:and|&) (?:{_R}))(?!\w)")
_ONE = re.compile(rf"(?<!\w)(?P<one>{_R})s?(?!\w)")
_CLOSE = re.compile(
    r"(?:mum|mam|mom|mummy|mother|ma|dad|daddy|father|da|nan|nana|nanna|nanny|gran|granny|"
    r"grandma|grandmother|grandad|granddad|grandpa|grandfather|gramps|grampa|husband|hubby|"
    r"wife|missus|partner|"
    r"uncle|aunt|auntie|aunty|mother in law|father in law|parents|folks|in laws|other half|old "
    r"man|nain|taid|nonna|babcia)"
)
# A customer's son who has gone away needs no care; a supporter's aunt who is away may well.
_GONE = re.compile(
    r"^ 's (?:gone|moved|left|back|retired|abroad|away|emigrated|at work|working|busy|got|started|set|shown|told)(?!\w)"
)
_HELPS = re.compile(
    r"^(?: 's)? (?:is |will be |has been |and i |who |usually |normally |now |always |can |"
    r"will |does |has |could )*(?:cooks?|cooking|cleans|takes? me|taking me|drives?|driving|"
    r"does (?:my|the|it)|do (?:my|the)|looks? after|looking after|helps?|helping|visiting|"
    r"visits me|comes? (?:on|over|round|every|at|in)|coming|come (?:over|round|to stay)|"
    r"staying (?:with|over)|picks? me|picking|having me|have me|has me|will be here|is here|"
    r"here|popping|pops|rings? me|lives|live|set (?:this|me)|gave me|got me|"
    r"bought|showed|put (?:this|me)|told|suggested|thinks|wrote|typing|is away|are away|has "
    r"gone|going on|has always|used to (?:do|take|help|cook|come)|moved|died|passed|can not "
    r"(?:do|come|take|help|make)|cannot|works?|is (?:working|busy|abroad|on holiday|taking|"
    r"bringing|coming|driving|sorting|my|our)|are (?:coming|taking|here)|already|do it|does it|"
    r"will do|will take|would (?:normally|usually)|on \d|0\d)"
)
_TAKEN_ALONG = re.compile(
    r"^ (?:'s|is) (?:coming|going|staying|away|out) (?:out )?(?:with (?:us|me)|to (?:us|ours|mine|me)|at (?:ours|mine))"
)
_SAYS = re.compile(r"^ (?:has )?(?:told me|said|says|thinks|suggested|reckons)(?!\w)")
_TO_CALL = re.compile(
    r"(?:ring|call|phone|contact|text|tell|try|speak to|get|put|bell|message|use|let|to|is|"
    r"make|add|as|save|register|have|notify|ask|number|down) (?:my |our |me |the )?$"
)
_FOR = re.compile(
    r"(?:for|with|to|after|of|help|get|wash|bath|take|sit with|see|looking after|to see to|"
    r"giving|give|feed|dress|walk|drive|do|on|need|book|than|about) (?:my |our |me |the |her |"
    r"his )?(?:\w+ )?$"
)
_FIRST_PERSON = re.compile(r"(?<!\w)(?:i|me|my|mine|myself|we|us|our|ours)(?!\w)")
_THIRD = re.compile(
    r"(?<!\w)(?:(?:for|with|to|help|helping|take|taking|get|getting|sit with|see to|wash|bath|"
    r"drive|walk|feed|dress|put|give|giving|visit|to|keep|look after|looking after|collect|"
    r"bring|check on|check|pick|see) (?:him|her|them)(?!\w)(?! (?:back|a ring|a call|know))|"
    r"(?:she|he|they) (?:is|has|needs|need|wants|want|would|can not|could|used|likes|like|"
    r"loves|struggles|lives|does|do|will|gets|still|misses|keeps|had|just|only|really|cannot|"
    r"forgets|hates|must|speaks|uses)|(?:his|her|their) (?:own|hair|shopping|tea|dinner|garden|"
    r"meals|tablets|bath|ironing|washing|house|breakfast|lunch|feet|nails|bed|dog|cleaning|"
    r"medication|church|choir|club|lunches|legs|hands|visit|call|appointment))"
)


# A customer mostly speaks of relations who visit or take them out: only plain words make one the person cared for.
_PLAINLY_FOR = re.compile(r"(?:for|of|with|to see to|looking after) (?:my |our |me |the )?$")
_THEIR_VISIT = re.compile(
    r"^ 's (?:\w+ )?(?:visits?|calls?|carers?|tea|lunch|breakfast|bath|shower|budget|account|"
    r"bill|plan|medication|tablets|care|pot|invoice)(?!\w)"
)


def for_whom(message: Message, intent: str, *, role: str, wide: bool, named_worker: bool) -> str | None:
    """Who gets the care: `other:mum`, `other`, or `self`; None when the words do not say.

    `wide` allows `self` and a bare `other`: only where an intent is about new help.
    """
    relation = _relation(message, intent, strict=role == "customer" and not wide, own=role == "customer")
    if relation:
        return f"other:{relation}"
    if not wide:
        return None
    plain = message.plain
    third = _THIRD.search(plain)
    if third and not (named_worker and re.match(r"(?:she|he)", third.group())):
        return "other"
    return "self" if _FIRST_PERSON.search(plain) else None


def _relation(message: Message, intent: str, *, strict: bool, own: bool) -> str | None:
    plain = message.plain
    pair = _PAIR.search(plain)
    if pair and not _HELPS.match(plain[pair.end() :]):
        return _written(message, pair.start("pair"), pair.end("pair"))
    best: tuple[float, int, str] | None = None
    for m in _ONE.finditer(plain):
        score = _worth(plain, m, intent)
        if own and _GONE.match(plain[m.end() :]):
            continue
        if strict and not _PLAINLY_FOR.search(plain[: m.start()]) and not _THEIR_VISIT.match(plain[m.end() :]):
            continue
        if score > 0 and (best is None or score > best[0]):
            best = (score, m.start(), _written(message, m.start("one"), m.end("one")))
    return best[2] if best else None


def _worth(plain: str, m: re.Match[str], intent: str) -> float:
    before, after = plain[: m.start()], plain[m.end() :]
    possessed = after.startswith(" 's") and not after.startswith(" 's (?:coming|here)")
    score = 2.0 if _CLOSE.fullmatch(m["one"]) else 1.0
    if (
        m["one"] in ("friend", "mate", "neighbour", "old lady", "fella", "feller", "bairn")
        and not re.search(r"(?:for|help|with|of|after) (?:a |my |our |the )?(?:elderly |old |dear )?$", before)
        and not possessed
    ):
        return 0.0
    if (
        m["one"] in ("mate", "fella", "feller", "missus", "bairn")
        and re.search(r"[,.!?] ?$|^$", before)
        and not possessed
    ):
        return 0.0
    if possessed:
        score += 1.0
    if _SAYS.match(after) and not _CLOSE.fullmatch(m["one"]):
        return 0.0
    if (
        _HELPS.match(after)
        and not _TAKEN_ALONG.match(after)
        and not (
            possessed
            and not re.match(r"^ 's (?:coming|here|taking|visiting|having|staying|retired|abroad|away|set)", after)
        )
    ):
        return 0.0
    if (
        intent == "set_backup_contact"
        and not possessed
        and not re.search(r"(?:for|of|behind|with) (?:my |our |me )?$", before)
    ):
        return 0.0
    if (
        re.search(
            r"(?:ring|call|phone|text|tell|contact|copy|cc|by|from|at|and|visiting|see|at) (?:my |our |"
            r"me )?$",
            before,
        )
        and re.search(r"(?:my|our|me) $", before)
        and not possessed
        and score < 2
    ):
        return 0.0
    if re.search(
        r"(?:i am|we are|i will be|(?:am|are|be|^) going|off|staying|stay|out|be|am|i will) (?:\w+ ){0,2}(?:to|at|"
        r"with) (?:my |our )$",
        before,
    ) and (possessed or score < 2):
        return 0.0
    if _FOR.search(before):
        score += 0.5
    return score


def _written(message: Message, start: int, end: int) -> str:
    said = message.said(start, end).lower()
    return re.sub(r"(?:'s|s')$", "", said) if re.search(r"'s?$", said) else _singular(said, message.plain[start:end])


def _singular(said: str, plain: str) -> str:
    if said.endswith("s") and not plain.endswith("s"):
        return said[:-1]
    return (
        said[:-1]
        if re.fullmatch(rf"(?:{_R})s", said) and said not in ("parents", "folks", "in laws", "gramps", "missus")
        else said
    )


_WOMAN = r"(?:lady|ladies|woman|women|female|females|lass|lasses|girl|f|lady carer|gal)"
_MAN = r"(?:man|men|male|males|chap|bloke|blokes|gent|gentleman|fella|feller|fellow|lad|lads|m|guy)"
_AS_WORKER = (
    r"(?:(?:need|needs|want|wants|prefer|prefers|would like|like|rather have|looking for|after|"
    r"find|only|must be|has to be|have to be|needs to be|be|get|send|be|any|is there|wanting|"
    r"require|requires|seeking|got|have|could be|ideally|preferably|same|by|source|another|"
    r"please|pls|know of|x \d|\d|or)(?: (?:a|an|some|any|nice|kind|good|friendly|young|older|"
    r"local|reliable|mature|strong|patient|gentle|caring|trustworthy|sensible|\w+ speaking|"
    r"\w+)){0,3}? (?P<g1>%s)"
    r"|(?P<g2>%s) (?:\w+ speaking )?(?:only|pas?|carers?|workers?|support|pc|companion|sitter|helper|please|would (?:be|suit|do)|"
    r"driver|preferred|pref|could|might|round|instead|near|for an hour|personal assistant|care "
    r"worker|staff|req|need|needed|worker|who|"
    r"that|to|cleaner|enabler|pls|nights?|speaking|if possible|for personal|required)|no "
    r"men(?P<g3>)|not a man)"
)


def gender(message: Message) -> str | None:
    """Female or male, only as something required of the worker."""
    plain = message.plain
    if re.search(r"(?<!\w)(?:no men|not (?:a |by )?(?:man|men|bloke|male)s?|women only|ladies only)(?!\w)", plain):
        return "female"
    if re.search(r"(?<!\w)(?:no women|not (?:a |by )?(?:woman|women|female|lady)|men only)(?!\w)", plain):
        return "male"
    if said := re.search(
        rf", (?:ideally |preferably |prefer )?an? (?:(?P<f>{_WOMAN})|(?P<m>{_MAN}))(?: please| preferably| if possible)?(?= ?[.!?]|$)",
        plain,
    ):
        return "female" if said["f"] else "male"
    for value, words in (("female", _WOMAN), ("male", _MAN)):
        for m in re.finditer(rf"(?<!\w){_AS_WORKER % (words, words)}(?!\w)", plain):
            group = "g1" if m["g1"] else "g2"
            start = m.start(group)
            before = plain[:start]
            if re.search(
                r"(?:for|with|my|our|old|elderly|of|to|visit|visits|year|this|helping|support|supporting|"
                r"young|client is|is) (?:a |an |the |this |elderly |young |older |\d+ ?(?:yo|year old)? "
                r")*$",
                before,
            ) and not re.search(
                r"(?:prefer|need|needs|want|wants|looking for|like|after|find|source|seeking) (?:a |an "
                r")?(?:young |older )?$",
                before,
            ):
                continue
            if m[group] in ("f", "m") and message.said(start, start + 1) not in ("F", "M"):
                continue
            if m[group] in ("girl", "lass", "lad", "lads", "man") and re.search(
                r"(?:the|that|our|new|her|good|poor|old|dear|little|thanks|cheers) $", before
            ):
                continue
            return value
    return None


_TWO = re.compile(
    r"(?<!\w)(?:(?:two|2|both|pair of|x 2|2 x|couple of) (?:carers?|people|workers?|staff|pas|"
    r"of them|girls|ladies|men|helpers|lads|persons?|person|lasses|women|support workers|pairs "
    r"of hands|handed)|double[ -]?(?:handed|hander|up|handers|staffed|calls?|visit)?(?= |$|"
    r"[.,])(?<!double)|double (?:handed|up|hander|staffed|handers)|dbl|d/h|two up|2 up|2 : 1|2:1|2 "
    r"to 1|two to one|two person|two handed|2 handed)(?!\w)"
)


def workers(plain: str) -> int | None:
    """Two, where two carers at once are wanted."""
    return 2 if _TWO.search(plain) else None
