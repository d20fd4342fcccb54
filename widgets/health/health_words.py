"""What the page of the cameras' health says: states, figures, views and what to see to, in words. GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from console.health import Advice, CameraHealth
from console.ports import Detail
from console.truth.judge import Fault
from widgets.placing import Placing, ahead, span
from widgets.words import Words

CODECS = {"h264": "H.264", "hevc": "H.265"}
DAY_MS = 86_400_000


class HealthWords(QObject):
    """Asked at paint time."""

    def __init__(self, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._words = words

    # ---- the camera ----

    def name(self, row: CameraHealth) -> str:
        return self._placing.camera(row.camera)

    def place(self, row: CameraHealth) -> str:
        """Building and floor."""
        return self._placing.floor(row.camera.building, row.camera.floor)

    def state(self, row: CameraHealth) -> str:
        if row.picture.detail is Detail.DELAYED:
            return self.tr("delayed")
        return self._words.camera_state(row.picture.state)

    def since(self, row: CameraHealth, now_ms: int) -> str:
        """Since when: the time of today, else the day."""
        moment = self._placing.local(row.picture.since_ms)
        return moment.strftime("%m-%d" if now_ms - row.picture.since_ms > DAY_MS else "%H:%M:%S")

    def age(self, row: CameraHealth, now_ms: int) -> str:
        """Of its newest picture."""
        age_ms = row.age_ms(now_ms)
        if age_ms is None:
            return ""
        return f"{age_ms / 1000:.1f} s" if age_ms < 10_000 else span(age_ms)

    # ---- the stream ----

    def fps(self, row: CameraHealth) -> str:
        return f"{row.stream.fps:.0f}" if row.stream is not None and row.stream.fps else ""

    def rate(self, row: CameraHealth) -> str:
        """kbit/s."""
        return f"{row.stream.kbit_s:.0f}" if row.stream is not None and row.stream.kbit_s else ""

    def key(self, row: CameraHealth) -> str:
        """From key frame to key frame."""
        return f"{row.stream.key_s:.1f} s" if row.stream is not None and row.stream.key_s else ""

    def coded(self, row: CameraHealth) -> str:
        """Codec and size of the picture."""
        if row.stream is None:
            return ""
        codec = CODECS.get(row.stream.codec, row.stream.codec)
        size = f"{row.stream.width}×{row.stream.height}" if row.stream.width else ""
        return f"{codec} {size}".strip()

    def way(self, row: CameraHealth) -> str:
        """How its pictures come; encrypted and nobody looked at the certificate, it says so."""
        way = row.stream.transport if row.stream is not None else ""
        return self.tr("TLS, not checked") if way == "tls-unverified" else way.upper()

    def lost(self, row: CameraHealth) -> str:
        return str(row.stream.lost) if row.stream is not None else ""

    def again(self, row: CameraHealth) -> str:
        return str(row.reconnects) if row.stream is not None else ""

    def clock(self, row: CameraHealth) -> str:
        """How far its clock is ahead of ours."""
        if row.clock is None:
            return ""
        if abs(row.clock.ms) >= DAY_MS:
            return self.tr("%1 d").replace("%1", f"{row.clock.ms / DAY_MS:+.0f}")
        return ahead(row.clock.ms)

    # ---- what should be seen to ----

    def care(self, row: CameraHealth) -> str:
        """The gravest thing, in a few words; "" when all is well."""
        if not row.is_live:
            return self.tr("no picture")
        if row.view is not None and row.view.fault is not None:
            return self.fault(row.view.fault)
        if row.is_clock_wrong:
            return self.tr("clock wrong")
        return self.advice(row.advice)

    def fault(self, fault: Fault) -> str:
        return {
            Fault.MOVED: self.tr("moved"),
            Fault.COVERED: self.tr("covered, or smoke"),
            Fault.DARK: self.tr("dark"),
            Fault.DEFOCUSED: self.tr("out of focus"),
            Fault.FROZEN: self.tr("encoder frozen"),
        }[fault]

    def advice(self, advice: Advice) -> str:
        return self._short()[advice]

    def _short(self) -> Mapping[Advice, str]:
        return {
            Advice.NONE: "",
            Advice.KEY_LONG: self.tr("key frames too far apart"),
            Advice.LOSSY: self.tr("packets lost"),
            Advice.FEW_FRAMES: self.tr("few pictures a second"),
            Advice.FAT: self.tr("too many bits"),
            Advice.LARGE: self.tr("too large a picture"),
            Advice.KEY_SHORT: self.tr("key frames too close"),
            Advice.TOO_MANY_FRAMES: self.tr("too many pictures a second"),
        }

    def cure(self, row: CameraHealth) -> str:
        """What to do about it, in a sentence."""
        if not row.is_live or (row.view is not None and row.view.fault is not None) or row.is_clock_wrong:
            return ""
        return {
            Advice.NONE: "",
            Advice.KEY_LONG: self.tr("Set the key frame interval (GOP) to 2 s; switch smart codecs off."),
            Advice.LOSSY: self.tr("Look at the network: cable, duplex, a full switch port, Wi-Fi."),
            Advice.FEW_FRAMES: self.tr("Give the small stream 10 to 15 pictures a second; look at its light."),
            Advice.FAT: self.tr("Give the small stream about 512 kbit/s."),
            Advice.LARGE: self.tr("This is the main stream: enter the address of the sub-stream."),
            Advice.KEY_SHORT: self.tr("A key frame every 2 s is enough."),
            Advice.TOO_MANY_FRAMES: self.tr("15 pictures a second are enough on a wall."),
        }[row.advice]

    def view(self, row: CameraHealth, every_s: float) -> str:
        """What is thought of its view, for the line of the chosen camera."""
        watch = row.view
        if every_s <= 0:
            return self.tr("views are not watched")
        if watch is None or watch.view is None:
            return self.tr("view not looked at yet")
        if not watch.known:
            return self.tr("view is being learnt")
        text = self.tr("view %1 % as known, %2 references").replace("%2", str(len(watch.known)))
        return text.replace("%1", f"{100 * watch.verdict.likeness:.0f}")

    # ---- heads ----

    def heads(self) -> tuple[str, ...]:
        """Of the columns, in their order."""
        return (
            self.tr("no."), self.tr("camera"), self.tr("state"), self.tr("since"), self.tr("age"), self.tr("fps"),
            self.tr("kbit/s"), self.tr("key"), self.tr("codec"), self.tr("by"), self.tr("lost"), self.tr("again"),
            self.tr("clock"), self.tr("to see to"),
        )  # fmt: skip

    def cells(self, row: CameraHealth, now_ms: int) -> tuple[str, ...]:
        """One text for each column."""
        return (
            str(row.camera.number), self.name(row), self.state(row), self.since(row, now_ms), self.age(row, now_ms),
            self.fps(row), self.rate(row), self.key(row), self.coded(row), self.way(row), self.lost(row),
            self.again(row), self.clock(row), self.care(row),
        )  # fmt: skip
