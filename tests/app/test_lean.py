"""The import hook of PySide6 is gone, in a process of its own."""

import subprocess
import sys

PROGRAM = """
import builtins
plain = builtins.__import__
from deskstretch.app import lean
lean.import_qt()
assert builtins.__import__ is plain
import linecache
import deskstretch.app.application
kept = [name for name in linecache.cache if "deskstretch" in name]
assert kept == [], kept
"""


def test_no_source_text_is_kept_of_what_is_imported():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
