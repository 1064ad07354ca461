"""Lighthouse with its preset for phones: performance, accessibility, best practices, and search engines."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from audit.equipment import package, program
from audit.figures import Figure, Findings, NotRun
from audit.sample import Sample, Served

TOOL = "Lighthouse"
# Each category with its column and the least score. Its figures of time vary with the machine's other work, hence 98.
CATEGORIES = {
    "performance": ("perf", 98),
    "accessibility": ("a11y", 100),
    "best-practices": ("best", 100),
    "seo": ("SEO", 100),
}
# Where performance was short of its bound, the middle of three counts, as Lighthouse's own notes on variance advise.
_TRIES = 3
_CHROME = "--headless=new --no-sandbox --disable-gpu"

Report = dict[str, Any]


def scored(served: Served) -> Findings:
    """Give the scores of each page; of search engines only where the page may be indexed."""
    found = Findings()
    for sample in served.samples:
        print(f"Lighthouse: {sample.row}", file=sys.stderr, flush=True)
        report = _settled(served.address + sample.path)
        found += Findings(tuple(_figures(report, sample))) if report else _silent(sample)
    return found


def _silent(sample: Sample) -> Findings:
    return Findings(not_run=(NotRun(TOOL, f"it gave no report of {sample.row}; its message stands above"),))


def _settled(url: str) -> Report | None:
    """Give one report, or, where its performance is short of the bound, the middle one of three; None without any."""
    reports: list[Report] = []
    for _ in range(_TRIES):
        # Chromium now and then loses its own record of a load; Lighthouse says to run again.
        reports += filter(None, (_report(url),))
        if reports and _score(reports[0], "performance") >= CATEGORIES["performance"][1]:
            return reports[0]
    middle = sorted(reports, key=lambda report: _score(report, "performance"))
    return middle[len(middle) // 2] if middle else None


def _report(url: str) -> Report | None:
    options = ["--output=json", "--quiet", "--no-enable-error-reporting", f"--chrome-flags={_CHROME}"]
    only = f"--only-categories={','.join(CATEGORIES)}"
    done = subprocess.run(
        ["node", str(package("lighthouse/cli/index.js")), url, *options, only],
        env=os.environ | {"CHROME_PATH": str(program("chromium"))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=False,
    )
    report: Report = json.loads(done.stdout) if done.returncode == 0 and done.stdout else {}
    return report if report and not report.get("runtimeError") else None


def _score(report: Report, category: str) -> int:
    return round((report["categories"][category]["score"] or 0) * 100)


def _figures(report: Report, sample: Sample) -> Iterator[Figure]:
    for category, (column, least) in CATEGORIES.items():
        if category != "seo" or sample.indexed:
            score = _score(report, category)
            faults = tuple(_faults(report, category)) if score < least else ()
            yield Figure(sample.row, column, str(score), score < least, faults)


def _faults(report: Report, category: str) -> Iterator[str]:
    """Tell what cost points, and where."""
    for ref in report["categories"][category]["auditRefs"]:
        audit = report["audits"][ref["id"]]
        if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
            places = (item.get("node", {}).get("snippet", "") for item in audit.get("details", {}).get("items", []))
            yield f"{audit['title']} {audit.get('displayValue', '')} {' '.join(filter(None, places))[:300]}".strip()
