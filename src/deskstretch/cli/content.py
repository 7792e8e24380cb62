"""`list` and `show`: what there is, and how one movement goes second by second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.app import content
from deskstretch.cli.output import WRONG, err, out, out_json
from deskstretch.coaching import show
from deskstretch.desktop.paths import Places
from deskstretch.movements.catalogue import Unknown

if TYPE_CHECKING:
    from deskstretch.cli.grammar import Call


def run(call: Call) -> int:
    """Carry out `list` or `show`."""
    catalogue = content.load(Places(call.profile))
    as_json = bool(call.options.get("--json"))
    if call.command == "list":
        listing = show.listing(catalogue)
        return out_json(listing) if as_json else out(_list_text(listing))
    try:
        movement, dose = catalogue.find(call.argument(0) or "")
    except Unknown as unknown:
        return err(str(unknown), WRONG)
    shown = show.show(movement, dose)
    return out_json(shown) if as_json else out(_show_text(shown, movement.warning))


def _list_text(listing: dict[str, Any]) -> str:
    width = max((len(one["slug"]) for one in listing["movements"]), default=0)
    return "\n".join(
        f"{one['slug']:<{width}}  {one['name']}: "
        + ", ".join(f"{name} {clock(s)}" for name, s in one["profiles"].items())
        for one in listing["movements"]
    )


def _show_text(shown: dict[str, Any], warning: str) -> str:
    lines = [f"{shown['name']}, {shown['profile']}, {clock(shown['total_s'])}", ""]
    lines += [f"{n}. {step}" for n, step in enumerate(shown["steps"], 1)]
    lines += ["", warning, ""]
    for entry in shown["timeline"]:
        what = [entry["side"] or "", f"rep {entry['rep']}" if entry["rep"] else ""]
        told = " ".join(
            word for word in (*what, entry["word"] or entry["kind"]) if word
        )
        lines.append(f"{clock(entry['start_s']):>5}  {told:<24} {entry['cue']}")
    return "\n".join([*lines, f"{clock(shown['total_s']):>5}  done"])


def clock(seconds: float) -> str:
    """Write seconds as minutes and seconds: 2:05, or 2:05.5."""
    minutes, rest = divmod(seconds, 60)
    text = f"{rest:04.1f}".removesuffix(".0") if rest % 1 else f"{rest:02.0f}"
    return f"{minutes:.0f}:{text}"
