"""The stage paints what it is told, when it can be seen, and once only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from deskstretch.ui.figure import stage as stage_module
from deskstretch.ui.figure.canvas import painted, snapped
from deskstretch.ui.figure.frames import Frames
from deskstretch.ui.figure.looks import Person
from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.figure.stage import BREATHS, FRAMES_PER_SECOND, FigureStage
from deskstretch.ui.look import Choice

PHASE_S = 2.0  # the first phase of the kneeling hip flexor


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def make_stage(qtbot, look, make_motion):
    def make(slug="kneeling-hip-flexor", side="left", size=(480, 360)):
        stage = FigureStage(look)
        qtbot.addWidget(stage)
        stage.resize(*size)
        stage.show_motion(make_motion(slug, side))
        return stage

    return make


@pytest.fixture
def drawn(monkeypatch):
    """Count the frames that are really drawn."""
    calls = []
    draw = FigurePainter.frame

    def counting(self, painter, index, share, look, breath):
        calls.append((index, round(share, 6)))
        draw(self, painter, index, share, look, breath)

    monkeypatch.setattr(FigurePainter, "frame", counting)
    return calls


def play(stage, motion, qapp) -> None:
    for i in range(round(motion.period_s * FRAMES_PER_SECOND)):
        stage.show_at(*motion.phase_at(i / FRAMES_PER_SECOND), moving=True)
        qapp.processEvents()


def test_the_same_frame_again_is_no_repaint(make_stage, qtbot, qapp):
    stage = make_stage()
    stage.show()
    qtbot.waitExposed(stage)
    stage.show_at(0, 0.5, moving=True)
    qapp.processEvents()
    paints = Paints(stage)
    for share in (0.5, 0.5, 0.5 + 0.2 / (PHASE_S * FRAMES_PER_SECOND)):
        stage.show_at(0, share, moving=True)
        qapp.processEvents()
    assert paints.count == 0
    stage.show_at(0, 0.55, moving=True)
    qapp.processEvents()
    assert paints.count == 1


def test_nothing_is_painted_while_hidden(make_stage, qtbot, qapp, drawn):
    stage = make_stage()
    stage.show()
    qtbot.waitExposed(stage)
    qapp.processEvents()
    stage.hide()
    drawn.clear()
    paints = Paints(stage)
    for i in range(20):
        stage.show_at(0, i / 20, moving=True)
        qapp.processEvents()
    assert paints.count == 0
    assert drawn == []


def test_a_loop_is_drawn_once_and_then_shown_from_memory(
    make_stage, make_motion, qtbot, qapp, drawn
):
    motion = make_motion()
    stage = make_stage()
    stage.show()
    qtbot.waitExposed(stage)
    play(stage, motion, qapp)
    kept = len(stage.frames)
    assert kept == pytest.approx(motion.period_s * FRAMES_PER_SECOND, abs=4)
    assert stage.frames.size < 4 * 1024 * 1024
    drawn.clear()
    play(stage, motion, qapp)
    assert drawn == []
    assert len(stage.frames) == kept


def test_of_a_hold_one_breath_is_kept(
    make_stage, qtbot, qapp, make_motion, monkeypatch, drawn
):
    motion = make_motion()
    hold = next(
        i for i, phase in enumerate(motion.choreography.phases) if not phase.moves
    )
    monkeypatch.setattr(FigurePainter, "rests", lambda _self, index, _: index == hold)
    monkeypatch.setattr(
        FigurePainter, "breath", lambda _self, _i, share: abs((share * 12) % 2 - 1)
    )
    stage = make_stage()
    stage.show()
    qtbot.waitExposed(stage)
    for i in range(720):  # half a minute
        stage.show_at(hold, i / 720, moving=True)
        qapp.processEvents()
    assert len(stage.frames) == BREATHS + 1
    assert len(drawn) == BREATHS + 1
    paints = Paints(stage)
    stage.show_at(hold, 0.0, moving=True)
    qapp.processEvents()
    paints.count = 0
    for i in range(5):  # the chest moves less than is seen
        stage.show_at(hold, i / 7200, moving=True)
        qapp.processEvents()
    assert paints.count == 0


def test_a_phase_that_moves_is_no_hold(fit):
    fitted = fit()
    phases = fitted.motion.choreography.phases
    stands = [fitted.rests(index, 1.0) for index in range(len(phases))]
    assert not any(
        standing for standing, phase in zip(stands, phases, strict=True) if phase.moves
    )


def test_a_hold_rests_once_its_glow_has_come(fit):
    fitted = fit("belly-flop")
    motion = fitted.motion
    came = [fitted.rests(1, at / motion.seconds[1]) for at in (0.2, 0.8, 1.5, 12.0)]
    assert came == [False, False, True, True]


def test_a_new_size_does_not_judge_the_loop_anew(make_stage, monkeypatch):
    stage = make_stage()
    stage.show_at(0, 0.5, moving=True)
    stage.grab()
    with monkeypatch.context() as once:
        once.setattr(stage_module, "FigurePainter", None)
        stage.resize(520, 400)
        stage.grab()
    assert stage.grab().width() == 520


def test_a_frame_from_memory_looks_like_the_drawn_one(make_stage):
    stage = make_stage()
    stage.show_at(0, 0.5, moving=True)
    first = stage.grab().toImage()
    assert len(stage.frames) == 1
    assert stage.grab().toImage() == first


def test_a_pause_keeps_no_frames(make_stage):
    stage = make_stage()
    for i in range(5):
        stage.show_at(0, i / 5, moving=False)
        stage.grab()
    assert len(stage.frames) == 0


@pytest.mark.parametrize("change", ["theme", "skin", "hair", "build", "size", "motion"])
def test_old_frames_go_when_the_picture_changes(make_stage, make_motion, look, change):
    stage = make_stage()
    stage.show_at(0, 0.5, moving=True)
    before = stage.grab().toImage()
    assert len(stage.frames) == 1
    if change == "theme":
        look.choose(Choice(scheme="dark"))
    elif change == "skin":
        look.choose(Choice(person=Person(4)))
    elif change == "hair":
        look.choose(Choice(person=Person(hair="covered")))
    elif change == "build":
        look.choose(Choice(person=Person(build="c")))
    elif change == "size":
        stage.resize(500, 380)
    else:
        stage.show_motion(make_motion(side="right"))
    stage.show_at(0, 0.5, moving=True)
    after = stage.grab().toImage()
    assert len(stage.frames) == 1
    assert after != before


def test_memory_is_bounded_and_the_rest_is_drawn_live(qapp):
    frames = Frames(cap=2000)
    area = QRectF(0, 0, 100, 100)
    for i in range(40):
        color = QColor.fromHsv(i * 9, 255, 255)

        def draw(painter, i=i, color=color):
            for k in range(60):
                painter.fillRect((k * 37 + i) % 97, k, 3, 1, color)

        frames.keep(i, area.topLeft(), painted(area, 1.0, draw))
    assert frames.full
    assert 0 < frames.size <= 2000
    assert frames.find(0) is not None
    assert frames.find(39) is None
    frames.clear()
    assert not frames.full
    assert len(frames) == 0


def test_a_kept_frame_has_its_pixels_its_place_and_its_ratio(qapp):
    def draw(painter):
        painter.fillRect(2, 2, 4, 4, QColor("red"))

    image = painted(QRectF(0, 0, 10, 10), 2.0, draw)
    frames = Frames()
    frames.keep("a", QPointF(3, 4), image)
    place, found = frames.find("a")
    assert place == QPointF(3, 6), "empty rows above are not kept"
    assert found == image.copy(0, 4, 20, 8)
    assert found.devicePixelRatio() == 2.0


def test_an_empty_frame_can_be_kept_too(qapp):
    image = painted(QRectF(0, 0, 10, 10), 1.0, lambda _p: None)
    frames = Frames()
    frames.keep("a", QPointF(3, 4), image)
    _, found = frames.find("a")
    assert not any(bytes(found.constBits()))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_kept_frame_lies_on_whole_pixels(ratio):
    # Else every frame is off by another part of a pixel, and the figure trembles.
    for left in (0.0, 100.3, 101.0, 77.77):
        area = snapped(QRectF(left, left, 50.5, 60.1), ratio)
        assert area.contains(QRectF(left, left, 50.5, 60.1))
        for edge in (area.left(), area.top(), area.right(), area.bottom()):
            assert edge * ratio == pytest.approx(round(edge * ratio), abs=1e-6)
        image = painted(area, ratio, lambda _p: None)
        assert image.width() == round(area.width() * ratio)
        assert image.height() == round(area.height() * ratio)


def test_reduced_motion_cuts_from_pose_to_pose(make_stage, drawn):
    stage = make_stage()
    pictures = []
    for phase in range(3):
        stage.show_at(phase, None, moving=True)
        pictures.append(stage.grab().toImage())
    assert {share for _, share in drawn} == {0.0}
    assert pictures[0] != pictures[1]
    stage.show_at(0, None, moving=False)
    assert stage.grab().toImage() != pictures[0]  # at rest nothing points ahead


def test_an_error_while_painting_does_no_lasting_harm(make_stage, monkeypatch, qtbot):
    stage = make_stage()
    whole = stage.grab().toImage()
    with monkeypatch.context() as broken:

        def fail(*_args):
            raise RuntimeError("cannot draw")

        broken.setattr(FigurePainter, "frame", fail)
        with qtbot.captureExceptions() as caught, pytest.raises(RuntimeError):
            stage.grab()
        assert all(isinstance(error[1], RuntimeError) for error in caught)
    assert stage.grab().toImage() == whole


def test_an_empty_stage_is_an_empty_stage(look, qtbot):
    stage = FigureStage(look)
    qtbot.addWidget(stage)
    stage.resize(200, 150)
    stage.show_at(0, 0.5, moving=True)
    middle = stage.grab().toImage().pixelColor(100, 75)
    assert middle == look.theme.color("stage_bot")


def test_corners_stand_on_what_is_around_them(make_stage, look):
    image = make_stage().grab().toImage()
    assert image.pixelColor(0, 0) == look.theme.color("window")


def test_it_has_a_name_for_those_who_do_not_see_it(make_stage):
    stage = make_stage()
    assert stage.accessibleName() == "Animated figure"
    stage.describe("Hip flexor stretch", "Forward. Breathe out.")
    assert stage.accessibleName() == "Hip flexor stretch"
    assert stage.accessibleDescription() == "Forward. Breathe out."


def test_words_go_where_they_do_not_fit(make_stage):
    large = make_stage(size=(803, 523))
    assert large.words == ("Trunk stays upright", "Feel it here")
    assert make_stage(size=(140, 126)).words == ()


def test_the_stage_is_opaque_so_that_nothing_flashes(make_stage):
    stage = make_stage()
    attribute = stage_module.Qt.WidgetAttribute.WA_OpaquePaintEvent
    assert stage.testAttribute(attribute)
    image = stage.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert set(bytes(image.constBits())[3::4]) == {255}


def picture(stage) -> QImage:
    return stage.grab().toImage()


def apart(one, other) -> int:
    """The largest difference of any channel, sampled."""
    worst = 0
    for x in range(0, one.width(), 3):
        for y in range(0, one.height(), 3):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            worst = max(
                worst,
                abs(a.red() - b.red()),
                abs(a.green() - b.green()),
                abs(a.blue() - b.blue()),
            )
    return worst


def test_a_smaller_range_melts_into_the_picture_that_was_there(
    make_stage, make_motion, qapp
):
    stage = make_stage()
    stage.show()
    qapp.processEvents()
    stage.show_at(0, 0.9, moving=False)
    before = picture(stage)
    stage.melt_into(make_motion(side="left", range_=0.5))
    stage.show_at(0, 0.9, moving=False)
    assert apart(before, picture(stage)) <= 2, "nothing jumps"
    stage.fade_old(0.5)
    half = picture(stage)
    stage.fade_old(0.0)
    after = picture(stage)
    assert apart(before, after) > 60
    assert 0 < apart(half, before) < apart(before, after)
    paints = Paints(stage)
    stage.fade_old(0.0)
    qapp.processEvents()
    assert paints.count <= 1, "what is gone is not let go again"
    qapp.processEvents()
    before_idle = paints.count
    stage.fade_old(0.0)
    qapp.processEvents()
    assert paints.count == before_idle
