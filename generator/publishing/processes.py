"""Further processes for one build, started when first asked for and gone with it."""

import gc
from concurrent.futures import Executor


class Processes:
    """At most `count` of them, within a `with` block."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: Executor | None = None

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def pool(self) -> Executor:
        """Give the processes. They start clean: forking a program that has threads is not safe (Python's warning)."""
        if self._pool is None:
            # Here: most builds after an edit ask for none, and to load this takes 15 ms of the processor.
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(self._count, multiprocessing.get_context("spawn"))
        return self._pool


def forgo_garbage() -> None:
    """Look for circles of garbage seldom: what a build holds is trees of values, and looking takes a third of it."""
    gc.set_threshold(200_000, 20, 50)
