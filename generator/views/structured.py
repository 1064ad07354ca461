"""Structured data for search engines (schema.org as JSON-LD): only what a page itself shows, nothing added to it."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.domain.agency import Agency, Branch, Contact
from generator.domain.document import DocumentStatus
from generator.domain.event import Event
from generator.domain.outcome import OutcomeKind
from generator.domain.plan import Plan
from generator.domain.times import Period, Precision, TimeExpression, TimeKind
from generator.domain.written import BodyRef
from generator.views.bodies import agency_name
from generator.views.card import place_title
from generator.views.context import Context
from generator.views.open_data.files import DataFile, licence_of

Node = dict[str, Any]

# The Party, the Front and mass organisations are no part of government, and a company is none either.
_GOVERNMENT = frozenset({Branch.STATE, Branch.JUDICIAL, Branch.ARMED})
_CALLED_OFF = frozenset({OutcomeKind.CANCELLED, OutcomeKind.WITHDRAWN})
_VIET_NAM = "+07:00"
# What could end the script element, or a line of it, is written as an escape (HTML Standard, 4.12.1.3).
_SPECIAL = re.compile("[<>&\u2028\u2029]")


def graph(nodes: Iterable[Node]) -> str:
    """Write nodes as the text of a JSON-LD data block; empty where there are none."""
    every = [*nodes]
    if not every:
        return ""
    plain = json.dumps({"@context": "https://schema.org", "@graph": every}, ensure_ascii=False, separators=(",", ":"))
    return _SPECIAL.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def breadcrumbs(address: str, crumbs: Iterable[tuple[str, str]], here: str) -> Node:
    """Give the way to a page: (name, path) of the pages above it, and its own name."""
    above = [
        {"@type": "ListItem", "position": at, "name": name, "item": address + path}
        for at, (name, path) in enumerate(crumbs, 1)
    ]
    last = {"@type": "ListItem", "position": len(above) + 1, "name": here}
    return {"@type": "BreadcrumbList", "itemListElement": [*above, last]}


def site_nodes(context: Context) -> tuple[Node, ...]:
    """Give the site itself, for the home page. Its search has no address of its own, so none is told."""
    config = context.config
    about = context.maybe(config.tagline)
    publisher = _publisher(context)
    return (
        {
            "@type": "WebSite",
            "name": context.text(config.name).text,
            "url": config.address + context.routes.home,
            "inLanguage": context.language,
            **({"description": about.text} if about is not None else {}),
            **({"publisher": publisher} if publisher is not None else {}),
        },
    )


def _publisher(context: Context) -> Node | None:
    """Give the body that runs the site, where the settings name it; of which branch it is they do not say."""
    body, contact = context.config.managing_body, context.config.contact
    if body is None:
        return None
    return {"@type": "Organization", "name": context.text(body).text, **_contact(context, contact)}


def _contact(context: Context, contact: Contact | None) -> Node:
    if contact is None:
        return {}
    address = context.maybe(contact.address)
    said = {"address": address.text if address else None, "telephone": contact.phone, "email": contact.email}
    return {key: value for key, value in said.items() if value}


def body_nodes(context: Context, agency: Agency) -> tuple[Node, ...]:
    """Give a body as its page tells it. A collective names many bodies at once and is no organisation."""
    if not _is_organisation(agency):
        return ()
    place = context.index.places.get(agency.place or "")
    parent = context.index.agencies.get(agency.parent or "")
    others = dict.fromkeys((agency.name.vi, *((agency.short,) if agency.short else ()), *agency.aliases))
    name, ended = agency_name(context, agency).text, agency.ended_on(context.as_of)
    return (
        {
            **_named(context, agency),
            **({"alternateName": found} if (found := [other for other in others if other != name]) else {}),
            **({"areaServed": _area(context, agency)} if place is not None else {}),
            **({"parentOrganization": _named(context, parent)} if parent and _is_organisation(parent) else {}),
            **({"foundingDate": agency.valid_from.isoformat()} if agency.valid_from else {}),
            **({"dissolutionDate": agency.valid_until.isoformat()} if ended and agency.valid_until else {}),
            **({} if ended else _contact(context, agency.contact)),
        },
    )


def _is_organisation(agency: Agency) -> bool:
    return agency.kind.value != "collective"


def _named(context: Context, agency: Agency) -> Node:
    kind = "GovernmentOrganization" if agency.branch in _GOVERNMENT else "Organization"
    path = context.routes.agency(agency.id)
    return {"@type": kind, "name": agency_name(context, agency).text, "url": context.config.address + path}


def _area(context: Context, agency: Agency) -> Node:
    place = context.index.places[agency.place or ""]
    return {"@type": "AdministrativeArea", "name": place_title(context, place).text}


def event_nodes(context: Context, plan: Plan) -> Iterator[Node]:
    """Give the events of a plan of which it states the day and the place.

    None of a draft, and none that was still ahead when the plan was called off.
    """
    if plan.status is DocumentStatus.DRAFT:
        return
    off = plan.outcome.on if plan.outcome is not None and plan.outcome.kind in _CALLED_OFF else date.max
    for event in plan.events:
        for time in event.time:
            days = _days(time)
            if event.venue is not None and days is not None and days.end < off:
                yield _event(context, plan, event, time, days)


def _days(time: TimeExpression) -> Period | None:
    """Give the very days that a time says; None for a month, a deadline, what is only expected."""
    if time.kind not in (TimeKind.ON_DAY, TimeKind.WINDOW) or time.tentative or time.precision is not Precision.DAY:
        return None
    return Period(time.start, time.end) if time.start is not None and time.end is not None else None


def _event(context: Context, plan: Plan, event: Event, time: TimeExpression, days: Period) -> Node:
    place = context.index.places.get(plan.place)
    venue = context.maybe(event.venue)
    organisers = tuple(_organisers(context, (*event.organiser, *event.host)))
    start, end = days.start.isoformat(), days.end.isoformat()
    return {
        "@type": "Event",
        "name": context.text(event.name).text,
        "url": context.config.address + context.routes.item(plan.id, event.id),
        "startDate": f"{start}T{time.clock.isoformat()}{_VIET_NAM}" if time.clock else start,
        "endDate": f"{end}T{time.clock_end.isoformat()}{_VIET_NAM}" if time.clock_end else end,
        "location": {
            "@type": "Place",
            "name": venue.text if venue is not None else "",
            **({"address": place_title(context, place).text} if place is not None else {}),
        },
        **({"organizer": list(organisers)} if organisers else {}),
    }


def _organisers(context: Context, bodies: Iterable[BodyRef]) -> Iterator[Node]:
    for agency in dict.fromkeys(body.agency for body in bodies):
        found = context.index.agencies[agency]
        if _is_organisation(found):
            yield _named(context, found)


def dataset_nodes(context: Context, files: tuple[DataFile, ...]) -> tuple[Node, ...]:
    """Give the open data. A licence stands here only where the site states one with an address."""
    config, licence, publisher = context.config, licence_of(context), _publisher(context)
    return (
        {
            "@type": "Dataset",
            "name": f"{context.say('data.title')} – {context.text(config.name).text}",
            "description": context.say("data.about_package"),
            "url": config.address + context.routes.data,
            "inLanguage": list(config.languages),
            "isAccessibleForFree": True,
            **({"license": licence.url} if licence is not None and licence.url else {}),
            **({"publisher": publisher, "creator": publisher} if publisher is not None else {}),
            "distribution": [_download(context, file) for file in files],
        },
    )


def _download(context: Context, file: DataFile) -> Node:
    name = f"data.tables.{file.table.name}.title" if file.table is not None else "data.everything.title"
    return {
        "@type": "DataDownload",
        "name": context.say(name),
        "encodingFormat": "text/csv" if file.table is not None else "application/json",
        "contentUrl": context.config.address + file.path,
    }
