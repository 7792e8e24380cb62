"""One thing wrong in a content file, said so that its author can put it right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One plain sentence about one place in a file.

    Attributes:
        file: the file's name, as it was given to the reader.
        line: 1 for the first line; 0 where the whole file is meant.
        path: the dotted name of the value, such as `dose.standard.seconds`.
        message: one plain sentence.
    """

    file: str
    line: int
    path: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}"
