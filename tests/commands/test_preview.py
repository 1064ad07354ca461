"""The preview reloads pages although their policy allows no script that they do not have."""

import urllib.request
from pathlib import Path

from generator.commands.preview import Preview, PreviewWords
from generator.drawing.policy import page_policy, single_policy


def free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def shown(folder: Path) -> tuple[Preview, str]:
    preview, port = Preview(folder, PreviewWords("vi", "Còn lỗi", "Chương trình hỏng", "Đang dựng")), free_port()
    preview.start(port)
    return preview, f"http://127.0.0.1:{port}/"


def page(policy: str) -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"<!doctype html><html><head><meta charset=utf-8>{meta}<title>a</title></head><body><p>A</p></body></html>"


def test_problems_are_shown_over_pages_of_every_policy(tmp_path, browser):
    (tmp_path / "a.html").write_text(page(page_policy((), search=False)), encoding="utf-8")
    (tmp_path / "b.html").write_text(page(single_policy()), encoding="utf-8")
    preview, address = shown(tmp_path)
    preview.show("Tệp có lỗi")
    for name in ("a.html", "b.html"):
        tab = browser.new_page()
        tab.goto(address + name)
        tab.wait_for_selector("#plansite-problems", timeout=5000)
        assert tab.inner_text("#plansite-problems pre") == "Tệp có lỗi"
        assert tab.inner_text("#plansite-problems strong") == "Còn lỗi"
        assert tab.evaluate("getComputedStyle(document.querySelector('#plansite-problems')).position") == "fixed"
        tab.close()


def test_files_on_disk_are_left_as_they_are(tmp_path):
    written = page(single_policy())
    (tmp_path / "a.html").write_text(written, encoding="utf-8")
    _, address = shown(tmp_path)
    assert urllib.request.urlopen(address + "a.html").read() != written.encode()
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == written
