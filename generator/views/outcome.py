"""What became of a plan, said at the top of its page; and what was decided on feedback ("you said, we did")."""

from generator.domain.plan import Plan
from generator.domain.text import Localised
from generator.frozen import frozen
from generator.views.channel_links import target_link
from generator.views.context import Context
from generator.views.results import Proof, proof


@frozen
class OutcomeView:
    """How a plan came to its end. `into` is (title, path) of the plan that took it up or follows it."""

    kind: str
    words: str
    note: Localised | None
    result: Localised | None
    link: str | None
    into: tuple[str, Localised, str] | None
    """What to say of it, its title, its path."""


@frozen
class AnswerView:
    """One answer to feedback."""

    id: str
    href: str
    day: str
    day_words: str
    theme: Localised
    opinions: str | None
    decision: Localised
    item: tuple[str, Localised] | None
    proof: Proof
    plan_title: Localised
    plan_href: str


def outcome_view(context: Context, plan: Plan) -> OutcomeView | None:
    """Give what became of the plan; None while it goes on."""
    outcome = plan.outcome
    if outcome is None:
        return None
    kind = outcome.kind.value
    other = context.index.plans.get(outcome.into or "")
    into = None
    if other is not None:
        key = "merged_into" if kind == "merged" else "followed_by"
        into = context.say(f"outcome.{key}"), context.text(other.short_title), context.routes.plan(other.id)
    return OutcomeView(
        kind=kind,
        words=context.say("outcome.since", what=context.word("outcome.kinds", kind), day=context.day(outcome.on)),
        note=context.maybe(outcome.note),
        result=context.maybe(outcome.result),
        link=target_link(outcome.link),
        into=into,
    )


def answer_views(context: Context, plan: Plan) -> tuple[AnswerView, ...]:
    """Give the answers of a plan, newest first."""
    titles, routes, views = context.index.parts[plan.id].titles, context.routes, []
    for one in sorted(plan.answers, key=lambda answer: answer.date, reverse=True):
        title = titles.get(one.item or "")
        view = AnswerView(
            id=one.id,
            href=routes.item(plan.id, one.id),
            day=one.date.isoformat(),
            day_words=context.day(one.date),
            theme=context.text(one.theme),
            opinions=context.strings.counted("answers.opinions", one.opinions) if one.opinions else None,
            decision=context.text(one.decision),
            item=(routes.item(plan.id, one.item), context.text(title)) if one.item and title is not None else None,
            proof=proof(plan, None, one.link, one.file),
            plan_title=context.text(plan.short_title),
            plan_href=routes.plan(plan.id),
        )
        views.append(view)
    return tuple(views)
