"""Which movements the figure is tested with."""

from __future__ import annotations

SLUGS = ("kneeling-hip-flexor", "standing-hip-flexor", "lat-stretch")
