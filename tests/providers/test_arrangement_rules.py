"""The table of arrangements says what FIELD says."""

import pytest

from providers.arrangement.rules import (
    TERMS,
    Arrangement,
    AskedFirst,
    BecomesEmployer,
    asked_first,
    makes_an_employer,
    may_send_substitute,
    needs_cqc_number,
    personal_care_basis,
)


def test_every_arrangement_has_its_row() -> None:
    assert set(TERMS) == set(Arrangement)


def test_only_a_registered_agency_and_an_isf_provider_may_send_their_own_substitute() -> None:
    senders = {arrangement for arrangement in Arrangement if may_send_substitute(arrangement)}
    assert senders == {Arrangement.REGISTERED_AGENCY, Arrangement.ISF_PROVIDER}


def test_for_everybody_introduced_the_customers_own_backup_plan_is_asked() -> None:
    for arrangement in Arrangement:
        own = asked_first(arrangement) is AskedFirst.PROVIDER
        assert own == may_send_substitute(arrangement)


@pytest.mark.parametrize("arrangement", [Arrangement.EMPLOYED_PA, Arrangement.SOLE_SELF_EMPLOYED])
def test_one_person_under_the_customers_direction_needs_no_registration(arrangement: Arrangement) -> None:
    assert personal_care_basis(arrangement) is not None
    assert not needs_cqc_number(arrangement, personal_care=True)


@pytest.mark.parametrize("arrangement", [Arrangement.MICRO_ENTERPRISE, Arrangement.ISF_PROVIDER])
def test_sending_staff_to_give_personal_care_needs_a_cqc_number(arrangement: Arrangement) -> None:
    assert needs_cqc_number(arrangement, personal_care=True)
    assert not needs_cqc_number(arrangement, personal_care=False)


def test_a_registered_agency_shows_its_number_whatever_it_lists() -> None:
    assert needs_cqc_number(Arrangement.REGISTERED_AGENCY, personal_care=False)


@pytest.mark.parametrize("arrangement", [Arrangement.COMMUNITY, Arrangement.SUPPORT_SERVICE])
def test_clubs_and_advice_never_give_personal_care(arrangement: Arrangement) -> None:
    assert personal_care_basis(arrangement) is None


def test_employing_a_pa_makes_an_employer_and_a_self_employed_pa_perhaps() -> None:
    assert makes_an_employer(Arrangement.EMPLOYED_PA) is BecomesEmployer.YES
    assert makes_an_employer(Arrangement.SOLE_SELF_EMPLOYED) is BecomesEmployer.PERHAPS
    assert makes_an_employer(Arrangement.REGISTERED_AGENCY) is BecomesEmployer.NO
