"""A smaller movement: its key poses on their way to the one that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.body.pose import Pose, mixed
from deskstretch.body.upright import with_trunk_vertical

if TYPE_CHECKING:
    from deskstretch.body.choreography import Choreography
    from deskstretch.body.pace import Pace


def smaller(choreography: Choreography, pace: Pace, range_: float) -> dict[str, Pose]:
    """Return the key poses of a movement of which 0 to 1 is shown.

    They shrink towards the reference pose: the flat back between cat and cow, or
    where the movement starts. Some start elsewhere and come to the reference on their
    way, such as from an upright kneel or from lying on the side. How to get there is no
    matter of size: poses that let go of what the reference holds are whole then.
    """
    contact = choreography.contact
    rest = choreography.poses[contact.reference]
    comes_there = comes_to_reference(choreography, pace)
    poses = {
        name: pose
        if comes_there and contact.lifted.get(name)
        else mixed(rest, pose, range_)
        for name, pose in choreography.poses.items()
    }
    if choreography.guide == "trunk":
        return {name: with_trunk_vertical(pose) for name, pose in poses.items()}
    return poses


def comes_to_reference(choreography: Choreography, pace: Pace) -> bool:
    """Return whether the reference pose is on the way, and not where it starts."""
    reference = choreography.contact.reference
    return reference in pace.passed and reference != pace.start
