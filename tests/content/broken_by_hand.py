"""Broken movements that no file can make: the solver or the painter breaks them.

Each function is named after its check and returns a loop or shots that only this check
refuses.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from deskstretch.body import touching
from deskstretch.body.checks import Loop, by_phase, ground
from deskstretch.body.limbs import moved
from deskstretch.body.motion import Motion
from deskstretch.body.skeleton import Joint
from deskstretch.body.spots import spot_for
from deskstretch.ui.figure.checks import Shots
from deskstretch.ui.figure.looks import Person
from deskstretch.ui.figure.painter import FigurePainter
from tests.body.loading import HIP_FLEXOR, SECONDS, shipped

SAMPLES = 12


def sound():
    return shipped(HIP_FLEXOR), SECONDS[HIP_FLEXOR]


def looped(motion) -> Loop:
    return Loop(motion, by_phase(motion, SAMPLES))


def changed(joint, place):
    """A loop whose figures have one joint elsewhere."""
    loop = looped(Motion(*sound()))
    loop.figures = tuple(
        {**figure, joint: Joint(place(figure[joint].position), figure[joint].frame)}
        for figure in loop.figures
    )
    return loop


def finite(_patch):
    """The head is nowhere."""
    return changed("head", lambda _: (float("nan"), 0.0, 0.0))


def bones(_patch):
    """The left knee is a finger's breadth below where the thigh ends."""
    return changed("knee_left", lambda p: (p[0], p[1] - 0.003, p[2]))


def closure(_patch):
    """The last phase starts a little beside the end of the one before it."""

    class Jumping(Motion):
        def in_phase(self, index, share):
            figure = super().in_phase(index, share)
            if index == 2 and share < 0.5:
                return moved(dict(figure), (0.0, 0.0, 0.004))
            return figure

    return looped(Jumping(*sound()))


def via(_patch):
    """The key pose itself is not where the phase ends."""

    class Beside(Motion):
        def pose(self, name):
            return moved(dict(super().pose(name)), (0.0, 0.0, 0.008))

    return looped(Beside(*sound()))


def mirror(_patch):
    """The left side is not the mirror image of the right."""

    class Lopsided(Motion):
        def in_phase(self, index, share):
            figure = super().in_phase(index, share)
            if self.side == "right":
                return figure
            return moved(dict(figure), (0.0, 0.0, 0.03))

    return looped(Lopsided(*sound()))


def resting(patch):
    """The spot on the thigh is a finger's breadth above the skin."""

    def higher(name, hand):
        spot = spot_for(name, hand)
        x, y, z = spot.palm_at
        return spot._replace(palm_at=(x + 0.016, y, z)) if name == "on_thigh" else spot

    for room in (touching, ground):
        patch.setattr(room, "spot_for", higher)
    return looped(Motion(*sound()))


GEOMETRY = {one.__name__: one for one in (finite, bones, closure, via, mirror, resting)}


def shots(theme, make=FigurePainter, motion=None) -> Shots:
    return Shots(motion or Motion(*sound()), theme, 3, make)


def paints(theme):
    """The painter cannot paint the last phase."""

    class Failing(FigurePainter):
        def frame(self, painter, index, share, look):
            if index == 2:
                raise ZeroDivisionError
            super().frame(painter, index, share, look)

    return shots(theme, Failing)


def same(theme):
    """Every painter takes another skin."""
    skins = count(1)

    def make(motion, theme):
        return FigurePainter(motion, theme, Person(skin=next(skins) % 4 + 1))

    return shots(theme, make)


def frame(theme):
    """The figure is a quarter larger than the picture has room for."""

    class Near(FigurePainter):
        def frame(self, painter, *moment):
            painter.scale(1.25, 1.25)
            super().frame(painter, *moment)

    return shots(theme, Near)


def clear(theme):
    """The arrow is a hand to the side of its place."""

    class Aside(FigurePainter):
        def arrow(self, *moment):
            path, there = super().arrow(*moment)
            return path.translated(70, 0), there

    return shots(theme, Aside)


def popping(theme):
    """In the second phase all parts are a few pixels to the right."""

    class Popping(FigurePainter):
        def frame(self, painter, index, share, look):
            painter.translate(3 if index == 1 else 0, 0)
            super().frame(painter, index, share, look)

    return shots(theme, Popping)


def contrast(theme):
    """A shirt of the stage's own colour, and no line around it."""
    pale = theme.hex("stage_bot")
    figures = {
        scheme: {**colours, "shirt": [pale, pale, pale]}
        for scheme, colours in theme.tokens.figure.items()
    }
    return shots(replace(theme, tokens=replace(theme.tokens, figure=figures)))


PICTURES = {
    one.__name__: one for one in (paints, same, frame, clear, popping, contrast)
}
