"""A photographer's way through the running product, window by window."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.session.harness import XSession, wait_until
from tests.session.product import GUARD_S, READ, Product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

HERE = Path(__file__).parent
FONTS = HERE.parent / "ui" / "fonts.conf"
BACKDROP = "#A9BAB5"
THEMES = ("light", "dark")
INTO_A_REPETITION_S = 1.4
MARGIN = 12
MENU = (440, 400)
"""The corner of the screen that the tray and its menu are in."""


class Tour:
    """The product on a desktop with a tray, shown around; a context manager.

    Each stop opens a window the way a person does, and gives a picture of it for
    each theme, which is changed under the running app. Names are `card-light`…

    Args:
        tray: as for XSession; in `trayer` the menu is drawn by the product.
    """

    def __init__(self, tray: str = "watcher") -> None:
        self._ends = ExitStack()
        self.desktop = XSession(notifications="dunst", tray=tray)

    def __enter__(self) -> Self:
        desktop = self._ends.enter_context(self.desktop)
        desktop.environment["FONTCONFIG_FILE"] = str(FONTS)
        desktop.run(sys.executable, str(HERE / "backdrop.py"), BACKDROP)
        wait_until(lambda: desktop.windows("^Backdrop$"), 10, "the backdrop")
        self.app = Product(desktop, READ + '\n[appearance]\ntheme = "light"\n')
        self.app.start()
        desktop.key("shift")  # somebody is there
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    def again(self) -> None:
        """End whatever is open, and begin anew."""
        self.app.quit()
        self._wear("light")
        self.app.start()
        self.desktop.key("shift")

    def card(self) -> Iterator[tuple[str, QImage]]:
        """The card, with some of the desktop around it."""
        self.app.does("prompt", "kneeling-hip-flexor")
        card = self.app.sees_card()
        time.sleep(GUARD_S)  # until it has come to rest
        left, top, width, height = self.desktop.geometry(card)
        for theme in THEMES:
            self._wear(theme)
            shot = self.app.picture()
            around = (left - MARGIN, top - MARGIN)
            size = (width + 2 * MARGIN, height + 2 * MARGIN)
            yield f"card-{theme}", shot.copy(*around, *size)
        self.app.does("skip")
        self.app.sees_no_card()

    def player(self, slug: str) -> Iterator[tuple[str, QImage]]:
        """The player in its first repetition; nothing else can be shown after it."""
        self.app.does("start", slug)
        window = self.app.sees_player()
        self.desktop.key("Right")  # past the pre-roll
        self.desktop.key("Right")  # past getting ready
        time.sleep(INTO_A_REPETITION_S)
        for theme in THEMES:
            self._wear(theme)
            yield f"player-{theme}", self.app.picture(window)

    def small_window(self) -> Iterator[tuple[str, QImage]]:
        """The small window, as a second start opens it."""
        self.app.does()
        yield from self._front("small-window", self.app.small_window)

    def settings(self) -> Iterator[tuple[str, QImage]]:
        """The settings window; needs the tray `watcher`."""
        with self.desktop.watcher.person() as person:
            person.chooses("_Settings…")
        yield from self._front("settings", lambda: self._titled("Settings"))

    def menu(self) -> Iterator[tuple[str, QImage]]:
        """The tray's menu with its first submenu; needs `trayer`."""
        panel = wait_until(lambda: self.desktop.windows("panel"), what="the panel")[0]
        left, top, width, height = self.desktop.geometry(panel)
        for theme in THEMES:
            self._wear(theme)
            self.desktop.click(left + width // 2, top + height // 2, button=3)
            time.sleep(GUARD_S)
            self.desktop.key("Down", "Down", "Right")  # to Stretch now, and into it
            time.sleep(GUARD_S)
            shot = self.app.picture()
            corner = (shot.width() - MENU[0], shot.height() - MENU[1])
            yield f"menu-{theme}", shot.copy(*corner, *MENU)
            self.desktop.key("Escape", "Escape")

    def _front(self, name: str, find) -> Iterator[tuple[str, QImage]]:
        window = wait_until(find, what=name)
        active = self.desktop.active_window
        wait_until(lambda: active() == window, what="the focus")
        for theme in THEMES:
            self._wear(theme)
            yield f"{name}-{theme}", self.app.picture(window)
        self._wear("light")
        self.desktop.key("alt+F4")
        wait_until(lambda: find() is None, what=f"{name} is closed")

    def _titled(self, title: str) -> str | None:
        return next(iter(self.desktop.windows(title)), None)

    def _wear(self, theme: str) -> None:
        self.app.does("settings", "set", "appearance.theme", theme)
        time.sleep(GUARD_S)  # the file is noticed, and windows paint themselves
