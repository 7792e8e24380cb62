"""One choice out of a few, all in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from deskstretch.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from deskstretch.ui.look import Look


class SegmentedControl(QFrame):
    """Checkable buttons in one frame, exactly one of them chosen.

    Tab reaches the chosen one; Left and Right (mirrored in right-to-left layouts)
    choose its neighbour. `chosen(key)` is emitted when a person chooses, not when
    `choose` is called.
    """

    chosen = Signal(str)
    """The person chose; the key of the choice."""

    def __init__(
        self, look: Look, name: str, choices: Iterable[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._name = name
        self._keys: list[str] = []
        self._buttons: list[Button] = []
        group = QButtonGroup(self)
        group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text in choices:
            button = Button(look, text, "segment")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            group.addButton(button, len(self._keys))
            row.addWidget(button)
            self._keys.append(key)
            self._buttons.append(button)
        group.idClicked.connect(self._on_clicked)
        self._group = group

    def current(self) -> str:
        """Return the key of what is chosen; empty while nothing is."""
        index = self._group.checkedId()
        return self._keys[index] if index >= 0 else ""

    def choose(self, key: str) -> None:
        """Show this key as the chosen one; an unknown key changes nothing."""
        if key in self._keys:
            index = self._keys.index(key)
            self._buttons[index].setChecked(True)
            self._set_tab_stop(index)

    def _on_clicked(self, index: int) -> None:
        self._set_tab_stop(index)
        self.chosen.emit(self._keys[index])

    def _set_tab_stop(self, index: int) -> None:
        for place, button in enumerate(self._buttons):
            policy = Qt.FocusPolicy
            button.setFocusPolicy(
                policy.StrongFocus if place == index else policy.ClickFocus
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        index = self._group.checkedId()
        if not step or index < 0:
            super().keyPressEvent(event)
            return
        index += -step if self.isRightToLeft() else step
        if 0 <= index < len(self._buttons):
            self._buttons[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._buttons[index].click()
