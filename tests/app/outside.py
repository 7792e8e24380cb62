"""What stands around the app, moved by hand: clock, idle time, tray, notifications."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QRect, Signal

from deskstretch.desktop.idle import Watch
from deskstretch.desktop.notify import Backend
from deskstretch.reminders.moment import Moment
from deskstretch.ui.tray_view import Wishes

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""A Monday."""


class HandClock:
    """A clock moved by hand: `awake_s` seconds awake, `asleep_s` seconds asleep."""

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


class HandAlarm:
    """Knows when the app wants to be woken; somebody else does it."""

    at = None

    def wake_at(self, steady):
        self.at = steady


class HandWatch(Watch):
    """One threshold; speaks in turn, and never again after `stop`."""

    def __init__(self, source, seconds):
        super().__init__(source)
        self.seconds = seconds
        self.idle = False
        self.stopped = False

    def see(self, idle_s):
        if self.stopped or self.idle == (idle_s >= self.seconds):
            return
        self.idle = not self.idle
        if self.idle:
            self.idled.emit(idle_s)
        else:
            self.resumed.emit()

    def stop(self):
        self.stopped = True


class HandIdle(QObject):
    """Idle time as a source would tell it, of a person moved by hand.

    The person has been idle for some seconds already when it begins.
    """

    name = "hand"
    can_tell = True

    def __init__(self, clock, idle_s=2.0):
        super().__init__()
        self._clock = clock
        self._idle_s = idle_s
        self.watches = []

    @property
    def open(self):
        """The thresholds that are watched, in seconds."""
        return sorted(one.seconds for one in self.watches if not one.stopped)

    def watch(self, seconds):
        self.watches.append(HandWatch(self, seconds))
        return self.watches[-1]

    def rests(self, seconds):
        """Let time pass without input; watches speak when they have to."""
        until = self._idle_s + seconds
        for threshold in self._coming(until):
            self._move_to(max(threshold, self._idle_s))
            for watch in list(self.watches):
                watch.see(self._idle_s)
        self._move_to(until)

    def touches(self):
        """Give one input, and go on giving it."""
        self.rests(0)
        self._idle_s = 0.0
        for watch in list(self.watches):
            watch.see(0.0 if watch.seconds else -1.0)

    def _coming(self, until):
        return sorted({one.seconds for one in self.watches if one.seconds <= until})

    def _move_to(self, idle_s):
        self._clock.awake_s += idle_s - self._idle_s
        self._idle_s = idle_s


class HandSession(QObject):
    """Sleep, lock and session switch, as a test says."""

    slept = Signal()
    woke = Signal()
    locked = Signal()
    unlocked = Signal()
    switched_away = Signal()
    switched_back = Signal()

    def __init__(self):
        super().__init__()
        self.shut = False
        self.begun = False
        self.doubts = 0
        self.locked.connect(self._on_shut)
        self.unlocked.connect(self._on_open)
        self.switched_away.connect(self._on_shut)
        self.switched_back.connect(self._on_open)
        self.sleeps = False
        self.slept.connect(self._on_slept)
        self.woke.connect(self._on_woke)

    def begin(self):
        self.begun = True

    def doubt(self):
        self.doubts += 1

    def is_awake(self):
        if self.sleeps:
            self.woke.emit()

    def _on_slept(self):
        self.shut = self.sleeps = True

    def _on_woke(self):
        self.shut = self.sleeps = False

    def _on_shut(self):
        self.shut = True

    def _on_open(self):
        self.shut = False


class HandQuiet:
    """Reasons for quiet, as a test says; `waits` keeps the answers back."""

    def __init__(self):
        self.reasons = frozenset()
        self.waits = False
        self.looks = 0
        self.wanted = frozenset()
        self._callers = []

    def look(self, done, wanted):
        self.looks += 1
        self.wanted = wanted
        self._callers.append(done)
        if not self.waits:
            self.answers()

    def answers(self):
        callers, self._callers = self._callers, []
        for done in callers:
            done(self.reasons & self.wanted)


class HandTray(Wishes):
    """Keeps what it was to show; a test emits its wishes."""

    def __init__(self, available=True):
        super().__init__()
        self.there = available
        self.questions = 0
        self.view = None
        self.art = None
        self.made = 1
        self.hidden = False

    @property
    def available(self):
        self.questions += 1  # each is twenty messages on the bus
        return self.there

    @available.setter
    def available(self, there):
        self.there = there

    @property
    def line(self):
        return str(self.view.first_line)

    def show(self, view):
        self.view = view

    def use_art(self, choice):
        self.art = choice

    def recreate(self):
        self.made += 1

    def hide(self):
        self.hidden = True

    def geometry(self):
        return QRect()


class HandTrayWatch(QObject):
    host_appeared = Signal()
    host_vanished = Signal()


class HandBackend(Backend):
    """Keeps what it was to show; a test says what became of it."""

    name = "hand"

    def __init__(self):
        super().__init__()
        self.sent = []
        self.withdrawn = []

    @property
    def last(self):
        return self.sent[-1]

    def show(self, notification):
        self.sent.append(notification)

    def withdraw(self, number):
        self.withdrawn.append(number)

    def appears(self):
        self.shown.emit(self.last.id)

    def presses(self, key):
        self.chosen.emit(self.last.id, key)


class HandCard(QObject):
    """A card that is on the screen when the test says so, and pressed likewise."""

    became_visible = Signal()
    not_shown = Signal()
    started = Signal()
    rated = Signal(int)
    snoozed = Signal(object)
    skipped = Signal()
    enough_chosen = Signal()
    pointer_changed = Signal(bool)

    def __init__(self, look, *, composited=False, face=None):
        super().__init__()
        self.face = face
        self.views = []
        self.figures = []
        self.open = False

    @property
    def view(self):
        return self.views[-1]

    def show_prompt(self, view, tray=None, motion=None):
        self.views.append(view)
        self.figures.append(motion)
        self.open = True

    def dismiss(self):
        self.open = False
