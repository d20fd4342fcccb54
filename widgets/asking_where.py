"""Asks for the name of a file beside everything else: alarms, keys and pictures go on. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(over: QWidget, title: str, name: str, ending: str, chosen: Callable[[Path], object]) -> None:
    """`name` is proposed, without its ending; `chosen` is called with what a person decided on, if he does."""
    dialog = QFileDialog(over.window(), title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(False)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.setNameFilter(f"*.{ending}")
    dialog.selectFile(f"{name}.{ending}")
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.show()
