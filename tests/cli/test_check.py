"""`check`: files judged in plain sentences, as a shell sees them."""

import os
import re
from pathlib import Path

import pytest

from deskstretch.cli.commands import run

SHIPPED = Path(__file__).parents[2] / "assets" / "movements" / "lat-stretch.toml"


@pytest.fixture
def shell(capsys, monkeypatch, tmp_path, qapp):
    """Type words at a profile of one's own; returns exit code, output and errors."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    profile = tmp_path / "profile"
    (profile / "movements").mkdir(parents=True)

    def typed(*words):
        code = run(["--profile", str(profile), *map(str, words)])
        caught = capsys.readouterr()
        return code, caught.out.splitlines(), caught.err

    typed.profile = profile
    return typed


@pytest.fixture
def mine(tmp_path):
    """A movement of one's own in a file, to be made wrong in one place."""

    def write(old="", new="", name="mine.toml"):
        text = SHIPPED.read_text("utf-8")
        text = text.replace('slug = "lat-stretch"', 'slug = "my-lats"')
        assert old in text
        file = tmp_path / name
        file.write_text(text.replace(old, new, 1), "utf-8")
        return file

    return write


@pytest.fixture
def only_read(monkeypatch):
    """Leave out the checks of the figure, which take seconds."""
    for check in ("figure_faults", "picture_faults"):
        monkeypatch.setattr(f"deskstretch.app.checking.{check}", lambda *_words: ())


def line_of(file, text):
    return file.read_text("utf-8").split(text)[0].count("\n") + 1


def test_a_good_file_is_said_to_be_good(shell, mine):
    assert shell("check", mine()) == (0, ["1 file checked, nothing to put right."], "")


def test_a_shipped_file_is_not_held_against_itself(shell, only_read):
    code, out, _err = shell("check", os.path.relpath(SHIPPED))
    assert (code, out) == (0, ["1 file checked, nothing to put right."])


def test_a_wrong_word_is_named_with_file_line_and_the_right_one(shell, mine):
    file = mine("lumbar_flexion = 10", "lumbar_flexoin = 10")
    code, out, err = shell("check", file)
    assert code == 1
    line = line_of(file, "lumbar_flexoin")
    (told,) = out
    assert told.startswith(f'{file}:{line}: "lumbar_flexoin" is no angle')
    assert told.endswith('Did you mean "lumbar_flexion"?')
    assert err == "1 file checked, 1 thing to put right.\n"


def test_a_figure_that_cannot_be_is_named(shell, mine):
    code, out, _err = shell("check", mine("knee_flexion = 19.5", "knee_flexion = 60"))
    assert code == 1
    assert re.match(r".*mine\.toml:\d+: In phase ", out[0])


def test_a_slug_that_exists_is_refused(shell, tmp_path):
    copy = tmp_path / "copy.toml"
    copy.write_bytes(SHIPPED.read_bytes())
    code, out, _err = shell("check", copy)
    assert code == 1
    (told,) = out
    assert told.startswith(f"{copy}:{line_of(copy, 'slug')}: ")
    assert 'There is a movement "lat-stretch" already.' in told


def test_a_folder_stands_for_the_toml_files_in_it(shell, mine, tmp_path, only_read):
    mine()
    (tmp_path / "bad.toml").write_text("movement = 3\n", "utf-8")
    (tmp_path / "notes.txt").write_text("nothing", "utf-8")
    code, out, err = shell("check", tmp_path)
    assert code == 1
    assert out
    assert all(line.startswith(f"{tmp_path}/bad.toml:") for line in out)
    assert err.startswith("2 files checked, ")


def test_without_a_path_the_profile_is_checked(shell, mine, only_read):
    assert shell("check")[0] == 0
    assert shell("check")[1] == [
        f"There is nothing of your own to check in {shell.profile}."
    ]
    settings = shell.profile / "settings.toml"
    settings.write_text("[appearance]\nskin = 9\n", "utf-8")
    mine().rename(shell.profile / "movements" / "mine.toml")
    os.mkfifo(shell.profile / "movements" / "pipe.toml")
    code, out, err = shell("check")
    assert code == 1
    assert [line.partition(": ")[0] for line in out] == [
        f"{shell.profile}/movements/pipe.toml",
        f"{settings}:2",
    ]
    assert err == "3 files checked, 2 things to put right.\n"


def test_a_routine_is_checked_beside_the_movements_there_are(shell, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'format = 1\n[routine]\nslug = "mine"\nname = "Mine"\n'
        '[[block]]\nmovement = "lat-strech"\n',
        "utf-8",
    )
    code, out, _err = shell("check", file)
    assert code == 1
    assert out == [
        f'{file}:6: There is no movement "lat-strech". Did you mean "lat-stretch"?'
    ]
    file.write_text(file.read_text("utf-8").replace("strech", "stretch"), "utf-8")
    assert shell("check", file)[0] == 0


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, ": This cannot be read: No such file or directory."),
        (b"[tool]\nx = 1\n", ":1: This is no file of DeskStretch: a movement has"),
        (b"\xff\xfe", ":1: The file cannot be read: this is not UTF-8 text."),
        (b"#" * 10_000_000, ": This cannot be read: it is larger than 64 KiB."),
    ],
)
def test_what_is_no_such_file_is_one_sentence(shell, tmp_path, data, said):
    file = tmp_path / "x.toml"
    if data is not None:
        file.write_bytes(data)
    code, out, _err = shell("check", file)
    assert code == 1
    (told,) = out
    assert told.startswith(f"{file}{said}")


def test_the_window_needs_a_display(shell, mine):
    assert shell("check", "--watch", mine()) == (
        1,
        [],
        "There is no display here, so no window can be shown.\n",
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, '"check --watch" takes one FILE.'),
        (("a", "b"), 2, '"check --watch" takes one FILE.'),
        (("/nowhere.toml",), 1, "/nowhere.toml: This cannot be read"),
        (("/",), 2, "/ is a folder."),
    ],
)
def test_the_window_takes_one_file(shell, words, code, said):
    found, out, err = shell("check", "--watch", *words)
    assert (found, out) == (code, [])
    assert said in err


def test_pictures_are_judged_once_the_figure_is_sound(shell):
    file = Path(__file__).parents[1] / "content" / "broken" / "glow.toml"
    code, out, _err = shell("check", file)
    told = "In phase 1 (up) the glow (spine_erectors) is hidden: 0 pixels at 480."
    assert (code, out) == (1, [f"{file}:13: {told}"])
