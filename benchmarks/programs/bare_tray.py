"""What DeskStretch is measured against: Qt, a tray icon, the stock scheduler.

A QApplication with a tray icon and a menu, and one job every 20 minutes in
APScheduler's own QtScheduler. Nothing else: no rules, no bus, no files.
"""

from __future__ import annotations

import sys

from apscheduler.schedulers.qt import QtScheduler
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

application = QApplication(sys.argv)
pixmap = QPixmap(22, 22)
pixmap.fill("teal")
menu = QMenu()
menu.addAction("Break").triggered.connect(application.beep)
menu.addAction("Quit").triggered.connect(application.quit)
icon = QSystemTrayIcon(QIcon(pixmap))
icon.setContextMenu(menu)
icon.show()
scheduler = QtScheduler(timezone="UTC")
scheduler.add_job(application.beep, "interval", minutes=20)
scheduler.start()
sys.exit(application.exec())
