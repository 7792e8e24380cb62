"""A large button of two lines: what it is, and below it what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from deskstretch.ui.safety import button_keys
from deskstretch.ui.safety.large_text import LargeText
from deskstretch.ui.widgets.labels import set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from deskstretch.ui.look import Look

Manner: TypeAlias = Literal["row", "answer", "hurts", "alarm"]
"""A row leads on; an answer is one of a few; hurts is outlined, alarm filled red."""

_TONES: dict[str, tuple[str, str]] = {
    "row": ("text", "text2"),
    "answer": ("text", "text2"),
    "hurts": ("danger", "text2"),
    "alarm": ("on_danger_soft", "on_danger_soft"),
}
RADIUS = 10


class TwoLineButton(QPushButton):
    """A button at least 46 px high whose title may have a smaller line below it.

    Rows and alarms are read from the start and end in a chevron; answers stand in
    the middle. `mark(chosen=True)` shows it as the one chosen. Its accessible name
    is both lines.
    """

    def __init__(
        self, look: Look, title: str, detail: str = "", manner: Manner = "row"
    ) -> None:
        super().__init__()
        self._look = look
        self._manner = manner
        self._chosen = False
        self._centred = manner in {"answer", "hurts"}
        self.setAutoDefault(False)
        self.setProperty("lines", "two")
        self.setAccessibleName(f"{title}. {detail}" if detail else title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        tone, second = _TONES[manner]
        self._title = LargeText(look, title, factor=1.15, weight=600, tone=tone)
        self._detail = LargeText(look, detail, factor=1.0, tone=second)
        self._detail.setVisible(bool(detail))
        self._lay_out()
        look.changed.connect(self.update)
        look.changed.connect(self.updateGeometry)

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        for line in (self._title, self._detail):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if self._centred:
                line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(line)
        lines.addStretch(1)
        self._row = QHBoxLayout(self)
        edge = 10 if self._centred else 20
        self._row.setContentsMargins(edge, 7, edge if self._centred else 46, 7)
        self._row.addLayout(lines, 1)

    def set_air(self, pixels: int) -> None:
        """Leave this much room above and below the lines."""
        margins = self._row.contentsMargins()
        margins.setTop(pixels)
        margins.setBottom(pixels)
        self._row.setContentsMargins(margins)
        self.updateGeometry()

    def mark(self, *, chosen: bool) -> None:
        """Show it as the one that was chosen."""
        self._chosen = chosen
        tone, second = _TONES[self._manner]
        set_property(self._title, "tone", "on_soft" if chosen else tone)
        set_property(self._detail, "tone", "on_soft" if chosen else second)
        self.update()

    def sizeHint(self) -> QSize:
        hint = self._row.sizeHint()
        return QSize(hint.width(), max(hint.height(), self._least()))

    def minimumSizeHint(self) -> QSize:
        hint = self._row.minimumSize()
        height = self.heightForWidth(self.width()) if self.width() > 80 else 0
        return QSize(hint.width(), max(height, hint.height(), self._least()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._row.totalHeightForWidth(width), self._least())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _least(self) -> int:
        return self._look.theme.px(46)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not button_keys.handled(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_frame(painter)
            if not self._centred:
                self._paint_chevron(painter)
        finally:
            painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self._look.theme
        fill, border = self._colours()
        width = 2.0 if self._chosen else float(theme.border)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(theme.color(border), width))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _colours(self) -> tuple[str, str]:
        if self._chosen:
            return "accent_soft", "accent"
        hovered = self.underMouse() and self.isEnabled()
        if self._manner == "alarm":
            return "danger_soft", "danger"
        if self._manner == "hurts":
            return ("danger_soft" if hovered else "surface"), "danger"
        fill = "line" if self.isDown() else "sunken" if hovered else "surface"
        return fill, "control"

    def _paint_chevron(self, painter: QPainter) -> None:
        theme = self._look.theme
        size = theme.px(18)
        mirrored = self.isRightToLeft()
        picture = self._look.icons.pixmap(
            "chevron-right",
            theme.color(_TONES[self._manner][1]),
            size,
            self.devicePixelRatioF(),
            right_to_left=mirrored,
        )
        left = 18 if mirrored else self.width() - 18 - size
        painter.drawPixmap(left, (self.height() - size) // 2, picture)
