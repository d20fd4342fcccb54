"""What should be changed in a camera's settings, told from how its stream comes. Pure."""

from __future__ import annotations

from enum import StrEnum

from console.looks import StreamMeasured

KEY_LONG_S, KEY_SHORT_S = 4.0, 0.5
FEW_FPS, MANY_FPS = 5.0, 30.5
FAT_KBIT = 4_096.0  # of a stream that is kept ready and shown small
LARGE_PX = 1_280 * 720
LOSSES = 20  # gaps, from which the network is to be looked at


class Advice(StrEnum):
    """One thing an engineer should look at; the windows put words to it."""

    NONE = ""
    KEY_LONG = "key_long"  # a picture may be waited for as long as from key frame to key frame
    LOSSY = "lossy"
    FEW_FRAMES = "few_frames"
    FAT = "fat"  # too many bits for a sub-stream
    LARGE = "large"  # too many pixels for a sub-stream
    KEY_SHORT = "key_short"  # bandwidth is spent on key frames nobody needs
    TOO_MANY_FRAMES = "too_many_frames"


def advice_on(found: StreamMeasured) -> Advice:
    """The gravest thing, `NONE` when all is as it should be or nothing is known."""
    wrong = {
        Advice.KEY_LONG: found.key_s > KEY_LONG_S,
        Advice.LOSSY: found.lost >= LOSSES,
        Advice.FEW_FRAMES: 0 < found.fps < FEW_FPS,
        Advice.FAT: found.kbit_s > FAT_KBIT,
        Advice.LARGE: found.width * found.height > LARGE_PX,
        Advice.KEY_SHORT: 0 < found.key_s < KEY_SHORT_S,
        Advice.TOO_MANY_FRAMES: found.fps > MANY_FPS,
    }
    return next((advice for advice, is_so in wrong.items() if is_so), Advice.NONE)
