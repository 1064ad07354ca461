"""Plans that were read before stand on a shelf, under a key of all that reading them depends on."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import overload

from generator.domain.facts import PlanFacts, facts_of
from generator.domain.naming import NameIndex
from generator.domain.plan import Plan
from generator.domain.problem import Problem
from generator.frozen import frozen
from generator.publishing.packed import Packed
from generator.publishing.processes import forgo_garbage
from generator.publishing.program import program_digest
from generator.publishing.store import Store, digest_of
from generator.reading.files import AGENCIES, DOCUMENTS, notice_files, read_bytes
from generator.reading.marks import Mark
from generator.reading.notices import KindFile
from generator.reading.openable import Afresh, Openable, read_plan_file
from generator.reading.plans import PlanFile
from generator.reading.registries import RegistryRead

_PLAN, _NOTE, _REGISTRY, _SHELF = "plan", "read", "registry", "shelf"
# So many plans stay open at a time.
_OPEN = 128
# Below so many plans to read, a second process costs more than it saves.
_WORTH_A_PROCESS = 12
_IN_A_BATCH = 8


@frozen
class ReadNote:
    """What came of reading one plan file, without the plan. `key` is that of the plan."""

    key: str
    facts: PlanFacts | None
    problems: tuple[Problem, ...]
    weighed: tuple[Problem, ...]
    marks: tuple[Mark, ...]


class Shelf:
    """Reads a project's registry and plans, or finds them in `store` where they were read before."""

    def __init__(self, store: Store, pool: Callable[[], Executor] | None = None) -> None:
        self._store, self._pool = store, pool
        self._registry_key = ""
        self._stand: tuple[tuple[str, str], ...] = ()
        self._last, self._used = "", frozenset[str]()

    @property
    def folder(self) -> Path:
        """The folder of the store."""
        return self._store.folder

    @property
    def registry_key(self) -> str:
        """What tells the registries of the project from any others."""
        return self._registry_key

    def kept(self, root: Path) -> "KeptPlans":
        """Give the plans that were read without errors, in their order, for another process to open."""
        return KeptPlans(self.folder, root, self._registry_key, self._stand)

    def keys(self) -> set[str]:
        """Give the keys of all that stands on the shelf for the project as it is."""
        return {self._registry_key, self._last, *self._used}

    def registry(self, root: Path) -> RegistryRead:
        """Give the registries."""
        files = [read_bytes(root, file).data or b"" for file in (AGENCIES, DOCUMENTS)]
        self._registry_key = digest_of(program_digest(), *files)
        found = self._store.find(_REGISTRY, self._registry_key)
        if not isinstance(found, RegistryRead):
            found = Afresh().registry(root)
            self._store.keep(_REGISTRY, self._registry_key, found)
        return found

    def plans(
        self, root: Path, files: Sequence[str], names: NameIndex | None, kinds: Sequence[KindFile] = ()
    ) -> Sequence[PlanFile]:
        """Give the plans in `files`, in their order."""
        fitted = digest_of(self._registry_key, *(read_bytes(root, file).data or b"" for file in notice_files(root)))
        keys = {file: _key(root, file, fitted) for file in files}
        last = digest_of(_SHELF, program_digest(), str(root))
        known: Packed[str, ReadNote] = self._store.find(_SHELF, last) or Packed({})
        notes = {key: known.get(key) or self._store.find(_NOTE, key) for key in keys.values()}
        new = {file: key for file, key in keys.items() if notes[key] is None}
        notes.update((note.key, note) for note in self._read(root, new, names, kinds))
        if new or len(known) != len(notes):
            unknown = {key: note for key, note in notes.items() if key not in known}
            self._store.keep(_SHELF, last, known.renewed(notes, Packed(unknown)))
        self._last, self._used = last, frozenset(keys.values())
        self._stand = tuple((file, key) for file, key in keys.items() if notes[key].facts is not None)
        opened = lru_cache(_OPEN)(partial(open_plan, self._store, root, names))
        return tuple(self._file(file, notes[key], opened) for file, key in keys.items())

    def _read(
        self, root: Path, new: dict[str, str], names: NameIndex | None, kinds: Sequence[KindFile]
    ) -> list[ReadNote]:
        """Read what was not read before, in further processes where that pays."""
        items = tuple(new.items())
        if self._pool is None or len(items) < _WORTH_A_PROCESS:
            return [read_one(self._store, root, file, key, names, kinds) for file, key in items]
        batches = [items[at : at + _IN_A_BATCH] for at in range(0, len(items), _IN_A_BATCH)]
        work = partial(read_batch, self._store.folder, self._registry_key, root, kinds)
        return [note for found in self._pool().map(work, batches) for note in found]

    def _file(self, file: str, note: ReadNote, opened: Callable[[str, str], Plan]) -> PlanFile:
        return Openable(file, note.problems, note.weighed, note.marks, note.facts, partial(opened, file, note.key))


def _key(root: Path, file: str, fitted: str) -> str:
    """Give the key of a plan file: its bytes, its name (problems tell it), and `fitted`: what it must fit."""
    data = read_bytes(root, file).data
    return digest_of(fitted, file, b"" if data is None else data, str(data is None))


def open_plan(store: Store, root: Path, names: NameIndex | None, file: str, key: str) -> Plan:
    """Open a plan; one that is no longer there, or broken, is read again."""
    plan = store.find(_PLAN, key)
    if isinstance(plan, Plan):
        return plan
    read = read_plan_file(root, file, names).plan
    if read is None:
        raise LookupError(file)
    return read


@dataclass(frozen=True)
class KeptPlans(Sequence[Plan]):
    """The plans on the shelf, as another process opens them: `keys` are (file, key) of each."""

    folder: Path
    root: Path
    registry: str
    keys: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Plan: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Plan]: ...
    def __getitem__(self, at: int | slice) -> Plan | Sequence[Plan]:
        if isinstance(at, slice):
            return replace(self, keys=self.keys[at])
        return _opened(self.folder, self.root, self.registry, *self.keys[at])


@lru_cache(_OPEN)
def _opened(folder: Path, root: Path, registry: str, file: str, key: str) -> Plan:
    """Open a plan in this process; the names of bodies are needed only where it must be read again."""
    plan = Store(folder).find(_PLAN, key)
    return plan if isinstance(plan, Plan) else open_plan(Store(folder), root, _names(folder, registry, root), file, key)


def read_one(
    store: Store, root: Path, file: str, key: str, names: NameIndex | None, kinds: Sequence[KindFile]
) -> ReadNote:
    """Read a plan file and put what came of it on the shelf."""
    read = read_plan_file(root, file, names, kinds)
    facts = None
    if read.plan is not None:
        facts = facts_of(read.plan, store.keep(_PLAN, key, read.plan))
    note = ReadNote(key, facts, read.problems, read.weighed, read.marks)
    store.keep(_NOTE, key, note)
    return note


def read_batch(
    folder: Path, registry: str, root: Path, kinds: Sequence[KindFile], items: Sequence[tuple[str, str]]
) -> list[ReadNote]:
    """Read some plan files in a process of their own."""
    forgo_garbage()
    names = _names(folder, registry, root)
    return [read_one(Store(folder), root, file, key, names, kinds) for file, key in items]


@lru_cache(maxsize=1)
def _names(folder: Path, registry: str, root: Path) -> NameIndex | None:
    """Give the names of bodies in this process."""
    found = Store(folder).find(_REGISTRY, registry)
    return (found if isinstance(found, RegistryRead) else Afresh().registry(root)).names
