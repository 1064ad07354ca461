"""Adds entries to the text of plans/published.yml, keeping its comments, its order, and everything on record."""

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from generator.domain.published import Printed, PublishedAgency, PublishedCode, PublishedPlan
from generator.domain.recording import Additions
from generator.domain.text import Words

_WIDE = 4096


def with_additions(text: str, new: Additions) -> str:
    """Give `text`, a record without errors (or the head of a new one), with everything that is `new`."""
    yaml = _yaml()
    data = yaml.load(text)
    _extend(data, "plans", [_plan(entry) for entry in new.plans])
    _extend(data, "agencies", [_agency(entry) for entry in new.agencies])
    _extend(data, "codes", [_code(entry) for entry in new.codes])
    _notices(data, dict(new.notices))
    for entry in data.get("codes") or ():
        printed = dict(new.printed).get(str(entry["code"]))
        if printed is not None:
            entry["printed"] = _printed(printed)
    made = io.StringIO()
    yaml.dump(data, made)
    return made.getvalue()


def _yaml() -> YAML:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = _WIDE
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    # The same day in several entries stands in each: marks like &id001 are nothing that people can read.
    yaml.representer.ignore_aliases = lambda _: True
    return yaml


def _extend(data: CommentedMap, key: str, entries: list[CommentedMap]) -> None:
    if not entries:
        return
    if data.get(key) is None:
        data[key] = CommentedSeq()
    data[key].extend(entries)


def _notices(data: CommentedMap, new: Mapping[str, tuple[str, ...]]) -> None:
    for entry in data.get("plans") or ():
        added = new.get(str(entry["id"]), ())
        if added:
            there = entry.get("notices") or []
            listed = there if isinstance(there, list) else [there]
            entry["notices"] = _flow_list([*listed, *added])


def _plan(entry: PublishedPlan) -> CommentedMap:
    made = CommentedMap(id=entry.id, title=_words(entry.title), since=entry.since)
    if entry.notices:
        made["notices"] = _flow_list(list(entry.notices))
    return made


def _agency(entry: PublishedAgency) -> CommentedMap:
    return _flow({"id": entry.id, "title": _words(entry.title)})


def _code(entry: PublishedCode) -> CommentedMap:
    made = CommentedMap(code=entry.code, address=entry.address, plan=entry.plan)
    if entry.placement is not None:
        made["placement"] = entry.placement
    if entry.printed is not None:
        made["printed"] = _printed(entry.printed)
    return made


def _printed(printed: Printed) -> CommentedMap:
    where = {"where": printed.where} if printed.where is not None else {}
    return _flow({"on": printed.on, **where})


def _words(words: Words) -> str | CommentedMap:
    """Write a text as people do: alone, or with its translations."""
    return _flow({"vi": words.vi, **dict(words.translations)}) if words.translations else words.vi


def _flow(values: dict[str, Any]) -> CommentedMap:
    made = CommentedMap(values)
    made.fa.set_flow_style()
    return made


def _flow_list(values: list[str]) -> CommentedSeq:
    made = CommentedSeq(values)
    made.fa.set_flow_style()
    return made
