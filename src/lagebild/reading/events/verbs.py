"""Events told by verbs: finite, infinitive, and light verbs."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.antecedents import antecedent
from lagebild.reading.events.attributes import noun_slots
from lagebild.reading.events.done_to_oneself import lets_himself, turn
from lagebild.reading.events.draft import Draft, choose
from lagebild.reading.events.frames import Sides, opposed, verb_sides
from lagebild.reading.events.from_there import from_there
from lagebild.reading.events.lists import others
from lagebild.reading.events.matching import Forms, fixed_words, is_plural, is_reflexive, letting, verb_holds
from lagebild.reading.events.predicates import Predicate
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.wording import called
from lagebild.reading.events.words import (
    classes_of,
    in_class,
    is_cased,
    is_people,
    lemma,
    noun_predicates,
    verb_lemma,
)

_MUTUALLY: Final = frozenset(["gegenseitig", "wechselseitig", "einander"])
#: Verbs of what two sides do to each other with a mere *sich*.
_FOUGHT: Final = frozenset(["beschießen", "bekämpfen", "bekriegen", "attackieren", "beschimpfen", "bedrohen"])
#: Slots of who receives, in place of whom *sich gegenseitig* stands.
_RECEIVERS: Final = frozenset(["acc", "dat", "acc.gen"])
#: Types of deeds in words, and the classes of texts and speeches in which they are done.
_IN_WORDS: Final = frozenset(["REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT", "AGREE"])
_TEXTS: Final[tuple[str, ...]] = ("document", "report", "wording", "resolution", "message", "decision", "law")
#: Classes of those out of whose midst something is said.
_SPEAKING: Final[tuple[str, ...]] = ("circle", "party", "government", "parliament")
#: Participles that are plain adjectives beside *sein*.
_STATES: Final = frozenset(["bewaffnet", "vermummt", "uniformiert", "maskiert", "organisiert", "engagiert"])
#: Classes of subjects that are no actors: forces of nature, and what rises and falls on markets.
_NATURE: Final[tuple[str, ...]] = ("hazard", "currency")
#: Nouns that tell no deed beside a verb, but how it ends.
_ENDS: Final = frozenset(["Tod", "Tode"])
#: Types of what is asked for beside the asking: *bat um Hilfe*.
_GIVEN: Final = frozenset(["AID"])
#: Tags of verb forms that hold their prefix.
_WHOLE: Final = frozenset(["VVPP", "VVINF", "VVIZU"])
#: Classes of objects that tell the event more than their verb does: *sieht darin Rache*.
_NAMED: Final = frozenset(["reproach", "mastermind", "inquiry", "mistake", "hair"])
#: Classes of those whom a power sends.
_FORCES: Final[tuple[str, ...]] = ("troops", "police", "warship", "plane")


def verb_drafts(doc: Words, places: Places) -> Iterator[Draft]:
    """The events of the clauses, one at most for each predicate.

    A participle that tells the event of its finite verb, *hielt das Land besetzt*, has none of its own.
    """
    told: set[int] = set()
    for clause in (*doc._.clauses, *doc._.infinitives):
        if clause.predicate.i in told:
            continue
        draft = _of_clause(clause, places)
        if draft is not None:
            told.update(word.i for word in draft.words if word.tag_ == "VVPP" and word.i != draft.token.i)
            yield draft


def _of_clause(clause: Clause, places: Places) -> Draft | None:
    key = _key(clause)
    entries = lexicon.adjectives().get(key, ()) or lexicon.verbs().get(key, ())
    if not entries or _is_state(clause, entries):
        return None
    forms = Forms(clause)
    possible = [p for p in entries if forms.may_have(p)]
    fitting = [(p, fixed) for p in possible if (fixed := _fixed(p, clause, forms)) is not None]
    if not fitting:
        return None
    slots = places.slots_of(clause)
    _let(slots, clause, entries)
    _fixed_subject(slots, clause, {word.i for _, words in fitting for word in words})
    if _of_nature(slots, clause.voice == "active"):
        return None
    _known_cases(slots, tuple(p for p, _ in fitting))
    _objects_of_fixed(slots, fitting)
    chosen = _chosen(fitting, clause, slots, places)
    if chosen is None:
        return None
    predicate, sides = chosen
    if predicate.by_force and not sides.source and not sides.target and _between_things(slots):
        return None
    if clause.voice != "active" and not sides.source and not sides.mutual and predicate.type in _IN_WORDS:
        sides.source.extend(others(_author(slots, places), sides.target))
    if not sides.mutual and _RECEIVERS & set(predicate.frame.target) and _each_other(clause):
        sides = Sides([*sides.source, *sides.target], [], True)
    fixed = next(words for p, words in fitting if p is predicate)
    telling = [word for word in fixed if _tells(word, predicate)]
    if sides.mutual:
        for word in telling:
            against = opposed(predicate.frame, noun_slots(word), places)
            sides.target.extend(others(against, sides.source))
    words = telling or _trigger(predicate, clause, slots, fixed)
    words = sorted({w.i: w for w in words}.values(), key=attrgetter("i"))
    return Draft(predicate, clause.predicate, words, slots, sides, clause)


def _is_state(clause: Clause, entries: tuple[Predicate, ...]) -> bool:
    """Whether a participle only says how somebody is: *waren weder bewaffnet noch in Uniform*."""
    adjective = clause.copula is not None and clause.predicate.tag_ == "ADJD"
    return adjective and clause.predicate.lower_ in _STATES


def _known_cases(slots: Slots, entries: tuple[Predicate, ...]) -> None:
    """Objects whose case no ending shows for sure get the case that the verb's lines know."""
    if not slots.get("dat") and _dative(entries):
        # *dankte den Bürgern*; *Soldaten zur Verfügung stellen* shows no dative.
        given = [head for head in slots.get("acc") if _bare(head)]
        slots.heads["dat"] = [head for head in slots.heads.pop("acc", []) if head not in given]
        slots.heads["acc"] = given
    objects = sorted(slots.get("acc"), key=attrgetter("i"))
    if not slots.get("dat") and len(objects) == 2 and any("dat" in p.frame.target for p in entries):
        named = [head.i in slots.doc._.actor_at or is_people(head) for head in objects]
        if named == [True, False]:  # *den Huthis Waffen liefern*
            slots.heads["dat"], slots.heads["acc"] = objects[:1], objects[1:]
    if not slots.get("acc") and _accusative(entries):
        slots.heads["acc"] = [head for head in slots.get("dat") if not _with_article(head)]


def _objects_of_fixed(slots: Slots, fitting: list[tuple[Predicate, list[Token]]]) -> None:
    """The object that the tree gives to a fixed participle is the verb's: *hält den Reporter gefangen*."""
    for word in {w.i: w for _, fixed in fitting for w in fixed if w.tag_ == "VVPP"}.values():
        for child in word.children:
            if child.dep_ == "obj":
                slots.add("acc", child)


def _chosen(
    fitting: list[tuple[Predicate, list[Token]]], clause: Clause, slots: Slots, places: Places
) -> tuple[Predicate, Sides] | None:
    """The line that holds of the clause and says most."""
    options: list[tuple[Predicate, Sides]] = []
    for predicate, fixed in fitting:
        if "owner" in predicate.frame.source:
            slots.heads["owner"] = [t for w in fixed if w.tag_ == "NN" for t in noun_slots(w).get("gen")]
        if verb_holds(predicate, clause, slots, places):
            options.append((predicate, verb_sides(predicate.frame, slots, places)))
    return choose(options)


def _trigger(predicate: Predicate, clause: Clause, slots: Slots, fixed: list[Token]) -> list[Token]:
    """The words that tell the event: the verb with its parts, the *nicht* that makes it one, and what somebody or
    something is called: *nannte das eine Farce*, *sieht darin Rache*."""
    negation = clause.negation[:1] if any(test.slot == "neg" for test in predicate.tests) else ()
    names = [called(clause, test.classes) for test in predicate.tests if test.slot == "called"]
    for test in predicate.tests:
        if test.slot == "acc" and test.wanted and _NAMED & set(test.classes):
            names += [head for head in slots.get("acc") if in_class(head, *test.classes)]
    parts = [_let_before(clause), clause.prefix, *names]
    for name in names:
        noun = name.head if name is not None and name.tag_ == "ADJA" else None
        if noun is not None and noun.tag_ == "NN" and not noun_predicates(noun.text, lemma(noun))[0]:
            parts.append(noun)  # *sprach von einem unerträglichen Vorgang*
    if predicate.mode == "assist" and any(_given(word) for word in fixed):
        fixed = []
    return [clause.predicate, *fixed, *negation, *(part for part in parts if part is not None)]


def _given(word: Token) -> bool:
    """Whether what is asked for is told beside the asking: *bat um Hilfe*."""
    return word.tag_ == "NN" and any(p.type in _GIVEN for p in noun_predicates(word.text, lemma(word))[0])


def _fixed_subject(slots: Slots, clause: Clause, fixed: set[int]) -> None:
    """A fixed word taken for the subject leaves that to the name taken for its object: *dem Kuba Asyl gewährt*."""
    subject = slots.get("subj")
    if clause.voice == "active" and subject and all(head.i in fixed for head in subject):
        objects = slots.get("acc") or slots.get("dat")[1:]
        named = [head for head in objects if head.i in slots.doc._.actor_at and head.i not in fixed]
        if named:
            slots.heads["dat"] = [head for head in slots.get("dat") if head not in named]
            slots.heads["subj"], slots.heads["acc"] = named, subject


def _author(slots: Slots, places: Places) -> list[ActorFound]:
    """Whose the text is in which something was said: *wurde in einem Bericht der UNO kritisiert*; else out of whose midst,
    *aus den Reihen der SPD gefordert*, else the government of the capital where it was said: *wurde in Kairo dementiert*."""
    for name in ("in", "mit"):
        for head in slots.get(name):
            found = phrase_actors(head, places) if in_class(head, *_TEXTS) else []
            if found:
                return found
    for head in slots.get("aus"):
        case = noun_phrases.preposition(head)
        if case is not None and case.i and case.nbor(-1).tag_ in ("NN", "NE"):
            return []  # *der Abzug aus Kabul wurde gefordert*
        if in_class(head, *_SPEAKING) or (head.tag_ == "NE" and head.i in head.doc._.actor_at):
            return phrase_actors(head, places)
    seats = (places.seat(head) for name in ("in", "aus") for head in slots.get(name))
    return [seat for seat in seats if seat is not None][:1]


def _of_nature(slots: Slots, active: bool) -> bool:
    """Whether a flood threatens or a currency gives way: what acts on nobody for a purpose."""
    heads = [head for head in slots.get("subj") or slots.get("acc") if head.tag_ == "NN"]
    kinds = _NATURE if active else _NATURE[:1]  # *ein Preis wurde verliehen* is no price that falls
    return bool(heads) and all(in_class(head, *kinds) for head in heads)


def _between_things(slots: Slots) -> bool:
    """Whether a mere thing acts on a mere thing: *das Immunsystem attackiert harmlose Stoffe*."""
    subjects, objects = slots.get("subj"), slots.get("acc")
    return bool(subjects and objects) and all(
        head.tag_ == "NN"
        and not classes_of(lemma(head)) | classes_of(head.text)
        and head.i not in slots.doc._.actor_at
        for head in (*subjects, *objects)
    )


def _let(slots: Slots, clause: Clause, entries: tuple[Predicate, ...]) -> None:
    """Whom one lets be arrested is the object: *ließ den Minister verhaften*; not whom one lets march.

    Troops that one lets march are one's own.
    """
    refused = any(p.text.endswith(" lassen") for p in entries)  # *lässt sich nicht erpressen*
    passive = lets_himself(clause) if not refused else None
    if passive is not None:
        turn(slots, clause, passive)
        return
    above = letting(clause)
    if above is None or slots.get("acc") or not slots.get("subj"):
        return
    causer = [antecedent(above.understood_subject)] if above.understood_subject is not None else []
    if any(p.lets or p.frame.target[:1] == ("acc",) or _asks_object(p) for p in entries):
        slots.heads["acc"] = slots.heads.pop("subj")
        slots.heads.pop("dat", None)
        for head in causer:
            slots.add("subj", head)
    elif all(_unnamed_troops(head) for head in slots.get("subj")):
        slots.heads["subj"] = causer


def _let_before(clause: Clause) -> Token | None:
    """The infinitive before *lassen* at the end of a perfect: *hat die Mitgliedschaft ruhen lassen*."""
    verb = clause.predicate
    if verb.lower_ != "lassen" or clause.finite is None or clause.finite.i == verb.i or verb.i == 0:
        return None
    before = verb.nbor(-1)
    return before if before.tag_ == "VVINF" else None


def _asks_object(predicate: Predicate) -> bool:
    """Whether a line asks for an object of some kind: *ließ den Ausnahmezustand verlängern*."""
    return any(test.slot == "acc" and test.wanted for test in predicate.tests)


def _unnamed_troops(head: Token) -> bool:
    """Whether it is troops of which the text does not say whose they are."""
    whose = [head.doc._.actor_at.get(i) for i in (head.i - 1, head.i)]
    return any(in_class(head, name) for name in _FORCES) and not any(a and a.country for a in whose)


def _fixed(predicate: Predicate, clause: Clause, forms: Forms) -> list[Token] | None:
    """The fixed words of a predicate that its clause has; None where they or the reflexive do not fit."""
    if predicate.reflexive and not is_reflexive(predicate, clause):
        return None
    alone = clause.reflexive is None or predicate.reflexive or predicate.fixed or lets_himself(clause)
    if not alone and not (_each_other(clause) and _RECEIVERS & set(predicate.frame.target)):
        return None
    if any(test.slot == "content" for test in predicate.tests):
        return None
    return fixed_words(predicate, clause, forms)


def _each_other(clause: Clause) -> bool:
    """Whether the sides do it to each other: *griffen einander an*, *Polizei und Bande beschossen sich*."""
    doc, subject = clause.predicate.doc, clause.subject
    if any(doc[i].lower_ in _MUTUALLY for i in clause.tokens):
        return True
    fought = clause.reflexive is not None and _key(clause) in _FOUGHT
    several = subject is not None and (len(noun_phrases.conjuncts(subject)) > 1 or is_plural(subject))
    return fought and several


def announced(doc: Words, places: Places, drafts: list[Draft]) -> Iterator[Draft]:
    """The events of verbs that are of one type or another by what they announce: *kündigte an, anzugreifen*.

    ``drafts`` are those of all other verbs and of the nouns.
    """
    clauses = {id(d.clause) for d in drafts if not d.nominal}
    for clause in (*doc._.clauses, *doc._.infinitives):
        if id(clause) in clauses:
            continue
        entries = [
            p for p in lexicon.verbs().get(_key(clause), ()) if any(t.slot == "content" for t in p.tests)
        ]
        if not entries:
            continue
        slots = places.slots_of(clause)
        contents = [d for d in drafts if _is_content(d, clause, slots)]
        types = {_told_as(d) for d in contents}
        for predicate in entries:
            if any(types & set(test.classes) for test in predicate.tests):
                if predicate.text == "warnen" and not _own_deed(
                    verb_sides(predicate.frame, slots, places), contents
                ):
                    continue
                words = sorted(
                    {clause.predicate, *([clause.prefix] if clause.prefix is not None else [])},
                    key=attrgetter("i"),
                )
                sides = verb_sides(predicate.frame, slots, places)
                yield Draft(predicate, clause.predicate, words, slots, sides, clause)
                break


def _own_deed(sides: Sides, contents: list[Draft]) -> bool:
    """Whether who warns would do it, or let it be done at home: *warnte, er werde die Meerenge sperren*."""
    own = {a.country for a in sides.source if a.country}
    return any(
        a.country in own for content in contents for a in (content.sides.source or content.sides.target)
    )


def _told_as(content: Draft) -> str:
    """The type of what is announced; ``no-AID`` where it is not to be: *kündigte an, kein Geld mehr zu zahlen*."""
    denied = not content.nominal and content.clause is not None and bool(content.clause.negation)
    return f"no-{content.predicate.type}" if denied else content.predicate.type


def _is_content(draft: Draft, clause: Clause, slots: Slots) -> bool:
    if draft.nominal:
        return any(head.i == draft.token.i for head in slots.get("acc"))
    at = draft.clause
    while at is not None and at.relation == "coordinated":
        at = at.parent
    return at is not None and at.parent is clause and at.relation in ("infinitive", "complement")


def _dative(entries: tuple[Predicate, ...]) -> bool:
    """Whether the verb's lines know a dative and no accusative."""
    known = {slot for p in entries for slot in (*p.frame.target, *(test.slot for test in p.tests))}
    return "dat" in known and not known & {"acc", "acc.gen"}


def _bare(noun: Token) -> bool:
    """A common noun in the plural with nothing before it that shows its case."""
    return noun.tag_ == "NN" and noun.morph.get("Number", []) == ["Plur"] and not is_cased(noun)


def _accusative(entries: tuple[Predicate, ...]) -> bool:
    """Whether the verb's lines know an accusative and no dative: *verhaftete Demonstranten*."""
    known = {slot for p in entries for slot in (*p.frame.target, *(test.slot for test in p.tests))}
    return "dat" not in known and "dat.gen" not in known and bool(known & {"acc", "acc.gen"})


def _with_article(noun: Token) -> bool:
    return any(
        child.tag_ in ("ART", "PPOSAT", "PDAT", "PIAT") and child.lower_ != "den" for child in noun.children
    )


def _tells(word: Token, predicate: Predicate) -> bool:
    """Whether a fixed word alone tells the event, so that its verb adds nothing: *Gespräche* führen.

    Not where it is only how the deed ends: *zu Tode prügeln*.
    """
    return (
        word.tag_ == "NN"
        and lemma(word) not in _ENDS
        and any(p.type == predicate.type for p in noun_predicates(word.text, lemma(word))[0])
    )


def _key(clause: Clause) -> str:
    """The verb under which the lexicon has the clause; a separated prefix is part of it already."""
    let = _let_before(clause)
    if let is not None:
        return verb_lemma(lemma(let), let.text)
    if clause.copula is not None and clause.predicate.lower_ in lexicon.adjectives():
        return clause.predicate.lower_
    if clause.copula is not None and clause.predicate.tag_ == "NN":
        return "sein"  # *war in Prag zu Gast*
    if clause.prefix is None:
        return verb_lemma(clause.lemma, clause.predicate.text)
    if clause.predicate.tag_ in _WHOLE and clause.lemma.lower() not in lexicon.verbs():
        # *von der Küste aus beschossen*: a participle has no prefix apart, but see *nahe gelegt*.
        return verb_lemma(lemma(clause.predicate), clause.predicate.text)
    if from_there(clause):
        return verb_lemma(lemma(clause.predicate), clause.predicate.text)  # *drohte von dort aus*
    return clause.lemma.lower()
