"""Message cases: one JSON line each, as `explain --messages` reads them; explained in order, with what each one names.

A case that names priors is told by a console that has seen exactly those; a case that names none, by the console that
has seen every line so far. Either way the line is fed to the latter as well.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC
from typing import Any, Self

import orjson

from console.config.schema import Option
from console.explain.explainer import Explainer, Explanation, Prior
from console.model import Message
from console.parse.moment import iso
from console.parse.values import number

ALIASES = {"generic": "site"}  # what the case files call our site rules
MOST_BYTES = 64 * 1024 * 1024  # of one case, expanded


@dataclass(frozen=True, slots=True)
class Case:
    """One line: a message, the decoder it is for and what came before it."""

    message: Message
    name: str = ""
    ecosystem: str = ""
    config: Mapping[str, Option] = field(default_factory=dict)
    priors: tuple[str, ...] = ()
    prior_live: Prior | None = None

    @classmethod
    def of(cls, line: str, now_ms: int) -> Self:
        """Parse one line; ValueError names what is wrong. Without `received_at` the message arrives `now_ms`."""
        data = orjson.loads(line)
        if not isinstance(data, dict) or not isinstance(data.get("topic"), str):
            raise ValueError("a case is an object with a topic")
        received_ms = iso(data["received_at"], UTC) if "received_at" in data else now_ms
        if received_ms is None:
            raise ValueError("received_at is no ISO time")
        message = Message(
            data["topic"], _payload(data), received_ms, bool(data.get("retain")), bool(data.get("dup"))
        )  # fmt: skip
        ecosystem = str(data.get("ecosystem") or "")
        priors = data.get("prior") or ()
        return cls(
            message,
            str(data.get("name") or ""),
            ALIASES.get(ecosystem, ecosystem),
            _options(data.get("config")),
            (priors,) if isinstance(priors, str) else tuple(map(str, priors)),
            _prior_live(data.get("prior_live")),
        )


def _payload(data: Mapping[str, Any]) -> bytes:
    payload, encoding = data.get("payload", ""), data.get("encoding", "")
    if encoding == "base64":
        try:
            return base64.b64decode(payload, validate=True)
        except (binascii.Error, TypeError) as error:
            raise ValueError(f"payload is no base64: {error}") from None
    if encoding == "repeat":
        head, unit, tail, times = payload["head"], payload["unit"], payload["tail"], int(payload["times"])
        if len(unit) * times > MOST_BYTES:
            raise ValueError("payload is too large to expand")
        return f"{head}{unit * times}{tail}".encode()
    if isinstance(payload, str):
        return payload.encode("utf-8", "surrogatepass")
    return b"" if payload is None else orjson.dumps(payload)


def _options(config: object) -> dict[str, Option]:
    if not isinstance(config, dict):
        return {}
    return {str(key): tuple(value) if isinstance(value, list) else value for key, value in config.items()}


def _prior_live(prior: object) -> Prior | None:
    if not isinstance(prior, dict):
        return None
    ts_ms = number(prior.get("ts_ms"))
    if ts_ms is None:
        raise ValueError("prior_live needs ts_ms")
    value = prior.get("value")
    return Prior(value if isinstance(value, bool | int | float | str) else None, int(ts_ms))


BAD_LINE = "bad_line"  # the line itself is no case


def explain(lines: Iterable[str], now_ms: int, new_explainer: Callable[[], Explainer]) -> Iterator[Explanation]:
    """One explanation per line, in order; blank lines are skipped."""
    texts = [line for line in lines if line.strip()]
    cases = [_case(text, now_ms) for text in texts]
    named = {case.name: case for case in cases if case is not None and case.name}
    everything = new_explainer()
    for case in cases:
        if case is None:
            yield Explanation((), BAD_LINE)
            continue
        told = _feed(everything, case)
        priors = _closure(case, named)
        if priors:
            alone = new_explainer()
            for prior in priors:
                _feed(alone, prior)
            told = _feed(alone, case)
        yield told


def _case(text: str, now_ms: int) -> Case | None:
    try:
        return Case.of(text, now_ms)
    except (ValueError, KeyError, TypeError):
        return None


def _feed(explainer: Explainer, case: Case) -> Explanation:
    return explainer.explain(case.message, case.ecosystem, case.config, case.prior_live)


def _closure(case: Case, named: Mapping[str, Case]) -> list[Case]:
    """The named priors that are in the file, each after its own, none twice."""
    found: dict[str, Case] = {}

    def visit(each: Case, above: tuple[str, ...]) -> None:
        for name in each.priors:
            prior = named.get(name)
            if prior is not None and name not in found and name not in above:
                visit(prior, (*above, name))
                found[name] = prior

    visit(case, (case.name,))
    return list(found.values())


def to_json(explanation: Explanation) -> bytes:
    """The line that is printed, as the contracts page shapes it."""
    line = asdict(explanation)
    for reading in line["readings"]:
        if not reading["history"]:
            del reading["history"]
    for step in line["alarms"]:
        if not step["rule"]:
            del step["rule"]
    return orjson.dumps(line, option=orjson.OPT_PASSTHROUGH_SUBCLASS, default=str)
