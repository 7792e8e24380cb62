"""The poses that movements start from, by name.

They are part of the figure, not of a movement: a movement file says
`base = "half_kneeling"` and writes only what differs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.pose import Pose, posed

if TYPE_CHECKING:
    from collections.abc import Mapping

BASES: Final[Mapping[str, Pose]] = {
    "standing": posed(
        {
            "shoulder_abduction": 7,
            "elbow_flexion": 10,
            "forearm_pronation": 25,
            "hip_abduction": 1.5,
        }
    ),
    # Right knee down with the toes tucked under, left foot flat in front: both knees
    # near 90 degrees, the right thigh plumb.
    "half_kneeling": posed(
        {
            "shoulder_abduction": 7,
            "elbow_flexion": 10,
            "forearm_pronation": 25,
            "hip_flexion_right": 0,
            "knee_flexion_right": 103,
            "ankle_dorsiflexion_right": 19,
            "toe_extension_right": 80,
            "hip_flexion_left": 90,
            "knee_flexion_left": 90,
        }
    ),
}
