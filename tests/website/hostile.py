"""A project in whose every text stands something else that a bad contributor might send, written as files.

The walk follows the types of the domain, so that a new field of text is filled without anyone adding it here. Each
text is numbered, and begins with the same words whatever it carries: a site with harmless texts and one with hostile
texts can then be laid beside each other, element by element.
"""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from generator.domain.text import Line, Words
from generator.domain.times import TimeExpression
from generator.domain.written import BodyRef
from generator.reading.schemas import SHAPES
from generator.reading.shapes import bare, keys_of
from tests.website.projects import PLANS, ROOT, copy_of

KEPT_PLANS = (PLANS["tan_an"], PLANS["long_khanh"])
# Addresses and names of files are refused when they are read, unless they are right; rules name a warning.
ADDRESSES = frozenset({"url", "website", "link", "target", "error_report"})
_NOT_FILLED = ADDRESSES | {"file", "sha256", "rule", "placement_field", "when", "list", "needs", "base"}
# What these say decides on which day a page is what it is; the words of all other times are filled.
_DECIDING = frozenset({"window", "validity", "issued", "date", "expected_launch"})
_WORDINGS = frozenset({"subject", "body", "script"})
SAFE = "lời thường"

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "<math><mi//xlink:href='javascript:alert(1)'>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "` onclick=`alert(1)",
    '"><iframe src=javascript:alert(1)>',
    "' style='position:fixed;inset:0' '",
    "</title><h1>a</h1>",
    "</style><style>*{display:none}</style>",
    "</textarea><button formaction=javascript:alert(1)>a</button>",
    "</template></noscript><b>a</b>",
    "</p></div></main></body></html><h1>a</h1>",
    "</a><a href=javascript:alert(1)>a</a>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='&#106;avascript:alert(1)'>a</a>",
    "<a href=' java\tscript:alert(1)'>a</a>",
    "<base href=//xau.example/>",
    "<meta http-equiv=refresh content='0;url=//xau.example'>",
    "<link rel=stylesheet href=//xau.example/a.css>",
    "<object data=//xau.example></object><embed src=//xau.example>",
    "<form action=//xau.example><input name=a></form>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<marquee onstart=alert(1)>",
    "<!-- a",
    "--> a <!--",
    "<![CDATA[ a ]]>",
    "]]><b>a</b>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<!DOCTYPE html [<!ENTITY a 'b'>]>&a;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;b&amp;gt; &quot; &apos;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cscript\\x3e",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "[a](javascript:alert(1))",
    "![a](x onerror=alert(1))",
    "[a]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "*a* _b_ **c** `d` ~~e~~ # f",
    "a | b | c",
    "{{ 7 * 7 }}",
    "{% include 'code.html' %}",
    "{# a #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    '#let a = 1; #read("/etc/passwd")',
    "$ a $ @a <a> \\ ~ /* a */ // b",
    "=cmd|' /C calc'!A0",
    "+1+1, -1, @SUM(A1)",
    "a\\nb\\r\\nBEGIN:VEVENT",
    "a;b,c:d\\,e",
    "'); alert(1); ('",
    '"}]}</script>',
    "…“”‘’«»–—",
    "a/../../../etc/passwd",
    "ế" * 120,
)


def _with_braces(text: str) -> bool:
    return "{" in text or "}" in text


class Filler:
    """Gives the texts in turn; without braces for the wordings of notices, where braces name facts."""

    def __init__(self, hostile: bool) -> None:
        self.hostile, self.filled = hostile, 0
        self._any = itertools.cycle(PAYLOADS)
        self._bare = itertools.cycle([text for text in PAYLOADS if not _with_braces(text)])

    def words(self, wording: bool = False) -> str:
        """Give the next text, with its number."""
        self.filled += 1
        payload = next(self._bare if wording else self._any)
        return f"Chữ {self.filled:05} {payload if self.hostile else SAFE}"

    def fill(self, data: Any, hint: Any, key: str = "", wording: bool = False) -> Any:
        """Give `data`, which has the type `hint` and stands at `key`, with every text in it filled."""
        shape = bare(hint)
        if key in _NOT_FILLED:
            return data
        if get_origin(shape) is tuple:
            inner = get_args(shape)[0]
            many = [self.fill(item, inner, key, wording) for item in (data if isinstance(data, list) else [data])]
            return many if isinstance(data, list) else many[0]
        if get_origin(shape) is dict:
            return {name: self.fill(item, get_args(shape)[1], name, wording) for name, item in data.items()}
        if shape is BodyRef:
            return self._body(data)
        if shape is Words and isinstance(data, dict):
            return {code: self.words(wording) for code in data}
        if shape is Words or hint == Line or Line in get_args(hint):
            return self.words(wording)
        if shape is TimeExpression and key not in _DECIDING:
            return self.words()
        if keys_of(shape) and isinstance(data, dict):
            hints = get_type_hints(shape, include_extras=True)
            worded = (
                {name: wording or name in _WORDINGS for name in data} if shape.__name__.startswith("Notice") else {}
            )
            return {name: self.fill(item, hints[name], name, worded.get(name, wording)) for name, item in data.items()}
        return data

    def _body(self, data: Any) -> Any:
        """Bodies are found by their names, so the name moves aside and other words stand in its place."""
        if isinstance(data, str):
            return {"text": self.words(), "body": data}
        rest = {name: self.words() for name in data if name == "note"}
        return {"text": self.words(), "body": data.get("body") or data["text"], **rest}


NOTICE = {
    "id": "moi-gop-y",
    "kind": "moi-gop-y",
    "number": "a",
    "subject": {"vi": "a", "en": "a"},
    "body": [{"heading": {"vi": "a", "en": "a"}}, {"text": {"vi": "a", "en": "a"}}, {"text": {"vi": "a"}}],
    "script": {"key": "a", "short": [{"text": "a"}, {"text": "a"}], "long": [{"text": "a"}]},
    "recipients": [{"text": "a", "note": "a"}],
    "signature": {"authority": "a", "title": "a", "name": "a"},
    "values": {"results": {"vi": "a", "en": "a"}},
}
SITE = {
    "name": {"vi": "a", "en": "a"},
    "tagline": {"vi": "a", "en": "a"},
    "managing_body": "a",
    "responsible_editor": "a",
    "contact": {"address": "a", "phone": "a", "email": "a"},
    "licence": {"name": "a"},
    "urgent": {"text": {"vi": "a", "en": "a"}, "until": "2030-12-31"},
    "channels": [{"id": "k-1", "purpose": "feedback", "kind": "phone", "label": "a"}],
}


def project(folder: Path, hostile: bool) -> tuple[Path, int]:
    """Write the project of two plans into `folder`, each text filled; give it and the number of texts."""
    made = copy_of(ROOT, folder)
    filler = Filler(hostile)
    (made / "plans/published.yml").unlink()
    for name in PLANS.values():
        if name not in KEPT_PLANS:
            (made / f"plans/{name}.yml").unlink()
    for file, shape in _files(made):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        if file.stem == KEPT_PLANS[0]:
            data["notices"] = [NOTICE]
        if file.name == "site_config.yml":
            data |= SITE
        text = yaml.safe_dump(_filled(filler, data, shape), allow_unicode=True, sort_keys=False, width=10**6)
        file.write_text(text, encoding="utf-8")
    shutil.rmtree(made / "content/en")
    for file in sorted((made / "content/vi").iterdir()):
        file.write_text("".join(_page(filler)), encoding="utf-8")
    return made, filler.filled


def _files(made: Path) -> Iterator[tuple[Path, type]]:
    yield made / "site_config.yml", SHAPES["site_config"]
    yield made / "plans/agencies.yml", SHAPES["agencies"]
    yield made / "plans/documents.yml", SHAPES["documents"]
    yield from ((made / f"plans/{name}.yml", SHAPES["plan"]) for name in KEPT_PLANS)
    yield from ((file, SHAPES["notice"]) for file in sorted((made / "content/notices").iterdir()))


def _filled(filler: Filler, data: Any, shape: type) -> Any:
    names = [_names(agency) for agency in data.get("agencies", [])]
    made = filler.fill(data, shape)
    for agency, old in zip(made.get("agencies", []), names, strict=True):
        agency["aliases"] = old
    return made


def _names(agency: dict[str, Any]) -> list[str]:
    """A body keeps its names as other names: plans call it so."""
    name = agency["name"]
    aliases = agency.get("aliases", [])
    return [name["vi"] if isinstance(name, dict) else name, *(aliases if isinstance(aliases, list) else [aliases])]


def _page(filler: Filler) -> Iterator[str]:
    """A page of prose: each text as a paragraph, a heading, an entry of a list, a cell, the words of a link."""
    yield f"# {filler.words()}\n\n"
    for _ in range(len(PAYLOADS) // 4):
        yield f"{filler.words()}\n\n## {filler.words()}\n\n- {filler.words()}\n\n[{filler.words()}](../lich/)\n\n"
    yield f"| a |\n|---|\n| {filler.words()} |\n"
