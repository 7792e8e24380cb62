"""Every value of a TOML file is found again at the line where it stands."""

import pytest

from deskstretch.toml_lines import TomlError, read

TEXT = b"""\
# a comment with [brackets] and = signs
top = 1
[presence]
away_after = "5min"  # comment
"quoted key" = 'x'
[hours]
mon = [
  "09:00-12:30",   # first
  "13:30-17:30",
]
[[reminder]]
name = "a"
[reminder.inner]
x = 1
[[reminder]]
name = "b"
text = \"\"\"
[[reminder]]
not = "a key"
\"\"\"
after = { days = ["mon"], at = "08:00" }
[dotted]
a.b.c = 3
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("presence",), 3),
        (("presence", "away_after"), 4),
        (("presence", "quoted key"), 5),
        (("hours", "mon"), 7),
        (("hours", "mon", 0), 8),
        (("hours", "mon", 1), 9),
        (("reminder", 0), 11),
        (("reminder", 0, "name"), 12),
        (("reminder", 0, "inner", "x"), 14),
        (("reminder", 1, "name"), 16),
        (("reminder", 1, "text"), 17),
        (("reminder", 1, "after", "days", 0), 21),
        (("reminder", 1, "after", "at"), 21),
        (("dotted", "a", "b", "c"), 23),
        (("reminder", 1, "missing"), 15),
        (("nowhere",), 1),
    ],
)
def test_every_value_has_its_line(path, line):
    assert read(TEXT).line(*path) == line


def test_windows_line_ends_and_a_byte_order_mark_are_read():
    document = read(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert document.values == {"a": 1, "b": 2}
    assert document.line("b") == 2


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a = 1\nb = \n", 2),
        (b"a = 1\na = 2\n", 2),
        (b"a = 1\n\xff\xfe = 2\n", 2),
        (b"[a\n", 1),
        (b"b = 1\na = " + b"[ " * 4000, 2),
        (b"b = 1\na = " + b"9" * 5000, 2),
        (b"b = 1\na" + b".a" * 30_000 + b" = 1", 2),  # for ever, without a guard
        (b"b = { c = 1, a" + b".'a'" * 30_000 + b" = 1 }", 1),
    ],
)
def test_what_is_not_toml_says_where(data, line):
    with pytest.raises(TomlError) as caught:
        read(data)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"line {line}: ")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[a]\nb = 1\nb = 2\n", 3, 'there are two of "b" in one place'),
        ("[a]\nb = 1\n[a]\n", 3, 'there are two of "a" in one place'),
        ("a = { b = 1, b = 2 }\n", 1, "there are two of"),
        ('a = 1\nb = "x\nc = 2\n', 2, "a text has no quote at its end"),
        ('a = """x\n', 2, "a text has no quote at its end"),
        ('a = "x\x00"\n', 1, "a sign in it that nobody can see"),
        ("a = 1\rb = 2\n", 1, "something more behind the value"),
        ("hello\n", 1, 'with "=" after the name'),
        ("= 1\n", 1, "a line is a [section]"),
        ("a = 1 2\n", 1, "something more behind the value"),
        ("[a\nb = 1\n", 1, 'stands between "[" and "]"'),
        ("a = yes\n", 1, 'after "=" comes a "text"'),
        ("a = [1, 2\n", 2, 'a list has no "]" at its end'),
        ("a = { b = 1\n", 1, 'has no "}" at its end'),
        ('a = "C:\\new\\x"\n', 1, "write a backslash in a text twice"),
    ],
)
def test_what_is_not_toml_is_said_as_a_person_would(text, line, says):
    with pytest.raises(TomlError) as caught:
        read(text.encode())
    assert says in caught.value.reason
    assert caught.value.line == line
