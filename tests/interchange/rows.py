"""One ordinary row of a directory, as any dialect would read it."""

from typing import Any

from providers.interchange.entry import Entry, SaidPlace

EXMOUTH = SaidPlace(name="Glenorchy Hall", lines=("Exeter Road",), town="Exmouth", postcode="EX8 1QB")


def a_row(source_id: str = "1", title: str = "Exmouth Lunch Club", **facts: Any) -> Entry:
    """A free lunch club in a hall in Exmouth."""
    ordinary: dict[str, Any] = {
        "source_id": source_id,
        "title": title,
        "organisation": facts.pop("organisation", title),
        "organisation_id": f"of {source_id}",
        "description": "A hot lunch together every week.",
        "place": EXMOUTH,
        "free": True,
        "terms": ("Lunch clubs",),
    }
    return Entry(**ordinary | facts)
