"""Somebody who types without looking up, until told to stop."""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from tests.session.harness import XSession

_EVERY_S = 0.25
_TEXT = "the quick brown fox jumps over the lazy dog and sits down again "


class Typist:
    """Types into whatever window has the focus; `typed` is every key so far.

    Use it as a context manager: after it nothing more is typed.
    """

    def __init__(self, session: XSession) -> None:
        self.typed = ""
        self._session = session
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._type, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(5)

    def _type(self) -> None:
        for letter in itertools.cycle(_TEXT):
            name = "space" if letter == " " else letter
            self._session.key(name)
            self.typed += letter
            if self._stop.wait(_EVERY_S):
                return
