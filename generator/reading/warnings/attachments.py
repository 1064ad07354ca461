"""Attachments."""

from collections.abc import Iterator

from generator.reading.warnings.evidence import Evidence, Finding, finding


def attachment_missing(evidence: Evidence) -> Iterator[Finding]:
    """W15: the document names an attachment that was not supplied."""
    for index, attachment in enumerate(evidence.plan.attachments):
        if attachment.file is None:
            yield finding("attachment_missing", ("attachments", index), text=attachment.name)
