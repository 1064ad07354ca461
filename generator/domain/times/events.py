"""The grammar of times that hang on an event or a condition, quoted in the document's own words."""

from generator.domain.times.expression import Wording
from generator.domain.times.kinds import Op, Relation
from generator.domain.times.pieces import piece_at
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
_ENDS = frozenset({"(", ")", ";", "."})


def anchor_at(reading: Reading, index: int) -> tuple[str, int] | None:
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
    anchor = anchor_at(reading, index)
    return (Wording(relation=relation, anchor=anchor[0], count=count), anchor[1]) if anchor else None


def _phases(reading: Reading, index: int) -> Found:
    if not reading.has(index, "trước", ",", "trong", "và", "sau"):
        return None
    return _related(reading, Relation.PHASES, index + 5)


def _review(reading: Reading, index: int) -> Found:
    """sơ kết giữa nhiệm kỳ, tổng kết 05 năm thực hiện Đề án."""
    kind = {("sơ", "kết"): Relation.PRELIMINARY_REVIEW, ("tổng", "kết"): Relation.FINAL_REVIEW}.get(reading.pair(index))
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
    anchor = anchor_at(reading, start)
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
    if following == "ngày" and (reading.words[index + 2].isdecimal() or reading.words[index + 2] in {"", "tháng", "…"}):
        return None
    return _related(reading, Relation.BEFORE if word == "trước" else Relation.AFTER, index + 1)
