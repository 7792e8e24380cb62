"""The cushion under someone who rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.scenery.things import Cushion
from deskstretch.body.surface import balls
from deskstretch.body.vectors import at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.body.choreography import Props
    from deskstretch.body.skeleton import Figure
    from deskstretch.body.vectors import Vec

_HALF: Final = (0.052, 0.125)  # half its length along the body and its width
# Under the sacrum, the flat bone at the spine's foot, and not under the waist.
_UNDER: Final[Vec] = (-0.060, 0.006, 0.0)
_GIVES: Final = 0.012  # how deep a body sinks in
_THINNEST: Final = 0.010


def cushion(props: Props, resting: Sequence[Figure]) -> Cushion:
    """Return the cushion, as thick as the lowest of the poses that rest on it needs.

    Args:
        props: names the joint it lies under, and its poses.
        resting: the figure in each of those poses, or in the reference pose.
    """
    name = props.cushion
    figure = min(resting, key=lambda figure: figure[name].position[1])
    low = min(
        ball.centre[1] - ball.radius for ball in balls(figure) if ball.name == name
    )
    x, _, z = at(*figure[name], _UNDER)
    half = max(_THINNEST, (low + _GIVES) / 2.0)
    poses = frozenset(props.cushion_poses) or None
    return Cushion("cushion", (x, half, z), (_HALF[0], half, _HALF[1]), poses)
