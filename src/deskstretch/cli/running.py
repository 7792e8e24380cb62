"""Commands for the app that runs: one JSON line there, one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.app import pauses
from deskstretch.cli.output import REFUSED, WRONG, err, out, out_json
from deskstretch.desktop import client, display
from deskstretch.desktop.paths import Places
from deskstretch.settings import durations

if TYPE_CHECKING:
    from deskstretch.cli.grammar import Call

_PAUSES = ("tomorrow", "until-resume")


def run(call: Call) -> int:
    """Tell the running app; without one, say so."""
    arguments: dict[str, Any] = {}
    given = call.argument(0)
    if given is not None:
        if not (call.command == "pause" and given in _PAUSES):
            try:
                pauses.length(given)
            except durations.Refused as error:
                return err(str(error), WRONG)
        arguments = {"for": given}
    if call.options.get("--json"):
        arguments["json"] = True
    code = hand_over(Places(call.profile), call.command, arguments)
    if code is not None:
        return code
    if display.available():
        return err("DeskStretch is not running.", REFUSED)
    return err("DeskStretch is not running, and there is no display here.", REFUSED)


def hand_over(places: Places, request: str, arguments: dict[str, Any]) -> int | None:
    """Send one request to the running app and write its answer.

    Returns:
        Its exit code, or None if no app runs.
    """
    try:
        reply = client.send(places.socket, request, arguments)
    except client.NotRunning:
        return None
    except client.NoAnswer as error:
        return err(str(error), REFUSED)
    if isinstance(reply.get("out"), str):
        if reply["out"]:
            out(reply["out"])
    elif reply.get("out") is not None:
        out_json(reply["out"])
    if reply.get("err"):
        err(str(reply["err"]), REFUSED)
    code = reply.get("exit")
    return code if isinstance(code, int) else REFUSED
