"""What each event means: the line's event, once presence is settled.

Presses count as input first; while nobody can be at the desk they do nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from deskstretch.reminders import asking, coming, counts, holds, requests
from deskstretch.reminders.asking import Accept, PutOff, Skip, Withdraw
from deskstretch.reminders.days import span
from deskstretch.reminders.effects import Refused
from deskstretch.reminders.events import (
    Accepted,
    Asked,
    Busy,
    CardShown,
    Checked,
    Closed,
    Enough,
    Finished,
    Hurt,
    Idled,
    Input,
    Locked,
    Mistaken,
    Opened,
    Paused,
    PointerOver,
    Resumed,
    Skipped,
    Slept,
    Snoozed,
    SwitchedAway,
    SwitchedBack,
    Unlocked,
    Woke,
)
from deskstretch.words import words

if TYPE_CHECKING:
    from deskstretch.reminders.asking import Ending
    from deskstretch.reminders.events import (
        CardEvent,
        DesktopEvent,
        HoldEvent,
        PlayerEvent,
    )
    from deskstretch.reminders.rules import Rules
    from deskstretch.reminders.situation import Situation


def on_desktop(s: Situation, event: DesktopEvent) -> None:
    """Take what the desktop tells."""
    presence = s.state.presence
    match event:
        case Input():
            presence.asleep = False  # else its wake signal was lost
            presence.input_on = True
            coming.touch(s)
        case Idled(since):
            presence.idle(min(s.inside(since), s.now), s.now)
        case Locked():
            _shut(s, "locked")
        case SwitchedAway():
            _shut(s, "switched")
        case Slept():
            coming.session_ends(s)
            presence.asleep = True
            coming.leave(s, "sleep")
        case Unlocked():
            _open(s, "locked")
        case SwitchedBack():
            _open(s, "switched")
        case Woke():
            _open(s, "asleep")
        case Busy(reasons):
            _busy(s, reasons)
        case _:
            assert_never(event)


def _shut(s: Situation, what: str) -> None:
    presence = s.state.presence
    setattr(presence, what, True)
    if s.in_session:
        presence.stay(s.now)
    else:
        coming.leave(s, "lock")


def _open(s: Situation, what: str) -> None:
    presence = s.state.presence
    setattr(presence, what, False)
    if presence.input_on:  # what was input while shut counts from now
        coming.touch(s)


def _busy(s: Situation, reasons: frozenset[str]) -> None:
    was, s.looked = s.quiet, s.now
    s.state.presence.watch(reasons, s.now)
    s.state.busy = tuple(sorted(reasons))
    quiet_changed(s, was=was)


def quiet_changed(s: Situation, *, was: bool) -> None:
    """Take the open card away when quiet begins; note when it ends."""
    if s.quiet and not was and s.card is not None and not s.card.requested:
        asking.end(s, Withdraw("quiet"))
    if was and not s.quiet:
        s.state.quiet_ended = s.now


def change_rules(s: Situation, rules: Rules) -> None:
    """Live by other rules from now on."""
    was = s.quiet
    s.adopt(rules)
    quiet_changed(s, was=was)
    if rules.blocked and not s.state.blocked:
        coming.session_ends(s)
        asking.end(s, Withdraw("hurts"))
    elif s.state.blocked and not rules.blocked:
        holds.release(s)
    s.state.blocked = rules.blocked
    card = s.card
    if card is not None and not card.requested and card.name not in s.reminders:
        asking.end(s, Withdraw("done"))


def on_card(s: Situation, event: CardEvent) -> None:
    """Take what happens to the card; without one, a press on it does nothing."""
    match event:
        case CardShown():
            asking.seen(s)
        case PointerOver(over):
            asking.hover(s, over)
        case Accepted():
            _press(s, Accept())
        case Snoozed(seconds):
            length = s.rules.snooze_s if seconds is None else seconds
            _press(s, PutOff(span(length)))
        case Skipped():
            _skip(s)
        case Asked(slug):
            if coming.touch(s):
                requests.asked(s, slug)
            else:
                s.effects.append(Refused(words("The screen is locked.")))
        case _:
            assert_never(event)


def _press(s: Situation, ending: Ending) -> None:
    if s.card is not None and coming.touch(s):
        asking.end(s, ending)


def _skip(s: Situation) -> None:
    if not coming.touch(s):
        return
    if s.card is not None:
        asking.end(s, Skip())
    else:
        counts.skip_all(s)
        s.save()


def on_player(s: Situation, event: PlayerEvent) -> None:
    """Take what happens in the player."""
    match event:
        case Finished(slug):  # also behind a locked screen, in a session
            if coming.touch(s) or s.in_session:
                requests.finished(s, slug)
        case Closed():
            if coming.touch(s) or s.in_session:
                coming.session_ends(s)
                s.save()
        case _ if not coming.touch(s):
            pass
        case Opened(slug):
            requests.opened(s, slug)
        case Hurt(sign):
            holds.hurt(s, sign)
        case Mistaken():
            holds.mistaken(s)
        case Checked(seen):
            holds.check(s, seen)
        case _:
            assert_never(event)


def on_hold(s: Situation, event: HoldEvent) -> None:
    """Take a pause, or its end."""
    if isinstance(event, Resumed) and s.state.pause is None:
        return
    if not coming.touch(s):
        return
    match event:
        case Paused(until):
            holds.pause(s, until)
        case Enough():
            holds.enough(s)
        case Resumed():
            holds.resume(s)
            s.save()
        case _:
            assert_never(event)
