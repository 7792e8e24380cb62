"""The shipped movements as motions, and ways to look at what was painted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from shipped import shipped_tokens

from deskstretch.body.motion import Motion
from deskstretch.movements.catalogue import load
from deskstretch.ui.figure.canvas import painted
from deskstretch.ui.figure.painter import MOVING, FigurePainter
from deskstretch.ui.theme import Theme

MOVEMENTS = Path(__file__).resolve().parents[3] / "assets" / "movements"


@pytest.fixture(scope="session")
def catalogue():
    files = {path.name: path.read_bytes() for path in sorted(MOVEMENTS.glob("*.toml"))}
    found = load(files)
    assert not found.problems
    return found


@pytest.fixture(scope="session")
def make_motion(catalogue):
    def make(slug="kneeling-hip-flexor", side="right", range_=1.0) -> Motion:
        movement, dose = catalogue.find(slug)
        return Motion(movement.choreography, dose.seconds, side, range_)

    return make


@pytest.fixture(scope="session")
def themes() -> dict[str, Theme]:
    tokens = shipped_tokens()
    return {"light": Theme(tokens), "dark": Theme(tokens, dark=True)}


@pytest.fixture
def fit(qapp, make_motion, themes):
    def make(
        slug="kneeling-hip-flexor",
        side="right",
        size=(480, 360),
        theme="light",
        **options,
    ) -> FigurePainter:
        fitted = FigurePainter(make_motion(slug, side), themes[theme], **options)
        fitted.fit(*size)
        return fitted

    return make


@pytest.fixture
def layer():
    """Paint the moving layer alone, on the whole stage."""

    def paint(fitted, index, share, look=MOVING):
        area = QRectF(0, 0, *fitted.size)
        return painted(area, 1.0, lambda p: fitted.frame(p, index, share, look))

    return paint


@pytest.fixture
def covered():
    """Return the left, top, right and bottom of what is painted in an image."""

    def measure(image):
        width, height = image.width(), image.height()
        alpha = bytes(image.constBits())[3::4]
        rows = [y for y in range(height) if any(alpha[y * width : (y + 1) * width])]
        columns = [x for x in range(width) if any(alpha[x::width])]
        return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1

    return measure


@pytest.fixture
def difference():
    """Return how many pixels of two images differ by more than a shade."""

    def count(a, b, shade=24):
        one, two = bytes(a.constBits()), bytes(b.constBits())
        assert len(one) == len(two)
        far = [i for i in range(len(one)) if abs(one[i] - two[i]) > shade]
        return len({i // 4 for i in far})

    return count
