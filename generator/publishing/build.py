"""The sequence of a build: is anything new, read, make what changed, and then lay out everything at once.

A build that has nothing to do ends before anything heavy is imported.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.publishing.inputs import inputs_digest
from generator.publishing.lying import identity_of, lies_as
from generator.publishing.processes import forgo_garbage
from generator.publishing.program import program_digest
from generator.publishing.report import BuildReport, Finished, Outcome, Request
from generator.publishing.store import Store, digest_of

__all__ = ["BuildReport", "Outcome", "Request", "build"]

CACHE = ".plansite-cache"
FINISHED = "finished"


def build(request: Request) -> Outcome:
    """Build the whole site into `request.output`. Raises OSError where it cannot be written; then nothing changed.

    The site is byte for byte that of a build from nothing, whatever was made before.
    """
    with store_of(request) as store:
        key = key_of(request)
        inputs = inputs_digest(request)
        found = store.find(FINISHED, key)
        last = found if isinstance(found, Finished) else None
        identity = identity_of(request.output)
        stands = last is not None and _is_laid_out(request.output, last)
        if last is not None and stands and last.inputs == inputs:
            return last.outcome
        return _built(request, store, key, inputs, last, identity if stands else None)


def key_of(request: Request) -> str:
    """Give the key under which the store keeps what is known of the last build into this folder.

    What another version of the program noted may have another shape.
    """
    return digest_of(program_digest(), str(request.output), str(request.drafts))


def _is_laid_out(folder: Path, last: Finished) -> bool:
    """Say whether `folder` holds what the last build left there, and nothing else."""
    return lies_as(folder, {path: status for path, (_, status) in last.site.items()}, last.folders)


def _built(
    request: Request, store: Store, key: str, inputs: str, last: Finished | None, identity: tuple[int, int] | None
) -> Outcome:
    """Build what is not as it was; `identity` is that of the folder, None where it is not as the last build left it."""
    forgo_garbage()  # before the imports: classes by the hundred are looked through for garbage too
    from generator.publishing.rebuilding import Before, rebuild  # here: a build with nothing to do needs none of it

    try:
        finished = rebuild(request, store, key, inputs, Before(last, identity) if identity else Before(last))
    except OSError:
        if identity is None:
            raise
        # Something that was taken for granted may be gone: look at everything.
        finished = rebuild(request, Store(store.folder), key, inputs, Before(last))
    if finished.outcome.report is not None:
        store.keep(FINISHED, key, finished)
    return finished.outcome


@contextmanager
def store_of(request: Request) -> Iterator[Store]:
    """Give the store of the project, or one for this build only where its folder cannot be written."""
    folder = request.cache or request.root / CACHE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        request.output.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{request.output.name}-cache-", dir=request.output.parent))
        with contextlib.ExitStack() as stack:
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            yield Store(folder)
        return
    yield Store(folder)
