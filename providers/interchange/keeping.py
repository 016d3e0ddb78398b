"""Files handed in for an import, kept in a file store until they are brought in, or nobody has for a month.

Several files sent together are several tables of one list, so that they are kept together, as one zip.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from sqlmodel import Session

from market.core.files import FileStore
from market.core.retention import keep_months
from market.core.times import wall_day
from providers.accreditation.rules import trusted_until
from providers.interchange import queries
from providers.interchange.dialects.bundle import Bundle, is_zip, zipped

IMPORTS = "imports"
RETENTION = "upload_not_sent"
_NAME = re.compile(r"[^\w.-]+")
_UNNAMED_FOR = timedelta(days=1)


def keep(store: FileStore, files: Sequence[tuple[str, bytes]]) -> str:
    """Keep files together. Gives the name to find them by, which tells nothing of what they were called."""
    if len(files) == 1 and is_zip(files[0][1]):
        return store.put(files[0][1])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in dict(_named(files)).items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return store.put(packed.getvalue())


def kept(store: FileStore, kept_as: str, name: str = "") -> Bundle:
    """What was handed in; `name` is what to call it. Raises `NotFound` when it is there no more, `FileUnreadable`."""
    return zipped(lambda: store.opened(kept_as), name or "the file")


def tidy(session: Session, store: FileStore, now: datetime) -> int:
    """Delete what was handed in a month ago and never brought in, and what no import names. Nightly. Returns how many."""
    handed_in, months = queries.files_named(session), keep_months(RETENTION)
    gone = 0
    for name, at in store.kept():
        begun = handed_in.get(name)
        last = trusted_until(wall_day(begun), months) if begun else None
        if (last is not None and wall_day(now) > last) or (begun is None and now - at > _UNNAMED_FOR):
            store.remove(name)
            gone += 1
    return gone


def _named(files: Sequence[tuple[str, bytes]]) -> Sequence[tuple[str, bytes]]:
    """Their own names without folders, since tables are known by them."""
    tidied = [_NAME.sub("_", PurePosixPath(name.replace("\\", "/")).name).lstrip(".")[-80:] for name, _ in files]
    return [(name or "file", content) for name, (_, content) in zip(tidied, files, strict=True)]
