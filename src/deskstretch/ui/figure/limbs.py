"""Thighs, shanks and arms: one smooth strip per bone, as thick as a limb is there."""

from __future__ import annotations

import itertools
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskstretch.body.vectors import Frame, Vec
    from deskstretch.ui.figure.outline import Outline
    from deskstretch.ui.figure.space import Camera, Point

    Rows = tuple[list[Point], list[Point]]

SHORT = 0.05
"""A bone that looks shorter than this (statures) is drawn as a row of discs: the
camera looks along it, and a strip could fold over itself."""


class Girth(NamedTuple):
    """How far a limb reaches from its bone, at one place along it; statures."""

    t: float
    front: float
    back: float
    side: float


Profile = tuple[Girth, ...]

THIGH: Profile = (
    Girth(0.00, 0.0560, 0.0620, 0.0600),
    Girth(0.16, 0.0605, 0.0615, 0.0595),
    Girth(0.42, 0.0580, 0.0545, 0.0550),
    Girth(0.70, 0.0482, 0.0445, 0.0465),
    Girth(0.90, 0.0400, 0.0395, 0.0400),
    Girth(1.00, 0.0385, 0.0385, 0.0385),
)
SHANK: Profile = (
    Girth(0.00, 0.0385, 0.0385, 0.0385),
    Girth(0.11, 0.0368, 0.0400, 0.0380),
    Girth(0.32, 0.0318, 0.0475, 0.0400),
    Girth(0.55, 0.0265, 0.0405, 0.0335),
    Girth(0.80, 0.0220, 0.0272, 0.0245),
    Girth(1.00, 0.0215, 0.0225, 0.0205),
)
UPPER_ARM: Profile = (
    Girth(0.00, 0.0345, 0.0335, 0.0340),
    Girth(0.22, 0.0345, 0.0330, 0.0325),
    Girth(0.45, 0.0320, 0.0310, 0.0300),
    Girth(0.72, 0.0275, 0.0275, 0.0270),
    Girth(0.90, 0.0250, 0.0252, 0.0252),
    Girth(1.00, 0.0246, 0.0246, 0.0248),
)
FOREARM: Profile = (
    Girth(0.00, 0.0246, 0.0246, 0.0248),
    Girth(0.16, 0.0254, 0.0254, 0.0262),
    Girth(0.45, 0.0226, 0.0232, 0.0240),
    Girth(0.78, 0.0168, 0.0172, 0.0185),
    Girth(1.00, 0.0142, 0.0145, 0.0172),
)


def cut(profile: Profile, start: float, end: float, more: float = 0.0) -> Profile:
    """Return the stretch of a profile between two places, `more` wider (cloth)."""
    inner = [g for g in profile if start + 0.01 < g.t < end - 0.01]
    knots = [_girth(profile, start), *inner, _girth(profile, end)]
    return tuple(
        Girth(g.t, g.front + more, g.back + more, g.side + more) for g in knots
    )


def scaled(profile: Profile, factor: float) -> Profile:
    """Return a profile so much thicker."""
    return tuple(
        Girth(g.t, g.front * factor, g.back * factor, g.side * factor) for g in profile
    )


def tapered(profile: Profile, factor: float) -> Profile:
    """Return a profile thicker at its start and as it was at its end."""
    return tuple(
        Girth(g.t, *(v * (1 + (factor - 1) * (1 - g.t)) for v in g[1:]))
        for g in profile
    )


def _girth(profile: Profile, t: float) -> Girth:
    for a, b in itertools.pairwise(profile):
        if t <= b.t:
            f = (t - a.t) / (b.t - a.t)
            return Girth(
                t, *(p + (q - p) * f for p, q in zip(a[1:], b[1:], strict=True))
            )
    return profile[-1]


class Ramp(NamedTuple):
    """Where along a bone its line fades in, so that limbs do not look cut off."""

    start: float
    full: float


class _Strips(NamedTuple):
    """Two rows of points along a limb: those of its fill, and those of its line."""

    fill: Rows
    line: Rows


class Bone:
    """One bone seen by the camera: gives the strip of any profile along it."""

    __slots__ = ("_a", "_across", "_along", "_front", "_scale", "length")

    def __init__(self, camera: Camera, start: Vec, end: Vec, frame: Frame) -> None:
        self._a = camera.point(start)
        bx, by = camera.point(end)
        dx, dy = bx - self._a[0], by - self._a[1]
        d = hypot(dx, dy)
        self._along = (dx, dy)
        self._across = (-dy / d, dx / d) if d > 1e-6 else (1.0, 0.0)
        self._scale = camera.scale
        fx, fy = camera.arrow(frame[0])
        nx, ny = self._across
        self._front = (fx * nx + fy * ny) / camera.scale
        self.length = d / camera.scale

    def _rows(self, profile: Profile, grow: float, ramp: Ramp | None) -> _Strips:
        """Return the strip's rows of points and those `grow` pixels further out."""
        k = self._front
        seen = k * k
        unseen = 1 - seen
        scale = self._scale
        (ax, ay), (dx, dy), (nx, ny) = self._a, self._along, self._across
        left: list[Point] = []
        right: list[Point] = []
        outer_left: list[Point] = []
        outer_right: list[Point] = []
        more = grow
        for t, front, back, side in profile:
            if ramp is not None:
                f = (t - ramp.start) / (ramp.full - ramp.start)
                more = grow * (2 * min(1.0, max(0.0, f)) - 1)
            near, far = (front, back) if k >= 0 else (back, front)
            a = (near * seen + side * unseen) * scale
            b = (far * seen + side * unseen) * scale
            x, y = ax + dx * t, ay + dy * t
            left.append((x + nx * a, y + ny * a))
            right.append((x - nx * b, y - ny * b))
            a += more
            b += more
            outer_left.append((x + nx * a, y + ny * a))
            outer_right.append((x - nx * b, y - ny * b))
        return _Strips((left, right), (outer_left, outer_right))

    def draw(
        self,
        outline: Outline,
        profile: Profile,
        *,
        start: bool = True,
        end: bool = True,
        ramp: Ramp | None = None,
    ) -> None:
        """Add the limb: strip, round ends where `start` and `end` say, and its line."""
        rows, grown = self._rows(profile, outline.grow, ramp)
        if self.length > SHORT:
            outline.strip(*rows)
            outline.line_strip(*(grown if end else self._hemmed(grown, outline.grow)))
        for i in self._discs(len(profile), start=start, end=end):
            outline.disc(*_across(rows, i))
        for i in self._discs(len(profile), start=start and ramp is None, end=end):
            outline.line_disc(*_across(grown, i))

    def _hemmed(self, rows: Rows, width: float) -> Rows:
        """Return the rows a line's width longer: an open end of cloth has a hem."""
        dx, dy = self._along
        n = hypot(dx, dy) or 1.0
        ends = [
            (x + dx / n * width, y + dy / n * width) for x, y in (r[-1] for r in rows)
        ]
        return [*rows[0][:-1], ends[0]], [*rows[1][:-1], ends[1]]

    def _discs(self, knots: int, *, start: bool, end: bool) -> Sequence[int]:
        """Return at which knots a disc is drawn: the round ends, or all of them."""
        if self.length <= SHORT:
            return range(knots)
        return [i for i, wanted in ((0, start), (knots - 1, end)) if wanted]


def _across(rows: Rows, i: int) -> tuple[float, float, float]:
    """Return the disc that closes the strip at one end."""
    (lx, ly), (rx, ry) = rows[0][i], rows[1][i]
    return (lx + rx) / 2, (ly + ry) / 2, hypot(lx - rx, ly - ry) / 2
