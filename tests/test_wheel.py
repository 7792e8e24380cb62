"""The wheel holds all that the program needs, assets and all."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
import json, sys
import deskstretch
from deskstretch.desktop import paths
assets = {folder: sorted(paths.assets(folder, suffix)) for folder, suffix in (
    ("movements", ".toml"), ("icons/line", ".svg"), ("icons/tray", ".svg"))}
assets["theme"] = len(paths.asset("theme.toml"))
print(json.dumps({"from": deskstretch.__file__, "assets": assets}))
"""


def python(*arguments, folder, wheel=None):
    """Run Python away from the source tree, with the unzipped wheel if given."""
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    environment.pop("PYTHONPATH", None)
    if wheel is not None:
        environment["PYTHONPATH"] = str(wheel)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel without a network and return the folder it is unzipped in."""
    built = tmp_path_factory.mktemp("built")
    python("-m", "hatchling", "build", "-t", "wheel", "-d", str(built), folder=ROOT)
    (file,) = built.glob("deskstretch-*.whl")
    unzipped = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(file) as archive:
        archive.extractall(unzipped)
    return unzipped


def names(folder):
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_all_of_the_source_and_of_the_assets_is_in_it(wheel):
    package = wheel / "deskstretch"
    source, assets = names(ROOT / "src" / "deskstretch"), names(ROOT / "assets")
    assert names(package) == source | {f"assets/{name}" for name in assets}
    assert len(assets) > 10


def test_the_program_runs_from_it(wheel, tmp_path):
    arguments = ("-m", "deskstretch", "--profile", str(tmp_path / "p"), "list")
    listed = json.loads(python(*arguments, "--json", folder=tmp_path, wheel=wheel))
    slugs = {one["slug"] for one in listed["movements"]}
    shipped = {path.stem for path in (ROOT / "assets" / "movements").glob("*.toml")}
    assert slugs == shipped != set()


def test_the_assets_come_from_it_and_from_nowhere_else(wheel, tmp_path):
    told = json.loads(python("-c", PROGRAM, folder=tmp_path, wheel=wheel))
    assert Path(told["from"]).is_relative_to(wheel)
    for folder in ("movements", "icons/line", "icons/tray"):
        shipped = sorted(path.name for path in (ROOT / "assets" / folder).glob("*.*"))
        assert told["assets"][folder] == shipped != []
    bare = tmp_path / "bare"
    shutil.copytree(wheel, bare)
    for path in (bare / "deskstretch" / "assets" / "movements").glob("*.toml"):
        path.unlink()
    arguments = ("-m", "deskstretch", "--profile", str(tmp_path / "p"), "list")
    listed = json.loads(python(*arguments, "--json", folder=tmp_path, wheel=bare))
    assert listed["movements"] == []


def test_the_installed_command_is_named_in_it(wheel):
    (folder,) = wheel.glob("deskstretch-*.dist-info")
    commands = (folder / "entry_points.txt").read_text(encoding="utf-8")
    assert "deskstretch = deskstretch.__main__:main" in commands
    assert list(folder.rglob("LICENSE"))
