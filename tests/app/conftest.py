"""The parts of the app around a clock moved by hand, with real rules and windows."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QRect, Signal

from deskstretch.app import content, rules
from deskstretch.app.driver import Driver
from deskstretch.app.history import History
from deskstretch.app.live_settings import LiveSettings
from deskstretch.app.look import Looks
from deskstretch.app.parts import Parts
from deskstretch.desktop import paths
from deskstretch.desktop.idle.unknown import UnknownIdle
from deskstretch.desktop.paths import Places
from deskstretch.diary.store import Store
from deskstretch.reminders import events
from deskstretch.reminders.moment import Moment
from deskstretch.reminders.planner import Planner
from deskstretch.settings.file import SettingsFile
from deskstretch.ui import theme

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
READ = """
[safety]
notice_read = "2026-03-01"
warnings_read = ["kneeling-hip-flexor", "lat-stretch", "standing-hip-flexor"]
"""


class HandClock:
    """A clock moved by hand: `works` seconds awake, `sleeps` seconds asleep."""

    def __init__(self):
        self.awake_s = 0.0
        self.asleep_s = 0.0

    def now(self):
        steady = self.awake_s + self.asleep_s
        return Moment(steady, START + timedelta(seconds=steady))

    def awake(self):
        return self.awake_s

    def asleep(self):
        return self.asleep_s

    def boot(self):
        return "one"


class NoAlarm:
    def wake_at(self, steady):
        self.at = steady


class ListNotifier(QObject):
    """Keeps what it was to send; a test presses its buttons."""

    action_chosen = Signal(int, str)
    closed = Signal(int)
    name = "list"

    def __init__(self):
        super().__init__()
        self.sent = {}
        self.withdrawn = []

    def send(self, title, body, actions=None):
        number = len(self.sent) + 1
        self.sent[number] = (title, body, actions)
        return number

    def withdraw(self, number):
        self.withdrawn.append(number)


@pytest.fixture
def desk(qapp, tmp_path, monkeypatch):
    """Make the parts for settings given as TOML; everything else is as usual."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    kept = []

    def make(settings=READ):
        places = Places(str(tmp_path / "profile"))
        places.create()
        places.settings_file.write_text(settings, encoding="utf-8")
        catalogue = content.load(places)
        file = SettingsFile(places.settings_file, content.slugs(catalogue))
        file.load(date(2026, 3, 2))
        parent, clock = QObject(), HandClock()
        live = LiveSettings(file, clock, parent)
        library = rules.library(catalogue)
        planner = Planner(rules.rules(live.settings, library), library)
        driver = Driver(planner, clock, NoAlarm(), parent)
        store = Store.open(places.database, date(2026, 3, 2))
        tokens = theme.load(paths.asset("theme.toml"))
        notifier = ListNotifier()
        parts = Parts(
            live,
            catalogue,
            driver,
            History(store),
            Looks(qapp, tokens, live.settings),
            SimpleNamespace(geometry=QRect),
            UnknownIdle(),
            notifier,
            can_place_cards=True,
        )
        effects = []
        driver.effect_arose.connect(effects.append)
        driver.dispatch(events.Started())
        driver.dispatch(events.Input())
        kept.append((parent, store))
        return SimpleNamespace(
            parts=parts, clock=clock, driver=driver, parent=parent, effects=effects
        )

    yield make
    for parent, store in kept:
        store.close()
        parent.deleteLater()
