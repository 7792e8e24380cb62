"""The banner that says what the user's own files have wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deskstretch.ui.language import render, say
from deskstretch.ui.settings.pages import EDGE
from deskstretch.ui.widgets.labels import frame, label
from deskstretch.words import Words, counted, words

if TYPE_CHECKING:
    from deskstretch.settings.model import Problem
    from deskstretch.ui.look import Look

SHOWN = 3
"""Problems said one by one; of more, the number."""


class ProblemBanner(QWidget):
    """Hidden while the file is as it should be; else says what is not, and where."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = QLabel()
        self._title = label(role="heading", wrap=True)
        self._text = label(role="body", wrap=True)
        banner = frame("banner")
        row = QHBoxLayout(banner)
        row.setContentsMargins(16, 12, 16, 14)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._text)
        row.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, 16, EDGE, 0)
        outer.addWidget(banner)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.hide()

    def show_problems(
        self,
        problems: tuple[Problem, ...],
        troubles: tuple[Words, ...] = (),
        left_out: tuple[Words, ...] = (),
        *,
        by_the_clock: bool = False,
    ) -> None:
        """Say what is not saved, else what the file has wrong, else what is unknown.

        Between the last two stands what of the user's own movements and routines is
        `left_out`. Nothing of these hides the banner: one at a time, the most
        important first.
        """
        self.setVisible(bool(problems or troubles or left_out or by_the_clock))
        if troubles:
            self._title.setText(say("Not everything is saved"))
            self._text.setText("\n".join(render(trouble) for trouble in troubles))
            return
        if not problems and left_out:
            self._title.setText(say("Some of your own files are left out"))
            self._show_lines(left_out)
            return
        if not problems:
            self._title.setText(say("This desktop does not say when you are away"))
            self._text.setText(
                say("Reminders follow the clock, and none can come on your return.")
            )
            return
        whole = next((problem for problem in problems if not problem.field), None)
        if whole is not None:
            self._title.setText(say("Something is wrong with your settings file"))
            self._text.setText(render(whole.message))
            return
        self._title.setText(say("Some settings use their usual value"))
        self._show_lines(tuple(_sentence(problem) for problem in problems))

    def _show_lines(self, sentences: tuple[Words, ...]) -> None:
        lines = [render(sentence) for sentence in sentences[:SHOWN]]
        rest = len(sentences) - len(lines)
        if rest:
            more = counted("And {n} more line.", "And {n} more lines.", rest)
            lines.append(render(more))
        self._text.setText("\n".join(lines))

    def _on_look_changed(self) -> None:
        theme = self._look.theme
        size = theme.px(22)
        self._icon.setPixmap(
            self._look.icons.pixmap(
                "file", theme.color("warn"), size, self.devicePixelRatioF()
            )
        )


def _sentence(problem: Problem) -> Words:
    if not problem.line:
        return words("{field}: {message}", field=problem.field, message=problem.message)
    return words(
        "Line {line}, {field}: {message}",
        line=problem.line,
        field=problem.field,
        message=problem.message,
    )
