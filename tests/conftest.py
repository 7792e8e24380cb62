"""What every test stands on: no real desktop, no real home, and a quiet log."""

from __future__ import annotations

import os
import sys

if sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
