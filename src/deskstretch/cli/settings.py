"""`settings path | get KEY | set KEY VALUE`: the file, without the window.

A running app notices that the file changed; nothing has to be told to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.app import content
from deskstretch.cli.output import DONE, REFUSED, WRONG, err, out
from deskstretch.desktop.clock import wall
from deskstretch.desktop.paths import Places
from deskstretch.settings.durations import Refused
from deskstretch.settings.file import SettingsFile

if TYPE_CHECKING:
    from deskstretch.cli.grammar import Call

_TAKES = {"path": 0, "get": 1, "set": 2}


def run(call: Call) -> int:
    """Carry out one of the three."""
    word, *rest = call.arguments
    if word not in _TAKES:
        return err(f'"settings" takes path, get or set, not "{word}".', WRONG)
    if len(rest) != _TAKES[word]:
        wanted = {0: "nothing", 1: "a KEY", 2: "a KEY and a VALUE"}[_TAKES[word]]
        return err(f'"settings {word}" takes {wanted} after it.', WRONG)
    places = Places(call.profile)
    if word == "path":
        return out(str(places.settings_file))
    file = SettingsFile(places.settings_file, content.slugs(content.load(places)))
    today = wall().date()
    file.reload(today)
    try:
        if word == "get":
            return out(file.get(rest[0]))
        file.set(rest[0], rest[1], today)
    except Refused as refused:
        return err(str(refused), WRONG)
    finally:
        for problem in file.problems:
            err(f"{places.settings_file}, {problem}", DONE)
    if file.trouble:
        return err(f"The setting was not written to {file.path}.", REFUSED)
    return DONE
