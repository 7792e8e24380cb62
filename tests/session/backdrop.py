"""A desktop's plain background, so that pictures of cards have something behind."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(sys.argv)
desktop = QWidget(None, Qt.WindowType.FramelessWindowHint)
desktop.setWindowTitle("Backdrop")
desktop.setAttribute(Qt.WidgetAttribute.WA_X11NetWmWindowTypeDesktop)
desktop.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
palette = desktop.palette()
palette.setColor(QPalette.ColorRole.Window, QColor(sys.argv[1]))
desktop.setPalette(palette)
desktop.setGeometry(application.primaryScreen().geometry())
desktop.show()
sys.exit(application.exec())
