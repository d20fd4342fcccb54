"""What carries voices goes before other programs, where the system allows it. Any thread; standard library only.

Real time, as the sound server has it: the kernel ends a thread that runs wild, and whoever started it starts it again.
Where that is not allowed (no right to it, no `rtprio` for the user), the sound server's own niceness; else nothing.
"""

from __future__ import annotations

import os
import resource
from contextlib import suppress
from pathlib import Path

LEAST = 1  # of the real time priorities: the sound server's are higher
NICENESS = -11
WILD_US = 1_000_000  # of a processor, without ever waiting for anything


def give_program(process: int) -> None:
    """To all threads of a program that runs, and to those to come."""
    limit(process)
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            give(int(task.name), children_too=True)


def limit(process: int = 0) -> None:
    """Whatever of the program runs wild is ended, 0 = of ours."""
    with suppress(OSError, ValueError):
        _, most = resource.prlimit(process, resource.RLIMIT_RTTIME)
        bound = WILD_US if most == resource.RLIM_INFINITY else min(WILD_US, most)
        resource.prlimit(process, resource.RLIMIT_RTTIME, (bound, most))


def give(thread: int, *, children_too: bool) -> None:
    """To a thread by its id, 0 = ours; it may have ended meanwhile. `children_too`: and to what it starts."""
    policy = os.SCHED_RR if children_too else os.SCHED_RR | os.SCHED_RESET_ON_FORK
    try:
        os.sched_setscheduler(thread, policy, os.sched_param(LEAST))
    except PermissionError:
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, thread, min(NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))
    except OSError:
        return


def give_up(thread: int) -> None:
    """It waits its turn like everybody."""
    with suppress(OSError):
        os.sched_setscheduler(thread, os.SCHED_OTHER, os.sched_param(0))
