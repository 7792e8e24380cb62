"""Draws the windows to pictures/ for looking at: `python -m tests.ui.pictures`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "2")
os.environ.setdefault("QT_FONT_DPI", "112")  # 9 pt become the mock-ups' 14 px
os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).with_name("fonts.conf")))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from conftest import shipped_icons, shipped_tokens
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout
from PySide6.QtWidgets import QLabel, QWidget

from deskstretch.ui.look import Choice, Look
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.fields import ChoiceField, NumberField
from deskstretch.ui.widgets.labels import IconText, frame, label
from deskstretch.ui.widgets.segmented import SegmentedControl
from deskstretch.ui.widgets.switch import Switch

OUT = Path(__file__).resolve().parents[2] / "pictures" / "ui"


def widgets(look: Look) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    for role in look.tokens.type:
        column.addWidget(label(f"{role} 42 min", role, "text"))
    row = QHBoxLayout()
    for kind in ("primary", "plain", "quiet", "link", "danger"):
        row.addWidget(Button(look, kind, kind, "play" if kind == "primary" else ""))
    off = Button(look, "Off", "primary")
    off.setEnabled(False)
    row.addWidget(off)
    column.addLayout(row)
    card = frame("card")
    inside = QHBoxLayout(card)
    segments = SegmentedControl(look, "Theme", [("a", "System"), ("b", "Light")])
    segments.choose("a")
    inside.addWidget(segments)
    for on in (True, False):
        switch = Switch(look, "x")
        switch.setChecked(on)
        inside.addWidget(switch)
    number = NumberField(look, "n", "min")
    number.show_value(90)
    inside.addWidget(number)
    inside.addWidget(ChoiceField(look, "c", [("a", "Card near the tray")]))
    inside.addWidget(IconText(look, "clock", "2 min"))
    column.addWidget(card)
    grid = QGridLayout()
    for index, name in enumerate(look.icons.names()):
        cell = QLabel()
        cell.setPixmap(look.icons.pixmap(name, look.theme.color("text"), 40, 2))
        grid.addWidget(cell, index // 12 * 2, index % 12)
        grid.addWidget(label(name, "caption", "text3"), index // 12 * 2 + 1, index % 12)
    column.addLayout(grid)
    return page


SCENES = {"widgets": widgets}


def main(names: list[str]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    application = QApplication(["pictures"])
    for scheme, scale in (("light", 1.0), ("dark", 1.0), ("light", 1.5)):
        look = Look(
            application,
            shipped_tokens(),
            shipped_icons(),
            Choice(scheme=scheme, text_scale=scale, reduce_motion=True),
        )
        for name, scene in SCENES.items():
            if names and name not in names:
                continue
            window = scene(look)
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            window.show()
            application.processEvents()
            picture = window.grab()
            file = OUT / f"{name}-{scheme}-{round(scale * 100)}.png"
            picture.save(str(file))
            window.close()
    application.setStyleSheet("")


if __name__ == "__main__":
    main(sys.argv[1:])
