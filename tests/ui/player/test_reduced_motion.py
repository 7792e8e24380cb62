"""Reduced motion: a recorded session has no picture between two key poses."""

from __future__ import annotations

import pytest
from openings import opening_of

from deskstretch.ui.figure.painter import FigurePainter
from deskstretch.ui.player.window import PlayerWindow


@pytest.fixture
def record(qtbot, make_look, content, clock, keep, monkeypatch):
    """Play a session to its end; return what the figure's painter was asked for."""

    def record_(slug, step, size=(720, 540)):
        shown = []
        recording = []
        monkeypatch.setattr(
            FigurePainter,
            "frame",
            lambda _self, _painter, phase, share, look, breath=None: (
                recording and shown.append((phase, share, look, breath))
            ),
        )
        look = make_look(reduce_motion=True)
        window = PlayerWindow(look, opening_of(content, slug, clock))
        keep(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        run = window.performance
        recording.append(slug)  # and not the small pictures of the queue
        while not run.over:
            clock.pass_(step)
            run.show_now()
            if run.over:
                break
            if run.view().waiting:
                run.next()
            window.stage.grab()
        return window, shown

    return record_


@pytest.mark.parametrize(
    ("slug", "step"), [("kneeling-hip-flexor", 0.25), ("seven-minute", 1.3)]
)
def test_every_picture_of_the_figure_is_a_key_pose(record, slug, step):
    window, shown = record(slug, step)
    assert len(shown) > window.performance.timeline.total_s / 2  # it was recorded
    assert {share for _, share, _, _ in shown} == {0.0}
    assert {breath for *_, breath in shown} == {None}
    assert all(look.still for _, _, look, _ in shown)
    assert not window.stage.frames.find(window.stage.moment)


def test_within_a_second_nothing_at_all_changes(
    make_look, content, clock, keep, monkeypatch
):
    look = make_look(reduce_motion=True)
    opening = opening_of(content, "kneeling-hip-flexor", clock)
    window = PlayerWindow(look, opening)
    keep(window)
    window.resize(1120, 740)
    window.show()
    clock.pass_(5 + 10 + 0.05)
    for _ in range(7):  # a whole repetition, and into the next
        window.performance.show_now()
        first = window.grab().toImage()
        clock.pass_(0.9)
        window.performance.show_now()
        assert window.grab().toImage() == first
        clock.pass_(0.1)


def test_it_beats_once_a_second_and_at_each_change(
    make_look, content, clock, keep, monkeypatch
):
    look = make_look(reduce_motion=True)
    window = PlayerWindow(look, opening_of(content, "cat-cow", clock))
    keep(window)
    asked = []
    monkeypatch.setattr(window.performance._pulse, "wake_in", asked.append)
    window.show()
    for _ in range(20):
        clock.pass_(asked[-1])
        window.performance.show_now()
    assert min(asked) > 0.9
