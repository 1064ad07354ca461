"""Channels: those that lead nowhere, those without encryption, those at the address of a province that merged."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.domain.agency import Level
from generator.domain.channel import ChannelKind, Purpose
from generator.domain.identifier import slug
from generator.reading.warnings.evidence import Evidence, Finding, finding

_FOR_THE_PUBLIC = frozenset({Purpose.FEEDBACK, Purpose.SUBMISSION, Purpose.INFORMATION})
# Meetings, offices and broadcasts are found without an address.
_WITH_TARGET = frozenset(
    {
        ChannelKind.PHONE, ChannelKind.QR, ChannelKind.WEB, ChannelKind.FORM, ChannelKind.APP, ChannelKind.ZALO,
        ChannelKind.FACEBOOK, ChannelKind.EMAIL, ChannelKind.POST,
    }
)  # fmt: skip
_HTTP = "http://"


def channel_without_target(evidence: Evidence) -> Iterator[Finding]:
    """W09: a channel for the public needs a number or an address and has none."""
    for index, channel in enumerate(evidence.plan.channels):
        if channel.purpose in _FOR_THE_PUBLIC and channel.kind in _WITH_TARGET and not (channel.target or channel.form):
            yield finding("channel_without_target", ("channels", index), text=channel.label)


def channel_without_https(evidence: Evidence) -> Iterator[Finding]:
    """W09: a channel's address begins with http://, so that what people send can be read on the way."""
    for index, channel in enumerate(evidence.plan.channels):
        if channel.target and channel.target.casefold().startswith(_HTTP):
            yield finding("channel_without_https", ("channels", index, "target"), text=channel.target)


def channel_of_merged_province(evidence: Evidence) -> Iterator[Finding]:
    """W09: a channel's address has the name of a province that has successors."""
    merged = {
        slug(place.name.vi).replace("-", ""): place.name.vi
        for place in evidence.registry.places.values()
        if place.level is Level.PROVINCE and place.successors
    }
    for index, channel in enumerate(evidence.plan.channels):
        for label in _host(channel.target or "").split(".")[:-1]:
            if label in merged:
                path = ("channels", index, "target")
                yield finding(
                    "channel_of_merged_province", path, group=label, subject=str(channel.target), place=merged[label]
                )


def _host(target: str) -> str:
    """Give the host of an address, with or without its scheme; empty for what is none."""
    try:
        return urlsplit(target if "//" in target else f"//{target}").hostname or ""
    except ValueError:
        return ""
