"""Hands that walk: one after the other, in small steps, from place to place.

A pose may have places of its own for the hands on the floor. Between two poses with
different places the hands step across, the right one first; while they are on their
way no contact counts as fully held.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, TypeAlias

from deskstretch.body.contacts import lay_hand
from deskstretch.body.skeleton import SIDES, Joint
from deskstretch.body.solver import solve
from deskstretch.body.timing import smooth
from deskstretch.body.vectors import between, blended, distance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.choreography import Contact
    from deskstretch.body.contacts import Holds
    from deskstretch.body.pose import Pose
    from deskstretch.body.skeleton import Side

Places: TypeAlias = dict[str, Joint]  # contact of a hand -> its wrist on the floor

_STRIDE: Final = 0.10  # of stature: how far a hand steps at most
_LIFT: Final = 0.022  # how high it is lifted
_BUSY: Final = 0.85  # the share of the way in which the hands walk
_HALF_HELD: Final = 0.5


def places(
    contact: Contact, holds: Holds, poses: Mapping[str, Pose]
) -> dict[str, Places]:
    """Return where the hands of each pose are on the floor, by the pose's name.

    A pose without places of its own has those of the reference.
    """
    home = {pin.contact: pin.joint for pin in holds.pins if pin.part == "hand"}
    walked_to = {*contact.hands_as.values()}
    own = {name: _laid(poses[name], holds, home) for name in walked_to}
    return {name: own.get(contact.hands_as.get(name, ""), home) for name in poses}


def _laid(pose: Pose, holds: Holds, home: Places) -> Places:
    """Lay the hands of a pose on the floor below it, everything else being held."""
    joints = solve(pose, holds, dict.fromkeys(home, 0.0))
    found = {}
    for side in SIDES:
        name = f"hand_{side}"
        if name in home:
            lay_hand(joints, side, 0.0, straight=False)
            found[name] = joints[f"wrist_{side}"]
    return found


def walked(start: Places, end: Places, course: float) -> Places:
    """Return where the hands are at a share of the way between two sets of places.

    They go ahead of the body, so that no arm is stretched to its end.
    """
    if start is end:
        return start
    course = min(1.0, course / _BUSY)
    return {
        name: _step(place, end[name], course, "right" if "right" in name else "left")
        for name, place in start.items()
    }


def grasp(start: Places, end: Places, course: float) -> float:
    """Return how firmly walking hands are held, 0 to 1: fully only where they stay."""
    if start is end:
        return 1.0
    return 1.0 - _HALF_HELD * min(1.0, 4 * course * (1 - course))


def _step(start: Joint, end: Joint, course: float, side: Side) -> Joint:
    steps = max(1, ceil(distance(start.position, end.position) / _STRIDE))
    begun = course * 2 * steps - (0 if side == "right" else 1)
    done, part = divmod(min(max(begun, 0.0), 2 * steps - 1.0), 2.0)
    part = min(part, 1.0)  # the second half of each pair belongs to the other hand
    share = (done + smooth(part)) / steps
    x, y, z = between(start.position, end.position, share)
    lift = _LIFT * 16 * part * part * (1 - part) * (1 - part)
    return Joint((x, y + lift, z), blended(start.frame, end.frame, share))
