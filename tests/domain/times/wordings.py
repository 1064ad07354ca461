"""Strategies for everything that words can say about time."""

from datetime import date, time

from hypothesis import strategies as st

from generator.domain.times import (
    PERIODIC,
    Amount,
    CalendarUnit,
    Deferral,
    Frequency,
    Lasting,
    Manner,
    Op,
    Outlook,
    Part,
    PartOfDay,
    PeriodName,
    RecurringDay,
    Relation,
    UnitKind,
    Wording,
)

years = st.integers(1950, 2150)
months = st.integers(1, 12)
clocks = st.times(min_value=time(0, 0)).map(lambda at: time(at.hour, at.minute))
days = st.dates(date(1950, 1, 1), date(2150, 12, 31)).map(
    lambda day: CalendarUnit(kind=UnitKind.DAY, year=day.year, month=day.month, day=day.day)
)
THIRDS = [Part.EARLY, Part.MIDDLE, Part.LATE]
month_units = st.builds(
    lambda year, month, part: CalendarUnit(kind=UnitKind.MONTH, year=year, month=month, part=part),
    years,
    months,
    st.sampled_from([None, *Part]),
)
quarter_units = st.builds(
    lambda year, number, part: CalendarUnit(kind=UnitKind.QUARTER, year=year, number=number, part=part),
    years,
    st.integers(1, 4),
    st.sampled_from([None, *THIRDS]),
)
year_units = st.builds(
    lambda year, part: CalendarUnit(kind=UnitKind.YEAR, year=year, part=part),
    years,
    st.sampled_from([None, *THIRDS]),
)
plain_years = years.map(lambda year: CalendarUnit(kind=UnitKind.YEAR, year=year))
week_units = st.builds(
    lambda year, month, number: CalendarUnit(kind=UnitKind.WEEK, year=year, month=month, number=number),
    years,
    months,
    st.sampled_from([1, 2, 3, 4, -1]),
)
months_units = st.builds(
    lambda year, number: CalendarUnit(kind=UnitKind.MONTHS, year=year, number=number),
    years,
    st.integers(-11, 11).filter(bool),
)
units = st.one_of(days, month_units, quarter_units, year_units, week_units, months_units)
single = st.builds(
    lambda op, unit, tentative: Wording(op=op, units=(unit,), tentative=tentative),
    st.sampled_from([Op.BEFORE, Op.BY, Op.IN, Op.FROM, Op.AFTER]),
    units,
    st.booleans(),
)


def _weekday(wording: Wording) -> int:
    return wording.units[0].first_day.weekday()


@st.composite
def hours(draw):
    op = draw(st.sampled_from([Op.BEFORE, Op.BY, Op.IN]))
    unit = draw(days)
    weekday = unit.first_day.weekday() if draw(st.booleans()) else None
    clock = draw(st.none() | clocks)
    part = draw(st.none() | st.sampled_from(PartOfDay)) if op is Op.IN and clock is None else None
    later = draw(st.none() | clocks.filter(lambda at: clock is not None and at > clock)) if op is Op.IN else None
    lasting = draw(st.none() | st.builds(Lasting, st.integers(1, 30), st.booleans())) if op is Op.IN else None
    return Wording(
        op=op,
        units=(unit,),
        weekday=weekday,
        clock=clock,
        clock_end=later if clock else None,
        part_of_day=part,
        lasting=lasting,
    )


def _ordered(first, last):
    return first.first_day <= last.last_day


@st.composite
def ranges(draw):
    strategy = draw(st.sampled_from([days, month_units, quarter_units, plain_years, week_units]))
    first, last = sorted([draw(strategy), draw(strategy)], key=lambda unit: unit.first_day)
    anchor = draw(st.none() | st.sampled_from(["ngày phát động", "nay", "khi khai mạc lễ hội"]))
    tentative = draw(st.booleans())
    if anchor:
        return Wording(op=Op.FROM_TO, units=(last,), anchor=anchor, tentative=tentative)
    return Wording(op=Op.FROM_TO, units=(first, last), tentative=tentative)


@st.composite
def lists(draw):
    strategy = draw(st.sampled_from([days, month_units, quarter_units]))
    members = draw(st.lists(strategy, min_size=2, max_size=4, unique=True))
    return Wording(op=Op.IN, units=tuple(members))


@st.composite
def periods(draw):
    first, last = sorted(draw(st.tuples(years, years)))
    stretch = tuple(CalendarUnit(kind=UnitKind.YEAR, year=year) for year in (first, last))
    vision = draw(st.none() | years)
    outlook = draw(st.sampled_from(Outlook)) if vision else None
    beyond = draw(st.booleans())
    form = draw(st.sampled_from(["named", "to", "alone", "term"]))
    if form == "term":
        return Wording(op=Op.IN, period=PeriodName.TERM)
    if form == "alone" and vision:
        return Wording(outlook=outlook, vision_year=vision)
    if form == "to" and (vision or beyond):
        return Wording(op=Op.BY, units=stretch[1:], outlook=outlook, vision_year=vision, open_ended=beyond)
    name = draw(st.sampled_from([PeriodName.STAGE, PeriodName.TERM]))
    return Wording(op=Op.FROM_TO, units=stretch, period=name, outlook=outlook, vision_year=vision, open_ended=beyond)


frequencies = st.one_of(
    st.just(PERIODIC),
    st.builds(
        Frequency,
        st.sampled_from([UnitKind.DAY, UnitKind.WEEK, UnitKind.MONTH, UnitKind.QUARTER, UnitKind.YEAR]),
        st.integers(1, 12),
        st.integers(1, 9),
    ),
)


@st.composite
def lanes(draw):
    if draw(st.integers(0, 9)) == 0:
        frequency = draw(frequencies.filter(lambda value: value.unit is not None))
        return Wording(recur=(frequency,), at_least=True)
    recur = tuple(draw(st.lists(frequencies, max_size=4, unique=True)))
    manners = tuple(draw(st.lists(st.sampled_from(Manner), max_size=3, unique=True)))
    manners = manners if recur or manners else (Manner.PROMPT,)
    condition = draw(st.none() | st.sampled_from(["có yêu cầu", "có vấn đề phát sinh"])) if manners else None
    joined = len(recur) + len(manners)
    alternatives = draw(st.booleans()) if joined > 1 else False
    if recur and (manners == (Manner.REGULAR,) or Manner.IN_STAGES in manners):
        recur = recur[:1]
        alternatives = alternatives and len(manners) > 1
    return Wording(
        recur=recur,
        manners=manners,
        alternatives=alternatives,
        anchor=condition,
        relation=Relation.WHEN if condition else None,
    )


RULES = {
    UnitKind.YEAR: st.one_of(
        days.map(lambda unit: RecurringDay(day=unit.day, month=unit.month)),
        months.map(lambda month: RecurringDay(month=month)),
        st.integers(1, 4).map(lambda number: RecurringDay(quarter=number)),
    ),
    UnitKind.MONTH: st.integers(1, 31).map(lambda day: RecurringDay(day=day)),
    UnitKind.QUARTER: st.builds(
        lambda day, which: RecurringDay(day=day, month_of_quarter=which),
        st.none() | st.integers(1, 31),
        st.integers(1, 3),
    ),
    UnitKind.WEEK: st.integers(0, 6).map(lambda day: RecurringDay(weekday=day)),
}


@st.composite
def rules(draw):
    unit = draw(st.sampled_from(list(RULES)))
    chosen = draw(st.lists(RULES[unit], min_size=1, max_size=3, unique=True))
    op = draw(st.sampled_from([Op.BEFORE, Op.BY, Op.IN]))
    return Wording(op=op, recur=(Frequency(unit),), days=tuple(chosen))


names = st.sampled_from(["Đại hội Đảng bộ Thành phố lần thứ XXV", "Đề án", "lễ khai mạc", "hội nghị tổng kết"])
events = st.one_of(
    st.builds(
        lambda relation, anchor: Wording(relation=relation, anchor=anchor),
        st.sampled_from(
            [
                Relation.OCCASION,
                Relation.BEFORE_IT_HAPPENS,
                Relation.AFTER_IT_HAPPENS,
                Relation.WHEN,
                Relation.PHASES,
            ]
        ),
        names,
    ),
    st.sampled_from(["Đại hội Đảng", "lễ khai mạc", "kỳ họp thứ 10"]).flatmap(
        lambda anchor: st.sampled_from([Relation.BEFORE, Relation.AFTER]).map(
            lambda relation: Wording(relation=relation, anchor=anchor)
        )
    ),
    st.builds(
        lambda relation, anchor, count: Wording(relation=relation, anchor=anchor, count=count),
        st.sampled_from([Relation.PRELIMINARY_REVIEW, Relation.FINAL_REVIEW]),
        st.none() | names,
        st.integers(1, 99),
    ),
    st.builds(
        lambda anchor, count: Wording(relation=Relation.ANNIVERSARY_OF, anchor=anchor, count=count),
        names,
        st.integers(1, 200),
    ),
    st.builds(
        lambda unit, anchor: Wording(relation=Relation.AT, anchor=anchor, units=(unit,)),
        year_units.filter(lambda unit: unit.part is not None),
        st.sampled_from(["kỳ họp", "phiên họp"]),
    ),
    st.builds(
        lambda unit: Wording(relation=Relation.OCCASION, anchor="lễ hội", units=(unit,), tentative=True),
        units,
    ),
    st.sampled_from([Relation.THEN, Relation.MIDTERM_REVIEW]).map(lambda relation: Wording(relation=relation)),
    st.sampled_from(["ngày ký", "khi ban hành"]).map(lambda anchor: Wording(op=Op.FROM, anchor=anchor)),
)


@st.composite
def durations(draw):
    unit = draw(st.sampled_from([UnitKind.DAY, UnitKind.WEEK, UnitKind.MONTH, UnitKind.YEAR]))
    amount = Amount(draw(st.integers(1, 90)), unit, draw(st.booleans()) if unit is UnitKind.DAY else False)
    since = draw(st.sampled_from(["nothing", "day", "event"]))
    return Wording(
        op=draw(st.sampled_from([Op.IN, Op.AFTER])),
        amount=amount,
        units=(draw(days),) if since == "day" else (),
        anchor="ngày ban hành" if since == "event" else None,
    )


deferrals = st.sampled_from(Deferral).map(
    lambda to: Wording(deferral=to, anchor="thông báo của Ban Tổ chức" if to is Deferral.ACCORDING_TO else None)
)
anniversaries = st.builds(
    lambda day, count: Wording(
        op=Op.FROM_TO,
        units=(day, CalendarUnit(kind=UnitKind.DAY, year=day.year + count, month=day.month, day=day.day)),
        commemorates=True,
    ),
    days.filter(lambda unit: (unit.month, unit.day) != (2, 29) and unit.year < 2100),
    st.integers(1, 49),
)
wordings = st.one_of(
    single,
    hours(),
    ranges(),
    lists(),
    periods(),
    lanes(),
    rules(),
    events,
    durations(),
    deferrals,
    anniversaries,
)
