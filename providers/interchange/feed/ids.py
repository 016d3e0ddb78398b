"""Ids as the standard wants them: a UUID for each of ours, always the same one."""

from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

_OURS = uuid5(NAMESPACE_URL, "https://alongside.example/open-referral")


@lru_cache(maxsize=65_536)
def feed_id(*parts: str) -> str:
    """The UUID of a thing of ours, named by its kind and its id: `feed_id("service", "lst_…")`."""
    return str(uuid5(_OURS, "/".join(parts)))
