"""What the page of what arrives says: sources, clocks, devices, readings and refusals, in words. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console.arrivals import Arrived, Refusal, SourceRow
from console.arrivals.ledger import HARMLESS
from console.arrivals.shown import shown
from console.config.schema import SourceConfig
from console.model import ConditionChanged, Reading, Rejected, State
from console.parse.field import SOURCE as UNITS
from widgets.arrivals.cure_words import CureWords
from widgets.columns import Cell
from widgets.placing import Placing, ahead, span
from widgets.words import Words

SKEWED_MS = 10_000  # a source whose clock is so far off is told in the colour of a fault
SHORT, LONG = 160, 1_200  # characters of a payload in the list, and below it
NAMED = 3  # readings and reasons named in one line
DAY_MS = 86_400_000
BREAK = "\u200b"  # of no width: JSON has no spaces, and a line has to end somewhere
INKS = {State.ALARM: "alarm.high", State.TROUBLE: "alarm.fault", State.OFFLINE: "alarm.fault", State.IGNORE: "text.dim"}


class ArrivalWords(QObject):
    """Asked at paint time."""

    def __init__(self, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._words = words
        self._cures = CureWords(self)

    # ---- a source ----

    def source(self, name: str) -> str:
        return {"": self.tr("no source"), UNITS: self.tr("units")}.get(name, name)

    def decoder(self, ecosystem: str) -> str:
        return self.tr("site rule") if ecosystem == "site" else ecosystem

    def source_heads(self) -> tuple[str, ...]:
        return (
            self.tr("source"), self.tr("decoder"), self.tr("per min"), self.tr("heard"), self.tr("clock"),
            self.tr("refused today"), self.tr("bridge and devices"),
        )  # fmt: skip

    def source_cells(self, row: SourceRow, now_ms: int) -> tuple[Cell, ...]:
        """One for each column; what needs somebody is in the colour of a fault."""
        skewed = row.clock_faults or (row.skew_ms is not None and abs(row.skew_ms) >= SKEWED_MS)
        ails = row.lost_bridges or row.devices.lost or row.devices.gone or row.devices.silent
        return (
            Cell(self.source(row.name), "text.hi"), Cell(self.decoder(row.ecosystem), "text.dim"),
            Cell(str(row.per_minute) if row.messages else ""), Cell(self.heard(row.last_ms, now_ms)),
            Cell(self.clock(row.skew_ms), "alarm.fault" if skewed else "text"),
            Cell(str(row.refused or ""), "alarm.fault" if row.is_deaf else "text"),
            Cell(self.devices(row), "alarm.fault" if ails else "text"),
        )  # fmt: skip

    def heard(self, at_ms: int, now_ms: int) -> str:
        """How long ago."""
        if not at_ms:
            return self.tr("never")
        return self.tr("now") if now_ms - at_ms < 1_500 else span(now_ms - at_ms)

    def clock(self, skew_ms: int | None) -> str:
        """How far the devices' clocks are ahead of ours."""
        if skew_ms is None:
            return ""
        if abs(skew_ms) >= DAY_MS:
            return self.tr("%1 d").replace("%1", f"{skew_ms / DAY_MS:+.0f}")
        return ahead(skew_ms)

    def devices(self, row: SourceRow) -> str:
        """Both levels: the bridge, then the devices behind it."""
        parts = [self._bridges(row)] if row.bridges else []
        told = row.devices
        counts = (
            (told.heard, self.tr("%1 heard")), (told.silent, self.tr("%1 silent")), (told.gone, self.tr("%1 offline")),
            (told.lost, self.tr("%1 lost with their bridge")), (told.unheard, self.tr("%1 not heard yet")),
            (row.forgotten, self.tr("%1 strange names forgotten")),
        )  # fmt: skip
        parts += [text.replace("%1", str(count)) for count, text in counts if count]
        return " · ".join(parts)

    def _bridges(self, row: SourceRow) -> str:
        lost = row.lost_bridges
        if not lost:
            return self.tr("bridge up") if len(row.bridges) == 1 else self.tr("%n bridge(s) up", "", len(row.bridges))
        since = self._placing.clock(lost[0].since_ms)
        return self.tr("BRIDGE LOST since %1").replace("%1", since)

    def about(self, row: SourceRow) -> str:
        """Why messages of the source are refused, the most frequent first."""
        if not row.refusals:
            return self.tr("Nothing refused today.")
        return "; ".join(self._refusal(each) for each in row.refusals[:NAMED])

    def _refusal(self, refusal: Refusal) -> str:
        text = self.tr("%1 passed over: %2") if refusal.is_harmless else self.tr("%1 refused: %2")
        return text.replace("%1", str(refusal.count)).replace("%2", self._words.rejection(refusal.reason))

    # ---- a message ----

    def message_heads(self) -> tuple[str, ...]:
        return (self.tr("time"), self.tr("topic"), self.tr("says"), self.tr("payload"))

    def message_cells(self, arrived: Arrived) -> tuple[Cell, ...]:
        text, ink = self.result(arrived)
        return (
            Cell(self._placing.clock(arrived.message.received_ms), "text.dim"), Cell(arrived.message.topic, "text.hi"),
            Cell(text, ink), Cell(shown(arrived.message.payload, SHORT), "text.dim"),
        )  # fmt: skip

    def result(self, arrived: Arrived) -> tuple[str, str]:
        """What became of it in a few words, and the colour they are in."""
        result = arrived.result
        if result is None:
            return self.tr("set aside: the program failed on it"), "alarm.fault"
        if isinstance(result, Rejected):
            word = self._words.rejection(result.reason)
            is_harmless = result.reason in HARMLESS
            return (word, "text.dim") if is_harmless else (self.tr("refused: %1").replace("%1", word), "alarm.fault")
        if not result:
            return self.tr("a unit's word"), "text"
        worst = min(result, key=lambda reading: list(INKS).index(reading.state) if reading.state in INKS else 9)
        said = list(dict.fromkeys(self.reading(each) for each in result))
        more = f" +{len(said) - NAMED}" if len(said) > NAMED else ""
        return ", ".join(said[:NAMED]) + more, INKS.get(worst.state, "text")

    def reading(self, reading: Reading) -> str:
        """Kind, value and state of one signal."""
        if reading.state is State.IGNORE:
            return self._ignored(reading)
        value = reading.value
        said = f"{value:g} {reading.unit or ''}".strip() if isinstance(value, int | float) else str(value or "")
        plain = reading.state in (State.READING, State.NORMAL) and not isinstance(value, bool) and said
        state = "" if plain else self._state(reading.state)
        words = ["" if isinstance(value, bool) else said, state]
        return self._told(self._kind(reading.kind), " ".join(filter(None, words)))

    def _kind(self, kind: str) -> str:
        """A signal, not what its alarm would be called."""
        signals = {
            "battery": self.tr("Battery"), "availability": self.tr("Availability"), "clock": self.tr("Clock"),
        }  # fmt: skip
        return signals.get(kind) or self._words.kind(kind)

    def _state(self, state: State) -> str:
        return {
            State.ALARM: self.tr("ALARM"), State.NORMAL: self.tr("normal"), State.TROUBLE: self.tr("fault"),
            State.SUPERVISORY: self.tr("supervisory"), State.OFFLINE: self.tr("offline"),
            State.READING: self.tr("reading"), State.IGNORE: self.tr("ignored"),
        }[state]  # fmt: skip

    def _ignored(self, reading: Reading) -> str:
        why = {
            "duplicate": self.tr("said before"), "late": self.tr("late: history only"),
            "historical": self.tr("history only"), "command": self.tr("a command"), "group": self.tr("a group"),
            "bridge_lost": self.tr("its bridge is lost"),
        }.get(reading.reason, reading.reason)  # fmt: skip
        return self.tr("ignored: %1").replace("%1", why) if why else self.tr("ignored")

    # ---- the chosen message ----

    def payload(self, arrived: Arrived) -> str:
        """As much as there is room for; bytes as hex."""
        size = self.tr("%n byte(s)", "", arrived.size)
        marks = [self.tr("retained")] if arrived.message.retained else []
        marks += [self.tr("sent again")] if arrived.message.dup else []
        text = shown(arrived.message.payload, LONG).replace(",", f",{BREAK}")
        return f"{' · '.join([size, *marks])} · {text}"

    def rule(self, arrived: Arrived, source: SourceConfig | None) -> str:
        """Which source takes it, and by which of its rules."""
        if source is None:
            return self.tr("No source takes this topic.") if arrived.result is not None else ""
        text = self.tr("source %1, decoder %2").replace("%1", source.name).replace("%2", self.decoder(source.ecosystem))
        if source.ecosystem != "site" or not isinstance(arrived.result, Sequence):
            return text
        kinds = dict.fromkeys(reading.kind for reading in arrived.result if reading.kind)
        return " · ".join([text, *(self._signal(source, kind) for kind in list(kinds)[:NAMED])])

    def _signal(self, source: SourceConfig, kind: str) -> str:
        """The signal of a site rule that gives this kind."""
        signals = {signal.kind: signal for signal in source.signals}
        signal = signals.get(kind) or signals.get("")
        where = (signal.value or self.tr("the text itself")) if signal is not None else "v"
        return self.tr("signal %1 from %2").replace("%1", kind).replace("%2", where)

    def outcome(self, arrived: Arrived) -> tuple[str, str]:
        """What it says and changes, or why not and what to do; with its colour."""
        text, ink = self.result(arrived)
        if isinstance(arrived.result, Rejected):
            detail = f" ({arrived.result.detail})" if arrived.result.detail else ""
            cure = self._cures.cure(arrived.result.reason)
            return f"{text}. {cure}{detail}".strip(), ink  # the detail last: of a long line the end is cut
        changed = ", ".join(self._change(change) for change in arrived.changes[:NAMED])
        return (f"{text} → {changed}" if changed else text), ink

    def _change(self, change: ConditionChanged) -> str:
        condition = {
            "active": self.tr("active"), "normal": self.tr("back to normal"), "unknown": self.tr("unknown"),
        }[change.condition.value]  # fmt: skip
        return self._told(self._words.kind(change.kind), condition)

    def _told(self, what: str, said: str) -> str:
        return self.tr("%1: %2").replace("%1", what).replace("%2", said)
