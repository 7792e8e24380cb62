"""The checker window on a real X session: a file saved as editors save it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.session.harness import XSession, wait_until

pytestmark = [pytest.mark.session, pytest.mark.timeout(60)]
ROOT = Path(__file__).resolve().parents[2]
GOOD = (
    (ROOT / "assets" / "movements" / "kneeling-hip-flexor.toml")
    .read_text("utf-8")
    .replace('slug = "kneeling-hip-flexor"', 'slug = "my-kneel"')
)
WRONG = GOOD.replace('slug = "my-kneel"', 'slugg = "my-kneel"')
RED_GROUND = "#fce5e2"


def test_a_mistake_shows_when_it_is_saved_and_goes_when_it_is_mended(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(GOOD, "utf-8")
    settings = tmp_path / "profile" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('[appearance]\ntheme = "light"\n', "utf-8")
    with XSession() as session:
        program = (sys.executable, "-m", "deskstretch", "--profile")
        words = (str(settings.parent), "check", "--watch", str(file))
        process = session.run(*program, *words, name="checker")
        (window,) = wait_until(lambda: session.windows("DeskStretch checker"), 20)

        def is_red():
            picture = QImage(str(session.screenshot(tmp_path / "screen.png")))
            left, top, width, height = session.geometry(window)
            inside = picture.copy(left, top, width // 2, height)
            middle = inside.width() - 40  # right of any text
            column = {
                inside.pixelColor(middle, y).name() for y in range(inside.height())
            }
            return RED_GROUND in column

        assert not is_red()
        for text, red in ((WRONG, True), (GOOD, False)):
            fresh = file.with_name(".mine.toml.new")
            fresh.write_text(text, "utf-8")
            fresh.replace(file)
            wait_until(lambda red=red: is_red() is red, 15, f"red: {red}")
        process.terminate()
        assert process.wait(15) == 0
        assert session.log("checker") == ""
