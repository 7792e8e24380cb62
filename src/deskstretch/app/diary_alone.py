"""An entry written by a program beside the app, while none runs: one writer a time."""

from __future__ import annotations

import select
from typing import TYPE_CHECKING, Any, NamedTuple

from deskstretch.app import diary_writing
from deskstretch.desktop.clock import steady
from deskstretch.desktop.instance import Instance
from deskstretch.diary import trends
from deskstretch.diary.store import Store
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from deskstretch.desktop.paths import Places

WAIT_S = 2.0
_BETWEEN_TRIES_S = 0.05


class Outcome(NamedTuple):
    """What came of it; `remark` is what was found on the way, if anything.

    `saved` is None where the entry did not reach the disk, which `remark` explains.
    """

    saved: Words | None
    remark: Words | None


def add(
    places: Places,
    given: Mapping[str, Any],
    wall: datetime,
    elsewhere: Callable[[], int | None],
) -> Outcome | int:
    """Write an entry under the app's own lock, or let the app that runs do it.

    Args:
        places: of the profile.
        given: see `diary_writing.entry`.
        wall: the local time.
        elsewhere: hands it to the running app; returns None if there is none.

    Returns:
        What came of it, or what `elsewhere` returned: where the lock is held, its
        holder may be an app that is just starting, and soon listens.

    Raises:
        diary_writing.Wrong: it makes no entry.
        OSError: the folder of the diary cannot be made.
    """
    places.create()
    give_up = steady() + WAIT_S
    while True:
        instance = Instance(places)
        if instance.acquire():
            break
        code = elsewhere()
        if code is not None:
            return code
        if steady() >= give_up:
            return Outcome(
                None, words("Another program is writing the diary. Try again.")
            )
        select.select([], [], [], _BETWEEN_TRIES_S)
    try:
        return _write(places, given, wall)
    finally:
        instance.close()


def _write(places: Places, given: Mapping[str, Any], wall: datetime) -> Outcome:
    store = Store.open(places.database, trends.day_of(wall))
    try:
        made = diary_writing.entry(given, wall, store)
        store.put_entry(made)
        if store.reason is None:
            return Outcome(diary_writing.saved(made), store.notice)
        return Outcome(
            None,
            words(
                "The entry was not saved to {file}: {reason}.",
                file=str(places.database),
                reason=store.reason,
            ),
        )
    finally:
        store.close()
