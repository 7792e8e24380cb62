"""The figure as parts: paths to fill, each with its colour, ready to be painted.

A part is painted at once: its lines first, then its fills, so that pieces of one
part never draw a seam over each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtGui import QTransform

from deskstretch.body.skeleton import SIDES
from deskstretch.body.vectors import dot
from deskstretch.ui.figure import foot, hand, head, limbs, trunk
from deskstretch.ui.figure.limbs import Bone, Ramp, cut
from deskstretch.ui.figure.outline import Outline
from deskstretch.ui.figure.trunk import SIGN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainterPath

    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.ui.figure.digits import Digit
    from deskstretch.ui.figure.hand import Shape
    from deskstretch.ui.figure.space import Camera

Stuff = Literal["skin", "shirt", "leggings", "hair"]

LINE = 0.0021
"""Width of the separation line, statures; never under a third of a pixel."""
AWAY = -0.5
"""A head turned from the eye more than this (cosine) has its neck before its chin."""
FINE = 190.0
"""From this many pixels a stature on, fingers and toes are parted by lines."""
_LEG = cut(limbs.THIGH, 0.0, 1.0)
_CALF = cut(limbs.SHANK, 0.0, 0.79, 0.0012)
_ANKLE = cut(limbs.SHANK, 0.66, 1.0, -0.0006)
_SLEEVE = cut(limbs.UPPER_ARM, 0.0, 0.56, 0.0032)
_ARM = cut(limbs.UPPER_ARM, 0.30, 1.0)
_HIP_RAMP = Ramp(0.16, 0.56)
_SHOULDER_RAMP = Ramp(0.14, 0.46)


class Layer(NamedTuple):
    """One path and its colour: the stuff's line, or its fill `far` (0 to 1) away."""

    path: QPainterPath
    stuff: Stuff
    line: bool = False
    far: float = 0.0


class Part(NamedTuple):
    """One part of the figure; `body` is the path a muscle's glow fills.

    `under` is a line painted before all parts: the hips have one against the room,
    but none against the legs, which would look like a seam.
    """

    name: str
    layers: list[Layer]
    body: QPainterPath
    under: QPainterPath | None = None


class Sculptor:
    """Turns joints into parts for one camera and one shape of each hand."""

    def __init__(self, camera: Camera, hands: Mapping[Side, Shape]) -> None:
        self._camera = camera
        self._hands = hands
        self._grow = max(0.35, LINE * camera.scale)
        self._fine = camera.scale >= FINE

    def parts(self, figure: Figure, breath: float = 0.0) -> dict[str, Part]:
        """Return the figure's seven parts by name; `breath` 0 empty to 1 full."""
        camera = self._camera
        made = {
            "pelvis": self._pelvis(figure),
            "shirt": self._shirt(figure, breath),
            "head": self._head(figure),
        }
        hips = camera.depth(figure["pelvis"].position)
        chest = camera.depth(figure["spine_4"].position) - 0.03
        for side in SIDES:
            hip = camera.depth(figure[f"hip_{side}"].position)
            made[f"leg_{side}"] = self._leg(figure, side, _far(hip, hips))
            shoulder = camera.depth(figure[f"shoulder_{side}"].position)
            made[f"arm_{side}"] = self._arm(figure, side, _far(shoulder, chest))
        return made

    def _outline(self) -> Outline:
        return Outline(self._grow)

    def _pelvis(self, figure: Figure) -> Part:
        shape = self._outline()
        trunk.pelvis(shape, self._camera, figure)
        return Part("pelvis", [Layer(shape.fill, "leggings")], shape.fill, shape.line)

    def _shirt(self, figure: Figure, breath: float) -> Part:
        shape = self._outline()
        trunk.shirt(shape, self._camera, figure, breath)
        return Part(
            "shirt",
            [Layer(shape.line, "shirt", line=True), Layer(shape.fill, "shirt")],
            shape.fill,
        )

    def _head(self, figure: Figure) -> Part:
        camera, joint = self._camera, figure["head"]
        throat, face = self._outline(), self._outline()
        trunk.neck(throat, camera, figure)
        head.skull(face, camera, joint)
        layers = [
            Layer(throat.line, "skin", line=True),
            Layer(throat.fill, "skin", far=0.75),
        ]
        front = [Layer(face.line, "skin", line=True), Layer(face.fill, "skin")]
        away = dot(joint.frame[0], camera.towards) < AWAY
        layers = front + layers if away else layers + front
        locks = head.hair(camera, joint)
        if locks is not None:
            x, y = camera.point(joint.position)
            wider = 1 + self._grow / (0.055 * camera.scale)
            around = QTransform(wider, 0, 0, wider, x * (1 - wider), y * (1 - wider))
            layers.append(Layer(around.map(locks), "hair", line=True))
            layers.append(Layer(locks, "hair"))
        for i, shell in enumerate(head.ears(camera, joint)):
            layers.append(Layer(shell, "skin", far=1.0 if i % 2 else 0.35))
        return Part("head", layers, face.fill)

    def _leg(self, figure: Figure, side: Side, far: float) -> Part:
        camera, sign = self._camera, SIGN[side]
        hip, knee = figure[f"hip_{side}"], figure[f"knee_{side}"]
        ankle, toe = figure[f"ankle_{side}"], figure[f"toe_{side}"]
        thigh = Bone(camera, hip[0], knee[0], hip[1])
        shank = Bone(camera, knee[0], ankle[0], knee[1])
        bare, cloth = self._outline(), self._outline()
        foot.foot(bare, camera, ankle, toe, sign)
        shank.draw(bare, _ANKLE, start=False)
        thigh.draw(cloth, _LEG, ramp=_HIP_RAMP)
        shank.draw(cloth, _CALF, end=False)
        layers = [
            *self._with_digits(bare, foot.toes(camera, toe, sign, self._grow), far),
            Layer(cloth.line, "leggings", line=True),
            Layer(cloth.fill, "leggings", far=far),
        ]
        return Part(f"leg_{side}", layers, cloth.fill)

    def _arm(self, figure: Figure, side: Side, far: float) -> Part:
        camera, sign = self._camera, SIGN[side]
        shoulder, elbow = figure[f"shoulder_{side}"], figure[f"elbow_{side}"]
        wrist = figure[f"wrist_{side}"]
        upper = Bone(camera, shoulder[0], elbow[0], shoulder[1])
        lower = Bone(camera, elbow[0], wrist[0], elbow[1])
        bare, cloth = self._outline(), self._outline()
        shape = self._hands.get(side, "relaxed")
        hand.palm(bare, camera, wrist, sign)
        upper.draw(bare, _ARM, start=False)
        lower.draw(bare, limbs.FOREARM)
        upper.draw(cloth, _SLEEVE, end=False, ramp=_SHOULDER_RAMP)
        digits = hand.fingers(camera, wrist, sign, shape, self._grow)
        layers = [
            *self._with_digits(bare, digits, far),
            Layer(cloth.line, "shirt", line=True),
            Layer(cloth.fill, "shirt", far=far),
        ]
        return Part(f"arm_{side}", layers, cloth.fill)

    def _with_digits(
        self, bare: Outline, digits: list[Digit], far: float
    ) -> list[Layer]:
        """Return hand or foot: what is behind it, its own fill, what is before it."""
        fill = Layer(bare.fill, "skin", far=far)
        if not self._fine:
            for digit in digits:
                bare.line.addPath(digit.line)
                bare.fill.addPath(digit.fill)
            return [Layer(bare.line, "skin", line=True), fill]
        layers = [Layer(bare.line, "skin", line=True)]
        behind: list[Layer] = []
        before: list[Layer] = []
        for digit in digits:
            (behind if digit.behind else before).extend(
                (
                    Layer(digit.line, "skin", line=True),
                    Layer(digit.fill, "skin", far=far),
                )
            )
        return [*layers, *behind, fill, *before]


def _far(depth: float, middle: float) -> float:
    """Return the tone, 0 near to 1 far, of a limb whose root is this deep."""
    return min(1.0, max(0.0, (middle - depth - 0.010) / 0.040))
