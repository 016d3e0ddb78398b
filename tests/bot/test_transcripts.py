"""Every transcript comes out as it is written, word for word."""

import pytest

from tests.bot.transcripts import Transcript, replay, transcripts


@pytest.mark.parametrize("transcript", transcripts(), ids=lambda t: t.path.stem)
def test_the_conversation_goes_as_written(transcript: Transcript) -> None:
    assert replay(transcript) == transcript.lines


def test_there_are_enough_conversations_and_half_of_them_take_a_wrong_turn() -> None:
    every = transcripts()
    assert len(every) >= 20
    assert sum("wrong" in t.lines[0].lower() for t in every) >= len(every) // 3
