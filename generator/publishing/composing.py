"""Which object stands at which path of a site, out of what came of its parts."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from generator.frozen import frozen
from generator.publishing.engine import theme_assets
from generator.publishing.headers import header_files
from generator.publishing.making import Workshop
from generator.publishing.remaking import Remade
from generator.publishing.remembering import Memory
from generator.publishing.report import Site


@frozen
class Composed:
    """The objects of a site by path, and the paths at which they may be others than in the last site."""

    objects: Mapping[str, str]
    changed: frozenset[str]


def composed(remade: Remade) -> Composed:
    """Give all objects. Two parts that make one path are a bug and raise ValueError."""
    before, made = remade.past.known, remade.made.seen
    wanted = frozenset(part for part in remade.wanted if part not in made)
    rest = (result for part, result in before.results.apart() if part in wanted) if before is not None else ()
    files = (file for result in rest for file in result.files)
    return Composed(_by_path(chain(_shared(remade.workshop), _of(remade), files)), frozenset())


def recomposed(remade: Remade, memory: Memory, site: Site) -> Composed:
    """Give the objects of the last site, which `memory` is of, with what changed. Raises ValueError as `composed`.

    The files that all pages share hang on what every part is made of, which is the same. The search is told apart.
    """
    wanted = frozenset(remade.wanted)
    gone = (part for part in memory.parts if part in remade.made.seen or part not in wanted)
    left = {path for part in gone for path, _ in memory.results[part].files}
    left.update(path for path, _ in memory.searched[1])
    new = _by_path(_of(remade))
    objects = {path: name for path, (name, _) in site.items() if path not in left}
    twice = objects.keys() & new.keys()
    if twice:
        raise ValueError(f"two jobs make {min(twice)}")
    return Composed({**objects, **new}, frozenset(left | new.keys()))


def _of(remade: Remade) -> Iterator[tuple[str, str]]:
    yield from (file for _, result in remade.made.results.apart() for file in result.files)


def _shared(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """Keep the files that all pages share, and those for the server."""
    shell = next(iter(workshop.shells.values()))
    headers = header_files(shell.base_address, shell.accent, search=shell.search is not None)
    for path, content in (*theme_assets(shell.accent), *headers):
        yield path, workshop.store.keep_object(content)


def _by_path(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path, name in files:
        if path in found:
            raise ValueError(f"two jobs make {path}")
        found[path] = name
    return found
