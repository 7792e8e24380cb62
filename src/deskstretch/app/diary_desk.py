"""The diary of the running app: its window, what is pressed in it, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.app import diary_lines
from deskstretch.diary import trends
from deskstretch.diary.records import Entry, FollowUp
from deskstretch.reminders import events
from deskstretch.reminders.reminder import DIARY

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskstretch.app.keeping import Keeping
    from deskstretch.app.parts import Parts
    from deskstretch.ui.diary.view import DayView
    from deskstretch.ui.diary.window import DiaryWindow

BACK_DAYS = 7
"""How far the window steps back."""


class DiaryDesk(QObject):
    """Opens the diary window, writes what is pressed, and tells the planner.

    Everything is on the disk (or held, and said so) before the window shows it.
    The question about yesterday's session is asked once: an answer, or closing the
    window on it, is the end of it.
    """

    changed = Signal()
    """Something was written: what the menu says of today may be new."""
    worse_reported = Signal()
    """Pain is worse on the day after a session."""

    def __init__(self, parts: Parts, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._store = parts.history.store
        self._keeping = keeping
        self._window: DiaryWindow | None = None
        self._day: date | None = None
        self._before: list[Entry | None] = []
        self._known: tuple[date, bool] | None = None
        keeping.changed.connect(self._show_day)

    @property
    def filled_in(self) -> bool:
        """Whether there is an entry for today."""
        today = self._today()
        if self._known is None or self._known[0] != today:
            self._known = today, self._store.entry(today) is not None
        return self._known[1]

    def show(self, *, quietly: bool = False) -> None:
        """Open the window on today; `quietly` leaves the keyboard where it is."""
        window = self._window or self._make()
        from PySide6.QtCore import Qt

        silent = Qt.WidgetAttribute.WA_ShowWithoutActivating
        window.setAttribute(silent, on=quietly)
        window.show()
        if not quietly:
            window.raise_()
            window.activateWindow()

    def _make(self) -> DiaryWindow:
        from deskstretch.ui.diary.window import DiaryWindow

        self._window = window = DiaryWindow(self._parts.look)
        window.rated.connect(self._on_rated)
        window.undone.connect(self._on_undone)
        window.noted.connect(self._on_noted)
        window.pain_told.connect(self._on_pain_told)
        window.side_told.connect(self._on_side_told)
        window.worse_answered.connect(self._on_worse_answered)
        window.day_wanted.connect(self._on_day_wanted)
        window.retry_pressed.connect(self._keeping.try_again)
        window.closed.connect(self._on_closed)
        self._turn_to(self._today())
        return window

    def rate_today(self, value: int) -> None:
        """Keep the answer of the card, and show it with what may follow."""
        if self._window is None:
            self._make()
        self._turn_to(self._today())
        self._on_rated(value)
        self.show(quietly=True)

    def put(self, entry: Entry) -> None:
        """Write an entry, and tell everybody whom it concerns."""
        self._store.put_entry(entry)
        self._written()
        if entry.day == self._today():
            self._parts.driver.dispatch(events.Finished(DIARY))

    def end(self) -> None:
        """The app ends: a note that is being written is kept."""
        if self._window is not None:
            self._window.close()

    # What is pressed

    def _on_rated(self, value: int) -> None:
        day, now = self._day or self._today(), self._now()
        before = self._store.entry(day)
        if before is not None and before.stiffness == value:
            self._show_day()
            return
        self._before.append(before)
        base = before or Entry(day, value, now)
        self.put(replace(base, stiffness=value, written=now))

    def _on_undone(self) -> None:
        if not self._before or self._day is None:
            return
        before = self._before.pop()
        if before is None:
            self._store.remove_entry(self._day)
        else:
            self._store.put_entry(before)
        self._written()

    def _on_noted(self, text: str) -> None:
        entry = self._entry()
        if entry is not None:
            self.put(replace(entry, note=text, written=self._now()))

    def _on_pain_told(self, pain: int | None) -> None:
        entry = self._entry()
        if entry is not None:
            self.put(replace(entry, pain=pain, written=self._now()))

    def _on_side_told(self, side: str | None) -> None:
        entry = self._entry()
        if entry is not None:
            self.put(replace(entry, side=side, written=self._now()))

    def _entry(self) -> Entry | None:
        return self._store.entry(self._day) if self._day else None

    def _on_worse_answered(self, worse: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._keep_follow_up("yes" if worse else "no")
        if worse:
            if self._window is not None:
                self._window.close()
            self.worse_reported.emit()

    def _keep_follow_up(self, answer: str) -> None:
        follow_up = FollowUp(self._today(), answer, self._now())
        self._store.put_follow_up(follow_up)
        self._written()

    def _on_day_wanted(self, days: int) -> None:
        if self._day is not None:
            self._turn_to(self._day + timedelta(days=days))

    def _on_closed(self) -> None:
        asked = self._view().asks_worse
        window, self._window = self._window, None
        if asked:
            self._keep_follow_up("not-answered")
        self._before.clear()
        if window is not None:
            window.deleteLater()

    # What is so

    def _written(self) -> None:
        self._known = None
        self._keeping.look()
        self._show_day()
        self.changed.emit()

    def _turn_to(self, day: date) -> None:
        if day != self._day:
            self._before.clear()
        self._day = day
        self._show_day()

    def _show_day(self) -> None:
        if self._window is not None:
            self._window.show_day(self._view())

    def _view(self) -> DayView:
        today = self._today()
        day = self._day or today
        first = day - timedelta(days=trends.WEEK)
        entries = {one.day: one for one in self._store.entries(first, day)}
        entry = entries.get(day)
        return diary_lines.day_view(
            day,
            today,
            entries,
            asks_worse=entry is not None and day == today and self._asks_worse(today),
            fresh=bool(self._before),
            unsaved=self._store.trouble if self._store.unsaved else None,
            remark=self._store.notice,
            back_days=BACK_DAYS,
        )

    def _asks_worse(self, today: date) -> bool:
        yesterday = today - timedelta(days=1)
        if self._store.followed_up(today):
            return False
        works = self._store.works(since=yesterday)
        return any(work.day == yesterday and work.worked_s > 0 for work in works)

    def _now(self) -> datetime:
        return self._parts.driver.clock.now().wall

    def _today(self) -> date:
        return trends.day_of(self._now())
