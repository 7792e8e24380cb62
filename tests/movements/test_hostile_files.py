"""A file made to do harm, or only made wrong, is named by line and never a crash."""

import random
import time

import pytest

from deskstretch.body.motion import Motion
from deskstretch.body.points import points
from deskstretch.movements.catalogue import load
from deskstretch.movements.vocabulary import instead

HOSTILE = {
    "unknown key": ('mistake = "', 'mistakes = "', '"mistakes" is not known'),
    "misspelt joint": ("hip_flexion_right", "hip_flexoin_right", "Did you mean"),
    "angle out of range": ("pelvis_tilt = 2", "pelvis_tilt = 200", "from -90 to 90"),
    "missing pose": ('to = "squeezed"', 'to = "squashed"', 'Did you mean "squeezed"?'),
    "phase of 0 s": ("seconds = [2, 1, 2]", "seconds = [2, 0, 2]", "seconds from 0.1"),
    "no number": ("pelvis_tilt = 2", "pelvis_tilt = nan", "write one such as 12.5"),
    "no end": ("pelvis_tilt = 2", "pelvis_tilt = -inf", "write one such as 12.5"),
    "huge": ("pelvis_tilt = 2", "pelvis_tilt = 1e308", "write one such as 12.5"),
    "huger": (
        "pelvis_tilt = 2",
        f"pelvis_tilt = 1{'0' * 400}",
        "write one such as 10.",
    ),
    "hugest": ("pelvis_tilt = 2", f"pelvis_tilt = {'9' * 5000}", "too long to read"),
    "hex": ("pelvis_tilt = 2", f"pelvis_tilt = 0x{'f' * 9000}", "such as 10."),
    "far too many": (
        "repetitions = 10\n",
        f"repetitions = {'9' * 24}\n",
        '"repetitions" is no number to use here: write one such as 10.',
    ),
    "one of a list": ("[2, 1, 2]", "[2, inf, 2]", 'One of "seconds" is no number'),
    "a slug as long as a page": (
        'slug = "my-stretch"',
        f'slug = "{"x" * 300}"',
        f'"{"x" * 40}" is no slug',
    ),
    "a wave of it": ('to = "forward"\n', 'to = "forward"\nwave = 1e200\n', "12.5"),
    "a view of it": ('view = "side"', 'view = "side"\nyaw = 1e15', "such as 12.5"),
    "a text of it": ('name = "Kneeling', f'name = "{"x" * 50_000}', "at most 600 fit"),
    "unseen signs": (
        'name = "Kneeling',
        r'name = "\u0000\u202EKneeling',
        "in one line",
    ),
    "many lines": ('name = "Kneeling', r'name = "Knee\nling', "in one line"),
    "a long slug": ('slug = "my-stretch"', f'slug = "{"x" * 90}"', "up to 40"),
    "a path": ('slug = "my-stretch"', 'slug = "../../etc/passwd"', "is no slug"),
    "a dose no shell can name": (
        "[dose.starter]",
        '[dose."a/b"]',
        "no name for a dose",
    ),
    "a dose of days": ("repetitions = 10\n", "repetitions = 100\nsets = 1\n", ""),
    "deep nesting": ("mat = true", f"mat = {'[' * 50}{']' * 50}", "nested too deeply"),
    "endless nesting": ("mat = true", f"mat = {'[' * 9000}", "nested too deeply"),
    "endless key": ("mat = true", f"mat{'.x' * 30_000} = 1", "too many dots"),
    "a long list": ("mat = true", f"mat = [{'1,' * 9000}]", "at most 100"),
    "a table for a text": ('key_cue = "', 'key_cue = {a = 1}\nfeel_ = "', "is a text"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_each_harm_is_one_sentence_with_its_line(file, name):
    old, new, said = HOSTILE[name]
    before = time.perf_counter()
    if name == "a dose of days":
        file.change("seconds = [2, 1, 2]", "seconds = [500, 500, 500]")
        said = "at most 60 min are played"
    problems = file.change(old, new).problems()
    assert time.perf_counter() - before < 2
    found = [one for one in problems if said in one.message]
    assert found, [one.message for one in problems]
    assert all(one.file == "mine.toml" for one in problems)
    assert all(len(one.message) < 900 for one in problems)
    if new.strip() not in file.text:
        return
    assert abs(found[0].line - file.line_of(new.strip("\n").splitlines()[0])) <= 1


def test_a_pose_in_a_ring_of_bases_is_named(file):
    file.change('base = "half_kneeling"', 'base = "squeezed"')
    (problem,) = file.problems()
    assert "is made from this one" in problem.message


def test_a_pose_that_is_no_table_is_told_once(file):
    file.change("[pose.squeezed]", "[pose]\nsqueezed = 3\n[pose.other]")
    told = [one.message for one in file.problems() if "squeezed" in one.message]
    assert told == ['"squeezed" is one table: [pose.squeezed].']


def test_where_there_is_nothing_to_choose_from_nothing_is_offered():
    assert instead("tall", []) == ""
    assert instead("tal", ["tall"]) == ' Did you mean "tall"?'
    assert instead("x", ["tall", "short"]) == " It can be tall, short."


def test_a_long_chain_of_poses_is_refused_and_not_followed(file):
    links = "\n".join(f'[pose.p{n}]\nbase = "p{n + 1}"' for n in range(60))
    file.change("[[touch]]", f'{links}\n[pose.p60]\nbase = "standing"\n[[touch]]')
    (problem,) = [p for p in file.problems() if "poses" in p.message]
    assert "at most" in problem.message


def test_ten_thousand_wrong_keys_are_not_named_one_by_one(file):
    tables = "\n".join(
        f"[pose.q{n}]\n" + "\n".join(f"k{m} = 1" for m in range(90)) for n in range(30)
    )
    before = time.perf_counter()
    problems = file.change("[[touch]]", f"{tables}\n[[touch]]").problems()
    assert time.perf_counter() - before < 2
    assert "more than 2000 values" in problems[-1].message


def test_the_rest_of_the_catalogue_still_loads(shipped_files):
    hostile = {
        "a.toml": b"\xff\xfe\x00",
        "b.toml": b"",
        "c.toml": b"movement = 3",
        "d.toml": b"[" * 60_000,
        "e.toml": shipped_files["lat-stretch.toml"],
    }
    catalogue = load(shipped_files, hostile)
    assert len(catalogue.movements) == len(shipped_files)
    assert {problem.file for problem in catalogue.problems} == set(hostile)
    taken = [p for p in catalogue.problems if p.file == "e.toml"]
    assert [p.message for p in taken] == [
        'There is a movement "lat-stretch" already. Give this one another slug.'
    ]


BITES = [
    b"", b"=", b"[", b"]", b"[[", b'"', b"\x00", b"\xff", b"\n", b"{a=1}", b"nan",
    b"1e308", b"9" * 400, b"true", b'""', b"[]", b"{}", b"#", b'["x"]', b"0", b"'",
    b'"""', b".", b"1979-05-27", b"0.5", b"90", b"-90", b"standing", b"-1",
]  # fmt: skip


def bitten(data, chance):
    """Return a file with bites out of it, and others put in."""
    for _ in range(chance.randint(1, 3)):
        lines = data.split(b"\n")
        at = chance.randrange(len(lines))
        what = chance.randrange(6)
        if what == 0 and b" = " in lines[at]:
            lines[at] = lines[at].partition(b" = ")[0] + b" = " + chance.choice(BITES)
        elif what == 1:
            lines[at : at + chance.randint(1, 9)] = []
        elif what == 2:
            lines.insert(at, chance.choice(lines))
        elif what == 3:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif what == 4 and lines[at]:
            place = chance.randrange(len(lines[at]))
            bite = chance.choice(BITES)
            lines[at] = lines[at][:place] + bite + lines[at][place + 1 :]
        else:
            lines = b"\n".join(lines)[: chance.randrange(len(data) + 1)].split(b"\n")
        data = b"\n".join(lines)
    return data


def test_a_bitten_file_is_named_by_line_or_moves(shipped_files):
    chance = random.Random(3)
    files = sorted(shipped_files.values())
    good = 0
    until = time.perf_counter() + 3
    rounds = 0
    while rounds < 2000 and time.perf_counter() < until:
        rounds += 1
        data = bitten(chance.choice(files), chance)
        catalogue = load({"any.toml": data})
        lines = data.count(b"\n") + 1
        assert bool(catalogue.movements) != bool(catalogue.problems), data
        for problem in catalogue.problems:
            assert 1 <= problem.line <= lines, (problem, data)
            assert problem.message.endswith((".", "?", "]")), problem
        for movement in catalogue.movements.values():
            good += 1
            _moves(movement)
    assert rounds > 50
    assert good > 5


def _moves(movement):
    """Whatever is accepted can be shown: on both sides, at any range, all along."""
    dose = next(iter(movement.doses.values()))
    for side, range_ in (("left", 1.0), ("right", 0.5)):
        motion = Motion(movement.choreography, dose.seconds, side, range_)
        for share in (0.0, 0.37, 0.71):
            places = points(motion.figure(share * motion.period_s)).values()
            assert all(abs(part) < 10 for place in places for part in place)


def test_a_foot_is_in_one_list_of_feet(file):
    feet = 'on_ball = ["foot_left"]\nrolls = ["foot_left"]'
    file.change("[contact]\n", f"[contact]\n{feet}\n")
    (problem,) = file.problems()
    assert problem.message == 'A foot is in "on_ball" or in "rolls", not in both.'


def test_what_has_no_sides_has_no_first_one(file):
    file.change('sides = "each"', 'sides = "both"\nfirst_side = "left"')
    told = [one.message for one in file.problems()]
    assert 'With sides = "both" no side is the first one.' in told


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# later\n"])
def test_a_file_with_nothing_in_it_is_told_in_one_sentence(data):
    (problem,) = load({}, {"new.toml": data}).problems
    assert str(problem) == "new.toml, line 1: This file has nothing in it yet."
