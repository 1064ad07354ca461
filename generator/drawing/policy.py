"""Content-Security-Policy: what a page may load and run (CSP 3). Own sources only; inline text by its hash.

Nothing that data brings in can run or be loaded: whatever is not named here is refused by the browser, even where
a template should fail to escape it.
"""

import base64
import hashlib
from collections.abc import Iterable

NOTHING = "'none'"


def source_hash(text: str) -> str:
    """Give the hash-source that allows an inline script or style of exactly this text (CSP 3, section 2.3.1)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def page_policy(scripts: Iterable[str], *, search: bool) -> str:
    """Give the policy of a page in the site's shell: own files, pictures as data, the inline `scripts` by hash.

    The search compiles its own WebAssembly, which is allowed only where the site has a search.
    """
    compiled = ("'wasm-unsafe-eval'",) if search else ()
    return _written(
        {
            "default-src": (NOTHING,),
            "script-src": ("'self'", *map(source_hash, scripts), *compiled),
            "style-src": ("'self'",),
            "img-src": ("'self'", "data:"),
            "font-src": ("'self'",),
            "connect-src": ("'self'",),
            "manifest-src": ("'self'",),
            "base-uri": (NOTHING,),
            "form-action": ("'self'",),
        }
    )


def single_policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """Give the policy of a page that is one file: only its own inline `scripts` and `styles`, by hash."""
    return _written(
        {
            "default-src": (NOTHING,),
            "script-src": tuple(map(source_hash, scripts)) or (NOTHING,),
            "style-src": tuple(map(source_hash, styles)) or (NOTHING,),
            # As data, because such a page says so that it has no icon: a browser would ask the host for one.
            "img-src": ("'self'", "data:"),
            "base-uri": (NOTHING,),
            "form-action": (NOTHING,),
        }
    )


def widest(policies: Iterable[str]) -> str:
    """Give one policy that allows what any of `policies` allows, for a header that holds for a whole site.

    A page's own policy still holds beside it: what a browser does must be allowed by both (CSP 3, section 4.4).
    """
    together: dict[str, dict[str, None]] = {}
    for policy in policies:
        for directive in policy.split("; "):
            name, *sources = directive.split(" ")
            together.setdefault(name, {}).update(dict.fromkeys(sources))
    return _written({name: _without_nothing(sources) for name, sources in together.items()})


def _without_nothing(sources: Iterable[str]) -> tuple[str, ...]:
    """'none' stands alone or not at all; hashes are sorted, so that the order of pages does not matter."""
    return tuple(sorted(source for source in sources if source != NOTHING)) or (NOTHING,)


def _written(directives: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
