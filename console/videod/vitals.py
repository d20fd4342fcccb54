"""Whether a stream's picture may be trusted: two stall clocks and the frame period. Pure; times are monotonic ns."""

from __future__ import annotations

from console.ports import CameraState, Detail
from console.videod.refusal import NoPicture

SECOND = 1_000_000_000
NO_PACKET_S = 4.0  # connected, and nothing comes
NO_KEY_S = 20.0  # packets come, and no picture can be made of them; real key frames are up to 10 s apart
NO_FRAME_S = 6.0  # pictures came, and stopped
KEY_NAMED_S = 1.0  # from here on the tile says that it waits for a key frame
PERIOD_LIMIT_S = 5.0  # a stream slower than this is stale between its frames, and says so


class Vitals:
    """One visit to a camera, from the answer to PLAY on."""

    def __init__(self, now_ns: int, stale_ms: int) -> None:
        self._stale_ns = stale_ms * 1_000_000
        self._playing_ns = now_ns
        self._packet_ns = self._frame_ns = self._first_frame_ns = 0
        self._period_ns = 0.0

    def packet(self, now_ns: int) -> None:
        """Something of the video stream arrived."""
        self._packet_ns = now_ns

    def frame(self, now_ns: int) -> None:
        """A whole access unit arrived that can be decoded."""
        gap = now_ns - self._frame_ns
        if self._frame_ns and gap < PERIOD_LIMIT_S * SECOND:
            self._period_ns = self._period_ns * 0.9 + gap * 0.1 if self._period_ns else float(gap)
        self._frame_ns = now_ns
        self._first_frame_ns = self._first_frame_ns or now_ns

    @property
    def live_s(self) -> float:
        """Seconds between the first frame of the visit and its last."""
        return (self._frame_ns - self._first_frame_ns) / SECOND

    @property
    def first_frame_ns(self) -> int:
        """Arrival of the first frame of the visit, 0 before it."""
        return self._first_frame_ns

    @property
    def stale_after_ns(self) -> float:
        """Age of the last frame from which the picture is stale: the rule's time, or three periods of a slow stream."""
        return max(self._stale_ns, 3 * self._period_ns)

    def is_fresh(self, now_ns: int) -> bool:
        """A frame came within the rule's time: there is nothing to judge."""
        return now_ns - self._frame_ns <= self._stale_ns

    def judge(self, now_ns: int) -> CameraState:
        """The state of the picture now. Raises NoPicture when waiting any longer is useless."""
        if self._frame_ns and now_ns - self._frame_ns <= self.stale_after_ns:
            return CameraState.LIVE
        if not self._packet_ns:
            return self._silent(now_ns)
        is_fed = now_ns - self._packet_ns <= self.stale_after_ns
        if not is_fed:
            return self._stalled(now_ns)
        since = now_ns - (self._frame_ns or self._playing_ns)
        if since > NO_KEY_S * SECOND:
            raise NoPicture(CameraState.WAITING_KEY, Detail.NO_KEY_FRAME, f"{NO_KEY_S:.0f}")
        return CameraState.WAITING_KEY if since > KEY_NAMED_S * SECOND else CameraState.CONNECTING

    def _silent(self, now_ns: int) -> CameraState:
        if now_ns - self._playing_ns > NO_PACKET_S * SECOND:
            raise NoPicture(CameraState.NO_SIGNAL, Detail.NOTHING_SENT)
        return CameraState.CONNECTING

    def _stalled(self, now_ns: int) -> CameraState:
        if now_ns - self._packet_ns > max(NO_FRAME_S * SECOND, 2 * self.stale_after_ns):
            silent_s = (now_ns - self._packet_ns) / SECOND
            raise NoPicture(CameraState.NO_SIGNAL, Detail.NOTHING_RECEIVED, f"{silent_s:.0f}")
        return CameraState.STALE if self._frame_ns else CameraState.WAITING_KEY
