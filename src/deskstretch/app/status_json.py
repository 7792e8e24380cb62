"""The status as `status --json` gives it, and as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from deskstretch.reminders.status import ReminderStatus, Status


def as_json(status: Status, source: str, notifier: str, tray: str) -> dict[str, Any]:
    """Return the stable shape other programs read; texts are English.

    Args:
        status: how the reminders stand.
        source: what tells when the person is away.
        notifier: what sends notifications.
        tray: `icon`, or `small window` where there is no tray.
    """
    prompt = status.prompt
    return {
        "phase": status.phase,
        "reason": str(status.reason) if status.reason else None,
        "reminders": [_reminder(one) for one in status.reminders],
        "prompt": None
        if prompt is None
        else {
            "name": prompt.name,
            "does": prompt.does,
            "reason": str(prompt.reason),
        },
        "presence": {"away": status.away, "source": source},
        "quiet": list(status.quiet),
        "held": list(status.held),
        "works_from": _time(status.works_from),
        "notifier": notifier,
        "tray": tray,
        "paused_until": _time(status.paused_until),
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _reminder(one: ReminderStatus) -> dict[str, Any]:
    due = one.due_in_s
    return {
        "name": one.name,
        "does": one.does,
        "kind": one.kind,
        "due_in_s": None if due is None else round(due, 3),
    }
