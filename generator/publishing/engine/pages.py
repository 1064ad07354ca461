"""What the engine takes: pages whose main part is finished HTML, and pages still in Markdown."""

from generator.page import FinishedPage, MarkdownPage, Page

__all__ = ["FinishedPage", "MarkdownPage", "Page"]
