"""In a session under way, what stands in for a movement is what the answers leave."""

from datetime import date

import pytest

from deskstretch.app.swapping import Swapping
from tests.app.test_fitting import READ, told


@pytest.fixture
def swapping(app):
    def make(slug, settings=READ):
        desk = app(settings).desk
        plan = desk.fitting.plan(slug)
        return plan, Swapping(plan, desk.fitting, desk.fitting._content)

    return make


def test_a_single_movement_has_its_nearest_swap(swapping):
    plan, other = swapping("cat-cow")
    swap = other(plan.timeline, 0)
    assert swap.slug == "standing-cat-cow"
    assert {part.movement for part in swap.timeline.parts} == {"standing-cat-cow"}
    assert other.movements[swap.slug][0].slug == swap.slug


def test_what_the_answers_rule_out_is_not_offered(swapping):
    plan, other = swapping("kneeling-hip-flexor")
    assert other(plan.timeline, 0).slug == "standing-hip-flexor"
    plan, other = swapping("kneeling-hip-flexor", told("balance"))
    found = other(plan.timeline, 0)
    assert found is None or found.slug != "standing-bicycle"


def test_in_a_routine_what_came_before_stays_to_the_second(swapping):
    plan, other = swapping("seven-minute")
    for number, part in enumerate(plan.timeline.parts):
        swap = other(plan.timeline, number)
        if swap is None:
            continue
        before = [one for one in swap.timeline.entries if one.start_s < part.start_s]
        kept = [one for one in plan.timeline.entries if one.start_s < part.start_s]
        assert before == kept
        assert swap.timeline.parts[number].movement == swap.slug
        assert len(swap.timeline.parts) == len(plan.timeline.parts)


def test_one_swap_follows_another_and_nothing_comes_twice(swapping):
    plan, other = swapping("seven-minute")
    first = other(plan.timeline, 0)
    second = other(first.timeline, 1)
    played = [part.movement for part in second.timeline.parts]
    assert played[:2] == [first.slug, second.slug]
    assert len(set(played)) == len(played)


def test_a_timeline_it_never_made_has_no_swap(swapping):
    _, other = swapping("cat-cow")
    stranger, _ = swapping("lat-stretch")
    assert other(stranger.timeline, 0) is None


def test_a_swapped_movement_is_kept_as_what_was_played(app):
    here = app(READ)
    sessions = here.desk.sessions
    sessions.open("cat-cow")
    window = sessions._window
    window.easing._read.add("standing-cat-cow")
    window._begin()
    window.easing.swap()
    here.clock.awake_s += 60
    window.performance.show_now()
    window.performance.pause()
    window._finish()
    (kept,) = here.store.sessions(since=date(2026, 1, 1))
    assert (kept.slug, kept.profile) == ("standing-cat-cow", "standard")
