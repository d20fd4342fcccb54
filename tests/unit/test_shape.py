"""The house keeps its shape: small files and functions, honest names, no Qt in the core, nothing private in a file."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources import ROOT, called, name, production_files, python_files, text_files, tree

FILE_LINES = 400
FUNCTION_LINES = 60
SPEAKS_FOR_ITSELF = 20  # a public function of up to so many lines may go without a docstring

DRAWERS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError|pragma: no cover")
SLEEPS = {
    "time.sleep",
    "sleep",
    "asyncio.sleep",
    "qtbot.wait",
    "QTest.qWait",
    "QTest.qSleep",
    "QThread.sleep",
    "QThread.msleep",
}
TRANSLATES = {"self.tr", "QCoreApplication.translate"}

PRIVATE = {
    "a path of somebody's machine": re.compile(r"(?<![\w.:/{}*])/(?:work|home|root|Users|tmp)/(?!\.X11)\w"),
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "an access token": re.compile(r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|xox[bap]-\w{10,}|glpat-\w{16,})"),
    "a password in a URL": re.compile(
        r"\b(?:rtsps?|mqtts?|https?|postgresql(?:\+\w+)?)://[^\s:/@\"'{}<>]+:[^\s:/@\"'{}<>]+@"
    ),
    "a package index": re.compile(r"--(?:extra-)?index-url|--find-links|files\.pythonhosted|\bpypi\.(?!org/project)"),
}

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, FUNCTION)]


def lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]


def test_no_file_outgrows_one_sitting() -> None:
    sizes = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in production_files()}
    assert {file: size for file, size in sizes.items() if size > FILE_LINES} == {}


def test_no_function_outgrows_one_screen() -> None:
    long = {
        name(path, node.lineno): lines(node)
        for path in production_files()
        for node in functions(path)
        if lines(node) > FUNCTION_LINES
    }
    assert long == {}


def test_no_module_is_a_drawer() -> None:
    parts = {name(path): set(path.relative_to(ROOT).with_suffix("").parts) & DRAWERS for path in production_files()}
    assert {file: found for file, found in parts.items() if found} == {}


def test_every_module_says_what_it_owns() -> None:
    assert [name(path) for path in production_files() if not ast.get_docstring(tree(path))] == []


def test_public_functions_that_do_not_speak_for_themselves_are_described() -> None:
    mute = [
        name(path, node.lineno)
        for path in production_files()
        for node in tree(path).body
        if isinstance(node, FUNCTION) and not node.name.startswith("_") and lines(node) > SPEAKS_FOR_ITSELF
        if not ast.get_docstring(node)
    ]
    assert mute == []


def test_nothing_is_left_unfinished() -> None:
    left = [
        name(path, number)
        for path in production_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert left == []


def test_tests_never_sleep() -> None:
    asleep = [
        name(path, node.lineno) for path in python_files("tests") for node in calls(path) if called(node) in SLEEPS
    ]
    assert asleep == []


def test_no_test_is_skipped() -> None:
    skips = {
        "pytest.skip",
        "pytest.mark.skip",
        "pytest.mark.skipif",
        "pytest.mark.xfail",
        "pytest.xfail",
        "pytest.importorskip",
    }
    found = [
        name(path, node.lineno)
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in skips
    ]
    assert found == []


def test_the_core_reads_the_wall_clock_in_one_place() -> None:
    wall = {"time.time", "time.time_ns", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
    found = {
        name(path, node.lineno) for path in python_files("console") for node in calls(path) if called(node) in wall
    }
    assert {place for place in found if not place.startswith(("console/clock.py:", "console/sim/"))} == set()


def test_the_core_loads_no_qt() -> None:
    """Every module of `console` in a fresh interpreter; `talkd` is a program of its own and may use Qt."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in python_files("console")
        if "talkd" not in path.parts and "migrations" not in path.parts and path.stem != "__main__"
    ]
    program = (
        "import importlib, json, sys\n"
        f"[importlib.import_module(name) for name in {modules!r}]\n"
        "print(json.dumps(sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6', 'pyqtgraph'))))"
    )
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout.splitlines()[-1]) == []


def test_every_text_of_the_windows_can_be_found_by_the_translators() -> None:
    """Only `self.tr("…")` and `QCoreApplication.translate("…", "…")` with plain literals are extracted."""
    lost = [
        name(path, node.lineno)
        for path in python_files("widgets")
        for node in calls(path)
        if called(node).split(".")[-1] in {"tr", "translate", "gettext", "_"} and not is_extracted(node)
    ]
    assert lost == []


def is_extracted(node: ast.Call) -> bool:
    if called(node).endswith("painter.translate"):  # moves the pen, says nothing
        return True
    texts = node.args[: 1 if called(node) == "self.tr" else 2]
    return called(node) in TRANSLATES and all(
        isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
    )


@pytest.mark.parametrize("what", PRIVATE)
def test_no_file_holds(what: str) -> None:
    found = [
        name(path, number)
        for path in text_files()
        if "tests" not in path.relative_to(ROOT).parts  # tests hold made-up passwords, to see that none is shown
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1)
        if PRIVATE[what].search(line)
    ]
    assert found == []
