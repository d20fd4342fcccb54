"""How large things are on a tile: at arm's length on the desk, for the farthest reader on a wall."""

from __future__ import annotations

from dataclasses import dataclass

from widgets import theme

LEAST_PX = 11  # smaller letters are no letters
BAR, LARGE_BAR, HEADING = 1.2, 1.8, 1.4  # heights of captions and headings over their letters
SECOND, LIVE, AGE, SYMBOL = 0.9, 0.7, 2.1, 1.6  # sizes over that of the number on a wall tile
NAMES = 7  # a tile less than so many letters wide holds no readable name


@dataclass(frozen=True, slots=True)
class Manner:
    """Steps of the type scale by name, and lengths in px.

    `at_bottom`: the caption is a bar along the foot of the tile. `names`: there is room for a readable name.
    """

    number: str = "body.strong"
    name: str = "list"
    word: str = "head"
    note: str = "note"
    age: str = "age"
    live: str = "note"
    reason: str = "note"
    small: str = "note"  # a reason that does not fit otherwise
    chosen: str = "body.strong"
    caption: int = theme.CAPTION
    chip: int = 22
    mark: int = 14  # the LIVE ring
    symbol: int = 16
    inset: int = 4
    alarm_edge: int = 4
    at_bottom: bool = False
    names: bool = True

    @property
    def letters(self) -> tuple[str, str, str, str, str, bool]:
        """What the words of a caption depend on."""
        return self.number, self.name, self.reason, self.small, self.chosen, self.names


DESK = Manner()


def on_wall(px: int, width: int, height: int, *, large: bool = False) -> Manner:
    """For a tile of width × height whose letters the farthest reader needs `px` high (Latin size, see `theme`).

    A tile too small for letters of that size shows the number alone, as large as a third of the tile allows.
    """
    number = max(LEAST_PX, min(px, round(height * 0.3), round(width * 0.2)))
    caption = round(number * (LARGE_BAR if large else BAR))
    room = max(1, height - caption)  # for state, age and symbol
    word = max(LEAST_PX, min(number, room // 4))
    note = max(LEAST_PX, round(word * SECOND))
    return Manner(
        number=theme.wall_type(number, strong=True),
        name=theme.wall_type(number),
        word=theme.wall_type(word, strong=True),
        note=theme.wall_type(note),
        age=theme.wall_type(max(LEAST_PX, min(round(number * AGE), room // 2)), strong=True),
        live=theme.wall_type(max(LEAST_PX, round(number * LIVE)), strong=True),
        reason=theme.wall_type(max(LEAST_PX, round(number * SECOND))),
        small=theme.wall_type(max(LEAST_PX, round(number * LIVE))),
        chosen=theme.wall_type(max(LEAST_PX, round(number * SECOND)), strong=True),
        caption=caption,
        chip=round(number * HEADING),
        mark=round(number * LIVE),
        symbol=min(round(number * SYMBOL), room // 3),
        inset=0,
        alarm_edge=8,
        at_bottom=True,
        names=number == px and width >= NAMES * px,
    )
