"""plansite qr count: scans by place and day out of logs, as a table, CSV or JSON."""

import csv
import gzip
import io
import json
import subprocess
import sys

import pytest

from generator.domain.code import code_for
from tests.reading.test_access_log import line
from tests.website.projects import ROOT, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
STREETS = "gop-y-duong-pho"
GENERAL, PARK = code_for(STREETS), code_for(STREETS, "cong-vien")


def opened(code: str, times: int, day: int = 20) -> bytes:
    return b"".join(
        line(f"/Q/{code}/", time=f"{day}/Mar/2026:10:00:{n:02} +0700", before=f"203.0.113.{n} - -")
        for n in range(times)
    )


@pytest.fixture
def log(tmp_path):
    file = tmp_path / "access.log"
    bot = line(f"/Q/{PARK}/", agent="Mozilla/5.0 (compatible; Googlebot/2.1)")
    file.write_bytes(
        opened(PARK, 7) + opened(PARK, 4, 21) + opened(GENERAL, 5, 22) + opened("AAAAAA", 6) + bot * 9 + b"???\n"
    )
    return file


def counted(*options, project=CODES, language="vi"):
    done = run("--project", project, "qr", "count", *options, language=language)
    assert done.exit_code == 0, done.output
    return done


def test_scans_are_told_by_place_and_day(log):
    found = json.loads(counted(log, "--format", "json").stdout)
    assert [(row["placement"], row["codes"], row["day"], row["scans"]) for row in found["scans"]] == [
        (None, GENERAL, "2026-03-22", 5),
        ("cong-vien", PARK, "2026-03-20", 7),
        ("cong-vien", PARK, "2026-03-21", None),
    ]
    assert {row["plan"] for row in found["scans"]} == {STREETS}
    assert [(row["total"], row["days"], row["hidden_days"]) for row in found["totals"]] == [(5, 1, 0), (7, 1, 1)]
    assert found["unknown"] == [{"codes": "AAAAAA", "scans": 6}]
    assert found["fewer_than"] == 5


def test_the_table_and_the_csv_say_the_same(log):
    text = counted(log)
    assert "Cổng công viên" in text.stdout
    assert "<5" in text.stdout
    rows = list(csv.DictReader(io.StringIO(counted(log, "--format", "csv").stdout.lstrip("\ufeff"))))
    assert [(row["Nơi treo"], row["Ngày"], row["Lượt quét"]) for row in rows] == [
        ("", "2026-03-22", "5"),
        ("cong-vien", "2026-03-20", "7"),
        ("cong-vien", "2026-03-21", "<5"),
        ("", "", "6"),
    ]


def test_what_was_read_and_left_out_is_said_beside_the_result(log):
    done = counted(log)
    assert "32 dòng" in done.stderr
    assert "9 lượt" in done.stderr
    assert "1 dòng không đúng dạng" in done.stderr


def test_it_speaks_english_too(log):
    done = counted(log, language="en")
    assert "1 lines are not in the combined log format" in done.stderr


def test_several_logs_compressed_ones_and_standard_input_are_one(log, tmp_path):
    (tmp_path / "access.log.2.gz").write_bytes(gzip.compress(opened(PARK, 3)))
    logs = [log, tmp_path / "access.log.2.gz", "-", "--format", "json"]
    command = [sys.executable, "-m", "generator", "--project", str(CODES), "qr", "count", *map(str, logs)]
    done = subprocess.run(command, input=opened(PARK, 2, 21), capture_output=True, check=True)
    assert [row["scans"] for row in json.loads(done.stdout)["scans"]] == [5, 10, 6]
    # The same file twice is a slip of the hand.
    assert counted(log, log, "--format", "json").stdout == counted(log, "--format", "json").stdout


def test_codes_of_former_ids_count_for_the_place_of_today(log, tmp_path):
    project = copy_of(CODES, tmp_path)
    change(project / f"plans/{STREETS}.yml", "id: cong-vien\n", "id: cong-vien-moi\n    former_ids: [cong-vien]\n")
    new = code_for(STREETS, "cong-vien-moi")
    log.write_bytes(opened(PARK, 3) + opened(new, 3))
    (row,) = json.loads(counted(log, "--format", "json", project=project).stdout)["scans"]
    # Added up before small numbers are hidden.
    assert (row["placement"], row["scans"], row["codes"]) == ("cong-vien-moi", 6, " ".join(sorted((PARK, new))))


def test_no_address_and_no_agent_is_written(log):
    done = counted(log)
    assert "203.0.113" not in done.output
    assert "Mozilla" not in done.output


@pytest.mark.parametrize("content", [None, gzip.compress(opened(PARK, 300))[:-9], b"\x1f\x8bnothing"])
def test_a_log_that_cannot_be_read_to_its_end_counts_nothing(tmp_path, content):
    file = tmp_path / "access.log.gz"
    if content is not None:
        file.write_bytes(content)
    done = run("--project", CODES, "qr", "count", file)
    assert done.exit_code == 2
    assert "access.log.gz" in done.stderr
    assert done.stdout == ""


def test_logs_without_scans_say_so(tmp_path):
    (tmp_path / "access.log").write_bytes(line("/"))
    assert "Chưa có lượt quét" in counted(tmp_path / "access.log").stdout
