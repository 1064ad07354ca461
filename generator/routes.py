"""Every public path and file name of a site, once. A path once published is never taken away.

Paths are relative to the site's address, without a leading slash; pages end with `/`, the home page is "".
The default language has no prefix, every other one its code, with the same slugs.
"""

from functools import lru_cache
from posixpath import commonprefix

from generator.domain.text import DEFAULT_LANGUAGE
from generator.frozen import frozen

PLANS = "ke-hoach/"
AGENCIES = "co-quan/"
TIMELINE = "lich/"
RESULTS = "ket-qua/"
FEEDBACK = "gop-y/"
CODES = "Q/"
NOT_FOUND = "404.html"
ASSETS = "assets/"
FILES = "tep/"
SEARCH = "tim-kiem/"
DATA = "du-lieu/"
SITE_MAP = "sitemap.xml"
CARD = "the-chia-se.png"
CALENDAR = "lich.ics"
FEED = "tin.atom"

# Anchors of the fixed parts of a page start with this, so that they never meet an id of the data.
PART = "muc-"


@frozen
class Routes:
    """The paths of one language."""

    language: str

    def at(self, path: str) -> str:
        """Give `path` with this language's prefix."""
        return path if self.language == DEFAULT_LANGUAGE else f"{self.language}/{path}"

    @property
    def home(self) -> str:
        """The home page."""
        return self.at("")

    @property
    def plans(self) -> str:
        """All plans."""
        return self.at(PLANS)

    @property
    def agencies(self) -> str:
        """All bodies."""
        return self.at(AGENCIES)

    @property
    def timeline(self) -> str:
        """The timeline of everything."""
        return self.at(TIMELINE)

    @property
    def results(self) -> str:
        """Where the tasks and targets of all plans stand."""
        return self.at(RESULTS)

    @property
    def feedback(self) -> str:
        """Where and how to give feedback."""
        return self.at(FEEDBACK)

    @property
    def data(self) -> str:
        """The open data."""
        return self.at(DATA)

    @property
    def codes(self) -> str:
        """Is this code ours?"""
        return self.at(CODES)

    def plan(self, plan_id: str) -> str:
        """One plan."""
        return self.at(f"{PLANS}{plan_id}/")

    def item(self, plan_id: str, item_id: str) -> str:
        """One task, target, event, channel or section of a plan."""
        return f"{self.plan(plan_id)}#{item_id}"

    def notice(self, plan_id: str, notice_id: str) -> str:
        """One notice of a plan."""
        return f"{self.plan(plan_id)}{notice_id}/"

    def notice_file(self, plan_id: str, notice_id: str, ending: str) -> str:
        """A file of a notice, beside its page; `ending` is ".pdf", ".docx", "-60-giay.txt" and so on."""
        return f"{self.notice(plan_id, notice_id)}{notice_id}{ending}"

    def share_card(self, plan_id: str) -> str:
        """The card that chats show beside a link to a plan."""
        return f"{self.plan(plan_id)}{CARD}"

    @property
    def site_card(self) -> str:
        """The card beside a link to any other page."""
        return self.at(CARD)

    def poster(self, plan_id: str) -> str:
        """The poster of a plan, beside its page."""
        return f"{self.plan(plan_id)}ap-phich-a4.pdf"

    @property
    def site_calendar(self) -> str:
        """The calendar of everything."""
        return self.at(f"{TIMELINE}tat-ca.ics")

    @property
    def site_feed(self) -> str:
        """What is new in all plans, for feed readers."""
        return self.at(FEED)

    def plan_calendar(self, plan_id: str) -> str:
        """The calendar of a plan, beside its page."""
        return f"{self.plan(plan_id)}{CALENDAR}"

    def plan_feed(self, plan_id: str) -> str:
        """What is new in a plan, for feed readers."""
        return f"{self.plan(plan_id)}{FEED}"

    def agency_calendar(self, agency_id: str) -> str:
        """The calendar of a body, beside its page."""
        return f"{self.agency(agency_id)}{CALENDAR}"

    def agency_feed(self, agency_id: str) -> str:
        """What is new in the work of a body, for feed readers."""
        return f"{self.agency(agency_id)}{FEED}"

    def agency(self, agency_id: str) -> str:
        """One body."""
        return self.at(f"{AGENCIES}{agency_id}/")

    def agency_plan(self, agency_id: str, plan_id: str) -> str:
        """What one plan asks of one body, where the body's page has no room for it."""
        return f"{self.agency(agency_id)}{plan_id}/"

    def content(self, slug: str) -> str:
        """A page that staff wrote."""
        return self.at(f"{slug}/")


def page_kind(language: str, path: str) -> str | None:
    """Say what kind of page stands at `path`, as people who search tell them apart: plan, notice, body or page.

    None for a further page of a list, which only repeats what other pages say: nobody searches for it.
    """
    own = path.removeprefix(Routes(language).home)
    depth = own.count("/")
    if depth < 2:
        return "page"
    # An id never has the sign that stands in the names of further pages.
    if "_" in own or not own.startswith((PLANS, AGENCIES)):
        return None
    if own.startswith(PLANS):
        return "plan" if depth == 2 else "notice"
    return "body" if depth == 2 else None


def site_map_part(number: int) -> str:
    """Give a part of the site map (from 1), where it does not fit into one file."""
    return f"sitemap-{number}.xml"


def data_file(name: str) -> str:
    """Give a file of the open data, in all languages at once: "nhiem-vu.csv", "datapackage.json"."""
    return f"{DATA}{name}"


def plan_data(plan_id: str) -> str:
    """Give the open data of one plan."""
    return f"{DATA}{PLANS}{plan_id}.json"


def code_picture(plan_id: str, code_: str, suffix: str) -> str:
    """Give a picture of a code, beside the plan's page; `suffix` is "svg", "png" or "pdf"."""
    return f"{PLANS}{plan_id}/qr-{code_}.{suffix}"


def attachment(plan_id: str, file: str) -> str:
    """Give a file attached to a plan; `file` is its path under content/files/."""
    return f"{FILES}{plan_id}/{file.rsplit('/', 1)[-1]}"


def relative(source: str, target: str) -> str:
    """Give the link from the page at `source` to `target` (a path, perhaps with a fragment), both from the site's root.

    Relative links work under any address and sub-path (RFC 3986, section 4.2).
    """
    path, mark, fragment = target.partition("#")
    if path == source:
        return f"{mark}{fragment}" if mark else "./"
    return f"{_way(source.rpartition('/')[0], path)}{mark}{fragment}"


@lru_cache(4096)
def _way(folder: str, path: str) -> str:
    """Give the link from a page in `folder` to another; a page names the same bodies again and again."""
    here, there = folder.split("/") if folder else [], path.split("/")
    shared = len(commonprefix([here, there[:-1]]))
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "./"


def output_file(path: str) -> str:
    """Give the file that holds the page at `path`: "lich/" is "lich/index.html"; a file is itself."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path
