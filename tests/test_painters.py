"""Every painter is ended: one left open aborts the process when it is collected."""

import ast
from itertools import pairwise
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "deskstretch"


def calls_painter(node):
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else None
    return (called.id if isinstance(called, ast.Name) else name) == "QPainter"


def ends(statement, painter):
    """Tell whether this is `try: … finally: painter.end()`."""
    if not isinstance(statement, ast.Try) or statement.handlers:
        return False
    return f"{painter}.end()" in [ast.unparse(one) for one in statement.finalbody]


def opened(statement):
    """Return the name a painter is given by this statement, or None."""
    if not isinstance(statement, ast.Assign) or not calls_painter(statement.value):
        return None
    (target,) = statement.targets
    return target.id if isinstance(target, ast.Name) else None


def faults(text):
    """Return the lines where a painter is made and not ended whatever happens."""
    tree = ast.parse(text)
    made = {one.lineno for one in ast.walk(tree) if calls_painter(one)}
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            statements = block if isinstance(block, list) else []
            for statement, following in pairwise(statements):
                painter = opened(statement)
                if painter and ends(following, painter):
                    made.discard(statement.value.lineno)
    return sorted(made)


def test_every_painter_of_the_product_is_ended_whatever_happens():
    found = {}
    painters = 0
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        painters += text.count("QPainter(")
        if lines := faults(text):
            found[str(path.relative_to(SOURCE))] = lines
    assert found == {}
    assert painters >= 10, "the painters have gone elsewhere: look there"


@pytest.mark.parametrize(
    "text",
    [
        "painter = QPainter(image)\npainter.end()",
        "painter = QPainter(image)\nx = 1\ntry:\n    x\nfinally:\n    painter.end()",
        "painter = QPainter(image)\ntry:\n    x\nfinally:\n    other.end()",
        "painter = QPainter(image)\ntry:\n    x\nexcept E:\n    painter.end()",
        "draw(QPainter(image))",
        "def f():\n    return QtGui.QPainter(image)",
        "self.painter = QPainter(image)\ntry:\n    x\nfinally:\n    painter.end()",
        "with QPainter(image) as painter:\n    x",
    ],
)
def test_it_sees_a_painter_that_may_stay_open(text):
    assert len(faults(text)) == 1


def test_it_takes_a_painter_that_is_ended():
    text = """
def paint(self):
    if self.shown:
        painter = QPainter(self)
        try:
            draw(painter)
        finally:
            painter.end()
"""
    assert faults(text) == []
