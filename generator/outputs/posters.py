"""The poster of each plan with feedback: an A4 sheet to print, beside the plan's page, in every language."""

from collections.abc import Iterator
from functools import partial

from generator.drawing.print_sheet import print_digest, print_pdf
from generator.outputs.job import Job, fingerprint
from generator.print_kit import POSTER, print_formats
from generator.views.print_piece import poster_piece
from generator.views.site import SiteView


def jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give the job of a plan's poster in each language; none where nothing is to be scanned."""
    form = print_formats()[POSTER]
    for context in site.contexts:
        piece = poster_piece(context, context.index.plans[plan_id])
        if piece is not None:
            key = fingerprint(piece, form, print_digest(form))
            yield Job(context.routes.poster(plan_id), key, partial(print_pdf, piece, form), context.language)
