"""Seconds are summed as Appendix A's formula says, fractions too."""

from deskstretch.movements.dose import Dose


def test_sides_and_changes():
    dose = Dose("standard", 2, 10, (2.0, 1.0, 2.0), prep_s=10, switch_s=10)
    assert (dose.rep_s, dose.total_s) == (5, 120)


def test_sets_with_rests_between_them():
    dose = Dose("five-minute", 1, 10, (2.0, 3.0, 3.0), sets=3, set_rest_s=30)
    assert dose.total_s == 300


def test_rests_between_repetitions():
    dose = Dose("full", 1, 5, (10.0,), prep_s=20, rep_rest_s=20)
    assert dose.total_s == 150


def test_fractions_stay_exact():
    assert Dose("L3", 2, 7, (2.25, 1.0, 2.25), prep_s=13).total_s == 90
    assert Dose("odd", 1, 3, (0.1, 0.2)).total_s == 0.9
