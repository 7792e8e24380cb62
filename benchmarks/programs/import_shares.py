"""Imports what rests in the tray, step by step, and prints what each step costs.

One JSON line a step: its name and the private memory it added, in MB.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proc import private_dirty_mb

STEPS = (
    ("PySide6.QtCore",),
    ("PySide6.QtGui",),
    ("PySide6.QtWidgets",),
    ("a QApplication",),
    ("PySide6.QtNetwork",),
    ("logging",),
    ("apscheduler.schedulers.base", "apscheduler.schedulers.qt"),
    ("deskstretch.desktop.scheduling",),
    ("jeepney",),
    ("deskstretch.desktop.bus", "deskstretch.desktop.notify"),
    ("sqlite3",),
    ("deskstretch.diary.store",),
    ("deskstretch.words", "deskstretch.toml_lines"),
    ("deskstretch.settings.file",),
    ("deskstretch.body.choreography",),
    ("deskstretch.movements.catalogue",),
    ("deskstretch.coaching.layout",),
    ("deskstretch.reminders.planner",),
    ("deskstretch.desktop.idle", "deskstretch.desktop.idle.xsync"),
    ("deskstretch.desktop.instance", "deskstretch.desktop.paths"),
    ("deskstretch.ui.theme", "deskstretch.ui.look", "deskstretch.ui.icons"),
    ("deskstretch.ui.tray",),
    ("deskstretch.app.desk",),
    ("deskstretch.app.application",),
    ("all movements read",),
)


def main() -> None:
    kept: list[object] = []
    before = private_dirty_mb()
    print(json.dumps({"step": "python", "mb": round(before, 2)}))
    for step in STEPS:
        kept.extend(map(_take, step))
        now = private_dirty_mb()
        print(json.dumps({"step": " + ".join(step), "mb": round(now - before, 2)}))
        before = now


def _take(name: str) -> object:
    if name == "a QApplication":
        from PySide6.QtWidgets import QApplication

        return QApplication(sys.argv[:1])
    if name == "all movements read":
        from deskstretch.app import content
        from deskstretch.desktop.paths import Places

        return content.load(Places(sys.argv[1]))
    return importlib.import_module(name)


if __name__ == "__main__":
    main()
