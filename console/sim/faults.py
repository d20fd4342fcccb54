"""What a simulated camera can be told to do wrong."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """One fault of one camera, both of its streams.

    STALL                connections stay open and requests are answered, but no more packets come
    ABORT                every connection to the camera is reset, and so is each new request
    UNAUTHORISED         401 for every request, whatever the credentials; running streams go on
    SILENT               nothing is answered any more and no packets come
    PLAY_SILENCE         PLAY is answered with 200, then nothing comes; streams already playing go on
    TCP_ONLY             SETUP for UDP is refused with 461
    NO_KEY_FRAME         key frames are left out: nobody can begin to decode
    RESOLUTION_CHANGE    the picture becomes 448×252 once that clip is made, at a key frame; back when cleared
    CODEC_CHANGE         H.264 becomes H.265 once that clip is made, or the other way round, at a key frame and under
                         the same payload number; back when cleared. Cameras that turn keep theirs
    WRONG_CLOCK          the wall clock in RTCP sender reports is an hour ahead
    SLOW_LINK            each viewer gets at most 64 kbit/s; what does not fit is thrown away by whole frames
    LOSSY                one packet in twenty is lost (UDP only)
    REORDER              neighbouring packets change places (UDP only)
    NOT_FOUND            404 for every request; running streams go on
    FROZEN               the encoder hangs: one and the same picture is sent for ever, in time and with new stamps
    """

    STALL = "stall"
    ABORT = "abort"
    UNAUTHORISED = "unauthorised"
    SILENT = "silent"
    PLAY_SILENCE = "play-silence"
    TCP_ONLY = "tcp-only"
    NO_KEY_FRAME = "no-key-frame"
    RESOLUTION_CHANGE = "resolution-change"
    CODEC_CHANGE = "codec-change"
    WRONG_CLOCK = "wrong-clock"
    SLOW_LINK = "slow-link"
    LOSSY = "lossy"
    REORDER = "reorder"
    NOT_FOUND = "not-found"
    FROZEN = "frozen"
