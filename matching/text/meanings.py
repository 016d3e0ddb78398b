"""Text as the needs layer compares it: set phrases made one word, words of one meaning made one, roots."""

from matching.text.same import MEANT, lost_verbs, together
from matching.text.words import is_content, stem, words


def meanings(text: str) -> list[str]:
    """The tokens the layer compares: set phrases made one, words of one meaning made one, roots."""
    joined = together(text)
    plain = [_root(word) for word in words(joined) if is_content(word)]
    return plain + [f"no~{_root(word)}" for word in lost_verbs(joined) if is_content(word)]


def _root(word: str) -> str:
    bare = word.removesuffix("'s")
    return stem(MEANT.get(bare, bare))
