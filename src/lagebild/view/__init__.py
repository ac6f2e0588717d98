"""The reading view of a record: the article with each statement marked, then tables."""

from lagebild.view.html import html_fragment, html_page
from lagebild.view.terminal import text_view

__all__ = ["html_fragment", "html_page", "text_view"]
