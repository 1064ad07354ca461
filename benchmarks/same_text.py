"""The text of a built site as Markdown, so that others can make pages of the same text."""

import re
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = {"p": "", "li": "- ", "dt": "", "dd": "", "td": "", "th": "", "summary": "", "figcaption": ""}
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_SILENT = {"script", "style", "svg", "nav", "template"}


class _Text(HTMLParser):
    """Collects headings, paragraphs and items inside `<main>`."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._inside, self._silent = False, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._inside = self._inside or tag == "main"
        self._silent += tag in _SILENT
        mark = {**_BLOCKS, **_HEADINGS}.get(tag)
        if mark is not None:
            self.lines.append(mark)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        if tag == "main":
            self._inside = False

    def handle_data(self, data: str) -> None:
        text = re.sub(r"\s+", " ", data)
        if self._inside and not self._silent and text.strip():
            if not self.lines:
                self.lines.append("")
            self.lines[-1] += text


def markdown_of(page: Path) -> str:
    """Give the text of the main part of a page."""
    reader = _Text()
    reader.feed(page.read_text("utf-8"))
    lines = (line.rstrip() for line in reader.lines if line.strip(" #-"))
    return "\n\n".join(re.sub(r"([\\`*_{}\[\]<>|])", r"\\\1", line) for line in lines) + "\n"


def write_markdown(site: Path, folder: Path, ending: str) -> int:
    """Write the text of every page of `site` below `folder`/<language>/; give how many pages there are."""
    count = 0
    for page in sorted(site.rglob("index.html")):
        parts = page.relative_to(site).parts[:-1]
        if parts[:1] == ("Q",):
            continue
        language, rest = ("en", parts[1:]) if parts[:1] == ("en",) else ("vi", parts)
        target = folder.joinpath(language, *rest, ending)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown_of(page), encoding="utf-8")
        count += 1
    return count
