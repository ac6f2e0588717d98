"""The slots of a predicate in its sentence: which nouns stand as subject, object, genitive, after *gegen*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.events.amounts import at_most
from lagebild.reading.events.antecedents import counted
from lagebild.reading.events.misparsed import noun_of_article
from lagebild.reading.events.torn import name_before_apposition
from lagebild.reading.events.words import shows_accusative

#: Words before a noun that show its case.
_WITH_CASE: Final = frozenset(["ART", "PPOSAT", "PDAT", "PIAT", "ADJA"])


class Slots:
    """Heads of the noun phrases in each slot: subj, acc, dat, gen, adj, part, and the plain prepositions."""

    def __init__(self, doc: Words, heads: dict[str, list[Token]] | None = None) -> None:
        self.doc = doc
        self.heads: dict[str, list[Token]] = {} if heads is None else heads

    def add(self, slot: str, token: Token) -> None:
        found = self.heads.setdefault(slot, [])
        token = counted(_whole(name_before_apposition(token) if slot == "subj" else token))
        if all(other.i != token.i for other in found):
            found.append(token)

    def copy(self) -> Slots:
        """The same heads in lists of their own."""
        return Slots(self.doc, {slot: [*found] for slot, found in self.heads.items()})

    def get(self, slot: str) -> list[Token]:
        return self.heads.get(slot, [])


def _whole(token: Token) -> Token:
    """The noun that a first part with a hyphen goes with, *Staats- und Regierungschefs*, or that of an article.

    *NATO- und afghanische Truppen* have adjectives between.
    """
    stop = sentence(token).stop
    if token.tag_ == "TRUNC" and token.i + 2 < stop and token.nbor(1).tag_ == "KON":
        return next((t for t in token.doc.tokens[token.i + 2 : stop] if t.tag_ != "ADJA"), token.nbor(2))
    return noun_of_article(token)


def _only_dative(noun: Token) -> bool:
    """*der* before a feminine of one is no object but a dative: *Der Türkei drohen Sanktionen*; not where the article
    is tagged as masculine (*Der Peso gab nach*)."""
    if "Fem" not in noun.morph.get("Gender", []) or "Sing" not in noun.morph.get("Number", []):
        return False
    if any(child.tag_ == "ADJA" and not child.lower_.endswith("n") for child in noun.lefts):
        return False  # *der mexikanische Peso*, whatever gender it was read as
    first = next((child for child in noun.lefts if child.tag_ == "ART"), None)
    if first is None or "Masc" in first.morph.get("Gender", []):
        return False
    return first.lower_ in ("der", "einer")


def case_of(token: Token) -> str:
    """The slot of an object by its form: acc, dat or gen."""
    if token.dep_ == "iobj":
        return "dat"
    case = token.morph.get("Case", [])
    if _only_dative(token):
        return "dat"
    if "Dat" in case and not at_most(token) and not shows_accusative(token):
        return "dat"
    if "Gen" in case and token.dep_ != "obj":
        if token.tag_ == "NE" and token.text[-1:] not in ("s", "x", "z", "'", "’"):
            return "dat"  # a name shows its genitive: *hat dem zerrissenen Mali Hilfe zugesagt*
        return "gen"
    return "acc"


def cases_of(objects: Sequence[Token]) -> list[str]:
    """The slots of a verb's objects; of two datives the one is not that the parser has as plain object and whose form
    shows no case: *liefert der Ukraine Drohnen*."""
    cases = [case_of(token) for token in objects]
    if cases.count("dat") > 1:
        plain = [n for n, token in enumerate(objects) if token.dep_ == "obj" and _is_bare(token)]
        for n in plain[-1:]:
            cases[n] = "acc"
    return cases


def _is_bare(noun: Token) -> bool:
    return noun.tag_ == "NN" and not any(child.tag_ in _WITH_CASE for child in noun.lefts)
