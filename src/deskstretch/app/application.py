"""The composition root: builds every part, connects them, and lets them go."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from deskstretch.app import content, fitting, rules
from deskstretch.app.desk import Desk
from deskstretch.app.driver import Driver
from deskstretch.app.history import History
from deskstretch.app.keeping_awake import KeepingAwake, on
from deskstretch.app.live_settings import LiveSettings
from deskstretch.app.look import Looks
from deskstretch.app.parts import Parts
from deskstretch.app.voicing import Voicing
from deskstretch.desktop import client, idle, paths
from deskstretch.desktop.bus import Bus
from deskstretch.desktop.bus_link import system_address
from deskstretch.desktop.clock import Clock
from deskstretch.desktop.instance import Instance, Later
from deskstretch.desktop.notify import Notifier
from deskstretch.desktop.quiet import Quiet
from deskstretch.desktop.quiet import here as quiet_here
from deskstretch.desktop.scheduling import Scheduling
from deskstretch.desktop.sleep import SessionWatch
from deskstretch.desktop.sleep import here as sleep_here
from deskstretch.desktop.termination import Termination
from deskstretch.desktop.tray_watch import TrayWatch
from deskstretch.diary.store import Store
from deskstretch.reminders.planner import Planner
from deskstretch.settings.file import SettingsFile
from deskstretch.ui import theme
from deskstretch.ui.tray import Tray
from deskstretch.ui.tray_icon import TrayArt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskstretch.desktop.paths import Places
    from deskstretch.movements.catalogue import Catalogue

_log = logging.getLogger(__name__)


def run(
    places: Places,
    catalogue: Catalogue,
    request: str | None,
    arguments: Mapping[str, Any],
) -> int:
    """Be the app until it is told to end; returns the exit code.

    Args:
        places: where its files are.
        catalogue: the movements there are.
        request: what to do first (`start`, `prompt`), or None.
        arguments: of that request.
    """
    wanted = os.environ.get("DESKSTRETCH_LOG", "").upper()
    logging.basicConfig(
        level=logging.getLevelNamesMapping().get(wanted, logging.WARNING),
        format="%(levelname)s %(name)s: %(message)s",
    )
    try:
        places.create()
    except OSError as error:
        _log.warning("a folder could not be made: %s", error)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("DeskStretch")
    application.setDesktopFileName("deskstretch")
    application.setQuitOnLastWindowClosed(False)
    root = Root(application, places, catalogue)
    if not root.acquire():
        code = _hand_over(places, request or "show", arguments)
        if code is not None:
            return code
        if not root.acquire():
            sys.stderr.write("DeskStretch is running but does not answer.\n")
            return 1
    root.start()
    if request:
        answer = root.answer({"cmd": request, "args": dict(arguments)})
        if answer["err"]:
            sys.stderr.write(f"{answer['err']}\n")
    return application.exec()


def _hand_over(
    places: Places, request: str, arguments: Mapping[str, Any]
) -> int | None:
    """Give the request to the app that was quicker by a moment.

    Returns None if there is none: a shell's `diary add` may have had the lock.
    """
    try:
        reply = client.send(places.socket, request, arguments, wait_s=2.0)
    except client.NotRunning:
        return None
    except client.NoAnswer as error:
        sys.stderr.write(f"DeskStretch is running but does not answer. {error}\n")
        return 1
    if reply.get("err"):
        sys.stderr.write(f"{reply['err']}\n")
    return int(reply.get("exit", 1))


def _programs(live: LiveSettings) -> tuple[str, ...]:
    """Return the names of the programs that mean quiet."""
    named = live.settings["quiet.programs"]
    return tuple(str(one) for one in named) if isinstance(named, tuple) else ()


class Root(QObject):
    """Everything the app is made of, built in the order it is needed.

    `start` brings it to life: settings, tray, planner as it was left, then the
    sources of facts. `end` is the way back: the planner is told, its state is
    written, and every part lets go. Nothing here decides anything.
    """

    def __init__(
        self, application: QApplication, places: Places, catalogue: Catalogue
    ) -> None:
        super().__init__(application)
        self._application = application
        self._places = places
        self._catalogue = catalogue
        self._instance = Instance(places, self)
        self._clock = Clock()
        self._ended = False

    def acquire(self) -> bool:
        """Become the one app of the profile; False if there is one already."""
        return self._instance.acquire()

    def start(self) -> None:
        """Build and start all parts; the tray comes first, because it is seen."""
        today = self._clock.now().wall.date()
        file = SettingsFile(self._places.settings_file, content.slugs(self._catalogue))
        _settings, problems = file.load(today)
        for problem in problems:
            _log.warning("%s, %s", file.path, problem)
        live = LiveSettings(file, self._clock, self)
        self._bus = bus = Bus(parent=self)
        self._system_bus = Bus(system_address(), self)
        tray_watch = TrayWatch(bus, self)  # before the icon: no tray comes unseen
        tokens = theme.load(paths.asset("theme.toml"))
        tray = Tray(TrayArt(paths.assets("icons/tray", ".svg"), tokens.tray))
        store = Store.open(self._places.database, today)
        history = History(store)
        self._scheduling = Scheduling(self._clock, self)
        driver = Driver(
            self._planner(live, history), self._clock, self._scheduling, self
        )
        notifier = Notifier(bus, tray, self)
        self._parts = Parts(
            live,
            self._catalogue,
            driver,
            history,
            Looks(self._application, tokens, live.settings),
            tray,
            idle.choose().source,
            SessionWatch(sleep_here.sources(bus, self._system_bus), self),
            Quiet(quiet_here.sources(bus, lambda: _programs(live)), self),
            notifier,
            can_place_cards=QGuiApplication.platformName() != "wayland",
        )
        self._desk = Desk(self._parts, tray_watch, self)
        self._desk.quit_requested.connect(self.end)
        self._voicing = Voicing(live, self._catalogue, self)
        self._voicing.listen_to(self._desk.sessions)
        self._keeping_awake = KeepingAwake(on(bus), self)
        self._keeping_awake.listen_to(self._desk.sessions)
        self._termination = Termination(self)
        self._termination.asked.connect(self.end)
        self._instance.serve(self._desk.requests.answer)
        self._scheduling.woken.connect(self._desk.on_woken)
        self._scheduling.woken.connect(self._instance.look_after_socket)
        self._scheduling.start()
        self._desk.start()
        live.watch()

    def answer(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Carry out a request of this process's own command line."""
        answer = self._desk.requests.answer(request)
        return {"exit": 0, "err": None} if isinstance(answer, Later) else answer

    def end(self) -> None:
        """Tell everybody, write down what is not yet, and leave the event loop.

        Whatever goes wrong on the way, the loop is left; a second call is nothing.
        """
        if self._ended:
            return
        self._ended = True
        try:
            self._desk.end()
            self._voicing.close()
            self._keeping_awake.release()
            self._scheduling.stop()
            self._parts.quiet.close()
            self._parts.session.close()
            self._parts.idle.close()
            self._system_bus.close()
            self._bus.close()
            self._instance.close()
            self._parts.history.store.close()
        finally:
            self._application.exit()  # `quit` would ask every window whether it may

    def _planner(self, live: LiveSettings, history: History) -> Planner:
        library = rules.library(self._catalogue, live.settings)
        in_force = fitting.rules_for(live.settings, library, self._catalogue)
        kept = history.snapshot()
        if kept is None:
            return Planner(in_force, library)
        snapshot, boot = kept
        return Planner.restore(
            in_force,
            library,
            snapshot,
            self._clock.now(),
            same_boot=boot == self._clock.boot(),
        )
