"""A sentence becomes samples in a child of its own; one that cannot be read is answered too."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.model.sounds import SpeechOutcome
from console.sounds.synthesis import RATE, Samples
from console.talkd import speech
from console.talkd.speech import Reader


class Ear:
    """What became of each sentence."""

    def __init__(self) -> None:
        self.heard: list[Samples] = []
        self.failed: list[SpeechOutcome] = []
        self.reader = Reader(self.heard.append, self.failed.append)

    def has_answer(self) -> bool:
        return bool(self.heard or self.failed)


@pytest.mark.parametrize(("language", "text"), [("en", "Fire. East corridor."), ("zh_TW", "火警。東側走廊。")])
def test_a_sentence_is_read_in_its_language(qapp: QApplication, qtbot: QtBot, language: str, text: str) -> None:
    ear = Ear()
    ear.reader.read(text, language)
    qtbot.waitUntil(ear.has_answer, timeout=30_000)
    (samples,) = ear.heard
    assert RATE // 2 < len(samples) < 20 * RATE and np.abs(samples).max() > 10_000


def test_only_the_newest_sentence_is_answered(qapp: QApplication, qtbot: QtBot) -> None:
    ear = Ear()
    ear.reader.read("A very long sentence that nobody wants to hear any more " * 4, "en")
    ear.reader.read("Fire.", "en")
    qtbot.waitUntil(ear.has_answer, timeout=30_000)
    assert len(ear.heard) == 1 and len(ear.heard[0]) < 3 * RATE


def test_without_the_program_the_answer_says_so(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "PROGRAM", "no-such-program-here")
    ear = Ear()
    ear.reader.read("Fire.", "en")
    qtbot.waitUntil(ear.has_answer, timeout=30_000)
    assert ear.failed == [SpeechOutcome.NO_PROGRAM]
