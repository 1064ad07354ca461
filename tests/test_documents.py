"""What the documents say is so: their examples run, their links lead somewhere, their tables are complete."""

import dataclasses
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints
from urllib.parse import unquote

import click
import pytest
import yaml
from pydantic import TypeAdapter

import generator.domain.project  # noqa: F401 - with it every dataclass of the domain is there
from generator.commands.program import program
from generator.domain.plan import Plan
from generator.domain.site import SiteConfig
from generator.domain.task import Roles
from generator.domain.times import SaidOf, TimeContext, TimeKind, parse_time
from tests.website.projects import ROOT, copy_of, run

README, GUIDE = ROOT / "README.md", ROOT / "HUONG_DAN.md"
_HELP = click.Context(program)
COMMANDS = {name: program.get_command(_HELP, name) for name in program.list_commands(_HELP)}
DOCUMENTS = (README, GUIDE, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))

_BLOCK = re.compile(r"^( *)```(\w*)([^\n]*)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_PLACE = re.compile(r"(?P<file>\S+?):(?P<line>\d+):\d+: .*\n +\d+ \| (?P<excerpt>.*)\n")
_FIELDS = re.compile(r"<!-- fields: (\w+) -->\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| (\*\*)?`(\w+)`(?:\*\*)? \| (.*?) \| `(.*)` \|$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what stands after it, and its text."""

    language: str
    info: str
    text: str

    @property
    def title(self) -> str:
        found = re.search(r"title=(\S+)", self.info)
        return found[1] if found else ""

    @property
    def optional(self) -> bool:
        return "optional" in self.info


def blocks(document: Path) -> list[Block]:
    found = _BLOCK.finditer(document.read_text(encoding="utf-8"))
    return [Block(b[2], b[3].strip(), b[4]) for b in found]


def parts(document: Path, optional: bool = False) -> list[tuple[str, str]]:
    """Give the (file, text) of the parts of the plan that the document builds up, in order."""
    mine = [b for b in blocks(document) if b.language == "yaml" and b.title.startswith("plans/vi-du-")]
    return [(b.title, b.text) for b in mine if b.optional == optional]


def example(document: Path) -> tuple[str, str]:
    """Give the plan that the document builds up: its file, and all its parts together."""
    together = parts(document)
    return together[0][0], "".join(text for _, text in together)


def words_of(document: Path) -> str:
    """Give a document without its fenced blocks."""
    return _BLOCK.sub("", document.read_text(encoding="utf-8"))


def prose_of(document: Path) -> str:
    """Give a document without anything that stands there as it is typed."""
    return re.sub(r"`[^`\n]*`", "", words_of(document))


def anchors(document: Path) -> set[str]:
    """Give the anchors of a document's headings, as git websites make them."""
    headings = re.findall(r"^#+ (.+)$", words_of(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.fixture
def project(tmp_path):
    """The project as it is, to write examples into."""
    return copy_of(ROOT, tmp_path)


def check(project: Path) -> str:
    return run("--project", project, "check").output


# --- Links


def links() -> Iterator[tuple[Path, str]]:
    for document in DOCUMENTS:
        for link in _LINK.findall(prose_of(document)):
            if not re.match(r"[a-z]+:", link):
                yield document, unquote(link)


@pytest.mark.parametrize(
    ("document", "link"), [pytest.param(*pair, id=f"{pair[0].name} {pair[1]}") for pair in links()]
)
def test_a_link_leads_to_a_file_and_a_heading_that_are_there(document, link):
    path, _, fragment = link.partition("#")
    target = (document.parent / path).resolve() if path else document
    assert target.is_relative_to(ROOT)
    assert target.exists()
    if fragment:
        assert fragment in anchors(target)


def test_pictures_are_small_enough_for_a_slow_line():
    pictures = list((ROOT / "docs" / "pictures").iterdir())
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 150_000] == []


def test_the_guide_shows_the_page_a_mistake_in_the_browser_and_in_a_terminal_and_the_prints():
    shown = re.findall(r"!\[([^\]]+)\]\(docs/pictures/([\w-]+)\.png\)", words_of(GUIDE))
    assert [name for _, name in shown] == ["first-plan", "problem-box", "plan", "print", "terminal"]
    assert [words for words, _ in shown if len(words) < 40] == []


def test_every_picture_is_drawn_by_the_script_and_stands_in_a_document():
    drawn = "".join(
        (ROOT / "tools" / name).read_text(encoding="utf-8") for name in ("pictures.py", "guide_pictures.py")
    )
    written = words_of(GUIDE) + words_of(README)
    for picture in (ROOT / "docs" / "pictures").iterdir():
        assert f'"{picture.stem}"' in drawn
        assert f"docs/pictures/{picture.name})" in written


# --- Commands


def typed() -> Iterator[list[str]]:
    """Give the command lines of the documents, as words."""
    for document in DOCUMENTS:
        for block in blocks(document):
            if block.language == "console":
                yield from (shlex.split(line, comments=True) for line in block.text.splitlines() if line.strip())
        yield from (shlex.split(line) for line in re.findall(r"`((?:plansite|make) [^`…]*)`", words_of(document)))


def lines_of(program_name: str) -> list[list[str]]:
    return [words[1:] for words in typed() if words[0] == program_name]


@pytest.mark.parametrize("words", lines_of("plansite"), ids=" ".join)
def test_a_command_line_of_the_documents_is_understood(words):
    if words[0] == "--project":
        words = words[2:]
    command: click.Command = program
    while isinstance(command, click.Group) and words:
        command, words = command.get_command(_HELP, words[0]), words[1:]
    # A command named alone, without what it needs, is spoken of, not typed.
    named = not words and any(one.required for one in command.params)
    if not isinstance(command, click.Group) and not named:
        command.make_context(command.name, words).close()


@pytest.mark.parametrize("words", lines_of("make"), ids=" ".join)
def test_make_knows_the_targets_of_the_documents(words):
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert words[0] in targets[1].split()


@pytest.mark.parametrize("words", lines_of("python"), ids=" ".join)
def test_the_script_without_make_has_the_commands_of_the_documents(words, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    import bootstrap

    assert words[0] == "tools/bootstrap.py"
    assert words[1] in bootstrap.COMMANDS


def test_the_readme_names_every_command_that_help_lists():
    listed = re.findall(r"^\| `plansite (\w+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)
    shown = run("--help").output
    assert [name for name in listed if not re.search(rf"^  {name}\b", shown, re.MULTILINE)] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_readme_names_every_option_that_a_reader_may_need(name):
    row = re.search(rf"^\| `plansite {name}` \|.*$", README.read_text(encoding="utf-8"), re.MULTILINE)[0]
    command = COMMANDS[name]
    options = {option for one in command.params for option in one.opts if option.startswith("--")}
    options |= {f"{name} {further}" for further in getattr(command, "commands", ())}
    assert sorted(option for option in options - {"--help"} if option not in row) == []


# --- Examples


def test_the_readme_s_plan_is_complete_and_right(project):
    file, text = example(README)
    (project / file).write_text(text, encoding="utf-8")
    done = run("--project", project, "check")
    assert done.exit_code == 0
    # A warning that is silenced is listed at the end, indented.
    assert not re.search(rf"^{re.escape(file)}:", done.output, re.MULTILINE)


def test_the_guide_s_plan_is_right_after_every_step(project):
    written = ""
    for file, text in parts(GUIDE):
        written += text
        (project / file).write_text(written, encoding="utf-8")
        done = run("--project", project, "check")
        assert done.exit_code == 0, done.output


def test_the_plans_of_the_documents_become_pages(project):
    for document in (README, GUIDE):
        file, text = example(document)
        further = "".join(text for _, text in parts(document, optional=True))
        (project / file).write_text(text + further, encoding="utf-8")
    site = project.parent / "site"
    done = run("--project", project, "build", "--output", site, "--as-of", "2024-03-01", "--jobs", "1")
    assert done.exit_code == 0, done.output
    for document in (README, GUIDE):
        page = site / "ke-hoach" / Path(example(document)[0]).stem / "index.html"
        assert "<h1>" in page.read_text(encoding="utf-8")


def messages() -> Iterator[tuple[Path, str]]:
    for document in (README, GUIDE):
        yield from ((document, b.text) for b in blocks(document) if b.language == "text" and _PLACE.match(b.text))


@pytest.mark.parametrize(("document", "message"), [pytest.param(*m, id=m[1][:40]) for m in messages()])
def test_a_message_in_the_documents_is_what_the_program_says(project, document, message):
    """The line that the message shows takes the place of the one in the example; then the example is checked."""
    found = _PLACE.match(message)
    file, text = example(document)
    assert found["file"] == file
    lines = text.splitlines()
    lines[int(found["line"]) - 1] = found["excerpt"]
    (project / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert message in check(project)


def test_the_guide_s_silence_stops_its_warning(project):
    file, text = example(GUIDE)
    further = "".join(text for _, text in parts(GUIDE, optional=True))
    (project / file).write_text(text, encoding="utf-8")
    told = "{rule: channel_without_target, item: ung-dung,"
    assert told in check(project)
    (project / file).write_text(text + further, encoding="utf-8")
    after = check(project)
    assert told not in after
    assert "Văn bản chỉ nêu tên ứng dụng" in after


def test_the_guide_s_body_can_stand_in_a_registry(tmp_path):
    block = next(b for b in blocks(GUIDE) if b.title == "plans/agencies.yml")
    shutil.copytree(ROOT / "tests" / "sites" / "valid-small", tmp_path / "project")
    for plan in (tmp_path / "project" / "plans").iterdir():
        plan.unlink()
    (tmp_path / "project/plans/agencies.yml").write_text("schema: 1\n" + block.text, encoding="utf-8")
    (tmp_path / "project/plans/documents.yml").write_text("schema: 1\ndocuments: []\n", encoding="utf-8")
    done = run("--project", tmp_path / "project", "check")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    "text", [b.text for b in blocks(GUIDE) if b.language == "yaml" and not b.title], ids=lambda text: text[:20]
)
def test_a_small_example_of_the_guide_is_right(text):
    for key, written in yaml.load(text, yaml.BaseLoader).items():
        owner = Plan if key in names_of(Plan) else Roles
        TypeAdapter(get_type_hints(owner, include_extras=True)[key]).validate_python(written)


# --- What the guide says of times


def stated_times() -> list[str]:
    section = re.search(r"^## Ngày và thời hạn\n(.*?)^## ", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    first_cells = re.findall(r"^\| (`.*?) \|", section[1], re.MULTILINE)
    return [time for cell in first_cells for time in re.findall(r"`(.+?)`", cell)]


@pytest.mark.parametrize("text", stated_times())
def test_a_time_of_the_guide_is_understood(text):
    assert parse_time(text).kind not in (TimeKind.UNKNOWN, TimeKind.IMPOSSIBLE, TimeKind.NONE_STATED)


def test_times_mean_what_the_guide_says():
    def past_from(text: str) -> date | None:
        return parse_time(text, TimeContext(said_of=SaidOf.DEADLINE)).past_from

    assert past_from("trước ngày 31/3/2023") == date(2023, 3, 31)
    assert past_from("chậm nhất ngày 30/8/2024") == date(2024, 8, 31)
    assert past_from("Trong quý I/2023") == date(2023, 4, 1)
    assert past_from("trong tháng 4/2023") == date(2023, 5, 1)
    assert past_from("dự kiến tháng 8/2024") is None


# --- The decisions


def test_the_list_of_decisions_names_every_page():
    folder = ROOT / "docs" / "decisions"
    listed = _LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(page.name for page in folder.glob("[0-9]*.md"))


# --- The table of fields


def names_of(cls: type) -> list[str]:
    return [field.name for field in dataclasses.fields(cls)]


def rows(table: str) -> dict[str, tuple[bool, str, str]]:
    """Give a table's rows by field: whether it is marked as required, its meaning, its example."""
    return {name: (bool(strong), meaning, text) for strong, name, meaning, text in _ROW.findall(table)}


def guide_tables() -> tuple[dict[str, tuple[bool, str, str]], dict[str, dict[str, tuple[bool, str, str]]]]:
    """Give the rows that hold everywhere, and those of each dataclass."""
    text = GUIDE.read_text(encoding="utf-8")
    shared = re.search(r"^### Mục chung\n(.*?)(?=^### )", text, re.MULTILINE | re.DOTALL)[1]
    return rows(shared), {name: rows(table) for name, table in _FIELDS.findall(text)}


SHARED, TABLES = guide_tables()


def written_classes() -> dict[str, type]:
    """Give every dataclass that people write: those that a plan, the settings and the registries are made of."""
    found: dict[str, type] = {}
    starts = ("agency.Agency", "agency.Place", "document.CitedDocument")
    modules = [(sys.modules[f"generator.domain.{one.split('.')[0]}"], one.split(".")[1]) for one in starts]
    waiting: list[Any] = [Plan, SiteConfig, *(getattr(module, name) for module, name in modules)]
    while waiting:
        hint = waiting.pop()
        waiting.extend(get_args(hint))
        if is_written(hint) and hint.__name__ not in found:
            found[hint.__name__] = hint
            waiting.extend(get_type_hints(hint, include_extras=True).values())
    return found


def is_written(hint: Any) -> bool:
    """Say whether people write the value as a record; text, times and bodies they write as words."""
    as_words = {"Words", "TimeExpression", "BodyRef"}
    return dataclasses.is_dataclass(hint) and isinstance(hint, type) and hint.__name__ not in as_words


CLASSES = written_classes()


def required(cls: type) -> set[str]:
    missing = dataclasses.MISSING
    return {f.name for f in dataclasses.fields(cls) if f.default is missing and f.default_factory is missing}


def test_the_guide_has_a_table_for_every_record_that_people_write():
    assert sorted(TABLES) == sorted(CLASSES)


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_the_guide_s_table_has_exactly_the_fields_of_the_record(name):
    fields, table = set(names_of(CLASSES[name])), set(TABLES.get(name, {}))
    assert table - fields == set()
    assert fields - table - set(SHARED) == set()


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_the_guide_marks_what_must_be_written(name):
    cls, table = CLASSES[name], TABLES.get(name, {})
    marked = {field for field, (strong, *_) in table.items() if strong}
    assert marked == required(cls) & set(table)
    # `id` is said for all of them at once.
    assert required(cls) - set(table) <= {"id", "text", "title", "name", "place", "file"}


# Tables of records that are none, and the other way round, are told by the first test alone.
KNOWN = {name: table for name, table in TABLES.items() if name in CLASSES}
EXAMPLES = [
    (name, field, row[2])
    for name, table in KNOWN.items()
    for field, row in table.items()
    if field in names_of(CLASSES[name])
]


@pytest.mark.parametrize(("name", "field", "text"), EXAMPLES, ids=[f"{name}.{field}" for name, field, _ in EXAMPLES])
def test_the_guide_s_example_of_a_field_is_right(name, field, text):
    written = yaml.load(text, yaml.BaseLoader)
    assert list(written) == [field]
    TypeAdapter(get_type_hints(CLASSES[name], include_extras=True)[field]).validate_python(written[field])


CHOICES = [
    (name, field, value)
    for name, table in KNOWN.items()
    for field in table
    for hint in (get_type_hints(CLASSES[name]).get(field),)
    for value in (hint if isinstance(hint, type) and issubclass(hint, StrEnum) else ())
]


@pytest.mark.parametrize(("name", "field", "value"), CHOICES, ids=[f"{n}.{f} {v}" for n, f, v in CHOICES])
def test_the_guide_names_every_value_that_a_field_can_have(name, field, value):
    assert f"`{value}`" in TABLES[name][field][1]
