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
    from collections.abc import Iterable, Mapping

    from deskstretch.movements.dose import Dose
    from deskstretch.movements.movement import Movement
    from deskstretch.movements.routine import Routine

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
    problems: list[Problem] = []
    read: dict[str, _Read] = {}
    for name, data in [*sorted(files.items()), *sorted(user_files.items())]:
        found = _read(name, data, problems)
        if found is None:
            continue
        if found.movement.slug in read:
            problems.append(_taken(found))
        else:
            read[found.movement.slug] = found
    movements = {
        slug: found.movement
        for slug, found in read.items()
        if not _check_links(found, read, problems)
    }
    routines = _routines(
        [*sorted(routine_files.items()), *sorted(user_routine_files.items())],
        movements,
        problems,
    )
    return Catalogue(
        MappingProxyType(movements), MappingProxyType(routines), tuple(problems)
    )


def _routines(
    files: Iterable[tuple[str, bytes]],
    movements: Mapping[str, Movement],
    problems: list[Problem],
) -> dict[str, Routine]:
    routines: dict[str, Routine] = {}
    for name, data in files:
        document = _document(name, data, problems)
        routine = document and routine_file.read(document, problems, name)
        if (
            not document
            or not routine
            or _check_blocks(name, document, routine, movements, problems)
        ):
            continue
        slug = routine.slug
        if slug in routines or slug in movements:
            what = "routine" if slug in routines else "movement"
            message = f'There is a {what} "{slug}" already. Give this one another slug.'
            line = document.line("routine", "slug")
            problems.append(Problem(name, line, "routine.slug", message))
        else:
            routines[slug] = routine
    return routines


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


def _check_links(
    found: _Read, known: Mapping[str, _Read], problems: list[Problem]
) -> bool:
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


def _taken(found: _Read) -> Problem:
    slug = found.movement.slug
    message = f'There is a movement "{slug}" already. Give this one another slug.'
    line = found.document.line("movement", "slug")
    return Problem(found.file, line, "movement.slug", message)


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
