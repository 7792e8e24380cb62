"""Reads the `[pose.NAME]` tables of a movement file into the figure's poses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from deskstretch.body.bases import BASES
from deskstretch.body.pose import (
    KEYS,
    LENGTH_KEYS,
    Pose,
    mirror,
    posed,
    total,
    with_thighs_kept,
)
from deskstretch.body.skeleton import LIMITS
from deskstretch.movements.vocabulary import hint, instead

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.movements.table import Source

MOST_POSES = 40
FARTHEST_SHIFT = 0.5  # of stature: the pelvis never goes farther within a movement
_OWN_KEYS = ("base", "mirror_of", "lifts", "stands_on", "hands_as")
_TILT = (-90.0, 90.0)
_FREE = (-180.0, 180.0)
# A foot that lies on its instep is stretched farther; the checks see that it lies.
_LIMITS = {**LIMITS, "ankle_dorsiflexion": (-75.0, LIMITS["ankle_dorsiflexion"][1])}
_NAMES = ", ".join(dict.fromkeys(re.sub("_(left|right)$", "", key) for key in KEYS))


def read(source: Source, *, keep_thighs: bool, beyond: bool) -> dict[str, Pose]:
    """Return all poses of the file; each problem is reported with its line.

    Args:
        source: the file.
        keep_thighs: the thighs do not follow when the pelvis tilts.
        beyond: the file gives a reason to pass the joints' limits.
    """
    tables = source.document.values.get("pose")
    if not isinstance(tables, dict) or not tables:
        source.report(("pose",), "The figure needs at least one [pose.NAME].")
        return {}
    if len(tables) > MOST_POSES:
        source.report(("pose",), f"A movement has at most {MOST_POSES} poses.")
        return {}
    return _Poses(source, tables, keep_thighs=keep_thighs, beyond=beyond).all()


def names(source: Source) -> tuple[str, ...]:
    """Return the names of all poses the file writes, those with mistakes too.

    What is wrong with a pose is told where it stands, and not again wherever it is
    named.
    """
    tables = source.document.values.get("pose")
    return tuple(tables) if isinstance(tables, dict) else ()


class _Poses:
    """Builds poses from their bases, each once, in whatever order they stand.

    Poses derive from each other before the thighs are kept, so that a tilt is not
    counted twice; the thighs are settled once, against the base they all come from.
    """

    def __init__(
        self,
        source: Source,
        tables: Mapping[str, Any],
        *,
        keep_thighs: bool,
        beyond: bool,
    ) -> None:
        self._source = source
        self._tables = tables
        self._keep_thighs = keep_thighs
        self._beyond = beyond
        self._built: dict[str, tuple[Pose, Pose] | None] = {}
        self._open: set[str] = set()

    def all(self) -> dict[str, Pose]:
        poses: dict[str, Pose] = {}
        for name in self._tables:
            built = self._pose(name)
            if built is None:
                continue
            pose, base = built
            poses[name] = with_thighs_kept(pose, base) if self._keep_thighs else pose
            self._check(name, poses[name])
        return poses

    def _pose(self, name: str) -> tuple[Pose, Pose] | None:
        if name not in self._built:
            self._open.add(name)
            self._built[name] = self._build(name)
            self._open.remove(name)
        return self._built[name]

    def _build(self, name: str) -> tuple[Pose, Pose] | None:
        table = self._tables[name]
        if not isinstance(table, dict):
            self._report(name, "", f'"{name}" is one table: [pose.{name}].')
            return None
        twin = table.get("mirror_of")
        key = "base" if twin is None else "mirror_of"
        start = self._start(name, key, table.get(key))
        if start is None:
            return None
        pose, base = start
        if twin is not None:
            if len(table) > 1:
                self._report(
                    name, "mirror_of", "A mirrored pose has no angles of its own."
                )
            return mirror(pose), mirror(base)
        return posed(self._values(name, table), pose), base

    def _start(self, name: str, key: str, base: object) -> tuple[Pose, Pose] | None:
        if base is None:
            self._report(
                name, key, f'[pose.{name}] needs "base": another pose, or a start.'
            )
        elif not isinstance(base, str):
            self._report(name, key, f'"{key}" is the name of a pose in quotes.')
        elif base in self._tables and base != name:
            return self._derived(name, key, base)
        elif base in BASES and key == "base":
            return BASES[base], BASES[base]
        elif base == name:
            self._report_ring(name, key, base)
        else:
            others = [other for other in self._tables if other != name]
            right = instead(base, [*others, *(BASES if key == "base" else ())])
            self._report(name, key, f'There is no pose "{base}".{right}')
        return None

    def _derived(self, name: str, key: str, base: str) -> tuple[Pose, Pose] | None:
        """Return another pose of the file; what is wrong with it is told there."""
        if base in self._open:
            self._report_ring(name, key, base)
            return None
        return self._pose(base)

    def _report_ring(self, name: str, key: str, base: str) -> None:
        self._report(
            name,
            key,
            f'The pose "{base}" is made from this one. Begin with another pose, '
            f"or with a start: {', '.join(BASES)}.",
        )

    def _values(self, name: str, table: Mapping[str, Any]) -> dict[str, float]:
        values: dict[str, float] = {}
        for key, value in table.items():
            if key in _OWN_KEYS:
                continue
            if key not in KEYS:
                right = hint(key, [*KEYS, *_OWN_KEYS]) or f" Angles are {_NAMES}."
                self._report(name, key, f'"{key}" is no angle of the figure.{right}')
            elif type(value) not in (int, float) or value != value:  # noqa: PLR0124 - nan
                self._report(name, key, f'"{key}" is a number of degrees.')
            elif self._fits(name, key, float(value)):
                values[key] = float(value)
        return values

    def _fits(self, name: str, key: str, value: float) -> bool:
        if key in LENGTH_KEYS:
            if abs(value) > FARTHEST_SHIFT:
                self._report(
                    name,
                    key,
                    f'"{key}" is a share of stature from {-FARTHEST_SHIFT:g} to '
                    f"{FARTHEST_SHIFT:g}, not {value:g}.",
                )
                return False
            return True
        low, high = _TILT if key == "pelvis_tilt" else _LIMITS.get(_angle(key), _FREE)
        if low <= value <= high or (self._beyond and abs(value) <= _FREE[1]):
            return True
        self._report(
            name,
            key,
            f'"{key}" goes from {low:g} to {high:g} degrees, not to {value:g}.',
        )
        return False

    def _check(self, name: str, pose: Pose) -> None:
        """Name the totals that leave their limits once base and tilt are added."""
        if self._beyond:
            return
        for key in KEYS:
            low, high = _LIMITS.get(_angle(key), _FREE)
            value = total(pose, key) / (1 if _is_region(key) else len(KEYS[key]))
            if not low - 1e-6 <= value <= high + 1e-6:
                self._report(
                    name,
                    key,
                    f'"{key}" comes to {value:g} degrees; '
                    f"it goes from {low:g} to {high:g}.",
                )

    def _report(self, name: str, key: str, message: str) -> None:
        path = ("pose", name, key) if key else ("pose", name)
        self._source.report(path, message)


def _angle(key: str) -> str:
    return key.removesuffix("_right").removesuffix("_left")


def _is_region(key: str) -> bool:
    return key.startswith(("lumbar_", "thoracic_", "neck_"))
