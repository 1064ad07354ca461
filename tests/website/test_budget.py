"""The phone's budget: the largest page of each kind, on a first visit over a slow network, compressed as a host does.

The same for any number of plans: `make audit ARGS="--plans 1000 --only budget"`.
"""

import pytest

from audit.figures import Findings
from audit.hosting import by_python
from audit.sample import sampled
from audit.table import shown
from audit.wire import visit

# The day of the build that the fixture shows.
DAY = "2026-11-20"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_first_visit_keeps_the_budget_on_every_kind_of_page(browser, site, language):
    samples = [sample for sample in sampled(site.folder) if sample.language == language]
    assert len(samples) > 10
    with by_python(site.folder) as (address, _):
        figures = [figure for sample in samples for figure in visit(browser, address, sample, DAY)]
    assert not any(figure.broken for figure in figures), shown(Findings(tuple(figures)))
