"""Plans are edited at random, as people do: no code on record is ever lost without an error that names it."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.domain.channel import Channel, ChannelKind, Purpose
from generator.domain.code import code_for, encoded_address
from generator.domain.codes import answered_codes, own_codes
from generator.domain.document import DocumentStatus
from generator.domain.facts import facts_of
from generator.domain.keeping import Today, leads_to, lost
from generator.domain.outcome import Outcome, OutcomeKind
from generator.domain.placement import Medium, Placement
from generator.domain.plan import Plan
from generator.domain.published import Move, Published, Removed
from generator.domain.recording import Public, additions
from generator.domain.text import Words
from tests.domain.example_plan import example_plan

BASE, OTHER_BASE = "https://a.example/", "https://b.example/kh/"
DAY = date(2026, 3, 1)
PLACES = ("cong", "cho", "ga")
IDS = ("mot", "hai", "ba", "bon")


def placement(name: str) -> Placement:
    return Placement(id=name, where=Words(vi=name), medium=Medium.POSTER)


def plan(name: str, places: tuple[str, ...]) -> Plan:
    channel = Channel(id="goi", purpose=Purpose.FEEDBACK, kind=ChannelKind.PHONE, label=Words(vi="Gọi"))
    return replace(example_plan(), id=name, channels=(channel,), placements=tuple(placement(place) for place in places))


def recorded(plans: tuple[Plan, ...], base: str = BASE) -> Published:
    new = additions(Published(), Public(plans=plans, agencies=(), notices={}, base=base, day=DAY))
    return Published(plans=new.plans, agencies=new.agencies, codes=new.codes)


def without(plans, at):
    return tuple(one for index, one in enumerate(plans) if index != at)


def with_plan(plans, at, changed):
    return tuple(changed if index == at else one for index, one in enumerate(plans))


@st.composite
def edits(draw, plans):
    """One thing that staff do to their plans, rightly or carelessly."""
    if not plans:
        return plans
    at = draw(st.integers(0, len(plans) - 1))
    one = plans[at]
    kind = draw(
        st.sampled_from(
            ["rename", "rename well", "remove", "merge", "drop place", "rename place", "rename place well",
             "move place", "take code", "choose code", "swap ids", "no feedback", "hide", "add"]
        )
    )  # fmt: skip
    names = st.sampled_from((*IDS, "nam", "sau"))
    if kind == "remove":
        return without(plans, at)
    if kind in ("rename", "rename well"):
        former = (*one.former_ids, one.id) if kind == "rename well" else one.former_ids
        return with_plan(plans, at, replace(one, id=draw(names), former_ids=former))
    if kind == "merge":
        return with_plan(plans, at, replace(one, outcome=Outcome(kind=OutcomeKind.MERGED, on=DAY, into=draw(names))))
    if kind == "no feedback":
        return with_plan(plans, at, replace(one, channels=()))
    if kind == "hide":
        return with_plan(plans, at, replace(one, status=DocumentStatus.DRAFT))
    if kind == "swap ids" and len(plans) > 1:
        other = plans[(at + 1) % len(plans)]
        swapped = with_plan(plans, at, replace(one, id=other.id))
        return with_plan(swapped, (at + 1) % len(plans), replace(other, id=one.id))
    if kind == "choose code":
        return with_plan(plans, at, replace(one, code=draw(st.sampled_from(("ABC123", "000000")))))
    if kind == "take code":
        taken = code_for(draw(names), draw(st.sampled_from(PLACES)))
        return with_plan(plans, at, replace(one, code=taken))
    if kind == "add":
        return (*plans, plan(draw(names), draw(st.lists(st.sampled_from(PLACES), unique=True).map(tuple))))
    return _edited_places(draw, plans, at, kind)


def _edited_places(draw, plans, at, kind):
    one = plans[at]
    if not one.placements:
        return plans
    where = draw(st.integers(0, len(one.placements) - 1))
    place = one.placements[where]
    rest = without(one.placements, where)
    if kind == "drop place":
        return with_plan(plans, at, replace(one, placements=rest))
    if kind == "move place" and len(plans) > 1:
        other = (at + 1) % len(plans)
        moved = with_plan(plans, at, replace(one, placements=rest))
        return with_plan(moved, other, replace(plans[other], placements=(*plans[other].placements, place)))
    former = (*place.former_ids, place.id) if kind == "rename place well" else place.former_ids
    renamed = replace(place, id=draw(st.sampled_from((*PLACES, "moi"))), former_ids=former)
    return with_plan(plans, at, replace(one, placements=(*rest, renamed)))


@st.composite
def histories(draw):
    names = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True))
    plans = tuple(plan(name, draw(st.lists(st.sampled_from(PLACES), unique=True).map(tuple))) for name in names)
    edited = plans
    for _ in range(draw(st.integers(0, 4))):
        edited = draw(edits(edited))
    return plans, edited


def told(record: Published, plans, base=BASE):
    """Give the values of every error, in words."""
    today = Today(plans=tuple(map(facts_of, plans)), agencies=(), base=base)
    return [value for one in lost(record, today) for _, value in one.values]


@settings(max_examples=150)
@given(histories())
def test_no_recorded_code_is_lost_without_an_error_that_names_it(history):
    before, after = history
    if len({one.id for one in after}) < len(after):
        return  # two plans of one id are refused before anything else
    record = recorded(before)
    named = told(record, after)
    visible = [one for one in after if one.status is not DocumentStatus.DRAFT]
    answers = answered_codes(visible, record)
    for entry in record.codes:
        answer = answers.get(entry.code)
        kept = answer is not None and (
            entry.plan in (answer.plan.id, *answer.plan.former_ids)
            and (
                entry.placement is None
                if answer.placement is None
                else entry.placement in (answer.placement.id, *answer.placement.former_ids)
            )
        )
        hidden = any(entry.plan in (one.id, *one.former_ids) for one in after if one not in visible)
        assert kept or entry.code in named or (hidden and entry.plan in named), entry


@settings(max_examples=40)
@given(histories())
def test_nothing_is_called_lost_where_nothing_was_edited(history):
    before, _ = history
    assert told(recorded(before), before) == []


@settings(max_examples=40)
@given(histories(), histories())
def test_recording_again_adds_nothing_and_takes_nothing_away(one, other):
    plans = one[0]
    public = Public(plans=plans, agencies=(), notices={}, base=BASE, day=DAY)
    record = recorded(plans)
    assert not additions(record, public).any
    later = additions(record, replace(public, plans=other[0]))
    known = {entry.code for entry in record.codes}
    assert all(entry.code not in known for entry in later.codes)


def test_every_outcome_keeps_its_codes():
    plans = (plan("mot", ("cong",)),)
    record = recorded(plans)
    for kind in OutcomeKind:
        ended = (replace(plans[0], outcome=Outcome(kind=kind, on=DAY)),)
        assert told(record, ended) == []
        assert set(answered_codes(ended, record)) == {entry.code for entry in record.codes}


def test_a_renamed_plan_answers_the_codes_of_before_and_has_its_own():
    record = recorded((plan("mot", ("cong",)),))
    renamed = replace(plan("hai", ("cong",)), former_ids=("mot",))
    answers = answered_codes((renamed,), record)
    assert {entry.code for entry in record.codes} < set(answers)
    assert {one.code for one in own_codes(renamed)} < set(answers)
    assert told(record, (renamed,)) == []


def test_a_removed_plan_needs_a_word_on_record_and_then_keeps_its_code():
    record = recorded((plan("mot", ()),))
    assert "mot" in told(record, ())
    gone = replace(record, plans=(replace(record.plans[0], removed=Removed(on=DAY)),))
    assert told(gone, ()) == []
    assert "mot" in told(gone, (plan("mot", ()),))


def test_a_code_that_another_plan_chose_is_told():
    record = recorded((plan("mot", ()),))
    thief = replace(plan("hai", ()), code=record.codes[0].code)
    assert record.codes[0].code in told(record, (plan("mot", ()), thief))


def test_another_base_is_told_until_the_move_is_declared():
    plans = (plan("mot", ("cong",)),)
    record = recorded(plans)
    assert "https://a.example/" in told(record, plans, OTHER_BASE)
    moved = replace(record, moves=(Move(old=BASE, new=OTHER_BASE, since=DAY),))
    assert told(moved, plans, OTHER_BASE) == []


def test_moves_may_lead_on_and_a_circle_leads_nowhere():
    moves = (
        Move(old="https://a.example/", new="https://b.example/", since=DAY),
        Move(old="https://b.example/", new="https://c.example/", since=DAY),
    )
    assert leads_to("HTTPS://A.EXAMPLE/", "https://c.example/", Published(moves=moves))
    back = (*moves, Move(old="https://c.example/", new="https://a.example/", since=DAY))
    assert not leads_to("https://a.example/", "https://d.example/", Published(moves=back))


def test_a_plan_with_errors_of_its_own_counts_as_there():
    record = recorded((plan("mot", ("cong",)),))
    today = Today(plans=(), agencies=(), base=BASE, unread=frozenset({"mot"}))
    assert list(lost(record, today)) == []


def test_addresses_on_record_are_those_of_the_pictures():
    record = recorded((plan("mot", ("cong",)),), OTHER_BASE)
    assert all(entry.address == encoded_address(OTHER_BASE, entry.code) for entry in record.codes)
