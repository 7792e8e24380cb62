"""The first touch of `PySide6.QtCore.Qt` builds every enumeration of it: 1.3 MB.

What rests in the tray never touches it. A window does, which is early enough.
"""

from __future__ import annotations

import subprocess
import sys

REST = """
import sys
from deskstretch.app import lean
lean.import_qt()
import deskstretch.app.application, deskstretch.app.desk
"""
NAMES = """
ours = {name: module for name, module in sys.modules.items()
        if name.split(".")[0] == "deskstretch"}
assert "deskstretch.desktop.scheduling" in ours, sorted(ours)
print([name for name, module in ours.items() if hasattr(module, "Qt")])
"""
PARTS = """
from PySide6 import QtCore
from deskstretch.desktop import idle
from deskstretch.desktop.bus import Bus
from deskstretch.desktop.clock import Clock
from deskstretch.desktop.instance import Instance
from deskstretch.desktop.notify.by_plyer import Plyer
from deskstretch.desktop.paths import Places
from deskstretch.desktop.quiet import Quiet
from deskstretch.desktop.quiet import here as quiet_here
from deskstretch.desktop.scheduling import Scheduling
from deskstretch.desktop.sleep import SessionWatch
from deskstretch.desktop.sleep import here as sleep_here
from deskstretch.desktop.tray_watch import TrayWatch
app = QtCore.QCoreApplication([])
scheduling, plyer = Scheduling(Clock()), Plyer(notify=print)
bus = Bus("unix:path=/nowhere")
tray, instance = TrayWatch(bus), Instance(Places(sys.argv[1]))
source = idle.choose(environment={}).source
quiet = Quiet(quiet_here.sources(bus, lambda: ("x",)))
session = SessionWatch(sleep_here.sources(bus, bus))
session.begin()
quiet.look(id, frozenset({"camera", "program", "microphone"}))
scheduling.woken.connect(app.quit)
scheduling.start()
scheduling.wake_at(1.0)
app.exec()
scheduling.stop()
print("Qt" in vars(QtCore))
"""


def run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_nothing_that_rests_has_the_enumerations_of_qt():
    assert run(REST + NAMES) == "[]"


def test_the_resting_parts_work_without_the_enumerations_of_qt(tmp_path):
    assert run("import sys" + PARTS, str(tmp_path)) == "False"


def test_the_test_notices_who_touches_the_enumerations_of_qt(tmp_path):
    touch = "\nfrom PySide6.QtCore import Qt\n"
    assert run("import sys" + touch + PARTS, str(tmp_path)) == "True"
