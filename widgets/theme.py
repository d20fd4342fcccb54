"""The look in numbers: colour tokens, type scale, fonts by language, palette and the one small style sheet.

Everything a widget draws takes its colour and its font from here (design page `look`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

TOKENS = {
    "bg.void": "#0b0d0f",
    "bg.panel": "#15191d",
    "bg.raise": "#1d2328",
    "bg.select": "#2a3239",
    "bg.nosignal": "#0e1114",
    "line": "#2b333a",
    "line.strong": "#4a555f",
    "ctl.edge": "#6b7884",
    "text.hi": "#f2f5f7",
    "text": "#d4d9de",
    "text.dim": "#93a1ad",
    "text.off": "#66727d",
    "alarm.urgent": "#ff4b3e",
    "alarm.high": "#ff9f2e",
    "alarm.medium": "#f7e34d",
    "alarm.low": "#5aa9ff",
    "alarm.fault": "#d28bff",
    "tint.urgent": "#34191a",
    "tint.high": "#32251a",
    "tint.medium": "#2e2c1a",
    "tint.low": "#1a2734",
    "tint.fault": "#292033",
    "on.alarm": "#0b0d0f",
    "map.land": "#101418",
    "map.yard": "#14191e",
    "map.road": "#1c2227",
    "map.water": "#17232b",
    "map.shore": "#2c4450",
    "map.green": "#1a261d",
    "map.build": "#252d34",
    "map.wall": "#5d6974",
    "map.cone": "#f2f5f7",
    "drill": "#8f63e8",
    "talk.part": "#b65c00",
    "talk.tint": "#ffe2bd",
    "air.raise": "#e6eaed",
    "air.hover": "#d5dade",
    "air.line": "#c9d0d6",
    "air.dim": "#4d5962",
    "air.fault": "#7d35ad",
}

GUTTER = 4
SPACE = 8
SIDE = 12
HEADER = 56
BANNER = 40
PANEL_HEAD = 32
COLUMN_HEAD = 24
ALARM_ROW = 56
FLOOD_ROW = 32
DENSE_ROW = 24
CAPTION = 24
BLINK_MS = 250  # 2 Hz, half on, half off


@dataclass(frozen=True, slots=True)
class Type:
    """One step of the type scale; Chinese is a pixel larger where the strokes need it."""

    px: int
    zh_px: int
    weight: QFont.Weight = QFont.Weight.Normal


BOLD = QFont.Weight.DemiBold
TYPES = {
    "hero": Type(44, 44, BOLD),
    "age": Type(32, 32, BOLD),
    "clock": Type(28, 28, BOLD),
    "clock3": Type(24, 24, BOLD),
    "value": Type(20, 20, BOLD),
    "title": Type(18, 18, BOLD),
    "head": Type(16, 16, BOLD),
    "row": Type(15, 15),
    "row.strong": Type(15, 15, BOLD),
    "body": Type(14, 15),
    "body.strong": Type(14, 15, BOLD),
    "list": Type(13, 14),
    "note": Type(12, 13),
    "note.strong": Type(12, 13, BOLD),
}

PRIORITY_TOKENS = {0: "fault", 1: "urgent", 2: "high", 3: "medium", 4: "low"}
FAMILIES = {"zh_CN": "Noto Sans CJK SC", "zh_TW": "Noto Sans CJK TC"}
_language = "en"
_reduced = False


def set_language(language: str) -> None:
    """Choose the fonts of a language: zh_CN, zh_TW or en. Widgets repaint on LanguageChange.

    Behind a Latin font Qt takes Chinese characters from the font of its default locale, whatever the list of
    families says: without the locale Taiwan would read mainland shapes.
    """
    global _language  # noqa: PLW0603  # one window process has one language
    _language = language
    QLocale.setDefault(QLocale(language if is_chinese() else "en_GB"))
    font.cache_clear()


def reduce_motion(reduced: bool) -> None:
    """With reduced motion nothing blinks but the heartbeat."""
    global _reduced  # noqa: PLW0603  # one window process has one setting
    _reduced = reduced


def is_motion_reduced() -> bool:
    return _reduced


def language() -> str:
    """The language chosen last."""
    return _language


def wall_type(px: int, *, strong: bool = False) -> str:
    """Name of a step `px` high, beside the scale of the desk: a wall's letters depend on its farthest reader."""
    name = f"wall.{px}.strong" if strong else f"wall.{px}"
    TYPES.setdefault(name, Type(px, px, BOLD if strong else QFont.Weight.Normal))
    return name


def is_chinese() -> bool:
    return _language.startswith("zh")


def colour(token: str, alpha: float = 1.0) -> QColor:
    """A colour by its token; alpha 0…1."""
    value = QColor(TOKENS[token])
    value.setAlphaF(alpha)
    return value


def alarm_colour(priority: int) -> QColor:
    return colour(f"alarm.{PRIORITY_TOKENS[priority]}")


def alarm_tint(priority: int) -> QColor:
    return colour(f"tint.{PRIORITY_TOKENS[priority]}")


@cache
def font(name: str) -> QFont:
    """A step of the type scale in the present language, with tabular digits."""
    kind = TYPES[name]
    made = QFont()
    made.setFamilies(["Inter", FAMILIES.get(_language, "Noto Sans CJK SC"), "Noto Sans", "DejaVu Sans"])
    made.setPixelSize(kind.zh_px if is_chinese() else kind.px)
    made.setWeight(QFont.Weight.Bold if is_chinese() and kind.weight is BOLD else kind.weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply(app: QApplication) -> None:
    """Fusion with our own palette: a colour scheme asked of the desktop does nothing on plain X11."""
    app.setStyle("Fusion")
    palette = QPalette()
    role = QPalette.ColorRole
    for target, token in (
        (role.Window, "bg.void"), (role.Base, "bg.panel"), (role.AlternateBase, "bg.raise"),
        (role.Button, "bg.raise"), (role.Text, "text"), (role.WindowText, "text"), (role.ButtonText, "text"),
        (role.Highlight, "bg.select"), (role.HighlightedText, "text.hi"), (role.PlaceholderText, "text.dim"),
        (role.ToolTipBase, "bg.raise"), (role.ToolTipText, "text"), (role.Mid, "line"), (role.Dark, "bg.void"),
    ):  # fmt: skip
        palette.setColor(target, colour(token))
    palette.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, colour("text.off"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Text, colour("text.off"))
    app.setPalette(palette)
    app.setStyleSheet(STYLE)


VOID, PANEL, RAISE, SELECT = (TOKENS[f"bg.{name}"] for name in ("void", "panel", "raise", "select"))
TEXT, HI, OFF, EDGE, HAIR, STRONG = (
    TOKENS[name] for name in ("text", "text.hi", "text.off", "ctl.edge", "line", "line.strong")
)

STYLE = f"""
QPushButton {{ background: {RAISE}; color: {TEXT}; border: 1px solid {EDGE}; border-radius: 2px;
    padding: 4px 12px; min-height: 22px; }}
QPushButton:hover {{ background: {SELECT}; }}
QPushButton:pressed {{ background: {SELECT}; border-color: {HI}; }}
QPushButton:checked {{ background: {SELECT}; color: {HI}; border: 2px solid {HI}; }}
QPushButton:disabled {{ color: {OFF}; border-color: {HAIR}; }}
QPushButton:focus {{ border: 2px solid {HI}; }}
QPushButton[main="true"] {{ background: {HI}; color: {VOID}; border-color: {HI}; }}
QPushButton[main="true"]:disabled {{ background: {RAISE}; color: {OFF}; border-color: {HAIR}; }}
QListView {{ background: {PANEL}; border: none; outline: none; }}
QScrollBar:vertical {{ background: {PANEL}; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {STRONG}; min-height: 32px; border-radius: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ background: none; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QComboBox {{ background: {RAISE}; color: {TEXT}; border: 1px solid {EDGE}; border-radius: 2px; padding: 2px 8px; }}
QLineEdit {{ background: {RAISE}; color: {HI}; border: 1px solid {EDGE}; border-radius: 2px; padding: 2px 8px;
    selection-background-color: {SELECT}; selection-color: {HI}; }}
QLineEdit:focus {{ border: 2px solid {HI}; padding: 1px 7px; }}
QListWidget {{ background: {RAISE}; border: 1px solid {EDGE}; outline: none; }}
QToolTip {{ background: {RAISE}; color: {TEXT}; border: 1px solid {STRONG}; }}
"""
