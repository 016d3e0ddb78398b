"""What somebody has said so far of a request, as typed. Kept from page to page, so that nothing is typed twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from starlette.datastructures import FormData

MOST_DATES = 6
LONGEST_NOTE = 400
WEEKLY, FORTNIGHTLY, DATES = "weekly", "fortnightly", "dates"
_PARTS = ("day", "month", "year")


def date_fields(name: str) -> tuple[str, ...]:
    """The three boxes of one date."""
    return tuple(f"{name}-{part}" for part in _PARTS)


STEPS: Mapping[str, tuple[str, ...]] = {
    # the page, and the fields that are typed on it
    "who": ("person",),
    "kind": ("kind",),
    "workers": ("workers",),
    "often": ("often",),
    "days": ("days",),
    "dates": tuple(name for n in range(1, MOST_DATES + 1) for name in date_fields(f"on{n}")),
    "times": ("start", "end"),
    "when": (*date_fields("from"), *date_fields("until")),
    "note": ("note",),
    "pot": ("pot",),
}
CHECK = "check"
BESIDE = ("shortlist", "need", "boxes")
OF_ONE_LISTING = ("kind", "workers", "pot", "note")
_KNOWN = {name for fields in STEPS.values() for name in fields} | set(BESIDE)


@dataclass(frozen=True)
class Draft:
    """A request in the making. `done` are the pages that have been answered."""

    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    done: tuple[str, ...] = ()

    @classmethod
    def of(cls, form: FormData) -> Self:
        """A whole draft that was carried in a form."""
        done = tuple(step for step in form.getlist("done") if isinstance(step, str) and step in STEPS)
        return cls(_values(form, _KNOWN), done)

    @classmethod
    def kept(cls, value: Any) -> Self:
        """A draft as it was kept, or an empty one when there is none that can be read."""
        if not isinstance(value, list) or len(value) != 2 or not isinstance(value[0], dict):
            return cls()
        typed = {name: tuple(map(str, many)) for name, many in value[0].items() if name in _KNOWN}
        return cls(typed, tuple(step for step in value[1] if step in STEPS))

    def as_kept(self) -> list[Any]:
        """The draft in plain lists, to be kept."""
        return [{name: list(many) for name, many in self.typed.items()}, list(self.done)]

    def one(self, name: str, default: str = "") -> str:
        """One typed value, without spaces around it."""
        values = self.typed.get(name, ())
        return values[0].strip() if values and values[0].strip() else default

    def many(self, name: str) -> tuple[str, ...]:
        """Every ticked value."""
        return self.typed.get(name, ())

    def date_boxes(self, name: str) -> dict[str, str]:
        """The three boxes of a date, as the date field takes them."""
        return {part: self.one(f"{name}-{part}") for part in _PARTS}

    def answering(self, step: str, form: FormData) -> Self:
        """With what was typed on one page. The other pages keep theirs."""
        others = {name: many for name, many in self.typed.items() if name not in STEPS[step]}
        return replace(self, typed=others | _values(form, STEPS[step]))

    def said(self, **values: str) -> Self:
        """With these values set."""
        return replace(self, typed=dict(self.typed) | {name: (value,) for name, value in values.items()})

    def with_done(self, *steps: str) -> Self:
        """With these pages answered."""
        return replace(self, done=tuple(dict.fromkeys((*self.done, *steps))))

    def reopened(self, step: str) -> Self:
        """With this page open again; what was typed on it stays."""
        return replace(self, done=tuple(one for one in self.done if one != step))

    def without(self, steps: Iterable[str]) -> Self:
        """With these pages open again, and nothing typed on them."""
        gone, fields = set(steps), {name for step in steps for name in STEPS[step]}
        typed = {name: many for name, many in self.typed.items() if name not in fields}
        return replace(self, typed=typed, done=tuple(step for step in self.done if step not in gone))

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        """Every value as a hidden field, so that a form says exactly what its page showed."""
        fields = [(name, value) for name, many in self.typed.items() for value in many]
        return (*fields, *(("done", step) for step in self.done))


def _values(form: FormData, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found = {name: tuple(value for value in form.getlist(name) if isinstance(value, str)) for name in names}
    return {name: many for name, many in found.items() if many}
