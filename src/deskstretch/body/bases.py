"""The poses that movements start from, by name.

They are part of the figure, not of a movement: a movement file says
`base = "half_kneeling"` and writes only what differs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.pose import Pose, posed

if TYPE_CHECKING:
    from collections.abc import Mapping

_SUPINE: Final = posed(
    {
        "pelvis_pitch": -98.5,
        "lumbar_flexion": 4,
        "thoracic_flexion": -1,
        "neck_flexion": -2,
        "hip_flexion": 56,
        "hip_abduction": 3,
        "knee_flexion": 103,
        "shoulder_flexion": -14,
        "shoulder_abduction": 20,
        "elbow_flexion": 19,
        "forearm_pronation": 80,
    }
)

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
    # On hands and knees, thighs plumb. Arms are longer than thighs, so the trunk rises
    # to the shoulders; shins and insteps lie on the floor.
    "all_fours": posed(
        {
            "pelvis_pitch": 74.9,
            "hip_flexion": 74.9,
            "knee_flexion": 86.5,
            "ankle_dorsiflexion": -73,
            "neck_flexion": -4,
            "shoulder_flexion": 75,
            "elbow_flexion": 6,
            "forearm_pronation": 85,
        }
    ),
    # On the floor with the legs ahead, knees a little bent, heels down.
    "long_sitting": posed(
        {
            "pelvis_pitch": -2,
            "hip_flexion": 98,
            "hip_abduction": 4,
            "knee_flexion": 27,
            "ankle_dorsiflexion": -8,
            "shoulder_flexion": 30,
            "shoulder_abduction": 8,
            "elbow_flexion": 20,
            "forearm_pronation": 60,
        }
    ),
    # On the right side with the head at -x, facing the camera of a side view.
    "side_lying": posed(
        {
            "pelvis_turn": 90,
            "pelvis_roll": 90,
            "hip_flexion_right": 3,
            "hip_abduction_right": 3.3,
            "knee_flexion_right": 6,
            "ankle_dorsiflexion": -20,
            "forearm_pronation": 25,
        }
    ),
    # Face down, insteps on the floor.
    "prone": posed(
        {
            "pelvis_pitch": 90,
            "knee_flexion": 8,
            "ankle_dorsiflexion": -68,
            "forearm_pronation": 25,
        }
    ),
    # Upright on both knees, shins and insteps on the floor.
    "kneeling": posed(
        {
            "knee_flexion": 86.5,
            "ankle_dorsiflexion": -73,
            "shoulder_abduction": 7,
            "elbow_flexion": 10,
            "forearm_pronation": 25,
        }
    ),
    # Tall on a chair, feet a little apart and under the knees, hands free.
    "seated": posed(
        {
            "shoulder_abduction": 7,
            "elbow_flexion": 10,
            "forearm_pronation": 25,
            "hip_flexion": 87,
            "hip_abduction": 5,
            "knee_flexion": 88,
        }
    ),
    # Standing under a bar, hands on it about as far apart as the shoulders.
    "hanging": posed(
        {
            "shoulder_flexion": 172,
            "shoulder_abduction": 6,
            "elbow_flexion": 16,
            "forearm_pronation": 80,
            "hip_abduction": 1.5,
        }
    ),
    # On the back, knees bent, feet flat, arms by the sides with the palms down: pelvis,
    # upper back and head rest on the mat, and the low back has its small hollow.
    "supine": _SUPINE,
    # The same with the arms out to the sides.
    "supine_arms_out": posed({"shoulder_abduction": 76}, _SUPINE),
}
