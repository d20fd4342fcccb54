"""The configuration: one complete example, every mistake found at once with its line, no password in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from console.config import secrets
from console.config.fill import toml_name
from console.config.lines import Lines
from console.config.read import load
from console.config.schema import Config
from console.errors import BackendError, ConfigError, Problem

SITE_SOURCE = 'site = "site"\n[[source]]\nname = "a"\necosystem = "site"\n'
ROOT = Path(__file__).resolve().parents[2]

RATED = (  # a source whose levels have limits
    'site = "site"\n[[source]]\nname = "s"\necosystem = "site"\ntopic = "a/{device}/{kind}"\n'
    '[[source.signal]]\nkind = "water_level"\n[source.signal.limits]\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path


def problems(folder: Path, text: str) -> list[Problem]:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(folder / "config.toml")
    return list(caught.value.problems)


def one_problem(folder: Path, text: str) -> Problem:
    (found,) = problems(folder, text)
    return found


def keys_of_schema(shape: Any, prefix: str = "") -> Iterator[str]:
    hints = get_type_hints(shape)
    for field in fields(shape):
        kind = hints[field.name]
        name = prefix + toml_name(field, kind)
        row = next((each for each in get_args(kind) if is_dataclass(each)), kind)
        if is_dataclass(row):
            yield from keys_of_schema(row, name + ".")
        elif name != "path":
            yield name


def keys_of_file(table: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for name, value in table.items():
        rows = value if isinstance(value, list) and value and isinstance(value[0], dict) else [value]
        for row in rows:
            if isinstance(row, dict) and name != "options":
                yield from keys_of_file(row, f"{prefix}{name}.")
            else:
                yield prefix + name


def test_the_example_shows_every_key_and_no_other() -> None:
    table = tomllib.loads((ROOT / "config.toml").read_text(encoding="utf-8"))
    assert set(keys_of_file(table)) == set(keys_of_schema(Config))


def test_the_example_is_read_without_a_problem_and_points_at_the_demo_site() -> None:
    config = load(ROOT / "config.toml")
    assert config.site == ROOT / "resources" / "demo"
    assert [source.name for source in config.sources] == ["z2m", "cap", "panels", "site"]
    pressure = next(signal for signal in config.sources[3].signals if signal.kind == "water_pressure")
    assert (pressure.limits.lo, pressure.limits.lolo, pressure.limits.hysteresis) == (0.14, 0.05, 0.01)


def test_paths_and_secret_files_are_relative_to_the_file(folder: Path) -> None:
    (folder / "config.toml").write_text('site = "site"\n[broker]\npassword = "file:secret.txt"\n')
    config = load(folder / "config.toml")
    assert config.site == folder / "site"
    assert config.broker.password == f"file:{folder / 'secret.txt'}"


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_name(folder: Path) -> None:
    found = one_problem(folder, 'site = "site"\n\n[broker]\n# here\nurll = "mqtt://a"\n')
    assert (found.line, found.key) == (5, "broker.urll")
    assert "url" in found.cure


def test_an_unknown_table_is_an_error(folder: Path) -> None:
    assert one_problem(folder, 'site = "site"\n[brokr]\nurl = ""\n').cure == "did you mean broker?"


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ('renderer = "opengI"', "did you mean opengl?"), ('hardware = "of"', "did you mean off?"),
        ("load_percent = 101", "write at most 100"), ("load_percent = -1", "write at least 0"),
    ],
)  # fmt: skip
def test_who_paints_who_decodes_and_how_much_they_may_take_is_checked(folder: Path, line: str, cure: str) -> None:
    assert one_problem(folder, f'site = "site"\n[video]\n{line}\n').cure == cure


def test_all_problems_come_at_once_in_the_order_of_the_file(folder: Path) -> None:
    found = problems(
        folder,
        """site = "site"
[console]
language = "fr"
[video]
workers = "two"
stale_ms = 1
[[source]]
name = "a"
ecosystem = "zigbee2mqtt"
[[source]]
name = "a"
ecosystem = "zigbee2mqt"
max_byte = 5
[[source.signal]]
kind = "water_pressure"
unit = "°C"
limits = { lo = 3, hi = 2 }
""",
    )
    assert [(each.line, each.key) for each in found] == [
        (3, "console.language"),
        (5, "video.workers"),
        (6, "video.stale_ms"),
        (8, "source.name"),
        (11, "source.name"),
        (12, "source.ecosystem"),
        (13, "source.max_byte"),
        (16, "source.signal.unit"),
        (17, "source.signal.limits"),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('site = "nowhere"', "site"),
        ("", "site"),
        ("site = 5", "site"),
        ('site = "site"\npath = "x"', "path"),
        ('site = "site"\nconsole = 3', "console"),
        ('site = "site"\n[console]\nposition = "desk 1/2"', "console.position"),
        ('site = "site"\n[broker]\nembedded = 1', "broker.embedded"),
        ('site = "site"\n[alarms]\nverify_s = 5', "alarms.verify_s"),
        ('site = "site"\n[[alarms.consequence]]\nname = ""\ncause = "x"\nkinds = ["*"]', "alarms.consequence.name"),
        ('site = "site"\n[[alarms.consequence]]\nname = "a"\ncause = "x"\nkinds = []', "alarms.consequence.kinds"),
        ('site = "site"\n[[alarms.consequence]]\nname = "a"\nkinds = ["*"]', "alarms.consequence.cause"),
        ('site = "site"\n[[alarms.count]]\nname = "a"\nkinds = ["*"]\ncount = 1\nwithin_s = 60', "alarms.count.count"),
        ('site = "site"\n[[alarms.count]]\nname = "a"\nkinds = ["*"]\ncount = 3\nwithin_s = 0',
         "alarms.count.within_s"),
        ('site = "site"\n[[alarms.count]]\nname = "a"\nkinds = ["*"]\ncount = 3\nwithin_s = 60\narea = "street"',
         "alarms.count.area"),
        ('site = "site"\n[[alarms.count]]\nname = "a"\nkinds = ["*"]\ncount = 3\nwithin_s = 60\nalarm_class = "F"',
         "alarms.count.alarm_class"),
        ('site = "site"\n[[alarms.count]]\nname = "a"\nkinds = []\ncount = 3\nwithin_s = 60', "alarms.count.kinds"),
        ('site = "site"\n[[alarms.join]]\nname = "a"\nkinds = ["*"]\nwith_kinds = []\n', "alarms.join.with_kinds"),
        ('site = "site"\n[[alarms.join]]\nname = "a"\nkinds = ["*"]\nwith_kinds = ["rain_warning"]\nalarm_class = "P"',
         "alarms.join.alarm_class"),
        ('site = "site"\n[[alarms.join]]\nname = "a"\nkinds = ["*"]\nwith_kinds = ["rain_warning"]\nwith_reds = true',
         "alarms.join.with_reds"),
        ('site = "site"\n[[alarms.raise]]\nname = "a"\nkinds = ["*"]\nwhile_classes = ["fire"]',
         "alarms.raise.while_classes"),
        ('site = "site"\n[[alarms.raise]]\nname = "a"\nkinds = ["*"]\nwhile_classes = []',
         "alarms.raise.while_classes"),
        ('site = "site"\n[[alarms.raise]]\nname = "a"\nkinds = ["*"]\nwithin_m = -1', "alarms.raise.within_m"),
        (RATED + 'rise_per_min = 0.0',
         "source.signal.limits.rise_per_min"),
        (RATED + 'rate_s = 0',
         "source.signal.limits.rate_s"),
        (RATED + 'rate_samples = 2',
         "source.signal.limits.rate_samples"),
        (RATED + 'rate_class = "X"',
         "source.signal.limits.rate_class"),
        ('site = "site"\n[broker]\nurl = "http://x"', "broker.url"),
        ('site = "site"\n[broker]\nurl = "mqtt://x:99999999"', "broker.url"),
        ('site = "site"\n[broker]\nca_file = "missing.pem"', "broker.ca_file"),
        ('site = "site"\n[broker]\nclient_cert = "config.toml"', "broker.client_cert"),
        ('site = "site"\n[video]\ntransport = "udb"', "video.transport"),
        ('site = "site"\n[video]\ntls_ca = "missing.pem"', "video.tls_ca"),
        ('site = "site"\n[[video.host]]\nhost = "a"\ntransport = "rtp"', "video.host.transport"),
        ('site = "site"\n[store]\nurl = "journal.db"', "store.url"),
        ('site = "site"\nsource = [1]', "source"),
        ('site = "site"\n[[source]]\nname = "a"', "source.ecosystem"),
        ('site = "site"\n[[source]]\nname = "a/b"\necosystem = "site"', "source.name"),
        (SITE_SOURCE + 'topic = "x/{room}"', "source.topic"),
        (SITE_SOURCE + 'topic = "x/#/y"', "source.topic"),
        ('site = "site"\n[[source]]\nname = "a"\necosystem = "zigbee2mqtt"\ntopic = "z/#"', "source.topic"),
        (SITE_SOURCE + 'time = "a..b"', "source.time"),
        (SITE_SOURCE + 'time_format = "unix"', "source.time_format"),
        (SITE_SOURCE + 'charset = "gb99"', "source.charset"),
        (SITE_SOURCE + '[source.options]\nzonne = 1', "source.options.zonne"),
        (SITE_SOURCE + '[[source.signal]]\nrange = [1]', "source.signal.range"),
        (SITE_SOURCE + '[[source.signal]]\nrange = [2, 1]', "source.signal.range"),
        (SITE_SOURCE + '[[source.signal]]\non = [1]\noff = [1]', "source.signal.on"),
        (SITE_SOURCE + '[[source.signal]]\nalarm_class = "Q"', "source.signal.alarm_class"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_by_its_key(folder: Path, text: str, key: str) -> None:
    found = one_problem(folder, text + "\n")
    assert found.key == key
    assert found.what and found.cure
    assert found.line > 0 or key == "site"


def test_two_rules_about_alarms_are_never_called_the_same(folder: Path) -> None:
    count, grave = ('[[alarms.count]]\nname = "a"\nkinds = ["*"]\n', '[[alarms.raise]]\nname = "a"\nkinds = ["*"]\n')
    found = problems(folder, 'site = "site"\n' + count + grave)
    assert [(problem.key, problem.line) for problem in found] == [("alarms.count.name", 3), ("alarms.raise.name", 6)]


def test_a_file_that_is_no_toml_is_refused_with_its_line(folder: Path) -> None:
    assert one_problem(folder, 'site = "site"\nlanguage = zh\n').line == 2


def test_a_missing_file_and_one_in_another_charset_are_refused_by_name(folder: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(folder / "absent.toml")
    (folder / "gb.toml").write_bytes("site = '现场'".encode("gb18030"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(folder / "gb.toml")


@pytest.mark.parametrize(
    "text",
    [
        '[broker]\npassword = "hunter2"',
        '[broker]\nurl = "mqtt://admin:hunter2@broker"',
        '[store]\nurl = "postgresql+psycopg://admin:hunter2@db/watchroom"',
    ],
)
def test_a_password_in_plain_text_is_refused_and_not_repeated(folder: Path, text: str) -> None:
    found = one_problem(folder, f'site = "site"\n{text}\n')
    assert "plain text" in found.what
    assert "hunter2" not in str(found)


def test_a_reference_may_stand_in_a_url(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql+psycopg://admin:env:DB_PASSWORD@db/watchroom"
    (folder / "config.toml").write_text(f'site = "site"\n[store]\nurl = "{url}"\n')
    monkeypatch.setenv("DB_PASSWORD", "s@cret")
    assert secrets.fill(load(folder / "config.toml").store.url).endswith(":s%40cret@db/watchroom")


def test_lines_are_found_behind_values_over_several_lines() -> None:
    where = Lines('a = [\n  1,\n  2,\n]\nb = """\nc = 1\n"""\n[t]\nd.e = 1\n[[r]]\nx = 1\n[[r]]\nx = 2\n[r.s]\ny = 1\n')
    assert [where.of(path) for path in (("b",), ("t", "d", "e"), ("r", 0, "x"), ("r", 1, "x"), ("r", 1, "s", "y"))] == [
        5, 9, 11, 13, 15,
    ]  # fmt: skip
    assert where.of(("c",)) == 0


def test_secrets_are_read_from_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "password"
    secret.write_text("open sesame\n")
    secret.chmod(0o600)
    monkeypatch.setenv("WATCHROOM_TEST_SECRET", "from env")
    assert secrets.resolve(f"file:{secret}") == "open sesame"
    assert secrets.resolve("env:WATCHROOM_TEST_SECRET") == "from env"
    assert secrets.resolve("") == ""


def test_a_secret_file_everybody_can_read_is_warned_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    secret = tmp_path / "password"
    secret.write_text("open sesame\n")
    secret.chmod(0o644)
    assert secrets.resolve(f"file:{secret}") == "open sesame"
    assert "chmod 600" in caplog.text
    assert "sesame" not in caplog.text


@pytest.mark.parametrize("reference", ["hunter2", "env:WATCHROOM_NOT_SET", "file:/does/not/exist", "keyring:nobody"])
def test_a_secret_that_is_not_there_is_a_named_error_without_the_value(reference: str) -> None:
    with pytest.raises(BackendError) as caught:
        secrets.resolve(reference)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(("key", "floor"), [("keep_days", 365), ("evidence_days", 183), ("voice_days", 183)])
def test_nothing_of_the_record_may_go_below_its_floor(folder: Path, key: str, floor: int) -> None:
    days = {"keep_days": 9999, "evidence_days": 183, "voice_days": 183, key: floor - 1}
    below = problems(
        folder, 'site = "site"\n[journal]\n' + "".join(f"{name} = {each}\n" for name, each in days.items())
    )
    assert f"write at least {floor}, or 0 to keep it for ever" in [problem.cure for problem in below]


@pytest.mark.parametrize("recordings", [(0, 183), (183, 0), (400, 183)])
def test_entries_stay_at_least_as_long_as_what_they_vouch_for(folder: Path, recordings: tuple[int, int]) -> None:
    days = "evidence_days = {}\nvoice_days = {}\n".format(*recordings)
    found = one_problem(folder, f'site = "site"\n[journal]\nkeep_days = 399\n{days}')
    assert (found.key, found.line) == ("journal.keep_days", 3)


def test_what_makes_no_sense_of_key_disk_and_clock_is_named_all_at_once(folder: Path) -> None:
    text = '[journal]\nseal_key = "secret"\n[disk]\nbudget_gb = -1.0\nwarn_days = 0\n'
    found = problems(folder, f'site = "site"\n{text}[clock]\nunsynchronised_min = 0\napart_ms = 5\n')
    keys = ["journal.seal_key", "disk.budget_gb", "disk.warn_days", "clock.unsynchronised_min", "clock.apart_ms"]
    assert [problem.key for problem in found] == keys
    assert "secret" not in "".join(map(str, found))


def test_a_host_whose_certificate_nobody_looks_at_is_spoken_of_at_every_start(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "config.toml").write_text('site = "site"\n[[video.host]]\nhost = "10.0.0.9"\ntls_unverified = true\n')
    assert load(folder / "config.toml").video.hosts[0].tls_unverified
    (said,) = caplog.messages
    assert "config.toml:4: warning: video.host.tls_unverified: nobody looks at the certificate of 10.0.0.9" in said
