"""The page of the running session: figure, cue, ring, steps, tips and bar."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskstretch.coaching.safety import review_line
from deskstretch.ui.language import render, say
from deskstretch.ui.player.bottom_bar import BottomBar
from deskstretch.ui.player.cue import CueLabel, SubLabel
from deskstretch.ui.player.figure_text import describe
from deskstretch.ui.player.header import Header, dot
from deskstretch.ui.player.pinch import PINCH_AT, PinchButton
from deskstretch.ui.player.reading import side_name
from deskstretch.ui.player.ring import TempoRing
from deskstretch.ui.player.segment_bar import SegmentBar
from deskstretch.ui.player.steps import StepList
from deskstretch.ui.player.steps_panel import StepsPanel
from deskstretch.ui.player.tips import TipCard
from deskstretch.ui.safety.large_text import LargeText
from deskstretch.ui.widgets.labels import frame

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from deskstretch.movements.vocabulary import Side
    from deskstretch.ui.figure.stage import FigureStage
    from deskstretch.ui.look import Look
    from deskstretch.ui.player.opening import Act
    from deskstretch.ui.player.reading import Reader, Reading

WIDE_FROM, WIDE_STAGE, EDGE = 960, 480, 24
STAGE = QSize(240, 160)
SIDE_COLUMN, NARROW_COLUMN = 340, 176
RING_WIDE, RING_NARROW = 208, 168
LARGE_SCALE = 1.4
"""From this text size on the narrow layout is used at any width."""


class ExercisePage(QWidget):
    """Everything in sight while a movement runs, in one of two layouts.

    From 960 px on (and with enough height, and text under 140 %) steps and tips
    stand in a right column; else they wait behind `Steps`, in a panel over the
    page. Which one it is depends on the window alone, so nothing moves while the
    session runs; all labels keep room for their longest text.
    """

    def __init__(
        self, look: Look, act: Act, stage: FigureStage, title: str = ""
    ) -> None:
        """Make the page of a movement; `title` is that of a routine it belongs to."""
        super().__init__()
        movement = act.movement
        self._look = look
        self._wide: bool | None = None
        self._wide_height = 0
        self._side: Side | None = None
        self.stage = stage
        stage.setMinimumSize(STAGE)
        self.header = Header(look, movement, title)
        self.cue = CueLabel(look)
        self.sub = SubLabel(look)
        self.segments = SegmentBar(look)
        self.ring = TempoRing(look, RING_WIDE)
        self.word = LargeText(
            look, factor=1.86, smallest=20, weight=600, tone="accent", wrap=False
        )
        self.breath = LargeText(look, smallest=13, factor=1.0, tone="text2")
        self.side = LargeText(look, smallest=13, factor=1.07, weight=600, wrap=False)
        self.left = LargeText(look, smallest=13, factor=1.07, tone="text2", wrap=False)
        self.steps = StepList(look)
        self.tips = TipCard(look)
        self.bar = BottomBar(look, routine=bool(title))
        self.pinch = PinchButton(look)
        self.panel = StepsPanel(self)
        self.show_movement(act)
        self._build()
        self.header.steps.toggled.connect(self._on_steps_toggled)
        look.changed.connect(self._arrange)

    def show_movement(self, act: Act) -> None:
        """Show the steps and tips of this movement from now on."""
        movement = act.movement
        self._movement = movement
        self.header.show_movement(movement)
        self.pinch.show_movement(movement)
        self.steps.set_steps([say(step) for step in movement.steps])
        review = render(review_line(movement.reviewed_by))
        lines = [*(render(note) for note in act.notes), say(movement.warning), review]
        caution = " ".join(line for line in lines if line)
        self.tips.set_tips(say(movement.key_cue), say(movement.mistake), caution)

    def set_timeline(self, reader: Reader) -> None:
        """Take the session's timeline, and keep room for all it will say."""
        self.segments.show_segments(reader.timeline, reader.timeline.parts[0])
        self.cue.set_texts({say("Get into position"), *reader.cues()})
        self.sub.set_texts(reader.subs())
        self._keep_room()

    def show_reading(self, reading: Reading, *, paused: bool) -> None:
        """Show this moment; what reads the same is not touched."""
        _put(self.cue, reading.cue)
        _put(self.sub, reading.sub)
        stopped = paused and not reading.waiting
        _put(self.word, say("Paused") if stopped else reading.word)
        _put(self.breath, reading.breath if self._wide else reading.breath_short)
        _put(self.side, side_name(reading.side))
        _put(self.left, reading.left)
        _put(self.header.now_side, side_name(reading.side))
        _put(self.header.now_rep, reading.rep)
        _put(self.header.now_left, reading.left)
        if reading.side != self._side and reading.side:
            self.header.sides.choose(reading.side)
        self._side = reading.side
        if reading.step != self.steps.current:
            self.steps.show_step(reading.step)
        describe(self.stage, self._movement, reading)
        if paused:  # then nothing moves at all
            self.cue.stand_still()
            self.steps.stand_still()
        self.ring.show_face(reading.face, paused=paused)
        self.segments.show_position(reading.position_s, self.segment_of(reading))
        self.bar.show_paused(paused=paused, ready=self.asks_ready(reading))

    def asks_ready(self, reading: Reading) -> bool:
        """Return whether the bar asks for `I'm ready` while the clock stands."""
        return reading.waiting

    def narrow_column(self) -> int:
        """Return the width of the column beside the figure in the narrow layout."""
        return self._look.theme.px(NARROW_COLUMN)

    def segment_of(self, reading: Reading) -> int:
        """Return which bar of the segment bar this moment lies in, or -1."""
        return reading.segment

    def change_movement(self, act: Act) -> None:
        """Be the page of another movement from now on."""
        self.header.rename(act.movement)
        self.show_movement(act)
        self._arrange_as(wide=self.wide)

    def show_eased(self) -> None:
        """Say that less is on its way."""
        self.tips.show_eased()
        self.pinch.show_eased()

    def show_tip(self, key: str) -> None:
        """Show a tip, opening the panel where the tips are behind it."""
        self.tips.show_tip(key)
        if self._panelled:
            self.header.steps.setChecked(True)

    def take_stage(self, stage: FigureStage) -> None:
        """Put the stage where it stands on this page, in either layout.

        Only here: on the pages before and after, the stage is theirs.
        """
        self._grid.addWidget(stage, 0, 0)
        stage.show()
        self.pinch.corner.raise_()

    @property
    def focus_place(self) -> QPushButton:
        """The button that has the focus when the page comes into sight."""
        return self.bar.pause

    @property
    def wide(self) -> bool:
        """Whether steps and tips stand beside the figure."""
        return bool(self._wide)

    @property
    def _panelled(self) -> bool:
        """Whether steps and tips are in the panel: the queue may have their place."""
        return not self.wide or self.header.routine

    def close_panel(self) -> bool:
        """Close the panel of steps and tips; returns whether it was open."""
        was_open = self.panel.isVisible()
        self.header.steps.setChecked(False)
        return was_open

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._column = QWidget()
        self._dot = dot(self._look)
        lines = QVBoxLayout(self._column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        center = Qt.AlignmentFlag.AlignHCenter
        lines.addStretch(1)
        lines.addWidget(self.ring, 0, center)
        for text in (self.word, self.breath):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(text)
        sides = QHBoxLayout()
        sides.setSpacing(8)
        sides.addStretch(1)
        sides.addWidget(self.side)
        sides.addWidget(self._dot)
        sides.addWidget(self.left)
        sides.addStretch(1)
        lines.addLayout(sides)
        lines.addStretch(1)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        lines.addLayout(self._cards)
        self._steps_card = frame("card")
        inner = QVBoxLayout(self._steps_card)
        inner.setContentsMargins(8, 6, 8, 6)
        inner.addWidget(self.steps)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(EDGE, 0, EDGE, 12)
        self._grid.setHorizontalSpacing(EDGE)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.pinch.corner, 0, 0, PINCH_AT)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 12, EDGE, 10)
        head.addWidget(self.header)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(head)
        self._outer.addLayout(self._grid, 1)
        self._outer.addWidget(self.bar)

    def _order_focus(self) -> None:
        """Let Tab go from going on to stopping, and then over the rest."""
        bar = self.bar
        order: list[QWidget] = [bar.pause, bar.next, bar.back, bar.hurts]
        sides = self.header.sides.findChildren(QPushButton)
        head: list[QWidget] = [self.header.floor, self.header.steps]
        hands_free = self.header.hands_free
        order += (
            [*sides, hands_free, *head] if self.wide else [*head, *sides, hands_free]
        )
        order += [self.steps, *self.tips.findChildren(QPushButton)]
        here = [widget for widget in order if self.isAncestorOf(widget)]
        for before, after in pairwise(here):
            QWidget.setTabOrder(before, after)

    def _arrange(self) -> None:
        wide = self._has_room()
        if wide != self._wide:
            self._arrange_as(wide=wide)
        self._keep_room()
        self.panel.place()

    def _arrange_as(self, *, wide: bool) -> None:
        self._wide = wide
        self.header.show_wide(wide=wide)
        self.bar.show_narrow(narrow=not wide)
        self.segments.set_labelled(labelled=wide)
        for widget in (self.sub, self.side, self._dot, self.left):
            widget.setVisible(wide)
        if self.header.whole:
            self.side.hide()
            self._dot.hide()
        if wide:
            self._arrange_wide()
        else:
            self._arrange_narrow()
        self._order_focus()

    def _has_room(self) -> bool:
        theme = self._look.theme
        beside = WIDE_STAGE + theme.px(SIDE_COLUMN) + 3 * EDGE
        if self.width() < max(WIDE_FROM, beside) or theme.text_scale >= LARGE_SCALE:
            return False
        if self._wide:  # only seen in this layout: how much height it takes
            self._wide_height = self._outer.totalMinimumHeightForWidth(self.width())
        return self.height() >= self._wide_height

    def _arrange_wide(self) -> None:
        self._fill_column()
        self._column.setFixedWidth(self._look.theme.px(SIDE_COLUMN))
        self._grid.setVerticalSpacing(6)
        self._grid.addWidget(self.cue, 1, 0)
        self._grid.addWidget(self.sub, 2, 0)
        self.sub.setContentsMargins(0, 0, 0, 6)
        self._grid.addWidget(self.segments, 3, 0)
        self._grid.addWidget(self._column, 0, 1, 4, 1)

    def _fill_column(self) -> None:
        """Put beside the figure what there is room for."""
        self.header.steps.setChecked(False)
        self._cards.addWidget(self._steps_card)
        self._cards.addWidget(self.tips)
        self.ring.set_side(RING_WIDE)

    def _arrange_narrow(self) -> None:
        self.panel.take(self._steps_card, self.tips, self.header)
        self.ring.set_side(self._look.theme.px(RING_NARROW))
        self._column.setFixedWidth(self.narrow_column())
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self._column, 0, 1)
        self._grid.addWidget(self.cue, 1, 0, 1, 2)
        self._grid.addWidget(self.segments, 2, 0, 1, 2)

    def _keep_room(self) -> None:
        """Give each changing line the height of its longest text."""
        self.breath.setFixedHeight(self.breath.fontMetrics().height() + 2)

    def _on_steps_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.panel.setVisible(shown and self._panelled)
        self.panel.place()
        self.panel.raise_()


def _put(label: QLabel, text: str) -> None:
    """Write text only where it differs: a label that is not touched is not painted."""
    if label.text() != text:
        label.setText(text)
