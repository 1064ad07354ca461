"""What each of the five plans is, as a value and as a page: a change of either shows as a difference of text.

A test that fails names the floor that changed: the model (reading and domain) or the page (views and templates).
After a change that is meant, write the snapshots anew and read the difference before committing it:

    .venv/bin/pytest tests/website/test_snapshots.py --update-snapshots
"""

import difflib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from generator.routes import Routes
from tests.website.built import BuiltPage, plain
from tests.website.projects import PLANS, ROOT, real_plan

FOLDER = ROOT / "tests/snapshots"
# What stands on lines of its own; everything else runs on in the text.
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)


def model_lines(value: object, indent: str = "") -> Iterator[str]:
    """Give a value as indented lines; what is None, empty or False is left out."""
    for field in fields(value):
        part = getattr(value, field.name)
        if part is None or part is False or part == ():
            continue
        yield from part_lines(field.name, part, indent)


def part_lines(name: str, part: object, indent: str) -> Iterator[str]:
    """Give one part of a value as lines."""
    if is_dataclass(part):
        yield f"{indent}{name}: {type(part).__name__}"
        yield from model_lines(part, indent + "  ")
    elif isinstance(part, tuple):
        for one in part:
            pair = isinstance(one, tuple) and all(isinstance(word, str) for word in one)
            yield from [f"{indent}{name}: {' = '.join(one)}"] if pair else part_lines(name, one, indent)
    else:
        yield f"{indent}{name}: {part}"


def page_lines(page: BuiltPage) -> Iterator[str]:
    """Give the main part of a page as lines: each heading and block of text, with the ids that stand on it."""
    yield f"title: {plain(page.tree.findtext('.//title') or '')}"
    yield from element_lines(page.main)


def element_lines(element) -> Iterator[str]:
    """Give a block's own line, and then those of the blocks in it."""
    name = element.get("id")
    heading = element.tag if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else ""
    own = plain("".join(own_texts(element)))
    marks = " ".join(part for part in (heading, f"#{name}" if name else "") if part)
    if own or name:
        yield f"{marks}: {own}".strip(": ") if marks else own
    for child in blocks_in(element):
        yield from element_lines(child)


def own_texts(element) -> Iterator[str]:
    """Give the texts of a block that stand in no block within it."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in BLOCKS and child.tag not in {"script", "style", "svg"}:
            yield from own_texts(child)
        yield child.tail or ""


def blocks_in(element) -> Iterator:
    """Give the blocks of an element that stand in no other block of it."""
    for child in element:
        if child.tag in BLOCKS:
            yield child
        elif isinstance(child.tag, str):
            yield from blocks_in(child)


def compare(name: str, lines: Iterator[str], update: bool, floor: str) -> None:
    """Compare with the file of that name, or write it."""
    file, text = FOLDER / name, "\n".join(lines) + "\n"
    if update:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    difference = difflib.unified_diff(kept.splitlines(), text.splitlines(), "kept", "now", lineterm="", n=1)
    shown = "\n".join(list(difference)[:60])
    if shown:
        pytest.fail(f"{floor} of {name} changed; --update-snapshots where that is meant\n{shown}", pytrace=False)


@pytest.fixture
def update(request) -> bool:
    return request.config.getoption("--update-snapshots")


@pytest.mark.parametrize("plan", PLANS)
def test_the_model_of_a_plan_is_as_it_was(plan, update):
    compare(f"{plan}.model.txt", model_lines(real_plan(PLANS[plan])), update, "The model")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("plan", PLANS)
def test_the_page_of_a_plan_is_as_it_was(site, plan, language, update):
    page = site.page(Routes(language).plan(PLANS[plan]))
    compare(f"{plan}.{language}.page.txt", page_lines(page), update, "The page")
