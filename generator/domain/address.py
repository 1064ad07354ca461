"""Addresses that a page links to: which may be, and what is wrong with those that may not.

A page links to https, mailto, tel and sms, and to a source's plain http under a warning; nothing else ever comes
from data into a link. What a browser reads otherwise than a person does (user names in front of a host, letters
of other scripts, control characters, backslashes) is refused (WHATWG URL; Unicode TR 36, section 2).
"""

import re

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# "0272 3826 259", "zalo.me:443/x" and "Phòng 5: tiếp dân" have no scheme, "javascript :x" has one for a browser.
_HARMFUL = re.compile(r"(javascript|vbscript|data|file|blob|about|view-source|intent|ftp|ws|wss):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")
_MISREAD = re.compile(r"[\\\"'<>^`{|}]")
_LABEL = re.compile(r"(?!xn--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[0-9][0-9 .()-]{2,24}")
_MAILBOX = re.compile(r"[a-z0-9._%+-]{1,64}@(?P<host>[a-z0-9.-]{3,253})", re.IGNORECASE)

LINKED_SCHEMES = ("https", "mailto", "tel", "sms")
_MAX_LENGTH = 1000


def fault_of(address: str) -> str | None:
    """Give what is wrong with a full address, as the code of a problem; None where it may be linked.

    Codes: address_sign (a sign that nobody sees or that browsers misread), address_scheme, address_user
    (a name before the host), address_host (no real host name, or letters outside a to z), address_long.
    """
    if len(address) > _MAX_LENGTH:
        return "address_long"
    if _UNSEEN.search(address) or _MISREAD.search(address):
        return "address_sign"
    scheme, _, rest = address.partition(":")
    checks = {"https": _web_fault, "http": _web_fault, "mailto": _mail_fault, "tel": _phone_fault, "sms": _phone_fault}
    check = checks.get(scheme.lower())
    return check(address if check is _web_fault else rest) if check else "address_scheme"


def form_fault(address: str) -> str | None:
    """Give what is wrong with the address of a form: as `fault_of`, and only https will do (form_not_https)."""
    fault = fault_of(address)
    if fault is None and not address.lower().startswith("https://"):
        return "form_not_https"
    return fault


def written_fault(text: str) -> str | None:
    """Give what is wrong with a text that may be an address, a number, a host or plain words, as people write."""
    bare = _UNSEEN.sub("", text)
    if _HARMFUL.match(bare):
        return "address_scheme"
    if re.match(r"(https?|mailto|tel|sms):", bare, re.IGNORECASE):
        return fault_of(text)
    return "address_scheme" if "://" in bare and _SCHEME.match(bare) else None


def number_of(text: str) -> str | None:
    """Give a telephone number without its spaces and marks, or None where `text` is none."""
    return re.sub(r"[^0-9+]", "", text) if _NUMBER.fullmatch(text.strip()) else None


def mailbox_of(text: str) -> str | None:
    """Give a mail address, or None where `text` is none."""
    found = _MAILBOX.fullmatch(text.strip())
    return text.strip() if found and is_host(found["host"]) else None


def is_host(host: str) -> bool:
    """Say whether `host` is a full host name in plain letters (RFC 1123, section 2.1), the last label no number."""
    labels = host.split(".")
    named = len(labels) > 1 and len(host) <= 253 and all(_LABEL.fullmatch(label) for label in labels)
    return named and not labels[-1].isdigit()


def _web_fault(address: str) -> str | None:
    if not re.match(r"https?://[^/?#]", address, re.IGNORECASE):
        return "address_host"
    # Not urlsplit: it raises on brackets and on letters that normalise to "/", and these are to be told, not raised.
    authority = re.split(r"[/?#]", address.partition("//")[2], maxsplit=1)[0]
    if "@" in authority:
        return "address_user"
    host, colon, port = authority.partition(":")
    right_port = not colon or (port.isascii() and port.isdigit() and len(port) < 6 and 0 < int(port) < 65536)
    return None if is_host(host) and right_port else "address_host"


def _mail_fault(rest: str) -> str | None:
    return None if mailbox_of(rest.partition("?")[0]) else "address_host"


def _phone_fault(rest: str) -> str | None:
    return None if number_of(rest.partition("?")[0]) else "address_host"
