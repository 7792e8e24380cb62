"""A figure's file: what is wrong is said with its line, and nothing is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch import toml_lines
from deskstretch.body.motion import Motion
from deskstretch.movements import choreography

MOVEMENTS = Path(__file__).resolve().parents[2] / "assets" / "movements"

GOOD = """\
format = 1
marks = ["pelvis"]
[movement]
slug = "mine"
[camera]
view = "front"
pitch = 10
[scene]
desk = "front"
desk_height = 0.54
[contact]
reference = "up"
body = ["feet"]
fixed = ["feet", "hands"]
hands = "desk"
arms = "straight"
thighs = "keep"
[pose.up]
base = "standing"
shoulder_flexion = 40
[pose.down]
base = "up"
pelvis_tilt = 40
hip_flexion = 20
knee_flexion_left = 12
lifts = ["hand_left"]
[pose.twin]
mirror_of = "down"
[[phase]]
name = "down"
to = "down"
wave = 0.3
wave_from = "head"
breath = "out"
feel = ["lats", "glutes_left"]
moves = ["pelvis back", "chest down"]
[[phase]]
name = "up"
to = "up"
[[touch]]
hand = "right"
spot = "on_hip"
poses = ["down"]
[hands]
left = "flat"
[limits]
knee_flexion = [0, 20]
[arrow]
follow = "pelvis"
[still]
poses = ["up", "down"]
"""


def read(text):
    problems = []
    document = toml_lines.read(text.encode())
    return choreography.read(document, problems, "mine.toml"), problems


def test_a_good_file_becomes_a_choreography_that_moves():
    figure, problems = read(GOOD)
    assert problems == []
    assert figure.slug == "mine"
    assert figure.start == "up"
    assert (figure.camera.yaw, figure.camera.pitch) == (90, 10)
    assert figure.contact.fixed == (
        "foot_right", "foot_left", "hand_right", "hand_left",
    )  # fmt: skip
    assert figure.contact.lifted == {"down": frozenset({"hand_left"})}
    assert figure.phases[0].feel == ("lats", "glutes_left")
    assert figure.phases[0].moves[1].direction == "down"
    assert figure.limits == {"knee_flexion": (0.0, 20.0)}
    assert Motion(figure, (2.0, 2.0)).period_s == 4.0


def test_kept_thighs_are_reckoned_once_however_poses_derive():
    from deskstretch.body.pose import INDEX

    chained = GOOD.replace(
        '[pose.twin]\nmirror_of = "down"', '[pose.twin]\nbase = "down"\npelvis_tilt = 5'
    )
    figure, problems = read(chained)
    assert problems == []
    hip = INDEX["hip_flexion_right"]
    assert figure.poses["down"][hip] == pytest.approx(60)
    assert figure.poses["twin"][hip] == pytest.approx(65)


@pytest.mark.parametrize(
    ("of_down", "says"),
    [
        ('lifts = ["feet"]', "one foot stays"),
        ('stands_on = ["hand_left"]', "feet that are not lifted"),
        ("stands_on = []", "feet that are not lifted"),
        ("pelvis_forward = 0.02", "find their own place"),
        (
            'lifts = ["foot_left"]\nstands_on = ["foot_left"]',
            "feet that are not lifted",
        ),
    ],
)
def test_in_balance_one_foot_stands(of_down, says):
    text = GOOD.replace('body = ["feet"]', "balance = true")
    figure, problems = read(text)
    assert figure.contact.balance
    assert problems == []
    _, problems = read(text.replace('lifts = ["hand_left"]', of_down))
    assert [says in problem.message for problem in problems] == [True]


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ('view = "front"', 'view = "frnt"', 'view = "frnt"', 'Did you mean "front"'),
        ("pitch = 10", "pitch = 200", "pitch", "from -20 to 80"),
        ("pitch = 10", "zoom = 2", "zoom", '"zoom" is not known in [camera]'),
        ("pitch = 10", "close = 1", "close", "true or false"),
        ('marks = ["pelvis"]', 'marks = ["pelvic"]', "marks", '"pelvic" is not known'),
        ("format = 1", 'format = 1\nguide = "leg"', "guide", '"leg" is not known'),
        ("[camera]", "[camra]", "[camra]", '"camra" is not known'),
        ("desk_height = 0.54", "desk_height = 0.9", "desk_height", "from 0.38"),
        ('desk = "front"\n', "", "hands = ", "belong together"),
        ('reference = "up"', 'reference = "upp"', "reference", 'Did you mean "up"'),
        ('body = ["feet"]', 'body = ["foots"]', "body", 'no contact "foots"'),
        ('hands = "desk"', 'hands = "seat"', "hands = ", 'need "chair = true"'),
        ('desk = "front"', "bar = true", "hands = ", "A bar is where both hands hold"),
        ('hands = "desk"\n', "", "[contact]", 'need "hands"'),
        ('"feet", "hands"]', '"feet"]', "arms", "Straight arms need hands"),
        ('arms = "straight"', 'arms = "bent"', "arms", '"bent" is not known'),
        ('thighs = "keep"', 'lock = "knee"', "lock", '"knee" is not known'),
        ('thighs = "keep"', 'on_ball = ["hand_left"]', "on_ball", "names feet"),
        ('thighs = "keep"', 'rolls = ["hand_left"]', "rolls", "names feet"),
        ('base = "standing"', 'base = "stnding"', "base", 'Did you mean "standing"'),
        ('base = "standing"', 'base = "down"', 'base = "up"', "made from this one"),
        ('base = "standing"\n', "", "[pose.up]", 'needs "base"'),
        ("hip_flexion = 20", "hip_flexon = 20", "hip_flexon", "no angle"),
        ("hip_flexion = 20", "hip_flexion = 140", "hip_flexion", "from -30 to 130"),
        ("hip_flexion = 20", "hip_flexion = 100", "hip_flexion", "comes to 140"),
        ("hip_flexion = 20", 'hip_flexion = "20"', "hip_flexion", "number of degrees"),
        ("hip_flexion = 20", "hip_flexion = nan", "hip_flexion", "number of degrees"),
        ("hip_flexion = 20", "pelvis_up = 3", "pelvis_up", "share of stature"),
        ('lifts = ["hand_left"]', 'lifts = ["knee_left"]', "lifts", '"lifts" names'),
        ('thighs = "keep"', "balance = 1", "balance", "true or false"),
        ('thighs = "keep"', 'lock = "pelvis"', "lock", 'leave out "body"'),
        ('body = ["feet"]', 'lock = "upper_back"', "lock", '"fixed" too'),
        ('body = ["feet"]', 'lock = "pelvis"', "pelvis_tilt = 40", "does nothing"),
        ('thighs = "keep"', "balance = true", "balance", 'leave out "body"'),
        (
            'body = ["feet"]\nfixed = ["feet", "hands"]',
            'balance = true\nfixed = ["hands", "foot_left"]',
            "balance",
            "needs feet",
        ),
        (
            'lifts = ["hand_left"]',
            'stands_on = ["foot_left"]',
            "stands_on",
            'needs "balance = true"',
        ),
        ('mirror_of = "down"', 'mirror_of = "dwn"', "mirror_of", 'no pose "dwn"'),
        ('mirror_of = "down"', 'mirror_of = "twin"', "mirror_of", "made from this one"),
        (
            'mirror_of = "down"',
            'mirror_of = "down"\nelbow_flexion = 3',
            "mirror_of",
            "no angles of its own",
        ),
        ('to = "down"', 'to = "dwn"', 'to = "dwn"', 'Did you mean "down"'),
        ('to = "down"\n', "", "[[phase]]", 'needs "to"'),
        (
            'to = "down"',
            'to = "down"\nvia = [{ pose = "upp", at = 0.5 }]',
            "via",
            'Did you mean "up"',
        ),
        (
            'to = "down"',
            'to = "down"\nvia = [{ pose = "up", at = 1 }]',
            "via",
            "above 0, below 1",
        ),
        ('to = "down"', 'to = "down"\nvia = "up"', "via", '"via" is a list'),
        ("format = 1", 'format = 1\ntempo = "quick"', "tempo", '"quick" is not known'),
        ("desk_height", 'roll = "knee"\ndesk_height', "roll", '"knee" is not known'),
        (
            "desk_height",
            'cushion_poses = ["upp"]\ndesk_height',
            "cushion_poses",
            'Did you mean "up"',
        ),
        ("wave = 0.3", "wave = 3", "wave", "from 0 to 0.8"),
        ('wave_from = "head"', 'wave_from = "toe"', "wave_from", '"toe" is not known'),
        ("wave = 0.3", "wavee = 0.3", "wavee", 'Did you mean "wave"'),
        ('"glutes_left"', '"glute_left"', "feel", 'Did you mean "glutes_left"'),
        ('"pelvis back"', '"pelvis backwards"', "moves", "a way is"),
        ('"pelvis back"', '"pelvs back"', "moves", 'Did you mean "pelvis"'),
        ('spot = "on_hip"', 'spot = "on_hips"', "spot", 'Did you mean "on_hip"'),
        ('hand = "right"', 'hand = "both"', "hand = ", '"both" is not known'),
        ('poses = ["down"]', 'poses = ["dwn"]', 'poses = ["dwn"]', 'no pose "dwn"'),
        ('left = "flat"', 'left = "fist"', 'left = "fist"', '"fist" is not known'),
        ("[0, 20]", "[20, 0]", "knee_flexion = [", "range in degrees"),
        ("[0, 20]", "20", "knee_flexion = 20", "range in degrees"),
        ('follow = "pelvis"', 'follow = "tail"', "follow", 'no point "tail"'),
        ('["up", "down"]', '["up", "sideways"]', 'poses = ["up"', "no pose"),
        ("[[touch]]", "[touch]", "[touch]", "a table of its own"),
    ],
)
def test_each_mistake_is_one_sentence_at_its_line(old, new, at, says):
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    figure, problems = read(text)
    assert figure is None
    line = text[: text.index(at)].count("\n") + 1
    found = [problem for problem in problems if says in problem.message]
    assert found, [str(problem) for problem in problems]
    assert line in {problem.line for problem in found}, found
    for problem in problems:
        assert problem.file == "mine.toml"
        assert problem.message.rstrip('"').endswith((".", "?"))


def test_all_mistakes_of_a_file_are_said_at_once():
    text = GOOD.replace("pitch = 10", "pitch = 200").replace("wave = 0.3", "wave = 9")
    _, problems = read(text)
    assert len(problems) == 2


def test_a_reason_allows_what_is_beyond_the_usual_limits():
    beyond = GOOD.replace("hip_flexion = 20", "hip_flexion = 100")
    assert read(beyond)[0] is None
    figure, problems = read('allow_beyond = "for dancers"\n' + beyond)
    assert problems == []
    assert figure.allow_beyond == "for dancers"


def test_poses_that_lean_on_each_other_in_a_ring_are_refused():
    ring = GOOD.replace('base = "standing"', 'base = "twin"')
    figure, problems = read(ring)
    assert figure is None
    assert any("is made from this one" in problem.message for problem in problems)


def test_the_figure_reads_no_text_and_no_dose():
    more = GOOD.replace('name = "down"', 'name = "down"\nword = 3\ncue = 4\nstep = "x"')
    figure, problems = read(more + "[dose.any]\nrepetitions = true\n")
    assert problems == []
    assert figure is not None


values = st.one_of(
    st.integers(-500, 500),
    st.sampled_from(['""', '"x"', "[]", '["x"]', "[1, 2]", "{}", "{ a = 1 }", "true"]),
    st.sampled_from(["1.5", "-0.1", "nan", "inf", "[[]]", "1979-05-27", '["feet"]']),
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_a_value_is_reading_never_fails(data):
    lines = GOOD.splitlines()
    keys = [n for n, line in enumerate(lines) if " = " in line]
    for _ in range(data.draw(st.integers(1, 3))):
        n = data.draw(st.sampled_from(keys))
        key = lines[n].partition(" = ")[0]
        lines[n] = f"{key} = {data.draw(values)}"
    figure, problems = read("\n".join(lines))
    assert (figure is None) == bool(problems)
    if figure is not None:
        Motion(figure, (2.0, 2.0)).figure(1.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "format = 1",
        "pose = 3",
        "[pose]",
        "[pose]\nup = 3",
        "phase = 3\n[pose.up]\nbase = 'standing'",
        "camera = 3\nscene = []\ncontact = 'x'\nhands = 1\nlimits = 2\narrow = 3",
        "touch = [1, 2]\nstill = 3",
    ],
)
def test_a_file_of_any_other_shape_is_refused_with_sentences(text):
    figure, _ = read(text)
    assert figure is None


def test_the_shipped_files_have_no_problem():
    for file in MOVEMENTS.glob("*.toml"):
        figure, problems = read(file.read_text("utf-8"))
        assert problems == []
        assert figure.slug == file.stem
