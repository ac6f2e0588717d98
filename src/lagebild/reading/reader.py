"""The whole reading of articles: language pack, reading steps, record."""

from __future__ import annotations

import gc
import importlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from spacy.attrs import IS_PUNCT, IS_SPACE, LANG, LIKE_NUM, LOWER  # type: ignore[import-not-found]
from spacy.language import Language

from lagebild.compiled import warn_if_stale
from lagebild.intake.article import Article, ReadingText
from lagebild.language import load, make_doc, settle
from lagebild.language.memo import forget_all
from lagebild.language.tokens import let_go
from lagebild.reading.assemble import assemble
from lagebild.record import Record

#: The reading steps in order, each a spaCy component named ``lagebild_<step>``.
STEPS = ("times", "places", "actors", "speech", "events", "certainty", "figures", "links")

#: Articles after which the pipeline is built anew: every word once seen stays in its vocabulary,
#: and over an archive of a language that makes words at will that has no end.
RENEW = 2000

#: What is asked of a word beside its letters. spaCy works out some twenty things of each new one (its shape, whether
#: it is a stop word or looks like an address …), which took longer than to cut the text into words.
ASKED = frozenset((LOWER, IS_SPACE, IS_PUNCT, LIKE_NUM, LANG))

#: Documents analysed together: enough to keep the network busy, few enough to stream.
BATCH = 16


@cache
def pipeline(language: str) -> Language:
    """The language pack with all reading steps behind it; built once a process."""
    warn_if_stale()
    nlp = load(language)
    getters = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    nlp.vocab.lex_attr_getters = {asked: getters[asked] for asked in ASKED}  # type: ignore[attr-defined]
    for step in STEPS:
        importlib.import_module(f"lagebild.reading.{step}")
        nlp.add_pipe(f"lagebild_{step}")
    settle()
    return nlp


class Reader:
    """Reads articles into records.

    The same article gives the same record, byte for byte. Raises LanguageError when the
    language has no pack.
    """

    def __init__(self, language: str = "de") -> None:
        self.language = language
        _pipeline_for(language)

    def read(self, article: Article) -> Record:
        """The record of one article."""
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of many articles, in order; holds ``BATCH`` articles at a time."""
        nlp = _pipeline_for(self.language)

        def docs() -> Iterator[tuple[object, tuple[Article, ReadingText]]]:
            for article in articles:
                reading = article.reading_text()
                doc = make_doc(nlp, reading)
                doc._.article = article
                yield doc, (article, reading)

        for doc, (article, reading) in nlp.pipe(docs(), as_tuples=True, batch_size=BATCH):  # type: ignore[call-overload]
            _read[self.language] += 1
            record = assemble(doc, article, reading)
            let_go(doc)
            yield record


_Cached = type(lru_cache(lambda: None))

#: Articles read by the present pipeline of each language.
_read: Counter[str] = Counter()


def _pipeline_for(language: str) -> Language:
    """The pipeline, built anew when it has read ``RENEW`` articles."""
    if _read[language] >= RENEW:
        gc.unfreeze()
        pipeline.cache_clear()
        _forget_words()
        _read.clear()
        gc.collect()
    return pipeline(language)


def _forget_words() -> None:
    """Empty the caches of what is known of single words, which are those with a bound: an archive fills them all."""
    forget_all()
    for each in gc.get_objects():
        if type(each) is not _Cached or not each.__module__.startswith("lagebild."):
            continue
        if each.cache_parameters()["maxsize"] is not None:
            each.cache_clear()
