"""The guardian and the real console: killed, stopped, blocked, looping, ended; what comes back and what is said."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.servers.mosquitto import Broker
from tests.sources import ROOT
from tests.system.crashing_console import PASSWORD
from tests.system.guarded import Guarded
from tests.system.journal import assert_verifies
from tests.system.small_site import point, smoke
from tests.waiting import wait_until

SECRET = "Tr0ub4dor-and-3"


@pytest.fixture
def guarded(config: Path, tmp_path: Path) -> Iterator[Guarded]:
    """A headless console of the small site under a guardian, not started yet; its environment holds a secret."""
    secret = {"SITE_SECRET": SECRET}
    with Guarded(tmp_path / "console", "--headless", "--config", str(config), env=secret) as console:
        yield console


def gone(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=10)
    assert alive == []


@pytest.mark.alone
def test_a_killed_console_is_back_within_five_seconds_with_its_alarms_and_says_so(
    mosquitto: Broker, guarded: Guarded
) -> None:
    guarded.start("run")
    guarded.wait_for("LinkUp", kind="broker")
    mosquitto.publish(*smoke("before"))
    guarded.wait_for("AlarmRaised", point=point("before"))
    wait_until(lambda: guarded.journalled("AlarmRaised"), 5, "the alarm in the journal")
    children = psutil.Process(guarded.pid).children(recursive=True)
    before = len(guarded.events())
    killed, at = guarded.signal_console(signal.SIGKILL)
    mosquitto.publish(*smoke("meanwhile"))
    assert guarded.wait_for("Started", after=before)["open_alarms"] == 1
    guarded.wait_for("LinkUp", after=before, kind="broker")
    back = time.monotonic()
    guarded.wait_for("AlarmRaised", after=before, point=point("meanwhile"))
    told = guarded.wait_for("ConsoleRestarted", after=before, cause="killed", figure="SIGKILL")
    assert back - at <= 5
    assert guarded.wait_for_console(not_pid=killed) != killed
    (entry,) = wait_until(lambda: guarded.journalled("ConsoleRestarted"), 5, "the restart in the journal")
    assert (entry.by.machine, entry.data["cause"], entry.data["report"]) == ("guardian", "killed", told["report"])
    assert 0 < int(str(entry.data["dark_ms"])) <= 5_500
    assert (guarded.data / told["report"]).read_text(encoding="utf-8").startswith("what: it was ended by SIGKILL")
    gone(children)
    assert guarded.stop() == 0
    assert_verifies(guarded.data)


@pytest.mark.alone
def test_a_console_that_stands_still_is_heard_after_three_seconds_then_replaced(guarded: Guarded) -> None:
    guarded.start("run")
    guarded.wait_for("LinkUp", kind="guardian")
    stopped, at = guarded.signal_console(signal.SIGSTOP)
    _, sounded = guarded.said(r"no working console for \d\.\d s: sounding")
    assert 3 <= sounded - at < 4.5
    told = guarded.wait_for("ConsoleRestarted", cause="hung")
    assert 6 <= int(told["figure"]) <= 8
    assert guarded.wait_for_console(not_pid=stopped) != stopped
    report = guarded.report()
    assert "what: it hung for" in report and "State: T (stopped)" in report and "tone: " in report
    assert not psutil.pid_exists(stopped)


@pytest.mark.alone
def test_a_blocked_desk_thread_is_replaced_and_the_report_shows_where_it_hung_and_no_secret(
    config: Path, tmp_path: Path
) -> None:
    secret = {"SITE_SECRET": SECRET}
    with Guarded(tmp_path / "console", "--config", str(config), env=secret) as console:
        console.launch_ailing()
        hung = console.wait_for_console()
        console.wait_for("LinkUp", kind="guardian")  # its desk works: before the first beat it is starting, not silent
        at = time.monotonic()
        (console.data / "block").touch()
        _, sounded = console.said("sounding")
        assert 3 <= sounded - at < 4.5
        console.wait_for("ConsoleRestarted", cause="hung")
        assert console.wait_for_console(not_pid=hung) != hung
        report = console.report()
        assert "a_call_that_never_returns" in report and '"event": "Started"' in report
        assert "INFO" in report.partition("== last lines of standard error")[2]
        assert SECRET not in report
        assert console.stop() == 0


def test_an_exception_nobody_caught_is_reported_once_however_often_it_comes_and_the_console_goes_on(
    config: Path, tmp_path: Path
) -> None:
    with Guarded(tmp_path / "console", "--config", str(config)) as console:
        console.launch_ailing()
        console.wait_for_console()
        (console.data / "fail").touch()
        told = console.wait_for("CrashReported", error="ZeroDivisionError('a part of the program')")
        console.wait_for("AlarmRaised", point="link/desk-1#program", **{"class": "T"})
        report = (console.data / told["report"]).read_text(encoding="utf-8")
        assert "thread: ailing" in report and "in a_part_that_fails" in report
        wait_until(lambda: console.words().count("Traceback") > 5, 10, "the same exception again and again")
        assert console.stop() == 0
        assert len(console.reports()) == len(console.named("CrashReported")) == 1
        assert len(console.named("Started")) == 1


def test_a_console_that_hung_for_a_moment_goes_on_and_leaves_a_report(guarded: Guarded) -> None:
    guarded.start("run")
    guarded.wait_for("LinkUp", kind="guardian")
    pid, _ = guarded.signal_console(signal.SIGSTOP)
    guarded.said("sounding")
    guarded.signal_console(signal.SIGCONT)
    guarded.said("the console works")
    assert "came back by itself" in guarded.report()
    assert guarded.pid == pid and guarded.named("ConsoleRestarted") == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_guardian_told_to_end_lets_the_console_close_down_first(guarded: Guarded, number: signal.Signals) -> None:
    guarded.start("run")
    guarded.wait_for("LinkUp", kind="guardian")
    processes = psutil.Process(guarded.child.pid).children(recursive=True)
    guarded.child.send_signal(number)
    assert guarded.child.wait(15) == 0
    assert guarded.named("Stopped")[0]["unsaved"] == 0
    assert guarded.runtime() == {} and guarded.reports() == []
    gone(processes)


def test_a_console_that_ends_in_order_stays_ended(guarded: Guarded) -> None:
    guarded.start("run", "--seconds", "1")
    assert guarded.child.wait(15) == 0
    assert len(guarded.named("Started")) == len(guarded.named("Stopped")) == 1
    assert guarded.reports() == []


def test_a_guardian_that_was_stopped_for_a_while_holds_no_silence_against_the_console(guarded: Guarded) -> None:
    guarded.start("run", "--seconds", "8")
    guarded.child.send_signal(signal.SIGSTOP)
    guarded.wait_for("Stopped", unsaved=0)
    guarded.child.send_signal(signal.SIGCONT)
    assert guarded.child.wait(15) == 0
    assert len(guarded.named("Started")) == 1 and guarded.reports() == []


def test_a_console_asked_to_end_directly_stays_ended(guarded: Guarded) -> None:
    guarded.start("run")
    guarded.wait_for("LinkUp", kind="guardian")
    guarded.signal_console(signal.SIGTERM)
    assert guarded.child.wait(15) == 0
    assert len(guarded.named("Started")) == 1


def test_a_configuration_that_cannot_be_used_is_told_once(guarded: Guarded, config: Path) -> None:
    config.write_text(config.read_text(encoding="utf-8") + "\n[nonsense]\n", encoding="utf-8")
    guarded.launch("run")
    assert guarded.child.wait(15) == 1
    assert guarded.words().count("nonsense") == 1
    assert "starting the console again" not in guarded.words()


def test_a_second_console_of_the_position_is_refused_under_a_guardian_too(guarded: Guarded, config: Path) -> None:
    guarded.start("run")
    command = [sys.executable, "main.py", "guard", "run", "--headless", "--config", str(config)]
    second = subprocess.run(
        [*command, "--data", str(guarded.data)], cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    assert second.returncode == 1
    assert second.stderr.count("position desk-1 is already running") == 1
    assert guarded.child.poll() is None and psutil.pid_exists(guarded.pid)


def test_a_killed_guardian_takes_no_console_with_it_and_its_loss_is_a_trouble(
    mosquitto: Broker, guarded: Guarded
) -> None:
    guarded.start("run")
    guarded.wait_for("LinkUp", kind="broker")
    console = psutil.Process(guarded.pid)
    guarded.kill()
    guarded.wait_for("LinkDown", kind="guardian", reason="died")
    guarded.wait_for("AlarmRaised", point="link/desk-1#guardian", **{"class": "T"})
    mosquitto.publish(*smoke("after"))
    guarded.wait_for("AlarmRaised", point=point("after"))
    console.terminate()
    guarded.wait_for("Stopped", unsaved=0)
    gone([console])


@pytest.mark.alone
def test_a_crash_loop_slows_down_says_so_and_can_still_be_ended(guarded: Guarded) -> None:
    guarded.launch_crashing()
    guarded.said("THE CONSOLE KEEPS FAILING. It is started again every 10 s only")
    starts = guarded.words().count("starting the console again")
    assert starts == 4 and len(guarded.reports()) == 5
    report = guarded.report()
    assert "what: it was ended by SIGABRT" in report and "in say_a_password_and_die" in report
    assert "password=[removed]" in report and PASSWORD not in report
    guarded.child.terminate()
    guarded.child.wait(5)
    assert guarded.words().count("starting the console again") == starts
