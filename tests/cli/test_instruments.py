"""The measuring commands with wrong input: a sentence that says what to do, and exit 2."""

from pathlib import Path

from typer.testing import CliRunner

from market.cli.main import app


def test_a_folder_that_is_not_there_is_said_before_anything_is_read(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["understand", "--out", str(tmp_path / "nowhere" / "said.jsonl")], input="{}")
    assert told.exit_code == 2
    assert "There is no folder" in told.output
