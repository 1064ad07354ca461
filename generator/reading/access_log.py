"""Logs of web servers in the combined format, read as a stream: how often the page of each code was opened, by day.

Combined is Apache's common format with referrer and agent (https://httpd.apache.org/docs/2.4/logs.html#combined),
which is also nginx's own (https://nginx.org/en/docs/http/ngx_http_log_module.html). Of a line, only the code and the
day leave this module: no address, no agent. The same phone twice is counted twice, as telling it apart would mean to
keep who it was.
"""

import gzip
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import BinaryIO
from urllib.parse import unquote

from generator.domain.code import normalise_code
from generator.frozen import frozen

LONGEST = 65_536
"""Bytes of a line that are looked at; servers limit a request to 8 KB or so (nginx, large_client_header_buffers)."""
MOST_UNKNOWN = 1_000
"""Unknown codes that are told apart, so that whoever tries codes out cannot fill the memory."""

_VIET_NAM = timezone(timedelta(hours=7))
_GZIP = b"\x1f\x8b"
_QUOTED = rb'"([^"\\]*(?:\\.[^"\\]*)*)"'
_LINE = re.compile(
    rb"[^\[\"]*\[(\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] "
    + _QUOTED
    + rb" (\d{3}) (?:\d+|-) "
    + _QUOTED
    + b" "
    + _QUOTED
)
_CODE_PAGE = re.compile(r"(?:https?://[^/]*)?/(?:[^?#]*/)?q/([^/?#]+)/?(?:index\.html)?(?:[?#].*)?", re.IGNORECASE)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}
_SEEN = (b"200", b"304")


@frozen
class LogCount:
    """What logs say: openings of known codes by (code, day in Viet Nam), and of codes that the site does not know.

    `lines` were read, `malformed` were not in the format, `left_out` were openings by programs, `within` by a link on
    the site itself.
    """

    scans: Mapping[tuple[str, date], int]
    unknown: Mapping[str, int]
    lines: int
    malformed: int
    left_out: int
    within: int


def log_lines(file: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a log, plain or compressed with gzip, cut where they are longer than `LONGEST`.

    Raises OSError, EOFError or zlib.error where it cannot be read to its end.
    """
    start = io.BufferedReader(file)  # type: ignore[type-var]  # a binary file, whatever it is made of, will do
    zipped = start.peek(2)[:2] == _GZIP
    plain: BinaryIO = gzip.GzipFile(fileobj=start) if zipped else start  # type: ignore[assignment]
    for line in iter(lambda: plain.readline(LONGEST), b""):
        yield line
        while len(line) == LONGEST and not line.endswith(b"\n"):
            line = plain.readline(LONGEST)
    start.detach()


def count_scans(
    lines: Iterable[bytes], known: Set[str], is_crawler: Callable[[str], bool], addresses: Sequence[str] = ()
) -> LogCount:
    """Count the pages of codes that people opened: answered in full (200) or as seen before (304).

    What was only asked about (HEAD), by a program, or came from a page of the site at `addresses`, is no scan. Memory
    grows with codes and days, not with lines.
    """
    own = tuple(address.partition("://")[2].lower() for address in addresses)
    tally = _Tally(known, lru_cache(maxsize=4096)(is_crawler), own)
    for line in lines:
        tally.add(line)
    return LogCount(tally.scans, tally.unknown, tally.lines, tally.malformed, tally.left_out, tally.within)


@dataclass(slots=True)
class _Tally:
    """The sums so far."""

    known: Set[str]
    is_crawler: Callable[[str], bool]
    own: tuple[str, ...]
    scans: Counter[tuple[str, date]] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    lines: int = 0
    malformed: int = 0
    left_out: int = 0
    within: int = 0

    def add(self, line: bytes) -> None:
        """Take one line in."""
        self.lines += 1
        found = _LINE.match(line)
        if found is None:
            self.malformed += 1
            return
        time, request, status, referrer, agent = found.groups()
        code = _code_of(request) if status in _SEEN and b"/q/" in request.lower() else None
        if code is None:
            return
        day = _day(time.decode())
        if day is None:
            self.malformed += 1
        elif request.startswith(b"HEAD ") or self.is_crawler(agent.decode("utf-8", "replace")):
            self.left_out += 1
        elif self._is_within(referrer.decode("utf-8", "replace")):
            self.within += 1
        else:
            self._count(code, day)

    def _is_within(self, referrer: str) -> bool:
        """Say whether a page of the site led here. One at the address of a code did not: the "not found" page mends
        what a person typed in front of a banner."""
        place = referrer.partition("://")[2].lower()
        return bool(place) and place.startswith(self.own) and _code_in(referrer) is None

    def _count(self, code: str, day: date) -> None:
        if code in self.known:
            self.scans[code, day] += 1
        elif code in self.unknown or len(self.unknown) < MOST_UNKNOWN:
            self.unknown[code] += 1


def _code_of(request: bytes) -> str | None:
    """Give the code whose page a request ("GET /Q/CQZN80/ HTTP/1.1") asks for; None for any other page."""
    method, _, rest = request.decode("utf-8", "replace").partition(" ")
    if method not in ("GET", "HEAD"):
        return None
    return _code_in(rest.partition(" ")[0])


def _code_in(address: str) -> str | None:
    """Give the code in the address of its page, however it is written."""
    page = _CODE_PAGE.fullmatch(unquote(address))
    return normalise_code(page[1]) if page is not None else None


@lru_cache(maxsize=4096)
def _day(time: str) -> date | None:
    """Give the day in Viet Nam (UTC+7, without summer time) of "20/Nov/2026:11:24:02 +0000"; None for no time."""
    sign, hours, minutes = time[21], int(time[22:24]), int(time[24:26])
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    try:
        there = datetime(
            int(time[7:11]), _MONTHS[time[3:6]], int(time[:2]), int(time[12:14]), int(time[15:17]), tzinfo=UTC
        )
        return (there - offset).astimezone(_VIET_NAM).date()
    except (KeyError, ValueError, OverflowError):
        return None
