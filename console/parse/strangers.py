"""Devices that are heard or announced and are none of the site's: what is known of each, told when it changes.

Feed's thread. A device of the site costs one look-up a reading. What is told is bounded: texts are cut, kinds and
devices counted.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field

from console.kinds import kind_of
from console.model import AlarmClass, Introduced, Reading, State
from console.parse.register import Register
from console.parse.statement import storable

MOST = 2_000  # devices remembered, and bridges; who invents devices pushes out what he invented before
MOST_KINDS = 32
MOST_LETTERS = 120  # of an id
MOST_OF_A_NAME = 80
MOVED = "moved"  # the reason of a reading that closes what stood under a device's name: it is nobody any more
OF_ITSELF = frozenset({"availability", "clock", "linkquality", "battery", "voltage", "device_temperature"})
"""What any device says of itself, a lamp too: by these alone none becomes a newcomer."""

Key = tuple[str, str]  # source, device


@dataclass(slots=True)
class Card:
    """What is known of one device."""

    name: str = ""
    maker: str = ""
    model: str = ""
    kinds: dict[str, None] = field(default_factory=dict)
    is_announced: bool = False
    is_gone: bool = False
    formerly: str = ""
    was_gone: bool = False  # when it was told of last
    named_by: str = ""  # the kind whose label gave the name; another kind's label is no new name


class Strangers:
    """`ours`: the devices of the site, as (source, device); `forgot` is told the source of each that is forgotten."""

    def __init__(self, ours: Container[Key], forgot: Callable[[str], None] = lambda _source: None) -> None:
        self._ours = ours
        self._forgot = forgot
        self._cards: Register[Key, Card] = Register(MOST, ours.__contains__, self._forget)
        self._bridges: Register[Key, None] = Register(MOST, ours.__contains__, lambda key, _card: forgot(key[0]))
        self._news: dict[Key, None] = {}

    # ---- what readers learn from discoveries ----

    def introduce(
        self, source: str, device: str, *, name: str = "", maker: str = "", model: str = "", kinds: tuple[str, ...] = ()
    ) -> None:
        """A discovery tells of a device; kinds it told of before stay."""
        device, name, maker, model = map(storable, (device, name, maker, model))
        card = self._card((source, device))
        if card is None:
            return
        before = _told(card)
        card.name, card.maker = name[:MOST_OF_A_NAME] or card.name, maker[:MOST_OF_A_NAME] or card.maker
        card.model = model[:MOST_OF_A_NAME] or card.model
        card.is_announced, card.is_gone = True, False
        for kind in kinds:
            _add_kind(card, kind)
        if _told(card) != before:
            self._news[source, device] = None

    def dismiss(self, source: str, device: str, *, is_told: bool = False) -> None:
        """Whoever announced the device took it back; `is_told`: of a device of the site its reader says so itself."""
        card = self._cards.get((source, device))
        if card is not None and not card.is_gone and not (is_told and (source, device) in self._ours):
            card.is_gone = True
            self._news[source, device] = None

    def announced(self, source: str) -> tuple[str, ...]:
        """The devices of a source that were announced and not taken back."""
        return tuple(
            device for (owner, device), card in self._cards.items()
            if owner == source and card.is_announced and not card.is_gone
        )  # fmt: skip

    # ---- what is heard ----

    def hear(self, reading: Reading) -> None:
        """A reading of whatever device."""
        key = (reading.source, reading.device)
        if key in self._ours or not reading.kind or not reading.device or reading.reason == MOVED:
            return
        if reading.reach and key not in self._cards:
            self._is_bridge(key)
        elif not reading.history and (key in self._cards or _is_of_a_place(reading.kind)):
            self._note(key, reading)

    def _is_bridge(self, key: Key) -> None:
        """Others are lost with it: a bridge or a gateway, nothing that hangs in a room."""
        self._bridges.keep(key, None)

    def _note(self, key: Key, reading: Reading) -> None:
        card = self._card(key)
        if card is None:
            return
        before = _told(card)
        if card.is_gone and reading.state not in (State.IGNORE, State.OFFLINE):
            card.is_gone = False
        if not card.is_announced and reading.label and card.named_by in ("", reading.kind):
            card.name, card.named_by = reading.label[:MOST_OF_A_NAME], reading.kind
        if reading.kind not in OF_ITSELF:
            _add_kind(card, reading.kind)
        if _told(card) != before:
            self._news[key] = None

    def moved(self, source: str, old: str, new: str) -> None:
        """What was heard under a name comes from this device."""
        before = self._cards.drop((source, old))
        self._news.pop((source, old), None)
        if before is None or (card := self._card((source, new))) is None:
            return
        for kind in before.kinds:
            _add_kind(card, kind)
        card.name, card.formerly = card.name or before.name or old, old
        self._news[source, new] = None

    def renew(self) -> None:
        """The site is another: what is known of those that are none of its devices counts as news."""
        self._news = dict.fromkeys(self._cards)

    def take(self, now_ms: int) -> tuple[Introduced, ...]:
        """What changed since the last call."""
        if not self._news:
            return ()
        news, self._news = self._news, {}
        return tuple(self._introduced(key, now_ms) for key in news if self._concerns(key))

    # ---- inside ----

    def _concerns(self, key: Key) -> bool:
        """A device of the site is told of only where it was listed under another name, was deleted or is back."""
        card = self._cards.get(key)
        if card is None:
            return False
        was_gone, card.was_gone = card.was_gone, card.is_gone
        return key not in self._ours or bool(card.formerly) or card.is_gone or was_gone

    def _introduced(self, key: Key, now_ms: int) -> Introduced:
        card = self._cards[key]
        formerly, card.formerly = card.formerly, ""
        return Introduced(
            *key, card.name, card.maker, card.model, tuple(card.kinds), card.is_announced, card.is_gone, formerly,
            now_ms,
        )  # fmt: skip

    def _card(self, key: Key) -> Card | None:
        """A new one where there is none; None for what is not kept."""
        card = self._cards.get(key)
        if card is None:
            if key in self._bridges or not 0 < len(key[1]) <= MOST_LETTERS:
                return None
            card = Card()
            self._news[key] = None
        self._cards.keep(key, card)
        return card

    def _forget(self, key: Key, _card: Card) -> None:
        self._news.pop(key, None)
        self._forgot(key[0])


def _is_of_a_place(kind: str) -> bool:
    """Whether a device that says this hangs somewhere: a lamp says how well it is heard, a warning hangs nowhere."""
    return kind not in OF_ITSELF and kind_of(kind).alarm_class is not AlarmClass.WARNING


def _add_kind(card: Card, kind: str) -> None:
    if kind and len(card.kinds) < MOST_KINDS:
        card.kinds[kind[:MOST_OF_A_NAME]] = None


def _told(card: Card) -> tuple[object, ...]:
    return card.name, card.maker, card.model, len(card.kinds), card.is_announced, card.is_gone
