"""What a headline without a verb says of its noun: *Angriff auf Iran möglich*, *Treffen abgesagt*, *Waffenruhe in Sicht*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence
from lagebild.reading.certainty.scene import opened, preposition
from lagebild.reading.certainty.words import Governor, Modifier, words

#: Verbs that such a headline leaves out.
_LEFT_OUT: Final[tuple[str, ...]] = ("sein", "stehen", "liegen")
_NOMINAL: Final = frozenset(["NN", "NE"])


def said_of(noun: Token) -> tuple[Governor | Modifier, Token] | None:
    """The entry of what the last words say of the first noun, and the word for it."""
    part = _part(noun)
    if not part or preposition(noun) is not None or not _comes_first(noun, part):
        return None
    last = part[-1]
    if last.i <= noun.i:
        return None
    if last.tag_ in ("ADJD", "VVPP"):
        listed = words()
        modifier = listed.adjective(last.lemma_) or listed.adjective(last.lower_)
        if modifier is not None:
            known = modifier.predicative and modifier.affirmed not in ("hearsay", "CT+")
            return (modifier, last) if known else None
        governor = listed.verbs.get((last.lemma_, "obj")) if last.tag_ == "VVPP" else None
        return (governor, last) if governor is not None and governor.kind != "factive" else None
    return _by_phrase(last, noun)


def readiness(noun: Token) -> Token | None:
    """The adjective that ends a headline and has the noun by its preposition: *Hamas zu Freilassung der Geiseln bereit*."""
    part = _part(noun)
    return part[-1] if part and part[-1].tag_ == "ADJD" and part[-1].i > noun.i else None


def _part(noun: Token) -> list[Token]:
    """The words around the noun between two marks; none where one of them is a verb."""
    doc, within = noun.doc, sentence(noun)
    begin, end = noun.i, noun.i + 1
    while begin > within.start and not doc.tags[begin - 1].startswith("$"):
        begin -= 1
    while end < within.stop and not doc.tags[end].startswith("$"):
        end += 1
    part = doc.tokens[begin:end]
    return [] if any(t.tag_.endswith(("FIN", "IMP", "INF", "IZU")) for t in part) else part


def _comes_first(noun: Token, part: list[Token]) -> bool:
    """Whether no other noun stands before it, but one of its own: *Israels Angriff auf Iran möglich*."""
    return all(t.tag_ not in _NOMINAL or t.head == noun for t in part if t.i < noun.i)


def _by_phrase(last: Token, noun: Token) -> tuple[Governor, Token] | None:
    """The entry of a phrase of preposition and noun: *in Sicht*, *vom Tisch*, *in weiter Ferne*."""
    case = preposition(last) if last.tag_ == "NN" else None
    if case is None or case[1].i <= noun.i:
        return None
    phrase = f"{opened(case[1])}_{last.lemma_.lower()}"
    found = (words().verbs.get((f"{verb}_{phrase}", "subj")) for verb in _LEFT_OUT)
    entry = next((e for e in found if e is not None), None)
    return (entry, last) if entry is not None else None
