"""Calendars as files (iCalendar, RFC 5545): lines, escaping and folding. All of it is text; nothing asks the clock.

There are no alarms: most of those who follow a calendar are not the ones who owe the work, and a calendar that rings
for everybody is one that people remove. Calendar programs let each reader set reminders for a whole calendar.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from generator.domain.calendar_days import CalendarDays
from generator.domain.text import Localised
from generator.frozen import frozen

_EOL = "\r\n"
_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
# What no text may hold (RFC 5545, section 3.1: CONTROL); tabs and line feeds are looked after elsewhere.
_CONTROLS = dict.fromkeys([*range(9), *range(11, 13), *range(14, 32), 127])
# Signs that some programs take for the end of a line, though RFC 5545 does not.
_BREAKS = dict.fromkeys([0x85, 0x2028, 0x2029], " ")
_SIGNS: Mapping[int, str | None] = _CONTROLS | _BREAKS | _ESCAPES
_ZONE = "Asia/Ho_Chi_Minh"
# A calendar needs at least one component (section 3.6), and a plan may have no day yet: the zone is always there.
# Viet Nam has had one offset since 1975.
_TIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_REFRESH = "P1D"


@frozen(kw_only=True)
class CalendarEvent:
    """An all-day event. `stamp` is the day on which its facts were last revised."""

    uid: str
    stamp: date
    days: CalendarDays
    summary: Localised
    description: str
    address: str
    category: str
    place: Localised | None = None
    cancelled: bool = False


@frozen(kw_only=True)
class CalendarHead:
    """What a calendar says of itself; `source` is the full address of the file, `page` that of its page."""

    name: str
    about: str
    source: str
    page: str
    language: str


def event_text(event: CalendarEvent) -> str:
    """Write an event (VEVENT) as finished lines."""
    return _written(_event_lines(event))


def calendar_text(head: CalendarHead, events: Iterable[str]) -> bytes:
    """Write a calendar of finished events."""
    return "".join((_written(_head_lines(head)), *events, f"END:VCALENDAR{_EOL}")).encode()


def _head_lines(head: CalendarHead) -> Iterator[str]:
    name, about = _text(head.name), _text(head.about)
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//plansite//NONSGML plansite//{head.language.upper()}"
    yield "CALSCALE:GREGORIAN"
    # RFC 7986, and the names that programs knew before it.
    yield f"NAME:{name}"
    yield f"X-WR-CALNAME:{name}"
    yield f"DESCRIPTION:{about}"
    yield f"X-WR-CALDESC:{about}"
    yield f"URL:{head.page}"
    yield f"SOURCE;VALUE=URI:{head.source}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}"
    yield f"X-PUBLISHED-TTL:{_REFRESH}"
    yield f"X-WR-TIMEZONE:{_ZONE}"
    yield from _TIMEZONE


def _event_lines(event: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_day(event.stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(event.days.first)}"
    # The end is the day after the last (section 3.6.1).
    yield f"DTEND;VALUE=DATE:{_day(event.days.last + timedelta(days=1))}"
    yield from _recurrence(event.days)
    yield f"SUMMARY{_spoken(event.summary)}"
    yield f"DESCRIPTION:{_text(event.description)}"
    if event.place is not None:
        yield f"LOCATION{_spoken(event.place)}"
    yield f"URL:{event.address}"
    yield f"CATEGORIES:{_text(event.category)}"
    yield f"STATUS:{_status(event)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _recurrence(days: CalendarDays) -> Iterator[str]:
    """Write when it comes again: a rule where one says exactly that, else the days themselves."""
    rule = days.rule
    if rule is None:
        if days.again:
            yield f"RDATE;VALUE=DATE:{','.join(map(_day, days.again))}"
        return
    until = f"UNTIL={_day(days.end)}"
    if not rule.every:
        yield f"RRULE:FREQ=WEEKLY;{until}"
    elif rule.every == 12:
        yield f"RRULE:FREQ=YEARLY;{until};BYMONTH={days.first.month};BYMONTHDAY={rule.month_day}"
    else:
        yield f"RRULE:FREQ=MONTHLY;{until};INTERVAL={rule.every};BYMONTHDAY={rule.month_day}"


def _status(event: CalendarEvent) -> str:
    if event.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if event.days.tentative else "CONFIRMED"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _spoken(words: Localised) -> str:
    """Write a text with its language, where that is not the calendar's own."""
    return f"{f';LANGUAGE={words.language}' if words.fallback else ''}:{_text(words.text)}"


def _text(text: str) -> str:
    """Escape a text (section 3.3.11)."""
    return text.translate(_SIGNS)


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}{_EOL}" for line in lines)


def _folded(line: str) -> str:
    """Fold a line after at most 75 octets (section 3.1), never within a letter."""
    octets = line.encode()
    if len(octets) <= _OCTETS:
        return line
    parts: list[bytes] = []
    at, room = 0, _OCTETS
    while len(octets) - at > room:
        end = at + room
        while octets[end] & 0xC0 == 0x80:  # within a letter (RFC 3629, section 3)
            end -= 1
        parts.append(octets[at:end])
        at, room = end, _OCTETS - 1
    parts.append(octets[at:])
    return f"{_EOL} ".encode().join(parts).decode()
