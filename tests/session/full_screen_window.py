"""A window that takes the whole screen while it is told to.

full_screen_window.py FILE: it is full screen while FILE holds `full`, it opens
another window in front of itself for `covered`, and shrinks for anything else.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
file = Path(sys.argv[1])
video, work = QLabel("video"), QLabel("work")
video.setWindowTitle("Video")
work.setWindowTitle("Work")
said = [""]


def look() -> None:
    now = file.read_text().strip()
    if now == said[0]:
        return
    said[0] = now
    work.setVisible(now == "covered")
    if now in ("full", "covered"):
        video.showFullScreen()
    else:
        video.showNormal()
    if now == "covered":
        work.raise_()
        work.activateWindow()


video.resize(300, 200)
video.show()
work.resize(300, 200)
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
sys.exit(application.exec())
