"""The voice protocol: what is said arrives, and nothing a hostile server sends is believed or fatal."""

from __future__ import annotations

import os
import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.mumble import packets
from console.mumble.messages import (
    FRAME_LIMIT,
    Authenticate,
    ChannelState,
    CryptSetup,
    Ping,
    UserRemove,
    UserState,
    Version,
    framed,
    taken,
    tunnelled,
)
from console.mumble.ocb2 import Ocb2
from console.mumble.opus import FRAME, BadOpus, Decoder, Encoder, length_ms
from console.mumble.roster import DEPTH, NAME_LENGTH, Roster
from console.mumble.wire import REPEATS, BadMessage, decode, encode

KEY, A, B = bytes(range(16)), bytes(16), bytes([9] * 16)


def ends() -> tuple[Ocb2, Ocb2]:
    return Ocb2(KEY, A, B), Ocb2(KEY, B, A)


# ---- control channel ----

MESSAGES = [
    Version(66_304, "Watchroom", "Linux"), Authenticate("队长", "secret", ("one", "two"), True), Ping(2**63 + 1),
    ChannelState(3, 0, "消防一队"), UserState(7, "team", 3, mute=False, suppress=True), CryptSetup(KEY, A, B),
]  # fmt: skip


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_every_message_arrives_as_it_was_said(message: object) -> None:
    assert decode(type(message), encode(message)) == message


def test_messages_are_taken_out_whole_however_the_network_cut_them() -> None:
    stream = b"".join(framed(message) for message in MESSAGES) + tunnelled(b"voice")
    buffer, found = bytearray(), []
    for at in range(0, len(stream), 7):
        buffer += stream[at : at + 7]
        found += list(taken(buffer))
    assert found == [*MESSAGES, b"voice"]
    assert not buffer


def test_a_message_of_a_kind_we_do_not_know_is_left_out() -> None:
    buffer = bytearray(struct.pack(">HI", 24, 2) + b"\x08\x01" + framed(Ping(5)))
    assert list(taken(buffer)) == [Ping(5)]


def test_a_frame_that_is_too_long_is_refused_before_it_has_come() -> None:
    with pytest.raises(BadMessage):
        list(taken(bytearray(struct.pack(">HI", 9, FRAME_LIMIT + 1))))


def test_a_field_that_repeats_without_end_is_refused() -> None:
    with pytest.raises(BadMessage):
        decode(Authenticate, b"\x1a\x01x" * (REPEATS + 1))


@given(st.binary(max_size=300))
def test_no_bytes_on_the_control_channel_raise_anything_else(data: bytes) -> None:
    for number in range(26):
        buffer = bytearray(struct.pack(">HI", number, len(data)) + data)
        try:
            list(taken(buffer))
        except BadMessage as error:
            assert len(str(error)) < 40  # its own words, never the bytes


# ---- who is where ----


def filled() -> Roster:
    roster = Roster()
    for channel, parent, name in ((0, 0, "Root"), (1, 0, "Site"), (2, 1, "Fire"), (3, 1, "Guard"), (4, 2, "Fire")):
        roster.channel_changed(ChannelState(channel, parent, name))
    for session, name, channel in ((10, "zoe", 2), (11, "adam", 2), (12, "guard", 3), (13, "deep", 4)):
        roster.user_changed(UserState(session, name, channel))
    return roster


def test_a_channel_is_found_by_its_path_and_only_by_it() -> None:
    roster = filled()
    assert [roster.find(path) for path in ("", "Site", "Site/Fire", "Site/Fire/Fire", "Fire", "Site/fire")] == [
        0, 1, 2, 4, None, None,
    ]  # fmt: skip


def test_people_are_those_of_the_channel_without_ourselves_and_below_it_where_asked() -> None:
    roster = filled()
    assert [each.name for each in roster.people(2, 10)] == ["adam"]
    assert [each.name for each in roster.people(2, 0, with_below=True)] == ["adam", "deep", "zoe"]
    roster.user_gone(UserRemove(11))
    assert [each.name for each in roster.people(2, 10)] == []


def test_names_are_cut_and_lose_what_cannot_be_printed() -> None:
    roster = filled()
    roster.user_changed(UserState(10, "\x1b[31m" + "x" * 500))
    assert roster.users[10].name == ("[31m" + "x" * 500)[: NAME_LENGTH - 1]


def test_channels_that_are_their_own_parents_end_nowhere() -> None:
    roster = Roster()
    roster.channel_changed(ChannelState(5, 6, "a"))
    roster.channel_changed(ChannelState(6, 5, "b"))
    assert roster.find("/".join(["a", "b"] * DEPTH)) is None
    assert roster.people(5, 0, with_below=True) == ()


# ---- voice channel ----


@given(st.integers(0, 2**63), st.binary(max_size=300), st.booleans())
def test_what_we_say_is_read_as_what_it_was(sequence: int, opus: bytes, is_last: bool) -> None:
    said = packets.spoken(sequence, opus, is_last)
    heard = packets.read(said[:1] + packets.varint(77) + said[1:])  # the server puts in who speaks
    assert heard == packets.Heard(77, sequence, opus, is_last)


@given(st.binary(max_size=1_100))
def test_no_voice_packet_raises_anything_else(packet: bytes) -> None:
    packets.is_ping(packet)
    try:
        heard = packets.read(packet)
    except packets.BadPacket:
        return
    assert heard is None or len(heard.opus) <= len(packet)


@given(st.binary(max_size=200))
def test_what_one_end_encrypts_the_other_understands(text: bytes) -> None:
    us, them = ends()
    assert them.decrypt(us.encrypt(text)) == text
    assert us.decrypt(them.encrypt(text)) == text


@pytest.mark.parametrize("length", [15, 16, 17, 31, 32, 33, 160])
def test_digital_silence_is_understood_though_its_zeros_are_broken_up(length: int) -> None:
    us, them = ends()
    heard = them.decrypt(us.encrypt(bytes(length)))
    assert heard is not None
    assert sum(bin(byte).count("1") for byte in heard) <= 1


def test_packets_may_be_lost_or_overtaken_and_none_counts_twice() -> None:
    us, them = ends()
    sent = [us.encrypt(f"word {n}".encode()) for n in range(1, 600)]
    for n in (1, 2, 5, 4, 3, 100, 200, 199, 320):
        assert them.decrypt(sent[n - 1]) == f"word {n}".encode()
    assert (them.good, them.late) == (9, 3)
    for n in (200, 199, 320):
        assert them.decrypt(sent[n - 1]) is None


@given(st.binary(max_size=100))
def test_a_forged_packet_is_nothing_and_leaves_the_real_one_readable(forged: bytes) -> None:
    us, them = ends()
    assert them.decrypt(forged) is None
    assert them.decrypt(us.encrypt(b"real")) == b"real"


def test_after_a_resync_both_ends_are_in_step_again() -> None:
    us, them = ends()
    for _ in range(1_000):
        us.encrypt(b"lost")
    assert them.decrypt(us.encrypt(b"x" * 20)) is None
    them.resync(us.nonce)
    assert them.decrypt(us.encrypt(b"y" * 20)) == b"y" * 20


@pytest.mark.parametrize("lengths", [(15, 16, 16), (16, 0, 16), (16, 16, 17)])
def test_keys_of_another_length_are_refused(lengths: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError):
        Ocb2(*(bytes(length) for length in lengths))


# ---- codec ----


def test_a_lost_packet_is_concealed_with_as_much_sound() -> None:
    encoder, decoder = Encoder(), Decoder()
    spoken = [encoder.encode(os.urandom(FRAME * 2)) for _ in range(5)]
    for opus in spoken[:4]:
        assert len(decoder.decode(opus)) == FRAME * 2
    assert len(decoder.conceal(spoken[4])) == len(decoder.conceal()) == FRAME * 2


@given(st.binary(max_size=200))
def test_no_packet_breaks_the_decoder(opus: bytes) -> None:
    with suppress(BadOpus):
        assert len(Decoder().decode(opus)) % 2 == 0
    with suppress(BadOpus):
        assert 10 <= length_ms(opus) <= 120


def test_a_packet_says_how_much_sound_it_holds() -> None:
    opus = Encoder().encode(bytes(FRAME * 2))
    assert length_ms(opus) == 20
    assert [length_ms(bytes((toc, 3))) for toc in (0 << 3, 3 << 3, 1 << 3 | 1, 15 << 3, 31 << 3 | 3)] == [
        10, 60, 40, 20, 60,
    ]  # fmt: skip
