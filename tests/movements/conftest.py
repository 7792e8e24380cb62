"""A movement file that is right, to be made wrong in one place."""

from pathlib import Path

import pytest

from deskstretch.movements.catalogue import load

ASSETS = Path(__file__).parents[2] / "assets" / "movements"


class File:
    """The text of the kneeling hip flexor's file under another slug."""

    def __init__(self):
        text = (ASSETS / "kneeling-hip-flexor.toml").read_text("utf-8")
        text = text.replace('slug = "kneeling-hip-flexor"', 'slug = "my-stretch"')
        self.text = text.replace('swaps = ["standing-hip-flexor"]', "swaps = []")

    def change(self, old, new):
        assert self.text.count(old) >= 1, old
        self.text = self.text.replace(old, new, 1)
        return self

    def line_of(self, text):
        return self.text[: self.text.index(text)].count("\n") + 1

    def load(self):
        return load({}, {"mine.toml": self.text.encode()})

    def problems(self):
        catalogue = self.load()
        assert catalogue.problems
        assert not catalogue.movements  # half a movement is not offered
        return catalogue.problems


@pytest.fixture
def file():
    return File()


@pytest.fixture(scope="session")
def shipped_files():
    return {path.name: path.read_bytes() for path in ASSETS.glob("*.toml")}
