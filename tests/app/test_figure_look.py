"""Who the figure is: chosen in the settings, in force in every open window at once."""

import pytest

from deskstretch.settings.fields import FIELD
from deskstretch.ui.figure import looks


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("appearance.skin", looks.SKINS),
        ("appearance.hair", looks.HAIRS),
        ("appearance.build", looks.BUILDS),
    ],
)
def test_the_settings_offer_exactly_what_can_be_drawn(key, known):
    assert tuple(value for value, _label in FIELD[key].choices) == tuple(known)
    usual = getattr(looks.PERSON, key.removeprefix("appearance."))
    assert FIELD[key].default == usual


def test_a_choice_reaches_the_open_windows_at_once(app):
    here = app()
    look = here.parts.look
    told = []
    look.changed.connect(lambda: told.append(look.choice))
    here.puts(appearance_skin=4, appearance_hair="covered", appearance_build="c")
    assert told
    assert told[-1].person == looks.Person(4, "covered", "c")
