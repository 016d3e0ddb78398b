"""What every file store promises."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from market.core.errors import NotFound
from market.core.files import FileStore, FolderStore
from market.core.ids import new_secret
from tests.fakes.memory_files import MemoryFiles


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    return FolderStore(tmp_path / "kept") if request.param == "folder" else MemoryFiles()


def test_what_was_put_is_given_back_under_a_name_that_tells_nothing(store: FileStore) -> None:
    first, second = store.put(b"one"), store.put(b"one")
    assert first != second
    assert (store.get(first), store.get(second)) == (b"one", b"one")


def test_it_can_be_read_as_a_stream(store: FileStore) -> None:
    with store.opened(store.put(b"one")) as stream:
        assert (stream.read(2), stream.read()) == (b"on", b"e")
    with pytest.raises(NotFound):
        store.opened("fil_" + "a" * 24)


def test_what_was_taken_away_is_gone_and_may_be_taken_away_again(store: FileStore) -> None:
    name = store.put(b"one")
    for _ in range(2):
        store.remove(name)
    with pytest.raises(NotFound):
        store.get(name)


def test_it_says_what_it_keeps_and_since_when(store: FileStore) -> None:
    assert list(store.kept()) == []
    name = store.put(b"one")
    ((kept, at),) = store.kept()
    assert kept == name
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)


@pytest.mark.parametrize("name", ["", "../secret", "fil_../../../etc/passwd00000", "/etc/passwd", "fil_" + "a" * 24])
def test_a_name_it_never_gave_leads_nowhere(store: FileStore, name: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    with pytest.raises(NotFound):
        store.get(name)
    with pytest.raises(NotFound):
        store.opened(name)
    store.remove(name)
    assert (tmp_path / "secret").exists()


def test_nobody_else_on_the_machine_may_read_the_folder_or_a_file(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "kept")
    name = store.put(b"one")
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0
    assert (tmp_path / "kept" / name).stat().st_mode & 0o077 == 0


def test_what_a_photograph_was_called_at_first_is_still_found(tmp_path: Path) -> None:
    name = f"{new_secret()}.jpg"
    (tmp_path / name).write_bytes(b"a picture")
    store = FolderStore(tmp_path)
    assert store.get(name) == b"a picture"
    assert [kept for kept, _ in store.kept()] == [name]
