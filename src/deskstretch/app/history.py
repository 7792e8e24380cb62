"""What happened goes to the store: prompts and answers, sessions, the snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.diary import records, trends

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from deskstretch.coaching.reached import Summary
    from deskstretch.coaching.timeline import Part
    from deskstretch.diary.records import Answer, Session
    from deskstretch.diary.store import Store
    from deskstretch.reminders.effects import ShowPrompt

PLANNER, HOLDS, RED_FLAG, VERSION = "planner", "planner-holds", "red-flag", 1


class History:
    """Writes down what happened, in the order it happened.

    It remembers which showing of a card is open and which session was kept last,
    so that an answer that comes later finds its row.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        store.close_open_prompts()
        self._prompt: int | None = None
        self._accepted: int | None = None
        self._session: int | None = None
        self._holds: object = None
        self._stop: int | None = None
        self._showings: dict[str, int] = {}

    def snapshot(self) -> tuple[dict[str, Any], str] | None:
        """Return what was kept of the planner and the boot it was kept in, or None.

        Where the newest cannot be read it is the one that was kept when a stop or
        a pause began or ended, so that damage never lifts a stop.
        """
        for name in (PLANNER, HOLDS):
            kept = self.store.state(name)
            planner = kept[1].get("planner") if kept else None
            if kept is not None and kept[0] == VERSION and isinstance(planner, dict):
                return planner, str(kept[1].get("boot", ""))
        return None

    def keep_snapshot(
        self, snapshot: Mapping[str, object], boot: str, holds: object
    ) -> None:
        """Keep the planner; `holds` tells one stop or pause from another."""
        kept = {"planner": snapshot, "boot": boot}
        with self.store.together():
            self.store.save_state(PLANNER, VERSION, kept)
            if holds != self._holds:
                self.store.save_state(HOLDS, VERSION, kept)
        self._holds = holds

    def red_flag(self) -> tuple[str, str]:
        """Return when a red flag was ticked and when cleared, "" for never."""
        kept = self.store.state(RED_FLAG)
        if kept is None:
            return "", ""
        return str(kept[1].get("flag", "")), str(kept[1].get("cleared", ""))

    def keep_red_flag(self, flag: str, cleared: str) -> None:
        """Keep when a red flag was ticked and when cleared, as dates."""
        self.store.save_state(RED_FLAG, VERSION, {"flag": flag, "cleared": cleared})

    def done_before(self, slug: str) -> bool:
        """Say whether this movement was ever done to its end."""
        return self.store.was_done(slug)

    def this_week(self, now: datetime) -> list[Session]:
        """Return the sessions since Monday."""
        return self.store.sessions(since=trends.week_of(now))

    def prompts_today(self, now: datetime) -> int:
        """Return how many cards were shown since the day began."""
        return len(self.store.prompts(since=trends.day_of(now)))

    def diary_filled(self, now: datetime) -> bool:
        """Say whether the diary has an entry for today."""
        return self.store.entry(trends.day_of(now)) is not None

    def stopped(self, sign: str, moment: datetime) -> None:
        """Keep that a stop sign was pressed."""
        self._stop = self.store.add_stop(sign, moment)

    def mistaken(self) -> None:
        """Keep that the stop sign pressed last was a mistake."""
        if self._stop is not None:
            self.store.mark_mistaken(self._stop)
            self._stop = None

    def checked(self, moment: datetime, *, seen: bool | None) -> None:
        """Keep that the short check lifted the stop."""
        self.store.lift_stops(moment, seen=seen)

    def prompt_shown(self, prompt: ShowPrompt, moment: datetime) -> None:
        """Keep that a card was shown; it has no answer yet."""
        shown = self._showings.get(prompt.name, 0) + 1 if prompt.again else 0
        self._showings[prompt.name] = shown
        self._prompt = self.store.add_prompt(
            prompt.name, prompt.does, str(prompt.reason), moment, again=shown
        )

    def prompt_answered(self, answer: Answer, moment: datetime) -> None:
        """Keep what came of the open card; without one nothing happens."""
        if self._prompt is None:
            return
        self.store.answer_prompt(self._prompt, answer, moment)
        self._accepted = self._prompt if answer == "accepted" else None
        self._prompt = None

    def session_ended(
        self,
        slug: str,
        profile: str,
        started: datetime,
        ended: datetime,
        summary: Summary,
        sign: str | None = None,
        parts: Sequence[tuple[Part, Summary]] = (),
        shown: Callable[[str], float] = lambda _slug: 1.0,
    ) -> None:
        """Keep a session; what was too short to count is not one.

        `shown` tells how much of the range of a slug was shown, from 0 to 1.
        """
        self._session = None
        prompt_id, self._accepted = self._accepted, None
        if not (summary.logged or summary.completed or sign):
            return
        self._session = self.store.add_session(
            slug,
            profile,
            started,
            ended,
            summary.worked_s,
            reps_left=summary.reps_left,
            reps_right=summary.reps_right,
            reps_both=summary.reps_both,
            completed=summary.completed and sign is None,
            stop_sign=sign,
            prompt_id=prompt_id,
            parts=tuple(
                _kept(part, done, shown(part.movement))
                for part, done in parts
                if done.spent_s
            ),
            shown=shown(slug),
        )

    def times_done(self, slug: str) -> int:
        """Return how often this was done to its end."""
        return self.store.times_done(slug)

    def felt(self, feeling: str) -> None:
        """Keep how the last session felt."""
        if self._session is not None:
            self.store.rate_session(self._session, feeling)


def _kept(part: Part, done: Summary, shown: float) -> records.Part:
    """Return one movement of a routine as it is kept."""
    return records.Part(
        part.movement,
        part.dose,
        done.worked_s,
        done.reps_left,
        done.reps_right,
        done.reps_both,
        done.completed,
        shown,
    )
