"""What is new comes into sight within its time, at once where motion is reduced."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from deskstretch.ui.player.cue import CueLabel
from deskstretch.ui.player.steps import StepList


@pytest.fixture
def cue(look, qtbot):
    label = CueLabel(look)
    qtbot.addWidget(label)
    label.set_texts(["Get into position", "Forward, squeeze, back"])
    label.resize(600, 60)
    label.setText("Get into position")
    label.show()
    QApplication.processEvents()
    return label


@pytest.fixture
def steps(look, qtbot):
    found = StepList(look)
    qtbot.addWidget(found)
    found.set_steps(["One", "Two", "Three"])
    found.show_step(0)
    found.resize(300, 120)
    found.show()
    QApplication.processEvents()
    return found


def at(animation, milliseconds) -> None:
    """Stand still at a moment of an animation."""
    animation.pause()
    animation.setCurrentTime(milliseconds)


def ink(label) -> int:
    """How far the darkest pixel is from the background."""
    image = label.grab().toImage()
    paper = image.pixelColor(599, 1).lightness()
    return paper - min(
        image.pixelColor(x, y).lightness()
        for x in range(0, 400, 2)
        for y in range(0, 60, 2)
    )


def test_a_new_cue_fades_in_within_150_ms_and_looks_as_ever_after(cue, qtbot):
    cue.setText("Forward, squeeze, back")
    assert cue.text() == "Forward, squeeze, back"
    seen = []
    for moment in (1, 50, 100, 149):
        at(cue._appearing, moment)
        seen.append(ink(cue))
    assert seen == sorted(seen)
    assert seen[0] < 20 < seen[1] < seen[2]
    nearly = cue.grab().toImage()
    at(cue._appearing, 150)
    assert cue._appearing.share == 1.0
    whole = cue.grab().toImage()
    worst = max(
        abs(nearly.pixelColor(x, y).lightness() - whole.pixelColor(x, y).lightness())
        for x in range(0, 600, 2)
        for y in range(0, 60, 2)
    )
    assert worst < 12, "the fading text stands where the text stands"


def test_the_same_cue_again_does_not_fade(cue):
    cue.setText("Get into position")
    assert cue._appearing.share == 1.0


def test_the_mark_of_the_current_step_comes_within_150_ms(steps):
    assert steps.highlight == 1.0, "not where nobody sees it"
    steps.show_step(1)
    at(steps._appearing, 75)
    assert steps.highlight == pytest.approx(0.5)
    at(steps._appearing, 150)
    assert steps.highlight == 1.0


def test_with_reduced_motion_all_is_there_at_once(make_look, qtbot):
    look = make_look(reduce_motion=True)
    label, found = CueLabel(look), StepList(look)
    found.set_steps(["One", "Two"])
    for widget in (label, found):
        qtbot.addWidget(widget)
        widget.show()
    QApplication.processEvents()
    label.setText("Now")
    found.show_step(1)
    assert label._appearing.share == found.highlight == 1.0
    assert label._appearing.state() == label._appearing.State.Stopped


def test_fading_ends_by_itself(cue, qtbot):
    cue.setText("Forward, squeeze, back")
    qtbot.waitUntil(lambda: cue._appearing.share == 1.0, timeout=2000)
    assert cue._appearing.state() == cue._appearing.State.Stopped


def test_paused_nothing_fades(open_player, play):
    window = open_player()
    play(window, 16)
    window.performance.next()
    window.performance.pause()
    assert window.page.cue._appearing.share == window.page.steps.highlight == 1.0
    window.performance.back()
    assert window.page.cue._appearing.share == window.page.steps.highlight == 1.0
    assert (
        window.page.cue._appearing.state() == window.page.cue._appearing.State.Stopped
    )
