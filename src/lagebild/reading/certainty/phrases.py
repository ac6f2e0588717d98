"""What the phrase around a nominal event says of it: its article, adjectives, conjuncts, the noun before it."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.certainty.scene import preposition
from lagebild.reading.events.words import in_class

_DEFINITE = ("der", "die", "das", "den", "dem", "des", "dies", "jen", "beid", "solch", "derartig")
_POSSESSIVE = ("sein", "ihr", "unser", "mein", "dein", "euer", "eur", "dessen", "deren")
_CONTRACTED: Final = frozenset(
    ["im", "ins", "am", "ans", "zum", "zur", "beim", "vom", "fürs", "übers", "ums", "aufs", "durchs"]
)


def asked(noun: Token) -> bool:
    """Whether it is all that a question without a verb asks for: *Neue Gespräche mit Teheran?*."""
    doc, within = noun.doc, sentence(noun)
    return doc.words[within.stop - 1] == "?" and not any(doc.tags[i].endswith(("FIN", "IMP")) for i in within)


def only_after(case: Token) -> bool:
    """Whether it is named as what must come first: *erst nach einem Abzug werde man verhandeln*."""
    return case.i > 0 and case.nbor(-1).lower_ in ("erst", "nur", "frühestens")


def in_core(noun: Token) -> bool:
    """Whether the noun is what its clause speaks of, or an attribute of that: *Auslöser der Unruhen soll … gewesen sein*;
    not *nach den Unruhen*."""
    top = noun
    for _ in range(6):
        if top.dep_ not in ("nmod", "appos", "conj") or top.head.pos_ not in ("NOUN", "PROPN"):
            break
        top = top.head
    return preposition(top) is None


def definite(noun: Token) -> bool:
    """Whether the noun phrase is definite: by article, possessive, contracted preposition, or a name's genitive."""
    for child in noun.lefts:
        word = child.lower_
        if child.dep_ in ("det", "det:poss") or child.tag_ in ("ART", "PDAT", "PPOSAT", "PIDAT"):
            if word.startswith(("ein", "kein", "einig", "mehrer", "viel", "irgend", "manch", "all")):
                return False
            if word.startswith(_DEFINITE) or word.startswith(_POSSESSIVE):
                return True
        if child.tag_ == "APPRART" or word in _CONTRACTED:
            return True
        if (
            child.tag_ == "NE"
            and child.dep_ in ("nmod", "nmod:poss", "det:poss")
            and child.text[-1:] in "s'’"
        ):
            return True
    return False


def prompted(noun: Token, prep: str) -> bool:
    """Whether it moved somebody to what the clause tells of, which may be yet to come: *soll auf Druck Roms gehen*."""
    return prep == "auf" and in_class(noun, "prompt") and not any(c.tag_ == "ART" for c in noun.lefts)


def denying(noun: Token) -> Token | None:
    return next((child for child in noun.lefts if child.lower_.startswith("kein")), None)


def attributes(noun: Token) -> list[Token]:
    """Attributive adjectives, those of a shared first conjunct included (*mögliche Treffen und Geschäfte*)."""
    own = [child for child in noun.lefts if child.tag_ == "ADJA" or child.dep_ == "amod"]
    if not own and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and not list(noun.lefts):
        return attributes(noun.head)
    return own


def first_conjunct(noun: Token) -> Token:
    top = noun
    for _ in range(8):
        if (
            top.dep_ not in ("conj", "appos")
            or top.head == top
            or top.head.pos_ not in ("NOUN", "PROPN", "PRON")
        ):
            break
        top = top.head
    return top


def noun_before(case: Token) -> Token | None:
    """The noun right before a preposition, on which its phrase most likely hangs: *Gerüchte über …*."""
    if case.is_sent_start or case.i == 0:
        return None
    noun = case.nbor(-1)
    return noun if noun.tag_ == "NN" else None


def in_argument(noun: Token, clause: Clause | None) -> bool:
    """Whether the noun is subject or object of its clause, so that a nicht can mean it."""
    return clause is not None and (noun == clause.understood_subject or noun in clause.objects)


#: Ends, without e and s, of nouns for what is undertaken, which took place even where it failed.
_UNDERTAKINGS: Final[tuple[str, ...]] = (
    "versuch",
    "gipf",
    "gipfel",
    "putsch",
    "staatsstreich",
    "aufstand",
    "offensiv",
    "revolt",
    "mission",
    "angriff",
    "attack",
    "invasion",
    "vormarsch",
    "manöver",
    "streik",
)
#: Words by which what was undertaken came to nothing.
_FAILED: Final[tuple[str, ...]] = ("gescheitert", "misslungen", "missglückt", "fehlgeschlagen", "geplatzt")


def was_made(noun: Token) -> bool:
    """Whether what failed took place all the same: *nach dem gescheiterten Putschversuch*, *das Scheitern der Gespräche*."""
    return noun.lower_.rstrip("es").endswith(_UNDERTAKINGS) or in_class(noun, "talks")


def only_failed(word: Token, noun: Token) -> bool:
    """Whether the adjective says that what was undertaken failed: *gescheitert*; what was *abgesagt* was not made."""
    return word.lower_.startswith(_FAILED) and was_made(noun)


def behind_verb(noun: Token) -> bool:
    """Whether it is the subject behind its verb, on which the phrase after it hangs: *demonstrierten Tausende für den
    Frieden*."""
    return noun.dep_ == "nsubj" and noun.head.i < noun.i and noun.head.tag_ == "VVFIN"


def is_means(noun: Token, clause: Clause) -> bool:
    """Whether it is by what something is done, and what *nicht* denies: *reagierte nicht mit Sanktionen*; not *hat nichts
    mit Sanktionen zu tun*, *ist nicht mit Folter vergleichbar*."""
    found = preposition(noun)
    bare = found is not None and found[0] in ("mit", "durch") and not definite(noun)
    return bare and clause.lemma not in ("tun", "haben", "sein") and clause.copula is None


def is_meeting(noun: Token) -> bool:
    """Whether it is a meeting or visit, for which there is a day."""
    return any(in_class(noun, name) for name in ("meeting", "visit", "talks"))
