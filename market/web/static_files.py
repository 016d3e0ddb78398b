"""Where the built files of `static/` are, and the address of each with a mark of its content."""

from functools import cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent / "static"


@cache
def static_url(name: str) -> str:
    """ "/static/css/alongside.css?v=1a2b3c4d": a new build is a new address, so browsers may keep files for a year."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"


@cache
def static_file(pattern: str) -> str:
    """The one built file that fits: "js/htmx-*.min.js" -> "js/htmx-4.0.1.min.js". Raises ValueError for none or two."""
    (found,) = STATIC.glob(pattern)
    return found.relative_to(STATIC).as_posix()
