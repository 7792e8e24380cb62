"""The state as plain values for JSON, and back, trusting nothing that comes back."""

from __future__ import annotations

import types
from dataclasses import dataclass, is_dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from deskstretch.reminders import desk_time, presence, state, tracks
from deskstretch.reminders.state import Pause, State, Stop

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1


class _DamagedError(Exception):
    """A value is not what it should be."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a snapshot holds.

    Attributes:
        state: the state; fresh but for pause and stop unless `whole`.
        steady: the driver's steady seconds when it was taken.
        zone: the zone in force then, as near as can be told.
    """

    state: State
    steady: float
    zone: tzinfo
    whole: bool


def pack(memory: State, steady: float, wall: datetime) -> dict[str, object]:
    """Return a snapshot: the state, and both clocks as they are."""
    return {
        "version": VERSION,
        "steady": steady,
        "wall": wall.isoformat(),
        "zone": str(wall.tzinfo),
        "state": _plain(memory),
    }


def unpack(snapshot: Mapping[str, object], now: datetime) -> Memory | None:
    """Read a snapshot; None if it holds nothing that can be read.

    Args:
        snapshot: what `pack` made, once JSON.
        now: the time now, whose zone is kept if it is the one of the snapshot.
    """
    try:
        taken = datetime.fromisoformat(str(snapshot.get("wall")))
        steady = _built(snapshot.get("steady"), float)
        known = snapshot.get("version") == VERSION
        built = _built(snapshot.get("state") if known else None, State)
    except (_DamagedError, ValueError, TypeError, AttributeError):
        return _rescued(snapshot, now)
    zone: tzinfo = timezone(taken.utcoffset() or timedelta())
    if now.tzinfo is not None and str(now.tzinfo) == snapshot.get("zone"):
        zone = now.tzinfo
    return Memory(built, steady, zone, whole=True)


def _rescued(snapshot: Mapping[str, object], now: datetime) -> Memory | None:
    """Save the pause and the stop out of a snapshot that cannot be read whole."""
    rescued = State()
    held = snapshot.get("state")
    if not isinstance(held, dict):
        return None
    for name, kind in (("pause", Pause), ("stop", Stop)):
        try:
            found = _built(held.get(name), kind)
        except (_DamagedError, TypeError, ValueError):
            continue
        setattr(rescued, name, found)
    then = held.get("steady")
    if rescued.stop is not None:
        rescued.steady = then if isinstance(then, int) else rescued.stop.until
    if rescued.pause is None and rescued.stop is None:
        return None
    return Memory(rescued, 0.0, now.tzinfo or UTC, whole=False)


_SIMPLE = frozenset({int, float, str, bool, type(None)})


def _plain(value: Any) -> Any:  # noqa: ANN401 (any value of the state)
    kind = type(value)
    if kind in _SIMPLE:
        return value
    if kind is dict:
        return {key: _plain(one) for key, one in value.items()}
    if kind is list or kind is tuple:
        return [one if type(one) in _SIMPLE else _plain(one) for one in value]
    plain = {"is": kind.__name__}
    for name in kind.__dataclass_fields__:
        plain[name] = _plain(getattr(value, name))
    return plain


_CLASSES = {
    name: value
    for module in (desk_time, presence, state, tracks)
    for name, value in vars(module).items()
    if is_dataclass(value)
}


def _built(value: Any, hint: Any) -> Any:  # noqa: ANN401 (any value of the state)
    """Build what `hint` wants from plain values.

    Raises:
        _DamagedError: they do not make one.
    """
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _one_of(value, get_args(hint))
    if origin is None and is_dataclass(hint):
        return _object(value, hint)
    if origin in (list, tuple) and isinstance(value, list):
        return origin(_built(one, get_args(hint)[0]) for one in value)
    if origin is dict and isinstance(value, dict):
        return {str(k): _built(v, get_args(hint)[1]) for k, v in value.items()}
    if origin is None:
        return _simple(value, hint)
    if value in get_args(hint):  # a Literal
        return value
    raise _DamagedError


def _simple(value: Any, hint: Any) -> Any:  # noqa: ANN401 (any value of the state)
    fits = type(value) is hint or (hint is float and type(value) is int)
    if not fits and not (hint is type(None) and value is None):
        raise _DamagedError
    return value


def _one_of(value: Any, hints: tuple[Any, ...]) -> Any:  # noqa: ANN401 (likewise)
    for hint in hints:
        try:
            return _built(value, hint)
        except _DamagedError:
            continue
    raise _DamagedError


def _object(value: Any, kind: Any) -> Any:  # noqa: ANN401 (likewise)
    if not isinstance(value, dict) or value.get("is") != kind.__name__:
        raise _DamagedError
    hints = get_type_hints(kind, localns=_CLASSES)
    if set(hints) != set(value) - {"is"}:
        raise _DamagedError
    return kind(**{name: _built(value[name], hint) for name, hint in hints.items()})
