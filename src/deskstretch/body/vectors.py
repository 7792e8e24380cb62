"""Vectors and frames as plain tuples: fast enough without numpy, and immutable.

A frame is three unit columns (X, Y, Z) in world coordinates. Bones hang along -Y
of their frame, X is the front of the bone, Z points to the figure's right.
"""

from __future__ import annotations

from math import acos, atan2, cos, degrees, radians, sin, sqrt
from typing import TypeAlias

Vec: TypeAlias = tuple[float, float, float]
Frame: TypeAlias = tuple[Vec, Vec, Vec]

IDENTITY: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vec, factor: float) -> Vec:
    """Return a times a number."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product (right-handed)."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vec) -> float:
    """Return the length of a vector."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    """Return how far apart two points are."""
    x, y, z = a[0] - b[0], a[1] - b[1], a[2] - b[2]
    return sqrt(x * x + y * y + z * z)


def unit(a: Vec) -> Vec:
    """Return the direction of a vector; a vector without length stays zero."""
    x, y, z = a
    size = sqrt(x * x + y * y + z * z) or 1.0
    return (x / size, y / size, z / size)


def between(a: Vec, b: Vec, share: float) -> Vec:
    """Return the point `share` of the way from a to b."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def angle(a: Vec, b: Vec) -> float:
    """Return the angle between two directions in degrees, 0 to 180."""
    return degrees(acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def at(origin: Vec, frame: Frame, offset: Vec) -> Vec:
    """Return the world point that lies at `offset` in a frame at `origin`."""
    (a, b, c), (d, e, f), (g, h, i) = frame
    (x, y, z), (u, v, w) = origin, offset
    return (
        x + u * a + v * d + w * g,
        y + u * b + v * e + w * h,
        z + u * c + v * f + w * i,
    )


def turned(frame: Frame, offset: Vec) -> Vec:
    """Return the world direction of a direction written in a frame."""
    (a, b, c), (d, e, f), (g, h, i) = frame
    u, v, w = offset
    return (u * a + v * d + w * g, u * b + v * e + w * h, u * c + v * f + w * i)


def within(frame: Frame, direction: Vec) -> Vec:
    """Return a world direction as it reads inside a frame (undoes `turned`)."""
    (a, b, c), (d, e, f), (g, h, i) = frame
    x, y, z = direction
    return (x * a + y * b + z * c, x * d + y * e + z * f, x * g + y * h + z * i)


def relative(parent: Frame, child: Frame) -> Frame:
    """Return the child's frame as it reads inside the parent's."""
    (a, b, c), (d, e, f), (g, h, i) = parent
    (x, y, z), (u, v, w), (p, q, r) = child
    return (
        (x * a + y * b + z * c, x * d + y * e + z * f, x * g + y * h + z * i),
        (u * a + v * b + w * c, u * d + v * e + w * f, u * g + v * h + w * i),
        (p * a + q * b + r * c, p * d + q * e + r * f, p * g + q * h + r * i),
    )


def composed(parent: Frame, child: Frame) -> Frame:
    """Return the world frame of a child written in its parent's frame."""
    (a, b, c), (d, e, f), (g, h, i) = parent
    (x, y, z), (u, v, w), (p, q, r) = child
    return (
        (x * a + y * d + z * g, x * b + y * e + z * h, x * c + y * f + z * i),
        (u * a + v * d + w * g, u * b + v * e + w * h, u * c + v * f + w * i),
        (p * a + q * d + r * g, p * b + q * e + r * h, p * c + q * f + r * i),
    )


def about_x(frame: Frame, angle_deg: float) -> Frame:
    """Turn a frame about its own X axis, in degrees."""
    if not angle_deg:
        return frame
    x, (u, v, w), (p, q, r) = frame
    a = radians(angle_deg)
    c, s = cos(a), sin(a)
    return (
        x,
        (c * u + s * p, c * v + s * q, c * w + s * r),
        (c * p - s * u, c * q - s * v, c * r - s * w),
    )


def about_y(frame: Frame, angle_deg: float) -> Frame:
    """Turn a frame about its own Y axis, in degrees."""
    if not angle_deg:
        return frame
    (u, v, w), y, (p, q, r) = frame
    a = radians(angle_deg)
    c, s = cos(a), sin(a)
    return (
        (c * u - s * p, c * v - s * q, c * w - s * r),
        y,
        (c * p + s * u, c * q + s * v, c * r + s * w),
    )


def about_z(frame: Frame, angle_deg: float) -> Frame:
    """Turn a frame about its own Z axis, in degrees."""
    if not angle_deg:
        return frame
    (u, v, w), (p, q, r), z = frame
    a = radians(angle_deg)
    c, s = cos(a), sin(a)
    return (
        (c * u + s * p, c * v + s * q, c * w + s * r),
        (c * p - s * u, c * q - s * v, c * r - s * w),
        z,
    )


def hanging(direction: Vec, front: Vec) -> Frame:
    """Return the frame of a bone along `direction`, its X as near `front` as can be."""
    y = (-direction[0], -direction[1], -direction[2])
    lean = dot(front, y)
    x = unit(
        (front[0] - lean * y[0], front[1] - lean * y[1], front[2] - lean * y[2]),
    )
    return (x, y, cross(x, y))


def blended(a: Frame, b: Frame, share: float) -> Frame:
    """Return the frame `share` of the shortest turn from a to b (below 180 degrees)."""
    if share <= 0.0:
        return a
    if share >= 1.0:
        return b
    x, y, z = relative(a, b)
    axis = (y[2] - z[1], z[0] - x[2], x[1] - y[0])
    sine = length(axis)
    if sine < 1e-9:
        return b
    turn = share * atan2(sine, x[0] + y[1] + z[2] - 1.0)
    axis = turned(a, scaled(axis, 1.0 / sine))
    c, s = cos(turn), sin(turn)
    return (_spun(a[0], axis, c, s), _spun(a[1], axis, c, s), _spun(a[2], axis, c, s))


def rotated(a: Vec, axis: Vec, turn: float) -> Vec:
    """Return a direction turned about a unit axis by an angle in radians."""
    return _spun(a, axis, cos(turn), sin(turn))


def _spun(a: Vec, axis: Vec, c: float, s: float) -> Vec:
    (x, y, z), (u, v, w) = a, axis
    k = (1.0 - c) * (x * u + y * v + z * w)
    return (
        x * c + (v * z - w * y) * s + u * k,
        y * c + (w * x - u * z) * s + v * k,
        z * c + (u * y - v * x) * s + w * k,
    )


def mirrored_point(point: Vec) -> Vec:
    """Return the point on the other side of the figure's middle plane."""
    return (point[0], point[1], -point[2])
