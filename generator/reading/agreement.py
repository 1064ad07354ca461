"""What must agree between plan files, and between plans and the files they name."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.domain.content import ContentFile
from generator.domain.problem import Problem
from generator.frozen import frozen
from generator.reading.attachments import within
from generator.reading.case import nearest
from generator.reading.files import FILES, FilesRead
from generator.reading.marks import Mark
from generator.reading.plans import PlanFile


@frozen
class Attached:
    """The files of content/files/ by path, and the paths of those that are there and may not be published."""

    files: Mapping[str, ContentFile]
    refused: frozenset[str]


Rule = Callable[[Sequence[PlanFile], Attached], Iterator[Problem]]


def plan_id_twice(plans: Sequence[PlanFile], _attached: Attached) -> Iterator[Problem]:
    """Two plans have one id."""
    first: dict[str, Mark] = {}
    for mark in _marks(plans, "id"):
        if first.setdefault(mark.text, mark) is not mark:
            yield mark.problem("plan_id_twice", text=mark.text, other=first[mark.text].location.file)


def former_id_in_use(plans: Sequence[PlanFile], _attached: Attached) -> Iterator[Problem]:
    """A former id is the id of a plan, or was that of another plan as well."""
    used = {mark.text: mark for mark in _marks(plans, "id")}
    for mark in _marks(plans, "former_ids"):
        other = used.setdefault(mark.text, mark)
        if other is not mark:
            yield mark.problem("former_id_in_use", text=mark.text, other=other.location.file)


def file_not_there(plans: Sequence[PlanFile], attached: Attached) -> Iterator[Problem]:
    """An attached file or picture is not in content/files/, or not one to be published."""
    for mark in _marks(plans, "file"):
        if mark.text and mark.text not in attached.files:
            yield _not_there(mark, attached)


def _not_there(mark: Mark, attached: Attached) -> Problem:
    """Say why: the path leads elsewhere, the file was refused, it is named otherwise, or there is none."""
    if mark.text in attached.refused:
        return mark.problem("attached_file_refused", text=mark.text, folder=FILES)
    right = within(mark.text)
    if right is None:
        return mark.problem("attached_file_outside", text=mark.text, folder=FILES)
    near = [right] if right in attached.files else nearest(right, tuple(attached.files))
    instead = mark.excerpt.replace(mark.text, near[0], 1) if near else ""
    code = "attached_file_near" if near else "attached_file_missing"
    return mark.problem(code, instead=instead, text=mark.text, folder=FILES, near=", ".join(near))


def checksum_differs(plans: Sequence[PlanFile], attached: Attached) -> Iterator[Problem]:
    """The checksum beside an attached file is not that of the file."""
    for plan in plans:
        named = {mark.path[:-1]: mark.text for mark in plan.marks if mark.kind == "file"}
        for mark in _marks((plan,), "sha256"):
            file = attached.files.get(named.get(mark.path[:-1], ""))
            if file is not None and mark.text.casefold() != file.sha256:
                instead = mark.excerpt.replace(mark.text, file.sha256, 1) if mark.text else ""
                yield mark.problem("checksum_differs", instead=instead, file=file.path, actual=file.sha256)


def file_name_twice(plans: Sequence[PlanFile], _attached: Attached) -> Iterator[Problem]:
    """Two attached files of a plan, from two folders, have one name: they are published side by side."""
    for plan in plans:
        first: dict[str, Mark] = {}
        for mark in _marks((plan,), "file"):
            other = first.setdefault(mark.text.rpartition("/")[2].casefold(), mark)
            if other.text != mark.text:
                yield mark.problem("attached_name_twice", text=mark.text, other=other.text)


RULES: tuple[Rule, ...] = (plan_id_twice, former_id_in_use, file_not_there, checksum_differs, file_name_twice)


def check_agreement(plans: Sequence[PlanFile], files: FilesRead) -> Iterator[Problem]:
    """Give what every rule finds across the plan files, and between them and content/files/."""
    refused = frozenset(problem.location.file.removeprefix(f"{FILES}/") for problem in files.problems)
    attached = Attached({file.path: file for file in files.files}, refused)
    for rule in RULES:
        yield from rule(plans, attached)


def _marks(plans: Sequence[PlanFile], kind: str) -> Iterator[Mark]:
    for plan in plans:
        yield from (mark for mark in plan.marks if mark.kind == kind)
