"""Weight, support and the skin that carries it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskstretch.body.balance import centre_of_mass, hull, margin, support
from deskstretch.body.kinematics import forward
from deskstretch.body.limbs import moved
from deskstretch.body.pose import NEUTRAL, posed
from deskstretch.body.scenery import Cushion, Rod, Scene
from deskstretch.body.surface import balls
from tests.body.loading import LAT_STRETCH, motion

grid = st.integers(-100, 100).map(lambda n: n / 100)
places = st.tuples(grid, grid)
BARE = Scene(None, ())


def _standing(pose=NEUTRAL):
    figure = forward(pose)
    low = min(ball.centre[1] - ball.radius for ball in balls(figure))
    return moved(figure, (0.0, -low, 0.0))


def test_the_weight_of_someone_standing_is_at_the_height_of_the_navel():
    x, y, z = centre_of_mass(_standing())
    assert z == pytest.approx(0, abs=1e-9)
    assert 0.53 < y < 0.60
    assert -0.02 < x < 0.05


def test_someone_standing_stands_on_both_feet_and_someone_leaning_falls():
    figure = _standing()
    x, _, z = centre_of_mass(figure)
    assert margin((x, z), support(figure, BARE)) > 0.02
    bowing = _standing(
        posed({"pelvis_tilt": 60, "hip_flexion": 60, "shoulder_flexion": 120})
    )
    x, _, z = centre_of_mass(bowing)
    assert margin((x, z), support(bowing, BARE)) < 0


def test_hands_on_a_desk_carry_weight_and_hands_in_the_air_do_not():
    loop = motion(LAT_STRETCH)
    rest = loop.rest()
    with_desk = max(x for x, _ in support(rest, loop.scene))
    without = max(x for x, _ in support(rest, BARE))
    assert with_desk > rest["wrist_right"].position[0]
    assert without < rest["wrist_right"].position[0]


def test_a_figure_in_the_air_stands_on_nothing():
    flying = moved(_standing(), (0.0, 0.5, 0.0))
    assert support(flying, BARE) == ()
    assert margin((0.0, 0.0), ()) < 0


@given(st.lists(places, min_size=3, max_size=20))
def test_a_hull_holds_all_its_places(some):
    corners = hull(some)
    assert set(corners) <= set(some)
    if len(corners) > 2:
        assert all(margin(place, corners) > -1e-6 for place in some)


def test_a_roll_and_a_cushion_bear_what_lies_on_them():
    floating = moved(forward(NEUTRAL), (0.0, 2.0, 0.0))
    hip = next(ball for ball in balls(floating) if ball.name == "hip_left")
    x, low, z = hip.centre[0], hip.centre[1] - hip.radius, hip.centre[2]
    roll = Rod("roll", (x, low - 0.03, z - 0.1), (x, low - 0.03, z + 0.1), 0.03)
    cushion = Cushion("cushion", (x, low - 0.03, z), (0.1, 0.03, 0.1))
    assert support(floating, BARE) == ()
    for scene in (Scene(None, (), (roll,)), Scene(None, (), (), (cushion,))):
        assert margin((x, z), support(floating, scene)) > 0.0
    soft = Scene(None, (), (), (cushion,))
    assert support(floating, soft, {0: 1.0}) == support(floating, soft)
    assert support(floating, soft, {0: 0.0}) == ()  # it is not there yet


def test_a_bar_bears_the_hands_that_hold_it_and_nothing_else():
    floating = moved(forward(NEUTRAL), (0.0, 2.0, 0.0))
    for name, bears in (("hand_left", True), ("hip_left", False)):
        x, y, z = next(b.centre for b in balls(floating) if b.name == name)
        bar = Rod("bar", (x, y, z - 0.1), (x, y, z + 0.1), 0.009)
        assert bool(support(floating, Scene(None, (), (bar,)))) is bears
