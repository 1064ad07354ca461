"""The grammar of times without a calendar: events, conditions, manners, deferrals, durations, sessions."""

from dataclasses import replace

from generator.domain.times.expression import Amount, Lasting, Wording
from generator.domain.times.kinds import Deferral, Manner, Op, Relation, UnitKind
from generator.domain.times.pieces import piece_at
from generator.domain.times.ranges import units_of
from generator.domain.times.spans import Found, span_at
from generator.domain.times.words import Reading, number

_EVENT_NOUNS = frozenset(
    [
        "đại",
        "kỳ",
        "phiên",
        "cuộc",
        "hội",
        "lễ",
        "dịp",
        "tết",
        "thời",
        "khai",
        "bế",
        "mùa",
        "buổi",
        "hội",
        "nghị",
        "ngày",
        "diễn",
        "bầu",
    ]
)
_MEETINGS = frozenset({("kỳ", "họp"), ("phiên", "họp"), ("cuộc", "họp"), ("hội", "nghị")})
_AMOUNT_UNITS = {"ngày": UnitKind.DAY, "tuần": UnitKind.WEEK, "tháng": UnitKind.MONTH, "năm": UnitKind.YEAR}
_DOCUMENTS = frozenset((
    ("kế", "hoạch"), ("quy", "định"), ("thông", "báo"), ("thư", "mời"), ("giấy", "mời"), ("hướng", "dẫn"),
    ("chỉ", "đạo"), ("yêu", "cầu"), ("tiến", "độ"), ("chương", "trình"), ("thời", "gian"),
))  # fmt: skip
_ENDS = frozenset({"(", ")", ";", "."})


def manner_at(reading: Reading, index: int) -> Found:
    """thường xuyên, kịp thời, đột xuất, theo giai đoạn."""
    for words, manner in (
        (("thường", "xuyên"), Manner.REGULAR),
        (("liên", "tục"), Manner.REGULAR),
        (("kịp", "thời"), Manner.PROMPT),
        (("đột", "xuất"), Manner.AD_HOC),
        (("theo", "giai", "đoạn"), Manner.IN_STAGES),
        (("theo", "từng", "giai", "đoạn"), Manner.IN_STAGES),
    ):
        if reading.has(index, *words):
            return Wording(manners=(manner,)), index + len(words)
    return None


def lasting_at(reading: Reading, index: int) -> Found:
    """01 buổi, 1/2 ngày, 02 ngày (before or after the day of an event)."""
    if reading.has(index, "1", "/", "2", "ngày"):
        return Wording(lasting=Lasting(1)), index + 4
    count = number(reading.words[index])
    if not count or count > 60:
        return None
    closes = reading.words[index + 2] in {"", ",", ")", ";", "."}
    if reading.words[index + 1] == "buổi":
        return Wording(lasting=Lasting(count)), index + 2
    if reading.words[index + 1] == "ngày" and closes:
        return Wording(lasting=Lasting(count, whole_days=True)), index + 2
    return None


def duration_at(reading: Reading, index: int) -> Found:
    """trong vòng 30 ngày kể từ ngày ban hành, sau 05 ngày làm việc."""
    op, at = _duration_op(reading, index)
    count, unit = number(reading.words[at]), _AMOUNT_UNITS.get(reading.words[at + 1])
    if op is None or not count or not reading.words[at].isdecimal() or unit is None:
        return None
    working = unit is UnitKind.DAY and reading.has(at + 2, "làm", "việc")
    after = at + 4 if working else at + 2
    if reading.words[after].isdecimal() or reading.words[after] in {"/", "đầu", "cuối", "một", "của"}:
        return None
    return (
        None if count > 999 else _since(reading, Wording(op=op, amount=Amount(count, unit, working)), after)
    )


def _duration_op(reading: Reading, index: int) -> tuple[Op | None, int]:
    words = reading.words
    if words[index] == "sau":
        return Op.AFTER, index + 1
    if words[index] == "trong":
        at = index + 1
        long = reading.has(at, "thời", "gian") or reading.has(at, "thời", "hạn")
        return Op.IN, at + 2 if long else reading.skip(at, "vòng")
    if reading.pair(index) in {("chậm", "nhất"), ("không", "quá"), ("tối", "đa"), ("muộn", "nhất")}:
        return Op.IN, reading.skip(index + 2, "là", "sau", "trong")
    return None, index


def _since(reading: Reading, wording: Wording, index: int) -> Found:
    at = reading.skip(index, ",")
    if reading.has(at, "kể", "từ") or reading.has(at, "tính", "từ"):
        at += 2
    elif reading.words[at] in {"từ", "sau"}:
        at += 1
    else:
        return wording, index
    found = piece_at(reading, at, marked=True)
    units = (
        units_of(reading, [found[0]]) if found and found[0].kind is UnitKind.DAY and found[0].month else None
    )
    if found and units:
        return replace(wording, units=units), found[1]
    anchor = _anchor(reading, at)
    return (replace(wording, anchor=anchor[0]), anchor[1]) if anchor else None


def _anchor(reading: Reading, index: int) -> tuple[str, int] | None:
    """The words up to a bracket, a full stop or the end; None where they hold a binding time of their own."""
    end = index
    while end < reading.size and reading.words[end] not in _ENDS:
        if end > index + 1 and _binds(reading, end):
            return None
        end += 1
    while end > index and reading.words[end - 1] in {",", "-", ":"}:
        end -= 1
    return (reading.slice(index, end), end) if end > index else None


def _binds(reading: Reading, index: int) -> bool:
    if reading.words[index] not in {"trước", "đến", "chậm", "muộn", "từ", "hết", "không", "trong"}:
        return False
    if reading.words[index] == "không":
        return True
    found = span_at(reading, index)
    return found is not None and found[0].period is None


def event_at(reading: Reading, index: int) -> Found:
    """A time that hangs on an event, and the index after its words."""
    return (
        _phases(reading, index)
        or _review(reading, index)
        or _occasion(reading, index)
        or _meeting(reading, index)
        or _around(reading, index)
    )


def _related(reading: Reading, relation: Relation, index: int, count: int | None = None) -> Found:
    anchor = _anchor(reading, index)
    return (Wording(relation=relation, anchor=anchor[0], count=count), anchor[1]) if anchor else None


def _phases(reading: Reading, index: int) -> Found:
    if not reading.has(index, "trước", ",", "trong", "và", "sau"):
        return None
    return _related(reading, Relation.PHASES, index + 5)


def _review(reading: Reading, index: int) -> Found:
    """sơ kết giữa nhiệm kỳ, tổng kết 05 năm thực hiện Đề án."""
    kind = {("sơ", "kết"): Relation.PRELIMINARY_REVIEW, ("tổng", "kết"): Relation.FINAL_REVIEW}.get(
        reading.pair(index)
    )
    if kind is None:
        return None
    if kind is Relation.PRELIMINARY_REVIEW and reading.has(index + 2, "giữa", "nhiệm", "kỳ"):
        return Wording(relation=Relation.MIDTERM_REVIEW), index + 5
    count = number(reading.words[index + 2])
    if not count or reading.words[index + 3] != "năm":
        return None
    at = index + 6 if reading.has(index + 4, "thực", "hiện") else index + 4
    if at >= reading.size:
        return Wording(relation=kind, count=count), at
    return _related(reading, kind, at, count)


def _occasion(reading: Reading, index: int) -> Found:
    """vào dịp Đại hội ..., nhân dịp kỷ niệm 15 năm ..., nhân kỷ niệm ..."""
    at = reading.skip(index, "vào", "nhân", "trong")
    if reading.words[at] != "dịp" and not (reading.words[index] == "nhân" and reading.words[at] == "kỷ"):
        return None
    at = reading.skip(at, "dịp")
    if reading.has(at, "kỷ", "niệm"):
        count = number(reading.words[at + 2])
        if count and reading.words[at + 3] == "năm":
            start = reading.skip(at + 4, "ngày") if reading.words[at + 4] == "ngày" else at + 4
            return _related(reading, Relation.ANNIVERSARY_OF, start, count)
    return _related(reading, Relation.OCCASION, at)


def _meeting(reading: Reading, index: int) -> Found:
    """vào kỳ họp giữa năm 2024, tại Đại hội ..."""
    pair = reading.pair(index + 1)
    if reading.words[index] not in {"vào", "tại", "trong"} or pair not in {*_MEETINGS, ("đại", "hội")}:
        return None
    span = span_at(reading, index + 3) if pair in _MEETINGS else None
    if span and len(span[0].units) == 1 and span[0].op is Op.IN and span[0].units[0].part:
        anchor = reading.slice(index + 1, index + 3)
        return Wording(relation=Relation.AT, anchor=anchor, units=span[0].units), span[1]
    return _related(reading, Relation.AT, index + 1)


def _around(reading: Reading, index: int) -> Found:
    """trước/sau (khi) an event, khi, ngay khi, sau đó, kể từ ngày an event."""
    word = reading.words[index]
    if word == "sau" and reading.words[index + 1] == "đó":
        return Wording(relation=Relation.THEN), index + 2
    if word in {"ngay", "sau", "trước", "khi"}:
        return _before_or_after(reading, reading.skip(index, "ngay"))
    start = index + 2 if reading.has(index, "kể", "từ") else index + 1 if word == "từ" else None
    if start is None or reading.words[start] not in {"khi", "ngày"}:
        return None
    if reading.words[start + 1].isdecimal() or reading.words[start + 1] in {"tháng", "…"}:
        return None
    anchor = _anchor(reading, start)
    return (Wording(op=Op.FROM, anchor=anchor[0]), anchor[1]) if anchor else None


def _before_or_after(reading: Reading, index: int) -> Found:
    word, following = reading.pair(index)
    if word == "khi":
        return _related(reading, Relation.WHEN, index + 1)
    if word not in {"trước", "sau"}:
        return None
    if following == "khi":
        happens = Relation.BEFORE_IT_HAPPENS if word == "trước" else Relation.AFTER_IT_HAPPENS
        return _related(reading, happens, index + 2)
    if following not in _EVENT_NOUNS or piece_at(reading, index + 1, marked=True):
        return None
    if following == "ngày" and (
        reading.words[index + 2].isdecimal() or reading.words[index + 2] in {"", "tháng", "…"}
    ):
        return None
    return _related(reading, Relation.BEFORE if word == "trước" else Relation.AFTER, index + 1)


def deferral_at(reading: Reading, index: int) -> Found:
    """có thư mời sau, sẽ thông báo sau, theo quy định, theo tiến độ kế hoạch."""
    if reading.words[index] in {"có", "sẽ"}:
        return _to_follow(reading, reading.skip(index + 1, "có"))
    if reading.has(index, *["đúng", "thời", "gian", ",", "tiến", "độ", "theo", "kế", "hoạch", "đề", "ra"]):
        return Wording(deferral=Deferral.ON_SCHEDULE_AS_PLANNED), index + 10
    if reading.words[index] != "theo":
        return None
    if reading.pair(index + 1) not in _DOCUMENTS and reading.words[index + 1] != "lịch":
        return None
    anchor = _anchor(reading, index + 1)
    if not anchor:
        return None
    common = {
        "quy định": Deferral.AS_REGULATED,
        "kế hoạch": Deferral.AS_PLANNED,
        "kế hoạch đề ra": Deferral.AS_PLANNED,
    }
    known = common.get(anchor[0].lower())
    return (
        Wording(deferral=known) if known else Wording(deferral=Deferral.ACCORDING_TO, anchor=anchor[0])
    ), anchor[1]


def _to_follow(reading: Reading, index: int) -> Found:
    kinds = {
        ("thư", "mời"): Deferral.INVITATION,
        ("giấy", "mời"): Deferral.INVITATION,
        ("thông", "báo"): Deferral.NOTICE,
    }
    kind = kinds.get(reading.pair(index))
    at = reading.skip(index + 2, "cụ", "riêng")
    at = reading.skip(at, "thể")
    return (Wording(deferral=kind), at + 1) if kind and reading.words[at] == "sau" else None
