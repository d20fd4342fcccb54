"""Pages of the lower panel that need nothing of the desk but the console: added to those the window composes itself."""

from __future__ import annotations

from console.app import Console
from widgets.arrivals.page import ArrivalsPage
from widgets.casebook.page import CasebookPage
from widgets.eye.page import EyePage
from widgets.health.page import HealthPage
from widgets.lower_panel import ARRIVALS, CASES, EYE, HEALTH, MEMORY, NEWCOMERS, LowerPanel
from widgets.newcomers.page import NewcomerPage
from widgets.page_buttons import PageButtons
from widgets.placing import Placing
from widgets.rewind.memory_page import MemoryPage
from widgets.words import Words


def add_further(panel: LowerPanel, console: Console, placing: Placing, words: Words) -> None:
    """Each with its name and the buttons that choose a page."""
    pages = (
        (NEWCOMERS, NewcomerPage(console, placing, words, panel)),
        (EYE, EyePage(console, placing, words, panel)), (HEALTH, HealthPage(console, placing, words, panel)),
        (MEMORY, MemoryPage(console, placing, words, panel)),
        (ARRIVALS, ArrivalsPage(console, placing, words, panel)), (CASES, CasebookPage(console, placing, words, panel)),
    )  # fmt: skip
    for name, page in pages:
        panel.add(name, page)
        page.bar.add(PageButtons(panel))
