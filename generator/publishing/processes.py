"""Further processes for one build, started when first asked for and gone with it."""

import gc
import os
import threading
from concurrent.futures import Executor


class Processes:
    """At most `count` of them, within a `with` block."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: Executor | None = None

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """End them, and let go all that they hold; the next work is done by others."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def pool(self) -> Executor:
        """Give the processes. They start clean: forking a program that has threads is not safe (Python's warning)."""
        if self._pool is None:
            # Here: most builds after an edit ask for none, and to load this takes 15 ms of the processor.
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, spawn, initializer=_end_with_its_parent)
        return self._pool


def _end_with_its_parent() -> None:
    """Let a process end where the one that started it was killed: it would wait for work for ever."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    import multiprocessing.connection

    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def forgo_garbage() -> None:
    """Look for circles of garbage seldom: what a build holds is trees of values, and looking takes a third of it."""
    gc.set_threshold(200_000, 20, 50)
