"""Standing in balance: the hips go where the weight stays above the feet that bear it.

Nobody lifts a foot before the weight is on the other one, and nobody bends to the side
or folds forward without the hips giving way. Authors write neither: they say which feet
bear the weight, and the hips follow from the masses of the body.
"""

from __future__ import annotations

from math import hypot, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from deskstretch.body.balance import legs_weight, together, upper_weight
from deskstretch.body.limbs import LEG, Joints, moved, put_foot
from deskstretch.body.skeleton import SIDES
from deskstretch.body.timing import smooth
from deskstretch.body.vectors import add, at, distance

if TYPE_CHECKING:
    from deskstretch.body.contacts import Pin
    from deskstretch.body.vectors import Vec

# Where the weight of someone who stands at ease is: a thumb's width ahead of the ankle
# (Winter 1995: about 5 cm, here for 1.70 m).
_SOLE: Final = (0.029, 0.0, 0.0)
# When the hips move, the pinned feet stay and the shanks follow half way: the weight
# moves by this much of it. Two rounds leave a millimetre at most.
_FOLLOWS: Final = 0.92
_ROUNDS: Final = 2
_LEGS: Final = tuple(f"{name}_{side}" for name, _ in LEG for side in SIDES)
_LONGEST_LEG: Final = 0.4905  # of stature, from hip to ankle: a hair short of straight

# A foot is empty by this share of its way up, and leaves the floor from that share on.
EMPTIED: Final = 0.34
LEAVES: Final = 0.13
_LEAST: Final = (
    1e-4  # nobody is without support, not even between one foot and the other
)


class Foot(NamedTuple):
    """A foot on the floor: how firmly it is held there, and its share of the weight."""

    pin: Pin
    held: float
    bears: float


def emptied(course: float) -> float:
    """Return how much of its weight a foot has given away on its way up, 0 to 1."""
    return smooth(course / EMPTIED)


def lifted(course: float) -> float:
    """Return how far a foot has left the floor on its way up, 0 to 1."""
    return smooth((course - LEAVES) / (1.0 - LEAVES))


def sway(joints: Joints, feet: list[Foot]) -> Vec:
    """Return how far the body moves to have its weight above the feet that bear it.

    The hips come down as far as the bearing legs need to reach the floor with the bend
    that the pose gives them.

    Args:
        joints: the body with its legs free.
        feet: all feet that are on the floor in some pose of the movement.
    """
    feet = [foot._replace(bears=max(foot.bears, _LEAST)) for foot in feet]
    whole = sum(foot.bears for foot in feet)
    soles = [at(*foot.pin.joint, _SOLE) for foot in feet]
    goal_x, goal_z = (
        sum(foot.bears * sole[axis] for foot, sole in zip(feet, soles, strict=True))
        / whole
        for axis in (0, 2)
    )
    share, upper = upper_weight(joints)
    legs = {name: joints[name] for name in _LEGS}
    x = y = z = 0.0
    for _ in range(_ROUNDS):
        y = sum(foot.bears * _drop(joints, foot.pin, (x, 0.0, z)) for foot in feet)
        y /= whole
        trial = moved(legs, (x, y, z))
        for pin, held, _ in feet:
            if held > 0.0 and pin.ankle and pin.toe:
                put_foot(trial, pin.side, pin.ankle, pin.toe, held)
        above = (share, add(upper, (x, y, z)))
        _, weight = together([above, legs_weight(trial)])
        x += (goal_x - weight[0]) / _FOLLOWS
        z += (goal_z - weight[2]) / _FOLLOWS
    return x, y, z


def _drop(joints: Joints, pin: Pin, way: Vec) -> float:
    """Return how far up the hip goes for the leg to keep its bend on the floor."""
    hip = joints[f"hip_{pin.side}"].position
    own = distance(hip, joints[f"ankle_{pin.side}"].position)
    leg = min(own, _LONGEST_LEG)
    place = pin.joint.position
    aside = hypot(hip[0] + way[0] - place[0], hip[2] + way[2] - place[2])
    return place[1] + sqrt(max(0.0, leg * leg - aside * aside)) - hip[1]
