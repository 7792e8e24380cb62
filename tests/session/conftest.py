from __future__ import annotations

import pytest

from tests.session.harness import XSession, missing


@pytest.fixture(autouse=True)
def _programs():
    absent = missing()
    if absent:
        pytest.fail(f"not installed: {', '.join(absent)}")


@pytest.fixture(scope="module")
def shared_session():
    """One X session for the tests of a module that leave no traces in it."""
    with XSession(notifications="dunst") as session:
        yield session
