"""A language nobody speaks, for maintainers: accents and brackets around every text, two fifths longer.

A text that stays plain was never given to translation; a text whose closing bracket is missing has too little room.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

LOCALE = "qps"
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "áƀçđéƒĝĥíĵķĺɱñóƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓƤɊŔŠŢÚṼŴẊÝŽ"
ACCENTS = dict(zip(PLAIN, ACCENTED, strict=True))


def pseudo(text: str) -> str:
    """The text in that language; places for numbers and names (%1, %n) stay as they are."""
    accented = "".join(ACCENTS.get(sign, sign) for sign in text).replace("%ñ", "%n")
    return f"[{accented}{'~' * round(len(text) * 0.4)}]" if text.strip() else text


class PseudoTranslator(QTranslator):
    """Installed like a translation file."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return pseudo(source)

    def isEmpty(self) -> bool:
        return False
