"""The bar over the camera wall: pages, layouts, salvos and tours. Every button can be reached with Tab."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from console.app import Console
from console.errors import CommandRefused
from console.wall import LAYOUTS, Step, SurfaceId, tile_id
from widgets import theme
from widgets.plan.chips import Chip
from widgets.remote.menu import RemoteMenu
from widgets.wall.name_field import NameField
from widgets.words import Words

LEAST_TILE = QSize(112, 63)  # a smaller tile shows nothing
DWELL_S = 10


class WallBar(QWidget):
    """Acts on one surface; `add` puts a button of the desk at its right end.

    `surface_chosen`: the operator wants to steer another one, his own panel or a wall window.
    """

    surface_chosen = Signal(str)

    def __init__(self, console: Console, surface: SurfaceId, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._surface = self._home = surface
        self._words = words
        self._keep: Callable[[str], None] | None = None  # what the name that is being typed is for
        self.setFixedHeight(theme.PANEL_HEAD)
        self.target = Chip(self, checkable=False)
        self.back, self.page, self.forth = (Chip(self, checkable=False) for _ in range(3))
        self.layouts, self.salvos = (Chip(self, checkable=False) for _ in range(2))
        self.tours = Chip(self)
        self.send = Chip(self, checkable=False)
        self._remote = RemoteMenu(console, words, self._do, self)
        self.name = NameField(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.SIDE, 0, theme.SPACE, 0)
        self._row.setSpacing(theme.GUTTER)
        for widget in (
            self.target, self.back, self.page, self.forth, self.layouts, self.salvos, self.tours, self.send, self.name
        ):  # fmt: skip
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.page.setEnabled(False)
        self.target.clicked.connect(lambda: self._open(self.target, self.target_menu()))
        self.back.clicked.connect(lambda: self._do(lambda: console.steering.turn_page(self._surface, -1)))
        self.forth.clicked.connect(lambda: self._do(lambda: console.steering.turn_page(self._surface, 1)))
        self.layouts.clicked.connect(lambda: self._open(self.layouts, self.layout_menu()))
        self.salvos.clicked.connect(lambda: self._open(self.salvos, self.salvo_menu()))
        self.tours.clicked.connect(self.on_tours)
        self.send.clicked.connect(lambda: self._open(self.send, self._remote.menu(self._surface, self)))
        self.name.returnPressed.connect(self.on_named)

    def add(self, button: QWidget) -> None:
        """A button of the desk, at the right end."""
        self._row.addWidget(button)

    def steer(self, surface: SurfaceId) -> None:
        """Every button means this surface from now on."""
        self._surface = surface

    def look(self) -> None:
        """Say what the surface shows now."""
        shown = self._console.steering.surface(self._surface)
        self.target.setVisible(bool(self._console.steering.walls))
        self.target.say(f"{self._name_of(self._surface)} ▾")
        self.page.say(f"{shown.page}/{shown.pages}")
        self.layouts.say(self.tr("%1 tiles").replace("%1", shown.layout))
        self.salvos.say(self.tr("Salvo: %1").replace("%1", shown.title) if shown.title else self.tr("Salvos"))
        self.tours.say(f"■ {shown.tour}" if shown.tour else self.tr("Tours"))
        self.tours.setChecked(bool(shown.tour))
        self.send.setVisible(self._remote.is_wanted)
        if not self.name.hasFocus():
            self.name.hide()  # what it refused is over

    def retranslate(self) -> None:
        self.back.say("‹")
        self.forth.say("›")
        self.send.say(self.tr("Send ▾"))
        self.back.setAccessibleName(self.tr("Page back"))
        self.forth.setAccessibleName(self.tr("Page on"))
        self.name.setPlaceholderText(self.tr("Name, then Enter"))
        self.look()

    def _name_of(self, surface: SurfaceId) -> str:
        if surface == self._home:
            return self.tr("This panel")
        return self.tr("Wall %1").replace("%1", surface.rpartition("-")[2])

    # ---- menus ----

    def target_menu(self) -> QMenu:
        """The panel itself, and every wall window that is open."""
        menu = QMenu(self)
        for surface in (self._home, *self._console.steering.walls):
            self._add(menu, self._name_of(surface), partial(self.surface_chosen.emit, surface))
        return menu

    def layout_menu(self) -> QMenu:
        """The layouts whose tiles still show something at this size."""
        menu = QMenu(self)
        for name in self.sensible_layouts():
            text = self.tr("%1 tiles").replace("%1", name)
            self._add(menu, text, partial(self._console.steering.set_layout, self._surface, name))
        return menu

    def sensible_layouts(self) -> list[str]:
        """All of them for a wall: its window is larger than what is seen of it here."""
        if self._surface != self._home:
            return list(LAYOUTS)
        panel = self.parentWidget()
        width, height = (panel.width(), panel.height() - self.height()) if panel is not None else (0, 0)
        return [
            layout.name
            for layout in LAYOUTS.values()
            if min(cell.w for cell in layout.cells()) * width >= LEAST_TILE.width()
            and min(cell.h for cell in layout.cells()) * height >= LEAST_TILE.height()
        ] or ["1"]

    def salvo_menu(self) -> QMenu:
        """Show one, keep what is shown, take one away."""
        steering, menu = self._console.steering, QMenu(self)
        names = [salvo.name for salvo in steering.salvos()]
        for name in names:
            self._add(menu, name, partial(steering.show_salvo, name, self._surface))
        menu.addSeparator()
        keep = menu.addAction(self.tr("Keep as…"))
        keep.triggered.connect(lambda: self._ask_name(lambda name: steering.save_salvo(name, self._surface)))
        away = menu.addMenu(self.tr("Remove"))
        away.setEnabled(bool(names))
        for name in names:
            self._add(away, name, partial(steering.remove_salvo, name))
        return menu

    def tour_menu(self) -> QMenu:
        """Start one, make one of the cameras shown or of all salvos, take one away."""
        steering, menu = self._console.steering, QMenu(self)
        names = [tour.name for tour in steering.tours()]
        for name in names:
            self._add(menu, name, partial(steering.start_tour, name, self._surface))
        menu.addSeparator()
        cameras = menu.addAction(self.tr("Keep these cameras as a tour…"))
        cameras.triggered.connect(lambda: self._ask_name(lambda name: steering.save_tour(name, self._shown(), DWELL_S)))
        salvos = menu.addAction(self.tr("Keep all salvos as a tour…"))
        salvos.setEnabled(bool(steering.salvos()))
        steps = [Step(salvo=salvo.name) for salvo in steering.salvos()]
        salvos.triggered.connect(lambda: self._ask_name(lambda name: steering.save_tour(name, steps, DWELL_S)))
        away = menu.addMenu(self.tr("Remove"))
        away.setEnabled(bool(names))
        for name in names:
            self._add(away, name, partial(steering.remove_tour, name))
        return menu

    def _shown(self) -> list[Step]:
        shown = self._console.steering.surface(self._surface)
        tiles = (tile_id(self._surface, n + 1) for n in range(LAYOUTS[shown.layout].places))
        return [Step(camera=shown.tiles[tile]) for tile in tiles if tile in shown.tiles]

    def _add(self, menu: QMenu, text: str, act: Callable[[], None]) -> None:
        menu.addAction(text.replace("&", "&&")).triggered.connect(lambda: self._do(act))

    def _open(self, chip: Chip, menu: QMenu) -> None:
        """Without a loop of its own: alarms go on arriving."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    # ---- acts ----

    def on_tours(self) -> None:
        """A running tour stops; else one is chosen."""
        if self._console.steering.surface(self._surface).tour:
            self._do(lambda: self._console.steering.stop_tour(self._surface))
        else:
            self._open(self.tours, self.tour_menu())
        self.look()

    def _ask_name(self, keep: Callable[[str], None]) -> None:
        self._keep = keep
        self.retranslate()
        self.name.ask()

    def on_named(self) -> None:
        name, keep = self.name.text().strip(), self._keep
        self.name.leave()
        if name and keep is not None:
            self._do(lambda: keep(name))

    def _do(self, act: Callable[[], object]) -> None:
        """A refused act says why in the place of the name."""
        try:
            act()
        except CommandRefused as refused:
            self.name.setText("")
            self.name.setPlaceholderText(self._words.refusal(refused.code))
            self.name.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        painter.end()
