"""Sets everything up and runs it: what `make` calls, and what Windows calls without make.

    python3 tools/bootstrap.py site | serve | test | audit | bench | lock | clean   [arguments for plansite or pytest]

Standard library only, as it runs before anything is installed; asks nothing; exit status as plansite's:
0 done, 1 the data (or a check) has errors, 2 the environment lacks something.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said plainly, before the imports fail
    sys.exit(
        "plansite needs Python 3.11 or later; this is "
        + sys.version.split()[0]
        + ". With make, name another one: make site PYTHON=python3.12"
    )

import checks
import cleaning
import environment
import locking


def site(arguments: list[str]) -> int:
    """Build site/ and say how to look at it."""
    status = plansite("build", *arguments)
    if status == 0:
        print("Look at it: make serve, then http://127.0.0.1:8000/ (or open site/index.html).")
    return status


def serve(arguments: list[str]) -> int:
    """Show the site on 127.0.0.1:8000, with live reload."""
    return plansite("serve", *arguments)


def plansite(*arguments: str) -> int:
    """Run a command of plansite, set up first; give its exit status."""
    environment.prepare(environment.RUNTIME_LOCK)
    return environment.run(str(environment.script("plansite")), *arguments)


def audit(arguments: list[str]) -> int:
    """Build the site, measure it as its readers meet it, print a table; status 1 where a bound is broken."""
    environment.prepare(environment.TEST_LOCK)
    path = os.pathsep.join((str(environment.ROOT / "tools"), str(environment.ROOT)))
    return environment.run(str(environment.script("python")), "-m", "audit", *arguments, PYTHONPATH=path)


def bench(arguments: list[str]) -> int:
    """Measure, and print the tables: all benchmarks, or the one that the first argument names, with its options."""
    environment.prepare(environment.TEST_LOCK)
    return environment.run(str(environment.script("python")), "-m", "benchmarks", *arguments)


COMMANDS = {
    "site": site,
    "serve": serve,
    "test": checks.test,
    "audit": audit,
    "bench": bench,
    "lock": locking.lock,
    "clean": cleaning.clean,
}


def main(arguments: list[str]) -> int:
    """Run the command that the first argument names; give the exit status."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(__doc__)
        return 2
    try:
        return command(arguments[1:])
    except environment.NotReadyError as lacking:
        print(f"Not ready: {lacking}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
