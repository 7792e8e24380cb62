"""Levels, checklists and routines: offered, answered, kept, played everywhere."""

from datetime import UTC, datetime, timedelta

import pytest

from deskstretch.app.fitting import Fitting
from deskstretch.app.levels import Levels
from deskstretch.app.sessions import Sessions
from deskstretch.ui.player.checklist_page import ChecklistPage
from deskstretch.ui.player.ready_page import ReadyPage
from deskstretch.ui.player.step_back import StepBackPage
from tests.app.conftest import READ

BICYCLE = "standing-bicycle"
ALL_READ = READ.replace(
    "warnings_read = [",
    'warnings_read = ["standing-bicycle", "cat-cow", "knee-twists", "active-hang",'
    ' "pelvic-tilt", ',
)
UNCHECKED = '[routine]\nhang = "short"\n' + ALL_READ.replace(
    'checks_done = ["active-hang", "lat-stretch"]', ""
)
DAY = datetime(2026, 2, 1, 9, tzinfo=UTC)


@pytest.fixture
def made(desk, qtbot):
    def make(settings=ALL_READ):
        here = desk(settings)
        parts = here.parts
        here.levels = Levels(parts.history.store)
        here.fitting = Fitting(
            parts.content, parts.live, here.driver.in_morning_guard, here.levels
        )
        here.sessions = Sessions(parts, here.fitting, here.parent)
        here.player = lambda: here.sessions._window
        return here

    return make


def works(here, seconds):
    here.clock.awake_s += seconds
    here.player().performance.show_now()


def does(here, slug, profile, *, felt="same", parts=(), shown=1.0):
    store = here.parts.history.store
    number = len(store.sessions())
    begun = DAY + timedelta(days=number)
    store.add_session(
        slug,
        profile,
        begun,
        begun + timedelta(seconds=90),
        80,
        completed=True,
        feeling=felt,
        parts=parts,
        shown=shown,
    )


def question(here):
    """Answer how it felt, and return what is asked then."""
    page = here.player().current
    page.answers[1].click()
    page._on_choice_shown()
    return page._question.text() if page._rows.currentIndex() == 1 else None


def test_after_two_clean_sessions_the_next_level_is_offered_and_then_played(made):
    here = made()
    does(here, BICYCLE, "L1")
    assert here.sessions.open(BICYCLE) is None
    works(here, 5)
    works(here, 90)
    assert question(here) == "Next time: standing bicycle, 6 on each side?"
    assert here.fitting.plan(BICYCLE).profile == "L1"
    here.player().current.yes.click()
    assert here.fitting.plan(BICYCLE).profile == "L2"
    routine = here.fitting.plan("seven-minute").timeline
    assert routine.parts[-1].dose == "L2"
    assert Levels(here.parts.history.store).standing == here.levels.standing
    assert here.player() is None


def test_no_leaves_the_level_and_is_not_asked_again_at_once(made):
    here = made()
    does(here, BICYCLE, "L1")
    here.sessions.open(BICYCLE)
    works(here, 95)
    assert question(here) is not None
    here.player().current.no.click()
    here.sessions.open(BICYCLE)
    works(here, 95)
    assert question(here) is None
    assert here.fitting.plan(BICYCLE).profile == "L1"


@pytest.mark.parametrize("spoiled", [{"felt": "harder"}, {"shown": 0.5}])
def test_what_was_hard_or_made_easier_is_no_reason_for_more(made, spoiled):
    here = made()
    does(here, BICYCLE, "L1", **spoiled)
    here.sessions.open(BICYCLE)
    works(here, 95)
    assert question(here) is None


def test_a_level_asked_for_by_name_or_written_into_a_gentle_routine_stays(made):
    here = made()
    climb(here, "pelvic-tilt", "standard")
    assert here.fitting.plan("pelvic-tilt").profile == "hold-5"
    assert here.fitting.plan("pelvic-tilt/standard").profile == "standard"
    assert here.fitting.plan("sore-day").timeline.parts[0].dose == "standard"
    assert here.fitting.plan("full-session").timeline.parts[1].dose == "hold-5"


def test_what_a_menu_says_of_a_routine_follows_the_level(made):
    here = made('[routine]\nhang = "short"\n' + ALL_READ)
    assert here.fitting.allowed()["seven-minute"].usual_s == 420
    for profile in ("short", "hang-12", "hang-15"):
        climb(here, "active-hang", profile)
    assert here.fitting.plan("active-hang").profile == "hang-20"
    assert here.fitting.allowed()["seven-minute"].usual_s == 400


def test_after_one_that_hurt_a_step_back_is_offered_before_the_next(made):
    here = made()
    climb(here, BICYCLE, "L1")
    does(here, BICYCLE, "L2", felt="hurts")
    here.sessions.open(BICYCLE)
    page = here.player().current
    assert isinstance(page, StepBackPage)
    assert not here.player().under_way
    page.yes.click()
    assert here.player().under_way
    assert here.player().performance.timeline.parts[0].dose == "L1"
    assert here.driver.status_now().phase == "session"


def test_who_declines_the_step_back_plays_what_was_asked_for(made):
    here = made()
    climb(here, BICYCLE, "L1")
    does(here, BICYCLE, "L2", felt="hurts")
    here.sessions.open(BICYCLE)
    here.player().current.no.click()
    assert here.player().under_way
    assert here.player().performance.timeline.parts[0].dose == "L2"


def test_damaged_levels_are_the_start(made):
    here = made()
    here.parts.history.store.save_state("levels", 1, {"levels": 3, "since": ["x"]})
    assert Levels(here.parts.history.store).level(f"{BICYCLE}/L1") == f"{BICYCLE}/L1"


def climb(here, slug, profile):
    """Do a level twice, and take what is offered then."""
    for _ in range(2):
        does(here, slug, profile)
    step = here.levels.offer([f"{slug}/{profile}"])
    assert step is not None
    here.levels.answer(step, taken=True)


# Before the first time something carries one's weight


def test_bar_and_shoulders_come_before_the_first_hang_and_only_once(made):
    here = made(UNCHECKED)
    here.sessions.open("seven-minute")
    page = here.player().current
    assert isinstance(page, ChecklistPage)
    page.done.click()
    assert isinstance(here.player().current, ReadyPage)
    here.sessions.end()
    here.sessions.open("seven-minute")
    assert isinstance(here.player().current, ReadyPage)


@pytest.mark.parametrize(
    ("slug", "plays"),
    [("seven-minute", "lat-stretch"), ("active-hang", "lat-stretch")],
)
def test_a_shoulder_that_must_not_hang_gets_the_lat_stretch(made, slug, plays):
    here = made(UNCHECKED)
    here.sessions.open(slug)
    here.player().current.applies.click()
    assert here.parts.live.settings["health.shoulders"] is True
    played = [one.movement for one in here.player().performance.timeline.parts]
    assert plays in played
    assert "active-hang" not in played
    assert here.fitting.refusal("active-hang") is not None


# A routine is kept movement by movement


def test_what_was_done_of_a_routine_is_kept_movement_by_movement(made):
    here = made()
    here.sessions.open("seven-minute")
    here.player().current.start.click()
    works(here, 5)
    works(here, 60)
    here.player().performance.next()
    works(here, 5)
    here.player().page.bar.end.click()
    (session,) = here.parts.history.store.sessions()
    assert not session.completed
    parts = {part.slug: (part.worked_s, part.completed) for part in session.parts}
    assert parts == {"cat-cow": (60, True), "kneeling-hip-flexor": (5, False)}
    assert here.player().current.headline == "Stopped after 1:05. It still counts."


def test_under_ten_seconds_of_a_routine_are_not_kept(made):
    here = made()
    here.sessions.open("seven-minute")
    here.player().current.start.click()
    works(here, 5 + 9)
    here.player().page.bar.end.click()
    assert here.parts.history.store.sessions() == []
    assert here.driver.status_now().phase == "counting"


def test_a_routine_that_was_closed_can_be_taken_up_again(made):
    here = made()
    here.sessions.open("seven-minute")
    window = here.player()
    window.current.start.click()
    works(here, 25)
    window.close()
    left = here.sessions.left_s()
    assert left == 400
    here.clock.awake_s += 8
    assert here.sessions.open("seven-minute") is None
    assert here.player() is window
    assert window.isVisible()
    assert here.sessions.left_s() == left
    assert not window.performance.running


def test_the_choice_of_hands_free_is_kept(made):
    here = made()
    here.sessions.open(BICYCLE)
    here.player().page.header.hands_free.click()
    assert here.parts.live.settings["session.hands_free"] is False
    here.sessions.end()
    here.sessions.open(BICYCLE)
    assert not here.player().page.header.hands_free.isChecked()
