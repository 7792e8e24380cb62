"""Half a movement starts where the whole one does, and its hands still touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskstretch.body import touching
from deskstretch.body.checks import check
from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.body.spots import spot_for
from deskstretch.body.surface import PALM
from deskstretch.body.vectors import at, distance, dot, sub
from deskstretch.movements.catalogue import load

FEW = 12  # figures of each phase
MOVEMENTS = Path(__file__).resolve().parents[2] / "assets" / "movements"
CATALOGUE = load({file.name: file.read_bytes() for file in MOVEMENTS.glob("*.toml")})
SWAYS = {"cat-cow", "chair-cat-cow", "standing-cat-cow"}  # both ways from the middle


def motion(slug, range_):
    movement = CATALOGUE.movements[slug]
    seconds = movement.doses[movement.default_profile].seconds
    return Motion(movement.choreography, seconds, "right", range_)


@pytest.mark.parametrize("slug", sorted(set(CATALOGUE.movements) - SWAYS))
def test_half_a_movement_starts_where_the_whole_one_does(slug):
    whole, half = points(motion(slug, 1.0).rest()), points(motion(slug, 0.5).rest())
    assert max(distance(whole[name], half[name]) for name in whole) < 0.002


@pytest.mark.parametrize("range_", [0.5, 0.25])
def test_half_rounded_the_hands_still_lie_on_the_thighs(range_):
    figure = motion("standing-cat-cow", range_).rest()
    spot = spot_for("on_thigh", "right")
    thigh = figure["hip_right"]
    way = sub(at(*figure["wrist_right"], PALM), at(*thigh, spot.palm_at))
    ahead, along = dot(way, thigh.frame[0]), dot(way, thigh.frame[1])
    assert abs(ahead) < 0.01
    assert -0.01 < along <= spot.slides + 0.01


def test_of_no_movement_the_hands_stay_where_they_are():
    still = motion("standing-cat-cow", 0.0)
    arched, rounded = points(still.target(0)), points(still.target(1))
    assert max(distance(arched[name], rounded[name]) for name in arched) < 1e-9


def test_a_kick_of_an_arm_at_full_length_is_seen_between_two_figures(monkeypatch):
    choreography = CATALOGUE.movements["standing-cat-cow"].choreography
    assert check(choreography, (4.0, 4.0), samples=FEW) == []
    monkeypatch.setattr(touching, "_reached", lambda _, wrist: wrist)
    monkeypatch.setattr(touching, "_slid", lambda *_: 0.0)
    found = check(choreography, (4.0, 4.0), samples=FEW)
    assert {finding.check for finding in found} == {"acceleration"}
