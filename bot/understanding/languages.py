"""Languages: asked for by name, spoken by the worker, or the one a message is written in."""

import re
import unicodedata
from functools import cache

from bot.understanding.spelling import known
from bot.understanding.words import Message
from matching.knowledge import files

_OWN_NAMES = {
    "polsku": "Polish",
    "polski": "Polish",
    "polska": "Polish",
    "ma boli": "Punjabi",
    "panjabi": "Punjabi",
    "punjabi": "Punjabi",
    "bangla": "Bengali",
    "sylheti": "Sylheti",
    "hindi": "Hindi",
    "urdu": "Urdu",
    "cymraeg": "Welsh",
    "romana": "Romanian",
    "romaneste": "Romanian",
    "portugues": "Portuguese",
    "espanol": "Spanish",
    "francais": "French",
    "italiano": "Italian",
    "deutsch": "German",
    "lietuviu": "Lithuanian",
    "lietuviskai": "Lithuanian",
    "latviski": "Latvian",
    "magyar": "Hungarian",
    "magyarul": "Hungarian",
    "turkce": "Turkish",
    "soomaali": "Somali",
    "af soomaali": "Somali",
    "cesky": "Czech",
    "slovensky": "Slovak",
    "shqip": "Albanian",
    "kiswahili": "Swahili",
    "tagalog": "Tagalog",
    "gujarati": "Gujarati",
    "tamil": "Tamil",
    "farsi": "Persian",
    "kurdi": "Kurdish",
    "ellinika": "Greek",
    "nederlands": "Dutch",
    "ukrainska": "Ukrainian",
    "balgarski": "Bulgarian",
    "tieng viet": "Vietnamese",
    "malayalam": "Malayalam",
    "yoruba": "Yoruba",
    "igbo": "Igbo",
    "shona": "Shona",
    "gaeilge": "Irish",
    "kernewek": "Cornish",
    "hrvatski": "Croatian",
    "srpski": "Serbian",
}
_SMALL_WORDS = {
    "Polish": "nie jest prosze czy dzien dobry dziekuje mowic rozumiem mam moge sie po pan pani chce "
    "pomoc ze mna moja mnie jutro dzis jak tylko troche mowie angielsku potrzebuje pisac "
    "kiedy przyjdzie dla mamy mama opiekunka",
    "Punjabi": "sat sri akal ji mainu tusi vich gal karo hai nahi aundi kirpa karke main mera meri nu da "
    "di samajh ki kad kaun thodi bolo madad chahidi assi tuhanu bol sakde karni ghat",
    "Urdu": "assalam alaikum shukriya mujhe aap mein kya hai nahi urdu baat karein meri madad ke ki "
    "ka hoon zaban samajh mera ammi abbu kab chahiye",
    "Hindi": "namaste mujhe aap mein kya hai nahi hindi baat karo meri madad ke ki ka hoon dhanyavad "
    "kripya samajh aati mera chahiye angrezi",
    "Bengali": "ami apni amar bangla kotha bolte pari na dhonnobad korun ki kore bujhi ingreji bhalo din "
    "bolun lagbe sahajjo dorkar",
    "Gujarati": "kem cho mane tame hu gujarati ma vaat karo nathi che aabhar samjatu mari mara shu",
    "Romanian": "buna ziua va rog multumesc nu vorbesc engleza eu sunt pentru cu ce este romana puteti "
    "scrie mama mea ajutor in pot inteleg cand vine imi",
    "Portuguese": "bom dia obrigado obrigada por favor nao falo ingles eu preciso ajuda minha mae voce pode "
    "falar em com para uma que quando vem posso escrever boa tarde",
    "Spanish": "hola buenos dias gracias por favor no hablo ingles necesito ayuda mi madre puede hablar "
    "en con para una que cuando viene usted buenas",
    "French": "bonjour merci je ne parle pas anglais vous pouvez parler en mon ma mere besoin aide s'il "
    "plait est suis avec pour une le la bien quand",
    "Italian": "buongiorno grazie non parlo inglese per favore ho bisogno aiuto mia madre puo parlare in "
    "sono con una che quando viene capisco",
    "German": "guten tag danke bitte ich spreche kein englisch nicht konnen sie meine mutter brauche "
    "hilfe auf und mit fur eine wann kommt",
    "Lithuanian": "labas laba diena prasau aciu as nekalbu angliskai galite kalbeti man reikia pagalbos "
    "mano mama nesuprantu ar kada",
    "Latvian": "labdien ludzu paldies es nerunaju angliski vai varat runat man vajag palidzibu mana mate nesaprotu",
    "Hungarian": "jo napot kerem koszonom nem beszelek angolul magyarul tud beszelni segitseg kell anyam "
    "ertem mikor jon",
    "Turkish": "merhaba tesekkur ederim lutfen ingilizce bilmiyorum konusabilir misiniz yardim annem "
    "icin bir ve ne zaman turkce",
    "Somali": "fadlan mahadsanid waan ma ku hadli karo ingiriis af soomaali caawimaad hooyo waxaan iga u baahanahay",
    "Welsh": "bore da diolch os gwelwch yn dda dwi ddim siarad saesneg cymraeg hoffwn i fy mam ydych "
    "chi allwch nos prynhawn pryd mae gallwch",
    "Czech": "dobry den dekuji prosim nemluvim anglicky potrebuji pomoc muzete mluvit cesky moje maminka kdy prijde",
    "Slovak": "dobry den dakujem prosim nehovorim anglicky potrebujem pomoc mozete hovorit slovensky "
    "moja mama kedy pride",
    "Albanian": "pershendetje faleminderit ju lutem nuk flas anglisht une kam nevoje ndihme nena ime "
    "shqip mund te flisni",
    "Swahili": "habari asante tafadhali sisemi kiingereza nahitaji msaada mama yangu unaweza kusema kiswahili",
    "Vietnamese": "xin chao cam on toi khong noi tieng anh can giup me viet ban co the",
    "Greek": "kalimera efharisto parakalo den milao agglika thelo voithia mitera mou ellinika mporeite",
    "Tagalog": "magandang umaga salamat po hindi ako marunong mag ingles kailangan ko tulong nanay pwede tagalog",
    "Russian": "zdravstvuyte spasibo pozhaluysta ya ne govoryu po angliyski russki mne nuzhna pomosh mama kogda",
    "Bulgarian": "zdraveite blagodarya molya ne govorya angliiski balgarski pomosht maika mi koga",
    "Ukrainian": "dobryi den dyakuyu bud laska ya ne rozmovlyayu anhliyskoyu ukrainskoyu dopomoha",
    "Tamil": "vanakkam nandri enakku tamil pesa ungal theriyathu udhavi amma venum",
    "Yoruba": "bawo ni e se jowo mi o gbo oyinbo yoruba iya mi ran mi lowo",
}
_SCRIPTS = (
    ("GURMUKHI", "Punjabi"),
    ("DEVANAGARI", "Hindi"),
    ("BENGALI", "Bengali"),
    ("GUJARATI", "Gujarati"),
    ("TAMIL", "Tamil"),
    ("TELUGU", "Telugu"),
    ("MALAYALAM", "Malayalam"),
    ("ARABIC", "Arabic"),
    ("HEBREW", "Hebrew"),
    ("GREEK", "Greek"),
    ("HANGUL", "Korean"),
    ("HIRAGANA", "Japanese"),
    ("CJK", "Chinese"),
    ("THAI", "Thai"),
    ("ETHIOPIC", "Amharic"),
    ("ARMENIAN", "Armenian"),
    ("SINHALA", "Sinhala"),
    ("GEORGIAN", "Georgian"),
)
_URDU_LETTERS = frozenset("ٹڈڑںھہےگپچ")
_PERSIAN_LETTERS = frozenset("گچپژ")
_UKRAINIAN_LETTERS = frozenset("іїєґ")


@cache
def names() -> dict[str, str]:
    """Every way a language is named, in lower case, to its English name."""
    named = dict(_OWN_NAMES)
    for row in files.rows("languages.csv"):
        if row["name"] == "English":
            continue
        for other in (row["name"], *row["also_written_as"].split(";")):
            if other:
                named[other.lower().strip()] = row["name"]
    named.pop("sign", None)
    return named


@cache
def name_pattern() -> str:
    """A pattern alternation of every language name, longest first."""
    return "|".join(re.escape(n) for n in sorted(names(), key=len, reverse=True))


def bare(text: str) -> str:
    """Letters without their marks, lower case."""
    return (
        "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ı", "i")
    )


def written_in(text: str) -> str | None:
    """The language a message is written in, if that is not English."""
    script = _by_script(text)
    if script:
        return script
    words = re.findall(r"[a-z]+", bare(text))
    if len(words) < 2:
        return None
    ordinary = sum(known(w) and w not in _FOREIGN_TOO for w in words)
    scores = {name: sum(w in small for w in words) for name, small in _small_words().items()}
    best = max(scores, key=lambda name: scores[name])
    told = next(
        (
            names()[n]
            for n in sorted(names(), key=len, reverse=True)
            if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", bare(text))
        ),
        None,
    )
    foreign = any(w in _small_words()[best] and not known(w) and len(w) > 2 for w in words)
    if foreign and scores[best] >= max(2, 0.34 * len(words)) and ordinary < 0.6 * len(words):
        return told or best
    return told if told and ordinary < 0.3 * len(words) else None


_FOREIGN_TOO = frozenset(
    str.split(
        "in a no me man mi an on do as is am can so to us or la le en una con per par que mama "
        "papa die der das van ma da de ki ka ke main hello hai po mam pan dad sat ji mera meri nu "
        "gal bon dia pot cu ce este va die kem cho"
    )
)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}


def _by_script(text: str) -> str | None:
    letters = [c for c in text if c.isalpha()]
    foreign = [
        c
        for c in letters
        if not unicodedata.name(c, "").startswith(("LATIN", "MODIFIER", "MASCULINE", "FEMININE", "MICRO"))
    ]
    if len(foreign) < 3 or len(foreign) < 0.3 * len(letters):
        return None
    named = unicodedata.name(foreign[0], "")
    if named.startswith("ARABIC"):
        return "Urdu" if _URDU_LETTERS & set(text) else "Persian" if _PERSIAN_LETTERS & set(text) else "Arabic"
    if named.startswith("CYRILLIC"):
        return "Ukrainian" if _UKRAINIAN_LETTERS & set(text.lower()) else "Russian"
    return next((language for script, language in _SCRIPTS if named.startswith(script)), None)


def named_in(message: Message) -> str | None:
    """A language named in an English message, by its English name."""
    m = re.search(rf"(?<!\w)(?:{name_pattern()})(?!\w)", message.plain)
    if not m:
        return None
    said = message.said(m.start(), m.end())
    language = names()[m.group()]
    if (
        m.group() in ("polish", "turkish")
        and not said[:1].isupper()
        and not re.search(
            r"(?:speak\w*|in|talk\w*|only|understands?) $|^polish (?:speak|carer|pa|lady|please)",
            message.plain[: m.start()] + message.plain[m.start() :][:14],
        )
    ):
        return (
            None
            if re.search(
                r"(?:polish|polishing) (?:the|my|shoes|brass|silver)|polish (?:the|my|brass|silver|shoes)",
                message.plain,
            )
            else language
        )
    return language
