"""Sides that the circumstance of another event tells: for whose deed one is punished, who held those whom one
releases, against whom the protest was to which one gives way, whose fighting shall end."""

from __future__ import annotations

from collections import Counter
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import sentence
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.verdicts import teller
from lagebild.reading.events.words import in_class, lemma

_DEEDS: Final = frozenset(["ASSAULT", "COERCE", "MOBILIZE"])
#: Types of what one does to somebody because of a deed.
_ANSWERS: Final = frozenset(["SANCTION", "ACCUSE", "PROTEST"])
_HELD: Final = frozenset(["abduct", "arrest"])
#: What is seized rather than arrested, and of which state its owner or flag is.
_VESSELS: Final[tuple[str, ...]] = ("ship", "plane")
#: How often an article must tell of a person's trial to be about it, and of which share of all trials in it.
_TRIED, _MOSTLY = 3, 0.6
#: How many event mentions back those may have been taken who are released, and where the release names nobody.
_BACK, _TAKEN = 40, 10
_YIELDS: Final = frozenset(["CONCEDE", "RETREAT"])
_PRESSED: Final[tuple[str, ...]] = ("nach", "wegen", "unter", "infolge", "angesichts")
#: Nouns that say that the deed in their genitive shall stop.
_ENDS: Final = frozenset(["Ende", "Beendigung", "Einstellung", "Stopp", "Abbruch", "Aussetzung"])
_CALLED_FOR: Final[tuple[str, ...]] = ("zu", "nach", "um", "acc", "auf")


def circumstances(drafts: list[Draft]) -> None:
    """Fill unsaid sides of deeds and protests from the events that they explain; ``drafts`` are in text order."""
    deeds = {d.token.i: d for d in drafts if d.nominal}
    for draft in drafts:
        if draft.predicate.type in _ANSWERS and draft.sides.target and not draft.sides.mutual:
            _punished(draft, deeds)
        elif draft.predicate.type in _YIELDS and draft.sides.source:
            _pressed(draft, deeds)
        elif draft.predicate.type == "REQUEST" and draft.sides.target:
            _to_end(draft, deeds)
    for draft in drafts:
        if draft.predicate.mode == "release":
            _held(draft, drafts)


def out_of_question(drafts: list[Draft]) -> None:
    """Who says that something is out of the question refuses it: *komme nicht infrage, erklärte Rom*."""
    for draft in drafts:
        if draft.predicate.type != "REJECT" or draft.predicate.frame.source != ("für",) or draft.sides.source:
            continue
        by = teller(draft.token)
        if by is not None:
            draft.sides.source.append(by)
            draft.note("sides:who-says-so", draft.token)


def tried_for(drafts: list[Draft]) -> None:
    """In an article on the trial of one person, violence without a doer is what he is tried for: *der Prozess gegen
    den General … 300 Bewohner wurden ermordet*."""
    tried = Counter(
        target
        for draft in drafts
        if draft.predicate.type == "ACCUSE" and "legal" in draft.predicate.contexts and not draft.sides.mutual
        for target in draft.sides.target
    )
    if not tried:
        return
    accused, times = tried.most_common(1)[0]
    if accused.kind != "person" or times < _TRIED or times < _MOSTLY * tried.total():
        return
    for draft in drafts:
        sides = draft.sides
        if draft.predicate.type != "ASSAULT" or sides.mutual or sides.source:
            continue
        if all(accused is not target for target in sides.target):
            sides.source.append(accused)
            draft.note("sides:tried-for-it", draft.token)


def _punished(answer: Draft, deeds: dict[int, Draft]) -> None:
    """*verhängte wegen der Besetzung Kuwaits Sanktionen gegen den Irak*: it was Iraq's deed."""
    for head in answer.slots.get("wegen"):
        deed = deeds.get(head.i)
        if deed is not None and deed.predicate.type in _DEEDS and not deed.sides.source:
            _take(deed.sides.source, answer.sides.target, deed.sides.target)
            deed.note("sides:punished-for-it", answer.token)


def _pressed(yielding: Draft, deeds: dict[int, Draft]) -> None:
    """*Nach Protesten gab die Regierung nach*: they were against the government."""
    for slot in _PRESSED:
        for head in yielding.slots.get(slot):
            protest = deeds.get(head.i)
            if protest is not None and protest.predicate.type == "PROTEST" and not protest.sides.target:
                _take(protest.sides.target, yielding.sides.source, protest.sides.source)
                protest.note("sides:gave-way-to-it", yielding.token)


def _to_end(demand: Draft, deeds: dict[int, Draft]) -> None:
    """*rief beide Seiten zu einem Ende der Kämpfe auf*: it is they who fight."""
    for slot in _CALLED_FOR:
        for head in demand.slots.get(slot):
            inner = noun_phrases.genitive(head) if lemma(head) in _ENDS else None
            deed = deeds.get(inner.i) if inner is not None else None
            if deed is not None and not deed.sides.source:
                _take(deed.sides.source, demand.sides.target, deed.sides.target)
                deed.note("sides:who-shall-end-it", demand.token)


def freed(drafts: list[Draft]) -> None:
    """Who is released was held by whoever took him before: *entführten den Direktor … kam er frei*."""
    for at, draft in enumerate(drafts):
        sides = draft.sides
        if draft.predicate.mode != "release" or sides.mutual:
            continue
        above = draft.content_of
        # Who calls for *ihre Freilassung* is free.
        asker = above.sides.source if above is not None and above.predicate.type == "REQUEST" else []
        if not others(sides.target, asker):
            _whom(draft, drafts[max(0, at - _TAKEN) : at])
        if not sides.source:
            _by_whom(draft, drafts[max(0, at - _BACK) : at])


def freed_there(drafts: list[Draft]) -> None:
    """The same of a release whose sentence tells that he was taken first, once the soil has told by whom: *wurde in Wien
    festgenommen und wieder freigelassen*."""
    for at, draft in enumerate(drafts):
        sides = draft.sides
        if draft.predicate.mode == "release" and not draft.nominal and sides.target and not sides.source:
            within = sentence(draft.token)
            _by_whom(draft, [d for d in drafts[max(0, at - _BACK) : at] if d.token.i in within])


def _by_whom(draft: Draft, before: list[Draft]) -> None:
    sides = draft.sides
    for told in reversed(before):
        if told.predicate.mode not in _taking(draft) or not told.sides.source or told.sides.mutual:
            continue
        both = sides.target and told.sides.target
        if both and all(a is not b for a in sides.target for b in told.sides.target):
            continue
        sides.source.extend(others(told.sides.source, sides.target))
        draft.note("sides:who-took-them", told.token)
        return


def _taking(release: Draft) -> frozenset[str]:
    """The modes of the deeds that a release ends; ships and planes are seized."""
    heads = [*release.slots.get("acc"), *release.slots.get("gen")]
    return _HELD | {"seize"} if any(in_class(head, *_VESSELS) for head in heads) else _HELD


def _whom(release: Draft, before: list[Draft]) -> None:
    """A release that names nobody is of those taken last by the same power: *nahm Aktivisten fest … ihre Freilassung*,
    *beschlagnahmte griechische Tanker … die Schiffe freizugeben*."""
    own = {a.country for a in release.sides.source}
    for told in reversed(before):
        sides = told.sides
        same = not own or not sides.source or own & {a.country for a in sides.source}
        new = others(sides.target, release.sides.source)
        if told.predicate.mode in _taking(release) and not sides.mutual and same and new:
            release.sides.target = new
            release.note("sides:whom-they-took", told.token)
            return


def _held(release: Draft, drafts: list[Draft]) -> None:
    """*ließ zwei entführte Soldaten frei*: who lets them go had abducted them; and who holds them lets them go: *die
    Freilassung der Soldaten, die Bamako verhaftet hatte*."""
    for draft in drafts:
        told = draft.predicate.mode in _HELD and not draft.nominal
        if not told or sentence(draft.token).start != sentence(release.token).start:
            continue
        if not any(a is b for a in draft.sides.target for b in release.sides.target):
            continue
        if draft.clause is None and not draft.sides.source:
            _take(draft.sides.source, release.sides.source, draft.sides.target)
            draft.note("sides:who-releases-them", release.token)
        elif release.nominal and not release.sides.source and draft.sides.source:
            _take(release.sides.source, draft.sides.source, release.sides.target)
            release.note("sides:who-holds-them", draft.token)


def _take(found: list[ActorFound], more: list[ActorFound], known: list[ActorFound]) -> None:
    found.extend(others(more, (*found, *known)))
