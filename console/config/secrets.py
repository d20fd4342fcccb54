"""Secrets: references in the configuration (`env:NAME`, `file:PATH`, `keyring:NAME`) become values when they are used.

No thread of its own; a value is never logged, never put into an error and never kept in the configuration.
"""

from __future__ import annotations

import importlib
import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from console.config import paths
from console.errors import BackendError

log = logging.getLogger(__name__)

SCHEMES = ("env", "file", "keyring")
SERVICE = "watchroom"  # the service name under which the keyring holds our secrets


def is_reference(text: str) -> bool:
    """Whether a text says where a secret is, rather than being one."""
    scheme, _, name = text.partition(":")
    return scheme in SCHEMES and bool(name)


def resolve(reference: str) -> str:
    """The secret a reference points to; "" stays "". Raises BackendError that names what is missing, never a value."""
    if not reference:
        return ""
    if not is_reference(reference):
        raise BackendError("a secret is given as env:NAME, file:PATH or keyring:NAME, never as the password itself")
    scheme, _, name = reference.partition(":")
    if scheme == "env":
        return _from_environment(name)
    return _from_file(name) if scheme == "file" else _from_keyring(name)


def beside(config: Path) -> Callable[[str], str]:
    """`resolve` for references that stand in another file: theirs are looked for beside the configuration, too."""

    def resolve_there(text: str) -> str:
        return resolve(paths.reference(text, config.parent) or text)

    return resolve_there


def password_in(url: str) -> str:
    """The password part of a URL as it stands there, "" when there is none (or no URL at all)."""
    try:
        return unquote(urlsplit(url).password or "")
    except ValueError:
        return ""


def fill(url: str) -> str:
    """The URL with its secret filled in: the whole URL may be a reference, or its password part."""
    if is_reference(url):
        return resolve(url)
    password = password_in(url)
    if not password:
        return url
    parts = urlsplit(url)
    login, _, host = parts.netloc.rpartition("@")
    user = login.partition(":")[0]
    return urlunsplit(parts._replace(netloc=f"{user}:{quote(resolve(password), safe='')}@{host}"))


def _from_environment(name: str) -> str:
    value = os.environ.get(name)
    if value is None:
        raise BackendError(f"the environment variable {name} that holds a secret is not set: set it before the start")
    return value


def _from_file(name: str) -> str:
    try:
        path = Path(name).expanduser()
        if path.stat().st_mode & stat.S_IROTH:
            log.warning("the secret file %s can be read by everybody: chmod 600 it", path)
        return path.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, RuntimeError, ValueError) as error:  # the home of nobody, a NUL, bytes that are no UTF-8
        raise BackendError(
            f"the secret file {name!r} cannot be read ({type(error).__name__}): it must be UTF-8 and ours to read"
        ) from None


def _from_keyring(name: str) -> str:
    try:
        keyring = importlib.import_module("keyring")
    except ImportError:
        raise BackendError(
            "the secret keyring:… needs the Python package keyring; install it or use env: or file:"
        ) from None
    refused = getattr(getattr(keyring, "errors", None), "KeyringError", RuntimeError)
    try:
        value = keyring.get_password(SERVICE, name)
    except (refused, RuntimeError, OSError) as error:  # it is locked, or there is none on this machine
        raise BackendError(
            f"the keyring gives no secret {name!r} ({type(error).__name__}): unlock it, or use env: or file:"
        ) from None
    if value is None:
        raise BackendError(f"the keyring holds no secret {name!r} of service {SERVICE!r}: keyring set {SERVICE} {name}")
    return str(value)
