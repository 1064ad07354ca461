"""A build that remembers gives, byte for byte, the site of a build from nothing, and is whole whatever happens."""

import os
import pickle
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.domain.times import TimeState
from generator.publishing import laying, remaking, renewing, search, writing
from generator.publishing.build import CACHE, build
from generator.publishing.keeping import KeptExcerpts
from generator.publishing.loading import loaded
from generator.publishing.report import Request
from generator.publishing.store import Store, digest_of
from tests.website.page_sizes import cut_small

SITES = Path(__file__).parents[1] / "sites"
DAY = date(2024, 5, 1)


@pytest.fixture(autouse=True)
def no_search(monkeypatch):
    """The search tool does not give the same bytes twice, and has tests of its own."""
    monkeypatch.setattr(remaking, "can_search", lambda: False)


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    shutil.copytree(SITES / "valid-small", folder, ignore=shutil.ignore_patterns(CACHE, "site"))
    return folder


def request(project: Path, output: Path, day: date = DAY, **more) -> Request:
    return Request(project, output, day, **more)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def from_nothing(project: Path, tmp_path: Path, day: date = DAY, **more) -> dict[str, bytes]:
    fresh = Path(tmp_path / f"fresh-{time.monotonic_ns()}")
    outcome = build(request(project, fresh / "site", day, cache=fresh / "cache", **more))
    return files(fresh / "site") if outcome.report else {}


def replaced(file: Path, old: str, new: str) -> None:
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def plans(project: Path) -> list[Path]:
    return [p for p in sorted((project / "plans").glob("*.y*ml")) if p.stem not in ("agencies", "documents")]


def change(project: Path, turn: int, chance: random.Random) -> None:
    file = chance.choice(plans(project))
    text, found = re.subn(r"(?m)^(summary: (?:\{vi: )?)", rf"\1Lần {turn}. ", file.read_text("utf-8"))
    assert found
    file.write_text(text, "utf-8")


def add(project: Path, turn: int, chance: random.Random) -> None:
    model = chance.choice(plans(project)).read_text("utf-8")
    plan_id = next(line for line in model.splitlines() if line.startswith("id: "))
    text = re.sub(r"(?m)^former_ids:.*\n", "", model.replace(plan_id, f"id: ke-hoach-them-{turn}", 1))
    (project / "plans" / f"them-{turn}.yml").write_text(text, "utf-8")


def remove(project: Path, turn: int, chance: random.Random) -> None:
    if len(plans(project)) > 1:
        chance.choice(plans(project)).unlink()


def rename(project: Path, turn: int, chance: random.Random) -> None:
    file = chance.choice(plans(project))
    file.rename(file.with_name(f"ten-moi-{turn}.yml"))


def touch_body(project: Path, turn: int, chance: random.Random) -> None:
    replaced(project / "plans" / "agencies.yml", "en: Tân An City", f"en: Tân An City {turn}")


def touch_settings(project: Path, turn: int, chance: random.Random) -> None:
    replaced(project / "site_config.yml", "{vi: Kế hoạch", f"{{vi: Kế hoạch {turn}")


def write_page(project: Path, turn: int, chance: random.Random) -> None:
    (project / "content" / "vi" / f"trang-{turn}.md").write_text(f"# Trang {turn}\n", "utf-8")


def into(project: Path, turn: int, chance: random.Random, pattern: str, words: str, without: str = "") -> None:
    """Put `words` where `pattern` first stands in a plan that does not yet say `without`."""
    files = [p for p in plans(project) if re.search(pattern, p.read_text("utf-8"))]
    files = [p for p in files if not without or without not in p.read_text("utf-8")]
    if files:
        file = chance.choice(files)
        file.write_text(re.sub(pattern, words, file.read_text("utf-8"), count=1), "utf-8")


def reword_task(project: Path, turn: int, chance: random.Random) -> None:
    into(project, turn, chance, r"((?:id: tong-ket|id: kinh-phi)[^}]*?text: )", rf"\1Lần {turn}. ")


def finish_task(project: Path, turn: int, chance: random.Random) -> None:
    done = rf"\1, done_on: 2023-03-{turn + 1:02}, evidence: {{text: Đã xong.}}}}"
    into(project, turn, chance, r"(id: tong-ket, [^}]*)\}", done, without="done_on")


def measure(project: Path, turn: int, chance: random.Random) -> None:
    result = rf"\1    results: [{{date: 2024-04-{turn + 1:02}, value: 96}}]\n"
    into(project, turn, chance, r"(  - id: chi-tieu-1\n)", result, without="results:")


def put_an_end(project: Path, turn: int, chance: random.Random) -> None:
    outcome = rf"outcome: {{kind: ended, on: 2024-05-{turn + 1:02}, note: Đã tổng kết.}}\ntasks:\n"
    into(project, turn, chance, r"(?m)^tasks:\n", outcome, without="outcome:")


def place_a_code(project: Path, turn: int, chance: random.Random) -> None:
    place = rf"placements: [{{id: noi-{turn}, where: Cổng số {turn}, medium: banner}}]\ntasks:\n"
    into(project, turn, chance, r"(?m)^tasks:\n(?=(?:.*\n)*?channels:)", place, without="placements:")


def remind(project: Path, turn: int, chance: random.Random) -> None:
    notice = rf"notices: [{{id: nhac-{turn}, kind: nhac-han, item: tong-ket}}]\ntasks:\n"
    into(project, turn, chance, r"(?m)^tasks:\n(?=(?:.*\n)*?.*id: tong-ket)", notice, without="notices:")


EDITS = (change, change, add, remove, rename, touch_body, touch_settings, write_page)
# Each touches a plan in its own way, so that it leaves other rows of the plan as they were.
FINE_EDITS = (reword_task, finish_task, measure, put_an_end, place_a_code, remind, add, change)


@pytest.fixture(params=[False, True], ids=["pages as they are", "short pages"])
def short_pages(request, monkeypatch) -> None:
    """Build with the limits of every day, or with lists that are cut after an entry or two."""
    if request.param:
        cut_small(monkeypatch, 2)


@pytest.mark.parametrize("edits", [EDITS, FINE_EDITS], ids=["coarse", "fine"])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.usefixtures("short_pages")
def test_after_any_edits_the_site_is_that_of_a_build_from_nothing(project, tmp_path, seed, edits):
    shutil.copytree(SITES.parents[1] / "content" / "notices", project / "content" / "notices")
    chance, day, output, built = random.Random(seed), DAY, tmp_path / "site", 0
    build(request(project, output, day, drafts=True))
    for turn in range(5):
        for edit in chance.sample(edits, chance.randint(1, 2)):
            edit(project, turn, chance)
        day += timedelta(days=chance.choice((0, 0, 40)))
        outcome = build(request(project, output, day, drafts=True))
        expected = from_nothing(project, tmp_path, day, drafts=True)
        if outcome.report is not None:
            assert files(output) == expected
            built += 1
        else:
            assert expected == {}
    assert built >= 2


def test_what_does_not_touch_a_plan_leaves_its_parts_alone(project, tmp_path, monkeypatch):
    build(request(project, tmp_path / "site"))
    made = made_parts(monkeypatch)
    change(project, 1, random.Random(1))
    build(request(project, tmp_path / "site"))
    assert len([part for part in made if part.scope == "plan"]) == 1
    assert {part.key for part in made if part.scope == "site"}


def opened_excerpts(monkeypatch) -> list[tuple[str, str]]:
    """Give the list to which each excerpt that is opened goes: (plan or registry, section)."""
    opened, before = [], KeptExcerpts._opened

    def watched(self, key, section):
        opened.append((key, section))
        return before(self, key, section)

    monkeypatch.setattr(KeptExcerpts, "_opened", watched)
    return opened


def data_files(site: Path) -> dict[str, bytes]:
    found = files(site / "du-lieu")
    return {path: content for path, content in found.items() if not path.startswith("ke-hoach/")}


def test_an_edit_of_a_summary_opens_no_other_plan_for_the_open_data(project, tmp_path, monkeypatch):
    build(request(project, tmp_path / "site"))
    before, opened = data_files(tmp_path / "site"), opened_excerpts(monkeypatch)
    made = made_parts(monkeypatch)
    change(project, 1, random.Random(1))
    build(request(project, tmp_path / "site"))
    (edited,) = (part.key for part in made if part.scope == "plan")
    told = {(key, section) for key, section in opened if section.startswith(("data/", "members/"))}
    assert told == {(edited, "data/plans"), (edited, "data/everything")}
    after = data_files(tmp_path / "site")
    changed = {path for path in before if before[path] != after[path]}
    assert changed - {"index.html", "datapackage.json"} == {"ke-hoach.csv", "ke-hoach.json"}
    assert {part.key for part in made if part.key.startswith("data:")} == {
        "data:plans",
        "data:everything",
        "data:index",
    }


def test_an_edit_that_leaves_the_sizes_leaves_the_page_of_the_open_data(project, tmp_path, monkeypatch):
    change(project, 1, random.Random(1))
    build(request(project, tmp_path / "site"))
    made = made_parts(monkeypatch)
    (file,) = (file for file in plans(project) if "Lần 1. " in file.read_text("utf-8"))
    replaced(file, "Lần 1. ", "Lần 2. ")
    build(request(project, tmp_path / "site"))
    assert {part.key for part in made if part.key.startswith("data:")} == {"data:plans", "data:everything"}


def test_no_plan_makes_the_tables_of_the_registries_anew(project, tmp_path, monkeypatch):
    build(request(project, tmp_path / "site"))
    made = made_parts(monkeypatch)
    reword_task(project, 1, random.Random(1))
    build(request(project, tmp_path / "site"))
    assert [part for part in made if part.scope == "registry"] == []
    touch_body(project, 1, random.Random(1))
    build(request(project, tmp_path / "site"))
    assert [part.key for part in made if part.scope == "registry"] == ["_bodies"]
    tables = {"data:bodies", "data:places", "data:documents"}
    assert tables & {part.key for part in made} == {"data:places"}


@pytest.mark.parametrize("harm", ["change", "remove"])
def test_data_are_whole_where_the_file_of_before_is_not(project, tmp_path, harm):
    build(request(project, tmp_path / "site"))
    file = tmp_path / "site/du-lieu/ke-hoach.json"
    content = file.read_bytes()
    with file.open("r+b") as opened:  # in place: the file is a link to what the store keeps
        if harm == "change":
            opened.seek(len(content) // 2)
            opened.write(b"?")
        else:
            opened.truncate(0)
    change(project, 1, random.Random(1))
    build(request(project, tmp_path / "site"))
    assert files(tmp_path / "site") == from_nothing(project, tmp_path)


def made_parts(monkeypatch) -> list:
    made, before = [], renewing.make_parts

    def watched(shop, parts, spread):
        made.extend(parts)
        return before(shop, parts, spread)

    monkeypatch.setattr(renewing, "make_parts", watched)
    return made


def edited(project: Path, output: Path, turns: int) -> None:
    """Build, and build again after each of some edits."""
    build(request(project, output))
    for turn in range(turns):
        change(project, turn, random.Random(turn))
        build(request(project, output))


def test_an_edit_lays_only_what_differs(project, tmp_path, monkeypatch):
    edited(project, tmp_path / "site", 2)
    change(project, 2, random.Random(2))
    laid, before = [], writing.lay
    monkeypatch.setattr(writing, "lay", lambda source, target: laid.append(target) or before(source, target))
    monkeypatch.setattr(laying, "settle", None)
    build(request(project, tmp_path / "site"))
    expected = from_nothing_elsewhere(project, tmp_path, monkeypatch)
    assert files(tmp_path / "site") == expected
    assert 0 < len(laid) < len(expected) / 2


@pytest.mark.skipif(not search.can_search(), reason="needs the search tool")
def test_the_search_is_that_of_the_pages_after_every_edit(project, tmp_path, monkeypatch):
    monkeypatch.undo()
    build(request(project, tmp_path / "site"))
    for turn in range(4):
        (change if turn < 3 else remove)(project, turn, random.Random(turn))
        assert build(request(project, tmp_path / "site")).report.search_failure is None
        assert files(tmp_path / "site") == from_nothing(project, tmp_path)
    assert any(path.startswith("tim-kiem/") for path in files(tmp_path / "site"))


def from_nothing_elsewhere(project: Path, tmp_path: Path, monkeypatch) -> dict[str, bytes]:
    monkeypatch.undo()
    monkeypatch.setattr(remaking, "can_search", lambda: False)
    return from_nothing(project, tmp_path)


@pytest.mark.parametrize("gone", ["objects", "notes/memory", "notes/finished", "notes/shelf", "spare"])
def test_an_edit_after_a_part_of_the_store_is_gone(project, tmp_path, gone):
    edited(project, tmp_path / "site", 2)
    shutil.rmtree(project / CACHE / gone)
    edited(project, tmp_path / "site", 2)
    assert files(tmp_path / "site") == from_nothing(project, tmp_path)


@pytest.mark.parametrize("kind", ["memory", "finished"])
def test_notes_of_two_builds_are_not_taken_for_those_of_one(project, tmp_path, kind):
    # As where a build was killed between the one and the other.
    edited(project, tmp_path / "site", 1)
    (note,) = (file for file in (project / CACHE / "notes" / kind).rglob("*") if file.is_file())
    before = note.read_bytes()
    add(project, 1, random.Random(1))
    build(request(project, tmp_path / "site"))
    note.write_bytes(before)
    change(project, 2, random.Random(2))
    build(request(project, tmp_path / "site"))
    assert files(tmp_path / "site") == from_nothing(project, tmp_path)


def test_another_folder_starts_from_what_was_made_for_the_first(project, tmp_path, monkeypatch):
    build(request(project, tmp_path / "site"))
    made = made_parts(monkeypatch)
    build(request(project, tmp_path / "preview"))
    assert made == []
    assert files(tmp_path / "preview") == files(tmp_path / "site")


def test_another_version_of_the_program_takes_nothing_over(project, tmp_path, monkeypatch):
    build(request(project, tmp_path / "site"))
    drawn = []
    monkeypatch.setattr("generator.outputs.codes._picture", lambda one, form: drawn.append(one) or form.encode())
    for module in ("build", "inputs", "making", "remaking", "shelf"):
        monkeypatch.setattr(f"generator.publishing.{module}.program_digest", lambda: "another")
    build(request(project, tmp_path / "site"))
    assert drawn


def test_a_build_with_nothing_to_do_does_nothing(project, tmp_path, monkeypatch):
    first = build(request(project, tmp_path / "site"))
    made = made_parts(monkeypatch)
    before = (tmp_path / "site").stat().st_ino
    assert build(request(project, tmp_path / "site")) == first
    assert made == []
    assert (tmp_path / "site").stat().st_ino == before


@pytest.mark.parametrize("harm", ["change", "remove", "add"])
def test_a_site_that_somebody_changed_is_laid_out_again(project, tmp_path, harm):
    build(request(project, tmp_path / "site"))
    expected = files(tmp_path / "site")
    page = tmp_path / "site" / "lich" / "index.html"
    if harm == "change":
        with page.open("r+b") as file:  # in place: the page is a link to what the store keeps
            file.write(b"<!-- changed -->")
    elif harm == "remove":
        page.unlink()
    else:
        (tmp_path / "site" / "stray.html").write_text("?")
    build(request(project, tmp_path / "site"))
    assert files(tmp_path / "site") == expected


def test_broken_and_foreign_notes_are_as_good_as_absent(project, tmp_path):
    build(request(project, tmp_path / "site"))
    expected = files(tmp_path / "site")
    for number, file in enumerate(sorted((project / CACHE).rglob("*"))):
        if file.is_file():
            data = file.read_bytes()
            file.unlink()
            file.write_bytes((data[: len(data) // 2], b"", b"\x80\x05K\x01.", bytes(len(data)))[number % 4])
    shutil.rmtree(tmp_path / "site")
    build(request(project, tmp_path / "site"))
    assert files(tmp_path / "site") == expected


def test_the_store_may_be_deleted_at_any_time(project, tmp_path):
    build(request(project, tmp_path / "site"))
    expected = files(tmp_path / "site")
    shutil.rmtree(project / CACHE)
    build(request(project, tmp_path / "site"))
    assert files(tmp_path / "site") == expected


def test_every_note_can_be_read_again(project, tmp_path):
    build(request(project, tmp_path / "site"))
    notes = [file for file in (project / CACHE / "notes").rglob("*") if file.is_file()]
    assert notes
    assert [file for file in notes if loaded(file.read_bytes()[16:]) is None] == []


def test_a_note_that_would_call_something_is_refused(tmp_path):
    store = Store(tmp_path)
    store.keep("plan", "ab", _Calls())
    assert store.find("plan", "ab") is None


class _Calls:
    def __reduce__(self):
        return (eval, ("1 + 1",))


def test_the_store_keeps_what_is_used_and_throws_the_oldest_away(tmp_path):
    store = Store(tmp_path)
    names = [store.keep_object(bytes([number]) * 1000) for number in range(10)]
    for age, name in enumerate(names):
        stamp = 1_000_000_000 + age
        os.utime(store.object_path(name), (stamp, stamp))
    store.trim({names[0]}, 3000)
    assert [name for name in names if store.has_object(name)] == [names[0], *names[7:]]


def test_digests_tell_neighbours_apart():
    assert digest_of("ab", "c") != digest_of("a", "bc")


@pytest.mark.parametrize("many", [0, 2000], ids=["new processes for pages over many plans", "the same"])
def test_one_process_and_two_give_the_same_bytes(project, tmp_path, monkeypatch, many):
    alone = from_nothing(project, tmp_path, drafts=True)
    monkeypatch.setattr(remaking, "_MANY", many)
    monkeypatch.setattr("generator.publishing.making._WORTH_A_PROCESS", 1)
    monkeypatch.setattr("generator.publishing.making._IN_A_BATCH", 2)
    monkeypatch.setattr("generator.publishing.shelf._WORTH_A_PROCESS", 1)
    assert from_nothing(project, tmp_path, drafts=True, processes=2) == alone
    assert any(path.endswith(".html") for path in alone)


def test_another_process_opens_what_it_was_sent_once(project, tmp_path):
    sent = [remaking._WorkshopElsewhere(request(project, tmp_path), tmp_path, "one") for _ in range(2)]
    came = [pickle.loads(pickle.dumps(one)) for one in sent]
    assert len({*sent, *came}) == 1


BUILD = """
import sys
from datetime import date
from pathlib import Path
from generator.domain.times import TimeState
from generator.publishing import remaking, renewing
from generator.publishing.build import build
from generator.publishing.report import Request
remaking.can_search = lambda: False
build(Request(Path(sys.argv[1]), Path(sys.argv[2]), date(2024, 5, 1)))
"""


def start(project: Path, output: Path) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", BUILD, str(project), str(output)])


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_a_killed_build_leaves_the_old_site_or_the_new_one(project, tmp_path):
    output = tmp_path / "site"
    build(request(project, output))
    states = [files(output)]
    chance = random.Random(7)
    began = time.monotonic()
    for turn in range(16):
        change(project, turn, chance)
        building = start(project, output)
        # From before anything is read to after the swap, in steps.
        time.sleep(0.05 + 0.1 * turn)
        building.send_signal(signal.SIGKILL)
        building.wait()
        states.append(from_nothing(project, tmp_path))
        assert files(output) in states, f"after {time.monotonic() - began:.1f} s"
    build(request(project, output))
    assert files(output) == states[-1]


def test_two_builds_at_once_leave_a_whole_site(project, tmp_path):
    building = [start(project, tmp_path / "site") for _ in range(2)]
    assert [one.wait(60) for one in building] == [0, 0]
    assert files(tmp_path / "site") == from_nothing(project, tmp_path)


def test_members_of_enumerations_are_read_back_as_every_python_writes_them():
    # Before Python 3.11.4 a member is pickled as a call of getattr.
    old = pickle.dumps(_AsGetattr(TimeState, "OPEN"))
    assert loaded(old) is TimeState.OPEN
    assert loaded(pickle.dumps(_AsGetattr(Path, "cwd"))) is None


class _AsGetattr:
    def __init__(self, owner, name):
        self.owner, self.name = owner, name

    def __reduce__(self):
        return getattr, (self.owner, self.name)


def test_a_notice_without_its_facts_stops_a_build_as_it_stops_a_check(project, tmp_path):
    shutil.copytree(SITES.parents[1] / "content" / "notices", project / "content" / "notices")
    plan = plans(project)[0]
    plan.write_text(plan.read_text("utf-8") + "notices:\n  - {id: ket-qua, kind: ket-qua}\n", "utf-8")
    for _ in range(2):
        outcome = build(request(project, tmp_path / "site"))
        assert "notice_needs" in {problem.code for problem in outcome.problems}
        assert outcome.report is None
