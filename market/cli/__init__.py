"""The command `alongside`. Exit 0 done, 1 refused or failed, 2 wrong use."""

import os

# Before numpy is loaded: a need is a few dozen rows, which gain nothing from more threads; on a busy machine threads that wait
# for each other made a message a hundred times slower. Whoever wants more says so in the environment.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from market.cli.main import main

__all__ = ["main"]
