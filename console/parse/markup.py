"""XML without its traps: no document types, no entities, no deeper than the source allows. Pure."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from console.config.schema import SourceConfig
from console.parse.rejects import MessageRefused, Reject


class _Shallow(ET.TreeBuilder):
    """Builds a tree and refuses to go deeper than `deepest`."""

    def __init__(self, deepest: int) -> None:
        super().__init__()
        self._left = deepest

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._left -= 1
        if self._left < 0:
            raise MessageRefused(Reject.TOO_DEEP)
        return super().start(tag.rpartition("}")[2], attrs)

    def end(self, tag: str, /) -> ET.Element:
        self._left += 1
        return super().end(tag.rpartition("}")[2])


def element(payload: bytes, source: SourceConfig) -> ET.Element:
    """The root element; names carry no namespace."""
    if len(payload) > source.max_bytes:
        raise MessageRefused(Reject.TOO_LARGE, f"{len(payload)} bytes, at most {source.max_bytes}")
    if not payload.strip():
        raise MessageRefused(Reject.EMPTY)
    if b"<!" in payload.replace(b"<!--", b"").replace(b"<![CDATA[", b"") or b"\0" in payload:
        raise MessageRefused(Reject.BAD_XML, "document types and entities are not taken")
    try:
        parser = ET.XMLParser(target=_Shallow(source.max_depth))  # noqa: S314 - see above
        parser.feed(payload)
        root = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        raise MessageRefused(Reject.BAD_XML, str(error)) from None
    assert isinstance(root, ET.Element)
    return root


def said(parent: ET.Element, path: str) -> str:
    """The text of the first element at a path, "" when there is none."""
    return (parent.findtext(path) or "").strip()
