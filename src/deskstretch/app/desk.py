"""The desk at work: facts from the outside go in, windows and the tray come out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.app import pauses, rules, tray_lines
from deskstretch.app.prompting import Prompting
from deskstretch.app.requests import Requests
from deskstretch.app.sessions import Sessions
from deskstretch.app.windows import Windows
from deskstretch.movements import screening
from deskstretch.reminders import events
from deskstretch.reminders.effects import Save

if TYPE_CHECKING:
    from deskstretch.app.parts import Parts
    from deskstretch.desktop.idle import Watch
    from deskstretch.desktop.tray_watch import TrayWatch
    from deskstretch.movements.movement import Movement
    from deskstretch.reminders.rules import Rules
    from deskstretch.settings.model import Settings
    from deskstretch.ui.tray import ArtChoice

_log = logging.getLogger(__name__)
_RETRY_MS = 30_000


class Desk(QObject):
    """Connects the sources of facts, the planner and what the person sees.

    Input and idle time become events, wake-ups become ticks, wishes from the tray
    become events or windows. After each step the tray says how things stand. What
    the disk refused is tried again every half minute for as long as it waits.
    """

    quit_requested = Signal()

    def __init__(self, parts: Parts, tray_watch: TrayWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._watch: Watch | None = None
        self._watched_s = 0.0
        self._first_input: Watch | None = None
        self._was_in_tray = False
        self.sessions = Sessions(parts, self)
        self.prompting = Prompting(parts, self.offered, self)
        self.windows = Windows(parts, self)
        self.requests = Requests(parts, self.prompting, self.sessions, self)
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self._on_retry_due)
        self._connect(tray_watch)

    def start(self) -> None:
        """Tell the planner that the program runs, and listen to the desktop."""
        self._parts.driver.dispatch(events.Started())
        self._wait_for_input()
        self._listen()
        self._parts.tray.use_art(_art(self._parts.live.settings))
        self._refresh()
        self._was_in_tray = self._parts.tray.available
        if not self._was_in_tray:
            self.windows.show_small(has_tray=False)

    def end(self) -> None:
        """Let go: an open session is kept, the planner's state is written."""
        self.sessions.end()
        self._parts.driver.dispatch(events.Ended())
        self._save()
        self._parts.tray.hide()

    def offered(self, slug: str) -> Movement:
        """Return the version of a movement that fits this person and place."""
        movement, _dose = self._parts.content.find(slug)
        settings = self._parts.live.settings
        answers = screening.Answers(standing_only=settings["place.at"] == "office")
        movements = self._parts.content.movements
        return screening.offer(movement, answers, movements).movement or movement

    def _connect(self, tray_watch: TrayWatch) -> None:
        parts = self._parts
        parts.driver.effect_arose.connect(self._on_effect_arose)
        parts.driver.settled.connect(self._refresh)
        parts.driver.sleep_noticed.connect(self._wait_for_input)
        parts.live.changed.connect(self._on_settings_changed)
        parts.live.problems_changed.connect(self._look_after_saving)
        tray_watch.host_appeared.connect(self._on_tray_host_appeared)
        self.prompting.start_requested.connect(self._on_start_requested)
        self.requests.show_requested.connect(self._on_show_requested)
        self.requests.quit_requested.connect(self.quit_requested)
        self.windows.hurt_reported.connect(self._on_hurt_reported)
        self.windows.hurt_mistaken.connect(self._on_hurt_mistaken)
        tray = parts.tray
        tray.menu_about_to_show.connect(self._on_menu_opening)
        tray.prompt_requested.connect(self._on_prompt_requested)
        tray.prompt_accepted.connect(self.prompting.start)
        tray.prompt_snoozed.connect(self._on_prompt_snoozed)
        tray.prompt_skipped.connect(self.prompting.skip)
        tray.movement_chosen.connect(self._on_movement_chosen)
        tray.pause_chosen.connect(self._on_pause_chosen)
        tray.resume_chosen.connect(self._on_resume_chosen)
        tray.enough_chosen.connect(self.prompting.enough)
        tray.session_requested.connect(self.sessions.show)
        tray.settings_requested.connect(self.windows.show_settings)
        tray.check_requested.connect(self._on_check_requested)
        tray.stop_signs_requested.connect(self.windows.show_stop_signs)
        tray.quit_requested.connect(self.quit_requested)

    # The desktop

    def _listen(self) -> None:
        """Watch for the shortest absence that matters, and for its end."""
        if self._watch is not None:
            self._watch.stop()
        self._watched_s = self._rules().idle_after_s
        self._watch = self._parts.idle.watch(self._watched_s)
        self._watch.idled.connect(self._on_idled)
        self._watch.resumed.connect(self._on_input_resumed)

    def _wait_for_input(self) -> None:
        """Notice somebody at work, where no absence was seen to end.

        At the start and after a sleep only input says that somebody is there.
        """
        if not self._parts.idle.can_tell:
            self._parts.driver.dispatch(events.Input())
            return
        if self._first_input is not None:
            self._first_input.stop()
        self._first_input = self._parts.idle.watch(0.0)
        self._first_input.resumed.connect(self._on_first_input)

    def _on_first_input(self) -> None:
        if self._first_input is not None:
            self._first_input.stop()
            self._first_input = None
            self._parts.driver.dispatch(events.Input())

    def on_woken(self) -> None:
        """A wake-up came: due or not, early or late, the planner knows."""
        self._parts.driver.dispatch(events.Tick())

    def _on_idled(self, idle_s: float) -> None:
        now = self._parts.driver.clock.now().steady
        self._parts.driver.dispatch(events.Idled(now - idle_s))
        self.prompting.prepare()  # now, while nobody waits for it

    def _on_input_resumed(self) -> None:
        self._parts.driver.dispatch(events.Input())

    def _on_tray_host_appeared(self) -> None:
        """A tray came: Qt goes back by itself into one that it has been in."""
        if not self._was_in_tray:
            self._was_in_tray = True
            self._parts.tray.recreate()
        self._refresh()

    def _rules(self) -> Rules:
        return rules.rules(
            self._parts.live.settings, rules.library(self._parts.content)
        )

    # The planner

    def _on_effect_arose(self, effect: object) -> None:
        if isinstance(effect, Save):
            self._save()

    def _save(self) -> None:
        driver = self._parts.driver
        self._parts.history.keep_snapshot(
            driver.planner.snapshot(), driver.clock.boot()
        )
        self._look_after_saving()

    def _look_after_saving(self) -> None:
        """Try again, for as long as the disk refuses; say so where it is read."""
        store, file = self._parts.history.store, self._parts.live.file
        waiting = bool(store.trouble or file.trouble)
        if waiting != self._retry.isActive():
            for trouble in self._parts.troubles():
                _log.warning("%s", trouble)
            if waiting:
                self._retry.start()
            else:
                self._retry.stop()
            self.windows.show_problems()

    def _on_retry_due(self) -> None:
        self._parts.history.store.retry()
        self._parts.live.retry()
        self._look_after_saving()

    def _on_settings_changed(self) -> None:
        settings = self._parts.live.settings
        self._parts.looks.follow(settings)
        self._parts.tray.use_art(_art(settings))
        self._parts.driver.dispatch(events.RulesChanged(self._rules()))
        if self._rules().idle_after_s != self._watched_s:
            self._listen()

    # What is seen

    def _refresh(self) -> None:
        status = self._parts.driver.status()
        view = tray_lines.view(
            status,
            tray_lines.in_menu_order(self._parts.content.movements, status),
            self._parts.driver.clock.now().wall,
            self.sessions.left_s(),
            blocked=rules.blocked(self._parts.live.settings),
        )
        self._parts.tray.show(view)
        self.windows.show_view(view)

    # What is wished

    def _on_start_requested(self, does: str) -> None:
        movement = self.offered(does)
        profile = does.partition("/")[2]
        slug = f"{movement.slug}/{profile}" if profile in movement.doses else ""
        self.sessions.open(slug or movement.slug, accepted=True)

    def _on_show_requested(self) -> None:
        self.windows.show_small(has_tray=self._parts.tray.available)

    def _on_check_requested(self) -> None:
        """Open the short check or, after a red flag, the page that says what to do."""
        if rules.blocked(self._parts.live.settings):
            self.sessions.open(next(iter(self._parts.content.movements)))
        else:
            self.windows.show_check()

    def _on_menu_opening(self) -> None:
        """Let the menu say what is so now, in our look where Qt draws it."""
        self._parts.looks.put_on()
        self.on_woken()

    def _on_prompt_requested(self) -> None:
        refused = self._parts.driver.ask(events.Asked())
        if refused is not None:
            self._on_show_requested()

    def _on_prompt_snoozed(self) -> None:
        self.prompting.snooze(None)

    def _on_movement_chosen(self, slug: str) -> None:
        self.sessions.open(slug)

    def _on_pause_chosen(self, chosen: str) -> None:
        wall = self._parts.driver.clock.now().wall
        self._parts.driver.dispatch(pauses.paused(chosen, wall))

    def _on_resume_chosen(self) -> None:
        self._parts.driver.dispatch(events.Resumed())

    def _on_hurt_reported(self, sign: events.Sign) -> None:
        self.sessions.end()
        self._parts.driver.dispatch(events.Hurt(sign))

    def _on_hurt_mistaken(self) -> None:
        self._parts.driver.dispatch(events.Mistaken())


def _art(settings: Settings) -> ArtChoice:
    return cast("ArtChoice", settings["appearance.tray_icon"])
