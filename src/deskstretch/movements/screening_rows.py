"""The screening table, row by row: what a person may tick, and what it changes.

Every row is one of table 1D of the fact sheet, which marks them as general knowledge
and careful choices of this app; no clinician has reviewed them. Where a row names
movements, their variants stand beside them, because they ask the same of a body.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL: Final = 0.5  # of the full movement: "small range"
EVERYTHING: Final = "*"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of table 1D.

    Attributes:
        key: its name in the settings, under `health`.
        ticks: what a person ticks.
        advice: whom to ask first, or None.
        blocks: nothing is offered at all.
        tags: movements with one of these tags are left out.
        hides: slugs that are left out.
        positions: if any, only movements in one of these positions are offered.
        ranges: the largest share of the full movement by slug, or for everything.
        profiles: the only profile by slug.
        notes: what to do differently, by slug.
        source: where the row comes from.
    """

    key: str
    ticks: Words
    source: str
    advice: Words | None = None
    blocks: bool = False
    tags: frozenset[str] = frozenset()
    hides: frozenset[str] = frozenset()
    positions: frozenset[str] = frozenset()
    ranges: Mapping[str, float] = field(default_factory=dict)
    profiles: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Words] = field(default_factory=dict)


_CLEARANCE = words("Please ask a doctor or physiotherapist before you begin.")
_ARMS_LOW = words("Keep your arms down.")

ROWS: Final[tuple[Row, ...]] = (
    Row(
        "red_flag",
        words(
            "A recent fall or accident, surgery, a fracture, a history of cancer,"
            " or fever or weight loss together with back pain"
        ),
        "1D, 3C",
        advice=words("Please see a doctor or physiotherapist first."),
        blocks=True,
    ),
    Row(
        "nerve",
        words("Sciatica, a disc problem, or numbness or tingling in a leg now"),
        "1D",
        advice=_CLEARANCE,
        tags=frozenset({"flexion"}),
        hides=frozenset({"flexion-rotation", "seated-knee-hug"}),
        ranges={EVERYTHING: SMALL},
    ),
    Row(
        "bones",
        words("Osteoporosis, or a broken bone in the spine in the past"),
        "1D [E17]",
        advice=_CLEARANCE,
        tags=frozenset({"flexion"}),
        hides=frozenset(
            {
                "standing-twist",
                "seated-spinal-twist",
                "flexion-rotation",
                "supported-bridge",
                "seated-knee-hug",
            }
        ),
        ranges={"knee-twists": SMALL},
        profiles={"knee-twists": "gentle"},
    ),
    Row(
        "shoulders",
        words(
            "Shoulder impingement, an unstable or very mobile shoulder,"
            " or one that has been out of joint"
        ),
        "1D [E14], [000]",
        hides=frozenset({"active-hang"}),
        notes={
            "lat-stretch": words("Hands lower."),
            "standing-cat-cow": _ARMS_LOW,
            "standing-side-bend": _ARMS_LOW,
        },
    ),
    Row(
        "wrists",
        words("Wrist pain"),
        "1D",
        hides=frozenset({"cat-cow", "active-hang"}),
    ),
    Row(
        "knees",
        words("My knees cannot take kneeling"),
        "1D",
        tags=frozenset({"kneeling"}),
    ),
    Row(
        "balance",
        words("Poor balance, dizziness or vertigo"),
        "1D",
        hides=frozenset({"standing-bicycle"}),
    ),
    Row(
        "standing",
        words("I cannot stand comfortably"),
        "1D, [001]",
        tags=frozenset({"bar"}),
        positions=frozenset(
            {
                "kneeling",
                "all_fours",
                "supine",
                "prone",
                "side_lying",
                "floor_seated",
                "chair",
            }
        ),
    ),
    Row(
        "pregnant",
        words("I am pregnant"),
        "1D",
        advice=words("Please ask your midwife or doctor before you begin."),
        tags=frozenset({"supine", "prone"}),
        hides=frozenset({"active-hang", "flexion-rotation", "supported-bridge"}),
    ),
    Row(
        "hip",
        words("A hip replacement"),
        "1D",
        advice=words("Please ask your surgeon or physiotherapist before you begin."),
        hides=frozenset(
            {
                "kneeling-hip-flexor",
                "standing-hip-flexor",
                "knee-to-chest",
                "seated-knee-hug",
                "flexion-rotation",
                "childs-pose",
            }
        ),
    ),
    Row(
        "blood_pressure",
        words("High blood pressure that is not under control"),
        "1D",
        # Head-down positions are avoided: hips above the head, or head on the floor.
        hides=frozenset(
            {
                "active-hang",
                "bridge",
                "bridge-leg-lift",
                "supported-bridge",
                "childs-pose",
                "seated-forward-fold",
            }
        ),
    ),
    Row(
        "extension",
        words(
            "Spondylolisthesis or a narrowed spinal canal,"
            " or arching the back or a bridge hurts"
        ),
        "1D",
        tags=frozenset({"extension"}),
    ),
)
