"""H.265 packets become pictures again, and a camera that changes its codec in the running stream is followed."""

from __future__ import annotations

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.videod.depacketiser import Depacketiser, Format
from console.videod.picture import size_of
from console.videod.unit import Codec, Unit
from tests.servers import h265
from tests.servers.rtsp import FRAMES, GOP, HEIGHT, WIDTH, payloads, rtp

Clip = list[list[bytes]]
START = b"\0\0\0\1"
NEW = Format(96, Codec.H265, b"")


def packets(
    clip: Clip, *, codec: Codec = Codec.H265, first: int = 0, count: int = FRAMES, sequence: int = 65_500,
    payload_type: int = 96,
) -> list[bytes]:  # fmt: skip
    sent: list[bytes] = []
    for number in range(first, first + count):
        nals = clip[number % FRAMES]
        parts = h265.payloads(nals) if codec is Codec.H265 else payloads(nals)
        for at, part in enumerate(parts, 1):
            last = at == len(parts)
            sent.append(rtp(part, sequence + len(sent), number * 6000, marker=last, payload_type=payload_type))
    return sent


def received(sent: list[bytes], *formats: Format) -> list[Unit]:
    units: list[Unit] = []
    depacketiser = Depacketiser(formats or (NEW,), units.append)
    for at, packet in enumerate(sent):
        depacketiser.push([packet], at)
    return units


def test_every_unit_comes_out_as_it_went_in(h265_clip: Clip) -> None:
    units = received(packets(h265_clip))
    assert [unit.data.replace(START, b"|") for unit in units] == [
        b"".join(b"|" + nal for nal in nals) for nals in h265_clip
    ]
    assert [unit.is_key for unit in units] == [number % GOP == 0 for number in range(FRAMES)]
    assert {unit.codec for unit in units} == {Codec.H265}


def test_packets_that_arrive_together_give_the_same_as_one_by_one(h265_clip: Clip) -> None:
    units: list[Unit] = []
    Depacketiser([NEW], units.append).push(packets(h265_clip), 7)
    assert [unit.data for unit in units] == [unit.data for unit in received(packets(h265_clip))]


def test_what_comes_out_can_be_decoded_from_each_key_frame(h265_clip: Clip) -> None:
    units = received(packets(h265_clip))
    assert [size_of(unit) for unit in units if unit.is_key] == [(WIDTH, HEIGHT)] * 2
    codec = av.VideoCodecContext.create("hevc", "r")
    frames = [frame for unit in units[GOP:] for frame in codec.decode(av.Packet(unit.data))]
    assert len([*frames, *codec.decode(None)]) == GOP


def test_one_lost_packet_costs_everything_up_to_the_next_key_frame_and_nothing_more(h265_clip: Clip) -> None:
    sent = packets(h265_clip)
    lost = next(at for at, packet in enumerate(sent) if packet[4:8] == (5 * 6000).to_bytes(4, "big"))
    stamps = [unit.timestamp // 6000 for unit in received(sent[:lost] + sent[lost + 1 :])]
    assert stamps == [*range(5), *range(GOP, FRAMES)]


def test_announced_parameter_sets_are_put_before_a_key_frame_without_them(h265_clip: Clip) -> None:
    bare = [[nal for nal in nals if h265.kind(nal) not in h265.SETS] for nals in h265_clip]
    units = received(packets(bare), Format(96, Codec.H265, b"|sets|"))
    assert units[0].data.startswith(b"|sets|")
    assert not units[1].data.startswith(b"|sets|")


@pytest.mark.parametrize("turns", [(Codec.H264, Codec.H265), (Codec.H265, Codec.H264)])
@pytest.mark.parametrize("payload_type", [96, 97])
def test_a_codec_that_changes_in_the_running_stream_is_followed(
    h264_clip: Clip, h265_clip: Clip, turns: tuple[Codec, Codec], payload_type: int
) -> None:
    clips = {Codec.H264: h264_clip, Codec.H265: h265_clip}
    before = packets(clips[turns[0]], codec=turns[0], count=5)
    sequence = 65_500 + len(before)
    after = packets(clips[turns[1]], codec=turns[1], first=FRAMES, sequence=sequence, payload_type=payload_type)
    formats = [Format(96, turns[0], b""), Format(97, turns[1], b"")]
    units = received(before + after, *formats[: 1 + (payload_type == 97)])
    assert [unit.codec for unit in units[:5]] == [turns[0]] * 5
    assert {unit.codec for unit in units[5:]} == {turns[1]}
    assert [unit.timestamp // 6000 for unit in units[-GOP:]] == list(range(FRAMES + GOP, 2 * FRAMES))
    assert all(size_of(unit) for unit in units if unit.is_key)
    if payload_type == 97:  # announced: not even the first key frame is lost
        assert len(units) == 5 + FRAMES


@given(st.lists(st.binary(max_size=80), max_size=30))
def test_random_packets_raise_nothing(sent: list[bytes]) -> None:
    received(sent)


@settings(max_examples=60)
@given(data=st.data())
def test_damaged_rtp_raises_nothing_and_a_later_key_frame_heals_it(h265_clip: Clip, data: st.DataObject) -> None:
    sent = packets(h265_clip, count=GOP)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(sent) - 1))
        cut = data.draw(st.integers(0, min(60, len(sent[at]))))
        sent[at] = sent[at][:cut] + data.draw(st.binary(max_size=40)) + sent[at][cut + data.draw(st.integers(0, 40)) :]
    whole = packets(h265_clip, first=GOP, count=3 * GOP, sequence=65_500 + len(sent))
    units: list[Unit] = []
    depacketiser = Depacketiser([NEW], units.append)
    for number, packet in enumerate([*sent, *whole]):
        depacketiser.push([packet], number)
    assert [unit.timestamp // 6000 for unit in units][-GOP:] == list(range(3 * GOP, 4 * GOP))
