from __future__ import annotations

import pytest

from deskstretch.desktop.bus import Bus
from tests.fakes.session_bus import SessionBus


@pytest.fixture
def session_bus():
    """A bus of the test's own; the real session's is never touched."""
    with SessionBus() as bus:
        yield bus


@pytest.fixture
def bus(session_bus, qapp):
    bus = Bus(session_bus.address)
    yield bus
    bus.close()
