"""Where a value is in a document: plain dotted paths are compiled to look-ups, everything else is jmespath. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

import jmespath
from jmespath.exceptions import JMESPathError

from console.parse.envelope import Json

MISSING = "\0missing"  # not in the document; a null in the document is a null


Getter = Callable[[Json], Json]

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)


def compiled(text: str) -> Getter:
    """The getter of an expression, MISSING when it finds nothing. "" is the document itself."""
    if not text:
        return lambda document: document
    if _DOTTED.fullmatch(text):
        return _dotted(text.split("."))
    return _searched(text)


def _dotted(names: list[str]) -> Getter:
    if len(names) == 1:
        name = names[0]
        return lambda document: document.get(name, MISSING) if isinstance(document, dict) else MISSING

    def get(document: Json) -> Json:
        for name in names:
            if not isinstance(document, dict) or name not in document:
                return MISSING
            document = document[name]
        return document

    return get


def _searched(text: str) -> Getter:
    expression = jmespath.compile(text)

    def get(document: Json) -> Json:
        try:
            found: Json = expression.search(document)
        except (JMESPathError, ValueError, TypeError, ArithmeticError, AttributeError):
            return MISSING  # functions on values of another type
        return MISSING if found is None else found

    return get
