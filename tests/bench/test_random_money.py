"""A thousand random flows of money. `./dev bench tests/bench/test_random_money.py`; FLOWS and FIRST_SEED say which."""

import os
from pathlib import Path

import pytest

from tests.payments.conftest import Served, stripe_server  # noqa: F401  (a fixture)
from tests.payments.test_random_flows import run_flows

FLOWS = int(os.environ.get("FLOWS", "1000"))
FIRST_SEED = int(os.environ.get("FIRST_SEED", "1000"))


@pytest.mark.timeout(7200)
def test_a_thousand_random_flows_with_faults_end_with_clean_books(tmp_path: Path, stripe_server: Served) -> None:  # noqa: F811
    failed = run_flows(tmp_path, stripe_server, range(FIRST_SEED, FIRST_SEED + FLOWS))
    assert not failed, f"{len(failed)} of {FLOWS} failed. The first:\n{failed[0]}"
    print(f"{FLOWS} random flows, every one with clean books")
