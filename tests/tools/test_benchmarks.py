"""The benchmarks' command line, and that others are given the same work as we."""

import re
import subprocess
import sys
from html import unescape

import pytest

from benchmarks.__main__ import MODULES, main
from benchmarks.notices import another_plan, papers
from benchmarks.same_paper import official_page, plain_page
from generator.official_paper import plain
from tests.tools.test_bootstrap import ROOT


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("name", "option"),
    [("qr", "--codes"), ("notices", "--rounds"), ("builds", "--sizes"), ("serve", "--edits")],
    ids=MODULES.keys(),
)
def test_a_benchmark_is_chosen_by_its_name_and_has_its_own_options(name, option, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert option in capsys.readouterr().out


def test_one_benchmark_runs_alone_with_its_options():
    done = bench("qr", "--codes", "2")
    assert done.returncode == 0
    assert done.stdout.startswith("2 codes")
    assert "notices" not in done.stdout


@pytest.mark.parametrize("arguments", [("codes",), ("--codes", "2")])
def test_an_unknown_benchmark_measures_nothing_and_names_those_there_are(arguments, capsys):
    assert main(arguments) == 2
    said = capsys.readouterr().out
    assert all(f"ARGS={name}" in said or f'ARGS="{name}' in said for name in MODULES)


def words(page: str) -> str:
    body = re.sub(r"<style>.*?</style>|<title>.*?</title>", "", page)
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", body)))


@pytest.mark.parametrize("number", range(len(papers())))
def test_others_set_every_word_that_we_set(number):
    paper = papers()[number]
    for text in paper.texts:
        for page in (official_page(paper, "serif"), plain_page(paper, "serif")):
            assert re.sub(r"\s+", "", text) in words(page)
    laid_out = official_page(paper, "serif")
    assert re.sub(r"\s+", "", paper.foot.note + plain(paper.foot.address)) in words(laid_out)
    assert ("<svg" in laid_out) == (paper.foot.code_address is not None)


def test_no_text_of_a_plan_is_alike_in_two_rounds():
    for paper in papers():
        shared = {*paper.heading, paper.type, paper.recipients_label}
        shared |= {one for one in (paper.authority, paper.signer_title, paper.signer_name) if one}
        one, other = ({*another_plan(paper, number).texts} for number in (1, 2))
        assert one & other <= shared
