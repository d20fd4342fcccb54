"""What other users and programs of the machine may find out: no secret in a child, no socket to the network."""

from __future__ import annotations

import resource
from pathlib import Path

import psutil

from tests.system.process import Running
from tests.system.small_site import write_config

SECRET = "of-no-concern-to-a-child"


def test_the_broker_and_the_video_process_get_no_secret_of_the_environment(tmp_path: Path) -> None:
    with running(tmp_path) as console:
        children = psutil.Process(console.child.pid).children(recursive=True)
        assert {"mosquitto"} < {child.name() for child in children}
        assert [child.name() for child in children if SECRET in child.environ().values()] == []
        assert [child.name() for child in children if SECRET in " ".join(child.cmdline())] == []


def test_everything_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with running(tmp_path) as console:
        parent = psutil.Process(console.child.pid)
        sockets = [s for each in (parent, *parent.children(recursive=True)) for s in each.net_connections("inet")]
        listening = [socket.laddr.ip for socket in sockets if socket.status == psutil.CONN_LISTEN]
        assert listening and set(listening) == {"127.0.0.1"}


def test_nobody_else_may_read_what_holds_a_secret(tmp_path: Path) -> None:
    with running(tmp_path) as console:
        secrets = [*console.data.rglob("*.secret"), *console.data.rglob("*passw*")]
        open_to_others = [path for path in secrets if path.is_file() and path.stat().st_mode & 0o077]
        assert secrets and open_to_others == []


def test_no_program_of_ours_leaves_a_core_which_could_hold_a_password(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))  # as on a machine whose owner collects cores
    try:
        with running(tmp_path) as console:
            parent = psutil.Process(console.child.pid)
            programs = {child.pid: child for child in (parent, *parent.children(recursive=True))}
            limits = {child.name(): resource.prlimit(pid, resource.RLIMIT_CORE) for pid, child in programs.items()}
            assert len(programs) > 1 and set(limits.values()) == {(0, 0)}
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))


def running(folder: Path) -> Running:
    """The real program with a broker of its own; its environment holds a secret."""
    config = write_config(folder / "site", "mqtt://127.0.0.1:1883")
    config.write_text(config.read_text(encoding="utf-8").replace("embedded = false", "embedded = true"))
    console = Running(folder / "console", "--headless", "--config", str(config), env={"SITE_SECRET": SECRET})
    return console.start("run")
