"""A session in the player: what is seen, and what presses and keys do to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

PRE_ROLL, READY, SIDE, CHANGE = 5.0, 10.0, 50.0, 10.0


def names(window):
    return [fact[0] for fact in window.facts]


def test_a_session_begins_with_getting_into_position(open_player):
    window = open_player()
    assert window.facts == [("session_started",)]
    page = window.page
    assert page.cue.text() == "Get into position"
    assert page.word.text() == "Get ready"
    assert page.ring.accessibleName() == "Get ready, 5 seconds left"
    assert page.left.text() == "2:00 left in all"
    assert window.stage.place == (0, 0.0, False)
    assert window.stage.motions == [("left", 1.0)]


def test_the_ring_counts_repetitions_and_the_word_carries_the_beat(open_player, play):
    window = open_player()
    play(window, PRE_ROLL + READY + 3 * 5 + 2.5)
    page = window.page
    assert page.cue.text() == "Forward, squeeze, back"
    assert page.word.text() == "Squeeze"
    assert page.ring.accessibleName() == "Rep 4 of 10, squeeze"
    assert (page.ring.value(), page.ring.maximum()) == (4, 10)
    assert page.side.text() == "Left side"
    assert page.left.text() == "1:33 left in all"
    assert page.steps.current == 3
    assert page.header.sides.current() == "left"
    phase, share, moving = window.stage.place
    assert (phase, moving) == (1, True)
    assert share == pytest.approx(0.5)


def test_the_figure_is_described_once_for_each_phase(open_player, play):
    window = open_player()
    page, stage = window.page, window.stage
    assert stage.accessibleName() == "Kneeling hip flexor"
    assert stage.accessibleDescription().startswith("Left side. ")
    play(window, PRE_ROLL + READY + SIDE + CHANGE + 1)
    said = stage.accessibleDescription()
    assert said.startswith(f"Right side. {page.cue.text()}. {page.breath.text()}. ")
    assert "front of the hip" in said
    told = []
    stage.describe = lambda *words: told.append(words)
    play(window, 0.5)  # within the phase
    assert not told


def test_after_the_change_the_other_side_works(open_player, play):
    window = open_player()
    play(window, PRE_ROLL + READY + SIDE + 1)
    assert window.page.cue.text() == "Change sides"
    assert window.page.word.text() == "Change"
    assert window.stage.motions[-1] == ("right", 1.0)
    assert window.stage.place == (0, 0.0, False)
    play(window, CHANGE)
    assert window.page.side.text() == "Right side"
    assert window.page.header.sides.current() == "right"


def test_the_last_second_leads_to_the_finish_page(open_player, play):
    window = open_player(finish_fact=lambda _summary: None)
    play(window, PRE_ROLL + 120)
    assert names(window) == ["session_started", "finished"]
    summary = window.facts[-1][1]
    assert (summary.reps_left, summary.reps_right) == (10, 10)
    assert summary.completed
    assert not window.performance.beating


def test_a_whole_session_never_changes_the_cue_within_four_seconds(
    open_player, clock, play
):
    for slug in ("kneeling-hip-flexor", "lat-stretch", "standing-hip-flexor"):
        window = open_player(slug)
        begun, shown, changes = clock.seconds, window.page.cue.text(), []
        while window.performance.beating:
            play(window, 0.25)
            if window.page.cue.text() != shown:
                shown = window.page.cue.text()
                changes.append(clock.seconds - begun)
        assert changes
        assert all(b - a >= 4 for a, b in pairwise([0, *changes]))


def test_space_pauses_and_resume_goes_back_to_the_start_of_the_phase(
    qtbot, open_player, play
):
    window = open_player()
    play(window, PRE_ROLL + READY + 1.5)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.page.word.text() == "Paused"
    assert window.page.bar.pause.text() == "Resume"
    play(window, 60)
    assert window.page.left.text() == "1:49 left in all"
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert window.page.word.text() == "Forward"
    assert window.page.left.text() == "1:50 left in all"


def test_a_paused_figure_eases_to_the_nearest_key_pose_and_stands(
    qtbot, open_player, play, clock
):
    window = open_player()
    play(window, PRE_ROLL + READY + 1.5)  # three quarters of the way forward
    qtbot.keyClick(window, Qt.Key.Key_Space)
    clock.pass_(0.15)
    window.performance.show_now()
    assert 0.75 < window.stage.place[1] < 1.0
    assert window.performance.beating
    clock.pass_(0.2)
    window.performance.show_now()
    assert window.stage.place == (0, 1.0, False)
    assert not window.performance.beating


def test_going_on_the_figure_sets_off_from_where_it_stood(
    qtbot, open_player, play, clock
):
    window = open_player()
    play(window, PRE_ROLL + READY + 1.5)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    play(window, 1)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.stage.place[:2] == (0, 1.0)
    play(window, 0.4, step=0.05)
    assert window.stage.place[:2] == (0, pytest.approx(0.2))
    # and the way there has no jump
    shares = [place[1] for place in window.stage.places[-8:]]
    assert max(abs(a - b) for a, b in pairwise(shares)) < 0.4


def test_the_figure_follows_next_and_back_while_paused(qtbot, open_player, play):
    window = open_player()
    play(window, PRE_ROLL + READY + 8)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    play(window, 1)
    qtbot.keyClick(window, Qt.Key.Key_Right)
    assert window.page.cue.text() == "Change sides"
    assert window.stage.motions[-1] == ("right", 1.0)
    assert window.stage.place[0] == 0
    assert window.page.word.text() == "Paused"


def test_arrows_go_back_and_on(qtbot, open_player, play):
    window = open_player()
    qtbot.keyClick(window, Qt.Key.Key_Right)
    assert window.page.cue.text() == "Half-kneel on the pad"
    qtbot.keyClick(window, Qt.Key.Key_Right)
    assert window.page.ring.accessibleName() == "Rep 1 of 10, forward"
    play(window, 12)
    qtbot.keyClick(window, Qt.Key.Key_Left)
    assert window.page.ring.accessibleName() == "Rep 1 of 10, forward"
    qtbot.keyClick(window, Qt.Key.Key_Left)
    assert window.page.cue.text() == "Half-kneel on the pad"


def test_arrows_are_mirrored_from_right_to_left(qtbot, open_player):
    window = open_player()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(window, Qt.Key.Key_Left)
    assert window.page.cue.text() == "Half-kneel on the pad"


def test_s_changes_sides_and_r_repeats(qtbot, open_player, play):
    window = open_player()
    play(window, PRE_ROLL + READY + 12)
    qtbot.keyClick(window, Qt.Key.Key_S)
    assert window.page.side.text() == "Right side"
    assert window.page.ring.accessibleName() == "Rep 1 of 10, forward"
    play(window, 12)
    qtbot.keyClick(window, Qt.Key.Key_R)
    assert window.page.ring.accessibleName() == "Rep 1 of 10, forward"
    assert window.page.side.text() == "Right side"


def test_a_click_on_a_side_or_a_step_goes_there(qtbot, open_player, play):
    window = open_player()
    play(window, PRE_ROLL + 1)
    window.page.header.sides.chosen.emit("right")
    assert window.page.side.text() == "Right side"
    window.page.steps.itemClicked.emit(window.page.steps.item(3))
    assert window.page.side.text() == "Left side"
    assert window.page.ring.accessibleName() == "Rep 1 of 10, forward"


def test_the_bar_does_what_it_says(qtbot, open_player, play):
    window = open_player()
    bar = window.page.bar
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert window.page.cue.text() == "Half-kneel on the pad"
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    assert not window.performance.running
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    assert window.performance.running
    play(window, 12)
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert window.page.ring.accessibleName() == "Rep 1 of 10, forward"


def test_the_caution_says_that_no_clinician_has_reviewed_it(open_player):
    caution = open_player().page.tips._labels["caution"].text()
    assert caution.startswith("Pad the knee.")
    assert caution.endswith("General guidance, not reviewed by a clinician.")


def test_too_much_halves_the_range(open_player, play):
    window = open_player()
    play(window, PRE_ROLL + READY + 1)
    window.page.tips.easier_asked.emit()
    assert window.stage.motions[-1] == ("left", 0.5)
    play(window, SIDE + CHANGE)
    assert window.stage.motions[-1] == ("right", 0.5)


def test_keys_choose_tips_and_the_question_mark_lists_keys(qtbot, open_player):
    window = open_player()
    qtbot.keyClick(window, Qt.Key.Key_3)
    assert window.page.tips.current == "caution"
    qtbot.keyClick(window, Qt.Key.Key_1)
    assert window.page.tips.current == "form"
    qtbot.keyClick(window, Qt.Key.Key_Question)
    assert window.keys.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.keys.isVisible()
    assert window.isVisible()


def test_reduced_motion_shows_key_poses_and_steps_once_a_second(open_player, clock):
    window = open_player(reduced=True)
    shown = set()
    for _ in range(170):
        clock.pass_(0.1)
        window.performance.show_now()
        if window.page.word.text() == "Forward":
            shown.add(window.page.ring._face.turn)
    assert all(share is None for _, share, _ in window.stage.places)
    assert shown == {0.0, 0.2}
    assert window.performance._pulse._timer.interval() > 500


def test_motion_can_be_reduced_while_it_runs(open_player, play):
    window = open_player()
    play(window, PRE_ROLL + READY + 1)
    assert window.stage.place == (0, 0.5, True)
    window.look.choose(replace(window.look.choice, reduce_motion=True))
    assert window.stage.place == (0, None, True)
    window.look.choose(replace(window.look.choice, reduce_motion=False))
    assert window.stage.place == (0, 0.5, True)


def test_tab_goes_from_going_on_to_stopping_and_then_over_the_rest(qtbot, open_player):
    window = open_player()
    window.activateWindow()
    bar = window.page.bar
    assert window.focusWidget() is bar.pause
    met = []
    for _ in range(8):
        met.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert met[:4] == [bar.pause, bar.next, bar.back, bar.hurts]
    assert met[4].accessibleName() == "Side: Left side"
    assert met[5] is window.page.header.hands_free
    assert met[6] is window.page.header.floor
    assert met[7] is window.page.steps


def test_space_goes_on_pausing_after_a_click_on_next(qtbot, open_player):
    window = open_player()
    window.activateWindow()
    qtbot.mouseClick(window.page.bar.next, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert not window.performance.running
    assert window.page.cue.text() == "Half-kneel on the pad"


def test_arrows_belong_to_the_player_whichever_button_has_the_focus(qtbot, open_player):
    for name in ("pause", "next", "back", "hurts"):
        window = open_player()
        window.activateWindow()
        button = getattr(window.page.bar, name)
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Right)
        assert window.page.cue.text() == "Half-kneel on the pad", name
        assert window.focusWidget() is button


def test_enter_presses_the_button_that_has_the_focus(qtbot, open_player):
    window = open_player()
    qtbot.keyClick(window.page.bar.next, Qt.Key.Key_Return)
    assert window.page.cue.text() == "Half-kneel on the pad"


def test_the_lat_stretch_has_no_sides_and_no_side_switch(open_player, play):
    window = open_player("lat-stretch")
    assert not window.page.header.sides.isVisible()
    assert not window.page.side.isVisible()
    play(window, 5 + 5 + 1)
    assert window.page.ring.accessibleName() == "Rep 1 of 5, hips back"
    play(window, 40)
    assert window.current.headline == "Done. 40 seconds."


def test_a_smaller_range_comes_within_300_ms_and_only_once(open_player, play, clock):
    window = open_player()
    play(window, PRE_ROLL + READY + 1)
    window.page.tips.easier_asked.emit()
    assert window.stage.melted == [("left", 0.5)]
    assert window.stage.old_shares[-1] == 1.0
    shares = []
    for _ in range(4):
        clock.pass_(0.1)
        window.performance.show_now()
        shares.append(window.stage.old_shares[-1])
    assert shares == sorted(shares, reverse=True)
    assert 0 < shares[1] < shares[0] < 1
    assert shares[2:] == [0.0, 0.0]
    play(window, SIDE + CHANGE)
    assert window.stage.melted == [("left", 0.5)], "another side is a cut, as ever"


def test_paused_a_smaller_range_comes_and_then_nothing_beats(open_player, play, clock):
    window = open_player()
    play(window, PRE_ROLL + READY + 1)
    window.performance.pause()
    clock.pass_(1)
    window.performance.show_now()
    assert not window.performance.beating
    window.page.tips.easier_asked.emit()
    assert window.performance.beating
    clock.pass_(0.31)
    window.performance.show_now()
    assert window.stage.old_shares[-1] == 0.0
    assert not window.performance.beating


def test_with_reduced_motion_a_smaller_range_is_a_cut(open_player, play):
    window = open_player(reduced=True)
    play(window, PRE_ROLL + READY + 1)
    window.page.tips.easier_asked.emit()
    assert window.stage.motions[-1] == ("left", 0.5)
    assert window.stage.melted == []
