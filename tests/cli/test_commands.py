"""Commands that need no running app, as a shell sees them: text, errors, exit code."""

import itertools
import json
import math

import pytest

from deskstretch.cli.commands import run


@pytest.fixture
def shell(capsys, monkeypatch, tmp_path):
    """Type words at a profile of one's own; returns exit code, output and errors."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    profile = tmp_path / "profile"
    profile.mkdir()

    def typed(*words):
        code = run(["--profile", str(profile), *words])
        caught = capsys.readouterr()
        return code, caught.out, caught.err

    typed.profile = profile
    return typed


def one_sentence(text):
    return text.endswith(".\n") and text.count("\n") == 1


def test_list_names_every_movement_with_its_totals(shell):
    code, out, err = shell("list", "--json")
    listed = json.loads(out)
    assert (code, err) == (0, "")
    profiles = {one["slug"]: one["profiles"] for one in listed["movements"]}
    known = {
        "kneeling-hip-flexor": {"standard": 120, "starter": 200},
        "lat-stretch": {"desk": 40, "hang-substitute": 60},
        "standing-hip-flexor": {"standard": 110, "quick": 60},
    }
    assert {slug: profiles[slug] for slug in known} == known
    assert "routines" in listed


def test_show_is_a_timeline_without_gaps(shell):
    code, out, _err = shell("show", "kneeling-hip-flexor/starter", "--json")
    shown = json.loads(out)
    entries = shown["timeline"]
    assert (code, shown["total_s"]) == (0, 200)
    assert (entries[0]["start_s"], entries[-1]["end_s"]) == (0, 200)
    for before, after in itertools.pairwise(entries):
        assert before["end_s"] == after["start_s"]
    assert next(one["side"] for one in entries if one["kind"] == "work") == "left"


SEVEN_MINUTES = [  # the table of 2A: from, to, what, which movement
    (0, 60, "work", "cat-cow"),
    (60, 70, "change", "kneeling-hip-flexor"),
    (70, 120, "work", "kneeling-hip-flexor"),
    (120, 130, "switch", "kneeling-hip-flexor"),
    (130, 180, "work", "kneeling-hip-flexor"),
    (180, 200, "change", "active-hang"),
    (200, 210, "hold", "active-hang"),
    (210, 230, "rest", "active-hang"),
    (230, 240, "hold", "active-hang"),
    (240, 250, "change", "knee-twists"),
    (250, 330, "work", "knee-twists"),
    (330, 340, "change", "standing-bicycle"),
    (340, 420, "work", "standing-bicycle"),
]


def test_show_gives_the_seven_minutes_second_by_second(shell):
    settings = shell.profile / "settings.toml"
    settings.write_text('[routine]\nhang = "short"\n', encoding="utf-8")
    code, out, err = shell("show", "seven-minute", "--json")
    shown = json.loads(out)
    assert (code, err, shown["total_s"]) == (0, "", 420)
    drawn = []
    for one in shown["timeline"]:
        what = (one["kind"], one["movement"])
        if drawn and drawn[-1][2:] == what and one["kind"] == "work":
            drawn[-1] = (drawn[-1][0], one["end_s"], *what)
        else:
            drawn.append((one["start_s"], one["end_s"], *what))
    assert drawn == SEVEN_MINUTES


def test_show_reads_as_text_too(shell):
    code, out, err = shell("show", "lat-stretch")
    assert (code, err) == (0, "")
    assert out.startswith("Lat stretch, desk, 0:40\n")
    assert "General guidance, not reviewed by a clinician." in out
    assert out.rstrip().endswith("0:40  done")


@pytest.mark.parametrize(
    "words",
    [
        ("show", "lat-strech"),
        ("show", "lat-stretch/none"),
        ("start", "nonsense"),
        ("prompt", "nonsense"),
        ("pause", "soon"),
        ("snooze", "10 apples"),
        ("dance",),
        ("status", "--xml"),
        ("settings", "get", "presence.away"),
        ("settings", "set", "presence.away_after", "soon"),
        ("settings", "turn"),
        ("render", "lat-stretch"),
        ("render", "--out", "x"),
        ("render", "lat-stretch", "--out", "x", "--size", "0x0"),
        ("render", "lat-stretch", "--out", "x", "--range", "2"),
        ("render", "lat-stretch", "--out", "x", "--side", "up"),
        ("render", "lat-stretch", "--out", "x", "--frames", "0"),
        ("render", "lat-stretch", "--out", "x", "--frames", "٣"),
        ("render", "lat-stretch", "--out=x", "--sheet", "--size=8192x8192"),
        ("render", "lat-stretch", "--out=x", "--sheet", "--frames=9999"),
    ],
)
def test_wrong_words_are_one_sentence_and_two(shell, words):
    code, out, err = shell(*words)
    assert (code, out) == (2, "")
    assert one_sentence(err) or err.endswith("?\n")


@pytest.mark.parametrize(
    "words", [("status",), ("pause",), ("resume",), ("snooze",), ("skip",), ("quit",)]
)
def test_commands_for_a_running_app_say_that_none_runs(shell, words):
    code, out, err = shell(*words)
    assert (code, out) == (1, "")
    assert err == "DeskStretch is not running, and there is no display here.\n"


@pytest.mark.parametrize("words", [(), ("start", "lat-stretch"), ("prompt",)])
def test_without_a_display_the_app_does_not_start(shell, words):
    code, out, err = shell(*words)
    assert (code, out) == (1, "")
    assert err == "There is no display here, so DeskStretch cannot show a window.\n"


def test_a_setting_is_written_and_read_back(shell):
    assert shell("settings", "get", "presence.away_after") == (0, "5min\n", "")
    assert shell("settings", "set", "presence.away_after", "7min") == (0, "", "")
    assert shell("settings", "get", "presence.away_after") == (0, "7min\n", "")
    assert shell("settings", "set", "reminder.hip-flexor.every", "1h") == (0, "", "")
    assert shell("settings", "get", "reminder.hip-flexor.every") == (0, "60min\n", "")
    code, out, _err = shell("settings", "path")
    assert (code, out) == (0, f"{shell.profile}/settings.toml\n")


def test_a_wrong_settings_file_is_named_and_does_not_stand_in_the_way(shell):
    file = shell.profile / "settings.toml"
    file.write_text('[presence]\naway_after = "soon"\n', encoding="utf-8")
    code, out, err = shell("settings", "get", "presence.away_after")
    assert (code, out) == (0, "5min\n")
    assert "line 2" in err
    assert "presence.away_after" in err


def test_simulate_prints_the_effects_up_to_the_bad_line(shell, tmp_path):
    history = tmp_path / "history.jsonl"
    history.write_text(
        '{"at": "2026-03-02T09:00:00+01:00", "event": "start"}\n'
        '{"at": "2026-03-02T09:00:00+01:00", "event": "active"}\n'
        '{"at": "2026-03-02T09:01:00+01:00", "event": "dance"}\n',
        encoding="utf-8",
    )
    code, out, err = shell("simulate", str(history))
    assert code == 2
    assert json.loads(out) == {
        "at": "2026-03-02T09:00:00+01:00",
        "effect": "state",
        "phase": "counting",
        "reason": None,
    }
    assert "3" in err
    assert "dance" in err


def test_simulate_takes_settings_only_when_they_are_named(shell, tmp_path):
    (shell.profile / "settings.toml").write_text("reminder = []\n", encoding="utf-8")
    settings = tmp_path / "other.toml"
    settings.write_text(
        '[[reminder]]\nname = "often"\ndoes = "lat-stretch"\n'
        'kind = "desk-time"\nevery = "1min"\n',
        encoding="utf-8",
    )
    history = tmp_path / "history.jsonl"
    history.write_text(
        '{"at": "2026-03-02T09:00:00+01:00", "event": "start"}\n'
        '{"at": "2026-03-02T09:00:00+01:00", "event": "active"}\n'
        '{"at": "2026-03-02T09:05:00+01:00", "event": "end"}\n',
        encoding="utf-8",
    )
    _code, out, _err = shell("simulate", str(history))
    assert '"name": "diary"' in out
    assert '"name": "often"' not in out
    _code, out, _err = shell("simulate", str(history), "--settings", str(settings))
    assert '"name": "often"' in out


def test_render_writes_numbers_and_pictures(shell, tmp_path):
    folder = tmp_path / "out"
    common = ("lat-stretch", "--out", str(folder), "--frames", "2")
    code, out, err = shell("render", *common, "--json")
    assert (code, out, err) == (0, f"{folder}/lat-stretch.json\n", "")
    numbers = json.loads((folder / "lat-stretch.json").read_text("utf-8"))
    assert len(numbers["frames"]) == 2
    assert numbers["period_s"] == 7


JOINTS = {"head", "neck", "chest", "waist", "pelvis"} | {
    f"{joint}_{side}"
    for joint in (
        *("shoulder", "elbow", "wrist", "hand", "hip", "knee", "ankle", "heel", "toe"),
    )
    for side in ("left", "right")
}


def test_the_numbers_have_the_shape_that_others_rely_on(shell, tmp_path):
    options = ("--side", "left", "--range", "0.5", "--frames", "3", "--json")
    shell("render", "kneeling-hip-flexor/starter", "--out", str(tmp_path), *options)
    numbers = json.loads((tmp_path / "kneeling-hip-flexor.json").read_text("utf-8"))
    frames = numbers.pop("frames")
    fixed = numbers.pop("fixed")
    assert numbers == {
        "slug": "kneeling-hip-flexor",
        "side": "left",
        "range": 0.5,
        "period_s": 8.0,
    }
    assert fixed
    assert {*fixed} <= JOINTS
    for frame in frames:
        assert set(frame) == {
            *("t", "phase", "joints", "contacts", "floor", "com", "support"),
        }
        assert set(frame["joints"]) >= JOINTS
        assert all(len(place) == 3 for place in frame["joints"].values())
        assert {*frame["contacts"]} <= JOINTS
        assert all(0 <= weight <= 1 for weight in frame["contacts"].values())
        assert isinstance(frame["phase"], int)
        assert len(frame["com"]) == 3
        assert all(len(corner) == 2 for corner in frame["support"])
        assert frame["floor"] == 0
    assert [frame["t"] for frame in frames] == sorted(frame["t"] for frame in frames)


def test_all_movements_at_once_make_their_sheets_and_the_pages(shell, tmp_path):
    size = ("--size", "40x30", "--theme", "dark")
    folder = tmp_path / "out"
    code, out, err = shell("render", "--all", "--sheet", *size, "--out", str(folder))
    assert (code, err) == (0, "")
    listed = json.loads(shell("list", "--json")[1])["movements"]
    names = {f"{one['slug']}.png" for one in listed}
    pages = {f"_all-{n}.png" for n in range(1, math.ceil(len(names) / 12) + 1)}
    assert {file.name for file in folder.iterdir()} == names | pages
    assert out.splitlines()[-1].startswith(f"{folder}/_all-")


def test_pictures_that_cannot_be_written_are_one_sentence(shell, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    code, out, err = shell("render", "lat-stretch", "--out", str(taken), "--json")
    assert (code, out) == (1, "")
    assert err == (
        f"The pictures cannot be written: {taken} is a file, "
        "and --out takes a folder.\n"
    )


def test_a_picture_that_cannot_be_written_says_why(shell, tmp_path):
    (tmp_path / "lat-stretch.png").mkdir()
    words = ("--sheet", "--size", "40x30", "--out", str(tmp_path))
    code, out, err = shell("render", "lat-stretch", *words)
    assert (code, out) == (1, "")
    assert err == (
        f"The pictures cannot be written: {tmp_path}/lat-stretch.png: Is a directory.\n"
    )


def test_pictures_show_the_person_of_the_profile(shell, tmp_path):
    def drawn(folder):
        words = ("--frames", "1", "--size", "80x60", "--out", str(folder))
        assert shell("render", "lat-stretch", *words)[0] == 0
        return (folder / "lat-stretch-01.png").read_bytes()

    usual = drawn(tmp_path / "usual")
    assert shell("settings", "set", "appearance.skin", "4")[0] == 0
    assert drawn(tmp_path / "chosen") != usual


def test_help_and_version_answer(shell):
    assert shell("--help")[0] == 0
    assert shell("render", "--help") == shell("--help")
    assert shell("--version")[1].startswith("DeskStretch ")
