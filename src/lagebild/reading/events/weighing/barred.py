"""Who has no part in an event whatever the weights say, as grammar says so."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.swapped import is_swapped
from lagebild.reading.events.weighing.scene import Scene, power_of
from lagebild.reading.events.words import noun_predicates

#: Words before the name of where something is done, or ends, by the mode or type of event.
_WHERE: Final = {
    "ASSAULT": frozenset(["in", "im"]),
    "deport": frozenset(["nach"]),
    "withdraw": frozenset(["aus"]),
}
#: Words before those who are named beside who acts.
_BESIDES: Final = frozenset(["neben", "außer", "wie"])
#: What only a state does on its own soil.
_BY_STATES: Final = frozenset(["execute"])


def is_barred(draft: Draft, actor: ActorFound, power: str, scene: Scene, begin: int, acts: bool) -> bool:
    """Whether an actor, which counts as the power, has no part in an event of the sentence that begins at a token: who
    speaks of a deed does not do it; nor does who is named only to say that it was another, or as a place."""
    if not draft.may_have(actor, acts):
        return True
    if not acts and _accuses(draft, power):
        return True
    named = scene.within(power, begin)
    sides = draft.sides
    if acts and not named and sides.source and not sides.mutual:
        return True  # who does it is said: nobody whom the sentence does not name does it, too
    if named and all(is_swapped(scene.doc, start) or _is_compared(scene.doc, start) for start, _ in named):
        return True
    if not acts and any(deed.predicate.by_force for deed in draft.blames):
        return bool(named) and all(_stands_in(scene.doc, start) for start, _ in named)
    if not acts and draft.predicate.type == "REQUEST":
        return bool(named) and all(_to_be_left(scene.doc, start) for start, _ in named)
    return acts and _is_place(draft, named, scene)


def _accuses(draft: Draft, power: str) -> bool:
    """Whether it is who accuses others of the deed, which need not have befallen him: *Lima warf Israel Gewalt vor*."""
    by = draft.spoken_of_by
    if by is None or by.predicate.type != "ACCUSE":
        return False
    return any(power_of(actor) == power for actor in by.sides.source)


def _to_be_left(doc: Words, start: int) -> bool:
    """Whether a withdrawal from there is asked for, of whoever it is: *forderte den Abzug aus dem Irak*."""
    case = _case_before(doc, start)
    if case < 1 or doc.lowers[case] not in _WHERE["withdraw"]:
        return False
    return any(p.mode == "withdraw" for p in noun_predicates(doc.words[case - 1], doc.lemmas[case - 1])[0])


def _case_before(doc: Words, start: int) -> int:
    """Where the preposition of the name that begins at the token would stand: before its article."""
    return start - 2 if start and doc.tags[start - 1] == "ART" else start - 1


def _stands_in(doc: Words, start: int) -> bool:
    """Whether the name only says where something is: *verurteilte den Angriff auf Helfer im Libanon*."""
    return start > 0 and doc.lowers[start - 1] in _WHERE["ASSAULT"]


def _is_compared(doc: Words, start: int) -> bool:
    """Whether what is told is told of another besides: *Neben den USA verurteilte auch Frankreich den Angriff*."""
    case = _case_before(doc, start)
    return case >= 0 and doc.lowers[case] in _BESIDES


def _is_place(draft: Draft, named: list[tuple[int, int]], scene: Scene) -> bool:
    """Whether the state is where somebody was attacked, *In Mali wurde ein Franzose getötet*, where people are taken to,
    *die Abschiebung nach Tunesien*, or what troops leave, *der Abzug aus dem Irak*."""
    before = _WHERE.get(draft.predicate.mode or "") or _WHERE.get(draft.predicate.type)
    if before is None or not named or draft.predicate.mode in _BY_STATES:
        return False
    cases = [_case_before(scene.doc, start) for start, _ in named]
    return all(case >= 0 and scene.doc.lowers[case] in before for case in cases)
