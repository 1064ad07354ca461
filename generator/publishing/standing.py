"""A site that is built again and again in one process: what was read and made stays at hand from build to build."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.publishing.build import FINISHED, key_of, store_of
from generator.publishing.in_place import lay_changes
from generator.publishing.laying import Laid
from generator.publishing.lying import identity_of, lies
from generator.publishing.rebuilding import NO_SEARCH, Before, Layout, rebuild
from generator.publishing.remembering import Searched
from generator.publishing.report import Finished, Outcome, Request
from generator.publishing.store import Store
from generator.publishing.warm_store import WarmStore
from generator.publishing.writing import File, Held, publish
from generator.routes import SEARCH


@contextmanager
def standing_site(request: Request) -> Iterator["StandingSite"]:
    """Give the site of a request; what is known of it is written down at the end, for the next time."""
    with store_of(request) as store:
        site = StandingSite(request, WarmStore(store.folder))
        yield site
        site.write_down()


class StandingSite:
    """A site in a folder. Its search is left as it lies there: that is made apart, and later."""

    def __init__(self, request: Request, store: WarmStore) -> None:
        self._request, self._store, self._key = request, store, key_of(request)
        found = store.find(FINISHED, self._key)
        self._last = found if isinstance(found, Finished) else None
        self._laid: Mapping[str, str] | None = None

    @property
    def folder(self) -> Path:
        """The folder in which the site lies."""
        return self._request.output

    def build(self, day: date) -> Outcome:
        """Make what is new as on `day`, and lay it out. Raises OSError."""
        first = self._laid is None
        try:
            finished = self._rebuilt(day)
        except OSError:
            # Something that was taken for granted may be gone.
            self._store.look_again()
            self._last = self._laid = None
            finished = self._rebuilt(day)
        if finished.outcome.report is not None:
            self._last = finished
        if first and self._laid is not None:
            self.write_down()
            gc.collect()
            gc.freeze()  # what is at hand now mostly stays: looking through it for garbage is waste
        return finished.outcome

    def write_down(self) -> None:
        """Write what is known of the site, so that another process need not find it out."""
        self._store.write()
        if self._laid is not None:
            self._store.keep(FINISHED, self._key, self._last)

    def _rebuilt(self, day: date) -> Finished:
        request = replace(self._request, as_of=day)
        before = Before(self._last, identity_of(request.output)) if self._laid is not None else Before(self._last)
        return rebuild(request, self._store, self._key, "", before, self._lay)

    def _lay(self, request: Request, store: Store, layout: Layout) -> tuple[Laid, Searched, str | None]:
        """Lay out what differs; at first, or where the folder is gone, the whole."""
        objects = layout.objects
        if self._laid is not None and request.output.is_dir():
            lay_changes(request.output, self._laid, objects, store)
        else:
            files = [(path, Held(store.object_path(name), None)) for path, name in objects.items()]
            publish(request.output, (*files, *_search_of(request.output)))
        self._laid = objects
        return Laid(objects, 0, None), NO_SEARCH, None


def _search_of(folder: Path) -> Iterator[File]:
    """Give the files of the search that lies in a site."""
    yield from ((SEARCH + name, folder / SEARCH / name) for name in lies(folder / SEARCH))
