"""The same listing as another publisher would have it: eleven kinds of damage, about half of them kept from tuning.

Weights in `providers.interchange.twins.rules` were chosen on `TUNED` alone. `KEPT_BACK` is for measuring; telephones are made
up, since the source has none.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from providers.interchange.looks import Looks

Damage = Callable[[Looks, random.Random], Looks]
_SHORT = {"association": "assoc", "community": "comm", "centre": "ctr", "group": "grp", "service": "svc", "services": "svcs",
          "society": "soc", "support": "supp", "school": "sch", "road": "rd", "hounslow": "hnslw", "project": "proj"}  # fmt: skip
_SUFFIXES = ("Ltd", "CIC", "(UK)", "Limited")


def mistyped(one: Looks, chance: random.Random) -> Looks:
    """One or two slips of the finger in the name."""
    letters = list(one.name)
    for _ in range(chance.choice((1, 1, 2))):
        spots = [
            place for place, letter in enumerate(letters[:-1]) if letter.isalpha() and letters[place + 1].isalpha()
        ]
        if not spots:
            break
        at = chance.choice(spots)
        what = chance.randrange(3)
        if what == 0:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif what == 1:
            del letters[at]
        else:
            letters[at] = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return replace(one, name="".join(letters))


def shortened(one: Looks, chance: random.Random) -> Looks:
    """Usual short forms."""
    return replace(one, name=" ".join(_SHORT.get(word.casefold(), word) for word in one.name.split()))


def moved(one: Looks, chance: random.Random) -> Looks:
    """The words in another order."""
    words = one.name.split()
    at = chance.randrange(1, len(words)) if len(words) > 1 else 0
    return replace(one, name=" ".join(words[at:] + words[:at]))


def without_text_or_web(one: Looks, chance: random.Random) -> Looks:
    """A poorer list: no description, no page, no telephone."""
    return replace(one, text="", web="", phone="")


def without_place(one: Looks, chance: random.Random) -> Looks:
    """No place, and a slip in the name."""
    return mistyped(replace(one, postcode="", spot=None), chance)


def with_and(one: Looks, chance: random.Random) -> Looks:
    """`&` for `and` and back, capitals, a "The"."""
    name = one.name.replace("&", "and") if "&" in one.name else one.name.replace(" and ", " & ")
    return replace(one, name=f"The {name.upper()}", phone="")


def with_letters_doubled(one: Looks, chance: random.Random) -> Looks:
    """Doubled and swallowed letters, as they are heard."""
    words = one.name.split()
    at = max(range(len(words)), key=lambda place: len(words[place]))
    word = words[at]
    cut = chance.randrange(1, len(word)) if len(word) > 1 else 0
    words[at] = word[:cut] + word[cut - 1 : cut] + word[cut:]
    return replace(one, name=" ".join(words), web="")


def with_legal_form(one: Looks, chance: random.Random) -> Looks:
    """A legal form behind the name, and another number."""
    return replace(one, name=f"{one.name} {chance.choice(_SUFFIXES)}", phone=a_phone(chance), text="")


def run_together(one: Looks, chance: random.Random) -> Looks:
    """Two words written as one."""
    words = one.name.split()
    if len(words) < 2:
        return replace(one, web="")
    at = chance.randrange(len(words) - 1)
    return replace(one, name=" ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]]), text="")


def with_postcode_mistyped(one: Looks, chance: random.Random) -> Looks:
    """The last letter of the postcode wrong, so that it is nowhere known."""
    return replace(
        one, postcode=f"{one.postcode[:-1]}{chance.choice('ABDEFGHJ')}" if one.postcode else "", spot=None, text=""
    )


def cut_off(one: Looks, chance: random.Random) -> Looks:
    """Words cut to their first letters, as a narrow column leaves them."""
    return replace(one, name=" ".join(word[:5] if len(word) > 7 else word for word in one.name.split()), web="")


TUNED: Mapping[str, Damage] = {
    "mistyped": mistyped,
    "shortened": shortened,
    "moved words": moved,
    "no text, page or number": without_text_or_web,
    "no place, mistyped": without_place,
}
KEPT_BACK: Mapping[str, Damage] = {
    "capitals and The": with_and,
    "letters doubled": with_letters_doubled,
    "legal form, other number": with_legal_form,
    "words run together": run_together,
    "postcode mistyped": with_postcode_mistyped,
    "words cut off": cut_off,
}


def a_phone(chance: random.Random) -> str:
    """Nine digits of a number kept for drama."""
    return f"794600{chance.randrange(1000):03d}"


def measured(originals: list[Looks], kinds: Mapping[str, Damage], seed: int = 2026) -> dict[str, tuple[int, int, int]]:
    """For each kind of damage: pairs found rightly, pairs there are, and pairs found that are none."""
    from providers.interchange.twins.finding import Finder

    finder, found = Finder(originals), {}
    for name, damage in kinds.items():
        chance = random.Random(f"{seed}:{name}")
        right = wrong = 0
        for one in originals:
            twins = {twin.looks.key for twin in finder.twins(replace(damage(one, chance), key=f"{one.key}'"))}
            right += one.key in twins
            wrong += len(twins - {one.key})
        found[name] = (right, len(originals), wrong)
    return found


def precision_and_recall(found: Mapping[str, tuple[int, int, int]]) -> tuple[float, float]:
    """Over all kinds together."""
    right, there, wrong = (sum(row[place] for row in found.values()) for place in range(3))
    return right / max(1, right + wrong), right / max(1, there)
