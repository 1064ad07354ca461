"""The pictures of codes: how large, and what stands in text beneath them."""

from collections.abc import Iterator

from generator.domain.code import code_path
from generator.domain.codes import CodeOf, PlanCode, own_codes
from generator.domain.placement import GENERAL_DISTANCE_M
from generator.domain.plan import Plan
from generator.frozen import frozen
from generator.views.code_channels import hotline_of
from generator.views.context import Context
from generator.views.participation import CodeView, view_of_code
from generator.views.site import SiteView


@frozen
class Print:
    """A code to print: its view, the distance in metres it is read from, the lines beneath it."""

    view: CodeView
    distance_m: float
    lines: tuple[str, ...]


def prints(site: SiteView, plan_id: str) -> Iterator[Print]:
    """Give the pictures of a plan: of its own codes, and of those on record under ids of before.

    A picture once published keeps its path, as a page does.
    """
    plan = site.default.index.plans[plan_id]
    made = {one.code: print_of(site.default, one) for one in own_codes(plan)}
    for entry in site.published.codes:
        if entry.plan == plan_id and entry.code not in made:
            made[entry.code] = print_of(site.default, CodeOf(entry.code, plan))
    yield from made.values()


def print_of(context: Context, one: PlanCode) -> Print:
    """Give the picture of one code."""
    view = view_of_code(context, one.plan.id, one.code)
    distance = one.placement.distance if one.placement is not None else GENERAL_DISTANCE_M
    return Print(view, distance, (short_address(context, one.code), *_hotline(context, one.plan)))


def short_address(context: Context, code: str) -> str:
    """Give the address as people type it: without https:// and the last slash, which every host adds."""
    base = context.config.qr.base or context.config.address
    return (base.partition("://")[2] + code_path(code)).rstrip("/")


def _hotline(context: Context, plan: Plan) -> tuple[str, ...]:
    """Give the line with the number to call, where there is one: the plan's, else that of the site."""
    contact = context.config.contact
    number = hotline_of(plan) or (contact.phone if contact is not None else None)
    return (context.say("qr.hotline", number=number),) if number else ()
