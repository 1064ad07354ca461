"""The cards that chats and social networks show beside a link: one for each plan and language, one for the site."""

from collections.abc import Iterator
from functools import partial

from generator.drawing.card_picture import card_digest, card_png
from generator.outputs.job import Job, fingerprint
from generator.share_card import ShareCard
from generator.views.share_card import plan_share_card, site_share_card
from generator.views.site import SiteView


def jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give the job of a plan's card in each language."""
    for context in site.contexts:
        card = plan_share_card(context, context.index.plans[plan_id])
        yield _job(context.routes.share_card(plan_id), card)


def site_jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the job of the card beside a link to any other page, in each language."""
    for context in site.contexts:
        yield _job(context.routes.site_card, site_share_card(context))


def _job(path: str, card: ShareCard) -> Job:
    return Job(path, fingerprint(card, card_digest()), partial(card_png, card))
