"""Answers with nothing else to them: yes, no, and the manners around them."""

import re

_DEAR = (
    r"(?:please|pls|ta|thanks|thank you|pet|love|duck|dear|mate|hen|petal|darling|sweetheart|"
    r"my lover|chuck|that is|it is|all|very much|lovely|then|indeed|kind of you|so much|much "
    r"obliged|me duck|bab|flower|x+|cheers|"
    r"oh|well|er|erm|um|ooh|ah|actually|sorry|my dear|bless you|very kind|if you (?:would|do "
    r"not mind|can|could)|i think|for me|again|ok|alright|all right|thank you dear|honey|lad|"
    r"lass|son|bot|ta love|you are very kind|much appreciated|[,.!👍👎])"
)
_YES_WORD = (
    r"(?:yes|sure|of course|course|certainly|definitely|absolutely|go on|go on then|go ahead|"
    r"please do|do it|confirm|confirmed|correct|that is (?:right|correct|fine|it|the one|great|"
    r"ok|lovely|perfect|good|me)|right|fine|thats fine|that will do(?: nicely)?|"
    r"that would be (?:lovely|great|grand|fine|good|perfect|nice|smashing|ideal|wonderful|"
    r"brilliant|helpful)|sounds (?:good|great|fine|lovely|perfect|ok)|perfect|lovely|spot on|"
    r"by all means|sound|sorted|agreed|deal|champion|grand|i (?:do|am|would|will)|i would (?:like|"
    r"love) (?:that|it)(?: very much)?|y|why not|go for it|works "
    r"for me|suits me|"
    r"no problem|happy with that|affirmative|indeed|you bet|righto|righty ho|okey dokey|okey "
    r"doke|too right|great|good|super|brilliant|that one|she does|he does|they do|she is|he is|"
    r"it is|we do|we would|she would|he would|book it|send it|happy to|aye|👍|thumbs up|that "
    r"suits|that time is fine|please)"
)
_NO_WORD = (
    r"(?:(?:thanks |ta |thank you )?but no|no|not (?:now|today|really|yet|at all|this time|for "
    r"me|likely|right|that|just now|at "
    r"the moment|quite|again)|never mind|nevermind|leave (?:it|that|things)(?: (?:as (?:it is|"
    r"they are)|be|for now|at that|alone|there|then))?|do not(?: (?:bother|do (?:that|it)|"
    r"worry))?|no need|definitely not|certainly not|absolutely not|rather not|i would rather "
    r"not|better not|no way|stop that|that is wrong|wrong|"
    r"that is not (?:right|it|correct|what i (?:want|said|meant))|incorrect|forget (?:it|that)|"
    r"n|no fear|no chance|scrap that|none of (?:them|those|these)|neither|i (?:do not (?:think "
    r"so|want (?:to|that|it|them))|am (?:ok|fine|alright|all right|good)|have changed my mind|"
    r"will (?:leave|wait|not))|changed my mind|keep it(?: as is| the same| how it is)?|as it "
    r"is|how it is|as they are|we are (?:ok|fine|alright)|it is (?:ok|fine)|that is all|👎|she "
    r"does not|he does not|it is not|i am not|she is not|he is not)"
)
_YES = re.compile(rf"^(?:{_DEAR} ?)*{_YES_WORD}(?: ?(?:{_YES_WORD}|{_DEAR}))*$|^ok(?: ?(?:{_YES_WORD}|{_DEAR}))*$")
_NO = re.compile(rf"^(?:{_DEAR} ?)*{_NO_WORD}(?: ?(?:{_NO_WORD}|{_DEAR}))*$")
_ONLY_PLEASANT = re.compile(
    rf"^(?:{_DEAR} ?)*(?:lovely|great|good|super|brilliant|perfect|grand|champion|please)?(?: "
    rf"?{_DEAR})*$"
)


def short_answer(plain: str) -> str | None:
    """Yes or no with nothing else to it."""
    if len(plain) > 70:
        return None
    if _ONLY_PLEASANT.match(plain) and not plain.startswith(("ok", "please", "perfect", "lovely")):
        return None
    if _NO.match(plain):
        return "no"
    return "yes" if _YES.match(plain) else None
