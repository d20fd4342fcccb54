"""What `[voice]` may say: every mistake is named at its key, and no password in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.config.read import load
from console.errors import ConfigError


def mistakes(folder: Path, voice: str) -> list[tuple[str, str]]:
    """Key and text of every problem."""
    (folder / "site").mkdir(exist_ok=True)
    (folder / "config.toml").write_text(f'site = "site"\n[voice]\n{voice}\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(folder / "config.toml")
    return [(each.key, each.what) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('url = "http://voice.example"', "voice.url"),
        ('url = "mumble://voice.example:99999"', "voice.url"),
        ('password = "hunter2"', "voice.password"),
        ('cert_pin = "12:34"', "voice.cert_pin"),
        ('ca_file = "nowhere.pem"', "voice.ca_file"),
        ('client_cert = "mine.pem"', "voice.client_cert"),
        ("limit_s = 4", "voice.limit_s"),
        ("limit_s = 181", "voice.limit_s"),
    ],
)
def test_a_mistake_is_named_at_its_key(line: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "mine.pem").touch()
    found = mistakes(tmp_path, line)
    assert [each[0] for each in found] == [key]
    assert "hunter2" not in str(found)


def test_a_fingerprint_may_be_written_as_tools_show_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for pin in ("ab" * 32, ":".join(["AB"] * 32)):
        text = f'site = "site"\n[voice]\nurl = "mumble://voice.example"\ncert_pin = "{pin}"\npassword = "file:secret"\n'
        (tmp_path / "config.toml").write_text(text)
        voice = load(tmp_path / "config.toml").voice
        assert voice.cert_pin == pin
        assert voice.password == f"file:{tmp_path / 'secret'}"
