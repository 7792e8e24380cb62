"""The figure as parts: paths to fill, each with its colour, ready to be painted.

A part is painted at once: its lines first, then its fills, so that pieces of one
part never draw a seam over each other.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtGui import QTransform

from deskstretch.body.skeleton import SIDES
from deskstretch.body.vectors import at, between, distance, dot, sub
from deskstretch.ui.figure import foot, hair, hand, head, limbs, props, trunk
from deskstretch.ui.figure.limbs import Bone, Ramp, cut
from deskstretch.ui.figure.looks import BUILT, PERSON, Person
from deskstretch.ui.figure.outline import Outline
from deskstretch.ui.figure.trunk import SIGN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainterPath

    from deskstretch.body.scenery import Rod
    from deskstretch.body.skeleton import Figure, Joint, Side
    from deskstretch.ui.figure.digits import Digit
    from deskstretch.ui.figure.hand import Shape
    from deskstretch.ui.figure.space import Camera

Stuff = Literal["skin", "shirt", "leggings", "hair", "scarf", "prop"]

LINE = 0.0021
"""Width of the separation line, statures; never under a third of a pixel."""
THIN = 0.75
"""Lines between fingers and toes are as much thinner."""
AWAY = -0.5
"""A head turned from the eye more than this (cosine) has its neck before its chin."""
FINE = 190.0
"""From this many pixels a stature on, fingers and toes are parted by lines."""
GRASP = 0.035
"""A gripping hand this near to a rod (statures) closes round it."""
HELD = 0.042
"""How much of a rod on either side of a gripping hand is painted into it."""
KNEE_AHEAD = 0.13
"""A knee this much nearer to the eye than its hip (statures) lies before its shank."""
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

    The glow comes after the first `lit` layers (None: after all). `under` is a line
    painted before all parts: the hips have one against the room, but none against the
    legs, which would look like a seam.
    """

    name: str
    layers: list[Layer]
    body: QPainterPath
    under: QPainterPath | None = None
    lit: int | None = None


class _Sleeves:
    """The profiles of the limbs, bare and in cloth, for one build."""

    def __init__(self, person: Person) -> None:
        k = BUILT[person.build].limbs
        thigh, shank = limbs.scaled(limbs.THIGH, k), limbs.scaled(limbs.SHANK, k)
        upper = limbs.scaled(limbs.UPPER_ARM, k)
        self.thigh = cut(thigh, 0.0, 1.0)
        self.knee = thigh[-1].side
        self.calf = cut(shank, 0.0, 0.79, 0.0012)
        self.ankle = cut(limbs.SHANK, 0.66, 1.0, -0.0006)
        self.sleeve = cut(upper, 0.0, 0.56, 0.0032)
        self.arm = cut(upper, 0.30, 1.0)
        self.forearm = limbs.tapered(limbs.FOREARM, k)


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
        self._hands = hands
        self._rods = rods
        self._grow = max(0.35, LINE * camera.scale)
        self._fine = camera.scale >= FINE
        self._cut = hair.CUTS[person.hair]
        self._covered = person.hair == "covered"
        self._limbs = _Sleeves(person)
        self._trunk = trunk.Shapes(BUILT[person.build])

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

    def _leg(self, figure: Figure, side: Side, far: float) -> Part:
        camera, sign, shape = self._camera, SIGN[side], self._limbs
        hip, knee = figure[f"hip_{side}"], figure[f"knee_{side}"]
        ankle, toe = figure[f"ankle_{side}"], figure[f"toe_{side}"]
        thigh = Bone(camera, hip[0], knee[0], hip[1])
        shank = Bone(camera, knee[0], ankle[0], knee[1])
        bare, cloth = self._outline(), self._outline()
        foot.foot(bare, camera, ankle, toe, sign)
        shank.draw(bare, shape.ankle, start=False)
        thigh.draw(cloth, shape.thigh, ramp=_HIP_RAMP)
        shank.draw(cloth, shape.calf, end=False)
        layers = [
            *self._with_digits(
                bare, foot.toes(camera, toe, sign, self._grow * THIN), far
            ),
            Layer(cloth.line, "leggings", line=True),
            Layer(cloth.fill, "leggings", far=far),
            *self._knee(figure, side, far),
        ]
        return Part(f"leg_{side}", layers, cloth.fill)

    def _knee(self, figure: Figure, side: Side, far: float) -> list[Layer]:
        """Return the knee of a thigh that comes at the eye, as a crescent on the shank.

        Seen along its length a thigh is a disc like any other; this tells the knee.
        """
        camera = self._camera
        hip, knee, ankle = (
            figure[f"{name}_{side}"].position for name in ("hip", "knee", "ankle")
        )
        shown = (camera.depth(knee) - camera.depth(hip) - KNEE_AHEAD) / 0.06
        if shown <= 0.0:
            return []
        (x, y), (ax, ay) = camera.point(knee), camera.point(ankle)
        n = hypot(ax - x, ay - y) or 1.0
        off = 1.5 * self._grow * min(1.0, shown)
        radius = self._limbs.knee * camera.scale
        line, fill = self._outline(), self._outline()
        line.disc(x + (ax - x) / n * off, y + (ay - y) / n * off, radius)
        fill.disc(x, y, radius)
        return [
            Layer(line.fill, "leggings", line=True),
            Layer(fill.fill, "leggings", far=far),
        ]

    def _arm(self, figure: Figure, side: Side, far: float) -> Part:
        camera, sign, shape = self._camera, SIGN[side], self._limbs
        shoulder, elbow = figure[f"shoulder_{side}"], figure[f"elbow_{side}"]
        wrist = figure[f"wrist_{side}"]
        upper = Bone(camera, shoulder[0], elbow[0], shoulder[1])
        lower = Bone(camera, elbow[0], wrist[0], elbow[1])
        bare, cloth = self._outline(), self._outline()
        style = self._hands.get(side, "relaxed")
        hand.palm(bare, camera, wrist, sign)
        upper.draw(bare, shape.arm, start=False)
        lower.draw(bare, shape.forearm)
        upper.draw(cloth, shape.sleeve, end=False, ramp=_SHOULDER_RAMP)
        digits = hand.fingers(camera, wrist, sign, style, self._grow * THIN)
        held = self._held(wrist) if style == "grip" else []
        layers = [
            *self._with_digits(bare, digits, far, held),
            Layer(cloth.line, "shirt", line=True),
            Layer(cloth.fill, "shirt", far=far),
        ]
        return Part(f"arm_{side}", layers, cloth.fill)

    def _held(self, wrist: Joint) -> list[Layer]:
        """Return the stretch of a rod that a gripping hand closes round."""
        palm = at(*wrist, hand.HOLLOW)
        for rod in self._rods:
            way = sub(rod.end, rod.start)
            square = dot(way, way)
            t = min(1.0, max(0.0, dot(sub(palm, rod.start), way) / square))
            if distance(palm, between(rod.start, rod.end, t)) < GRASP:
                reach = HELD / square**0.5
                part = max(0.0, t - reach), min(1.0, t + reach)
                bar = props.rod_path(self._camera, rod, *part)
                light = props.rod_light(self._camera, rod, *part)
                return [Layer(bar, "prop", far=1.0), Layer(light, "prop")]
        return []

    def _with_digits(
        self, bare: Outline, digits: list[Digit], far: float, held: Sequence[Layer] = ()
    ) -> list[Layer]:
        """Return hand or foot: what is behind it, its own fill, what is before it.

        What a hand holds lies between its palm and its fingers.
        """
        fill = Layer(bare.fill, "skin", far=far)
        if not self._fine and not held:
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
        if len(behind) > len(before):
            return [*layers, *behind, *held, fill, *before]
        return [*layers, *behind, fill, *held, *before]


def _far(depth: float, middle: float) -> float:
    """Return the tone, 0 near to 1 far, of a limb whose root is this deep."""
    return min(1.0, max(0.0, (middle - depth - 0.010) / 0.040))
