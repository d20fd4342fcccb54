"""A device for the site folder: the order to a `work place` child, what the child does with it, its answer.

A demo's folder belongs to the program: what is written goes into a copy of it, made when it is first needed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from console.errors import ConfigError, Problem
from console.model import AlarmClass, BuildingId, CameraId, Placement, ZoneId
from console.site.adding import add_device

MOST_BYTES = 100_000
SCENES = "scenes"  # of the demo: large, and never written
CURE = "see that the folder and its files may be read and written"


class BadOrder(ValueError):
    """The text is no order, or no answer."""


def place(folder: Path, copy: Path | None, placed: Placement) -> tuple[Problem, ...]:
    """Write the device into the folder, or into its copy; every problem, and then nothing was written."""
    try:
        home = copied(folder, copy) if copy is not None else folder
        addition = add_device(home, placed)
        if addition.is_sound:
            addition.write()
    except ConfigError as error:
        return error.problems
    except (OSError, ValueError) as error:
        return (Problem(folder.name, 0, "", f"cannot be written: {error}", CURE),)
    return tuple(problem for problem in addition.problems if not problem.warning)


def copied(folder: Path, copy: Path) -> Path:
    """The copy, made of the folder unless it is there. Raises OSError."""
    if copy.is_dir() or copy == folder:
        return copy
    draft = copy.with_name(f"{copy.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(folder, draft, ignore=shutil.ignore_patterns(SCENES))
    if (folder / SCENES).is_dir():
        (draft / SCENES).symlink_to((folder / SCENES).absolute())
    draft.replace(copy)
    return copy


# ---- what goes over the pipe ----


def order(placed: Placement) -> bytes:
    return json.dumps(asdict(placed)).encode()


def read_order(data: bytes) -> Placement:
    """Raises BadOrder."""
    said = _table(data)
    try:
        at = said["at"]
        return Placement(
            source=str(said["source"]), device=str(said["device"]), kinds=_words(said["kinds"]),
            name=str(said["name"]), name_en=str(said["name_en"]),
            at=(float(at[0]), float(at[1])) if at is not None else None,
            building=BuildingId(str(said["building"])) if said["building"] else None,
            floor=None if said["floor"] is None else int(said["floor"]),
            zone=ZoneId(str(said["zone"])) if said["zone"] else None, alias=str(said["alias"]),
            alarm_class=AlarmClass(said["alarm_class"]) if said["alarm_class"] else None,
            cameras=tuple(map(CameraId, _words(said["cameras"]))),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BadOrder(f"{type(error).__name__}: {error}") from None


def answer(problems: tuple[Problem, ...]) -> bytes:
    return json.dumps({"problems": [asdict(problem) for problem in problems]}).encode()


def read_answer(data: bytes) -> tuple[Problem, ...]:
    """Raises BadOrder."""
    try:
        return tuple(Problem(**problem) for problem in _table(data)["problems"])
    except (KeyError, TypeError) as error:
        raise BadOrder(f"{type(error).__name__}: {error}") from None


def _table(data: bytes) -> Mapping[str, Any]:
    if len(data) > MOST_BYTES:
        raise BadOrder(f"{len(data)} bytes")
    try:
        said = json.loads(data)
    except ValueError as error:
        raise BadOrder(str(error)) from None
    if not isinstance(said, dict):
        raise BadOrder(type(said).__name__)
    return cast("Mapping[str, Any]", said)


def _words(listed: Any) -> tuple[str, ...]:
    return tuple(str(word) for word in listed)
