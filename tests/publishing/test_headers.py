"""Header files: other sites may read the open data and nothing else, and know what kind of file each is."""

import pytest

from generator.domain.colour import accent
from generator.publishing.headers import header_files


@pytest.mark.parametrize(
    ("address", "base"), [("https://a.example/", "/"), ("https://a.example/thu/muc/", "/thu/muc/")]
)
def test_only_the_open_data_is_shared(address, base):
    files = {path: content.decode() for path, content in header_files(address, accent("#9a3412"), search=True)}
    blocks = files["_headers"].split("\n/")
    sharing = [block for block in blocks if "Access-Control-Allow-Origin: *" in block]
    assert [block.splitlines()[0].lstrip("/") for block in sharing] == [f"{base.lstrip('/')}du-lieu/*"]
    lines = [line for line in files[".htaccess"].splitlines() if "Access-Control" in line]
    assert lines == [f'  Header set Access-Control-Allow-Origin "*" "expr=%{{REQUEST_URI}} =~ m#^{base}du-lieu/#"']


def test_tables_are_told_to_be_csv_in_utf_8():
    apache = dict(header_files("https://a.example/", accent("#9a3412"), search=True))[".htaccess"].decode()
    assert "AddType text/csv .csv" in apache
    assert any(line.split()[:2] == ["AddCharset", "utf-8"] and ".csv" in line for line in apache.splitlines())
