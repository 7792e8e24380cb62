"""What the tray says: the planner's status, in the words of the menu's first line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from deskstretch.coaching.safety import RED_FLAGS
from deskstretch.reminders.reminder import DIARY
from deskstretch.ui.tray_view import Offer, TrayView
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from deskstretch.app.items import Item
    from deskstretch.reminders.status import ReminderStatus, Status
    from deskstretch.ui.tray_icon import State

NEAR_S = 5 * 60.0
"""From here on the icon says that a card is near, and minutes are told one by one."""

COMING_S = 3 * 3600.0
"""A daily reminder farther away than this is not yet what comes next."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PAUSED = ("paused", "off-hours", "stopped")


def view(
    status: Status,
    movements: Mapping[str, Item],
    wall: datetime,
    session_left_s: float | None,
    *,
    blocked: bool = False,
    can_tell: bool = True,
    needs_a_look: bool = False,
    diary_filled: bool = False,
) -> TrayView:
    """Return what the tray shows.

    Args:
        status: how the reminders stand.
        movements: what may be started now, in the order of the menu.
        wall: the local time, which pauses and hours are told by.
        session_left_s: seconds left in the session that is open, or None.
        blocked: a red flag was ticked, and there is no check that could be passed.
        can_tell: the desktop says when somebody comes back.
        needs_a_look: the settings window has something to say about files.
        diary_filled: the diary has an entry for today.
    """
    line = _line(status, movements, wall, session_left_s, can_tell=can_tell)
    if blocked:
        line = RED_FLAGS.blocked_title
    coming = _coming(status)
    due_s = coming.due_in_s if coming else None
    counting = status.phase in ("counting", "away") and due_s is not None
    return TrayView(
        state=_state(status, due_s),
        tooltip=_tooltip(status, line, coming, movements),
        first_line=line,
        what=_what(coming, movements) if counting and coming else None,
        when=minutes(due_s) if counting and due_s is not None else None,
        paused=status.phase == "paused",
        in_session=status.phase == "session",
        stopped=status.phase == "stopped",
        blocked=blocked,
        needs_a_look=needs_a_look,
        diary_filled=diary_filled,
        prompting=status.prompt is not None,
        movements=tuple(_offer(one) for one in movements.values() if not one.routine),
        routines=tuple(_offer(one) for one in movements.values() if one.routine),
    )


def _offer(item: Item) -> Offer:
    return Offer(item.slug, words(item.name), duration(item.usual_s))


def in_menu_order(movements: Mapping[str, Item], status: Status) -> dict[str, Item]:
    """Return the movements as the menu lists them: what is asked for first."""
    coming = _coming(status)
    asked = [coming.does] if coming else []
    asked += [one.does for one in status.reminders]
    slugs = [does.partition("/")[0] for does in asked] + list(movements)
    return {slug: movements[slug] for slug in slugs if slug in movements}


def minutes(seconds: float) -> Words:
    """Return a time to wait as people say it: whole minutes, rounded up."""
    left = max(1, math.ceil(seconds / 60))
    if left < 120:
        return words("{n} min", n=left)
    return words("{hours} h {n} min", hours=left // 60, n=left % 60)


def duration(seconds: float) -> Words:
    """Return how long something takes: 40 s, 1½ min, 2 min."""
    if seconds < 60:
        return words("{n} s", n=round(seconds))
    halves = round(seconds / 30)
    if halves % 2:
        return words("{n}½ min", n=halves // 2)
    return words("{n} min", n=halves // 2)


def until(moment: datetime, wall: datetime) -> Words:
    """Return a moment as it is told today: 14:30, or Mon 09:00."""
    clock = f"{moment:%H:%M}"
    if moment.date() == wall.date():
        return words("{time}", time=clock)
    day = words(_DAYS[moment.weekday()])
    return words("{day} {time}", day=day, time=clock)


def _coming(status: Status) -> ReminderStatus | None:
    """Return the reminder whose time comes first, if any comes within hours."""
    timed = [
        one
        for one in status.reminders
        if one.due_in_s is not None
        and (one.kind != "daily" or one.due_in_s <= COMING_S)
    ]
    return min(timed, key=lambda one: one.due_in_s or 0.0, default=None)


def _line(
    status: Status,
    movements: Mapping[str, Item],
    wall: datetime,
    session_left_s: float | None,
    *,
    can_tell: bool,
) -> Words:
    match status.phase:
        case "stopped":
            return words("Stretches are paused")
        case "session" if session_left_s is None:
            return words("In session")
        case "session" if session_left_s is not None:
            left = round(session_left_s)
            return words("In session: {left} left", left=f"{left // 60}:{left % 60:02}")
        case "paused" if status.paused_until is None:
            return words("Paused until you resume")
        case "paused" if status.paused_until is not None:
            return words("Paused until {when}", when=until(status.paused_until, wall))
        case "off-hours" if status.works_from is None:
            return words("Quiet outside your hours")
        case "off-hours" if status.works_from is not None:
            return words("Quiet until {when}", when=until(status.works_from, wall))
        case "prompting" if status.prompt is not None:
            return _ready(_short(status.prompt.does, movements))
        case "quiet" if status.reason is not None:
            return words("Quiet: {reason}", reason=status.reason)
        case _:
            return _next_line(status, movements, can_tell=can_tell)


def _next_line(
    status: Status, movements: Mapping[str, Item], *, can_tell: bool
) -> Words:
    coming = _coming(status)
    if coming is not None and coming.due_in_s is not None:
        if coming.due_in_s <= 0:
            return _ready(_short(coming.does, movements))
        name = _short(coming.does, movements)
        return words("{name} in {time}", name=name, time=minutes(coming.due_in_s))
    for one in status.reminders:
        if one.kind == "on-return" and can_tell:
            name = _short(one.does, movements)
            return words("{name} when you come back", name=name)
    if any(one.kind == "daily" for one in status.reminders):
        return words("Nothing more today")
    return words("No reminders are switched on")


def _ready(name: Words) -> Words:
    return words("{name} is ready when you are", name=name)


def _what(coming: ReminderStatus, movements: Mapping[str, Item]) -> Words:
    return words("{name} in", name=_short(coming.does, movements))


def _short(does: str, movements: Mapping[str, Item]) -> Words:
    slug = does.partition("/")[0]
    if slug == DIARY:
        return words("Diary")
    return words(movements[slug].short_name if slug in movements else does)


def _state(status: Status, due_s: float | None) -> State:
    if status.phase in _PAUSED:
        return "paused"
    if status.phase == "session":
        return "session"
    if status.phase == "prompting" or status.held:
        return "due"
    if due_s is not None and due_s <= NEAR_S and status.phase == "counting":
        return "near"
    return "normal"


def _tooltip(
    status: Status,
    line: Words,
    coming: ReminderStatus | None,
    movements: Mapping[str, Item],
) -> Words:
    """Return the tooltip: away from the end it is told in steps of five minutes.

    Each change costs the panel work, and nobody reads a tooltip to the minute.
    """
    due_s = coming.due_in_s if coming else None
    if status.phase in ("counting", "away") and coming and due_s and due_s > NEAR_S:
        in_steps = math.ceil(due_s / NEAR_S) * NEAR_S
        line = words(
            "{name} in {time}",
            name=_short(coming.does, movements),
            time=minutes(in_steps),
        )
    if status.phase == "session":
        line = words("in session")
    return words("DeskStretch: {line}", line=_within_a_sentence(line))


def _within_a_sentence(message: Words) -> Words:
    """Return the message with a small first letter, as a message of its own.

    Its text is another key, so a language that keeps its capitals can.
    """
    arguments = tuple(
        (name, _within_a_sentence(value))
        if isinstance(value, Words) and message.id.startswith(f"{{{name}}}")
        else (name, value)
        for name, value in message.arguments
    )
    return Words(message.id[:1].lower() + message.id[1:], arguments)
