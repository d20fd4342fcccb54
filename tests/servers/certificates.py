"""Certificates for tests, made when they are asked for: an authority, and a server on 127.0.0.1 that it vouches for."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Authority:
    folder: Path

    @property
    def certificate(self) -> Path:
        return self.folder / "ca.pem"

    def server(self) -> tuple[Path, Path]:
        """Certificate and key of a server on 127.0.0.1."""
        certificate, key = self.folder / "server.pem", self.folder / "server.key"
        _openssl(
            *("req", "-x509", "-CA", self.certificate, "-CAkey", self.folder / "ca.key", "-subj", "/CN=broker"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE"),
            *("-out", certificate, "-keyout", key),
        )
        return certificate, key


def authority(folder: Path) -> Authority:
    """A new certificate authority of its own."""
    folder.mkdir(parents=True)
    made = Authority(folder)
    _openssl("req", "-x509", "-subj", "/CN=test authority", "-out", made.certificate, "-keyout", folder / "ca.key")
    return made


def _openssl(*arguments: str | Path) -> None:
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2")
    subprocess.run(["openssl", *arguments, *key], check=True, capture_output=True)
