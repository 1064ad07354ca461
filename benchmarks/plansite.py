"""One build of a project, as the command line makes it; without the search's own index when asked.

python -m benchmarks.plansite PROJECT OUTPUT JOBS [--no-search]
"""

import sys
from datetime import date
from pathlib import Path

from generator.publishing import search
from generator.publishing.build import build
from generator.publishing.report import Request

DAY = date(2024, 5, 1)

if __name__ == "__main__":
    if "--no-search" in sys.argv:
        search.can_search = lambda: False
    outcome = build(Request(Path(sys.argv[1]), Path(sys.argv[2]), DAY, int(sys.argv[3])))
    sys.exit(outcome.report is None)
