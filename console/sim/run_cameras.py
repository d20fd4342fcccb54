"""`main.py simulate cameras`: the camera server on its own, with a text control line. Main thread."""

from __future__ import annotations

import argparse
import json
import logging
import signal
import socketserver
import sys
import threading
from pathlib import Path

from console.errors import BackendError
from console.sim.cameras import Auth, CameraSim, Effect, Fault, SimCamera, scene_names
from console.sim.coding import Coding

_log = logging.getLogger(__name__)
_MAX_LINE = 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cameras", type=int, default=16, metavar="N", help="number of cameras, 1 to 9999 (%(default)s)"
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8554, help="RTSP port, 0 for any free one (%(default)s)")
    parser.add_argument("--control", type=int, default=None, metavar="PORT", help="text control on this loopback port")
    parser.add_argument("--cache", type=Path, default=None, help="folder of encoded clips (default: the user's cache)")
    parser.add_argument("--h265", type=int, default=0, metavar="N", help="so many of them send H.265 (%(default)s)")
    parser.add_argument("--udp", type=int, default=0, metavar="N", help="so many of them refuse TCP (%(default)s)")
    parser.add_argument("--certificate", type=Path, metavar="PEM", help="certificate and key: serve rtsps:// too")
    parser.add_argument("--seconds", type=float, default=None, help="end by itself after this time")


def generic_cameras(count: int, h265: int = 0, udp: int = 0) -> tuple[SimCamera, ...]:
    """Cameras `cam-0001` … over all pictures in turn, without a site; some with emergency numbers left out.

    The first `h265` of them send H.265, the last `udp` refuse TCP.
    """
    scenes = scene_names()
    if not scenes:
        raise BackendError("the demo site has no pictures; draw them with: python -m console.sim.scenes")
    numbers = [n for n in range(1, count + 16) if n not in (110, 112, 119, 120, 122)][:count]
    return tuple(
        SimCamera(
            f"cam-{n:04d}",
            n,
            f"摄像机 Camera {n}",
            scenes[i * 7 % len(scenes)],
            Auth.NONE,
            udp_only=i >= count - udp,
            coding=Coding.H265 if i < h265 else Coding.H264,
        )
        for i, n in enumerate(numbers)
    )


def run(args: argparse.Namespace) -> int:
    """Serve until a signal or `--seconds`; prints one JSON line with the base URL when it listens."""
    if not 1 <= args.cameras <= 9_980:
        sys.stderr.write("--cameras must be between 1 and 9980\n")
        return 2
    try:
        cameras = generic_cameras(args.cameras, args.h265, args.udp)
        sim = CameraSim(cameras, args.host, args.port, args.cache, certificate=args.certificate)
        sim.start()
    except BackendError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return _serve(sim, args)


def _serve(sim: CameraSim, args: argparse.Namespace) -> int:
    done = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: done.set())
    try:
        control = None if args.control is None else Control(sim, args.control)
    except OSError as error:
        sys.stderr.write(f"the control port {args.control} cannot be opened: {error.strerror}\n")
        sim.stop()
        return 1
    ready: dict[str, object] = {"rtsp": sim.base, "cameras": args.cameras, "control": control.port if control else None}
    if args.certificate is not None:
        ready["rtsps"] = sim.secure_base
    sys.stdout.write(json.dumps(ready) + "\n")
    sys.stdout.flush()
    done.wait(args.seconds)
    if control is not None:
        control.close()
    sim.stop()
    return 0


class Control:
    """Newline text on a loopback port: `fault CAMERA NAME|none`, `effect CAMERA NAME|none`, `stat`."""

    def __init__(self, sim: CameraSim, port: int) -> None:
        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                while line := self.rfile.readline(_MAX_LINE):
                    self.wfile.write(obey(sim, line.decode("utf-8", "replace")).encode() + b"\n")

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, name="camera-control", daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def obey(sim: CameraSim, line: str) -> str:
    """Carry out one control line; the answer is `ok`, `error …` or a JSON line."""
    try:
        match line.split():
            case ["stat"]:
                return json.dumps(sim.stat())
            case ["fault", camera, name]:
                sim.fault(camera, None if name == "none" else Fault(name))
                return "ok"
            case ["effect", camera, name]:
                sim.effect(camera, None if name == "none" else Effect(name)).result(90)
                return "ok"
            case _:
                return "error expected: fault CAMERA NAME|none, effect CAMERA NAME|none, or stat"
    except KeyError:
        return "error no such camera"
    except (ValueError, BackendError, TimeoutError) as error:
        return f"error {error}"
