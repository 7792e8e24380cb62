"""Qt without the import hook that PySide6 leaves behind."""

from __future__ import annotations

import builtins


def import_qt() -> None:
    """Import Qt, and put Python's own `__import__` back.

    PySide6 replaces it to support `from __feature__ import …`, which we do not use.
    Its hook reads the source text of every module that is imported afterwards, and
    Python keeps the text: 8 MB and a tenth of a second of a resting process. To be
    called before anything else imports PySide6; docs/adr/0008 has the figures.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401  imported for what it leaves behind

    builtins.__import__ = plain
