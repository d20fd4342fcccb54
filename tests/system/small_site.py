"""A small site of a test's own: no cameras, the rules of the shipped config.toml, the test's own broker."""

from __future__ import annotations

import json
import time
from pathlib import Path

from tests.sources import ROOT
from tests.unit.site_folder import CAMERA_HEAD, GOOD

CONFIG = (ROOT / "config.toml").read_text(encoding="utf-8")


def write_config(folder: Path, broker_url: str) -> Path:
    """Write `site/` and `config.toml` into the folder; returns the path of the latter."""
    files = {**GOOD, "cameras.csv": CAMERA_HEAD + "\n", "bindings.csv": "target,camera,order,preset\n"}
    (folder / "site").mkdir(parents=True)
    for name, text in files.items():
        (folder / "site" / name).write_text(text, encoding="utf-8")
    config = CONFIG.replace('site = "resources/demo"', 'site = "site"').replace("mqtt://127.0.0.1:1883", broker_url)
    config = config.replace('person = ""', 'person = "Li"')
    path = folder / "config.toml"
    path.write_text(config, encoding="utf-8")
    return path


def now_ms() -> int:
    """The wall clock, as a device would send it."""
    return time.time_ns() // 1_000_000


def smoke(device: str, at_ms: int | None = None) -> tuple[str, str]:
    """Topic and payload with which a detector says that it smells smoke."""
    return f"site/{device}/smoke", json.dumps({"v": True, "t": at_ms or now_ms()})


def point(device: str) -> str:
    """The identity of that detector in the console."""
    return f"site/{device}#smoke"
