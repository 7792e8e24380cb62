"""The example of REMINDERS, word for word."""

from story import LIBRARY, TWO

from deskstretch.reminders.simulate import run

HISTORY = """\
{"at": "2026-03-02T09:00:00+01:00", "event": "start"}
{"at": "2026-03-02T09:00:00+01:00", "event": "active"}
{"at": "2026-03-02T10:00:00+01:00", "event": "idle"}
{"at": "2026-03-02T10:06:00+01:00", "event": "active"}
{"at": "2026-03-02T10:06:10+01:00", "event": "skip"}
{"at": "2026-03-02T11:40:00+01:00", "event": "end"}
"""
GIVES = """\
{"at": "2026-03-02T09:00:00+01:00", "effect": "state", "phase": "counting", "reason": null}
{"at": "2026-03-02T10:05:00+01:00", "effect": "state", "phase": "away", "reason": null}
{"at": "2026-03-02T10:06:00+01:00", "effect": "prompt", "name": "lat-stretch", "does": "lat-stretch", "reason": "You were away 6 min", "again": false}
{"at": "2026-03-02T10:06:00+01:00", "effect": "state", "phase": "prompting", "reason": null}
{"at": "2026-03-02T10:06:10+01:00", "effect": "state", "phase": "counting", "reason": null}
{"at": "2026-03-02T11:36:00+01:00", "effect": "prompt", "name": "hip-flexor", "does": "kneeling-hip-flexor", "reason": "90 min of sitting", "again": false}
{"at": "2026-03-02T11:36:00+01:00", "effect": "state", "phase": "prompting", "reason": null}
{"at": "2026-03-02T11:36:45+01:00", "effect": "withdraw", "name": "hip-flexor", "does": "kneeling-hip-flexor", "why": "time-out"}
{"at": "2026-03-02T11:36:45+01:00", "effect": "state", "phase": "counting", "reason": null}
"""  # noqa: E501  the lines of the document


def test_the_worked_example_gives_exactly_these_lines():
    assert list(run(HISTORY.splitlines(), TWO, LIBRARY)) == GIVES.splitlines()
