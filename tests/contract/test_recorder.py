"""`main.py record` at a real broker: what it writes, where it ends, and that it takes nothing from anybody."""

from __future__ import annotations

import argparse
import json
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from console.backends.feed.dial import dial
from console.backends.feed.recorder import MOST_BYTES, Limit, Recorded, Recorder
from console.clock import Clock
from console.commands import check, record
from console.config.schema import BrokerConfig
from console.errors import BackendError
from tests.servers.certificates import authority
from tests.servers.mosquitto import Broker
from tests.servers.ports import free_port

DEADLINE_S = 30.0
NO_LIMIT = Limit()
CONFIG = """\
site = "{site}"
[broker]
url = "{url}"
[[source]]
name = "site"
ecosystem = "site"
topic = "site/{{device}}/{{kind}}"
[[source.signal]]
value = "v"
"""
SITE = Path(__file__).resolve().parents[2] / "resources" / "demo"


class Recording:
    """A recorder on a thread of its own; usable when the broker has granted its topics."""

    def __init__(self, config: BrokerConfig, path: Path, limit: Limit = NO_LIMIT) -> None:
        self._path = path
        self._ready = threading.Event()
        self._ended = threading.Event()
        self.recorded: Recorded | None = None
        self.error: BackendError | None = None
        recorder = Recorder(dial(config), ("site/#",), Clock(), lambda topic: topic.partition("/")[0])
        self._thread = threading.Thread(target=self._run, args=(recorder, limit))

    def _run(self, recorder: Recorder, limit: Limit) -> None:
        try:
            with self._path.open("w", encoding="utf-8") as file:
                self.recorded = recorder.run(file, limit, self._ended.is_set, self._ready.set)
        except BackendError as error:
            self.error = error

    def __enter__(self) -> Recording:
        self._thread.start()
        assert self._ready.wait(DEADLINE_S), "the broker grants nothing"
        return self

    def __exit__(self, *_error: object) -> None:
        self.wait()

    def end(self) -> None:
        self._ended.set()

    def wait(self) -> None:
        self._thread.join(DEADLINE_S)
        assert not self._thread.is_alive(), "the recording does not end"

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._path.read_text(encoding="utf-8").splitlines()]


def test_every_message_is_a_line_as_explain_reads_them(mosquitto: Broker, tmp_path: Path) -> None:
    mosquitto.publish("site/a/smoke", '{"v": 0}', retain=True)
    with Recording(BrokerConfig(url=mosquitto.url), tmp_path / "r.jsonl", Limit(messages=3)) as recording:
        mosquitto.publish("site/a/smoke", '{"v": "火警"}')
        mosquitto.publish("site/b/smoke", b"@@\xff")
    first, second, third = recording.lines()
    assert (first["topic"], first["payload"], first["retain"]) == ("site/a/smoke", '{"v": 0}', True)
    assert (second["payload"], "retain" in second) == ('{"v": "火警"}', False)
    assert (third["encoding"], third["payload"]) == ("base64", "QED/")
    assert recording.recorded is not None
    assert (recording.recorded.ended, recording.recorded.by_source["site"]) == ("messages", 3)


def test_it_ends_before_the_file_is_larger_than_allowed_and_leaves_pictures_out(
    mosquitto: Broker, tmp_path: Path
) -> None:
    path = tmp_path / "r.jsonl"
    with Recording(BrokerConfig(url=mosquitto.url), path, Limit(bytes=1_000)) as recording:
        mosquitto.publish("site/a/picture", b"x" * (MOST_BYTES + 1))
        for _ in range(20):
            mosquitto.publish("site/a/smoke", "y" * 80)
    assert recording.recorded is not None
    assert (recording.recorded.ended, recording.recorded.left_out) == ("bytes", 1)
    assert path.stat().st_size == recording.recorded.bytes <= 1_000


def test_it_ends_when_its_time_is_up_or_when_it_is_asked_to(mosquitto: Broker, tmp_path: Path) -> None:
    with Recording(BrokerConfig(url=mosquitto.url), tmp_path / "a.jsonl", Limit(seconds=0.2)) as timed:
        pass
    assert timed.recorded is not None
    assert timed.recorded.ended == "seconds"
    with Recording(BrokerConfig(url=mosquitto.url), tmp_path / "b.jsonl") as asked:
        asked.end()
    assert asked.recorded is not None
    assert asked.recorded.ended == "asked"


def test_a_broker_lost_on_the_way_ends_it_and_what_came_is_in_the_file(mosquitto: Broker, tmp_path: Path) -> None:
    with Recording(BrokerConfig(url=mosquitto.url), tmp_path / "r.jsonl") as recording:
        mosquitto.publish("site/a/smoke", "1")
        mosquitto.stop()
    assert recording.error is not None
    assert [line["payload"] for line in recording.lines()] == ["1"]


def test_a_broker_nobody_runs_is_named_with_the_reason(tmp_path: Path) -> None:
    config = BrokerConfig(url=f"mqtt://127.0.0.1:{free_port()}")
    with pytest.raises(BackendError, match="refused"), (tmp_path / "r").open("w") as file:
        Recorder(dial(config), ("#",), Clock(), str).run(file, Limit(), lambda: False, lambda: None)


# paho leaves the socket of a failed TLS handshake to the garbage collector.
@pytest.mark.filterwarnings("ignore:unclosed <ssl.SSLSocket:ResourceWarning")
def test_it_records_over_tls_and_refuses_a_broker_nobody_vouches_for(tmp_path: Path) -> None:
    folder = tmp_path / "broker"
    broker = Broker(folder)
    ours = authority(tmp_path / "ca")
    certificate, key = ours.server()
    with (folder / "mosquitto.conf").open("a") as more:
        more.write(f"certfile {certificate}\nkeyfile {key}\n")
    broker.start()
    url = f"mqtts://127.0.0.1:{broker.port}"
    try:
        known = BrokerConfig(url=url, ca_file=str(ours.certificate))
        with Recording(known, tmp_path / "r.jsonl", Limit(seconds=0.1)) as recording:
            pass
        assert recording.error is None
        with pytest.raises(BackendError, match="tls_failed"), (tmp_path / "x").open("w") as file:
            Recorder(dial(BrokerConfig(url=url)), ("#",), Clock(), str).run(
                file, Limit(), lambda: False, lambda: None
            )  # fmt: skip
    finally:
        broker.stop()


def test_the_file_belongs_to_its_owner_alone_and_is_never_overwritten(
    mosquitto: Broker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config, path = tmp_path / "config.toml", tmp_path / "r.jsonl"
    config.write_text(CONFIG.format(site=SITE, url=mosquitto.url), encoding="utf-8")
    mosquitto.publish("site/a/smoke", '{"v": 0}', retain=True)
    mosquitto.publish("site/b/smoke", "{", retain=True)
    assert _record("--config", str(config), "--messages", "2", str(path)) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "2 messages" in capsys.readouterr().err
    with pytest.raises(BackendError, match="File exists"):
        _record("--config", str(config), "--messages", "1", str(path))

    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    arguments = parser.parse_args(["--config", str(config), "--recorded", str(path), "--json"])
    assert check.run(arguments) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["messages"], told["sources"][0]["understood"], told["sources"][0]["refused"]) == (2, 1, 1)


def _record(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    record.add_arguments(parser)
    return record.run(parser.parse_args(arguments))
