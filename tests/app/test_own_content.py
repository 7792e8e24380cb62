"""The user's own files: the good ones are offered, the others named and left out."""

import os
from pathlib import Path

from deskstretch.app import content
from deskstretch.desktop.paths import Places

ASSETS = Path(__file__).parents[2] / "assets" / "movements"


def mine(**changes):
    text = (ASSETS / "lat-stretch.toml").read_text("utf-8")
    for old, new in {'"lat-stretch"': '"my-lats"', **changes}.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_good_file_is_there_and_a_bad_one_is_named(tmp_path):
    folder = tmp_path / "movements"
    folder.mkdir()
    (folder / "good.toml").write_text(mine(), "utf-8")
    (folder / "bad.toml").write_text(
        mine(**{'"my-lats"': '"other"', "lumbar_flexion": "lumbar_flexoin"}), "utf-8"
    )
    (folder / "link.toml").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.toml")
    (folder / "huge.toml").write_bytes(b"#" * 10_000_000)
    (folder / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    found = content.load(Places(str(tmp_path)))
    shipped = {file.stem for file in ASSETS.glob("*.toml")}
    assert set(found.movements) == shipped | {"my-lats"}
    said = {problem.file: str(problem) for problem in found.problems}
    assert set(said) == {
        *("bad.toml", "link.toml", "pipe.toml", "huge.toml", "bytes.toml"),
    }
    assert said["link.toml"] == (
        "link.toml: This is a link to a file elsewhere. Put the file itself here."
    )
    assert said["bad.toml"].startswith("bad.toml, line ")
    assert not any("root:" in sentence for sentence in said.values())


def test_a_movement_of_ones_own_may_be_asked_for_by_reminders(tmp_path):
    folder = tmp_path / "movements"
    folder.mkdir()
    (folder / "mine.toml").write_text(mine(), "utf-8")
    slugs = content.slugs(content.load(Places(str(tmp_path))))
    assert {"my-lats", "my-lats/desk"} <= slugs
