"""The open data: a page that explains it, a file with everything, tables, their description, and a file a plan."""

from collections.abc import Iterator
from functools import partial

from generator.outputs.html_page import PageHead, page_job
from generator.outputs.job import Job, fingerprint
from generator.routes import DATA, data_file, plan_data
from generator.views.open_data.files import PACKAGE, DataFile, data_files, plan_file, removed_file
from generator.views.open_data.package import data_package
from generator.views.open_data.page import data_view
from generator.views.site import SiteView
from generator.views.structured import dataset_nodes


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


def jobs(site: SiteView, _key: str = "") -> Iterator[Job]:
    """Give the jobs of everything else, in one go: the parts of each plan are fetched once for all files."""
    files = data_files(site.default)
    for file in files:
        yield Job(file.path, fingerprint(file.digest), partial(_made, file))
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


def _made(file: DataFile) -> bytes:
    return file.make()
