"""Two programs for a real X session: an editor, and the prompt card beside it.

Each says on its standard output what happens to it, one line per happening.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from deskstretch.ui.card_face import CardView
from deskstretch.ui.icons import Icons
from deskstretch.ui.look import Choice, Look
from deskstretch.ui.prompt_card import PromptCard
from deskstretch.ui.theme import load
from deskstretch.ui.widgets.buttons import Button
from deskstretch.words import words

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def say(*what: object) -> None:
    print(*what, flush=True)


class Editor(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(lambda: say("text", self.toPlainText()))

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        say("focused")

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        say("unfocused")


class Watch(QObject):
    """Says if the card ever becomes active or gets a key."""

    WATCHED = (
        QEvent.Type.WindowActivate,
        QEvent.Type.FocusIn,
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
    )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.WATCHED:
            say("took", event.type().name)
        return False


def show_card(application: QApplication) -> PromptCard:
    icons = {file.name: file.read_bytes() for file in (ASSETS / "icons/line").iterdir()}
    tokens = load((ASSETS / "theme.toml").read_bytes())
    look = Look(application, tokens, Icons(icons), Choice())
    card = PromptCard(look)
    card.became_visible.connect(lambda: say("visible"))
    card.not_shown.connect(lambda: say("not shown"))
    face = card._face
    ready = (face._start, face._more)
    card._guard.timeout.connect(lambda: say("ready", *places(*ready)))
    face._more.clicked.connect(
        lambda: say("times", *places(*face._times.findChildren(Button)))
    )
    card.started.connect(lambda: say("started"))
    card.snoozed.connect(lambda seconds: say("snoozed", seconds))
    card.show_prompt(
        CardView(
            words("92 min of sitting"),
            words("Hip flexor stretch?"),
            words("2 min"),
            words("Mat"),
            "mat",
        )
    )
    return card


def places(*buttons: QWidget) -> list[int]:
    """Where to press the buttons: x and y of each."""
    found = []
    for button in buttons:
        centre = button.mapToGlobal(QPoint(button.width() // 2, button.height() // 2))
        found += [centre.x(), centre.y()]
    return found


def main(kind: str) -> None:
    application = QApplication(["test"])
    if kind == "editor":
        window: QWidget = Editor()
        window.resize(400, 300)
        window.show()
    else:
        watch = Watch()
        application.installEventFilter(watch)
        window = show_card(application)
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
