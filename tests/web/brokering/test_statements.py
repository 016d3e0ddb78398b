"""A pot's statement adds up: what came and went, and what is set aside, are the balance in words."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from market.core.money import pounds, read_pounds
from market.ledger.rules import Kind
from market.ledger.tables import LedgerRow
from market.web.brokering.statements import VisitWords, statement
from tests.conftest import MONDAY

POT, PROVIDER = "pot:one", "provider:two"
VISIT = VisitWords("Garden", "Terry Holwill", date(2026, 12, 1))
FATES = st.lists(st.tuples(st.integers(1, 90_000), st.sampled_from(["open", "spent", "part", "void"])), max_size=8)


def row(number: int, kind: Kind, pence: int, *, cause: str = "x", hold: str | None = None) -> LedgerRow:
    debit, credit = ("authority:a", POT) if kind is Kind.TRANSFER else (POT, PROVIDER)
    at = MONDAY + timedelta(minutes=number)
    return LedgerRow(id=f"led_{number}", debit=debit, credit=credit, amount_pence=pence, kind=kind, hold_id=hold,
                     cause=cause, key=str(number), person_id="per", at=at, by="test")  # fmt: skip


@given(FATES)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_entries_and_what_is_set_aside_add_up_to_the_balance(fates: list[tuple[int, str]]) -> None:
    rows, spent, held, number = [row(0, Kind.TRANSFER, 1_000_000)], 0, 0, 0
    for pence, fate in fates:
        number += 10
        rows.append(row(number, Kind.HOLD, pence, cause="vis_1"))
        hold, used = f"led_{number}", {"open": 0, "void": 0, "spent": pence, "part": pence // 2}[fate]
        if used:
            rows.append(row(number + 1, Kind.POST, used, cause="vis_1", hold=hold))
        if fate != "open" and pence > used:
            rows.append(row(number + 2, Kind.VOID, pence - used, cause="vis_1", hold=hold))
        spent, held = spent + used, held + (pence if fate == "open" else 0)
    said = statement(POT, rows, {"vis_1": VISIT})
    assert sum(entry.pence for entry in said.entries) == 1_000_000 - spent
    assert sum(one.pence for one in said.set_aside) == held


def test_a_visit_is_named_and_a_hold_let_go_says_nothing() -> None:
    rows = [
        row(1, Kind.HOLD, 1700, cause="vis_1"),
        row(2, Kind.VOID, 1700, cause="vis_1", hold="led_1"),
        row(3, Kind.HOLD, 1850, cause="vis_1"),
        row(4, Kind.POST, 1850, cause="vis_1", hold="led_3"),
    ]
    (entry,) = statement(POT, rows, {"vis_1": VISIT}).entries
    assert (entry.words, entry.kind_words, entry.pence) == ("Garden", "Terry Holwill, Tuesday 1 December", -1850)


@given(st.integers(0, 99_999_999_999))
def test_what_is_said_in_pounds_is_read_back_as_the_same_pence(pence: int) -> None:
    assert read_pounds(pounds(pence)) == pence


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_sum_or_nothing(typed: str) -> None:
    read = read_pounds(typed)
    assert read is None or read >= 0


def test_what_is_no_sum_is_not_guessed_at() -> None:
    for typed in ("", "lots", "-5", "1.234", "12 pounds", "1e5", "٣"):
        assert read_pounds(typed) is None
