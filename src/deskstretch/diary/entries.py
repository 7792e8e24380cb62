"""What can be kept and asked for, in terms of one `write` and one `read`."""

from __future__ import annotations

import json
import os
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from deskstretch.diary import statements
from deskstretch.diary.records import Part, Prompt, Session

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskstretch.diary.records import Answer
    from deskstretch.diary.statements import Row, Statement


class Entries(ABC):
    """The diary's vocabulary: every entry is kept once its method has returned.

    Moments are aware local times; days are local dates.
    """

    @abstractmethod
    def write(self, batch: list[Statement]) -> None:
        """Keep all of `batch` or nothing."""

    @abstractmethod
    def read(self, sql: str, arguments: tuple[Any, ...]) -> list[Row]:
        """Return the rows, with all that was written before."""

    def save_state(self, name: str, version: int, value: dict[str, Any]) -> None:
        """Keep `value`, which is JSON, in place of what was kept under `name`."""
        text = json.dumps(value, separators=(",", ":"), sort_keys=True)
        self.write([(statements.SAVE_STATE, (name, version, text))])

    def add_prompt(
        self, name: str, does: str, reason: str, asked: datetime, *, again: int = 0
    ) -> int:
        """Keep that a card was shown; returns the id for its answer."""
        prompt = Prompt(_new_id(), name, does, reason, asked, again)
        self.write([statements.insert_prompt(prompt)])
        return prompt.id

    def answer_prompt(self, prompt_id: int, answer: Answer, moment: datetime) -> None:
        """Keep what came of a prompt; a later answer takes the place of an earlier."""
        self.write([statements.set_answer(prompt_id, answer, moment)])

    def add_session(  # noqa: PLR0913  one row, every value of it named
        self,
        slug: str,
        profile: str,
        started: datetime,
        ended: datetime,
        worked_s: float,
        *,
        reps_left: int = 0,
        reps_right: int = 0,
        reps_both: int = 0,
        completed: bool,
        feeling: str | None = None,
        stop_sign: str | None = None,
        prompt_id: int | None = None,
        parts: tuple[Part, ...] = (),
    ) -> int:
        """Keep what was done; returns the id for the answer on how it felt."""
        session = Session(
            _new_id(),
            slug,
            profile,
            started,
            ended,
            worked_s,
            reps_left,
            reps_right,
            reps_both,
            completed,
            feeling,
            stop_sign,
            prompt_id,
            parts,
        )
        self.write(list(statements.insert_session(session)))
        return session.id

    def rate_session(self, session_id: int, feeling: str) -> None:
        """Keep how a session felt: one of `FEELINGS`."""
        self.write([statements.set_feeling(session_id, feeling)])

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

    def close_open_prompts(self) -> None:
        """Keep that nobody answered the prompts a crash left open."""
        if self.read(statements.OPEN_PROMPTS, ()):
            self.write([(statements.CLOSE_OPEN_PROMPTS, ())])

    def was_done(self, slug: str) -> bool:
        """Tell whether this was ever done to its end."""
        return bool(self.read(statements.WAS_DONE, (slug,)))

    def times_done(self, slug: str) -> int:
        """Return how often this was done to its end."""
        return int(self.read(statements.TIMES_DONE, (slug,))[0][0])

    def prompts(self, since: date) -> list[Prompt]:
        """Return the prompts of `since` (a local date) and later, in their order."""
        rows = self.read(statements.PROMPTS, (since.isoformat(),))
        return [statements.prompt_of(row) for row in rows]

    def sessions(self, since: date) -> list[Session]:
        """Return the sessions of `since` (a local date) and later, in their order."""
        parts = self.read(statements.PARTS, (since.isoformat(),))
        rows = self.read(statements.SESSIONS, (since.isoformat(),))
        return statements.sessions_of(rows, parts)


def _new_id() -> int:
    return int.from_bytes(os.urandom(6)) or 1
