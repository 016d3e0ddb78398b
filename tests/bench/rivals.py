"""What somebody would pick instead: SQLite FTS5, bm25s and plain rapidfuzz, each given the same texts."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s  # type: ignore[import-untyped]
from rapidfuzz import fuzz, process

from matching.text.words import content_stems, is_content
from matching.text.words import words as tokens

Ask = Callable[[str], object]


def fts5(file: Path, texts: Sequence[str]) -> Ask:
    """SQLite's own full-text search: stems, ranked by BM25, any of the words that tell (without that it takes four times as long)."""
    connection = sqlite3.connect(file)
    connection.execute("CREATE VIRTUAL TABLE o USING fts5(words, tokenize = 'porter')")
    connection.executemany("INSERT INTO o VALUES (?)", ((text,) for text in texts))

    def ask(words: str) -> object:
        query = " OR ".join(f'"{word}"' for word in tokens(words) if is_content(word))
        if not query:
            return ()
        return connection.execute("SELECT rowid FROM o WHERE o MATCH ? ORDER BY rank LIMIT 10", (query,)).fetchall()

    return ask


def sparse_bm25(texts: Sequence[str]) -> Ask:
    """bm25s over our own stems."""
    retriever = bm25s.BM25()
    retriever.index([content_stems(text) for text in texts], show_progress=False)

    def ask(words: str) -> object:
        stems = content_stems(words)
        return retriever.retrieve([stems], k=min(10, len(texts)), show_progress=False) if stems else ()

    return ask


def fuzzy(texts: Sequence[str]) -> Ask:
    """rapidfuzz over whole texts."""
    return lambda words: process.extract(words, texts, scorer=fuzz.token_set_ratio, limit=10)
