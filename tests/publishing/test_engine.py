import base64
import hashlib
import logging
import multiprocessing
import pickle
import re
import time
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html as lxml_html

from generator.domain.colour import accent
from generator.publishing.engine import (
    MarkdownPage,
    UrgentBar,
    inline_script_hashes,
    render_site,
    theme_assets,
)
from tests.publishing.example_shell import BASE, page, pattern_page, shell

ENGINE = Path(__file__).parents[2] / "generator/publishing/engine"


def made(*pages, of=None):
    return {path: data.decode() for path, data in render_site(of or shell(), pages)}


def prose(text, path="gioi-thieu/"):
    written = MarkdownPage(
        path=path,
        language="vi",
        title="Giới thiệu",
        description="",
        canonical=BASE + path,
        section="about",
        permalink="Liên kết đến mục này",
        markdown=text,
        markdown_language="vi",
    )
    (text,) = made(written).values()
    return lxml_html.fromstring(text).get_element_by_id("main")


def links_of(text):
    return [link for _, _, link, _ in lxml_html.fromstring(text).iterlinks()]


def test_finished_html_stands_in_main_as_it_is():
    text = made(page(body='<h1>Đ</h1><p data-x="1">&amp; “ẵ”</p>'))["ke-hoach/mau/index.html"]
    assert '<h1>Đ</h1><p data-x="1">&amp; “ẵ”</p>' in text


def test_pages_come_in_the_order_in_which_they_went():
    pages = [page(path=path) for path in ("z/", "", "a/b/", "404.html")]
    assert [path for path, _ in render_site(shell(), pages)] == [
        "z/index.html",
        "index.html",
        "a/b/index.html",
        "404.html",
    ]


def test_the_head_says_language_address_and_the_other_languages():
    document = lxml_html.fromstring(made(page())["ke-hoach/mau/index.html"])
    assert document.get("lang") == "vi"
    assert document.xpath("//link[@rel='canonical']/@href") == [f"{BASE}ke-hoach/mau/"]
    alternates = dict(
        zip(
            document.xpath("//link[@rel='alternate']/@hreflang"),
            document.xpath("//link[@rel='alternate']/@href"),
            strict=True,
        )
    )
    assert alternates == {
        "vi": f"{BASE}ke-hoach/mau/",
        "en": f"{BASE}en/ke-hoach/mau/",
        "x-default": f"{BASE}ke-hoach/mau/",
    }
    assert document.findtext(".//title") == "Kế hoạch mẫu – Kế hoạch của thành phố và thị xã"


def test_the_language_switch_keeps_the_page():
    document = lxml_html.fromstring(made(page())["ke-hoach/mau/index.html"])
    (switch,) = document.xpath("//header//a[@hreflang]")
    assert (switch.get("lang"), switch.text) == ("en", "English")
    assert urljoin(f"{BASE}ke-hoach/mau/", switch.get("href")) == f"{BASE}en/ke-hoach/mau/"


def test_the_current_section_is_marked_once():
    document = lxml_html.fromstring(made(page())["ke-hoach/mau/index.html"])
    assert document.xpath("//nav//*[@aria-current]/text()") == ["Kế hoạch"]


@pytest.mark.parametrize("path", ["", "lich/", "en/ke-hoach/mau/"])
def test_every_link_of_the_shell_is_relative_and_stays_inside_a_sub_path(path):
    base = "https://mau.example/thanh-pho/"
    (text,) = made(page(path=path, base=base), of=shell(base=base)).values()
    inside = [link for link in links_of(text) if not link.startswith(("https://mau.", "https://creative"))]
    assert inside
    for link in inside:
        assert not link.startswith("/")
        assert urljoin(base + path, link).startswith(base)


def test_a_not_found_page_points_from_the_root_of_the_host():
    base = "https://mau.example/thanh-pho/"
    text = made(page(path="404.html", base=base), of=shell(base=base))["404.html"]
    inside = [link for link in links_of(text) if not link.startswith(("http", "#"))]
    assert inside
    assert all(link.startswith("/thanh-pho/") for link in inside)


def test_words_of_the_settings_cannot_become_markup():
    bar = UrgentBar(text="<script>alert(1)</script>", until="2099-01-01")
    text = made(page(body="<p></p>"), of=shell(urgent=bar)).popitem()[1]
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_the_same_pages_give_the_same_bytes_in_another_process():
    pages = (page(), pattern_page())
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        elsewhere = pool.apply(render_site, (shell(), pages))
    assert elsewhere == render_site(shell(), pages)


def test_values_can_be_sent_to_another_process():
    for value in (shell(), page(), pattern_page()):
        assert pickle.loads(pickle.dumps(value)) == value


def test_no_tool_and_no_day_of_the_clock_stands_in_a_page():
    text = made(page())["ke-hoach/mau/index.html"].lower()
    assert "mkdocs" not in text
    assert "material" not in text
    assert 'name="generator"' not in text
    assert time.strftime("%Y-%m-%d") not in text.replace("2026-11-20", "")


def test_nothing_is_printed_logged_or_written(capfd, tmp_path, monkeypatch, caplog):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = sorted(ENGINE.rglob("*.*"))
    with caplog.at_level(logging.DEBUG):
        render_site(shell(), [page()])
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
    assert [path for path in ENGINE.rglob("*.*") if path not in before and "__pycache__" not in path.parts] == []


def test_the_only_inline_script_is_covered_by_its_hash():
    document = lxml_html.fromstring(made(pattern_page())["mau/index.html"])
    inline = document.xpath("//script[not(@src) and not(@type)]/text()")
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline]
    assert tuple(hashes) == inline_script_hashes()
    assert document.xpath("//@style | //style | //@*[starts-with(name(), 'on')]") == []


def test_a_page_loads_only_the_assets_that_the_theme_gives():
    given = {path for path, _ in theme_assets(shell().accent)}
    document = lxml_html.fromstring(made(page(path="a/b/"))["a/b/index.html"])
    loaded = document.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
    at_once = {urljoin("/a/b/", link).lstrip("/") for link in loaded}
    # The search's script is asked for when somebody searches, and not before.
    assert {path.split(".")[0] for path in given - at_once} == {"assets/search"}
    assert at_once < given


def test_assets_are_named_after_their_content():
    one, other = (dict(theme_assets(accent(colour))) for colour in ("#9a3412", "#1d4ed8"))
    styles = [next(path for path in assets if path.endswith(".css")) for assets in (one, other)]
    assert styles[0] != styles[1]
    assert dict(theme_assets(accent("#9a3412"))) == one


def test_a_style_sheet_is_whole_and_asks_for_nothing_else():
    (style,) = (data.decode() for path, data in theme_assets(shell().accent) if path.endswith(".css"))
    assert "icon(" not in style
    assert "ACCENT" not in style
    assert re.findall(r"url\((?!\"data:image/svg)", style) == []
    assert style.count("{") == style.count("}")


def test_every_class_of_the_pattern_page_has_a_style():
    (style,) = (data.decode() for path, data in theme_assets(shell().accent) if path.endswith(".css"))
    used = {name for classes in re.findall(r'class="([^"]*)"', pattern_page().body) for name in classes.split()}
    assert {name for name in used - {"ps-target"} if f".{name}" not in style} == set()


def test_the_cost_does_not_grow_with_the_number_of_pages():
    def seconds_a_page(count):
        pages = [page(path=f"ke-hoach/p{number}/") for number in range(count)]
        start = time.process_time()
        render_site(shell(), pages)
        return (time.process_time() - start) / count

    seconds_a_page(1)
    assert seconds_a_page(1000) < 2 * seconds_a_page(250) + 0.001


def test_markdown_has_tables_notes_and_anchors_without_accents():
    main = prose(
        '# Giới thiệu\n\n## Đường dây nóng\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n!!! note "Chú ý"\n    Đọc kỹ.\n'
    )
    (heading,) = main.xpath(".//h2")
    assert heading.get("id") == "duong-day-nong"
    (link,) = heading.xpath("./a")
    assert (link.get("href"), link.get("title")) == ("#duong-day-nong", "Liên kết đến mục này")
    assert main.xpath(".//td/text()") == ["1", "2"]
    assert main.xpath(".//div[contains(@class, 'admonition')]/p/text()") == ["Chú ý", "Đọc kỹ."]


def test_a_text_without_a_heading_gets_the_title_of_its_page():
    assert prose("Một đoạn.").xpath(".//h1/text()") == ["Giới thiệu"]
    assert prose("# Khác\n\nMột đoạn.").xpath(".//h1/text()") == ["Khác"]


def test_a_link_from_the_root_is_made_relative_to_the_page():
    main = prose("[a](/gop-y/#kenh) [b](/) [c](https://mau.example/) [d](mailto:a@mau.example)", path="en/a/")
    assert main.xpath(".//a/@href") == [
        "../../gop-y/#kenh",
        "../../",
        "https://mau.example/",
        "mailto:a@mau.example",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<img src="https://khac.example/a.png">',
        "![a](//khac.example/a.png)",
        "[a](javascript:alert(1))",
        "[a](//khac.example/)",
        '<a href="data:text/html,x">a</a>',
        '<iframe src="https://khac.example/"></iframe>',
        '<p style="position:fixed">a</p>',
        '<form action="/"><input name="a"></form>',
        "<style>main{display:none}</style>",
        "## a {: onclick=alert(1) style=color:red class=ps-urgent }",
        '<svg onload="alert(1)"></svg>',
        "<base href='https://khac.example/'>",
        "<meta http-equiv='refresh' content='0'>",
        "</main><header class='ps-top'>a</header>",
    ],
)
def test_markup_from_outside_can_do_nothing_but_be_read(hostile):
    main = prose(f"a\n\n{hostile}\n\nb")
    assert (
        main.xpath(".//script | .//style | .//iframe | .//form | .//input | .//svg | .//base | .//meta | .//header")
        == []
    )
    assert main.xpath(".//@*[starts-with(name(), 'on') or name() = 'style']") == []
    assert [link for link in main.xpath(".//@href | .//@src") if "khac" in link or ":" in link] == []
    assert main.xpath(".//*[contains(@class, 'ps-urgent')]") == []
    assert main.xpath("string()").rstrip().endswith("b")
