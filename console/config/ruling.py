"""What the rules about alarms may say: `[[alarms.…]]` and the rates of a signal. Pure."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Sequence

from console.config import lines
from console.config.fill import Filler
from console.config.patterns import Area, CountConfig, JoinConfig, RaiseConfig
from console.config.schema import AlarmsConfig, Config, Limits
from console.model import AlarmClass

MADE = ("S", "H", "W", "E")  # a rule never calls a fire, and never a pre-alarm that would make one of another
EVERY = tuple(str(each) for each in AlarmClass)
DAY_S = 86_400
MOST_COUNTED = 100
LEAST_SAMPLES, MOST_SAMPLES = 3, 60
UNNAMED = set("/#+@*?[] ")  # the name becomes part of the alarm's

Rule = CountConfig | JoinConfig | RaiseConfig


def check(config: Config, filler: Filler) -> None:
    """Note every problem of these tables in `filler`."""
    alarms = config.alarms
    rules = rules_of(alarms)
    names = Counter(rule.name for _, rule in rules)
    for path, rule in rules:
        if not rule.name or set(rule.name) & UNNAMED or names[rule.name] > 1:
            cure = "give each its own, without spaces and / # + @ * ? [ ]"
            filler.problem((*path, "name"), f"{rule.name!r} is not one name of one rule", cure)
        _words(rule.area, tuple(Area), (*path, "area"), filler)
        _patterns(rule, path, filler)
        match rule:
            case CountConfig():
                _count(rule, path, filler)
            case JoinConfig():
                _words(rule.alarm_class, MADE, (*path, "alarm_class"), filler)
            case RaiseConfig():
                _raise(rule, path, filler)


def rules_of(alarms: AlarmsConfig) -> list[tuple[lines.Path, Rule]]:
    """Every rule with its place in the file."""
    tables: tuple[tuple[str, Sequence[Rule]], ...] = (
        ("count", alarms.counts), ("join", alarms.joins), ("raise", alarms.raises),
    )  # fmt: skip
    return [(("alarms", table, index), rule) for table, rules in tables for index, rule in enumerate(rules)]


def check_rates(limits: Limits, path: lines.Path, filler: Filler) -> None:
    """Note what is wrong with the rates of one signal."""
    for name in ("rise_per_min", "fall_per_min"):
        rate = getattr(limits, name)
        if rate is not None and rate <= 0:
            filler.problem((*path, name), f"{rate:g} is no speed", "write a positive number, in the unit per minute")
    if not 1 <= limits.rate_s <= DAY_S:
        filler.problem((*path, "rate_s"), f"{limits.rate_s:g} is no such time", f"write 1 to {DAY_S} seconds")
    if not LEAST_SAMPLES <= limits.rate_samples <= MOST_SAMPLES:
        cure = f"write {LEAST_SAMPLES} to {MOST_SAMPLES}"
        filler.problem((*path, "rate_samples"), f"{limits.rate_samples} is no number of samples", cure)
    if limits.rate_class:
        _words(limits.rate_class, EVERY, (*path, "rate_class"), filler)


def _count(rule: CountConfig, path: lines.Path, filler: Filler) -> None:
    _words(rule.alarm_class, MADE, (*path, "alarm_class"), filler)
    if not 2 <= rule.count <= MOST_COUNTED:
        filler.problem((*path, "count"), f"{rule.count} is no number of times", f"write 2 to {MOST_COUNTED}")
    if not 1 <= rule.within_s <= DAY_S:
        filler.problem((*path, "within_s"), f"{rule.within_s:g} is no such time", f"write 1 to {DAY_S} seconds")


def _raise(rule: RaiseConfig, path: lines.Path, filler: Filler) -> None:
    for letter in rule.while_classes:
        _words(letter, EVERY, (*path, "while_classes"), filler)
    if not rule.while_classes:
        filler.problem((*path, "while_classes"), "means no alarm at all", 'write classes such as ["F"]')
    if rule.within_m < 0:
        filler.problem((*path, "within_m"), "is negative", "write metres, or 0 for however far")


def _patterns(rule: Rule, path: lines.Path, filler: Filler) -> None:
    for name in ("kinds", "points", "with_kinds", "while_kinds"):
        if getattr(rule, name, ("*",)) == ():
            filler.problem((*path, name), "means no alarm at all", 'write patterns such as ["water_level*"], or ["*"]')


def _words(word: str, known: Collection[str], path: lines.Path, filler: Filler) -> None:
    if word not in known:
        close = difflib.get_close_matches(word, known, 1, 0.5)
        cure = f"did you mean {close[0]}?" if close else f"one of {', '.join(known)}"
        filler.problem(path, f"{word!r} is not known", cure)
