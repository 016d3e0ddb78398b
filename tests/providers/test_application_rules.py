"""What an application's checklist says, how it stands, and in which order the desk takes it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from providers.accreditation.rules import DbsLevel, Evidence
from providers.accreditation.schemes import conduct_words, evidence_kinds, schemes
from providers.applications.rules import (
    Asked,
    Item,
    ItemState,
    Outcome,
    QueueOrder,
    ReferenceCount,
    Stage,
    checklist,
    conducts_of,
    not_on_its_way,
    not_standing,
    queue_key,
    risk_of,
    stage_of,
)
from providers.arrangement.rules import Arrangement

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOME = Asked(frozenset({"goes_into_home"}), Arrangement.SOLE_SELF_EMPLOYED)
CARE = Asked(frozenset({"goes_into_home", "personal_care"}), Arrangement.SOLE_SELF_EMPLOYED, personal_care=True)


def items(
    *evidence: Evidence, asked: Asked = HOME, shown: tuple[str, ...] = (), references: ReferenceCount | None = None
) -> dict[str, Item]:
    found = checklist(
        evidence, TODAY, asked, shown=shown, references=references or ReferenceCount(), schemes=schemes(),
        kinds=evidence_kinds(),
    )  # fmt: skip
    return {item.kind: item for item in found}


def seen(kind: str, *, days: int | None = None, **facts: object) -> Evidence:
    last = None if days is None else TODAY + timedelta(days=days)
    return Evidence(kind, date(2026, 1, 5), last, **facts)  # type: ignore[arg-type]


def test_each_line_says_how_it_stands() -> None:
    found = items(
        seen("identity"),
        seen("public_liability", days=40),
        seen("right_to_work", days=-1),
        shown=("dbs",),
        references=ReferenceCount(asked=2),
    )
    assert {kind: item.state for kind, item in found.items() if item.required} == {
        "identity": ItemState.STANDS,
        "public_liability": ItemState.EXPIRING,
        "right_to_work": ItemState.LAPSED,
        "dbs": ItemState.TO_LOOK_AT,
        "references": ItemState.ASKED,
    }


def test_what_is_needed_comes_before_what_is_good_to_have() -> None:
    required = [item.required for item in items().values()]
    assert required == sorted(required, reverse=True)
    assert not items()["first_aid"].required


def test_a_lower_check_does_not_stand_for_a_higher_one_and_says_so() -> None:
    found = items(seen("dbs", level=DbsLevel.BASIC), asked=CARE)["dbs"]
    assert (found.state, found.falls_short) == (ItemState.MISSING, True)
    assert found.dbs is not None
    assert (found.dbs.level, found.dbs.barred_list) == (DbsLevel.ENHANCED, True)


def test_an_answer_that_nobody_has_read_waits_for_the_desk() -> None:
    read = items(references=ReferenceCount(asked=2, answered=1, taken=1))["references"]
    unread = items(references=ReferenceCount(asked=2, answered=2, taken=1))["references"]
    assert (read.state, unread.state) == (ItemState.ASKED, ItemState.TO_LOOK_AT)


@pytest.mark.parametrize(
    ("arrangement", "care", "asked"),
    [
        (Arrangement.REGISTERED_AGENCY, False, True),
        (Arrangement.MICRO_ENTERPRISE, True, True),
        (Arrangement.MICRO_ENTERPRISE, False, False),
        (Arrangement.SOLE_SELF_EMPLOYED, True, False),
    ],
)
def test_a_registration_is_asked_of_those_who_need_one(arrangement: Arrangement, care: bool, asked: bool) -> None:
    assert ("cqc_registration" in items(asked=Asked(CARE.tiers, arrangement, care))) is asked


def test_nobody_is_approved_or_sent_while_something_is_missing() -> None:
    found = items(seen("identity"), shown=("dbs", "right_to_work", "public_liability")).values()
    assert not_on_its_way(found) == ("References",)
    assert set(not_standing(found)) == {"Right to work", "DBS check", "References", "Public liability insurance"}


def test_the_later_of_sending_and_deciding_speaks() -> None:
    hour = timedelta(hours=1)
    assert stage_of(None, None) is Stage.NOT_SENT
    assert stage_of(NOON, None) is Stage.WAITING
    assert stage_of(NOON, (Outcome.MORE_ASKED, NOON + hour)) is Stage.MORE_ASKED
    assert stage_of(NOON + 2 * hour, (Outcome.MORE_ASKED, NOON + hour)) is Stage.WAITING


def test_the_queue_takes_the_riskiest_or_the_oldest_first() -> None:
    rows = [(1, NOON), (3, NOON), (3, NOON - timedelta(days=1)), (1, NOON - timedelta(days=9))]
    by_risk = sorted(rows, key=lambda row: queue_key(QueueOrder.RISK, *row))
    by_age = sorted(rows, key=lambda row: queue_key(QueueOrder.AGE, *row))
    assert by_risk == [rows[2], rows[1], rows[3], rows[0]]
    assert by_age == [rows[3], rows[2], rows[1], rows[0]]


def test_every_tier_with_people_in_it_has_a_code_to_sign_and_a_risk() -> None:
    for name, tier in schemes().items():
        assert tier.risk in (1, 2, 3)
        assert bool(tier.conduct) is (name != "no_contact")
        assert not tier.conduct or len(conduct_words(tier.conduct)) >= 8
    assert conducts_of(["no_contact"], schemes()) == ()
    assert risk_of(["group", "personal_care"], schemes()) == 3
