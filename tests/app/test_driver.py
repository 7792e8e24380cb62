"""The driver: one reading of the clock per event, and sleep that nobody told of."""

import pytest
from outside import HandClock
from PySide6.QtCore import QObject

from deskstretch.app.driver import Driver
from deskstretch.reminders import events


class ListPlanner:
    """Notes what it is handed; answers with the effects it is given."""

    def __init__(self):
        self.seen = []
        self.effects = {}

    def handle(self, event, moment):
        self.seen.append((moment.steady, event))
        return self.effects.pop(type(event), ())

    def next_wake(self):
        return 42.0


class NoAlarm:
    def __init__(self):
        self.asked = []

    def wake_at(self, steady):
        self.asked.append(steady)


@pytest.fixture
def made(qapp):
    parent = QObject()
    clock, planner, alarm = HandClock(), ListPlanner(), NoAlarm()
    driver = Driver(planner, clock, alarm, parent)
    yield driver, clock, planner, alarm
    parent.deleteLater()


def test_an_event_gets_one_moment_and_sets_the_alarm(made):
    driver, clock, planner, alarm = made
    clock.awake_s = 5
    driver.dispatch(events.Tick())
    assert planner.seen == [(5, events.Tick())]
    assert alarm.asked == [42.0]


def test_what_an_effect_sets_off_waits_its_turn(made):
    driver, _clock, planner, alarm = made
    planner.effects[events.Tick] = ("first", "second")
    order = []

    def on_effect(effect):
        order.append(effect)
        if effect == "first":
            driver.dispatch(events.Input())
            order.append("after dispatch")

    driver.effect_arose.connect(on_effect)
    driver.dispatch(events.Tick())
    assert order == ["first", "after dispatch", "second"]
    assert [event for _, event in planner.seen] == [events.Tick(), events.Input()]
    assert alarm.asked == [42.0]


def test_a_sleep_that_no_signal_told_of_is_told_by_the_clocks(made):
    driver, clock, planner, _alarm = made
    noticed = []
    driver.sleep_noticed.connect(lambda: noticed.append(True))
    clock.awake_s = 50
    driver.dispatch(events.Tick())
    clock.awake_s = 60
    clock.asleep_s = 8 * 3600
    driver.dispatch(events.Tick())
    assert planner.seen[1:] == [
        (60 + 8 * 3600, events.Slept(since=60)),
        (60 + 8 * 3600, events.Woke()),
        (60 + 8 * 3600, events.Tick()),
    ]
    assert noticed == [True]


def test_clocks_that_differ_by_a_hair_are_no_sleep(made):
    driver, clock, planner, _alarm = made
    clock.awake_s, clock.asleep_s = 60, 0.01
    driver.dispatch(events.Tick())
    assert [event for _, event in planner.seen] == [events.Tick()]
