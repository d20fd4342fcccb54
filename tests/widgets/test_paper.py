"""A sheet of paper: every page says what it is, no line is lost between two, and a file is whole or not there."""

from __future__ import annotations

import csv
import errno
import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from console.excerpts import HEALTH, ExcerptWriter
from tests.widgets.desk import Desk
from widgets.drill import veil
from widgets.paper import Paper, Signatures, Table, as_csv, as_pdf
from widgets.placing import Placing
from widgets.printing import Block, paged, stacked
from widgets.saving import Saving
from widgets.words import Words

HEADS = ("place", "seen", "remark", "id")
LINES = [
    (f"detector {n}", f"0:{n:02d}", "a remark on two lines or three, " * (1 + n % 4), f"ID-{n}") for n in range(80)
]
STAMP = "Luting · printed 2026-11-21 13:00:00, Li, desk-1"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def paper() -> Paper:
    table = Table(HEADS, LINES, (0.4, 0.2, 0.4, 0), "Detectors")
    return Paper("Health of the cameras", STAMP, ("80 detectors",), (table,), "Inter")


def tight(text: str) -> str:
    """Without the spaces: readers guess them from where the letters stand."""
    return "".join(text.split())


def printed(paper: Paper) -> list[str]:
    """The text of each page, as a reader of the file finds it, tight."""
    data = QByteArray(as_pdf(paper))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [tight(document.getAllText(at).text()) for at in range(document.pageCount())]
    document.close()
    return pages


def test_every_page_says_what_it_is_whose_and_which_of_how_many(paper: Paper) -> None:
    pages = printed(paper)
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        for text in (paper.title, STAMP, f"{number} / {len(pages)}", "Detectors", "remark"):
            assert tight(text) in page, (number, text)
    assert ["80detectors" in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_no_line_is_lost_or_printed_twice_where_a_page_ends(paper: Paper) -> None:
    whole = "".join(printed(paper))
    assert [whole.count(f"detector{n}0:") for n in range(80)] == [1] * 80
    assert whole.count("aremarkontwolinesorthree,") == sum(1 + n % 4 for n in range(80)), "no text is cut"


def test_a_column_for_tables_alone_is_not_on_paper(paper: Paper) -> None:
    assert not any("ID-" in page for page in printed(paper))
    rows = list(csv.reader(io.StringIO(as_csv(paper).decode("utf-8-sig"))))
    assert rows[:6] == [[paper.title], [STAMP], ["80 detectors"], [], ["Detectors"], list(HEADS)]
    assert [row[-1] for row in rows[6:]] == [f"ID-{n}" for n in range(80)]


def test_a_heading_goes_on_with_its_lines_and_signatures_end_the_sheet(paper: Paper) -> None:
    lines = [("Alarms" if n < 20 else "Out of service", *LINES[n][:3]) for n in range(80)]
    grouped = Table(("", *HEADS[:3]), lines, (0, 0.4, 0.2, 0.4), is_grouped=True)
    pages = printed(replace(paper, parts=(grouped, Signatures(("Handed over by Li", "Taken over by Chan")))))
    assert "Alarms" in pages[0] and "Outofservice" in pages[-1] and "Alarms" not in pages[-1]
    assert pages[-1].endswith("HandedoverbyLiTakenoverbyChan")


def test_a_drill_is_called_one_on_each_page_and_nothing_else_is(paper: Paper) -> None:
    pages = printed(replace(paper, is_drill=True))
    assert len(pages) > 2 and all("DRILL" in page for page in pages)
    assert not any("DRILL" in page for page in printed(paper))
    assert as_csv(replace(paper, is_drill=True)).decode("utf-8-sig").startswith(f"{veil.TEXT},")


def test_a_word_that_is_longer_than_its_column_is_broken_not_cut(paper: Paper) -> None:
    long = Table(("a", "b"), [("https://" + "x" * 300 + "END", "beside")], (0.1, 0.9))
    (page,) = printed(replace(paper, parts=(long,)))
    assert "END" in page and page.count("x") >= 300


def test_what_a_person_wrote_is_no_formula(paper: Paper) -> None:
    table = as_csv(replace(paper, parts=(Table(("a",), [("=1+1",)], (1,)),))).decode("utf-8-sig")
    assert table.endswith("'=1+1\r\n")


def test_a_block_that_fills_a_page_by_itself_still_gets_one() -> None:
    tall, low = Block(500, lambda _painter, _y: None), Block(10, lambda _painter, _y: None)
    head = Block(20, lambda _painter, _y: None)
    pages = paged([low, tall, stacked([low], (head,))], 400)
    assert [[block.height for block in page] for page in pages] == [[10], [500], [20, 10]]


def test_a_mistake_in_what_is_drawn_is_an_error_and_not_the_end_of_the_process(paper: Paper) -> None:
    uneven = replace(paper, parts=(Table(("a", "b"), [("only one",)], (0.5, 0.5)),))
    with pytest.raises(ValueError, match="argument"):
        as_pdf(uneven)
    assert as_pdf(paper).startswith(b"%PDF")


# ---- files ----


@pytest.fixture
def saving(desk: Desk) -> Iterator[Saving]:
    """With the real writer."""
    writer = ExcerptWriter(desk.inbox)
    desk.console.exporting.connect(writer.write)
    placing = Placing(desk.console, Words(desk.window), desk.window)
    yield Saving(desk.console, placing, HEALTH, desk.window)
    writer.close()


def told(desk: Desk, saving: Saving) -> str:
    """What is said of the file that was ordered just now."""
    said: list[str] = []
    saving.told.connect(said.append)
    woken = threading.Event()
    desk.inbox.on_wake(woken.set)
    while not said:
        desk.take()
        if not said:
            assert woken.wait(5)
            woken.clear()
    saving.told.disconnect(said.append)
    return said[0]


def test_a_full_disk_is_said_and_leaves_what_was_there_and_no_half_file(
    desk: Desk, saving: Saving, paper: Paper, tmp_path: Path
) -> None:
    path = tmp_path / "cameras.pdf"
    path.write_text("of yesterday")

    def full() -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    saving.order(path, full)
    assert told(desk, saving) == "Not saved: cameras.pdf (the disk is full)"
    assert path.read_text() == "of yesterday" and list(tmp_path.iterdir()) == [path]
    saving.order_paper(path, "pdf", paper)
    assert told(desk, saving) == "Saved: cameras.pdf"
    assert path.read_bytes().startswith(b"%PDF") and list(tmp_path.iterdir()) == [path]


NOWHERE = {"gone": "gone/x.pdf", "no folder": "file.txt/x.pdf", "long": f"{'n' * 260}.pdf"}


@pytest.mark.parametrize("where", NOWHERE.values(), ids=NOWHERE)
def test_a_place_that_takes_no_file_is_said_and_the_next_file_is_written(
    desk: Desk, saving: Saving, paper: Paper, tmp_path: Path, where: str
) -> None:
    (tmp_path / "file.txt").write_text("not a folder")
    saving.order_paper(tmp_path / where, "pdf", paper)
    assert told(desk, saving).endswith("(the disk failed or the folder is gone)")
    assert [one.name for one in tmp_path.iterdir()] == ["file.txt"]
    saving.order_paper(tmp_path / "x.csv", "csv", paper)
    assert told(desk, saving) == "Saved: x.csv"


def test_the_stamp_names_site_moment_person_and_position(desk: Desk, saving: Saving) -> None:
    stamp = saving.paper("Title", (), ()).stamp
    assert stamp.startswith("Test park · printed 20") and stamp.endswith(", Li, desk-1")
