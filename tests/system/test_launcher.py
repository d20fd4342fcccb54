"""The launcher, with a Python environment that is complete but whose `python` only says what it was asked to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sources import ROOT

PYTHON = """\
#!/bin/sh
[ "$1" != -c ] || exit 0
echo "asked for: $*"
echo "screen: ${DISPLAY:-none} ${QT_QPA_PLATFORM:-default}"
case "$*" in *--wait*) ;; *) exit 3 ;; esac
trap 'echo "closed down"; exit 5' TERM
echo waiting
read -r _ <"$0.never"
"""


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A finished Python environment for the launcher: it has nothing to install."""
    program = tmp_path / "venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text(PYTHON)
    program.chmod(0o755)
    os.mkfifo(f"{program}.never")
    for lock in ROOT.glob("requirements*.lock"):
        shutil.copy(lock, tmp_path / "venv")
    return tmp_path / "venv"


def settings(environment: Path, **more: str) -> Mapping[str, str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, "WATCHROOM_VENV": str(environment), "WATCHROOM_INSTALL": "no", **more}


def launch(environment: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "watchroom"), *arguments]
    return subprocess.run(command, env=settings(environment, **more), capture_output=True, text=True, timeout=60)


def test_unknown_commands_go_to_main_with_their_arguments_and_status(environment: Path) -> None:
    answer = launch(environment, "explain", "--payload", '{"v": 1}')
    assert f'asked for: {ROOT}/main.py explain --payload {{"v": 1}}\n' in answer.stdout
    assert answer.returncode == 3


def test_help_needs_nothing_installed(tmp_path: Path) -> None:
    answer = launch(tmp_path / "nothing", "--help")
    assert answer.returncode == 0
    assert "demo" in answer.stdout
    assert not (tmp_path / "nothing").exists()


def test_without_a_screen_it_names_the_two_ways_out(environment: Path) -> None:
    answer = launch(environment, "demo")
    assert answer.returncode == 1
    assert "no screen here" in answer.stderr
    assert "./watchroom demo --headless" in answer.stderr
    assert "./watchroom demo --xvfb" in answer.stderr


@pytest.mark.parametrize(
    "screen", [{"DISPLAY": ":77"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}]
)
def test_any_screen_will_do(environment: Path, screen: dict[str, str]) -> None:
    assert f"{ROOT}/main.py guard run --seconds 5" in launch(environment, "run", "--seconds", "5", **screen).stdout


def test_headless_needs_no_screen(environment: Path) -> None:
    assert "main.py guard demo --headless\nscreen: none default" in launch(environment, "demo", "--headless").stdout


def test_the_virtual_screen_is_there_for_the_console_and_gone_after_it(environment: Path) -> None:
    answer = launch(environment, "demo", "--seconds", "5", "--xvfb")
    assert "main.py guard demo --seconds 5\nscreen: :" in answer.stdout
    assert answer.stdout.endswith("xcb\n")
    assert answer.returncode == 3
    number = answer.stdout.split("screen: :")[1].split()[0]
    assert not Path(f"/tmp/.X{number}-lock").exists()


def test_ending_the_launcher_lets_the_console_close_down_first(environment: Path) -> None:
    command = [str(ROOT / "watchroom"), "demo", "--xvfb", "--wait"]
    with subprocess.Popen(command, env=settings(environment), stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while child.stdout.readline() != "waiting\n":
            assert child.poll() is None
        child.terminate()
        assert child.stdout.read() == "closed down\n"
        assert child.wait(10) == 5


def test_a_folder_that_is_no_python_environment_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    answer = launch(tmp_path, "--version")
    assert answer.returncode == 1
    assert "not touching it" in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["diary.txt"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    answer = launch(tmp_path / "file" / "venv", "--version")
    assert answer.returncode == 1
    assert f"cannot write to {tmp_path}/file/venv" in answer.stderr
