"""Labels and frames: what they are, said by properties the style sheet reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from deskstretch.ui.look import Look

Role: TypeAlias = Literal[
    "caption",
    "why",
    "body",
    "strong",
    "heading",
    "question",
    "title",
    "page",
    "number",
    "cue",
]
FrameKind: TypeAlias = Literal[
    "card", "banner", "alarm", "quiet", "halo", "divider", "pill", "segments"
]


def label(
    text: str = "", role: Role = "body", tone: str = "text", *, wrap: bool = False
) -> QLabel:
    """Return a label of a role of type, in a colour by its token.

    The text is shown as it is: letters such as `<` or `&` mean themselves.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def frame(kind: FrameKind, parent: QWidget | None = None) -> QFrame:
    """Return a frame of a kind: a card, a banner or a divider."""
    made = QFrame(parent)
    made.setProperty("kind", kind)
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Give a widget another property of the style sheet, and let it show."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # its size too
    widget.updateGeometry()
    widget.update()


class IconText(QWidget):
    """A line icon and a short text beside it, in one tone; follows the look."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        role: Role = "body",
        tone: str = "text2",
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._tone = tone
        self._size = 16 if role == "caption" else 18
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = label(text, role, tone, wrap=wrap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag(0)
        row.addWidget(self._picture, 0, top)
        row.addWidget(self.text, 1)
        if not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set(self, icon: str, text: str) -> None:
        """Show another icon and text."""
        self._icon = icon
        self.text.setText(text)
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        size = theme.px(self._size)
        self._picture.setPixmap(
            self._look.icons.pixmap(
                self._icon,
                theme.color(self._tone),
                size,
                self.devicePixelRatioF(),
                right_to_left=self.isRightToLeft(),
            )
        )
