"""Projects of any number of plans, made of the real ones: the same sizes and shapes, other ids, places and bodies.

Thirty plans share a set of registries: six plans of each town, so that a town's bodies have six plans to
answer for. Beyond a thousand plans there are no more towns: a registry is one file, and towns go on planning.
The same `count` and `seed` give the same bytes.

    python -m benchmarks.synthetic 1000 FOLDER
"""

import random
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REGISTRIES = ("agencies.yml", "documents.yml")
COPIES_IN_A_TOWN = 6
MOST_SETS = 34
_ENTRY_ID = re.compile(r"^  - (?:\{)?id: ([a-z0-9-]+)", re.MULTILINE)


def make_project(folder: Path, count: int, seed: int = 1) -> None:
    """Make a project of `count` plans in the empty or missing `folder`."""
    plans = folder / "plans"
    plans.mkdir(parents=True)
    shutil.copy(ROOT / "site_config.yml", folder)
    shutil.copytree(ROOT / "content", folder / "content")
    models = sorted(path for path in (ROOT / "plans").glob("*.yml") if _holds_a_plan(path))
    group = len(models) * COPIES_IN_A_TOWN
    groups = min(-(-count // group), MOST_SETS)
    for name in REGISTRIES:
        (plans / name).write_text(_registry(name, groups), encoding="utf-8")
    order = random.Random(seed)
    for number in range(count):
        model = models[number % len(models)]
        text = _plan(model, number, number // group % groups, order.randrange(1, 400))
        (plans / f"{model.stem}-{number}.yml").write_text(text, encoding="utf-8")


def _holds_a_plan(path: Path) -> bool:
    return path.name not in (*REGISTRIES, "published.yml")


def _plan(model: Path, number: int, group: int, document: int) -> str:
    """Give the text of plan `number`, of the towns of `group`, under another number of document."""
    text = _renamed(model.read_text(encoding="utf-8"), group)
    text = re.sub(rf"(?m)^id: {re.escape(model.stem)}$", f"id: {model.stem}-{number}", text)
    text = re.sub(r"(?m)^former_ids:.*\n", "", text)
    return re.sub(r"(?m)^(short_title:\n  vi: )(.*)$", rf"\g<1>\g<2> ({document})", text)


def _registry(name: str, groups: int) -> str:
    """Give a registry with the entries of all groups; what belongs to no town stands in it once."""
    out = []
    for head, body in _sections(_read(name)):
        entries = _split(body)
        out.append(head)
        for group in range(groups):
            out.extend(_entries(entries, group))
    return "".join(out)


def _sections(text: str) -> list[tuple[str, str]]:
    """Split a registry into (head, entries) of its lists."""
    pieces = re.split(r"(?m)^([a-z]+:\n)", text)
    return [(pieces[0], ""), *zip(pieces[1::2], pieces[2::2], strict=True)]


def _split(body: str) -> list[str]:
    return re.split(r"(?m)^(?=  - )", body)[1:]


def _read(name: str) -> str:
    return (ROOT / "plans" / name).read_text(encoding="utf-8")


def _entries(entries: list[str], group: int) -> Iterator[str]:
    for entry in entries:
        found = _ENTRY_ID.match(entry)
        shared = found is not None and found[1] not in _own_ids()
        if not shared or group == 0:
            yield _renamed(entry, group)


def _renamed(text: str, group: int) -> str:
    """Give `text` with the ids and names of the towns of `group`; the first group keeps the real ones."""
    if group == 0:
        return text
    text = _ids_pattern().sub(rf"\g<0>-{group}", text)
    return _names_pattern().sub(rf"\g<0> {group}", text)


@lru_cache
def _own_ids() -> frozenset[str]:
    """Give the ids of places, of bodies that have a place, and of documents that such bodies issued."""
    towns = [
        found[1]
        for head, body in _sections(_read("agencies.yml"))
        for entry in _split(body)
        if (head.startswith("places") or re.search(r"\bplace: ", entry)) and (found := _ENTRY_ID.match(entry))
    ]
    local = _any_of(towns)
    documents = [
        found[1]
        for _, body in _sections(_read("documents.yml"))
        for entry in _split(body)
        if local.search(entry) and (found := _ENTRY_ID.match(entry))
    ]
    return frozenset((*towns, *documents))


@lru_cache
def _ids_pattern() -> re.Pattern[str]:
    return _any_of(_own_ids())


def _any_of(ids: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(ids, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")


@lru_cache
def _names_pattern() -> re.Pattern[str]:
    """Give the names of the five towns; a name within quotes or after a comma changes alike."""
    names = "Tân An|Lai Châu|Đức Phổ|Vinh|Long Khánh"
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


if __name__ == "__main__":
    make_project(Path(sys.argv[2]), int(sys.argv[1]))
