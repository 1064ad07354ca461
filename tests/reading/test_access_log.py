"""Logs of web servers: which lines are scans, of which code, on which day in Viet Nam."""

import gzip
import io
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.access_log import LONGEST, MOST_UNKNOWN, count_scans, log_lines
from generator.reading.crawlers import known_crawlers

CODE = "CQZN80"
PHONE = (
    "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/124.0.0.0 Mobile Safari/537.36"
)
TIME = "20/Mar/2026:11:24:02 +0700"


def line(path=f"/Q/{CODE}/", *, agent=PHONE, status=200, method="GET", time=TIME, before="203.0.113.9 - -", by="-"):
    return f'{before} [{time}] "{method} {path} HTTP/1.1" {status} 901 "{by}" "{agent}"\n'.encode()


def counted(*lines, known=(CODE,)):
    return count_scans(lines, frozenset(known), known_crawlers().is_one, ["https://ke-hoach.example/tp/"])


def scans(*lines, **how):
    return sum(counted(*lines, **how).scans.values())


@pytest.mark.parametrize(
    "path",
    [
        f"/Q/{CODE}/",
        f"/Q/{CODE}",
        f"/q/{CODE.lower()}/",
        f"/Q/{CODE}/index.html",
        f"/Q/{CODE}/?fbclid=abc",
        f"/en/Q/{CODE}/",
        f"/thanh-pho/Q/{CODE}/",
        f"https://ke-hoach.example/Q/{CODE}/",
        "/Q/CQZN8O/",
        "/Q/cqz-n80/",
        "/Q/%43QZN80/",
    ],
)
def test_each_way_to_write_the_address_of_a_code_is_a_scan_of_it(path):
    assert counted(line(path)).scans == {(CODE, date(2026, 3, 20)): 1}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/Q/",
        "/q",
        "/ke-hoach/q/",
        f"/ke-hoach/x/qr-{CODE}.svg",
        f"/?to=/Q/{CODE}/",
        "/Q/CODES1/more/",
        "/Q/short/",
    ],
)
def test_no_other_page_is_a_scan(path):
    count = counted(line(path))
    assert (count.scans, count.unknown, count.malformed) == ({}, {}, 0)


@pytest.mark.parametrize(("status", "number"), [(200, 1), (304, 1), (206, 0), (301, 0), (302, 0), (404, 0), (500, 0)])
def test_only_a_page_that_was_shown_is_a_scan(status, number):
    assert scans(line(status=status)) == number


@pytest.mark.parametrize(("method", "left_out"), [("HEAD", 1), ("POST", 0), ("OPTIONS", 0)])
def test_what_was_not_opened_is_no_scan(method, left_out):
    count = counted(line(method=method))
    assert (sum(count.scans.values()), count.left_out) == (0, left_out)


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("20/Mar/2026:16:59:59 +0000", 20),
        ("20/Mar/2026:17:00:00 +0000", 21),
        ("20/Mar/2026:23:59:59 +0700", 20),
        ("20/Mar/2026:00:00:00 +0700", 20),
        ("20/Mar/2026:12:30:00 -0500", 21),
        ("20/Mar/2026:22:29:00 +0530", 20),
        ("20/Mar/2026:22:30:00 +0530", 21),
    ],
)
def test_the_day_is_that_of_viet_nam_whatever_the_clock_of_the_server(time, day):
    assert list(counted(line(time=time)).scans) == [(CODE, date(2026, 3, day))]


PEOPLE = [
    PHONE,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 "
    "Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 4.4.2;LG-F320S) AppleWebKit/537.36 (KHTML, like Gecko) Zalo/1.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/120.0 "
    "Chrome/114.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/20A362 "
    "[FBAN/FBIOS;FBDV/iPhone13,2;FBMD/iPhone;FBSN/iOS;FBSV/16.0;FBSS/3;FBID/phone;FBLC/vi_VN;FBOP/5]",
    "Mozilla/5.0 (Linux; U; Android 11; vi-vn; Redmi Note 8) AppleWebKit/537.36 Chrome/89.0 Mobile Safari/537.36 "
    "XiaoMi/MiuiBrowser/13.5",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en) Presto/2.5.25 Version/10.54",
]
PROGRAMS = [
    "",
    "-",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99 Mobile "
    "Safari/537.36 (compatible; GoogleOther)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 "
    "Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "Zalo-win32-24v294",
    "WhatsApp/2.23.20.0 A",
    "Viber",
    "TelegramBot (like TwitterBot)",
    "coccocbot-web/1.0 (+http://help.coccoc.com/searchengine)",
    "curl/8.5.0",
    "python-requests/2.31.0",
    "okhttp/4.12.0",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36",
]


@pytest.mark.parametrize("agent", PEOPLE)
def test_people_are_counted_in_whatever_browser_a_chat_opens(agent):
    assert scans(line(agent=agent)) == 1


@pytest.mark.parametrize("agent", PROGRAMS)
def test_programs_are_left_out(agent):
    count = counted(line(agent=agent))
    assert (count.scans, count.left_out) == ({}, 1)


@pytest.mark.parametrize(
    ("referrer", "number"),
    [
        ("-", 1),
        ("https://l.facebook.com/", 1),
        ("https://ke-hoach.example/tp/ke-hoach/gop-y/", 0),
        ("HTTPS://KE-HOACH.EXAMPLE/tp/", 0),
        ("https://ke-hoach.example/tp/Q/", 0),
        ("https://ke-hoach.example/elsewhere/", 1),
        # Typed in small letters: the "not found" page led on.
        ("https://ke-hoach.example/tp/q/cqzn80", 1),
    ],
)
def test_a_link_on_the_site_itself_is_no_scan(referrer, number):
    count = counted(line(by=referrer))
    assert (sum(count.scans.values()), count.within) == (number, 1 - number)


def test_quotation_marks_in_an_agent_end_nothing():
    nginx, apache = line(agent=PHONE + r" \x22 /Q/"), line(agent=PHONE + r" \" bo\t")
    assert scans(nginx, apache) == 2


def test_logs_with_a_host_in_front_or_fields_behind_are_read():
    assert scans(line(before="ke-hoach.example:443 2001:db8::1 - lan"), line()[:-1] + b' "10.0.0.1" 0.002\n') == 2


@pytest.mark.parametrize(
    "wrong",
    [
        b"\n",
        b"2026-03-20 11:24:02 GET /Q/CQZN80/ 200\n",
        line()[:60],
        line(time="31/Feb/2026:11:24:02 +0700"),
        line(time="20/Foo/2026:11:24:02 +0700"),
        b'203.0.113.9 - - [20/Mar/2026:11:24:02 +0700] "GET /Q/CQZN80/ HTTP/1.1" 200 901\n',
        b"\xff\xfe\x00[",
    ],
)
def test_lines_in_no_such_format_are_counted_as_such(wrong):
    count = counted(wrong, line())
    assert (count.lines, count.malformed, sum(count.scans.values())) == (2, 1, 1)


def test_a_request_that_is_none_is_a_line_like_any_other():
    count = counted(rb'203.0.113.9 - - [20/Mar/2026:11:24:02 +0700] "\x16\x03\x01" 400 150 "-" "-"' + b"\n")
    assert (count.lines, count.malformed) == (1, 0)


def test_codes_that_the_site_does_not_know_are_told_apart_but_not_without_end():
    count = counted(line("/Q/AAAAAA/"), line("/Q/AAAAAA/"), line())
    assert (count.unknown, len(count.scans)) == ({"AAAAAA": 2}, 1)
    many = counted(*(line(f"/Q/A{n:05}/") for n in range(MOST_UNKNOWN + 50)))
    assert len(many.unknown) == MOST_UNKNOWN


def test_plain_and_compressed_logs_read_alike():
    plain = line() * 3 + line("/")
    assert list(log_lines(io.BytesIO(plain))) == plain.splitlines(keepends=True)
    assert list(log_lines(io.BytesIO(gzip.compress(plain)))) == plain.splitlines(keepends=True)
    # Rotated logs are put together as they are.
    assert list(log_lines(io.BytesIO(gzip.compress(plain) * 2))) == (plain * 2).splitlines(keepends=True)
    assert list(log_lines(io.BytesIO(b""))) == []


def test_a_log_that_breaks_off_is_not_taken_for_whole():
    with pytest.raises(EOFError):
        list(log_lines(io.BytesIO(gzip.compress(line() * 1000)[:-20])))


def test_a_line_without_end_is_cut_and_what_follows_is_read():
    found = list(log_lines(io.BytesIO(b"x" * (3 * LONGEST + 5) + b"\n" + line())))
    assert [len(one) for one in found] == [LONGEST, len(line())]


class _Endless(io.RawIOBase):
    """A log of many lines that is nowhere as a whole."""

    def __init__(self, lines):
        self._left, self._part = lines, line() * 20

    def readable(self):
        return True

    def readinto(self, buffer):
        if self._left <= 0:
            return 0
        self._left -= 20
        buffer[: len(self._part)] = self._part
        return len(self._part)


def test_memory_does_not_grow_with_the_log():
    def peak(lines):
        tracemalloc.start()
        count = count_scans(log_lines(_Endless(lines)), frozenset([CODE]), known_crawlers().is_one)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert (count.lines, sum(count.scans.values())) == (lines, lines)
        return top

    peak(100)
    assert peak(40_000) < peak(2_000) + 100_000


@given(st.lists(st.binary(max_size=200)))
def test_any_bytes_are_lines_or_malformed(many):
    count = count_scans((one + b"\n" for one in many), frozenset([CODE]), known_crawlers().is_one)
    assert count.lines == len(many)
    assert count.malformed <= count.lines


def test_nothing_of_who_it_was_is_in_the_result():
    count = counted(*(line(before=f"203.0.113.{n} - person{n}", agent=f"{PHONE} Model{n}") for n in range(9)))
    assert "203.0.113" not in repr(count)
    assert "person" not in repr(count)
    assert "Mozilla" not in repr(count)
