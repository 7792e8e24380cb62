"""Reads what the figure touches: `[contact]`, `lifts` of poses, `[[touch]]`, hands."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, cast

from deskstretch.body.choreography import Contact, HandStyle, Surface, Touch
from deskstretch.body.contacts import CONTACT_NAMES, expanded
from deskstretch.body.lying import LOCKS
from deskstretch.body.pose import LENGTH_KEYS
from deskstretch.body.spots import SPOTS
from deskstretch.movements.figure_values import known, switch

if TYPE_CHECKING:
    from collections.abc import Collection

    from deskstretch.body.skeleton import Side
    from deskstretch.movements.table import Source, Table

CONTACT_KEYS = (
    "reference", "body", "fixed", "on_ball", "on_edge", "rolls", "tips", "hands",
    "arms", "gives", "thighs", "lock", "settles", "balance",
)  # fmt: skip
FEET_KEYS = ("on_ball", "on_edge", "rolls", "tips")
HAND_STYLES = ("flat", "relaxed", "grip", "pointing")
SURFACES = ("floor", "desk", "seat", "bar")
_BOTH_FEET = ("foot_right", "foot_left")


def read(source: Source, poses: Collection[str]) -> Contact:
    """Read `[contact]`, given the names of the file's poses."""
    table = source.table("contact")
    table.close(CONTACT_KEYS)
    reference = table.text("reference")
    if reference:
        known(source, ("contact", "reference"), reference, poses, "pose")
    fixed = _names(source, table, "fixed")
    hands = table.choice("hands", SURFACES, "floor")
    straight = table.choice("arms", ("straight", "free"), "free") == "straight"
    gives = table.choice("gives", ("hips", "low_back"), "hips")
    feet = {key: _names(source, table, key) for key in FEET_KEYS}
    _check(table, fixed, tuple(feet.items()), straight=straight)
    balance = _balance(source, table, fixed)
    return Contact(
        reference=reference,
        body=_names(source, table, "body"),
        fixed=fixed,
        on_ball=feet["on_ball"],
        on_edge=feet["on_edge"],
        rolls=feet["rolls"],
        tips=feet["tips"],
        hands=cast("Surface", hands) if "hands" in table else None,
        straight_arms=straight,
        gives="low_back" if gives == "low_back" else "hips",
        lock=_lock(source, table, fixed, poses) if "lock" in table else None,
        settles=switch(source, ("contact", "settles")),
        lifted=_lifted(source, poses, fixed),
        hands_as=_hands_as(source, poses),
        balance=balance,
        stands_on=_stands_on(source, poses, balance=balance),
    )


def keeps_thighs(source: Source) -> bool:
    """Return whether the thighs stay where they are when the pelvis tilts."""
    table = source.table("contact")
    return table.choice("thighs", ("keep", "follow"), "follow") == "keep"


def touches(source: Source, poses: Collection[str]) -> tuple[Touch, ...]:
    """Read all `[[touch]]`: hands on named spots of the body."""
    tables = source.document.values.get("touch", [])
    if not isinstance(tables, list):
        source.report(("touch",), 'Each touch is a table of its own: "[[touch]]".')
        return ()
    return tuple(_touch(source, index, poses) for index in range(len(tables)))


def hands(source: Source) -> dict[Side, HandStyle]:
    """Read `[hands]`: how each hand is shaped."""
    table = source.table("hands")
    table.close(("left", "right"))
    return {
        _side(side): cast("HandStyle", table.choice(side, HAND_STYLES))
        for side in ("left", "right")
        if side in table
    }


def _names(source: Source, table: Table, key: str) -> tuple[str, ...]:
    names = table.texts(key)
    good = [
        name
        for place, name in enumerate(names)
        if known(source, ("contact", key, place), name, CONTACT_NAMES, "contact")
    ]
    return expanded(tuple(good))


def _check(
    table: Table,
    fixed: tuple[str, ...],
    feet: tuple[tuple[str, tuple[str, ...]], ...],
    *,
    straight: bool,
) -> None:
    for key, names in feet:
        if any(name not in fixed or not name.startswith("foot_") for name in names):
            table.report(key, f'"{key}" names feet that are "fixed" too.')
    for (one, names), (other, others) in combinations(feet, 2):
        if set(names) & set(others):
            table.report(other, f'A foot is in "{one}" or in "{other}", not in both.')
    held = any(name.startswith("hand_") for name in fixed)
    if held and "hands" not in table:
        on = ", ".join(SURFACES)
        table.report("hands", f'Fixed hands need "hands" for what they are on: {on}.')
    if straight and not held:
        table.report("arms", 'Straight arms need hands that are "fixed".')


def _lock(
    source: Source, table: Table, fixed: tuple[str, ...], poses: Collection[str]
) -> str:
    """Return what is locked; with it, poses move what is on either side of it."""
    lock = table.choice("lock", tuple(LOCKS))
    if lock == "upper_back" and lock not in fixed:
        table.report("lock", 'A locked "upper_back" is "fixed" too.')
    if "body" in table:
        table.report("lock", '"lock" holds the body: leave out "body".')
    for pose in poses:
        written = source.table("pose", pose)
        for key in sorted({"pelvis_tilt", *LENGTH_KEYS}):
            if key in written:
                written.report(
                    key, f'With "lock" the spine moves the body: "{key}" does nothing.'
                )
    return lock


def _lifted(
    source: Source, poses: Collection[str], fixed: tuple[str, ...]
) -> dict[str, frozenset[str]]:
    lifted = {}
    for pose in poses:
        names = expanded(source.table("pose", pose).texts("lifts"))
        if any(name not in fixed or name.startswith("knee") for name in names):
            source.report(
                ("pose", pose, "lifts"),
                '"lifts" names what is "fixed", such as feet or hands, but no knees.',
            )
        if names:
            lifted[pose] = frozenset(names)
    return lifted


def _hands_as(source: Source, poses: Collection[str]) -> dict[str, str]:
    """Return the poses whose hands are elsewhere, and as which pose has them."""
    found = {}
    for pose in poses:
        other = source.table("pose", pose).text("hands_as", "")
        if other and known(source, ("pose", pose, "hands_as"), other, poses, "pose"):
            found[pose] = other
    return found


def _balance(source: Source, table: Table, fixed: tuple[str, ...]) -> bool:
    """Return whether the body keeps its balance over both feet, which are fixed."""
    balance = switch(source, ("contact", "balance"))
    if balance and not set(_BOTH_FEET) <= set(fixed):
        table.report("balance", 'Balance needs feet that are "fixed".')
    if balance and ("body" in table or "lock" in table):
        table.report("balance", 'Balance holds the body: leave out "body" and "lock".')
    return balance


def _stands_on(
    source: Source, poses: Collection[str], *, balance: bool
) -> dict[str, frozenset[str]]:
    """Return the feet that bear the weight in the poses that name them."""
    stands: dict[str, frozenset[str]] = {}
    for pose in poses:
        table = source.table("pose", pose)
        lifted = expanded(table.texts("lifts"))
        if balance and set(_BOTH_FEET) <= set(lifted):
            table.report("lifts", "In balance one foot stays on the floor.")
        for key in sorted(LENGTH_KEYS):
            if balance and key in table:
                table.report(key, "In balance the hips find their own place.")
        if "stands_on" not in table:
            continue
        stands[pose] = frozenset(expanded(table.texts("stands_on")))
        if not balance:
            table.report("stands_on", '"stands_on" needs "balance = true".')
        elif (
            not stands[pose] or stands[pose] - {*_BOTH_FEET} or stands[pose] & {*lifted}
        ):
            table.report("stands_on", '"stands_on" names feet that are not lifted.')
    return stands


def _touch(source: Source, index: int, poses: Collection[str]) -> Touch:
    table = source.table("touch", index)
    table.close(("hand", "spot", "poses"))
    names = table.texts("poses")
    for place, name in enumerate(names):
        known(source, ("touch", index, "poses", place), name, poses, "pose")
    return Touch(
        hand=_side(table.choice("hand", ("right", "left"))),
        spot=table.choice("spot", tuple(SPOTS)),
        poses=frozenset(names) if names else None,
    )


def _side(name: str) -> Side:
    return "right" if name == "right" else "left"
