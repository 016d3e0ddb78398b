"""Words are cut to their stems by several threads at once without breaking one another."""

import sys
import threading

from matching.text.words import stem


def test_stems_are_the_same_whoever_else_is_at_work() -> None:
    words = [
        f"{word}{end}"
        for word in ("walk", "garden", "visit", "allot", "comfort")
        for end in ("ing", "ed", "s", "ments")
    ]
    expected = {word: stem(word) for word in words}
    wrong: list[object] = []
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)

    def work() -> None:
        try:
            for _ in range(60):
                stem.cache_clear()
                wrong.extend(word for word in words if stem(word) != expected[word])
        except Exception as broken:
            wrong.append(broken)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    sys.setswitchinterval(interval)
    assert wrong == []
