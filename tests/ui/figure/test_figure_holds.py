"""A phase in which a bone only turns is no hold: its hand or face is seen to move."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskstretch.body.motion import Motion
from deskstretch.body.pose import NUMBERS
from deskstretch.ui.figure.framing import stands


def turning(motion, names, degrees):
    """The first phase of a motion, with nothing but these numbers that change."""
    choreography = motion.choreography
    start = choreography.poses[choreography.contact.reference]
    turned = tuple(
        value + degrees * (name in names)
        for name, value in zip(NUMBERS, start, strict=True)
    )
    first, *others = choreography.phases
    poses = {**dict.fromkeys(choreography.poses, start), "turned": turned}
    phases = (replace(first, to="turned", via=(), wave=0.0), *others)
    free = replace(choreography.contact, fixed=(), body=())
    changed = replace(
        choreography, poses=poses, phases=phases, touches=(), contact=free
    )
    return Motion(changed, motion.seconds)


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("standing-twist", ("wrist_extension_right",)),
        ("standing-twist", ("forearm_pronation_left",)),
        ("standing-twist", ("neck_twist_0", "neck_twist_1")),
        ("standing-twist", ("toe_extension_left",)),
    ],
)
def test_a_bone_that_turns_about_its_joint_is_seen(make_motion, slug, names):
    assert set(names) <= set(NUMBERS)
    assert not stands(turning(make_motion(slug), names, 12.0), 0)
    assert stands(turning(make_motion(slug), names, 0.0), 0)


@pytest.mark.parametrize("slug", ["knee-to-chest", "childs-pose", "lat-stretch"])
def test_a_hold_is_one_still(make_motion, slug):
    motion = make_motion(slug)
    poses = [phase.to for phase in motion.choreography.phases]
    holds = [
        index
        for index in range(motion.phase_count)
        if motion.seconds[index] and stands(motion, index)
    ]
    assert holds == [1]
    assert poses[0] == poses[1]
