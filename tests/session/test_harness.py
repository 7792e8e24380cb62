"""The desktop of the tests itself: it works, and leaves nothing behind."""

from __future__ import annotations

import pytest

from tests.session.harness import XSession, wait_until

pytestmark = pytest.mark.session


def test_what_is_typed_arrives_and_can_be_looked_at(tmp_path):
    with XSession() as session:
        window = session.typing_window()
        session.type_keys("Typing, as always.")
        wait_until(lambda: window.text == "Typing, as always.")
        picture = session.screenshot(tmp_path / "screen.png")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_test_that_fails_leaves_nothing_behind():
    session = XSession(notifications="dunst")
    programs = []

    def fail_in_the_middle():
        with session:
            programs.append(session.run("sleep", "60"))
            programs.append(session.run("sh", "-c", "trap '' TERM; sleep 60 & wait"))
            raise KeyError("stumbled")

    with pytest.raises(KeyError, match="stumbled"):
        fail_in_the_middle()
    assert not session.folder.exists()
    assert [program.poll() is None for program in programs] == [False, False]


def test_two_sessions_side_by_side_are_two_displays():
    with XSession() as one, XSession() as two:
        assert one.display != two.display
        assert one.bus.address != two.bus.address
