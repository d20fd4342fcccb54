"""A voice server that does not get ready says so by name, and the console goes on or ends in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.backends.voice import server
from console.backends.voice.server import VoiceServer
from console.errors import BackendError


def test_a_voice_server_that_hangs_while_it_is_furnished_is_a_named_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "murmurd"
    program.write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    program.chmod(0o755)
    monkeypatch.setattr(server, "find_server", lambda: program)
    monkeypatch.setattr(server, "START_S", 0.2)
    with pytest.raises(BackendError, match="took longer"):
        VoiceServer(tmp_path / "voice").start()
