"""Contact sheets: a movement's key poses side by side, with word, breath and time."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QPainter

    from deskstretch.body.motion import Motion
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.theme import Theme

GAP = 16
"""Pixels between panels, and around all of them."""
LABEL = 44
"""Height of the two lines under a panel, pixels."""
HEAD = 60
"""Height of the two lines above all panels, pixels."""
COLUMNS = 4
PAGE_COLUMNS = 6.5
APART = 0.25
"""Between two movements on one line of a page, in panels."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the loop: a phase, and the share of it that is over.

    `halfway` says that it is on the way to a pose, not there.
    """

    phase: int
    share: float
    halfway: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of a sheet, and what stands under it."""

    image: QImage
    label: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A movement on a page of several: its name, a line more, and its pictures."""

    title: str
    small: str
    panels: tuple[Panel, ...]


def key_moments(motion: Motion, movement: Movement) -> list[Moment]:
    """Return the start pose, and of each way to a pose its middle and its end.

    A pose that is only held is there once; the last way ends at the start.
    """
    phases = motion.choreography.phases
    found = [Moment(_first(motion), 0.0)]
    pose = motion.choreography.start
    for index, phase in enumerate(phases):
        if motion.seconds[index] <= 0.0:
            continue
        before = 0.0
        for to, at in (*((via.pose, via.at) for via in phase.via), (phase.to, 1.0)):
            if to != pose:
                found.append(Moment(index, (before + at) / 2, halfway=True))
            found.append(Moment(index, at))
            pose, before = to, at
    held = movement.phases[found[-1].phase].still
    return found if held else found[:-1]


def key_poses(motion: Motion) -> list[Moment]:
    """Return where each way ends that goes to another pose, the last one at the start.

    That is every pose of the loop, in the order in which it comes to them.
    """
    phases = motion.choreography.phases
    found = []
    pose = motion.choreography.start
    for index, phase in enumerate(phases):
        if motion.seconds[index] <= 0.0:
            continue
        for to, at in (*((via.pose, via.at) for via in phase.via), (phase.to, 1.0)):
            if to != pose:
                found.append(Moment(index, at))
            pose = to
    return found or [Moment(_first(motion), 0.0)]


def even_moments(motion: Motion, count: int) -> list[Moment]:
    """Return `count` moments at even steps over one repetition."""
    times = (motion.period_s * index / count for index in range(count))
    return [Moment(*motion.phase_at(seconds)) for seconds in times]


def labels(motion: Motion, movement: Movement, moment: Moment) -> tuple[str, str]:
    """Return the two lines under a moment: its word, its breath and its time."""
    phase = movement.phases[moment.phase]
    if moment == Moment(_first(motion), 0.0):
        return say("Start"), say("{seconds} s", seconds="0.0")
    before = sum(motion.seconds[: moment.phase])
    seconds = before + moment.share * motion.seconds[moment.phase]
    parts = [say("{seconds} s", seconds=f"{seconds:.1f}")]
    if moment.halfway:
        parts.append(say("halfway"))
    if phase.breath:
        breath = say("breathe in") if phase.breath == "in" else say("breathe out")
        parts.append(breath)
    return say(phase.word), " · ".join(parts)


def sheet(title: str, small: str, panels: Sequence[Panel], theme: Theme) -> QImage:
    """Return all panels of one movement, in rows of four, under its name."""
    columns = min(COLUMNS, len(panels))
    width, height = panels[0].image.width(), panels[0].image.height()
    step_x, step_y = width + GAP, height + LABEL + GAP
    area = QRectF(
        0, 0, columns * step_x + GAP, HEAD + ceil(len(panels) / columns) * step_y
    )

    def draw(painter: QPainter) -> None:
        painter.fillRect(area, theme.color("window"))
        _lines(
            painter, QRectF(GAP, 10, area.width(), HEAD), title, small, theme, "title"
        )
        for index, panel in enumerate(panels):
            x = GAP + index % columns * step_x
            _panel(painter, panel, x, HEAD + index // columns * step_y, theme)

    return painted(area, 1.0, draw)


def page(rows: Sequence[Row], theme: Theme) -> QImage:
    """Return several movements to be compared, side by side where there is room."""
    image = rows[0].panels[0].image
    step_x, step_y = image.width() + GAP, HEAD - 8 + image.height() + LABEL
    lines = _lines_of(rows)
    columns = max(max(place + len(row.panels) for place, row in one) for one in lines)
    area = QRectF(0, 0, columns * step_x + GAP, len(lines) * step_y + GAP)

    def draw(painter: QPainter) -> None:
        painter.fillRect(area, theme.color("window"))
        for index, line in enumerate(lines):
            for place, row in line:
                x, y = GAP + place * step_x, index * step_y
                width = len(row.panels) * step_x - GAP
                head = QRectF(x, y + 12, width, HEAD)
                _lines(painter, head, row.title, row.small, theme, "heading")
                for beside, panel in enumerate(row.panels):
                    _panel(painter, panel, x + beside * step_x, y + HEAD, theme)

    return painted(area, 1.0, draw)


def _lines_of(rows: Sequence[Row]) -> list[list[tuple[float, Row]]]:
    """Return the lines of a page: movements and the columns they begin in."""
    lines: list[list[tuple[float, Row]]] = []
    end = float("inf")
    for row in rows:
        if end + len(row.panels) > PAGE_COLUMNS:
            lines.append([])
            end = 0.0
        lines[-1].append((end, row))
        end += len(row.panels) + APART
    return lines


def _first(motion: Motion) -> int:
    return next(i for i, seconds in enumerate(motion.seconds) if seconds > 0.0)


def _panel(painter: QPainter, panel: Panel, x: float, y: float, theme: Theme) -> None:
    painter.drawImage(round(x), round(y), panel.image)
    under = QRectF(x, y + panel.image.height() + 4, panel.image.width(), LABEL)
    _lines(painter, under, panel.label, panel.small, theme, "strong")


def _lines(
    painter: QPainter, area: QRectF, first: str, second: str, theme: Theme, role: str
) -> None:
    """Write two lines, the first larger, from the area's top left."""
    corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    painter.setFont(theme.font(role))
    painter.setPen(theme.color("text"))
    written = painter.drawText(area, corner, first)
    below = QRectF(area)
    below.setTop(written.bottom())
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color("text2"))
    painter.drawText(below, corner, second)
