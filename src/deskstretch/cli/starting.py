"""`deskstretch`, `start` and `prompt`: hand over to the running app, or be it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.app import content
from deskstretch.cli.output import REFUSED, WRONG, err
from deskstretch.cli.running import hand_over
from deskstretch.desktop import display
from deskstretch.desktop.paths import Places
from deskstretch.reminders.reminder import DIARY

if TYPE_CHECKING:
    from deskstretch.cli.grammar import Call

_REQUESTS = {"": "show", "start": "start", "prompt": "prompt"}


def run(call: Call) -> int:
    """Start DeskStretch, or tell the one that runs what is wanted."""
    places = Places(call.profile)
    catalogue = content.load(places)
    slug = call.argument(0)
    asks_diary = call.command == "prompt" and slug == DIARY
    unknown = None if asks_diary else content.unknown(catalogue, slug)
    if unknown is not None:
        return err(str(unknown), WRONG)
    request = _REQUESTS[call.command]
    arguments = {"slug": slug} if slug else {}
    code = hand_over(places, request, arguments)
    if code is not None:
        return code
    if not display.available():
        return err(
            "There is no display here, so DeskStretch cannot show a window.", REFUSED
        )
    from deskstretch.app import lean

    lean.import_qt()
    from deskstretch.app import application

    first = request if call.command else None
    return application.run(places, catalogue, first, arguments)
