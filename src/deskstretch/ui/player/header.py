"""The header: which movement, where it is done, and which side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from deskstretch.ui.language import say
from deskstretch.ui.safety.large_text import LargeText
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import IconText, frame
from deskstretch.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look

PLACES = {
    "standing": ("standing", "Standing"),
    "hanging": ("bar", "Bar"),
    "chair": ("chair", "Chair"),
}
FLOOR = ("half-kneeling", "Floor")
THINGS = {
    "mat": ("mat", "Mat"),
    "pad": ("mat", "Pad"),
    "desk": ("desk", "Desk"),
    "chair": ("chair", "Chair"),
    "bar": ("bar", "Bar"),
    "cushion": ("mat", "Cushion"),
    "strap": ("sides", "Strap"),
    "towel": ("sides", "Towel"),
}


class Header(QWidget):
    """Wide: name, chips and the side switch. Narrow: side and rep, and `Steps`."""

    def __init__(self, look: Look, movement: Movement) -> None:
        super().__init__()
        self.name = LargeText(
            look, say(movement.name), factor=1.57, weight=600, wrap=False
        )
        self.now_side = LargeText(look, factor=1.2, weight=600, wrap=False)
        self.now_rep = LargeText(look, factor=1.2, tone="text2", wrap=False)
        self.steps = Button(look, say("Steps"), icon="list")
        self.steps.setCheckable(True)
        self._chips = [_chip(look, *kind) for kind in chips(movement)]
        self.sides = SegmentedControl(
            look,
            say("Side"),
            (("left", say("Left side")), ("right", say("Right side"))),
        )
        self.has_sides = movement.sides == "each"
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.name)
        self.row.addSpacing(8)
        for chip in self._chips:
            self.row.addWidget(chip)
        self.row.addWidget(self.now_side)
        self.row.addWidget(self.now_rep)
        self.row.addStretch(1)
        self.row.addWidget(self.steps)

    def show_wide(self, *, wide: bool) -> None:
        """Show what the layout has room for."""
        for chip in self._chips:
            chip.setVisible(wide)
        self.name.setVisible(wide)
        self.now_side.setVisible(not wide)
        self.now_rep.setVisible(not wide)
        self.steps.setVisible(not wide)
        if wide:  # the narrow layout keeps the side switch in its panel
            self.row.insertWidget(self.row.indexOf(self.steps), self.sides)
            self.sides.setVisible(self.has_sides)


def chips(movement: Movement) -> tuple[tuple[str, str], ...]:
    """Return icon and text of each chip: the place, then what to bring, no doubles."""
    found = [PLACES.get(movement.position, FLOOR)]
    found += [THINGS[thing] for thing in movement.equipment if thing in THINGS]
    unique = dict.fromkeys(found)
    return tuple((icon, say(text)) for icon, text in unique)


def _chip(look: Look, icon: str, text: str) -> QFrame:
    chip = frame("chip")
    row = QHBoxLayout(chip)
    row.setContentsMargins(10, 4, 12, 4)
    row.addWidget(IconText(look, icon, text, "caption"))
    return chip
