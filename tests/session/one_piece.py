"""One piece of the interface as a program: one_piece.py card|tray.

It says on its standard output what happens to it, one line per happening.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from deskstretch.ui.card_face import CardView
from deskstretch.ui.icons import Icons
from deskstretch.ui.look import Look
from deskstretch.ui.prompt_card import PromptCard
from deskstretch.ui.theme import load
from deskstretch.ui.tray import Tray
from deskstretch.ui.tray_icon import TrayArt
from deskstretch.ui.tray_view import Offer, TrayView
from deskstretch.ui.widgets.buttons import Button
from deskstretch.words import words

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TOKENS = load((ASSETS / "theme.toml").read_bytes())
TOOK = (
    QEvent.Type.WindowActivate,
    QEvent.Type.FocusIn,
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
)


def say(*what: object) -> None:
    print(*what, flush=True)


def files(folder: str) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (ASSETS / folder).iterdir()}


class Watch(QObject):
    """Says if a window ever becomes active or gets a key."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOOK:
            say("took", event.type().name)
        return False


def places(*buttons: QWidget) -> list[int]:
    """Where to press the buttons: x and y of each."""
    found = []
    for button in buttons:
        centre = button.mapToGlobal(QPoint(button.width() // 2, button.height() // 2))
        found += [centre.x(), centre.y()]
    return found


def card(application: QApplication) -> list[object]:
    watch = Watch()
    application.installEventFilter(watch)
    look = Look(application, TOKENS, Icons(files("icons/line")))
    shown = PromptCard(look)
    face = shown._face
    ready = (face._start, face._more)
    shown.became_visible.connect(lambda: say("visible"))
    shown.not_shown.connect(lambda: say("not shown"))
    shown._guard.timeout.connect(lambda: say("ready", *places(*ready)))
    face._more.clicked.connect(
        lambda: say("times", *places(*face._times.findChildren(Button)))
    )
    shown.started.connect(lambda: say("started"))
    shown.snoozed.connect(lambda seconds: say("snoozed", seconds))
    shown.show_prompt(
        CardView(
            words("92 min of sitting"),
            words("Hip flexor stretch?"),
            words("2 min"),
            words("Mat"),
            "mat",
        )
    )
    return [watch, shown]


def tray(_application: QApplication) -> list[object]:
    shown = Tray(TrayArt(files("icons/tray"), TOKENS.tray))
    for name in (
        "prompt_requested",
        "movement_chosen",
        "pause_chosen",
        "menu_about_to_show",
    ):
        getattr(shown, name).connect(lambda *what, name=name: say(name, *what))
    offer = Offer("lat-stretch", words("Lat stretch"), words("40 s"))
    counting = TrayView(
        tooltip=words("DeskStretch: hip flexor in 42 min"),
        first_line=words("Hip flexor in 42 min"),
        movements=(offer,),
    )
    shown.show(counting)
    # What a person wishes changes what is shown, as in the product.
    shown.pause_chosen.connect(
        lambda _how: shown.show(
            TrayView(
                "paused", words("DeskStretch: paused"), words("Paused"), paused=True
            )
        )
    )
    shown.prompt_requested.connect(shown.recreate)
    say("there")
    return [shown]


def main(piece: str) -> None:
    application = QApplication(["test"])
    application.setQuitOnLastWindowClosed(False)
    kept = {"card": card, "tray": tray}[piece](application)
    application.exec()
    kept.clear()


if __name__ == "__main__":
    main(sys.argv[1])
