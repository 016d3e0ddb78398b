"""When a register that gave no answer is asked again. No I/O."""

from datetime import timedelta

NO_REGISTER = "no register is set up here"
AGAIN_AFTER = timedelta(days=28)
"""After so long a number that was answered about is looked up again."""
AGAIN_IN = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6), timedelta(days=1))


def wait_after(tries: int) -> timedelta:
    """How long to leave a register that gave no answer, after so many tries: minutes, then hours, then a day each time."""
    return AGAIN_IN[min(max(tries, 1), len(AGAIN_IN)) - 1]
