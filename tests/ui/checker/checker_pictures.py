"""Draws the checker window to pictures/ui: a good file, and one to be put right."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1.5")
os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).parents[1] / "fonts.conf"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shipped import ASSETS, shipped_icons, shipped_tokens

from deskstretch.movements import catalogue
from deskstretch.ui.checker.view import CheckerView, Remark
from deskstretch.ui.checker.window import CheckerWindow
from deskstretch.ui.look import Choice, Look

OUT = Path(__file__).resolve().parents[3] / "pictures" / "ui"
NAME = "kneeling-hip-flexor.toml"


def views() -> dict[str, list[CheckerView]]:
    data = {file.name: file.read_bytes() for file in (ASSETS / "movements").iterdir()}
    text = data[NAME].decode()
    movement = catalogue.load(data).movements["kneeling-hip-flexor"]
    good = CheckerView(text, (), movement)
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines, 1) if "hip_flexion_right" in line)
    lines[at - 1] = "hip_flexoin_right = -8.5"
    wrong = CheckerView(
        "\n".join(lines),
        (
            Remark(
                at,
                '"hip_flexoin_right" is no angle of the figure. '
                'Did you mean "hip_flexion_right"?',
            ),
            Remark(at + 5, '"pelvis_tilt" goes from -90 to 90 degrees, not to 130.'),
        ),
    )
    return {"good": [good], "wrong": [good, wrong]}


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    application = QApplication(["pictures"])
    for scheme, scale in (("light", 1.0), ("dark", 1.0), ("light", 1.5), ("dark", 1.5)):
        choice = Choice(scheme=scheme, text_scale=scale)
        look = Look(application, shipped_tokens(), shipped_icons(), choice)
        look._base_font.setPointSizeF(10.5)
        look._on_system_changed()
        for name, shown in views().items():
            window = CheckerWindow(look, f"movements/{NAME}")
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            window.resize(1240, 820)
            window.show()
            for view in shown:
                window.show_view(view)
            window.animation.playing.seconds = 1.4
            window.animation.playing.running = False
            window.animation._show_place()
            application.processEvents()
            if window.results.buttons:
                window.results.buttons[0].click()
            application.processEvents()
            percent = round(scale * 100)
            window.grab().save(str(OUT / f"checker-{name}-{scheme}-{percent}.png"))
            window.close()
    application.setStyleSheet("")


if __name__ == "__main__":
    main()
