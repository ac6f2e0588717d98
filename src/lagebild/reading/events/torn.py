"""Objects that the parser hung on another noun, and names whose apposition it took for the subject."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.events.words import in_class, is_people

_NOUNS: Final[tuple[str, ...]] = ("NN", "NE")
#: Articles that can open nothing but a dative, and words behind a phrase that govern it.
_ONLY_DATIVE: Final = frozenset(["dem", "einem", "seinem", "ihrem", "diesem", "unserem"])
_ONLY_ACCUSATIVE: Final = frozenset(["einen", "keinen"])
#: How far from the head of the sentence an apposition to its first name may stand.
_FIRST_NAME: Final = 10
#: Articles that an object may have and no genitive.
_OF_OBJECTS: Final = frozenset(["den", "die", "das", "einen", "eine", "ein"])
_INSIDE_PHRASE: Final = frozenset(["ADJA", "CARD", "TRUNC"])
_POSTPOSITIONS: Final = frozenset(["zufolge", "gegenüber", "nach", "entgegen", "gemäß", "entsprechend"])


def lost_datives(clause: Clause, held: set[int]) -> list[Token]:
    """The noun of an article that can only be a dative, where the parser hung it on another noun.

    *haben dem Roten Halbmond in Bam Medikamente übergeben*. ``held`` are the tokens that stand in a slot.
    """
    return _behind_article(clause, held, _ONLY_DATIVE)


def lost_accusatives(clause: Clause, held: set[int]) -> list[Token]:
    """The noun of an article that can only be an accusative: *hat am Sonntag ein Sprengsatz einen Soldaten getötet*."""
    times = clause.predicate.doc._.times
    found = _behind_article(clause, held, _ONLY_ACCUSATIVE) or _bare_obliques(clause, held)
    return [noun for noun in found if not any(time.start <= noun.i < time.stop for time in times)]


def _bare_obliques(clause: Clause, held: set[int]) -> list[Token]:
    """What the parser took for a circumstance though no preposition leads it: *hat den unter Malis Flagge fahrenden
    Frachter gestoppt*."""
    return [
        child
        for child in clause.predicate.children
        if child.dep_ == "obl"
        and child.tag_ == "NN"
        and child.i not in held
        and noun_phrases.preposition(child) is None
        and any(word.tag_ == "ART" and word.lower_ in _OF_OBJECTS for word in child.lefts)
        and not in_class(child, "headcount")
    ]


def _behind_article(clause: Clause, held: set[int], articles: frozenset[str]) -> list[Token]:
    doc, tokens = clause.predicate.doc, clause.tokens
    inside = set(tokens)
    for i in tokens:
        if doc[i].lower_ not in articles or doc[i].tag_ not in ("ART", "PPOSAT", "PDAT"):
            continue
        before = doc[i - 1] if i else doc[i]
        if before.tag_[:4] in ("APPR", "ART", "KON", "PPOS") or before.lower_ in _POSTPOSITIONS:
            continue
        at = i + 1
        while at in inside and doc[at].tag_ in _INSIDE_PHRASE:
            at += 1
        if at not in inside or at in held or doc[at].tag_ not in _NOUNS:
            continue
        behind = doc[at + 1] if at + 1 < len(doc) else doc[at]
        if behind.lower_ not in _POSTPOSITIONS:
            return [doc[at]]
    return []


def name_before_apposition(noun: Token) -> Token:
    """The name at the head of the sentence whose apposition was taken for the subject; else the noun itself.

    *Pakistan, ein Verbündeter der USA, weigert sich*: it is Pakistan that refuses.
    """
    within, doc = sentence(noun), noun.doc
    if noun.tag_ != "NN" or noun.i - within.start > _FIRST_NAME:
        return noun
    i = noun.i - 1
    while i > within.start and doc[i].tag_ in ("ADJA", "ADV", "CARD", "ADJD", "ART", "PPOSAT"):
        i -= 1
    if i <= within.start or doc[i].text != "," or doc[i - 1].tag_ != "NE" or i - 1 not in doc._.actor_at:
        return noun
    alone = all(doc[k].tag_ in ("ART", "ADJA", "NE", "NN", "TRUNC", "$(") for k in range(within.start, i))
    comma = next((k for k in range(noun.i + 1, within.stop - 1) if doc[k].text == ","), None)
    closed = comma is not None and doc[comma + 1].tag_ in ("VVFIN", "VAFIN", "VMFIN")
    return doc[i - 1] if alone and closed else noun


def objects_behind_name(clause: Clause) -> list[Token]:
    """A bare noun that was taken for a part of the name before it, which a preposition governs, or for what it governs.

    *ließ den Flüchtlingen aus Burma Hilfe zukommen*: help is no part of Burma.
    """
    doc = clause.predicate.doc
    for i in clause.tokens:
        noun = doc[i]
        name = doc[i - 1] if i else noun
        if noun.tag_ != "NN" or name.tag_ != "NE":
            continue
        case = noun_phrases.preposition(noun)
        taken = case is not None and case.i == i - 2 and name.i in doc._.actor_at
        torn = noun.dep_ in ("flat", "appos", "nmod") and noun.head.i == name.i and i not in doc._.actor_at
        # *gegen die Gruppierung der Taliban Sanktionen verhängt*
        split = name.head.i == i and noun.dep_ == "nmod" and i + 1 == clause.predicate.i
        within = noun_phrases.preposition(name) is not None or noun_phrases.is_genitive(name)
        if taken or ((split or (torn and within)) and not is_people(noun)):
            return [noun]
    return []
