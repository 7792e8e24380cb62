"""Pictures of movements in files: single frames, and contact sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from deskstretch.body.motion import Motion
from deskstretch.ui.figure import sheet
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.looks import PERSON, Person
from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.figure.sheet import Moment, Panel, Row
from deskstretch.ui.language import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage, QPainter

    from deskstretch.body.skeleton import Side
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.theme import Theme

FRAMES = 8
SIZE = (960, 720)
SHEET_SIZE = (480, 360)
PAGE_SIZE = (272, 204)
A_PAGE = 12
"""How many movements stand on one page of `pages`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How pictures shall look.

    `size` is one picture in pixels; `frames` are spread evenly over one repetition,
    None lets a sheet show the key poses. Without a side it is the one played first.
    """

    theme: Theme
    frames: int | None = None
    size: tuple[int, int] | None = None
    side: Side | None = None
    range_: float = 1.0
    person: Person = PERSON


def frames(movement: Movement, dose: Dose, out: Path, wanted: Wanted) -> list[Path]:
    """Write `SLUG-01.png` and on; return the files.

    Raises:
        OSError: a file cannot be written.
        ValueError: no frames, a size without area, or a person that cannot be.
    """
    fitted = _fitted(movement, dose, wanted, wanted.size or SIZE)
    count = FRAMES if wanted.frames is None else wanted.frames
    moments = sheet.even_moments(fitted.motion, count)
    out.mkdir(parents=True, exist_ok=True)
    digits = max(2, len(str(count)))
    return [
        _saved(_picture(fitted, moment), out / f"{movement.slug}-{i:0{digits}}.png")
        for i, moment in enumerate(moments, start=1)
    ]


def contact_sheet(
    movement: Movement, dose: Dose, out: Path, wanted: Wanted
) -> list[Path]:
    """Write one `SLUG.png` with the movement's key poses and their labels.

    Raises:
        OSError: the file cannot be written.
        ValueError: no frames, a size without area, or a person that cannot be.
    """
    fitted = _fitted(movement, dose, wanted, wanted.size or SHEET_SIZE)
    motion = fitted.motion
    moments = (
        sheet.key_moments(motion, movement)
        if wanted.frames is None
        else sheet.even_moments(motion, wanted.frames)
    )
    panels = _panels(fitted, movement, moments)
    image = sheet.sheet(*_title(movement, dose, motion), panels, wanted.theme)
    out.mkdir(parents=True, exist_ok=True)
    return [_saved(image, out / f"{movement.slug}.png")]


def pages(
    found: Iterable[tuple[Movement, Dose]], out: Path, wanted: Wanted
) -> list[Path]:
    """Write `_all-1.png` and on: the key poses of all movements.

    No slug begins like that, so no movement's file is ever in their place.

    Raises:
        OSError: a file cannot be written.
    """
    rows = []
    for movement, dose in found:
        fitted = _fitted(movement, dose, wanted, PAGE_SIZE)
        moments = sheet.key_poses(fitted.motion)
        panels = _panels(fitted, movement, moments, words=False)
        rows.append(Row(*_title(movement, dose, fitted.motion), tuple(panels)))
    out.mkdir(parents=True, exist_ok=True)
    return [
        _saved(
            sheet.page(rows[first : first + A_PAGE], wanted.theme),
            out / f"_all-{first // A_PAGE + 1}.png",
        )
        for first in range(0, len(rows), A_PAGE)
    ]


def _fitted(
    movement: Movement, dose: Dose, wanted: Wanted, size: tuple[int, int]
) -> FigurePainter:
    if (wanted.frames is not None and wanted.frames < 1) or min(size) < 1:
        raise ValueError("A picture needs at least one frame and one pixel.")
    side = wanted.side or movement.shown_side
    motion = Motion(movement.choreography, dose.seconds, side, wanted.range_)
    fitted = FigurePainter(motion, wanted.theme, wanted.person)
    fitted.fit(*size)
    return fitted


def _panels(
    fitted: FigurePainter,
    movement: Movement,
    moments: Sequence[Moment],
    *,
    words: bool = True,
) -> list[Panel]:
    return [
        Panel(
            _picture(fitted, moment, words=words),
            *sheet.labels(fitted.motion, movement, moment),
        )
        for moment in moments
    ]


def _title(movement: Movement, dose: Dose, motion: Motion) -> tuple[str, str]:
    seconds = " + ".join(f"{length:g}" for length in motion.seconds if length)
    parts = [f"{movement.slug}/{dose.name}", f"{seconds} s"]
    if movement.sides != "both" or motion.side == "left":
        parts.append(say("left side") if motion.side == "left" else say("right side"))
    if motion.range < 1.0:
        parts.append(say("range {share}", share=f"{motion.range:g}"))
    return say(movement.name), " · ".join(parts)


def _picture(fitted: FigurePainter, moment: Moment, *, words: bool = True) -> QImage:
    def draw(painter: QPainter) -> None:
        fitted.backdrop(painter)
        fitted.frame(painter, moment.phase, moment.share)
        if words:
            fitted.words(painter, moment.phase, moment.share)

    return painted(QRectF(0, 0, *fitted.size), 1.0, draw)


def _saved(image: QImage, file: Path) -> Path:
    if not image.save(str(file)):
        file.write_bytes(b"")  # says why, where the folder is not to be written to
        raise OSError(f"{file} cannot be written.")
    return file
