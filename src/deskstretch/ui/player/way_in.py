"""What stands before a session: a block, the notice, cautions and checklists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskstretch.ui.player.checklist_page import ChecklistPage
from deskstretch.ui.player.first_time import FirstTimePage
from deskstretch.ui.player.ready_page import ReadyPage
from deskstretch.ui.player.step_back import StepBackPage
from deskstretch.ui.safety.blocked import BlockedPage
from deskstretch.ui.safety.notice import NoticePage

if TYPE_CHECKING:
    from deskstretch.ui.figure.stage import FigureStage
    from deskstretch.ui.player.opening import Opening
    from deskstretch.ui.player.pages import Pages
    from deskstretch.words import Words


class WayIn(QObject):
    """Leads through the pages before a session, in this order, where needed.

    A block stands for itself: nothing leads past it. The notice comes before the
    cautions, one page for each movement whose caution was not read yet, and one more
    where something is to be looked at first; a red flag ends the way. Before a
    routine stands what comes. `clear` is told once, when nothing is left.
    """

    notice_read = Signal()
    red_flag_reported = Signal()
    clearance_reported = Signal()
    warning_read = Signal(str)
    step_back_answered = Signal(bool)
    """Whether it is to be a step easier; if so, this session is not the one."""
    checklist_done = Signal(str)
    """The checklist before the movement with this slug was gone through."""
    shoulders_reported = Signal()
    """A shoulder is not fit for hanging."""
    caution_shown = Signal(str)
    """The caution of the movement with this slug is about to be shown."""
    clear = Signal()
    """Nothing stands before the session any more."""
    given_up = Signal()
    """The person turned back, or may not go on."""

    def __init__(self, pages: Pages, opening: Opening, stage: FigureStage) -> None:
        super().__init__(pages)
        self._pages = pages
        self._opening = opening
        self._stage = stage
        played = {part.movement for part in opening.timeline.parts}
        self._unread = [
            act
            for slug, act in opening.acts.items()
            if act.warning_needed and slug in played
        ]
        self._unchecked = [act for act in opening.acts.values() if act.checklist]

    def begin(self) -> None:
        """Show the first page there is, or be clear at once."""
        if self._opening.blocked is not None:
            self._show_block(self._opening.blocked)
        elif self._opening.notice_needed:
            self._show_notice()
        else:
            self._show_step_back()

    def _show_block(self, reason: Words) -> None:
        page = BlockedPage(self._pages.look, reason, can_clear=self._opening.can_clear)
        page.clearance_reported.connect(self._on_clearance_reported)
        page.close_pressed.connect(self.given_up)
        self._pages.turn_to(page, page.leave)

    def _show_notice(self) -> None:
        page = NoticePage(self._pages.look)
        page.notice_read.connect(self._on_notice_read)
        page.red_flag_reported.connect(self._on_red_flag_reported)
        self._pages.turn_to(page, page.none)

    def _show_step_back(self) -> None:
        question = self._opening.step_back
        if question is None:
            self._show_caution()
            return
        page = StepBackPage(self._pages.look, question)
        page.answered.connect(self._on_step_back_answered)
        self._pages.turn_to(page, page.yes)

    def _on_step_back_answered(self, easier: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.step_back_answered.emit(easier)
        if not easier:
            self._show_caution()

    def _show_caution(self) -> None:
        if not self._unread:
            self._show_checklist()
            return
        movement = self._unread[0].movement
        self.caution_shown.emit(movement.slug)
        page = FirstTimePage(self._pages.look, movement, self._stage)
        page.warning_read.connect(self._on_warning_read)
        page.close_pressed.connect(self.given_up)
        self._pages.turn_to(page, page.read)

    def _show_checklist(self) -> None:
        act = self._unchecked[0] if self._unchecked else None
        if act is None or act.checklist is None:
            self._show_what_comes()
            return
        page = ChecklistPage(self._pages.look, act.movement, act.checklist)
        page.gone_through.connect(self._on_gone_through)
        page.shoulders_reported.connect(self.shoulders_reported)
        page.close_pressed.connect(self.given_up)
        self._pages.turn_to(page, page.done)

    def _show_what_comes(self) -> None:
        routine = self._opening.routine
        if routine is None or not routine.ready_page:
            self.clear.emit()
            return
        page = ReadyPage(self._pages.look, self._opening, routine)
        page.start_pressed.connect(self.clear)
        page.close_pressed.connect(self.given_up)
        self._pages.turn_to(page, page.start)

    def _on_clearance_reported(self) -> None:
        self.clearance_reported.emit()
        self.given_up.emit()

    def _on_notice_read(self) -> None:
        self.notice_read.emit()
        self._show_step_back()

    def _on_red_flag_reported(self) -> None:
        self.red_flag_reported.emit()
        self.given_up.emit()

    def _on_gone_through(self) -> None:
        self.checklist_done.emit(self._unchecked.pop(0).movement.slug)
        self._show_checklist()

    def _on_warning_read(self) -> None:
        self.warning_read.emit(self._unread.pop(0).movement.slug)
        self._show_caution()
