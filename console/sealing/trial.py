"""One reading of a journal's seals: those of a folder and, once it is read, those of the journal itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from console.sealing.folder import filed, keys
from console.sealing.statement import Signed
from console.sealing.trust import Weighed, weigh
from console.verify import Anchor


class Trial:
    """`weigh` is for `JournalReader.verify`; afterwards `weighed` says what was found."""

    def __init__(self, folder: Path | None, trusted: Collection[str] = ()) -> None:
        """`trusted`: public keys as hex; without any, those that lie in the folder. Raises BackendError."""
        self._filed = list(filed(folder)) if folder is not None else []
        self._trusted = frozenset(trusted) or (keys(folder) if folder is not None else frozenset())
        self.weighed = Weighed(0, (), (), ())

    def weigh(self, found: Sequence[tuple[str, Signed]]) -> Iterable[Anchor]:
        """What of all that was signed anchors the chains."""
        self.weighed = weigh([*found, *self._filed], self._trusted)
        return self.weighed.anchors
