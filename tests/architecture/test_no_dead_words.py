"""No words that nobody is ever shown: a phrase, a template or the words of a refusal that nothing uses are taken out."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from bot.phrases.languages import LANGUAGES
from market.web import refusal_words
from tests.architecture.test_shape import ROOT, sources

PHRASES = ROOT / "bot" / "phrases"
TEMPLATES = ROOT / "market" / "web" / "templates"
SAYING_THE_SAME = {"short.py", "polish.py", "punjabi.py"}
"""These say a phrase in other words. That does not make it one that is said."""
PICKED_BY_STATUS = "errors/"


@cache
def used_words() -> frozenset[str]:
    """Every name and text that code takes hold of, where it is not said again in other words."""
    found: set[str] = set()
    for path in sources():
        if path.name in SAYING_THE_SAME:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.add(node.id)
            elif isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)  # a table may hold the name of a phrase
    return frozenset(found)


def constants(file: Path) -> Iterator[str]:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        yield from (target.id for target in targets if isinstance(target, ast.Name) and target.id.isupper())


def unsaid(phrases: Path, used: frozenset[str]) -> list[str]:
    """The phrases of a folder that nothing uses."""
    files = [file for file in sorted(phrases.rglob("*.py")) if file.name not in SAYING_THE_SAME]
    return [f"{file.stem}.{name}" for file in files for name in constants(file) if name not in used]


def never_opened(templates: Path, used: str) -> list[str]:
    """The templates of a folder whose name stands nowhere."""
    names = (str(file.relative_to(templates)) for file in sorted(templates.rglob("*.html")))
    return [name for name in names if not name.startswith(PICKED_BY_STATUS) and f'"{name}"' not in used]


def all_that_names_templates() -> str:
    texts = [path.read_text(encoding="utf-8") for path in sources()]
    return "\n".join(texts + [path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")])


def test_every_phrase_is_said_somewhere() -> None:
    assert unsaid(PHRASES, used_words()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_says_what_is_no_longer_said_in_english(language: str) -> None:
    there = used_words()
    assert [phrase for phrase in LANGUAGES[language].phrases if phrase not in there] == []


def test_every_template_is_opened_somewhere() -> None:
    assert never_opened(TEMPLATES, all_that_names_templates()) == []


def raised() -> Iterator[str]:
    """Every name that code takes hold of where refusals are raised: not where they are defined or put into words."""
    for path in sources():
        if path.name == "errors.py" or "refusal_words" in path.parts or path.name == "refusals.py":
            continue
        yield from re.findall(r"\b[A-Z]\w+\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", [found.name for found in iter_modules(refusal_words.__path__)])
def test_every_refusal_that_has_words_is_raised_somewhere(module: str) -> None:
    words = import_module(f"{refusal_words.__name__}.{module}").WORDS
    assert sorted({refusal.__name__ for refusal in words} - set(raised())) == []


def test_the_look_for_dead_words_finds_them(tmp_path: Path) -> None:
    (tmp_path / "home.py").write_text('HELLO = "Hello."\nNEVER_SAID = "Boo."\n')
    (tmp_path / "shown.html").write_text("")
    (tmp_path / "forgotten.html").write_text("")
    assert unsaid(tmp_path, frozenset({"HELLO"})) == ["home.NEVER_SAID"]
    assert never_opened(tmp_path, 'page("shown.html")') == ["forgotten.html"]
