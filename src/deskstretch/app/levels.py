"""The level someone has come to on each ladder, kept; and what is offered next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskstretch.coaching.progression import (
    LADDERS,
    Done,
    Felt,
    Standing,
    Step,
    answered,
    ladder_of,
    offered,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskstretch.diary.records import Session
    from deskstretch.diary.store import Store

STATE: Final = "levels"
VERSION: Final = 1
_FELT: Final[Mapping[str, Felt]] = {
    "easy": "easier",
    "right": "same",
    "hard": "harder",
    "easier": "easier",
    "same": "same",
    "harder": "harder",
    "hurts": "hurts",
}


class Levels:
    """Remembers levels and answers, and asks the ladders what to offer.

    What a level is worth is judged by every session that is kept. Nothing changes
    by itself: only an answer changes a level.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        kept = store.state(STATE)
        values = kept[1] if kept is not None and kept[0] == VERSION else {}
        self.standing = Standing(
            _only(values.get("levels"), str), _only(values.get("since"), int)
        )

    def level(self, slug: str) -> str:
        """Return what is played for a slug with its profile, at the person's level.

        Only where they have answered an offer: a routine that asks for more from the
        start keeps it.
        """
        ladder = ladder_of(slug)
        if ladder is None or ladder not in self.standing.levels:
            return slug
        return self.standing.level(ladder)

    def offer(self, slugs: Iterable[str], *, back_only: bool = False) -> Step | None:
        """Return the first step there is to offer for slugs with their profiles."""
        for slug in slugs:
            ladder = ladder_of(slug)
            step = ladder and offered(ladder, self.standing, self._done(ladder))
            if step and not (back_only and step.way == "up"):
                return step
        return None

    def answer(self, step: Step, *, taken: bool) -> None:
        """Keep what someone answered to an offer."""
        sessions = len(self._done(step.ladder))
        self.standing = answered(self.standing, step, sessions, taken=taken)
        value = {
            "levels": dict(self.standing.levels),
            "since": dict(self.standing.since),
        }
        self._store.save_state(STATE, VERSION, value)

    def _done(self, ladder: str) -> list[Done]:
        """Return every session on a ladder, also as part of a routine."""
        found = []
        for session in self._store.sessions():
            for slug, completed, shown in _played(session):
                if slug in LADDERS[ladder]:
                    found.append(
                        Done(
                            slug,
                            completed,
                            _FELT.get(session.feeling or ""),
                            sign=session.stop_sign is not None,
                            easier=shown < 1.0,
                        )
                    )
        return found


def _played(session: Session) -> list[tuple[str, bool, float]]:
    """Return what a session was made of: slug with profile, to its end, range shown."""
    parts = session.parts or (session,)
    return [(f"{one.slug}/{one.profile}", one.completed, one.shown) for one in parts]


def _only(value: object, kind: type) -> dict[str, Any]:
    """Return the entries of a kept table that are of a kind."""
    if not isinstance(value, dict):
        return {}
    return {key: one for key, one in value.items() if type(one) is kind}
