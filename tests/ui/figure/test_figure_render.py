"""Pictures of a movement in files."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from deskstretch.ui.figure.render import CAPTION, Wanted, pictures


@pytest.fixture
def hip_flexor(catalogue):
    return catalogue.find("kneeling-hip-flexor")


def test_single_frames_are_numbered_files(qapp, hip_flexor, themes, tmp_path):
    wanted = Wanted(themes["light"], frames=3, size=(160, 120))
    files = pictures(*hip_flexor, tmp_path / "new", wanted)
    assert [file.name for file in files] == [
        f"kneeling-hip-flexor-{n:02}.png" for n in (1, 2, 3)
    ]
    assert sorted((tmp_path / "new").iterdir()) == files
    images = [QImage(str(file)) for file in files]
    assert {(i.width(), i.height()) for i in images} == {(160, 120)}
    assert images[0] != images[1]


def test_a_sheet_is_one_row_with_labels(qapp, hip_flexor, themes, tmp_path):
    wanted = Wanted(themes["dark"], frames=4, size=(160, 120), sheet=True)
    (file,) = pictures(*hip_flexor, tmp_path, wanted)
    assert file.name == "kneeling-hip-flexor.png"
    image = QImage(str(file))
    assert (image.width(), image.height()) == (640, 120 + CAPTION)
    rows = {
        image.pixelColor(x, y).name()
        for x in range(160)
        for y in range(120, 120 + CAPTION)
    }
    assert len(rows) > 2  # there are letters


def test_side_range_theme_and_skin_change_the_picture(
    qapp, hip_flexor, themes, tmp_path
):
    options = {
        "first": {},
        "right": {"side": "right"},
        "smaller": {"range_": 0.4},
        "skin": {"skin": 4},
    }
    found = {}
    for name, option in options.items():
        wanted = Wanted(themes["light"], frames=2, size=(160, 120), **option)
        files = pictures(*hip_flexor, tmp_path / name, wanted)
        found[name] = [file.read_bytes() for file in files]
    wanted = Wanted(themes["dark"], frames=2, size=(160, 120))
    files = pictures(*hip_flexor, tmp_path / "dark", wanted)
    found["dark"] = [file.read_bytes() for file in files]
    assert len({tuple(pair) for pair in found.values()}) == len(found)


def test_the_first_side_is_the_left(qapp, hip_flexor, themes, tmp_path):
    both = [
        pictures(
            *hip_flexor,
            tmp_path / str(side),
            Wanted(themes["light"], frames=1, size=(160, 120), side=side),
        )[0].read_bytes()
        for side in (None, "left")
    ]
    assert both[0] == both[1]


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ({"frames": 0}, "at least one frame"),
        ({"size": (0, 120)}, "at least one frame and one pixel"),
        ({"skin": 9}, "no skin 9"),
    ],
)
def test_impossible_pictures_are_refused_in_words(
    qapp, hip_flexor, themes, tmp_path, option, sentence
):
    with pytest.raises(ValueError, match=sentence):
        pictures(*hip_flexor, tmp_path, Wanted(themes["light"], **option))


def test_a_folder_that_is_a_file_is_an_error(qapp, hip_flexor, themes, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with pytest.raises(OSError, match="taken"):
        pictures(*hip_flexor, taken, Wanted(themes["light"], frames=1, size=(80, 60)))
