"""An official paper as a page for WeasyPrint: the same words in the same layout, with the same code and links.

Two columns in the heading, lines and signs under it, type and subject as headings, justified paragraphs with their
indent, lists with their own labels, signature beside recipients, the foot with the code, page numbers from the second
page on. `plain_page` is the bare text, one paragraph after another, as the least that anybody could ask for.
"""

from html import escape

from generator.drawing.qr import qr_matrix, qr_svg
from generator.layout import TextStyle
from generator.official_paper import Block, BlockKind, Item, OfficialPaper, Runs

_CENTRED = "heading motto superior issuer number place_date authority signer_title signer_name"


def plain_page(paper: OfficialPaper, face: str) -> str:
    """Give the words of the paper as paragraphs, with margins and nothing else."""
    lines = "".join(f"<p>{escape(text)}</p>" for text in paper.texts)
    style = f"@page{{size:A4;margin:20mm 15mm 20mm 30mm}}body{{font:14pt {face}}}"
    return f"<html lang={paper.language}><style>{style}</style><title>{escape(paper.title)}</title>{lines}"


def official_page(paper: OfficialPaper, face: str) -> str:
    """Give the paper in its official layout."""
    parts = (_heading(paper), _title(paper), *map(_block, paper.body), _end(paper), _foot(paper))
    head = f"<style>{_style(paper, face)}</style><title>{escape(paper.title)}</title>"
    return f"<html lang={paper.language}><head>{head}</head><body>{''.join(parts)}</body></html>"


def _style(paper: OfficialPaper, face: str) -> str:
    page, looks = paper.layout.page, dict(paper.layout.text)
    components = "".join(f".{name}{{{_look(look)}}}" for name, look in looks.items())
    return (
        f"@page{{size:A4;margin:{page.top}mm {page.right}mm {page.bottom}mm {page.left}mm;"
        f"@top-center{{content:counter(page);font:{looks['page_number'].size}pt {face}}}}}"
        "@page:first{@top-center{content:none}}"
        f"body{{font:{looks['body'].size}pt/{page.lines * 1.15} {face};margin:0}}"
        "table{width:100%;border-collapse:collapse;line-height:1.2}td{vertical-align:top;padding:0 1mm}p{margin:0}"
        f"h1{{font:inherit;text-align:center;margin:18pt 0 0}}"
        f"h2{{margin:{page.spacing}pt 0;text-indent:{page.indent}mm}}"
        f".body{{text-align:justify;text-indent:{page.indent}mm;margin:{page.spacing}pt 0}}"
        f"ul{{list-style:none;margin:0;padding-left:{page.indent}mm}}"
        "hr{border:0;border-top:.75pt solid;margin:2pt auto}a{color:inherit;text-decoration:none}"
        f"{', '.join('.' + name for name in _CENTRED.split())}{{text-align:center}}{components}"
    )


def _look(look: TextStyle) -> str:
    return (
        f"font-size:{look.size}pt;font-weight:{'bold' if look.bold else 'normal'};"
        f"font-style:{'italic' if look.italic else 'normal'};" + ("text-decoration:underline" if look.underline else "")
    )


def _line(component: str, text: str | None) -> str:
    return f'<p class="{component}">{escape(text)}</p>' if text else ""


def _mark(paper: OfficialPaper, component: str) -> str:
    mark = dict(paper.layout.marks)[component]
    if mark.sign is not None:
        return f'<p class="heading" role="presentation">{mark.sign}</p>'
    return f'<hr style="width:{round((mark.share or 0) * 60)}%">'


def _heading(paper: OfficialPaper) -> str:
    first, *mottos = paper.heading
    left = _line("superior", paper.superior) + _line("issuer", paper.issuer.text) + _mark(paper, "issuer")
    right = _line("heading", first) + "".join(_line("motto", words) for words in mottos) + _mark(paper, "heading")
    below = (_line("number", paper.number), _line("place_date", paper.place_date))
    banner = f"<p><em>{escape(paper.banner)}</em></p>" if paper.banner else ""
    return f"{banner}{_two(left, right, 41)}{_two(*below, 41)}"


def _two(left: str, right: str, share: int) -> str:
    return f'<table><tr><td style="width:{share}%">{left}</td><td>{right}</td></tr></table>'


def _title(paper: OfficialPaper) -> str:
    words = f'<span class="type">{escape(paper.type)}</span><br><span class="subject">{_runs(paper.subject)}</span>'
    return f"<h1>{words}</h1>{_mark(paper, 'subject')}"


def _block(block: Block) -> str:
    if block.kind is BlockKind.LIST:
        return _items(block.items)
    if block.kind is BlockKind.HEADING:
        return f'<h2 class="body_heading">{_runs(block.runs)}</h2>'
    return f'<p class="body">{_runs(block.runs)}</p>'


def _items(items: tuple[Item, ...]) -> str:
    points = (f"<li>{escape(one.label or '-')} {_runs(one.runs)}{_items(one.items)}</li>" for one in items)
    return f"<ul>{''.join(points)}</ul>" if items else ""


def _runs(runs: Runs) -> str:
    return "".join(
        escape(run.text) if run.href is None else f'<a href="{escape(run.href)}">{escape(run.text)}</a>' for run in runs
    )


def _end(paper: OfficialPaper) -> str:
    left = _line("recipients_label", paper.recipients_label) + "".join(_line("recipients", r) for r in paper.recipients)
    right = _line("authority", paper.authority) + _line("signer_title", paper.signer_title)
    return _two(left, f'{right}<p style="height:58pt"></p>{_line("signer_name", paper.signer_name)}', 48)


def _foot(paper: OfficialPaper) -> str:
    foot = paper.foot
    lines = (_line("foot", foot.note), *(f'<p class="foot">{_runs(r)}</p>' for r in (foot.address, foot.code_caption)))
    return f"<hr>{_two(''.join(lines), _code(paper), 80)}"


def _code(paper: OfficialPaper) -> str:
    """Give the code as a picture in vectors, with its name for those who do not see it."""
    if paper.foot.code_address is None:
        return ""
    picture = qr_svg(qr_matrix(paper.foot.code_address), label=paper.foot.code_label or "")
    return picture.replace("<svg", '<svg style="width:27mm;height:27mm"', 1)
