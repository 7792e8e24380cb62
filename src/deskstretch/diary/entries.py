"""What can be kept, in terms of one `write`."""

from __future__ import annotations

import json
import os
from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from deskstretch.diary import statements, written
from deskstretch.diary.readings import Readings
from deskstretch.diary.records import Part, Prompt, Session, Stop

if TYPE_CHECKING:
    from datetime import date, datetime

    from deskstretch.diary.records import (
        Answer,
        CheckIn,
        Entry,
        Flexibility,
        FollowUp,
    )
    from deskstretch.diary.statements import Statement


class Entries(Readings):
    """The diary's vocabulary: every entry is kept once its method has returned.

    Moments are aware local times; days are local dates.
    """

    @abstractmethod
    def write(self, batch: list[Statement]) -> None:
        """Keep all of `batch` or nothing."""

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
        shown: float = 1.0,
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
            shown,
        )
        self.write(list(statements.insert_session(session)))
        return session.id

    def rate_session(self, session_id: int, feeling: str) -> None:
        """Keep how a session felt: one of `FEELINGS`."""
        self.write([statements.set_feeling(session_id, feeling)])

    def close_open_prompts(self) -> None:
        """Keep that nobody answered the prompts a crash left open."""
        if self.read(statements.OPEN_PROMPTS, ()):
            self.write([(statements.CLOSE_OPEN_PROMPTS, ())])

    def put_entry(self, entry: Entry) -> None:
        """Keep what was written about a day, in place of what was there."""
        self.write([written.put_entry(entry)])

    def remove_entry(self, day: date) -> None:
        """Forget what was written about a day."""
        self.write([written.remove_entry(day)])

    def put_follow_up(self, follow_up: FollowUp) -> None:
        """Keep the answer to the question of the day after."""
        self.write([written.put_follow_up(follow_up)])

    def put_flexibility(self, check: Flexibility) -> None:
        """Keep a flexibility check."""
        self.write([written.put_flexibility(check)])

    def put_check_in(self, check_in: CheckIn) -> None:
        """Keep the answer to a check-in."""
        self.write([written.put_check_in(check_in)])

    def add_stop(self, sign: str, moment: datetime) -> int:
        """Keep that a stop sign was pressed; returns its id."""
        stop = Stop(_new_id(), sign, moment)
        self.write([written.put_stop(stop)])
        return stop.id

    def mark_mistaken(self, stop_id: int) -> None:
        """Keep that a stop sign was pressed by mistake."""
        self.write([written.set_mistaken(stop_id)])

    def lift_stops(self, moment: datetime, *, seen: bool | None) -> None:
        """Keep that the short check was passed at `moment`."""
        self.write([written.set_checked(moment, seen=seen)])


def _new_id() -> int:
    return int.from_bytes(os.urandom(6)) or 1
