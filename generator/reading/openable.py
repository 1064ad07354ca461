"""How the registry and the plans of a project are read: afresh, or by someone who has read them before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, overload

from generator.domain.facts import PlanFacts, facts_of
from generator.domain.naming import NameIndex
from generator.domain.plan import Plan
from generator.domain.problem import Problem
from generator.reading.files import AGENCIES, DOCUMENTS, read_bytes, read_text
from generator.reading.marks import Mark
from generator.reading.notices import KindFile, check_notices
from generator.reading.plans import PlanFile, read_plan
from generator.reading.registries import RegistryRead, read_registry
from generator.reading.warnings import plan_warnings


class Reader(Protocol):
    """Whoever reads the two parts of a project that take time."""

    def registry(self, root: Path) -> RegistryRead:
        """Read the registries."""

    def plans(
        self, root: Path, files: Sequence[str], names: NameIndex | None, kinds: Sequence[KindFile] = ()
    ) -> Sequence[PlanFile]:
        """Read the plans in `files`, in their order; `kinds` of notice are what their notices must fit."""


class Afresh:
    """Reads everything, one after the other, and remembers nothing."""

    def registry(self, root: Path) -> RegistryRead:
        """Read the registries."""
        return read_registry(read_text(root, AGENCIES), read_text(root, DOCUMENTS))

    def plans(
        self, root: Path, files: Sequence[str], names: NameIndex | None, kinds: Sequence[KindFile] = ()
    ) -> Sequence[PlanFile]:
        """Read the plans in `files`."""
        return tuple(read_plan_file(root, file, names, kinds) for file in files)


def read_plan_file(root: Path, file: str, names: NameIndex | None, kinds: Sequence[KindFile] = ()) -> PlanFile:
    """Read one plan of the project at `root`, with its warnings and what is wrong with its notices."""
    read = read_bytes(root, file)
    if read.data is None:
        return PlanFile(file=file, plan=None, problems=read.problems)
    plan = read_plan(file, read.data, names)
    warnings, silenced = plan_warnings(plan, read.data, names)
    return replace(plan, problems=(*plan.problems, *warnings, *check_notices(kinds, plan)), weighed=silenced)


class Openable(PlanFile):
    """A plan file that was read before: its plan is opened only when someone asks for it."""

    __slots__ = ("_open", "facts")
    facts: PlanFacts | None
    _open: Callable[[], Plan]

    def __init__(
        self,
        file: str,
        problems: tuple[Problem, ...],
        weighed: tuple[Problem, ...],
        marks: tuple[Mark, ...],
        facts: PlanFacts | None,
        open_plan: Callable[[], Plan],
    ) -> None:
        super().__init__(file=file, plan=None, problems=problems, weighed=weighed, marks=marks)
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "_open", open_plan)

    def opened(self) -> Plan | None:
        """Give the plan, as long as it has no errors."""
        return self._open() if self.facts is not None else None

    def __getattribute__(self, name: str) -> Any:
        """Open the plan where it is asked for: a field of a frozen dataclass cannot be a property of its heir."""
        if name == "plan":
            return self.opened()
        return object.__getattribute__(self, name)


class Plans(Sequence[Plan]):
    """The plans of those files that have one, opened one at a time."""

    def __init__(self, files: Sequence[PlanFile]) -> None:
        self._files = tuple(file for file in files if has_plan(file))

    def __len__(self) -> int:
        return len(self._files)

    @overload
    def __getitem__(self, at: int) -> Plan: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Plan]: ...
    def __getitem__(self, at: int | slice) -> Plan | Sequence[Plan]:
        if isinstance(at, slice):
            return Plans(self._files[at])
        plan = self._files[at].plan
        if plan is None:
            raise LookupError(self._files[at].file)
        return plan

    @property
    def facts(self) -> tuple[PlanFacts, ...]:
        """The facts of each, found without opening those that were read before."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[PlanFacts]:
        for file in self._files:
            facts = facts_in(file)
            if facts is not None:
                yield facts


def has_plan(file: PlanFile) -> bool:
    """Say whether the file gave a plan, without opening it."""
    return file.facts is not None if isinstance(file, Openable) else file.plan is not None


def facts_in(file: PlanFile) -> PlanFacts | None:
    """Give the facts of a file's plan, without opening one that was read before; None where there is no plan."""
    if isinstance(file, Openable):
        return file.facts
    return facts_of(file.plan) if file.plan is not None else None
