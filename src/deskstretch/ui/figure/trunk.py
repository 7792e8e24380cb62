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

    from deskstretch.body.skeleton import Figure, Side
    from deskstretch.ui.figure.looks import Build
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
    _Level("pelvis", 0.026, 0.000, 0.1025, 0.0680, thick=0.006),
    _Level("spine_0", 0.004, 0.004, 0.0900, 0.0620),
    _Level("spine_1", 0.004, 0.008, 0.0815, 0.0575),
    _Level("spine_2", 0.006, 0.012, 0.0765, 0.0560, 0.5),
    _Level("spine_3", 0.006, 0.015, 0.0780, 0.0575, 1.0),
    _Level("spine_4", 0.004, 0.018, 0.0815, 0.0605, 1.0),
    _Level("spine_5", 0.000, 0.017, 0.0850, 0.0625, 1.0),
    _Level("spine_6", -0.006, 0.012, 0.0790, 0.0560, 0.5),
    _Level("spine_7", -0.014, 0.004, 0.0480, 0.0370),
    _Level("spine_7", -0.001, 0.005, 0.0400, 0.0300, thick=0.008),
)
_HIPS, _WAIST = 0.010, 3
"""What belongs to the hips: pelvis levels up to this height; and to the waist: joints
of the spine below this number."""
BREATH = 0.028
"""How much deeper the chest is at the top of a breath; half as much wider."""


def _built(level: _Level, build: Build) -> _Level:
    """Return a level as broad as a build has it."""
    if level.joint == "pelvis":
        f = min(1.0, max(0.0, (level.up - _HIPS) / 0.05))
        k = build.hips + (build.waist - build.hips) * f
    else:
        k = build.waist if int(level.joint[-1]) < _WAIST else build.chest
    return level._replace(width=level.width * k, depth=level.depth * k)


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
        x, y = 2 * a.x - x, 2 * a.y - y  # an ellipse is the same on its other side
        right.append((x, y))
        grown_right.append((x - nx * g, y - ny * g))
    outline.strip(left, right)
    outline.line_strip(grown_left, grown_right)
    outline.blob(slices[0])
    outline.blob(slices[-1])


class Shapes:
    """Pelvis and shirt of one build."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._pelvis = tuple(_built(level, build) for level in PELVIS)
        self._shirt = tuple(_built(level, build) for level in SHIRT)

    def pelvis(self, outline: Outline, camera: Camera, figure: Figure) -> None:
        """Add the hips and buttocks."""
        _sheath(outline, _slices(camera, figure, self._pelvis, 0.0), camera.scale)
        root, k = figure["pelvis"], self._build.hips
        waist = ellipsoid(
            camera, root, (-0.002, 0.030, 0), (0.058, 0.030, 0.079 * self._build.waist)
        )
        right, left = (
            ellipsoid(
                camera,
                root,
                (-0.0215, -0.0160, 0.038 * k * sign),
                (0.0440 * k, 0.0460, 0.0430 * k),
            )
            for sign in (1, -1)
        )
        outline.hull(right, waist)
        outline.hull(left, waist)
        outline.hull(right, left)

    def shirt(
        self, outline: Outline, camera: Camera, figure: Figure, breath: float
    ) -> None:
        """Add the shirt with chest, shoulder caps and the slope up to the neck."""
        slices = _slices(camera, figure, self._shirt, breath)
        _sheath(outline, slices, camera.scale)
        for side in SIDES:
            self._shoulder(outline, camera, figure, side)

    def _shoulder(
        self, outline: Outline, camera: Camera, figure: Figure, side: Side
    ) -> None:
        sign, k = SIGN[side], self._build.shoulders
        bust, wide = self._build.bust, self._build.chest
        upper, chest, base = figure["spine_5"], figure["spine_4"], figure["spine_7"]
        shoulder, frame = figure[f"shoulder_{side}"], figure[f"girdle_{side}"][1]
        cap = ellipsoid(
            camera,
            Joint(shoulder[0], frame),
            (0, -0.001, 0),
            (0.0355 * k, 0.0350 * k, 0.0335 * k),
        )
        front = ellipsoid(
            camera, upper, (0.012, -0.004, 0.046 * sign), (0.044, 0.030, 0.038 * wide)
        )
        lower = ellipsoid(
            camera,
            chest,
            (0.014 + bust, -0.006, 0.044 * sign),
            (0.046 + bust * 0.6, 0.020 + bust * 0.6, 0.034 * wide),
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


def scarf(outline: Outline, camera: Camera, figure: Figure) -> None:
    """Add what a head scarf lays round the neck, in place of the bare neck."""
    base, top = figure["spine_7"], figure["neck_1"]
    outline.chain(
        ellipsoid(camera, base, (0.010, -0.024, 0), (0.0480, 0.012, 0.0600)),
        ellipsoid(camera, base, (0.007, 0.002, 0), (0.0430, 0.014, 0.0480)),
        ellipsoid(camera, top, (0.006, -0.004, 0), (0.0410, 0.016, 0.0425)),
        ellipsoid(camera, figure["head"], (0.000, -0.026, 0), (0.046, 0.022, 0.0445)),
    )
