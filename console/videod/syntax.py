"""How H.264 (RFC 6184) and H.265 (RFC 7798) differ on the wire: NAL unit headers and kinds. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.videod.unit import Codec


@dataclass(frozen=True, slots=True)
class Syntax:
    """The numbers of one codec. A NAL unit's kind is `first byte >> shift & mask`."""

    codec: Codec
    header: int  # bytes of a NAL unit's header; a fragment's own header is the byte after it
    shift: int
    mask: int
    aggregate: int  # the kind of a packet that holds several NAL units
    fragment: int  # the kind of a packet that holds a part of one
    slices: frozenset[int]  # coded pictures
    keys: frozenset[int]  # … from which decoding can begin
    sets: frozenset[int]  # parameter sets
    sequence_set: int  # the parameter set without which a key frame needs those kept from before
    openers: frozenset[int]  # what may begin an access unit beside a picture's first slice
    aliens: frozenset[int]  # kinds no camera sends in this codec: the other codec's bytes look like this

    def kind(self, first: int) -> int:
        """The kind of a NAL unit that begins with this byte."""
        return first >> self.shift & self.mask


H264 = Syntax(
    Codec.H264, header=1, shift=0, mask=0x1F, aggregate=24, fragment=28,
    slices=frozenset(range(1, 6)), keys=frozenset({5}), sets=frozenset({7, 8}), sequence_set=7,
    openers=frozenset({6, 7, 9}), aliens=frozenset({0, 2, 3, 4, 30, 31}),
)  # fmt: skip
H265 = Syntax(
    Codec.H265, header=2, shift=1, mask=0x3F, aggregate=48, fragment=49,
    slices=frozenset(range(32)), keys=frozenset(range(16, 24)), sets=frozenset({32, 33, 34}), sequence_set=33,
    openers=frozenset({32, 33, 35, 39}), aliens=frozenset({*range(41, 48), *range(50, 64)}),
)  # fmt: skip
SYNTAXES = {Codec.H264: H264, Codec.H265: H265}
