"""The floor view's page: the figure, one line and one number, readable from 2 m."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskstretch.ui.language import say
from deskstretch.ui.player.clock_text import minutes_seconds
from deskstretch.ui.player.figure_text import describe
from deskstretch.ui.player.floor_bar import EDGE, FloorBar
from deskstretch.ui.player.floor_change import FloorChange
from deskstretch.ui.player.floor_text import FloorCue, FloorText
from deskstretch.ui.player.pinch import PINCH_AT, PinchButton
from deskstretch.ui.player.reading import side_name
from deskstretch.ui.player.ring import TempoRing
from deskstretch.ui.player.segment_bar import SegmentBar
from deskstretch.ui.safety.large_text import LargeText

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from deskstretch.ui.figure.stage import FigureStage
    from deskstretch.ui.look import Look
    from deskstretch.ui.player.opening import Act, Opening
    from deskstretch.ui.player.reading import Reader, Reading

RING, LEAST_RING = 340, 120
COLUMN, WIDEST_COLUMN = 340, 460
WORD_PX, BREATH_PX, HEAD_PX = 44, 26, 28
COLUMN_OF_WIDTH: Final = 0.31


class FloorPage(QWidget):
    """Everything there is to read from the mat, and nothing else.

    No tips and no list of steps. In a routine the bar below the cue is that of the
    whole routine; while someone gets to the next movement its name stands where the
    cue was, and under the ring the way there and `I'm ready`. Sizes depend on the
    view and the session alone, so nothing moves while it runs.
    """

    def __init__(self, look: Look, opening: Opening, stage: FigureStage) -> None:
        super().__init__()
        self._look = look
        self._opening = opening
        self._timeline = opening.timeline
        self._part = -1
        self._movement = opening.first.movement
        self._changing = False
        self.stage = stage
        self.name = FloorText(look, HEAD_PX, tone="text2")
        self.next = LargeText(
            look, say("Next"), factor=2.0, weight=600, tone="accent", wrap=False
        )
        self.next.hide()
        self.count = LargeText(look, factor=1.57, tone="text2", wrap=False)
        self.side = LargeText(look, factor=2.0, weight=600, wrap=False)
        self.rep = LargeText(look, factor=2.0, tone="text2", wrap=False)
        self.cue = FloorCue(look, self.height)
        self.ring = TempoRing(look, RING)
        self.word = FloorText(look, WORD_PX, tone="accent")
        self.breath = FloorText(look, BREATH_PX, weight=400, tone="text2")
        self.segments = SegmentBar(look)
        self.segments.set_labelled(labelled=False)
        self.segments.set_thick()
        self.change = FloorChange(look)
        self.bar = FloorBar(look, routine=opening.routine is not None)
        self.pinch = PinchButton(look, tall=True)
        self._below = QStackedWidget()
        self._lay_out()
        look.changed.connect(self._size_up)

    # What the session says ---------------------------------------------------

    def set_timeline(self, reader: Reader) -> None:
        """Take the session's timeline, and keep room for all it will say."""
        self._timeline = timeline = reader.timeline
        self._part = -1
        acts = [self._act(number) for number in range(len(timeline.parts))]
        names = [act.movement for act in acts]
        self.change.set_ways(zip([None, *names], acts, strict=False))
        cues = {say("Get into position"), *reader.cues()}
        if self._opening.routine:
            cues |= {say(movement.name) for movement in names}
            self.segments.show_parts(timeline, [say(one.name) for one in names])
        else:
            self.segments.show_segments(timeline, timeline.parts[0])
        self.cue.set_texts(cues)
        self.word.set_texts(reader.words())
        self.breath.set_texts(
            {say("Keep breathing"), say("Breathe out"), say("The clock is stopped.")}
        )
        self._size_up()

    def show_reading(self, reading: Reading, *, paused: bool) -> None:
        """Show this moment; what reads the same is not touched."""
        if reading.part != self._part:
            self._show_part(reading.part)
        routine = self._opening.routine is not None
        changing = reading.changing and routine
        stopped = paused and not reading.waiting
        _put(self.cue, say(self._movement.name) if changing else reading.cue)
        _put(self.word, say("Paused") if stopped else reading.word)
        _put(self.breath, reading.breath_short)
        _put(self.name, "" if changing else say(self._movement.name))
        _put(self.side, "" if changing else side_name(reading.side))
        _put(self.rep, _beside(reading, changing=changing))
        self.side.setVisible(bool(self.side.text()))
        self.rep.setVisible(bool(self.rep.text()))
        if routine:
            _put(self.count, self._count(reading))
        describe(self.stage, self._movement, reading)
        if paused:  # then nothing moves at all
            self.cue.stand_still()
        self.ring.show_face(reading.face, paused=paused)
        bar = reading.part if routine else reading.segment
        self.segments.show_position(reading.position_s, bar)
        self.bar.show_paused(paused=paused)
        self._show_change(changing=changing, waiting=reading.waiting)

    def show_eased(self) -> None:
        """Say that less is on its way."""
        self.pinch.show_eased()

    @property
    def focus_place(self) -> QPushButton:
        """The button that has the focus when the page comes into sight."""
        return self.change.go if self._changing else self.bar.pause

    def take_stage(self, stage: FigureStage) -> None:
        """Put the stage where it stands on this page."""
        self._grid.addWidget(stage, 0, 0)
        stage.show()
        self.pinch.corner.raise_()

    def _act(self, number: int) -> Act:
        return self._opening.acts[self._timeline.parts[number].movement]

    def _show_part(self, number: int) -> None:
        """Turn to another movement: its name, and the way to it."""
        before = self._act(number - 1).movement if number > 0 else None
        self._part = number
        self._movement = self._act(number).movement
        self.name.set_texts({say(self._movement.name)})
        self.pinch.show_movement(self._movement)
        self.change.show_change(before, self._act(number))

    def _count(self, reading: Reading) -> str:
        return say(
            "{k} of {n} · {time} left",
            k=reading.part + 1,
            n=len(self._timeline.parts),
            time=minutes_seconds(reading.left_s),
        )

    def _show_change(self, *, changing: bool, waiting: bool) -> None:
        self.change.show_waiting(waiting=waiting)
        self.bar.show_primary(primary=not changing)
        if changing == self._changing:
            return
        self._changing = changing
        self.next.setVisible(changing)
        here, there = self.bar.pause, self.change.go
        if not changing:
            here, there = there, here
        focused = here.hasFocus() or self.focusWidget() in {None, here}
        self._below.setCurrentIndex(1 if changing else 0)
        if focused:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    # The layout --------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_up()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 20, EDGE, 10)
        head.setSpacing(16)
        head.addWidget(self.next)
        head.addWidget(self.name, 1)
        head.addWidget(self.count)
        head.addWidget(self.side)
        head.addWidget(self.rep)
        center = Qt.AlignmentFlag.AlignHCenter
        for text in (self.word, self.breath):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.word)
        lines.addWidget(self.breath)
        lines.addStretch(1)
        self._below.addWidget(words)
        self._words = words
        if self._opening.routine:
            self._below.addWidget(self.change)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.ring, 0, center)
        column.addWidget(self._below)
        column.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(EDGE, 0, EDGE, 0)
        self._grid.setHorizontalSpacing(EDGE)
        self._grid.setVerticalSpacing(12)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.pinch.corner, 0, 0, PINCH_AT)
        self._grid.addWidget(self._column, 0, 1)
        self._grid.addWidget(self.cue, 1, 0, 1, 2)
        self._grid.addWidget(self.segments, 2, 0, 1, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addLayout(self._grid, 1)
        outer.addWidget(self.bar)

    def _size_up(self) -> None:
        """Give ring and column the size that this view has room for."""
        wide = round(self.width() * COLUMN_OF_WIDTH)
        column = min(max(COLUMN, wide), WIDEST_COLUMN)
        self._column.setFixedWidth(column)
        self.change.fit(self._column.width())
        self.cue.updateGeometry()
        pages = [self._words, self.change] if self._opening.routine else [self._words]
        needed = max(page.minimumSizeHint().height() for page in pages)
        self._below.setFixedHeight(needed)
        cue = self.cue.heightForWidth(max(1, self.width() - 2 * EDGE))
        taken = (
            self.side.sizeHint().height()
            + 30
            + cue
            + self.segments.sizeHint().height()
            + self.bar.sizeHint().height()
            + needed
            + 3 * 12
        )
        room = min(self.height() - taken, self._column.width(), RING)
        self.ring.set_side(max(LEAST_RING, room))


def _beside(reading: Reading, *, changing: bool) -> str:
    """Return what stands behind the side: the repetition, or that nothing runs."""
    if changing:
        return say("The clock is stopped.") if reading.waiting else ""
    return reading.rep


def _put(label: QLabel, text: str) -> None:
    """Write text only where it differs: a label that is not touched is not painted."""
    if label.text() != text:
        label.setText(text)
