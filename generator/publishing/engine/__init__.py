"""The engine: the only place that knows MkDocs and Material. Values go in, the bytes of pages come out."""

from generator.publishing.engine.assets import inline_script_hashes, theme_assets
from generator.publishing.engine.building import render_site
from generator.publishing.engine.pages import FinishedPage, MarkdownPage, Page
from generator.publishing.engine.shell import (
    Fact,
    Language,
    NavItem,
    SearchWords,
    Shell,
    ShellWords,
    UrgentBar,
)

__all__ = [
    "Fact",
    "FinishedPage",
    "Language",
    "MarkdownPage",
    "NavItem",
    "Page",
    "SearchWords",
    "Shell",
    "ShellWords",
    "UrgentBar",
    "inline_script_hashes",
    "render_site",
    "theme_assets",
]
