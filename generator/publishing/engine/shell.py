"""What surrounds every page of one language: header, navigation, footer and words, already localised."""

from generator.domain.colour import Accent
from generator.frozen import frozen
from generator.page import CardLink


@frozen(kw_only=True)
class NavItem:
    """One item of the main navigation; `key` is what a page's `section` names."""

    label: str
    path: str
    key: str
    icon: str
    """A name of the theme's icons: home, plan, agency, calendar, feedback, about."""


@frozen(kw_only=True)
class Language:
    """A language of the site, by its own name; `home` is where it starts."""

    code: str
    name: str
    home: str
    locale: str
    """With the country, as social networks ask for it: vi_VN."""


@frozen(kw_only=True)
class Fact:
    """A line of the footer. What is not given says so in `value` and is marked `missing`."""

    label: str
    value: str
    href: str | None = None
    missing: bool = False


@frozen(kw_only=True)
class UrgentBar:
    """The urgent notice; `until` (YYYY-MM-DD) is the last day on which a phone shows it."""

    text: str
    until: str
    href: str | None = None


@frozen(kw_only=True)
class ShellWords:
    """The shell's own words, in its language."""

    skip: str
    menu: str
    main_navigation: str
    languages: str
    theme: str
    theme_auto: str
    theme_light: str
    theme_dark: str
    urgent: str
    footer: str
    report: str
    as_of: str


@frozen(kw_only=True)
class SearchWords:
    """The words of the search box."""

    name: str
    hint: str
    close: str
    filter: str
    all: str
    kinds: tuple[tuple[str, str], ...]
    """(kind of page, its words), in the order of the filter."""
    loading: str
    one: str
    many: str
    """With {n}."""
    none: str
    """With {query}."""
    none_hint: str
    more: str
    failed: str


@frozen(kw_only=True)
class Shell:
    """The shell of one language. Paths are within the site; `base_address` is full and ends with `/`."""

    site_name: str
    language: str
    base_address: str
    home: str
    words: ShellWords
    nav: tuple[NavItem, ...]
    languages: tuple[Language, ...]
    """All languages, the default one first."""
    accent: Accent
    as_of: str
    """The day of reference, YYYY-MM-DD."""
    as_of_text: str
    """The same day as people read it."""
    date_form: str = ""
    """How the phone writes another day, with {d}, {dd}, {m}, {y}, {month}. Empty: as the browser does."""
    months: tuple[str, ...] = ()
    """The twelve names for {month}."""
    card: CardLink | None = None
    """The card beside a link to a page that has none of its own."""
    footer: tuple[Fact, ...] = ()
    footer_links: tuple[NavItem, ...] = ()
    demo: str | None = None
    """The label of a demonstration; none on a real site."""
    urgent: UrgentBar | None = None
    search: SearchWords | None = None
    """The words of the search box; none where the site has no search, and then no box."""
    report_href: str | None = None
    """Where an error is reported: full address, mailto, or a path; `{page}` becomes the page's address."""
    states: tuple[tuple[str, str], ...] = ()
    """(key, words) of every state that a phone may compute again."""
