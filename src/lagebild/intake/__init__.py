"""Intake: files, folders, URLs, feeds and archives in, articles out.

    for found in read_inputs(["artikel.html", "archiv/", "https://…"]):
        if isinstance(found, Failure):
            print(found, file=sys.stderr)
        else:
            …  # an Article

Nothing here holds more than one document at a time, however large the input.
"""

from lagebild.intake.article import Article, ReadingText
from lagebild.intake.inputs import article_from, read_inputs
from lagebild.intake.source import Failure, Limits, Options

__all__ = ["Article", "Failure", "Limits", "Options", "ReadingText", "article_from", "read_inputs"]
