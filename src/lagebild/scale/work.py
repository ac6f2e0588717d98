"""What one worker does: documents in, records ready for the store out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from lagebild.intake import Article, Failure, Options, article_of
from lagebild.intake.source import Document
from lagebild.store.ready import Ready, ready

if TYPE_CHECKING:
    from lagebild.reading import Reader

#: Documents handed to a worker at once: one batch of the language pack's network.
BATCH = 16

Read = Ready | Failure
Batch = Sequence[Document]
#: Reads each batch of a stream: gives it with its results, in order.
Readings = Callable[[Iterable[Batch]], Iterator[tuple[Batch, list[Read]]]]


def read_batch(batch: Batch, options: Options) -> list[Read]:
    """The record of each document, ready to be stored, or why there is none, in order.

    An article that breaks the reader costs only itself. What fails keeps its bytes, to be tried again.
    """
    options = replace(options, keep_raw=True)
    found = [article_of(document, options) for document in batch]
    articles = [(n, article) for n, article in enumerate(found) if isinstance(article, Article)]
    results: list[Read | None] = [f if isinstance(f, Failure) else None for f in found]
    if not articles:
        return [result for result in results if result is not None]
    from lagebild.reading import Reader

    reader = Reader("de")
    try:
        records = ready(reader.pipe(article for _, article in articles))
        for (n, _), record in zip(articles, records, strict=True):
            results[n] = record
    except Exception:
        for n, article in articles:
            results[n] = _read_alone(reader, article, batch[n])
    return [result for result in results if result is not None]


def _read_alone(reader: Reader, article: Article, document: Document) -> Read:
    try:
        (record,) = ready([reader.read(article)])
        return record
    except Exception as error:
        reason = (str(error).splitlines() or [""])[0][:200]
        return document.failure(
            f"an error of ours, please report it: {type(error).__name__}: {reason}", keep_raw=True
        )


def batches(documents: Iterable[Document], size: int = BATCH) -> Iterator[list[Document]]:
    """The documents in groups; holds one group."""
    stream = iter(documents)
    while batch := list(islice(stream, size)):
        yield batch
