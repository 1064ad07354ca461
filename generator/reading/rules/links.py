"""Addresses that pages will link to: none may run a script, open a file of the reader's machine, or mislead."""

from collections.abc import Iterator
from dataclasses import replace

from generator.domain.address import written_fault
from generator.domain.form import FormProvider, field_example, is_field, is_short
from generator.domain.problem import DataPath, Problem, Severity
from generator.reading.nodes import Mapping
from generator.reading.rules.records import records, texts
from generator.reading.validation import Document

_ADDRESSES = ("url", "website", "link", "target", "error_report")
# What reads otherwise to a browser than to a person has a message of its own; the rest is one kind of harm.
_MISLEADING = {"address_sign": "link_sign", "address_user": "link_user", "address_host": "link_host"}


def unsafe_link(document: Document) -> Iterator[Problem]:
    """An address does harm, or is not what it seems."""
    for path, record in records(document.root):
        for key in [key for key in _ADDRESSES if key in record.entries]:
            for address in texts(record, key, path):
                fault = written_fault(address.text)
                if fault is not None:
                    code = _MISLEADING.get(fault, "unsafe_link")
                    yield document.problem(code, address.path, text=address.text)
        if path[-1:] == ("form",):
            yield from _form(document, path, record)


def _form(document: Document, path: DataPath, form: Mapping) -> Iterator[Problem]:
    """The field for the place is not named as the provider names it, or the address is a shortened one."""
    provider = next((named.text for named in texts(form, "provider")), "")
    fields = tuple(texts(form, "placement_field", path))
    known = next((one for one in FormProvider if one.value == provider), None)
    if known is not None:
        for named in fields:
            if not is_field(known, named.text):
                example = field_example(known)
                yield document.problem("form_field", named.path, text=named.text, provider=provider, example=example)
    for address in texts(form, "address", path):
        if fields and is_short(address.text):
            found = document.problem("form_short", address.path, text=address.text)
            yield _as_warning(found)


def _as_warning(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.WARNING)
