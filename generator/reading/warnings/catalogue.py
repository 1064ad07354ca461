"""Every rule, once. The codes E01-E07 and W01-W15 are those by which editors know the rules; W16-W18 go on from them.

E06, a text cut in two by a page break, is not here: it happens when text is taken out of a PDF, and nothing of it is
left to see in a plan that was written down as data.
"""

from collections.abc import Callable, Iterator

from generator.frozen import frozen
from generator.reading.warnings import (
    attachments,
    channels,
    characters,
    citations,
    contradictions,
    days,
    footnotes,
    identity,
    numbering,
    responsibility,
    spelling,
    style,
)
from generator.reading.warnings.evidence import Evidence, Finding


@frozen
class Rule:
    """A rule: the code by which a plan silences it, and the function. The names of what it finds are its codes too."""

    code: str
    find: Callable[[Evidence], Iterator[Finding]]
    names: tuple[str, ...]
    of_drafts: bool = True
    """False where a draft that nobody sees cannot have yet what the rule asks for."""


RULES: tuple[Rule, ...] = (
    Rule("E01", numbering.section_label_twice, ("section_label_twice",)),
    Rule("E02", numbering.number_left_out, ("number_left_out",)),
    Rule(
        "E03",
        identity.identity_missing,
        ("number_missing", "issue_date_missing", "issue_date_incomplete", "issue_place_missing"),
        # Number and day are given once it is signed (Decree 30/2020, Article 15).
        of_drafts=False,
    ),
    Rule("E04", identity.draft_published, ("draft_published",)),
    Rule("E05", footnotes.footnote_lost, ("footnote_without_text", "footnote_without_place")),
    Rule("E05", footnotes.marker_without_footnote, ("marker_without_footnote",)),
    Rule("E05", characters.character_lost, ("character_lost",)),
    Rule("E05", characters.sign_without_face, ("sign_without_face",)),
    Rule("E07", characters.letters_in_pieces, ("letters_in_pieces",)),
    Rule("W01", spelling.known_misspelling, ("known_misspelling",)),
    Rule("W02", spelling.name_cut_short, ("name_cut_short",)),
    Rule("W02", spelling.capitals_differ, ("capitals_differ",)),
    Rule("W03", style.symbol_spaced, ("symbol_spaced",)),
    Rule("W03", style.symbol_two_ways, ("symbol_two_ways",)),
    Rule("W03", style.authority_spacing, ("authority_spacing",)),
    Rule("W03", style.filing_without_colon, ("filing_without_colon",)),
    Rule("W04", style.role_labels_differ, ("role_labels_differ",)),
    Rule("W05", responsibility.without_roles, ("without_roles",)),
    Rule("W05", responsibility.without_time, ("without_time",)),
    Rule("W06", contradictions.times_contradict, ("times_contradict",)),
    Rule("W06", contradictions.award_times_differ, ("award_times_differ",)),
    Rule("W07", contradictions.authority_contradicts, ("authority_contradicts",)),
    Rule("W08", days.deadline_at_issue, ("deadline_at_issue",)),
    Rule("W09", channels.channel_without_target, ("channel_without_target",)),
    Rule("W09", channels.channel_without_https, ("channel_without_https",)),
    Rule("W09", channels.channel_of_merged_province, ("channel_of_merged_province",)),
    Rule(
        "W10",
        citations.citation_incomplete,
        ("citation_only_named", "citation_without_issuer", "citation_without_date"),
    ),
    Rule("W10", citations.citation_two_dates, ("citation_two_dates",)),
    Rule("W11", identity.signed_without_collective, ("signed_without_collective",)),
    Rule("W12", citations.superseded, ("superseded",)),
    Rule("W12", citations.superseded_document, ("superseded_document",)),
    Rule("W13", style.heading_order, ("heading_order",)),
    Rule("W14", style.dashes_differ, ("dashes_differ",)),
    Rule("W15", attachments.attachment_missing, ("attachment_missing",)),
    Rule("W16", days.work_after_body, ("work_after_body",)),
    Rule("W17", days.body_ended_before_issue, ("body_ended_before_issue",)),
    Rule("W18", responsibility.target_without_metric, ("target_without_metric", "metric_without_value")),
)
KNOWN = frozenset(name for rule in RULES for name in (rule.code, *rule.names))
