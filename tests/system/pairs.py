"""Two consoles of one room as real processes on one journal, each with a data folder of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import make_url

from console.backends.store.read import JournalReader
from console.journal import Entry
from tests.servers.mosquitto import Broker
from tests.system.process import Event, Running
from tests.system.small_site import write_config
from tests.system.test_dispatch import UNITS, Commanded
from tests.waiting import wait_until


class Pair:
    """desk-1 with Li and desk-2 with Wang; `journal` is a path or the address of a database."""

    def __init__(self, folder: Path, broker: Broker, journal: str) -> None:
        self.journal = journal
        address, env = written(journal)
        self.consoles: list[Commanded] = []
        for position, person in (("desk-1", "Li"), ("desk-2", "Wang")):
            config = write_config(folder / position / "site", broker.url)
            text = config.read_text(encoding="utf-8").replace('person = "Li"', f'person = "{person}"')
            head, _, rest = text.partition("[store]\n")
            _, _, tail = rest.partition("\n")
            config.write_text(f'{head}[store]\nurl = "{address}"\n{tail}', encoding="utf-8")
            (config.parent / "site" / "units.csv").write_text(UNITS, encoding="utf-8")
            arguments = ("--config", str(config), "--position", position)
            self.consoles.append(Commanded(folder / position / "run", *arguments, env=env))

    @property
    def first(self) -> Commanded:
        return self.consoles[0]

    @property
    def second(self) -> Commanded:
        return self.consoles[1]

    def begin(self) -> None:
        """Start both, and wait until they hear the broker and each other."""
        for console in self.consoles:
            console.start("run")
            console.wait_for("LinkUp", kind="broker")
        self.first.wait_for("PositionSeen", position="desk-2")
        self.second.wait_for("PositionSeen", position="desk-1")

    def reader(self) -> JournalReader:
        return JournalReader(self.journal)

    def entries(self) -> list[Entry]:
        """Everything in the journal, in order of commit."""
        return [recorded.entry for chunk in self.reader().chunks() for recorded in chunk]

    def raised(self) -> Counter[str]:
        """How often each fire stream was raised."""
        found = self.reader().of_kind("AlarmRaised")
        return Counter(one.entry.stream for one in found if one.entry.data["alarm_class"] == "F")

    def wait_until_recorded(self, streams: set[str], within_s: float = 60.0) -> None:
        wait_until(lambda: set(self.raised()) >= streams, within_s, f"{len(streams)} alarms in the journal")

    def assert_sound(self) -> None:
        """No stream has a hole or a fork, and every chain holds."""
        versions: dict[tuple[str, str], list[int]] = {}
        for entry in self.entries():
            versions.setdefault((entry.domain, entry.stream), []).append(entry.version)
        holes = {key: found for key, found in versions.items() if found != list(range(1, len(found) + 1))}
        assert holes == {}
        assert self.reader().verify().is_whole


def written(journal: str) -> tuple[str, dict[str, str]]:
    """The address as a configuration may have it, and where its password is."""
    if "://" not in journal:
        return f"sqlite:///{journal}", {}
    url = make_url(journal)
    named = url.set(password="env:TEST_DATABASE_PASSWORD").render_as_string(hide_password=False)
    return named.replace("env%3A", "env:"), {"TEST_DATABASE_PASSWORD": str(url.password)}


@contextmanager
def running_pair(folder: Path, broker: Broker, journal: str, points: Sequence[str] = ()) -> Iterator[Pair]:
    """Both run; whatever happens they are ended. `points`: further rows of points.csv."""
    pair = Pair(folder, broker, journal)
    for row in points:
        for position in ("desk-1", "desk-2"):
            with (folder / position / "site" / "site" / "points.csv").open("a", encoding="utf-8") as table:
                table.write(f"{row}\n")
    with ExitStack() as stack:
        for console in pair.consoles:
            stack.enter_context(console)
        pair.begin()
        yield pair


def newest(console: Running) -> int:
    """How many events there are so far."""
    return len(console.events())


def followed(console: Running, kind: str, after: int = 0) -> list[Event]:
    """What of another console's entries of that kind reached this one."""
    return console.named("EntryFollowed", after, kind=kind)
