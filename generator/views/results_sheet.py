"""The rows of the spreadsheet that goes out to offices: what each task and target is, and what is already published."""

from datetime import date

from generator.domain.plan import Plan
from generator.domain.responsibility import Charge, charges
from generator.domain.task import Roles
from generator.domain.text import Words
from generator.views.context import Context
from generator.views.metrics import value_words

Row = tuple[str | date | None, ...]

TASK_COLUMNS = (
    "plan", "id", "label", "text", "responsible", "deadline", "done_on", "evidence", "link",
    "progress_on", "progress",
)  # fmt: skip
TARGET_COLUMNS = (
    "plan", "id", "label", "text", "metric", "goal", "responsible", "deadline",
    "date", "value", "words", "source", "link", "note", "progress_on", "progress",
)  # fmt: skip
FILLED_IN = frozenset(
    {"done_on", "evidence", "date", "value", "words", "source", "link", "note", "progress_on", "progress"}
)


def task_rows(context: Context, plan: Plan) -> tuple[Row, ...]:
    """Give a row for each task: given cells, then what is published of it or nothing."""
    held = charges(plan)
    rows: list[Row] = []
    for task in plan.tasks:
        evidence = task.evidence
        words = context.text(task.title or task.text).text
        given = (plan.id, task.id, task.label, words, _responsible(held[task.id]), _deadline(held[task.id]))
        shown = evidence.text.vi if evidence is not None and evidence.text is not None else None
        rows.append((*given, task.done_on, shown, evidence.link if evidence is not None else None, None, None))
    return tuple(rows)


def target_rows(context: Context, plan: Plan) -> tuple[Row, ...]:
    """Give a row for each metric of each target, and one for a target without any; what is to be filled in is empty."""
    held = charges(plan)
    rows: list[Row] = []
    for target in plan.targets:
        metrics = [(str(n), value_words(context, m), m.of) for n, m in enumerate(target.metrics, start=1)]
        for number, goal, of in metrics or [("", "", None)]:
            words = _with(context.text(target.text).text, of if len(metrics) > 1 else None)
            given = (plan.id, target.id, target.label, words, number, goal)
            rows.append((*given, _responsible(held[target.id]), _deadline(held[target.id]), *(None,) * 8))
    return tuple(rows)


def _with(text: str, of: Words | None) -> str:
    return f"{text} [{of.vi}]" if of is not None else text


def _responsible(parts: tuple[Charge, ...]) -> str:
    """Name who leads, else who implements, else everybody with a role, as the document does."""
    roles = [part.roles for part in parts if part.roles is not None]
    names = _names(roles, ("lead", "co_lead")) or _names(roles, ("implement", "advise_implement")) or _names(roles)
    return "; ".join(dict.fromkeys(names))


def _names(roles: list[Roles], keys: tuple[str, ...] = ()) -> list[str]:
    return [body.text for one in roles for key, bodies in one.held() if not keys or key in keys for body in bodies]


def _deadline(parts: tuple[Charge, ...]) -> str:
    return "; ".join(dict.fromkeys(time.text for part in parts for time in part.time))
