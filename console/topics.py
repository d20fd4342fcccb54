"""MQTT topic patterns with names in them (`site/{device}/{kind}`): checked, compiled, and as a subscription. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

_NAME = re.compile(r"\{(\w+)\}")
FIELDS = ("device", "kind")
UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


def problem_of(topic: str, *, pattern: bool) -> str:
    """What is wrong with a topic, "" when nothing is. A `pattern` may hold {device}, {kind}, + and #."""
    if any(char in topic for char in "\0\r\n"):
        return "holds control characters"
    if not pattern:
        return "a base topic holds no wildcards" if set(topic) & set("+#{}") else ""
    return _wildcards(topic.split("/")) or _names(topic)


def _wildcards(levels: list[str]) -> str:
    if any("#" in level for level in levels[:-1]) or ("#" in levels[-1] and levels[-1] != "#"):
        return "'#' must be the whole last level"
    return "'+' must be a whole level" if any("+" in level and level != "+" for level in levels) else ""


def _names(topic: str) -> str:
    names = _NAME.findall(topic)
    rest = _NAME.sub("", topic)
    if unknown := [name for name in names if name not in FIELDS]:
        return f"{{{unknown[0]}}} is not known here"
    if len(set(names)) != len(names):
        return "names one part twice"
    return "has a brace too many" if "{" in rest or "}" in rest else ""


def subscription(pattern: str) -> str:
    """The MQTT filter that gets everything the pattern wants."""
    levels = pattern.split("/")
    return "/".join("+" if "{" in level else level for level in levels)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled topic pattern; {name} and + stand for one level (or a part of it), # for the rest."""

    text: str
    _regex: re.Pattern[str]

    @classmethod
    def of(cls, text: str) -> Pattern:
        levels = "/".join(_level(level) for level in text.split("/"))
        return cls(text, re.compile(levels.replace("/(?:.*)", "(?:/.*)?")))  # a/# is a as well

    def match(self, topic: str) -> Mapping[str, str] | None:
        """The named parts of a topic, None when the topic is none of these."""
        found = self._regex.fullmatch(topic)
        return found.groupdict() if found else None


def _level(level: str) -> str:
    if level == "#":
        return "(?:.*)"
    if level == "+":
        return "[^/]*"
    parts = _NAME.split(level)  # text, name, text, name, …
    return "".join(f"(?P<{part}>[^/]+)" if index % 2 else re.escape(part) for index, part in enumerate(parts))


def slug(name: str) -> str:
    """Letters, digits, `-` and `_` only; a name that loses something keeps its identity by a short digest."""
    plain = UNSAFE.sub("-", name).strip("-")
    if plain == name:
        return plain
    digest = hashlib.blake2s(name.encode(), digest_size=4).hexdigest()
    return f"{plain}-{digest}" if plain else digest


def site_root(site: str) -> str:
    """The first levels of every topic of the console's own, live."""
    return f"watchroom/{slug(site)}"


def unit_topic(root: str, unit: str, what: str) -> str:
    """Where a unit is told (`order`) and where it speaks (`status`, `position`); `unit` may be a wildcard."""
    return f"{root}/unit/{unit}/{what}"
