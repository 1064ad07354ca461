"""The grammar of times without a calendar: events, conditions, manners, deferrals, durations, sessions."""

from dataclasses import replace

from generator.domain.times.events import anchor_at
from generator.domain.times.expression import Amount, Lasting, Wording
from generator.domain.times.kinds import Deferral, Manner, Op, UnitKind
from generator.domain.times.pieces import piece_at
from generator.domain.times.ranges import units_of
from generator.domain.times.spans import Found
from generator.domain.times.words import Reading, number

_AMOUNT_UNITS = {"ngày": UnitKind.DAY, "tuần": UnitKind.WEEK, "tháng": UnitKind.MONTH, "năm": UnitKind.YEAR}
_DOCUMENTS = frozenset((
    ("kế", "hoạch"), ("quy", "định"), ("thông", "báo"), ("thư", "mời"), ("giấy", "mời"), ("hướng", "dẫn"),
    ("chỉ", "đạo"), ("yêu", "cầu"), ("tiến", "độ"), ("chương", "trình"), ("thời", "gian"),
))  # fmt: skip


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
    return None if count > 999 else _since(reading, Wording(op=op, amount=Amount(count, unit, working)), after)


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
    units = units_of(reading, [found[0]]) if found and found[0].kind is UnitKind.DAY and found[0].month else None
    if found and units:
        return replace(wording, units=units), found[1]
    anchor = anchor_at(reading, at)
    return (replace(wording, anchor=anchor[0]), anchor[1]) if anchor else None


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
    anchor = anchor_at(reading, index + 1)
    if not anchor:
        return None
    common = {
        "quy định": Deferral.AS_REGULATED,
        "kế hoạch": Deferral.AS_PLANNED,
        "kế hoạch đề ra": Deferral.AS_PLANNED,
    }
    known = common.get(anchor[0].lower())
    return (Wording(deferral=known) if known else Wording(deferral=Deferral.ACCORDING_TO, anchor=anchor[0])), anchor[1]


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
