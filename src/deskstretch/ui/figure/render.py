"""Pictures of a movement in files: single frames, or a labelled sheet of poses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from deskstretch.body.motion import Motion
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.looks import PERSON, Person
from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.language import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage, QPainter

    from deskstretch.body.skeleton import Side
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.theme import Theme

FRAMES = 6
SIZE = (640, 480)
CAPTION = 34
"""Height of the line under each pose of a sheet, pixels."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How pictures shall look.

    `size` is one picture in pixels; `frames` are spread evenly over one repetition.
    Without a side it is the first one played: the left, or the movement as written
    where it has no sides. `sheet` puts all poses in one row, with labels.
    """

    theme: Theme
    frames: int = FRAMES
    size: tuple[int, int] = SIZE
    side: Side | None = None
    range_: float = 1.0
    sheet: bool = False
    person: Person = PERSON


def pictures(movement: Movement, dose: Dose, out: Path, wanted: Wanted) -> list[Path]:
    """Write `SLUG-01.png` and on, or with `sheet` one `SLUG.png`; return the files.

    Raises:
        OSError: a file cannot be written.
        ValueError: no frames, a size without area, or a skin that does not exist.
    """
    if wanted.frames < 1 or min(wanted.size) < 1:
        raise ValueError("A picture needs at least one frame and one pixel.")
    side = wanted.side or ("right" if movement.sides == "both" else "left")
    motion = Motion(movement.choreography, dose.seconds, side, wanted.range_)
    fitted = FigurePainter(motion, wanted.theme, wanted.person)
    fitted.fit(*wanted.size)
    times = [motion.period_s * i / wanted.frames for i in range(wanted.frames)]
    images = [_picture(fitted, seconds) for seconds in times]
    out.mkdir(parents=True, exist_ok=True)
    if not wanted.sheet:
        return [
            _saved(image, out / f"{movement.slug}-{i:02}.png")
            for i, image in enumerate(images, start=1)
        ]
    words = [say(movement.phases[motion.phase_at(t)[0]].word) for t in times]
    labels = [
        f"{i}  {word}  {seconds:.1f} s"
        for i, (word, seconds) in enumerate(zip(words, times, strict=True), start=1)
    ]
    sheet = _sheet(images, labels, wanted.theme)
    return [_saved(sheet, out / f"{movement.slug}.png")]


def _picture(fitted: FigurePainter, seconds: float) -> QImage:
    index, share = fitted.motion.phase_at(seconds)

    def draw(painter: QPainter) -> None:
        fitted.backdrop(painter)
        fitted.frame(painter, index, share)
        fitted.words(painter, index, share)

    return painted(QRectF(0, 0, *fitted.size), 1.0, draw)


def _sheet(images: list[QImage], labels: list[str], theme: Theme) -> QImage:
    width, height = images[0].width(), images[0].height()

    def draw(painter: QPainter) -> None:
        area = QRectF(0, 0, width * len(images), height + CAPTION)
        painter.fillRect(area, theme.color("window"))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        for i, (image, label) in enumerate(zip(images, labels, strict=True)):
            painter.drawImage(i * width, 0, image)
            painter.drawText(
                QRectF(i * width, height, width, CAPTION),
                Qt.AlignmentFlag.AlignCenter,
                label,
            )

    area = QRectF(0, 0, width * len(images), height + CAPTION)
    return painted(area, 1.0, draw)


def _saved(image: QImage, file: Path) -> Path:
    if not image.save(str(file)):
        raise OSError(f"{file} cannot be written.")
    return file
