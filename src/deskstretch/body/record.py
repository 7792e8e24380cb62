"""A motion as numbers: the dictionary that `deskstretch render --json` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.body.balance import centre_of_mass, support
from deskstretch.body.checks.ground import contact_points
from deskstretch.body.checks.loop import Loop, evenly

if TYPE_CHECKING:
    from deskstretch.body.motion import Motion

FLOOR = 0.0
_DIGITS = 6  # a millionth of stature is two thousandths of a millimetre


def frames(motion: Motion, count: int) -> dict[str, Any]:
    """Return a motion's loop as plain numbers (DESIGN section 4, `render --json`).

    The unit is stature; X forward, Y up, Z to the figure's right. `fixed` and
    `contacts` carry the names of the joints that touch: a flat foot is heel and toe,
    a foot on its ball the toe alone; `contacts` also has hands that rest on the body
    and so move with it. `support` is the convex polygon the body stands on, as x and
    z, desks included.

    Raises:
        ValueError: there is to be less than one frame.
    """
    if count < 1:
        raise ValueError("a loop has at least one frame")
    loop = Loop(motion, evenly(motion, count))
    touching = contact_points(loop)
    return {
        "slug": motion.choreography.slug,
        "side": motion.side,
        "range": motion.range,
        "period_s": motion.period_s,
        "fixed": [name for names in touching.values() for name in names],
        "frames": [_frame(loop, touching, index) for index in range(count)],
    }


def _frame(
    loop: Loop, touching: dict[str, tuple[str, ...]], index: int
) -> dict[str, Any]:
    figure = loop.figures[index]
    phase, share, seconds = loop.moments[index]
    bearing = support(figure, loop.motion.scene, loop.motion.shown(phase, share))
    contacts: dict[str, float] = {}
    for name, weight in loop.weights[index].items():
        for joint in touching.get(name, (name,)):
            contacts[joint] = round(weight, _DIGITS)
    return {
        "t": round(seconds, _DIGITS),
        "phase": phase,
        "joints": {name: _rounded(place) for name, place in loop.points[index].items()},
        "contacts": contacts,
        "floor": FLOOR,
        "com": _rounded(centre_of_mass(figure)),
        "support": [_rounded(corner) for corner in bearing],
    }


def _rounded(numbers: tuple[float, ...]) -> list[float]:
    return [round(number, _DIGITS) for number in numbers]
