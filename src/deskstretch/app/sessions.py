"""One session at a time: opens the player, and keeps what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.app import rules
from deskstretch.app.reading_notes import CHECKS, WARNINGS, ReadingNotes
from deskstretch.app.swapping import Swapping
from deskstretch.coaching.checklists import CHECKLISTS
from deskstretch.coaching.level_names import question, question_now
from deskstretch.coaching.safety import RED_FLAGS
from deskstretch.diary import trends
from deskstretch.reminders import events
from deskstretch.reminders.effects import StateChanged
from deskstretch.words import Words, counted, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtCore import QSize

    from deskstretch.app.fitting import Fitting
    from deskstretch.app.items import Plan
    from deskstretch.app.parts import Parts
    from deskstretch.body.motion import Motion
    from deskstretch.coaching.progression import Step
    from deskstretch.coaching.reached import Summary
    from deskstretch.coaching.timeline import Part, Timeline
    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.vocabulary import Side
    from deskstretch.ui.player.opening import Act, RoutineOpening
    from deskstretch.ui.player.window import PlayerWindow

READY_PAGE_TIMES = 3
"""How many completed routines it takes until they begin without the ready page."""
TAKEN_UP_AGAIN_MS = 10_000
"""How long a session whose window was closed can be taken up again."""


class Sessions(QObject):
    """Opens the player for one movement, and tells planner and history the outcome.

    There is one player. It is opened only where nothing forbids it; what forbids
    it is a sentence. What the person reads and ticks in it goes to the settings,
    what was done to the history, and that it is over to the planner.
    """

    changed = Signal()
    """A session began; it has seconds left from now on."""
    performing = Signal(object)
    """A session began; this Performance tells where it stands, until it is over."""

    def __init__(self, parts: Parts, fitting: Fitting, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._fitting = fitting
        self._window: PlayerWindow | None = None
        self._what: Plan | None = None
        self._started: datetime | None = None
        self._size: QSize | None = None
        self._known_to_planner = False
        self._sign: events.Sign | None = None
        self._step: Step | None = None
        self._notes = ReadingNotes(parts, self)
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(TAKEN_UP_AGAIN_MS)
        self._left.timeout.connect(self.end)
        parts.driver.effect_arose.connect(self._on_effect_arose)

    def left_s(self) -> float | None:
        """Return how many seconds the open session still takes, or None."""
        if self._window is None or not self._window.under_way:
            return None
        return self._window.performance.left_s()

    def refusal(self, slug: str) -> Words | None:
        """Return why `slug` may not be opened now, or None."""
        if rules.blocked(self._parts.live.settings):
            return RED_FLAGS.blocked_text
        if self._busy:
            return words("A session is open already.")
        return self._fitting.refusal(slug) or self._parts.driver.refusal(slug)

    @property
    def _busy(self) -> bool:
        """Whether the open player is still about its movement, or on the way to it."""
        return self._window is not None and (
            self._window.under_way or self._known_to_planner
        )

    def open(self, slug: str, *, accepted: bool = False) -> Words | None:
        """Open the player; returns why not, if something forbids it.

        Args:
            slug: a movement, with or without a profile; it exists.
            accepted: the planner knows already, because the card was answered.
        """
        if self._left.isActive():  # its window was closed a moment ago
            if self._what and self._what.slug == slug.partition("/")[0]:
                self.show()
                return None
            self.end()
        refusal = self._fitting.refusal(slug) if accepted else self.refusal(slug)
        blocked = rules.blocked(self._parts.live.settings)
        if self._busy:
            self.show()
            return refusal
        if refusal is not None and not blocked:
            return refusal
        self.end()  # a window that only asks how it felt makes room
        self._what = plan = self._fitting.plan(slug)
        if not (accepted or blocked):
            self._parts.driver.dispatch(events.Opened(plan.slug))
        self._known_to_planner = not blocked
        self._window = self._make(plan, blocked=blocked)
        self.show()
        return refusal

    def show(self) -> None:
        """Bring the open player to the front, also one that was just closed."""
        self._left.stop()
        if self._window is not None:
            self._window.come_back()

    def end(self) -> None:
        """End the open session: nobody has taken it up again, or the app ends."""
        if self._window is not None:
            self._window.end()

    def _on_effect_arose(self, effect: object) -> None:
        """End with the planner: nobody has been at it for long, or sleep came."""
        left = isinstance(effect, StateChanged) and effect.phase != "session"
        if left and self._known_to_planner:
            self._known_to_planner = False
            self.end()

    def _make(self, plan: Plan, *, blocked: bool) -> PlayerWindow:
        from deskstretch.ui.player.opening import Opening
        from deskstretch.ui.player.window import PlayerWindow

        settings = self._parts.live.settings
        clock = self._parts.driver.clock
        other = Swapping(plan, self._fitting, self._parts.content)
        opening = Opening(
            self._acts(plan, other.movements),
            plan.timeline,
            self._motions(other.movements),
            clock.awake,
            notice_needed=not settings["safety.notice_read"],
            blocked=RED_FLAGS.blocked_text if blocked else None,
            can_clear=rules.can_clear(settings, clock.now().wall.date()),
            routine=self._routine(plan) if plan.routine else None,
            hands_free=bool(settings["session.hands_free"]),
            first_time=not self._parts.history.done_before(plan.slug),
            finish_fact=self._fact,
            next_time=self._next_time,
            step_back=self._step_back(plan),
            size=self._size,
            floor_view=bool(settings["appearance.large_floor_text"]),
            other=other,
        )
        window = PlayerWindow(self._parts.look, opening)
        self._notes.follow(window)
        window.shoulders_reported.connect(self._on_shoulders_reported)
        window.next_time_answered.connect(self._on_next_time_answered)
        window.step_back_answered.connect(self._on_step_back_answered)
        window.session_started.connect(self._on_session_started)
        window.finished.connect(self._on_finished)
        window.felt.connect(self._on_felt)
        window.left.connect(self._left.start)
        window.hurt_reported.connect(self._on_hurt_reported)
        window.mistaken.connect(self.mistaken)
        window.closed.connect(self._on_closed)
        return window

    def _acts(
        self, plan: Plan, movements: Mapping[str, tuple[Movement, Dose]]
    ) -> dict[str, Act]:
        """Return the movements of a session, and those that can be swapped in."""
        from deskstretch.ui.player.opening import Act

        read, checked = self._notes.names(WARNINGS), self._notes.names(CHECKS)
        return {
            slug: Act(
                movement,
                warning_needed=slug not in read,
                notes=self._fitting.notes_for(movement),
                checklist=None
                if slug in checked or slug not in plan.movements
                else CHECKLISTS.get(slug),
            )
            for slug, (movement, _) in movements.items()
        }

    def _routine(self, plan: Plan) -> RoutineOpening:
        from deskstretch.ui.player.opening import RoutineOpening

        done = self._parts.history.times_done(plan.slug)
        return RoutineOpening(
            plan.name,
            about=plan.about,
            waits=bool(self._parts.live.settings["routine.wait_for_ready"]),
            ready_page=done < READY_PAGE_TIMES,
        )

    def _motions(
        self, movements: Mapping[str, tuple[Movement, Dose]]
    ) -> Callable[[str, Side | None, float], Motion]:
        def make(slug: str, side: Side | None, range_: float) -> Motion:
            movement, dose = movements[slug]
            return motion(
                movement, dose, side, range_ * self._fitting.range_of(movement)
            )

        return make

    def _fact(self, _summary: Summary) -> Words | None:
        now = self._parts.driver.clock.now().wall
        week = self._parts.history.this_week(now)
        days = trends.active_days(week, now)
        if not days:
            minutes = max(1, round(sum(one.worked_s for one in week) / 60))
            return words("{n} min of movement this week.", n=minutes)
        return counted(
            "{n} active day this week. Your goal is 3 to 5.",
            "{n} active days this week. Your goal is 3 to 5.",
            days,
        )

    # What the window reports

    def _on_shoulders_reported(self) -> None:
        """Keep the answer, and play what it leaves: a routine, or the swap."""
        slug = self._what.slug if self._what else ""
        self._parts.live.put({"health.shoulders": True})
        self.end()
        self.open(self._fitting.instead(slug))

    # Levels: offered, and changed by an answer alone

    def _next_time(self) -> Words | None:
        """Return the step to offer for the next time, of what was played."""
        if self._window is None:
            return None
        return self._offered(self._window.performance.timeline, question)

    def _step_back(self, plan: Plan) -> Words | None:
        """Return the step back to offer before this is played."""
        return self._offered(plan.timeline, question_now, back_only=True)

    def _offered(
        self,
        timeline: Timeline,
        asks: Callable[[Step], Words],
        *,
        back_only: bool = False,
    ) -> Words | None:
        levels = self._fitting.levels
        slugs = [f"{part.movement}/{part.dose}" for part in timeline.parts]
        self._step = levels.offer(slugs, back_only=back_only) if levels else None
        return asks(self._step) if self._step else None

    def _on_next_time_answered(self, taken: bool) -> None:  # noqa: FBT001  Qt's signal
        if self._step and self._fitting.levels:
            self._fitting.levels.answer(self._step, taken=taken)

    def _on_step_back_answered(self, taken: bool) -> None:  # noqa: FBT001  Qt's signal
        self._on_next_time_answered(taken)
        if taken and self._what:
            slug = self._what.slug
            self.end()
            self.open(slug)

    def _on_session_started(self) -> None:
        self._started = self._parts.driver.clock.now().wall
        self.changed.emit()
        if self._window is not None:
            self.performing.emit(self._window.performance)

    def _on_finished(self, summary: Summary) -> None:
        sign, self._sign = self._sign, None
        self._keep(summary, sign)
        done = summary.completed
        slug = self._what.slug if self._what else ""
        self._tell_planner(events.Finished(slug) if done else events.Closed())

    def _on_felt(self, answer: str) -> None:
        self._parts.history.felt(answer)

    def hurt(self, sign: events.Sign) -> None:
        """A stop sign was chosen outside the player."""
        if self._window is not None:
            self._window.hold()
            self._window.hide()
        self._on_hurt_reported(sign)
        if sign != "emergency":
            self.end()

    def signs_closed(self) -> None:
        """The stop signs were closed: an emergency that stands ends the session."""
        if self._sign is not None:
            self.end()

    def _on_hurt_reported(self, sign: events.Sign) -> None:
        self._known_to_planner = False
        self._parts.history.stopped(sign, self._parts.driver.clock.now().wall)
        self._parts.driver.dispatch(events.Hurt(sign))
        if self._started is not None:  # there is a session to mark
            self._sign = sign
        if sign != "emergency":  # that one can still be taken back
            self._keep_hurt_session()

    def _keep_hurt_session(self) -> None:
        sign, self._sign = self._sign, None
        if sign is not None and self._window is not None:
            self._keep(self._window.summary(), sign)

    def mistaken(self) -> None:
        """The sign chosen last was a mistake: what was before it is so again."""
        self._sign = None
        self._parts.history.mistaken()
        self._parts.driver.dispatch(events.Mistaken())
        if self._window is not None and self._window.under_way and self._what:
            self._known_to_planner = True
            self._parts.driver.dispatch(events.Opened(self._what.slug))
            self.show()

    def _on_closed(self) -> None:
        self._left.stop()
        self._keep_hurt_session()
        self._tell_planner(events.Closed())
        window, self._window = self._window, None
        self._started = None
        if window is not None:
            self._size = window.usual_size
            window.deleteLater()

    def _keep(self, summary: Summary, sign: str | None) -> None:
        if self._what is None or self._started is None:
            return
        parts: tuple[tuple[Part, Summary], ...] = ()
        slug, profile = self._what.slug, self._what.profile
        if self._window is not None:
            played = self._window.performance.timeline.parts[0]
            if self._what.routine:
                parts = self._window.performance.summaries()
            else:  # it may have been swapped
                slug, profile = played.movement, played.dose
        self._parts.history.session_ended(
            slug,
            profile,
            self._started,
            self._parts.driver.clock.now().wall,
            summary,
            sign,
            parts,
            self._shown,
        )
        self._started = None

    def _shown(self, slug: str) -> float:
        """Return how much of a movement's range was shown, from 0 to 1."""
        share = self._window.performance.range_ if self._window else 1.0
        movement = self._parts.content.movements.get(slug)
        return share * (self._fitting.range_of(movement) if movement else 1.0)

    def _tell_planner(self, event: events.Event) -> None:
        """Say once that the session is over; a player that stays open is none."""
        if self._known_to_planner:
            self._known_to_planner = False
            self._parts.driver.dispatch(event)


def motion(
    movement: Movement, dose: Dose, side: Side | None = None, range_: float = 1.0
) -> Motion:
    """Return the figure's motion at a dose; without a side as it is written."""
    from deskstretch.body.motion import Motion

    return Motion(movement.choreography, dose.seconds, side or "right", range_)
