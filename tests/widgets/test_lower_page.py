"""What every page of the lower panel promises: hidden it does no work, seen it is current, its words follow at once."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from console import announce
from console.errors import CommandRefused
from tests.widgets.desk import Desk, run_events, texts
from widgets.application import Languages
from widgets.lower_page import LowerPage
from widgets.player.bar import PlayerBar

Page = LowerPage[PlayerBar]
OF_THE_SITE = ("Smoke detector", "Panel 1", "Camera ")  # is called so in every language
WORD = re.compile(r"[A-Za-z]{4,}")


def pages(desk: Desk) -> dict[str, Page]:
    """By the name the panel knows them by."""
    panel = desk.window.lower_panel
    found = {}
    for name in panel.names:
        panel.show_page(name)
        page = panel.currentWidget()
        if isinstance(page, LowerPage):
            found[name] = page
    return found


@pytest.fixture
def looks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each page has looked."""
    counted: Counter[str] = Counter()
    plain = {kind: kind.look for kind in {type(page) for page in pages(desk).values()}}
    for kind, look in plain.items():

        def counting(page: Page, look: object = look) -> None:
            counted[type(page).__name__] += 1
            look(page)  # type: ignore[operator]  # the page's own

        monkeypatch.setattr(kind, "look", counting)
    return counted


def test_the_seldom_pages_stand_in_one_frame(desk: Desk) -> None:
    assert {*pages(desk)} == {
        "drill", "proofs", "handover", "performance", "eye", "newcomers", "health", "memory", "arrivals", "cases",
    }  # fmt: skip


def test_a_hidden_page_does_no_work_and_a_page_that_is_seen_again_is_current(desk: Desk, looks: Counter[str]) -> None:
    found = pages(desk)
    for (hidden, page), (shown, _) in pairwise([*found.items(), next(iter(found.items()))]):
        desk.window.lower_panel.show_page(hidden)
        assert page.isVisible()
        desk.window.lower_panel.show_page(shown)
        looks.clear()
        assert not page._timer.isActive(), hidden
        page.on_announced(announce.CasebookStirred())
        page.retranslate()
        run_events()
        assert looks[type(page).__name__] == 0, hidden
        desk.window.lower_panel.show_page(hidden)
        assert looks[type(page).__name__] >= 1, hidden
        assert page._timer.isActive() == bool(page._timer.every_ms), hidden


def title(page: Page) -> str:
    return page.bar.title if isinstance(page.bar, PlayerBar) else ""


def test_the_words_of_a_page_change_at_once_or_when_it_is_seen_again(desk: Desk, languages: Languages) -> None:
    found = pages(desk)
    english = {}
    for name, page in found.items():
        desk.window.lower_panel.show_page(name)
        english[name] = {title(page), *texts(page)}
    shown = desk.window.lower_panel.page
    languages.choose("qps")
    run_events()
    for name in (shown, *found):  # the one that is seen stays as it is
        desk.window.lower_panel.show_page(name)
        words = {title(found[name]), *texts(found[name])}
        same = {text for text in words & english[name] if WORD.search(text)}
        assert {text for text in same if not any(called in text for called in OF_THE_SITE)} == set(), name


def test_a_refusal_is_said_and_forgotten_with_the_next_act(desk: Desk) -> None:
    page = pages(desk)["memory"]
    desk.window.lower_panel.show_page("memory")

    def refused() -> None:
        raise CommandRefused("no_right")

    assert not page.attempt(refused)
    said = texts(page)
    assert page.attempt(lambda: None)
    assert len({*said} - {*texts(page)}) == 1
