"""What the player is opened with, for any shipped movement or routine."""

from __future__ import annotations

from deskstretch.body.motion import Motion
from deskstretch.coaching.layout import lay_out, lay_out_routine
from deskstretch.movements.routine import Choices
from deskstretch.ui.player.opening import Act, Opening, RoutineOpening
from deskstretch.words import words


def opening_of(content, slug, clock=None, **options):
    """Return the opening of a movement or a routine, as the catalogue has it."""
    if slug not in content.routines:
        movement, dose = content.find(slug)
        found = {movement.slug: (movement, dose)}
        timeline = lay_out(movement, dose)
    else:
        routine = content.routines[slug]
        blocks = routine.played(Choices(hang="short"))
        found = {one.slug: content.find(one.movement) for one in blocks}
        timeline = lay_out_routine(routine, blocks, content.find)
        options.setdefault(
            "routine", RoutineOpening(words(routine.name), ready_page=False)
        )

    def motion(slug, side, range_):
        movement, dose = found[slug]
        return Motion(movement.choreography, dose.seconds, side or "right", range_)

    acts = {slug: Act(movement) for slug, (movement, _) in found.items()}
    return Opening(acts, timeline, motion, clock, **options)
