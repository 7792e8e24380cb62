"""What a prompt says, on the card and in a notification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskstretch.app.tray_lines import duration
from deskstretch.words import words

if TYPE_CHECKING:
    from deskstretch.app.items import Item
    from deskstretch.movements.movement import Movement
    from deskstretch.reminders.effects import ShowPrompt
    from deskstretch.ui.card_face import CardView
    from deskstretch.words import Words


def place(movement: Movement) -> tuple[str, Words]:
    """Return the icon and the words for where a movement is done."""
    if "desk" in movement.equipment and movement.office == "A":
        return "desk", words("At your desk")
    if movement.position == "standing":
        return "standing", words("Standing")
    return "mat", words("Mat" if "mat" in movement.equipment else "Pad")


def card(
    prompt: ShowPrompt,
    asked: Item,
    shown: Item,
    snooze_s: float,
    *,
    offer_enough: bool = False,
) -> CardView:
    """Return the card for a prompt.

    Args:
        prompt: what the planner wants asked.
        asked: the movement the reminder is for: the title is its.
        shown: the version that will be started here.
        snooze_s: the usual snooze.
        offer_enough: `Enough for today` stands among the snooze times.
    """
    from deskstretch.ui.card_face import CardView

    icon, where = place(shown.movement)
    takes = duration(shown.usual_s)
    title = words(asked.question)
    return CardView(
        why=prompt.reason,
        title=title,
        duration=takes,
        place=where,
        place_icon=icon,
        snooze=snooze(snooze_s),
        announcement=words(
            "{title} {time}. {why}. Open DeskStretch from the tray to start.",
            title=title,
            time=takes,
            why=prompt.reason,
        ),
        offer_skip=prompt.offer_skip,
        offer_enough=offer_enough,
    )


def snooze(seconds: float) -> Words:
    """Return the length of a snooze as its button says it."""
    if seconds >= 60:
        return words("{n} min", n=round(seconds / 60))
    return words("{n} s", n=round(seconds))


def notification(
    prompt: ShowPrompt, asked: Item, shown: Item, *, on_return: bool
) -> tuple[Words, Words]:
    """Return title (at most 40 characters) and body (at most 90) of a notification."""
    title = words(asked.question)
    if on_return:
        title = words("{name} before you sit?", name=words(asked.name))
    body = words(
        "{why}. Takes {time}. {where}.",
        why=prompt.reason,
        time=duration(shown.usual_s),
        where=place(shown.movement)[1],
    )
    return title, body
