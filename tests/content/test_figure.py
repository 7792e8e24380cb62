"""The shipped figures do what the movement cards say, at every dose and side."""

from __future__ import annotations

from math import atan2, degrees
from pathlib import Path

import pytest

from deskstretch.body.angles import joint_angles
from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.movements.catalogue import load

MOVEMENTS = Path(__file__).resolve().parents[2] / "assets" / "movements"
FILES = {file.name: file.read_bytes() for file in sorted(MOVEMENTS.glob("*.toml"))}
CATALOGUE = load(FILES)
SAMPLES = 180


def figures(slug, side="right", range_=1.0, samples=SAMPLES):
    movement = CATALOGUE.movements[slug]
    dose = movement.doses[next(iter(movement.doses))]
    motion = Motion(movement.choreography, dose.seconds, side, range_)
    return [motion.figure(motion.period_s * n / samples) for n in range(samples)]


def phase_figures(slug, index):
    movement = CATALOGUE.movements[slug]
    dose = movement.doses[next(iter(movement.doses))]
    motion = Motion(movement.choreography, dose.seconds)
    return points(motion.in_phase(index, 0.0)), points(motion.in_phase(index, 1.0))


def lean(figure):
    """Degrees of the line from the hips to the shoulders from the vertical."""
    at = points(figure)
    ahead, up = (
        sum(at[f"shoulder_{s}"][axis] - at[f"hip_{s}"][axis] for s in ("left", "right"))
        for axis in (0, 1)
    )
    return degrees(atan2(ahead, up))


def test_every_movement_has_a_figure_and_no_problem():
    assert CATALOGUE.problems == ()
    assert len(CATALOGUE.movements) == len(FILES)
    assert all(m.choreography is not None for m in CATALOGUE.movements.values())


@pytest.mark.parametrize("slug", ["kneeling-hip-flexor", "standing-hip-flexor"])
@pytest.mark.parametrize("range_", [1.0, 0.5])
def test_the_hip_flexor_trunk_is_exactly_vertical(slug, range_):
    for figure in figures(slug, range_=range_):
        assert abs(lean(figure)) < 0.25
        at = points(figure)
        for part in ("neck", "chest", "waist"):
            ahead = at[part][0] - at["pelvis"][0]
            assert abs(ahead) < 0.03, part


@pytest.mark.parametrize("slug", ["kneeling-hip-flexor", "standing-hip-flexor"])
def test_the_hip_flexor_glides_the_pelvis_forward_a_few_centimetres(slug):
    start, end = phase_figures(slug, 0)
    centimetres = 170 * (end["pelvis"][0] - start["pelvis"][0])
    assert 4 < centimetres < 9
    squeezing, squeezed = phase_figures(slug, 1)
    assert squeezed["pelvis"][0] >= squeezing["pelvis"][0]
    _, home = phase_figures(slug, 2)
    assert home["pelvis"][0] == pytest.approx(start["pelvis"][0])


@pytest.mark.parametrize("slug", ["kneeling-hip-flexor", "standing-hip-flexor"])
def test_the_hip_flexor_tucks_the_tailbone_and_raises_no_arm(slug):
    movement = CATALOGUE.movements[slug]
    motion = Motion(movement.choreography, (2.0, 1.0, 2.0))
    tilts = [
        degrees(atan2(-frame[0][1], frame[0][0]))
        for frame in (motion.in_phase(0, u)["pelvis"].frame for u in (0.0, 1.0))
    ]
    assert 4 < tilts[0] - tilts[1] < 20
    for figure in figures(slug):
        at = points(figure)
        for side in ("left", "right"):
            assert at[f"hand_{side}"][1] < at[f"shoulder_{side}"][1] - 0.2
            assert at[f"elbow_{side}"][1] < at[f"shoulder_{side}"][1] - 0.1


def test_the_kneeling_start_has_both_knees_near_90_and_the_toes_tucked():
    figure = figures("kneeling-hip-flexor")[0]
    angles = joint_angles(figure)
    for side in ("left", "right"):
        assert angles[f"knee_flexion_{side}"] == pytest.approx(95, abs=10)
    assert angles["toe_extension_right"] > 60
    at = points(figure)
    assert at["knee_right"][1] < 0.05
    assert at["toe_right"][1] < 0.02
    assert at["heel_right"][1] > 0.08
    assert at["heel_left"][1] == pytest.approx(0, abs=0.006)


def test_the_hands_lie_on_the_front_thigh():
    for figure in figures("kneeling-hip-flexor", samples=20):
        at = points(figure)
        for side in ("left", "right"):
            hand = at[f"hand_{side}"]
            assert at["hip_left"][0] < hand[0] < at["knee_left"][0]
            assert 0.04 < hand[1] - at["knee_left"][1] < 0.11


def test_the_lat_stretch_starts_upright_and_never_folds_beyond_a_right_angle():
    loop = figures("lat-stretch")
    assert lean(loop[0]) < 18
    for figure in loop:
        angles = joint_angles(figure)
        for side in ("left", "right"):
            assert 10 <= angles[f"knee_flexion_{side}"] <= 20
            assert angles[f"hip_flexion_{side}"] <= 90
            assert angles[f"elbow_flexion_{side}"] < 12


def test_the_lat_stretch_sends_the_hips_back_and_the_chest_between_the_arms():
    start, end = phase_figures("lat-stretch", 0)
    assert end["pelvis"][0] < start["pelvis"][0] - 0.15
    assert end["chest"][1] < start["chest"][1] - 0.10
    for side in ("left", "right"):
        assert end["chest"][1] < end[f"shoulder_{side}"][1] + 0.02
        assert end["head"][1] < end[f"shoulder_{side}"][1] + 0.12
    movement = CATALOGUE.movements["lat-stretch"]
    hinged = Motion(movement.choreography, (2.0, 3.0, 2.0)).target(0)
    angles = joint_angles(hinged)
    assert angles["shoulder_flexion_right"] > 115
    assert lean(hinged) > 55


@pytest.mark.parametrize(
    ("slug", "hands"),
    [("lat-stretch", ("left", "right")), ("standing-hip-flexor", ("left",))],
)
def test_hands_lie_flat_on_the_edge_of_the_desk(slug, hands):
    movement = CATALOGUE.movements[slug]
    motion = Motion(movement.choreography, (2.0, 1.0, 2.0))
    top = next(box for box in motion.scene.boxes if box.part == "top")
    for t in (0.0, 1.0, 2.0, 3.5):
        figure = motion.figure(t)
        for hand in hands:
            wrist = figure[f"wrist_{hand}"]
            assert wrist.position[1] - top.high[1] == pytest.approx(0.0105, abs=0.002)
            palm = points(figure)[f"hand_{hand}"]
            assert top.low[0] < palm[0] < top.high[0]
            assert top.low[2] < palm[2] < top.high[2]
            assert abs(wrist.frame[1][1]) < 0.02  # the fingers are level
            assert abs(wrist.frame[2][1]) > 0.98  # and the palm faces down
