"""The look from the settings: made for the first window, and kept as chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from deskstretch.desktop import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from deskstretch.settings.model import Settings
    from deskstretch.ui.figure.looks import Person
    from deskstretch.ui.look import Choice, Look
    from deskstretch.ui.theme import Tokens

_MOTION = {"on": True, "off": False, "system": None}


class Looks:
    """Makes the look when the first window wants it, and follows the settings.

    A resting process has no window, and the style sheet and all that the look
    loads would be two megabytes for nothing.
    """

    def __init__(
        self, application: QApplication, tokens: Tokens, settings: Settings
    ) -> None:
        self._application = application
        self._tokens = tokens
        self._settings = settings
        self._look: Look | None = None

    @property
    def look(self) -> Look:
        if self._look is None:
            self._look = self._made()
        return self._look

    def put_on(self) -> None:
        """Make the look now, for what is shown without a window of ours: menus."""
        _ = self.look

    def follow(self, settings: Settings) -> None:
        """Let these settings be in force from now on."""
        self._settings = settings
        if self._look is not None:
            self._look.choose(_choice(settings))

    def _made(self) -> Look:
        from deskstretch.ui.icons import Icons, window_icon
        from deskstretch.ui.look import Look

        icon = window_icon(paths.asset("icons/app/deskstretch.svg"))
        self._application.setWindowIcon(icon)
        return Look(
            self._application,
            self._tokens,
            Icons(paths.assets("icons/line", ".svg")),
            _choice(self._settings),
        )


def _choice(settings: Settings) -> Choice:
    from deskstretch.ui.look import Choice

    scheme = settings["appearance.theme"]
    return Choice(
        cast("Literal['system', 'light', 'dark']", scheme),
        settings.number("appearance.text_size") / 100,
        reduce_motion=_MOTION[str(settings["appearance.reduce_motion"])],
        person=person(settings),
    )


def person(settings: Settings) -> Person:
    """Return who the figure is."""
    from deskstretch.ui.figure.looks import Person

    return Person(
        settings.number("appearance.skin"),
        settings.text("appearance.hair"),
        settings.text("appearance.build"),
    )
