"""`check`: files of content and settings, judged in plain sentences with lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.app import checking
from deskstretch.cli import offscreen
from deskstretch.cli.output import DONE, REFUSED, WRONG, err, out
from deskstretch.desktop import display
from deskstretch.desktop.paths import Places

if TYPE_CHECKING:
    from deskstretch.app.checking import Fault, Judged
    from deskstretch.cli.grammar import Call


def run(call: Call) -> int:
    """Name everything wrong with the files, one line each; 1 if there is any.

    Without a path they are those of the profile. Each line is `FILE:LINE: sentence`,
    as editors and terminals know it.
    """
    places = Places(call.profile)
    if call.options.get("--watch"):
        return _watch(call, places)
    given = call.arguments
    found = checking.named(given) if given else checking.own(places)
    if not found:
        folder = places.movements_dir.parent
        return out(f"There is nothing of your own to check in {folder}.")
    files = {name: data for name, data in found.items() if isinstance(data, bytes)}
    wrong = 0
    for name, fault in found.items():
        if not isinstance(fault, bytes):
            wrong += _tell(name, (fault,))
    for judged in checking.judge(files, places):
        wrong += _tell(judged.name, judged.faults or _figure(judged))
    return _sum(len(found), wrong)


def _figure(judged: Judged) -> tuple[Fault, ...]:
    """Check the figure, and its pictures if nothing is wrong with it."""
    found = checking.figure_faults(judged)
    if found or judged.movement is None:
        return found
    themes = [offscreen.theme(dark=dark) for dark in (False, True)]
    return checking.picture_faults(judged, themes)


def _tell(name: str, faults: tuple[Fault, ...]) -> int:
    for fault in faults:
        place = f"{name}:{fault.line}" if fault.line else name
        out(f"{place}: {fault.message}")
    return len(faults)


def _sum(files: int, wrong: int) -> int:
    checked = "1 file" if files == 1 else f"{files} files"
    if not wrong:
        out(f"{checked} checked, nothing to put right.")
        return DONE
    things = "1 thing" if wrong == 1 else f"{wrong} things"
    return err(f"{checked} checked, {things} to put right.", REFUSED)


def _watch(call: Call, places: Places) -> int:
    if len(call.arguments) != 1:
        return err('"check --watch" takes one FILE.', WRONG)
    (name,) = call.arguments
    if Path(name).is_dir():
        return err(f'"check --watch" takes one FILE, and {name} is a folder.', WRONG)
    data = checking.named([name])[name]
    if not isinstance(data, bytes):
        return err(f"{name}: {data.message}", REFUSED)
    if not display.available():
        return err("There is no display here, so no window can be shown.", REFUSED)
    from deskstretch.app import lean

    lean.import_qt()
    from deskstretch.app import checker

    return checker.run(places, name)
