"""The parts of the app around a clock moved by hand, with real rules and windows."""

from datetime import date
from functools import cache

import pytest
from outside import (
    START,
    HandAlarm,
    HandBackend,
    HandCard,
    HandClock,
    HandIdle,
    HandQuiet,
    HandSession,
    HandTray,
    HandTrayWatch,
)
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from deskstretch.app import content, fitting, rules
from deskstretch.app.desk import Desk
from deskstretch.app.driver import Driver
from deskstretch.app.history import History
from deskstretch.app.live_settings import LiveSettings
from deskstretch.app.look import Looks
from deskstretch.app.parts import Parts
from deskstretch.desktop import paths
from deskstretch.desktop.idle.unknown import UnknownIdle
from deskstretch.desktop.instance import Later
from deskstretch.desktop.notify import Notifier
from deskstretch.desktop.paths import Places
from deskstretch.diary.store import Store
from deskstretch.movements import catalogue
from deskstretch.reminders import events
from deskstretch.reminders.planner import Planner
from deskstretch.settings.file import SettingsFile
from deskstretch.ui import theme

TODAY = START.date()
EVER = date(2026, 1, 1)
READ = """
[safety]
notice_read = "2026-03-01"
warnings_read = ["kneeling-hip-flexor", "lat-stretch", "standing-hip-flexor"]
checks_done = ["active-hang", "lat-stretch"]
"""
USUAL_BUT_THE_DIARY = """
[[reminder]]
name = "hip-flexor"
does = "kneeling-hip-flexor"
kind = "desk-time"

[[reminder]]
name = "lat-stretch"
does = "lat-stretch"
kind = "on-return"

[[reminder]]
name = "morning"
does = "seven-minute"
kind = "daily"
"""
"""Most stories begin with the first input of a day, and are not about the diary."""


@cache
def shipped():
    """Return the movements that are shipped; reading them takes a while."""
    return catalogue.load(
        paths.assets("movements", ".toml"),
        routine_files=paths.assets("routines", ".toml"),
    )


@cache
def shipped_tokens():
    return theme.load(paths.asset("theme.toml"))


def answered(answer):
    """Return an answer, one that comes later too; None if it did not come yet."""
    if not isinstance(answer, Later):
        return answer
    came = []
    answer.begin(came.append)
    return came[0] if came else None


class Here:
    """One app and what stands around it, with the words a story is told in."""

    def __init__(self, application, folder, settings, idle, tray, *, places_cards):
        places = Places(str(folder / "profile"))
        places.create()
        self.settings_file = places.settings_file
        self.settings_file.write_text(settings, encoding="utf-8")
        movements = shipped()
        file = SettingsFile(places.settings_file, content.slugs(movements))
        file.load(TODAY)
        self.parent, self.clock, self.alarm = QObject(), HandClock(), HandAlarm()
        self.idle = HandIdle(self.clock) if idle == "hand" else UnknownIdle()
        self.tray = tray or HandTray()
        self.backend = HandBackend()
        self.session, self.quiet = HandSession(), HandQuiet()
        live = LiveSettings(file, self.clock, self.parent)
        library = rules.library(movements, live.settings)
        in_force = fitting.rules_for(live.settings, library, movements)
        planner = Planner(in_force, library)
        self.driver = Driver(planner, self.clock, self.alarm, self.parent)
        self.store = Store.open(places.database, TODAY)
        self.store._file.connection.execute("PRAGMA synchronous=OFF")  # no test needs
        self.parts = Parts(
            live,
            movements,
            self.driver,
            History(self.store),
            Looks(application, shipped_tokens(), live.settings),
            self.tray,
            self.idle,
            self.session,
            self.quiet,
            Notifier(None, None, self.parent, [self.backend]),
            can_place_cards=places_cards,
        )
        self.effects = []
        self.driver.effect_arose.connect(self.effects.append)

    def passes(self, seconds):
        """Let time pass; the app is woken when it asks for it."""
        until = self.clock.awake_s + seconds
        wakes = 0
        while self.alarm.at is not None:
            at = self.alarm.at - self.clock.asleep_s
            if at > until:
                break
            self.clock.awake_s = max(self.clock.awake_s, at)
            self.driver.dispatch(events.Tick())
            wakes += 1
            assert wakes < 100 + seconds, "it asks to spin"
        self.clock.awake_s = until

    @property
    def phase(self):
        return self.driver.status_now().phase

    @property
    def answers(self):
        """What became of every prompt that was kept, in their order."""
        return [one.answer for one in self.store.prompts(since=EVER)]

    def puts(self, **changes):
        """Change settings from inside the app: `limits_snooze` is limits.snooze."""
        named = {key.replace("_", ".", 1): value for key, value in changes.items()}
        self.parts.live.put(named)


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    """Make the parts for settings given as TOML; everything else is as usual."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    before = (qapp.style().objectName(), QPalette(qapp.palette()), qapp.font())
    kept = []

    def make(
        settings=READ,
        *,
        idle=None,
        tray=None,
        started=True,
        places_cards=True,
        diary=False,
    ):
        if not diary and "reminder" not in settings:
            settings += USUAL_BUT_THE_DIARY
        here = Here(qapp, tmp_path, settings, idle, tray, places_cards=places_cards)
        kept.append(here)
        if started:
            here.driver.dispatch(events.Started())
            here.driver.dispatch(events.Input())
        return here

    yield make
    for here in kept:
        here.store.close()
        here.parent.deleteLater()
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.fixture
def app(desk, monkeypatch):
    """Make the whole app but for its way to the desktop, with somebody at work.

    `card` is a hand-made one that is on the screen when the test says so; it is
    None until the app has made it. `cards=None` leaves the real one in.
    """
    kept = []

    def make(settings=READ, *, idle="hand", cards=HandCard, at_work=True, **options):
        here = desk(settings, idle=idle, started=False, **options)
        here.card = None
        if cards is not None:

            def made(look, **how):
                here.card = cards(look, **how)
                return here.card

            monkeypatch.setattr("deskstretch.ui.prompt_card.PromptCard", made)
        here.tray_watch = HandTrayWatch()
        here.desk = Desk(here.parts, here.tray_watch, here.parent)
        here.player = lambda: here.desk.sessions._window
        here.tells = lambda command, **arguments: answered(
            here.desk.requests.answer({"cmd": command, "args": arguments})
        )

        def is_busy(*reasons):
            here.quiet.reasons = frozenset(reasons)
            here.desk.looking.look()

        here.is_busy = is_busy
        kept.append(here)
        here.desk.start()
        if at_work and idle == "hand":
            here.idle.touches()
        return here

    yield make
    for here in kept:
        here.desk.sessions.end()
