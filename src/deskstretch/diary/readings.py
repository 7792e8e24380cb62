"""What can be asked of the diary, in terms of one `read`."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from deskstretch.diary import statements, written
from deskstretch.diary.trends import Work

if TYPE_CHECKING:
    from deskstretch.diary.records import (
        CheckIn,
        Entry,
        Flexibility,
        FollowUp,
        Prompt,
        Session,
        Stop,
    )
    from deskstretch.diary.statements import Row

EVER = date.min


class Readings(ABC):
    """The diary's questions. Days are local dates; answers are in their order."""

    @abstractmethod
    def read(self, sql: str, arguments: tuple[Any, ...]) -> list[Row]:
        """Return the rows, with all that was written before."""

    def state(self, name: str) -> tuple[int, dict[str, Any]] | None:
        """Return version and value kept under `name`, or None."""
        rows = self.read(statements.STATE, (name,))
        if not rows:
            return None
        with suppress(ValueError):
            value = json.loads(rows[0][1])
            if isinstance(value, dict):
                return rows[0][0], value
        return None

    def was_done(self, slug: str) -> bool:
        """Tell whether this was ever done to its end."""
        return bool(self.read(statements.WAS_DONE, (slug,)))

    def times_done(self, slug: str) -> int:
        """Return how often this was done to its end."""
        return int(self.read(statements.TIMES_DONE, (slug,))[0][0])

    def prompts(self, since: date = EVER) -> list[Prompt]:
        """Return the prompts of `since` (a local date) and later."""
        rows = self.read(statements.PROMPTS, (since.isoformat(),))
        return [statements.prompt_of(row) for row in rows]

    def sessions(self, since: date = EVER) -> list[Session]:
        """Return the sessions of `since` (a local date) and later."""
        parts = self.read(statements.PARTS, (since.isoformat(),))
        rows = self.read(statements.SESSIONS, (since.isoformat(),))
        return statements.sessions_of(rows, parts)

    def works(self, since: date = EVER) -> list[Work]:
        """Return what the sums are made of, of the diary day `since` and later.

        In no order: ten years of them are added up while a window opens.
        """
        rows = self.read(statements.WORKS, (since.isoformat(), since.isoformat()))
        return [
            Work(date.fromisoformat(day), slug, worked_s, bool(completed), sign)
            for day, slug, worked_s, completed, sign in rows
        ]

    def entry(self, day: date) -> Entry | None:
        """Return what was written about a day."""
        return next(iter(self.entries(day, day)), None)

    def entries(self, since: date = EVER, until: date = date.max) -> list[Entry]:
        """Return what was written about the days from `since` to `until`."""
        rows = self.read(written.DIARY, (since.isoformat(), until.isoformat()))
        return [written.entry_of(row) for row in rows]

    def followed_up(self, day: date) -> bool:
        """Tell whether the question of the day after was asked on `day`."""
        return bool(self.read(written.FOLLOWED_UP, (day.isoformat(),)))

    def follow_ups(self, since: date = EVER) -> list[FollowUp]:
        """Return the answers to the question of the day after."""
        rows = self.read(written.FOLLOW_UPS_SINCE, (since.isoformat(),))
        return [written.follow_up_of(row) for row in rows]

    def flexibility(self, since: date = EVER) -> list[Flexibility]:
        """Return the flexibility checks."""
        rows = self.read(written.FLEXIBILITY, (since.isoformat(),))
        return [written.flexibility_of(row) for row in rows]

    def check_ins(self, since: date = EVER) -> list[CheckIn]:
        """Return the answers to the check-ins."""
        rows = self.read(written.CHECK_INS_SINCE, (since.isoformat(),))
        return [written.check_in_of(row) for row in rows]

    def stops(self, since: date = EVER) -> list[Stop]:
        """Return the stop signs that were pressed."""
        rows = self.read(written.STOPS, (since.isoformat(),))
        return [written.stop_of(row) for row in rows]
