"""One broken movement per check: that check refuses it, and no other does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deskstretch import toml_lines
from deskstretch.body import checks as geometry
from deskstretch.body.motion import Motion
from deskstretch.movements import choreography, figure_check, movement_file
from deskstretch.ui.figure import checks as pictures
from tests.content import broken_by_hand

HERE = Path(__file__).resolve().parent
FILES = {file.stem: file for file in sorted((HERE / "broken").glob("*.toml"))}
SAMPLES = 24


def read(file):
    problems: list = []
    document = toml_lines.read(file.read_bytes())
    figure = choreography.read(document, problems, file.name)
    movement = movement_file.read(document, figure, problems, file.name)
    assert movement is not None, problems
    return document, movement


def motion(name):
    _, movement = read(FILES[name])
    dose = movement.doses[movement.default_profile]
    return Motion(movement.choreography, dose.seconds)


def checks_of(findings):
    return {finding.check for finding in findings}


def test_every_check_has_its_broken_movement_and_every_broken_one_its_check():
    checks = {*geometry.CHECKS, *pictures.CHECKS}
    assert len(checks) == len(geometry.CHECKS) + len(pictures.CHECKS)
    assert {*FILES, *broken_by_hand.GEOMETRY, *broken_by_hand.PICTURES} == checks


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_refused_by_its_check_and_no_other(name, qapp, theme):
    _, movement = read(FILES[name])
    dose = movement.doses[movement.default_profile]
    motion = Motion(movement.choreography, dose.seconds)
    loop = geometry.Loop(motion, geometry.by_phase(motion, SAMPLES))
    found = geometry.judged(loop) + pictures.check(motion, theme)
    assert checks_of(found) == {name}, found


@pytest.mark.parametrize("name", broken_by_hand.GEOMETRY)
def test_a_figure_broken_by_hand_is_refused_by_its_check(name, monkeypatch):
    found = geometry.judged(broken_by_hand.GEOMETRY[name](monkeypatch))
    assert checks_of(found) == {name}, found


@pytest.mark.parametrize("name", broken_by_hand.PICTURES)
def test_a_picture_broken_by_hand_is_refused_by_its_check(name, qapp, theme):
    found = pictures.judged(broken_by_hand.PICTURES[name](theme))
    assert checks_of(found) == {name}, found


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("balance", "[[phase]]"),
        ("direction", 'moves = ["hand_right down"]'),
        ("hover", "[pose.down]"),
        ("amplitude", 'slug = "broken-amplitude"'),
    ],
)
def test_a_finding_says_the_line_it_belongs_to(name, line):
    file = FILES[name]
    document, movement = read(file)
    problems = figure_check.problems(document, movement, file.name, SAMPLES)
    lines = file.read_text().splitlines()
    assert problems
    assert lines[problems[0].line - 1] == line, problems[0]


def test_each_thing_is_told_once_for_all_sides_ranges_and_doses():
    document, movement = read(FILES["balance"])
    once = replace(movement.doses["standard"], name="slower", seconds=(4.0, 4.0))
    movement = replace(movement, doses={**movement.doses, "slower": once})
    (problem,) = figure_check.problems(document, movement, "balance.toml", SAMPLES)
    words = "In phase 1 (up) the body's weight is 3.6 % of body height outside of what"
    assert str(problem) == f"balance.toml, line 13: {words} bears it."
