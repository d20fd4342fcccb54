"""XML of strangers, read with limits before belief: no document types, no entities, no depth bombs. Pure."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PLAIN = (b"<", b"\xef\xbb\xbf<")  # UTF-16 would hide a document type from the look below


class BadMarkup(ValueError):
    """These bytes are no XML that a camera may send."""


def judge(data: bytes, limit: int) -> None:
    """Raises BadMarkup for what must not even reach a parser."""
    if len(data) > limit:
        raise BadMarkup("too long")
    if not data.lstrip().startswith(_PLAIN):
        raise BadMarkup("no XML")
    if _DECLARES.search(data):
        raise BadMarkup("a document type")


def read(data: bytes, limit: int) -> Any:
    """The root element. Raises BadMarkup."""
    judge(data, limit)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadMarkup("not well-formed") from error


def name(element: Any) -> str:
    """The element's name without its namespace, "" for comments."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def space(element: Any) -> str:
    """The element's namespace."""
    return str(element.tag).partition("}")[0].lstrip("{") if isinstance(element.tag, str) else ""


def find(element: Any, wanted: str) -> Any | None:
    """The first descendant of this name in any namespace; cameras disagree about prefixes, never about names."""
    return next((each for each in element.iter() if name(each) == wanted), None)


def text(element: Any, wanted: str) -> str:
    """The text of that descendant, "" without one."""
    found = find(element, wanted)
    return (found.text or "").strip() if found is not None else ""
