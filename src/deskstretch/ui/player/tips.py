"""The tips: form, what to avoid, caution; one at a time, never turning by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.language import say
from deskstretch.ui.player.player_button import PlayerButton
from deskstretch.ui.safety.large_text import LargeText
from deskstretch.ui.widgets.labels import frame
from deskstretch.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from deskstretch.ui.look import Look

EDGE = 14
KEYS = ("form", "avoid", "caution")
OFFERS = len(KEYS)
"""The page behind the tips: what else there is when it is still too much."""


class TipCard(QWidget):
    """Three short texts behind a segmented control; opens on Form.

    The card is as high as its highest text, so choosing another moves nothing.
    The caution carries `Too much` (make it easier), which is the fact `easier_asked`.
    One press is enough for that; then the card says so, and offers another movement,
    where there is one, or to go on without this one.
    """

    easier_asked = Signal()
    """The person asked for less."""
    swap_asked = Signal()
    """The person asked for another movement in place of this one."""
    skip_asked = Signal()
    """The person asked to go on without this movement."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._card = frame("card")
        self._choice = SegmentedControl(
            look,
            say("Tips"),
            (
                ("form", say("Form")),
                ("avoid", say("Avoid")),
                ("caution", say("Caution")),
            ),
        )
        self._labels: dict[str, QLabel] = {}
        self._pages = QStackedLayout()
        self._look = look
        self._easier = PlayerButton(
            look, say("Too much"), "link", name=say("Make it easier")
        )
        keeps_room = self._easier.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._easier.setSizePolicy(keeps_room)
        self._easier.setProperty("bare", True)  # no padding: the row is narrow
        self._eased = False
        self.swap = PlayerButton(look, say("Swap"), "plain")
        self._offer = LargeText(look, factor=1.07, smallest=14)
        self.skip = PlayerButton(look, say("Skip this one"), "plain")
        for key in KEYS:
            self._pages.addWidget(self._page(key))
        self._pages.addWidget(self._offers())
        self.offer_swap("")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(EDGE, 10, EDGE, 10)
        inner.setSpacing(8)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(4)
        self._head.addWidget(self._choice, 0, Qt.AlignmentFlag.AlignLeading)
        self._head.addStretch(1)
        self._head.addWidget(self._easier, 0, Qt.AlignmentFlag.AlignLeading)
        inner.addLayout(self._head)
        inner.addLayout(self._pages, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        self._choice.chosen.connect(self.show_tip)
        self._easier.clicked.connect(self._on_easier_clicked)
        self.show_tip("form")

    def set_tips(self, form: str, avoid: str, caution: str) -> None:
        """Show these texts."""
        for key, text in zip(KEYS, (form, avoid, caution), strict=True):
            self._labels[key].setText(text)

    def show_tip(self, key: str) -> None:
        """Show the tip with this key: form, avoid or caution."""
        self._choice.choose(key)
        self._pages.setCurrentIndex(KEYS.index(key))
        self._easier.setVisible(key == "caution")

    def show_eased(self) -> None:
        """Take note that less is on its way."""
        self._eased = True

    def offer_swap(self, name: str) -> None:
        """Offer the movement of this name instead; an empty one offers none."""
        less = say("Made smaller and slower for this session.")
        more = say("Still too much? There is {name} instead.", name=name)
        self._offer.setText(f"{less} {more}" if name else less)
        self.swap.setAccessibleName(say("{name} instead", name=name))
        self.swap.setVisible(bool(name))
        if self._pages.currentIndex() == OFFERS:  # another movement: its own tips
            self.show_tip("caution")

    @property
    def current(self) -> str:
        """The key of the tip in sight."""
        return KEYS[min(self._pages.currentIndex(), len(KEYS) - 1)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        beside = self._choice.sizeHint().width() + self._easier.sizeHint().width()
        fits = beside + 2 * EDGE + 8 <= self.width()
        self._head.setDirection(
            QBoxLayout.Direction.LeftToRight
            if fits
            else QBoxLayout.Direction.TopToBottom
        )

    def _page(self, key: str) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        text = LargeText(self._look, factor=1.07, smallest=14)
        text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._labels[key] = text
        lines.addWidget(text)
        lines.addStretch(1)
        return page

    def _offers(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        self._offer.setAlignment(leading)
        lines.addWidget(self._offer)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.swap, self.skip):
            row.addWidget(button)
        row.addStretch(1)
        lines.addLayout(row)
        self.swap.clicked.connect(self.swap_asked)
        self.skip.clicked.connect(self.skip_asked)
        return page

    def _on_easier_clicked(self) -> None:
        if not self._eased:
            self.easier_asked.emit()
        self._pages.setCurrentIndex(OFFERS)
        self._easier.hide()
