"""Gives a console its keepers: who seals, lets go, measures disk and clock, who records the screens. At the start."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from console.app import Console
from console.backends.eye.keeper import EyeKeeper
from console.backends.store.backup import newest_made
from console.backends.store.clock import ahead_ms
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.upkeep.worker import Premises, UpkeepWorker
from console.config.schema import Config
from console.config.secrets import fill, resolve
from console.inbox import Inbox
from console.keeping import Keeping
from console.sealing.keys import FILE, FOLDER, kept


def look_after(console: Console, config: Config, data: Path, inbox: Inbox, keeping: Keeping) -> UpkeepWorker:
    """Start it; `data` is the folder of journal and recordings. A journal in memory is neither sealed nor cut."""
    where = fill(config.store.url) if config.store.url else str(data / JOURNAL_FILE)
    database, name = Database.at(where), f"disk-{console.seat.position}"
    keeper = UpkeepWorker(
        Premises(
            where, data, partial(_key, config, data), partial(ahead_ms, database, console.clock.now_ms),
            partial(newest_made, data),
        ),
        inbox,
    )  # fmt: skip
    console.custody.timekeeping.configure(config.clock)
    console.sharing.presence.attended = console.custody.timekeeping.others
    if not database.is_memory:
        keep = partial(keeping.keep, name)
        console.custody.connect(keeper, config.journal, config.disk, keeping.read(name), keep)
    arrived = f"arrivals-{console.seat.position}"
    console.troubles.arrivals.connect(
        console.site.time_zone, keeping.read(arrived), partial(keeping.keep, arrived)
    )  # fmt: skip
    keeper.start()
    return keeper


def record_screens(console: Console, config: Config, data: Path, inbox: Inbox) -> EyeKeeper:
    """Start the record of what stands on the screens, unless nothing is to be kept."""
    keeper = EyeKeeper(data, console.seat.position, config.eye.keep_days, inbox, console.clock)
    if config.eye.keep_days:
        console.sight.eye.connect(keeper)
        keeper.start()
    return keeper


def _key(config: Config, data: Path) -> str:
    """The key that seals, as PEM. Raises BackendError."""
    return resolve(config.journal.seal_key) if config.journal.seal_key else kept(data / FOLDER / FILE)
