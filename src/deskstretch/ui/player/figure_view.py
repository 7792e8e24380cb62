"""The figure as the session has it: whose side, which phase, how far through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.body.motion import Motion
    from deskstretch.coaching.view import View
    from deskstretch.movements.vocabulary import Side
    from deskstretch.ui.figure.stage import FigureStage

EASE_S = 0.3
"""How long the figure takes to come to rest, and to set off again."""
SMALLER = 0.5
"""The range after `Make it easier`. At the same tempo it is also half as fast."""

Motions: TypeAlias = "Callable[[str, Side | None, float], Motion]"
"""Makes the motion of a movement's side (None: no sides) at a range of 0 to 1."""
Shown: TypeAlias = "tuple[str, Side | None, float]"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the figure stands: a phase, and the share of it that is over."""

    phase: int
    share: float


START = Place(0, 0.0)


class FigureView:
    """Shows a session on a figure stage.

    Working, the figure follows the timeline. Paused, it eases to the nearest key
    pose within 300 ms and stands; going on, it eases from there to where the
    session is. Getting ready, changing and resting show the start pose of the side
    to come. A smaller range melts into sight within 300 ms. With `stepped` (reduced
    motion) only key poses are shown, by hard cuts.
    """

    def __init__(self, stage: FigureStage, motions: Motions, *, stepped: bool) -> None:
        self._stage = stage
        self._motions = motions
        self.stepped = stepped
        self._made: dict[Shown, Motion] = {}
        self._range = 1.0
        self._shown: Shown | None = None
        self._held: Place | None = None
        self._changed_at = -EASE_S
        self._melted_at = -EASE_S

    def show(self, view: View, now: float) -> None:
        """Show the figure of this moment."""
        self._show_side(view.entry.movement, view.side, now)
        self._stage.fade_old(1.0 - _smooth((now - self._melted_at) / EASE_S))
        place = _place(view)
        if view.running:
            self._show(self._set_off(place, now), moving=view.entry.word is not None)
        else:
            self._show(self._come_to_rest(place, now), moving=False)

    def pause(self, view: View, now: float) -> None:
        """Begin to come to rest."""
        self._held = _place(view)
        self._changed_at = now

    def resume(self, view: View, now: float) -> None:
        """Begin to set off from the pose the figure stands in."""
        self._held = _key(_place(view) if self._held is None else self._held)
        self._changed_at = now

    def easing(self, now: float) -> bool:
        """Return whether the figure is still coming to rest, or another range in."""
        latest = max(self._changed_at, self._melted_at)
        return not self.stepped and now - latest < EASE_S

    def make_smaller(self) -> None:
        """Shrink the range from now on."""
        self._range = SMALLER

    @property
    def range_(self) -> float:
        """The range in force, from 0 to 1."""
        return self._range

    @property
    def eased(self) -> bool:
        """Whether the range is already the smaller one."""
        return self._range == SMALLER

    def show_start(self, movement: str, side: Side | None) -> None:
        """Show the start pose of a movement's side, at rest."""
        self._show_side(movement, side, None)
        self._show(START, moving=False)

    def _show_side(self, movement: str, side: Side | None, now: float | None) -> None:
        wanted = (movement, side, self._range)
        if wanted == self._shown:
            return
        if wanted not in self._made:
            self._made[wanted] = self._motions(*wanted)
        same_side = self._shown is not None and self._shown[:2] == wanted[:2]
        self._shown = wanted
        if same_side and now is not None and not self.stepped:
            self._melted_at = now
            self._stage.melt_into(self._made[wanted])
        else:
            self._stage.show_motion(self._made[wanted])

    def _show(self, place: Place, *, moving: bool) -> None:
        share = None if self.stepped else place.share
        self._stage.show_at(place.phase, share, moving=moving)

    def _come_to_rest(self, place: Place, now: float) -> Place:
        held = place if self._held is None else self._held
        return _between(held, _key(held), self._eased_share(now))

    def _set_off(self, place: Place, now: float) -> Place:
        if self._held is None:
            return place
        share = self._eased_share(now)
        if share >= 1.0 or self._held.phase != place.phase:
            self._held = None
            return place
        return _between(self._held, place, share)

    def _eased_share(self, now: float) -> float:
        if self.stepped:
            return 1.0
        return _smooth((now - self._changed_at) / EASE_S)


def _place(view: View) -> Place:
    entry = view.entry
    if view.position < 0 or entry.phase_index is None:
        return START
    span = entry.end_s - entry.start_s
    share = (view.position - entry.start_s) / span
    return Place(entry.phase_index, min(max(share, 0.0), 1.0))


def _smooth(share: float) -> float:
    share = min(max(share, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


def _key(place: Place) -> Place:
    """Return the key pose nearest in time: where the phase begins or where it ends."""
    return Place(place.phase, 0.0 if place.share < 0.5 else 1.0)


def _between(start: Place, end: Place, share: float) -> Place:
    return Place(end.phase, start.share + (end.share - start.share) * share)
