"""How long one message takes to understand on one core, beside folding the same text a hundred times in the same run, unremembered."""

import json
import statistics
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.understanding import understand
from matching.danger import Alarm
from matching.plain import fold
from matching.vectors.alarm import alarm_of
from matching.vectors.minilm import installed

SETS = Path(__file__).resolve().parents[1] / "bot" / "understanding" / "sets"
AIM_MEDIAN_MS, AIM_P99_MS = 15, 60
BASELINE_TIMES = 100
MOST_TIMES_BASELINE = 3.0


def milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def at_hand() -> Alarm:
    weights = installed()
    assert weights is not None, "the weights are in requirements-vectors.lock"
    found = alarm_of(weights)
    assert found is not None
    return found


@pytest.mark.bench
@pytest.mark.parametrize("with_alarm", [False, True], ids=["words", "alarm"])
def test_a_message_is_understood_in_milliseconds(with_alarm: bool) -> None:
    alarm = at_hand() if with_alarm else None
    rows = [json.loads(line) for name in "abcde" for line in (SETS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    for row in rows[:20]:
        understand(row["text"], role=row["role"], now=datetime.fromisoformat(row["now"]), alarm=alarm)
    took, baseline = [], []
    for row in rows:
        now = datetime.fromisoformat(row["now"])
        took.append(milliseconds(lambda r=row, n=now: understand(r["text"], role=r["role"], now=n, alarm=alarm)))  # type: ignore[misc]
        baseline.append(milliseconds(lambda r=row: [fold.__wrapped__(r["text"]) for _ in range(BASELINE_TIMES)]))  # type: ignore[misc]
    median, p99 = statistics.median(took), statistics.quantiles(took, n=100)[98]
    ratio = median / statistics.median(baseline)
    print(f"\n{len(rows)} messages: median {median:.1f} ms, p99 {p99:.1f} ms, {ratio:.2f} of a hundred foldings")
    assert ratio < MOST_TIMES_BASELINE
    assert median < AIM_MEDIAN_MS
    assert p99 < AIM_P99_MS
