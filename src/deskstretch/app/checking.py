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
    from collections.abc import Iterable, Mapping, Sequence

    from deskstretch.desktop.paths import Places
    from deskstretch.movements.catalogue import Catalogue
    from deskstretch.movements.movement import Movement
    from deskstretch.toml_lines import Document
    from deskstretch.ui.theme import Theme

SUFFIX = ".toml"
_KINDS: dict[str, frozenset[str]] = {
    "movement": frozenset({"movement", "phase", "pose", "dose", "cue"}),
    "routine": frozenset({"routine", "block"}),
    "settings": frozenset({field.section for field in FIELDS} | {"reminder"}),
}
_NEITHER = (
    'This is no file of DeskStretch: a movement has "[movement]", a routine '
    '"[routine]", and settings have sections such as "[appearance]".'
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
        try:
            inside = sorted(one for one in folder.iterdir() if one.suffix == SUFFIX)
        except OSError as error:
            found[name] = Fault(0, f"This cannot be read: {error.strerror}.")
            continue
        if not inside:
            found[name] = Fault(0, "This folder has no file that ends in .toml.")
        for file in inside:
            found[str(file)] = _bytes(file)
    return found


def own(places: Places) -> dict[str, bytes | Fault]:
    """Read what the profile holds: its settings, movements and routines."""
    found: dict[str, bytes | Fault] = {}
    if places.settings_file.exists():
        found[str(places.settings_file)] = _bytes(places.settings_file)
    for folder in (places.movements_dir, places.routines_dir):
        read = paths.own_files(folder, SUFFIX)
        for name, data in read.files.items():
            found[str(folder / name)] = data
        for name, sentence in read.problems.items():
            found[str(folder / name)] = Fault(0, str(sentence))
    return found


def judge(files: Mapping[str, bytes], places: Places) -> list[Judged]:
    """Read files as the app would, beside all that is there already.

    They may speak of each other; a slug that exists elsewhere is taken. A file is
    never held against itself, wherever it lies.
    """
    documents = {name: _document(data) for name, data in files.items()}
    kinds = {name: _kind(name, documents[name]) for name in files}
    movements, routines = (
        {name: data for name, data in files.items() if kinds[name] == kind}
        for kind in ("movement", "routine")
    )
    everything = catalogue.load(
        _others(movements, "movements", places.movements_dir),
        movements,
        _others(routines, "routines", places.routines_dir),
        routines,
    )
    slugs = content.slugs(everything)
    judged = []
    for name, data in files.items():
        if kinds[name] == "settings":
            judged.append(Judged(name, _settings_faults(data, slugs)))
        elif kinds[name]:
            judged.append(_content(name, documents[name], everything))
        else:
            judged.append(Judged(name, (Fault(1, _NEITHER),)))
    return judged


def figure_faults(judged: Judged) -> tuple[Fault, ...]:
    """Check the figure of a movement that was read without faults; takes a while."""
    if judged.movement is None or judged.document is None:
        return ()
    from deskstretch.movements import figure_check

    found = figure_check.problems(judged.document, judged.movement, judged.name)
    return tuple(Fault(problem.line, problem.message) for problem in found)


def picture_faults(judged: Judged, themes: Sequence[Theme]) -> tuple[Fault, ...]:
    """Check how a movement's figure is painted in these themes; needs Qt."""
    if judged.movement is None or judged.document is None:
        return ()
    from deskstretch.ui.figure import checks

    found = checks.problems(judged.document, judged.movement, judged.name, themes)
    return tuple(Fault(problem.line, problem.message) for problem in found)


def _content(name: str, document: Document | None, everything: Catalogue) -> Judged:
    faults = tuple(
        Fault(problem.line, problem.message)
        for problem in everything.problems
        if problem.file == name
    )
    if faults or document is None or "movement" not in document.values:
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


def _others(
    files: Mapping[str, bytes], folder: str, own_folder: Path
) -> dict[str, bytes]:
    """Return the shipped files of a folder and the user's own, without these."""
    shipped = paths.assets_folder(folder)
    found = {
        str(shipped / name): data for name, data in paths.assets(folder, SUFFIX).items()
    }
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


def _kind(name: str, document: Document | None) -> str:
    """Tell what a file is by its sections, or by its name if it has none of ours."""
    sections = document.values.keys() if document else frozenset()
    for kind, known in _KINDS.items():
        if known & sections:
            return kind
    if Path(name).name == "settings.toml":
        return "settings"
    return "movement" if document is None else ""


def _bytes(file: Path) -> bytes | Fault:
    try:
        return paths.content_file(file)
    except paths.NotReadable as reason:
        return Fault(0, str(reason))
