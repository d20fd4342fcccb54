"""The links of the project's own pages. `python -m tests.links` moves every `path#Ln` to the line its text names."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.sources import ROOT

LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Link:
    """One link as it stands in a page; `file` is "" for a heading of the page itself."""

    page: Path
    text: str
    target: str

    @property
    def file(self) -> str:
        return self.target.partition("#")[0]

    @property
    def fragment(self) -> str:
        return self.target.partition("#")[2]

    @property
    def path(self) -> Path:
        return (self.page.parent / self.file).resolve() if self.file else self.page

    @property
    def line(self) -> int:
        """The line it points to, 0 when it points to none."""
        return int(self.fragment[1:]) if re.fullmatch(r"L\d+", self.fragment) else 0

    @property
    def name(self) -> str:
        """The name its text quotes, without the class before it: `Console.handle` is `handle`."""
        quoted = NAME.search(self.text)
        return re.sub(r"\W+$", "", quoted[1]).rpartition(".")[2] if quoted else ""

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}: [{self.text}]({self.target})"


def pages() -> list[Path]:
    """Every page a reader may open."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def links(page: Path) -> Iterator[Link]:
    """The links of a page that stay within the project; what stands in code blocks is no link."""
    for text, target in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if "://" not in target and not target.startswith("mailto:"):
            yield Link(page, text, target)


def anchors(page: Path) -> set[str]:
    """The headings of a page as fragments."""
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", head).lower()).replace(" ", "-")
        for head in heads
    }


def is_at(link: Link) -> bool:
    """Whether the line it points to holds the name its text quotes."""
    lines = link.path.read_text(encoding="utf-8").splitlines()
    return 0 < link.line <= len(lines) and bool(link.name) and bool(_word(link.name).search(lines[link.line - 1]))


def place_of(link: Link) -> int:
    """Where that name is defined (in its class, when the text names one), else first said; 0 when it is not there."""
    lines = link.path.read_text(encoding="utf-8").splitlines()
    quoted = NAME.search(link.text)
    owner = quoted[1].rpartition(".")[0] if quoted else ""
    first = (
        next((i for i, line in enumerate(lines) if re.match(rf"class {re.escape(owner)}\b", line)), 0) if owner else 0
    )
    defined = re.compile(rf"^\s*(?:async )?(?:def|class) {re.escape(link.name)}\b|^{re.escape(link.name)}\b.*=")
    for pattern in (defined, _word(link.name)):
        found = next((i for i, line in enumerate(lines) if i >= first and pattern.search(line)), None)
        if found is not None:
            return found + 1
    return 0


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


def move(page: Path) -> int:
    """Write the right line into every link of a page; how many were wrong."""
    text = page.read_text(encoding="utf-8")
    moved = 0
    for link in links(page):
        if link.fragment.startswith("L") and link.path.is_file() and not _is_best(link) and (line := place_of(link)):
            text = text.replace(f"[{link.text}]({link.target})", f"[{link.text}]({link.file}#L{line})")
            moved += 1
    page.write_text(text, encoding="utf-8")
    return moved


def _is_best(link: Link) -> bool:
    return link.line == place_of(link)


if __name__ == "__main__":
    for each in pages():
        if number := move(each):
            sys.stdout.write(f"{each.relative_to(ROOT)}: {number} moved\n")
