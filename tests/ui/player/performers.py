"""A clock that is set by hand, and a stage that only notes what it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class HandClock:
    """Steady seconds that pass only when told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def pass_(self, seconds: float) -> None:
        self.seconds = round(self.seconds + seconds, 6)


class NotingStage(QWidget):
    """Stands in for the figure's stage and keeps every call, in order."""

    def __init__(self, _look) -> None:
        super().__init__()
        self.setMinimumSize(200, 160)
        self.motions = []
        self.places = []
        self.melted = []
        self.old_shares = []

    def show_motion(self, motion) -> None:
        self.motions.append(motion)

    def melt_into(self, motion) -> None:
        self.melted.append(motion)
        self.show_motion(motion)

    def fade_old(self, share) -> None:
        self.old_shares.append(share)

    def show_at(self, phase, share, *, moving) -> None:
        self.places.append((phase, share, moving))

    def set_large(self, *, large) -> None:
        self.large = large

    def describe(self, name, description) -> None:
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    @property
    def place(self):
        return self.places[-1]
