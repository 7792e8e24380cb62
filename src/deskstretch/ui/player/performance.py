"""A session on the screen: the clock read, the page written, the figure shown."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from deskstretch.coaching.session import Session
from deskstretch.ui.player.figure_view import FigureView
from deskstretch.ui.player.pulse import (
    FRAME_S,
    Pulse,
    to_next_frame,
    to_next_second,
)
from deskstretch.ui.player.reading import Reader
from deskstretch.ui.safety.page import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from deskstretch.coaching.reached import Summary
    from deskstretch.coaching.timeline import Kind, Part, Timeline
    from deskstretch.coaching.view import View
    from deskstretch.ui.figure.stage import FigureStage
    from deskstretch.ui.player.exercise import ExercisePage
    from deskstretch.ui.player.figure_view import Motions
    from deskstretch.ui.player.floor_page import FloorPage
    from deskstretch.ui.player.reading import Reading


MORE_S = 10.0
"""What `10 s more` adds to a change of position."""


class Performance(QObject):
    """Runs one session on one exercise page.

    Where the session stands is asked of `Session` with a moment from `now` every
    time something is shown; nothing is counted here. The pulse beats only while
    the session runs (or the figure comes to rest) and the window can be seen; with
    reduced motion it beats once a second and at each change. Out of sight a single
    timer waits for the end.
    """

    ended = Signal()
    """The timeline came to its end."""
    moved = Signal()
    """The session began, or a press moved it to another place on its timeline."""
    course_changed = Signal()
    """The session's clock was stopped, goes on, or waits longer; or it is over."""

    def __init__(
        self,
        page: ExercisePage,
        stage: FigureStage,
        timeline: Timeline,
        motions: Motions,
        now: Callable[[], float],
        *,
        stepped: bool,
        waits: Collection[Kind] = (),
        arrival: Callable[[Timeline, int], str] | None = None,
    ) -> None:
        super().__init__(page)
        self._page: ExercisePage | FloorPage = page
        self._written: list[ExercisePage | FloorPage] = [page]
        self._arrival = arrival
        self._now = now
        self._stepped = stepped
        self._visible = False
        self._begun = False
        self._over = False
        self._news = ""
        self._reader = Reader(timeline, stepped=stepped)
        self._session = Session(timeline, waits=waits)
        self._figure = FigureView(stage, motions, stepped=stepped)
        self._pulse = Pulse(self)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setTimerType(Qt.TimerType.CoarseTimer)
        self._pulse.beat.connect(self.show_now)
        self._end.timeout.connect(self.show_now)
        page.set_timeline(self._reader)
        self.show_start()

    @property
    def begun(self) -> bool:
        """Whether the pre-roll has started."""
        return self._begun

    @property
    def running(self) -> bool:
        """Whether the session's clock runs."""
        return self._begun and not self._over and self._view().running

    @property
    def over(self) -> bool:
        """Whether nothing more of this session will be shown."""
        return self._over

    @property
    def timeline(self) -> Timeline:
        """What is played, also after a swap."""
        return self._reader.timeline

    def view(self) -> View:
        """Return where the session stands now."""
        return self._view()

    @property
    def beating(self) -> bool:
        """Whether another picture will come by itself."""
        return self._pulse.running

    def summary(self) -> Summary:
        """Return what was done so far."""
        return self._session.summary(self._now())

    def summaries(self) -> tuple[tuple[Part, Summary], ...]:
        """Return what was done so far, movement by movement."""
        return self._session.summaries(self._now())

    @property
    def part(self) -> int:
        """The number, from 0, of the movement that is on."""
        return self.timeline.part_index(self._view().entry.start_s)

    @property
    def movement(self) -> str:
        """The slug of the movement that is on."""
        return self._view().entry.movement

    @property
    def last(self) -> bool:
        """Whether the movement that is on is the last of the session."""
        parts = self._session.timeline.parts
        return self._view().entry.start_s >= parts[-1].start_s

    def left_s(self) -> float:
        """Return the seconds left in all."""
        return self._view().left_s

    def begin(self) -> None:
        """Start with the pre-roll."""
        self._begun = True
        self._session.start(self._now())
        self.show_now()
        self.moved.emit()

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.running:
            self.pause()
        else:
            self.resume()

    def pause(self) -> None:
        """Let the session stand; the figure comes to rest."""
        if self.running:
            now = self._now()
            self._figure.pause(self._session.at(now), now)
            self._session.pause(now)
            self.show_now()
            self.course_changed.emit()

    def resume(self) -> None:
        """Go on, up to 3 s earlier."""
        if self._begun and not self.running and not self._over:
            now = self._now()
            self._figure.resume(self._session.at(now), now)
            self._session.resume(now)
            self.show_now()
            self.course_changed.emit()

    def back(self) -> None:
        """Go to the start of this step or side; twice within 2 s, one further."""
        self._session.back(self._now())
        self._moved()

    def next(self) -> None:
        """Go to the end of this step or side."""
        self._session.next(self._now())
        self._moved()

    def skip(self) -> None:
        """Go to the next movement, without a comment."""
        self._session.skip(self._now())
        self._moved()

    def set_waits(self, waits: Collection[Kind]) -> None:
        """Wait for a `next` after entries of these kinds from now on."""
        self._session.set_waits(self._now(), waits)
        self.show_now()
        self.course_changed.emit()

    def more_time(self) -> None:
        """Give the change of position that is on some more seconds."""
        self._session.more_time(self._now(), MORE_S)
        self.show_now()
        self.course_changed.emit()

    def swap(self, timeline: Timeline) -> None:
        """Play another timeline from the movement that is on."""
        now = self._now()
        self._session.swap(now, timeline)
        self._reader = Reader(timeline, stepped=self._stepped)
        for page in self._written:
            page.set_timeline(self._reader)
        self._moved()

    def repeat(self) -> None:
        """Go to the start of this step or side."""
        self._session.repeat(self._now())
        self._moved()

    def switch_side(self) -> None:
        """Go to the start of the other side, where a movement has two."""
        self._session.switch_side(self._now())
        self._moved()

    def to_side(self, side: str) -> None:
        """Go to the start of the left or the right side."""
        self._session.jump_to_side(self._now(), "left" if side == "left" else "right")
        self._moved()

    def to_step(self, step: int) -> None:
        """Go to where a step begins."""
        self._session.jump_to_step(self._now(), step)
        self._moved()

    @property
    def range_(self) -> float:
        """How much of the range is shown, from 0 to 1."""
        return self._figure.range_

    def make_easier(self) -> None:
        """Halve the range, and with it the speed, from now on."""
        self._figure.make_smaller()
        for page in self._written:
            page.show_eased()
        self.show_now()

    def show_on(self, page: ExercisePage | FloorPage) -> None:
        """Write on this page from now on, and no longer on the one before."""
        if page not in self._written:
            self._written.append(page)
            page.set_timeline(self._reader)
            if self._figure.eased:
                page.show_eased()
        turned = page is not self._page
        self._page = page
        if turned and self._begun:
            self.show_now()

    def end(self) -> None:
        """Show nothing of this session any more."""
        self._pulse.rest()
        self._end.stop()
        if not self._over:
            self._over = True
            self.course_changed.emit()

    def show_start(self, movement: str | None = None) -> None:
        """Show the start pose at rest: of the movement that is on, or of another."""
        view = self._view()
        self._figure.show_start(movement or view.entry.movement, view.side)

    def set_stepped(self, *, stepped: bool) -> None:
        """Show key poses and whole seconds from now on, or glide again."""
        if stepped != self._stepped:
            self._stepped = self._reader.stepped = self._figure.stepped = stepped
            if self._begun:
                self.show_now()

    def set_visible(self, *, visible: bool) -> None:
        """Tell whether the window can be seen."""
        if visible != self._visible:
            self._visible = visible
            if self._begun and not self._over:
                self.show_now()

    def show_now(self) -> None:
        """Show this moment, and arrange for the next."""
        if self._over:
            return
        now = self._now()
        view = self._session.at(now)
        if view.finished:
            self.end()
            self.ended.emit()
            return
        if self._visible:
            reading = self._reader.read(view)
            self._page.show_reading(reading, paused=self._begun and not view.running)
            self._figure.show(view, now)
            self._tell(self._news_of(reading), view)
        self._arrange(view, now)

    def _moved(self) -> None:
        """After a press that moves the session: paused, the figure follows too."""
        now = self._now()
        if not self.running:
            self._figure.pause(self._session.at(now), now)
        self.show_now()
        self.moved.emit()

    def _arrange(self, view: View, now: float) -> None:
        if self._visible:
            self._end.stop()
            self._arrange_pulse(view, now)
        else:
            self._pulse.rest()
            self._wait_for_end(view)

    def _arrange_pulse(self, view: View, now: float) -> None:
        if view.running and self._stepped:
            second, change = (
                to_next_second(view.position),
                self._session.next_change(now),
            )
            self._pulse.wake_in(second if change is None else min(second, change - now))
        elif view.running:
            self._pulse.wake_in(to_next_frame(view.position))
        elif self._figure.easing(now):
            self._pulse.wake_in(FRAME_S)
        else:
            self._pulse.rest()

    def _wait_for_end(self, view: View) -> None:
        if not view.running:
            self._end.stop()
            return
        left = view.left_s + max(0.0, -view.position)
        self._end.start(math.ceil(left * 1000) + 1)

    def _news_of(self, reading: Reading) -> str:
        """Return what is announced: on the way to another movement, that way."""
        if self._arrival and reading.changing and not reading.waiting:
            return self._arrival(self._reader.timeline, reading.part)
        return reading.news

    def _tell(self, news: str, view: View) -> None:
        stands = not (view.running or view.waiting)
        if news != self._news and not (stands and self._news):
            self._news = news
            announce(self._page, news, "polite")

    def _view(self) -> View:
        return self._session.at(self._now())
