"""All movements and routines: the shipped ones, and the user's own beside them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from deskstretch import toml_lines
from deskstretch.movements import choreography, movement_file, plausible, routine_file
from deskstretch.movements.problem import Problem
from deskstretch.movements.vocabulary import hint, nearest
from deskstretch.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.routine import Routine

DIARY = "diary"  # what a reminder may ask for besides movements and routines
_NO_FILES: Mapping[str, bytes] = MappingProxyType({})


class Unknown(Exception):  # noqa: N818 - read as "the slug is unknown"
    """A slug or profile that does not exist. `sentence` says which are near."""

    def __init__(self, sentence: Words) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What can be offered, and what was wrong with the files.

    A file with a problem is left out whole, because half a movement is not safe;
    the others are not touched by it. A user's movement or routine whose slug is
    taken is refused by name.
    """

    movements: Mapping[str, Movement]
    routines: Mapping[str, Routine]
    problems: tuple[Problem, ...]

    def find(self, slug: str) -> tuple[Movement, Dose]:
        """Return the movement and dose of `slug` or `slug/profile`.

        Raises:
            Unknown: there is no such movement or profile.
        """
        return find(self.movements, slug)

    def search(self, text: str) -> tuple[Movement, ...]:
        """Return the movements whose name, slug or alias contains `text`."""
        wanted = text.casefold().strip()
        return tuple(
            movement
            for movement in self.movements.values()
            if any(
                wanted in name.casefold()
                for name in (movement.slug, movement.name, *movement.aliases)
            )
        )


def find(movements: Mapping[str, Movement], slug: str) -> tuple[Movement, Dose]:
    """Return the movement and dose of `slug` or `slug/profile`.

    Raises:
        Unknown: there is no such movement or profile.
    """
    name, slash, profile = slug.partition("/")
    movement = movements.get(name)
    if movement is None:
        raise Unknown(_no_movement(name, movements))
    wanted = profile if slash else movement.default_profile
    dose = movement.doses.get(wanted)
    if dose is None:
        raise Unknown(
            words(
                '"{slug}" has no profile "{profile}". It has: {profiles}.',
                slug=name,
                profile=wanted,
                profiles=", ".join(movement.doses),
            )
        )
    return movement, dose


def load(
    files: Mapping[str, bytes],
    user_files: Mapping[str, bytes] = _NO_FILES,
    routine_files: Mapping[str, bytes] = _NO_FILES,
    user_routine_files: Mapping[str, bytes] = _NO_FILES,
) -> Catalogue:
    """Read every movement and routine file; the mappings go from names to bytes.

    All problems of all files are collected; none is raised.
    """
    shelf = _Shelf()
    shelf.add_movements(files)
    shelf.add_routines(routine_files)
    shelf.add_movements(user_files)
    shelf.add_routines(user_routine_files)
    return Catalogue(
        MappingProxyType(shelf.movements),
        MappingProxyType(shelf.routines),
        tuple(shelf.problems),
    )


class _Shelf:
    """Takes movements and routines one group of files after the other.

    A slug belongs to whoever came first, and to the diary before all: a later file
    that gives it again is refused by name, whether it is a movement or a routine.
    """

    def __init__(self) -> None:
        self.movements: dict[str, Movement] = {}
        self.routines: dict[str, Routine] = {}
        self.problems: list[Problem] = []

    def add_movements(self, files: Mapping[str, bytes]) -> None:
        """Add the movements of these files, which may speak of each other."""
        read: dict[str, _Read] = {}
        for name, data in sorted(files.items()):
            found = _read(name, data, self.problems)
            if found is None:
                continue
            slug = found.movement.slug
            what = "movement" if slug in read else self._has(slug)
            if what:
                self._refuse(name, found.document, "movement", slug, what)
            else:
                read[slug] = found
        known = {*self.movements, *read}
        self.movements |= {
            slug: found.movement
            for slug, found in read.items()
            if not _check_links(found, known, self.problems)
        }

    def add_routines(self, files: Mapping[str, bytes]) -> None:
        """Add the routines of these files, of movements that are there."""
        for name, data in sorted(files.items()):
            document = _document(name, data, self.problems)
            routine = document and routine_file.read(document, self.problems, name)
            if (
                not document
                or not routine
                or _check_blocks(name, document, routine, self.movements, self.problems)
            ):
                continue
            what = self._has(routine.slug)
            if what:
                self._refuse(name, document, "routine", routine.slug, what)
            else:
                self.routines[routine.slug] = routine

    def _has(self, slug: str) -> str:
        if slug in self.movements:
            return "movement"
        if slug in self.routines:
            return "routine"
        return "reminder" if slug == DIARY else ""

    def _refuse(
        self, file: str, document: toml_lines.Document, kind: str, slug: str, what: str
    ) -> None:
        message = f'There is a {what} "{slug}" already. Give this one another slug.'
        line = document.line(kind, "slug")
        self.problems.append(Problem(file, line, f"{kind}.slug", message))


def _check_blocks(
    file: str,
    document: toml_lines.Document,
    routine: Routine,
    movements: Mapping[str, Movement],
    problems: list[Problem],
) -> bool:
    """Name each block whose movement or profile does not exist; True if any."""
    found = False
    for index, block in enumerate(routine.blocks):
        for key in ("movement", "gentle"):
            slug = getattr(block, key)
            try:
                if slug:
                    find(movements, slug)
            except Unknown as unknown:
                line = document.line("block", index, key)
                problems.append(
                    Problem(file, line, f"block.{index}.{key}", str(unknown))
                )
                found = True
    return found


@dataclass(frozen=True, slots=True)
class _Read:
    """A movement, and the file it came from."""

    file: str
    document: toml_lines.Document
    movement: Movement


def _document(
    name: str, data: bytes, problems: list[Problem]
) -> toml_lines.Document | None:
    try:
        document = toml_lines.read(data)
    except toml_lines.TomlError as error:
        message = f"The file cannot be read: {error.reason}."
        problems.append(Problem(name, error.line, "", message))
        return None
    if not document.values:
        problems.append(Problem(name, 1, "", "This file has nothing in it yet."))
        return None
    return document if plausible.look(document, problems, name) else None


def _read(name: str, data: bytes, problems: list[Problem]) -> _Read | None:
    document = _document(name, data, problems)
    if document is None:
        return None
    before = len(problems)
    figure = choreography.read(document, problems, name)
    movement = movement_file.read(document, figure, problems, name)
    if movement is None or len(problems) > before:
        return None
    return _Read(name, document, movement)


def _check_links(found: _Read, known: Collection[str], problems: list[Problem]) -> bool:
    """Name each movement the file speaks of that does not exist; True if any."""
    movement = found.movement
    links: list[tuple[tuple[str | int, ...], str]] = [
        (("movement", "swaps", index), slug)
        for index, slug in enumerate(movement.swaps)
    ]
    if movement.variant_of:
        links.append((("movement", "variant_of"), movement.variant_of))
    broken = [(path, slug) for path, slug in links if slug not in known]
    for path, slug in broken:
        line = found.document.line(*path)
        message = f'There is no movement "{slug}".{hint(slug, known)}'
        problems.append(Problem(found.file, line, f"movement.{path[1]}", message))
    return bool(broken)


def _no_movement(name: str, known: Mapping[str, Movement]) -> Words:
    near = nearest(name, known)
    if near:
        return words(
            'There is no movement "{slug}". Did you mean "{near}"?',
            slug=name,
            near=near,
        )
    return words(
        'There is no movement "{slug}". "deskstretch list" shows them.', slug=name
    )
