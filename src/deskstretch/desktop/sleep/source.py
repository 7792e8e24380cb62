"""What every way to know of sleep, lock and session switch has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, TypeAlias

Fact: TypeAlias = Literal["asleep", "locked", "elsewhere"]
"""The machine sleeps; the screen is locked; another session is in front."""
Tell: TypeAlias = Callable[[str, Fact, bool], None]
"""Called with the name of the source, a fact, and whether it is so now."""


class SessionSource(Protocol):
    """Tells when the machine sleeps, the screen is locked or the session switched.

    The contract of every source:

    - It is told by the system and polls nothing; its signals come in the thread of
      the event loop. `begin` also tells what is so already, at once or soon.
    - The same fact may be told twice. `ask_again` has it told anew, as it is now;
      a source that gets no answer says that it is not so.
    - Nothing raises after `begin`, which raises nothing but Unavailable.
    """

    name: str

    def begin(self, tell: Tell) -> None:
        """Listen from now on.

        Raises:
            Unavailable: this way cannot be used here.
        """

    def ask_again(self) -> None:
        """Somebody is typing: is the screen really locked?"""

    def close(self) -> None:
        """Tell nothing any more."""


class Unavailable(Exception):  # noqa: N818 - a state of things, not an error
    """This way cannot be used here; the message is one plain reason."""
