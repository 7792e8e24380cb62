"""The rows of a routine's queue, with a small still picture of each movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from deskstretch.ui.card_preview import STANDING, end_phase
from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.language import say
from deskstretch.ui.player.header import FLOOR, PLACES
from deskstretch.ui.player.queue import LARGEST, Row

if TYPE_CHECKING:
    from deskstretch.body.motion import Motion
    from deskstretch.coaching.timeline import Timeline
    from deskstretch.ui.look import Look
    from deskstretch.ui.player.opening import Opening

RADIUS = 10


def rows(look: Look, opening: Opening, timeline: Timeline) -> tuple[Row, ...]:
    """Return one row for each movement of a timeline."""
    found = []
    for part in timeline.parts:
        movement = opening.acts[part.movement].movement
        side = None if movement.sides == "both" else movement.first_side
        icon, place = PLACES.get(movement.position, FLOOR)
        found.append(
            Row(
                say(movement.name),
                icon,
                say(place),
                part.end_s - part.start_s,
                thumbnail(look, opening.motions(movement.slug, side, 1.0)),
            )
        )
    return tuple(found)


def thumbnail(look: Look, motion: Motion) -> QPixmap:
    """Return a movement's end pose on its stage, small and with round corners."""
    ratio = 2.0
    width, height = float(LARGEST.width()), float(LARGEST.height())
    figure = FigurePainter(motion, look.theme, look.choice.person, marks=False)
    figure.fit(width, height, ratio)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill("transparent")
    corners = QPainterPath()
    corners.addRoundedRect(0, 0, width, height, RADIUS, RADIUS)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(corners)
        figure.backdrop(painter)
        index = end_phase(motion)
        figure.frame(painter, index, motion.felt_most(index), STANDING)
    finally:
        painter.end()
    return picture
