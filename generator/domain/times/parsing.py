"""Reading a time expression: phrases found by grammar, words around them weighed, one meaning or none."""

from collections.abc import Callable
from functools import lru_cache

from generator.domain.times.combining import Phrase, Shape, combined, drive
from generator.domain.times.events import event_at
from generator.domain.times.expression import TimeContext, TimeExpression, Wording
from generator.domain.times.iso import iso_wording
from generator.domain.times.kinds import PartOfDay, SaidOf, TimeKind
from generator.domain.times.meaning import understood, without_meaning
from generator.domain.times.occasions import deferral_at, duration_at, lasting_at, manner_at
from generator.domain.times.recurrences import recurrence_at
from generator.domain.times.spans import Found, span_at
from generator.domain.times.words import ImpossibleTime, Reading, clock_at, nfc

# A longer text is a paragraph, not a time; refusing it also keeps hostile input cheap.
LONGEST_TEXT = 600
_DEFAULT = TimeContext()
_PARTS_OF_DAY = {"sáng": PartOfDay.MORNING, "chiều": PartOfDay.AFTERNOON, "tối": PartOfDay.EVENING}
# Words that turn a time into something else wherever they stand.
_TURNING = frozenset(
    {
        "không",
        "chưa",
        "chẳng",
        "trừ",
        "hoãn",
        "lùi",
        "dừng",
        "hủy",
        "huỷ",
        "bãi",
        "thôi",
        "nếu",
        "quá",
        "trước",
    }
)
# Words of time that no rule could use, and words that say whose time it is.
_DANGLING = frozenset(
    {
        "sau", "từ", "đến", "tới", "hết", "hoặc", "hay", "ngày", "tháng", "quý", "tuần", "giờ", "năm", "số",
        "theo", "cứ", "thay", "đầu", "giữa", "cuối", "nửa", "thứ",
    }
)  # fmt: skip
# Pairs in which such a word has nothing to do with time, and pairs that turn without such a word.
_QUIET_PAIRS = frozenset(
    {("theo", "dõi"), ("quá", "trình"), ("đầu", "tư"), ("ngày", "hội"), ("ngày", "công"), ("đầu", "mối")}
)
_TURNING_PAIRS = frozenset(
    {
        ("gia", "hạn"), ("năm", "học"), ("ngoại", "lệ"), ("so", "với"), ("cùng", "kỳ"), ("sớm", "nhất"),
        ("âm", "lịch"), ("có", "thể"), ("trở", "về"), ("ít", "hơn"), ("sớm", "hơn"),
    }
)  # fmt: skip
_PART_WORDS = frozenset({"đầu", "giữa", "cuối"})
_UNIT_WORDS = frozenset({"hằng", "mỗi", "ngày", "tuần", "tháng", "quý", "năm"})


def clock_alone_at(reading: Reading, index: int) -> Found:
    """lúc 8 giờ 30, (buổi sáng): hours that stand apart from their day."""
    at = reading.skip(index, "lúc", "vào")
    at = reading.skip(at, "lúc")
    part = _PARTS_OF_DAY.get(reading.words[at + 1]) if reading.words[at] == "buổi" else None
    if part:
        return Wording(part_of_day=part), at + 2
    clock = clock_at(reading, at)
    if not clock:
        return None
    part = _PARTS_OF_DAY.get(reading.words[clock[1]])
    return Wording(clock=clock[0], part_of_day=part), clock[1] + 1 if part else clock[1]


def drive_at(reading: Reading, index: int) -> Found:
    """đợt thi đua cao điểm, đợt cao điểm ..."""
    if reading.words[index] != "đợt" or "cao" not in reading.words[index : index + 5]:
        return None
    for end in range(index + 1, min(index + 6, reading.size - 1)):
        if reading.has(end, "cao", "điểm"):
            return drive(reading.slice(index, end + 2)), end + 2
    return None


_RULES: tuple[tuple[Shape, Callable[[Reading, int], Found], str], ...] = (
    (
        Shape.RECURRENCE,
        recurrence_at,
        "định hằng mỗi từng một hai ba bốn năm sáu / trước chậm muộn trễ không đến tới hết trong vào "
        "ngày tháng quý thứ chủ ít tối 0",
    ),
    (
        Shape.SPAN,
        span_at,
        "trước chậm muộn trễ hạn không đến tới hết trong vào lúc cả sau từ kể tính bắt giai thời nhiệm "
        "tầm có định ngày tháng quý năm nửa tuần đầu giữa cuối thượng trung hạ thứ chủ buổi sáng chiều "
        "tối khoảng 0",
    ),
    (Shape.DURATION, duration_at, "sau trong chậm không tối muộn"),
    (Shape.EVENT, event_at, "trước sơ tổng vào nhân trong dịp tại sau ngay khi kể từ"),
    (Shape.DEFERRAL, deferral_at, "có sẽ đúng theo"),
    (Shape.MANNER, manner_at, "thường liên kịp đột theo"),
    (Shape.LASTING, lasting_at, "một hai ba 0"),
    (Shape.CLOCK, clock_alone_at, "lúc vào buổi 0"),
    (Shape.DRIVE, drive_at, "đợt"),
)


def _rules_by_first_word() -> dict[str, tuple[tuple[Shape, Callable[[Reading, int], Found]], ...]]:
    """The rules that may start with a word, in their order; "0" stands for every number."""
    words = {word for _, _, starters in _RULES for word in starters.split()}
    return {
        word: tuple((shape, rule) for shape, rule, starters in _RULES if word in starters.split()) for word in words
    }


_BY_FIRST_WORD = _rules_by_first_word()


@lru_cache(maxsize=8192)
def parse_time(text: str, context: TimeContext = _DEFAULT) -> TimeExpression:
    """What a text says about time, in its context.

    Never fails: a text that the grammar does not wholly understand is UNKNOWN, one that names a day or an
    hour which does not exist is IMPOSSIBLE with the `offending` part, an empty one is NONE_STATED.
    """
    text = nfc(text)
    if not text.strip():
        return without_meaning(text, TimeKind.NONE_STATED, context)
    if len(text) > LONGEST_TEXT:
        return without_meaning(text, TimeKind.UNKNOWN, context)
    try:
        wording = iso_wording(text.strip(), context) or _worded(text, context)
    except ImpossibleTime as impossible:
        return without_meaning(text, TimeKind.IMPOSSIBLE, context, str(impossible))
    return understood(wording, text, context) if wording else without_meaning(text, TimeKind.UNKNOWN, context)


def _worded(text: str, context: TimeContext) -> Wording | None:
    reading = Reading(text, context)
    if _says_nothing(reading):
        return Wording()
    phrases, rest = _phrases(reading)
    if not phrases:
        return None
    tentative = _take_tentative(reading, rest)
    alternatives = _take_alternatives(reading, rest, phrases)
    if not _harmless(reading, rest, phrases):
        return None
    wording = combined([phrase for phrase, _ in phrases], tentative=tentative, alternatives=alternatives)
    return wording if wording and _may_be_blank(wording, context) else None


def _says_nothing(reading: Reading) -> bool:
    """không nêu thời gian, không quy định thời hạn."""
    at = reading.skip(reading.skip(1, "nêu", "ghi", "quy", "xác"), "định")
    said = reading.words[at] == "thời" and reading.words[at + 1] in {"gian", "hạn"} and reading.size == at + 2
    return reading.words[0] == "không" and at > 1 and said


def _may_be_blank(wording: Wording, context: TimeContext) -> bool:
    blank = any(unit.blank for unit in wording.units)
    return not blank or context.said_of in {SaidOf.ISSUE_DATE, SaidOf.CITATION}


_BINDING = frozenset({Shape.SPAN, Shape.DURATION, Shape.EVENT})
Placed = tuple[Phrase, tuple[int, int]]


def _phrases(reading: Reading) -> tuple[list[Placed], list[int]]:
    """Every phrase from left to right with its place, and the positions of all other words."""
    phrases: list[Placed] = []
    rest: list[int] = []
    index = 0
    while index < reading.size:
        found = _phrase_at(reading, index)
        if found:
            shape, wording, after = found
            phrases.append(((shape, wording), (index, after)))
            index = after
        else:
            rest.append(index)
            index += 1
    return phrases, rest


def _phrase_at(reading: Reading, index: int) -> tuple[Shape, Wording, int] | None:
    word = reading.words[index]
    for shape, rule in _BY_FIRST_WORD.get("0" if word.isdecimal() else word, ()):
        found = rule(reading, index)
        if found:
            return shape, *found
    return None


def _take_tentative(reading: Reading, rest: list[int]) -> bool:
    """Whether "dự kiến" or "khoảng" stands among the other words; they are taken away."""
    taken = [at for at in rest if reading.words[at] == "khoảng" or _pair(reading, at, "dự", "kiến")]
    for at in taken:
        rest.remove(at)
    return bool(taken)


def _pair(reading: Reading, at: int, first: str, second: str) -> bool:
    return reading.has(at, first, second) or (at > 0 and reading.has(at - 1, first, second))


def _take_alternatives(reading: Reading, rest: list[int], phrases: list[Placed]) -> bool:
    """Whether "hoặc" joins two phrases; it is taken away."""
    starts = {place[0] for _, place in phrases}
    ends = {place[1] for _, place in phrases}
    taken = [at for at in rest if reading.words[at] == "hoặc" and at in ends and at + 1 in starts]
    for at in taken:
        rest.remove(at)
    return bool(taken)


def _harmless(reading: Reading, rest: list[int], phrases: list[Placed]) -> bool:
    """Whether the words around the phrases leave their meaning as it is."""
    cited = reading.context.said_of in {SaidOf.CITATION, SaidOf.PERIOD, SaidOf.ISSUE_DATE}
    strict = not cited and any(shape in _BINDING or wording.days for (shape, wording), _ in phrases)
    for at in rest:
        word = reading.words[at]
        if not cited and _changes_meaning(reading, at, strict):
            return False
        if word.isdecimal() and _looks_like_time(reading, at, strict):
            return False
    return True


def _changes_meaning(reading: Reading, at: int, strict: bool) -> bool:
    pair = reading.pair(at)
    if pair in _TURNING_PAIRS:
        return True
    if pair in _QUIET_PAIRS or (pair[0] == "số" and not pair[1].isdecimal()):
        return False
    if pair[0] in _PARTS_OF_DAY and pair[1] in {"thứ", "chủ", "ngày", "hằng"}:
        return True
    if pair[0] in _PART_WORDS and pair[1] in _UNIT_WORDS:
        return True
    if pair[0] == "thứ" and at and reading.words[at - 1] == "lần":
        return False
    return pair[0] in _TURNING or (strict and pair[0] in _DANGLING)


def _looks_like_time(reading: Reading, at: int, strict: bool) -> bool:
    word, before, after = reading.words[at], reading.words[at - 1] if at else "", reading.words[at + 1]
    if after == "lần" or (len(word) == 4 and word[:2] in {"19", "20", "21"}):
        return True
    beside_date = before in {"/", "-", ".", ":"} or after in {"/", "-", ":"}
    return strict and (beside_date or after in {"h", "giờ", "ngày", "tháng", "năm", "tuần"})
