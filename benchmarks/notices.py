"""Milliseconds for a notice as PDF and as Word file, beside WeasyPrint for a page of the same text, in one run.

    python -m benchmarks.notices [--rounds 20]

Every round sets the notices of the project's own plans with another subject, so that nothing is remembered from the
round before. The median of the rounds counts; the least says what the machine can do when nothing else runs.
WeasyPrint is measured where it is installed (benchmarks/requirements.txt); it is no dependency of the project.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

from generator.drawing.official_docx import official_docx
from generator.drawing.official_pdf import official_pdf
from generator.drawing.typst import PdfSettings
from generator.official_paper import OfficialPaper
from generator.reading.project import read_project
from generator.views.notice import notice_pages
from generator.views.site import site_view

Maker = Callable[[OfficialPaper], object]

_ROOT = Path(__file__).resolve().parent.parent
_DAY = date(2026, 11, 20)
_WARM_UP = 2


def papers() -> tuple[OfficialPaper, ...]:
    """Give the papers of all notices of the project, in all languages."""
    project = read_project(_ROOT).project
    if project is None:
        raise SystemExit("the project has errors: run plansite check")
    site = site_view(project, _DAY)
    pairs = ((context, plan) for context in site.contexts for plan in context.index.plans.values())
    return tuple(page.paper for context, plan in pairs for page in notice_pages(context, plan, site.sizes))


def measured(name: str, make: Maker, subjects: Iterable[OfficialPaper], rounds: int) -> float:
    """Measure `make` over `rounds`, print the milliseconds a paper, and give the median."""
    found = []
    for number in range(rounds + _WARM_UP):
        fresh = [replace(paper, subject=f"{paper.subject} ({name} {number})") for paper in subjects]
        start = time.perf_counter()
        for paper in fresh:
            make(paper)
        found.append((time.perf_counter() - start) * 1000 / len(fresh))
    kept = found[_WARM_UP:]
    median = statistics.median(kept)
    print(f"{name:<28}{median:>9.1f}{min(kept):>9.1f}")
    return median


def weasyprint_maker() -> Maker | None:
    """Give the maker that sets the same text with WeasyPrint; None where it is not installed."""
    try:
        from weasyprint import HTML
    except ImportError:
        return None
    return lambda paper: HTML(string=_page(paper)).write_pdf()


def _page(paper: OfficialPaper) -> str:
    lines = "".join(f"<p>{escape(text)}</p>" for text in paper.texts)
    style = "@page{size:A4;margin:20mm 15mm 20mm 30mm}body{font:14pt serif}"
    return f"<html lang={paper.language}><style>{style}</style><title>{escape(paper.title)}</title>{lines}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    subjects = papers()
    print(f"{len(subjects)} notices, {rounds} rounds{'':<8}median    least   (ms a paper)")
    pdf = measured("PDF/UA-1 with Typst", lambda paper: official_pdf(paper, PdfSettings()), subjects, rounds)
    measured("DOCX with python-docx", official_docx, subjects, rounds)
    other = weasyprint_maker()
    if other is None:
        print("WeasyPrint is not installed: pip install -r benchmarks/requirements.txt")
        return
    slow = measured("PDF with WeasyPrint", other, subjects, max(3, rounds // 5))
    print(f"Typst takes a {slow / pdf:.0f}th of the time, tags and layout included")


if __name__ == "__main__":
    main()
