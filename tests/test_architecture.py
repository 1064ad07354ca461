"""The shape of the house: floors, sizes, names, and what may stand in the repository at all."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"}

# Words that the program reads and nobody is shown: the grammar of times, how names are written, yes and no.
VIETNAMESE_IN_CODE = (
    "generator/domain/times/",
    "generator/domain/abbreviations.py",
    "generator/domain/naming.py",
    "generator/domain/scalar.py",
    "generator/reading/colloquial.py",
    "generator/reading/warnings/",
)

# Two letters or more, one of them Vietnamese: a single letter is an alphabet's, a word is a text's.
VIETNAMESE_WORD = re.compile(r"(?i)(?=\w{2})\w*[àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")

# What only one machine or one registry knows; put together here, so that this file does not hold them.
NEEDLES = tuple(
    "".join(parts)
    for parts in (
        ("/wo", "rk/"),
        ("../sh", "ared"),
        ("/tmp/", "brief"),
        ("/ro", "ot/"),
        ("/opt/", "pypi"),
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry.", "npmjs.org"),
        ("--index", "-url"),
        ("find", "-links"),
    )
)


def test_a_module_imports_only_from_floors_below_it(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


def test_functions_are_short():
    lengths = sorted(length for length, _ in functions())
    assert statistics.median(lengths) <= 10
    longest = [where for length, where in functions() if length > 25]
    assert len(longest) <= len(lengths) / 10, longest


def test_no_function_fills_two_screens():
    assert [where for length, where in functions() if length > 50] == []


def test_a_module_has_one_subject():
    too_long = {name(path): lines for path in MODULES if (lines := len(path.read_text("utf-8").splitlines())) > 300}
    assert too_long == {}


def test_no_module_has_a_name_that_says_nothing():
    assert [name(path) for path in MODULES if {path.stem, path.parent.name} & VAGUE_NAMES] == []


def test_text_that_people_read_stands_in_the_strings_not_in_code():
    found = [
        f"{name(path)}:{node.lineno}: {node.value[:60]!r}"
        for path in MODULES
        if not name(path).startswith(VIETNAMESE_IN_CODE)
        for node in literals(ast.parse(path.read_text("utf-8")))
        if VIETNAMESE_WORD.search(node.value)
    ]
    assert found == []


def test_nothing_names_a_machine_or_a_registry():
    found = [
        f"{name(path)}: {needle}"
        for path in repository_files()
        for needle in NEEDLES
        if needle.encode() in path.read_bytes()
    ]
    assert found == []


@pytest.mark.parametrize("text", ["Góp ý", "góp", "đã", "Ủy ban", "ỷ lại"])
def test_vietnamese_words_are_recognised(text):
    assert VIETNAMESE_WORD.search(text)


@pytest.mark.parametrize("text", ["plan", "đ", "Đ ", "à á", "a – b", "100 %"])
def test_letters_and_english_are_no_vietnamese_words(text):
    assert not VIETNAMESE_WORD.search(text)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions() -> Iterator[tuple[int, str]]:
    """Give each function's length in lines without its docstring, and where it stands."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, FunctionNode):
                yield length_of(node), f"{name(path)}:{node.lineno} {node.name}"


def length_of(function: FunctionNode) -> int:
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    lines = function.end_lineno - function.lineno + 1
    return lines - (docstring.end_lineno - docstring.lineno + 1 if docstring else 0)


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """Give the string literals that are values: not docstrings, nor text standing alone beneath a field."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node


def repository_files() -> list[Path]:
    """Give the files that are or would be committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [path for line in listed.split("\0") if line and (path := ROOT / line).is_file()]
