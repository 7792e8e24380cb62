"""What the checker window shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskstretch.movements.movement import Movement


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to put right: a plain sentence, and its line (0: the whole file)."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class CheckerView:
    """One version of the file.

    Attributes:
        text: what the file says; None while there is no file to read.
        remarks: what is to be put right, in the order of the lines.
        movement: the movement, if this version can be read as one.
        checking: the figure's own checks are still at work.
    """

    text: str | None
    remarks: tuple[Remark, ...] = ()
    movement: Movement | None = None
    checking: bool = False
