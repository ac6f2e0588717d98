"""What attacks, arrests and meetings did, told by a verb beside their noun: both have the sides that either names."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Words
from lagebild.reading.events.crowd import is_anybody
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.words import word_in_class

#: Verbs of what an attack does to people.
HARM: Final = {"töten", "verletzen", "verwunden", "ums Leben bringen", "zerstören", "erschießen", "erstechen"}
#: What a bomb does, but also gas: an attack only where the article tells of one.
_BLASTS: Final = frozenset(["Explosion", "Detonation"])
#: How often an article must name natural forces for deaths without a doer to be theirs.
_HAZARDS: Final = 3
#: Verbs of what those suffer whom an attack befell.
_DYING: Final = frozenset(["sterben", "umkommen"])
_DIED: Final = "sides:who-died-of-it"
#: What begins the clause of the attack in which people are hurt: *wurden getötet, als Soldaten das Feuer eröffneten*.
_WHEN: Final = frozenset(["als", "nachdem", "weil"])
#: Verbs of taking a place after a fight with those who held it.
_CONQUEST: Final = frozenset(["einnehmen", "erobern", "zurückerobern"])
#: Modes of captivity, and sectors of those who hold captives rather than are some.
_HELD, _ARMED = frozenset(["arrest", "abduct"]), frozenset(["REB", "UAF"])
#: Where the noun stands that frames what a verb of its own type tells: *bei einer Razzia festnehmen*.
_FRAMING: Final = {"COERCE": "bei", "CONSULT": "zu"}


def explain(drafts: list[Draft], places: Places) -> None:
    """An attack has the sides of what it did: *bei einem Luftangriff töteten die USA den General*.

    So have a raid those of its arrests, a meeting those of its guests, and help those of who stops it.
    """
    nouns = {d.token.i: d for d in drafts if d.nominal}
    for noun in nouns.values():
        _held_by(noun)
    attacks = {i: d for i, d in nouns.items() if d.predicate.type == "ASSAULT"}
    _victims(attacks, places)
    _under_fire(drafts, places)
    for at, draft in enumerate(drafts):
        if draft.predicate.text in HARM:
            _goes_on(draft, drafts[:at], places)
            for attack in attacks_of(draft, attacks):
                _take_sides(attack, draft)
        for head in draft.slots.get("nach") if draft.predicate.text in _CONQUEST else ():
            if head.i in attacks and attacks[head.i].sides.mutual:
                _take_sides(attacks[head.i], draft)
        for head in draft.slots.get("acc") if draft.predicate.type == "SANCTION" else ():
            if head.i in nouns and nouns[head.i].predicate.type in ("AID", "COOPERATE"):
                _take_sides(nouns[head.i], draft)
        slot = "" if draft.nominal or draft.predicate.reflexive else _FRAMING.get(draft.predicate.type, "")
        for head in draft.slots.get(slot):
            event = nouns.get(head.i)
            if event is not None and event.predicate.type == draft.predicate.type and not event.sides.target:
                _take_sides(event, draft)


def _held_by(draft: Draft) -> None:
    """*in Gefangenschaft der Hamas*: armed groups own captivity as those who hold others."""
    sides = draft.sides
    if draft.predicate.mode not in _HELD or sides.source or not sides.target or sides.mutual:
        return
    if draft.slots.get("gen") and all(a.kind == "group" and a.sector in _ARMED for a in sides.target):
        sides.source, sides.target = sides.target, []


def without_hazards(drafts: list[Draft], doc: Words) -> list[Draft]:
    """Without what a storm or flood did, in an article about one, and without blasts where nobody attacks."""
    drafts = _without_accidents(drafts)
    harms = [d for d in drafts if d.predicate.text in HARM and not d.sides.source]
    if not harms:
        return drafts
    attacks = sum(d.nominal and d.predicate.type == "ASSAULT" for d in drafts)
    nouns = (lemma for lemma, tag in zip(doc.lemmas, doc.tags, strict=True) if tag == "NN")
    hazards = sum(word_in_class(noun, "hazard") for noun in nouns)
    if hazards < _HAZARDS or hazards <= attacks:
        return drafts
    return [d for d in drafts if all(d is not harm for harm in harms)]


def _without_accidents(drafts: list[Draft]) -> list[Draft]:
    blasts = [d for d in drafts if d.nominal and d.predicate.text in _BLASTS]
    harmless = HARM | _BLASTS
    if not blasts or any(d.predicate.type == "ASSAULT" and d.predicate.text not in harmless for d in drafts):
        return drafts
    return [d for d in drafts if all(d is not blast for blast in blasts)]


def _victims(attacks: dict[int, Draft], places: Places) -> None:
    """An attack befell those who died of it: *bei dem Anschlag starben drei Soldaten der Nato*."""
    for at, attack in attacks.items():
        clause, sides = attack.clause, attack.sides
        if clause is None or not _dying(clause) or sides.target or sides.mutual:
            continue
        slots = places.slots_of(clause)
        if any(head.i == at for name in ("bei", "durch", "in") for head in slots.get(name)):
            sides.target.extend(others(actors_of(slots, "subj", places), sides.source))
            attack.note(_DIED, clause.predicate)


def _under_fire(drafts: list[Draft], places: Places) -> None:
    """Who attacks in the clause beside it has hurt them, and has attacked them: *wurden getötet, als Soldaten schossen*,
    *Zwei Bauern starben, nachdem Soldaten das Feuer eröffnet hatten*."""
    harms = {
        id(d.clause): d
        for d in drafts
        if d.predicate.text in HARM and d.clause is not None and d.clause.voice != "active"
    }
    for attack in drafts:
        clause, sides = attack.clause, attack.sides
        if attack.predicate.type != "ASSAULT" or not sides.source or sides.mutual:
            continue
        if clause is None or clause.relation != "adverbial" or clause.marker is None or clause.parent is None:
            continue
        if clause.marker.lower_ not in _WHEN:
            continue
        harm = harms.get(id(clause.parent))
        if harm is not None:
            _hurt_in(harm, attack, places)
        elif _dying(clause.parent) and not sides.target:
            slots = places.slots_of(clause.parent)
            sides.target.extend(others(actors_of(slots, "subj", places), sides.source))
            attack.note("sides:who-died-under-it", clause.parent.predicate)


def _hurt_in(harm: Draft, attack: Draft, places: Places) -> None:
    if harm.sides.source or harm.sides.mutual:
        return
    _befell(harm, attack, places)
    victims, struck = harm.sides.target, attack.sides.target
    if struck and {a.country for a in victims}.isdisjoint({a.country for a in struck}):
        return  # *Ein Arzt aus Rom wurde verletzt, als Soldaten Rebellen angriffen*
    harm.sides.source.extend(others(attack.sides.source, victims))
    harm.note("sides:of-the-attack-beside", attack.token)
    if not struck:
        struck.extend(others(victims, attack.sides.source))
        attack.note("sides:of-its-verb", harm.token)


def _dying(clause: Clause) -> bool:
    """*starben*, *kamen ums Leben*."""
    if clause.lemma == "kommen":
        words = clause.predicate.doc.lowers
        return any(words[i] == "ums" and words[i + 1 : i + 2] == ["leben"] for i in clause.tokens)
    return clause.lemma in _DYING


def _goes_on(harm: Draft, before: list[Draft], places: Places) -> None:
    """*Dabei wurden zehn Menschen getötet*: by whoever attacked in the event told right before."""
    told = before[-1] if before else None
    if told is None or harm.sides.source or told.sides.mutual or told.predicate.type != "ASSAULT":
        return
    if any(head.lower_ == "dabei" for head in harm.slots.get("bei")) and harm.follows(told):
        _befell(harm, told, places)
        harm.sides.source.extend(others(told.sides.source, harm.sides.target))
        harm.note("sides:of-the-attack-before", told.token)


def _befell(harm: Draft, told: Draft, places: Places) -> None:
    """Of whose country the attack says they are, those of whom nothing more is said: *ein Dorf in Mali … Menschen*."""
    countries = {a.country for a in told.sides.target}
    country = countries.pop() if len(countries) == 1 else None
    for head in (*harm.slots.get("subj"), *harm.slots.get("acc")) if country else ():
        people = places.crowd.of(head, country) if is_anybody(head) else None
        if people is not None:
            harm.sides.target[:] = [people]


def _take_sides(event: Draft, told: Draft) -> None:
    """Give an event the sides that it leaves unsaid from the verb that tells what was done in it."""
    sides = event.sides
    if sides.source and not sides.mutual and not sides.target:
        # *wurden bei Angriffen der Miliz getötet*: whom the attack befell, says the verb.
        sides.target.extend(others(told.sides.target, sides.source))
    if sides.source:
        return
    sides.source.extend(others(told.sides.source, sides.target))
    if not sides.target:
        (sides.source if sides.mutual else sides.target).extend(told.sides.target)
    event.note("sides:of-its-verb", told.token)


def attacks_of(harm: Draft, attacks: dict[int, Draft]) -> list[Draft]:
    heads = [head for name in ("bei", "durch", "in", "subj") for head in harm.slots.get(name)]
    return [attacks[head.i] for head in heads if head.i in attacks]


def told_again(draft: Draft, before: list[Draft]) -> bool:
    """*wurden getötet und vier verletzt*, *starben bei dem Angriff, vier wurden verletzt* is one deed."""
    clause = draft.clause
    if clause is None or clause.relation != "coordinated" or clause.parent is None:
        return False
    return any(d.clause is clause.parent and (d.predicate.text in HARM or _deadly(d)) for d in before)


def _deadly(draft: Draft) -> bool:
    return any(found.rule == _DIED for found in draft.evidence)
