"""Measures the build and the stacks that it is compared with, in one run, and writes benchmarks/RESULTS.md.

make bench ARGS=builds                        (100 and 1,000 plans; the other stacks at 100)
make bench ARGS="builds --sizes 100,1000,10000 --stack 1000"
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Cost, cost_of
from benchmarks.others import assembled_stack, hugo, make_environment
from benchmarks.synthetic import make_project

ROOT = Path(__file__).resolve().parent.parent
Stages = dict[str, tuple[float, float]]
"""By stage: seconds of one processor, and the most MB held when a step of it ended."""


RESULTS = ROOT / "benchmarks" / "RESULTS.md"


@dataclass(frozen=True)
class Size:
    """What builds of one number of plans cost, without the search's index, and how many files they made."""

    plans: int
    files: int
    nothing: Cost
    unchanged: Cost
    edited: Cost
    """After the first edit, for which a second folder of the site is laid."""
    edited_again: Cost
    """After any further one."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure everything and write it down."""
    asked = _arguments(arguments)
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="plansite-bench-") as folder:
        work = Path(folder)
        log = work / "log.txt"
        make_environment(log)
        measured = [_measure(work, log, size, asked.jobs) for size in sorted({*sizes, asked.stack})]
        stages = _stages(work / f"p{asked.stack}")
        stack = assembled_stack(work / f"s{asked.stack}", work / "stack", log)
        go = hugo(work / f"s{asked.stack}", work / "hugo", log)
    RESULTS.write_text(_report(asked, measured, stages, stack, go), encoding="utf-8")
    print(RESULTS.read_text("utf-8"))


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench: builds")
    parser.add_argument("--sizes", default="100,1000", help="numbers of plans, with commas between")
    parser.add_argument("--stack", type=int, default=100, help="the number of plans for the other stacks")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(arguments)


def _measure(work: Path, log: Path, plans: int, jobs: int) -> Size:
    """Build a project of `plans` from nothing, again, and after one edit."""
    project, site = work / f"p{plans}", work / f"s{plans}"
    make_project(project, plans)
    command = [sys.executable, "-m", "benchmarks.plansite", str(project), str(site), str(jobs), "--no-search"]
    print(f"{plans} plans ...", flush=True)
    nothing, unchanged = cost_of(command, ROOT, log), cost_of(command, ROOT, log)
    plans_of = sorted((project / "plans").glob("*-*-*.yml"))
    edited = []
    for turn in range(3):
        _edit(random.Random(turn).choice(plans_of), turn)
        edited.append(cost_of(command, ROOT, log))
    # The folder that lies by after the second build is there for the third.
    return Size(plans, sum(path.is_file() for path in site.rglob("*")), nothing, unchanged, edited[0], edited[2])


def _edit(plan: Path, turn: int) -> None:
    """Change the summary of a plan."""
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("summary:\n  vi: >-\n", f"summary:\n  vi: >-\n    ({turn})\n", 1), encoding="utf-8")


def _stages(project: Path) -> Stages:
    """Give seconds and most MB of each stage at one size, in one process."""
    command = [sys.executable, "-m", "benchmarks.kinds", str(project)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: Stages = json.loads(done.stdout)
    return found


def _report(asked: argparse.Namespace, sizes: list[Size], stages: Stages, stack: dict[str, Cost], go: Cost) -> str:
    """Write the results: ratios first."""
    ours = next(size for size in sizes if size.plans == asked.stack)
    whole = stack["pages"] + stack["codes and PDFs"]
    html = sum(seconds for stage, (seconds, _) in stages.items() if stage in ("pages: templates", "pages: shell"))
    ratio = whole.processor / ours.nothing.processor
    parts = [
        "# What the build costs\n",
        f'Made by `make bench ARGS="builds --sizes {asked.sizes} --stack {asked.stack} --jobs {asked.jobs}"` on '
        f"{os.cpu_count()} processors ({platform.machine()}, {platform.system()}, Python {platform.python_version()}). "
        "Compare ratios, not seconds. *Processor* counts all processes of a build and hardly changes with what else "
        "runs on the machine; *clock* does. The search's own index is left out of every figure.\n",
        _sizes_table(sizes),
        f"## Against others, {asked.stack} plans in two languages\n",
        "| | clock s | processor s | processor, plansite = 1 |\n|---|---:|---:|---:|",
        _row("plansite: pages, codes, notice files", ours.nothing, ours.nothing),
        *(_row(f"assembled stack: {name}", cost, ours.nothing) for name, cost in stack.items()),
        _row("assembled stack, together", whole, ours.nothing),
        _row("Hugo: text of the same pages only", go, ours.nothing),
        f"\nThe assembled stack takes {ratio:.1f} times the processor time of plansite for the same text, codes and "
        f"PDFs; plansite also checks the data, draws the timelines and writes Word files. Templates and shell of all "
        f"pages take {html:.1f} s of one processor; Hugo takes {go.processor:.1f} s for the bare text of the same "
        "pages.\n",
        _stages_table(stages, asked.stack),
        "\n" + _remarks(),
    ]
    return "\n".join(parts)


def _sizes_table(sizes: list[Size]) -> str:
    rows = [
        f"| {size.plans} | {size.files} | {what} | {_seconds(cost)} | {cost.peak:.0f} | {grown} |"
        for before, size in zip([None, *sizes], sizes, strict=False)
        for what, cost, grown in (
            ("from nothing", size.nothing, _growth(before, size)),
            ("nothing to do", size.unchanged, ""),
            ("one plan edited, the first time", size.edited, ""),
            ("one plan edited", size.edited_again, ""),
        )
    ]
    head = "| plans | files | build | clock s | processor s | peak MB of one process | times the size before |"
    return "\n".join(("## Sizes\n", head, "|---:|---:|---|---:|---:|---:|---:|", *rows, ""))


def _seconds(cost: Cost) -> str:
    return f"{cost.clock:.2f} | {cost.processor:.2f}"


def _growth(before: Size | None, size: Size) -> str:
    if before is None:
        return ""
    times = size.nothing.processor / before.nothing.processor
    return f"{times:.1f} for {size.plans / before.plans:.0f} times the plans"


def _row(name: str, cost: Cost, ours: Cost) -> str:
    return f"| {name} | {cost.clock:.2f} | {cost.processor:.2f} | {cost.processor / ours.processor:.2f} |"


def _stages_table(stages: Stages, plans: int) -> str:
    rows = sorted(stages.items(), key=lambda item: -item[1][0])
    total = sum(seconds for seconds, _ in stages.values())
    lines = (
        f"| {name} | {seconds:.2f} | {seconds / total:.0%} | {seconds / plans * 1000:.1f} | {memory:.0f} |"
        for name, (seconds, memory) in rows
    )
    head = "| stage | processor s | share | ms a plan | peak MB |\n|---|---:|---:|---:|---:|"
    return "\n".join((f"## By stage and kind, {plans} plans, one process\n", head, *lines))


def _remarks() -> str:
    """Give what must be said beside the figures."""
    file = ROOT / "benchmarks" / "REMARKS.md"
    return file.read_text("utf-8") if file.is_file() else ""


if __name__ == "__main__":
    main()
