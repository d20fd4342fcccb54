"""The peer of `bench standby`: libavformat receives cameras, a thread each, and throws away what it gets.

`python -m console.bench.demuxers < addresses`: prints how many are open whenever that changes, ends with its input.
"""

from __future__ import annotations

import sys
import threading

import av

OPTIONS = {"rtsp_transport": "tcp", "fflags": "nobuffer", "probesize": "32", "analyzeduration": "0"}
OPEN_S, READ_S = 20.0, 10.0


class Demuxers:
    """Counts the streams of which a packet came."""

    def __init__(self) -> None:
        self._open = 0
        self._lock = threading.Lock()

    def receive(self, url: str) -> None:
        """To the end of the stream."""
        with av.open(url, options=OPTIONS, timeout=(OPEN_S, READ_S)) as container:
            packets = container.demux(video=0)
            next(packets)
            with self._lock:
                self._open += 1
                print(self._open, flush=True)
            for _packet in packets:
                pass


def main() -> None:
    """One thread for each line of the input up to an empty one."""
    demuxers = Demuxers()
    for line in iter(sys.stdin.readline, ""):
        if not line.strip():
            break
        threading.Thread(target=demuxers.receive, args=(line.strip(),), daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
