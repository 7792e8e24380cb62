"""Pictures of one motion at chosen moments, each painted once for all checks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from deskstretch.body.checks import Finding
from deskstretch.body.checks.loop import by_phase
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.painter import STANDING, FigurePainter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from deskstretch.body.motion import Motion
    from deskstretch.ui.figure.painter import Look
    from deskstretch.ui.theme import Theme

    Make = Callable[[Motion, Theme], FigurePainter]

WIDTH: Final = 480
HEIGHT: Final = 360
"""The stage all limits in pixels are meant for."""


class Shots:
    """One motion in one theme on a stage of 480 x 360, and what was painted of it.

    A shot is the moving layer alone: figure, marks and soft shadows on nothing.
    """

    def __init__(
        self,
        motion: Motion,
        theme: Theme,
        samples: int = 4,
        make: Make = FigurePainter,
    ) -> None:
        self.motion = motion
        self.theme = theme
        self.make = make
        self.moments = by_phase(motion, samples)
        self._kept: dict[tuple[int, float], QImage] = {}

    @cached_property
    def painter(self) -> FigurePainter:
        """The painter of all shots."""
        return self.fitted()

    def shot(self, index: int, share: float) -> QImage:
        """Return the moving layer of a moment, without ghost and arrow."""
        key = (index, share)
        if key not in self._kept:
            self._kept[key] = shot(self.painter, index, share, STANDING)
        return self._kept[key]

    def fitted(self, motion: Motion | None = None, zoom: int = 1) -> FigurePainter:
        """Return a new painter, fitted to the stage times `zoom`."""
        painter = self.make(motion or self.motion, self.theme)
        painter.fit(WIDTH * zoom, HEIGHT * zoom)
        return painter

    @property
    def played(self) -> list[int]:
        """The phases that take time."""
        seconds = self.motion.seconds
        return [index for index, length in enumerate(seconds) if length > 0.0]

    def found(self, check: str, index: int, text: str, share: float = 1.0) -> Finding:
        """Return a finding about a phase; `text` goes on after "In phase 2 (hold) "."""
        name = self.motion.choreography.phases[index].name
        seconds = self.motion.seconds
        when = sum(seconds[:index]) + share * seconds[index]
        text = f"In phase {index + 1} ({name}) {text}"
        return Finding(check, text, when, ("phase", index))


def shot(fitted: FigurePainter, index: int, share: float, look: Look) -> QImage:
    """Return the moving layer as a painter paints it."""
    area = QRectF(0, 0, *fitted.size)
    return painted(area, 1.0, lambda painter: fitted.frame(painter, index, share, look))


def differing(a: QImage, b: QImage, shade: int = 24) -> list[int]:
    """Return the numbers of the pixels that differ by more than a shade."""
    one, two = bytes(a.constBits()), bytes(b.constBits())
    if one == two:
        return []
    pixels = zip(memoryview(one).cast("I"), memoryview(two).cast("I"), strict=True)
    return [
        place for place, (p, q) in enumerate(pixels) if p != q and _apart(p, q) > shade
    ]


def _apart(p: int, q: int) -> int:
    """Return how far apart two pixels are, in the channel that differs most."""
    return max(abs((p >> bits & 255) - (q >> bits & 255)) for bits in (0, 8, 16, 24))
