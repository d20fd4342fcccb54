"""Packets become pictures again, and after a loss nothing broken is passed on."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from console.videod.depacketiser import Depacketiser, Format
from console.videod.unit import Codec, Unit
from tests.servers.rtsp import FRAMES, payloads, rtp

SETS = b"\0\0\0\1\x67sets"
Clip = list[list[bytes]]


def packets(clip: Clip, first: int = 0, count: int = FRAMES, sequence: int = 65_500) -> list[bytes]:
    """Some frames of the clip as a camera sends them; the sequence number wraps on the way."""
    sent: list[bytes] = []
    for number in range(first, first + count):
        parts = payloads(clip[number % FRAMES])
        for part_number, part in enumerate(parts, 1):
            sent.append(rtp(part, sequence + len(sent), number * 6000, marker=part_number == len(parts)))
    return sent


def received(sent: list[bytes]) -> list[Unit]:
    units: list[Unit] = []
    depacketiser = Depacketiser([Format(96, Codec.H264, SETS)], units.append)
    for at, packet in enumerate(sent):
        depacketiser.push([packet], at)
    return units


def test_every_unit_comes_out_as_it_went_in(h264_clip: Clip) -> None:
    units = received(packets(h264_clip))
    assert [unit.data.replace(b"\0\0\0\1", b"|") for unit in units] == [
        b"".join(b"|" + nal for nal in nals) for nals in h264_clip
    ]
    assert [unit.is_key for unit in units] == [number % 15 == 0 for number in range(FRAMES)]


def test_joining_in_the_middle_waits_for_the_key_frame(h264_clip: Clip) -> None:
    units = received(packets(h264_clip, first=4))
    assert units[0].is_key
    assert units[0].timestamp == 15 * 6000


def test_one_lost_packet_costs_everything_up_to_the_next_key_frame_and_nothing_more(h264_clip: Clip) -> None:
    sent = packets(h264_clip)
    lost = next(at for at, packet in enumerate(sent) if packet[4:8] == (5 * 6000).to_bytes(4, "big"))
    stamps = [unit.timestamp // 6000 for unit in received(sent[:lost] + sent[lost + 1 :])]
    assert stamps == [*range(5), *range(15, FRAMES)]


def test_a_gap_right_before_a_key_frame_does_not_cost_the_key_frame(h264_clip: Clip) -> None:
    sent = packets(h264_clip)
    last = max(at for at, packet in enumerate(sent) if packet[4:8] == (14 * 6000).to_bytes(4, "big"))
    stamps = [unit.timestamp // 6000 for unit in received(sent[:last] + sent[last + 1 :])]
    assert stamps == [*range(14), *range(15, FRAMES)]


def test_a_repeated_packet_changes_nothing(h264_clip: Clip) -> None:
    sent = packets(h264_clip)
    assert received([packet for one in sent for packet in (one, one)]) == [
        unit._replace(arrived_ns=unit.arrived_ns * 2) for unit in received(sent)
    ]


def test_a_camera_that_never_sets_the_marker_is_still_understood(h264_clip: Clip) -> None:
    unmarked = [bytes((packet[0], packet[1] & 0x7F)) + packet[2:] for packet in packets(h264_clip)]
    assert [unit.data for unit in received(unmarked)] == [unit.data for unit in received(packets(h264_clip))[:-1]]


def test_parameter_sets_of_the_description_are_put_before_a_key_frame_without_them(h264_clip: Clip) -> None:
    bare = [[nal for nal in nals if nal[0] & 31 not in (6, 7, 8)] for nals in h264_clip]
    units = received(packets(bare))
    assert units[0].data.startswith(SETS)
    assert not units[1].data.startswith(SETS)


def test_parameter_sets_sent_as_a_unit_of_their_own_are_kept(h264_clip: Clip) -> None:
    sets = [nal for nal in h264_clip[0] if nal[0] & 31 in (7, 8)]
    rest = [nal for nal in h264_clip[0] if nal[0] & 31 not in (7, 8)]
    units = received(packets([sets, rest, *h264_clip[1:]], count=2))
    assert len(units) == 1
    assert units[0].data.startswith(b"\0\0\0\1" + sets[0])


def test_a_padded_packet_with_extension_and_sources_gives_the_same_payload() -> None:
    head = bytes((0x80 | 0x20 | 0x10 | 1, 0x80 | 96)) + rtp(b"", 1, 2, marker=True)[2:]
    packet = head + b"srce" + b"\0\0\0\1exte" + b"\x65\x88picture" + b"\0\0\3"
    assert [unit.data for unit in received([packet])] == [SETS + b"\0\0\0\1\x65\x88picture"]


@given(st.lists(st.binary(max_size=80), max_size=30))
def test_random_packets_raise_nothing(sent: list[bytes]) -> None:
    received(sent)


@settings(max_examples=60)
@given(data=st.data())
def test_damaged_rtp_raises_nothing_and_the_next_key_frame_heals_it(h264_clip: Clip, data: st.DataObject) -> None:
    sent = packets(h264_clip, count=15)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(sent) - 1))
        cut = data.draw(st.integers(0, min(60, len(sent[at]))))
        sent[at] = sent[at][:cut] + data.draw(st.binary(max_size=40)) + sent[at][cut + data.draw(st.integers(0, 40)) :]
    units: list[Unit] = []
    depacketiser = Depacketiser([Format(96, Codec.H264, SETS)], units.append)
    for packet in sent:
        depacketiser.push([packet], 0)
    after = packets(h264_clip, first=15, count=15, sequence=65_500 + len(sent))
    again = packets(h264_clip, first=30, count=15, sequence=65_500 + len(sent) + len(after))
    for packet in [*after, *again]:
        depacketiser.push([packet], 1)
    assert [unit.timestamp // 6000 for unit in units if unit.arrived_ns][-15:] == list(range(30, 45))
