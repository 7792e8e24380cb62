"""`list` and `show`: what there is, and how it goes second by second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskstretch.app import content
from deskstretch.cli.output import WRONG, err, out, out_json
from deskstretch.coaching import show
from deskstretch.coaching.safety import review_line
from deskstretch.desktop.paths import Places
from deskstretch.movements.catalogue import Unknown

if TYPE_CHECKING:
    from deskstretch.cli.grammar import Call


def run(call: Call) -> int:
    """Carry out `list` or `show`."""
    places = Places(call.profile)
    catalogue = content.load(places)
    as_json = bool(call.options.get("--json"))
    choices = content.choices(content.settings(places, catalogue))
    if call.command == "list":
        listing = show.listing(catalogue, choices)
        return out_json(listing) if as_json else out(_list_text(listing))
    slug = call.argument(0) or ""
    if slug in catalogue.routines:
        shown = show.show_routine(catalogue.routines[slug], choices, catalogue)
        return out_json(shown) if as_json else out(_routine_text(shown))
    try:
        movement, dose = catalogue.find(slug)
    except Unknown as unknown:
        return err(str(unknown), WRONG)
    shown = show.show(movement, dose)
    caution = f"{movement.warning} {review_line(movement.reviewed_by)}".lstrip()
    return out_json(shown) if as_json else out(_show_text(shown, caution))


def _list_text(listing: dict[str, Any]) -> str:
    rows = [
        (
            one["slug"],
            one["name"],
            ", ".join(f"{name} {clock(s)}" for name, s in one["profiles"].items()),
        )
        for one in listing["movements"]
    ]
    rows += [
        (one["slug"], one["name"], clock(one["total_s"])) for one in listing["routines"]
    ]
    width = max((len(slug) for slug, _, _ in rows), default=0)
    return "\n".join(f"{slug:<{width}}  {name}: {times}" for slug, name, times in rows)


def _routine_text(shown: dict[str, Any]) -> str:
    lines = [f"{shown['name']}, {clock(shown['total_s'])}", "", shown["about"], ""]
    return _with_timeline(lines, shown)


def _show_text(shown: dict[str, Any], warning: str) -> str:
    lines = [f"{shown['name']}, {shown['profile']}, {clock(shown['total_s'])}", ""]
    lines += [f"{n}. {step}" for n, step in enumerate(shown["steps"], 1)]
    return _with_timeline([*lines, "", warning, ""], shown)


def _with_timeline(lines: list[str], shown: dict[str, Any]) -> str:
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
