"""A program with a tray icon, as ours has one: made anew when a tray comes late."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from deskstretch.desktop.bus import Bus
from deskstretch.desktop.tray_watch import TrayWatch

application = QApplication(sys.argv)
picture = QPixmap(22, 22)
picture.fill(QColor("#c23bd6"))
menu = QMenu()
menu.addAction("A line of the menu")
icons: list[QSystemTrayIcon] = []


def make() -> None:
    for old in icons:
        old.hide()
        old.deleteLater()
    icon = QSystemTrayIcon(QIcon(picture))
    icon.setToolTip("made anew" if icons else "made first")
    icon.setContextMenu(menu)
    icon.show()
    icons[:] = [icon]


bus = Bus()
watch = TrayWatch(bus)
watch.host_appeared.connect(make)
make()
print("ready", flush=True)
sys.exit(application.exec())
