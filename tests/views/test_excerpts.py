"""Excerpts: whatever a look shows, a build that compares marks knows when it shows something else."""

import pickle
from dataclasses import dataclass
from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.views.excerpts import REGISTRIES, Packed, PackedMarks, Rows, Shown, changed_looks, mark_of
from generator.views.watched import Seen, Watch

SECTIONS = ("card", "data/tasks", "data/everything", "lane/a")
SECTION = st.dictionaries(st.sampled_from(SECTIONS), st.lists(st.binary(max_size=2), min_size=1, max_size=3).map(tuple))
ALL_PLANS = st.lists(st.sampled_from("abc"), unique=True).flatmap(
    lambda order: st.fixed_dictionaries(dict.fromkeys((*REGISTRIES, *order), SECTION))
)


@dataclass(frozen=True)
class Here:
    """Excerpts that lie in memory."""

    found: dict[str, dict[str, Rows]]

    def marks(self):
        return {key: {name: mark_of(rows) for name, rows in own.items()} for key, own in self.found.items()}

    def rows(self, plan_id: str, section: str) -> Rows:
        return self.found[plan_id][section]


def shown(found: dict[str, dict[str, Rows]]) -> Shown:
    return Shown("vi", tuple(key for key in found if key not in REGISTRIES), Here(found), Watch())


def kept(found: dict[str, dict[str, Rows]]) -> dict[str, Packed]:
    marks = Here(found).marks()
    return {key: (blake2b(repr(rows).encode()).hexdigest(), {"vi": marks[key]}) for key, rows in found.items()}


def seen_in(found: dict[str, dict[str, Rows]]) -> dict[Seen, object]:
    """Give what every look shows."""
    one, values = shown(found), dict[Seen, object]()
    looks = [lambda section=section, look=look: look(one, section) for section in SECTIONS
             for look in (Shown.holders, Shown.total, whole, Shown.sections)]  # fmt: skip
    looks += [lambda key=key, section=section: one.rows(key, section) for key in "abc" for section in SECTIONS]
    looks += [lambda group=group: one.sections(group) for group in ("data", "lane")]
    for look in looks:
        with one.watch.watching() as seen:
            value = look()
        (noted,) = seen
        values[noted] = value
    return values


def whole(one: Shown, section: str) -> object:
    pieces = [(piece.fetch(), piece.size) for piece in one.pieces(section)]
    return list(one.gathered(section)), pieces


@given(ALL_PLANS)
def test_sections_that_are_looked_up_one_by_one_have_the_holders_that_all_have_at_once(found):
    few, many = shown(found), shown(found)
    for number in range(100):
        many.holders(f"none/{number}")
    for section in SECTIONS:
        assert few.holders(section) == many.holders(section)
    totals = {section: sum(count for _, count in few.holders(section)) for section in sorted(SECTIONS)}
    for group in ("data", "lane"):
        said = tuple((section, count) for section, count in totals.items() if count and section.startswith(group))
        assert few.sections(group) == said


@given(ALL_PLANS, ALL_PLANS)
def test_a_look_that_shows_something_else_is_told(before, now):
    was, is_now = seen_in(before), seen_in(now)
    changed = {look for look in was if was[look] != is_now[look]}
    assert changed <= changed_looks(kept(before), kept(now))


@given(ALL_PLANS)
def test_nothing_is_told_where_nothing_changed(found):
    assert changed_looks(kept(found), kept(found)) == frozenset()


BEFORE = {key: {"data/tasks": (b"one\n", b"two\n"), "card": (key.encode(),)} for key in "ab"}


@pytest.mark.parametrize(("rows", "told"), [
    ((b"one\n", b"owt\n"), {"whole", "rows"}),
    ((b"one\n", b"three\n"), {"whole", "rows", "totals"}),
    ((b"one\n",), {"whole", "rows", "totals", "holders", "sections"}),
])  # fmt: skip
def test_only_what_shows_it_is_told(rows, told):
    now = BEFORE | {"b": BEFORE["b"] | {"data/tasks": rows}}
    found = changed_looks(kept(BEFORE), kept(now))
    assert {name.removeprefix("vi:") for name, _ in found} == told
    assert {key for _, key in found} <= {"b/data/tasks", "data/tasks", "data"}


def test_pieces_and_totals_are_one_look_each_and_open_nothing():
    class Closed(Here):
        def rows(self, plan_id, section):
            raise AssertionError(plan_id)

    one = Shown("vi", ("a", "b"), Closed(BEFORE), Watch())
    with one.watch.watching() as seen:
        assert [piece.size for piece in one.pieces("data/tasks")] == [8, 8]
        assert one.total("data/tasks") == (4, 16)
    assert seen == {("vi:whole", "data/tasks"), ("vi:totals", "data/tasks")}


MARKS = st.dictionaries(
    st.text(max_size=12),
    st.tuples(st.binary(min_size=8, max_size=8).map(bytes.hex), st.integers(0, 2**40), st.integers(0, 2**40)),
    max_size=8,
)


@given(MARKS)
def test_packed_marks_say_what_was_packed(marks):
    for packed in (PackedMarks.of(marks), pickle.loads(pickle.dumps(PackedMarks.of(marks)))):
        assert dict(packed) == marks
        assert list(packed) == list(marks)
        assert list(packed.counts()) == [(section, count) for section, (_, count, _) in marks.items()]
        assert all(section in packed for section in marks)
        assert packed.get("not there, as it is too long") is None
