"""A loop's frames, kept compressed: painted once, shown ever after for a tenth.

Only the box a frame covers is kept, deflated at level 1: flat colours shrink to a few
per cent. When the memory for it is used up, the rest is painted live.
"""

from __future__ import annotations

import zlib
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Hashable

CAP = 16 * 1024 * 1024
"""Bytes that one loop may take."""

_BARE = -zlib.MAX_WBITS  # no checksum: it takes as long as all the unpacking


class _Kept(NamedTuple):
    data: bytes
    place: QPointF
    width: int
    height: int
    ratio: float


class Frames:
    """Frames of one motion, theme, skin and size, by any key; `clear` on change."""

    def __init__(self, cap: int = CAP) -> None:
        self._cap = cap
        self._kept: dict[Hashable, _Kept] = {}
        self.size = 0
        self.full = False

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Forget all frames."""
        self._kept.clear()
        self.size = 0
        self.full = False

    def keep(self, key: Hashable, place: QPointF, image: QImage) -> None:
        """Keep a frame and its place on the stage, until the memory is `full`."""
        if self.full or key in self._kept:
            return
        ratio, wide = image.devicePixelRatio(), 4 * image.width()
        raw = bytes(image.constBits())
        # Rows where nothing is drawn, above and below, are not kept.
        blank = (len(raw) - len(raw.lstrip(b"\0"))) // wide
        above = min(blank, image.height() - 1)
        rows = max(1, ceil(len(raw.rstrip(b"\0")) / wide) - above)
        packer = zlib.compressobj(1, zlib.DEFLATED, _BARE)
        data = packer.compress(raw[above * wide : (above + rows) * wide])
        data += packer.flush()
        if self.size + len(data) > self._cap:
            self.full = True
            return
        self.size += len(data)
        place = QPointF(place.x(), place.y() + above / ratio)
        self._kept[key] = _Kept(data, place, image.width(), rows, ratio)

    def find(self, key: Hashable) -> tuple[QPointF, QImage] | None:
        """Return a frame and its place, or None if it is not kept."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        data = zlib.decompress(kept.data, _BARE, 4 * kept.width * kept.height)
        image = QImage(
            data,
            kept.width,
            kept.height,
            4 * kept.width,
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.setDevicePixelRatio(kept.ratio)
        return kept.place, image
