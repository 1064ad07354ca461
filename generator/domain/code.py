"""The short code behind a printed QR picture: made from ids, typed by people, and put in an address.

A code is six signs of Crockford's base 32 (https://www.crockford.com/base32.html), so a hand-typed O or I is
still understood. It is derived from ids that never change, so that a plan just written has its code without
an extra step and every machine finds the same one. What is printed cannot be corrected: the derivation is
fixed for ever, and a table of expected values in the tests holds it.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

Owner = TypeVar("Owner")

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 6

_BITS_PER_SIGN = 5
_LOOKALIKES = str.maketrans("OIL", "011")
_DROPPED = re.compile(r"[\s\-‐-―]")
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def code_for(*ids: str, explicit: str | None = None) -> str:
    """Give the code of what `ids` name: (plan,) for the general code, (plan, placement) for a placement's.

    The first 30 bits of the SHA-256 of the ids joined by `/` (which no id contains), five bits a sign, the
    highest first. `explicit` is a code that staff chose, to settle a collision; it comes back in normal form.
    Raises ValueError where there is no id, or `explicit` is not a code: the reader refuses those before.
    """
    if explicit is not None:
        return _chosen(explicit)
    if not ids or not all(ids):
        raise ValueError(f"a code is made of ids, not of {ids!r}")
    digest = hashlib.sha256("/".join(ids).encode()).digest()
    number = int.from_bytes(digest) >> (len(digest) * 8 - LENGTH * _BITS_PER_SIGN)
    return _signs(number)


def normalise_code(typed: str) -> str | None:
    """Understand a code as a person types it: small letters, O for 0, I or L for 1, with spaces or dashes.

    Gives the six signs in capitals, or None where `typed` cannot be a code.
    """
    code = _DROPPED.sub("", typed).upper().translate(_LOOKALIKES)
    return code if _CODE.fullmatch(code) else None


def _code_from_written(written: str) -> str:
    """Read a code that staff wrote, in normal form."""
    code = normalise_code(written)
    if code is None:
        raise PydanticCustomError("code_form", "not a code", {"text": written})
    return code


ChosenCode = Annotated[str, AfterValidator(_code_from_written)]


def clashes(owned: Iterable[tuple[str, Owner]]) -> dict[str, tuple[Owner, ...]]:
    """Find codes that more than one owner has, out of (code, owner) pairs; owners in the order given.

    With 30 bits, a thousand codes clash about once in two thousand sites: rare, but then it must be said.
    """
    owners: defaultdict[str, list[Owner]] = defaultdict(list)
    for code, owner in owned:
        owners[code].append(owner)
    return {code: tuple(several) for code, several in owners.items() if len(several) > 1}


def code_path(code: str) -> str:
    """Give the path of a code's page, relative to the base address: `Q/<CODE>/`, in capitals.

    With the final slash: static hosts answer the path without it by a redirect, which costs a phone one more
    round trip, and some answer it not at all. It is one sign, 5.5 bits of the picture.
    """
    return f"Q/{code}/"


def encoded_address(base: str, code: str) -> str:
    """Give the address that the QR picture of `code` holds; `base` is an absolute http(s) address.

    Scheme and host mean the same in capitals (RFC 3986, sections 3.1 and 3.2.2), our own path is in capitals,
    and capitals are QR's alphanumeric mode: 5.5 bits a sign instead of 8. A path in `base` belongs to the
    host, which may tell small letters from capitals, so it stays as it is.
    """
    parts = urlsplit(base)
    folder = parts.path.strip("/")
    host_and_folder = parts.netloc.upper() + (f"/{folder}" if folder else "")
    return f"{parts.scheme.upper()}://{host_and_folder}/{code_path(code)}"


def _chosen(explicit: str) -> str:
    code = normalise_code(explicit)
    if code is None:
        raise ValueError(f"{explicit!r} is not a code of {LENGTH} signs out of {ALPHABET}")
    return code


def _signs(number: int) -> str:
    places = range((LENGTH - 1) * _BITS_PER_SIGN, -1, -_BITS_PER_SIGN)
    return "".join(ALPHABET[(number >> place) & 31] for place in places)
