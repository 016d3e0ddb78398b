"""Reading the county's files, and turning what is relative to today into dates. No database."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from market.core.places import SEEDS
from market.core.times import at_wall, wall_day

DEMO = SEEDS / "demo"
DAY_NUMBERS = {day: number for number, day in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
RULE_DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}

Table = dict[str, Any]


@dataclass(frozen=True)
class County:
    """Everything in the files, as it stands there."""

    authorities: tuple[Table, ...]
    accounts: tuple[Table, ...]
    people: tuple[Table, ...]
    providers: tuple[Table, ...]
    checks: tuple[Table, ...] = ()


def read_county(folder: Path = DEMO) -> County:
    """The whole county. Raises FileNotFoundError and tomllib.TOMLDecodeError as they are."""
    people = [_toml(path) for path in sorted((folder / "people").glob("*.toml"))]
    providers = [one for path in sorted((folder / "providers").glob("*.toml")) for one in _toml(path)["provider"]]
    return County(
        tuple(_toml(folder / "authorities.toml")["authority"]),
        tuple(_toml(folder / "accounts.toml")["account"]),
        tuple(people),
        tuple(providers),
        tuple(_toml(folder / "checks.toml")["checks"]),
    )


def _toml(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Today:
    """The day the county is seen from: every file counts from it."""

    now: datetime

    @property
    def day(self) -> date:
        return wall_day(self.now)

    def in_days(self, days: int) -> date:
        return self.day + timedelta(days=days)

    def moment(self, days: int) -> datetime:
        """That day, at nine in the morning in London."""
        return at_wall(self.in_days(days), time(9))

    def ago(self, days: int) -> datetime:
        """The same hour, `days` days from now (negative is past): never after now when `days` is not."""
        return self.now + timedelta(days=days)

    def weekday(self, week: int, day: str) -> date:
        """A weekday of a week counted from this one, which is week 0 and begins on its Monday."""
        monday = self.day - timedelta(days=self.day.weekday())
        return monday + timedelta(weeks=week, days=DAY_NUMBERS[day])


def clock(text: str) -> time:
    """`"08:30"` as a time."""
    return time.fromisoformat(text)
