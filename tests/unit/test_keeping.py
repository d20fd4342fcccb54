"""Small state files between two runs: read, written by a thread of their own, set aside when damaged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.clock import Clock
from console.inbox import Inbox
from console.keeping import Keeping, merged
from console.model import LinkDown, LinkUp
from tests.waiting import wait_until


class Kept:
    """A folder with its keeper, and what the keeper posted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inbox = Inbox()
        self.posted: list[LinkDown | LinkUp] = []
        self.keeping = Keeping(folder, self.inbox, Clock())

    def taken(self) -> list[LinkDown | LinkUp]:
        self.inbox.drain(self.posted.append, lambda *_: None, 1000)
        return self.posted


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    opened = Kept(tmp_path / "kept")
    yield opened
    opened.keeping.close()


def test_what_is_kept_is_on_disk_soon_and_read_by_the_next_run(kept: Kept) -> None:
    kept.keeping.keep("wall-desk-1", {"页": [1, 2]})
    wait_until((kept.folder / "wall-desk-1.json").exists, 5, "the file")
    assert kept.keeping.read("wall-desk-1") == {"页": [1, 2]}


def test_nothing_kept_is_nothing_read_and_no_trouble(kept: Kept) -> None:
    assert kept.keeping.read("wall-desk-1") is None
    assert kept.taken() == []


def test_only_the_newest_state_of_a_name_counts_and_the_end_waits_for_it(kept: Kept) -> None:
    for page in range(200):
        kept.keeping.keep("wall-desk-1", {"page": page})
    kept.keeping.keep("screens-desk-1", {"schema": 1})
    kept.keeping.close()
    assert {p.name: json.loads(p.read_text()) for p in kept.folder.iterdir()} == {
        "wall-desk-1.json": {"page": 199},
        "screens-desk-1.json": {"schema": 1},
    }


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "[" * 100_000, '{"a": "' + "x" * 1_000_001 + '"}'])
def test_a_damaged_file_is_set_aside_and_named_as_a_trouble_that_is_over(kept: Kept, text: str) -> None:
    kept.folder.mkdir(exist_ok=True)
    (kept.folder / "screens-desk-1.json").write_text(text)
    assert kept.keeping.read("screens-desk-1") is None
    assert (kept.folder / "screens-desk-1.damaged.json").read_text() == text
    down, up = kept.taken()
    assert isinstance(down, LinkDown)
    assert (down.kind, down.name, down.reason) == ("kept", "screens-desk-1", "damaged")
    assert isinstance(up, LinkUp)


def test_bytes_that_are_no_text_are_set_aside_too(kept: Kept) -> None:
    kept.folder.mkdir(exist_ok=True)
    (kept.folder / "salvos.json").write_bytes(b"\xff\xfe\x00")
    assert kept.keeping.read("salvos") is None
    assert (kept.folder / "salvos.damaged.json").exists()


def test_what_cannot_be_written_is_one_trouble_and_is_tried_again_until_it_is(kept: Kept) -> None:
    kept.folder.write_text("a file where the folder should be")
    kept.keeping.keep("salvos", {"n": 1})
    kept.keeping.keep("salvos", {"n": 2})
    wait_until(kept.taken, 5, "the trouble")
    assert [(type(p), p.kind, p.name) for p in kept.posted] == [(LinkDown, "kept", "salvos")]
    kept.folder.unlink()
    wait_until(lambda: len(kept.taken()) > 1, 5, "the end of the trouble")
    assert isinstance(kept.posted[1], LinkUp)
    assert kept.keeping.read("salvos") == {"n": 2}


def test_a_half_written_draft_never_replaces_what_was_kept(kept: Kept) -> None:
    kept.keeping.keep("salvos", {"n": 1})
    wait_until((kept.folder / "salvos.json").exists, 5, "the file")
    (kept.folder / "salvos.new").write_text('{"n":')  # what a kill in the middle of writing leaves
    assert kept.keeping.read("salvos") == {"n": 1}


def salvo(name: str, layout: str = "4") -> dict[str, object]:
    return {"name": name, "layout": layout}


def salvos(*all_of_them: dict[str, object]) -> dict[str, object]:
    return {"salvos": list(all_of_them), "tours": []}


def test_two_positions_that_share_a_file_lose_nothing_of_each_other(kept: Kept) -> None:
    mine, theirs = kept, Kept(kept.folder)
    mine.keeping.share("salvos", salvos(salvo("docks"), salvo("gates")))  # type: ignore[arg-type]
    path = kept.folder / "salvos.json"
    wait_until(path.exists, 5, "the file")
    theirs.keeping.read("salvos")
    theirs.keeping.share("salvos", salvos(salvo("docks"), salvo("gates"), salvo("roofs")))  # type: ignore[arg-type]
    theirs.keeping.close()
    mine.keeping.share("salvos", salvos(salvo("docks", "9"), salvo("yards")))  # type: ignore[arg-type]
    mine.keeping.close()
    assert json.loads(path.read_text()) == salvos(salvo("docks", "9"), salvo("roofs"), salvo("yards"))


NAMES = st.sampled_from("abcd")
LISTS = st.dictionaries(NAMES, st.sampled_from("49"))


@given(LISTS, LISTS, LISTS)
def test_of_each_name_the_one_who_changed_it_last_decides(
    base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
) -> None:
    states = [salvos(*(salvo(*one) for one in state.items())) for state in (base, ours, theirs)]
    joined = {one["name"]: one["layout"] for one in merged(*states)["salvos"]}  # type: ignore
    for name in "abcd":
        decides = ours if ours.get(name) != base.get(name) else theirs
        assert joined.get(name) == decides.get(name)
