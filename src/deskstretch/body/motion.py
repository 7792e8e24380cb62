"""A choreography in time: the figure at any moment of the loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskstretch.body.choreography import (
    Camera,
    Choreography,
    HandStyle,
    Move,
    Phase,
)
from deskstretch.body.contacts import expanded
from deskstretch.body.extent import Extent, measured
from deskstretch.body.feeling import Feeling
from deskstretch.body.pace import Pace
from deskstretch.body.recording import recorded
from deskstretch.body.scenery import Scene, furnished
from deskstretch.body.skeleton import Figure, Side, mirrored, other, swapped
from deskstretch.body.smaller import comes_to_reference, smaller
from deskstretch.body.solver import solve
from deskstretch.body.timing import smooth, wave_pose
from deskstretch.body.walking import grasp, places, walked
from deskstretch.body.weights import borne, held, ramp, reaches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.body.pose import Pose
    from deskstretch.body.solver import Reach


__all__ = ["Camera", "Choreography", "Extent", "Motion", "Move", "Phase", "Scene"]

_EXTENT_SAMPLES: Final = 4  # a phase: between them nothing leaves by more than a hair


class Motion:
    """A choreography with seconds for its phases, for one side and one range.

    Every question is a pure function of its arguments: a figure never depends on the
    figure before it, and t and t + period_s give the same one. `range_` from 0 to 1
    shrinks poses towards the reference pose (see `smaller`), contacts and straight arms
    kept. The left side is the exact mirror image: figure, scene, camera, hands and
    muscles.
    """

    def __init__(
        self,
        choreography: Choreography,
        seconds: tuple[float, ...],
        side: Side = "right",
        range_: float = 1.0,
    ) -> None:
        """Prepare the loop.

        Args:
            choreography: the movement's geometry.
            seconds: one length per phase; a phase of 0 s is left out.
            side: the working side to show.
            range_: 0 (stay in the reference pose) to 1 (the full movement).

        Raises:
            ValueError: the seconds do not fit the phases.
        """
        self.choreography = choreography
        self.side: Side = side
        self.range = range_
        self.seconds = seconds
        self.phase_count = len(seconds)
        self._pace = Pace(choreography.phases, seconds)
        self.period_s = self._pace.period_s
        self._holds = recorded(choreography)
        self._keys = smaller(choreography, self._pace, range_)
        # Whole poses keep their touches whole.
        whole = comes_to_reference(choreography, self._pace)
        self._touching_range = 1.0 if whole else range_
        self._places = places(choreography.contact, self._holds, self._keys)
        self._contacts = expanded(choreography.contact.fixed)
        self._feet = tuple(
            name
            for name in self._contacts
            if choreography.contact.balance and name.startswith("foot_")
        )
        self._scene = furnished(
            choreography.props,
            self._holds.reference,
            [self._as_written(name) for name in choreography.props.cushion_poses],
        )
        self._feeling = Feeling(choreography.phases, self._pace)
        self._extent: Extent | None = None

    def phase_at(self, seconds: float) -> tuple[int, float]:
        """Return the phase at a time of the loop and the share of it that is over."""
        return self._pace.phase_at(seconds)

    def figure(self, seconds: float) -> Figure:
        """Return the figure at a time in seconds; any float."""
        return self.in_phase(*self.phase_at(seconds))

    def in_phase(self, index: int, share: float) -> Figure:
        """Return the figure at a share 0 to 1 of a phase."""
        phase = self.choreography.phases[index]
        before, after, part = self._pace.leg(index, share)
        pose = wave_pose(
            self._keys[before], self._keys[after], part, phase.wave, phase.wave_from
        )
        return self._solved(pose, before, after, part)

    def rest(self) -> Figure:
        """Return the figure in the start pose."""
        return self.in_phase(self._pace.came_from(0), 1.0)

    def target(self, index: int) -> Figure:
        """Return the key pose a phase goes to."""
        return self.in_phase(index, 1.0)

    def pose(self, name: str) -> Figure:
        """Return a named key pose, such as those of `still`."""
        return self._solved(self._keys[name], name, name, 1.0)

    def reference(self) -> Figure:
        """Return the figure whose contacts were recorded."""
        reference = self._holds.reference
        return reference if self.side == "right" else mirrored(reference)

    def home(self, index: int, share: float) -> Figure:
        """Return the reference with its hands where they are held at this moment."""
        before, after, part = self._pace.leg(index, share)
        reference = {**self._holds.reference}
        for name, wrist in self._places[before if part < 0.5 else after].items():
            reference[f"wrist_{name[5:]}"] = wrist
        return reference if self.side == "right" else mirrored(reference)

    def came_from(self, index: int) -> int:
        """Return the phase played before a phase: those of 0 s are left out."""
        return self._pace.came_from(index)

    def contacts(self, index: int, share: float) -> Mapping[str, float]:
        """Return the weight 0 to 1 of every fixed contact and touching hand."""
        before, after, part = self._pace.leg(index, share)
        course = smooth(part)
        weights = self._weights(before, after, course)
        start, end = self._places[before], self._places[after]
        for name in start:
            weights[name] *= grasp(start, end, part)
        for hand, _, weight in self._reaches(before, after, course):
            name = f"hand_{hand}"
            weights[name] = max(weight, weights.get(name, 0.0))
        return self._sided(weights)

    def touching(self, index: int, share: float) -> list[Reach]:
        """Return hand, spot and weight 0 to 1 of every touch of a hand."""
        before, after, part = self._pace.leg(index, share)
        found = self._reaches(before, after, smooth(part))
        if self.side == "right":
            return found
        return [(other(hand), spot, weight) for hand, spot, weight in found]

    def shown(self, index: int, share: float) -> Mapping[int, float]:
        """Return how much each cushion of the scene is there, 0 to 1, by its number."""
        before, after, part = self._pace.leg(index, share)
        course = smooth(part)
        return {
            number: ramp(cushion.poses, before, after, course)
            for number, cushion in enumerate(self._scene.cushions)
        }

    def breath(self, seconds: float) -> float:
        """Return how full the lungs are, 0 to 1, at a time in seconds."""
        return self._pace.breath(seconds)

    def glow(self, index: int, share: float) -> Mapping[str, float]:
        """Return how much each muscle of the movement shines, 0 to 1."""
        return self._sided(self._feeling.glow(index, share))

    def felt_most(self, index: int) -> float:
        """Return the share of a phase at which what it names is felt most."""
        return self._feeling.most(index)

    @property
    def scene(self) -> Scene:
        """The props, where this side needs them."""
        return self._scene if self.side == "right" else self._scene.mirrored()

    @property
    def camera(self) -> Camera:
        """Where this side is seen from: the other side is the mirrored picture."""
        camera = self.choreography.camera
        return camera if self.side == "right" else camera.mirrored()

    @property
    def hands(self) -> Mapping[Side, HandStyle]:
        """How each hand is shaped: flat, relaxed, grip or pointing."""
        styles: dict[Side, HandStyle] = {"left": "relaxed", "right": "relaxed"}
        for hand, style in self.choreography.hands.items():
            styles[hand if self.side == "right" else other(hand)] = style
        return styles

    def extent(self) -> Extent:
        """Return the box that holds body and props over the whole loop."""
        if self._extent is None:
            figures = (
                self.in_phase(index, sample / _EXTENT_SAMPLES)
                for index in range(self.phase_count)
                for sample in range(_EXTENT_SAMPLES)
            )
            self._extent = measured(figures, self.scene)
        return self._extent

    def _as_written(self, name: str) -> Figure:
        """Return a key pose of the side that the file writes."""
        figure = self.pose(name)
        return figure if self.side == "right" else mirrored(figure)

    def _solved(self, pose: Pose, before: str, after: str, part: float) -> Figure:
        contact, course = self.choreography.contact, smooth(part)
        figure = solve(
            pose,
            self._holds,
            self._weights(before, after, course),
            self._reaches(before, after, course),
            {
                foot: borne(contact, foot, before, after, course, self.range)
                for foot in self._feet
            },
            walked(self._places[before], self._places[after], part),
        )
        return figure if self.side == "right" else mirrored(figure)

    def _weights(self, before: str, after: str, course: float) -> dict[str, float]:
        contact = self.choreography.contact
        return {
            name: held(contact, name, before, after, course) for name in self._contacts
        }

    def _reaches(self, before: str, after: str, course: float) -> list[Reach]:
        rest = self.choreography.contact.reference
        touches = self.choreography.touches
        return reaches(touches, rest, before, after, course, self._touching_range)

    def _sided(self, levels: dict[str, float]) -> dict[str, float]:
        if self.side == "right":
            return levels
        return {swapped(name): level for name, level in levels.items()}
