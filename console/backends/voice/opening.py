"""Where a position's talk groups are: at the site's voice server, at one of our own, or nowhere."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from console.backends.voice.server import VoiceServer
from console.config.schema import VoiceConfig
from console.errors import BackendError
from console.model import GroupKind, Site

log = logging.getLogger(__name__)

TakeSite = Callable[[Site], None]


def open_voice(
    told: VoiceConfig, loaded: Site, data: Path, stack: ExitStack, *, is_demo: bool
) -> tuple[VoiceConfig | None, TakeSite]:  # fmt: skip
    """How to reach it, None where nobody can be talked to; who is to be told of another site. Raises BackendError."""
    if not _channels(loaded) or not (told.embedded or told.url or is_demo):
        return None, _nothing_of_ours
    if not (told.embedded or is_demo):
        return told, _nothing_of_ours
    server = VoiceServer(data / "voice-server")
    try:
        server.start(_channels(loaded))
    except BackendError as error:
        if told.embedded:
            raise
        log.warning("the demo has no talk groups: %s", error)
        return None, _nothing_of_ours
    stack.callback(server.stop)
    own = replace(server.config(told.user), microphone=told.microphone, limit_s=told.limit_s)
    return own, lambda site: server.make_soon(_channels(site))


def _nothing_of_ours(_site: Site) -> None:
    """The site's own people make the channels at the site's own server."""


def _channels(site: Site) -> tuple[str, ...]:
    return tuple(group.channel for group in site.groups if group.kind is GroupKind.TEAM)
