"""The player's window: the pages of one session and the way through them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal

from deskstretch.ui.figure.stage import FigureStage
from deskstretch.ui.language import render
from deskstretch.ui.player.change_ways import spoken
from deskstretch.ui.player.easing import Easing
from deskstretch.ui.player.exercise import ExercisePage
from deskstretch.ui.player.finish import FinishPage
from deskstretch.ui.player.first_presses import FirstPresses
from deskstretch.ui.player.floor_view import FloorView
from deskstretch.ui.player.keys import action
from deskstretch.ui.player.pages import Pages
from deskstretch.ui.player.performance import Performance
from deskstretch.ui.player.presses import Presses, waits
from deskstretch.ui.player.routine_page import RoutinePage
from deskstretch.ui.player.way_in import WayIn
from deskstretch.ui.safety.page import announce
from deskstretch.ui.safety.stop_signs import StopSigns

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen, QShowEvent

    from deskstretch.coaching.reached import Summary
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look
    from deskstretch.ui.player.bottom_bar import BottomBar
    from deskstretch.ui.player.floor_page import FloorPage
    from deskstretch.ui.player.opening import Opening

DEFAULT_SIZE = QSize(1120, 740)
SMALLEST = QSize(720, 540)
FRAME = QSize(16, 48)
"""Room for what a window manager puts around a window; pixels."""


class PlayerWindow(Pages):
    """One session from its notice to `How did that feel?`.

    In the way of the session stand, where needed, the blocked page, the notice and
    the movement's caution. Closing it under way pauses and hides it (`left`); shown
    again it stands paused where it was. Every signal is a fact; what follows from
    it, and what is kept, is decided elsewhere.
    """

    notice_read = Signal()
    """The notice was read, and no red flag applies."""
    red_flag_reported = Signal()
    """A red flag applies, and the person keeps reminders off. `closed` follows."""
    clearance_reported = Signal()
    """On the blocked page: a professional has said it is fine. `closed` follows."""
    warning_read = Signal(str)
    """The caution of the movement with this slug was read."""
    checklist_done = Signal(str)
    """The checklist before the movement with this slug was gone through."""
    shoulders_reported = Signal()
    """A shoulder is not fit for hanging; there is no session like this one."""
    session_started = Signal()
    """The pre-roll began."""
    finished = Signal(object)
    """The session ended by its end, by `End session` or `Skip this one`: a Summary."""
    hands_free_chosen = Signal(bool)
    """The session moves on by itself from now on, or waits for a press."""
    felt = Signal(str)
    """The answer: easy, right, hard, easier, same, harder or hurts."""
    next_time_answered = Signal(bool)
    """Whether the next time is to be what was offered after the answer."""
    step_back_answered = Signal(bool)
    """Whether this time is to be the easier step that was offered before it."""
    left = Signal()
    """The window was closed under way; the session stands paused."""
    hurt_reported = Signal(str)
    """A stop sign was chosen; the session, if one was under way, is over uncounted."""
    mistaken = Signal(str)
    """The sign reported last was chosen by mistake; the session still stands."""
    closed = Signal()
    """The window is done and will show nothing more; delete it."""

    def __init__(self, look: Look, opening: Opening) -> None:
        super().__init__(look)
        self._opening = opening
        self._ended = False
        self._said_closed = False
        self.setWindowTitle(render(opening.name))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(SMALLEST)
        self.resize(fitting(opening.size or DEFAULT_SIZE, self.screen()))
        self.stage = FigureStage(look)
        self.page = _page(look, opening, self.stage)
        self.add(self.page)
        self.performance = Performance(
            self.page,
            self.stage,
            opening.timeline,
            opening.motions,
            opening.now,
            stepped=look.reduced_motion,
            waits=waits(opening, hands_free=opening.hands_free),
            arrival=partial(spoken, opening.acts) if opening.routine else None,
        )
        self.floor = FloorView(self, opening)
        self.easing = Easing(self, opening)
        self._first_presses = FirstPresses(self, opening.now)
        self._way_in = WayIn(self, opening, self.stage)
        self._presses = Presses(self, opening)
        self._connect()
        self._way_in.begin()

    @property
    def under_way(self) -> bool:
        """Whether a session has begun and not ended."""
        return self.performance.begun and not self._ended

    @property
    def here(self) -> ExercisePage | FloorPage:
        """The page the session is shown on: the window's, or the floor view's."""
        return self.floor.page if self.floor.on and self.floor.page else self.page

    @property
    def usual_size(self) -> QSize:
        """The size to open with the next time."""
        return self.floor.usual_size()

    def summary(self) -> Summary:
        """Return what was done so far."""
        return self.performance.summary()

    def come_back(self) -> None:
        """Show a session that was left, where it was and paused, with the focus."""
        self.show()
        self.raise_()
        self.activateWindow()

    def hold(self) -> None:
        """Pause because the screen was locked or the computer sleeps."""
        self.performance.pause()

    def end(self) -> None:
        """End a session that was left and is not taken up again."""
        if self.under_way:
            self._end_session()
        self.close()
        self._say_closed()  # a hidden window is not told that it closes

    # What the pages report -------------------------------------------------

    def _connect(self) -> None:
        page, run, way_in = self.page, self.performance, self._way_in
        way_in.notice_read.connect(self.notice_read)
        way_in.red_flag_reported.connect(self.red_flag_reported)
        way_in.clearance_reported.connect(self.clearance_reported)
        way_in.caution_shown.connect(run.show_start)
        way_in.warning_read.connect(self.warning_read)
        way_in.checklist_done.connect(self.checklist_done)
        way_in.step_back_answered.connect(self.step_back_answered)
        way_in.shoulders_reported.connect(self.shoulders_reported)
        way_in.clear.connect(self._to_session)
        way_in.given_up.connect(self.close)
        self._connect_bar(page.bar)
        page.header.floor.clicked.connect(self.floor.enter)
        self.floor.entered.connect(self._on_floor_entered)
        page.header.sides.chosen.connect(self._on_side_chosen)
        self._presses.hands_free_chosen.connect(self.hands_free_chosen)
        self._presses.hurts_asked.connect(self._on_hurts)
        self._presses.leave_asked.connect(self._on_leave_asked)
        page.steps.step_chosen.connect(run.to_step)
        page.tips.easier_asked.connect(run.make_easier)
        page.tips.swap_asked.connect(self.easing.swap)
        page.tips.skip_asked.connect(self._skip_this_one)
        page.pinch.clicked.connect(run.make_easier)
        self.easing.warning_read.connect(self.warning_read)
        self.easing.done.connect(self._turn_to_session)
        run.moved.connect(self._offer_swap)
        run.ended.connect(self._on_ended)
        self.look.changed.connect(self._on_look_changed)
        if isinstance(page, RoutinePage):
            page.change.ready.connect(run.next)
            page.change.more.connect(run.more_time)
            page.swap_pressed.connect(self.easing.swap)

    def _connect_bar(self, bar: BottomBar) -> None:
        run = self.performance
        bar.hurts_pressed.connect(self._on_hurts)
        bar.back_pressed.connect(run.back)
        bar.pause_pressed.connect(run.toggle)
        bar.next_pressed.connect(run.skip if self._opening.routine else run.next)
        bar.end_pressed.connect(self._on_end_pressed)

    def _to_session(self) -> None:
        self._turn_to_session()
        if self.isVisible():
            self._begin()

    def _turn_to_session(self) -> None:
        """Show the page the session is on, with what moves it on in the focus."""
        page = self.here
        page.take_stage(self.stage)
        self.performance.show_on(page)
        self.turn_to(page, page.focus_place)

    # The floor view ----------------------------------------------------------

    def _on_floor_entered(self, page: FloorPage) -> None:
        if self._pages.indexOf(page) < 0:
            self.add(page)
            self._connect_bar(page.bar)
            page.bar.leave_pressed.connect(self.leave_floor)
            page.change.ready.connect(self.performance.next)
            page.change.more.connect(self.performance.more_time)
            page.pinch.clicked.connect(self.performance.make_easier)
        self._turn_to_session()

    def leave_floor(self) -> None:
        """Go on in the window as it was, where the session is shown."""
        showing = self.current is self.here
        self.floor.leave()
        if showing:
            self._turn_to_session()

    def _begin(self) -> None:
        if not self.performance.begun:
            if self.floor.wanted:
                self.floor.enter()
            self.performance.begin()
            self.session_started.emit()

    def _on_look_changed(self) -> None:
        self.performance.set_stepped(stepped=self.look.reduced_motion)

    def _on_side_chosen(self, side: str) -> None:
        self.performance.to_side(side)
        if not self.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self.page.bar.pause.setFocus(Qt.FocusReason.OtherFocusReason)

    # Something hurts ---------------------------------------------------------

    def _on_hurts(self) -> None:
        self.performance.pause()
        self._open_stop_signs(in_session=True)

    def _open_stop_signs(self, *, in_session: bool) -> None:
        offers = self.easing.offers() if in_session else ()
        signs = StopSigns(self.look, offers, in_session=in_session)
        signs.hurt_reported.connect(self._on_hurt_reported)
        signs.mistaken.connect(self.mistaken)
        signs.step_chosen.connect(self._on_step_chosen)
        signs.back_pressed.connect(self._on_back_to_stretch)
        signs.end_pressed.connect(self._on_end_pressed)
        signs.close_pressed.connect(self.close)
        self.turn_to(signs, signs)

    def _on_hurt_reported(self, sign: str) -> None:
        if sign != "emergency":  # that one can still be taken back
            self._stop_session()
        self.hurt_reported.emit(sign)

    def _on_step_chosen(self, step: str) -> None:
        if step == "smaller":
            self.performance.make_easier()
            self._turn_to_session()
        elif step == "swap":
            self.easing.swap()
        elif step == "skip":
            self._skip_this_one()
        else:
            self._finish()

    def _skip_this_one(self) -> None:
        """Go to the next movement; without one the session is over."""
        if self._opening.routine and not self.performance.last:
            self.performance.skip()
            self._turn_to_session()
        else:
            self._end_session()
            self.close()

    def _offer_swap(self) -> None:
        other = self.easing.other()
        self.page.tips.offer_swap(render(other.name) if other else "")

    def _on_back_to_stretch(self) -> None:
        if not self.under_way:
            self.close()
            return
        self._turn_to_session()

    # The end -----------------------------------------------------------------

    def _on_ended(self) -> None:
        self._finish()

    def _on_end_pressed(self) -> None:
        self._finish()

    def _finish(self) -> None:
        """End the session; ask how it felt if there was enough of it to feel."""
        self._end_session()
        if self.summary().logged:
            self._ask_how_it_felt()
        else:
            self.close()

    def _end_session(self) -> None:
        self._stop_session()
        self.finished.emit(self.summary())

    def _stop_session(self) -> None:
        self.performance.pause()
        self.performance.end()
        self._ended = True

    def _ask_how_it_felt(self) -> None:
        opening = self._opening
        summary = self.summary()
        finish = FinishPage(
            self.look, first_time=opening.first_time, next_time=opening.next_time
        )
        finish.felt.connect(self._on_felt)
        finish.next_time_answered.connect(self.next_time_answered)
        finish.done.connect(self.close)
        self.performance.show_start()
        self.floor.leave()
        finish.show_summary(
            summary,
            has_sides=not opening.routine and self._last_played.sides != "both",
            fact=opening.finish_fact(summary),
            stage=self.stage,
        )
        self.turn_to(finish, finish)
        announce(finish, finish.spoken(), "polite")

    @property
    def _last_played(self) -> Movement:
        """The movement that is on, also after a swap."""
        return self._opening.acts[self.performance.movement].movement

    def _on_felt(self, answer: str) -> None:
        self.felt.emit(answer)
        if answer == "hurts":
            self._open_stop_signs(in_session=False)

    # The window --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = action(event, right_to_left=self.isRightToLeft())
        if self.current is self.here and wanted:
            self._presses.act(wanted)
        elif wanted == "leave" and not self._keep_open_on_escape():
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_leave_asked(self) -> None:
        if self.keys.isVisible():
            self.keys.hide()
        elif self.floor.on:
            self.leave_floor()
        elif not self.page.close_panel():
            self.close()

    def _keep_open_on_escape(self) -> bool:
        signs = self.current
        if isinstance(signs, StopSigns):
            signs.escape()
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self._first_presses.watch()
        if self.current is self.here:
            self._begin()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.leave_floor()
        if self._may_come_back():
            self.performance.pause()
            self.left.emit()
        else:
            self._say_closed()

    def _say_closed(self) -> None:
        if self._said_closed:
            return
        self._said_closed = True
        self.performance.end()
        if isinstance(self.current, FinishPage):
            self.current.stop_waiting()
        self.closed.emit()

    def _may_come_back(self) -> bool:
        stopped = isinstance(self.current, StopSigns) and self.current.final
        return self.under_way and not stopped

    def seen_changed(self, *, seen: bool) -> None:
        if self.floor.follow_window() and self.current is self.floor.page:
            self._turn_to_session()
        self.performance.set_visible(visible=seen and self.current is self.here)


def _page(look: Look, opening: Opening, stage: FigureStage) -> ExercisePage:
    if opening.routine:
        return RoutinePage(look, opening, opening.routine, stage)
    return ExercisePage(look, opening.first, stage)


def fitting(size: QSize, screen: QScreen) -> QSize:
    """Return a size that leaves every button on the screen, its frame included."""
    return size.boundedTo(screen.availableGeometry().size() - FRAME).expandedTo(
        SMALLEST
    )
