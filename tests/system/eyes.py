"""Eyes in front of the whole X screen: which picture stands where, whose it is, which frame, and whether it looks live.

Knows nothing of layouts or windows: a picture is found by the frame code along its bottom, wherever that is. Reads
the memory of the X server, so a look takes milliseconds and hides no moment from the program that is looked at.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from console import framecode
from console.framecode import CELLS, HEIGHT_SHARE, Box, strip_height
from console.sim.animation import FRAMES
from tests.servers.xvfb import Monitor, Screen
from tests.waiting import wait_until

Image = NDArray[np.uint8]

BRIGHT = 185, 230  # a light cell of a picture as it came; letters are lighter
FAINT = 90, 130  # the same under the veil of an old picture
NARROWEST, WIDEST = 4, 50  # px of a cell: tiles of 160 to 2000 px
DARK_AFTER = 6  # cells behind the first that are dark in every code of a camera number below 256
DARK_SHARE = 0.55  # a dark cell is darker than that share of the least that is light
HIGHEST = 24  # the highest number a camera has here: what reads as more is no frame code
MISFIT = 0.06  # so much of a strip may be blurred
EVEN = 30  # levels by which a light cell differs within itself
COLOURED = 24  # the channels of a pixel with a colour differ by more than that
NEAR = 6  # px by which the edge of a picture may be misread
XWD_WORDS = 25


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture on the screen. `box` is left, top, width, height on the whole screen."""

    number: int
    frame: int
    box: Box

    @property
    def area(self) -> int:
        return self.box[2] * self.box[3]

    def stands_like(self, other: Picture) -> bool:
        """The same camera in the same place, as far as an eye can tell."""
        return self.number == other.number and all(abs(a - b) <= NEAR for a, b in zip(self.box, other.box, strict=True))


def alike(some: Sequence[Picture], others: Sequence[Picture]) -> bool:
    """The same cameras in the same places."""
    return len(some) == len(others) and all(any(a.stands_like(b) for b in others) for a in some)


class Eyes:
    """Looks at one X screen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        head = np.fromfile(screen.memory, ">u4", XWD_WORDS)
        start, line = int(head[0] + head[19] * 12), int(head[12])
        shape = (screen.height, line // 4, 4)
        self._memory = np.memmap(screen.memory, np.uint8, "r", start, shape)

    def part(self, box: Box) -> Image:
        """A part of the screen now, BGR."""
        left, top, width, height = box
        return np.ascontiguousarray(self._memory[top : top + height, left : left + width, :3])

    def pictures(self, *monitors: Monitor) -> list[Picture]:
        """Every picture on these monitors that looks live, from left to right and downwards."""
        return self._found(monitors, *BRIGHT)

    def old_pictures(self, *monitors: Monitor) -> list[Picture]:
        """Every picture there under the veil of an old one."""
        return self._found(monitors, *FAINT)

    def _found(self, monitors: Sequence[Monitor], least: int, most: int) -> list[Picture]:
        seen: list[Picture] = []
        for monitor in monitors:
            for one in find(self.part((monitor.left, 0, monitor.width, monitor.height)), least, most):
                left, top, width, height = one.box
                seen.append(replace(one, box=(left + monitor.left, top, width, height)))
        return seen

    def live_frame(self, box: Box) -> framecode.FrameCode | None:
        """The code of the picture in that box as long as it looks live; None under the veil, or when it is gone."""
        left, top, width, height = box
        rows = height // HEIGHT_SHARE + 2
        strip = self.part((left, top + height - rows, width, rows))
        if strip.min(2).max(initial=0) < BRIGHT[0]:
            return None
        whole = np.zeros((height, width), np.uint8)
        whole[height - rows :] = strip.min(2)
        return framecode.read(whole)

    def is_grey(self, box: Box) -> bool:
        """Whether hardly any pixel of that box has a colour."""
        return colour_share(self.part(box)) < 0.01


@dataclass(slots=True)
class Watched:
    """What a long look at one picture has seen; times in monotonic seconds.

    `oldest`: the longest time one frame stood there and still looked live. `greyed`: when it stopped doing so.
    """

    picture: Picture
    frame: int = -1
    changes: list[float] = field(default_factory=list)
    oldest: float = 0.0
    greyed: list[float] = field(default_factory=list)

    def take(self, now: float, code: framecode.FrameCode | None) -> None:
        if code is None:
            if self.frame >= 0:
                self.greyed.append(now)
            self.frame = -1
        elif code.frame != self.frame:
            self.frame = code.frame
            self.changes.append(now)
        else:
            self.oldest = max(self.oldest, now - self.changes[-1])

    def changed_after(self, moment: float) -> float:
        """When the first new frame after that moment was there; 0 while there is none."""
        return next((at for at in self.changes if at > moment), 0.0)


class Watch:
    """A long look at some pictures, many times a second."""

    def __init__(self, eyes: Eyes, pictures: Sequence[Picture]) -> None:
        self._eyes = eyes
        self.seen = [Watched(picture) for picture in pictures]

    def look(self) -> None:
        for one in self.seen:
            one.take(time.monotonic(), self._eyes.live_frame(one.picture.box))

    def until(self, fact: Callable[[], bool], timeout: float, what: str) -> None:
        """Keep looking until it is a fact."""

        def look() -> bool:
            self.look()
            return fact()

        wait_until(look, timeout, what)


def colour_share(image: Image) -> float:
    """How much of the picture has a colour, 0…1."""
    return float((np.ptp(image, axis=2) > COLOURED).mean())


def find(image: Image, least: int, most: int) -> list[Picture]:
    """Pictures whose light cells are at least so bright and darker than `most`. No two share a place."""
    grey = image.min(2)
    seen: list[Picture] = []
    for row, left, cell in _beginnings(grey, least, most):
        if any(_holds(one, left, row) for one in seen):
            continue
        picture = _read(grey, row, left, cell)
        if picture is not None and _is_even(grey, picture, least, most):
            seen.append(picture)
    return sorted(seen, key=lambda one: (one.box[0], one.box[1]))


def _holds(picture: Picture, left: int, row: int) -> bool:
    x, y, width, height = picture.box
    return x - 2 <= left < x + width and y <= row <= y + height


def _beginnings(grey: Image, least: int, most: int) -> list[tuple[int, int, int]]:
    """Where two rows begin like a frame code: a light cell, then dark ones. Row, left, width of the cell; upwards."""
    light = np.zeros((grey.shape[0], grey.shape[1] + 2), np.int8)
    light[:, 1:-1] = grey >= least
    edges = np.diff(light, axis=1)
    rows, lefts = np.nonzero(edges == 1)
    cells = np.nonzero(edges == -1)[1] - lefts
    fits = (cells >= NARROWEST) & (cells <= WIDEST) & (lefts + (cells - 1) * CELLS <= grey.shape[1]) & (rows > 0)
    rows, lefts, cells = rows[fits], lefts[fits], cells[fits]
    for half in range(1, 2 * DARK_AFTER + 2):  # the first cell's middle, then both halves of the dark ones
        step = lefts + cells // 2 if half == 1 else lefts + cells + (half - 1) * cells // 2
        levels = np.maximum(grey[rows, step], grey[rows - 1, step]) if half > 1 else grey[rows - 1, step]
        fits = (levels >= least) & (levels < most) if half == 1 else levels < least * DARK_SHARE
        rows, lefts, cells = rows[fits], lefts[fits], cells[fits]
    order = np.lexsort((lefts, -rows))
    return list(zip(rows[order].tolist(), lefts[order].tolist(), cells[order].tolist(), strict=True))


def _read(grey: Image, row: int, left: int, cell: int) -> Picture | None:
    """The picture whose lowest row this is: of all widths that can be read the one that fits every pixel best."""
    widths = np.arange(max(CELLS, (cell - 1) * CELLS), min((cell + 1) * CELLS, grey.shape[1] - left) + 1)
    steps = left + ((np.arange(CELLS) + 0.5) * widths[:, None] / CELLS).astype(np.intp)
    levels = np.stack([grey[row - 1, steps + off].astype(np.int16) for off in (-1, 0, 1)]).mean(0)
    bright, dark = levels[:, :1], levels[:, 1:2]
    bits = levels > (bright + dark) / 2
    clear = (np.minimum(abs(levels - bright), abs(levels - dark)) < (bright - dark) / 4).all(1)
    best: tuple[float, Picture] | None = None
    for width, line in zip(widths[clear].tolist(), bits[clear], strict=True):
        code = _code(line)
        height = round(width * 9 / 16)
        if code is None or not 0 < code.number <= HIGHEST or code.frame >= FRAMES or height > row + 2:
            continue
        wrong = _misfit(grey[max(0, row + 1 - strip_height(height)) : row + 1, left : left + width], line)
        if wrong < MISFIT and (best is None or wrong < best[0]):
            top = max(0, row + 1 - height)  # a tile at the upper edge may have lost a row there
            best = (wrong, Picture(code.number, code.frame, (left, top, width, row + 1 - top)))
    return best[1] if best is not None else None


def _is_even(grey: Image, picture: Picture, least: int, most: int) -> bool:
    """Whether the first cell is as light all over as a frame code's; a letter's strokes are lighter or have an end."""
    left, top, width, height = picture.box
    cell, rows = width / CELLS, strip_height(height)
    bottom = top + height
    inner = grey[bottom - max(1, rows - 1) : bottom, left + round(cell / 4) : left + round(cell * 3 / 4)]
    return bool(inner.size and least <= inner.min() and inner.max() < most and np.ptp(inner) <= EVEN)


def _code(bits: NDArray[np.bool_]) -> framecode.FrameCode | None:
    cells = np.repeat(np.where(bits, 255, 0).astype(np.uint8), 4)
    return framecode.read(np.broadcast_to(cells, (HEIGHT_SHARE, cells.size)))


def _misfit(strip: Image, bits: NDArray[np.bool_]) -> float:
    """Which share of the strip's pixels is not what its cells say."""
    width = strip.shape[1]
    wanted = bits[((np.arange(width) + 0.5) / width * CELLS).astype(np.intp)]
    cell = width / CELLS
    half = (float(strip[:, : round(cell)].mean()) + float(strip[:, round(cell) : round(2 * cell)].mean())) / 2
    return float(((strip > half) != wanted).mean())
