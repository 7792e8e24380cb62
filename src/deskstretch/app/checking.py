"""Files of content and settings, judged as the app would find them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deskstretch import toml_lines
from deskstretch.app import content
from deskstretch.desktop import paths
from deskstretch.movements import catalogue
from deskstretch.settings import reading
from deskstretch.settings.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskstretch.desktop.paths import Places
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.movement import Movement
    from deskstretch.toml_lines import Document

SUFFIX = ".toml"
_OF_MOVEMENTS = frozenset({"format", "movement", "phase", "pose", "dose", "cue"})
_OF_SETTINGS = frozenset({field.section for field in FIELDS} | {"reminder"})
_NEITHER = (
    "This is neither a movement nor settings. "
    'A movement has "[movement]", settings have sections such as "[appearance]".'
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: a plain sentence and its line, 0 where the file is meant."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What reading a file came to.

    A movement without faults is there to be played and to have its figure checked;
    `document` knows the lines of its values.
    """

    name: str
    faults: tuple[Fault, ...] = ()
    movement: Movement | None = None
    document: Document | None = None


def named(given: Iterable[str]) -> dict[str, bytes | Fault]:
    """Read files named by hand; a folder stands for the `*.toml` in it.

    What cannot be read is a fault in the place of its bytes.
    """
    found: dict[str, bytes | Fault] = {}
    for name in given:
        folder = Path(name)
        if not folder.is_dir():
            found[name] = _bytes(folder)
            continue
        inside = sorted(file for file in folder.iterdir() if file.suffix == SUFFIX)
        if not inside:
            found[name] = Fault(0, "This folder has no file that ends in .toml.")
        for file in inside:
            found[str(file)] = _bytes(file)
    return found


def own(places: Places) -> dict[str, bytes | Fault]:
    """Read what the profile holds: its settings and its movements."""
    found: dict[str, bytes | Fault] = {}
    if places.settings_file.exists():
        found[str(places.settings_file)] = _bytes(places.settings_file)
    folder = places.movements_dir
    read = paths.own_files(folder, SUFFIX)
    for name, data in read.files.items():
        found[str(folder / name)] = data
    for name, sentence in read.problems.items():
        found[str(folder / name)] = Fault(0, str(sentence))
    return found


def judge(files: Mapping[str, bytes], places: Places) -> list[Judged]:
    """Read files as the app would, beside all movements that are there already.

    Movements may speak of each other; a slug that exists elsewhere is taken. A file
    is never held against itself, wherever it lies.
    """
    documents = {name: _document(data) for name, data in files.items()}
    settings = {name for name, found in documents.items() if _is_settings(name, found)}
    strange = {
        name
        for name, found in documents.items()
        if found is not None
        and name not in settings
        and not _OF_MOVEMENTS & found.values.keys()
    }
    movements = {
        name: data
        for name, data in files.items()
        if name not in settings and name not in strange
    }
    everything = catalogue.load(_others(movements, places), movements)
    slugs = content.slugs(everything)
    judged = []
    for name, data in files.items():
        if name in settings:
            judged.append(Judged(name, _settings_faults(data, slugs)))
        elif name in strange:
            judged.append(Judged(name, (Fault(1, _NEITHER),)))
        else:
            judged.append(_movement(name, documents[name], everything))
    return judged


def figure_faults(judged: Judged) -> tuple[Fault, ...]:
    """Check the figure of a movement that was read without faults; takes a while."""
    if judged.movement is None or judged.document is None:
        return ()
    from deskstretch.body.checks import check

    line = judged.document.line("movement", "slug")
    found = [
        finding.message
        for dose in judged.movement.doses.values()
        for side in ("left", "right")
        for range_ in (1.0, 0.5)
        for finding in check(judged.movement.choreography, dose.seconds, range_, side)
    ]
    return tuple(Fault(line, message) for message in dict.fromkeys(found))


def _movement(name: str, document: Document | None, everything: Catalogue) -> Judged:
    faults = tuple(
        Fault(problem.line, problem.message)
        for problem in everything.problems
        if problem.file == name
    )
    if faults or document is None:
        return Judged(name, faults)
    movement = everything.movements[document.values["movement"]["slug"]]
    return Judged(name, (), movement, document)


def _settings_faults(data: bytes, slugs: frozenset[str]) -> tuple[Fault, ...]:
    _settings, problems = reading.read(data, slugs)
    return tuple(
        Fault(
            problem.line,
            f"{problem.field}: {problem.message}"
            if problem.field
            else str(problem.message),
        )
        for problem in problems
    )


def _others(files: Mapping[str, bytes], places: Places) -> dict[str, bytes]:
    """Return the shipped movements and the user's own, without these files."""
    shipped = paths.assets_folder("movements")
    found = {
        str(shipped / name): data
        for name, data in paths.assets("movements", SUFFIX).items()
    }
    own_folder = places.movements_dir
    for name, data in paths.own_files(own_folder, SUFFIX).files.items():
        found[str(own_folder / name)] = data
    given = {os.path.realpath(name) for name in files}
    return {
        name: data
        for name, data in found.items()
        if os.path.realpath(name) not in given
    }


def _document(data: bytes) -> Document | None:
    try:
        return toml_lines.read(data)
    except toml_lines.TomlError:
        return None  # whoever reads the file for good says so


def _is_settings(name: str, document: Document | None) -> bool:
    if document is None or not document.values:
        return Path(name).name == "settings.toml"
    if _OF_MOVEMENTS & document.values.keys():
        return False
    if Path(name).name == "settings.toml":
        return True
    return bool(_OF_SETTINGS & document.values.keys())


def _bytes(file: Path) -> bytes | Fault:
    try:
        return paths.content_file(file)
    except paths.NotReadable as reason:
        return Fault(0, str(reason))
