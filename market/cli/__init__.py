"""The command `alongside`. Exit 0 done, 1 refused or failed, 2 wrong use."""

from market.cli.main import main

__all__ = ["main"]
