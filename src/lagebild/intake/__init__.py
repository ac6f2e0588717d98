"""Intake: files, folders, URLs, feeds and archives in, articles out.

    for found in read_inputs(["artikel.html", "archiv/", "https://…"]):
        if isinstance(found, Failure):
            print(found, file=sys.stderr)
        else:
            …  # an Article

Nothing here holds more than one document at a time, however large the input. Work can be
shared out between the two halves of the way: ``documents`` opens inputs and gives
documents as they came (cheap, one process), ``article_of`` looks into one (dear, any process).
"""

from lagebild.intake.article import Article, ReadingText
from lagebild.intake.documents import documents
from lagebild.intake.inputs import article_from, article_of, checked, read_inputs
from lagebild.intake.source import Document, Failure, Limits, Options

__all__ = [
    "Article",
    "Document",
    "Failure",
    "Limits",
    "Options",
    "ReadingText",
    "article_from",
    "article_of",
    "checked",
    "documents",
    "read_inputs",
]
