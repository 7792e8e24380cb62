"""What the figure shows, in words, for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.ui.language import say
from deskstretch.ui.player.reading import side_name

if TYPE_CHECKING:
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.figure.stage import FigureStage
    from deskstretch.ui.player.reading import Reading


def describe(stage: FigureStage, movement: Movement, reading: Reading) -> None:
    """Say what the figure shows, once for each phase."""
    feel = say(movement.feel)
    parts = [side_name(reading.side), reading.cue, reading.breath, feel]
    said = ". ".join(part for part in parts if part)
    if said != stage.accessibleDescription():
        stage.describe(say(movement.name), said)
