"""Arms and legs, bare and in cloth, with their hands and feet."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.body.vectors import at, between, distance, dot, sub
from deskstretch.ui.figure import foot, hand, limbs, props
from deskstretch.ui.figure.layers import Kept, Layer, Part
from deskstretch.ui.figure.limbs import Bone, Ramp, cut
from deskstretch.ui.figure.looks import BUILT, Person
from deskstretch.ui.figure.outline import Outline
from deskstretch.ui.figure.trunk import SIGN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskstretch.body.scenery import Rod
    from deskstretch.body.skeleton import Figure, Joint, Side
    from deskstretch.ui.figure.digits import Digit
    from deskstretch.ui.figure.hand import Shape
    from deskstretch.ui.figure.space import Camera

FINE = 190.0
"""From this many pixels a stature on, fingers and toes are parted by lines."""
GRASP = 0.035
"""A gripping hand this near to a rod (statures) closes round it."""
HELD = 0.042
"""How much of a rod on either side of a gripping hand is painted into it."""
THIN = 0.75
"""Lines between fingers and toes are as much thinner."""
KNEE_AHEAD = 0.13
"""A knee this much nearer to the eye than its hip (statures) lies before its shank."""
_HIP_RAMP = Ramp(0.16, 0.56)
_SHOULDER_RAMP = Ramp(0.14, 0.46)


class _End(NamedTuple):
    """A hand or foot: palm or sole, and its digits."""

    outline: Outline
    digits: list[Digit]


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


class Members:
    """Makes the limbs of one person for one camera and one shape of each hand.

    `grow` is the width of a separation line in pixels; `rods` are those a gripping
    hand may close round.
    """

    def __init__(
        self,
        camera: Camera,
        hands: Mapping[Side, Shape],
        person: Person,
        rods: Sequence[Rod],
        grow: float,
    ) -> None:
        self._camera = camera
        self._hands = hands
        self._rods = rods
        self._grow = grow
        self._fine = camera.scale >= FINE
        self._limbs = _Sleeves(person)
        self._kept = Kept()

    def leg(self, figure: Figure, side: Side, far: float) -> Part:
        """Return a leg with its foot; `far` is its tone, 0 near to 1 far."""
        camera, sign, shape = self._camera, SIGN[side], self._limbs
        hip, knee = figure[f"hip_{side}"], figure[f"knee_{side}"]
        ankle, toe = figure[f"ankle_{side}"], figure[f"toe_{side}"]
        thigh = Bone(camera, hip[0], knee[0], hip[1])
        shank = Bone(camera, knee[0], ankle[0], knee[1])
        bare, cloth = self._outline(), self._outline()
        toes = self._kept.once(
            f"foot_{side}", (ankle, toe), self._foot, ankle, toe, sign
        )
        bare.add(toes.outline)
        shank.draw(bare, shape.ankle, start=False)
        thigh.draw(cloth, shape.thigh, ramp=_HIP_RAMP)
        shank.draw(cloth, shape.calf, end=False)
        layers = [
            *self._with_digits(bare, toes.digits, far),
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

    def arm(self, figure: Figure, side: Side, far: float) -> Part:
        """Return an arm with its hand; `far` is its tone, 0 near to 1 far."""
        camera, sign, shape = self._camera, SIGN[side], self._limbs
        shoulder, elbow = figure[f"shoulder_{side}"], figure[f"elbow_{side}"]
        wrist = figure[f"wrist_{side}"]
        upper = Bone(camera, shoulder[0], elbow[0], shoulder[1])
        lower = Bone(camera, elbow[0], wrist[0], elbow[1])
        bare, cloth = self._outline(), self._outline()
        style = self._hands.get(side, "relaxed")
        fingers = self._kept.once(
            f"hand_{side}", (wrist,), self._hand, wrist, sign, style
        )
        bare.add(fingers.outline)
        upper.draw(bare, shape.arm, start=False)
        lower.draw(bare, shape.forearm)
        upper.draw(cloth, shape.sleeve, end=False, ramp=_SHOULDER_RAMP)
        held = self._held(wrist) if style == "grip" else []
        layers = [
            *self._with_digits(bare, fingers.digits, far, held),
            Layer(cloth.line, "shirt", line=True),
            Layer(cloth.fill, "shirt", far=far),
        ]
        return Part(f"arm_{side}", layers, cloth.fill)

    def _foot(self, ankle: Joint, toe: Joint, sign: int) -> _End:
        shape = self._outline()
        foot.foot(shape, self._camera, ankle, toe, sign)
        return _End(shape, foot.toes(self._camera, toe, sign, self._grow * THIN))

    def _hand(self, wrist: Joint, sign: int, style: Shape) -> _End:
        shape, thin = self._outline(), self._grow * THIN
        hand.palm(shape, self._camera, wrist, sign)
        return _End(shape, hand.fingers(self._camera, wrist, sign, style, thin))

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

    def _outline(self) -> Outline:
        return Outline(self._grow)
