"""One camera under watch: its references, what is suspected, what is raised; patient both ways. Pure; desk thread."""

from __future__ import annotations

from dataclasses import dataclass

from console.truth.judge import ALIKE, DARK, Fault, Stillness, Verdict, judge
from console.truth.reference import Reference, added
from console.truth.view import View

LOOKS = 3  # in a row, before a fault is raised, ends, or a first reference is learnt
CHANGED = 0.75  # likeness below which a view that changed little by little is learnt anew
LEAST_TEXTURED = 10  # blocks with something in them; with fewer there is nothing to recognise a place by
FADING = 1.6 * DARK  # what was no brighter a look ago has grown dark slowly: it is evening
HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a fault must stand before it is told, and how long darkness is learnt instead of told."""

    fault_ms: int = 120_000
    learn_ms: int = 24 * HOUR_MS


class Watch:
    """`fault` is what is raised now; `known` the references, to be kept whenever `take` says so."""

    def __init__(self, known: tuple[Reference, ...] = (), *, turns: bool = False) -> None:
        self.known = known
        self.fault: Fault | None = None
        self.suspected: Fault | None = None
        self.since_ms = 0  # of what is suspected
        self.view: View | None = None  # at the last look
        self.seen_ms = 0
        self.verdict = Verdict()
        self._turns = turns
        self._ill = self._well = self._alike = 0  # looks in a row
        self._is_evening = False  # it grew dark slowly

    def take(self, view: View, still: Stillness, now_ms: int, patience: Patience) -> bool:
        """Another look; True when there is one more reference."""
        before, self.view, self.seen_ms = self.view, view, now_ms
        self._alike = self._alike + 1 if before is not None and before.likeness(view) >= ALIKE else 1
        if before is not None and before.high >= DARK:
            self._is_evening = before.high < FADING
        self.verdict = judge(view, [one.view for one in self.known], before, still, turns=self._turns)
        has_learnt = self._learn(now_ms, patience)
        self._count(now_ms)
        if self.suspected is not None and self._ill >= LOOKS and now_ms - self.since_ms >= patience.fault_ms:
            self.fault = self.suspected
        elif self._well >= LOOKS:
            self.fault = None
        return has_learnt

    def believe(self, fault: Fault) -> None:
        """It was raised in an earlier run: looks in a row will end it."""
        self.fault = fault

    def approve(self, now_ms: int, by: str) -> bool:
        """A person says that what it shows is right; what it showed before a move is forgotten. False: nothing seen."""
        if self.view is None:
            return False
        is_moved = self.verdict.fault is Fault.MOVED or self.fault is Fault.MOVED
        self.known = added(() if is_moved else self.known, Reference(self.view, now_ms, by))
        self.fault = self.suspected = None
        self._ill, self._well = 0, LOOKS
        return True

    # ---- inside ----

    def _count(self, now_ms: int) -> None:
        if self.verdict.fault is not None:
            self.since_ms = self.since_ms if self._ill else now_ms
            self.suspected = self.verdict.fault
            self._ill, self._well = self._ill + 1, 0
        elif self.verdict.is_sure:
            self.suspected = None
            self._ill, self._well = 0, self._well + 1

    def _learn(self, now_ms: int, patience: Patience) -> bool:
        view, verdict = self.view, self.verdict
        is_compared = not self._turns or not self.known or verdict.fault is Fault.DARK
        if view is None or not is_compared or not self._is_new(view, now_ms, patience):
            return False
        self.known = added(self.known, Reference(view, now_ms))
        if verdict.fault is Fault.DARK or not verdict.is_sure:
            self.verdict = Verdict()
        return True

    def _is_new(self, view: View, now_ms: int, patience: Patience) -> bool:
        """Whether it looks like this from now on, and nothing was done to it."""
        if not self.known:
            return self._alike >= LOOKS and view.high >= DARK and int(view.textured.sum()) >= LEAST_TEXTURED
        if self._alike < LOOKS:
            return False
        if self.verdict.fault is Fault.DARK:
            return self._is_evening or now_ms - self.known[0].at_ms < patience.learn_ms
        if self.verdict.fault is not None or self.fault is not None or view.high < DARK:
            return False
        if self.verdict.is_sure:
            return self.verdict.likeness < CHANGED
        return all(one.view.is_mono != view.is_mono for one in self.known)  # the light changed, not the place
