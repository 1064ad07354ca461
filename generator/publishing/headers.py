"""Header files of the usual static hosts: what a page may load and run, said by the server as well as by the page.

`_headers` is read by Netlify, Cloudflare Pages and others of their kind, `.htaccess` by Apache. A host that knows
neither serves them as files that say nothing secret; there the policy in each page holds.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from generator.domain.colour import Accent, readable_on
from generator.drawing.html import render
from generator.drawing.policy import page_policy, single_policy, widest
from generator.publishing.engine.assets import early_script
from generator.routes import ASSETS, DATA, NOT_FOUND

File = tuple[str, bytes]

NETLIFY, APACHE = "_headers", ".htaccess"
_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
# Open data may be read by the pages of other sites (Fetch Standard, 3.2); nothing else of the site is theirs to read.
_SHARED = ("Access-Control-Allow-Origin", "*")
_APACHE_TYPES = """  AddType text/calendar .ics
  AddType application/atom+xml .atom
  AddType text/csv .csv
  AddCharset utf-8 .ics .atom .csv
"""
_FOR_EVER = "public, max-age=31536000, immutable"


def header_files(address: str, shades: Accent, *, search: bool) -> tuple[File, ...]:
    """Give the header files of a site at `address`: one policy that allows what any of its pages needs."""
    headers = site_headers(shades, search=search)
    base = urlsplit(address).path
    return (NETLIFY, _netlify(base, headers).encode()), (APACHE, _apache(base, headers).encode())


def site_headers(shades: Accent, *, search: bool) -> tuple[tuple[str, str], ...]:
    """Give the headers that every answer has, by name."""
    # A frame cannot be forbidden in a page itself (CSP 3, section 3.3), only here.
    policy = site_policy(shades, search=search) + "; frame-ancestors 'none'"
    return (("Content-Security-Policy", policy), *_ALWAYS)


def site_policy(shades: Accent, *, search: bool) -> str:
    """Give the policy that allows what any page needs: those in the shell, and those of codes."""
    scripts = (early_script(), *(render(name, {}, str) for name in ("not_found.js", "code_check.js")))
    style = render("code.css", {"colours": _colours(shades)}, str).strip()
    code = single_policy((render("code.js", {}, str).strip(),), (style,))
    return widest((page_policy(scripts, search=search), code))


def _colours(shades: Accent) -> tuple[str, str, str, str]:
    """Give what the style of a code's page is filled with."""
    return shades.light, shades.dark, readable_on(shades.light), readable_on(shades.dark)


def _netlify(base: str, headers: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"  {name}: {words}\n" for name, words in headers)
    data = f"{base}{DATA}*\n  {_SHARED[0]}: {_SHARED[1]}\n"
    return f"{base}*\n{lines}{base}{ASSETS}*\n  Cache-Control: {_FOR_EVER}\n{data}"


def _apache(base: str, headers: Iterable[tuple[str, str]]) -> str:
    """`always` is for error pages too; the hash in the name of an asset changes with its content."""
    lines = "".join(f'  Header always set {name} "{words}"\n' for name, words in headers)
    forever = f'  Header set Cache-Control "{_FOR_EVER}" "expr=%{{REQUEST_URI}} =~ m#^{base}{ASSETS}#"\n'
    data = f'  Header set {_SHARED[0]} "{_SHARED[1]}" "expr=%{{REQUEST_URI}} =~ m#^{base}{DATA}#"\n'
    answered = f"<IfModule mod_headers.c>\n{lines}{forever}{data}</IfModule>\n"
    return f"ErrorDocument 404 {base}{NOT_FOUND}\n{answered}<IfModule mod_mime.c>\n{_APACHE_TYPES}</IfModule>\n"
