"""The figure's colours: near, far and line of every stuff, from the token file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QColor

from deskstretch.ui.figure.looks import PERSON, Person, checked

if TYPE_CHECKING:
    from deskstretch.ui.figure.layers import Layer, Stuff
    from deskstretch.ui.theme import Theme

TONES = 16
_LINE = -1


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
        self._brushes: dict[tuple[Stuff, int], QBrush] = {}

    def of(self, layer: Layer) -> QBrush:
        """Return what a layer is filled with."""
        step = _LINE if layer.line else round(layer.far * TONES)
        key = (layer.stuff, step)
        if key not in self._brushes:
            near, far, line = self._ramps[layer.stuff]
            tone = line if layer.line else mixed(near, far, step / TONES)
            self._brushes[key] = QBrush(tone)
        return self._brushes[key]

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
