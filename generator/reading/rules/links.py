"""Addresses that pages will link to: none may run a script or open a file of the reader's machine."""

import re
from collections.abc import Iterator

from generator.domain.problem import Problem
from generator.reading.rules.records import records, texts
from generator.reading.validation import Document

_ADDRESSES = ("url", "website", "link", "target", "error_report")
# Browsers pass over spaces and control characters in a scheme (WHATWG URL, "remove all ASCII tab or newline").
_UNSAFE = re.compile(r"\s*(javascript|vbscript|data|file|blob|about)\s*:", re.IGNORECASE)


def unsafe_link(document: Document) -> Iterator[Problem]:
    """An address has a scheme that does harm."""
    for path, record in records(document.root):
        for key in _ADDRESSES:
            for address in texts(record, key, path):
                if _UNSAFE.match(re.sub(r"\s", "", address.text)):
                    yield document.problem("unsafe_link", address.path, text=address.text)
