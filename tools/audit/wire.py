"""The phone's budget: what a first visit loads, from where, and whether anything moves under the reader's eyes."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from audit.browser import first_visit, opened
from audit.figures import KB, Figure, Findings, at_most, counted
from audit.sample import Sample, Served

MOST_BYTES, MOST_REQUESTS = 90 * KB, 8
OF_THE_SEARCH = ("/tim-kiem/", "/assets/search.")
# From the top to the end and back, as what is drawn late moves what stands beneath.
_READ_TO_THE_END = """async () => {
  const pause = () => new Promise(done => setTimeout(done, 40));
  for (let y = 0, i = 0; y < document.body.scrollHeight && i < 40; y += 740, i++) { scrollTo(0, y); await pause(); }
  scrollTo(0, document.body.scrollHeight); await pause(); scrollTo(0, 0); await pause();
}"""
_WATCH = """
  window.__shifts = [];
  new PerformanceObserver(list => list.getEntries().forEach(entry => entry.hadRecentInput || window.__shifts.push(
    [entry.value, entry.sources.map(s => s.node?.outerHTML ?? s.node?.parentElement?.outerHTML ?? '').join(' ')]
  ))).observe({type: 'layout-shift', buffered: true});
"""


def visited(served: Served) -> Findings:
    """Visit each page for the first time and give what it cost, in bytes, requests and movement."""
    with opened() as browser:
        visits = (visit(browser, served.address, sample, served.day) for sample in served.samples)
        return Findings(tuple(figure for figures in visits for figure in figures))


def visit(browser: Browser, address: str, sample: Sample, day: str | None = None) -> tuple[Figure, ...]:
    """Give what the first visit to a page of the site at `address` costs, on `day` (YYYY-MM-DD) or today."""
    with first_visit(browser) as (page, wire):
        if day is not None:
            # On a later day the phone would put states right, and move what stands beside them.
            page.clock.set_fixed_time(f"{day}T09:00:00+07:00")
        page.add_init_script(_WATCH)
        page.goto(address + sample.path, wait_until="networkidle")
        size, asked = wire.size, len(wire.asked)
        moved = _moved(page, sample.row)
        searched = tuple(url for url in wire.asked if any(part in url for part in OF_THE_SEARCH))
        return (
            at_most(sample.row, "kB", size / KB, MOST_BYTES / KB, f"{size / KB:.1f}"),
            at_most(sample.row, "requests", asked, MOST_REQUESTS, str(asked)),
            counted(sample.row, "of search", searched),
            counted(sample.row, "elsewhere", wire.elsewhere(urlsplit(address).netloc)),
            moved,
        )


def _moved(page: Page, row: str) -> Figure:
    """Give how far things moved while the page loaded and was read to its end: the sum of all layout shifts."""
    page.evaluate(_READ_TO_THE_END)
    shifts: list[tuple[float, str]] = page.evaluate("window.__shifts")
    total = sum(value for value, _ in shifts)
    return Figure(row, "shift", f"{total:.3f}", total > 0, tuple(f"{value:.4f} {what[:150]}" for value, what in shifts))
