"""Reads what stands around the figure: `[scene]`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from deskstretch.body.choreography import Props
from deskstretch.movements.figure_values import known, number, switch

if TYPE_CHECKING:
    from collections.abc import Collection

    from deskstretch.body.choreography import Contact, DeskPlace
    from deskstretch.movements.table import Source, Table

SCENE_KEYS: Final = (
    "mat", "desk", "desk_height", "chair", "chair_height", "bar", "roll", "cushion",
    "cushion_poses", "pillow",
)  # fmt: skip
DESK_SIDES: Final = ("front", "left", "right")
UNDER: Final = ("pelvis", "head")  # what a roll or a cushion lies under
# Shares of stature; for 1.70 m 65 to 95 cm, and 37 to 54 cm.
DESK_HEIGHTS: Final = (0.38, 0.56)
CHAIR_HEIGHTS: Final = (0.22, 0.32)
_USUAL: Final = Props()


def read(source: Source, contact: Contact, poses: Collection[str]) -> Props:
    """Read `[scene]`, given what the hands are on and the names of the file's poses."""
    table = source.table("scene")
    table.close(SCENE_KEYS)
    where = table.choice("desk", DESK_SIDES) if "desk" in table else None
    chair, bar = (switch(source, ("scene", thing)) for thing in ("chair", "bar"))
    for place, pose in enumerate(table.texts("cushion_poses")):
        known(source, ("scene", "cushion_poses", place), pose, poses, "pose")
    _check(source, contact, desk=where is not None, chair=chair, bar=bar)
    return Props(
        mat=switch(source, ("scene", "mat")),
        desk=cast("DeskPlace | None", where),
        desk_height=number(
            source, ("scene", "desk_height"), _USUAL.desk_height, *DESK_HEIGHTS
        ),
        chair=chair,
        chair_height=number(
            source, ("scene", "chair_height"), _USUAL.chair_height, *CHAIR_HEIGHTS
        ),
        bar=bar,
        roll=_under(table, "roll"),
        cushion=_under(table, "cushion"),
        cushion_poses=table.texts("cushion_poses"),
        pillow=switch(source, ("scene", "pillow")),
    )


def _under(table: Table, thing: str) -> str:
    return table.choice(thing, UNDER) if thing in table else ""


def _check(
    source: Source, contact: Contact, *, desk: bool, chair: bool, bar: bool
) -> None:
    """Report hands on what is not there, and what stands where its hands are not."""
    path = ("contact", "hands")
    if (contact.hands == "desk") != desk:
        source.report(path, "Hands on a desk and a desk in [scene] belong together.")
    if contact.hands == "seat" and not chair:
        source.report(path, 'Hands on a seat need "chair = true" in [scene].')
    both = {"hand_left", "hand_right"} <= set(contact.fixed)
    if bar != (contact.hands == "bar") or (bar and not both):
        source.report(
            path,
            'A bar is where both hands hold it: "bar = true" in [scene], '
            'and in [contact] hands that are "fixed" and hands = "bar".',
        )
