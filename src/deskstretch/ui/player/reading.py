"""What the player says at one moment: every word and number, as plain values.

`Reader.read` turns a view of the session into a `Reading`; the widgets only show
it. So whatever a person can read during a session is tested without a window,
and a label is touched only when its text became another one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskstretch.coaching.timeline import WORKING
from deskstretch.ui.language import render, say
from deskstretch.ui.player.clock_text import counted_seconds, minutes_seconds

if TYPE_CHECKING:
    from deskstretch.coaching.timeline import Timeline
    from deskstretch.coaching.view import View
    from deskstretch.movements.vocabulary import Side

STEADY_BREATH = 0.8
"""The size of the breath disc, 0 to 1, where the movement sets no breath."""
PULSE_S = 3.0
"""The last seconds of a hold that the ring accompanies."""
ARRIVING = ("prep", "change")
"""The kinds of entries in which someone gets into position for a movement."""
SPOKEN_EVERY = 5
"""Every so many repetitions one is announced; each one would be chatter."""


@dataclass(frozen=True, slots=True)
class RingFace:
    """What the tempo ring shows.

    `arcs` are the shares of one turn, clockwise from the top; `turn` is how much
    of it is filled, 0 to 1. `breath` is the size of the disc, 0 to 1, `pulse` the
    strength of the last seconds' pulse. `value` of `total` is the same as a whole
    number, and `name` what a screen reader says.
    """

    arcs: tuple[float, ...]
    turn: float
    number: str
    below: str
    breath: float
    pulse: float = 0.0
    value: int = 0
    total: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything there is to read at one moment of a session.

    `news` is what a screen reader announces when it became another one; `segment`
    is -1 before the first. `part` is the movement in a session of several; `changing`
    is set while someone gets into position for it, `waiting` when that time is over
    and the clock stands until they are ready.
    """

    cue: str
    sub: str
    word: str
    breath: str
    breath_short: str
    side: Side | None
    left: str
    left_s: float
    rep: str
    step: int
    face: RingFace
    segment: int
    position_s: float
    news: str
    part: int = 0
    changing: bool = False
    waiting: bool = False


class Reader:
    """Reads one timeline aloud, so to say.

    Where the ring is a repetition its number is the repetition; else it is the
    seconds left. With `stepped` (reduced motion) everything that would glide moves
    once a second instead.
    """

    def __init__(self, timeline: Timeline, *, stepped: bool = False) -> None:
        self.timeline = timeline
        self.stepped = stepped

    def read(self, view: View) -> Reading:
        """Read the session as it stands in `view`."""
        waits = view.position < 0
        entry = view.entry
        return Reading(
            cue=say("Get into position") if waits else say(entry.cue),
            sub=say(entry.sub),
            word=_word(view),
            breath=_breath_line(
                view,
                say("Keep breathing, nice and slow"),
                say("Waiting. The clock is stopped."),
            ),
            breath_short=_breath_line(
                view, say("Keep breathing"), say("The clock is stopped.")
            ),
            side=view.side,
            left_s=view.left_s,
            left=say("{time} left in all", time=minutes_seconds(view.left_s)),
            rep=_rep_line(view),
            step=entry.step + int(min(_through(view), 0.999) * entry.steps),
            face=self._face(view),
            segment=-1 if waits else self.timeline.segment_index(entry.start_s),
            position_s=max(0.0, self._whole(view)),
            news=self._news(view),
            part=self.timeline.part_index(entry.start_s),
            changing=not waits and entry.kind in ARRIVING,
            waiting=view.waiting,
        )

    def cues(self) -> set[str]:
        """Return every cue of the session but the pre-roll's."""
        return {say(entry.cue) for entry in self.timeline.entries}

    def subs(self) -> set[str]:
        """Return every line that stands below a cue."""
        return {say(entry.sub) for entry in self.timeline.entries}

    def words(self) -> set[str]:
        """Return every word that stands below the ring."""
        usual = ("Get ready", "Ready?", "Paused", "Rest", "Change")
        found = {entry.word for entry in self.timeline.entries if entry.word}
        return {say(word) for word in (*usual, *found)}

    def _face(self, view: View) -> RingFace:
        works = view.position >= 0 and view.entry.kind in WORKING
        if works and self.timeline.part_at(view.entry.start_s).ring == "rep":
            return self._rep_face(view)
        return self._count_face(view, works=works)

    def _rep_face(self, view: View) -> RingFace:
        start, end = self._repetition(view)
        rep, reps = view.entry.rep or 1, view.entry.reps
        word = _word(view).lower()
        return RingFace(
            arcs=self.timeline.part_at(start).arcs,
            turn=(self._whole(view) - start) / (end - start),
            number=str(rep),
            below=say("of {n}", n=reps),
            breath=self._breath(view),
            value=rep,
            total=reps,
            name=say("Rep {k} of {n}, {word}", k=rep, n=reps, word=word),
        )

    def _count_face(self, view: View, *, works: bool) -> RingFace:
        start, end = _bounds(view)
        left = end - view.position + view.more_s
        seconds = 0 if view.waiting else max(1, math.ceil(left - 1e-6))
        below = ""
        if works and view.entry.reps > 1:
            below = say("{k} of {n}", k=view.entry.rep or 1, n=view.entry.reps)
        if self.stepped:
            left = float(seconds)
        return RingFace(
            arcs=(1.0,),
            turn=min(1.0, left / (end - start)),
            number=str(seconds),
            below=below,
            breath=self._breath(view),
            pulse=_pulse(left) if works and not self.stepped else 0.0,
            value=seconds,
            total=max(seconds, math.ceil(end - start)),
            name=say("Waiting. The clock is stopped.")
            if view.waiting
            else say(
                "{what}, {time} left",
                what=_word(view),
                time=counted_seconds(seconds),
            ),
        )

    def _repetition(self, view: View) -> tuple[float, float]:
        """Return the seconds between which the repetition under way lies."""
        return next(
            (part.start_s, part.end_s)
            for part in self.timeline.repetitions
            if part.start_s <= view.entry.start_s < part.end_s
        )

    def _whole(self, view: View) -> float:
        """Return the position, in whole seconds where nothing may glide."""
        if not self.stepped:
            return view.position
        return max(float(math.floor(view.position)), view.entry.start_s)

    def _breath(self, view: View) -> float:
        breath = view.entry.breath
        if breath is None or view.position < 0:
            return self._breath_between(view)
        if self.stepped:
            return 1.0 if breath == "in" else 0.0
        level = (1 - math.cos(math.pi * _through(view))) / 2
        return level if breath == "in" else 1 - level

    def _breath_between(self, view: View) -> float:
        """Rest where the next breath will begin, so that the disc never jumps."""
        entries, index = self.timeline.entries, self.timeline.index(view.entry.start_s)
        ahead = next((e.breath for e in entries[index:] if e.breath), None)
        if ahead:
            return 0.0 if ahead == "in" else 1.0
        behind = next((e.breath for e in reversed(entries[:index]) if e.breath), None)
        if behind:
            return 1.0 if behind == "in" else 0.0
        return STEADY_BREATH

    def _news(self, view: View) -> str:
        """Announce segments and every fifth repetition."""
        entry = view.entry
        if view.position < 0:
            return say("Get into position")
        if view.waiting:
            return say("Waiting. The clock is stopped.")
        if entry.rep and entry.rep % SPOKEN_EVERY == 0:
            return say("Rep {k} of {n}", k=entry.rep, n=entry.reps)
        index = self.timeline.segment_index(entry.start_s)
        segment = self.timeline.segments[index]
        return f"{render(segment.label)}. {say(self.timeline.at(segment.start_s).cue)}"


def side_name(side: Side | None) -> str:
    """Name the body's side as its owner knows it; empty where both work."""
    if side is None:
        return ""
    return say("Left side") if side == "left" else say("Right side")


def _bounds(view: View) -> tuple[float, float]:
    """Return start and end of what is on, the pre-roll included."""
    if view.position < 0:
        return -view.pre_roll_s, 0.0
    return view.entry.start_s, view.entry.end_s


def _through(view: View) -> float:
    """Return how much of the entry is over, 0 to 1; nothing in the pre-roll."""
    if view.position < 0:
        return 0.0
    start, end = _bounds(view)
    return min(1.0, (view.position - start) / (end - start))


def _word(view: View) -> str:
    if view.position < 0:
        return say("Get ready")
    if view.waiting:
        return say("Ready?")
    if view.entry.word:
        return say(view.entry.word)
    if view.entry.kind in ARRIVING:
        return say("Get ready")
    return say("Rest") if view.entry.kind == "rest" else say("Change")


def _breath_line(view: View, free: str, waiting: str) -> str:
    if view.waiting:
        return waiting
    if view.position < 0 or view.entry.breath is None:
        return free
    return say("Breathe in") if view.entry.breath == "in" else say("Breathe out")


def _rep_line(view: View) -> str:
    """Say the repetition, as it stands behind a side or alone."""
    first = view.side is None
    if view.position < 0 or view.entry.rep is None:
        return _word(view) if first else _word(view).lower()
    k, n = view.entry.rep, view.entry.reps
    if first:
        return say("Rep {k} of {n}", k=k, n=n)
    return say("rep {k} of {n}", k=k, n=n)


def _pulse(left_s: float) -> float:
    """Swell softly once a second through the last three seconds."""
    if not 0 < left_s <= PULSE_S:
        return 0.0
    return (1 - math.cos(2 * math.pi * left_s)) / 2
