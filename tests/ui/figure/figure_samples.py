"""Which movements the figure is tested with."""

from __future__ import annotations

SLUGS = (  # kneeling, standing, lying on back and side, seated, hanging; a mark each
    "kneeling-hip-flexor",
    "lat-stretch",
    "knee-twists",
    "flexion-rotation",
    "seated-hip-hinge",
    "active-hang",
)
