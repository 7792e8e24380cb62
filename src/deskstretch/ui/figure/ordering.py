"""In which order the parts are painted: fixed for a whole phase, so nothing pops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.body.skeleton import SIDES
from deskstretch.body.vectors import dot, sub

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskstretch.body.motion import Motion
    from deskstretch.body.skeleton import Figure
    from deskstretch.ui.figure.space import Camera

RAISED = 0.06
"""A knee higher above its hip than this, in the pelvis' frame, is before the shirt
(else the shirt hangs over the thigh); an elbow above its shoulder, before the neck."""
HYSTERESIS = 0.03
"""An order is kept through the next phase unless two parts differ more than this."""
_SAMPLES = (0.0, 0.25, 0.5, 0.75, 1.0)


def nearness(figure: Figure, camera: Camera) -> dict[str, float]:
    """Return how near each part is to the eye; the nearest is painted last.

    Keys lie near the limbs' roots: a far leg that steps forward must not come in
    front of the near hip.
    """

    def depth(name: str) -> float:
        return camera.depth(figure[name].position)

    hips = depth("pelvis")
    top, lap = depth("head") + 0.02, depth("spine_4") + 0.004
    near = {"pelvis": hips}
    for side in SIDES:
        hip, knee = figure[f"hip_{side}"].position, figure[f"knee_{side}"].position
        leg = 0.74 * camera.depth(hip) + 0.26 * camera.depth(knee)
        if leg > hips - 0.018:
            leg = max(leg + 0.003, hips + 0.001)
        near[f"leg_{side}"] = leg
        if dot(sub(knee, hip), figure["pelvis"].frame[1]) < RAISED:
            lap = max(lap, leg + 0.001)
        shoulder, elbow = f"shoulder_{side}", f"elbow_{side}"
        arm = 0.5 * depth(shoulder) + 0.3 * depth(elbow) + 0.2 * depth(f"wrist_{side}")
        near[f"arm_{side}"] = arm + 0.012
        upper = sub(figure[elbow].position, figure[shoulder].position)
        if dot(upper, figure["spine_7"].frame[1]) < RAISED:
            top = max(top, near[f"arm_{side}"] + 0.001)
    near["shirt"] = lap
    near["head"] = top
    return near


def orders(motion: Motion, camera: Camera) -> list[tuple[str, ...]]:
    """Return the painting order of every phase, far to near."""
    found: list[tuple[str, ...]] = []
    for index in range(motion.phase_count):
        samples = [
            nearness(motion.in_phase(index, share), camera) for share in _SAMPLES
        ]
        mean = {
            part: sum(sample[part] for sample in samples) / len(samples)
            for part in samples[0]
        }
        if found and _still_right(found[-1], mean):
            found.append(found[-1])
        else:
            found.append(tuple(sorted(mean, key=mean.__getitem__)))
    return found


def _still_right(order: Sequence[str], near: Mapping[str, float]) -> bool:
    return all(
        near[after] > near[before] - HYSTERESIS
        for i, before in enumerate(order)
        for after in order[i + 1 :]
    )
