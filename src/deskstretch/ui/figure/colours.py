"""The figure's colours: near, far and line of every stuff, from the token file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from deskstretch.ui.figure.looks import PERSON, Person, checked

if TYPE_CHECKING:
    from deskstretch.ui.figure.layers import Layer, Stuff
    from deskstretch.ui.theme import Theme

TONES = 16


class Colours:
    """What each layer is filled with, in one theme and on one person.

    Far limbs are darker: the tone runs in sixteen steps from near to far, so that
    nothing pops when a limb moves.
    """

    def __init__(self, theme: Theme, person: Person = PERSON) -> None:
        self.theme = theme
        self._ramps: dict[Stuff, tuple[QColor, ...]] = {
            "skin": theme.figure_ramp(f"skin.s{checked(person).skin}"),
            "shirt": theme.figure_ramp("shirt"),
            "leggings": theme.figure_ramp("leggings"),
            "hair": theme.figure_ramp("hair"),
            "scarf": theme.figure_ramp("scarf"),
            "prop": theme.figure_ramp("prop"),
        }
        self._tones: dict[tuple[Stuff, int], QColor] = {}

    def of(self, layer: Layer) -> QColor:
        """Return the colour a layer is filled with."""
        near, far, line = self._ramps[layer.stuff]
        if layer.line:
            return line
        step = round(layer.far * TONES)
        key = (layer.stuff, step)
        if key not in self._tones:
            self._tones[key] = mixed(near, far, step / TONES)
        return self._tones[key]

    def line(self, stuff: Stuff) -> QColor:
        """Return the colour of a stuff's separation line."""
        return self._ramps[stuff][2]


def mixed(a: QColor, b: QColor, share: float) -> QColor:
    """Return the colour `share` (0 to 1) of the way from a to b, alpha included."""
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
        a.alphaF() + (b.alphaF() - a.alphaF()) * share,
    )
