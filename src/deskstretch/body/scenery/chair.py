"""A firm chair that does not roll: seat, low back, four legs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.scenery.things import Box

if TYPE_CHECKING:
    from deskstretch.body.choreography import Props
    from deskstretch.body.skeleton import Figure

# Shares of stature, for 1.70 m: a seat of 43 x 43 cm, 4 cm thick; the back ends 34 cm
# above it. One sits in the front half, clear of the back.
SEAT_HALF_WIDTH: Final = 0.125
SEAT_THICKNESS: Final = 0.022
_AHEAD: Final = 0.100  # from the hips to the front edge
_BEHIND: Final = 0.155  # and to the back edge
_LEG: Final = 0.022
_INSET: Final = 0.006
_UPRIGHT: Final = 0.018
_BACK: Final = 0.200
_RAIL: Final = (0.085, 0.188)  # the board of the back, above the seat
_BOARD: Final = 0.012


def chair(props: Props, reference: Figure) -> tuple[Box, ...]:
    """Return the chair under the hips of the reference pose."""
    x, _, z = reference["pelvis"].position
    top = props.chair_height
    low, high = top - SEAT_THICKNESS, top + _BACK
    back, front = x - _BEHIND, x + _AHEAD
    left, right = z - SEAT_HALF_WIDTH, z + SEAT_HALF_WIDTH
    board, raised = back + (_UPRIGHT - _BOARD) / 2.0, [top + rail for rail in _RAIL]
    return (
        Box("seat", (back, low, left), (front, top, right)),
        *(
            Box("leg", (a, 0.0, b), (a + _LEG, low, b + _LEG))
            for a in (back + _INSET, front - _INSET - _LEG)
            for b in (left + _INSET, right - _INSET - _LEG)
        ),
        *(
            Box("chair_back", (back, top, b), (back + _UPRIGHT, high, b + _UPRIGHT))
            for b in (left + _INSET, right - _INSET - _UPRIGHT)
        ),
        Box(
            "chair_back",
            (board, raised[0], left + _INSET + _UPRIGHT),
            (board + _BOARD, raised[1], right - _INSET - _UPRIGHT),
        ),
    )
