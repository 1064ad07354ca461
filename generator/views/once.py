"""What several pages of a plan show, or its pages and its excerpt: made once in each language."""

from collections.abc import Callable
from functools import partial, wraps
from typing import TypeVar

from generator.domain.plan import Plan
from generator.views.context import Context

T = TypeVar("T")


def once_a_plan(make: Callable[[Context, Plan], T]) -> Callable[[Context, Plan], T]:
    """Let `make` make a plan's value once for all that ask for it in turn. It must give a value, not an iterator."""

    @wraps(make)
    def made(context: Context, plan: Plan) -> T:
        # A plan is known by its id only as long as it is the one in the index: nothing is kept of any other.
        if context.index.plans.get(plan.id) is not plan:
            return make(context, plan)
        return context.index.watch.once((make, context.language, plan.id), partial(make, context, plan))

    return made
