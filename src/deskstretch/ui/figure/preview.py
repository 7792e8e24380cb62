"""The small figure of the prompt card, and still thumbnails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer

from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.colours import SKIN
from deskstretch.ui.figure.painter import STANDING, FigurePainter
from deskstretch.ui.figure.stage import FRAMES_PER_SECOND, FigureStage

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QWidget

    from deskstretch.body.motion import Motion
    from deskstretch.ui.look import Look
    from deskstretch.ui.theme import Theme

LOOPS = 2
CORNER = 8
INTERVAL_MS = round(1000 / FRAMES_PER_SECOND)


def telling(motion: Motion) -> tuple[int, float]:
    """Return the phase and share of the pose that tells the movement best.

    It is the last of the movement's still poses; without any, the first target.
    """
    choreography = motion.choreography
    wanted = choreography.still[-1] if choreography.still else choreography.phases[0].to
    for index, phase in enumerate(choreography.phases):
        if phase.to == wanted and motion.seconds[index] > 0:
            return index, 1.0
    return 0, 0.0


class FigurePreview:
    """A motion on a card: plays twice on its own timer, then holds its telling pose.

    The timer runs only while it plays and can be seen.
    """

    def __init__(self, look: Look, motion: Motion, *, skin: int = SKIN) -> None:
        self._stage = FigureStage(
            look, skin=skin, marks=False, radius=CORNER, around="raised"
        )
        self._motion = motion
        self._ticks = 0
        self._timer = QTimer(self._stage)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_tick)
        self._stage.show_motion(motion)
        self.hold()

    @property
    def widget(self) -> QWidget:
        """The stage, laid out by the card."""
        return self._stage

    @property
    def playing(self) -> bool:
        """Whether it moves."""
        return self._timer.isActive()

    def show_motion(self, motion: Motion) -> None:
        """Show another motion, in its telling pose."""
        self._motion = motion
        self._stage.show_motion(motion)
        self.hold()

    def play(self) -> None:
        """Play it twice from its start, then hold its telling pose."""
        if not self._timer.isActive():
            self._ticks = 0
            self._timer.start()

    def hold(self) -> None:
        """Show the telling pose at once and stand still."""
        self._timer.stop()
        self._stage.show_at(*telling(self._motion), moving=False)

    def stop(self) -> None:
        """Stand still where it is."""
        self._timer.stop()

    def _on_tick(self) -> None:
        self._ticks += 1
        seconds = self._ticks / FRAMES_PER_SECOND
        last, share = telling(self._motion)
        # The second time it stops where the telling pose is reached.
        end = self._motion.period_s * (LOOPS - 1)
        end += sum(self._motion.seconds[:last]) + share * self._motion.seconds[last]
        if seconds >= end or not self._stage.isVisible():
            self.hold()
            return
        self._stage.show_at(*self._motion.phase_at(seconds), moving=True)


def thumbnail(
    motion: Motion,
    theme: Theme,
    size: tuple[int, int] = (54, 40),
    ratio: float = 1.0,
    *,
    skin: int = SKIN,
) -> QImage:
    """Return a still picture of the telling pose, on its stage; pixels."""
    fitted = FigurePainter(motion, theme, skin, marks=False)
    fitted.fit(*size, ratio)
    index, share = telling(motion)

    def draw(painter: QPainter) -> None:
        fitted.backdrop(painter)
        fitted.frame(painter, index, share, STANDING)

    return painted(QRectF(0, 0, *size), ratio, draw)
