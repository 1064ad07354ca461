"""The open data: a page that explains it, a file with everything, tables, their description, and a file a plan."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job, fingerprint
from generator.pieces import Pieces
from generator.routes import DATA, data_file, plan_data
from generator.views.open_data.files import PACKAGE, data_files, data_keys, data_pieces, plan_file, removed_file
from generator.views.open_data.package import data_package
from generator.views.open_data.page import data_view
from generator.views.site import SiteView
from generator.views.structured import dataset_nodes

INDEX = "index"


def plan_jobs(site: SiteView, plan_id: str) -> Iterator[Job]:
    """Give the jobs of a plan's own file, at its former addresses too: who fetches it asks there and nowhere else."""
    plan = site.default.index.plans[plan_id]
    content = plan_file(site.default, plan)
    for name in dict.fromkeys((plan_id, *plan.former_ids)):
        yield Job(plan_data(name), fingerprint(content), partial(bytes, content))


def gone_jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of the files of plans that were removed: they say that, and nothing else any more."""
    for entry in site.published.removed.values():
        content = removed_file(site.default, entry)
        yield Job(plan_data(entry.id), fingerprint(content), partial(bytes, content))


def keys(_site: SiteView) -> Iterable[str]:
    """Give the parts of everything else: each file of all plans, and what tells of these files."""
    return (*data_keys(), INDEX)


def jobs(site: SiteView, key: str) -> Iterator[Job]:
    """Give the jobs of one part."""
    if key == INDEX:
        yield from _index_jobs(site)
        return
    path, pieces = data_pieces(site.default, key)
    yield Job(path, pieces.digest, partial(_same, pieces))


def _same(pieces: Pieces) -> Pieces:
    return pieces


def _index_jobs(site: SiteView) -> Iterator[Job]:
    """Give the jobs of the description for machines and of the page: the same as long as counts and sizes are."""
    files = data_files(site.default)
    package = data_package(site.contexts, files)
    yield Job(data_file(PACKAGE), fingerprint(package), partial(bytes, package))
    for context in site.contexts:
        head = PageHead(
            path=DATA,
            title=context.say("data.title"),
            description=context.say("data.intro"),
            section="data",
            data=dataset_nodes(context, files),
        )
        yield page_job(context, "data.html", data_view(context, files, package), head)
