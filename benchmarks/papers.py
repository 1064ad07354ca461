"""The codes and notice PDFs of a built site through qrcode and WeasyPrint; runs in .venv-bench.

python papers.py SITE MARKDOWN OUTPUT ADDRESS
"""

import sys
from html import escape
from pathlib import Path

import qrcode
import qrcode.image.svg
import weasyprint


def codes(site: Path, output: Path, address: str) -> None:
    """Draw each code of the site as PNG and SVG."""
    for page in sorted((site / "Q").glob("*/index.html")):
        name = page.parent.name
        code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M)
        code.add_data(f"{address}Q/{name}/")
        code.make(fit=True)
        code.make_image().save(output / f"{name}.png")
        code.make_image(image_factory=qrcode.image.svg.SvgPathImage).save(str(output / f"{name}.svg"))


def notices(site: Path, markdown: Path, output: Path) -> None:
    """Print each notice that the site has as a PDF, out of the text of its page."""
    for number, file in enumerate(sorted(site.rglob("*.pdf"))):
        parts = file.parent.relative_to(site).parts
        language, rest = ("en", parts[1:]) if parts[:1] == ("en",) else ("vi", parts)
        page = markdown.joinpath(language, *rest, "index.md")
        if len(rest) == 3 and page.is_file():
            body = "".join(f"<p>{escape(line)}</p>" for line in page.read_text("utf-8").split("\n\n"))
            weasyprint.HTML(string=f"<html lang={language}><body>{body}").write_pdf(output / f"{number}.pdf")


if __name__ == "__main__":
    built, text, made = map(Path, sys.argv[1:4])
    made.mkdir(parents=True, exist_ok=True)
    codes(built, made, sys.argv[4])
    notices(built, text, made)
