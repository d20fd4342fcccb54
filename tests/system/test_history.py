"""What the real console measured is there again: after a kill, over a full disk."""

from __future__ import annotations

import json
from pathlib import Path

from console.backends.history.batches import Unsettled
from console.backends.history.library import Files
from console.backends.history.reading import Reading
from console.config.schema import HistoryConfig
from console.errors import StoreError
from console.histories import HistoryRequest
from console.model import point_id
from tests.servers.mosquitto import Broker
from tests.system.process import Running
from tests.system.small_disk import SmallDisk
from tests.system.small_site import now_ms
from tests.waiting import wait_until

PUMP = point_id("site", "pump-1", "temperature")
START = now_ms() - 600_000


def measure(broker: Broker, first: int, last: int) -> None:
    """Degrees whose number is the number of the sample; those behind the first are late and belong to history only."""
    for number in reversed(range(first, last)):
        broker.publish("site/pump-1/temperature", json.dumps({"v": number / 10, "t": START + number * 1000}))


def kept(data: Path) -> list[float]:
    """Every value in the history of a console, running or not."""
    folder = data / "history"
    unsettled, files = Unsettled(folder / "log"), Files(folder, is_writer=False)
    try:
        unsettled.find()
        reading = Reading(files, HistoryConfig(), unsettled.batches, now_ms())
        series = reading.answer(HistoryRequest(1, PUMP, START, now_ms(), 100_000))
    except (StoreError, OSError):
        return []
    finally:
        files.close()
    return [round(value * 10) for value in series.mean.tolist() if value == value]


def test_a_killed_console_finds_every_sample_again(mosquitto: Broker, serving: Running) -> None:
    serving.wait_for("LinkUp", kind="history")
    measure(mosquitto, 0, 40)
    wait_until(lambda: kept(serving.data) == list(range(40)), 20, "the samples in the log")
    serving.kill()
    serving.start("run")
    measure(mosquitto, 40, 50)
    wait_until(lambda: kept(serving.data) == list(range(50)), 20, "earlier and later samples together")
    (earlier, _) = wait_until(lambda: is_settled(serving.data), 20, "the earlier ones in the tables")
    assert earlier.name.startswith("raw-")
    assert kept(serving.data) == list(range(50))
    assert serving.stop() == 0


def is_settled(data: Path) -> list[Path]:
    """The volume and the log when only one log is left: that of the run that goes on."""
    logs = list((data / "history" / "log").glob("*.samples"))
    volumes = list((data / "history").glob("raw-*.sqlite"))
    return [*volumes[:1], *logs] if volumes and len(logs) == 1 else []


def test_a_disk_that_was_full_has_cost_no_sample(mosquitto: Broker, small_disk: SmallDisk, serving: Running) -> None:
    """What the spool cannot take stays with the broker; what it took before is in memory until there is room."""
    serving.wait_for("LinkUp", kind="history")
    measure(mosquitto, 0, 10)
    wait_until(lambda: kept(serving.data) == list(range(10)), 20, "the samples in the log")
    small_disk.fill(serving.child.pid, 600)
    measure(mosquitto, 10, 40)
    serving.wait_for("LinkDown", kind="spool")
    small_disk.free(serving.child.pid)
    wait_until(lambda: kept(serving.data) == list(range(40)), 40, "every sample")
    serving.kill()
    assert kept(serving.data) == list(range(40))
