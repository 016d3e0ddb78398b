"""Shapes that the form macros hand to GOV.UK Frontend: labels, choices, dates, links to errors. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

DATE_PARTS = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))
Option = Sequence[str]


def field_label(words: str, heading: bool = False, legend: bool = False) -> dict[str, Any]:
    """A label or legend; with `heading` it is the page's h1 as well, for pages that ask one thing."""
    kind = "govuk-fieldset__legend" if legend else "govuk-label"
    return {"text": words, "classes": f"{kind}--{'l' if heading else 's'}", "isPageHeading": heading}


def field_items(options: Sequence[Option]) -> list[dict[str, Any]]:
    """Choices from (value, words) or (value, words, hint)."""
    return [
        {"value": value, "text": words, "hint": {"text": hint[0]} if hint else None} for value, words, *hint in options
    ]


def date_items(value: date | Mapping[str, str] | None, error: str | None = None) -> list[dict[str, Any]]:
    """The three boxes of a date, filled from a date or from what was typed."""
    typed = {part: str(getattr(value, part)) for part, _, _ in DATE_PARTS} if isinstance(value, date) else value or {}
    wrong = " govuk-input--error" if error else ""
    return [
        {"name": part, "label": label, "value": typed.get(part, ""), "classes": f"govuk-input--width-{width}{wrong}"}
        for part, label, width in DATE_PARTS
    ]


def error_links(errors: Mapping[str, str]) -> list[dict[str, str]]:
    """Each error as a link to its field; "" is an error of the whole form."""
    return [{"text": text, "href": f"#{name}"} if name else {"text": text} for name, text in errors.items()]


def typed_boxes(name: str, values: Mapping[str, str]) -> dict[str, str]:
    """What was typed into the three boxes of a date, for showing it again."""
    return {part: values.get(f"{name}-{part}", "") for part, _, _ in DATE_PARTS}


FORM_VALUES = {
    "typed_boxes": typed_boxes,
    "field_label": field_label,
    "field_items": field_items,
    "date_items": date_items,
    "error_links": error_links,
}
