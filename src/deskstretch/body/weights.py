"""How firmly everything is held between two poses: contacts, touches, feet, cushions.

Every weight ramps from 0 to 1 along the course from one pose to the next, so that
nothing is ever switched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.stance import emptied, lifted
from deskstretch.body.timing import smooth

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from deskstretch.body.choreography import Contact, Touch
    from deskstretch.body.solver import Reach

_TOUCHES: Final = 0.25  # the range from which on hands touch what they come to
_LETS_GO: Final = 0.35  # of the course: while a hand leaves a surface or comes to it


def ramp(
    poses: Collection[str] | None, before: str, after: str, course: float
) -> float:
    """Return how much something is there that belongs to some poses, or to all.

    Args:
        poses: the poses it belongs to; None means all of them.
        before: the pose that is left.
        after: the pose that is gone to.
        course: how far the way is gone, 0 to 1.
    """
    a = 1.0 if poses is None or before in poses else 0.0
    b = 1.0 if poses is None or after in poses else 0.0
    return a + (b - a) * course


def held(contact: Contact, name: str, before: str, after: str, course: float) -> float:
    """Return how firmly a fixed contact is held, 0 to 1.

    In balance a foot stays down until the weight has gone to the other one. A hand
    lets go early and comes late: it is not dragged behind the body.
    """
    a, b = (name not in contact.lifted.get(pose, ()) for pose in (before, after))
    if a == b:
        return 1.0 if a else 0.0
    if contact.balance and name.startswith("foot_"):
        return 1.0 - lifted(course if a else 1.0 - course)
    away = course if a else 1.0 - course
    return 1.0 - smooth(away / _LETS_GO) if name.startswith("hand_") else 1.0 - away


def borne(
    contact: Contact, name: str, before: str, after: str, course: float, range_: float
) -> float:
    """Return how much weight a foot bears, 0 to 1, before it is shared by all feet.

    A smaller `range_` leaves a foot on the floor as much of its weight.
    """
    a, b = (name not in contact.lifted.get(pose, ()) for pose in (before, after))
    if a != b:
        return 1.0 - emptied(course if a else 1.0 - course)
    if not a:
        return 0.0
    c, d = (
        1.0 if name in contact.stands_on.get(pose, (name,)) else 1.0 - range_
        for pose in (before, after)
    )
    return c + (d - c) * course


def reaches(
    touches: Sequence[Touch],
    rest: str,
    before: str,
    after: str,
    course: float,
    range_: float,
) -> list[Reach]:
    """Return the hands that lie on named spots of the body, with their weights.

    Of the smallest movements, which hardly leave the pose `rest`, the hands stay as
    they are there; from a quarter of the movement on they touch as in the whole.
    """
    firm = min(1.0, range_ / _TOUCHES)
    found: list[Reach] = []
    for touch in touches:
        home = ramp(touch.poses, rest, rest, 0.0)
        weight = ramp(touch.poses, before, after, course)
        found.append((touch.hand, touch.spot, home + (weight - home) * firm))
    return found
