"""Messages are values; English needs no catalogue, a translation cannot break one."""

from deskstretch.words import Catalogue, counted, words


def test_a_message_reads_in_english_by_itself():
    assert str(words("{n} min of sitting", n=92)) == "92 min of sitting"


def test_a_message_inside_a_message_is_rendered_in_the_same_language():
    german = Catalogue(
        {"Lat stretch": "Rückenstrecker", "{name}, {n} s": "{n} s {name}"}
    )
    message = words("{name}, {n} s", name=words("Lat stretch"), n=40)
    assert german.render(message) == "40 s Rückenstrecker"
    assert str(message) == "Lat stretch, 40 s"


def test_a_count_chooses_its_wording():
    assert str(counted("{n} rep", "{n} reps", 1)) == "1 rep"
    assert str(counted("{n} rep", "{n} reps", 2)) == "2 reps"


def test_a_translation_with_a_wrong_place_falls_back_to_english():
    broken = Catalogue({"{n} min": "{m} Min."})
    assert broken.render(words("{n} min", n=5)) == "5 min"


def test_equal_messages_are_equal():
    assert words("{n} min", n=5) == words("{n} min", n=5)
    assert words("{n} min", n=5) != words("{n} min", n=6)
