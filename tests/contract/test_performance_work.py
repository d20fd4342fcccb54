"""The child that works out the alarm performance: a real process on a real journal and a real history."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

import main
from console.backends.history.filling import fill
from console.backends.history.recall import Recall
from console.backends.history.sql import FOLDER, LOG_FOLDER, SqlHistory
from console.backends.performance.words import Addresses
from console.backends.performance.work import PerformanceWork
from console.backends.store.database import JOURNAL_FILE
from console.backends.store.sql import SqlStore
from console.clock import Clock, FakeClock
from console.config.read import load
from console.config.schema import HistoryConfig
from console.histories import Measured
from console.inbox import Inbox
from console.performance import PerformanceFailed, PerformanceProgress, PerformanceRead, Report
from console.performance.desk import Order
from console.performance.rulebook import Setting, Signal
from console.performance.study import Study, Verdict
from console.trends.reduction import MINUTE, steps_of
from tests.contract.history_home import Home
from tests.unit.performance_record import DAY, DOOR, HOUR, PUMP, Past, noisy_week
from tests.unit.site_folder import GOOD
from tests.waiting import wait_until

CONFIG = """
site = "site"
[console]
person = "Li"
[[source]]
name = "site"
ecosystem = "site"
topic = "site/{device}/{kind}"
[[source.signal]]
kind = "water_pressure"
alarm_class = "S"
[source.signal.limits]
lolo = 0.05
lo = 0.14
hysteresis = 0.005
[[source.signal]]
kind = ""
"""
ANSWER_S = 60.0


@dataclass(frozen=True, slots=True)
class Recorded:
    """Two days of a room, on disk or on a server, as a console would have left them a moment ago."""

    folder: Path
    past: Past
    addresses: Addresses

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def data(self) -> Path:
        return self.folder / "data"


def write_site(folder: Path) -> None:
    (folder / "site").mkdir()
    for name, text in GOOD.items():
        (folder / "site" / name).write_text(text, encoding="utf-8")
    (folder / "config.toml").write_text(CONFIG, encoding="utf-8")


def keep_journal(where: str, past: Past) -> None:
    store = SqlStore(where, "desk-1", Inbox(), Clock(), lambda _: None)
    store.open()
    store.start()
    store.append(past.entries)
    wait_until(lambda: store.unsaved == 0, 30, "the entries in the journal")
    assert store.stop()


def recent_past() -> Past:
    now = time.time_ns() // 1_000_000
    return noisy_week(start_ms=now - 2 * DAY - HOUR - 10 * MINUTE)


@pytest.fixture
def on_disk(tmp_path: Path) -> Recorded:
    """Journal and history in files; the history is in its tables."""
    write_site(tmp_path)
    past = recent_past()
    journal = tmp_path / "data" / JOURNAL_FILE
    keep_journal(str(journal), past)
    found = {point: past.samples(point, 0, past.clock.now_ms()) for point in past.measured}
    fill(tmp_path / "data" / FOLDER, [(point, steps_of(those, MINUTE), those) for point, those in found.items()], 1)
    return Recorded(tmp_path, past, Addresses(str(journal), str(tmp_path / "data" / FOLDER), is_folder=True))


@pytest.fixture
def on_a_server(tmp_path: Path, postgresql: str) -> Recorded:
    """Both on a server; what was measured is only in the log of the console so far."""
    write_site(tmp_path)
    past = recent_past()
    keep_journal(postgresql, past)
    folder = tmp_path / "data" / FOLDER
    history = SqlHistory(folder, postgresql, HistoryConfig(), Inbox(), FakeClock(past.clock.now_ms()))
    history.start()
    measured = [Measured(point, t_ms, value) for point, found in past.measured.items() for t_ms, value in found]
    history.take(measured)
    wait_until(lambda: history.logged >= len(measured), 30, "the samples in the log")
    history.stop()
    return Recorded(tmp_path, past, Addresses(postgresql, postgresql, is_folder=False))


@pytest.fixture(params=["on_disk", "on_a_server"])
def recorded(request: pytest.FixtureRequest) -> Recorded:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Recorded)
    return found


class Posts:
    """What the worker posted."""

    def __init__(self) -> None:
        self.inbox = Inbox()
        self.words: list[object] = []

    def now(self) -> list[object]:
        self.inbox.drain(self.words.append, lambda item, error: pytest.fail(str(error)), 1000)
        return self.words

    def last(self) -> object:
        """The answer, once it is there."""
        found = [one for one in self.now() if not isinstance(one, PerformanceProgress)]
        return found[-1] if found else None


@contextmanager
def worker(room: Recorded, posts: Posts, addresses: Callable[[], Addresses] | None = None) -> Iterator[PerformanceWork]:
    work = PerformanceWork(room.config, room.site, room.data, addresses or (lambda: room.addresses), posts.inbox)
    try:
        yield work
    finally:
        work.stop()


def the_child() -> psutil.Process | None:
    """Once it is the program, and not a copy of us any more."""
    return next((one for one in psutil.Process().children() if "work" in one.cmdline()), None)


def test_the_child_counts_the_journal_and_proposes_from_the_history(recorded: Recorded) -> None:
    posts = Posts()
    with worker(recorded, posts) as work:
        work.begin(Order(7, 3 * DAY))
        answer = wait_until(posts.last, ANSWER_S, "the figures")
    assert isinstance(answer, PerformanceRead), answer
    assert answer.number == 7
    report = answer.answer
    assert isinstance(report, Report)
    assert report.site == "试验园"
    assert report.figures.calls == sum(len(story.raises) for story in recorded.past.stories())
    place = report.place_of(PUMP)
    assert place is not None
    study = report.study(place)
    assert (study.verdict, study.recorded) == (Verdict.PROPOSED, study.calls)
    assert any(isinstance(one, PerformanceProgress) for one in posts.words), "it says how far it is"


def test_a_rule_is_replayed_as_a_person_set_it(on_disk: Recorded) -> None:
    posts = Posts()
    with worker(on_disk, posts) as work:
        work.begin(Order(1, 3 * DAY, Signal("site", "water_pressure"), Setting(hysteresis=0.03, off_delay_s=20)))
        answer = wait_until(posts.last, ANSWER_S, "the replay")
    assert isinstance(answer, PerformanceRead)
    study = answer.answer
    assert isinstance(study, Study)
    assert study.chosen is not None
    assert study.chosen.setting == Setting(hysteresis=0.03, off_delay_s=20)
    assert (study.chosen.missed, study.chosen.vanished > 50) == (0, True)


def test_what_is_given_up_ends_at_once_and_says_nothing_more(on_disk: Recorded) -> None:
    posts = Posts()
    with worker(on_disk, posts) as work:
        work.begin(Order(1, 3 * DAY))
        child = wait_until(the_child, 20, "the child")
        assert isinstance(child, psutil.Process)
        work.cancel()
        wait_until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE, 20, "its end")
        work.begin(Order(2, DAY))
        answer = wait_until(posts.last, ANSWER_S, "the answer to the second order")
    assert isinstance(answer, PerformanceRead)
    assert answer.number == 2
    assert {getattr(one, "number", 0) for one in posts.words} == {2}


def test_no_password_is_on_the_command_line_or_in_the_surroundings_of_the_child(on_disk: Recorded) -> None:
    posts = Posts()
    secret = Addresses("postgresql+psycopg://u:geheimnis@127.0.0.1:1/x", "", is_folder=True)
    with worker(on_disk, posts, lambda: secret) as work:
        work.begin(Order(1, DAY))
        child = wait_until(the_child, 20, "the child")
        assert isinstance(child, psutil.Process)
        seen = " ".join(child.cmdline()) + json.dumps(child.environ())
        answer = wait_until(posts.last, ANSWER_S, "its answer")
    assert "performance" in seen
    assert "geheimnis" not in seen
    assert answer == PerformanceFailed(1, "store")


def test_without_a_journal_it_says_that_the_store_cannot_be_read(on_disk: Recorded) -> None:
    Path(on_disk.addresses.journal).unlink()
    posts = Posts()
    with worker(on_disk, posts) as work:
        work.begin(Order(1, DAY))
        assert wait_until(posts.last, ANSWER_S, "its answer") == PerformanceFailed(1, "store")


def test_with_a_broken_configuration_it_says_so(on_disk: Recorded) -> None:
    on_disk.config.write_text("site = 1\n", encoding="utf-8")
    posts = Posts()
    with worker(on_disk, posts) as work:
        work.begin(Order(1, DAY))
        assert wait_until(posts.last, ANSWER_S, "its answer") == PerformanceFailed(1, "config")


def test_a_person_gets_the_same_answer_at_a_terminal(on_disk: Recorded, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["work", "performance", "--config", str(on_disk.config), "--data", str(on_disk.data), "--hours", "72"]
    assert main.main(asked) == 0
    report = json.loads(capsys.readouterr().out)["report"]
    assert report["figures"]["calls"] > 50
    assert main.main([*asked, "--rule", "site/fire_door_open", "--off-delay", "300"]) == 0
    study = json.loads(capsys.readouterr().out)["study"]
    assert study["chosen"]["vanished"] == study["calls"] - study["chosen"]["calls"]
    assert main.main([*asked, "--rule", "nowhere"]) == 1
    assert "SOURCE/KIND" in capsys.readouterr().err


def test_samples_are_found_once_whether_they_are_in_the_log_or_in_the_tables(tmp_path: Path) -> None:
    home = Home(tmp_path / "history", tmp_path / "history")
    begin = home.clock.now_ms()
    home.take([Measured(DOOR, begin + n * 1_000, n % 2) for n in range(100)])
    home.settle()
    home.take([Measured(DOOR, begin + n * 1_000, n % 2) for n in range(90, 150)])
    recall = Recall(tmp_path / "history", tmp_path / "history" / LOG_FOLDER)
    found = recall.samples(DOOR, begin, begin + DAY)
    assert found.t_ms.tolist() == [begin + n * 1_000 for n in range(150)]
    assert len(recall.samples(PUMP, begin, begin + DAY)) == 0
    recall.close()
    home.history.stop()


def test_a_history_that_is_not_there_yet_has_no_samples(tmp_path: Path) -> None:
    recall = Recall(tmp_path / "history", tmp_path / "history" / LOG_FOLDER)
    assert len(recall.samples(DOOR, 0, DAY)) == 0
    recall.close()
    assert not (tmp_path / "history").exists(), "it only reads"


def test_the_rules_are_those_of_the_configuration(on_disk: Recorded) -> None:
    assert load(on_disk.config).sources[0].signals[0].limits == on_disk.past.sources[0].signals[0].limits
