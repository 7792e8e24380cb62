"""What a movement file says about the figure, as frozen values.

Poses are written with the right side as the working side (right knee down, right
leg back); `Motion` mirrors them for the left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.pose import Pose
    from deskstretch.body.skeleton import Side

Breath: TypeAlias = Literal["in", "out"]
HandStyle: TypeAlias = Literal["flat", "relaxed", "grip", "pointing"]
DeskPlace: TypeAlias = Literal["front", "left", "right"]
Surface: TypeAlias = Literal["floor", "desk", "seat", "bar"]
Guide: TypeAlias = Literal["", "trunk", "spine"]
Mark: TypeAlias = Literal["pelvis", "hip_line", "shoulder_blades", "ear_gap"]
Tempo: TypeAlias = Literal["slow", "brisk"]
Direction: TypeAlias = Literal["forward", "back", "up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Move:
    """A promise of a phase: this point goes that way (for the direction check)."""

    point: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Via:
    """A pose that a phase passes through, at a share of its time between 0 and 1."""

    pose: str
    at: float


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: from the pose before it to the pose `to`, through those of `via`.

    `wave` is the share of the phase spent on passing the movement along the spine,
    bone by bone, from the pelvis or from the head. `feel` names muscles that glow at
    the end of the phase; a muscle without a side means both.
    """

    name: str
    to: str
    wave: float = 0.0
    wave_from: Literal["pelvis", "head"] = "pelvis"
    breath: Breath | None = None
    feel: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    via: tuple[Via, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """What touches the ground or a prop, recorded from the reference pose.

    `body` holds the body in place (nothing: the pelvis keeps its place plus the
    pose's own shift); `fixed` must not slide. `on_ball` are fixed feet whose heel is
    up; those of `rolls` raise it as a pose says, and their ball stays; those `on_edge`
    rest on the heel, an edge or the instep, as the reference has them; those of `tips`
    tip onto an edge as their leg leans sideways. What `gives`
    bends so that straight arms stay straight: the trunk tilts at the hips as one, or
    the low back bends and the pelvis tilts as written. `lifted` says which contacts a
    pose lets go. `lock` keeps one joint's frame rigidly where the reference has it,
    instead of `body`; what `settles` sinks onto the mat. Hands on the floor are where
    the reference has them, or as another pose has them by `hands_as`, and walk there.
    With `balance` the body is held over its fixed feet, instead of by `body`:
    `stands_on` names the feet that bear the weight in a pose, all that are not lifted
    where it names none.
    """

    reference: str
    body: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    on_ball: tuple[str, ...] = ()
    on_edge: tuple[str, ...] = ()
    rolls: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    hands: Surface | None = None
    straight_arms: bool = False
    gives: Literal["hips", "low_back"] = "hips"
    lock: str | None = None
    settles: bool = False
    lifted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hands_as: Mapping[str, str] = field(default_factory=dict)
    balance: bool = False
    stands_on: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Touch:
    """A hand on a named spot of the body, in some poses or in all (`poses` None)."""

    hand: Side
    spot: str
    poses: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Camera:
    """Where it is seen from, in degrees.

    Yaw 0 looks from the figure's right side, so that it faces to the right of the
    screen; 90 from the front, 270 from behind. Pitch is plus from above. A close
    camera leaves less room around what is tall.
    """

    yaw: float = 15.0
    pitch: float = 8.0
    close: bool = False

    def mirrored(self) -> Camera:
        """Return the camera that sees the mirrored figure as a mirror image."""
        return Camera((180.0 - self.yaw) % 360.0, self.pitch, self.close)


@dataclass(frozen=True, slots=True)
class Props:
    """What stands or lies around the figure.

    Heights are shares of stature (0.43 is 73 cm for 1.70 m). A bar is where the hands
    grip it. `roll` and `cushion` name the joint they lie under; the cushion is there
    in `cushion_poses` only, or always if none is named.
    """

    mat: bool = False
    desk: DeskPlace | None = None
    desk_height: float = 0.43
    chair: bool = False
    chair_height: float = 0.25
    bar: bool = False
    roll: str = ""
    cushion: str = ""
    cushion_poses: tuple[str, ...] = ()
    pillow: bool = False


@dataclass(frozen=True, slots=True)
class Choreography:
    """Everything about a movement that is geometry.

    `guide` draws a line: "trunk" also keeps the trunk vertical, "spine" shows that
    the spine keeps its shape. `marks` point at what is easily missed. `limits` are
    ranges in degrees that the movement's card sets, narrower than the joints allow.
    `hands` is how each hand is shaped. A movement of brisk `tempo` may be faster than
    a stretch. `allow_beyond` gives the reason why a joint may pass its usual limit.
    """

    slug: str
    poses: Mapping[str, Pose]
    phases: tuple[Phase, ...]
    contact: Contact
    touches: tuple[Touch, ...] = ()
    camera: Camera = Camera()
    props: Props = Props()
    hands: Mapping[Side, HandStyle] = field(default_factory=dict)
    limits: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    arrow: str | None = None
    guide: Guide = ""
    marks: frozenset[Mark] = frozenset()
    tempo: Tempo = "slow"
    still: tuple[str, ...] = ()
    allow_beyond: str = ""

    @property
    def start(self) -> str:
        """The pose the loop starts from: where its last phase ends."""
        return self.phases[-1].to
