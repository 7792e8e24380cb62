"""The figure of a file, played in a loop, with all that an author wants to turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from deskstretch.body.motion import Motion
from deskstretch.ui.checker.playing import Playing
from deskstretch.ui.figure.stage import FRAMES_PER_SECOND, FigureStage
from deskstretch.ui.language import say
from deskstretch.ui.widgets.buttons import Button
from deskstretch.ui.widgets.fields import ChoiceField
from deskstretch.ui.widgets.labels import IconText, label
from deskstretch.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from deskstretch.body.skeleton import Side
    from deskstretch.movements.movement import Movement
    from deskstretch.ui.look import Look

STEP = 5
"""The range goes in steps of so many per cent."""


class Animation(QWidget):
    """Plays a movement: dose, side, range, speed and phase are the author's choice.

    Another version of the movement goes on where this one was. Nothing ticks while
    it is paused, hidden or minimised.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._movement: Movement | None = None
        self.playing = Playing()
        self.playing.running = not look.reduced_motion
        self.stage = FigureStage(look)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1000 // FRAMES_PER_SECOND)
        self._timer.timeout.connect(self._on_frame)
        self.older = IconText(
            look,
            "info",
            say("The file has to be put right first. This is the last good version."),
            "caption",
            wrap=True,
        )
        self._make_controls()
        self._lay_out()
        self.show_older(older=False)
        self._show_place()

    @property
    def movement(self) -> Movement | None:
        """The movement on the stage."""
        return self._movement

    @property
    def ticking(self) -> bool:
        """Whether frames are being made."""
        return self._timer.isActive()

    def show_movement(self, movement: Movement) -> None:
        """Play another version of the movement, or another one."""
        if self._movement is None:
            self.side.choose(movement.shown_side)
        self._movement = movement
        dose = self.dose.current()
        self.dose.clear()
        for name in movement.doses:
            self.dose.addItem(name, name)
        self.dose.choose(dose)
        self.setEnabled(True)
        self._take()

    def show_older(self, *, older: bool) -> None:
        """Say whether the file has been broken since this version."""
        kept = older and self._movement is not None
        policy = self.older.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the stage keeps its size
        self.older.setSizePolicy(policy)
        self.older.setVisible(kept)

    # How it is made

    def _make_controls(self) -> None:
        look = self._look
        self.play = Button(look, "", "plain", "pause", name=say("Pause"))
        self.back = Button(look, "", "plain", "chevron-left", name=say("Phase before"))
        self.next = Button(look, "", "plain", "chevron-right", name=say("Next phase"))
        self._place = label("", "strong", "text")
        sides = [("left", say("Left")), ("right", say("Right"))]
        self.side = SegmentedControl(look, say("Side"), sides)
        self.side.choose("right")
        speeds = [("0.5", "0.5×"), ("1.0", "1×")]
        self.speed = SegmentedControl(look, say("Speed"), speeds)
        self.speed.choose("1.0")
        self.dose = ChoiceField(look, say("Dose"), ())
        self.range = QSlider(Qt.Orientation.Horizontal)
        self.range.setRange(0, 100 // STEP)
        self.range.setValue(100 // STEP)
        self.range.setAccessibleName(say("Range"))
        self._percent = label("", "caption", "text2")
        self.play.clicked.connect(self._on_play_pressed)
        self.back.clicked.connect(lambda: self._on_stepped(-1))
        self.next.clicked.connect(lambda: self._on_stepped(1))
        self.side.chosen.connect(self._take)
        self.dose.chosen.connect(self._take)
        self.speed.chosen.connect(self._on_speed_chosen)
        self.range.valueChanged.connect(self._take)
        self.setEnabled(False)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        for button in (self.back, self.play, self.next):
            first.addWidget(button)
        first.addSpacing(4)
        first.addWidget(self._place, 1)
        first.addWidget(self.speed)
        second.addWidget(self.side)
        second.addSpacing(8)
        second.addWidget(self._percent)
        second.addWidget(self.range, 1)
        second.addSpacing(8)
        second.addWidget(self.dose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.stage, 1)
        column.addWidget(self.older)
        column.addLayout(first)
        column.addLayout(second)

    # What is on the stage

    def _take(self) -> None:
        """Play what is chosen now."""
        movement = self._movement
        if movement is None:
            return
        dose = movement.doses.get(self.dose.current())
        seconds = (dose or movement.doses[movement.default_profile]).seconds
        side = cast("Side", self.side.current())
        range_ = self.range.value() * STEP / 100
        motion = Motion(movement.choreography, seconds, side, range_)
        self.playing.take(motion)
        self.stage.show_motion(motion)
        self._show_place()
        self.tick_or_rest()

    def _show_place(self) -> None:
        phase, share = self.playing.place
        self.stage.show_at(phase, share, moving=True)
        running = self.playing.running
        self.play.set_icon("pause" if running else "play")
        self.play.setToolTip(say("Pause") if running else say("Play"))
        self.play.setAccessibleName(self.play.toolTip())
        percent = say("Range {n} %", n=self.range.value() * STEP)
        self._percent.setText(percent)
        if self._movement is None or phase >= len(self._movement.phases):
            self._place.setText("")
            return
        one = self._movement.phases[phase]
        said = [f"{phase + 1}. {say(one.word)}"]
        if one.breath:
            breath = say("breathe in") if one.breath == "in" else say("breathe out")
            said.append(breath)
        self._place.setText(" · ".join(said))

    # Time

    def _on_play_pressed(self) -> None:
        self.playing.running = not self.playing.running
        self._show_place()
        self.tick_or_rest()

    def _on_stepped(self, phases: int) -> None:
        self.playing.step(phases)
        self._show_place()
        self.tick_or_rest()

    def _on_speed_chosen(self, speed: str) -> None:
        self.playing.speed = float(speed)

    def _on_frame(self) -> None:
        self.playing.pass_by(self._since.restart() / 1000)
        self._show_place()

    def tick_or_rest(self) -> None:
        """Make frames while there is something to see, and none otherwise."""
        window = self.window()
        ticks = (
            self.playing.running
            and self._movement is not None
            and self.isVisible()
            and not window.isMinimized()
        )
        if ticks and not self._timer.isActive():
            self._since.start()
            self._timer.start()
        elif not ticks:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
