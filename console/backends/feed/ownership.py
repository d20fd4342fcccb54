"""Whether the position's session at the broker is still ours. Used on the feed's thread.

Two processes with one client id throw each other out. Newer brokers say so; mosquitto before 2.0.15 just closes the
connection, so every process writes its name on a retained topic, and who finds another's name there when it comes
back has been replaced.
"""

from __future__ import annotations

import os
import secrets
import socket


class Ownership:
    """The name of this process, and whether it stands on the topic."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()} pid {os.getpid()} {secrets.token_hex(4)}"
        self._claimed = False

    def read(self, name: str) -> str:
        """The name that stands there; returns it when it is that of a process that replaced us, else ""."""
        return name if self._claimed and name != self.name else ""

    def claim(self) -> None:
        self._claimed = True

    def give_up(self) -> None:
        """We were replaced and have stood back for a while: what stands there is no longer held against us."""
        self._claimed = False
