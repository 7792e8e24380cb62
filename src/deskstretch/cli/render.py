"""`render`: pictures of a movement, and its joints as numbers. Needs no display."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from deskstretch.app import content
from deskstretch.cli import offscreen
from deskstretch.cli.grammar import UsageError
from deskstretch.cli.output import DONE, REFUSED, WRONG, err, out
from deskstretch.desktop.paths import Places
from deskstretch.movements.catalogue import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskstretch.body.skeleton import Side
    from deskstretch.cli.grammar import Call
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.settings.model import Settings
    from deskstretch.ui.figure.render import Wanted

_MOST_FRAMES = 10_000
_NUMBERS = 8
_SIZES = range(16, 8193)
_SHEET_PIXELS = 64_000_000
_USUAL = (480, 360)  # size of a picture on a sheet
_KEY_POSES = 12  # pictures of a sheet, where nobody says how many


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The options, judged: what to write of each movement, and how."""

    folder: Path
    frames: int | None
    size: tuple[int, int] | None
    dark: bool
    side: Side | None
    range_: float
    sheet: bool
    json: bool
    settings: Settings


def run(call: Call) -> int:
    """Write the files and name each of them.

    Single frames are written unless a sheet or the numbers are asked for.
    """
    places = Places(call.profile)
    catalogue = content.load(places)
    slug, everything = call.argument(0), bool(call.options.get("--all"))
    if (slug is None) != everything:
        return err('"render" takes a SLUG, or --all.', WRONG)
    try:
        wanted = _wanted(call, content.settings(places, catalogue))
        found = (
            [catalogue.find(one) for one in catalogue.movements]
            if slug is None
            else [catalogue.find(slug)]
        )
    except (UsageError, Unknown) as wrong:
        return err(str(wrong), WRONG)
    try:
        for file in _written(found, wanted, everything=everything):
            out(str(file))
    except OSError as error:
        return err(f"The pictures cannot be written: {_reason(error)}.", REFUSED)
    return DONE


def _wanted(call: Call, settings: Settings) -> _Wanted:
    folder = call.text("--out")
    if folder is None:
        raise UsageError('"render" needs --out DIR.')
    theme = call.text("--theme") or "light"
    if theme not in ("light", "dark"):
        raise UsageError(f'--theme takes light or dark, not "{theme}".')
    side = call.text("--side")
    if side not in (None, "left", "right"):
        raise UsageError(f'--side takes left or right, not "{side}".')
    frames, size = _frames(call.text("--frames")), _size(call.text("--size"))
    width, height = size or _USUAL
    if (
        call.options.get("--sheet")
        and width * height * (frames or _KEY_POSES) > _SHEET_PIXELS
    ):
        raise UsageError("Such a sheet is too large: ask for a smaller --size.")
    return _Wanted(
        Path(folder),
        frames,
        size,
        theme == "dark",
        cast("Side | None", side),
        _range(call.text("--range") or "1"),
        bool(call.options.get("--sheet")),
        bool(call.options.get("--json")),
        settings,
    )


def _frames(text: str | None) -> int | None:
    if text is None:
        return None
    found = re.fullmatch(r"[0-9]{1,5}", text)
    if not found or not 1 <= int(text) <= _MOST_FRAMES:
        raise UsageError(f'--frames takes 1 to {_MOST_FRAMES}, not "{text}".')
    return int(text)


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text, re.ASCII)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if size[0] not in _SIZES or size[1] not in _SIZES:
        raise UsageError(
            f"--size takes WIDTHxHEIGHT from 16 to 8192 pixels, such as 960x720,"
            f' not "{text}".'
        )
    return size


def _range(text: str) -> float:
    found = re.fullmatch(r"\d(\.\d{1,9})?|\.\d{1,9}", text, re.ASCII)
    if not found or float(text) > 1:
        raise UsageError(f'--range takes a number from 0 to 1, not "{text}".')
    return float(text)


def _written(
    found: list[tuple[Movement, Dose]], wanted: _Wanted, *, everything: bool
) -> Iterator[Path]:
    """Write what is wanted of each movement, and say each file when it is there."""
    for movement, dose in found:
        if wanted.json:
            yield _numbers(movement, dose, wanted)
        if wanted.sheet or not wanted.json:
            yield from _pictures(movement, dose, wanted)
    if wanted.sheet and everything:
        from deskstretch.ui.figure import render

        yield from render.pages(found, wanted.folder, _look(wanted))


def _pictures(movement: Movement, dose: Dose, wanted: _Wanted) -> list[Path]:
    from deskstretch.ui.figure import render

    write = render.contact_sheet if wanted.sheet else render.frames
    return write(movement, dose, wanted.folder, _look(wanted))


def _look(wanted: _Wanted) -> Wanted:
    from deskstretch.app.look import person
    from deskstretch.ui.figure.render import Wanted

    return Wanted(
        offscreen.theme(dark=wanted.dark),
        wanted.frames,
        wanted.size,
        wanted.side,
        wanted.range_,
        person(wanted.settings),
    )


def _numbers(movement: Movement, dose: Dose, wanted: _Wanted) -> Path:
    from deskstretch.body import record
    from deskstretch.body.motion import Motion

    side = wanted.side or movement.shown_side
    motion = Motion(movement.choreography, dose.seconds, side, wanted.range_)
    frames = record.frames(motion, wanted.frames or _NUMBERS)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    file = wanted.folder / f"{movement.slug}.json"
    file.write_text(json.dumps(frames), encoding="utf-8")
    return file


def _reason(error: OSError) -> str:
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return f"{error.filename} is a file, and --out takes a folder"
    reason = (error.strerror or str(error)).rstrip(".")
    return f"{error.filename}: {reason}" if error.filename else reason
