"""What may stand in `config.toml` that no console can work with: refused by name, never a crash."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

import main
from console.config import secrets
from console.config.lines import Lines
from console.config.read import load
from console.errors import BackendError, ConfigError, Problem

SOURCE = '[[source]]\nname = "s"\necosystem = "site"\n'
SIGNAL = f'{SOURCE}[[source.signal]]\nkind = "water_pressure"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    return tmp_path


def one_problem(folder: Path, text: str) -> Problem:
    (folder / "config.toml").write_text(f'site = "site"\n{text}', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(folder / "config.toml")
    (found,) = caught.value.problems
    return found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{SIGNAL}limits = {{ hi = nan }}\n", "source.signal.limits.hi"),  # no value is ever above it: no alarm
        (f"{SIGNAL}limits = {{ hi = 1.0, on_delay_s = inf }}\n", "source.signal.limits.on_delay_s"),
        (f"{SIGNAL}scale = [nan, 0.0]\n", "source.signal.scale"),
        ("[disk]\nbudget_gb = nan\n", "disk.budget_gb"),
        ("[truth]\nevery_s = nan\n", "truth.every_s"),
        ("[alarms]\n[[alarms.count]]\nname = 'a'\nkinds = ['*']\nwithin_s = nan\n", "alarms.count.within_s"),
        ("[journal]\nbackup_days = 9223372036854775807\n", "journal.backup_days"),
        ("[broker]\nsession_days = 60000\n", "broker.session_days"),  # more seconds than MQTT can say
    ],
)
def test_a_number_nobody_can_reckon_with_is_refused(folder: Path, text: str, key: str) -> None:
    assert one_problem(folder, text).key == key


def test_a_plausible_range_may_be_open_at_one_end(folder: Path) -> None:
    (folder / "config.toml").write_text(f'site = "site"\n{SIGNAL}range = [0.0, inf]\n')
    assert load(folder / "config.toml").sources[0].signals[0].range == (0.0, float("inf"))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[broker]\nca_file = "~nobody-of-that-name/ca.pem"\n', "broker.ca_file"),
        ('[broker]\nca_file = "a\\u0000b"\n', "broker.ca_file"),
        ('[broker]\nca_file = "loop"\n', "broker.ca_file"),
        ('[broker]\npassword = "file:~nobody-of-that-name/word"\n', "broker.password"),
        ('[voice]\npassword = "file:a\\u0000b"\n', "voice.password"),
        ('[journal]\nseal_key = "file:~nobody-of-that-name/key"\n', "journal.seal_key"),
        ('[people]\naccounts = "~nobody-of-that-name/accounts.json"\n', "people.accounts"),
        ('[gateway]\ntls_cert = "loop"\ntls_key = "config.toml"\n', "gateway.tls_cert"),
        ('[gateway]\npassword = "file:~nobody-of-that-name/word"\n', "gateway.password"),
    ],
)
def test_a_path_that_leads_nowhere_is_named_with_its_key(folder: Path, text: str, key: str) -> None:
    assert one_problem(folder, text).key == key


def test_a_site_folder_that_leads_nowhere_is_named(folder: Path) -> None:
    for site in ("loop", "a\\u0000b", "~nobody-of-that-name/site", "long" * 500):
        (folder / "config.toml").write_text(f'site = "{site}"\n')
        with pytest.raises(ConfigError) as caught:
            load(folder / "config.toml")
        assert [problem.key for problem in caught.value.problems] == ["site"]


@pytest.mark.parametrize("value", ["[" * 5_000 + "]" * 5_000, "1" * 5_000])
def test_a_value_no_parser_takes_is_no_crash(folder: Path, value: str) -> None:
    assert "is not TOML" in one_problem(folder, f"x = {value}\n").what


@pytest.mark.parametrize("charset", ["hex", "rot13", "zlib", "a\\u0000b", "编码"])
def test_a_charset_that_makes_no_text_is_refused(folder: Path, charset: str) -> None:
    assert one_problem(folder, f'{SOURCE}charset = "{charset}"\n').key == "source.charset"


def test_an_expression_of_a_thousand_brackets_is_refused(folder: Path) -> None:
    assert one_problem(folder, f'{SOURCE}time = "{"(" * 3_000}"\n').key == "source.time"


@pytest.mark.parametrize("position", ["desk\\n1", "desk\\u00001", "desk\\u001b[2J"])
def test_a_position_is_called_by_what_can_be_read(folder: Path, position: str) -> None:
    assert one_problem(folder, f'[console]\nposition = "{position}"\n').key == "console.position"


def test_a_line_is_counted_as_editors_count_it(folder: Path) -> None:
    """Other programs call some more characters an end of line; TOML does not."""
    text = '# one\u2028line\x85still\n[console]\nperson = "a\u2028b"\r\nlanguage = "fr"\n'
    assert one_problem(folder, text).line == 5


@pytest.mark.parametrize(
    "value",
    [
        '[\n  "a", # ] of a comment\n  "]",\n]', '"""\nc = 1\n\\""" ]\n""""', "'''\n[x]\n'''",
        '{ a = "}", b = [1,\n2] }',
        '"a # b"', "'\"' # \" not a text",
    ],
)  # fmt: skip
def test_the_line_behind_any_value_is_found(value: str) -> None:
    where = Lines(f"a = {value}\nb = 1\n[t]\nc = 2\n")
    rows = value.count("\n") + 1
    assert (where.of(("b",)), where.of(("t", "c"))) == (rows + 1, rows + 3)


def test_the_lines_of_a_list_of_ten_thousand_are_found_at_once() -> None:
    began = time.process_time()
    assert Lines("a = [\n" + '"10.0.0.0/8",\n' * 10_000 + "]\nb = 1\n").of(("b",)) == 10_003
    assert time.process_time() - began < 2, "a minute when every beginning of the list was parsed"


# ---- secrets ----


def test_every_secret_file_is_looked_for_beside_the_configuration(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timer of the system starts a backup somewhere else."""
    (folder / "db.url").write_text("sqlite:////var/lib/journal.sqlite\n")
    (folder / "config.toml").write_text(
        'site = "site"\n[store]\nurl = "file:db.url"\n[history]\nurl = "file:db.url"\n'
        '[[source]]\nname = "s"\necosystem = "onenet"\n[source.options]\naes_key = "file:onenet.key"\n'
    )
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    config = load(folder / "config.toml")
    assert secrets.fill(config.store.url) == "sqlite:////var/lib/journal.sqlite"
    assert config.history.url == config.store.url
    assert config.sources[0].options["aes_key"] == f"file:{folder / 'onenet.key'}"
    (folder / "gate").write_text("open sesame\n")
    assert secrets.beside(config.path)("file:gate") == "open sesame"


@pytest.mark.parametrize("url", ["env:BROKER", "mqtt://li@broker", "mqtt://li:env:WORD@broker"])
def test_what_the_feed_refuses_of_an_address_is_refused_before_a_start(folder: Path, url: str) -> None:
    assert "user and password have keys" in one_problem(folder, f'[broker]\nurl = "{url}"\n').cure


def test_a_password_behind_a_database_s_question_mark_is_one_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = one_problem(folder, '[store]\nurl = "postgresql://admin@db/watchroom?password=hunter2"\n')
    assert "plain text" in found.what
    assert "hunter2" not in str(found)
    where = "postgresql://admin@127.0.0.1:1/watchroom?password=hunter2&sslpassword=hunter2"
    assert main.main(["verify", "--journal", where]) == 1
    said = capsys.readouterr().err
    assert "127.0.0.1" in said
    assert "hunter2" not in said


def test_a_secret_file_of_a_notepad_means_its_words(folder: Path) -> None:
    secret = folder / "word"
    secret.write_bytes("\ufeff芝麻开门\r\n".encode())
    assert secrets.resolve(f"file:{secret}") == "芝麻开门"


@pytest.mark.parametrize("reference", ["file:~nobody-of-that-name/word", "file:a\0b", "keyring:desk"])
def test_a_secret_that_cannot_be_fetched_is_a_named_error(reference: str, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = ModuleType("keyring")

    def get_password(_service: str, _name: str) -> str:
        raise RuntimeError("No recommended backend was available")  # what keyring raises on a machine without one

    locked.get_password = get_password  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", locked)
    with pytest.raises(BackendError, match="secret"):
        secrets.resolve(reference)
