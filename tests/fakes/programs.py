"""Programs that a desktop may have, as a test wants them: able, rude or dumb."""

from __future__ import annotations

import json
import sys
from pathlib import Path

_HEAD = f"""#!{sys.executable} -SE
import json, os, signal, sys, time
def note(**what):
    line = json.dumps({{"pid": os.getpid(), **what}}) + "\\n"
    file = os.open(NOTES, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, line.encode())
"""
READS_ALL = "note(argv=sys.argv[1:], told=sys.stdin.buffer.read().decode('latin-1'))"
"""Reads its input to the end, and is done."""
HANGS = READS_ALL + "\ntime.sleep(60)"
"""As that, but then it never ends."""
ECHOES = """
note(argv=sys.argv[1:])
for line in sys.stdin:
    note(line=line.rstrip())
    print(line, end="", flush=True)
"""
"""Writes back each line it reads, as `spd-say` does."""
DEAF = "note(argv=sys.argv[1:])\ntime.sleep(60)"
"""Reads nothing and never ends."""
FAILS = READS_ALL + "\nsys.exit(1)"
"""Says that it could not."""


class Programs:
    """A folder for PATH with programs made by the test; `notes` is what they kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "bin"
        self.folder.mkdir()
        self._notes = folder / "notes"
        self.environment = {"PATH": str(self.folder)}

    def make(self, name: str, body: str) -> str:
        file = self.folder / name
        file.write_text(_HEAD.replace("NOTES", repr(str(self._notes))) + body)
        file.chmod(0o755)
        return str(file)

    @property
    def notes(self) -> list[dict]:
        if not self._notes.exists():
            return []
        return [json.loads(line) for line in self._notes.read_text().splitlines()]

    def noted(self, key: str) -> list:
        """Return what was noted under a name, in order."""
        return [note[key] for note in self.notes if key in note]


def lives(pid: int) -> bool:
    """Return whether a process still runs; one that only waits for its end is over."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
