"""Language packs. The door: `load` gives a pack's base pipeline, `make_doc` a Doc of an article's words.

A pack is a folder with a function ``base() -> spacy.language.Language``; a Doc that it has
read carries tags, morphology, a tree, lemmas, named entities, and the clauses of `clause.py`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final

import lagebild.language.spacy_start  # noqa: F401  (before anything that imports spaCy)

# isort: split
from spacy.language import Language
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from lagebild.errors import LanguageError
from lagebild.intake.article import ReadingText
from lagebild.language.texts import TEXT

PACKS: Final[dict[str, str]] = {"de": "lagebild.language.de"}


def _extend() -> None:
    if not Doc.has_extension("blocks"):
        #: blocks of the Doc in tokens: (kind, first token, token after the last)
        Doc.set_extension("blocks", default=[])
    if not Doc.has_extension("clauses"):
        #: the finite clauses, and the infinitive and participial ones, both in text order
        Doc.set_extension("clauses", default=[])
        Doc.set_extension("infinitives", default=[])


_extend()


@cache
def _base(language: str) -> Callable[[], Language]:
    if language not in PACKS:
        known = ", ".join(sorted(PACKS))
        raise LanguageError(f"no language pack for '{language}'; there is one for: {known}")
    base: Callable[[], Language] = import_module(PACKS[language]).base
    return base


#: Objects made between two looks of the garbage collector. Python's own 700 is less than a sentence makes
#: here; nearly all of them are gone without it.
COLLECT_EVERY: Final = 20_000


def load(language: str = "de") -> Language:
    """The base pipeline of a language: tokens, sentences, tags, tree, lemmas, entities, clauses.

    Raises LanguageError when there is no pack for `language`. Every call makes a new pipeline, so
    that a caller may add steps to it. Matrix products are kept to one thread in this process: the
    network's are so small that threads wait for one another longer than they work. What is loaded
    is settled, see `settle`.
    """
    threadpool_limits(1, user_api="blas")
    nlp = _base(language)()
    settle()
    return nlp


def settle() -> None:
    """Take all objects there are out of the garbage collector's sight, and let it look less often.

    Lexicons and weights live as long as the process; walking through them again and again was a
    fifth of the time of a reading. Whoever drops a pipeline and wants its memory back calls
    ``gc.unfreeze()`` first.
    """
    gc.freeze()
    young, *older = gc.get_threshold()
    if young:  # 0: the caller has turned the collector off
        gc.set_threshold(max(young, COLLECT_EVERY), *older)


def make_doc(nlp: Language, reading: ReadingText) -> Doc:
    """The unread Doc of an article: its words, its blocks (``doc._.blocks``) and a border at each block.

    Hand it to ``nlp`` (a pipeline made by `load`), which reads it on. A block border is always a token
    border, because blocks are set apart by white space.
    """
    doc = nlp.make_doc(reading.text)
    starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []
    blocks: list[tuple[str, int, int]] = []
    at = 0
    for kind, begin, end in reading.blocks:
        while at < len(starts) and starts[at] < begin:
            at += 1
        first = at
        while at < len(starts) and starts[at] < end:
            at += 1
        if at > first:
            blocks.append((kind, first, at))
    doc._.blocks = blocks
    doc.user_data[TEXT] = reading.text
    return doc
