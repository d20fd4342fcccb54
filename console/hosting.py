"""What a console that joins another one uses of it: the servers that one started, and the files both share.

Read once, before any thread runs.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.backends.feed.housing import CONSOLE, Housing
from console.backends.voice.premises import Premises
from console.config.schema import BrokerConfig, VoiceConfig
from console.errors import BackendError

RUNTIME = "runtime.json"  # in the data folder of every console that is ready
SITE = "site"  # in the data folder of a demo whose site was changed: a copy of its folder


@dataclass(frozen=True, slots=True)
class Host:
    """A demo that runs. `voice` None: it has no talk groups."""

    folder: Path
    broker: BrokerConfig
    voice: VoiceConfig | None
    video_base: str
    onvif_base: str


def host_at(folder: Path) -> Host:
    """The console whose data folder this is. Raises BackendError when none runs there."""
    facts = _facts(folder)
    broker, voice = facts["broker"], facts["voice"]
    return Host(
        folder,
        BrokerConfig(
            url=f"mqtt://{broker['host']}:{broker['port']}", user=CONSOLE,
            password=f"file:{Housing(folder / 'broker').secret(CONSOLE)}",
        ),
        VoiceConfig(
            url=f"mumble://{voice['host']}:{voice['port']}", cert_pin=str(voice["pin"]),
            password=f"file:{Premises(folder / 'voice-server').password}",
        ) if voice is not None else None,
        str(facts["rtsp"]["base"]), str(facts["onvif"]["base"]),
    )  # fmt: skip


def _facts(folder: Path) -> dict[str, Any]:
    refusal = f"no demo runs on {folder}: start one there first, with demo --data {folder}"
    try:
        facts: dict[str, Any] = json.loads((folder / RUNTIME).read_text(encoding="utf-8"))
        os.kill(int(facts["pid"]), 0)
    except PermissionError:
        return facts  # it runs, as somebody else
    except (OSError, ValueError, KeyError, TypeError):
        raise BackendError(refusal) from None
    return facts
