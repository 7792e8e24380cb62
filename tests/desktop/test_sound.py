"""Short, soft sounds, played by child programs at the volume that is set."""

from __future__ import annotations

import io
import runpy
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from deskstretch.desktop import child, paths
from deskstretch.desktop.sound import Sounds, available
from deskstretch.desktop.sound.loudness import softened
from deskstretch.desktop.sound.windows import WinSound
from tests.fakes import programs
from tests.fakes.programs import Programs

NAMES = ("change", "end", "tick")
MAKER = Path(__file__).parents[2] / "packaging" / "sounds" / "make_sounds.py"


def samples(data: bytes) -> list[int]:
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return list(memoryview(file.readframes(10**6)).cast("h"))


@pytest.fixture
def here(tmp_path):
    return Programs(tmp_path)


@pytest.fixture
def plays(qapp, here):
    made = []

    def make(platform="linux"):
        made.append(Sounds(available(platform, here.environment).ways))
        return made[-1]

    yield make
    for one in made:
        one.close()
    assert not child._RUNNING


def test_the_sounds_are_small_quiet_and_begin_and_end_softly():
    files = paths.assets("sounds", ".wav")
    assert set(files) == {f"{name}.wav" for name in NAMES}
    assert sum(len(data) for data in files.values()) < 40_000
    for data in files.values():
        heard = samples(data)
        assert 2000 < max(abs(value) for value in heard) < 0.45 * 32767
        assert max(abs(value) for value in heard[:10] + heard[-10:]) < 300
        assert max(abs(b - a) for a, b in pairwise(heard)) < 6000


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_sounds_are_those_of_the_program_that_makes_them(name):
    shipped = samples(paths.asset(f"sounds/{name}.wav"))
    made = runpy.run_path(str(MAKER))["samples"](name)
    assert len(shipped) == len(made)
    assert max(abs(a - b) for a, b in zip(shipped, made, strict=True)) <= 1


@pytest.mark.parametrize(
    ("platform", "player", "argv"),
    [
        ("linux", "pw-play", ["--volume=0.490", "FILE"]),
        ("linux", "paplay", ["--volume=45875", "FILE"]),
        ("darwin", "afplay", ["-v", "0.490", "FILE"]),
    ],
)
def test_a_player_is_told_the_file_and_the_volume(
    qtbot, here, plays, platform, player, argv
):
    here.make(player, programs.READS_ALL)
    plays(platform).play("change", 70)
    qtbot.waitUntil(lambda: bool(here.notes))
    (heard,) = here.noted("argv")
    assert heard[:-1] == argv[:-1]
    assert Path(heard[-1]).read_bytes() == paths.asset("sounds/change.wav")


def test_a_player_without_a_volume_reads_a_softer_sound(qtbot, here, plays):
    here.make("aplay", programs.READS_ALL)
    plays().play("end", 50)
    qtbot.waitUntil(lambda: bool(here.notes))
    assert here.noted("argv") == [["-q", "-"]]
    (told,) = here.noted("told")
    heard, full = (
        samples(told.encode("latin-1")),
        samples(paths.asset("sounds/end.wav")),
    )
    assert len(heard) == len(full)
    assert max(heard) == pytest.approx(max(full) / 4, abs=1)


def test_a_player_that_finds_no_server_makes_room_for_the_next(qtbot, here, plays):
    here.make("pw-play", programs.FAILS)
    here.make("paplay", programs.FAILS)
    here.make("aplay", programs.READS_ALL)
    sounds = plays()
    assert sounds.names == ("pw-play", "paplay", "aplay")
    sounds.play("tick", 70)
    qtbot.waitUntil(lambda: len(here.notes) == 3)
    assert sounds.names == ("aplay",)


def test_silence_starts_nothing(here, plays):
    here.make("pw-play", programs.READS_ALL)
    plays().play("tick", 0)
    assert not child._RUNNING


@pytest.mark.parametrize(
    ("platform", "named"), [("linux", "PipeWire"), ("darwin", "afplay")]
)
def test_where_nothing_can_play_a_sentence_says_so(here, platform, named):
    found = available(platform, here.environment)
    assert found.ways == ()
    assert named in str(found.missing)


def test_full_volume_changes_nothing_and_none_is_silence():
    sound = paths.asset("sounds/change.wav")
    assert softened(sound, 100) == sound
    assert set(samples(softened(sound, 0))) == {0}


class Player:
    """Stands in for the module winsound."""

    def __init__(self, fails=False):
        self.played, self.fails = [], fails

    def PlaySound(self, file, flags):
        if self.fails:
            raise RuntimeError("Failed to play sound")
        self.played.append((file and Path(file).read_bytes(), flags))


def test_on_windows_a_softened_copy_is_played_and_thrown_away():
    player, failures = Player(), []
    way = WinSound(lambda name: paths.asset(f"sounds/{name}.wav"), player)
    way.begin("tick", 70, lambda: failures.append(1))
    folder = Path(way._copies.name)
    assert player.played == [(softened(paths.asset("sounds/tick.wav"), 70), 0x20003)]
    way.close()
    assert player.played[1:] == [(None, 0)]
    assert not folder.exists()
    assert failures == []


@pytest.mark.parametrize("player", [None, Player(fails=True)])
def test_on_windows_without_a_player_it_fails_once(player):
    failures = []
    way = WinSound(lambda name: paths.asset(f"sounds/{name}.wav"), player)
    way.begin("tick", 70, lambda: failures.append(1))
    way.close()
    assert failures == [1]


def test_windows_always_has_a_player(here):
    assert [way.name for way in available("win32", here.environment).ways] == [
        "winsound"
    ]
