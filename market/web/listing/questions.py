"""The questions of a listing, one a page; and which of them matter to whom. No I/O."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from providers.arrangement.rules import Arrangement, needs_cqc_number, personal_care_basis
from providers.changes.rules import Part
from providers.listings.rules import Where

CHECK = "check"


@dataclass(frozen=True)
class Question:
    """One page: its name in the address, the part of the listing that it fills in, its words, and what it is called in a list."""

    name: str
    part: Part
    words: str
    label: str
    words_for_many: str = ""

    def asked(self, *, of_many: bool) -> str:
        """The words, as one person or as an organisation is asked."""
        return (of_many and self.words_for_many) or self.words


_ALL = (
    Question("how", Part.ARRANGEMENT, "How do you work?", "How you work"),
    Question("name", Part.NAME, "What are you called?", "Name", "What is it called?"),
    Question("what", Part.KINDS, "What do you do?", "What you do", "What do you offer?"),
    Question("place", Part.WHERE, "Where does it happen?", "Where"),
    Question("care", Part.KINDS, "Do you help people to wash, dress, eat or use the toilet?", "Personal care"),
    Question("cqc", Part.ARRANGEMENT, "What is your CQC number?", "CQC number"),
    Question("area", Part.WHERE, "How far do you go?", "Area", "How far do you reach?"),
    Question("times", Part.TIMES, "When are you usually free?", "Usual hours", "When does it happen?"),
    Question("age", Part.AGE, "How old are you?", "Age"),
    Question("prices", Part.PRICES, "What does it cost?", "Prices"),
    Question("languages", Part.LANGUAGES, "Which languages do you speak?", "Languages"),
    Question("gender", Part.GENDER, "Who comes?", "Who comes"),
    Question("limits", Part.LIMITS, "What suits you, and what does not?", "Likes and limits"),
    Question("words", Part.WORDS, "In your own words", "Your words"),
    Question("photo", Part.PHOTO, "A photograph of you", "Photograph", "A photograph or a logo"),
)
QUESTIONS = {question.name: question for question in _ALL}
ORGANISATIONS = frozenset(
    {
        Arrangement.MICRO_ENTERPRISE,
        Arrangement.REGISTERED_AGENCY,
        Arrangement.ISF_PROVIDER,
        Arrangement.COMMUNITY,
        Arrangement.SUPPORT_SERVICE,
    }
)


def questions_for(arrangement: Arrangement, where: Where, *, personal_care: bool) -> tuple[Question, ...]:
    """What matters to a provider who works this way, in order.

    Personal care is asked of those who may give it and are not only on the telephone; a CQC number of those who must have
    one; age only of who is employed, since their minimum wage turns on it; who comes only where it is personal care, since
    there it may matter lawfully to the person (Equality Act 2010, Schedule 9, paragraph 1); pets, smoking and hoists only of
    those who go into people's homes.
    """
    by_phone = where is Where.PHONE_ONLINE
    left_out = set()
    if by_phone or personal_care_basis(arrangement) is None:
        left_out.add("care")
    if not needs_cqc_number(arrangement, personal_care=personal_care):
        left_out.add("cqc")
    if by_phone:
        left_out.add("area")
    if not personal_care:
        left_out.add("gender")
    if arrangement is not Arrangement.EMPLOYED_PA:
        left_out.add("age")
    if where in (Where.PHONE_ONLINE, Where.OUR_PLACE):
        left_out.add("limits")
    return tuple(question for question in _ALL if question.name not in left_out)


def next_question(questions: Sequence[Question], answered: Collection[str]) -> str:
    """The first question without an answer; `CHECK` when there is none."""
    return next((question.name for question in questions if question.name not in answered), CHECK)


def before(questions: Sequence[Question], name: str) -> str:
    """The question before this one; empty for the first."""
    names = [question.name for question in questions]
    place = names.index(name) if name in names else 0
    return names[place - 1] if place else ""


ARRANGEMENTS = (
    (
        Arrangement.SOLE_SELF_EMPLOYED,
        "On my own, self-employed",
        "You agree the work with each person, send your own bills and pay your own tax.",
    ),
    (
        Arrangement.EMPLOYED_PA,
        "On my own, employed by the person I help",
        "They are your employer: they pay you wages, holiday and pension.",
    ),
    (Arrangement.MICRO_ENTERPRISE, "In a small business", "You and a few others: eight workers or fewer."),
    (
        Arrangement.REGISTERED_AGENCY,
        "In a care agency",
        "You send care workers, and are registered with the Care Quality Commission (CQC).",
    ),
    (
        Arrangement.ISF_PROVIDER,
        "We look after people’s budgets for them",
        "An individual service fund (ISF): you hold the money, the person says what it is for.",
    ),
    (Arrangement.COMMUNITY, "In a club, a group or a charity", "People come to you, or volunteers go out to them."),
    (
        Arrangement.SUPPORT_SERVICE,
        "We advise, or help people to employ somebody",
        "Payroll, planning, advice and the like.",
    ),
)
WHERE = (
    (Where.THEIR_HOME, "In people’s homes"),
    (Where.OUT_AND_ABOUT, "Out and about with them"),
    (Where.OUR_PLACE, "They come to a place of yours"),
    (Where.PHONE_ONLINE, "By phone, post or online"),
)
FIRST_KINDS = (
    "companionship",
    "shopping",
    "meals",
    "cleaning",
    "laundry",
    "gardening",
    "handyperson",
    "transport",
    "trips_holidays",
    "sitting_respite",
    "dementia",
    "admin_forms",
    "digital",
    "pets",
    "medication_prompting",
    "nights",
    "social_groups",
    "lunch_club",
    "arts_music",
    "exercise_falls",
    "advice_info",
)
"""What most people offer, first; the others stand under "More"."""
