"""Which words of a phrase say whose the thing is: genitives, possessives, *von* and *aus*, makers, borders."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.actors import is_sole_office
from lagebild.reading.events.antecedents import possessor
from lagebild.reading.events.words import in_class, is_colleague, is_people, is_several, preposition

_PLACED: Final[tuple[str, ...]] = (
    "base",
    "building",
    "territory",
    "house",
    "camp",
    "place",
    "aim",
    "organisation",
    "media",
    "party",
    "convoy",
)
#: Beginnings of participles that say who leads people.
_LED: Final[tuple[str, ...]] = ("geführt", "angeführt", "geleitet", "gesteuert", "befehligt", "kontrolliert")


def owners(head: Token) -> list[Token]:
    """The words inside the phrase of `head` that may name its owner, the likeliest first."""
    if in_class(head, "border") and (behind := _behind_border(head)):
        found = behind
    else:
        genitive = noun_phrases.genitive(head) or noun_phrases.name_behind(head)
        found = [*([genitive] if genitive is not None else []), *_from_whom(head)]
    if is_colleague(head):
        found += _behind_from(head)
    else:
        found += [possessor(child) for child in head.children if child.tag_ in ("PPOSAT", "PRELAT")]
    return found + _makers(head)


def _from_whom(head: Token) -> list[Token]:
    """*die Truppen aus dem Tschad*, *das Lager für Flüchtlinge*, *die Kritik aus Berlin und Paris*."""
    by = ("von", "aus", "für") if in_class(head, "camp", "shelter") else ("von", "aus")
    suffering = head.dep_ == "nsubj:pass" and is_people(head)
    return [
        name
        for case, noun in noun_phrases.attributes(head)
        for name in (noun_phrases.conjuncts(noun) if case.lower_ == "aus" else [noun])
        # *wurde die Frau von Soldaten entführt*: they are no owners, whatever the parser says.
        if preposition(case) in by
        and not (suffering and case.lower_ == "von" and is_people(noun) and not _before_finite(head, noun))
    ]


def _before_finite(head: Token, noun: Token) -> bool:
    """Whether both stand before the finite verb of a main clause, one phrase: *Ein Freund von Meier wurde …*."""
    verb = head.head
    finite = next((child.i for child in verb.children if child.tag_ == "VAFIN"), verb.i)
    return head.i < noun.i < finite < verb.i


def _behind_border(border: Token) -> list[Token]:
    """The state behind it, whatever the parser hung it on: *an der Grenze zum Sudan*. Who comes near it comes near them."""
    at, stop = border.i + 1, min(sentence(border).stop, border.i + 5)
    if at >= stop or preposition(border.doc[at]) not in ("zu", "mit"):
        return []
    return [border.doc[i] for i in range(at + 1, stop) if border.doc[i].tag_ == "NE"][:1]


def _behind_from(head: Token) -> list[Token]:
    """The name behind *aus* right after the noun, whatever the parser hung it on: *seinen Kollegen aus Ankara*."""
    at = head.i + 2
    found = at < sentence(head).stop and head.nbor(1).lower_ == "aus" and head.doc[at].tag_ == "NE"
    return [head.doc[at]] if found else []


def attributes(head: Token) -> list[tuple[Token, Token]]:
    """The prepositional attributes; one right behind the noun also where the parser gave it to the verb."""
    found = noun_phrases.attributes(head)
    case = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    if not found and not is_people(head) and case.tag_ in ("APPR", "APPRART") and case.head.i > case.i:
        return [(case, case.head)]
    return found


def _makers(head: Token) -> list[Token]:
    """Whose work a participle says the thing is: *die von Israel vorgeschlagene Änderung*, not *die … Gefangenen*; people
    are of those who lead them: *das von Israel geführte Bündnis*."""
    placed = stands_somewhere(head)
    return [
        noun
        for child in head.children
        if child.tag_ == "ADJA" and child.i < head.i and (not placed or child.lower_.startswith(_LED))
        for noun in child.children
        if any(case.lower_ == "von" for case in noun.children)
    ]


def stands_somewhere(head: Token) -> bool:
    """Whether it belongs to the place where it is: soldiers, posts, buildings, not *Partner in Wien*, *Minister in Wien*."""
    gathered = is_sole_office(head.text) and is_several(head)
    return (is_people(head) and not gathered) or in_class(head, *_PLACED)
