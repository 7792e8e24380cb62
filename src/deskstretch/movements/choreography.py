"""Reads the figure's half of a movement file; every problem has its line.

It reads `guide`, `marks`, `tempo` and `allow_beyond` at the top, `[camera]`, `[scene]`,
`[contact]`, `[pose.NAME]`, `[[touch]]`, `[hands]`, `[limits]`, `[arrow]`, `[still]`,
and of each `[[phase]]` the keys of `PHASE_FIGURE_KEYS`. It also names unknown keys
of a phase and unknown sections of the file, since it knows both halves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deskstretch.body.choreography import (
    Breath,
    Camera,
    Choreography,
    Direction,
    Move,
    Phase,
    Via,
)
from deskstretch.body.muscles import MUSCLES, sided
from deskstretch.body.points import POINTS
from deskstretch.body.skeleton import LIMITS
from deskstretch.movements import contact_tables, poses, scene_tables
from deskstretch.movements.figure_values import known, number, switch, value_at
from deskstretch.movements.movement_file import PHASE_KEYS
from deskstretch.movements.table import Source

if TYPE_CHECKING:
    from collections.abc import Collection

    from deskstretch.body.choreography import Guide, Mark, Tempo
    from deskstretch.movements.problem import Problem
    from deskstretch.movements.table import Table
    from deskstretch.toml_lines import Document

FIGURE_SECTIONS = (
    "guide", "marks", "tempo", "allow_beyond", "camera", "scene", "contact", "pose",
    "touch", "hands", "limits", "arrow", "still",
)  # fmt: skip
TEXT_SECTIONS = ("format", "movement", "cue", "phase", "dose")
PHASE_FIGURE_KEYS = ("to", "via", "wave", "wave_from", "breath", "feel", "moves")

VIEWS = {
    "side": Camera(15, 8),
    "three_quarter": Camera(52, 12),
    "front": Camera(90, 6),
    "back": Camera(248, 4),
    "above": Camera(90, 62),
}
GUIDES = ("trunk", "spine")
MARKS = ("pelvis", "hip_line", "shoulder_blades", "ear_gap")
TEMPOS = ("slow", "brisk")
DIRECTIONS = ("forward", "back", "up", "down", "left", "right")
LEAST_LEG = 0.05  # of a phase, between two poses it passes through
LONGEST_WAVE = 0.8  # of a phase: what is left for each joint to move in


def read(document: Document, problems: list[Problem], file: str) -> Choreography | None:
    """Build the choreography of a document; None if anything in it is wrong.

    Args:
        document: the movement file.
        problems: takes every problem found, each one sentence with its line.
        file: the file's name, for the problems.
    """
    before = len(problems)
    choreography = _choreography(Source(file, document, problems))
    return choreography if len(problems) == before else None


def _choreography(source: Source) -> Choreography | None:
    top = source.table()
    top.close((*TEXT_SECTIONS, *FIGURE_SECTIONS))
    beyond = top.text("allow_beyond", "")
    keep = contact_tables.keeps_thighs(source)
    figures = poses.read(source, keep_thighs=keep, beyond=bool(beyond))
    named = poses.names(source)
    phases = _phases(source, named)
    contact = contact_tables.read(source, named)
    props = scene_tables.read(source, contact, named)
    choreography = Choreography(
        slug=source.table("movement").text("slug", ""),
        poses=figures,
        phases=phases,
        contact=contact,
        touches=contact_tables.touches(source, named),
        camera=_camera(source),
        props=props,
        hands=contact_tables.hands(source),
        limits=_limits(source),
        arrow=_arrow(source),
        guide=cast("Guide", top.choice("guide", GUIDES) if "guide" in top else ""),
        marks=cast("frozenset[Mark]", frozenset(top.choices("marks", MARKS))),
        tempo=cast("Tempo", top.choice("tempo", TEMPOS, "slow")),
        still=_still(source, named),
        allow_beyond=beyond,
    )
    return choreography if phases and figures else None


def _phases(source: Source, named: Collection[str]) -> tuple[Phase, ...]:
    tables = source.document.values.get("phase")
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        return ()  # the reader of the text says so
    return tuple(_phase(source, index, named) for index in range(len(tables)))


def _phase(source: Source, index: int, named: Collection[str]) -> Phase:
    table = source.table("phase", index)
    table.close(tuple(dict.fromkeys((*PHASE_KEYS, *PHASE_FIGURE_KEYS))))
    to = table.text("to")
    if to:
        known(source, ("phase", index, "to"), to, named, "pose")
    breath = value_at(source, ("phase", index, "breath"))
    wave_from = table.choice("wave_from", ("pelvis", "head"), "pelvis")
    return Phase(
        name=table.text("name", ""),
        to=to,
        wave=number(source, ("phase", index, "wave"), 0.0, 0.0, LONGEST_WAVE),
        wave_from="head" if wave_from == "head" else "pelvis",
        breath=cast("Breath", breath) if breath in ("in", "out") else None,
        feel=_feel(source, table, index),
        moves=_moves(source, table, index),
        via=_via(source, index, named),
    )


def _via(source: Source, index: int, named: Collection[str]) -> tuple[Via, ...]:
    path = ("phase", index, "via")
    stops = value_at(source, path)
    if stops is None:
        return ()
    if not isinstance(stops, list) or not all(isinstance(s, dict) for s in stops):
        source.report(path, '"via" is a list: [{ pose = "lifted", at = 0.5 }].')
        return ()
    found: list[Via] = []
    earliest = 0.0
    for place in range(len(stops)):
        table = source.table(*path, place)
        table.close(("pose", "at"))
        pose = table.text("pose")
        at = value_at(source, (*path, place, "at"))
        if (
            type(at) not in (int, float)
            or not earliest + LEAST_LEG <= at <= 1 - LEAST_LEG
        ):
            table.report(
                "at", '"at" is a share of the phase, above 0, below 1, and rising.'
            )
        elif pose and known(source, (*path, place, "pose"), pose, named, "pose"):
            earliest = float(at)
            found.append(Via(pose, earliest))
    return tuple(found)


def _feel(source: Source, table: Table, index: int) -> tuple[str, ...]:
    muscles = table.texts("feel")
    for place, name in enumerate(muscles):
        try:
            sided(name)
        except KeyError:
            names = {*MUSCLES, *(muscle.rsplit("_", 1)[0] for muscle in MUSCLES)}
            known(source, ("phase", index, "feel", place), name, names, "muscle")
    return muscles


def _moves(source: Source, table: Table, index: int) -> tuple[Move, ...]:
    moves = []
    for place, text in enumerate(table.texts("moves")):
        point, _, way = text.partition(" ")
        path = ("phase", index, "moves", place)
        if way not in DIRECTIONS:
            ways = ", ".join(DIRECTIONS)
            source.report(path, f'"{text}" is a point and a way; a way is {ways}.')
        elif known(source, path, point, POINTS, "point"):
            moves.append(Move(point, cast("Direction", way)))
    return tuple(moves)


def _camera(source: Source) -> Camera:
    table = source.table("camera")
    table.close(("view", "yaw", "pitch", "close"))
    view = VIEWS[table.choice("view", tuple(VIEWS), "side")]
    return Camera(
        number(source, ("camera", "yaw"), view.yaw, 0.0, 360.0),
        number(source, ("camera", "pitch"), view.pitch, -20.0, 80.0),
        close=switch(source, ("camera", "close")),
    )


def _limits(source: Source) -> dict[str, tuple[float, float]]:
    table = source.table("limits")
    joints = [name for name in LIMITS if not name.startswith("shoulder_blade")]
    table.close(joints)
    limits = {}
    for name in joints:
        value = value_at(source, ("limits", name))
        if value is None:
            continue
        if _is_range(value):
            limits[name] = (float(value[0]), float(value[1]))
        else:
            table.report(name, f'"{name}" is a range in degrees: [10, 20].')
    return limits


def _arrow(source: Source) -> str | None:
    table = source.table("arrow")
    table.close(("follow",))
    point = table.text("follow", "")
    if point:
        known(source, ("arrow", "follow"), point, POINTS, "point")
    return point or None


def _still(source: Source, named: Collection[str]) -> tuple[str, ...]:
    table = source.table("still")
    table.close(("poses",))
    names = table.texts("poses")
    for place, name in enumerate(names):
        known(source, ("still", "poses", place), name, named, "pose")
    return names


def _is_range(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(bound) in (int, float) for bound in value)
        and value[0] < value[1]
    )
