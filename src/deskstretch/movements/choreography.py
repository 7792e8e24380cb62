"""Reads the figure's half of a movement file; every problem has its line.

It reads `guide`, `pelvis_mark` and `allow_beyond` at the top, `[camera]`, `[scene]`,
`[contact]`, `[pose.NAME]`, `[[touch]]`, `[hands]`, `[limits]`, `[arrow]`, `[still]`,
and of each `[[phase]]` the keys of `PHASE_FIGURE_KEYS`. It also names unknown keys
of a phase and unknown sections of the file, since it knows both halves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from deskstretch.body.choreography import (
    Breath,
    Camera,
    Choreography,
    Contact,
    Direction,
    HandStyle,
    Move,
    Phase,
    Props,
    Touch,
)
from deskstretch.body.contacts import CONTACT_NAMES, expanded
from deskstretch.body.muscles import MUSCLES, sided
from deskstretch.body.points import POINTS
from deskstretch.body.skeleton import LIMITS, Side
from deskstretch.body.spots import SPOTS
from deskstretch.movements import poses as pose_tables
from deskstretch.movements.movement_file import PHASE_KEYS
from deskstretch.movements.table import Source
from deskstretch.movements.vocabulary import hint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskstretch.body.pose import Pose
    from deskstretch.movements.problem import Problem
    from deskstretch.movements.table import Table
    from deskstretch.toml_lines import Document

FIGURE_SECTIONS = (
    "guide", "pelvis_mark", "allow_beyond", "camera", "scene", "contact", "pose",
    "touch", "hands", "limits", "arrow", "still",
)  # fmt: skip
TEXT_SECTIONS = ("format", "movement", "cue", "phase", "dose")
PHASE_FIGURE_KEYS = ("to", "wave", "wave_from", "breath", "feel", "moves")

VIEWS = {
    "side": Camera(15, 8),
    "three_quarter": Camera(52, 12),
    "front": Camera(82, 6),
    "back": Camera(248, 4),
    "above": Camera(90, 62),
}
DIRECTIONS = ("forward", "back", "up", "down", "left", "right")
HAND_STYLES = ("flat", "relaxed", "grip")
LOWEST_DESK, HIGHEST_DESK = 0.38, 0.56  # of stature: 65 cm to 95 cm for 1.70 m
USUAL_DESK = 0.43  # 73 cm for 1.70 m


def read(document: Document, problems: list[Problem], file: str) -> Choreography | None:
    """Build the choreography of a document; None if anything in it is wrong.

    Args:
        document: the movement file.
        problems: takes every problem found, each one sentence with its line.
        file: the file's name, for the problems.
    """
    before = len(problems)
    choreography = _Reader(Source(file, document, problems)).choreography()
    return choreography if len(problems) == before else None


class _Reader:
    """Reads one file. Nothing raises: a wrong value is reported and left out."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._top = source.table()
        self._values = source.document.values
        self._poses: dict[str, Pose] = {}

    def choreography(self) -> Choreography | None:
        self._top.close((*TEXT_SECTIONS, *FIGURE_SECTIONS))
        contact_table = self._source.table("contact")
        contact_table.close(
            ("reference", "body", "fixed", "on_ball", "hands", "arms", "thighs", "lock")
        )
        beyond = self._top.text("allow_beyond", "")
        thighs = contact_table.choice("thighs", ("keep", "follow"), "follow")
        self._poses = pose_tables.read(
            self._source, keep_thighs=thighs == "keep", beyond=bool(beyond)
        )
        phases = self._phases()
        contact = self._contact(contact_table)
        touches = self._touches()
        props = self._props()
        self._fit_desk(contact, props)
        camera, hands, limits = self._camera(), self._hands(), self._limits()
        still, arrow = self._still(), self._arrow()
        if not phases or not self._poses:
            return None
        return Choreography(
            slug=str(self._source.table("movement").text("slug", "")),
            poses=self._poses,
            phases=phases,
            contact=contact,
            touches=touches,
            camera=camera,
            props=props,
            hands=hands,
            limits=limits,
            arrow=arrow,
            guide=self._guide(),
            pelvis_mark=self._flag(self._top, ("pelvis_mark",)),
            still=still,
            allow_beyond=beyond,
        )

    def _phases(self) -> tuple[Phase, ...]:
        tables = self._values.get("phase")
        if not isinstance(tables, list) or not all(
            isinstance(table, dict) for table in tables
        ):
            return ()  # the text's reader says so
        return tuple(self._phase(index) for index in range(len(tables)))

    def _phase(self, index: int) -> Phase:
        table = self._source.table("phase", index)
        table.close(tuple(dict.fromkeys((*PHASE_KEYS, *PHASE_FIGURE_KEYS))))
        to = table.text("to")
        if to:
            self._known(("phase", index, "to"), to, self._poses, "pose")
        breath = self._values["phase"][index].get("breath")
        wave_from = table.choice("wave_from", ("pelvis", "head"), "pelvis")
        return Phase(
            name=table.text("name", ""),
            to=to,
            wave=self._number(("phase", index, "wave"), 0.0, 0.0, 0.8),
            wave_from="head" if wave_from == "head" else "pelvis",
            breath=cast("Breath", breath) if breath in ("in", "out") else None,
            feel=self._feel(table, index),
            moves=self._moves(table, index),
        )

    def _feel(self, table: Table, index: int) -> tuple[str, ...]:
        muscles = table.texts("feel")
        for place, name in enumerate(muscles):
            try:
                sided(name)
            except KeyError:
                known = {*MUSCLES, *(m.rsplit("_", 1)[0] for m in MUSCLES)}
                self._known(("phase", index, "feel", place), name, known, "muscle")
        return muscles

    def _moves(self, table: Table, index: int) -> tuple[Move, ...]:
        moves = []
        for place, text in enumerate(table.texts("moves")):
            point, _, direction = text.partition(" ")
            path = ("phase", index, "moves", place)
            if direction not in DIRECTIONS:
                ways = ", ".join(DIRECTIONS)
                self._source.report(
                    path, f'"{text}" is "POINT WAY"; the way is one of {ways}.'
                )
            elif self._known(path, point, POINTS, "point"):
                moves.append(Move(point, cast("Direction", direction)))
        return tuple(moves)

    def _contact(self, table: Table) -> Contact:
        reference = table.text("reference")
        if reference:
            self._known(("contact", "reference"), reference, self._poses, "pose")
        body, fixed, on_ball = (
            self._contacts(table, key) for key in ("body", "fixed", "on_ball")
        )
        for name in on_ball:
            if name not in fixed or not name.startswith("foot_"):
                table.report("on_ball", '"on_ball" names feet that are "fixed" too.')
        hands = table.choice("hands", ("floor", "desk"), "floor")
        arms = table.choice("arms", ("straight", "free"), "free")
        held = any(name.startswith("hand_") for name in fixed)
        if held and "hands" not in table:
            table.report("hands", 'Fixed hands need "hands": "floor" or "desk".')
        if arms == "straight" and not held:
            table.report("arms", 'Straight arms need hands that are "fixed".')
        lock = table.text("lock", "")
        if lock:
            self._known(("contact", "lock"), lock, ("pelvis", "spine_5"), "joint")
        return Contact(
            reference=reference,
            body=body,
            fixed=fixed,
            on_ball=on_ball,
            hands=None
            if "hands" not in table
            else "desk"
            if hands == "desk"
            else "floor",
            straight_arms=arms == "straight",
            lock=lock or None,
            lifted=self._lifted(fixed),
        )

    def _contacts(self, table: Table, key: str) -> tuple[str, ...]:
        names = table.texts(key)
        good = [
            name
            for place, name in enumerate(names)
            if self._known(("contact", key, place), name, CONTACT_NAMES, "contact")
        ]
        return expanded(tuple(good))

    def _lifted(self, fixed: tuple[str, ...]) -> dict[str, frozenset[str]]:
        lifted = {}
        for pose in self._poses:
            names = expanded(self._source.table("pose", pose).texts("lifts"))
            for name in names:
                if name not in fixed or name.startswith("knee"):
                    self._source.report(
                        ("pose", pose, "lifts"),
                        '"lifts" names feet or hands that are "fixed".',
                    )
            if names:
                lifted[pose] = frozenset(names)
        return lifted

    def _touches(self) -> tuple[Touch, ...]:
        tables = self._values.get("touch", [])
        if not isinstance(tables, list):
            self._source.report(("touch",), 'Each touch is a table: "[[touch]]".')
            return ()
        return tuple(self._touch(index) for index in range(len(tables)))

    def _touch(self, index: int) -> Touch:
        table = self._source.table("touch", index)
        table.close(("hand", "spot", "poses"))
        poses = table.texts("poses")
        for place, name in enumerate(poses):
            self._known(("touch", index, "poses", place), name, self._poses, "pose")
        return Touch(
            hand=_side(table.choice("hand", ("right", "left"))),
            spot=table.choice("spot", tuple(SPOTS)),
            poses=frozenset(poses) if poses else None,
        )

    def _camera(self) -> Camera:
        table = self._source.table("camera")
        table.close(("view", "yaw", "pitch"))
        view = VIEWS[table.choice("view", tuple(VIEWS), "side")]
        return Camera(
            self._number(("camera", "yaw"), view.yaw, 0.0, 360.0),
            self._number(("camera", "pitch"), view.pitch, -20.0, 80.0),
        )

    def _props(self) -> Props:
        table = self._source.table("scene")
        table.close(("mat", "desk", "desk_height"))
        where = table.choice("desk", ("front", "left", "right"), "front")
        desk = None if "desk" not in table else where
        height = self._number(
            ("scene", "desk_height"), USUAL_DESK, LOWEST_DESK, HIGHEST_DESK
        )
        mat = self._flag(table, ("scene", "mat"))
        return Props(mat, cast("Any", desk), height)

    def _fit_desk(self, contact: Contact, props: Props) -> None:
        if (contact.hands == "desk") != (props.desk is not None):
            self._source.report(
                ("contact", "hands"),
                "Hands on the desk and a desk in [scene] belong together.",
            )

    def _hands(self) -> dict[Side, HandStyle]:
        table = self._source.table("hands")
        table.close(("left", "right"))
        return {
            _side(side): cast("HandStyle", table.choice(side, HAND_STYLES))
            for side in ("left", "right")
            if side in table
        }

    def _limits(self) -> dict[str, tuple[float, float]]:
        table = self._source.table("limits")
        joints = [name for name in LIMITS if not name.startswith("shoulder_blade")]
        table.close(joints)
        limits = {}
        for name in joints:
            if name not in table:
                continue
            value = self._values["limits"][name]
            if not _is_range(value):
                table.report(name, f'"{name}" is a range in degrees: [10, 20].')
            else:
                limits[name] = (float(value[0]), float(value[1]))
        return limits

    def _guide(self) -> bool:
        return bool(self._top.text("guide", "")) and bool(
            self._top.choice("guide", ("trunk",))
        )

    def _arrow(self) -> str | None:
        table = self._source.table("arrow")
        table.close(("follow",))
        point = table.text("follow", "")
        if point:
            self._known(("arrow", "follow"), point, POINTS, "point")
        return point or None

    def _still(self) -> tuple[str, ...]:
        table = self._source.table("still")
        table.close(("poses",))
        names = table.texts("poses")
        for place, name in enumerate(names):
            self._known(("still", "poses", place), name, self._poses, "pose")
        return names

    def _number(
        self, path: tuple[str | int, ...], default: float, low: float, high: float
    ) -> float:
        value: Any = self._values
        for part in path:
            value = value[part] if isinstance(part, int) else value.get(part, {})
        if value == {}:
            return default
        if type(value) in (int, float) and low <= value <= high:
            return float(value)
        self._source.report(path, f'"{path[-1]}" is a number from {low:g} to {high:g}.')
        return default

    def _flag(self, table: Table, path: tuple[str, ...]) -> bool:
        value: Any = self._values
        for part in path:
            value = value.get(part, False) if isinstance(value, dict) else False
        if not isinstance(value, bool):
            table.report(path[-1], f'"{path[-1]}" is true or false.')
            return False
        return value

    def _known(
        self, path: tuple[str | int, ...], name: str, known: Iterable[str], what: str
    ) -> bool:
        names = list(known)
        if name in names:
            return True
        near = hint(name, names)
        self._source.report(path, f'There is no {what} "{name}".{near}')
        return False


def _side(name: str) -> Side:
    return "right" if name == "right" else "left"


def _is_range(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(number) in (int, float) for number in value)
        and value[0] < value[1]
    )
