#!/usr/bin/env python3
"""Verify a Watchroom journal without Watchroom: python3 verify_journal.py journal.sqlite (standard library only).

Every entry carries the SHA-256 of its columns and of the entry before it; one chain per writer. Where a chain ends is
kept in the table `writer` and in the `Started` entries, which repeat the end their position found (`previous`), and in
the entries `JournalSealed` and `JournalPruned`, whose text is signed: what their signatures are worth openssl says.
"""

import hashlib
import json
import sqlite3
import sys
from pathlib import Path

START = (0, "0" * 64)


def digest(row, prev):
    try:
        text = json.dumps([*row[1:12], prev], separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()
    except (TypeError, ValueError):  # a blob, or bytes that are not UTF-8
        return ""


def judge(row, last, remembered, signed):
    seq, prev, stored = row[2], row[12], row[13]
    if seq != last[0] + 1:
        return "gap" if isinstance(seq, int) and seq > last[0] else "duplicate"
    if digest(row, last[1]) != stored:
        return "prev" if digest(row, prev) == stored else "altered"
    return "prev" if prev != last[1] else "seal" if signed != stored else "anchor" if remembered != stored else None


def remember(db):
    heads = {
        name: (seq, end) for name, seq, end in db.execute("SELECT writer, seq, hash FROM writer") if type(seq) is int
    }
    anchors = {}
    for row in db.execute("SELECT * FROM entry WHERE kind = 'Started' ORDER BY id"):
        try:
            if digest(row, row[12]) == row[13] and (found := json.loads(row[11])["previous"]):
                anchors.setdefault((str(found["writer"]), int(found["seq"])), str(found["hash"]))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            pass  # not a position's start, or damage that the walk names
    return heads, {**{(name, seq): end for name, (seq, end) in heads.items()}, **anchors}


def signatures(db):
    """What was signed: the hashes of entries, and the last entry of each chain that may be missing with all before."""
    ends, cuts = {}, {}
    for row in db.execute("SELECT * FROM entry WHERE kind IN ('JournalSealed', 'JournalPruned') ORDER BY id"):
        try:
            if digest(row, row[12]) == row[13]:
                said = json.loads(json.loads(row[11])["text"])
                for name, seq, end in said.get("heads", []):
                    ends.setdefault((name, seq), end)
                for name, seq, end in (*said.get("gone", []), *said.get("cuts", [])):
                    cuts[name] = max(cuts.get(name, START), (seq, end))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pass  # damage that the walk names
    for name, (seq, end) in cuts.items():
        ends.setdefault((name, seq), end)
    return ends, cuts


def first(row, cut):
    """Where a chain begins whose front has grown old and is gone."""
    return (row[2] - 1, row[12]) if isinstance(row[2], int) and 1 < row[2] <= cut[0] else cut


def verify(path):
    """Returns {writer: (seq, hash)} as far as each chain is whole, and {writer: (seq, what)} of what broke it."""
    db = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    db.execute("BEGIN")  # one state, although a console may be writing
    (heads, anchors), (ends, cuts) = remember(db), signatures(db)
    whole, broken, content = dict.fromkeys((name for name, _ in (*anchors, *ends)), START), {}, {}
    for row in db.execute("SELECT * FROM entry ORDER BY id"):
        if whole.get(row[1]) == START and row[1] in cuts and row[1] not in broken and row[2] != 1:
            whole[row[1]] = first(row, cuts[row[1]])
        name, seq, last = row[1], row[2], whole.setdefault(row[1], START)
        if name in broken:
            if broken[name] == (last[0] + 1, "altered") and row[12] == content[name]:
                broken[name] = (last[0] + 1, "hash")  # what follows still carries the right hash
        elif what := judge(row, last, anchors.get((name, seq), row[13]), ends.get((name, seq), row[13])):
            broken[name], content[name] = (last[0] + 1 if what == "gap" else seq, what), digest(row, last[1])
        else:
            whole[name] = (seq, row[13])
    db.close()
    known = {**anchors, **ends}
    for name in [name for name in cuts if whole[name] == START and name not in broken]:
        whole[name] = cuts[name]
        heads[name] = max(heads.get(name, START), cuts[name])
    for name, (end, _) in whole.items():
        head = heads.get(name, START)[0]
        if broken.get(name) == (end + 1, "altered") and known.get((name, end + 1)) == content[name]:
            broken[name] = (end + 1, "hash")
        elif name not in broken and end < max((seq for writer, seq in known if writer == name), default=0):
            broken[name] = (end + 1, "truncated")
        elif name not in broken and end > head:
            broken[name] = (head + 1, "beyond")
    return whole, broken


if __name__ == "__main__":
    try:
        ends, faults = verify(sys.argv[1])
    except (IndexError, sqlite3.Error) as error:
        sys.exit(f"{sys.argv[1]}: {error}" if sys.argv[1:] else "usage: python3 verify_journal.py journal.sqlite")
    for writer, (number, end_hash) in ends.items():
        broken_at = "BROKEN: {} #{}: {}\n".format(writer, *faults.get(writer, (0, "")))
        sys.stdout.write(broken_at if writer in faults else f"whole: {writer} #{number} {end_hash}\n")
    sys.exit(1 if faults else 0)
