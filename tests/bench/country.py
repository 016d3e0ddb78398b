"""Large markets made of a small one: copies with varied words, then the country over, each in another place.

A copy's vector is its original's plus seeded noise, brought back to length one: it is not encoded, but it is as
different from its original as two listings of one kind are.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.cells import cell_of
from matching.columns import Reach
from matching.index import POSTINGS, Index
from matching.offering import Offering, Point
from matching.packing import pack, packed_offering, unpack, unpacked_offering
from matching.postings import Floats
from matching.settling import Layout, from_layout, layout, settled
from matching.sieve import Sieve
from matching.vectors.hearing import Hearing
from matching.vectors.meanings import Meanings

WIDE, HIGH = 300_000, 430_000
"""Metres: about the area of England."""
COMES = 24_000
"""How far the copies of what comes anywhere come: a hundred copies of one telephone line would be none."""
NOISE = 0.48
"""Length of the noise beside a vector of length one: the cosine of a copy and its original is about 0.9."""


def copies(originals: Sequence[Offering], count: int) -> list[Offering]:
    """Copies with a word in seven left out and the rest of some sentences in another order, over 100 miles."""
    chance = random.Random(1)
    made = []
    for number in range(count):
        one = originals[number % len(originals)]
        first = number < len(originals)
        shift = Point(chance.randint(-80_000, 80_000), chance.randint(-80_000, 80_000))
        points = tuple(Point(p.easting + shift.easting, p.northing + shift.northing) for p in one.points)
        said = one.description if first else " ".join(_varied(part, chance) for part in one.description.split(". "))
        made.append(replace(one, id=f"{one.id}_{number}", description=said, points=points))
    return made


def _varied(sentence: str, chance: random.Random) -> str:
    words = [word for word in sentence.split() if chance.random() > 0.15]
    if chance.random() < 0.3:
        chance.shuffle(words)
    return " ".join(words).rstrip(".") + "."


class Neighbour:
    """Vectors for copies: an original's, which were truly encoded, with noise for each copy."""

    def __init__(self, hearing: Hearing, originals: Index) -> None:
        self.hearing = hearing
        whole, _, starts, parts, helps, surely = originals.hearing.meanings.layout() if originals.hearing else ()
        self._borne: tuple[npt.NDArray[Any], npt.NDArray[Any]] = helps, surely
        self._whole: Floats = whole
        self._starts: npt.NDArray[Any] = starts
        self._parts: npt.NDArray[Any] = parts
        self._slots = originals.slot_by_id

    def hears(self, ids: Sequence[str]) -> Hearing:
        """Ears that have been asked nothing yet, over the vectors of copies."""
        heard = self.hearing
        return Hearing(heard.encoder, heard.layer, self.meanings(ids), heard.voices, ear=heard.ear)

    def meanings(self, ids: Sequence[str]) -> Meanings:
        """The vectors of copies, in the order of their ids, laid out flat."""
        chance = np.random.default_rng(1)
        slots = np.array([self._slots[name.rsplit("_", 1)[0]] for name in ids])
        width = self._whole.shape[1]
        whole = np.empty((len(ids), width), dtype=np.float32)
        for start in range(0, len(ids), 10_000):
            some = self._whole[slots[start : start + 10_000]]
            noisy = some + chance.standard_normal(some.shape, dtype=np.float32) * np.float32(NOISE / width**0.5)
            whole[start : start + 10_000] = noisy / np.linalg.norm(noisy, axis=1, keepdims=True)
        counts = np.diff(self._starts)[slots]
        starts = np.cumsum([0, *counts]).astype(np.int64)
        parts = np.empty((int(starts[-1]), width), dtype=np.int8)
        for start in range(0, len(ids), 10_000):
            end = min(start + 10_000, len(ids))
            of = [np.arange(self._starts[slot], self._starts[slot + 1]) for slot in slots[start:end]]
            some = self._parts[np.concatenate(of)].astype(np.int16)
            some += chance.integers(-24, 25, some.shape, dtype=np.int16)
            parts[starts[start] : starts[end]] = np.clip(some, -127, 127)
        there = np.ones(len(ids), dtype=np.bool_)
        borne = (column[slots] for column in self._borne)
        return Meanings.laid_out(self.hearing.meanings.encoder, whole, there, starts, parts, *borne)


def country(base: Index, times: int, neighbour: Neighbour | None = None) -> Index:
    """The base so many times over, every copy in a place of its own."""
    laid = layout(settled(base))
    chance = random.Random(2)
    number, ids = len(base), unpack(laid["ids"].tobytes())
    names: list[str] = []
    pieces: list[bytes] = []
    cells, reach = np.empty(number * times, dtype=np.int32), Reach()
    block, starts = laid["offerings-block"], laid["offerings-starts"]
    for time in range(times):
        for slot, name in enumerate(ids):
            one = unpacked_offering(block[starts[slot] : starts[slot + 1]].tobytes())
            moved = _moved(one, f"{name}~{time}", chance, anywhere=not time)
            cells[len(names)] = cell_of(moved)
            reach.add(len(names), moved)
            names.append(moved.id)
            pieces.append(packed_offering(moved))
    flat = _flat(names, pieces, cells, reach, laid, times)
    made = settled(from_layout(flat, base.knowledge))
    if neighbour is not None:
        made.hearing = neighbour.hears([name.rsplit("~", 1)[0] for name in made.ids])
    return made


def _moved(one: Offering, name: str, chance: random.Random, *, anywhere: bool) -> Offering:
    spot = Point(chance.randrange(WIDE), chance.randrange(HIGH))
    first = one.points[0] if one.points else spot
    shift = Point(spot.easting - first.easting, spot.northing - first.northing)
    points = [Point(p.easting + shift.easting, p.northing + shift.northing) for p in one.points or (first,)]
    travel = one.travel_metres if one.travel_metres is not None or anywhere else COMES
    return replace(one, id=name, points=tuple(points) if travel is not None else one.points, travel_metres=travel)


def _flat(
    names: list[str], pieces: list[bytes], cells: npt.NDArray[Any], reach: Reach, laid: Layout, times: int
) -> Layout:
    order_less = np.frombuffer(pack(names), dtype=np.uint8)
    flat: Layout = {
        **laid,
        "ids": order_less,
        "cells": cells,
        "offerings-block": np.frombuffer(b"".join(pieces), dtype=np.uint8),
        "offerings-starts": np.cumsum([0, *map(len, pieces)]).astype(np.int64),
        "readings-block": np.tile(laid["readings-block"], times),
        "readings-starts": np.cumsum([0, *np.tile(np.diff(laid["readings-starts"]), times)]).astype(np.int64),
        **{name: np.tile(laid[name], times) for name in ("lengths", "leanings", "providers")},
        **{name: np.concatenate([laid[name]] * times) for name in (f"sieve-{part}" for part in Sieve.PARTS)},
        **{f"reach-{name}": part for name, part in zip(Reach.PARTS, reach.rows(), strict=True)},
    }
    for name in POSTINGS:
        slots, weights = laid[f"{name}-slots"], laid[f"{name}-weights"]
        starts, counts = laid[f"{name}-starts"], np.diff(laid[f"{name}-starts"])
        many = np.empty(len(slots) * times, dtype=np.int32), np.empty(len(slots) * times, dtype=np.float32)
        within = np.arange(len(slots)) - np.repeat(starts[:-1], counts)
        for time in range(times):
            to = np.repeat(starts[:-1] * times + counts * time, counts) + within
            many[0][to], many[1][to] = slots + time * (len(laid["lengths"])), weights
        flat |= {f"{name}-starts": starts * times, f"{name}-slots": many[0], f"{name}-weights": many[1]}
    return flat
