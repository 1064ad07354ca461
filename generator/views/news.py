"""What is new: updates, results, answers, newest first, on the page of a plan, of a body and on the home page."""

from collections.abc import Iterable

from generator.domain.plan import Plan
from generator.domain.progress import News, NewsKind, news
from generator.domain.text import Localised, Words
from generator.frozen import frozen
from generator.routes import PART
from generator.views.channel_links import target_link
from generator.views.context import Context
from generator.views.results import Proof, proof, value_of

_OF_THE_PAGE = frozenset({NewsKind.ANSWER})


@frozen
class NewsView:
    """One thing that is new. `anchor` is its own id on the plan's page, where it has one."""

    plan: str
    key: str
    anchor: str | None
    href: str
    day: str
    day_words: str
    kind: str
    kind_word: str
    text: Localised
    item: tuple[str, Localised] | None
    """The item that it is about: its path and name."""
    proof: Proof
    plan_title: Localised
    plan_href: str


def plan_news(context: Context, plan: Plan) -> tuple[NewsView, ...]:
    """Give what is new in one plan; answers have a part of their own on its page."""
    return tuple(_view(context, plan, one) for one in news(plan) if one.kind not in _OF_THE_PAGE)


def all_news(context: Context, plan: Plan) -> tuple[NewsView, ...]:
    """Give all that is new in one plan, answers included."""
    return tuple(_view(context, plan, one) for one in news(plan))


def news_of_items(context: Context, plan: Plan, items: frozenset[str]) -> tuple[NewsView, ...]:
    """Give what is new in some items of a plan."""
    return tuple(_view(context, plan, one) for one in news(plan) if one.item in items)


def newest(found: Iterable[NewsView], most: int) -> tuple[NewsView, ...]:
    """Give the newest `most` of what is new in several plans."""
    return tuple(sorted(found, key=lambda one: one.day, reverse=True)[:most])


def _view(context: Context, plan: Plan, one: News) -> NewsView:
    text, proof_ = _told(context, plan, one)
    anchor = one.key if one.kind.value in _WITH_ANCHOR else None
    at = anchor or one.item or (f"{PART}ket-thuc" if one.kind is NewsKind.OUTCOME else "")
    title = context.index.parts[plan.id].titles.get(one.item)
    routes = context.routes
    return NewsView(
        plan=plan.id,
        key=one.key,
        anchor=anchor,
        href=routes.item(plan.id, at) if at else routes.plan(plan.id),
        day=one.day.isoformat(),
        day_words=context.day(one.day),
        kind=one.kind.value,
        kind_word=context.word("news.kinds", one.kind.value),
        text=text,
        item=(routes.item(plan.id, one.item), context.text(title)) if title is not None else None,
        proof=proof_,
        plan_title=context.text(plan.short_title),
        plan_href=routes.plan(plan.id),
    )


_WITH_ANCHOR = frozenset({"change", "progress", "result", "correction", "withdrawal", "answer"})


def _told(context: Context, plan: Plan, one: News) -> tuple[Localised, Proof]:
    """Give the words of something new, and where it can be looked up."""
    nothing = Proof(None, None, None)
    if one.kind is NewsKind.COMPLETED:
        return _completed(context, plan, one)
    if one.kind is NewsKind.OVERDUE:
        late = {item.id: item.overdue for item in plan.tasks} | {item.id: item.overdue for item in plan.targets}
        overdue = late[one.item]
        return _words(context, overdue.reason if overdue is not None else None, "results.overdue"), nothing
    if one.kind is NewsKind.VALUE:
        return _value(context, plan, one)
    if one.kind is NewsKind.ANSWER:
        answer = plan.answers[one.at]
        return context.text(answer.decision), proof(plan, None, answer.link, answer.file)
    if one.kind is NewsKind.OUTCOME:
        return _outcome(context, plan)
    update = plan.updates[one.at]
    return context.text(update.text), proof(plan, None, update.link, update.file)


def _completed(context: Context, plan: Plan, one: News) -> tuple[Localised, Proof]:
    evidence = plan.tasks[one.at].evidence
    words = _words(context, evidence.text if evidence is not None else None, "results.done")
    return words, proof(plan, None, evidence.link if evidence else None, evidence.file if evidence else None)


def _value(context: Context, plan: Plan, one: News) -> tuple[Localised, Proof]:
    target = next(target for target in plan.targets if target.id == one.item)
    result = target.results[one.at]
    value = value_of(context, target, result)
    text = context.own(value) if value is not None else _words(context, result.text, "results.result")
    return text, proof(plan, context.maybe(result.source), result.link, result.file)


def _outcome(context: Context, plan: Plan) -> tuple[Localised, Proof]:
    outcome = plan.outcome
    if outcome is None:
        raise ValueError(plan.id)
    words = outcome.result or outcome.note
    return _words(context, words, f"outcome.kinds.{outcome.kind.value}"), Proof(None, target_link(outcome.link), None)


def _words(context: Context, words: Words | None, otherwise: str) -> Localised:
    """Give the words of staff, or a word of ours where they wrote none."""
    return context.text(words) if words is not None else context.own(context.say(otherwise))
