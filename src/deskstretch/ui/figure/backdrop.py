"""What stands still: the wall and floor of the stage, the mat and the furniture.

Painted once into a pixmap per size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QLinearGradient

from deskstretch.ui.figure import props, shadows
from deskstretch.ui.figure.colours import mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from deskstretch.body.scenery import Scene
    from deskstretch.ui.figure.space import Camera
    from deskstretch.ui.theme import Theme

FROM_ABOVE = 30.0
"""From this pitch on (degrees) the floor fills the stage: there is no wall."""


def stage(
    painter: QPainter, size: tuple[float, float], camera: Camera, theme: Theme
) -> None:
    """Paint wall and floor."""
    width, height = size
    if theme.contrast:  # more contrast: no gradients, nothing behind the figure
        painter.fillRect(QRectF(0, 0, width, height), theme.color("stage_bot"))
        return
    wall = QLinearGradient(0, 0, 0, height)
    wall.setColorAt(0, theme.color("stage_top"))
    wall.setColorAt(1, theme.color("stage_bot"))
    painter.fillRect(QRectF(0, 0, width, height), wall)
    if camera.pitch >= FROM_ABOVE:
        return
    edge = horizon(camera, height)
    ground = QLinearGradient(0, edge, 0, height)
    ground.setColorAt(0, theme.color("floor"))
    ground.setColorAt(1, mixed(theme.color("floor"), theme.color("stage_bot"), 0.75))
    painter.fillRect(QRectF(0, edge, width, height - edge), ground)


def horizon(camera: Camera, height: float) -> float:
    """Return where the wall meets the floor, in pixels from the top."""
    x, _, z = camera.towards
    behind = 0.62
    return min(height * 0.92, camera.point((-x * behind, 0.0, -z * behind))[1])


def floor(painter: QPainter, camera: Camera, scene: Scene, theme: Theme) -> None:
    """Paint the mat, and the shade under furniture."""
    if scene.mat:
        props.mat(painter, camera, scene.mat, theme)
    if scene.boxes:
        shadows.under(painter, camera, scene.boxes, theme)


def furniture(painter: QPainter, camera: Camera, scene: Scene, theme: Theme) -> None:
    """Paint boxes, rods, and the cushions that never move."""
    props.boxes(painter, camera, scene.boxes, theme)
    props.rods(painter, camera, scene.rods, theme)
    for cushion in scene.cushions:
        if cushion.poses is None:
            props.cushion(painter, camera, cushion, theme, 1.0)
