"""The checker window: the file, its figure, and what is to be put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from deskstretch.ui.checker.animation import Animation
from deskstretch.ui.checker.results import Results
from deskstretch.ui.checker.source_view import SourceView
from deskstretch.ui.language import say
from deskstretch.ui.widgets.focus_ring import FocusRing
from deskstretch.ui.widgets.labels import label

if TYPE_CHECKING:
    from deskstretch.ui.checker.view import CheckerView
    from deskstretch.ui.look import Look

SIZE = QSize(1240, 820)
EDGE = 16


class CheckerWindow(QWidget):
    """Shows one file as it is on the disk, and what became of it.

    On the left the text, on the right the figure and below it the results; a press
    on a result goes to its line. While a version cannot be played, the figure goes
    on with the last one that could, and says so. Nothing here can change the file.
    """

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setWindowTitle(say("{file} – DeskStretch checker", file=name))
        self.source = SourceView(look)
        self.animation = Animation(look)
        self.results = Results(look)
        self._name = label(name, "heading", "text", wrap=True)
        self._lay_out()
        self.results.line_chosen.connect(self.source.go_to)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self)
        close.activated.connect(self.close)
        self._ring = FocusRing(look, self)
        free = self.screen().availableGeometry().size()
        self.resize(SIZE.boundedTo(free - QSize(40, 60)))

    def show_view(self, view: CheckerView) -> None:
        """Show a version of the file."""
        if view.text is not None:
            self.source.show_text(view.text)
        lines = {remark.line for remark in view.remarks} - {0}
        if lines != self.source.marked:
            self.source.mark(lines)
        self.results.show_view(view)
        if view.movement is not None and view.movement is not self.animation.movement:
            self.animation.show_movement(view.movement)
        self.animation.show_older(older=view.movement is None)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        text = QVBoxLayout(left)
        text.setContentsMargins(EDGE, EDGE, EDGE // 2, EDGE)
        text.setSpacing(12)
        text.addWidget(self._name)
        text.addWidget(self.source, 1)
        found = QVBoxLayout(right)
        found.setContentsMargins(EDGE // 2, EDGE, EDGE, EDGE)
        found.setSpacing(12)
        found.addWidget(self.animation, 3)
        found.addWidget(self.results, 2)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([SIZE.width() // 2, SIZE.width() // 2])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.animation.tick_or_rest()
