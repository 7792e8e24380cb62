"""What is to be put right, one button a line of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from deskstretch.ui.language import say
from deskstretch.ui.safety.two_lines import TwoLineButton
from deskstretch.ui.widgets.labels import IconText

if TYPE_CHECKING:
    from deskstretch.ui.checker.view import CheckerView, Remark
    from deskstretch.ui.look import Look

MOST_SHOWN = 40


class Results(QWidget):
    """Says how the file stands, and lists what is to be put right.

    `line_chosen(line)` is emitted when a person presses one of them. Of a great many
    only the first are shown, since most of the rest comes of them.
    """

    line_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._remarks: tuple[Remark, ...] = ()
        self._buttons: list[TwoLineButton] = []
        self.summary = IconText(look, "clock", "", "strong", "text2", wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._area, 1)
        column.addStretch(0)  # while there is no list
        self._fill(())

    def show_view(self, view: CheckerView) -> None:
        """Show the results of a version of the file."""
        self.summary.set(*_summary(view))
        if view.remarks != self._remarks:
            self._fill(view.remarks)

    @property
    def buttons(self) -> list[TwoLineButton]:
        """The buttons in sight, in the order of the lines."""
        return self._buttons

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.theme.px(230))

    def _fill(self, remarks: tuple[Remark, ...]) -> None:
        self._remarks = remarks
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 4, 10, 4)  # room for the ring of the focus
        column.setSpacing(8)
        self._buttons = []
        for remark in remarks[:MOST_SHOWN]:
            button = self._button(remark)
            column.addWidget(button)
            self._buttons.append(button)
        column.addStretch(1)
        self._area.setVisible(bool(remarks))
        self._area.setWidget(page)  # and lets the page before go

    def _button(self, remark: Remark) -> TwoLineButton:
        title = say("Line {n}", n=remark.line) if remark.line else say("The whole file")
        button = TwoLineButton(self._look, title, remark.message)
        button.clicked.connect(lambda: self._on_pressed(button, remark.line))
        return button

    def _on_pressed(self, pressed: TwoLineButton, line: int) -> None:
        for button in self._buttons:
            button.mark(chosen=button is pressed)
        self.line_chosen.emit(line)


def _summary(view: CheckerView) -> tuple[str, str]:
    count = len(view.remarks)
    if view.text is None:
        return "file", say(
            "There is no such file any more. It is shown when it is back."
        )
    if count > MOST_SHOWN:
        return "warning", say(
            "{n} things to put right. Here are the first {some}.",
            n=count,
            some=MOST_SHOWN,
        )
    if count:
        return "warning", (
            say("1 thing to put right")
            if count == 1
            else say("{n} things to put right", n=count)
        )
    if view.checking:
        return "clock", say("The file reads well. The figure is being checked …")
    if view.movement is None:
        return "check", say("Nothing to put right.")
    return "check", say("Nothing to put right. Figure and text pass every check.")
