"""The header: which movement, where it is done, and which side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from deskstretch.ui.language import say
from deskstretch.ui.player.player_button import PlayerButton
from deskstretch.ui.safety.large_text import LargeText
from deskstretch.ui.widgets.labels import IconText, frame
from deskstretch.ui.widgets.segmented import SegmentedControl
from deskstretch.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """Wide: name, chips and the side switch. Narrow: side and rep, and `Steps`.

    In a routine the name is the routine's, and instead of chips stands how far it
    is; steps, tips and the side switch wait behind `Steps` in both.
    """

    def __init__(self, look: Look, movement: Movement, title: str = "") -> None:
        super().__init__()
        self._look = look
        self.routine = bool(title)
        self.name = LargeText(
            look, title or say(movement.name), factor=1.57, weight=600, wrap=False
        )
        self.count = LargeText(look, factor=1.2, tone="text2", wrap=False)
        self.count.setVisible(self.routine)
        self.now_side = LargeText(look, factor=1.2, weight=600, wrap=False)
        self.now_rep = LargeText(look, factor=1.2, tone="text2", wrap=False)
        self.now_left = LargeText(look, factor=1.2, tone="text2", wrap=False)
        self._dots = (dot(look), dot(look))
        self.steps = PlayerButton(look, say("Steps"), icon="list")
        self.steps.setCheckable(True)
        self.floor = PlayerButton(look, say("Floor view"), icon="expand")
        self.floor.setAccessibleName(say("Floor view, large text"))
        self.hands_free = Switch(look, say("Hands-free"))
        self.hands_free.setToolTip(
            say("Moves on by itself. Click the figure or press Space to pause.")
        )
        self.hands_free_row = _switch_row(look, self.hands_free)
        self._chips = [] if title else movement_chips(look, movement)
        self.sides = SegmentedControl(
            look,
            say("Side"),
            (("left", say("Left side")), ("right", say("Right side"))),
        )
        # As high without it (no sides, or in the panel) as with it.
        keeps = self.sides.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.sides.setSizePolicy(keeps)
        self.show_movement(movement)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.name)
        self.name.setContentsMargins(0, 0, 8, 0)
        for chip in self._chips:
            self.row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self._now = (
            self.now_side,
            self._dots[0],
            self.now_rep,
            self._dots[1],
            self.now_left,
        )
        for text in self._now:
            self.row.addWidget(text)
        self.row.addStretch(1)
        self.row.addWidget(self.count)
        self.row.addWidget(self.hands_free_row)
        self.row.addWidget(self.steps)
        self.row.addWidget(self.floor)

    def show_movement(self, movement: Movement) -> None:
        """Say of this movement whether it has sides to choose from."""
        self.has_sides = movement.sides == "each"
        self.whole = movement.sides == "both"
        self.sides.setVisible(self.has_sides)

    def rename(self, movement: Movement) -> None:
        """Be the header of another movement: its name and its chips."""
        self.name.setText(say(movement.name))
        for chip in self._chips:
            self.row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = movement_chips(self._look, movement)
        for place, chip in enumerate(self._chips, self.row.indexOf(self.name) + 1):
            self.row.insertWidget(place, chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_side(self, *, shown: bool) -> None:
        """Show the side that is on, and the dot behind it, or leave both out."""
        self.now_side.setVisible(shown)
        self._dots[0].setVisible(shown)

    def show_wide(self, *, wide: bool) -> None:
        """Show what the layout has room for."""
        for chip in self._chips:
            chip.setVisible(wide)
        self.name.setVisible(wide)
        for text in self._now:
            text.setVisible(not wide)
        self.floor.setText(say("Floor view") if wide else "")
        self.floor.setToolTip("" if wide else say("Floor view"))
        if self.routine:  # how far it all is stands there already
            self._dots[1].hide()
            self.now_left.hide()
        if self.whole and not self.routine:  # no side to name
            self.now_side.hide()
            self._dots[0].hide()
        self.steps.setVisible(not wide or self.routine)
        if not wide:  # the narrow layout keeps the switches in its panel
            return
        self.row.insertWidget(self.row.indexOf(self.steps), self.hands_free_row)
        self.hands_free_row.show()
        if not self.routine:
            self.row.insertWidget(self.row.indexOf(self.hands_free_row), self.sides)
            self.sides.setVisible(self.has_sides)


def _switch_row(look: Look, switch: Switch) -> QWidget:
    """Return a switch behind its name."""
    row = QWidget()
    inner = QHBoxLayout(row)
    inner.setContentsMargins(12, 0, 6, 0)
    inner.setSpacing(6)
    name = LargeText(
        look, switch.accessibleName(), factor=1.0, smallest=13, tone="text2", wrap=False
    )
    inner.addWidget(name)
    inner.addWidget(switch)
    row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return row


def dot(look: Look) -> LargeText:
    """Return the small dot between two facts."""
    return LargeText(look, "·", factor=1.2, tone="text3", wrap=False)


def chips(movement: Movement) -> tuple[tuple[str, str], ...]:
    """Return icon and text of each chip: the place, then what to bring, no doubles."""
    found = [PLACES.get(movement.position, FLOOR)]
    found += [THINGS[thing] for thing in movement.equipment if thing in THINGS]
    unique = dict.fromkeys(found)
    return tuple((icon, say(text)) for icon, text in unique)


def equipment_chips(look: Look, movements: Iterable[Movement]) -> list[QFrame]:
    """Return a chip for each thing to bring for some movements, no doubles."""
    found = dict.fromkeys(
        THINGS[thing]
        for movement in movements
        for thing in movement.equipment
        if thing in THINGS
    )
    return [_chip(look, icon, say(text)) for icon, text in found]


def movement_chips(look: Look, movement: Movement) -> list[QFrame]:
    """Return the chips of a movement, ready to be laid out."""
    return [_chip(look, *kind) for kind in chips(movement)]


def _chip(look: Look, icon: str, text: str) -> QFrame:
    chip = frame("pill")
    chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(chip)
    row.setContentsMargins(10, 0, 12, 0)
    row.addWidget(IconText(look, icon, text, "caption"))
    return chip
