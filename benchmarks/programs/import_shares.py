"""Imports what rests in the tray, and prints what each part of it costs.

One JSON line for each package, largest first: the private memory that its own
modules added while they were imported, in MB, without what they import in turn.
The order is the product's. Last comes the source text that Python keeps of modules,
a part of the others: PySide6's import hook would make that 7 MB (docs/adr/0008).
"""

from __future__ import annotations

import importlib
import json
import linecache
import sys
from collections import defaultdict
from importlib.machinery import ExtensionFileLoader, SourceFileLoader
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from proc import MB, private_dirty_mb

SMALL_MB = 0.2


class Shares:
    """Notes what each module adds, by being there when it is executed."""

    def __init__(self) -> None:
        self.of: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def watch(self, loader: type, step: str, name: str) -> None:
        """Watch a step of a loader; `name` is where its argument has its name."""
        plain = getattr(loader, step)

        def watched(self_: object, module: object) -> object:
            before = private_dirty_mb()
            self._inner.append(0.0)
            made = plain(self_, module)
            added = private_dirty_mb() - before
            self.of[_package(getattr(module, name))] += added - self._inner.pop()
            self._inner[-1] += added
            return made

        setattr(loader, step, watched)


def _package(module: str) -> str:
    names = module.split(".")
    return ".".join(names[:2]) if names[0] in {"deskstretch", "PySide6"} else names[0]


def main() -> None:
    shares = Shares()
    shares.of["python"] = private_dirty_mb()
    shares.watch(SourceFileLoader, "exec_module", "__name__")
    shares.watch(ExtensionFileLoader, "exec_module", "__name__")
    shares.watch(ExtensionFileLoader, "create_module", "name")  # loads the library
    importlib.import_module("deskstretch.cli.starting")
    importlib.import_module("deskstretch.app.lean").import_qt()
    importlib.import_module("deskstretch.app.application")
    rest = 0.0
    for package, mb in sorted(shares.of.items(), key=lambda share: -share[1]):
        if mb >= SMALL_MB:
            _print(package, mb)
        else:
            rest += mb
    _print("all others", rest)
    kept = [entry for entry in linecache.cache.values() if len(entry) > 2]
    text = sum(sys.getsizeof(line) for entry in kept for line in entry[2])
    _print("source text kept", text / MB / MB)


def _print(package: str, mb: float) -> None:
    print(json.dumps({"share": package, "mb": round(mb, 2)}))


if __name__ == "__main__":
    main()
