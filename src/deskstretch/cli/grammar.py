"""The commands as data, and how words typed at a shell become one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class UsageError(Exception):
    """The words make no command; the message is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Command:
    """What may follow a command's name.

    Attributes:
        wanted: arguments that have to be there, in order.
        optional: arguments that may follow.
        many: an argument that may follow any number of times.
        flags: options without a value.
        valued: options with a value.
        text: one line for the help.
    """

    text: str
    wanted: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    many: str = ""
    flags: tuple[str, ...] = ()
    valued: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """One command as it was typed."""

    command: str
    arguments: tuple[str, ...] = ()
    options: Mapping[str, str | bool] = field(default_factory=dict)
    profile: str | None = None

    def argument(self, index: int) -> str | None:
        return self.arguments[index] if index < len(self.arguments) else None

    def text(self, option: str) -> str | None:
        value = self.options.get(option)
        return value if isinstance(value, str) else None


COMMANDS: dict[str, Command] = {
    "": Command("start in the tray"),
    "start": Command("open a movement", ("SLUG",)),
    "prompt": Command("show the card now", (), ("SLUG",)),
    "pause": Command("pause reminders", (), ("30min|1h|tomorrow|until-resume",)),
    "resume": Command("end a pause"),
    "snooze": Command("put the open card off", (), ("10min",)),
    "skip": Command("skip what is asked"),
    "quit": Command("end the running app"),
    "status": Command("say how things stand", flags=("--json",)),
    "list": Command("list the movements", flags=("--json",)),
    "show": Command("show doses, steps and timeline", ("SLUG",), flags=("--json",)),
    "render": Command(
        "save pictures of a movement",
        (),
        ("SLUG",),
        flags=("--all", "--sheet", "--json"),
        valued={
            "--out": "DIR",
            "--frames": "N",
            "--size": "WxH",
            "--theme": "light|dark",
            "--side": "left|right",
            "--range": "0..1",
        },
    ),
    "diary": Command(
        "add N (stiffness, 1 to 10), list, export",
        ("WORD",),
        ("N",),
        valued={
            "--date": "YYYY-MM-DD",
            "--pain": "0..10",
            "--side": "left|right|both",
            "--note": "TEXT",
            "--format": "csv|json",
            "--out": "FILE",
        },
    ),
    "history": Command(
        "export everything that is kept",
        ("export",),
        valued={"--format": "csv|json", "--out": "FILE"},
    ),
    "progress": Command(
        "say how it goes",
        flags=("--json",),
        valued={"--format": "csv|json", "--out": "FILE"},
    ),
    "check": Command(
        "check movement, routine and settings files", many="PATH", flags=("--watch",)
    ),
    "simulate": Command(
        "run the reminders over a history", ("FILE",), valued={"--settings": "FILE"}
    ),
    "settings": Command("path, get KEY, set KEY VALUE", ("WORD",), ("KEY", "VALUE")),
}


def usage() -> str:
    """Return the help text: one line a command."""
    lines = ["deskstretch [--profile DIR] [COMMAND]", ""]
    for name, command in COMMANDS.items():
        words = [name or "(nothing)", *command.wanted]
        words += [f"[{word}]" for word in command.optional]
        words += [f"[{command.many}...]"] if command.many else []
        words += [f"[{flag}]" for flag in command.flags]
        words += [f"[{flag} {value}]" for flag, value in command.valued.items()]
        lines.append(f"  {' '.join(words)}\n      {command.text}")
    return "\n".join([*lines, "", "  --version, --help"])


def parse(argv: Sequence[str]) -> Call:
    """Read the words after the program's name.

    Raises:
        UsageError: they make no command.
    """
    rest, profile = _take_profile(argv)
    if rest and (rest[0] in ("-h", "help") or "--help" in rest):
        return Call("help", profile=profile)
    if rest and rest[0] == "--version":
        return Call("version", profile=profile)
    name = rest[0] if rest else ""
    if name not in COMMANDS:
        raise UsageError(f'"{name}" is no command of DeskStretch.{_near(name)}')
    command = COMMANDS[name]
    arguments, options = _split(name, command, rest[1:])
    title = f'"{name}"' if name else "deskstretch"
    if len(arguments) < len(command.wanted):
        raise UsageError(f"{title} needs {command.wanted[len(arguments)]}.")
    most = len(command.wanted) + len(command.optional)
    if len(arguments) > most and not command.many:
        raise UsageError(f'{title} takes no "{arguments[most]}".')
    return Call(name, tuple(arguments), options, profile)


def _take_profile(argv: Sequence[str]) -> tuple[list[str], str | None]:
    rest: list[str] = []
    profile: str | None = None
    words = iter(argv)
    for word in words:
        if word == "--profile":
            profile = next(words, "")
        elif word.startswith("--profile="):
            profile = word.partition("=")[2]
        else:
            rest.append(word)
            continue
        if not profile:
            raise UsageError("--profile needs a folder.")
    return rest, profile


def _split(
    name: str, command: Command, words: Sequence[str]
) -> tuple[list[str], dict[str, str | bool]]:
    arguments: list[str] = []
    options: dict[str, str | bool] = {}
    rest = iter(words)
    for word in rest:
        flag, equals, value = word.partition("=")
        if flag in command.flags and not equals:
            options[flag] = True
        elif flag in command.valued:
            given = value if equals else next(rest, "")
            if not given:
                raise UsageError(f"{flag} needs {command.valued[flag]}.")
            options[flag] = given
        elif word.startswith("--"):
            raise UsageError(f'"{name}" has no option {flag}.')
        else:
            arguments.append(word)
    return arguments, options


def _near(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, [key for key in COMMANDS if key], n=1)
    return f' Did you mean "{near[0]}"?' if near else " deskstretch --help lists them."
