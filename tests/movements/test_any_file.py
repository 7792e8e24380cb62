"""Whatever a file says: never a crash, and what is accepted can be done in time."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from deskstretch.coaching.layout import lay_out
from deskstretch.movements.catalogue import load

VALUES = st.sampled_from(
    ["1", "-1", "0", "nan", "true", '"x"', '""', "[]", "[1]", '["x"]', "{}", "{a = 1}"]
) | st.floats(0, 40).map(str)
CHANGES = st.lists(
    st.tuples(st.integers(0, 200), st.sampled_from(["value", "drop", "twice"]), VALUES),
    min_size=1,
    max_size=3,
)


def changed(text, changes):
    lines = text.splitlines()
    for place, what, value in changes:
        at = place % len(lines)
        if what == "value" and " = " in lines[at]:
            lines[at] = f"{lines[at].partition(' = ')[0]} = {value}"
        elif what == "drop":
            del lines[at]
        else:
            lines.insert(at, lines[at])
    return "\n".join(lines).encode()


def test_a_file_with_anything_in_it_is_read_or_named(shipped_files):
    texts = [data.decode() for data in shipped_files.values()]

    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from(texts), CHANGES)
    def run(text, changes):
        catalogue = load({"any.toml": changed(text, changes)})
        assert bool(catalogue.movements) != bool(catalogue.problems)
        for problem in catalogue.problems:
            assert problem.line >= 1
            assert problem.message.endswith((".", "?", "]"))
        for movement in catalogue.movements.values():
            for dose in movement.doses.values():
                check(lay_out(movement, dose))

    run()


def test_any_dose_that_is_accepted_can_be_read_and_ends_at_its_total(file):
    seconds = st.lists(st.integers(0, 2000), min_size=3, max_size=3)

    @settings(max_examples=100, deadline=None)
    @given(seconds, st.integers(1, 20), st.integers(0, 30), st.integers(0, 30))
    def run(parts, repetitions, prep, switch):
        text = file.text
        one = [part / 100 for part in parts]
        text = text.replace("seconds = [2, 1, 2]", f"seconds = {one}")
        text = text.replace("repetitions = 10", f"repetitions = {repetitions}", 1)
        text = text.replace("prep = 10", f"prep = {prep}", 1)
        text = text.replace("switch = 10", f"switch = {switch}", 1)
        for movement in load({"any.toml": text.encode()}).movements.values():
            check(lay_out(movement, movement.doses["standard"]))

    run()


def check(timeline):
    entries = timeline.entries
    assert entries[0].start_s == 0
    assert entries[-1].end_s == timeline.total_s
    cue, since = entries[0].cue, 0.0
    for before, after in itertools.pairwise(entries):
        assert before.end_s == after.start_s
        if after.cue != cue:
            assert after.start_s - since >= 4 - 1e-6
            cue, since = after.cue, after.start_s
    assert timeline.total_s - since >= 4 - 1e-6
