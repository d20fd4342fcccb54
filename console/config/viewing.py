"""What `[video]`, `[truth]` and `[eye]` may say: numbers, ways, and which hosts nobody looks at closely. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from console.config import lines
from console.config.fill import Filler
from console.config.schema import Config

TRANSPORTS = ("auto", "tcp", "udp")  # how RTP comes
RENDERERS = ("auto", "raster", "opengl")  # who paints
HARDWARE = ("auto", "off")  # who decodes
ALL = 100  # percent


def check(config: Config, filler: Filler) -> None:
    """Note every problem of these tables in `filler`."""
    for path, value, lowest in _least(config):
        if value < lowest:
            filler.problem(path, f"{value:g} is too small", f"write at least {lowest:g}")
    _one_of(config.video.renderer, RENDERERS, ("video", "renderer"), filler)
    _one_of(config.video.hardware, HARDWARE, ("video", "hardware"), filler)
    if config.video.load_percent > ALL:
        filler.problem(("video", "load_percent"), f"{config.video.load_percent} is too large", f"write at most {ALL}")
    _one_of(config.video.transport, TRANSPORTS, ("video", "transport"), filler)
    for index, host in enumerate(config.video.hosts):
        if host.transport:
            _one_of(host.transport, TRANSPORTS, ("video", "host", index, "transport"), filler)
        if host.tls_unverified:
            what = f"nobody looks at the certificate of {host.host}: its pictures may be anybody's"
            cure = "give its authority in tls_ca, or a certificate the system knows to the host"
            filler.problem(("video", "host", index, "tls_unverified"), what, cure, warning=True)


def _least(config: Config) -> list[tuple[lines.Path, float, float]]:
    """Key, its value, the smallest it may be."""
    video, truth = config.video, config.truth
    hosts = [(("video", "host", index, "sessions"), host.sessions, -1) for index, host in enumerate(video.hosts)]
    return [
        (("video", "memory_mb"), video.memory_mb, 16),
        (("video", "ring_s"), video.ring_s, 0),
        (("video", "workers"), video.workers, 0),
        (("video", "load_percent"), video.load_percent, 0),
        (("video", "dial_per_s"), video.dial_per_s, 1),
        (("video", "redial_per_s"), video.redial_per_s, 1),
        (("video", "max_per_host"), video.max_per_host, 1),
        (("video", "stale_ms"), video.stale_ms, 100),
        (("video", "ptz_hold_s"), video.ptz_hold_s, 10),
        (("video", "sessions_per_host"), video.sessions_per_host, 0),
        *hosts,
        (("truth", "every_s"), truth.every_s, 0),
        (("truth", "patience_s"), truth.patience_s, 0),
        (("truth", "learn_h"), truth.learn_h, 0),
        (("truth", "clock_s"), truth.clock_s, 0),
        (("eye", "keep_days"), config.eye.keep_days, 0),
    ]


def _one_of(word: str, known: Collection[str], path: lines.Path, filler: Filler) -> None:
    if word not in known:
        close = difflib.get_close_matches(word, known, 1, 0.5)
        cure = f"did you mean {close[0]}?" if close else f"one of {', '.join(known)}"
        filler.problem(path, f"{word!r} is not known", cure)
