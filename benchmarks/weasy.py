"""Milliseconds that WeasyPrint takes for pages; runs in .venv-bench, where it is installed.

python weasy.py FILE ROUNDS     FILE: JSON, {name: {"pages": [HTML, ...], "variant": "pdf/ua-1" or null}}
"""

import json
import statistics
import sys
import time
from pathlib import Path

import weasyprint


def milliseconds(pages: list[str], variant: str | None, rounds: int) -> tuple[float, float]:
    """Give the milliseconds a page, by the clock and of the processor: medians of rounds after one without count."""
    found = []
    for _ in range(rounds + 1):
        clock, processor = time.perf_counter(), time.process_time()
        for page in pages:
            weasyprint.HTML(string=page).write_pdf(pdf_variant=variant)
        found.append((time.perf_counter() - clock, time.process_time() - processor))
    clock, processor = (statistics.median(times) * 1000 / len(pages) for times in zip(*found[1:], strict=True))
    return clock, processor


if __name__ == "__main__":
    asked = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    print(
        json.dumps({name: milliseconds(one["pages"], one["variant"], int(sys.argv[2])) for name, one in asked.items()})
    )
