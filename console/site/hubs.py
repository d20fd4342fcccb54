"""`hubs.csv`: recorders and hubs that many cameras come from, and what `{hub}/channel` in an address stands for."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from console.site.cells import Record
from console.site.columns import HUBS
from console.site.credentials import judge_path
from console.site.findings import nearest
from console.site.survey import Survey, claim
from console.site.tables import read_table
from console.site.templates import CUSTOM, TEMPLATES, Hub

RESERVED = {"base", "onvif"}


def read_hubs(folder: Path, survey: Survey) -> None:
    """Fill the survey's register of hubs; one with a mistake stays out of it, and its cameras are not judged by it."""
    rows = read_table(folder, HUBS, survey.findings)
    taken: dict[str, int] = {}
    survey.hubs = {}
    for row in rows or ():
        ident = row.required("id")
        if ident and claim(row, "id", ident, taken):
            survey.hubs[ident] = _hub(row, ident)


def _hub(row: Record, ident: str) -> Hub | None:
    """None: it is there, and cannot be used."""
    if ident in RESERVED or not ident.isidentifier():
        row.error("id", f"'{ident[:40]}' cannot name a hub", "use letters, digits and _, and neither base nor onvif")
    word = row.required("template")
    template = TEMPLATES.get(word)
    if word and template is None:
        cure = nearest(word, TEMPLATES, f"use one of {', '.join(TEMPLATES)}")
        row.error("template", f"'{word[:40]}' is not known", cure)
    host, port = _address(row)
    main, sub = (_path(row, key) for key in ("main", "sub"))
    if word == CUSTOM and not (row.has("main") or row.has("sub")):
        row.error("main", "is empty", "give the path of a stream with {channel} in it, such as /live/{channel}")
    if row.broken or template is None:
        return None
    if not template.tested_with:
        row.warn("template", f"'{word}': {template.standing}", "look at one picture of each kind of its cameras")
    return Hub(ident, template, host, port, main or template.main, sub or template.sub)


def _address(row: Record) -> tuple[str, int]:
    address = row.required("address")
    try:
        parts = urlsplit(f"//{address}")
        host, port = parts.hostname or "", parts.port or 0
    except ValueError:
        host = ""
        port = 0
    if address and (not host or parts.path or parts.username is not None):
        row.error("address", "is no host", "write a name or an address, with :port where it is not the usual one")
    return host, port


def _path(row: Record, key: str) -> str:
    path = row.text(key)
    if path and (not path.startswith("/") or "{channel}" not in path or any(c.isspace() for c in path)):
        row.error(key, "is no path of streams", "write a path with {channel} in it, such as /live/{channel}")
        return ""
    return path if judge_path(row, key, path) else ""


def expand(row: Record, key: str, survey: Survey) -> str:
    """The address a cell like `{nvr}/3` stands for; "" with the reason said. `key`: sub_url or main_url."""
    word, _, channel = row.text(key)[1:].partition("}/")
    hub = (survey.hubs or {}).get(word)
    if hub is None:
        if word not in (survey.hubs or {}):
            known = [*(survey.hubs or {}), "base"]
            what = f"there is no hub '{word[:40]}'"
            row.error(key, what, row.findings.nearest(word, known, "give it a row in hubs.csv, or write {base}/path"))
        return ""
    path = hub.sub if key == "sub_url" else hub.main
    if not path:
        row.error(key, f"the hub '{hub.id}' has no such stream", "leave it empty")
        return ""
    if not hub.template.takes(channel):
        what = f"'{channel[:60]}' is no channel of a {hub.template.product}"
        row.error(key, what, f"write it like {{{hub.id}}}/{hub.template.example}")
        return ""
    return hub.template.url(path, hub.host, hub.port, channel)
