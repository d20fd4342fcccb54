"""The bytes of a site file as text, within limits: size, encoding, NUL bytes. Every refusal is a named problem."""

from __future__ import annotations

import stat
from pathlib import Path

from console.site.columns import FileShape
from console.site.findings import Findings, nearest

MAX_BYTES = 64 * 1024 * 1024
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(folder: Path, shape: FileShape, findings: Findings) -> str | None:
    """The file's text without a byte order mark; None when it is missing (a problem only if required) or unusable."""
    path = folder / shape.name
    try:
        if not path.exists():
            _report_missing(folder, shape, findings)
            return None
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):  # a pipe would hold us up for ever
            findings.error(shape.name, 0, "", "cannot be read: it is no file", "make it a file this user may read")
            return None
        size = state.st_size
        if size > MAX_BYTES:
            findings.error(shape.name, 0, "", f"the file has {size >> 20} MiB", f"keep it under {MAX_BYTES >> 20} MiB")
            return None
        data = path.read_bytes()
    except OSError as error:
        findings.error(shape.name, 0, "", f"cannot be read: {error.strerror}", "make it a file this user may read")
        return None
    return _decode(data, shape.name, findings)


def _report_missing(folder: Path, shape: FileShape, findings: Findings) -> None:
    if shape.required:
        there = sorted(entry.name for entry in folder.iterdir())
        cure = nearest(shape.name, there, "create it; docs/site-folder.md lists its columns")
        findings.error(shape.name, 0, "", "the file is missing", cure)


def _decode(data: bytes, name: str, findings: Findings) -> str | None:
    if data.startswith(UTF16_MARKS):
        findings.error(name, 0, "", "the file is UTF-16 text", "save it again as UTF-8 (in Excel: CSV UTF-8)")
        return None
    if (nul := data.find(b"\0")) >= 0:
        findings.error(name, _line(data, nul), "", "the file holds NUL bytes", "save it again as plain UTF-8 text")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = "the file is not UTF-8" + _guess(data)
        findings.error(name, _line(data, error.start), "", what, "save it again as UTF-8 (in Excel: CSV UTF-8)")
        return None
    if not text.strip():
        findings.error(name, 0, "", "the file is empty", "fill it, or delete it where it is optional")
        return None
    return text


def _guess(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return " but looks like GB18030 (GBK)"


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
