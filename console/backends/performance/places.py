"""Where a configuration keeps journal and history, as the child is told it."""

from __future__ import annotations

from pathlib import Path

from console.backends.history.sql import FOLDER
from console.backends.performance.words import Addresses
from console.backends.store.database import JOURNAL_FILE, Database
from console.config.schema import Config
from console.config.secrets import fill


def addresses_in(config: Config, data: Path) -> Addresses:
    """Raises BackendError when a password is missing."""
    journal = fill(config.store.url) or str((data / JOURNAL_FILE).absolute())
    history = fill(config.history.url or config.store.url)
    if config.history.url or (history and not Database.at(history).is_sqlite):
        return Addresses(journal, history, is_folder=False)
    return Addresses(journal, str((data / FOLDER).absolute()), is_folder=True)
