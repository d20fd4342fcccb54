"""The private folder of the embedded broker: its configuration, its users and their passwords, who may write it."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from console.tenant import Owner, handed_over

CONSOLE = "console"  # may read everything, and write below watchroom/
SENSORS = "sensors"  # may write everything else, and read what is said to it
FIELD = "field"  # the units: read their orders, and write what they say

AUTOSAVE_S = 1  # a SIGKILL of the broker loses at most what came in this and one more second, and was not delivered
HASH_ROUNDS = (
    101  # the broker's own default; a random password of 192 bits needs no more, and a connection waits for it
)

CONFIG = """\
listener {port} 127.0.0.1
allow_anonymous false
password_file {folder}/passwords
acl_file {folder}/access
persistence true
persistence_location {folder}/state/
autosave_interval {autosave_s}
persistent_client_expiration 14d
max_queued_messages 100000
queue_qos0_messages false
max_inflight_messages 1000
# Larger messages are declined at the door; up to here they are delivered, refused by the console and counted.
max_packet_size 8388608
set_tcp_nodelay true
log_dest stderr
log_type error
log_type warning
log_type notice
connection_messages false
"""

ACCESS = f"""\
user {CONSOLE}
topic read #
topic read $SYS/#
topic write watchroom/#
topic write spBv1.0/+/NCMD/+

user {SENSORS}
topic deny watchroom/#
topic readwrite #

user {FIELD}
topic read watchroom/+/unit/+/order
topic write watchroom/+/unit/+/status
topic write watchroom/+/unit/+/position
"""


@dataclass(frozen=True, slots=True)
class Housing:
    """Paths below one folder. Everything in it is written anew at every start, except `state`."""

    folder: Path

    @property
    def config(self) -> Path:
        return self.folder / "mosquitto.conf"

    @property
    def database(self) -> Path:
        return self.folder / "state" / "mosquitto.db"

    def secret(self, user: str) -> Path:
        """The file that holds a user's password, for `file:` references."""
        return self.folder / f"{user}.secret"

    def port(self) -> int:
        """Where the broker of this folder listened last, 0: there was none."""
        try:
            first = self.config.read_text(encoding="utf-8").split("\n", 1)[0].split()
        except OSError:
            return 0
        return int(first[1]) if len(first) > 1 and first[1].isdecimal() else 0

    def furnish(self, port: int) -> Owner:
        """Write everything the broker needs, for the user it will run as. Raises OSError."""
        (self.folder / "state").mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        lines = []
        for user in (CONSOLE, SENSORS, FIELD):
            password = secrets.token_urlsafe(24)
            _write(self.secret(user), password)
            lines.append(f"{user}:{_hashed(password)}\n")
        _write(self.folder / "passwords", "".join(lines))
        _write(self.folder / "access", ACCESS)
        _write(self.config, CONFIG.format(port=port, folder=self.folder, autosave_s=AUTOSAVE_S))
        return self._hand_to_owner()

    def _hand_to_owner(self) -> Owner:
        """Started by root, the broker runs as `mosquitto` where that user can reach the folder, else as root."""
        # Not the secrets: the broker knows its users by their hashes.
        files = [path for path in (self.folder, *self.folder.rglob("*")) if path.suffix != ".secret"]
        owner = handed_over(files, "mosquitto", self.database.parent)
        if owner == Owner() and os.geteuid() == 0:
            with self.config.open("a") as config:
                config.write("user root\n")  # it would drop to a user who cannot save, and say so only in its log
        return owner


def _write(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)  # a new file: its mode holds from the first byte, and it is ours
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)


def _hashed(password: str) -> str:
    """mosquitto's own format ($7$: PBKDF2 with SHA-512), so that no password goes through a command line."""
    salt = secrets.token_bytes(12)
    key = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, HASH_ROUNDS)
    return f"$7${HASH_ROUNDS}${base64.b64encode(salt).decode()}${base64.b64encode(key).decode()}"
