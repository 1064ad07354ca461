"""What channels lead to: a number that can be dialled, an address that opens, a mailbox that takes letters."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.domain.address import is_host, mailbox_of
from generator.domain.problem import Problem, Severity
from generator.domain.registry import Registry
from generator.reading.rules.records import records, texts
from generator.reading.validation import Document

_LETTER_AMONG_DIGITS = re.compile(r"(?<=\d)[^\W\d_]|(?<![^\W\d_])[OolI](?=\d)")
# What hands and scanners take for a digit.
_LOOKS_LIKE = {"O": "0", "o": "0", "l": "1", "I": "1"}
_WITH_ADDRESS = frozenset({"web", "form", "app", "facebook"})


def channel_target(document: Document, _registry: Registry) -> Iterator[Problem]:
    """The target of a channel is not of its kind: a letter in a number, no https, no mailbox."""
    for path, record in records(document.root):
        if "channels" not in path[-2:]:
            continue
        kind = next((named.text for named in texts(record, "kind")), "")
        for target in texts(record, "target", path):
            code, right = _fault(kind, target.text.strip())
            if code:
                found = document.problem(code, target.path, text=target.text)
                instead = found.excerpt.replace(target.text, right, 1) if right else ""
                severity = Severity.WARNING if code == "target_without_https" else Severity.ERROR
                yield replace(found, instead=instead, severity=severity)


def _fault(kind: str, target: str) -> tuple[str, str]:
    """Give the code of what is wrong, if anything, and what may have been meant."""
    if kind == "phone" and _LETTER_AMONG_DIGITS.search(target):
        right = "".join(_LOOKS_LIKE.get(sign, sign) for sign in target)
        return "phone_letter", "" if re.search(r"[^\W\d_]", right) else right
    if kind == "email" and "://" not in target and mailbox_of(target.removeprefix("mailto:")) is None:
        return "mailbox_wrong", ""
    without_colon = re.match(r"https?[;,.]?/+(?=\w)", target, re.IGNORECASE) if kind in _WITH_ADDRESS else None
    if without_colon:
        return "address_misspelt", f"https://{target[without_colon.end() :]}"
    # A host alone is the name of a site as documents print it; with a path it was meant to be opened.
    opened = "/" in target or target.startswith("www.")
    if kind in _WITH_ADDRESS and opened and is_host(re.split(r"[/?#:]", target)[0]):
        return "target_without_https", f"https://{target}"
    return "", ""
