"""The windows beside the player: made when first asked for, gone when closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.app.tray_lines import until
from deskstretch.coaching.safety import CHECK_CLEAR, CHECK_NOT_YET
from deskstretch.reminders import events
from deskstretch.words import words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from deskstretch.app.keeping import Keeping
    from deskstretch.app.parts import Parts
    from deskstretch.settings.fields import Value
    from deskstretch.ui.safety.windows import CheckWindow, StopSignsWindow
    from deskstretch.ui.settings.window import SettingsWindow
    from deskstretch.ui.small_window import SmallWindow
    from deskstretch.ui.tray_view import TrayView


class Windows(QObject):
    """Opens the small window, the settings, the stop signs and the short check.

    Each exists once; asking again brings it to the front. What is chosen in them
    goes to the settings or, as a fact, to whoever listens.
    """

    hurt_reported = Signal(str)
    hurt_mistaken = Signal()
    signs_closed = Signal()

    def __init__(self, parts: Parts, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._keeping = keeping
        keeping.changed.connect(self.show_problems)
        self._view: TrayView | None = None
        self._small: SmallWindow | None = None
        self._settings: SettingsWindow | None = None
        self._signs: StopSignsWindow | None = None
        self._check: CheckWindow | None = None
        parts.live.problems_changed.connect(self.show_problems)

    def show_view(self, view: TrayView) -> None:
        """Show a view in the small window, if it is open, and in later ones."""
        self._view = view
        if self._small is not None and self._small.isVisible():
            self._small.show_view(view)

    def set_has_tray(self, *, has_tray: bool) -> None:
        """Let the small window know of a tray that came or went.

        Asking Qt costs twenty messages on the bus, so nobody asks at each step.
        """
        if self._small is not None:
            self._small.set_has_tray(has_tray=has_tray)

    def show_small(self, *, has_tray: bool) -> None:
        """Open the small window; without a tray it says so."""
        from deskstretch.ui.small_window import SmallWindow

        if self._small is None:
            self._small = SmallWindow(self._parts.look, self._parts.tray)
        if self._view is not None:
            self._small.show_view(self._view)
        self._small.show_window(has_tray=has_tray)

    def show_settings(self) -> None:
        """Open the settings window with what is in force."""
        from deskstretch.app.voicing import missing
        from deskstretch.ui.settings.window import SettingsWindow

        live = self._parts.live
        if self._settings is None:
            names = {
                slug: words(one.name)
                for named in (
                    self._parts.content.movements,
                    self._parts.content.routines,
                )
                for slug, one in named.items()
            }
            window = SettingsWindow(self._parts.look, live.settings, names, missing())
            window.changed.connect(self._on_setting_changed)
            window.stop_signs_requested.connect(self.show_stop_signs)
            window.finished.connect(self._on_settings_closed)
            self._settings = window
        self.show_problems()
        _to_front(self._settings)

    def show_stop_signs(self) -> None:
        """Open the stop signs without a session."""
        from deskstretch.ui.safety.windows import StopSignsWindow

        if self._signs is None:
            self._signs = StopSignsWindow(self._parts.look)
            self._signs.hurt_reported.connect(self.hurt_reported)
            self._signs.mistaken.connect(self.hurt_mistaken)
            self._signs.closed.connect(self._on_signs_closed)
        _to_front(self._signs)

    def show_worse(self) -> None:
        """Open the advice for pain that is worse on the day after, and report it."""
        self.show_stop_signs()
        if self._signs is not None:
            self._signs.signs.choose("worse")

    def show_check(self) -> None:
        """Open the short check, or say from when on it can be passed."""
        from deskstretch.ui.safety.windows import CheckWindow

        stop = self._parts.driver.status().stop
        if stop is None:
            return
        if self._check is None:
            now = self._parts.driver.clock.now().wall
            opens_on = None
            if not stop.open:
                when = until(stop.check_at, now)
                opens_on = words("The check can be done from {when} on.", when=when)
            window = CheckWindow(
                self._parts.look, asks_seen=stop.asks, opens_on=opens_on
            )
            window.check_answered.connect(self._on_check_answered)
            window.hurt_reported.connect(self.hurt_reported)
            window.closed.connect(self._on_check_closed)
            self._check = window
        _to_front(self._check)

    def _on_setting_changed(self, key: str, value: Value) -> None:
        self._parts.live.put({key: value})

    def show_problems(self) -> None:
        """Say in the settings window what is wrong or not saved."""
        if self._settings is not None:
            file = self._parts.live.file
            self._settings.show_settings(
                file.settings,
                file.problems,
                self._keeping.troubles,
                [
                    words("{problem}", problem=str(problem))
                    for problem in self._parts.content.problems
                ],
                by_the_clock=not self._parts.idle.can_tell,
            )

    def _on_check_answered(self, clear: bool, seen: bool | None) -> None:  # noqa: FBT001  Qt's signal
        if clear:
            self._parts.driver.dispatch(events.Checked(seen))
        lifted = self._parts.driver.status().stop is None
        if clear and lifted:
            now = self._parts.driver.clock.now().wall
            self._parts.history.checked(now, seen=seen)
        if self._check is not None:
            self._check.show_outcome(CHECK_CLEAR if lifted else CHECK_NOT_YET)

    def _on_settings_closed(self) -> None:
        _let_go(self._settings)
        self._settings = None

    def _on_signs_closed(self) -> None:
        _let_go(self._signs)
        self._signs = None
        self.signs_closed.emit()

    def _on_check_closed(self) -> None:
        _let_go(self._check)
        self._check = None


def _to_front(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _let_go(window: QWidget | None) -> None:
    """Give up a closed window go; what it cost comes back."""
    if window is not None:
        window.deleteLater()
