"""Which checks a kind of support needs, and what lapsing hides."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from providers.accreditation.badge import assurance_note, assurances, badge
from providers.accreditation.rules import (
    Clearance,
    DbsLevel,
    Evidence,
    cleared_for,
    most_dbs_to_ask,
    tiers_behind,
    trusted_until,
)
from providers.accreditation.schemes import evidence_kinds, schemes
from providers.arrangement.rules import Arrangement

TODAY = date(2026, 11, 24)
HOME = ("goes_into_home",)
CARE = ("goes_into_home", "personal_care")
ALONE = Arrangement.SOLE_SELF_EMPLOYED


def evidence(*kinds: str, last_day: date | None = None) -> list[Evidence]:
    return [Evidence(kind, date(2026, 3, 3), last_day, seen_for="Devon demo council") for kind in kinds]


def dbs(level: DbsLevel = DbsLevel.BASIC, *, barred: bool = False, last_day: date | None = None) -> Evidence:
    return Evidence(
        "dbs",
        date(2026, 3, 3),
        last_day,
        level,
        barred,
        seen_for="Devon demo council",
        seen_on=date(2026, 3, 12),
    )


ORDINARY = evidence("identity", "right_to_work", "references", "public_liability")
FOR_CARE = [*ORDINARY, *evidence("moving_handling"), dbs(DbsLevel.ENHANCED, barred=True)]


def cleared(
    seen: Iterable[Evidence],
    kind: str,
    tiers: Iterable[str] = HOME,
    arrangement: Arrangement = ALONE,
    on: date = TODAY,
) -> Clearance:
    return cleared_for(seen, kind, on, tiers=tuple(tiers), arrangement=arrangement, schemes=schemes())


def test_company_at_home_needs_a_basic_check_and_no_more() -> None:
    assert cleared([*ORDINARY, dbs()], "companionship").complete


def test_personal_care_needs_an_enhanced_check_with_the_barred_list() -> None:
    assert cleared(FOR_CARE, "personal_care", CARE).complete
    for weaker in (dbs(), dbs(DbsLevel.ENHANCED)):
        seen = [one for one in FOR_CARE if one.kind != "dbs"] + [weaker]
        clearance = cleared(seen, "personal_care", CARE)
        assert clearance.missing == ("dbs",)
        assert not clearance.allows


def test_personal_care_is_held_to_its_own_checks_whatever_the_listing_calls_itself() -> None:
    assert not cleared([*ORDINARY, dbs()], "personal_care", HOME).allows


def test_a_check_lapses_at_the_midnight_that_ends_its_last_day() -> None:
    seen = [one for one in FOR_CARE if one.kind != "dbs"] + [dbs(DbsLevel.ENHANCED, barred=True, last_day=TODAY)]
    assert cleared(seen, "personal_care", CARE).allows
    tomorrow = cleared(seen, "personal_care", CARE, on=TODAY + timedelta(days=1))
    assert tomorrow.lapsed == ("dbs",)
    assert not tomorrow.allows


def test_lapsed_driving_papers_hide_the_lifts_and_nothing_else() -> None:
    tiers = ("goes_into_home", "drives_people")
    over = evidence("business_car_insurance", last_day=TODAY - timedelta(days=1))
    seen = [*ORDINARY, dbs(), *evidence("driving_licence"), *over]
    assert cleared(seen, "transport", tiers).lapsed == ("business_car_insurance",)
    assert cleared(seen, "gardening", tiers).complete


def test_a_newer_check_takes_the_place_of_a_lapsed_one() -> None:
    seen = [*FOR_CARE, dbs(DbsLevel.ENHANCED, barred=True, last_day=TODAY - timedelta(days=90))]
    assert cleared(seen, "personal_care", CARE).complete


def test_a_basic_check_that_stands_does_not_hide_that_the_enhanced_one_lapsed() -> None:
    seen = [one for one in FOR_CARE if one.kind != "dbs"]
    seen += [dbs(), dbs(DbsLevel.ENHANCED, barred=True, last_day=TODAY - timedelta(days=1))]
    assert cleared(seen, "personal_care", CARE).lapsed == ("dbs",)


def test_a_gardener_of_whom_nothing_was_seen_is_listed_but_not_approved() -> None:
    clearance = cleared([], "gardening")
    assert clearance.allows
    assert not clearance.complete


@pytest.mark.parametrize(
    ("kind", "tier"), [("transport", "drives_people"), ("money", "handles_money"), ("shopping", "handles_money")]
)
def test_driving_and_money_are_not_offered_on_trust(kind: str, tier: str) -> None:
    assert not cleared([], kind, ("goes_into_home", tier)).allows


def test_shopping_together_is_not_handling_money() -> None:
    assert cleared([*ORDINARY, dbs()], "shopping", HOME).complete


def test_evidence_issued_later_does_not_clear_an_earlier_day() -> None:
    assert not cleared(FOR_CARE, "personal_care", CARE, on=date(2026, 3, 2)).allows


def test_an_agency_answers_for_its_workers_references_itself() -> None:
    seen = [one for one in FOR_CARE if one.kind not in {"right_to_work", "references"}]
    seen += evidence("cqc_registration")
    assert cleared(seen, "personal_care", CARE, Arrangement.REGISTERED_AGENCY).complete
    assert set(cleared(seen, "personal_care", CARE, ALONE).missing) == {"references", "right_to_work"}


@pytest.mark.parametrize("arrangement", [Arrangement.REGISTERED_AGENCY, Arrangement.MICRO_ENTERPRISE])
def test_who_sends_staff_gives_personal_care_only_while_the_register_was_looked_at(arrangement: Arrangement) -> None:
    over = evidence("cqc_registration", last_day=TODAY - timedelta(days=1))
    assert cleared([*FOR_CARE, *over], "personal_care", CARE, arrangement).lapsed == ("cqc_registration",)
    assert cleared(FOR_CARE, "personal_care", CARE, arrangement).missing == ("cqc_registration",)
    assert cleared([*FOR_CARE, *over], "companionship", CARE, arrangement).allows


def test_care_at_a_day_place_needs_no_registration() -> None:
    """The Care Quality Commission registers personal care where people live."""
    assert cleared(FOR_CARE, "day_opportunities", ("personal_care",), Arrangement.MICRO_ENTERPRISE).complete


def test_references_that_could_not_be_had_count_and_are_said_plainly() -> None:
    sought = [Evidence("references", date(2026, 3, 3), could_not_be_had=True)]
    seen = [one for one in FOR_CARE if one.kind != "references"] + sought
    assert cleared(seen, "personal_care", CARE).complete
    said = badge(seen, TODAY, tiers=CARE, arrangement=ALONE, schemes=schemes(), kinds=evidence_kinds())
    assert not any("references taken" in line for line in said.checked)
    assert "References: could not be had. The council asked, and accepted this." in said.not_checked


def test_the_checks_behind_a_kind_are_those_of_how_people_are_met() -> None:
    assert tiers_behind("gardening", ("goes_into_home", "drives_people")) == {"goes_into_home"}
    assert tiers_behind("transport", ("goes_into_home", "drives_people")) == {"drives_people"}
    assert tiers_behind("companionship", ("drives_people",)) == {"drives_people"}


def test_no_more_of_a_dbs_check_is_asked_than_the_law_allows() -> None:
    gardener = most_dbs_to_ask(HOME, ALONE, schemes())
    carer = most_dbs_to_ask(CARE, ALONE, schemes())
    assert gardener is not None
    assert carer is not None
    assert (gardener.level, gardener.barred_list) == (DbsLevel.BASIC, False)
    assert (carer.level, carer.barred_list) == (DbsLevel.ENHANCED, True)
    assert most_dbs_to_ask(("no_contact",), ALONE, schemes()) is None


def test_trust_lasts_to_the_same_day_so_many_months_on() -> None:
    assert trusted_until(date(2026, 3, 3), 36) == date(2029, 3, 3)
    assert trusted_until(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert trusted_until(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert trusted_until(date(2026, 3, 3), None) is None


def test_the_badge_says_what_was_checked_by_whom_when_until_when_and_what_was_not() -> None:
    seen = [
        *evidence("cqc_registration", last_day=date(2026, 10, 1)),
        dbs(last_day=date(2029, 3, 3)),
        *evidence("identity"),
        *evidence("first_aid", last_day=date(2026, 11, 1)),
    ]
    said = badge(seen, TODAY, tiers=HOME, arrangement=ALONE, schemes=schemes(), kinds=evidence_kinds())
    assert said.headline == "Basic DBS certificate seen in March 2026"
    assert said.checked == (
        "Identity seen. Checked by Devon demo council on 3 March 2026.",
        "Basic DBS certificate seen. Checked by Devon demo council on 12 March 2026. Good until 3 March 2029.",
    )
    assert said.lapsed == (
        "CQC registration: last checked on 3 March 2026, too long ago to rely on.",
        "First aid: ran out on 1 November 2026.",
    )
    assert "Right to work: not checked." in said.not_checked
    assert "References: not checked." in said.not_checked
    assert not any("First aid" in line for line in said.not_checked)


def test_the_badge_of_an_agency_says_what_it_checks_itself() -> None:
    said = badge(
        [], TODAY, tiers=CARE, arrangement=Arrangement.REGISTERED_AGENCY, schemes=schemes(), kinds=evidence_kinds()
    )
    assert said.headline == "Nothing checked yet"
    assert any("the organisation checks these itself" in line for line in said.not_checked)


def test_the_card_tells_the_most_telling_check_that_stands() -> None:
    assert assurance_note(FOR_CARE, TODAY, evidence_kinds()).startswith("Enhanced DBS certificate seen")
    assert assurance_note(evidence("identity"), TODAY, evidence_kinds()) == "Identity seen in March 2026"
    over = [dbs(last_day=TODAY - timedelta(days=1))]
    assert assurance_note(over, TODAY, evidence_kinds()) == "Nothing checked yet"
    assert assurances([*FOR_CARE, *over], TODAY)[-2:] == ("enhanced_dbs", "adults_barred_list")
