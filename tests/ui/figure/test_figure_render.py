"""Pictures of movements in files."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from deskstretch.body.motion import Motion
from deskstretch.ui.figure import sheet
from deskstretch.ui.figure.looks import Person
from deskstretch.ui.figure.render import Wanted, contact_sheet, frames, pages

SMALL = (160, 120)


@pytest.fixture
def hip_flexor(catalogue):
    return catalogue.find("kneeling-hip-flexor")


@pytest.fixture
def lat_stretch(catalogue):
    return catalogue.find("lat-stretch")


def motion(movement, dose):
    return Motion(movement.choreography, dose.seconds)


def test_single_frames_are_numbered_files(qapp, hip_flexor, themes, tmp_path):
    wanted = Wanted(themes["light"], frames=3, size=SMALL)
    files = frames(*hip_flexor, tmp_path / "new", wanted)
    assert [file.name for file in files] == [
        f"kneeling-hip-flexor-{n:02}.png" for n in (1, 2, 3)
    ]
    assert sorted((tmp_path / "new").iterdir()) == files
    images = [QImage(str(file)) for file in files]
    assert {(i.width(), i.height()) for i in images} == {SMALL}
    assert images[0] != images[1]


def test_the_names_of_many_frames_sort_as_they_play(
    qapp, lat_stretch, themes, tmp_path
):
    files = frames(*lat_stretch, tmp_path, Wanted(themes["light"], 120, (16, 16)))
    assert sorted(files) == files


def test_a_sheet_has_the_start_and_of_each_phase_the_middle_and_the_end(hip_flexor):
    movement, dose = hip_flexor
    moments = sheet.key_moments(motion(movement, dose), movement)
    assert [(one.phase, one.share) for one in moments] == [
        (0, 0.0),
        (0, 0.5),
        (0, 1.0),
        (1, 0.5),
        (1, 1.0),
        (2, 0.5),  # its end is the start again
    ]


def test_a_hold_is_on_the_sheet_once(lat_stretch):
    movement, dose = lat_stretch
    moments = sheet.key_moments(motion(movement, dose), movement)
    assert [one.share for one in moments if movement.phases[one.phase].still] == [1.0]


def test_a_pose_on_the_way_is_on_the_sheet(catalogue):
    movement, dose = catalogue.find("active-hang")
    moving = motion(movement, dose)
    stops = [via.at for via in moving.choreography.phases[0].via]
    assert stops
    shown = [one.share for one in sheet.key_moments(moving, movement)]
    assert [share for share in shown if share in stops] == stops
    assert len(sheet.key_poses(moving)) < len(stops) + 1  # what is held is there once


def test_what_stands_under_a_picture_is_word_time_and_breath(catalogue):
    movement, dose = catalogue.find("cat-cow")
    moving = motion(movement, dose)
    assert sheet.labels(moving, movement, sheet.Moment(0, 0.5, halfway=True)) == (
        "Cow",
        "1.5 s · halfway · breathe in",
    )
    assert sheet.labels(moving, movement, sheet.Moment(0, 0.0)) == ("Start", "0.0 s")


def test_a_sheet_is_rows_of_four_with_labels(qapp, hip_flexor, themes, tmp_path):
    wanted = Wanted(themes["dark"], size=SMALL)
    (file,) = contact_sheet(*hip_flexor, tmp_path, wanted)
    assert file.name == "kneeling-hip-flexor.png"
    image = QImage(str(file))
    assert image.width() == 4 * (SMALL[0] + sheet.GAP) + sheet.GAP
    below = sheet.HEAD + SMALL[1]
    colours = {
        image.pixelColor(x, y).name()
        for x in range(sheet.GAP, SMALL[0])
        for y in range(below, below + sheet.LABEL)
    }
    assert len(colours) > 2  # there are letters
    assert image.height() > 2 * (SMALL[1] + sheet.LABEL)


def test_frames_that_are_counted_take_the_place_of_the_key_poses(
    qapp, hip_flexor, themes, tmp_path
):
    wanted = Wanted(themes["light"], frames=2, size=SMALL)
    image = QImage(str(contact_sheet(*hip_flexor, tmp_path, wanted)[0]))
    assert image.width() == 2 * (SMALL[0] + sheet.GAP) + sheet.GAP


def test_all_movements_stand_on_pages_to_be_compared(
    qapp, catalogue, themes, tmp_path, monkeypatch
):
    monkeypatch.setattr("deskstretch.ui.figure.render.A_PAGE", 1)
    found = [catalogue.find(slug) for slug in ("lat-stretch", "cat-cow")]
    files = pages(found, tmp_path, Wanted(themes["light"]))
    assert [file.name for file in files] == ["_all-1.png", "_all-2.png"]
    assert all(not QImage(str(file)).isNull() for file in files)


def test_side_range_theme_and_person_change_the_picture(
    qapp, hip_flexor, themes, tmp_path
):
    options = {
        "first": {},
        "right": {"side": "right"},
        "smaller": {"range_": 0.4},
        "skin": {"person": Person(skin=4)},
    }
    found = {}
    for name, option in options.items():
        wanted = Wanted(themes["light"], frames=2, size=SMALL, **option)
        files = frames(*hip_flexor, tmp_path / name, wanted)
        found[name] = [file.read_bytes() for file in files]
    wanted = Wanted(themes["dark"], frames=2, size=SMALL)
    files = frames(*hip_flexor, tmp_path / "dark", wanted)
    found["dark"] = [file.read_bytes() for file in files]
    assert len({tuple(pair) for pair in found.values()}) == len(found)


def test_the_side_shown_is_the_one_played_first(qapp, hip_flexor, themes, tmp_path):
    both = [
        frames(
            *hip_flexor,
            tmp_path / str(side),
            Wanted(themes["light"], frames=1, size=SMALL, side=side),
        )[0].read_bytes()
        for side in (None, "left")
    ]
    assert both[0] == both[1]


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ({"frames": 0}, "at least one frame"),
        ({"size": (0, 120)}, "at least one frame and one pixel"),
        ({"person": Person(skin=9)}, "no skin 9"),
    ],
)
def test_impossible_pictures_are_refused_in_words(
    qapp, hip_flexor, themes, tmp_path, option, sentence
):
    with pytest.raises(ValueError, match=sentence):
        frames(*hip_flexor, tmp_path, Wanted(themes["light"], **option))


def test_a_folder_that_is_a_file_is_an_error(qapp, hip_flexor, themes, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with pytest.raises(OSError, match="taken"):
        frames(*hip_flexor, taken, Wanted(themes["light"], frames=1, size=(80, 60)))
