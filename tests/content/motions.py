"""The shipped movements as motions, and when a measure of one changes."""

from __future__ import annotations

from math import atan2, degrees

from deskstretch.body.motion import Motion
from deskstretch.desktop import paths
from deskstretch.movements.catalogue import load

CATALOGUE = load(paths.assets("movements", ".toml"))
STEPS = 24  # a phase


def motion_of(slug, profile=None, *, side="right", range_=1.0):
    movement = CATALOGUE.movements[slug]
    dose = movement.doses[profile or movement.default_profile]
    return Motion(movement.choreography, dose.seconds, side, range_)


def tilt(figure, part="pelvis"):
    """Degrees a part is tipped forward from upright."""
    front = figure[part].frame[0]
    return degrees(atan2(-front[1], front[0]))


def half_way(motion, phase, measure):
    """Return the share of a phase at which half of a change is done."""
    values = [measure(motion.in_phase(phase, n / STEPS)) for n in range(STEPS + 1)]
    middle = (values[0] + values[-1]) / 2
    grows = values[-1] > values[0]
    return next(
        n / STEPS for n, value in enumerate(values) if (value >= middle) == grows
    )
