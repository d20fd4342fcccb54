"""The lamps of the header: which links, cameras and points are well, each with a word or a number."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from console.app import Console
from widgets import lettering
from widgets.placing import Placing
from widgets.talk.words import minutes
from widgets.words import Words

LINKS = ("broker", "store", "video", "audio")


@dataclass(frozen=True, slots=True)
class Lamp:
    """`state` as `shapes.lamp` draws it; the word never needs more room than `Lamps.room`."""

    name: str
    state: str
    word: str


class Lamps(QObject):
    """Asked at paint time."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words

    def all(self) -> list[Lamp]:
        voice = [self._voice()] if self._console.talking.is_on else []
        return [*(self._link(kind) for kind in LINKS), *voice, self._cameras(), self._points(), *self._consoles()]

    def room(self, *, words: bool) -> int:
        """Width of the widest text a lamp may ever carry, px: no lamp moves when its state changes."""
        texts = [lamp.name for lamp in self.all()]
        if words:
            cameras, points = self._console.pictures.total, self._console.points.count().total
            texts += [
                self._lost("00:00"),
                self._unused(),
                self._silenced(),
                self._behind(),
                self.on_air(),
                self._sandbox(),
                f"{cameras}/{cameras}",
                f"{points}/{points}",
            ]
        return max(lettering.width("note", text) for text in texts) + 2

    def _link(self, kind: str) -> Lamp:
        link, name = self._console.links.get(kind), self._words.link(kind)
        if link is None:
            return Lamp(name, "unused", self._unused())
        if kind == "audio" and link.up and self._console.sounding.is_silenced:
            return Lamp(name, "part", self._silenced())
        if kind == "broker" and link.up and self._is_behind():
            return Lamp(name, "part", self._behind())
        if link.up:
            return Lamp(name, "up", self.tr("up"))
        return Lamp(name, "lost", self._lost(self._placing.clock(link.since_ms)[:5]))

    def _voice(self) -> Lamp:
        """ON AIR exactly when our voice goes out; else how many groups could hear it."""
        talking, name = self._console.talking, self.voice_name()
        if self._console.drilling.is_shown and not talking.button.is_on_air:
            return Lamp(name, "up", self._sandbox())
        if talking.button.is_on_air:
            return Lamp(self.on_air(), "air", minutes(talking.button.elapsed_ms))
        targets = talking.targets()
        there = sum(target.is_connected for target in targets)
        state = "lost" if not there else "part" if there < len(targets) or talking.lost is not None else "up"
        return Lamp(name, state, f"{there}/{len(targets)}")

    def voice_name(self) -> str:
        return self._words.link("voice")

    def cameras_name(self) -> str:
        return self._words.link("cameras")

    def _sandbox(self) -> str:
        return self.tr("sandbox")

    def on_air(self) -> str:
        """Same word as on the talk button."""
        return self.tr("ON AIR")

    def _lost(self, since: str) -> str:
        return self.tr("lost %1").replace("%1", since)

    def _is_behind(self) -> bool:
        """Whether messages wait at the broker because more come than can be taken."""
        intake = self._console.links.get("intake")
        return intake is not None and not intake.up

    def _behind(self) -> str:
        return self.tr("behind")

    def _silenced(self) -> str:
        return self.tr("silenced")

    def _unused(self) -> str:
        return self.tr("not used")

    def _cameras(self) -> Lamp:
        live, total = self._console.pictures.live, self._console.pictures.total
        state = "up" if live == total else "part" if live else "lost"
        return Lamp(self.cameras_name(), state, f"{live}/{total}")

    def _consoles(self) -> list[Lamp]:
        """How many consoles of the room live, ours counted; a console that is alone has no such lamp."""
        others = [other for other in self._console.sharing.presence.others() if not other.has_left]
        if not others:
            return []
        living = 1 + sum(other.is_alive for other in others)
        state = "up" if living > len(others) else "part" if living > 1 else "lost"
        return [Lamp(self._words.link("consoles"), state, f"{living}/{len(others) + 1}")]

    def _points(self) -> Lamp:
        """Without the broker nobody knows how many points are well."""
        count = self._console.points.count()
        heard = count.heard if self._console.links.is_up("broker") else 0
        state = "up" if heard == count.total else "part" if heard else "lost"
        return Lamp(self._words.link("points"), state, f"{heard}/{count.total}")
