"""The real program as a child, followed from outside: through its event log, its runtime.json and its pixels."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from paho.mqtt import publish
from paho.mqtt.client import MQTTv5

from tests.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
START_S = 60.0
STOP_S = 15.0

Event = dict[str, Any]


class Running:
    """One `main.py` of the test's own. Use as a context manager; leaving ends it whatever happened."""

    def __init__(self, folder: Path, *arguments: str, env: dict[str, str] | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.data = folder / "data"
        self.log = folder / "events.jsonl"
        self.stderr = folder / "stderr.log"
        sound = [] if "--sound" in arguments else ["--no-sound"]  # where there is no sound card that is a trouble
        self._arguments = ["--data", str(self.data), "--log-file", str(self.log), *sound, *arguments]
        self._env = {**os.environ, **(env or {}), "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(folder))}
        self._env["PYTHONFAULTHANDLER"] = "1"  # SIGABRT: every thread says where it is
        self._env.pop("WATCHROOM_DEMO_CAMERA", None)
        if "XDG_CACHE_HOME" not in os.environ:  # the encoded demo pictures may be shared between tests
            self._env.pop("XDG_CACHE_HOME")
        self._read = 0
        self._events: list[Event] = []
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()
            try:
                self._child.wait(STOP_S)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait(STOP_S)

    # ---- life ----

    def start(self, command: str, *more: str) -> Running:
        """Start and wait until runtime.json of this very process is there."""
        self.launch(command, *more)
        wait_until(self._is_ready, START_S, f"the start of main.py {command}")
        return self

    def launch(self, command: str, *more: str) -> None:
        """Start without waiting for anything."""
        with self.stderr.open("ab") as stderr:
            self._child = subprocess.Popen(
                [sys.executable, "main.py", command, *self._arguments, *more], cwd=ROOT, env=self._env, stderr=stderr
            )

    def _is_ready(self) -> bool:
        status = self.child.poll()
        assert status is None, f"main.py ended with {status}: {self.last_words()}"
        return self.runtime().get("pid") == self.child.pid

    @property
    def child(self) -> subprocess.Popen[bytes]:
        assert self._child is not None, "not started"
        return self._child

    def runtime(self) -> dict[str, Any]:
        try:
            return json.loads((self.data / "runtime.json").read_text())  # type: ignore[no-any-return]
        except (FileNotFoundError, json.JSONDecodeError):
            return {}

    def kill(self) -> None:
        """SIGKILL: no chance to save anything."""
        self.child.kill()
        self.child.wait(STOP_S)

    def stop(self) -> int:
        """SIGTERM; returns the exit code. One that does not end says where it stands."""
        self.child.send_signal(signal.SIGTERM)
        try:
            return self.child.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self.child.send_signal(signal.SIGABRT)
            self.child.wait(STOP_S)
            raise AssertionError(f"still there {STOP_S:g} s after SIGTERM: {self.last_words()}") from None

    def last_words(self) -> str:
        return self.stderr.read_text(errors="replace")[-3000:] if self.stderr.exists() else ""

    # ---- the event log ----

    def events(self) -> list[Event]:
        """Every event logged so far, over all starts."""
        if self.log.exists():
            with self.log.open("rb") as file:
                file.seek(self._read)
                for line in file:
                    if not line.endswith(b"\n"):
                        break
                    self._read += len(line)
                    self._events.append(json.loads(line))
        return self._events

    def named(self, event: str, after: int = 0, **fields: object) -> list[Event]:
        """The events of that name whose fields have these values, from the `after`-th event on."""
        return [e for e in self.events()[after:] if e["event"] == event and fields.items() <= e.items()]

    def wait_for(self, event: str, timeout: float = 20.0, after: int = 0, **fields: object) -> Event:
        """The first such event; fails with the newest events and the program's last words."""
        try:
            return wait_until(lambda: self.named(event, after, **fields), timeout, f"{event} {fields}")[0]
        except AssertionError as error:
            newest = "\n".join(json.dumps(e, ensure_ascii=False) for e in self.events()[-12:])
            raise AssertionError(f"{error}\nnewest events:\n{newest}\nstderr:\n{self.last_words()}") from None


def publish_to_demo(running: Running, messages: Sequence[tuple[str, str | bytes]], *, retain: bool = False) -> None:
    """QoS 1 as the demo's sensors, with the password the embedded broker made for them."""
    broker = running.runtime()["broker"]
    secret = (running.data / "broker" / "sensors.secret").read_text().strip()
    publish.multiple(
        [{"topic": topic, "payload": payload, "qos": 1, "retain": retain} for topic, payload in messages],
        broker["host"], broker["port"], auth={"username": "sensors", "password": secret}, protocol=MQTTv5,
    )  # fmt: skip
