"""The diary's question on the prompt card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from deskstretch.ui.card_face import PADDING, CardView, Face
from deskstretch.ui.diary.scale import StiffnessScale
from deskstretch.ui.language import render, say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.labels import label

if TYPE_CHECKING:
    from deskstretch.ui.look import Look

WIDTH = 500


class DiaryFace(Face):
    """Ten buttons, one click; or a snooze, or `Not today`.

    The face is 500 pixels wide or as wide as the buttons need, and any height.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._why = label(role="why", tone="accent", wrap=True)
        self._title = label(role="question", wrap=True)
        self.scale = StiffnessScale(look)
        self._snooze = Button(look, kind="quiet")
        self._skip = Button(look, say("Not today"))
        self._lay_out()
        self.scale.chosen.connect(self.rated)
        self._snooze.clicked.connect(lambda: self.snoozed.emit(None))
        self._skip.clicked.connect(self.skipped)
        for button in self.findChildren(Button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for button in (self._snooze, self._skip):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.resized)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(3)
        text.addWidget(self._why)
        text.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(say("One click saves it"), "caption", "text2"), 1)
        row.addWidget(self._snooze)
        row.addWidget(self._skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(12)
        column.addLayout(text)
        column.addWidget(self.scale)
        column.addLayout(row)

    def show_view(self, view: CardView) -> None:
        """Show the question, with nothing chosen."""
        self._why.setText(render(view.why))
        self._title.setText(render(view.title))
        self._snooze.setText(say("Snooze {time}", time=view.snooze))
        self.scale.show_value(None)
        self.resized.emit()

    def fit(self) -> None:
        """Take the size the text needs."""
        layout = self.layout()
        if layout is None:
            return
        self.ensurePolished()
        layout.invalidate()
        width = max(self._look.theme.px(WIDTH), layout.minimumSize().width())
        self.setFixedWidth(width)
        layout.activate()
        self.setFixedHeight(layout.heightForWidth(width))
