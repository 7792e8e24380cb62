"""Too much, a pinch, a strong pull: smaller at once, another movement, or without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openings import opening_of
from performers import NotingStage

from deskstretch.coaching.layout import lay_out
from deskstretch.ui.player import window as player_window
from deskstretch.ui.player.opening import Act, Swap
from deskstretch.ui.player.window import PlayerWindow
from deskstretch.words import words


@pytest.fixture
def open_with_swap(qtbot, make_look, content, clock, keep, monkeypatch):
    """Open cat-cow, for which its standing version can stand in."""
    monkeypatch.setattr(player_window, "FigureStage", NotingStage)

    def open_(slug="cat-cow", other="standing-cat-cow", *, warning_needed=False):
        usual = opening_of(content, slug, clock)
        movement, dose = content.find(other)
        swap = Swap(other, words(movement.name), lay_out(movement, dose))
        opening = replace(
            usual,
            acts={**usual.acts, other: Act(movement, warning_needed)},
            motions=lambda slug, side, range_: (slug, side, range_),
            other=lambda timeline, number: (
                None if timeline.parts[number].movement == other else swap
            ),
        )
        window = PlayerWindow(make_look(reduce_motion=False), opening)
        keep(window)
        window.heard = []
        window.finished.connect(window.heard.append)
        window.warning_read.connect(window.heard.append)
        window.show()
        qtbot.waitExposed(window)
        clock.pass_(20)
        window.performance.show_now()
        return window

    return open_


def test_one_press_on_pinch_shows_the_smaller_range_at_once(open_with_swap, clock):
    window = open_with_swap()
    pinch = window.page.pinch
    assert pinch.isVisible()
    assert pinch.text() == "Pinch in Cow"
    assert window.stage.motions[-1] == ("cat-cow", None, 1.0)
    pinch.click()
    assert window.stage.motions[-1] == ("cat-cow", None, 0.5)
    assert window.performance.running
    assert pinch.text() == "Made smaller"
    clock.pass_(20)
    window.performance.show_now()
    assert window.stage.motions[-1] == ("cat-cow", None, 0.5)  # for the session


def test_the_pinch_button_is_in_the_floor_view_too(open_with_swap):
    window = open_with_swap()
    window.floor.enter()
    page = window.floor.page
    assert page.pinch.isVisible()
    page.pinch.click()
    assert window.stage.motions[-1] == ("cat-cow", None, 0.5)
    window.leave_floor()
    assert window.page.pinch.text() == "Made smaller"


def test_only_what_can_pinch_has_the_button(open_player):
    window = open_player("lat-stretch")
    assert not window.page.pinch.isVisible()


def test_every_caution_has_too_much_and_it_is_one_press(open_with_swap):
    window = open_with_swap()
    tips = window.page.tips
    window.page.show_tip("caution")
    tips._easier.click()
    assert window.stage.motions[-1] == ("cat-cow", None, 0.5)
    assert window.performance.running
    assert tips._offer.text().startswith("Made smaller and slower for this session.")


def test_still_too_much_offers_another_movement_or_to_go_on(open_with_swap):
    window = open_with_swap()
    tips = window.page.tips
    window.page.show_tip("caution")
    height = tips.height()
    tips._easier.click()
    assert tips.swap.isVisible()
    assert tips.swap.accessibleName() == "Standing cat-cow instead"
    assert tips.skip.isVisible()
    assert tips.height() == height
    tips.swap.click()
    assert window.performance.movement == "standing-cat-cow"
    assert window.page.header.name.text() == "Standing cat-cow"
    assert window.stage.motions[-1] == ("standing-cat-cow", None, 0.5)
    assert not tips.swap.isVisibleTo(tips)  # nothing stands in for this one


def test_going_on_without_the_only_movement_ends_the_session(open_with_swap):
    window = open_with_swap()
    window.page.show_tip("caution")
    window.page.tips._easier.click()
    window.page.tips.skip.click()
    assert len(window.heard) == 1
    assert not window.isVisible()


def test_a_strong_pull_offers_the_same(open_with_swap):
    window = open_with_swap()
    window.page.bar.hurts.click()
    window.current.page.rows[0].click()
    assert list(window.current.page.buttons) == ["smaller", "swap", "skip", "end"]
    window.current.page.buttons["swap"].click()
    assert window.current is window.page
    assert window.performance.movement == "standing-cat-cow"
    assert not window.performance.running  # it was paused, and waits for Resume


def test_without_another_movement_no_swap_is_offered(open_player, play):
    window = open_player()
    play(window, 20)
    window.page.bar.hurts.click()
    window.current.page.rows[0].click()
    assert list(window.current.page.buttons) == ["smaller", "skip", "end"]


def test_a_caution_never_read_comes_before_the_other_movement(open_with_swap):
    window = open_with_swap(warning_needed=True)
    window.easing.swap()
    assert window.current is not window.page
    assert window.performance.movement == "cat-cow"
    assert not window.performance.running
    window.current.read.click()
    assert window.heard == ["standing-cat-cow"]
    assert window.performance.movement == "standing-cat-cow"
    assert window.performance.running
    assert window.current is window.page


def test_turning_back_at_that_caution_leaves_the_movement(open_with_swap):
    window = open_with_swap(warning_needed=True)
    window.easing.swap()
    window.current.leave.click()
    assert window.current is window.page
    assert window.performance.movement == "cat-cow"
