"""A window to type into: edit_window.py FILE, which always holds what was typed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

application = QApplication(sys.argv)
file = Path(sys.argv[1])
edit = QPlainTextEdit()
edit.setWindowTitle("Typing")
edit.resize(400, 120)
edit.move(20, 20)


def save() -> None:
    half = file.with_suffix(".new")
    half.write_text(edit.toPlainText())
    half.replace(file)


edit.textChanged.connect(save)
edit.show()
edit.activateWindow()
save()
sys.exit(application.exec())
