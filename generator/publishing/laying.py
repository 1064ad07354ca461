"""A site laid out of the objects of a store, in one step; begun with the folder that it had before the last.

Of two folders one is the site and one lies by. What both hold is the same but for what the last build changed: to
lay the next site in the one that lies by costs only what differs, where it is known that nobody has touched it. Its
files are links to the same objects as those of the site, which are looked at before: what was written to there in
place would show.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from generator.frozen import frozen
from generator.publishing.lying import folder_times, identity_of
from generator.publishing.report import Finished, Spare
from generator.publishing.store import Store
from generator.publishing.writing import Held, aside_of, settle, take_place, write_all

_SOME = "some"


@frozen
class Start:
    """The last build, whose site lies in the folder with this identity, and the paths at which something changes."""

    last: Finished
    identity: tuple[int, int]
    changed: frozenset[str]

    def name_in_spare(self, path: str) -> str | None:
        """Give the object that lies at a path in the folder that lies by."""
        if self.last.spare is not None and path in self.last.spare.differs:
            return self.last.spare.differs[path]
        return self.name(path)

    def name(self, path: str) -> str | None:
        """Give the object that lies at a path in the site."""
        found = self.last.site.get(path)
        return found[0] if found is not None else None


@frozen
class Laid:
    """What lies now: the objects by path, how the folders lie, and the folder that lies by."""

    objects: Mapping[str, str]
    folders: int
    spare: Spare | None


Further = Callable[[Path], Mapping[str, str]]
"""Makes further files out of those that lie in a folder; gives their objects by path."""


def lay_site(
    output: Path, objects: Mapping[str, str], store: Store, spares: Path, start: Start | None, further: Further | None
) -> Laid:
    """Make `output` hold the `objects`, by path, and those that `further` makes of them. Raises OSError.

    `spares` is where the folder of before lies by. `start` is what is known of it, None where that is nothing.
    """
    with aside_of(output) as aside:
        if not _begun(aside, objects, store, spares, start):
            _laid_out(aside, objects, store, spares)
        made = further(aside) if further is not None else {}
        _put(aside, made, store)
        laid = {**objects, **made}
        folders = folder_times(aside, laid)
        take_place(aside, output)
        known = start if start is not None and identity_of(aside) == start.identity else None
        _put_by(aside, spares / (known.last.stamp if known is not None else _SOME))
    return Laid(laid, folders, _spare(known, laid, known.changed | made.keys()) if known is not None else None)


def _begun(aside: Path, objects: Mapping[str, str], store: Store, spares: Path, start: Start | None) -> bool:
    """Begin with the spare folder, changing what differs; False where it is not the one that is known, or touched."""
    spare = start.last.spare if start is not None else None
    if start is None or spare is None or not _taken_up(spares, spare.stamp, aside):
        return False
    held = {path for path, name in spare.differs.items() if name is not None}
    if folder_times(aside, (start.last.site.keys() - spare.differs.keys()) | held) != spare.folders:
        return False
    paths = spare.differs.keys() | start.changed
    different = {path for path in paths if objects.get(path) != start.name_in_spare(path)}
    for path in different:
        if start.name_in_spare(path) is not None:
            _remove(aside, path)
    _put(aside, {path: objects[path] for path in different if path in objects}, store)
    return True


def _laid_out(aside: Path, objects: Mapping[str, str], store: Store, spares: Path) -> None:
    """Lay out everything: in any folder that lies by what is right there stays, an empty one is simply filled."""
    if _taken_up(spares, None, aside) or any(aside.iterdir()):
        settle(aside, {path: _held(store, name) for path, name in objects.items()})
    else:
        _put(aside, objects, store)


def _taken_up(spares: Path, stamp: str | None, aside: Path) -> bool:
    """Make a spare folder the one to start from, any where `stamp` is None; False where there is none."""
    found = [spares / stamp] if stamp is not None else sorted(spares.glob("*"))
    for one in found:
        with contextlib.suppress(OSError):
            one.rename(aside)
            return True
    return False


def _put(folder: Path, objects: Mapping[str, str], store: Store) -> None:
    """Put objects where nothing is."""
    write_all(folder, ((path, Held(store.object_path(name), None)) for path, name in objects.items()))


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    os.unlink(folder / path)
    above = os.path.dirname(path)
    with contextlib.suppress(OSError):
        while above:
            os.rmdir(folder / above)
            above = os.path.dirname(above)


def _put_by(aside: Path, spare: Path) -> None:
    """Keep what was there before, where it can be had by a rename; one folder is enough."""
    shutil.rmtree(spare.parent, ignore_errors=True)
    with contextlib.suppress(OSError):
        spare.parent.mkdir(parents=True, exist_ok=True)
        aside.rename(spare)


def _spare(start: Start, laid: Mapping[str, str], changed: Iterable[str]) -> Spare:
    """Say what lies by now: the folder of the last build."""
    differs = {path: start.name(path) for path in changed if start.name(path) != laid.get(path)}
    return Spare(start.last.stamp, differs, start.last.folders)


def _held(store: Store, name: str) -> Held:
    found = store.lying(name)
    return Held(store.object_path(name), (found.device, found.number) if found is not None else None)
