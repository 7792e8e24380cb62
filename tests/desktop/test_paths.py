from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from deskstretch.desktop import paths
from deskstretch.desktop.paths import Places


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of the test's own; no folder of the real user is named."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
        monkeypatch.delenv(f"XDG_{name}", raising=False)
    monkeypatch.delenv("DESKSTRETCH_PROFILE", raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home


def mark_of(folder) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:12]


def test_a_profile_holds_everything_in_one_folder(tmp_path):
    places = Places(str(tmp_path / "p"))
    names = {
        "settings_file": "settings.toml",
        "movements_dir": "movements",
        "routines_dir": "routines",
        "database": "deskstretch.db",
        "lock_file": "lock",
        "log_dir": "log",
    }
    for attribute, name in names.items():
        assert getattr(places, attribute) == tmp_path / "p" / name


def test_the_folder_named_on_the_command_line_wins(tmp_path, monkeypatch):
    monkeypatch.setenv("DESKSTRETCH_PROFILE", str(tmp_path / "environment"))
    assert Places().database == tmp_path / "environment" / "deskstretch.db"
    given = Places(str(tmp_path / "given"))
    assert given.database == tmp_path / "given" / "deskstretch.db"


def test_an_empty_variable_is_no_profile(monkeypatch, home):
    monkeypatch.setenv("DESKSTRETCH_PROFILE", "")
    assert home in Places().settings_file.parents


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of XDG")
def test_without_a_profile_the_system_says_where(home):
    places = Places()
    assert places.settings_file == home / ".config/deskstretch/settings.toml"
    assert places.movements_dir == home / ".config/deskstretch/movements"
    assert places.database == home / ".local/share/deskstretch/deskstretch.db"
    assert places.lock_file.parent == places.database.parent
    assert places.log_dir == home / ".local/state/deskstretch/log"


def test_a_relative_profile_and_a_tilde_are_understood(tmp_path, monkeypatch, home):
    monkeypatch.chdir(tmp_path)
    assert Places("here").database == tmp_path / "here" / "deskstretch.db"
    assert Places("~/there").database == home / "there" / "deskstretch.db"


def test_naming_places_makes_nothing(tmp_path):
    Places(str(tmp_path / "p"))
    assert not (tmp_path / "p").exists()


def test_places_are_made_for_this_user_alone(tmp_path):
    places = Places(str(tmp_path / "deep" / "p"))
    places.create()
    places.create()
    assert (tmp_path / "deep" / "p").stat().st_mode & 0o777 == 0o700


# -- the socket --------------------------------------------------------------


def test_the_socket_is_named_after_the_real_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_LONGEST_SOCKET_PATH", 1000)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "p").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "p")
    expected = tmp_path / f"deskstretch-{mark_of(tmp_path / 'p')}.sock"
    assert Places(str(tmp_path / "p")).socket == expected
    assert Places(str(tmp_path / "link")).socket == expected
    assert Places(str(tmp_path / "q")).socket != expected


def test_without_a_profile_the_configuration_folder_names_the_socket(home, monkeypatch):
    places = Places()
    assert mark_of(places.settings_file.parent) in places.socket.name


@pytest.mark.parametrize("runtime", ["", "/nowhere/at/all", "/tmp/" + "x" * 90])
def test_without_a_usable_runtime_folder_the_socket_lies_in_a_private_one(
    runtime, monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    monkeypatch.setattr(paths, "_private_folder", lambda: tmp_path / "private")
    places = Places(str(tmp_path / "p"))
    assert places.socket.parent == tmp_path / "private"
    places.create()
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700


def test_a_runtime_folder_too_deep_for_a_socket_is_not_used(monkeypatch, tmp_path):
    deep = tmp_path / ("x" * 90)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert len(os.fsencode(Places(str(tmp_path)).socket)) <= 100


@pytest.mark.parametrize("trap", ["open to all", "a link", "a file"])
def test_a_private_folder_that_is_not_private_is_refused(trap, monkeypatch, tmp_path):
    folder = tmp_path / "private"
    monkeypatch.setattr(paths, "_private_folder", lambda: folder)
    if trap == "open to all":
        folder.mkdir()
        folder.chmod(0o777)
    elif trap == "a link":
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        folder.symlink_to(tmp_path / "elsewhere")
    else:
        folder.write_bytes(b"")
    with pytest.raises(OSError, match="private"):
        Places(str(tmp_path / "p")).create()


# -- files -------------------------------------------------------------------


def test_assets_are_read_as_bytes():
    found = paths.assets("icons/line", ".svg")
    assert found
    assert list(found) == sorted(found)
    name, data = next(iter(found.items()))
    assert data == paths.asset(f"icons/line/{name}")
    assert b"<svg" in data


def test_an_asset_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError):
        paths.asset("icons/no-such.svg")


def test_installed_assets_win_over_the_source_tree(tmp_path, monkeypatch):
    module = tmp_path / "deskstretch" / "desktop" / "paths.py"
    (tmp_path / "deskstretch" / "assets").mkdir(parents=True)
    (tmp_path / "deskstretch" / "assets" / "a.txt").write_bytes(b"installed")
    monkeypatch.setattr(paths, "__file__", str(module))
    assert paths.asset("a.txt") == b"installed"


def test_the_source_trees_assets_are_found(tmp_path, monkeypatch):
    module = tmp_path / "src" / "deskstretch" / "desktop" / "paths.py"
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.txt").write_bytes(b"source")
    monkeypatch.setattr(paths, "__file__", str(module))
    assert paths.asset("a.txt") == b"source"


def test_own_files_are_read_in_the_order_of_their_names(tmp_path):
    (tmp_path / "b.toml").write_bytes(b"2")
    (tmp_path / "a.toml").write_bytes(b"1")
    (tmp_path / "notes.txt").write_bytes(b"3")
    found = paths.own_files(tmp_path, ".toml")
    assert list(found.files.items()) == [("a.toml", b"1"), ("b.toml", b"2")]
    assert found.problems == {}


def test_a_folder_that_is_not_there_is_empty(tmp_path):
    assert paths.own_files(tmp_path / "no", ".toml") == paths.OwnFiles({}, {})


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "movements").write_text("x", "utf-8")
    found = paths.own_files(tmp_path / "movements", ".toml")
    assert found.files == {}
    assert str(found.problems[""]) == "This is a file where a folder belongs."


def test_what_cannot_be_read_is_a_sentence_and_the_rest_is_read(tmp_path):
    (tmp_path / "good.toml").write_bytes(b"1")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "huge.toml").write_bytes(b" " * 10_000_000)
    os.mkfifo(tmp_path / "pipe.toml")  # opening it to read would wait for ever
    (tmp_path / "shared.toml").symlink_to(tmp_path / "good.toml")
    found = paths.own_files(tmp_path, ".toml")
    assert found.files == {"good.toml": b"1"}
    assert {name: str(said) for name, said in found.problems.items()} == {
        "folder.toml": "This cannot be read: it is not a file.",
        "huge.toml": "This cannot be read: it is larger than 64 KiB.",
        "pipe.toml": "This cannot be read: it is not a file.",
        "shared.toml": "This is a link to a file elsewhere. Put the file itself here.",
    }


def test_a_locked_file_is_a_sentence(tmp_path, monkeypatch):
    def refuse(*_words):
        raise PermissionError(13, "Permission denied")  # root would be let in

    (tmp_path / "locked.toml").write_bytes(b"1")
    monkeypatch.setattr(paths.os, "open", refuse)
    problems = paths.own_files(tmp_path, ".toml").problems
    assert str(problems["locked.toml"]) == "This cannot be read: Permission denied."


def test_a_file_named_by_hand_may_be_a_link(tmp_path):
    (tmp_path / "good.toml").write_bytes(b"1")
    (tmp_path / "link.toml").symlink_to(tmp_path / "good.toml")
    assert paths.content_file(tmp_path / "link.toml") == b"1"
    with pytest.raises(paths.NotReadable, match="No such file or directory"):
        paths.content_file(tmp_path / "lost.toml")


def test_a_profile_costs_no_import_of_platformdirs(tmp_path):
    code = (
        "import sys; from deskstretch.desktop.paths import Places; Places('x');"
        "sys.exit('platformdirs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
