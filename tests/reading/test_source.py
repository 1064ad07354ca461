import pytest

from generator.reading.source import MAX_BYTES, read_source


def text(data):
    return read_source("a.yml", data).source.text


def codes(data):
    return [(p.code, p.location.line, p.location.column) for p in read_source("a.yml", data).problems]


@pytest.mark.parametrize(
    "data",
    [
        "a: Đề án\nb: 1\n".encode(),
        b"\xef\xbb\xbf" + "a: Đề án\nb: 1\n".encode(),
        "a: Đề án\r\nb: 1\r\n".encode(),
        "a: Đề án\rb: 1\r".encode(),
        "a:\u00a0Đề\u202fán\nb: 1\n".encode(),
        "a: Đê\u0300 a\u0301n\nb: 1\n".encode(),
    ],
)
def test_harmless_ways_to_save_a_file_give_the_same_text(data):
    read = read_source("a.yml", data)
    assert read.problems == ()
    assert read.source.text == "a: Đề án\nb: 1\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_told_by_name(encoding):
    assert codes("schema: 1\n".encode(encoding)) == [("utf16", 1, 1)]


def test_another_code_page_is_told_with_the_line_of_its_first_letter():
    assert codes("schema: 1\nname: Góp ý\n".encode("cp1252")) == [("not_utf8", 2, 1)]


def test_a_file_beyond_the_limit_is_not_read():
    assert codes(b"a" * (MAX_BYTES + 1)) == [("file_too_large", 1, 1)]
    assert codes(b"a" * MAX_BYTES) == []


def test_hidden_characters_are_told_once_a_line_and_left_out():
    data = "a: x\u200b\u200by\nb: \u202ez\n".encode()
    assert codes(data) == [("hidden_zero_width", 1, 5), ("hidden_direction_mark", 2, 4)]
    assert text(data) == "a: xy\nb: z\n"


def test_line_and_paragraph_separators_do_not_shift_the_lines():
    assert text("a: x\u2028y\nb: \u0085z\n".encode()) == "a: x y\nb:  z\n"


def test_an_underlined_heading_is_no_sign_of_two_edits():
    assert codes(b"Title\n=======\n") == []
