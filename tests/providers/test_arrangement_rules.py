"""The table of arrangements says what FIELD says."""

import pytest

from providers.arrangement.rules import (
    NEVER_BY_ITSELF,
    TERMS,
    Arrangement,
    AskedFirst,
    BecomesEmployer,
    Deed,
    Task,
    asked_first,
    makes_an_employer,
    may_by_itself,
    may_list,
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


@pytest.mark.parametrize("arrangement", Arrangement)
def test_everyday_help_is_open_to_all_and_nursing_to_nobody(arrangement: Arrangement) -> None:
    assert may_list(arrangement, Task.EVERYDAY)
    assert not may_list(arrangement, Task.NURSING)


def test_who_may_list_personal_care_and_who_may_hold_a_fund() -> None:
    assert {one for one in Arrangement if not may_list(one, Task.PERSONAL_CARE)} == {
        Arrangement.COMMUNITY,
        Arrangement.SUPPORT_SERVICE,
    }
    assert {one for one in Arrangement if may_list(one, Task.HOLDING_A_FUND)} == {Arrangement.ISF_PROVIDER}


@pytest.mark.parametrize("arrangement", Arrangement)
def test_the_product_never_directs_anybody_by_itself(arrangement: Arrangement) -> None:
    assert not any(may_by_itself(arrangement, deed) for deed in NEVER_BY_ITSELF)
    assert may_by_itself(arrangement, Deed.INTRODUCE)
    assert may_by_itself(arrangement, Deed.ASK_PROVIDER_FOR_A_SUBSTITUTE) == may_send_substitute(arrangement)


def test_payroll_help_is_offered_where_somebody_may_become_an_employer() -> None:
    offered = {one for one in Arrangement if may_by_itself(one, Deed.OFFER_PAYROLL_HELP)}
    assert offered == {Arrangement.EMPLOYED_PA, Arrangement.SOLE_SELF_EMPLOYED}
