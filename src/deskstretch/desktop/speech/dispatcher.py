"""speech-dispatcher on Linux, by its own `spd-say`."""

from __future__ import annotations

from deskstretch.desktop.speech.standing import Standing

_CANCEL = "!-!CANCEL SELF\n"


def spd_say(program: str, language: str) -> Standing:
    """Return the way by `spd-say`, which speaks what it reads line by line.

    A line that begins with `!-!` is a command to the service (0.11, read and run).
    The last one says nothing new: the program writes it back once the service has
    taken the cue, so that one that hangs is noticed.
    """
    command = (program, "--application-name", "DeskStretch", "--pipe-mode")
    spoken = ("--priority", "message", "--language", language)
    return Standing("speech-dispatcher", (*command, *spoken), _lines, _CANCEL)


def _lines(text: str, volume: int) -> str:
    loud = f"!-!SET SELF VOLUME {2 * volume - 100}\n"  # from -100 to 100
    return f"{_CANCEL}{loud}{text.lstrip('!-')}\n{loud}"
