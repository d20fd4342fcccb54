"""A console that starts while its journal's server is away: it shows, keeps and says so, and learns what it missed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest

from console.alarms import Outcome
from console.alarms.afterwards import ANSWERS_MS
from console.announce import Announcer
from console.app import Console
from console.backends.store import absence, sql
from console.backends.store.read import JournalReader
from console.backends.store.sql import SqlStore
from console.clock import FakeClock
from console.inbox import Inbox
from console.model import AlarmClass, AlarmId, Condition, ConditionChanged, Heard, LinkUp, PointId
from console.model import Seat as Place
from tests.servers.postgresql import Server
from tests.waiting import wait_until
from tests.widgets.desk import LEAKAGE, SMOKE
from tests.widgets.drilling import DRILL_SITE

FIRE, LEAK = AlarmId(f"{SMOKE}/1"), AlarmId(f"{LEAKAGE}/1")
BACK_S = 30.0


class Position:
    """A console on that journal, with a spool of its own; its clock moves when told to."""

    def __init__(self, journal: str, folder: Path, name: str, clock: FakeClock) -> None:
        self.clock, self.inbox, self.log = clock, Inbox(), StringIO()
        self.spool = folder / f"journal-{name}.jsonl"
        self.store = SqlStore(journal, name, self.inbox, clock, lambda _: None, spool=self.spool)
        self.store.open()
        self.console = Console(
            seat=Place(name, "Li"), site=DRILL_SITE, clock=clock, announcer=Announcer(clock, self.log),
            store=self.store, stale_after_s=lambda _point: 3_600,
        )  # fmt: skip
        self.console.start()
        self.take(LinkUp("broker", "broker", clock.now_ms()))

    def take(self, *items: object) -> None:
        for item in items:
            self.inbox.post(item)
        self.look()

    def look(self) -> None:
        while self.inbox.drain(self.console.handle, self.console.failed, 1000):
            pass

    def hear(self, condition: Condition, point: PointId = SMOKE, alarm_class: AlarmClass = AlarmClass.FIRE) -> None:
        self.clock.advance(1_000)
        now = self.clock.now_ms()
        change = ConditionChanged(
            point=point, alarm_class=alarm_class, kind="smoke", condition=condition, cause="alarm", source_ms=now,
            received_ms=now,
        )  # fmt: skip
        self.take(Heard((change,), 0))

    def until(self, fact: Callable[[], object], what: str) -> None:
        """While it waits the desk's deadlines come round, too: some things are done a moment after the answer."""
        wait_until(lambda: (self.look(), self.clock.advance(ANSWERS_MS), fact())[2], BACK_S, what)

    def saved(self) -> None:
        self.until(lambda: self.store.unsaved == 0 and not any(a.unsaved for a in self.console.live), "all is saved")

    def episode(self) -> None:
        """A fire from beginning to end."""
        self.hear(Condition.ACTIVE)
        alarm = self.console.live.of(SMOKE)
        assert alarm is not None
        self.console.acknowledge(alarm.id)
        self.hear(Condition.NORMAL)
        self.console.reset(alarm.id, Outcome.FALSE, "dust")
        assert self.console.live.of(SMOKE) is None

    @property
    def is_journal_up(self) -> bool:
        return self.console.links.is_up("store")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is open is remembered after each commit, and a console that ends does not wait for a server."""
    monkeypatch.setattr(absence, "EVERY_S", 0.0)
    monkeypatch.setattr(sql, "STOP_S", 1.0)


@pytest.fixture
def start(postgresql: str, tmp_path: Path) -> Iterator[Callable[..., Position]]:
    started: list[Position] = []
    clock = FakeClock()

    def begun(name: str = "desk-1") -> Position:
        started.append(Position(postgresql, tmp_path, name, clock))
        return started[-1]

    yield begun
    for position in started:
        position.store.stop()


@contextmanager
def away(server: Server) -> Iterator[None]:
    server.stop()
    try:
        yield
    finally:
        if not server.is_running:
            server.start()


def test_the_first_start_ever_shows_and_keeps_alarms_and_says_that_the_journal_is_away(
    start: Callable[..., Position], postgresql: str, postgresql_server: Server
) -> None:
    with away(postgresql_server):
        desk = start()
        desk.until(lambda: not desk.is_journal_up, "it says so")
        desk.hear(Condition.ACTIVE)
        desk.console.acknowledge(FIRE)
        assert [alarm.id for alarm in desk.console.live if alarm.alarm_class is AlarmClass.FIRE] == [FIRE]
        wait_until(lambda: desk.spool.exists() and FIRE in desk.spool.read_text(), BACK_S, "on the disk")
        assert '"reason": "away"' in desk.log.getvalue()
        postgresql_server.start()
        desk.until(lambda: desk.is_journal_up, "the journal is back")
        desk.saved()
    kinds = [
        record.entry.kind for record in JournalReader(postgresql).stream(desk.console.live.domain, f"alarm/{FIRE}")
    ]
    assert kinds[:2] == ["AlarmRaised", "AlarmAcknowledged"]
    assert JournalReader(postgresql).verify().is_whole
    wait_until(lambda: not desk.spool.exists(), BACK_S, "nothing is left to be kept")


def test_a_restart_during_an_outage_shows_what_was_open_and_learns_what_others_ended_meanwhile(
    start: Callable[..., Position], postgresql: str, postgresql_server: Server
) -> None:
    first = start()
    first.hear(Condition.ACTIVE)
    first.hear(Condition.ACTIVE, LEAKAGE, AlarmClass.HAZARD)
    first.saved()
    known = first.spool.with_suffix(".known")
    wait_until(lambda: known.exists() and LEAK in known.read_text(), BACK_S, "it is remembered")
    first.store.stop()
    other = start("desk-2")
    other.console.acknowledge(LEAK)
    other.hear(Condition.NORMAL, LEAKAGE, AlarmClass.HAZARD)
    other.saved()
    if other.console.live.get(LEAK) is not None:
        other.console.reset(LEAK, Outcome.FALSE, "dust")
    other.saved()
    other.store.stop()
    with away(postgresql_server):
        again = start()
        assert {alarm.id for alarm in again.console.live} >= {FIRE, LEAK}, "what it last knew"
        again.console.acknowledge(FIRE)
        postgresql_server.start()
        again.until(lambda: again.console.live.get(LEAK) is None, "what is over is over")
        again.saved()
    fire = again.console.live.get(FIRE)
    assert fire is not None and fire.acknowledged is not None


def test_an_alarm_that_was_counted_anew_goes_on_under_the_next_free_number(
    start: Callable[..., Position], postgresql_server: Server
) -> None:
    before = start("desk-2")
    for _ in range(3):
        before.episode()
    before.saved()
    before.store.stop()
    with away(postgresql_server):
        desk = start("desk-9")  # was never here: it cannot know
        desk.hear(Condition.ACTIVE)
        assert desk.console.live.get(FIRE) is not None
        postgresql_server.start()
        desk.until(lambda: (alarm := desk.console.live.of(SMOKE)) and alarm.id == AlarmId(f"{SMOKE}/4"), "number four")
        desk.saved()
    alarm = desk.console.live.of(SMOKE)
    assert alarm is not None and alarm.is_active and alarm.acknowledged is None


def test_what_an_earlier_run_decided_during_the_same_outage_is_shown_and_kept(
    start: Callable[..., Position], postgresql: str, postgresql_server: Server
) -> None:
    first = start()
    first.saved()
    with away(postgresql_server):
        first.hear(Condition.ACTIVE)
        wait_until(lambda: first.spool.exists() and FIRE in first.spool.read_text(), BACK_S, "on the disk")
        first.store.stop()
        again = start()
        assert [alarm.id for alarm in again.console.live if alarm.alarm_class is AlarmClass.FIRE] == [FIRE]
        again.console.acknowledge(FIRE)
        postgresql_server.start()
        again.until(lambda: again.is_journal_up, "the journal is back")
        again.saved()
    records = JournalReader(postgresql).stream(again.console.live.domain, f"alarm/{FIRE}")
    assert [record.entry.kind for record in records][:2] == ["AlarmRaised", "AlarmAcknowledged"]


def test_a_damaged_memory_is_no_reason_not_to_start(tmp_path: Path) -> None:
    path = tmp_path / "journal.known"
    for text in ("", "{", "[]\n", '{"a": "b"}\n', "{}\n{}\n", "\0" * 100):
        path.write_text(text)
        assert absence.Memory(path).read() == absence.Known()
