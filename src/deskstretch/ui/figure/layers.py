"""What a figure is made of: paths to fill, each with its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainterPath

    from deskstretch.body.skeleton import Joint

Made = TypeVar("Made")
Stuff = Literal["skin", "shirt", "leggings", "hair", "scarf", "prop"]


class Layer(NamedTuple):
    """One path and its colour: the stuff's line, or its fill `far` (0 to 1) away."""

    path: QPainterPath
    stuff: Stuff
    line: bool = False
    far: float = 0.0


class Part(NamedTuple):
    """One part of the figure; `body` is the path a muscle's glow fills.

    The glow comes after the first `lit` layers (None: after all). `under` is a line
    painted before all parts: the hips have one against the room, but none against the
    legs, which would look like a seam.
    """

    name: str
    layers: list[Layer]
    body: QPainterPath
    under: QPainterPath | None = None
    lit: int | None = None


class _Made(NamedTuple):
    """What was made, the joints it was last made for, and those rounded."""

    joints: tuple[Joint, ...]
    key: tuple[float, ...]
    made: object


class Kept:
    """Keeps what was made of joints until one of them moves.

    Feet that stand and hands that hold are half of all there is to draw.
    """

    def __init__(self) -> None:
        self._kept: dict[str, _Made] = {}

    def once(
        self,
        name: str,
        joints: tuple[Joint, ...],
        make: Callable[..., Made],
        *given: object,
    ) -> Made:
        """Return what `make(*given)` makes; made anew only if a joint has moved."""
        kept = self._kept.get(name)
        if kept is None or kept.joints != joints:
            key = tuple(
                round(value, 5)
                for place, frame in joints
                for vector in (place, *frame)
                for value in vector
            )
            made = kept.made if kept and kept.key == key else make(*given)
            kept = self._kept[name] = _Made(joints, key, made)
        return cast("Made", kept.made)
