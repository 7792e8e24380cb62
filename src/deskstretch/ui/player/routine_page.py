"""The page of a running routine: the movement that is on, the queue, the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from deskstretch.ui.language import render, say
from deskstretch.ui.player.change_card import ChangeCard
from deskstretch.ui.player.change_ways import hangs, way
from deskstretch.ui.player.clock_text import minutes_seconds
from deskstretch.ui.player.exercise import EDGE, SIDE_COLUMN, ExercisePage
from deskstretch.ui.player.queue import Queue
from deskstretch.ui.player.queue_rows import rows
from deskstretch.ui.player.segment_bar import SegmentBar
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from deskstretch.coaching.timeline import Timeline
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.figure.stage import FigureStage
    from deskstretch.ui.look import Look
    from deskstretch.ui.player.opening import Opening, RoutineOpening
    from deskstretch.ui.player.reading import Reader, Reading
    from deskstretch.words import Words

RING = 164
COLUMN, LEAST_COLUMN = 226, 250
"""The right column of the narrow layout: wide enough for the card of a change."""


class RoutinePage(ExercisePage):
    """An exercise page whose movement changes as the routine goes on.

    Above stands the bar of all movements; in the right column the queue and, in its
    place while someone gets into position, the card of the next movement. In the
    narrow layout that card lies over the ring beside the figure, with a small ring of
    its own. The layout itself stays: only what stands in it changes.
    """

    swap_pressed = Signal()
    """The person wants the other movement instead of the next one, today."""

    def __init__(
        self, look: Look, opening: Opening, routine: RoutineOpening, stage: FigureStage
    ) -> None:
        self._opening = opening
        self._routine = routine
        self._timeline = opening.timeline
        self._part = -1
        self._first_segment = 0
        self._changing = False
        self._measured: tuple[Timeline, float, bool] | None = None
        self.whole = SegmentBar(look)
        self.queue = Queue(look)
        self.change = ChangeCard(look)
        self._beside = QStackedWidget()
        super().__init__(look, opening.first, stage, render(routine.name))
        self.change.swap.connect(self.swap_pressed)

    def set_timeline(self, reader: Reader) -> None:
        super().set_timeline(reader)
        self._timeline = reader.timeline
        self._part = -1
        names = [
            say(self._opening.acts[part.movement].movement.name)
            for part in reader.timeline.parts
        ]
        self.whole.show_parts(reader.timeline, names)
        self.queue.set_rows(rows(self._look, self._opening, reader.timeline))

    def show_reading(self, reading: Reading, *, paused: bool) -> None:
        if reading.part != self._part:
            self._show_part(reading.part)
        super().show_reading(reading, paused=paused)
        self.header.show_side(shown=not self.wide and reading.side is not None)
        self.header.count.setText(
            say(
                "{k} of {n} · {time} left",
                k=reading.part + 1,
                n=len(self._timeline.parts),
                time=minutes_seconds(reading.left_s),
            )
        )
        self.whole.show_position(reading.position_s, reading.part)
        self.change.show_seconds(reading.face, paused=paused)
        self._show_change(changing=reading.changing, waiting=reading.waiting)

    def asks_ready(self, reading: Reading) -> bool:
        return reading.waiting and not reading.changing  # else the card asks

    @property
    def focus_place(self) -> QPushButton:
        return self.change.go if self._changing else self.bar.pause

    def segment_of(self, reading: Reading) -> int:
        return max(-1, reading.segment - self._first_segment)

    def _show_part(self, number: int) -> None:
        """Turn to another movement: its steps, its bars, its place in the queue."""
        part = self._timeline.parts[number]
        self._part = number
        self._first_segment = self._timeline.segment_index(part.start_s)
        self.show_movement(self._opening.acts[part.movement])
        self.segments.show_segments(self._timeline, part)
        self.queue.show_current(number)
        self._fill_card(number)
        self._place_change()

    def _fill_card(self, number: int) -> None:
        """Write the card of the change to a movement."""
        acts, part = self._opening.acts, self._timeline.parts[number]
        act = acts[part.movement]
        before = self._timeline.parts[number - 1].movement if number else None
        self.change.show_change(
            say(act.movement.name),
            way(acts[before].movement if before else None, act.movement),
            dose=hangs(self._timeline, part, act.movement),
            notes=act.notes,
            instead=self._without_bar(number, act.movement),
        )

    def _without_bar(self, number: int, movement: Movement) -> Words | None:
        """Return what there is instead of a hang: there may be no bar today."""
        if movement.position != "hanging":
            return None
        other = self._opening.other(self._timeline, number)
        return other.name if other else None

    def _show_change(self, *, changing: bool, waiting: bool) -> None:
        """Show the card of the next movement while someone gets there.

        The focus follows from Pause to `I'm ready` and back.
        """
        self.change.show_waiting(waiting=waiting)
        shown, self._changing = self._changing, changing
        here, there = self.bar.pause, self.change.go
        if not changing:
            here, there = there, here
        # Asked before the card comes or goes: what hides gives the focus away.
        leads = here.hasFocus() or self.focusWidget() in {None, here}
        if self.wide:
            self._beside.setCurrentIndex(1 if changing else 0)
        elif changing != shown:
            self.change.setVisible(changing)
            self._place_change()
        self.bar.show_primary(primary=not changing)
        if changing != shown and leads:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    # The layout

    def narrow_column(self) -> int:
        return max(LEAST_COLUMN, self._look.theme.px(COLUMN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_change()

    def _build(self) -> None:
        super()._build()
        above = QVBoxLayout()
        above.setContentsMargins(EDGE, 0, EDGE, 10)
        above.addWidget(self.whole)
        self._outer.insertLayout(1, above)
        self._queue_card = card = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.addWidget(self.queue)
        inner.addStretch(1)
        self._beside.addWidget(card)

    def _fill_column(self) -> None:
        self.panel.take(self._steps_card, self.tips, self.header)
        self._beside.addWidget(self.change)
        self._beside.setCurrentIndex(1 if self._changing else 0)
        self.change.fit(None)
        self._cards.addWidget(self._beside)
        self._beside.show()
        self.whole.set_labelled(labelled=True)
        self.ring.set_side(RING)

    def _arrange_as(self, *, wide: bool) -> None:
        super()._arrange_as(wide=wide)
        self.left.hide()  # it stands above, with the number of the movement
        self._dot.hide()
        self.side.setVisible(wide)

    def _keep_room(self) -> None:
        super()._keep_room()
        self.side.setFixedHeight(self.side.fontMetrics().height() + 2)
        self._keep_room_for_cards()

    def _keep_room_for_cards(self) -> None:
        """Beside the figure, keep the height of the highest card there will be."""
        wanted = (self._timeline, self._look.theme.text_scale, self.wide)
        if not self.wide or wanted == self._measured:
            return
        self._measured = wanted
        width, asked = self._look.theme.px(SIDE_COLUMN), self.change.asked
        heights = [self._queue_card.sizeHint().height()]
        for number in range(len(self._timeline.parts)):
            self._fill_card(number)
            heights.append(self.change.height_at(width))
        self._beside.setFixedHeight(max(heights))
        if self._part >= 0:
            self._fill_card(self._part)
            self.change.asked = asked

    def _arrange_narrow(self) -> None:
        super()._arrange_narrow()
        self._beside.hide()
        self.whole.set_labelled(labelled=False)
        self.change.setParent(self)

    def _place_change(self) -> None:
        """In the narrow layout, lay the card over the ring, as high as the figure."""
        if self.wide or self.change.parentWidget() is not self:
            return
        column = self._column
        place = QRect(column.mapTo(self, QPoint(0, 0)), column.size())
        self.change.fit(place.size())
        self.change.setGeometry(place)
        self.change.raise_()
