"""The operator's-eye record: any second can be asked for, what was stale says so, holes are holes, old seconds go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from console.backends.eye.tables import path_of, view_from, view_text
from console.eye import Happened, Picture, View
from console.model import AlarmId, By, CameraId, Domain, LinkDown, LinkUp
from tests.sources import ROOT
from tests.unit.eye_room import WALL, Room, glimpse, running
from tests.waiting import wait_until

LI = By(person="Li", position="desk-1")


def test_each_second_tells_what_stood_on_each_tile(tmp_path: Path) -> None:
    with running(tmp_path) as room:
        first = room.second(glimpse("wall-1/1", 17), glimpse("wall-1/2", 18))
        second = room.second(glimpse("wall-1/1", 17), glimpse("wall-1/2", 22))
        third = room.second(glimpse("wall-1/1", 17))
        room.settle()
        assert room.shown(first) == {"wall-1/1": ("live", 17, 500), "wall-1/2": ("live", 18, 500)}
        assert room.shown(second) == {"wall-1/1": ("live", 17, 500), "wall-1/2": ("live", 22, 500)}
        assert room.shown(third) == {"wall-1/1": ("live", 17, 500)}
        assert room.at(first).windows == (WALL,)


def test_a_stale_picture_grows_older_in_the_record_and_costs_one_row(tmp_path: Path) -> None:
    with running(tmp_path) as room:
        start = room.second(glimpse("wall-1/1", 17))
        for age in range(2, 62):
            room.second(glimpse("wall-1/1", 17, Picture.STALE, age * 1000))
        room.settle()
        assert room.shown(start + 1)["wall-1/1"] == ("stale", 17, 2000)
        assert room.shown(start + 60)["wall-1/1"] == ("stale", 17, 61_000)
        assert room.reader.kept("desk-1").changes == 2


def test_the_age_of_live_pictures_is_told_in_steps_that_do_not_flutter(tmp_path: Path) -> None:
    with running(tmp_path) as room:
        times = [room.second(glimpse("wall-1/1", 17, age_ms=age)) for age in (100, 700, 100, 800, 200, *[100] * 20)]
        room.settle()
        ages = [room.shown(at)["wall-1/1"][2] for at in times]
        assert ages[:5] == [500, 1000, 1000, 1000, 1000] and ages[-1] == 500
        assert room.reader.kept("desk-1").changes == 3


def test_the_seconds_in_which_nothing_was_recorded_are_a_hole_and_the_nearest_ones_are_named(tmp_path: Path) -> None:
    with running(tmp_path) as room:
        before = room.second(glimpse("wall-1/1", 17))
        room.clock.advance(8_000)  # the window hung
        after = room.second(glimpse("wall-1/1", 18))
        room.settle()
        hole = room.at(before + 3)
        assert not hole.is_kept and (hole.before_s, hole.after_s) == (before, after)
        assert room.shown(before)["wall-1/1"][1] == 17 and room.shown(after)["wall-1/1"][1] == 18
        assert not room.reader.scene("desk-9", WALL, before).is_kept


def test_a_drill_is_marked_and_so_is_the_way_back(tmp_path: Path) -> None:
    with running(tmp_path) as room:
        live = room.second(glimpse("wall-1/1", 17))
        room.domain = Domain("drill:7")
        drill = room.second(glimpse("wall-1/1", 17))
        room.domain = Domain("live")
        back = room.second(glimpse("wall-1/1", 17))
        room.settle()
        assert [room.at(t).domain for t in (live, drill, back)] == ["live", "drill:7", "live"]


def test_who_changed_a_wall_stands_beside_what_changed(tmp_path: Path) -> None:
    with running(tmp_path) as room:
        room.second(glimpse("wall-1/1", 17))
        room.eye.acted(LI, "put", {"surface": WALL, "tile": "wall-1/1", "camera": "c18"})
        at = room.second(glimpse("wall-1/1", 18))
        room.eye.acted(By(person="Ng", position="sup-1"), "remote", {"surface": "wall-2"})
        room.second(glimpse("wall-1/1", 18))
        room.settle()
        done, changed = room.at(at + 1).happened
        assert (done.act, done.who, done.position, done.tile) == ("put", "Li", "desk-1", "wall-1/1")
        assert changed.tile == "wall-1/1" and changed.view is not None and changed.view.number == 18
        assert isinstance(done, Happened) and done.at_ms <= changed.at_ms + 1000


def test_every_field_of_a_view_comes_back_as_it_was_written() -> None:
    views = [
        View(Picture.NONE), View(Picture.LIVE, CameraId("c1"), 1, "芦汀 \"1\"", "main", "", 500, True, AlarmId("a/1")),
        View(Picture.STALE, CameraId("c1"), 1), View(Picture.HIDDEN, None, 0, "", "", "no_signal"),
    ]  # fmt: skip
    assert [view_from(view_text(view)) for view in views] == views


def test_a_question_is_answered_while_it_is_recorded_and_an_older_answer_means_nothing(tmp_path: Path) -> None:
    with running(tmp_path) as room:
        at = room.second(glimpse("wall-1/1", 17))
        room.eye.ask("desk-1", WALL, at - 1)
        room.eye.ask("desk-1", WALL, at)
        answers = wait_until(room.answers, 20, "answers")
        if len(answers) < 2:
            answers += wait_until(room.answers, 20, "the second answer")
        for answer in answers:
            room.eye.answered(answer)
        assert room.eye.scene is not None and room.eye.scene.t_s == at
        assert room.eye.positions == ("desk-1",)


def test_what_is_older_than_it_is_to_be_kept_goes_with_all_that_belongs_to_it_alone(tmp_path: Path) -> None:
    with running(tmp_path, keep_days=2) as room:
        old = room.second(glimpse("wall-1/1", 17))
        room.eye.acted(LI, "put", {})
        room.second(glimpse("wall-1/1", 18))
        room.clock.advance(3 * 86_400_000)
        young = room.second(glimpse("wall-1/2", 19))
        room.settle()
        assert not room.at(old).is_kept and room.at(old).after_s == young
        assert room.reader.kept("desk-1").changes == 1 and room.at(old).happened == ()


def test_a_file_that_cannot_be_written_is_told_once_and_the_record_goes_on_when_it_can(tmp_path: Path) -> None:
    path = path_of(tmp_path, "desk-1")
    path.mkdir(parents=True)  # a folder stands where the file belongs
    with running(tmp_path) as room:
        told: list[object] = []
        for _ in range(7):
            room.second(glimpse("wall-1/1", 17))
        wait_until(lambda: _drained(room, told) and told, 20, "the trouble")
        assert [type(one) for one in told] == [LinkDown] and isinstance(told[0], LinkDown) and told[0].kind == "eye"
        path.rmdir()
        room.clock.advance(10_000)
        at = room.second(glimpse("wall-1/1", 17))
        wait_until(lambda: _drained(room, told) and len(told) == 2, 20, "its end")
        assert isinstance(told[1], LinkUp)
        room.settle()
        assert room.shown(at) == {"wall-1/1": ("live", 17, 500)}


def _drained(room: Room, told: list[object]) -> bool:
    room.inbox.drain(told.append, lambda _item, error: None)
    return True


RECORDER = """
import sys, threading
from pathlib import Path
from tests.unit.eye_room import Room, glimpse
room = Room(Path(sys.argv[1]))
room.keeper.start()
for number in range(10_000):
    at = room.second(glimpse("wall-1/1", number % 90 + 1))
    while room.keeper._orders.qsize():
        pass
    print(at, number % 90 + 1, flush=True)
    sys.stdin.readline()
"""


def test_a_killed_program_has_lost_at_most_the_last_second(tmp_path: Path) -> None:
    program = [sys.executable, "-c", RECORDER, str(tmp_path)]
    with subprocess.Popen(
        program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:  # fmt: skip
        assert child.stdin is not None and child.stdout is not None
        told = []
        for _ in range(20):
            told.append(tuple(map(int, child.stdout.readline().split())))
            child.stdin.write("\n")
            child.stdin.flush()
        os.kill(child.pid, signal.SIGKILL)
    room = Room(tmp_path)
    assert {at: room.shown(at)["wall-1/1"][1] for at, _ in told[:-1]} == dict(told[:-1])
    with running(tmp_path) as again:  # and the next run begins a span of its own
        again.clock.advance(3_600_000)
        later = again.second(glimpse("wall-1/1", 5))
        again.settle()
        assert again.shown(later)["wall-1/1"][1] == 5
        assert not again.at(told[-1][0] + 100).is_kept


def test_an_hour_of_a_wall_of_sixty_four_with_a_tour_takes_little_room(tmp_path: Path) -> None:
    """Ten minutes here: sixteen tiles change every ten seconds, and a stream stalls now and then."""
    with running(tmp_path) as room:
        for second in range(600):
            turn = second // 10
            tiles = [glimpse(f"wall-1/{n}", (n + turn * 16) % 192 if n <= 16 else n) for n in range(1, 65)]
            if second % 60 < 5:
                tiles[20] = replace(glimpse("wall-1/21", 21, Picture.STALE, 2000 + second % 60 * 1000))
            room.second(*tiles)
        wait_until(lambda: not room.keeper._orders.qsize(), 60, "all of it on disk")
        room.settle()
        kept = room.reader.kept("desk-1")
        assert kept.seconds == 600 and kept.per_hour < 600_000
        assert room.shown(room.now_s - 1)["wall-1/64"] == ("live", 64, 500)
