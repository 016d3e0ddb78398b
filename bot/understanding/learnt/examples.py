"""The example messages that intents are learnt from: text in files beside this one, a message a line.

All are invented for learning and none stands in a set that understanding is measured on.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("examples")
ASIDES = Path(__file__).with_name("asides.txt")
ROLES = {"C": "customer", "S": "supporter", "P": "provider", "B": "broker"}


@dataclass(frozen=True)
class Example:
    """A message somebody might send, the role they have, and what it asks for."""

    role: str
    intent: str
    text: str


def examples(lines: Iterable[str]) -> list[Example]:
    """Examples from lines of role|intent|text; empty lines and those that start with # are notes."""
    split = (line.strip().split("|", 2) for line in lines if line.strip() and not line.startswith("#"))
    return [Example(ROLES[role], intent, text) for role, intent, text in split]


def all_examples() -> list[Example]:
    """Every example, each once, in the order of the files."""
    told = [e for file in sorted(FOLDER.glob("*.txt")) for e in examples(file.read_text(encoding="utf-8").splitlines())]
    return list(dict.fromkeys(told))


def all_asides() -> list[Example]:
    """What people say before the point, once for each role that may say it; alone it asks for nothing."""
    lines = (line.strip().split("|", 1) for line in ASIDES.read_text(encoding="utf-8").splitlines())
    return [Example(ROLES[r], "out_of_scope", told[1]) for told in lines if len(told) == 2 for r in told[0]]


def mark_of(told: Iterable[Example]) -> str:
    """A short digest of the examples, kept beside what was learnt so that a test can tell when to learn again."""
    text = "\n".join(f"{e.role}|{e.intent}|{e.text}" for e in told)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
