"""The part of Home Assistant's value templates that is a look-up with at most one step after it. Pure.

| template | |
|---|---|
| `{{ value }}` `{{ value_json.a.b }}` `{{ value_json['a'][0] }}` `{{ value_json.get('a') }}` | where the value is |
| `float(0)` `int` `round(1)` `string` `trim` `is_defined` `default(…)` as filters | dropped: no default is a reading |
| `lower`, `upper` as filters | applied |
| `… / 10`, `… * 0.1`, `(…) + 5`, `… - 2` | applied to a number |
| `{{ 'ON' if … else 'OFF' }}`, `{{ 'ON' if … == 'x' else 'OFF' }}` | applied |

Everything else is a program; it is refused by name, and a site rule takes its place.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

import orjson
from jmespath.exceptions import JMESPathError

from console.parse.envelope import Json
from console.parse.expression import MISSING, Getter, compiled
from console.parse.values import number

LONGEST = 500  # characters; longer ones are programs

_KEY = r"['\"][^'\"\\]{1,80}['\"]"
_PATH = rf"value(?:_json(?:\.get\(\s?{_KEY}\s?\)|\.\w+|\[\s?(?:{_KEY}|\d{{1,4}})\s?\]){{1,12}})?"
_STEP = re.compile(r"\.get\(\s*['\"]([^'\"]+)['\"]\s*\)|\.(\w+)|\[\s*['\"]([^'\"]+)['\"]\s*\]|\[\s*(\d+)\s*\]")
_FILTERS = r"(?:\s?\|\s?(?:float|int|round|string|trim|is_defined|default|lower|upper)(?:\([^()|]{0,40}\))?){0,6}"
_SUM = re.compile(
    rf"\(?\s?({_PATH})({_FILTERS})\s?\)?{_FILTERS}\s?(?:([-+*/])\s?(\d+(?:\.\d+)?))?\s?\)?{_FILTERS}", re.ASCII
)
_CHOICE = re.compile(
    rf"['\"]([^'\"]*)['\"]\s+if\s+({_PATH})({_FILTERS})\s?(?:==\s?(?:['\"]([^'\"]*)['\"]|(true|True|false|False|\d+)))?"
    r"\s+else\s+['\"]([^'\"]*)['\"]",
    re.ASCII,
)
_OPERATORS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
_LITERALS: dict[str, Json] = {"true": True, "True": True, "false": False, "False": False}
NOTHING: tuple[Json, ...] = (None, False, 0, "", [], {})


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template; `whole`: it reads the payload as text, not as JSON."""

    get: Getter
    whole: bool


def template(text: str) -> Template | None:
    """Compile; None when it is more than this. "" is the payload itself."""
    if not text:
        return Template(compiled(""), True)
    text = " ".join(text.split())
    if len(text) > LONGEST or not (text.startswith("{{") and text.endswith("}}")):
        return None
    body = text[2:-2].strip().strip("-").strip()
    if found := _CHOICE.fullmatch(body):
        return _choice(found)
    if (found := _SUM.fullmatch(body)) and body.count("(") == body.count(")"):
        return _sum(found)
    return None


def _path(text: str) -> Getter | None:
    steps = [(got or dotted or quoted, index) for got, dotted, quoted, index in _STEP.findall(text)]
    parts = [f"[{int(index)}]" if index else f".{_quoted(name)}" for name, index in steps]
    try:
        return compiled("".join(parts).removeprefix("."))
    except JMESPathError:
        return None


def _quoted(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else orjson.dumps(name).decode()


def _worded(get: Getter, filters: str) -> Getter:
    """`lower` and `upper` change what a word is compared with; the other filters change no meaning."""
    turn = str.lower if "lower" in filters else (str.upper if "upper" in filters else None)
    if turn is None:
        return get

    def worded(document: Json) -> Json:
        value = get(document)
        return turn(value) if isinstance(value, str) and value != MISSING else value

    return worded


def _sum(found: re.Match[str]) -> Template | None:
    path, filters, sign, digits = found.groups()
    get = _path(path)
    if get is None or (sign == "/" and not float(digits)):
        return None
    worded = _worded(get, filters)
    if not sign:
        return Template(worded, path == "value")
    operate, by = _OPERATORS[sign], float(digits)

    def reckoned(document: Json) -> Json:
        raw = worded(document)
        value = number(raw)
        return raw if value is None else round(operate(value, by), 9)

    return Template(reckoned, path == "value")


def _choice(found: re.Match[str]) -> Template | None:
    yes, path, filters, word, literal, no = found.groups()
    get = _path(path)
    if get is None:
        return None
    worded = _worded(get, filters)
    wanted: Json = word
    if literal is not None:
        wanted = _LITERALS[literal] if literal in _LITERALS else int(literal)

    def chosen(document: Json) -> Json:
        value = worded(document)
        if value is None or value is MISSING or value == MISSING:
            return MISSING  # "else" would say normal of something nobody said
        return yes if (value == wanted if wanted is not None else value not in NOTHING) else no

    return Template(chosen, path == "value")
