"""The figure as parts: paths to fill, each with its colour, ready to be painted.

A part is painted at once: its lines first, then its fills, so that pieces of one
part never draw a seam over each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTransform

from deskstretch.body.skeleton import SIDES
from deskstretch.body.vectors import dot
from deskstretch.ui.figure import hair, head, trunk
from deskstretch.ui.figure.layers import Kept, Layer, Part
from deskstretch.ui.figure.looks import BUILT, PERSON, Person
from deskstretch.ui.figure.members import Members
from deskstretch.ui.figure.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskstretch.body.scenery import Rod
    from deskstretch.body.skeleton import Figure, Joint, Side
    from deskstretch.ui.figure.hand import Shape
    from deskstretch.ui.figure.layers import Stuff
    from deskstretch.ui.figure.space import Camera

LINE = 0.0021
"""Width of the separation line, statures; never under a third of a pixel."""
AWAY = -0.5
"""A head turned from the eye more than this (cosine) has its neck before its chin."""


class Sculptor:
    """Turns joints into parts for one camera, one person and one shape of each hand.

    `rods` are those a gripping hand may close round.
    """

    def __init__(
        self,
        camera: Camera,
        hands: Mapping[Side, Shape],
        person: Person = PERSON,
        rods: Sequence[Rod] = (),
    ) -> None:
        self._camera = camera
        self._grow = max(0.35, LINE * camera.scale)
        self._cut = hair.CUTS[person.hair]
        self._covered = person.hair == "covered"
        self._trunk = trunk.Shapes(BUILT[person.build])
        self._kept = Kept()
        self._members = Members(camera, hands, person, rods, self._grow)

    def parts(self, figure: Figure, breath: float = 0.0) -> dict[str, Part]:
        """Return the figure's seven parts by name; `breath` 0 empty to 1 full."""
        camera = self._camera
        made = {
            "pelvis": self._kept.once(
                "pelvis", (figure["pelvis"], figure["spine_1"]), self._pelvis, figure
            ),
            "shirt": self._shirt(figure, breath),
            "head": self._kept.once(
                "head", (figure["spine_7"], figure["head"]), self._head, figure
            ),
        }
        hips = camera.depth(figure["pelvis"].position)
        chest = camera.depth(figure["spine_4"].position) - 0.03
        for side in SIDES:
            hip = camera.depth(figure[f"hip_{side}"].position)
            made[f"leg_{side}"] = self._members.leg(figure, side, _far(hip, hips))
            shoulder = camera.depth(figure[f"shoulder_{side}"].position)
            made[f"arm_{side}"] = self._members.arm(figure, side, _far(shoulder, chest))
        return made

    def _outline(self) -> Outline:
        return Outline(self._grow)

    def _pelvis(self, figure: Figure) -> Part:
        shape = self._outline()
        self._trunk.pelvis(shape, self._camera, figure)
        return Part("pelvis", [Layer(shape.fill, "leggings")], shape.fill, shape.line)

    def _shirt(self, figure: Figure, breath: float) -> Part:
        shape = self._outline()
        self._trunk.shirt(shape, self._camera, figure, breath)
        return Part(
            "shirt",
            [Layer(shape.line, "shirt", line=True), Layer(shape.fill, "shirt")],
            shape.fill,
        )

    def _head(self, figure: Figure) -> Part:
        camera, joint = self._camera, figure["head"]
        throat, face = self._outline(), self._outline()
        (trunk.scarf if self._covered else trunk.neck)(throat, camera, figure)
        head.skull(face, camera, joint)
        cloth: Stuff = "scarf" if self._covered else "skin"
        neck = [
            Layer(throat.line, cloth, line=True),
            Layer(throat.fill, cloth, far=0.25 if self._covered else 0.75),
        ]
        front = [Layer(face.line, "skin", line=True), Layer(face.fill, "skin")]
        knot = self._knot(joint)
        near = hair.knot_is_near(camera, joint, self._cut)
        away = dot(joint.frame[0], camera.towards) < AWAY
        layers = [] if near else [*knot]
        lit = len(layers) + (4 if away else 2)
        layers += front + neck if away else neck + front
        layers += self._hair(joint)
        if near:
            layers += knot
        if self._cut.ears:
            for i, shell in enumerate(head.ears(camera, joint)):
                layers.append(Layer(shell, "skin", far=1.0 if i % 2 else 0.35))
        return Part("head", layers, throat.fill, lit=lit)

    def _knot(self, joint: Joint) -> list[Layer]:
        knot = hair.knot(self._camera, joint, self._cut, self._grow)
        if knot is None:
            return []
        return [Layer(knot.line, "hair", line=True), Layer(knot.fill, "hair")]

    def _hair(self, joint: Joint) -> list[Layer]:
        locks = hair.hair(self._camera, joint, self._cut)
        if locks is None:
            return []
        x, y = self._camera.point(joint.position)
        wider = 1 + self._grow / (0.055 * self._camera.scale)
        around = QTransform(wider, 0, 0, wider, x * (1 - wider), y * (1 - wider))
        stuff: Stuff = "scarf" if self._covered else "hair"
        return [Layer(around.map(locks), stuff, line=True), Layer(locks, stuff)]


def _far(depth: float, middle: float) -> float:
    """Return the tone, 0 near to 1 far, of a limb whose root is this deep."""
    return min(1.0, max(0.0, (middle - depth - 0.010) / 0.040))
