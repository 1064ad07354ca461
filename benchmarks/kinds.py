"""What each kind of output costs: seconds of one processor and memory, for views, files by kind, the shell of pages.

python -m benchmarks.kinds PROJECT
"""

import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.plansite import DAY
from generator.outputs.registry import jobs_of, parts_of_site
from generator.pieces import Pieces
from generator.publishing.engine import render_site
from generator.publishing.processes import forgo_garbage
from generator.publishing.shell_words import shell_of
from generator.reading.project import read_project
from generator.views.site import site_view


@dataclass
class Stages:
    """Seconds by stage, the most MB held when a step of it ended, and the moment of the last look at the clock."""

    seconds: Counter[str] = field(default_factory=Counter)
    memory: dict[str, float] = field(default_factory=dict)
    last: float = field(default_factory=time.process_time)

    def add(self, stage: str) -> None:
        """Count the time since the last look to `stage`, and what is held now."""
        now = time.process_time()
        self.seconds[stage] += now - self.last
        self.memory[stage] = max(self.memory.get(stage, 0), _held())
        self.last = time.process_time()


def _held() -> float:
    """Give the MB that this process holds (proc(5), statm); 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2
    except OSError:
        return 0.0


def stages_of(root: Path) -> dict[str, tuple[float, float]]:
    """Give (seconds, most MB) of each stage of a build of the project in `root`, made in one process."""
    forgo_garbage()
    stages = Stages()
    read = read_project(root)
    stages.add("reading")
    if read.project is None:
        raise SystemExit("the project has errors")
    site = site_view(read.project, DAY)
    shells = {context.language: shell_of(site, context) for context in site.contexts}
    pages: dict[str, list] = {}
    for part in parts_of_site(site):
        jobs = list(jobs_of(site, part))
        stages.add(f"views: {part.key.partition(':')[0] if part.scope == 'site' else part.scope}")
        # Files first: a page that tells the size of one is not charged with making it.
        for job in sorted(jobs, key=lambda job: job.path.endswith(".html")):
            made = job.make()
            if isinstance(made, Pieces):
                made = b"".join(made.chunks())
            kind = job.path.rpartition(".")[2]
            stages.add(f"files: {kind}" if isinstance(made, bytes) else "pages: templates")
            if not isinstance(made, bytes):
                pages.setdefault(job.language, []).append(made)
    for language, found in pages.items():
        render_site(shells[language], found)
        stages.add("pages: shell")
    return {stage: (seconds, stages.memory[stage]) for stage, seconds in stages.seconds.items()}


if __name__ == "__main__":
    print(json.dumps(stages_of(Path(sys.argv[1]))))
