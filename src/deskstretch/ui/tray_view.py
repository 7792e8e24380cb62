"""What the tray and the small window are told, and what people ask for there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from deskstretch.words import Words, words

if TYPE_CHECKING:
    from deskstretch.ui.tray_icon import State

_NAME = words("DeskStretch")


class Offer(NamedTuple):
    """What may be started now: `duration` as people say it (`2 min`)."""

    slug: str
    name: Words
    duration: Words


@dataclass(frozen=True, slots=True)
class TrayView:
    """Everything the tray, its menu and the small window show, as one value.

    `first_line` is the menu's first line (`Hip flexor in 42 min`); `what` and
    `when` are the same in two parts for the small window (`Hip flexor in`,
    `42 min`), and stay empty where the line is one sentence. `movements` holds
    what may be started now, the next in turn first, and `routines` those beside
    them; what may not is left out, never greyed. `prompting` is true while a prompt
    waits for its answer. `blocked` says that a professional comes first: stopped,
    without a check to be passed.
    `needs_a_look` says that the settings window has something to tell about files,
    `diary_filled` that the diary has an entry for today.
    """

    state: State = "normal"
    tooltip: Words = _NAME
    first_line: Words = _NAME
    what: Words | None = None
    when: Words | None = None
    paused: bool = False
    in_session: bool = False
    stopped: bool = False
    prompting: bool = False
    blocked: bool = False
    needs_a_look: bool = False
    diary_filled: bool = False
    movements: tuple[Offer, ...] = ()
    routines: tuple[Offer, ...] = ()


class Wishes(QObject):
    """What a person asked for, from the tray, its menu or the small window.

    Whoever listens decides what comes of it.
    """

    prompt_requested = Signal()
    """The card of the next movement."""
    movement_chosen = Signal(str)
    """A movement or a routine by its slug."""
    pause_chosen = Signal(str)
    """`30min`, `1h`, `tomorrow` or `until-resume`."""
    resume_chosen = Signal()
    enough_chosen = Signal()
    """No more of any kind until the day ends."""
    session_requested = Signal()
    """The player that is open, in front."""
    diary_requested = Signal()
    settings_requested = Signal()
    check_requested = Signal()
    """The short check after a stop sign."""
    stop_signs_requested = Signal()
    quit_requested = Signal()
    prompt_accepted = Signal()
    """The answers of the card, given with the keyboard in the small window."""
    prompt_snoozed = Signal()
    prompt_skipped = Signal()
    menu_about_to_show = Signal()
    """A menu is about to open: what it says should be of this minute."""
