"""A checker window, and versions of a file to show in it."""

from __future__ import annotations

import pytest
from shipped import ASSETS

from deskstretch.movements import catalogue
from deskstretch.ui.checker.view import CheckerView, Remark
from deskstretch.ui.checker.window import CheckerWindow

FILE = ASSETS / "movements" / "kneeling-hip-flexor.toml"


@pytest.fixture(scope="session")
def movements():
    files = {file.name: file.read_bytes() for file in FILE.parent.glob("*.toml")}
    return catalogue.load(files).movements


@pytest.fixture
def text():
    return FILE.read_text("utf-8")


@pytest.fixture
def good(text, movements):
    return CheckerView(text, (), movements["kneeling-hip-flexor"])


@pytest.fixture
def wrong(text):
    remarks = (Remark(104, "This is wrong."), Remark(120, "This too."))
    return CheckerView(text.replace("tall", "tail"), remarks)


@pytest.fixture
def make_window(make_look, qtbot):
    kept = []  # a window that nobody holds is gone while it is being painted

    def make(**choice):
        made = CheckerWindow(make_look(**choice), "mine.toml")
        qtbot.addWidget(made)
        kept.append(made)
        made.show()
        return made

    yield make
    for window in kept:
        window.hide()


@pytest.fixture
def window(make_window):
    return make_window()
