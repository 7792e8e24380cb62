"""Saves a picture of the screen: take_screenshot.py FILE."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

application = QGuiApplication(sys.argv)
picture = application.primaryScreen().grabWindow(0)
sys.exit(0 if picture.save(sys.argv[1]) else 1)
