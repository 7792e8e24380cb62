"""A desk: in front of the hands that lean on it, or beside one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.scenery.things import Box
from deskstretch.body.surface import HAND_HALF_THICKNESS

if TYPE_CHECKING:
    from deskstretch.body.choreography import Props
    from deskstretch.body.skeleton import Figure

# Shares of stature, for 1.70 m: a top of 140 x 70 cm, 3.5 cm thick, legs of 5 cm.
_TOP: Final = 0.020
_LEG: Final = 0.028
_DEPTH: Final = 0.36
_WIDTH: Final = 0.52
_SIDE_LENGTH: Final = 0.54
_SIDE_BEHIND: Final = 0.14  # how far a desk at the side goes back from the wrist
_SIDE_DEPTH: Final = 0.30
_INSET: Final = 0.014
_PALM_ON_EDGE: Final = 0.012  # the heel of the hand lies this far in from the edge


def desk(props: Props, reference: Figure) -> tuple[Box, ...]:
    """Return a table top on four legs, its edge under the hands that rest on it."""
    height = props.desk_height
    if props.desk == "front":
        wrists = [reference[f"wrist_{s}"].position[0] for s in ("left", "right")]
        x0 = min(wrists) - _PALM_ON_EDGE
        low, high = (x0, -_WIDTH / 2.0), (x0 + _DEPTH, _WIDTH / 2.0)
    else:
        side = "right" if props.desk == "right" else "left"
        sign = 1.0 if side == "right" else -1.0
        x, _, z = reference[f"wrist_{side}"].position
        near = z - sign * 2.5 * HAND_HALF_THICKNESS
        far = near + sign * _SIDE_DEPTH
        low = (x - _SIDE_BEHIND, min(near, far))
        high = (x - _SIDE_BEHIND + _SIDE_LENGTH, max(near, far))
    top = Box("top", (low[0], height - _TOP, low[1]), (high[0], height, high[1]))
    return (top, *_legs(low, high, height - _TOP))


def _legs(
    low: tuple[float, float], high: tuple[float, float], height: float
) -> tuple[Box, ...]:
    xs = (low[0] + _INSET, high[0] - _INSET - _LEG)
    zs = (low[1] + _INSET, high[1] - _INSET - _LEG)
    return tuple(
        Box("leg", (x, 0.0, z), (x + _LEG, height, z + _LEG)) for x in xs for z in zs
    )
