"""Milliseconds for a notice as PDF and as Word file, beside WeasyPrint for pages of the same text, in one run.

    make bench ARGS="notices --rounds 20"

Every round sets the notices of the project's own plans with other words, so that no paper is remembered from the
round before: once with a new word in every text that a plan brings (as if each notice were of another plan of
another office), once with another subject only (as the notices of one office are, whose other words are mostly
alike). Medians of the rounds; processor time counts all threads and hardly changes with what else the machine does.

WeasyPrint sets the same words twice: in the same official layout, tagged as PDF/UA-1, which is the same piece of
work; and as bare paragraphs without layout, code or tags, which is less. Both sides also set a face of the machine.
"""

import argparse
import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.others import make_environment, tool
from benchmarks.same_paper import official_page, plain_page
from generator.drawing.official_docx import official_docx
from generator.drawing.official_pdf import official_pdf
from generator.drawing.typst import PdfSettings
from generator.official_paper import Block, Item, OfficialPaper, Runs
from generator.reading.project import read_project
from generator.views.notice import notice_pages
from generator.views.site import site_view

Cost = tuple[float, float]
"""Milliseconds a paper, medians of the rounds: by the clock, and of the processor."""

_ROOT = Path(__file__).resolve().parent.parent
_DAY = date(2026, 11, 20)
_WARM_UP = 2
_FACE = "DejaVu Serif"
_SAME = "WeasyPrint, same layout, PDF/UA-1"


def papers() -> tuple[OfficialPaper, ...]:
    """Give the papers of all notices of the project, in all languages."""
    project = read_project(_ROOT).project
    if project is None:
        raise SystemExit("the project has errors: run plansite check")
    site = site_view(project, _DAY)
    pairs = ((context, plan) for context in site.contexts for plan in context.index.plans.values())
    return tuple(page.paper for context, plan in pairs for page in notice_pages(context, plan, site.sizes))


def another_subject(paper: OfficialPaper, number: int) -> OfficialPaper:
    """Give the paper with another subject."""
    return replace(paper, subject=_new_runs(paper.subject, number))


def another_plan(paper: OfficialPaper, number: int) -> OfficialPaper:
    """Give the paper with a new word in every text but the country's name and the labels, which all papers share."""
    return replace(
        another_subject(paper, number),
        issuer=replace(paper.issuer, text=f"{paper.issuer.text} {number}"),
        superior=f"{paper.superior} {number}" if paper.superior is not None else None,
        number=f"{paper.number} {number}",
        place_date=f"{paper.place_date} {number}",
        body=tuple(_new_block(block, number) for block in paper.body),
        recipients=tuple(f"{line} {number}" for line in paper.recipients),
        foot=replace(paper.foot, address=_new_runs(paper.foot.address, number)),
    )


def _new_block(block: Block, number: int) -> Block:
    return replace(
        block, runs=_new_runs(block.runs, number), items=tuple(_new_item(item, number) for item in block.items)
    )


def _new_item(item: Item, number: int) -> Item:
    return replace(
        item, runs=_new_runs(item.runs, number), items=tuple(_new_item(inner, number) for inner in item.items)
    )


def _new_runs(runs: Runs, number: int) -> Runs:
    return tuple(replace(run, text=f"{run.text} {number}") for run in runs)


def measured(
    make: Callable[[OfficialPaper], object],
    anew: Callable[[OfficialPaper, int], OfficialPaper],
    subjects: Sequence[OfficialPaper],
    rounds: int,
) -> Cost:
    """Measure `make` over rounds of papers that `anew` made of the subjects."""
    found = []
    for number in range(rounds + _WARM_UP):
        fresh = [anew(paper, number) for paper in subjects]
        clock, processor = time.perf_counter(), time.process_time()
        for paper in fresh:
            make(paper)
        found.append((time.perf_counter() - clock, time.process_time() - processor))
    clocks, processors = zip(*found[_WARM_UP:], strict=True)
    clock, processor = (statistics.median(times) * 1000 / len(subjects) for times in (clocks, processors))
    return clock, processor


def ours(subjects: Sequence[OfficialPaper], rounds: int) -> dict[str, Cost]:
    """Measure this project's files."""
    bundled, machine = PdfSettings(), PdfSettings(face=_FACE)

    def pdf(anew: Callable[[OfficialPaper, int], OfficialPaper], settings: PdfSettings) -> Cost:
        return measured(lambda paper: official_pdf(paper, settings), anew, subjects, rounds)

    return {
        "PDF/UA-1, every text new": pdf(another_plan, bundled),
        f"the same in {_FACE}": pdf(another_plan, machine),
        "PDF/UA-1, another subject": pdf(another_subject, bundled),
        "DOCX, every text new": measured(official_docx, another_plan, subjects, rounds),
    }


def weasyprint(subjects: Sequence[OfficialPaper], rounds: int) -> dict[str, Cost]:
    """Measure WeasyPrint in its own environment, with pages of the same papers."""
    official = [official_page(paper, f"'{_FACE}'") for paper in subjects]
    plain = [plain_page(paper, f"'{_FACE}'") for paper in subjects]
    asked = {
        _SAME: {"pages": official, "variant": "pdf/ua-1"},
        "WeasyPrint, same layout, no tags": {"pages": official, "variant": None},
        "WeasyPrint, bare paragraphs, tagged": {"pages": plain, "variant": "pdf/ua-1"},
        "WeasyPrint, bare paragraphs": {"pages": plain, "variant": None},
    }
    with tempfile.TemporaryDirectory(prefix="plansite-bench-") as folder:
        make_environment(Path(folder) / "log.txt")
        file = Path(folder) / "pages.json"
        file.write_text(json.dumps(asked), encoding="utf-8")
        command = [tool("python"), str(_ROOT / "benchmarks" / "weasy.py"), str(file), str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name: (clock, processor) for name, (clock, processor) in json.loads(done.stdout).items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="make bench: notices")
    parser.add_argument("--rounds", type=int, default=20, help="how often every notice is made (default 20)")
    rounds = parser.parse_args(arguments).rounds
    subjects = papers()
    print(f"{len(subjects)} notices, {rounds} rounds: milliseconds a paper{'clock':>10}{'processor':>11}", flush=True)
    made, other = ours(subjects, rounds), weasyprint(subjects, max(2, rounds // 5))
    for name, (clock, processor) in (made | other).items():
        print(f"{name:<42}{clock:>14.1f}{processor:>11.1f}")
    (_, new), (_, same) = made["PDF/UA-1, every text new"], other[_SAME]
    print(f"WeasyPrint takes {same / new:.1f} times the processor for the same text in the same layout, tagged.")


if __name__ == "__main__":
    main()
