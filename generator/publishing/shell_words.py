"""The shell of each language, as the engine wants it: header, navigation, footer, out of settings and wording."""

from datetime import date
from urllib.parse import quote

from generator.domain.agency import Contact
from generator.domain.colour import accent
from generator.domain.text import Words
from generator.publishing.engine.shell import Fact, Language, NavItem, SearchWords, Shell, ShellWords, UrgentBar
from generator.routes import Routes
from generator.views.context import Context
from generator.views.share_card import site_card_link
from generator.views.site import SiteView
from generator.wording import load_strings

_WORDS = (
    "skip", "menu", "main_navigation", "languages", "theme", "theme_auto", "theme_light", "theme_dark", "urgent",
    "footer", "report", "as_of",
)  # fmt: skip
_SEARCH_WORDS = (
    "name", "hint", "close", "filter", "all", "loading", "one", "many", "none", "none_hint", "more", "failed",
)  # fmt: skip
_KINDS = ("plan", "body", "notice", "page")
_ABOUT = "gioi-thieu"


def shell_of(site: SiteView, context: Context, searchable: bool = False) -> Shell:
    """Give the shell of the pages in the context's language, with a search box where the site is `searchable`."""
    config = context.config
    return Shell(
        site_name=context.text(config.name).text,
        language=context.language,
        base_address=config.address,
        home=context.routes.home,
        words=ShellWords(**{key: context.say(f"shell.{key}") for key in _WORDS}),
        nav=_navigation(site, context),
        languages=tuple(_language(code) for code in config.languages),
        accent=accent(config.accent),
        as_of=context.as_of.isoformat(),
        as_of_text=context.day(context.as_of),
        date_form=str(context.strings.section("dates.day")),
        months=tuple(context.say(f"dates.months.{month}") for month in range(1, 13)),
        card=site_card_link(context),
        footer=_footer(context),
        footer_links=_footer_links(site, context),
        demo=context.say("shell.demo") if config.demo else None,
        urgent=_urgent(context),
        search=_search(context) if searchable else None,
        report_href=_report(context),
        states=tuple((str(key), str(words)) for key, words in context.strings.section("states").items()),
    )


def _search(context: Context) -> SearchWords:
    """Give the words of the search box. Places for numbers and queries stay open: the phone fills them."""
    words = context.strings.section("search")
    kinds = tuple((kind, context.say(f"search.kinds.{kind}")) for kind in _KINDS)
    return SearchWords(kinds=kinds, **{key: str(words[key]) for key in _SEARCH_WORDS})


def _language(code: str) -> Language:
    """Give a language by its own name."""
    strings = load_strings(code)
    return Language(code=code, name=strings.name, home=Routes(code).home, locale=strings.say("language.locale"))


def _navigation(site: SiteView, context: Context) -> tuple[NavItem, ...]:
    """Give the main navigation; "about" only where staff wrote that page."""
    routes = context.routes
    rows = [
        ("home", routes.home, "home"),
        ("plans", routes.plans, "plan"),
        ("agencies", routes.agencies, "agency"),
        ("timeline", routes.timeline, "calendar"),
        ("feedback", routes.feedback, "feedback"),
    ]
    if any(page.slug == _ABOUT for page in site.content):
        rows.append(("about", routes.content(_ABOUT), "about"))
    return tuple(NavItem(label=context.say(f"nav.{key}"), path=path, key=key, icon=icon) for key, path, icon in rows)


def _footer_links(site: SiteView, context: Context) -> tuple[NavItem, ...]:
    """Give the links to the results of everything, the open data and the pages that staff wrote, in their order."""
    own = {page.slug: page for page in site.content if page.language == context.language}
    default = {page.slug: page for page in site.content if page.language == site.default.language}
    pages = {**default, **own}
    own_pages = tuple(
        NavItem(label=page.title, path=context.routes.content(slug), key=slug, icon="about")
        for slug, page in pages.items()
        if slug
    )
    results = NavItem(label=context.say("results.title"), path=context.routes.results, key="results", icon="check")
    data = NavItem(label=context.say("data.title"), path=context.routes.data, key="data", icon="download")
    return (results, data, *own_pages)


def _footer(context: Context) -> tuple[Fact, ...]:
    """Give who answers for the site; what the settings do not give is shown as missing."""
    config = context.config
    licence = config.licence
    return (
        _fact(context, "managing_body", config.managing_body),
        _fact(context, "responsible_editor", config.responsible_editor),
        *_contact(context, config.contact),
        _fact(context, "licence", licence.name if licence else None, licence.url if licence else None),
    )


def _fact(context: Context, key: str, words: Words | None, href: str | None = None) -> Fact:
    """Give one line of the footer."""
    label = context.say(f"shell.{key}")
    if words is None:
        return Fact(label=label, value=context.say("missing.not_given"), missing=True)
    return Fact(label=label, value=context.text(words).text, href=href)


def _contact(context: Context, contact: Contact | None) -> tuple[Fact, ...]:
    """Give the lines of the contact that the settings give, or one that says it is missing."""
    if contact is None:
        return (_fact(context, "contact", None),)
    address = context.maybe(contact.address)
    rows = (
        ("address", address.text if address is not None else None, None),
        ("phone", contact.phone, f"tel:{contact.phone}"),
        ("email", contact.email, f"mailto:{contact.email}"),
        ("website", contact.website, contact.website),
    )
    return tuple(Fact(label=context.say(f"contact.{key}"), value=text, href=href) for key, text, href in rows if text)


def _urgent(context: Context) -> UrgentBar | None:
    """Give the urgent bar while its last day has not passed."""
    urgent = context.config.urgent
    if urgent is None or _over(urgent.until, context.as_of):
        return None
    return UrgentBar(text=context.text(urgent.text).text, until=urgent.until.isoformat(), href=urgent.link)


def _over(until: date, day: date) -> bool:
    """Say whether the last day has passed."""
    return day > until


def _report(context: Context) -> str:
    """Give where an error is reported: the site's own address for it, else the page of contacts."""
    written = context.config.error_report
    if written is None:
        return context.routes.content("lien-he")
    if written.startswith("mailto:") and "?" not in written:
        return f"{written}?subject={quote(context.say('shell.report'))}&body={{page}}"
    return written
