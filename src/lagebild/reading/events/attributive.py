"""Events told by a participle before its noun: *die von Moskau besetzte Krim*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.draft import Draft, choose
from lagebild.reading.events.frames import Sides, verb_sides
from lagebild.reading.events.predicates import Predicate
from lagebild.reading.events.sides import Places
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.words import (
    in_class,
    is_citizen,
    lemma,
    noun_predicates,
    participle_verb,
    preposition,
)

#: Types of deeds that a participle tells of with no side named.
_MATERIAL: Final = frozenset(["COERCE", "SANCTION", "RETREAT"])
#: Types of deeds of two sides of which one may do its part alone: *die von Kiew bestellten Panzer*, *der von Rom
#: unterzeichnete Vertrag*.
_ON_PAPER: Final = frozenset(["COOPERATE", "SUPPORT"])
#: Words that the phrase of a participle may have before it.
_REACH: Final = 8
#: Who is hurt is told of behind the deed, by the noun: *25 verletzte Teilnehmer*.
_HURT: Final = frozenset(["verletzen", "verwunden"])
#: Modes of what the law does to somebody, and of letting go.
_SPARED: Final = frozenset(["convict", "release"])


def participle_drafts(doc: Words, places: Places) -> Iterator[Draft]:
    """Events told by a participle before its noun: *die von Moskau besetzte Krim*."""
    verbs = lexicon.verbs()
    finite = {clause.predicate.i for clause in doc._.clauses if _has_subject_before(clause)}
    for i, tag in enumerate(doc.tags):
        verb = participle_verb(doc.words[i]) if tag == "ADJA" and i not in finite else ""
        entries = verbs.get(verb, ())
        if not entries:
            continue
        token, noun = doc[i], _noun_of(doc, i)
        if noun is None:
            continue
        options: list[tuple[Predicate, Sides]] = []
        slots = _participle_slots(token, noun, False)
        beside: dict[int, list[Token]] = {}
        for predicate in entries:
            fixed = _fixed_before(predicate, token)
            if fixed is None or predicate.reflexive:
                continue
            beside[id(predicate)] = fixed
            around = _participle_slots(token, noun, True) if _intransitive(predicate) else slots
            if _tests_hold(predicate, around):
                options.append((predicate, verb_sides(predicate.frame, around, places)))
        chosen = choose(options)
        if chosen is not None and _meets_nobody(*chosen):
            continue  # *das von einem Sturm getroffene Mosambik* meets nobody
        again = chosen is not None and _says_again(noun, chosen[0]) and not _signed(chosen[0])
        if again or (chosen is not None and verb in _HURT and not chosen[1].source):
            continue
        if chosen is not None and (
            chosen[1].source
            or _free(chosen[0])
            or chosen[0].fixed
            or _befalls_somebody(*chosen)
            or _done_to_such(chosen[0])
            or _signed(chosen[0])
        ):
            yield Draft(chosen[0], token, [*beside[id(chosen[0])], token], slots, chosen[1], None)


def _noun_of(doc: Words, i: int) -> Token | None:
    """The noun that the participle stands before, whatever the tree hangs it on."""
    head = doc[i].head
    if head.i > i and head.pos_ in ("NOUN", "PROPN"):
        return head
    behind = doc[i + 1] if i + 1 < len(doc) else None
    return behind if behind is not None and behind.tag_ in ("NN", "NE") else None


def _has_subject_before(clause: Clause) -> bool:
    """Whether its verb is one whatever the tagger says: *Das Gericht verurteilte General Meier*."""
    subject = clause.subject
    return subject is not None and subject.tag_ in ("NN", "NE") and subject.i < clause.predicate.i


def _fixed_before(predicate: Predicate, token: Token) -> list[Token] | None:
    """The fixed words in the participle's own phrase: *der per Haftbefehl gesuchte General*; None if one is missing."""
    phrase = token.doc.tokens[_phrase_start(token) : token.i] if predicate.fixed else ()
    found: list[Token] = []
    for word in predicate.fixed:
        low = word.lower()
        fitting = [t for t in phrase if low in (t.lower_, lemma(t).lower(), preposition(t))]
        if not fitting:
            return None
        found.append(fitting[-1])
    return found


def _meets_nobody(predicate: Predicate, sides: Sides) -> bool:
    meeting = sides.mutual and predicate.type not in _ON_PAPER
    return meeting and len(sides.source) < 2 and not _free(predicate)


def _says_again(noun: Token, predicate: Predicate) -> bool:
    """Whether the noun behind it tells the same deed: *der von Rebellen verübte Anschlag*."""
    return any(p.type == predicate.type for p in noun_predicates(noun.text, lemma(noun))[0])


def _befalls_somebody(predicate: Predicate, sides: Sides) -> bool:
    """*der gestürzte Präsident*, *die freigelassene Geisel*: what the noun behind the participle suffered or was spared.

    Of a convict the text says for what, or what country he is of: *die verurteilte britische Lehrerin*.
    """
    unsaid = predicate.mode == "convict" and any(test.slot == "acc" for test in predicate.tests)
    if unsaid and all(a.country is None for a in sides.target):
        return False
    spared = predicate.mode in _SPARED
    return (predicate.by_force or spared) and any(a.kind != "state" for a in sides.target)


def _free(predicate: Predicate) -> bool:
    """Whether it is an event even where nobody is named: *die vereinbarten Hilfslieferungen*."""
    return "free" in predicate.sides


def _done_to_such(predicate: Predicate) -> bool:
    """*das ausgesetzte Hilfsprogramm*: the noun is of the kind that the line asks for, and no side need be named."""
    return (
        predicate.type in _MATERIAL
        and not predicate.sides
        and any(test.wanted and test.slot == "acc" for test in predicate.tests)
    )


def _signed(predicate: Predicate) -> bool:
    """*der in Prag unterzeichnete Vertrag*: a treaty has its sides, whether they are named or not."""
    return predicate.type == "SUPPORT" and predicate.frame.mutual and "side" not in predicate.sides


def _intransitive(predicate: Predicate) -> bool:
    """Whether the noun before which the participle stands is who acts: *der zurückgetretene Minister*."""
    named = (*predicate.frame.target, *(test.slot for test in predicate.tests))
    return predicate.frame.source[:1] == ("subj",) and not any(slot.startswith("acc") for slot in named)


def _tests_hold(predicate: Predicate, slots: Slots) -> bool:
    """Slot tests of an attribute: only classes of nouns, as no clause stands around it."""
    for test in predicate.tests:
        held = any(
            name == "any"
            or in_class(head, name)
            or (name in ("actor", "place", "individual") and head.i in slots.doc._.actor_at)
            or (name == "citizen" and is_citizen(head))
            for head in slots.get(test.slot)
            for name in test.classes
        )
        if held != test.wanted:
            return False
    return True


def _participle_slots(token: Token, noun: Token, acting: bool) -> Slots:
    """The slots of an attribute; ``acting``: even as past participle its noun is who acts."""
    slots = Slots(token.doc)
    present = token.lower_.rstrip("nrsme").endswith("end") or "end" in token.lower_[-4:]
    slots.add("subj" if present or acting else "acc", noun)
    for i in range(_phrase_start(token), token.i):
        case = token.doc[i]
        if case.tag_ not in ("APPR", "APPRART"):
            continue
        name = preposition(case)
        head = case.head if case.head.i > case.i else token.doc[min(case.i + 1, token.i)]
        if head.i < token.i:
            slots.add("subj" if name in ("von", "durch") and not present else name, head)
    return slots


def _phrase_start(token: Token) -> int:
    """Where the participle's own phrase can begin: behind the article or the preposition of its noun."""
    start = token.i
    while start > sentence(token).start and token.i - start < _REACH:
        before = token.doc[start - 1]
        if token.doc[start].tag_ == "ART" and before.tag_ != "APPR" and not _joined(token, start):
            break  # but *die von der Armee getöteten Bauern*
        if before.tag_ in ("APPR", "APPRART") and before.head.i >= token.i:
            break
        start -= 1
    return start


def _joined(token: Token, article: int) -> bool:
    """Whether the article begins a second name in the participle's phrase: *das von Iran und den USA verfasste Papier*."""
    inside = token.doc.tags[article + 1 : token.i]
    return (
        token.doc.tags[article - 1] == "KON"
        and ("NN" in inside or "NE" in inside)
        and not any(tag in ("APPR", "APPRART") for tag in inside)
    )
