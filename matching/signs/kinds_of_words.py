"""What many words have in common where danger is told: parts of the body, being down, being unable, fire, what harms.

A rare word is heard by its kind: "putty" and "slate" are both colours that nobody well has.
"""

import re
from functools import cache

_KINDS = {
    "body": """
        chest arm arms leg legs head neck throat windpipe jaw face mouth lips lip tongue eye eyes eyelid cheek hand hands finger
        fingers fingertips foot feet toes hip back shoulder stomach tummy belly ribs rib skin heart ticker lungs wrist ankle
        knee knees elbow thigh calf skull forehead side breastbone nails pulse
    """,
    "amiss": """
        blue grey gray purple ashen slate putty waxy pale clammy mottled stiff limp floppy rigid numb heavy lopsided wonky
        drooping droopy slurred slurring jumbled rattling gurgling unresponsive unconscious lifeless dribbling drooling swollen
        blotchy puffy blistered bent raw twitching jerking foaming delirious drowsy vacant
    """,
    "blood": "blood bleeding bleed bled clots gushing spurting pumping oozing froth foam vomit vomiting sick",
    "low": """
        floor lino carpet rug mat tiles ground path step stairs landing hall passage hallway pavement drive bath tub shower
        toilet commode kitchen bathroom patio lawn garden shed cellar
    """,
    "down": """
        fell fallen fall tumbled toppled slipped slid tripped tumble collapsed keeled dropped crashed flopped slumped lying
        laid flat sprawled
    """,
    "stuck": "stuck wedged trapped jammed pinned shut locked bolted lodged caught tangled",
    "unable": "cannot cant wont not unable struggling barely hardly never nothing isnt",
    "drug": """
        tablets tablet pills pill insulin morphine paracetamol bleach antifreeze weedkiller whisky vodka overdose dose packet
        packets bottle patches medicine meds capsules oramorph warfarin strip dosette
    """,
    "took": "took taken swallowed swallow drank drunk necked eaten injected had sipped downed",
    "fire": """
        smoke smoking flames flame fire alight burning burnt smouldering blazing sparks sparking glowing melted crackling
        scorched singed scalded scalding ablaze
    """,
    "gas": "gas fumes monoxide rotten eggs eggy whiff stink stinks reeks hissing boiler meter hob",
    "weapon": "knife hammer crowbar bat gun axe scissors brick stick blade petrol rope belt",
    "attack": """
        hitting hit punched kicking kicked strangling slapped threatening smashing grabbed shoved attacking battering beating
        hurting screaming shouting begging
    """,
    "breath": "breath breathe breathing gasping panting wheezing wheezy rasping air choking",
    "end": "die dying dead kill suicide goodbye end note burden forever",
    "gone": "missing vanished wandered gone disappeared lost",
    "mind": "dementia alzheimers muddled confused",
    "urgent": "help quick quickly hurry now ambulance urgent emergency",
    "house": "door window lounge bedroom house flat room",
    "stranger": "stranger intruder burglar man men lad lads somebody someone people",
    "self": "i me my we",
    "errand": """
        please thanks monday tuesday wednesday thursday friday saturday sunday tomorrow week month visit visits
    """,
}
_NEAR = 7
"""How many words apart two kinds still belong together."""


@cache
def _kinds_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, listed in _KINDS.items():
        for word in re.findall("[a-z]+", listed):
            found[word] = (*found.get(word, ()), kind)
    return found


def kinds_in(words: list[str]) -> set[str]:
    """The kinds told of in a message, and the pairs of them that stand near one another, as features."""
    kinds = _kinds_of()
    each = [kinds.get(word, ()) for word in words]
    found = {f"@{kind}" for told in each for kind in told}
    for at, told in enumerate(each):
        for other in (kind for near in each[at + 1 : at + _NEAR] for kind in near):
            found.update(f"@{min(kind, other)}&{max(kind, other)}" for kind in told if kind != other)
    return found
