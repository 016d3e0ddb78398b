"""A page of the feed, as the standard wraps it. Pure."""

from collections.abc import Sequence
from typing import Any, TypeVar

Thing = TypeVar("Thing")


def slice_of(things: Sequence[Thing], page: int, per_page: int) -> Sequence[Thing]:
    """What stands on a page; nothing past the end."""
    return things[(page - 1) * per_page : page * per_page]


def wrapped(contents: Sequence[Any], *, total: int, page: int, per_page: int) -> dict[str, Any]:
    """The page wrapper around what stands on it."""
    pages = -(-total // per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": page >= pages,
        "empty": not contents,
        "contents": list(contents),
    }
