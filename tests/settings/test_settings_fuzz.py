"""Nothing anybody writes into the settings file can stop it from being read."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
import tomlkit
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deskstretch.settings import values
from deskstretch.settings.fields import FIELD, FIELDS, KINDS, REMINDER_FIELDS
from deskstretch.settings.file import SettingsFile
from deskstretch.settings.model import Settings
from deskstretch.settings.reading import look_through, read

KNOWN = {"kneeling-hip-flexor", "lat-stretch", "cat-cow"}
TODAY = date(2026, 3, 2)

SCALARS = st.one_of(
    st.integers(-(10**25), 10**25),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(),
    st.times(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(
        [
            "5min",
            "0s",
            "90m",
            "1h",
            "25h",
            "4s",
            "08:00",
            "first-use",
            "09:00-12:30",
            "22:00-06:00",
            "mon",
            "cat-cow",
            "diary",
            "daily",
            "2026-03-02",
            "none",
        ]
    ),
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=3),
    ),
    max_leaves=5,
)
ENTRIES = st.dictionaries(
    st.sampled_from(
        [*{name for fields in REMINDER_FIELDS.values() for name in fields}, "extra"]
    ),
    ANYTHING | st.sampled_from(KINDS) | st.sampled_from(sorted(KNOWN)),
    max_size=6,
)


def valid(found: Settings) -> bool:
    """Whether every value is one that its own field would take."""
    return all(
        found[key] is None
        or values.take(field, values.plain(field, found[key])) == found[key]
        for key in found
        for field in [found.find(key)[0]]
        if found[key] != ""
    )


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"a = " + b"9" * 5000)
@example(b"a = " + b"[" * 3000 + b"]" * 3000)
@example(b"a = 0x" + b"f" * 5000)
@example(b"[limits]\nprompts_a_day = 0x" + b"f" * 5000)
def test_any_bytes_are_read(data):
    found, problems = read(data, KNOWN)
    assert valid(found)
    for problem in problems:
        assert "\n" not in str(problem)


@given(st.text("[]{}=\".,#\n abe\\'1", max_size=60))
def test_anything_like_toml_is_read(text):
    assert valid(read(text.encode(), KNOWN)[0])


@given(st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=8))
def test_every_key_takes_any_value_or_names_it(given_values):
    document = {}
    for field, value in given_values.items():
        document.setdefault(field.section, {})[field.name] = value
    found, problems = read(tomlkit.dumps(document).encode(), KNOWN)
    assert valid(found)
    named = {problem.field for problem in problems}
    for field in FIELDS:
        # Of a day's hours the good ones are taken and the bad ones named.
        taken = field.key not in named or field.type == "ranges"
        assert found[field.key] == field.default or (field in given_values and taken), (
            field.key
        )


@given(st.lists(ENTRIES, max_size=4))
def test_every_reminder_is_in_force_or_named(entries):
    data = tomlkit.dumps({"reminder": entries}).encode()
    found, problems = read(data, KNOWN)
    assert valid(found)
    left_out = {one.field.partition(".")[0] for one in problems if " " in one.field}
    assert len(found.reminders) + len(left_out) == len(entries)
    assert len({one.name for one in found.reminders}) == len(found.reminders)


COMMENT = st.text("abc #[]='\"äß", max_size=12).map(lambda text: f"# {text}\n")


@st.composite
def files(draw):
    """A file of known sections, unknown keys, comments and blank lines."""
    lines = [*draw(st.lists(COMMENT | st.just("\n"), max_size=3))]
    if draw(st.booleans()):
        lines.append("stranger = [1, # one\n  2]\n")
    sections = [*sorted({field.section for field in FIELDS}), "foreign", "foreign.sub"]
    chosen = draw(st.lists(st.sampled_from(sections), unique=True, max_size=5))
    if "foreign" in chosen and "foreign.sub" in chosen:
        chosen.remove("foreign.sub")
    for section in chosen:
        lines.append(f"[{section}]{draw(COMMENT)}")
        names = [field for field in FIELDS if field.section == section]
        for field in draw(st.lists(st.sampled_from(names or [None]), unique=True)):
            lines.extend(draw(st.lists(COMMENT | st.just("\n"), max_size=2)))
            if field is not None and field.default is not None:
                value = values.plain(field, field.default)
                lines.append(f"{field.name} = {tomlkit.item(value).as_string()} ")
                lines.append(draw(COMMENT))
        lines.extend(draw(st.lists(st.just("my_own = 1.50 # x\n"), max_size=1)))
        lines.extend(draw(st.lists(COMMENT | st.just("\n"), max_size=2)))
    for number in range(draw(st.integers(0, 3))):
        lines.append(f"[[reminder]] {draw(COMMENT)}")
        lines.append(f'name = "r{number}"\ndoes = "cat-cow"\n')
        lines.append(f'kind = "{draw(st.sampled_from(KINDS))}" {draw(COMMENT)}')
        lines.extend(draw(st.lists(COMMENT | st.just("\n"), max_size=2)))
    return "".join(lines)


CHANGES = {
    "presence.away_after": 77.0,
    "limits.prompts_a_day": 3,
    "quiet.camera": False,
    "quiet.programs": ("zoom", 'a"b'),
    "hours.mon": ((540, 750),),
    "appearance.text_size": 150,
    "safety.warnings_read": ("lat-stretch",),
    "reminder.r0.enabled": False,
    "reminder.r1.days": ("mon", "sun"),
    "reminder.morning.at": "07:07",
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(files(), st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, unique=True))
def test_a_change_keeps_every_line_but_its_own(tmp_path, text, keys):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    file = SettingsFile(path, KNOWN)
    before, _problems = file.load(TODAY)
    changes = {key: CHANGES[key] for key in keys if key in set(before)}
    file.put_all(changes, TODAY)
    assert file.trouble is None
    after = path.read_text(encoding="utf-8")
    assert look_through(after.encode(), KNOWN).settings == file.settings
    assert all(file.settings[key] == value for key, value in changes.items())
    own = tuple(f"{name} =" for name in {key.rpartition(".")[2] for key in changes})
    left = [line for line in text.splitlines() if line and not line.startswith(own)]
    there = iter(after.splitlines())
    assert all(line in there for line in left)  # all of them, in their order
    _same_strangers(tomllib.loads(text), tomllib.loads(after))


def _same_strangers(before, after):
    for section, content in before.items():
        if section == "reminder" or not isinstance(content, dict):
            continue
        for name, value in content.items():
            if f"{section}.{name}" not in FIELD:
                assert after[section][name] == value


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_every_field_survives_its_own_writing(tmp_path, field):
    file = SettingsFile(tmp_path / "settings.toml", KNOWN)
    file.put(field.key, field.default, TODAY)
    assert file.trouble is None
    again, problems = SettingsFile(file.path, KNOWN).load(TODAY)
    assert (again, problems) == (Settings(), ())
