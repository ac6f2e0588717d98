"""Names in a clause that no phrase of the parser's holds."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence
from lagebild.reading.actors.phrases import AMONG
from lagebild.reading.events.antecedents import apposed_person
from lagebild.reading.events.misparsed import holder_behind
from lagebild.reading.events.words import is_people

_NAME_PARTS: Final = frozenset(["flat", "flat:name", "appos", "compound"])


def named_by(head: Token, named: set[int]) -> list[int]:
    """The name in a phrase that its head brings along: *Außenminister Alexander Downer*."""
    if head.i in named:
        return [head.i]
    found = [t.i for t in head.children if t.i in named and t.dep_ in _NAME_PARTS][:1]
    holder = (holder_behind(head) or apposed_person(head)) if not found and is_people(head) else None
    return found if holder is None else [holder.i]


def bare(token: Token) -> bool:
    """A name without preposition, genitive or noun before it."""
    if token.tag_ != "NE" or "Gen" in token.morph.get("Case", []):
        return False
    if token.i == sentence(token).start:
        return True
    before = token.nbor(-1)
    if (
        before.text == "," and token.dep_ in ("appos", "conj") and token.head.i < token.i
    ) or before.lower_ in AMONG:
        return False  # it belongs to the phrase before it: *die Union, darunter Polen,*
    if before.tag_ == "ART" and token.i > sentence(token).start + 1:
        before = token.nbor(-2) if before.lower_ in ("den", "die") else before
    if before.tag_ == "NN" and before.i > sentence(token).start + 1:
        # *bei einem Luftangriff Kassem …*: the noun has its own preposition, the name is another phrase;
        # *von Präsident Ali* has one.
        if is_people(before) and before.nbor(-1).tag_ in ("APPR", "APPRART"):
            return False
        return _under_preposition(before) or _another(before, token)
    return before.tag_ not in ("APPR", "APPRART", "ART", "KON", "KOKOM", "ADJA", "NN", "PPOSAT", "$(") and (
        before.tag_ != "NE" or before.i in token.doc._.actor_at
    )


def _another(noun: Token, name: Token) -> bool:
    """Whether a person or another state is named behind a government or body, whose name it cannot be: *erklärte die
    Regierung Meier …*, *drohte die iranische Armee Litauen*."""
    at = name.doc._.actor_at
    body, named = at.get(noun.i), at.get(name.i)
    if body is None or named is None or body is named:
        return False
    return named.kind == "state" or (named.kind == "person" and body.kind == "state")


def _under_preposition(noun: Token) -> bool:
    """Whether the run of nouns that ends here stands behind a preposition: *über Freihandel und Visa*."""
    for i in range(noun.i - 1, max(sentence(noun).start, noun.i - 7) - 1, -1):
        tag = noun.doc[i].tag_
        if tag in ("APPR", "APPRART"):
            return True
        if tag not in ("NN", "KON", "TRUNC") and not (tag == "ART" and i == noun.i - 1):
            return False
    return False
