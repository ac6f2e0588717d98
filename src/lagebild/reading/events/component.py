"""The component: drafts of verbs and nouns, their unsaid sides, one event a trigger."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from lagebild.language.columns import columns, sentence
from lagebild.language.de import noun_phrases
from lagebild.reading.analysis import EventFound, EvidenceFound, PlaceFound, Range
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.again import again, as_well, struck
from lagebild.reading.events.attributive import participle_drafts
from lagebild.reading.events.circumstances import circumstances, freed, out_of_question, tried_for
from lagebild.reading.events.clausal import clausal
from lagebild.reading.events.content import embed, share_again
from lagebild.reading.events.continued import acted_on_before, attackers, continued
from lagebild.reading.events.courts import courts, same_case
from lagebild.reading.events.deals import barter
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.harm import HARM, attacks_of, explain, told_again, without_hazards
from lagebild.reading.events.headlines import headline_talks, told_in_body
from lagebild.reading.events.lists import others
from lagebild.reading.events.makers import of_their_makers
from lagebild.reading.events.nouns import carry, carry_before, carry_people, carry_relative, noun_drafts
from lagebild.reading.events.occasions import occasions
from lagebild.reading.events.parties import outsiders
from lagebild.reading.events.phases import carry_phase
from lagebild.reading.events.rebuttals import rebut
from lagebild.reading.events.retorts import retorts
from lagebild.reading.events.sides import Places
from lagebild.reading.events.soil import at_home, judged, on_its_soil
from lagebild.reading.events.together import of_talks, together, without_interviews
from lagebild.reading.events.two_sides import two_sides
from lagebild.reading.events.unsaid import (
    about,
    blame,
    expelled,
    forces,
    rally,
    recall,
)
from lagebild.reading.events.verbs import announced, verb_drafts
from lagebild.reading.events.words import classes_of, in_class, lemma, preposition
from lagebild.reading.events.works import in_titles

#: Types of which verb and object may tell one event: *schlossen ein Bündnis*. Others are two: *stoppte die Lieferungen*.
_ALIKE = (frozenset(["AGREE", "SUPPORT", "CONSULT", "CONCEDE"]), frozenset(["COOPERATE", "AID"]))
_AT = ("in", "bei", "auf", "vor", "an", "nach", "über")
#: Nouns of what is around a place.
_NEAR = frozenset(["Nähe", "Umgebung", "Umland", "Großraum", "Zentrum", "Innenstadt", "Vorort"])
_WHEN = frozenset(["in", "seit", "vor", "nach", "während", "bei"])
_CASES = frozenset(["acc", "dat", "gen", "acc.gen", "dat.gen"])
_NOUNS = frozenset(["NN", "NE", "FM"])
#: Words for a war that do not say which: as a setting, *nach dem Krieg*, they tell of none.
_WARS = frozenset(["Krieg"])
#: Types of deeds that people without office do all the time.
_DEALINGS = frozenset(["CONSULT", "SUPPORT", "AGREE", "AID", "REQUEST", "CONCEDE", "COOPERATE"])
_SPORT_SHARE = 0.012
#: Types of deeds that are always somebody's who is at home where they are done.
_ROOTED = frozenset(["ASSAULT", "COERCE", "PROTEST", "ACCUSE"])
#: Share of tokens that name states, their people and bodies, from which an article is about politics.
_POLITICAL_SHARE = 0.055


class Events:
    """Sets ``doc._.events``: the events of the sixteen PLOVER types with trigger, sides and place.

    Reads the clauses and the actors; time, factuality and attribution are left to the certainty step.
    """

    def __init__(self) -> None:
        lexicon.verbs()
        lexicon.nouns()

    def __call__(self, doc: Doc) -> Doc:
        doc._.events = find(doc)
        return doc


def find(doc: Doc) -> list[EventFound]:
    """The events of a Doc in text order."""
    muted = _muted(doc)
    if muted is None:
        return []
    places = Places(doc)
    titles = in_titles(doc)
    drafts = [
        draft
        for draft in _drafts(doc, places)
        if sentence(draft.token).start not in muted and draft.token.i not in titles
    ]
    drafts = without_hazards(drafts, columns(doc))
    drafts.sort(key=lambda d: d.words[0].i)
    _take_up(drafts, places)
    drafts = without_interviews(drafts)
    _fill_sides(drafts, places)
    political = _political(doc)
    kept = [
        draft
        for draft in drafts
        if (draft.held or (political and _plain(draft)) or _rooted(draft, places)) and not _private(draft)
    ]
    drafts = _merge(_counted(kept))
    barter(drafts)
    return _events(drafts, places)


def _drafts(doc: Doc, places: Places) -> list[Draft]:
    """What verbs, nouns and announcements tell, each with the sides of its own sentence."""
    verbs = _first_of_each([*participle_drafts(doc, places), *verb_drafts(doc, places)])
    taken = {word.i for draft in verbs for word in draft.words if draft.held or draft.predicate.fixed}
    drafts = [*verbs, *noun_drafts(doc, places, taken)]
    return [*drafts, *announced(doc, places, drafts)]


def _take_up(drafts: list[Draft], places: Places) -> None:
    """Sides that a word for the event takes up from where it was told before: *Der Angriff …*, *die Gespräche*."""
    for draft in drafts:
        carry_before(draft, places)
        carry_people(draft, places)
        carry_phase(draft, places)
        carry(draft, places)
    carry_relative(drafts, places)
    of_talks(drafts, places)
    together(drafts, places)


def _fill_sides(drafts: list[Draft], places: Places) -> None:
    """Sides that only the events around show; each rule sees what those before it have found."""
    explain(drafts, places)
    embed(drafts)
    blame(drafts)
    circumstances(drafts)
    out_of_question(drafts, places.doc)
    occasions(drafts, places)
    clausal(drafts, places)
    forces(drafts, places)
    rally(drafts, places)
    continued(drafts)
    headline_talks(drafts)
    told_in_body(drafts)
    struck(drafts, places)
    expelled(drafts)
    recall(drafts)
    again(drafts)
    as_well(drafts)
    tried_for(drafts)
    attackers(drafts, places)
    two_sides(drafts)
    at_home(drafts, places)
    rebut(drafts)
    same_case(drafts)
    courts(drafts, places)
    freed(drafts)
    outsiders(drafts)
    about(drafts)
    of_their_makers(drafts, places)
    retorts(drafts)
    told_in_body(drafts)
    judged(drafts, places)
    acted_on_before(drafts)
    share_again(drafts)


def _rooted(draft: Draft, places: Places) -> bool:
    """Whether a deed that names nobody has a side by where it was done: *nach langen Ermittlungen*, *kam es zu
    Unruhen*."""
    if draft.predicate.sides or draft.predicate.type not in _ROOTED:
        return False
    on_its_soil(draft, _place(draft, places), places)
    return draft.held


def _private(draft: Draft) -> bool:
    """Whether people known by name alone, without office or cause, deal with one another: *traf seine Frau bei einem Kurs*."""
    if draft.predicate.type not in _DEALINGS:
        return False
    sides = [*draft.sides.source, *draft.sides.target]
    return bool(sides) and all(
        actor.kind == "person"
        and not actor.role
        and not actor.sector
        and not classes_of(actor.name.split()[-1])
        for actor in sides
    )


def _political(doc: Doc) -> bool:
    """Whether so much of the article is about states and their bodies that a deed without sides is theirs too."""
    named = [a for a in doc._.actor_at.values() if a.country or a.kind == "international"]
    return len(named) > _POLITICAL_SHARE * len(doc) and len({a.country or a.name for a in named}) > 1


def _plain(draft: Draft) -> bool:
    """Whether the predicate asks for no sides, and its verb's preposition, where it needs one, is there."""
    if draft.predicate.sides:
        return False
    target = draft.predicate.frame.target
    if draft.nominal or not target or draft.predicate.frame.mutual or set(target) & _CASES:
        return True
    return bool(draft.predicate.tests) or any(draft.slots.get(name) for name in target)


def _first_of_each(drafts: list[Draft]) -> list[Draft]:
    """One draft for each predicate token."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        found.setdefault(draft.token.i, draft)
    return list(found.values())


def _muted(doc: Doc) -> set[int] | None:
    """Starts of the sentences in which sport and the like are told; None when all of the article is."""
    marks: Counter[int] = Counter()
    subjects: Counter[str] = Counter()
    table, known = lexicon.suppressors(), columns(doc)
    for i, tag in enumerate(known.tags):
        if tag not in _NOUNS:
            continue
        subject = table.get(known.lemmas[i]) or table.get(known.words[i])
        if subject is not None:
            marks[known.sentences[i].start] += {"sport": 1, "match": 2}.get(subject, 0)
            subjects["sport" if subject == "match" else subject] += 1
    if subjects["sport"] > 2 and subjects["sport"] > _SPORT_SHARE * len(doc):
        return None
    return {start for start, n in marks.items() if n >= 2}


def _counted(drafts: list[Draft]) -> list[Draft]:
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


def _merge(drafts: list[Draft]) -> list[Draft]:
    """One event where a verb and the noun it carries tell the same: *verhängte Sanktionen*, *führte Krieg*."""
    by_clause = {id(d.clause): d for d in drafts if d.clause is not None and not d.nominal}
    kept: list[Draft] = []
    for draft in drafts:
        verb = by_clause.get(id(draft.clause)) if draft.nominal and draft.clause is not None else None
        if verb is not None and _same(draft, verb):
            verb.words = sorted([*verb.words, *draft.words], key=lambda w: w.i)
            if draft.predicate.mode != "multilateral" or not verb.sides.source:
                _complete(verb, draft)  # a conference on Kosovo is not Kosovo's
        else:
            kept.append(draft)
    return kept


def _same(noun: Draft, verb: Draft) -> bool:
    if verb.predicate.pos == "a":
        return False  # *zu Gesprächen bereit*: the talks are yet to come
    if noun.predicate.type == verb.predicate.type == "CONSULT" and any(
        head.i == noun.token.i for head in verb.slots.get("zu")
    ):
        return True  # *trafen sich zu Gesprächen*, *reiste zu einem Besuch nach …*
    tested = {slot for test in verb.predicate.tests if test.wanted for slot in (test.slot,)}
    # *beharrte auf seinen Forderungen*, but *bat auf Drängen Roms um Hilfe*
    insists = verb.predicate.type == "REQUEST" and "auf" in {*verb.predicate.frame.target, *tested}
    insisting = ("auf",) if insists else ()
    for slot in ("acc", *insisting, *sorted(tested - {"auf"})):
        if any(t.i == noun.token.i for head in verb.slots.get(slot) for t in noun_phrases.conjuncts(head)):
            if noun.predicate.type == verb.predicate.type:
                if _judges(verb.predicate) and slot not in tested:
                    return False  # *kritisierte das Verfahren*, *begrüßte die Anerkennung*
                return slot != "gegen" or not _done_by_other(noun, verb)
            return slot in tested and any(
                {noun.predicate.type, verb.predicate.type} <= kinds for kinds in _ALIKE
            )
    return False


def _judges(verb: lexicon.Predicate) -> bool:
    """Whether the verb judges the deed that is its object, also one of its own type."""
    return not verb.fixed and (verb.mode == "disapprove" or verb.type in ("SUPPORT", "REJECT"))


def _done_by_other(noun: Draft, verb: Draft) -> bool:
    """Whether the deed is the other side's: *gegen die Angriffe der Taliban vorgehen* tells two."""
    mine, other = verb.sides.source, noun.sides.source
    return bool(mine and other) and all(a is not b for a in mine for b in other)


def _complete(verb: Draft, noun: Draft) -> None:
    """Sides that only the noun names: *verhängte Sanktionen gegen Iran*."""
    for mine, other in ((verb.sides.source, noun.sides.source), (verb.sides.target, noun.sides.target)):
        known = (*verb.sides.source, *verb.sides.target)
        new = others(other, known)
        if new and (not mine or verb.sides.mutual):
            mine.extend(new)


def _events(drafts: list[Draft], places: Places) -> list[EventFound]:
    made: dict[int, EventFound] = {}
    for draft in drafts:
        made[id(draft)] = _event(draft, places)
    for draft in drafts:
        if draft.content_of is not None:
            made[id(draft)].content_of = made.get(id(draft.content_of))
    return sorted(made.values(), key=lambda event: event.trigger[0])


def _event(draft: Draft, places: Places) -> EventFound:
    predicate, place = draft.predicate, _place(draft, places)
    on_its_soil(draft, place, places)
    rule = EvidenceFound(predicate.rule, _range(draft.token))
    return EventFound(
        trigger=_ranges(sorted(word.i for word in draft.words)),
        span=_span(draft),
        type=predicate.type,
        mode=predicate.mode,
        contexts=_contexts(draft),
        source=list(draft.sides.source),
        target=list(draft.sides.target),
        place=place,
        clause=draft.clause,
        nominal=draft.nominal,
        gives=draft.gives,
        receives=draft.receives,
        evidence=[rule, *draft.evidence],
    )


def _range(token: Token) -> Range:
    return token.i, token.i + 1


def _ranges(tokens: list[int]) -> list[Range]:
    """Runs of neighbouring tokens as ranges."""
    found: list[Range] = []
    for i in tokens:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        elif not found or found[-1][1] < i:
            found.append((i, i + 1))
    return found


def _span(draft: Draft) -> list[Range]:
    """The clause's words; a full stop that the words of another clause cut off from them is not among them."""
    if draft.clause is not None:
        doc, words = draft.token.doc, columns(draft.token.doc).words
        tokens = sorted({*draft.clause.tokens, *(word.i for word in draft.words)})
        ranges = _ranges([i for i in tokens if not words[i].isspace()])
        worded = [at for at in ranges if not all(doc[i].is_punct for i in range(*at))]
        if worded:
            return worded
    within = sentence(draft.token)
    return [(within.start, within.stop)]


def _contexts(draft: Draft) -> list[str]:
    found = list(draft.predicate.contexts)
    table, lemmas = lexicon.context_words(), columns(draft.token.doc).lemmas
    tokens = draft.clause.tokens if draft.clause is not None else sentence(draft.token)
    for i in tokens:
        context = table.get(lemmas[i])
        if context is not None and context not in found:
            found.append(context)
    return found


def _near_which(head: Token, places: Places) -> PlaceFound | None:
    """The place beside or in which something lies: *in der Nähe von Brüssel*, *im Süden Somalias*."""
    if lemma(head) not in _NEAR and not in_class(head, "direction"):
        return None
    genitive = noun_phrases.genitive(head)
    inside = [noun for case, noun in noun_phrases.attributes(head) if preposition(case) == "von"]
    found = [places.at(token) for token in ([genitive] if genitive is not None else inside)]
    return found[0] if found else None


def _place(draft: Draft, places: Places) -> PlaceFound | None:
    """The place that the event's own phrase names, else its clause."""
    for name in (*_AT, "aus") if draft.predicate.mode == "withdraw" else _AT:
        for head in draft.slots.get(name):
            place = places.at(head) or _near_which(head, places)
            if place is not None:
                return place
    if draft.nominal and draft.clause is not None:
        for oblique in draft.clause.obliques:
            place = places.at(oblique.noun)
            if place is not None and oblique.preposition.lower_ in ("in", "im", "bei", "auf", "vor"):
                return place
    return None
