"""The player's patience: what libvlc keeps to itself for too long is left behind and told."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from console.replays import CloseClip, PlayClip, PlayTrouble, ReplayFailed, ReplayWord, SnapClip
from console.videod.player import Player, snapshot, table
from console.videod.player.deck import Deck
from tests.waiting import wait_until


class Hanging(Deck):
    """A libvlc that never answers until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def load(self) -> None:
        self.let_go.wait(10)


class Outlet:
    """A slot nobody looks at."""

    def aim(self) -> int:
        return 0


def test_a_player_that_hangs_is_told_and_the_next_clip_gets_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(table, "CALL_S", 0.1)
    decks: list[Hanging] = []
    told: list[ReplayWord] = []

    def make() -> Hanging:
        decks.append(Hanging())
        return decks[-1]

    player = Player(tmp_path, lambda call, word: call(word), lambda _slot: Outlet(), told.append, make)  # type: ignore[arg-type,return-value]
    player.obey(PlayClip(1, 0, "evidence/a/b/c/d/e.mp4", ""))

    def ticked() -> bool:
        player.tick()
        return bool(told)

    wait_until(ticked, 3, "the player is given up")
    assert told == [ReplayFailed(1, PlayTrouble.HUNG, "")]
    player.obey(PlayClip(2, 0, "evidence/a/b/c/d/e.mp4", ""))
    assert len(decks) == 2
    decks[1].let_go.set()
    wait_until(lambda: len(told) == 2, 3, "the second clip's own answer")
    assert told[1].play == 2
    decks[0].let_go.set()
    player.close()


def test_a_word_of_a_clip_that_was_closed_concerns_nobody(tmp_path: Path) -> None:
    told: list[ReplayWord] = []
    later: list[tuple] = []
    player = Player(tmp_path, lambda *call: later.append(call), lambda _slot: Outlet(), told.append)  # type: ignore[arg-type,return-value]
    player.obey(PlayClip(1, 0, "nothing", ""))
    wait_until(lambda: later, 5, "the refusal")
    player.obey(PlayClip(2, 0, "nothing", ""))
    player.obey(CloseClip(2))
    for call, word in later[:1]:
        call(word)
    assert told == []
    player.close()


def test_the_strip_below_a_snapshot_says_camera_moment_alarm_and_that_it_is_a_replay() -> None:
    order = SnapClip(1, "z2m/a#smoke/1", 7, "东门", "Asia/Shanghai", "回放")
    assert snapshot.lines(1_795_000_000_123, order) == (
        "7  东门  ·  回放",
        "2026-11-18 11:06:40.123 +0000 UTC  ·  2026-11-18 19:06:40.123 +0800 Asia/Shanghai",
        "z2m/a#smoke/1",
    )
