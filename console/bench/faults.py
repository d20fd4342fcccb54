"""`main.py bench faults`: how soon each fault of a camera is named on its tile, heals, and whether other tiles wait.

The video process itself with simulated cameras, without windows. What is told of a running picture counts from the
arrival of its last one, of a new visit from the moment the camera was dialled. `late_s` is how late this bench itself
was: on a busy machine that much of a figure is the machine's.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from socket import create_server, socket

from console.bench.fault_watch import Said, Watch
from console.bench.streams import Streams
from console.model import Camera, CameraId, CameraKind
from console.ports import CameraState, Detail

State = CameraState
NAMED_S, STALE_S, TICK_S = 2.0, 1.5, 0.1  # promised; the process looks at its clocks twenty times a second
CHANGE_S, CALM_S = 8.0, 3.0
REHEARSAL_S = 20.0  # in which the simulator makes the other clip
GROUP_S = 2.5  # after another codec a picture can begin only with the next key frame, every 2 s
TCP, UDP, H265, WITNESS = "tcp", "udp", "h265", "witness"
CAMERAS, DEAD, SHOWN = 192, 50, 36


@dataclass(frozen=True, slots=True)
class Case:
    """`states`: any of them names the fault; none: the pictures go on, without a pause longer than `limit_s`.

    `detail`: the reason that has to be given.
    """

    fault: str
    camera: str
    states: frozenset[CameraState] = frozenset()
    detail: Detail | None = None
    limit_s: float = NAMED_S
    is_visit: bool = False  # it shows when the camera is dialled


def _case(fault: str, camera: str, *states: CameraState, limit_s: float = NAMED_S) -> Case:
    return Case(fault, camera, frozenset(states), limit_s=limit_s)


def _visit(fault: str, state: CameraState, detail: Detail) -> Case:
    return Case(fault, TCP, frozenset({state}), detail, is_visit=True)


CASES = (
    _case("stall", TCP, State.STALE, limit_s=STALE_S),
    _case("stall", UDP, State.STALE, limit_s=STALE_S),
    _case("stall", H265, State.STALE, limit_s=STALE_S),
    _case("silent", TCP, State.STALE, limit_s=STALE_S),
    _case("silent", UDP, State.STALE, limit_s=STALE_S),
    _case("abort", TCP, State.NO_SIGNAL),
    _case("abort", UDP, State.NO_SIGNAL),
    _case("no-key-frame", TCP, State.WAITING_KEY),
    _case("no-key-frame", H265, State.WAITING_KEY),
    _case("slow-link", TCP, State.WAITING_KEY, State.STALE),
    _case("slow-link", UDP, State.WAITING_KEY, State.STALE),
    Case("lossy", UDP, frozenset({State.WAITING_KEY}), Detail.PACKETS_LOST),
    _case("reorder", UDP, limit_s=STALE_S),
    _case("resolution-change", TCP, limit_s=STALE_S),
    _case("codec-change", TCP, limit_s=GROUP_S),
    _case("codec-change", H265, limit_s=GROUP_S),
    _case("wrong-clock", TCP, limit_s=STALE_S),
    _visit("unauthorised", State.WRONG_PASSWORD, Detail.STATUS),
    _visit("not-found", State.NOT_FOUND, Detail.STATUS),
    _visit("abort", State.NO_SIGNAL, Detail.CONNECTION_LOST),
    _visit("silent", State.CONNECTING, Detail.NO_ANSWER),
    _visit("play-silence", State.CONNECTING, Detail.NOTHING_SENT),
    _visit("no-key-frame", State.WAITING_KEY, Detail.NONE),
)


@dataclass(slots=True)
class Found:
    """Of one case. Times in seconds, None: it never came; gaps are the longest between two pictures of a tile."""

    fault: str
    camera: str
    when: str
    limit_s: float
    named: str = ""
    named_s: float | None = None
    back_s: float | None = None
    own_gap_s: float = 0.0
    other_gap_s: float = 0.0
    late_s: float = 0.0
    is_kept: bool = False  # what is promised, less what this bench was late

    def judge(self, case: Case) -> None:
        """Whether it was named in time and came back; without a state, whether its pictures went on."""
        if not case.states:
            self.is_kept = self.back_s is not None and self.own_gap_s - self.late_s <= case.limit_s
            return
        is_back = case.is_visit or self.back_s is not None
        self.is_kept = is_back and self.named_s is not None and self.named_s - self.late_s <= case.limit_s + TICK_S


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only", action="append", default=[], metavar="FAULT", help="this fault; may be repeated")
    parser.add_argument("--no-dead", action="store_true", help="leave out the 50 dead ones of 192 cameras")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when everything promised was kept."""
    cases = [case for case in CASES if not args.only or case.fault in args.only]
    with closing(Streams(4, h265=1, udp=1)) as served:
        found = [*_running(served, cases), *(_visited(served, case) for case in cases if case.is_visit)]
    dead = {} if args.no_dead or args.only else _dead()
    document = {
        "bench": "faults",
        "promised": {"named_s": NAMED_S, "stale_s": STALE_S, "within_s": TICK_S},
        "faults": [_rounded(asdict(one)) for one in found],
        "dead": _rounded(dead),
    }
    json.dump(document, sys.stdout, indent=2)
    print()
    return 0 if all(one.is_kept for one in found) else 1


def _rounded(fields: dict[str, object]) -> dict[str, object]:
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in fields.items()}


# ---- a picture that runs ----


def _running(served: Streams, cases: Sequence[Case]) -> Iterator[Found]:
    """The first stream sends H.265, the last one refuses TCP, nothing ever happens to the third."""
    at = dict(zip((H265, TCP, WITNESS, UDP), range(4), strict=True))
    cameras = [_camera(name, number, served.url(number - 1)) for name, number in ((n, i + 1) for n, i in at.items())]
    with closing(Watch(cameras)) as watch:
        watch.show(tuple(at))
        watch.until(lambda: all(watch.state(name) is State.LIVE for name in at))
        for case in cases:
            if not case.is_visit:
                yield _one(watch, served, case, served.names[at[case.camera]])


def _one(watch: Watch, served: Streams, case: Case, name: str) -> Found:
    found = Found(case.fault, case.camera, "running", case.limit_s)
    watch.until(lambda: watch.state(case.camera) is State.LIVE)
    if case.fault.endswith("-change"):
        _rehearse(watch, served, name, case.fault)
    watch.rest(CALM_S)
    watch.begin()
    served.fault(name, case.fault)
    if case.states:
        said = watch.until(lambda: _first(watch.said(case.camera), case))
        if said is not None:
            found.named, found.named_s = said.name, said.at_s - watch.seen_before(case.camera, said.at_s)
    else:
        watch.rest(CHANGE_S)
        found.named = "".join(one.name for one in watch.said(case.camera)[:1])
        found.own_gap_s = watch.gap_s(case.camera)
    served.fault(name, "none")
    healed_s = watch.now_s()
    if watch.until(lambda: watch.state(case.camera) is State.LIVE and watch.has_new(case.camera, healed_s)):
        found.back_s = watch.now_s() - healed_s
    found.other_gap_s, found.late_s = watch.gap_s(WITNESS), watch.late_s
    found.judge(case)
    return found


def _rehearse(watch: Watch, served: Streams, name: str, fault: str) -> None:
    served.fault(name, fault)
    watch.rest(REHEARSAL_S)
    served.fault(name, "none")
    watch.rest(CALM_S)


def _first(said: Sequence[Said], case: Case) -> Said | None:
    named = (one for one in said if one.state in case.states)
    return next((one for one in named if case.detail is None or one.detail is case.detail), None)


# ---- a new visit ----


def _visited(served: Streams, case: Case) -> Found:
    found = Found(case.fault, case.camera, "dialled", case.limit_s)
    name = served.names[1]
    served.fault(name, case.fault)
    with closing(Watch([_camera(TCP, 1, served.url(1))])) as watch:
        watch.begin()
        said = watch.until(lambda: _first(watch.said(TCP), case))
        if said is not None:
            found.named, found.named_s = said.name, said.at_s - _dialled_s(watch.said(TCP))
        found.late_s = watch.late_s
    served.fault(name, "none")
    found.judge(case)
    return found


def _dialled_s(said: Sequence[Said]) -> float:
    return next((one.at_s for one in said if one.state is State.CONNECTING), said[0].at_s)


# ---- many dead ----


def _dead() -> dict[str, object]:
    """Fifty of 192 cameras are dead: half refuse connections, half take them and never answer."""
    with closing(Streams(24)) as served, _hole() as hanging, _closed_port() as refusing:
        half = DEAD // 2
        cameras = [_camera(f"alive-{n}", n + 1, served.url(n)) for n in range(CAMERAS - DEAD)]
        cameras += [_camera(f"hanging-{n}", 1_000 + n, f"rtsp://127.0.0.1:{hanging}/{n}") for n in range(half)]
        cameras += [_camera(f"refusing-{n}", 2_000 + n, f"rtsp://127.0.0.1:{refusing}/{n}") for n in range(half)]
        with closing(Watch(cameras)) as watch:
            return _among_dead(watch, [camera.id for camera in cameras])


def _among_dead(watch: Watch, names: Sequence[CameraId]) -> dict[str, object]:
    alive, hanging, refusing = (
        [name for name in names if name.startswith(kind)] for kind in ("alive", "hanging", "refusing")
    )
    watch.until(lambda: all(watch.state(name) is State.LIVE for name in alive))
    live_s = watch.now_s()
    watch.until(lambda: all(watch.state(name) is State.NO_SIGNAL for name in hanging))
    said_s = watch.now_s()
    watch.show(alive[:SHOWN])
    watch.rest(CALM_S)
    watch.begin()
    watch.rest(4 * CHANGE_S)  # while the dead are dialled again and again
    silent = Case("", "", frozenset({State.CONNECTING, State.NO_SIGNAL}), Detail.NO_ANSWER)
    return {
        "cameras": CAMERAS,
        "dead": DEAD,
        "all_living_live_s": live_s,
        "all_dead_named_s": said_s,
        "refusal_named_s": _slowest(watch, refusing, replace(silent, states=frozenset({State.REFUSED}), detail=None)),
        "silence_named_s": _slowest(watch, hanging, silent),
        "shown": SHOWN,
        "longest_gap_s": max(watch.gap_s(name) for name in alive[:SHOWN]),
        "disturbed": sum(watch.state(name) is not State.LIVE for name in alive),
        "late_s": watch.late_s,
    }


def _slowest(watch: Watch, names: Sequence[CameraId], case: Case) -> float:
    """From being dialled to being named, the slowest of them."""
    found = ((_first(watch.ever(name), case), _dialled_s(watch.ever(name))) for name in names)
    return max((said.at_s - dialled_s for said, dialled_s in found if said is not None), default=0.0)


def _camera(name: str, number: int, url: str) -> Camera:
    return Camera(CameraId(name), number, name, name, CameraKind.FIXED, None, sub_url=url)


@contextmanager
def _hole() -> Iterator[int]:
    """A port that takes connections and says nothing, like a recorder that hangs."""
    with closing(create_server(("127.0.0.1", 0), backlog=256)) as listener:
        yield int(listener.getsockname()[1])


@contextmanager
def _closed_port() -> Iterator[int]:
    """A port at which nobody listens, and that nobody else takes."""
    with closing(socket()) as held:
        held.bind(("127.0.0.1", 0))
        yield int(held.getsockname()[1])
