"""Commands from other processes, answered by the running app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.app import (
    content,
    diary_writing,
    pauses,
    rules,
    status_json,
    tray_lines,
)
from deskstretch.coaching.safety import RED_FLAGS
from deskstretch.desktop.instance import Later
from deskstretch.reminders import events
from deskstretch.reminders.reminder import DIARY
from deskstretch.settings import durations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskstretch.app.diary_desk import DiaryDesk
    from deskstretch.app.fitting import Fitting
    from deskstretch.app.parts import Parts
    from deskstretch.app.prompting import Prompting
    from deskstretch.app.sessions import Sessions

_DONE, _REFUSED, _WRONG = 0, 1, 2
_LOCKED = "The screen is locked."


class Requests(QObject):
    """Answers one request at a time: what was done, or one sentence why not."""

    show_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        parts: Parts,
        prompting: Prompting,
        sessions: Sessions,
        fitting: Fitting,
        diary: DiaryDesk,
        look: Callable[[Callable[[], None]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._prompting = prompting
        self._sessions = sessions
        self._fitting = fitting
        self._diary = diary
        self._look = look
        self._answers: dict[str, Callable[..., Mapping[str, Any] | Later]] = {
            "ping": lambda _arguments: _done(),
            "show": self._show,
            "start": self._start,
            "prompt": self._prompt,
            "pause": self._pause,
            "resume": self._resume,
            "snooze": self._snooze,
            "skip": self._skip,
            "status": self._status,
            "quit": self._quit,
            "diary-add": self._diary_add,
        }

    def answer(self, request: Mapping[str, Any]) -> Mapping[str, Any] | Later:
        """Carry out `{"cmd", "args"}` and return `{"exit", "out", "err"}`."""
        answer = self._answers.get(str(request.get("cmd")))
        if answer is None:
            return _wrong("DeskStretch does not know this command.")
        arguments = request.get("args")
        return answer(arguments if isinstance(arguments, dict) else {})

    def _show(self, _arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        self.show_requested.emit()
        return _done()

    def _start(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        slug = str(arguments.get("slug", ""))
        unknown = content.unknown(self._parts.content, slug)
        if unknown is not None:
            return _wrong(str(unknown))
        refusal = self._sessions.open(slug)
        return _done() if refusal is None else _refused(str(refusal))

    def _prompt(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        slug = arguments.get("slug")
        if slug == DIARY and self._diary.filled_in:
            return _refused("The diary is filled in for today.")
        if slug is not None and slug != DIARY:
            unknown = content.unknown(self._parts.content, slug)
            if unknown is not None:
                return _wrong(str(unknown))
            left_out = self._fitting.refusal(str(slug))
            if left_out is not None:
                return _refused(str(left_out))
        refused = self._parts.driver.ask(events.Asked(slug))
        return _done() if refused is None else _refused(str(refused.reason))

    def _pause(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        wall = self._parts.driver.clock.now().wall
        try:
            event = pauses.paused(arguments.get("for", "until-resume"), wall)
        except durations.Refused as refused:
            return _wrong(str(refused))
        if self._parts.driver.planner.shut:
            return _refused(_LOCKED)
        self._parts.driver.dispatch(event)
        return _done()

    def _resume(self, _arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        if self._parts.driver.planner.shut:
            return _refused(_LOCKED)
        status = self._parts.driver.status_now()
        if not status.paused:
            if rules.blocked(self._parts.live.settings):
                return _refused(str(RED_FLAGS.blocked_text))
            if status.phase == "stopped":
                return _refused("Stretches are paused by a stop sign, until the check.")
            return _refused("Reminders are not paused.")
        self._parts.driver.dispatch(events.Resumed())
        return _done()

    def _snooze(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        seconds = None
        if "for" in arguments:
            try:
                seconds = pauses.length(arguments["for"])
            except durations.Refused as refused:
                return _wrong(str(refused))
        if self._prompting.snooze(seconds):
            return _done()
        return _refused("Nothing is asked now that could be snoozed.")

    def _skip(self, _arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        if self._parts.driver.planner.shut:
            return _refused(_LOCKED)
        self._prompting.skip()
        return _done()

    def _status(self, arguments: Mapping[str, Any]) -> Later:
        """Look first, so that what is said of quiet is so."""

        def begin(reply: Callable[[Mapping[str, Any]], None]) -> None:
            self._look(lambda: reply(self._how_things_stand(arguments)))

        return Later(begin)

    def _how_things_stand(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        status = self._parts.driver.status_now()
        if arguments.get("json"):
            return _done(
                status_json.as_json(
                    status,
                    self._parts.idle.name,
                    self._parts.notifier.name,
                    "icon" if self._parts.tray.available else "small window",
                )
            )
        wall = self._parts.driver.clock.now().wall
        movements = self._fitting.allowed()
        view = tray_lines.view(
            status,
            movements,
            wall,
            self._sessions.left_s(),
            blocked=rules.blocked(self._parts.live.settings),
            can_tell=self._parts.idle.can_tell,
        )
        return _done(str(view.first_line))

    def _diary_add(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        wall = self._parts.driver.clock.now().wall
        store = self._parts.history.store
        try:
            entry = diary_writing.entry(arguments, wall, store)
        except diary_writing.Wrong as wrong:
            return _wrong(str(wrong))
        self._diary.put(entry)
        if store.unsaved and store.trouble is not None:
            return _refused(str(store.trouble))
        return _done(str(diary_writing.saved(entry)))

    def _quit(self, _arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        self._later = QTimer(self)  # the answer leaves before the app does
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.quit_requested)
        self._later.start(0)
        return _done()


def _done(out: object = None) -> Mapping[str, Any]:
    return {"exit": _DONE, "out": out, "err": None}


def _refused(sentence: str) -> Mapping[str, Any]:
    return {"exit": _REFUSED, "out": None, "err": sentence}


def _wrong(sentence: str) -> Mapping[str, Any]:
    return {"exit": _WRONG, "out": None, "err": sentence}
