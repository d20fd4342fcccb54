"""Which points are drawn in which plots and which on the desk at rest: an operator's own, kept between runs. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from console.errors import CommandRefused
from console.journal import Json
from console.model import PointId
from widgets.trends.span import HOUR, RANGES

MOST_PLOTS, MOST_PENS, MOST_ON_DESK = 4, 4, 12
LONGEST_ID = 300  # characters; a longer text is no point of ours

Pens = tuple[PointId, ...]
UnitOf = Callable[[PointId], str]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`plots` from top left to bottom right; `desk` for the panel of the left column, () = what is typical."""

    plots: tuple[Pens, ...] = ()
    length_ms: int = HOUR
    desk: Pens = ()

    def __contains__(self, point: PointId) -> bool:
        return any(point in pens for pens in self.plots)

    def added(self, point: PointId, unit_of: UnitOf, into: int | None = None) -> Arrangement:
        """With one pen more: in the plot `into` where it has the same unit, else in a plot of its own.

        One scale cannot serve two units. Raises CommandRefused.
        """
        if point in self:
            raise CommandRefused("shown_already")
        at = into if into is not None and self._takes(into, point, unit_of) else None
        if at is None and len(self.plots) < MOST_PLOTS:
            return replace(self, plots=(*self.plots, (point,)))
        if at is None:
            at = next((i for i in range(len(self.plots)) if self._takes(i, point, unit_of)), None)
        if at is None:
            raise CommandRefused("no_plot_left")
        pens = (*self.plots[at], point)
        return replace(self, plots=(*self.plots[:at], pens, *self.plots[at + 1 :]))

    def _takes(self, plot: int, point: PointId, unit_of: UnitOf) -> bool:
        if plot >= len(self.plots):
            return False
        pens = self.plots[plot]
        return len(pens) < MOST_PENS and unit_of(pens[0]) == unit_of(point)

    def removed(self, point: PointId) -> Arrangement:
        """Without this pen; a plot without pens is gone."""
        plots = (tuple(one for one in pens if one != point) for pens in self.plots)
        return replace(self, plots=tuple(pens for pens in plots if pens))

    def on_desk(self) -> Arrangement:
        """What is drawn now is what the desk shows at rest."""
        pens = tuple(point for pens in self.plots for point in pens)
        return replace(self, desk=pens[:MOST_ON_DESK])

    def kept(self) -> dict[str, Json]:
        """As it is written down."""
        plots: list[Json] = [list(pens) for pens in self.plots]
        return {"plots": plots, "length_ms": self.length_ms, "desk": list(self.desk)}


def arrangement_of(kept: Mapping[str, object]) -> Arrangement:
    """As it was written down; anything else in there is passed over."""
    plots = kept.get("plots")
    read = [_pens(pens) for pens in plots[:MOST_PLOTS]] if isinstance(plots, list) else []
    length = kept.get("length_ms")
    return Arrangement(
        tuple(pens[:MOST_PENS] for pens in read if pens),
        length if isinstance(length, int) and length in RANGES else HOUR,
        _pens(kept.get("desk"))[:MOST_ON_DESK],
    )


def _pens(kept: object) -> Pens:
    texts = [one for one in kept if isinstance(one, str) and len(one) <= LONGEST_ID] if isinstance(kept, list) else []
    return tuple(PointId(one) for one in dict.fromkeys(texts))
