"""The facts that a notice speaks of, in the words of its language: each name of domain/notice_facts as runs."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from generator.domain.agenda import entries
from generator.domain.channel import Channel, ChannelKind, Purpose
from generator.domain.event import AudienceGroup, Event
from generator.domain.notice import Notice
from generator.domain.notice_facts import event_day
from generator.domain.plan import Plan
from generator.domain.task import Item as PlanItem
from generator.domain.text import Localised, Words
from generator.domain.times import TimeExpression, TimeKind, printed_time
from generator.domain.written import BodyRef
from generator.frozen import frozen
from generator.official_paper import Item, Run, Runs
from generator.views.bodies import body_link
from generator.views.card import place_title
from generator.views.channel_links import channel_link
from generator.views.context import Context
from generator.views.participation import code_view
from generator.views.times import time_words


@frozen
class NoticeContext:
    """One notice of one plan, in the language that its paper is written in."""

    context: Context
    plan: Plan
    notice: Notice

    @property
    def event(self) -> Event | None:
        """The event that the notice speaks of."""
        return next((event for event in self.plan.events if event.id == self.notice.event), None)


# Offices write "-" before a point and "+" before a point below it.
_BELOW_A_DASH = "+"
# Where the subject stands in the citation of a document.
_HERE = "\0"

Facts = Mapping[str, Runs | tuple[Item, ...]]


def notice_facts(about: NoticeContext) -> Facts:
    """Give every fact that the notice has, by name: runs of text, or the points of a list."""
    own = {name: _words(about, words) for name, words in about.notice.values.items()}
    found: dict[str, Runs | tuple[Item, ...]] = {}
    for part in (_identity, _feedback, _lists, _event, _item):
        found.update({name: fact for name, fact in part(about).items() if fact})
    return MappingProxyType({**found, **own})


def _plain(text: str, language: str | None = None) -> Runs:
    """Give a text as it stands inside a sentence: without its full stop."""
    return (Run(text.strip().rstrip(".").rstrip(), language=language),) if text.strip() else ()


def _said(about: NoticeContext, words: Localised) -> Runs:
    """Give words as they stand inside a sentence, marked where they are not in the paper's language."""
    return _plain(words.text, words.language if words.language != about.context.language else None)


def _listed(about: NoticeContext, many: Iterable[Localised], between: str) -> Runs:
    """Give several words with `between` between them."""
    runs = [run for words in many for run in (Run(between), *_said(about, words))]
    return tuple(runs[1:])


def _words(about: NoticeContext, words: Words | None) -> Runs:
    return _said(about, about.context.text(words)) if words is not None else ()


def _bodies(about: NoticeContext, refs: Iterable[BodyRef]) -> Runs:
    return _listed(about, (body_link(about.context, ref).text for ref in refs), ", ")


def _times(about: NoticeContext, times: Iterable[TimeExpression]) -> Runs:
    return _listed(about, (time_words(about.context, time) for time in times), "; ")


def _printed(about: NoticeContext, times: Iterable[TimeExpression]) -> Runs:
    """Give times as the rules print them: fit to stand after "when:", whatever words the document has around them."""
    wording = about.context.strings.section("time")
    return _plain("; ".join(printed_time(time, wording).text for time in times if time.kind is not TimeKind.UNKNOWN))


def _day(about: NoticeContext, day: date | None) -> Runs:
    return _plain(about.context.day(day)) if day is not None else ()


def _identity(about: NoticeContext) -> dict[str, Runs]:
    context, plan = about.context, about.plan
    document = plan.document
    code = code_view(context, plan)
    page = context.config.address + context.routes.plan(plan.id)
    slogan = next((slogan.text for slogan in plan.slogans if slogan.official), None)
    return {
        "plan_title": _words(about, plan.short_title),
        "document": _document(about),
        "issuer": _bodies(about, (document.acting_body or document.issuer,)),
        "place": _said(about, place_title(context, context.index.places[plan.place])),
        "page": (Run(page, page),),
        "short_address": (Run(code.address, code.address),) if code is not None else (),
        "lead": _bodies(about, plan.lead),
        "standing": _bodies(about, plan.standing),
        "slogan": _words(about, slogan),
        "results": _words(about, plan.outcome.result if plan.outcome is not None else None),
    }


def _document(about: NoticeContext) -> Runs:
    """Cite the plan's document: type, number, day of issue and subject, as far as it states them."""
    context, document = about.context, about.plan.document
    words = {
        "type": context.word("document_types", document.type.value),
        "number": "",
        "day": "",
        "subject": _HERE,
    }
    if document.number is not None and document.symbol is not None:
        joint = "-" if document.branch.value == "party" else "/"
        words["number"] = context.say("paper_words.number", number=f"{document.number}{joint}{document.symbol}")
    issued = document.issued
    if issued is not None and issued.start is not None and issued.start == issued.end:
        words["day"] = context.say("paper_words.issued", day=context.day(issued.start))
    before, _, after = context.say("paper_words.citation", **words).partition(_HERE)
    return tuple(run for run in (Run(before), *_subject(about), *_plain(after)) if run.text)


def _subject(about: NoticeContext) -> Runs:
    """Give the plan's subject as it follows the number: with the language's "on", which some subjects bring along."""
    context = about.context
    words, on = context.text(about.plan.title), context.say("paper_words.on")
    text = words.text.strip().rstrip(".").rstrip()
    if words.fallback:
        return (Run("“"), *_said(about, words), Run("”"))
    if text.lower().startswith(context.say("paper_words.on_short")):
        return (Run(text),)
    return (Run(f"{on} {text[:1].lower()}{text[1:]}"),)


def _feedback(about: NoticeContext) -> dict[str, Runs]:
    feedback = about.plan.feedback
    participants = about.plan.participants
    if feedback is None:
        return {"participants": _words(about, participants)}
    launch = (feedback.expected_launch,) if feedback.expected_launch is not None else ()
    return {
        "feedback_window": _times(about, (feedback.window,)),
        "feedback_end": _day(about, feedback.window.end),
        "launch": _printed(about, launch),
        "participants": _words(about, feedback.participants or participants),
        "exclusions": _words(about, feedback.exclusions),
        "receiver": _bodies(about, (feedback.receiver,)) if feedback.receiver is not None else (),
    }


def _lists(about: NoticeContext) -> dict[str, Runs | tuple[Item, ...]]:
    plan = about.plan
    open_channels = [c for c in plan.channels if c.purpose is Purpose.FEEDBACK]
    phone = next((c for c in plan.channels if c.kind is ChannelKind.PHONE and c.target), None)
    award = plan.awards[0] if plan.awards else None
    names = (about.context.text(channel.label) for channel in open_channels)
    return {
        "channels": tuple(Item(_channel(about, channel)) for channel in open_channels),
        "channel_names": _listed(about, names, "; "),
        "submissions": tuple(Item(_channel(about, c)) for c in plan.channels if c.purpose is Purpose.SUBMISSION),
        "hotline": (Run(phone.target or "", channel_link(phone)),) if phone is not None else (),
        "award_name": _words(about, award.name if award else None),
        "award_time": _times(about, next((award.announce for award in plan.awards if award.announce), ())),
    }


def _channel(about: NoticeContext, channel: Channel) -> Runs:
    """Give a channel with its address, which is a link; an address that stands in the label stands once."""
    named = about.context.text(channel.label)
    label, language = named.text, named.language if named.language != about.context.language else None
    target = channel.target or (channel.form.address if channel.form is not None else None)
    section = (Run(", "), *_words(about, channel.section)) if channel.section is not None else ()
    shown = target.removeprefix("https://").removeprefix("http://").rstrip("/") if target else ""
    if not shown:
        return tuple(run for run in (Run(label, language=language), *section) if run.text)
    before, found, after = label.partition(shown)
    if not found:
        before, after = f"{label}: ", ""
    link = Run(shown, channel_link(channel))
    runs = (Run(before, language=language), link, Run(after, language=language), *section)
    return tuple(run for run in runs if run.text)


def _event(about: NoticeContext) -> dict[str, Runs | tuple[Item, ...]]:
    event = about.event
    if event is None:
        return {}
    return {
        "event_name": _words(about, event.name),
        "event_time": _times(about, event.time),
        "event_day": _day(about, event_day(event)),
        "event_session": _words(about, event.session),
        "event_venue": _words(about, event.venue),
        "event_organiser": _bodies(about, event.organiser),
        "event_scale": _words(about, event.scale),
        "invitation": _words(about, event.invitation),
        "audience": tuple(_group(about, group) for group in event.audience),
        "agenda_words": _listed(about, (about.context.text(item.text) for item in event.agenda), "; "),
        "agenda": tuple(_agenda_item(about, item) for item in event.agenda),
    }


def _group(about: NoticeContext, group: AudienceGroup) -> Item:
    """Give a group of guests and those in it. Numbers of places are the organiser's matter, not the public's."""
    return Item(
        _words(about, group.group),
        items=tuple(Item(_words(about, member.text), _BELOW_A_DASH) for member in group.members),
    )


def _agenda_item(about: NoticeContext, item: PlanItem) -> Item:
    """Give a point of the programme with its own label, as written."""
    return Item(_words(about, item.text), item.label, tuple(_agenda_item(about, inner) for inner in item.items))


def _item(about: NoticeContext) -> dict[str, Runs]:
    item = about.notice.item
    if item is None:
        return {}
    times = [entry.time for entry in entries(about.plan) if entry.item == item]
    return {"item_title": _words(about, _title(about, item)), "item_time": _times(about, times)}


def _title(about: NoticeContext, item: str) -> Words | None:
    return about.context.index.parts[about.plan.id].titles.get(item)
