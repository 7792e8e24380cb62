"""The sheet every safety page is written on, and how a page makes itself heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.safety.large_text import LargeText

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from deskstretch.ui.look import Look

COLUMN = 660
LOW = 620
"""Under this height of the page, in pixels, its air is let out."""


class _Sheet(QScrollArea):
    """Scrolls by the wheel and by what its page says, and takes no key itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class _Text(QWidget):
    """The page's text: as high as its lines are at the width it really has.

    A layout's own least height is that of the narrowest column; the sheet would
    scroll for it where everything is in sight.
    """

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        layout, sheet = self.layout(), self.parentWidget()
        if layout is None or sheet is None or not layout.hasHeightForWidth():
            return hint
        height = layout.totalHeightForWidth(max(sheet.width(), hint.width()))
        return QSize(hint.width(), min(hint.height(), height))


class SafetyPage(QWidget):
    """One column of text, in the middle of whatever window it lies in.

    `body` takes the text from the top, `notes` and `footer` what has to stay in
    sight at the bottom: if the text is higher than the window, it scrolls above.
    No timer runs on it, and nothing on it is the default button.
    """

    def __init__(self, look: Look, column: int = COLUMN) -> None:
        super().__init__()
        self.look = look
        self._column = column
        self.body = QVBoxLayout()
        self.notes = QVBoxLayout()
        self.notes.setContentsMargins(4, 0, 4, 0)
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(4, 0, 4, 0)
        self.footer.setSpacing(10)
        inner = _Text()
        inner.setProperty("kind", "page")
        inner.setLayout(self.body)
        self.body.setContentsMargins(4, 4, 4, 4)
        self._scroll = _Sheet()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._column_box = QVBoxLayout()
        self._column_box.addWidget(self._scroll, 1)
        self._column_box.addLayout(self.notes)
        self._column_box.addLayout(self.footer)
        self._outer = QHBoxLayout(self)
        self._outer.addLayout(self._column_box)
        self._let_air_out()

    @property
    def low(self) -> bool:
        """Whether the page has little height to spend."""
        return self.height() < self.look.theme.px(LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._let_air_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        step = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _let_air_out(self) -> None:
        width = self.look.theme.px(self._column)
        side = max(24, (self.width() - width) // 2)
        edge = 12 if self.low else 28
        self._outer.setContentsMargins(side, edge, side, 12 if self.low else 24)
        self._column_box.setSpacing(8 if self.low else 16)
        self.arrange()

    def arrange(self) -> None:
        """Set what depends on the height; called on every change of size."""
        self.body.setSpacing(6 if self.low else 12)

    def announce(
        self, text: str, politeness: Literal["polite", "assertive"] = "assertive"
    ) -> None:
        """Say this to a screen reader."""
        announce(self, text, politeness)


def announce(
    widget: QWidget, text: str, politeness: Literal["polite", "assertive"] = "polite"
) -> None:
    """Say `text` to whoever listens instead of looking; nothing is shown."""
    event = QAccessibleAnnouncementEvent(widget, text)
    levels = QAccessible.AnnouncementPoliteness
    event.setPoliteness(levels.Polite if politeness == "polite" else levels.Assertive)
    QAccessible.updateAccessibility(event)


def section(look: Look, heading: str, text: str) -> QWidget:
    """Return a heading with a paragraph below it."""
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 4, 0, 0)
    lines.setSpacing(3)
    lines.addWidget(LargeText(look, heading, factor=1.3, smallest=19, weight=600))
    lines.addWidget(LargeText(look, text, factor=1.2, tone="text2"))
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return box
