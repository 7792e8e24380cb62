"""The prompt card: asks beside the tray, and never takes the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskstretch.ui import card_place
from deskstretch.ui.card_face import CardFace, CardView, Face
from deskstretch.ui.card_preview import CardPreview
from deskstretch.ui.language import render
from deskstretch.ui.sight import Sight
from deskstretch.ui.widgets.shadow import (
    SHADOW_PX,
    draw_card,
    draw_shadow,
    rounded_mask,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent, QResizeEvent

    from deskstretch.body.motion import Motion
    from deskstretch.ui.look import Look

GUARD_MS = 500
IN_MS, OUT_MS, SLIDE_PX = 220, 160, 12


class PromptCard(QWidget):
    """One prompt on one screen, near the tray, that can be ignored.

    It decides nothing: it tells what was pressed, whether it is really on the
    screen (`became_visible`; the time-out runs from there) or could not get there
    within a second (`not_shown`), and whether the pointer is over it. It stays
    until `dismiss`. Keys never reach it, and presses in its first half second are
    not meant for it. `composited` says that the desktop blends windows; then the
    corners are smooth and it throws a shadow. With a `face` of another kind, such as
    the diary's, it has no preview.
    """

    became_visible = Signal()
    not_shown = Signal()
    started = Signal()
    rated = Signal(int)
    """The diary's answer: stiffness from 1 to 10."""
    snoozed = Signal(object)
    """Seconds (float), or None for the usual snooze."""
    skipped = Signal()
    enough_chosen = Signal()
    pointer_changed = Signal(bool)

    def __init__(
        self, look: Look, *, composited: bool = False, face: Face | None = None
    ) -> None:
        flags = Qt.WindowType
        super().__init__(
            None,
            flags.Tool
            | flags.FramelessWindowHint
            | flags.WindowStaysOnTopHint
            | flags.WindowDoesNotAcceptFocus,
        )
        self._look = look
        self._preview = CardPreview(look) if face is None else None
        self._composited = composited
        self._tray = QRect()
        self._card = QRect()
        self._seen = False
        self._answered = False
        self._announcement = ""
        for attribute in (
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
            Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow,
        ):
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, on=composited)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle("DeskStretch")
        self._face = face or CardFace(look, self._preview or QWidget())
        self._spot = card_place.Spot(self)
        column = QVBoxLayout(self)
        self._margin = margin = SHADOW_PX if composited else 0
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._face)
        self._sight = Sight(self)
        self._guard = QTimer(self)
        self._guard.setSingleShot(True)
        self._guard.setInterval(GUARD_MS)
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._on_faded)
        self._fade.finished.connect(self._on_fade_finished)
        self._leaving = False
        self._connect()

    def _connect(self) -> None:
        self._sight.seen.connect(self._on_seen)
        self._sight.not_seen.connect(self._on_not_seen)
        self._guard.timeout.connect(self._on_guard_over)
        self._face.started.connect(lambda: self._answer(self.started))
        self._face.skipped.connect(lambda: self._answer(self.skipped))
        self._face.enough_chosen.connect(lambda: self._answer(self.enough_chosen))
        self._face.snoozed.connect(self._on_snoozed)
        self._face.rated.connect(self._on_rated)
        self._face.resized.connect(self._on_place_changed)
        self._spot.changed.connect(self._on_place_changed)
        self._look.changed.connect(self.update)

    @property
    def open(self) -> bool:
        """Whether a prompt is on the card and no answer was given."""
        return self.isVisible() and not self._leaving

    def show_prompt(
        self, view: CardView, tray: QRect | None = None, motion: Motion | None = None
    ) -> None:
        """Show a prompt.

        Args:
            view: what it says.
            tray: where the tray icon is, if anyone knows.
            motion: the movement of the preview; None leaves its stage empty.
        """
        self._stop()
        if self._preview is not None:
            self._preview.show_motion(motion)
        self._tray = tray or QRect()
        self._seen = False
        self._answered = False
        self._announcement = render(view.announcement) if view.announcement else ""
        self._face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._face.show_view(view)
        self._place()
        self._on_faded(0.0 if self._look.milliseconds(IN_MS) else 1.0)
        self.show()
        self._sight.watch()

    def dismiss(self) -> None:
        """Take the card away; nothing is emitted."""
        if not self.isVisible() or self._leaving:
            return
        self._answered = True
        duration = self._look.milliseconds(OUT_MS)
        if not duration or not self._seen:
            self._stop()
            return
        self._face.stop()
        self._guard.stop()
        self._leaving = True
        self._run(1.0, 0.0, duration)

    def _stop(self) -> None:
        self._leaving = False
        self._fade.stop()
        self._guard.stop()
        self._sight.stop()
        self._face.stop()
        if self._preview is not None:
            self._preview.stop()
        self.hide()

    def _answer(self, signal: object) -> None:
        if self._accepts():
            signal.emit()  # type: ignore[attr-defined]  # a bound signal

    def _accepts(self) -> bool:
        """Whether this press is the first, and was meant for the card."""
        if self._answered or not self._seen or self._guard.isActive():
            return False
        self._answered = True
        return True

    def _on_snoozed(self, seconds: float | None) -> None:
        if self._accepts():
            self.snoozed.emit(seconds)

    def _on_rated(self, value: int) -> None:
        if self._accepts():
            self.rated.emit(value)

    # On the screen, really

    def _on_seen(self) -> None:
        self._seen = True
        self._guard.start()
        duration = self._look.milliseconds(IN_MS)
        if duration:
            self._run(0.0, 1.0, duration)
        if self._preview is not None:
            (self._preview.play if duration else self._preview.hold)()
        self._announce()
        self.became_visible.emit()

    def _on_not_seen(self) -> None:
        self._stop()
        self.not_shown.emit()

    def _on_guard_over(self) -> None:
        self._face.setAttribute(
            Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False
        )

    def _announce(self) -> None:
        if self._announcement:
            event = QAccessibleAnnouncementEvent(self, self._announcement)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)

    # Its place

    def _place(self) -> None:
        self._face.fit()
        size = self._face.size()
        if self._seen:
            self._card = self._spot.keep(size, self._card)
        else:
            right_to_left = self.isRightToLeft()
            self._card = self._spot.find(size, self._tray, right_to_left=right_to_left)
        margin = self._margin
        self.setFixedSize(size + QSize(2 * margin, 2 * margin))
        self.move(self._card.topLeft() - QPoint(margin, margin))

    def _on_place_changed(self) -> None:
        if self.isVisible():
            self._place()

    # Coming and going

    def _run(self, start: float, end: float, milliseconds: int) -> None:
        self._fade.stop()
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.setDuration(milliseconds)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.start()

    def _on_faded(self, share: float) -> None:
        if self.windowOpacity() != share:
            self.setWindowOpacity(share)
        if not self._leaving:
            margin = self._margin
            down = round((1.0 - share) * SLIDE_PX)
            self.move(self._card.topLeft() + QPoint(-margin, down - margin))

    def _on_fade_finished(self) -> None:
        if self._leaving:
            self._stop()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        moves = self._seen and not self._look.reduced_motion
        if moves and self._preview is not None:
            self._preview.play()
        self.pointer_changed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_changed.emit(False)

    # Its face

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._composited:
            self.setMask(rounded_mask(self.size()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's override
        theme = self._look.theme
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._composited:
                card = QRectF(self._face.geometry())
                draw_shadow(painter, card, theme.color("shadow"))
                draw_card(painter, card, theme, "line")
            else:
                draw_card(painter, QRectF(self.rect()), theme, "control")
        finally:
            painter.end()
