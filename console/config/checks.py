"""What the keys of `config.toml` must mean beyond their type: ranges, names, references, patterns. Pure."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import jmespath
from jmespath.exceptions import JMESPathError

from console.config import doors, files, keeping, lines, paths, ruling, secrets, viewing
from console.config.fill import Filler
from console.config.schema import (
    ECOSYSTEMS,
    OPTIONS,
    BrokerConfig,
    Config,
    Limits,
    PeopleConfig,
    SignalConfig,
    SourceConfig,
    VoiceConfig,
)
from console.kinds import convert, kind_of
from console.model import AlarmClass
from console.topics import problem_of

LANGUAGES = ("zh_CN", "zh_TW", "en", "qps")
CLOCKS = ("a", "b")  # the presets of the response clocks
TIME_FORMATS = ("epoch_ms", "epoch_s", "iso")
FINGERPRINT = re.compile(r"(?:[0-9A-Fa-f]{2}[: ]?){32}")
REFERENCE = "write env:NAME, file:PATH or keyring:NAME"
PASSWORDS = ("password", "passwd", "pwd", "sslpassword")  # as database drivers call one
MOST_SESSION_DAYS = (2**32 - 1) // 86_400
AES_KEY = "aes_key"  # the option that is a secret


def check(config: Config, filler: Filler) -> Config:
    """Note every problem of meaning in `filler`; the configuration with its secret files made absolute."""
    if not paths.is_folder(config.site):
        filler.problem(("site",), f"the site folder {config.site} does not exist", "give the folder with site.toml")
    _console(config, filler)
    _dispatch(config, filler)
    viewing.check(config, filler)
    _consequences(config, filler)
    ruling.check(config, filler)
    _numbers(config, filler)
    keeping.check(config, filler)
    _sources(config, filler)
    _databases(config, filler)
    return _anchored(config, filler, config.path.parent)


def _anchored(config: Config, filler: Filler, folder: Path) -> Config:
    """With every file looked for beside the configuration."""
    seal_key = files.secret(("journal", "seal_key"), config.journal.seal_key, filler, folder)
    tls_ca = files.pem(("video", "tls_ca"), config.video.tls_ca, filler, folder)
    store, history = (
        files.database((table, "url"), url, filler, folder)
        for table, url in (("store", config.store.url), ("history", config.history.url))
    )
    return replace(
        config, broker=_broker(config.broker, filler, folder), voice=_voice(config.voice, filler, folder),
        people=_people(config.people, filler, folder), gateway=doors.check(config, filler),
        journal=replace(config.journal, seal_key=seal_key), video=replace(config.video, tls_ca=tls_ca),
        store=replace(config.store, url=store), history=replace(config.history, url=history),
        sources=tuple(_source(each, ("source", index), filler, folder) for index, each in enumerate(config.sources)),
    )  # fmt: skip


def _source(source: SourceConfig, path: lines.Path, filler: Filler, folder: Path) -> SourceConfig:
    key = source.options.get(AES_KEY, "")
    if not isinstance(key, str) or not key:
        return source
    found = files.secret((*path, "options", AES_KEY), key, filler, folder)
    return replace(source, options={**source.options, AES_KEY: found})


def _one_of(value: str, known: Collection[str], path: lines.Path, filler: Filler) -> bool:
    if value in known:
        return True
    close = difflib.get_close_matches(value, known, 1, 0.5)
    filler.problem(
        path, f"{value!r} is not known", f"did you mean {close[0]}?" if close else f"one of {', '.join(known)}"
    )
    return False


def is_position(name: str) -> bool:
    """Whether a position may be called so: the name becomes part of topics and of file names."""
    return bool(name) and name.isprintable() and not set(name) & set("/+# ")


def _console(config: Config, filler: Filler) -> None:
    _one_of(config.console.language, LANGUAGES, ("console", "language"), filler)
    if not is_position(config.console.position):
        filler.problem(("console", "position"), "is no name of a position", "write it like desk-1, wall-1, sup-1")


def _dispatch(config: Config, filler: Filler) -> None:
    _one_of(config.dispatch.clocks, CLOCKS, ("dispatch", "clocks"), filler)
    for letter in config.dispatch.clock_classes:
        _one_of(letter, [str(each) for each in AlarmClass], ("dispatch", "clock_classes"), filler)
    for letter in config.sound.speak:
        _one_of(letter, [str(each) for each in AlarmClass], ("sound", "speak"), filler)


def _consequences(config: Config, filler: Filler) -> None:
    names = Counter(rule.name for rule in config.alarms.consequences)
    for index, rule in enumerate(config.alarms.consequences):
        path: lines.Path = ("alarms", "consequence", index)
        if not rule.name or names[rule.name] > 1:
            filler.problem((*path, "name"), f"{rule.name!r} is not one name of one rule", "give each its own")
        if not rule.kinds or not rule.points:
            filler.problem((*path, "kinds"), "means no alarm at all", 'write patterns such as ["*.silent"], or ["*"]')


def _numbers(config: Config, filler: Filler) -> None:
    least: list[tuple[lines.Path, float, float]] = [
        (("console", "retain_raw"), config.console.retain_raw, 0),
        (("people", "lock_after_min"), config.people.lock_after_min, 0),
        (("broker", "session_days"), config.broker.session_days, 1),
        (("history", "memory_mb"), config.history.memory_mb, 1),
        (("history", "memory_h"), config.history.memory_h, 1),
        (("history", "raw_days"), config.history.raw_days, 1),
        (("history", "minute_days"), config.history.minute_days, 7),
        (("history", "hour_days"), config.history.hour_days, 365),
        (("dispatch", "answer_s"), config.dispatch.answer_s, 5),
        (("dispatch", "expiry_s"), config.dispatch.expiry_s, 10),
        (("alarms", "verify_s"), config.alarms.verify_s, 30),
        (("alarms", "decay_f_s"), config.alarms.decay_f_s, 60),
        (("alarms", "decay_p_s"), config.alarms.decay_p_s, 60),
        (("alarms", "decay_st_s"), config.alarms.decay_st_s, 60),
        (("proving", "fire_days"), config.proving.fire_days, 0),
        (("proving", "pre_alarm_days"), config.proving.pre_alarm_days, 0),
        (("proving", "supervisory_days"), config.proving.supervisory_days, 0),
        (("proving", "hazard_days"), config.proving.hazard_days, 0),
        (("proving", "remind_days"), config.proving.remind_days, 0),
        (("handover", "unowned_min"), config.handover.unowned_min, 1),
        (("sound", "volume"), config.sound.volume, 10),
        (("sound", "silence_s"), config.sound.silence_s, 10),
        (("voice", "limit_s"), config.voice.limit_s, 5),
        (("evidence", "cameras"), config.evidence.cameras, 0),
        (("evidence", "before_s"), config.evidence.before_s, 0),
        (("evidence", "after_s"), config.evidence.after_s, 1),
    ]
    for index, source in enumerate(config.sources):
        least += [
            (("source", index, "max_bytes"), source.max_bytes, 64),
            (("source", index, "max_depth"), source.max_depth, 1),
            (("source", index, "stale_after_s"), source.stale_after_s, 0),
        ]
    for path, value, lowest in least:
        if value < lowest:
            filler.problem(path, f"{value:g} is too small", f"write at least {lowest:g}")
    if config.broker.session_days > MOST_SESSION_DAYS:
        what = f"{config.broker.session_days} is more than MQTT can say"
        filler.problem(("broker", "session_days"), what, f"write at most {MOST_SESSION_DAYS}")
    if config.voice.limit_s > 180:
        filler.problem(("voice", "limit_s"), f"{config.voice.limit_s} is too much", "write at most 180")
    for key, value, highest in (("volume", config.sound.volume, 100), ("silence_s", config.sound.silence_s, 120)):
        if value > highest:
            filler.problem(("sound", key), f"{value} is too much", f"write at most {highest}")
    if config.evidence.cameras and config.evidence.before_s > config.video.ring_s:
        what = f"is more than memory holds (video.ring_s = {config.video.ring_s})"
        filler.problem(("evidence", "before_s"), what, "write less, or a larger ring_s", warning=True)


def _people(people: PeopleConfig, filler: Filler, folder: Path) -> PeopleConfig:
    """A file that is not there yet is no problem: the first `people add` makes it."""
    path = ("people", "accounts")
    return replace(people, accounts=files.file(path, people.accounts, filler, folder)) if people.accounts else people


def _broker(broker: BrokerConfig, filler: Filler, folder: Path) -> BrokerConfig:
    if broker.password and not secrets.is_reference(broker.password):
        filler.problem(("broker", "password"), "holds a password in plain text", REFERENCE)
    _url(("broker", "url"), broker.url, ("mqtt", "mqtts"), filler)
    if "@" in broker.url or secrets.is_reference(broker.url):  # the feed takes neither
        filler.problem(
            ("broker", "url"), "is more than an address", "write mqtt://HOST:PORT; user and password have keys"
        )
    if bool(broker.client_cert) != bool(broker.client_key):
        filler.problem(("broker", "client_cert"), "a client certificate needs its key", "give both, or neither")
    return replace(
        broker,
        password=files.secret(("broker", "password"), broker.password, filler, folder),
        ca_file=files.pem(("broker", "ca_file"), broker.ca_file, filler, folder),
        client_cert=files.pem(("broker", "client_cert"), broker.client_cert, filler, folder),
        client_key=files.pem(("broker", "client_key"), broker.client_key, filler, folder),
    )


def _voice(voice: VoiceConfig, filler: Filler, folder: Path) -> VoiceConfig:
    if voice.password and not secrets.is_reference(voice.password):
        filler.problem(("voice", "password"), "holds a password in plain text", REFERENCE)
    if voice.url:
        _url(("voice", "url"), voice.url, ("mumble",), filler)
    if voice.cert_pin and not FINGERPRINT.fullmatch(voice.cert_pin):
        cure = "write the 64 digits of its SHA-256; openssl x509 -fingerprint -sha256 shows them"
        filler.problem(("voice", "cert_pin"), "is no fingerprint of a certificate", cure)
    if bool(voice.client_cert) != bool(voice.client_key):
        filler.problem(("voice", "client_cert"), "a client certificate needs its key", "give both, or neither")
    return replace(
        voice,
        password=files.secret(("voice", "password"), voice.password, filler, folder),
        ca_file=files.pem(("voice", "ca_file"), voice.ca_file, filler, folder),
        client_cert=files.pem(("voice", "client_cert"), voice.client_cert, filler, folder),
        client_key=files.pem(("voice", "client_key"), voice.client_key, filler, folder),
    )


def _url(path: lines.Path, url: str, schemes: tuple[str, ...], filler: Filler) -> None:
    if secrets.is_reference(url):
        return
    password = secrets.password_in(url)
    if (password and not secrets.is_reference(password)) or _is_told_behind(url):
        filler.problem(path, "holds a password in plain text", REFERENCE + " in its place, before the @")
    try:
        parts = urlsplit(url)
        port_given = parts.port
    except ValueError:
        filler.problem(path, "is no URL: the port or the brackets are wrong", f"write {schemes[0]}://HOST:PORT")
        return
    if schemes and (parts.scheme not in schemes or not parts.hostname or port_given == 0):
        filler.problem(path, "is no URL of that kind", f"write {schemes[0]}://HOST:PORT")


def _is_told_behind(url: str) -> bool:
    """Whether a driver would find a password among what is asked behind the address."""
    return any(name.casefold() in PASSWORDS for name, _ in parse_qsl(url.partition("?")[2], keep_blank_values=True))


def _databases(config: Config, filler: Filler) -> None:
    for table, url in (("store", config.store.url), ("history", config.history.url)):
        if url and not secrets.is_reference(url) and "://" not in url:
            filler.problem((table, "url"), "is no database URL", "write sqlite:///PATH or postgresql+psycopg://…")
        elif url:
            _url((table, "url"), url, (), filler)


def _sources(config: Config, filler: Filler) -> None:
    names = Counter(source.name for source in config.sources)
    for index, source in enumerate(config.sources):
        path: lines.Path = ("source", index)
        if not source.name or set(source.name) & set("/#+ "):
            filler.problem((*path, "name"), f"{source.name!r} cannot name points", "no spaces, '/', '#' or '+' in it")
        if names[source.name] > 1:
            filler.problem((*path, "name"), f"{source.name!r} is used twice", "give every source a name of its own")
        if _one_of(source.ecosystem, ECOSYSTEMS, (*path, "ecosystem"), filler):
            _topic(source, path, filler)
            _options(source, path, filler)
        _one_of(source.time_format, TIME_FORMATS, (*path, "time_format"), filler)
        _charset(source, path, filler)
        for key in ("device", "time"):
            _expression(getattr(source, key), (*path, key), filler)
        kinds = Counter(signal.kind for signal in source.signals)
        for number, signal in enumerate(source.signals):
            at: lines.Path = (*path, "signal", number)
            if kinds[signal.kind] > 1 and source.ecosystem != "site":
                filler.problem((*at, "kind"), f"{signal.kind!r} stands twice", "keep one signal per kind")
            _signal(signal, at, filler)


def _topic(source: SourceConfig, path: lines.Path, filler: Filler) -> None:
    if what := problem_of(source.topic, pattern=source.ecosystem == "site"):
        filler.problem((*path, "topic"), what, f"write it like {ECOSYSTEMS[source.ecosystem]}")


def _options(source: SourceConfig, path: lines.Path, filler: Filler) -> None:
    known = OPTIONS.get(source.ecosystem, ())
    for name in source.options:
        if name not in known:
            close = difflib.get_close_matches(name, known, 1, 0.5)
            cure = (
                f"did you mean {close[0]}?" if close else f"known for {source.ecosystem}: {', '.join(known) or 'none'}"
            )
            filler.problem((*path, "options", name), "is not a known option", cure)
    for name in ("dwell_s", "ends_after_s"):
        value = source.options.get(name, 0)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            filler.problem((*path, "options", name), "is no number of seconds", "write 0 or more")
    key = source.options.get(AES_KEY, "")
    if key and not secrets.is_reference(str(key)):  # the key itself must not be quoted back
        filler.problem((*path, "options", AES_KEY), "is no reference", REFERENCE)


def _charset(source: SourceConfig, path: lines.Path, filler: Filler) -> None:
    try:
        "a".encode(source.charset)  # there are codecs that make no text: hex, zlib
    except (LookupError, ValueError):
        filler.problem((*path, "charset"), f"{source.charset!r} is not known", "write utf-8 or gb18030")


def _expression(text: str, path: lines.Path, filler: Filler) -> None:
    try:
        if text:
            jmespath.compile(text)
    except (JMESPathError, RecursionError) as error:
        filler.problem(path, f"is no jmespath: {str(error).splitlines()[0]}", "write it like data.pressure")


def _signal(signal: SignalConfig, path: lines.Path, filler: Filler) -> None:
    _expression(signal.value, (*path, "value"), filler)
    if signal.alarm_class:
        _one_of(signal.alarm_class, [str(each) for each in AlarmClass], (*path, "alarm_class"), filler)
    canonical = kind_of(signal.kind).unit
    if signal.unit and canonical and convert(1.0, signal.unit, canonical) is None:
        filler.problem(
            (*path, "unit"), f"{signal.unit!r} cannot become {canonical}", f"{signal.kind} is kept in {canonical}"
        )
    if signal.range and not signal.range[0] < signal.range[1]:
        filler.problem((*path, "range"), "is empty", "write [lowest, highest]")
    if both := set(map(repr, signal.on)) & set(map(repr, signal.off)):
        filler.problem((*path, "on"), f"{', '.join(both)} means both on and off", "keep it in one of the two")
    _limits(signal.limits, (*path, "limits"), filler)


def _limits(limits: Limits, path: lines.Path, filler: Filler) -> None:
    steps = [value for value in (limits.lolo, limits.lo, limits.hi, limits.hihi) if value is not None]
    if any(lower >= upper for lower, upper in pairwise(steps)):
        filler.problem(path, "the limits are not in order", "keep lolo < lo < hi < hihi")
    if limits.count == 1 or limits.count > 100:
        filler.problem((*path, "count"), f"{limits.count} is no number of times", "write 2 to 100, or 0")
    for name in ("hysteresis", "on_delay_s", "off_delay_s", "count", "count_s"):
        if getattr(limits, name) < 0:
            filler.problem((*path, name), "is negative", "write 0 or more")
    ruling.check_rates(limits, path, filler)
