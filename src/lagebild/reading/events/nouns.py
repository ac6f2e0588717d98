"""Events told by nouns, and what the verb around them says of their sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.actors import actors_of_word
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.attributes import behind, noun_slots
from lagebild.reading.events.callings import JUDGING, asks, called_to, stands_in
from lagebild.reading.events.draft import Draft, choose
from lagebild.reading.events.frames import Sides, noun_sides
from lagebild.reading.events.from_or_to import FROM_OR_TO, from_or_to
from lagebild.reading.events.lists import merge, others
from lagebild.reading.events.matching import noun_holds
from lagebild.reading.events.owned_deeds import turn
from lagebild.reading.events.participles import agent_in_order, taking_part
from lagebild.reading.events.phases import carrying, phase_of
from lagebild.reading.events.predicates import Carrier
from lagebild.reading.events.sides import Places, actors_of, phrase_actors
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.warring import warring
from lagebild.reading.events.words import in_class, lemma, noun_predicates, participle_verb, preposition

#: How many tokens behind talks their topic may begin.
_TOPIC: Final = 7
#: A word of so many letters that the tagger takes for a name may be an event all the same.
_NO_NAME: Final = 9
#: Verbs that say as what something is seen.
_CALLING: Final = frozenset(
    ["bezeichnen", "kritisieren", "verurteilen", "werten", "bewerten", "brandmarken", "begrüßen", "feiern", "würdigen",
     "loben", "beschreiben", "einstufen", "betrachten", "ansehen", "abtun", "verstehen", "darstellen", "geißeln",
     "anprangern", "rügen", "verteidigen", "rechtfertigen"]
)  # fmt: skip
_JOINING: Final = frozenset(["Beitritt", "Mitgliedschaft", "Aufnahme", "Assoziierung", "EU-Beitritt"])


def noun_drafts(doc: Words, places: Places, taken: set[int]) -> Iterator[Draft]:
    """The events of nouns that are no part of a verb's trigger (``taken``) or of a name."""
    clause_at, named = clauses_by_token(doc), doc._.actor_at
    for i, tag in enumerate(doc.tags):
        if tag not in ("NN", "NE") or i in taken or i in named:
            continue
        if tag == "NE" and (len(doc.words[i]) < _NO_NAME or places.at(doc[i]) is not None):
            continue  # *Ölembargo* that the tagger takes for a name
        entries, prefix = noun_predicates(doc.words[i], doc.lemmas[i])
        if not entries or _adverbial(doc, i):
            continue
        token = doc[i]
        clause = clause_at.get(i)
        if _outlawed(token) or _prosecution(token, clause) or _mere_name(token, clause):
            continue
        slots = noun_slots(token)
        if entries[0].type in _SOMEWHERE:
            _scene_of(slots, places)
        if not slots.get("gen") and _predicated(token, clause):
            _said_of(slots, clause.understood_subject)  # type: ignore[union-attr, arg-type]
        options = [
            (p, noun_sides(p.frame, slots, places, about=p.mode == "multilateral"))
            for p in entries
            if noun_holds(p, token, prefix, slots, places)
        ]
        chosen = choose(options)
        if chosen is not None:
            if chosen[0].type == "ASSAULT":
                warring(token, chosen[1], places)
            turn(chosen[0], chosen[1], slots, places, in_class(token, "warrant"))
            if chosen[0].type == "CONSULT" and chosen[1].mutual:
                _joined(token, chosen[1], places)
            yield Draft(chosen[0], token, [token], slots, chosen[1], clause, True, prefix)


def _prosecution(noun: Token, clause: Clause | None) -> bool:
    """*Die Anklage fordert sieben Jahre*: those who accuse, no act."""
    if noun.text not in ("Anklage", "Verteidigung") or clause is None or clause.voice != "active":
        return False
    return clause.subject is not None and clause.subject.i == noun.i and clause.predicate.tag_[:2] == "VV"


def _outlawed(noun: Token) -> bool:
    """Whether a law or treaty is made against such deeds at large: *ein Gesetz gegen Diskriminierung* tells of none."""
    case = noun_phrases.preposition(noun)
    if case is None or preposition(case) != "gegen" or noun.head.i >= noun.i:
        return False
    return in_class(noun.head, "law") or in_class(noun.head, "treaty")


def _mere_name(noun: Token, clause: Clause | None) -> bool:
    """Whether the noun only says what something is called: *kritisierte die Einigung als Kapitulation*."""
    if clause is None or clause.lemma not in _CALLING or noun.i < 2:
        return False
    start = noun.i - 1
    while start > 0 and noun.doc[start].tag_ in ("ART", "ADJA", "ADJD", "ADV"):
        start -= 1
    return noun.doc[start].lower_ == "als" and noun.doc[start].tag_ in ("KOKOM", "APPR")


def _joined(noun: Token, sides: Sides, places: Places) -> None:
    """The body that one side would join sits at the table: *Verhandlungen mit Serbien über einen Beitritt zur EU*."""
    doc = noun.doc
    for i in range(noun.i + 1, min(sentence(noun).stop, noun.i + _TOPIC)):
        topic = doc[i].head  # behind *über*, whatever the parser hung it on
        if doc[i].lower_ != "über" or topic.i < i or lemma(topic) not in _JOINING:
            continue
        joining = noun_phrases.genitive(topic)
        if joining is not None and "-" in topic.text:  # *über einen EU-Beitritt Islands*
            merge(sides.source, [*actors_of_word(doc, topic.i), *phrase_actors(joining, places)])
        for inner, body in noun_phrases.attributes(topic):
            if preposition(inner) in ("zu", "in"):
                merge(sides.source, phrase_actors(body, places))


def _predicated(noun: Token, clause: Clause | None) -> bool:
    """Whether a copula says the event of a named subject: *Es war ein Angriff* has none."""
    if clause is None or clause.predicate.i != noun.i or clause.understood_subject is None:
        return False
    return clause.understood_subject.tag_ in ("NN", "NE")


def _said_of(slots: Slots, subject: Token) -> None:
    """Put whom a copula says the event of where its doers stand; the dead are its victims, *Der Tod von zehn Bauern war ein
    Kriegsverbrechen*, and a deed has its own: *Der Angriff auf Kiew war ein Kriegsverbrechen*."""
    if in_class(subject, "death"):
        for victim in noun_phrases.owners(subject)[:1]:
            slots.add("an", victim)
    elif not noun_predicates(subject.text, lemma(subject))[0]:
        slots.add("gen", subject)


def clauses_by_token(doc: Words) -> dict[int, Clause]:
    """The innermost clause of each token."""
    found: dict[int, Clause] = {}
    for clause in (*doc._.clauses, *doc._.infinitives):
        for i in clause.tokens:
            found[i] = clause
    return found


def _adverbial(doc: Words, noun: int) -> bool:
    """Whether the noun behind its preposition is no event: *mit Hilfe*, *in der Gewalt der Entführer*, *im Gespräch*."""
    word = doc.lemmas[noun].lower()
    if word == "gespräch" and noun > 0 and doc.lowers[noun - 1] in ("im", "ins"):
        return doc.lowers[noun + 1 : noun + 2] not in (["mit"], ["zwischen"])
    if word == "gewalt":
        return any(
            doc.lowers[i] in ("in", "aus") and all(tag in _POSSESSIVE for tag in doc.tags[i + 1 : noun])
            for i in range(max(0, noun - 2), noun)
        )
    return word == "hilfe" and noun > 0 and doc.lowers[noun - 1] == "mit"


def _scene_of(slots: Slots, places: Places) -> None:
    """What happened *von Srebrenica* happened there; *Angriffe von Moskau auf Kiew* are Moscow's, as an aim is told."""
    if any(slots.get(name) for name in ("auf", "gegen", "mit")):
        return
    at = slots.doc._.actor_at
    for token in list(slots.get("von")):
        actor = at.get(token.i)
        if (
            token.tag_ == "NE"
            and places.at(token) is not None
            and (actor is None or actor.name != token.text)
        ):
            slots.heads["gen"] = [t for t in slots.get("gen") if t.i != token.i]
            slots.add("in", token)


#: Types of events that are called by where they were.
_SOMEWHERE: Final = frozenset(["ASSAULT", "PROTEST", "CONSULT"])
#: What may stand before *Gewalt* in *in seiner Gewalt*.
_POSSESSIVE: Final = frozenset(["ART", "PPOSAT", "PDAT", "PRELAT"])


#: How deep in the phrase of an event noun the noun before its relative clause may stand.
_NESTED: Final = 3
#: Prepositions of talks in which the subject takes part, and of others: *demonstrierten gegen den Gipfel*.
_OCCASIONS: Final = frozenset(["bei", "während", "auf", "nach", "vor", "anlässlich"])
_OUTSIDE: Final = frozenset(["gegen", "für", "wegen", "trotz", "ohne"])
#: Prepositions that say at whom a deed is aimed.
_AIMS: Final = frozenset(["gegen", "auf", "gegenüber"])
#: The same of what is said to somebody: *An Mali erging die Aufforderung*.
_TOLD_TO: Final = _AIMS | {"an"}
#: Verbs whose *auf* says why: *der Anschlag geht auf einen Streit zurück*.
_CAUSED: Final = frozenset(
    [
        "zurückgehen",
        "zurückführen",
        "folgen",
        "beruhen",
        "basieren",
        "reagieren",
        "hoffen",
        "warten",
        "scheitern",
    ]
)
#: Deeds that stand behind *aus* as what moves somebody to another.
_MOTIVES: Final = frozenset(
    ["Protest", "Solidarität", "Unterstützung", "Ablehnung", "Empörung", "Kritik", "Rache"]
)
_AGREED: Final = frozenset(["Absprache", "Einvernehmen", "Zusammenarbeit", "Kooperation"])
_CALLS: Final = frozenset(["aufrufen", "rufen"])


def carry_before(draft: Draft, places: Places) -> None:
    """Give an event noun who acts by the participle before it: *der von Peru erhobene Vorwurf*."""
    sides = draft.sides
    if not draft.nominal or sides.source or sides.mutual:
        return
    for child in draft.token.children:
        if child.tag_ != "ADJA" or child.i > draft.token.i:
            continue
        verbs = lexicon.carriers().get(participle_verb(child.text), ())
        if not any(carrier.slot == "acc" and carrier.role == "source" for carrier in verbs):
            continue
        for noun in child.children:
            if any(case.lower_ in ("von", "durch") for case in noun.children):
                named = phrase_actors(noun, places)
                new = others(named, sides.target)
                sides.source.extend(new)
                draft.note("sides:carrier-participle", child)
                return
    agent_in_order(draft, places)
    taking_part(draft, places)


def carry_people(draft: Draft, places: Places) -> None:
    """Give an event noun the people named by their part in it: *Teilnehmer der Proteste*, *Urheber des Anschlags*."""
    sides, head = draft.sides, draft.token.head
    if not draft.nominal or sides.source or head.i >= draft.token.i or not in_class(head, "doer"):
        return
    # Not the whole phrase: *die Veranstalter der Demonstration und die Polizei* are not at one.
    doer = draft.token.doc._.actor_at.get(head.i) or places.crowd.of(head)
    if doer is not None and all(doer is not a for a in sides.target):
        sides.source.append(doer)
        draft.note("sides:part-in-it", head)


def carry_relative(drafts: list[Draft], places: Places) -> None:
    """Give event nouns who acts by the relative clause behind them: *Morde und Gewalt, die Rebellen verübten*."""
    nouns = {d.token.i: d for d in drafts if d.nominal and not d.sides.mutual and not d.sides.source}
    for clause in drafts[0].token.doc._.clauses if nouns else ():
        entries = lexicon.carriers().get(clause.lemma, ()) if clause.relation == "relative" else ()
        if not any(carrier.slot == "acc" and carrier.role == "source" for carrier in entries):
            continue
        slots = places.slots_of(clause)
        doers = actors_of(slots, "subj", places)
        for head in slots.get("acc") if doers else ():
            for i in _meant(head, nouns):
                new = others(doers, nouns[i].sides.target)
                nouns[i].sides.source = new
                nouns[i].note("sides:carrier-relative", clause.predicate)


def _meant(head: Token, nouns: dict[int, Draft]) -> list[int]:
    """The event nouns that a relative clause on the noun tells of: its own and those joined to it, else the noun that
    it belongs to (*Gewalt gegen Kinder, die …*)."""
    for _ in range(_NESTED):
        joined = head
        while joined.dep_ == "conj" and joined.head.i < joined.i:
            joined = joined.head
        found = [t.i for t in noun_phrases.conjuncts(joined) if t.i in nouns]
        if found or head.dep_ not in ("nmod", "appos") or head.head.i > head.i:
            return found
        head = head.head
    return []


def carry(draft: Draft, places: Places) -> None:
    """Give an event noun the sides that the verb around it names: *Iran führte einen Raketentest durch*."""
    clause = draft.clause
    if not draft.nominal or clause is None or clause.predicate.i == draft.token.i:
        return
    entries = lexicon.carriers().get(carrying(clause), ())
    if clause.lemma in _CALLS and draft.predicate.type != "PROTEST":
        return  # who calls for gifts does not give them
    if clause.relation == "infinitive" and asks(clause.predicate.head):
        return  # *der Appell des Papstes, die Angriffe einzustellen*: grammar does not say who is to do it
    around, noun = places.slots_of(clause), phase_of(draft.token) or draft.token
    if clause.lemma == "erklären" and any(head.tag_ == "NN" for head in around.get("zu")):
        return  # *erklärte das Massaker zum Völkermord*
    if clause.voice == "stative" and any(carrier.slot != "acc" for carrier in entries):
        around.heads["subj"] = around.heads.pop("acc", [])  # *ist an den Angriffen beteiligt*
        around.heads.pop("dat", None)
    _directed(draft, around, places)
    if called_to(draft, noun, around, places):
        return
    meets = draft.predicate.type == "CONSULT" and (
        _during(draft.token) or _talks_of_subject(draft, clause, around)
    )
    if meets or _moved_by(draft.token):
        _apply(draft, Carrier("", "source"), around, places)
        return
    for carrier in entries:
        if carrier.role and stands_in(noun, around.get(carrier.slot)):
            _apply(draft, carrier, around, places)
            return


def _directed(draft: Draft, around: Slots, places: Places) -> None:
    """Whom the verb says that the deed is aimed at: *die Vorwürfe richten sich gegen die Armee*."""
    sides = draft.sides
    if sides.mutual or sides.target or not stands_in(draft.token, [*around.get("subj"), *around.get("acc")]):
        return
    if draft.clause is not None and draft.clause.lemma in _CAUSED:
        return
    aims = _TOLD_TO if draft.predicate.type == "REQUEST" else _AIMS
    for name in draft.predicate.frame.target:
        if name in aims and not sides.target:
            new = actors_of(around, name, places)
            sides.target.extend(others(new, sides.source))


def _talks_of_subject(draft: Draft, clause: Clause, around: Slots) -> bool:
    """Whether talks with one other side are the subject's: *erklärte sich bereit, in Gespräche mit Iran einzutreten*."""
    if behind(draft.token, _OUTSIDE) or not draft.sides.mutual or len(draft.sides.source) != 1:
        return False
    if not stands_in(draft.token, [*around.get("acc"), *around.get("dat")]):
        return True
    return all(p.type not in JUDGING for p in lexicon.verbs().get(clause.lemma, ()))


def _during(noun: Token) -> bool:
    """Whether the meeting is when or where the subject does something: *sagte bei einem Besuch in Kiew*."""
    return behind(noun, _OCCASIONS)


def _moved_by(noun: Token) -> bool:
    """Whether the deed is why or how the subject does what the clause tells: *trat aus Protest gegen den Krieg zurück*,
    *griff in Absprache mit Rom an*."""
    case = noun_phrases.preposition(noun)
    return case is not None and lemma(noun) in {"aus": _MOTIVES, "in": _AGREED}.get(preposition(case), ())


def _of_members(draft: Draft) -> bool:
    """Whether the meeting is of several office holders, of whom who speaks at it is one: *beim Treffen der Minister*."""
    kinds = [a.kind for a in draft.sides.source]
    if kinds == ["international"]:
        return bool(draft.slots.get("gen"))  # *auf einer Sitzung des Sicherheitsrats*
    return kinds == ["group"] and any(in_class(head, "leader") for head in draft.slots.get("gen"))


def _apply(draft: Draft, carrier: Carrier, around: Slots, places: Places) -> None:
    sides = draft.sides
    if carrier.role in FROM_OR_TO:
        from_or_to(draft, carrier.role, around, places)
        return
    if draft.predicate.denied:
        carrier = Carrier(carrier.slot, "source")  # who denies a deed is who is said to have done it
    named = actors_of(around, "subj", places)
    if carrier.role == "gets" and not sides.source and not sides.mutual:
        giver = next((a for slot in ("von", "aus", "durch") if (a := actors_of(around, slot, places))), [])
        sides.source.extend(others(giver, (*sides.target, *named)))
    if carrier.slot == "in" and draft.predicate.mode in ("arrest", "abduct"):
        carrier = Carrier("in", "target")  # *befindet sich in Haft*
    if carrier.role == "source" and not sides.mutual and not sides.target:
        for name in draft.predicate.frame.target:
            if name not in ("gen", "acc", "dat") and not sides.target:
                sides.target.extend(actors_of(around, name, places))
        # Whom the clause tells of has no part in the meeting during which it happens: *wurde er beim Besuch bewacht*.
        if not sides.target and draft.predicate.frame.target and carrier.slot:
            sides.target.extend(actors_of(around, "dat", places))
    clause = draft.clause
    if carrier.role == "source" and not sides.source and clause is not None and clause.voice == "passive":
        # *Folter wurde von Soldaten begangen*: the parser gave the phrase to the noun.
        sides.target = others(sides.target, named)
    new = others(named, (*sides.source, *sides.target))
    if not new:
        return
    if sides.mutual:
        if len(sides.source) < 2 and not _of_members(draft):
            sides.source[:0] = new
            draft.note("sides:carrier-verb", around.get("subj")[0])
    elif carrier.role == "source" and not sides.source:
        sides.source.extend(new)
        draft.note("sides:carrier-verb", around.get("subj")[0])
    elif carrier.role in ("target", "gets") and not sides.target:
        sides.target.extend(new)
        draft.note("sides:carrier-verb", around.get("subj")[0])
