"""The lock files: exact versions with hashes, for every platform and Python 3.11 or later."""

import importlib.util
import shutil
import sys

import environment

_COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    # A registry's address is the machine's own affair, never the lock file's.
    *("--generate-hashes", "--no-emit-index-url", "--group", "install"),
)


def lock(arguments: list[str]) -> int:
    """Write both lock files with uv, keeping versions that still fit; `--upgrade` takes the newest."""
    uv = _uv()
    runtime, test = environment.RUNTIME_LOCK.name, environment.TEST_LOCK.name
    inputs = ["pyproject.toml", *arguments]
    # The tests run with the very versions that build the site.
    with_tests = [*inputs, "--extra", "test", "--constraint", runtime]
    return _compile(uv, inputs, runtime) or _compile(uv, with_tests, test)


def _compile(uv: list[str], inputs: list[str], output: str) -> int:
    print(f"Writing {output} ...")
    return environment.run(*uv, *_COMPILE, *inputs, "--output-file", output, UV_CUSTOM_COMPILE_COMMAND="make lock")


def _uv() -> list[str]:
    if shutil.which("uv"):
        return ["uv"]
    if importlib.util.find_spec("uv"):
        return [sys.executable, "-m", "uv"]
    raise environment.NotReadyError("the lock files are written by uv; install it: python3 -m pip install uv")
