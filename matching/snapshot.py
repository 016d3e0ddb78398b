"""An index in one file: written beside and put in place in one step, read by mapping it into memory.

The file holds a header of plain values and flat arrays of numbers; nothing in it is ever run. It carries a mark of the
knowledge, the code and the encoder it was made with; with another mark it is not read at all. Processes that map the same
file share its pages.
"""

import hashlib
import zlib
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from matching.index import Index
from matching.knowledge.files import SEEDS
from matching.knowledge.library import Knowledge
from matching.packing import pack, unpack
from matching.settling import Layout, from_layout, layout, settled
from matching.vectors.bearing import shipped_for
from matching.vectors.hearing import Hearing

FORMAT: Final = b"alongside-index-1\n"
_ALIGNED: Final = 64
_UNCHECKED: Final = ("meanings-whole", "meanings-parts")
"""Vectors are too many to be read through at every start: of them only the lengths are checked."""


class SnapshotUnfit(Exception):
    """There is a snapshot, but not one to be used: broken, cut short, or of other knowledge, code or weights."""


@cache
def mark_of_code() -> str:
    """A mark of everything that decides what an index holds: the matcher's own code and its knowledge files."""
    digest = hashlib.sha256(FORMAT)
    code = sorted(Path(__file__).parent.rglob("*.py"))
    for path in (*code, *sorted(path for path in SEEDS.iterdir() if path.is_file())):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def mark(hearing: Hearing | None) -> str:
    """The mark of an index made here and now, with this encoder or none."""
    if hearing is None:
        return f"{mark_of_code()} no vectors"
    learnt = shipped_for(hearing.encoder.name)
    return f"{mark_of_code()} {hearing.encoder.name} {learnt.of if learnt else 'nothing learnt'}"


def save(index: Index, path: Path, facts: dict[str, Any]) -> Index:
    """Settle an index and write it, with whatever plain facts its owner wants to find again; the settled index."""
    laid = settled(index)
    arrays = layout(laid)
    header, at = [], 0
    for name, array in arrays.items():
        start = -(-at // _ALIGNED) * _ALIGNED
        checked = 0 if name in _UNCHECKED else zlib.crc32(np.ascontiguousarray(array).data)
        header.append((name, array.dtype.str, array.shape, start, checked))
        at = start + array.nbytes
    told = pack({"mark": mark(laid.hearing), "facts": facts, "arrays": header, "length": at})
    beside = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside.open("wb") as out:
        out.write(FORMAT + len(told).to_bytes(8, "big") + zlib.crc32(told).to_bytes(4, "big") + told)
        out.write(b"\0" * (-out.tell() % _ALIGNED))
        base = out.tell()
        for (_, _, _, start, _), array in zip(header, arrays.values(), strict=True):
            out.write(b"\0" * (base + start - out.tell()))
            out.write(np.ascontiguousarray(array).data)
        out.flush()
    beside.replace(path)
    return laid


def load(path: Path, knowledge: Knowledge, hearing: Hearing | None = None) -> tuple[Index, dict[str, Any]]:
    """The index of a snapshot, and its owner's facts. Raises `SnapshotUnfit`, and FileNotFoundError."""
    with path.open("rb") as file:
        start = file.read(len(FORMAT) + 12)
        if not start.startswith(FORMAT) or len(start) < len(FORMAT) + 12:
            raise SnapshotUnfit("another format")
        length, check = int.from_bytes(start[-12:-4], "big"), int.from_bytes(start[-4:], "big")
        told = file.read(length) if length <= path.stat().st_size else b""
    if len(told) != length or zlib.crc32(told) != check:
        raise SnapshotUnfit("a broken header")
    header = unpack(told)
    if header["mark"] != mark(hearing):
        raise SnapshotUnfit("other knowledge, code or weights")
    return from_layout(_arrays(path, header, len(start) + length), knowledge, hearing), dict(header["facts"])


def _arrays(path: Path, header: dict[str, Any], after: int) -> Layout:
    """The arrays of a file, mapped: what is changed in memory is never written back."""
    base = -(-after // _ALIGNED) * _ALIGNED
    if path.stat().st_size != base + header["length"]:
        raise SnapshotUnfit("cut short")
    whole = np.memmap(path, dtype=np.uint8, mode="c", offset=0)
    arrays: Layout = {}
    for name, kind, shape, start, check in header["arrays"]:
        dtype = np.dtype(kind)
        size = int(np.prod(shape)) * dtype.itemsize
        piece = np.asarray(whole[base + start : base + start + size])
        if name not in _UNCHECKED and zlib.crc32(piece.data) != check:
            raise SnapshotUnfit(f"broken: {name}")
        arrays[name] = piece.view(dtype).reshape(shape)
    return arrays
