"""Folder of the embedded voice server: its configuration, certificate and passwords, made anew at each start."""

from __future__ import annotations

import datetime
import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from console.tenant import Owner, handed_over

USER = "mumble-server"  # Debian's, for the server
VALID_FROM, VALID_UNTIL = datetime.datetime(2020, 1, 1), datetime.datetime(2099, 12, 31)  # it is pinned, not trusted

CONFIG = """\
database={folder}/murmur.sqlite
host=127.0.0.1
port={port}
serverpassword={password}
sslCert={folder}/certificate.pem
sslKey={folder}/key.pem
registerName=Watchroom
users=200
bandwidth=96000
# Else one client without Opus would make everybody speak a codec that newer ones do not have.
opusthreshold=0
# One address is all there is here: a mistyped password must not lock it out.
autobanAttempts=0
bonjour=False
# People and places are called what they are called, spaces and Chinese included.
username=.+
channelname=.+
ice=
icesecretread={secret}
icesecretwrite={secret}
# Members come and go at once when a console starts.
messageburst=500
messagelimit=500
timeout=30
welcometext=
allowhtml=false
rememberchannel=false
uname={user}
"""


@dataclass(frozen=True, slots=True)
class Premises:
    """Paths below one folder."""

    folder: Path

    @property
    def config(self) -> Path:
        return self.folder / "murmur.ini"

    @property
    def password(self) -> Path:
        """The file that holds the server's password, for `file:` references."""
        return self.folder / "voice.secret"

    def furnish(self, port: int) -> tuple[Owner, str]:
        """Write everything the server needs; who it runs as, and the SHA-256 of its certificate. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        for old in self.folder.glob("murmur.*"):
            old.unlink()
        pin = self._certify()
        password = secrets.token_urlsafe(24)
        _write(self.password, password.encode())
        self._configure(port, password, USER)
        files = [path for path in (self.folder, *self.folder.iterdir()) if path.suffix != ".secret"]
        owner = handed_over(files, USER, self.folder)
        if owner == Owner() and os.geteuid() == 0:
            self._configure(port, password, "root")  # it would drop to a user who cannot reach its files
        return owner, pin

    def _configure(self, port: int, password: str, user: str) -> None:
        text = CONFIG.format(
            folder=self.folder, port=port, password=password, secret=secrets.token_urlsafe(24), user=user
        )
        _write(self.config, text.encode())

    def _certify(self) -> str:
        """A certificate nobody signed but itself; its SHA-256."""
        key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Watchroom")])
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(VALID_FROM)
            .not_valid_after(VALID_UNTIL)
            .sign(key, hashes.SHA256())
        )
        pem = serialization.Encoding.PEM
        _write(self.folder / "certificate.pem", made.public_bytes(pem))
        plain = serialization.NoEncryption()
        _write(self.folder / "key.pem", key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
        return hashlib.sha256(made.public_bytes(serialization.Encoding.DER)).hexdigest()


def _write(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)  # a new file: its mode holds from the first byte, and it is ours
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
