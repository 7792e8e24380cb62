"""Pelvis, shirt and neck: slices along the spine, with shoulders and buttocks."""

from __future__ import annotations

import itertools
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from deskstretch.body.skeleton import SIDES, Joint
from deskstretch.body.vectors import at, between
from deskstretch.ui.figure.outline import Outline, Slice, ellipsoid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.body.skeleton import Figure
    from deskstretch.ui.figure.space import Camera, Point

SIGN = {"right": 1, "left": -1}
THICK = 0.014
"""Half the height of one slice, statures."""
STACKED = 0.02
"""Slices that appear closer than this, on average, are joined by hulls: the camera
looks along the spine, and a strip between them would fold over itself."""


class _Level(NamedTuple):
    """One slice of the trunk: its joint, place and half width and depth."""

    joint: str
    up: float
    forward: float
    width: float
    depth: float
    breath: float = 0.0
    thick: float = THICK


# Widths and depths read as an adult of no particular sex, in loose cloth.
PELVIS = (
    _Level("pelvis", -0.048, -0.004, 0.052, 0.047),
    _Level("pelvis", -0.016, -0.005, 0.0810, 0.0630),
    _Level("pelvis", 0.018, -0.003, 0.0850, 0.0630),
    _Level("pelvis", 0.048, 0.002, 0.0800, 0.0560),
    _Level("spine_0", 0.016, 0.008, 0.0755, 0.0535),
    _Level("spine_1", 0.012, 0.011, 0.0720, 0.0510),
)
SHIRT = (
    _Level("pelvis", 0.030, 0.000, 0.0945, 0.0665, thick=0.006),
    _Level("spine_0", 0.004, 0.004, 0.0865, 0.0615),
    _Level("spine_1", 0.004, 0.008, 0.0800, 0.0575),
    _Level("spine_2", 0.006, 0.012, 0.0765, 0.0560, 0.5),
    _Level("spine_3", 0.006, 0.015, 0.0780, 0.0575, 1.0),
    _Level("spine_4", 0.004, 0.018, 0.0815, 0.0605, 1.0),
    _Level("spine_5", 0.000, 0.017, 0.0850, 0.0625, 1.0),
    _Level("spine_6", -0.006, 0.012, 0.0790, 0.0560, 0.5),
    _Level("spine_7", -0.014, 0.004, 0.0480, 0.0380),
)
BREATH = 0.028
"""How much deeper the chest is at the top of a breath; half as much wider."""


def _slices(
    camera: Camera, figure: Figure, levels: Sequence[_Level], breath: float
) -> list[Slice]:
    found = []
    for joint, up, forward, width, depth, share, thick in levels:
        k = 1 + BREATH * breath * share
        found.append(
            ellipsoid(
                camera,
                figure[joint],
                (forward * k, up, 0),
                (depth * k, thick, width * (1 + (k - 1) / 2)),
            )
        )
    return found


def _sheath(outline: Outline, slices: Sequence[Slice], scale: float) -> None:
    """Join slices smoothly along their middle line, or by hulls where they stack."""
    travelled = sum(hypot(b.x - a.x, b.y - a.y) for a, b in itertools.pairwise(slices))
    if travelled < STACKED * scale * (len(slices) - 1):
        outline.chain(*slices)
        return
    left: list[Point] = []
    right: list[Point] = []
    grown_left: list[Point] = []
    grown_right: list[Point] = []
    last = len(slices) - 1
    g = outline.grow
    for i, a in enumerate(slices):
        before, after = slices[max(0, i - 1)], slices[min(last, i + 1)]
        dx, dy = after.x - before.x, after.y - before.y
        n = hypot(dx, dy) or 1e-9
        nx, ny = -dy / n, dx / n
        x, y = a.support(nx, ny)
        left.append((x, y))
        grown_left.append((x + nx * g, y + ny * g))
        x, y = a.support(-nx, -ny)
        right.append((x, y))
        grown_right.append((x - nx * g, y - ny * g))
    outline.strip(left, right)
    outline.line_strip(grown_left, grown_right)
    outline.blob(slices[0])
    outline.blob(slices[-1])


def pelvis(outline: Outline, camera: Camera, figure: Figure) -> None:
    """Add the hips and buttocks."""
    _sheath(outline, _slices(camera, figure, PELVIS, 0.0), camera.scale)
    root = figure["pelvis"]
    waist = ellipsoid(camera, root, (-0.002, 0.030, 0), (0.058, 0.030, 0.079))
    right, left = (
        ellipsoid(
            camera, root, (-0.0215, -0.0160, 0.038 * sign), (0.0440, 0.0460, 0.0430)
        )
        for sign in (1, -1)
    )
    outline.hull(right, waist)
    outline.hull(left, waist)
    outline.hull(right, left)


def shirt(outline: Outline, camera: Camera, figure: Figure, breath: float) -> None:
    """Add the shirt with chest, shoulder caps and the slope up to the neck."""
    _sheath(outline, _slices(camera, figure, SHIRT, breath), camera.scale)
    upper, chest, base = figure["spine_5"], figure["spine_4"], figure["spine_7"]
    for side in SIDES:
        sign = SIGN[side]
        shoulder = figure[f"shoulder_{side}"]
        frame = figure[f"girdle_{side}"][1]
        cap = ellipsoid(
            camera, Joint(shoulder[0], frame), (0, -0.001, 0), (0.0355, 0.0350, 0.0335)
        )
        front = ellipsoid(
            camera, upper, (0.012, -0.004, 0.046 * sign), (0.044, 0.030, 0.038)
        )
        lower = ellipsoid(
            camera, chest, (0.014, -0.006, 0.044 * sign), (0.046, 0.020, 0.034)
        )
        collar = ellipsoid(
            camera, base, (0.004, -0.012, 0.012 * sign), (0.032, 0.018, 0.026)
        )
        root = at(*base, (0.006, -0.006, 0.012 * sign))
        top = between(root, shoulder[0], 0.55)
        slope = ellipsoid(
            camera, Joint(top, frame), (0, 0.0045, 0), (0.030, 0.0225, 0.026)
        )
        outline.hull(front, cap)
        outline.hull(front, lower)
        outline.hull(collar, slope)
        outline.hull(slope, cap)
        outline.hull(front, slope)


def neck(outline: Outline, camera: Camera, figure: Figure) -> None:
    """Add the neck, from the collar up into the head; its foot is the neckline."""
    base = figure["spine_7"]
    outline.chain(
        ellipsoid(camera, base, (0.009, -0.012, 0), (0.0330, 0.010, 0.0325)),
        ellipsoid(camera, base, (0.006, 0.010, 0), (0.0285, 0.010, 0.0275)),
        ellipsoid(camera, figure["neck_0"], (0.005, 0.004, 0), (0.0280, 0.012, 0.0258)),
        ellipsoid(camera, figure["neck_1"], (0.003, 0.014, 0), (0.0285, 0.012, 0.0255)),
    )
