"""Noun phrases around a head noun: extent, genitive, prepositional attributes, apposition, coordination.

Every function takes the head noun's Token of a Doc that the base has read, and never leaves its
sentence. What the parser left open is settled by form: articles show case, a name in *-s* before
a noun is its genitive (*Russlands Präsident*).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.tokens import Token, sentence

_BEFORE: Final = frozenset(
    [
        "det",
        "det:poss",
        "amod",
        "nummod",
        "nmod",
        "nmod:poss",
        "compound",
        "flat",
        "flat:name",
        "advmod",
        "appos",
    ]
)
_NAME: Final = frozenset(["flat", "flat:name", "compound"])
_NOUNS: Final = frozenset(["NN", "NE", "FM", "XY", "TRUNC"])
_PREPOSITIONS: Final = frozenset(["APPR", "APPRART", "APPO", "APZR"])
_GENITIVE_FORMS: Final = frozenset(
    [
        "des",
        "eines",
        "dessen",
        "deren",
        "zweier",
        "dreier",
        "dieses",
        "jenes",
        "jedes",
        "meines",
        "seines",
        "ihres",
        "unseres",
        "keines",
        "aller",
        "beider",
        "vieler",
        "mehrerer",
    ]
)
_FEMININE_GENITIVE: Final = frozenset(
    ["der", "einer", "dieser", "jener", "jeder", "seiner", "ihrer", "unserer", "keiner"]
)


def is_nominal(token: Token) -> bool:
    """Whether the token can head a noun phrase: noun, name, pronoun, or a word used as one."""
    return (
        token.tag_ in _NOUNS
        or token.pos_ in ("NOUN", "PROPN", "PRON")
        or token.tag_ in ("PPER", "PDS", "PIS", "PRELS", "PWS", "CARD")
    )


def preposition(noun: Token) -> Token | None:
    """The preposition that governs the phrase: *nach* of *nach Russland*, *zum* of *zum Treffen*."""
    for child in noun.lefts:
        if child.tag_ in _PREPOSITIONS or (child.dep_ == "case" and child.tag_ != "KOKOM"):
            return child
    return None


#: Words that begin a dative behind *auf*, whose accusative has another form.
_DATIVE: Final[tuple[str, ...]] = (
    "dem",
    "der",
    "einem",
    "einer",
    "seinem",
    "seiner",
    "ihrem",
    "ihrer",
    "diesem",
    "dieser",
    "unserem",
    "unserer",
)


def stands_on(noun: Token) -> bool:
    """Whether *auf* or *in* says where or when the noun is, by the dative: *auf einem Treffen*, not *auf ein Treffen*."""
    case = preposition(noun)
    if case is None or case.lower_ == "im":
        return case is not None
    return case.lower_ in ("auf", "in") and case.nbor(1).lower_ in _DATIVE


def phrase(noun: Token, apposition: bool = False, attributes: bool = False) -> tuple[int, int]:
    """The token range of the phrase: article, adjectives with what they govern, name parts, genitives.

    With `apposition` also the apposition and bracket behind it, with `attributes` also the
    prepositional attributes. The governing preposition, relative clauses and conjuncts are left out.
    """
    within = sentence(noun)
    start = noun.i
    for child in noun.lefts:
        if (
            child.dep_ in _BEFORE
            and child.tag_ not in _PREPOSITIONS
            and preposition(child) is None
            and _bounded(child)
        ):
            start = min(start, child.left_edge.i)
    case = preposition(noun)
    if case is not None:
        start = max(start, case.i + 1)
    end = noun.i + 1
    for child in noun.rights:
        if child.left_edge.i > end and not (apposition and _only_marks(end, child)):
            break  # A gap: words of something else stand between, so the phrase ends here.
        if _belongs(child, apposition, attributes):
            end = max(end, _reach(child, apposition, attributes))
        elif child.dep_ == "punct" and not apposition:
            continue
        elif child.dep_ != "punct":
            break
    return max(start, within.start), min(end, within.stop)


def _bounded(child: Token) -> bool:
    """A left part without a finite verb in it."""
    return all(not t.tag_.endswith("FIN") for t in child.subtree)


def _only_marks(end: int, child: Token) -> bool:
    return all(t.is_punct for t in child.doc.tokens[end : child.left_edge.i])


def _belongs(child: Token, apposition: bool, attributes: bool) -> bool:
    if child.dep_ in _NAME or (child.dep_ == "nummod" and child.tag_ == "CARD"):
        return True
    if child.dep_ in ("nmod", "nmod:poss", "obl"):
        return attributes if preposition(child) is not None else child.dep_ != "obl"
    if child.dep_ == "appos":
        # A name right behind its office belongs to it: Präsident Wladimir Putin.
        return apposition or (child.i == child.head.i + 1 and child.tag_ in _NOUNS)
    return False


def _reach(child: Token, apposition: bool, attributes: bool) -> int:
    return max(phrase(child, apposition, attributes)[1], child.i + 1)


def genitive(noun: Token) -> Token | None:
    """The genitive of the phrase, before or after: *Kims* Auslandsbesuch, die Bedeutung *des Treffens*."""
    for child in noun.children:
        if child.dep_ not in ("nmod", "nmod:poss") or (child.tag_ == "NN" and child.i < noun.i):
            continue  # *nach Ansicht der Richter Verbrechen begangen*: only names stand before
        if preposition(child) is None and is_genitive(child):
            return child
    before = noun.nbor(-1) if noun.i > 0 and not noun.is_sent_start else None
    if (
        before is not None
        and before.tag_ == "NE"
        and before.text[-1:] in ("s", "'", "’")
        and before.head == noun
    ):
        return before
    if before is not None and _two_subjects(before, noun):
        return before
    return _behind(noun)


def _two_subjects(first: Token, second: Token) -> bool:
    """Whether two nouns side by side, both without article, were read as subjects of one verb, the first in *-s*: it is
    the owner of the second, *Kiews Botschafter ging*."""
    return (
        first.dep_ == second.dep_ == "nsubj"
        and first.head == second.head
        and first.text[-1:] == "s"
        and not first.lefts
        and not second.lefts
    )


def _behind(noun: Token) -> Token | None:
    """A genitive right behind the noun that the parser hung on the verb: *in Rechner bolivianischer Offiziere*."""
    doc, at = noun.doc, noun.i + 1
    while at < len(doc) and doc[at].tag_ == "ADJA" and doc[at].lower_.endswith("er"):
        at += 1
    if at == noun.i + 1 or at >= len(doc) or noun.tag_ != "NN":
        return None
    found = doc[at]
    loose = found.tag_ == "NN" and found.dep_ == "obl" and found.head == noun.head
    if not loose or "Gen" not in found.morph.get("Case", []) or doc[at - 1].head != found:
        return None
    return found


def name_behind(noun: Token) -> Token | None:
    """A genitive name right behind the noun, whatever the parser hung it on: *das Gesetz Russlands*.

    Not one with a noun of its own behind it: *traf der Minister Moskaus Vertreter*.
    """
    doc, at = noun.doc, noun.i + 1
    if noun.tag_ != "NN" or at >= len(doc) or doc[at].tag_ != "NE" or doc[at].text[-1:] != "s":
        return None
    follows = doc[at + 1].tag_ if at + 1 < len(doc) else ""
    if "Gen" not in doc[at].morph.get("Case", []) or follows in ("NN", "ADJA", "NE", "CARD"):
        return None
    return doc[at]


def is_genitive(noun: Token) -> bool:
    """Whether the phrase of `noun` can stand in the genitive, by its article, else its tagged case."""
    for child in noun.lefts:
        word = child.lower_
        if word in _GENITIVE_FORMS:
            return True
        if word in _FEMININE_GENITIVE:
            return child.i > 0 and preposition(noun) is None
        if child.dep_ == "det":
            return False
    if noun.tag_ == "NE":
        return noun.text[-1:] in ("s", "'", "’", "x", "z") or "Gen" in noun.morph.get("Case", [])
    if "Gen" in noun.morph.get("Case", []) or noun.dep_ == "nmod:poss":
        return True
    # *Sprecher kurdischer Verbände*: without an article only this ending shows the genitive plural.
    strong = noun.dep_ == "nmod" and noun.morph.get("Number", []) == ["Plur"]
    return strong and any(child.tag_ == "ADJA" and child.lower_.endswith("er") for child in noun.lefts)


def attributes(noun: Token) -> list[tuple[Token, Token]]:
    """Prepositional modifiers as (preposition, noun): *Lieferung von Waffen an Russland* gives two."""
    found = []
    for child in noun.rights:
        if child.dep_ in ("nmod", "obl", "nmod:poss", "obl:arg") and child.i > noun.i:
            case = preposition(child)
            if case is not None:
                found.append((case, child))
    return found


def apposition(noun: Token) -> Token | None:
    """The head of the apposition: *Putin* of *Präsident Wladimir Putin* by its name's first word,
    *Ortschaft* of *Chasan, einer Ortschaft im Dreiländereck*."""
    for child in noun.rights:
        if child.dep_ == "appos" or (child.dep_ in _NAME and noun.tag_ == "NN" and child.tag_ == "NE"):
            return child
    return None


def conjuncts(noun: Token) -> list[Token]:
    """The noun and the nouns coordinated with it, in text order; apposed or genitive ones are not."""
    found = [noun, *_conjuncts_below(noun)]
    return sorted(set(found), key=lambda token: token.i)


def taken_as(noun: Token) -> bool:
    """Whether *als* says that another counts as the noun: *von den USA als Terrorgruppe eingestuft*, not *als auch*."""
    return any(
        child.lower_ == "als" and child.nbor(1).lower_ != "auch"
        for child in noun.lefts
        if child.tag_ == "KOKOM"
    )


def begins_clause(noun: Token) -> bool:
    """Whether a noun behind a comma, with the finite verb right behind it, is the subject of what follows and joined to
    nothing: *ein Schiff nach Guyana, Venezuela sprach von …*."""
    if noun.i == 0 or noun.doc.words[noun.i - 1] != "," or noun.i + 1 >= len(noun.doc):
        return False
    return noun.doc.tags[noun.i + 1] in ("VVFIN", "VAFIN", "VMFIN")


def joins_owner(noun: Token, name: Token) -> bool:
    """Whether a genitive name goes with the one right before *und*, not with the noun: *Beamte Ungarns und Rumäniens*."""
    if name.tag_ != "NE" or name.text[-1:] != "s" or name.i < noun.i + 3 or noun.tag_ != "NN":
        return False
    first = name.doc[name.i - 2]
    return (
        first.tag_ == "NE" and first.text[-1:] == "s" and name.nbor(-1).tag_ == "KON" and is_genitive(first)
    )


def owners(noun: Token) -> list[Token]:
    """The genitive of the phrase and those joined to it: *Beamte Ungarns und Rumäniens*."""
    first = genitive(noun) or name_behind(noun)
    if first is None:
        return []
    joined = [child for child in noun.rights if child.dep_ == "conj" and joins_owner(noun, child)]
    return [*conjuncts(first), *(name for name in joined if name.i > first.i)]


def _conjuncts_below(noun: Token) -> Iterator[Token]:
    for child in noun.rights:
        if (
            child.dep_ == "conj"
            and is_nominal(child)
            and not taken_as(child)
            and not begins_clause(child)
            and not joins_owner(noun, child)
        ):
            yield child
            yield from _conjuncts_below(child)
