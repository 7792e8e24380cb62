"""Words typed at a shell, turned into an exit code: 0 done, 1 refused, 2 wrong."""

from __future__ import annotations

from deskstretch import __version__
from deskstretch.cli.grammar import Call, UsageError, parse, usage
from deskstretch.cli.output import WRONG, err, out

_RUNNING = ("status", "pause", "resume", "snooze", "skip", "quit")
_STARTING = ("", "start", "prompt")


def run(argv: list[str]) -> int:
    """Carry out one command and return its exit code."""
    try:
        call = parse(argv)
    except UsageError as error:
        return err(str(error), WRONG)
    return _carry_out(call)


def _carry_out(call: Call) -> int:
    if call.command == "help":
        return out(usage())
    if call.command == "version":
        return out(f"DeskStretch {__version__}")
    if call.command in _STARTING:
        from deskstretch.cli import starting

        return starting.run(call)
    if call.command in _RUNNING:
        from deskstretch.cli import running

        return running.run(call)
    if call.command == "settings":
        from deskstretch.cli import settings

        return settings.run(call)
    if call.command in ("diary", "history", "progress"):
        from deskstretch.cli import diary

        return diary.run(call)
    if call.command == "simulate":
        from deskstretch.cli import simulate

        return simulate.run(call)
    if call.command == "render":
        from deskstretch.cli import render

        return render.run(call)
    if call.command == "check":
        from deskstretch.cli import check

        return check.run(call)
    from deskstretch.cli import content

    return content.run(call)
