"""`render`: pictures of a movement, and its joints as numbers. Needs no display."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch.app import content
from deskstretch.cli.grammar import UsageError
from deskstretch.cli.output import DONE, REFUSED, WRONG, err, out
from deskstretch.desktop.paths import Places
from deskstretch.movements.catalogue import Unknown

if TYPE_CHECKING:
    from deskstretch.cli.grammar import Call

_USUAL_FRAMES = 8
_MOST_FRAMES = 10_000
_USUAL_SIZE = (960, 720)
_SIZES = range(16, 8193)
