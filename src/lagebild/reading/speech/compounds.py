"""Whose words a word for words itself tells: *UN-Angaben*, *ukrainische Angaben*, *Armeeangaben*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, Words
from lagebild.reading.actors import actors_of_word
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.analysis import ActorFound, Range
from lagebild.reading.speech.lexicon import noun_of, ownerless

#: Beginnings of adjectives of whose words they are, besides those of states; the gold names *offizielle Angaben*.
_OFFICIAL: Final[tuple[str, ...]] = (
    "offiziell",
    "amtlich",
    "behördlich",
    "polizeilich",
    "militärisch",
    "diplomatisch",
    "gewerkschaftlich",
)


def of_words(noun: Token) -> bool:
    """Whether the noun names words or knowledge, whose owner it is that speaks: *Angaben Russlands*."""
    known = noun_of(noun.text) if noun.tag_ == "NN" else None
    return known is not None and not known.bearer and (known.source or ownerless(noun.text))


def inside(doc: Words, span: Range) -> ActorFound | None:
    """The actor of whose words a compound or adjective tells: *UN-Angaben*, *ukrainische Angaben*, *Kiewer Angaben*."""
    last = span[1] - 1
    if doc[last].tag_ != "NN" or not of_words(doc[last]):
        return None
    before = [last - 1] if last > span[0] and doc[last - 1].tag_ == "ADJA" else []
    tellers = [actor for i in (last, *before) for actor in actors_of_word(doc, i)]
    return tellers[0] if len(tellers) == 1 else None


def teller_in_compound(doc: Words, span: Range) -> str | None:
    """The name of the actor that is the first part of a word for words: of *UN-Angaben* the UN."""
    word = doc[span[1] - 1]
    teller = inside(doc, span) if ownerless(word.text.rpartition("-")[2]) else None
    return teller.name if teller is not None and actors_of_word(doc, word.i) else None


def body_telling(name: str) -> str:
    """The body whose words a compound names: of *israelische Armeeangaben* the *israelische Armee*."""
    *before, last = name.split()
    medium, _, words = last.lstrip("„»").partition("“-")
    if not before and words and ownerless(words):
        return medium  # *„Spiegel“-Informationen*
    stem = last.removesuffix("angaben").removesuffix("-")
    if stem == last:
        return name
    for word in (stem, stem.removesuffix("s")):
        body = body_of(word)
        if body is not None and (not before or body.gender in ("f", "p")):
            return " ".join([*before, word])
    return name


def owned(doc: Words, start: int, head: int) -> str | None:
    """Words of whose owner an adjective tells: *nach ukrainischen Angaben*, *laut offiziellen Angaben*; not *ersten*."""
    adjective = doc[head - 1]
    if head - 1 < start or adjective.tag_ != "ADJA":
        return None
    word = adjective.lower_
    if not (word.startswith(_OFFICIAL) or any(a.kind == "state" for a in actors_of_word(doc, head - 1))):
        return None
    if word.endswith("er") and not word.startswith(_OFFICIAL) and "isch" not in word:
        return f"{adjective.text} {doc[head].text}"  # *Kiewer Angaben*
    stem = word[:-2] if word.endswith(("en", "er", "em", "es")) else word.removesuffix("e")
    return f"{stem}e {doc[head].text}"
