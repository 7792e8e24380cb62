"""The prompt as it is shown: a card, the diary's card, or a notification's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.app import diary_lines, prompt_lines
from deskstretch.app.sessions import motion
from deskstretch.desktop import display
from deskstretch.reminders.reminder import DIARY
from deskstretch.reminders.rules import base
from deskstretch.ui.language import render, say

if TYPE_CHECKING:
    from deskstretch.app.fitting import Fitting
    from deskstretch.app.parts import Parts
    from deskstretch.reminders.effects import ShowPrompt
    from deskstretch.ui.prompt_card import PromptCard

MANY_PROMPTS = 2
"""From the third prompt of a day on the card offers to have enough."""
START, SNOOZE, SKIP = "start", "snooze", "skip"


def is_diary(prompt: ShowPrompt) -> bool:
    """Say whether a prompt asks for the diary."""
    return base(prompt.does) == DIARY


class PromptCards(QObject):
    """Makes the cards when they are first needed, and says what is on them.

    Movements and routines share one card, the diary has one of its own; there is
    one at a time on the screen. What happens to either is told by the signals,
    which are those of `PromptCard`.
    """

    became_visible = Signal()
    not_shown = Signal()
    started = Signal()
    rated = Signal(int)
    snoozed = Signal(object)
    skipped = Signal()
    enough_chosen = Signal()
    pointer_changed = Signal(bool)

    def __init__(self, parts: Parts, fitting: Fitting, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._fitting = fitting
        self._card: PromptCard | None = None
        self._diary_card: PromptCard | None = None

    def show(self, prompt: ShowPrompt, snooze_s: float) -> None:
        """Show a prompt on its card; `snooze_s` is the usual snooze."""
        tray = self._parts.tray.geometry()
        if is_diary(prompt):
            view = diary_lines.card(prompt, prompt_lines.snooze(snooze_s))
            self._prepare_diary().show_prompt(view, tray)
            return
        shown = self._fitting.prompted(prompt.does)
        card = self.prepare()
        asked = self._fitting.item(prompt.does)
        wall = self._parts.driver.clock.now().wall
        view = prompt_lines.card(
            prompt,
            asked,
            shown,
            snooze_s,
            offer_enough=self._parts.history.prompts_today(wall) >= MANY_PROMPTS,
        )
        dose = shown.movement.doses[shown.movement.default_profile]
        card.show_prompt(view, tray, motion(shown.movement, dose))

    def notification(
        self, prompt: ShowPrompt, snooze_s: float, *, on_return: bool
    ) -> tuple[str, str, dict[str, str]]:
        """Return title, body and buttons (by their keys) of a notification."""
        snooze = say("Snooze {n} min", n=round(snooze_s / 60))
        if is_diary(prompt):
            title, body = diary_lines.notification(prompt)
            start, skip = render(diary_lines.FILL_IN), render(diary_lines.NOT_TODAY)
        else:
            shown = self._fitting.prompted(prompt.does)
            asked = self._fitting.item(prompt.does)
            title, body = prompt_lines.notification(
                prompt, asked, shown, on_return=on_return
            )
            start, skip = say("Start"), say("Skip")
        return render(title), render(body), {START: start, SNOOZE: snooze, SKIP: skip}

    def prepare(self) -> PromptCard:
        """Make the card ahead of time, so that it is there at once on return."""
        if self._card is None:
            from deskstretch.ui.prompt_card import PromptCard

            self._card = self._connected(
                PromptCard(self._parts.look, composited=display.composited())
            )
        return self._card

    def dismiss(self) -> None:
        """Take away whatever card is on the screen."""
        for card in (self._card, self._diary_card):
            if card is not None:
                card.dismiss()

    def _prepare_diary(self) -> PromptCard:
        if self._diary_card is None:
            from deskstretch.ui.diary.card_face import DiaryFace
            from deskstretch.ui.prompt_card import PromptCard

            look = self._parts.look
            self._diary_card = self._connected(
                PromptCard(look, composited=display.composited(), face=DiaryFace(look))
            )
        return self._diary_card

    def _connected(self, card: PromptCard) -> PromptCard:
        card.became_visible.connect(self.became_visible)
        card.not_shown.connect(self.not_shown)
        card.started.connect(self.started)
        card.rated.connect(self.rated)
        card.snoozed.connect(self.snoozed)
        card.skipped.connect(self.skipped)
        card.enough_chosen.connect(self.enough_chosen)
        card.pointer_changed.connect(self.pointer_changed)
        return card
