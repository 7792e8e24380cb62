"""The desk at work: facts from the outside go in, windows and the tray come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from deskstretch.app import fitting, pauses, rules, tray_lines
from deskstretch.app.diary_desk import DiaryDesk
from deskstretch.app.fitting import Fitting
from deskstretch.app.keeping import Keeping
from deskstretch.app.levels import Levels
from deskstretch.app.listening import Listening
from deskstretch.app.looking import Looking
from deskstretch.app.prompting import Prompting
from deskstretch.app.red_flag import RedFlag
from deskstretch.app.requests import Requests
from deskstretch.app.sessions import Sessions
from deskstretch.app.windows import Windows
from deskstretch.reminders import events
from deskstretch.reminders.reminder import DIARY

if TYPE_CHECKING:
    from deskstretch.app.parts import Parts
    from deskstretch.desktop.tray_watch import TrayWatch
    from deskstretch.reminders.rules import Rules
    from deskstretch.settings.model import Settings
    from deskstretch.ui.tray import ArtChoice


class Desk(QObject):
    """Connects the sources of facts, the planner and what the person sees.

    Wake-ups become ticks, changed settings new rules, wishes from the tray events
    or windows. After each step the tray says how things stand.
    """

    quit_requested = Signal()

    def __init__(self, parts: Parts, tray_watch: TrayWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._was_in_tray = False
        self._library = rules.library(parts.content, parts.live.settings)
        self.looking = Looking(parts.driver, parts.quiet, parts.live, self)
        self.listening = Listening(
            parts.driver, parts.idle, parts.session, self.looking.look, self
        )
        self.keeping = Keeping(parts.driver, parts.history, parts.live, self)
        self.red_flag = RedFlag(parts.live, parts.history, self)
        self.fitting = Fitting(
            parts.content,
            parts.live,
            parts.driver.in_morning_guard,
            Levels(parts.history.store),
        )
        self.sessions = Sessions(parts, self.fitting, self)
        self.prompting = Prompting(parts, self.looking.look, self.fitting, self)
        self.windows = Windows(parts, self.keeping, self)
        self.diary = DiaryDesk(parts, self.keeping, self)
        self.requests = Requests(
            parts,
            self.prompting,
            self.sessions,
            self.fitting,
            self.diary,
            self.looking.look,
            self,
        )
        self._connect(tray_watch)

    def start(self) -> None:
        """Tell the planner that the program runs, and listen to the desktop."""
        self.red_flag.look()
        self._parts.driver.dispatch(events.Started())
        self.listening.begin(self._rules().idle_after_s)
        self.looking.look()
        self._parts.tray.use_art(_art(self._parts.live.settings))
        self._refresh()
        self._was_in_tray = self._parts.tray.available
        if not self._was_in_tray:
            self.windows.show_small(has_tray=False)

    def end(self) -> None:
        """Let go: an open session is kept, the planner's state is written."""
        self.sessions.end()
        self.diary.end()
        self._parts.driver.dispatch(events.Ended())
        self.keeping.save()
        self._parts.tray.hide()

    def _connect(self, tray_watch: TrayWatch) -> None:
        parts = self._parts
        parts.driver.settled.connect(self._refresh)
        parts.live.changed.connect(self._on_settings_changed)
        parts.live.problems_changed.connect(self._refresh)
        self.keeping.changed.connect(self._refresh)
        self.listening.left.connect(self._on_left)
        self.sessions.changed.connect(self._refresh)
        tray_watch.host_appeared.connect(self._on_tray_host_appeared)
        tray_watch.host_vanished.connect(self._on_tray_host_vanished)
        self.prompting.start_requested.connect(self._on_start_requested)
        self.prompting.diary_requested.connect(self.diary.show)
        self.prompting.diary_rated.connect(self.diary.rate_today)
        self.diary.changed.connect(self._refresh)
        self.diary.worse_reported.connect(self.windows.show_worse)
        self.prompting.unseen.connect(self._on_prompt_unseen)
        self.requests.show_requested.connect(self._on_show_requested)
        self.requests.quit_requested.connect(self.quit_requested)
        self.windows.hurt_reported.connect(self.sessions.hurt)
        self.windows.hurt_mistaken.connect(self.sessions.mistaken)
        self.windows.signs_closed.connect(self.sessions.signs_closed)
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
        tray.diary_requested.connect(self._on_diary_wanted)
        tray.settings_requested.connect(self.windows.show_settings)
        tray.check_requested.connect(self._on_check_requested)
        tray.stop_signs_requested.connect(self.windows.show_stop_signs)
        tray.quit_requested.connect(self.quit_requested)

    # The desktop

    def on_woken(self) -> None:
        """A wake-up came: due or not, early or late, the planner knows."""
        self._parts.driver.dispatch(events.Tick())

    def _on_tray_host_appeared(self) -> None:
        """A tray came: Qt goes back by itself into one that it has been in."""
        if not self._was_in_tray:
            self._was_in_tray = True
            self._parts.tray.recreate()
        self._refresh()
        self.windows.set_has_tray(has_tray=True)

    def _on_tray_host_vanished(self) -> None:
        self.windows.set_has_tray(has_tray=self._parts.tray.available)

    def _rules(self) -> Rules:
        return fitting.rules_for(
            self._parts.live.settings, self._library, self._parts.content
        )

    def _on_settings_changed(self) -> None:
        settings = self._parts.live.settings
        self._parts.looks.follow(settings)
        self._parts.tray.use_art(_art(settings))
        self._library = rules.library(self._parts.content, settings)
        in_force = self._rules()
        self._parts.driver.dispatch(events.RulesChanged(in_force, self._library))
        self.listening.listen(in_force.idle_after_s)

    def _on_left(self) -> None:
        """Make the return card now, while nobody waits for it."""
        status = self._parts.driver.status()
        asks = any(one.kind == "on-return" for one in status.reminders)
        if asks and status.phase == "away":
            self.prompting.prepare_for_return()

    # What is seen

    def _refresh(self) -> None:
        status = self._parts.driver.status()
        view = tray_lines.view(
            status,
            tray_lines.in_menu_order(self.fitting.allowed(), status),
            self._parts.driver.clock.now().wall,
            self.sessions.left_s(),
            blocked=rules.blocked(self._parts.live.settings),
            can_tell=self._parts.idle.can_tell,
            needs_a_look=bool(self.keeping.troubles or self._parts.live.file.problems),
            diary_filled=self.diary.filled_in,
        )
        self._parts.tray.show(view)
        self.windows.show_view(view)

    # What is wished

    def _on_start_requested(self, does: str) -> None:
        item = self.fitting.prompted(does)
        profile = does.partition("/")[2]
        slug = f"{item.slug}/{profile}" if profile in item.movement.doses else ""
        # A press in the very moment of the time-out comes too late for the planner.
        accepted = self._parts.driver.status().session is not None
        self.sessions.open(slug or item.slug, accepted=accepted)

    def _on_show_requested(self) -> None:
        self.windows.show_small(has_tray=self._parts.tray.available)

    def _on_prompt_unseen(self) -> None:
        if not self._parts.tray.available:
            self.windows.show_small(has_tray=False)

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
        self.looking.look()

    def _on_prompt_requested(self) -> None:
        refused = self._parts.driver.ask(events.Asked())
        if refused is not None:
            self._on_show_requested()

    def _on_prompt_snoozed(self) -> None:
        self.prompting.snooze(None)

    def _on_diary_wanted(self) -> None:
        """Open the diary; where its card is open, that answers it."""
        prompt = self.prompting.prompt
        if prompt is None or prompt.does != DIARY or not self.prompting.start():
            self.diary.show()

    def _on_movement_chosen(self, slug: str) -> None:
        self.sessions.open(slug)

    def _on_pause_chosen(self, chosen: str) -> None:
        wall = self._parts.driver.clock.now().wall
        self._parts.driver.dispatch(pauses.paused(chosen, wall))

    def _on_resume_chosen(self) -> None:
        self._parts.driver.dispatch(events.Resumed())


def _art(settings: Settings) -> ArtChoice:
    return cast("ArtChoice", settings["appearance.tray_icon"])
