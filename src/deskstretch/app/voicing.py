"""A session that can be heard: chimes, ticks and spoken cues, where they are wanted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer

from deskstretch.coaching.timeline import WORKING
from deskstretch.ui.language import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.app.live_settings import LiveSettings
    from deskstretch.app.sessions import Sessions
    from deskstretch.coaching.announcing import Announcement, Script, Sound
    from deskstretch.coaching.timeline import Timeline
    from deskstretch.coaching.view import View
    from deskstretch.desktop.sound import Sounds
    from deskstretch.desktop.speech import Speech
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.ui.player.performance import Performance
    from deskstretch.words import Words

JUST_NOW_S = 0.25
"""After a jump the cue of the place that it went to is said, if it is this near."""
AFTER_CHIME_MS = 550
"""Spoken cues let the chime before them ring."""
FAREWELL_MS = 6_000
"""What the session says last may take so long; then every program is ended."""


class Wanted(NamedTuple):
    """What the settings say about sound."""

    chimes: bool
    ticks: bool
    voice: bool
    volume: int

    @property
    def anything(self) -> bool:
        return self.volume > 0 and (self.chimes or self.ticks or self.voice)


def missing() -> dict[str, Words]:
    """Return which settings of sound this desktop cannot follow, and why."""
    from deskstretch.desktop import sound, speech

    found: dict[str, Words] = {}
    if silent := sound.available().missing:
        found = {"sound.chimes": silent, "sound.ticks": silent}
    if mute := speech.available().missing:
        found["sound.voice"] = mute
    return found


def _speech() -> Speech:
    from deskstretch.desktop import speech

    return speech.Speech(speech.available().ways)


def _sounds() -> Sounds:
    from deskstretch.desktop import sound

    return sound.Sounds(sound.available().ways)


class Voicing(QObject):
    """Follows the session on the screen and says what its timeline says aloud.

    A timer waits for the next cue, in sight or not. Whatever is passed over by a
    press, a pause or a stall is not said; a pause silences what is being said. The
    settings hold at once. Nothing is imported or run while all of them are off, and
    what ran is ended a moment after the session.
    """

    def __init__(
        self,
        live: LiveSettings,
        content: Catalogue,
        parent: QObject,
        *,
        speech: Callable[[], Speech] = _speech,
        sounds: Callable[[], Sounds] = _sounds,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._content = content
        self._make_speech, self._make_sounds = speech, sounds
        self._speech: Speech | None = None
        self._sounds: Sounds | None = None
        self._performance: Performance | None = None
        self._written: tuple[Timeline, Script] | None = None
        self._heard_s = 0.0  # up to this position all is said or passed over
        self._arrives = False  # at a new place, whose own cue is to be said
        self._text = ""
        self._next = self._timer(self.tell)
        self._after_chime = self._timer(self._on_chime_over)
        self._farewell = self._timer(self.close)
        live.changed.connect(self._on_settings_changed)

    def listen_to(self, sessions: Sessions) -> None:
        """Follow every session from now on."""
        sessions.performing.connect(self.follow)

    def follow(self, performance: Performance) -> None:
        """Follow a session that has just begun."""
        from PySide6.QtCore import Qt  # not at rest: 1.3 MB, which a window has anyway

        self._next.setTimerType(Qt.TimerType.PreciseTimer)
        self._farewell.stop()
        self._performance = performance
        performance.moved.connect(self._on_moved)
        performance.course_changed.connect(self._on_course_changed)
        performance.ended.connect(self._on_ended)
        self._on_moved()

    def tell(self) -> None:
        """Say what is due now, and wait for what comes next."""
        self._next.stop()
        if self._performance is None or not self._wanted().anything:
            return
        view = self._performance.view()
        if view.waiting:
            self._arrives = True  # its cue is said when they are ready
        if not view.running:
            return
        script = self._script(self._performance.timeline)
        due = script.due(self._heard_s, view.position)
        self._heard_s = view.position
        if due is not None:
            self._announce(due, view)
        at = script.next_after(view.position)
        if at is not None:
            wait = at - view.position + view.more_s
            self._next.start(max(1, math.ceil(wait * 1000)))

    def close(self) -> None:
        """Be silent, and end every program; a session that goes on begins anew."""
        self._hush()
        self._farewell.stop()
        for heard in (self._speech, self._sounds):
            if heard is not None:
                heard.close()
                heard.deleteLater()
        self._speech = self._sounds = None
        if self._performance is not None and self._performance.over:
            self._performance = None

    # What the session tells

    def _on_moved(self) -> None:
        self._arrives = True
        self._on_course_changed()

    def _on_course_changed(self) -> None:
        self._next.stop()
        performance = self._performance
        if performance is None:
            return
        if performance.over:
            self._hush()
            self._farewell.start(FAREWELL_MS)
            return
        view = performance.view()
        if not view.running or self._arrives:
            self._hush()
        if view.running:
            self._heard_s = view.position - (JUST_NOW_S if self._arrives else 0.0)
            self._arrives = False
            self.tell()

    def _on_ended(self) -> None:
        """Say the end: the timeline ran to it, and nobody stopped it."""
        performance, self._performance = self._performance, None
        if performance is not None and self._wanted().anything:
            timeline = performance.timeline
            due = self._script(timeline).due(self._heard_s, timeline.total_s)
            if due is not None:
                self._announce(due, None)

    def _on_settings_changed(self) -> None:
        wanted = self._wanted()
        if not wanted.anything:
            self._next.stop()
            self.close()
        elif not wanted.voice and self._speech is not None:
            self._text = ""
            self._speech.close()
        if wanted.anything and not self._next.isActive():
            self._on_course_changed()

    # What is heard

    def _announce(self, due: Announcement, view: View | None) -> None:
        wanted = self._wanted()
        sound = _audible(due, view, wanted)
        self._after_chime.stop()
        if sound is not None:
            if self._sounds is None:
                self._sounds = self._make_sounds()
            self._sounds.play(sound, wanted.volume)
        if due.says is not None and wanted.voice:
            self._text = render(due.says)
            if sound in {"change", "end"}:
                self._after_chime.start(AFTER_CHIME_MS)
            else:
                self._on_chime_over()

    def _on_chime_over(self) -> None:
        text, self._text = self._text, ""
        if text:
            if self._speech is None:
                self._speech = self._make_speech()
            self._speech.say(text, self._wanted().volume)

    def _hush(self) -> None:
        self._text = ""
        self._after_chime.stop()
        for heard in (self._speech, self._sounds):
            if heard is not None:
                heard.hush()

    def _script(self, timeline: Timeline) -> Script:
        if self._written is None or self._written[0] is not timeline:
            from deskstretch.coaching.announcing import Script

            names = {slug: one.name for slug, one in self._content.movements.items()}
            self._written = (timeline, Script(timeline, names))
        return self._written[1]

    def _wanted(self) -> Wanted:
        settings = self._live.settings
        return Wanted(
            bool(settings["sound.chimes"]),
            bool(settings["sound.ticks"]),
            bool(settings["sound.voice"]),
            cast("int", settings["sound.volume"]),
        )

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer


def _audible(due: Announcement, view: View | None, wanted: Wanted) -> Sound | None:
    """Return the sound that is wanted; a chime that is not leaves room for a tick."""
    if due.sound in {"change", "end"} and wanted.chimes:
        return due.sound
    working = view is not None and view.entry.kind in WORKING
    if due.sound is not None and working and wanted.ticks:
        return "tick"
    return None
