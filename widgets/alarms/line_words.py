"""What the rows of the alarm table say: places, folded kinds, the state of an alarm and why it is as it is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.alarms import Alarm, Aside, OnTest, OutOfService, Reopening, Shown
from console.app import Console
from console.model import AlarmId, PointId
from widgets.alarms.lines import AlarmLine, FoldLine, Line, Place, PointLine
from widgets.placing import Placing, joined, span
from widgets.words import Words

BY_PERSON = "person"
NAMED_KINDS = 3  # of a fold, the others are counted


class LineWords(QObject):
    """Asked at paint time."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = Words(self)

    # ---- rows of a flood ----

    def place(self, place: Place) -> str:
        return self._placing.floor(*place) or self.tr("Site")

    def kinds(self, line: FoldLine) -> str:
        """What the folded alarms are, with how many of each."""
        named = line.kinds[:NAMED_KINDS]
        if len(line.kinds) == 1:
            return self._words.kind(named[0][0])
        texts = [f"{self._words.kind(kind)} {count}" for kind, count in named]
        if more := sum(count for _, count in line.kinds[NAMED_KINDS:]):
            texts.append(self.tr("others %1").replace("%1", str(more)))
        return " · ".join(texts)

    def short_title(self, alarm: Alarm, place: Place) -> str:
        """What and where below the head of its place, which is not said again."""
        where, here = self._placing.where(alarm), self._placing.floor(*place)
        for said in (here, here.replace(" ", "")):
            if said and where.startswith(said) and (rest := where[len(said) :].strip(" ,·")):
                return joined(self._placing.what(alarm), rest)
        return self._placing.title(alarm)

    def first(self) -> str:
        """The first that came in at its place."""
        return self.tr("FIRST")

    def fold_count(self, line: FoldLine) -> str:
        """How many there are, and how many of them nobody has seen."""
        if not line.unseen or line.unseen == line.count:
            return str(line.count)
        return f"{line.unseen} / {line.count}"

    def spoken(self, line: Line) -> str:
        """The whole row in one sentence, for who cannot see it and for tests."""
        match line:
            case AlarmLine(alarm, _):
                return self._placing.title(alarm)
            case PointLine():
                return self.point(line.point)
            case FoldLine():
                return f"{line.alarm_class.value} · {self.kinds(line)} · {line.count}"
            case _:
                return f"{self.place(line.place)} · {line.total}"

    # ---- a detector without an alarm ----

    def point(self, point: PointId) -> str:
        """Its name."""
        found = self._console.points.get(point)
        return self._placing.pick(found.name, found.name_en) if found is not None else point

    def duty(self, duty: OutOfService | OnTest) -> str:
        """Permit, what is done instead, and who did it."""
        if isinstance(duty, OnTest):
            return duty.by.person
        people = " + ".join(by.person for by in (duty.by, duty.second) if by is not None)
        return " · ".join((duty.permit, duty.measure, people))

    def duty_clock(self, duty: OutOfService | OnTest) -> str:
        """Until when."""
        text = self.tr("on test %1") if isinstance(duty, OnTest) else self.tr("out of service %1")
        return text.replace("%1", countdown(duty.until_ms - self._console.clock.now_ms()))

    # ---- one alarm ----

    def state(self, alarm: Alarm) -> str:
        """The right-hand column in full: the clock that runs, else the word for the state."""
        return self.clock(alarm) or self._words.shown(alarm.shown) + self._age(alarm)

    def short_state(self, alarm: Alarm) -> str:
        """The same where there is little room."""
        return self.clock(alarm) or self._words.row_state(alarm.shown) + self._age(alarm)

    def clock(self, alarm: Alarm) -> str:
        """A clock of the alarm that runs down, "" when none does."""
        now = self._console.clock.now_ms()
        if alarm.verify.is_running and alarm.aside is None:
            return self.tr("verify %1").replace("%1", countdown(alarm.verify.until_ms - now))
        if alarm.aside is Aside.SHELVED and alarm.shelved is not None:
            return self.tr("shelved %1").replace("%1", countdown(alarm.shelved.until_ms - now))
        duty = alarm.out_of_service or alarm.on_test
        return self.duty_clock(duty) if duty is not None else ""

    def _age(self, alarm: Alarm) -> str:
        lost = alarm.lost and alarm.shown in (Shown.UNKNOWN, Shown.UNACKNOWLEDGED)
        age = f" {span(self._console.clock.now_ms() - alarm.lost_ms)}" if lost else ""
        return age + (" *" if alarm.unsaved else "")

    def marks(self, alarm: Alarm) -> list[str]:
        """What is worth knowing of it besides, the most urgent first."""
        told = []
        if alarm.verify.is_expired and alarm.is_active:
            told.append(self.tr("verify expired: counts as real"))
        if alarm.heightened is not None:
            told.append(self.reopening(Reopening.HEIGHTENED))
        if alarm.acknowledged is None and alarm.reopened is not None and alarm.heightened is None:
            told.append(self.reopening(alarm.reopened.reason))
        if alarm.unowned_ms:
            told.append(self.tr("acknowledged, unowned"))
        if alarm.is_chattering:
            told.append(self.tr("chattering"))
        if alarm.is_stale:
            told.append(self.tr("stale"))
        return told

    def reopening(self, reason: Reopening) -> str:
        """Why it asks to be seen again."""
        return {
            Reopening.RERAISED: self.tr("came again"),
            Reopening.WORSE: self.tr("got worse"),
            Reopening.DECAY: self.tr("acknowledged, nothing done"),
            Reopening.PROMOTED: self.tr("2nd detector: fire"),
            Reopening.SHELF_ENDED: self.tr("shelf ended"),
            Reopening.UNSUPPRESSED: self.tr("cause gone"),
            Reopening.BACK_IN_SERVICE: self.tr("back in service"),
            Reopening.TEST_ENDED: self.tr("test ended"),
            Reopening.HEIGHTENED: self.tr("fire near it"),
        }[reason]

    def escalation(self, alarm: Alarm) -> str:
        """How far it went while nobody acknowledged it."""
        steps = (
            self.tr("second tone"), self.tr("every position and the walls"), self.tr("supervisor called"),
            self.tr("overdue"),
        )  # fmt: skip
        return steps[min(alarm.escalation, len(steps)) - 1]

    def heightening(self, alarm: Alarm) -> str:
        """Which rule makes it graver, and for which alarm."""
        graver = alarm.heightened
        return f"{graver.rule} · {self._placing.called(graver.cause)}" if graver is not None else ""

    def promotion(self, alarm: Alarm) -> str:
        """What made a fire alarm of the pre-alarm."""
        if alarm.promoted_by == BY_PERSON:
            return self.tr("a person said it is real")
        other = self._console.alarms.get(AlarmId(alarm.promoted_by))
        if other is not None:
            return self.tr("second detector: %1").replace("%1", self._placing.where(other))
        return self.tr("a second detector, or one that is not in service")

    def aside(self, alarm: Alarm) -> str:
        """Who put it aside and why, or which rule and for which alarm; "" while it is in the list."""
        duty = alarm.out_of_service or alarm.on_test
        if duty is not None:
            return self.duty(duty)
        if alarm.shelved is not None:
            return f"{alarm.shelved.by.person} · {alarm.shelved.reason}"
        if alarm.suppressed is not None:
            cause = self._console.alarms.get(alarm.suppressed.cause)
            return self.tr("because of: %1").replace("%1", self._placing.title(cause) if cause is not None else "")
        return ""


def until_next(left_ms: int) -> int:
    """ms until `countdown` says another second."""
    return (left_ms - 1) % 1000 + 1


def countdown(left_ms: int) -> str:
    """Minutes and seconds, hours where there are any; 0:00 when it is over."""
    seconds = -(-max(0, left_ms) // 1000)
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}"
    return f"{seconds // 60}:{seconds % 60:02d}"
