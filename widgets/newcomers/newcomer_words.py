"""What the page of the new devices says: what each is, what it said last, how far it has got. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console.alarms import Alarm
from console.app import Console
from console.model import PointId, Sample, State, point_id
from console.newcomers import Newcomer, Stage
from widgets import theme
from widgets.checklist import Item
from widgets.placing import Placing
from widgets.words import Words

DAY_MS = 86_400_000


class NewcomerWords(QObject):
    """Asked at paint time."""

    def __init__(self, console: Console, placing: Placing, names: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._names = names

    # ---- a device ----

    def item(self, one: Newcomer) -> Item:
        """Its row."""
        alarm = self.alarm(one)
        state, ink = self.stage(one), "text.dim" if one.stage is Stage.REJECTED else "text.hi"
        if alarm is not None:
            state = self.tr("ALARM: %1").replace("%1", self._names.kind(alarm.kind))
            ink = f"alarm.{theme.PRIORITY_TOKENS[alarm.priority]}"
        name = " · ".join(filter(None, (one.title, self.kinds(one.kinds))))
        line = " · ".join(filter(None, ("/".join(one.key), self.make(one), self.said(one))))
        return Item("/".join(one.key), name, line, self.heard(one), state, ink=ink)

    def kinds(self, kinds: Sequence[str]) -> str:
        return ", ".join(self._names.kind(kind) for kind in kinds)

    def make(self, one: Newcomer) -> str:
        return " ".join(filter(None, (one.maker, one.model)))

    def stage(self, one: Newcomer) -> str:
        if one.is_gone:
            return self.tr("gone")
        return {
            Stage.WAITING: self.tr("not placed"),
            Stage.SIGNED: self.tr("signed, to be applied"),
            Stage.REJECTED: self.tr("rejected"),
            Stage.DONE: "",
        }[one.stage]

    def alarm(self, one: Newcomer) -> Alarm | None:
        """The gravest open alarm of the device."""
        open_ = (self._console.live.of(point_id(*one.key, kind)) for kind in one.kinds)
        return min((alarm for alarm in open_ if alarm is not None), key=lambda alarm: alarm.priority, default=None)

    # ---- what it said ----

    def samples(self, one: Newcomer) -> list[tuple[str, Sample]]:
        """Kind and newest word, of those it has said something of since the start."""
        found = ((kind, self._console.points.newest(PointId(point_id(*one.key, kind)))) for kind in one.kinds)
        return [(kind, sample) for kind, sample in found if sample is not None]

    def said(self, one: Newcomer) -> str:
        """What it said last."""
        return ", ".join(f"{self._names.kind(kind)}: {self._value(sample)}" for kind, sample in self.samples(one))

    def _value(self, sample: Sample) -> str:
        if sample.state is State.READING and isinstance(sample.value, int | float):
            return f"{sample.value:g} {sample.unit or ''}".strip()
        return {
            State.ALARM: self.tr("alarm"),
            State.NORMAL: self.tr("normal"),
            State.TROUBLE: self.tr("fault"),
            State.SUPERVISORY: self.tr("test or removed"),
            State.OFFLINE: self.tr("offline"),
        }.get(sample.state, str(sample.value))

    def heard(self, one: Newcomer) -> str:
        """When it was heard last, else since when it is known."""
        heard = max((sample.received_ms for _, sample in self.samples(one)), default=0)
        if heard:
            return self.tr("heard %1").replace("%1", self._moment(heard))
        return self.tr("since %1").replace("%1", self._moment(one.since_ms))

    def _moment(self, t_ms: int) -> str:
        moment = self._placing.local(t_ms)
        is_old = self._console.clock.now_ms() - t_ms > DAY_MS
        return moment.strftime("%m-%d %H:%M" if is_old else "%H:%M:%S")

    # ---- for the chosen one ----

    def facts(self, one: Newcomer) -> str:
        """Everything about it, line by line."""
        lines = [
            one.title, "/".join(one.key), self.make(one), self.said(one) or self.kinds(one.kinds), self.heard(one),
            self.tr("known since %1").replace("%1", self._placing.local(one.since_ms).strftime("%Y-%m-%d %H:%M")),
            self._how(one), self._decided(one),
        ]  # fmt: skip
        return "\n".join(dict.fromkeys(filter(None, lines)))

    def _how(self, one: Newcomer) -> str:
        if one.formerly:
            return self.tr("was heard as %1").replace("%1", one.formerly)
        return self.tr("announced by its bridge") if one.is_announced else self.tr("only heard, nobody announced it")

    def _decided(self, one: Newcomer) -> str:
        if not one.by.is_person:
            return ""
        text = self.tr("signed by %1, %2") if one.stage is Stage.SIGNED else self.tr("rejected by %1, %2: %3")
        if one.stage not in (Stage.SIGNED, Stage.REJECTED):
            return ""
        text = text.replace("%1", one.by.person).replace("%2", self._moment(one.at_ms))
        return text.replace("%3", one.reason)

    def summary(self, waiting: int, left_out: int) -> str:
        text = self.tr("%n device(s) without a place", "", waiting)
        if not left_out:
            return text
        return f"{text}\n" + self.tr("The list is full: %1 more were heard.").replace("%1", str(left_out))

    def refusal(self, code: str) -> str:
        """Why an act was refused."""
        return {
            "no_newcomer": self.tr("This device is not listed any more"),
            "not_waiting": self.tr("Somebody has decided about it already"),
            "not_rejected": self.tr("It is not rejected"),
            "no_reason": self.tr("Say why"),
            "no_kind": self.tr("Tick what it measures"),
            "no_name": self.tr("Give its name in both languages"),
            "no_place": self.tr("Click on the plan where it hangs"),
            "busy": self.tr("Another device is being written"),
        }.get(code) or self._names.refusal(code)
