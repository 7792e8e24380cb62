"""From what the user chose, and what there is, to what the planner lives by."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from deskstretch.app.content import answers, choices
from deskstretch.movements.screening import screened
from deskstretch.reminders.reminder import Daily, EveryDeskTime, OnReturn
from deskstretch.reminders.rules import Item, Library, Rules, base
from deskstretch.settings.fields import DAYS, FIRST_USE

if TYPE_CHECKING:
    from datetime import date

    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.reminders.reminder import Reminder, Week
    from deskstretch.settings.model import ReminderEntry, Settings

_QUIET = {
    "quiet.do_not_disturb": "do-not-disturb",
    "quiet.full_screen": "full-screen",
    "quiet.presentation": "presentation",
    "quiet.camera": "camera",
    "quiet.microphone": "microphone",
}


WATCHING = frozenset({"camera", "microphone", "full-screen", "presentation"})
"""Seen whatever the settings say: who watches something has not left."""


def library(content: Catalogue, settings: Settings) -> Library:
    """Return what the slugs of the catalogue stand for, as the settings have it."""
    chosen, ticked = choices(settings), answers(settings)
    return Library.of(
        ((one.slug, one.variant_of, one.tags) for one in content.movements.values()),
        (
            (
                one.slug,
                [
                    block.slug
                    for block in screened(one.played(chosen), ticked, content.movements)
                ],
            )
            for one in content.routines.values()
        ),
    )


def simulated_library(content: Catalogue, settings: Settings) -> Library:
    """Return the library for a simulation, where only the slugs matter.

    What a reminder of the usual list asks for counts as a movement of its own where
    this version has no content for it yet.
    """
    items = dict(library(content, settings).items)
    for entry in settings.reminders:
        items.setdefault(base(entry.does), Item(frozenset({base(entry.does)})))
    return Library(items)


def rules(settings: Settings, known: Library) -> Rules:
    """Return the planner's rules; a reminder for what does not exist asks nothing."""
    return Rules(
        reminders=tuple(
            _reminder(entry)
            for entry in settings.reminders
            if entry.enabled and known.knows(entry.does)
        ),
        away_after_s=settings.seconds("presence.away_after"),
        restart_after_s=settings.seconds("presence.restart_after"),
        prompts_a_day=settings.number("limits.prompts_a_day"),
        returns_a_day=settings.number("limits.returns_a_day"),
        snooze_s=settings.seconds("limits.snooze"),
        morning_guard_s=settings.seconds("limits.morning_guard"),
        between_cards_s=settings.seconds("limits.between_cards"),
        after_return_s=settings.seconds("limits.after_return"),
        hours=_week(settings),
        quiet=_quiet(settings),
        quiet_after_s=settings.seconds("quiet.after"),
        blocked=blocked(settings),
    )


def blocked(settings: Settings) -> bool:
    """Say whether a red flag was ticked and no professional has spoken since."""
    flagged, cleared = settings["safety.red_flag"], settings["safety.cleared"]
    return bool(flagged) and not (cleared and str(cleared) > str(flagged))


def can_clear(settings: Settings, today: date) -> bool:
    """Say whether `A professional has told me it is fine` may be chosen today."""
    flagged = settings["safety.red_flag"]
    return bool(flagged) and today.isoformat() > str(flagged)


def _reminder(entry: ReminderEntry) -> Reminder:
    days = frozenset(DAYS.index(day) for day in entry.days)
    if entry.kind == "desk-time":
        return EveryDeskTime(entry.name, entry.does, entry.every_s, days, entry.hours)
    if entry.kind == "on-return":
        return OnReturn(
            entry.name, entry.does, entry.away_s, entry.every_s, days, entry.hours
        )
    at = None if entry.at == FIRST_USE else time.fromisoformat(entry.at)
    return Daily(entry.name, entry.does, at, days)


def _week(settings: Settings) -> Week | None:
    hours = settings.hours
    return None if hours is None else tuple(hours[day] for day in DAYS)


def looked_for(settings: Settings) -> frozenset[str]:
    """Return the reasons that are worth a look: those that mean anything here."""
    return _quiet(settings) | WATCHING


def _quiet(settings: Settings) -> frozenset[str]:
    reasons = {reason for key, reason in _QUIET.items() if settings[key]}
    return frozenset(reasons | ({"program"} if settings["quiet.programs"] else set()))
