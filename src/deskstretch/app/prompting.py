"""Puts a prompt before the person, in the way they chose, and hears the answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from deskstretch.app.prompt_cards import SKIP, SNOOZE, PromptCards, is_diary
from deskstretch.reminders import events
from deskstretch.reminders.effects import ShowPrompt, WithdrawPrompt
from deskstretch.reminders.reminder import DIARY

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskstretch.app.fitting import Fitting
    from deskstretch.app.parts import Parts
    from deskstretch.desktop.idle import Watch
    from deskstretch.diary.records import Answer

_log = logging.getLogger(__name__)
TYPING_PAUSE_S = 3.0
LONGEST_WAIT_MS = 5 * 60 * 1000


class Prompting(QObject):
    """Shows what the planner asks for and carries the answer back.

    A prompt is a card near the tray, a notification with buttons, or only the
    icon. A card waits for a pause in typing where the desktop tells of one, at
    most five minutes. A card that does not get onto the screen becomes a
    notification. Nothing is decided here: the planner withdraws what it asked.
    """

    start_requested = Signal(str)
    """The answer was Start; the slug of what to open, as the reminder names it."""

    diary_requested = Signal()
    """The diary's question was answered by wanting its window."""

    diary_rated = Signal(int)
    """The diary's question was answered on its card: stiffness from 1 to 10."""

    unseen = Signal()
    """There is a prompt, and neither card nor notification could show it."""

    def __init__(
        self,
        parts: Parts,
        look: Callable[[Callable[[], None]], None],
        fitting: Fitting,
        parent: QObject,
    ) -> None:
        """Prepare.

        Args:
            parts: of the app.
            look: looks at the reasons for quiet and calls back when they are told.
            fitting: knows what fits this person.
            parent: of this object.
        """
        super().__init__(parent)
        self._parts = parts
        self._look = look
        self._cards = cards = PromptCards(parts, fitting, self)
        self._prompt: ShowPrompt | None = None
        self._seen = False
        self._snooze_s = 0.0
        self._notification: int | None = None
        self._typing: Watch | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LONGEST_WAIT_MS)
        self._patience.timeout.connect(self._on_waited_enough)
        parts.driver.effect_arose.connect(self._on_effect_arose)
        cards.became_visible.connect(self._on_became_visible)
        cards.not_shown.connect(self._on_not_shown)
        cards.started.connect(self.start)
        cards.rated.connect(self._on_diary_rated)
        cards.snoozed.connect(self.snooze)
        cards.skipped.connect(self.skip)
        cards.enough_chosen.connect(self.enough)
        cards.pointer_changed.connect(self._on_pointer_changed)
        parts.notifier.shown.connect(self._on_notification_shown)
        parts.notifier.closed.connect(self._on_notification_closed)
        parts.notifier.action_chosen.connect(self._on_action_chosen)

    @property
    def prompt(self) -> ShowPrompt | None:
        """What is asked now, also while its card waits for a pause in typing."""
        return self._prompt

    def start(self) -> bool:
        """Answer Start; False if nothing is asked."""
        prompt = self._prompt
        if prompt is None:
            return False
        self._close("accepted")
        self._parts.driver.dispatch(events.Accepted())
        if is_diary(prompt):
            self.diary_requested.emit()
        else:
            self.start_requested.emit(prompt.does)
        return True

    def snooze(self, seconds: float | None) -> bool:
        """Answer Snooze, None for the usual length; False if nothing is asked."""
        if self._prompt is None:
            return False
        self._close("snoozed")
        length_s = self._snooze_s if seconds is None else seconds
        self._parts.driver.dispatch(events.Snoozed(length_s))
        return True

    def skip(self) -> None:
        """Answer Skip, also to what is held or snoozed without a card."""
        self._close("skipped")
        self._parts.driver.dispatch(events.Skipped())

    def enough(self) -> None:
        """No more today."""
        self._close("enough")
        self._parts.driver.dispatch(events.Enough())

    # What the planner wants

    def _on_effect_arose(self, effect: object) -> None:
        if isinstance(effect, ShowPrompt):
            self._ask(effect)
        elif isinstance(effect, WithdrawPrompt):
            self._close("not-answered" if effect.why == "time-out" else "withdrawn")

    def _ask(self, prompt: ShowPrompt) -> None:
        wall = self._parts.driver.clock.now().wall
        if is_diary(prompt) and self._parts.history.diary_filled(wall):
            self._parts.driver.dispatch(events.Finished(DIARY))  # from a shell, say
            return
        self._prompt = prompt
        self._seen = False
        settings = self._parts.live.settings
        self._snooze_s = settings.seconds("limits.snooze")  # as the button will say
        waits = prompt.waits_for_typing and bool(settings["prompt.wait_for_typing"])
        if waits and self._parts.idle.can_tell and self._way() == "card":
            self._typing = self._parts.idle.watch(TYPING_PAUSE_S)
            self._typing.idled.connect(self._on_waited_enough)
            self._patience.start()
        else:
            self._show_unless_quiet()

    def _show_unless_quiet(self) -> None:
        """Look once more; the planner takes back what may not be shown."""
        prompt = self._prompt

        def looked() -> None:
            if prompt is not None and self._prompt is prompt:
                self._show()

        if prompt is not None:
            self._look(looked)

    def _on_waited_enough(self) -> None:
        self._stop_waiting()
        self._show_unless_quiet()

    def _stop_waiting(self) -> None:
        self._patience.stop()
        if self._typing is not None:
            self._typing.stop()
            self._typing = None

    def _way(self) -> str:
        """Return how prompts are shown here: card, notification or tray."""
        chosen = str(self._parts.live.settings["prompt.show_as"])
        if chosen == "card" and not self._parts.can_place_cards:
            return "notification"
        return chosen

    # On the screen

    def _show(self) -> None:
        way = self._way()
        if way == "card":
            self._show_card()
        elif way == "notification":
            self._notify()
        else:
            self._on_became_visible()

    def _show_card(self) -> None:
        if self._prompt is not None:
            self._cards.show(self._prompt, self._snooze_s)

    def prepare_for_return(self) -> None:
        """Make the card while nobody waits for it, where prompts are cards."""
        if self._way() == "card":
            self._cards.prepare()

    def _notify(self) -> None:
        prompt = self._prompt
        if prompt is None:
            return
        on_return = self._kind(prompt) == "on-return"
        title, body, actions = self._cards.notification(
            prompt, self._snooze_s, on_return=on_return
        )
        self._notification = self._parts.notifier.send(title, body, actions)

    def _kind(self, prompt: ShowPrompt) -> str | None:
        """Return the kind of the reminder that asks; None for what was asked for."""
        reminders = self._parts.driver.status().reminders
        return next((one.kind for one in reminders if one.name == prompt.name), None)

    def _on_notification_shown(self, notification: int) -> None:
        if notification == self._notification:
            self._on_became_visible()

    def _on_notification_closed(self, notification: int) -> None:
        """It is gone: waved away after it was seen, or it could not be shown."""
        if notification != self._notification:
            return
        self._notification = None
        if not self._seen:
            _log.warning("no way to show a notification")
            self.unseen.emit()  # the icon says what is due; without one a window
            self._on_became_visible()

    def _on_became_visible(self) -> None:
        if self._prompt is None or self._seen:
            return
        self._seen = True
        moment = self._parts.driver.clock.now()
        self._parts.history.prompt_shown(self._prompt, moment.wall)
        self._parts.driver.dispatch(events.CardShown())

    def _on_not_shown(self) -> None:
        _log.warning("the card did not get onto the screen; sending a notification")
        if self._prompt is not None:
            self._notify()

    def _on_pointer_changed(self, over: bool) -> None:  # noqa: FBT001  Qt's signal
        if self._prompt is not None:
            self._parts.driver.dispatch(events.PointerOver(over))

    def _on_diary_rated(self, value: int) -> None:
        if self._prompt is not None:
            self._close("accepted")
            self._parts.driver.dispatch(events.Accepted())
            self.diary_rated.emit(value)

    def _on_action_chosen(self, notification: int, key: str) -> None:
        if notification != self._notification or self._prompt is None:
            return
        if key == SNOOZE:
            self.snooze(None)
        elif key == SKIP:
            self.skip()
        else:  # Start, or the notification itself
            self.start()

    def _close(self, answer: Answer) -> None:
        if self._prompt is None:
            return
        self._prompt = None
        self._stop_waiting()
        self._parts.history.prompt_answered(answer, self._parts.driver.clock.now().wall)
        self._cards.dismiss()
        if self._notification is not None:
            self._parts.notifier.withdraw(self._notification)
            self._notification = None
