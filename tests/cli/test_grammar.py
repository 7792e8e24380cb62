"""Words typed at a shell become one command or one plain sentence."""

import pytest

from deskstretch.cli.grammar import COMMANDS, Call, UsageError, parse, usage


@pytest.mark.parametrize(
    ("argv", "call"),
    [
        ([], Call("")),
        (["start", "lat-stretch"], Call("start", ("lat-stretch",))),
        (["pause"], Call("pause")),
        (["pause", "1h"], Call("pause", ("1h",))),
        (["status", "--json"], Call("status", (), {"--json": True})),
        (
            ["--profile", "p", "render", "lat-stretch", "--out=x", "--sheet"],
            Call("render", ("lat-stretch",), {"--out": "x", "--sheet": True}, "p"),
        ),
        (["settings", "set", "a", "b"], Call("settings", ("set", "a", "b"))),
        (["status", "--profile=p"], Call("status", (), {}, "p")),
    ],
)
def test_commands_are_read(argv, call):
    assert parse(argv) == call


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["stats"], '"stats" is no command of DeskStretch. Did you mean "status"?'),
        (
            ["dance"],
            '"dance" is no command of DeskStretch. deskstretch --help lists them.',
        ),
        (["start"], '"start" needs SLUG.'),
        (["resume", "now"], '"resume" takes no "now".'),
        (["status", "--xml"], '"status" has no option --xml.'),
        (["--profile"], "--profile needs a folder."),
        (["render", "x", "--out"], "--out needs DIR."),
        (["status", "--json=1"], '"status" has no option --json.'),
    ],
)
def test_what_is_no_command_is_one_sentence(argv, sentence):
    with pytest.raises(UsageError) as caught:
        parse(argv)
    assert str(caught.value) == sentence


def test_the_help_names_every_command():
    text = usage()
    for name in COMMANDS:
        assert name in text
