"""What the prompt card shows: preview, why, what, and one row of answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from deskstretch.ui.language import render, say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import IconText, label, set_property
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from deskstretch.ui.look import Look

SNOOZES_MIN = (5, 10, 15, 30)
CHOICES_OPEN_MS = 5_000
WIDTH, WIDEST, PADDING = 404, 480, 16
STAGE = (140, 126)


@dataclass(frozen=True, slots=True)
class CardView:
    """One prompt as the card says it.

    `place_icon` is the line icon before `place` (`mat`, `desk`, `standing`…);
    `snooze` is the usual snooze as people say it; `announcement` is what a screen
    reader says, once. `offer_skip` adds the line after three snoozes,
    `offer_enough` adds `Enough for today` to the snooze times. The diary has
    neither duration nor place.
    """

    why: Words
    title: Words
    duration: Words = words("")  # noqa: RUF009 - a frozen value
    place: Words = words("")  # noqa: RUF009 - a frozen value
    place_icon: str = "standing"
    snooze: Words = words("{n} min", n=10)  # noqa: RUF009 - a frozen value
    announcement: Words | None = None
    offer_skip: bool = False
    offer_enough: bool = False


class Face(QWidget):
    """What stands on a prompt card, and which answer was pressed.

    Nothing on it takes the focus, and nothing opens a window.
    """

    started = Signal()
    rated = Signal(int)
    """The diary's answer: stiffness from 1 to 10."""
    snoozed = Signal(object)
    """Seconds, or None for the usual snooze."""
    skipped = Signal()
    enough_chosen = Signal()
    resized = Signal()
    """The face may need another size now."""

    def show_view(self, view: CardView) -> None:
        """Show a prompt, with the answers in their first state."""
        raise NotImplementedError

    def stop(self) -> None:
        """Stop what runs by itself; the card is going."""

    def fit(self) -> None:
        """Take the size the text needs."""
        raise NotImplementedError


class CardFace(Face):
    """Lays the card out and tells which answer was pressed.

    The face is 404 pixels wide and grows to 480 where the row of buttons needs
    it; what is longer still moves Skip to a row of its own. The arrow beside
    Snooze puts the times in the place of the row, for 5 s.
    """

    def __init__(self, look: Look, preview: QWidget) -> None:
        super().__init__()
        self._look = look
        self._preview = preview
        self._why = label(role="why", tone="accent", wrap=True)
        self._title = label(role="question", wrap=True)
        self._duration = IconText(look, "clock", "", "body")
        self._place = IconText(look, "standing", "", "body")
        self._hint = label(
            say("Snoozed 3 times. Skip this one?"), "body", "text2", wrap=True
        )
        self._start = Button(look, say("Start"), "primary", "play")
        self._snooze = Button(look)
        self._more = Button(look, icon="chevron-down", name=say("Choose snooze time"))
        self._skip = Button(look, say("Skip"), "quiet")
        self._skip_below = Button(look, say("Skip"), "quiet")
        self._enough = Button(look, say("Enough for today"), "quiet")
        self._close_choices = QTimer(self)
        self._close_choices.setSingleShot(True)
        self._close_choices.setInterval(CHOICES_OPEN_MS)
        self._close_choices.timeout.connect(self._on_choices_over)
        self._lay_out()
        self._connect()
        look.changed.connect(self._on_look_changed)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(3)
        text.addStretch()
        for line in (self._why, self._title):
            text.addWidget(line)
        meta = QHBoxLayout()
        meta.setSpacing(14)
        meta.addWidget(self._duration)
        meta.addWidget(self._place)
        meta.addStretch()
        text.addLayout(meta)
        text.addStretch()
        top = QHBoxLayout()
        top.setSpacing(PADDING)
        top.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addLayout(top)
        column.addWidget(self._hint)
        self._answers = self._answer_rows()
        self._times = self._time_rows()
        column.addWidget(self._answers)
        column.addWidget(self._times)

    def _answer_rows(self) -> QWidget:
        split = QHBoxLayout()
        split.setSpacing(0)
        split.addWidget(self._snooze)
        split.addWidget(self._more)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._start)
        row.addLayout(split)
        row.addStretch()
        row.addWidget(self._skip)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._skip_below, 0, Qt.AlignmentFlag.AlignTrailing)
        return rows

    def _time_rows(self) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(say("Snooze"), "body", "text2"))
        for minutes in SNOOZES_MIN:
            button = Button(self._look, say("{n} min", n=minutes))
            button.setProperty("tight", True)
            button.clicked.connect(
                lambda *, seconds=minutes * 60.0: self.snoozed.emit(seconds)
            )
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.addStretch()
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._enough, 0, Qt.AlignmentFlag.AlignTrailing)
        return rows

    def _connect(self) -> None:
        self._start.clicked.connect(self.started)
        self._snooze.clicked.connect(lambda: self.snoozed.emit(None))
        self._more.clicked.connect(self._on_times_asked)
        self._skip.clicked.connect(self.skipped)
        self._skip_below.clicked.connect(self.skipped)
        self._enough.clicked.connect(self.enough_chosen)
        self._more.setToolTip("")  # a tooltip is a window of its own
        for button in self.findChildren(Button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_view(self, view: CardView) -> None:
        """Show a prompt, with the row of answers in its first state."""
        self._why.setText(render(view.why))
        self._title.setText(render(view.title))
        self._duration.set("clock", render(view.duration))
        self._place.set(view.place_icon, render(view.place))
        self._snooze.setText(say("Snooze {time}", time=view.snooze))
        first, second = ("right", "left") if self.isRightToLeft() else ("left", "right")
        set_property(self._snooze, "joined", first)
        set_property(self._more, "joined", second)
        self._hint.setVisible(view.offer_skip)
        for button in (self._skip, self._skip_below):
            button.set_kind("plain" if view.offer_skip else "quiet")
        self._enough.setVisible(view.offer_enough)
        self._show_times(shown=False)

    def stop(self) -> None:
        """Stop what runs by itself; the card is going."""
        self._close_choices.stop()

    def fit(self) -> None:
        """Take the size the text needs: 404 to 480 wide (at 100 %), any height."""
        theme = self._look.theme
        self._preview.setFixedSize(theme.px(STAGE[0]), theme.px(STAGE[1]))
        self._skip_below.hide()
        self._skip.setVisible(True)
        self.ensurePolished()
        narrow, wide = theme.px(WIDTH), theme.px(WIDEST)
        needed = self._answers.sizeHint().width() + 2 * PADDING
        wraps = needed > wide
        self._skip.setVisible(not wraps)
        self._skip_below.setVisible(wraps)
        layout = self.layout()
        if layout is None:
            return
        layout.invalidate()
        needed = max(needed if not wraps else 0, layout.minimumSize().width())
        width = max(narrow, min(max(needed, narrow), wide))
        self.setFixedWidth(width)
        layout.activate()
        self.setFixedHeight(layout.heightForWidth(width))

    def _show_times(self, *, shown: bool) -> None:
        self._times.setVisible(shown)
        self._answers.setVisible(not shown)
        if shown:
            self._close_choices.start()
        else:
            self._close_choices.stop()
        self.resized.emit()

    def _on_times_asked(self) -> None:
        self._show_times(shown=True)

    def _on_choices_over(self) -> None:
        self._show_times(shown=False)

    def _on_look_changed(self) -> None:
        self.resized.emit()
