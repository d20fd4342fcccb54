"""What a backup holds beside the journal and its recordings: the history, and when asked for the key that seals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from console.backends.history import backup as histories
from console.backends.history.sql import FOLDER as HISTORY
from console.backends.history.sql import LOG_FOLDER
from console.backends.store.backup import Beside
from console.backends.store.database import Database
from console.config.schema import Config
from console.config.secrets import fill, resolve
from console.errors import BackendError
from console.sealing import keys

KEY = f"{keys.FOLDER}/{keys.FILE}"
LOCKED = f"{KEY}.locked"  # under a password


class Belongings:
    """Of the data folder `data`. `say` is told how far it is."""

    def __init__(self, config: Config, data: Path, say: Callable[[str], None]) -> None:
        self._config = config
        self._data = data
        self._say = say
        self._pem = ""  # the key that is to be put back

    # ---- out ----

    def gather(self, *, history: bool, key: bool, password: str) -> Beside:
        """What puts them into a new backup. `password` is a reference. Raises BackendError, StoreError, OSError."""
        if password and not key:
            raise BackendError("--key-password locks the key that seals: say --with-key, too")
        secret = resolve(password) if password else ""
        if password and not secret:
            raise BackendError(f"the password of the key is empty: {password} holds nothing")

        def beside(part: Path, earlier: Path | None) -> list[str]:
            if history:
                known = earlier / HISTORY if earlier is not None else None
                log = self._data / HISTORY / LOG_FOLDER
                histories.copy_out(self._where(), log, part / HISTORY, known, self._count)
            if key:
                pem = self._key()
                name, text = (LOCKED, keys.locked(pem, secret)) if secret else (KEY, pem)
                keys.written_down(text, part / name)
            return sorted(path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file())

        return beside

    @staticmethod
    def about_key(made: Path) -> str:
        """How the key lies in a backup, as a sentence."""
        if (made / LOCKED).exists():
            return f"the key that seals is in it, under its password: {made / LOCKED}"
        return f"the key that seals is in it, for you alone to read: {made / KEY}. Whoever has it can forge a seal"

    # ---- back ----

    def takes(self, path: str) -> bool:
        """Whether this file is no matter of plain copying."""
        return path in (KEY, LOCKED) or (path.startswith(f"{HISTORY}/") and self._is_on_server())

    def make_sure(self, backup: Path, password: str) -> None:
        """Before anything is put back: the key would be written over nothing, and opens. Raises BackendError."""
        there = self._data / KEY
        if there.exists() and any((backup / name).exists() for name in (KEY, LOCKED)):
            raise BackendError(f"there is a key at {there}: move it away first")
        if (backup / KEY).exists():
            self._pem = (backup / KEY).read_text(encoding="ascii")
        elif (backup / LOCKED).exists() and password:
            self._pem = keys.unlocked((backup / LOCKED).read_text(encoding="ascii"), resolve(password))

    def put_back(self, backup: Path) -> str:
        """Put them back; returns what is to be said of the key. Raises BackendError, StoreError, OSError."""
        if (backup / HISTORY).is_dir() and self._is_on_server():
            histories.copy_in(backup / HISTORY, str(self._where()), self._count)
            self._put_log(backup)
        if self._pem:
            keys.written_down(self._pem, self._data / KEY)
            return "The key that seals is back, too"
        if (backup / LOCKED).exists():
            return f"The key that seals is locked in it and was left there: {backup / LOCKED}"
        return "The key that seals is not in this backup: put it back yourself"

    # ---- inside ----

    def _count(self, rows: int) -> None:
        self._say(f"{rows} of the history")

    def _where(self) -> str | Path:
        """Where the tables are: beside the journal unless the configuration names another place."""
        url = fill(self._config.history.url or self._config.store.url)
        is_elsewhere = self._config.history.url or (url and not Database.at(url).is_sqlite)
        return url if is_elsewhere else self._data / HISTORY

    def _is_on_server(self) -> bool:
        return not histories.is_of_files(self._where())

    def _put_log(self, backup: Path) -> None:
        """Samples that were in no table yet are settled by the next start."""
        for path in sorted((backup / HISTORY / LOG_FOLDER).glob("*")):
            target = self._data / HISTORY / LOG_FOLDER / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())

    def _key(self) -> str:
        """As PEM. Raises BackendError."""
        if self._config.journal.seal_key:
            return resolve(self._config.journal.seal_key)
        path = self._data / KEY
        if not path.exists():
            raise BackendError(f"there is no key that seals at {path}: a console makes it with the first seal")
        return keys.kept(path)
