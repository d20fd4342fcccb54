"""The voice process's own judgement: when the gate shuts, in which order packets are played, whose microphone it is."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.clock import FakeClock
from console.errors import BackendError
from console.model import GroupId
from console.mumble import Place, Standing, Stood
from console.mumble.opus import FRAME, RATE, Encoder
from console.talk_words import GroupState, MicrophoneTrouble, PressEnd, TalkDetail, TalkState, TalkTone
from console.talkd.beep import Beep
from console.talkd.control import Connect, Know
from console.talkd.gate import GUARD_S, TAIL_S, Gate
from console.talkd.groups import Groups, Line, state_of
from console.talkd.jitter import AHEAD, DRY, MOST, Jitter, Missing, Packet
from console.talkd.ring import FLOOR_DBFS, FRAMES, Ring
from console.talkd.talker import Mix, Talker

LIMIT_S = 60.0

# ---- gate ----


def opened() -> Gate:
    gate = Gate(LIMIT_S)
    gate.open(1, 0.0)
    return gate


def test_a_gate_stays_open_while_the_key_is_said_to_be_held() -> None:
    gate = opened()
    for tenth in range(1, 590):
        gate.hold(1, tenth / 10)
        assert gate.due(tenth / 10) is None


def test_a_gate_of_which_nothing_is_said_is_due_after_half_a_second() -> None:
    gate = opened()
    assert gate.due(GUARD_S - 0.01) is None
    assert gate.due(GUARD_S) is PressEnd.GUARD


def test_a_gate_is_due_at_the_limit_however_well_the_key_is_held() -> None:
    gate = opened()
    gate.hold(1, LIMIT_S - 0.1)
    assert gate.due(LIMIT_S) is PressEnd.LIMIT


def test_after_the_key_is_up_the_last_words_pass_and_holding_it_changes_nothing() -> None:
    gate = opened()
    gate.let_go(1, 1.0)
    gate.hold(1, 1.1)
    assert gate.due(1.0 + TAIL_S / 2) is None
    assert gate.due(1.0 + TAIL_S) is PressEnd.RELEASED


def test_another_press_neither_holds_nor_releases_this_one() -> None:
    gate = opened()
    gate.hold(2, 0.4)
    gate.let_go(2, 0.4)
    assert gate.due(GUARD_S) is PressEnd.GUARD
    gate.shut()
    assert gate.due(99.0) is None


# ---- jitter ----


def played(jitter: Jitter, count: int) -> list[object]:
    return [jitter.take() for _ in range(count)]


def test_packets_are_played_in_the_order_they_were_spoken() -> None:
    jitter = Jitter()
    for sequence in (100, 104, 102):
        jitter.put(sequence, Packet(bytes([sequence])), False)
    assert played(jitter, 3) == [Packet(b"d"), Packet(b"f"), Packet(b"h")]


def test_packets_of_other_lengths_follow_each_other_without_holes() -> None:
    jitter = Jitter()
    for sequence, length in ((0, 6), (6, 1), (7, 4)):
        jitter.put(sequence, Packet(b"x", length), False)
    assert [getattr(piece, "length", None) for piece in played(jitter, 3)] == [6, 1, 4]


def test_a_missing_packet_is_named_with_the_one_after_it_and_comes_too_late() -> None:
    jitter = Jitter()
    jitter.put(0, Packet(b"a"), False)
    jitter.put(4, Packet(b"c"), False)
    assert played(jitter, 2) == [Packet(b"a"), Missing(b"c")]
    jitter.put(2, Packet(b"b"), False)
    assert played(jitter, 1) == [Packet(b"c")]


def test_a_talker_who_falls_silent_is_concealed_for_a_moment_and_then_over() -> None:
    jitter = Jitter()
    jitter.put(0, Packet(b"a"), False)
    assert played(jitter, DRY + 2) == [Packet(b"a"), *[Missing(b"")] * DRY, None]
    assert jitter.is_over


def test_after_the_last_word_nothing_is_concealed() -> None:
    jitter = Jitter()
    jitter.put(0, Packet(b"a"), False)
    jitter.put(2, Packet(b"b"), True)
    assert played(jitter, 3) == [Packet(b"a"), Packet(b"b"), None]
    assert jitter.is_over


def test_a_talker_who_starts_again_elsewhere_is_played_at_once() -> None:
    jitter = Jitter()
    jitter.put(0, Packet(b"a"), False)
    jitter.put(AHEAD * 4, Packet(b"z"), False)
    assert played(jitter, 1) == [Packet(b"z")]


@given(st.lists(st.tuples(st.integers(-2_000, 2_000), st.booleans()), max_size=200))
def test_whatever_comes_no_more_waits_than_may_and_it_ends(arrivals: list[tuple[int, bool]]) -> None:
    jitter = Jitter()
    for sequence, is_last in arrivals:
        jitter.put(sequence, Packet(b"x"), is_last)
        assert jitter.count <= MOST
    for _ in range(AHEAD):
        jitter.take()
    assert jitter.count == 0


# ---- talker ----


def test_what_never_came_is_counted_as_holes_and_the_length_is_that_of_what_was_said() -> None:
    talker = Talker(GroupId("fire"), "team", 1, 0, 0.0, first=50)
    opus = Encoder().encode(bytes(FRAME * 2))
    for sequence in (50, 52, 58, 60):
        talker.hear(sequence, opus, False, 0.0)
    assert (talker.holes, talker.length_ms) == (2, 120)


def test_a_hole_in_a_voice_is_filled_with_sound() -> None:
    encoder = Encoder()
    sine = 8_000 * np.sin(2 * np.pi * 440 * np.arange(FRAME * 12) / RATE)
    frames = [encoder.encode(sine[at : at + FRAME].astype("<i2").tobytes()) for at in range(0, len(sine), FRAME)]
    talker = Talker(GroupId("fire"), "team", 1, 0, 0.0, first=0)
    heard = []
    for number, opus in enumerate(frames):
        if number != 8:
            talker.hear(number * 2, opus, False, 0.0)
        if number >= 1 and (piece := talker.sound(False)) is not None:
            heard.append(piece)
    heard += list(itertools.takewhile(lambda piece: piece is not None, (talker.sound(False) for _ in range(5))))
    assert len(heard) == len(frames)
    assert np.abs(heard[8]).max() > 2_000


# ---- ring, beep ----


def test_the_ring_gives_whole_frames_and_keeps_the_last_200_ms() -> None:
    ring = Ring()
    count = 0
    for _ in range(47):  # fragments of 21.3 ms, as the sound server delivers them
        count += len(ring.add(bytes(1_024 * 2)))
    assert count == 47 * 1_024 // FRAME
    assert len(ring.last(99)) == FRAMES
    assert all(len(frame) == FRAME * 2 for frame in ring.last(99))


def test_the_level_is_the_peak_and_silence_has_none() -> None:
    ring = Ring()
    assert ring.dbfs() == FLOOR_DBFS
    ring.add((16_384 * np.ones(FRAME)).astype("<i2").tobytes())
    assert ring.dbfs() == pytest.approx(-6.0, abs=0.1)


@pytest.mark.parametrize("tone", TalkTone)
def test_every_signal_is_short_and_ends(tone: TalkTone) -> None:
    beep = Beep(tone)
    pieces = list(itertools.takewhile(lambda piece: piece is not None, (beep.sound() for _ in range(100))))
    assert 5 <= len(pieces) <= 30
    assert np.abs(np.concatenate(pieces)).max() < 32_768 / math.sqrt(2)  # type: ignore[arg-type]


# ---- states ----


def standing(standing: Standing, reason: TalkDetail = TalkDetail.NONE, **facts: object) -> Line:
    line = Line(GroupId("fire"), Place("Fire"), 0, stood=Stood(standing, reason))
    for name, value in facts.items():
        setattr(line, name, value)
    return line


@pytest.mark.parametrize(
    ("line", "microphone", "state"),
    [
        (standing(Standing.AWAY), None, TalkState.NOT_CONNECTED),
        (standing(Standing.AWAY), MicrophoneTrouble.UNPLUGGED, TalkState.NOT_CONNECTED),
        (standing(Standing.OPENING), None, TalkState.OPENING),
        (standing(Standing.REFUSED, TalkDetail.MUTED), None, TalkState.REFUSED),
        (standing(Standing.READY), None, TalkState.READY),
        (standing(Standing.READY), MicrophoneTrouble.UNPLUGGED, TalkState.DEVICE_LOST),
        (standing(Standing.READY), MicrophoneTrouble.NONE_THERE, TalkState.NO_MICROPHONE),
        (standing(Standing.READY, who="team"), None, TalkState.BUSY),
        (standing(Standing.READY, who="team", is_on_air=True), None, TalkState.ON_AIR),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_group_shows_what_a_press_would_meet_first(
    line: Line, microphone: MicrophoneTrouble | None, state: TalkState
) -> None:
    assert state_of(line, microphone) is state


def test_without_the_codec_every_group_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    def missing() -> None:
        raise BackendError("libopus.so.0 is missing: install the package libopus0")

    monkeypatch.setattr("console.talkd.groups.library", missing)
    told: list[GroupState] = []
    groups = Groups(FakeClock(), lambda _group, _voice: None, told.append)
    groups.connect(Connect("127.0.0.1", 9, "desk-1", ""))
    groups.know(Know("fire", "Fire", False))
    assert (told[-1].state, told[-1].detail) == (TalkState.REFUSED, TalkDetail.NO_CODEC)
    assert "libopus0" in told[-1].about
    assert groups.ready(["fire"]) == []


def test_what_waits_in_vain_is_caught_up_with_soon_in_words_and_at_once_in_silence() -> None:
    silence = np.zeros(FRAME * 300)
    sine = 8_000 * np.sin(2 * np.pi * 440 * np.arange(FRAME * 300) / RATE)

    def played_until_caught_up(said: Mix) -> list[Mix]:
        talker, encoder = Talker(GroupId("fire"), "team", 1, 0, 0.0, first=0), Encoder()
        pieces = [encoder.encode(each.astype("<i2").tobytes()) for each in said.reshape(-1, FRAME)]
        for number in range(5):  # at once: 80 ms always wait from now on
            talker.hear(number * 2, pieces[number], False, 0.0)
        played = []
        for number in range(5, 300):
            piece = talker.sound(False)
            assert piece is not None
            played.append(piece)
            talker.hear(number * 2, pieces[number], False, 0.0)
            if talker.jitter.count <= 4:
                break
        return played

    assert len(played_until_caught_up(silence)) <= 20
    caught_up = played_until_caught_up(sine)
    assert len(caught_up) <= 50
    assert np.abs(np.diff(np.concatenate(caught_up)[RATE // 50 :])).max() < 1_000  # not a click
