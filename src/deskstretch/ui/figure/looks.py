"""Who the figure is: skin, hair and build, chosen by the user.

None of the choices reads as one gender, and none is an ideal: each hair goes with each
build. The names are what the settings keep.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

SKINS: Final = (1, 2, 3, 4)
"""Lightest first."""
HAIRS: Final = ("short", "tied", "full", "covered")
"""Cropped; a knot high at the back; round and full; under a head scarf."""
BUILDS: Final = ("a", "b", "c")
"""Even; broader in the hips than in the shoulders; broader all over."""


class Person(NamedTuple):
    """One choice of each."""

    skin: int = 2
    hair: str = "short"
    build: str = "a"


PERSON: Final = Person()
"""The figure unless another is chosen."""


class Build(NamedTuple):
    """How much broader than the even build each part of a body is.

    `bust` is how far the chest stands out further, in statures. Bones are the same for
    all: a build never changes where a hand or a foot is.
    """

    shoulders: float = 1.0
    chest: float = 1.0
    waist: float = 1.0
    hips: float = 1.0
    limbs: float = 1.0
    bust: float = 0.0


BUILT: Final[Mapping[str, Build]] = {
    "a": Build(),
    "b": Build(0.93, 0.95, 0.95, 1.06, 0.98, 0.007),
    "c": Build(1.05, 1.08, 1.17, 1.08, 1.08, 0.004),
}


def checked(person: Person) -> Person:
    """Return the person.

    Raises:
        ValueError: there is no such skin, hair or build.
    """
    for word, value, known in (
        ("skin", person.skin, SKINS),
        ("hair", person.hair, HAIRS),
        ("build", person.build, BUILDS),
    ):
        if value not in known:
            names = ", ".join(map(str, known))
            raise ValueError(f"There is no {word} {value}; there are {names}.")
    return person
