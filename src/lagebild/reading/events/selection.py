"""Which drafts are news: not sport, not private life, not a setting, not a deed that nothing ties to a power."""

from __future__ import annotations

from collections import Counter
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.finished import place_of
from lagebild.reading.events.harm import HARM, attacks_of, told_again
from lagebild.reading.events.lists import named_powers, states_or_bodies
from lagebild.reading.events.sides import Places
from lagebild.reading.events.soil import on_its_soil
from lagebild.reading.events.words import classes_of, in_class, preposition

_WHEN: Final = frozenset(["in", "seit", "vor", "nach", "während", "bei"])
_CASES: Final = frozenset(["acc", "dat", "gen", "acc.gen", "dat.gen"])
_NOUNS: Final = frozenset(["NN", "NE", "FM"])
#: Words for a war that do not say which: as a setting, *nach dem Krieg*, they tell of none.
_WARS: Final = frozenset(["Krieg"])
#: Types of deeds that people without office do all the time.
_DEALINGS: Final = frozenset(["CONSULT", "SUPPORT", "AGREE", "AID", "REQUEST", "CONCEDE", "COOPERATE"])
_SPORT_SHARE: Final = 0.012
#: Types of deeds that are always somebody's who is at home where they are done.
_ROOTED: Final = frozenset(["ASSAULT", "COERCE", "PROTEST", "ACCUSE"])
#: Share of tokens that name states, their people and bodies, from which an article is about politics.
_POLITICAL_SHARE: Final = 0.055


def rooted(draft: Draft, places: Places) -> bool:
    """Whether a deed that names nobody has a side by where it was done: *nach langen Ermittlungen*, *kam es zu
    Unruhen*."""
    if draft.predicate.sides or draft.predicate.type not in _ROOTED:
        return False
    on_its_soil(draft, place_of(draft, places), places)
    return draft.held


def private(draft: Draft) -> bool:
    """Whether people known by name alone deal with one another, without office or cause: *traf Anna bei einem Kurs*."""
    if draft.predicate.type not in _DEALINGS:
        return False
    if any(in_class(head, "leader", "official") for head in draft.slots.get("subj")):
        return False  # *der Abgeordnete der Freiheit, Jan Nowak,*
    sides = [*draft.sides.source, *draft.sides.target]
    return bool(sides) and all(
        actor.kind == "person"
        and not actor.role
        and not actor.sector
        and not classes_of(actor.name.split()[-1])
        for actor in sides
    )


def political(doc: Words) -> bool:
    """Whether so much of the article is about states and their bodies that a deed without sides is theirs too."""
    named = named_powers(doc)
    return len(named) > _POLITICAL_SHARE * len(doc) and len(states_or_bodies(named)) > 1


def plain(draft: Draft, among_states: bool) -> bool:
    """Whether the predicate asks for no sides, and its verb's preposition, where it needs one, is there.

    Verbs of moving troops tell of some only ``among_states``: not *die Mehrheit ist gesichert*.
    """
    if draft.predicate.sides:
        return False
    if draft.predicate.type == "MOBILIZE" and not draft.nominal and not among_states:
        return False
    target = draft.predicate.frame.target
    if draft.nominal or not target or draft.predicate.frame.mutual or set(target) & _CASES:
        return True
    return bool(draft.predicate.tests) or any(draft.slots.get(name) for name in target)


def first_of_each(drafts: list[Draft]) -> list[Draft]:
    """One draft for each predicate token."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        found.setdefault(draft.token.i, draft)
    return list(found.values())


def muted(doc: Words) -> set[int] | None:
    """Starts of the sentences in which sport and the like are told; None when all of the article is."""
    marks: Counter[int] = Counter()
    subjects: Counter[str] = Counter()
    table = lexicon.suppressors()
    for i, tag in enumerate(doc.tags):
        if tag not in _NOUNS:
            continue
        subject = table.get(doc.lemmas[i]) or table.get(doc.words[i])
        if subject is not None:
            marks[doc.sentences[i].start] += {"sport": 1, "match": 2}.get(subject, 0)
            subjects["sport" if subject == "match" else subject] += 1
    if subjects["sport"] > 2 and subjects["sport"] > _SPORT_SHARE * len(doc):
        return None
    return {start for start, n in marks.items() if n >= 2}


def counted(drafts: list[Draft]) -> list[Draft]:
    """Without what is no event of its own: war as a repeated setting, deaths that an attack beside them explains,
    and contracts that are only cited."""
    kept: list[Draft] = []
    explained: list[Draft] = []
    attacks = {d.token.i: d for d in drafts if d.nominal and d.predicate.type == "ASSAULT"}
    # *ein Selbstmordanschlag mit einer Autobombe* is one attack.
    means = {head.i for i, d in attacks.items() for head in d.slots.get("mit") if head.i != i}
    war_told = False
    for draft in drafts:
        if draft.nominal and draft.predicate.text.lower().endswith("krieg"):
            sides = [*draft.sides.source, *draft.sides.target]
            if _setting(draft.token) and (war_told or (not sides and draft.predicate.text in _WARS)):
                continue
            war_told = True
        if draft.token.i in means:
            continue
        if draft.predicate.text in HARM and (
            attacks_of(draft, attacks) or told_again(draft, [*kept[-1:], *explained[-1:]])
        ):
            explained.append(draft)
            continue
        if draft.nominal and draft.predicate.type in ("SUPPORT", "AGREE") and _cited(draft.token):
            continue
        kept.append(draft)
    return kept


def _setting(noun: Token) -> bool:
    case = noun_phrases.preposition(noun)
    return case is not None and preposition(case) in _WHEN


def _cited(noun: Token) -> bool:
    case, head = noun_phrases.preposition(noun), noun.head
    if case is not None and case.lower_ in ("laut", "gemäß", "zufolge", "nach"):
        return True
    return head.i < noun.i and in_class(head, "breach")  # *der Verstoß gegen das Abkommen*
