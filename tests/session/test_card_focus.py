"""On a real X session the card takes no key, ever, and the mouse still works."""

from __future__ import annotations

import pytest

from tests.session.harness import XSession, wait_until
from tests.session.piece import Piece

pytestmark = pytest.mark.session


@pytest.fixture
def session():
    with XSession() as session:
        yield session


def numbers(line: str) -> list[int]:
    return [int(word) for word in line.split()[1:]]


def test_every_key_reaches_the_editor_and_the_mouse_reaches_the_card(session):
    editor = session.typing_window()
    card = Piece(session, "card")
    # Typing begins before the card is there and goes on over it.
    typed = "the card never takes a key from me"
    session.type_keys(typed, delay_ms=30)
    card.said("visible")
    *_start, more_x, more_y = numbers(card.said("ready"))
    session.key("space", "Return", "Escape", "x")
    wait_until(lambda: editor.text == f"{typed} \nx", what=editor.text)

    session.click(more_x, more_y)
    five_x, five_y, *_others = numbers(card.said("times"))
    session.type_keys("y")
    session.click(five_x, five_y)
    assert card.said("snoozed") == "snoozed 300.0"
    session.type_keys("z")
    wait_until(lambda: editor.text == f"{typed} \nxyz", what=editor.text)

    assert not [line for line in card.lines if line.startswith("took")]
    assert session.active_window() == editor.window


def test_a_double_press_on_start_is_one_answer(session):
    editor = session.typing_window()
    card = Piece(session, "card")
    start_x, start_y, *_more = numbers(card.said("ready"))
    session.tool(
        *("xdotool", "mousemove", str(start_x), str(start_y)),
        *("click", "--repeat", "2", "--delay", "20", "1"),
    )
    card.said("started")
    session.type_keys("on")
    wait_until(lambda: editor.text == "on", what=editor.text)
    assert card.lines.count("started") == 1
    assert session.active_window() == editor.window
