"""A notice as an official paper: heading, issuer, number, place and date, body, signature and recipients."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from generator.domain.document import Identity
from generator.domain.notice import Notice
from generator.domain.organisation import Recipient
from generator.domain.plan import Plan
from generator.domain.text import DEFAULT_LANGUAGE, Words
from generator.domain.times import CalendarUnit, TimeExpression
from generator.layout import Layout, layout_for
from generator.official_paper import Block, BlockKind, Foot, Item, OfficialPaper, Run, Runs, plain
from generator.views.bodies import agency_name
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.notice_facts import NoticeContext, notice_facts
from generator.views.notice_wording import body_blocks, filled
from generator.views.participation import code_view
from generator.wording import load_strings

# Spaces that stay: the blank of a form, to be filled in by hand.
_BLANK = " " * 6


def paper_language(context: Context, notice: Notice) -> str:
    """Give the language of the notice's paper: the page's where all its wording is there in it, else Vietnamese."""
    wordings = (notice.subject, *(words for passage in notice.body for words in passage.wordings))
    whole = all(not words.in_language(context.language).fallback for words in wordings)
    return context.language if whole else DEFAULT_LANGUAGE


def notice_paper(context: Context, plan: Plan, notice: Notice) -> OfficialPaper:
    """Give the paper of `notice`, in the page's language or in Vietnamese where nobody translated it."""
    written_in = replace(context, strings=load_strings(paper_language(context, notice)))
    about = NoticeContext(written_in, plan, notice)
    facts = notice_facts(about)
    layout = _layout(about)
    subject = filled(_say(about, notice.subject), facts)
    body = body_blocks(written_in, notice.body, facts)
    # "./." is how Vietnamese offices end a paper; a translation is no such paper.
    mark = layout.end_mark if written_in.language == DEFAULT_LANGUAGE else "."
    paper = _paper(about, layout, subject, _ended(body, mark))
    return replace(paper, foot=_foot(about, _digest(paper)))


def _paper(about: NoticeContext, layout: Layout, subject: Runs, body: tuple[Block, ...]) -> OfficialPaper:
    context, document = about.context, about.plan.document
    wanted = about.notice.wanted
    signature = (wanted.signature if wanted else None) or document.signature
    type_name = context.say("paper_words.notice")
    superior, issuer = _letterhead(about)
    return OfficialPaper(
        language=context.language,
        title=f"{type_name.capitalize()}: {plain(subject)}",
        author=" ".join(issuer.text.split()),
        banner=None if context.language == DEFAULT_LANGUAGE else context.say("paper_words.unofficial"),
        heading=tuple(context.strings.section(f"paper_words.headings.{layout.branch}")),
        superior=superior,
        issuer=issuer,
        number=_number(about, layout),
        place_date=_place_date(about, layout),
        type=type_name,
        subject=subject,
        body=body,
        authority=_authority(layout, signature.authority) if signature and signature.authority else None,
        signer_title=signature.title if signature else None,
        # Who signs a notice is not what the plan says: the name is blank unless the notice itself names it.
        signer_name=wanted.signature.name if wanted and wanted.signature else None,
        recipients_label=context.say("paper_words.recipients"),
        recipients=_recipients(about, layout),
        foot=Foot(note="", address=()),
        layout=layout,
    )


def _say(about: NoticeContext, words: Words) -> str:
    return about.context.text(words).text


def _layout(about: NoticeContext) -> Layout:
    """Choose the rules by branch and by the notice's day: its explicit date, else the day of reference."""
    wanted = about.notice.wanted
    explicit = wanted.date.start if wanted and wanted.date else None
    return layout_for(about.plan.document.branch.value, explicit or about.context.as_of)


def _letterhead(about: NoticeContext) -> tuple[str | None, Run]:
    """Give the upper line, if there is one, and the issuer's line, in capitals."""
    context, document = about.context, about.plan.document
    if context.language == DEFAULT_LANGUAGE and document.letterhead is not None:
        return _upper(document.superior), Run(_broken(document.letterhead, about))
    name = agency_name(context, context.index.agencies[document.issuer.agency])
    language = name.language if name.language != context.language else None
    return _upper(document.superior), Run(name.text.upper(), language=language)


def _broken(letterhead: str, about: NoticeContext) -> str:
    """Begin a new line with the place's name where the issuer's line ends with it, as letterheads do."""
    line = letterhead.upper()
    place = place_title(about.context, about.context.index.places[about.plan.place]).text.upper()
    before = line.removesuffix(place).rstrip()
    return f"{before}\n{place}" if before and before != line else line


def _upper(text: str | None) -> str | None:
    return text.upper() if text is not None else None


def _number(about: NoticeContext, layout: Layout) -> str:
    """Give number and symbol; a number that the clerk has not given stays blank."""
    wanted = about.notice.wanted
    number = (wanted.number if wanted else None) or _BLANK
    body = _body_symbol(about.plan.document)
    symbol = about.context.say("paper_words.symbol") + (f"{layout.number_joint}{body}" if body else "")
    padded = number.zfill(layout.number_digits) if number.isdigit() else number
    return layout.number_form.format(label=about.context.say("paper_words.no"), number=padded, symbol=symbol)


def _body_symbol(document: Identity) -> str:
    """Give the issuer's part of the plan's symbol: "TU" of "KH/TU", "UBND" of "KH-UBND"."""
    return re.split(r"[-/]", document.symbol, maxsplit=1)[-1].strip() if document.symbol else ""


def _place_date(about: NoticeContext, layout: Layout) -> str:
    """Give the line of place and date. What is not known stays blank, never today's date."""
    context, plan = about.context, about.plan
    wanted = about.notice.wanted
    day, month, year = _parts(wanted.date if wanted else None)
    place = plan.document.dateline or context.text(context.index.places[plan.place].name).text
    months = context.strings.section("dates.months")
    return context.say(
        "paper_words.place_date",
        place=place,
        day=_padded(day, layout.padded_days),
        plain_day=day or _BLANK,
        month=_padded(month, layout.padded_months),
        month_name=months[str(month)] if month else _BLANK,
        year=year or _BLANK,
    )


def _parts(stated: TimeExpression | None) -> tuple[int | None, int | None, int | None]:
    """Give day, month and year as far as a date of issue states them."""
    unit: CalendarUnit | None = stated.units[0] if stated is not None and stated.units else None
    return (unit.day, unit.month, unit.year) if unit is not None else (None, None, None)


def _padded(number: int | None, padded: int) -> str:
    """Write a day or month, with a leading zero up to `padded`."""
    if number is None:
        return _BLANK
    return f"{number:02}" if number <= padded else str(number)


def _authority(layout: Layout, written: str) -> str:
    """Write an authority line with the prefix of the layout: TM. for the State, T/M for the Party."""
    text = written.upper()
    for forms, right in layout.authority:
        found = next((form for form in forms if text.startswith(form)), None)
        if found is not None:
            return right + text.removeprefix(found).lstrip()
    return text


def _recipients(about: NoticeContext, layout: Layout) -> tuple[str, ...]:
    """Give the lines of recipients with the layout's punctuation; the last one is the archive copy."""
    wanted = about.notice.wanted
    listed = (wanted.recipients if wanted else ()) or about.plan.recipients
    filing = [_recipient(one) for one in listed if one.filing] or [layout.filing]
    lines = [*(_recipient(one) for one in listed if not one.filing), *filing]
    ends = [layout.recipients_separator] * (len(lines) - 1) + [layout.recipients_end]
    return tuple(f"- {line.rstrip(' ;,.')}{end}" for line, end in zip(lines, ends, strict=True))


def _recipient(one: Recipient) -> str:
    return f"{one.text} ({one.note})" if one.note is not None and one.note not in one.text else one.text


def _ended(body: tuple[Block, ...], mark: str) -> tuple[Block, ...]:
    """End the last paragraph or point with the layout's mark."""
    *before, last = body
    if last.kind is BlockKind.LIST and last.items:
        *items, final = last.items
        return (*before, replace(last, items=(*items, _ended_item(final, mark))))
    return (*before, replace(last, runs=_marked(last.runs, mark)))


def _ended_item(item: Item, mark: str) -> Item:
    if item.items:
        return replace(item, items=(*item.items[:-1], _ended_item(item.items[-1], mark)))
    return replace(item, runs=_marked(item.runs, mark))


def _marked(runs: Runs, mark: str) -> Runs:
    if not runs:
        return (Run(mark),)
    *before, last = runs
    if last.href is not None or last.language is not None:
        return (*runs, Run(mark))
    return (*before, Run(last.text.rstrip().rstrip("./").rstrip() + mark))


def _digest(paper: OfficialPaper) -> str:
    """Give a short fingerprint of what the paper says, to tell one state of the data from another."""
    said: Iterable[str] = ("\0".join(paper.texts),)
    return blake2b("\0".join(said).encode(), digest_size=4).hexdigest()


def _foot(about: NoticeContext, digest: str) -> Foot:
    context, plan = about.context, about.plan
    page = context.config.address + context.routes.notice(plan.id, about.notice.id)
    address = (Run(context.say("paper_words.from_site") + " "), Run(page, page))
    code = code_view(context, plan)
    note = context.say("paper_words.foot")
    if code is None:
        return Foot(note=note, address=(*address, Run(_state(context, digest))))
    return Foot(
        note=note,
        address=(*address, Run(_state(context, digest))),
        code_address=code.address,
        code_label=context.say("qr.alt", address=code.address),
        code_caption=(Run(context.say("paper_words.scan") + " "), Run(code.address, code.address)),
    )


def _state(context: Context, digest: str) -> str:
    return " " + context.say("paper_words.data", digest=digest)
