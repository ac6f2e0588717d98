"""Events inside events: what is asked, offered, threatened, refused or denied, and who would do it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import merge, others
from lagebild.reading.events.predicates import carriers
from lagebild.reading.events.words import in_class, lemma, preposition

#: Slots in which the content of an event of each type may stand as a noun.
_CONTENT: Final = {
    "REQUEST": ("acc", "zu", "um", "auf", "nach", "für", "an", "von", "gen", "mit"),
    "AGREE": ("acc", "zu", "auf", "für", "in", "dat", "gen"),
    "COERCE": ("zu",),
    "CONCEDE": ("acc", "zu", "in", "gen"),
    "THREATEN": ("acc", "mit", "vor", "gen"),
    "REJECT": ("acc", "gegen", "gen", "dat"),
    "ACCUSE": ("acc", "gen", "wegen", "für"),
    "SUPPORT": ("für",),
}
#: Words of thanks, whose content is the other side's deed.
_THANKING: Final = frozenset(["danken", "sich bedanken", "dank", "dankbar"])
#: Verbs of who agrees to what others propose or ask for.
_ASSENTING: Final = frozenset(
    ["zustimmen", "annehmen", "akzeptieren", "billigen", "einwilligen", "genehmigen"]
)
#: Threats that name the deed of others which they answer.
_ANSWERED: Final = frozenset(["unbeantwortet lassen", "ungestraft lassen"])
#: Verbs of threat whose content is the other side's deed: *warnte Putin, Kim zu helfen*.
_TARGET_ACTS: Final = frozenset(["warnen", "vorwarnen", "warnung"])
#: Verbs of asking whose *mit* says for what: *beauftragte die Armee mit dem Angriff*.
_CHARGING: Final = frozenset(["beauftragen", "betrauen"])
#: Verbs of allowing the other side a deed: *erlaubte der Ukraine Angriffe*.
_ALLOWING: Final = frozenset(["erlauben", "gestatten", "genehmigen"])
#: Verbs of coercion to a deed of the other side.
_FORCING: Final = frozenset(["zwingen", "hindern"])
#: Types of deeds that one rejects as others' rather than refuses to do.
_MEASURES: Final = frozenset(["SANCTION", "ASSAULT", "COERCE", "PROTEST", "ACCUSE", "REQUEST", "THREATEN"])
#: Nouns that only say how the deed in their genitive goes on (*sagte eine Fortsetzung der Hilfe zu*), or how many
#: deeds there are.
_PHASES: Final = frozenset(
    [
        "Fortsetzung",
        "Fortführung",
        "Wiederaufnahme",
        "Ausweitung",
        "Aufstockung",
        "Erhöhung",
        "Verlängerung",
        "Beginn",
        "Aufnahme",
        "Eröffnung",
        # and how many they are: *verständigten sich auf ein Paket von Strafmaßnahmen*
        "Paket",
        "Bündel",
        "Katalog",
        "Reihe",
        "Serie",
        "Runde",
    ]
)
#: Types of what one may ask for to do it with others: *forderte Gespräche*; who calls for a ceasefire is not at war.
_WITH_SPEAKER: Final = frozenset(["CONSULT", "COOPERATE", "AGREE"])
#: Slots of what somebody says something of, and of what somebody asks for.
_SPOKEN_OF: Final[tuple[str, ...]] = ("acc", "gegen", "über", "wegen", "nach", "auf", "an", "gen", "dat")
_ASKED_FOR: Final[tuple[str, ...]] = ("acc", "um", "auf", "zu", "für", "gen")
#: Types of what one says of what others do, and of what is said against it.
_OF_OTHERS: Final = frozenset(["ACCUSE", "REJECT", "REQUEST", "SUPPORT", "PROTEST"])
_AGAINST: Final = frozenset(["ACCUSE", "REJECT", "PROTEST"])
#: Verbs of support that praise what others do or join it.
_PRAISING: Final = frozenset(["begrüßen", "loben", "würdigen", "sich anschließen", "mittragen"])
#: Types of what is said to those whom the deed befalls.
_AIMED_BY_CONTENT: Final = frozenset(["THREATEN", "AGREE"])
#: Words of asking whose *nach* says for what, not after what.
_CALLING: Final = frozenset(
    ["rufen", "verlangen", "schreien", "streben", "Ruf", "Verlangen", "Forderung", "Wunsch", "Drang"]
)
#: Types of deeds that are threatened and not promised.
_HOSTILE: Final = frozenset(["SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST"])
#: Words for handing somebody over to a state that wants to try him.
HANDING_OVER: Final = frozenset(["auslieferung", "ausliefern", "überstellung", "überstellen"])
_DEPTH: Final = 4


def embed(drafts: list[Draft]) -> None:
    """Set ``content_of`` of events that another event of these types speaks of, and their unsaid sides."""
    by_clause: dict[int, Draft] = {id(d.clause): d for d in drafts if d.clause is not None and not d.nominal}
    by_noun = {d.token.i: d for d in drafts if d.nominal}
    told = _by_content(by_noun.values())
    for draft in drafts:
        _heed_speaker(draft, by_noun)
    for draft in drafts:
        governor = _above(draft, by_clause, by_noun, told)
        if governor is not None and _speaks_of(governor, draft) and not _loops(governor, draft):
            draft.content_of = governor
            if governor.predicate.text == "in Aussicht stellen" and draft.predicate.type in _HOSTILE:
                # *stellte in Aussicht, die Lieferungen zu kappen*
                governor.predicate = replace(governor.predicate, type="THREATEN", mode=None)
    for draft in drafts:
        if draft.content_of is not None:
            _share(draft, draft.content_of)


def share_again(drafts: list[Draft]) -> None:
    """Fill who does what others are asked for or accused of, where these were found by the words around."""
    for draft in drafts:
        governor = draft.content_of
        if (
            governor is not None
            and not draft.sides.source
            and not draft.sides.mutual
            and _other_acts(governor)
        ):
            _share(draft, governor)


def aimed_by_content(drafts: list[Draft]) -> frozenset[int]:
    """The ids of events whose content says whom they are for: *drohte, belgische Firmen zu enteignen*."""
    return frozenset(
        id(d.content_of)
        for d in drafts
        if d.content_of is not None and d.content_of.predicate.type in _AIMED_BY_CONTENT and d.sides.target
    )


def _heed_speaker(speaker: Draft, by_noun: dict[int, Draft]) -> None:
    """Note of the deeds of others that somebody condemns, welcomes or asks for; one turns down one's own, too."""
    kind = speaker.predicate.type
    if kind == "SUPPORT" and speaker.predicate.text not in _PRAISING:
        return  # *billigte die Lieferung* may be one's own
    slots = _ASKED_FOR if kind == "REQUEST" else _SPOKEN_OF if kind in _OF_OTHERS else ()
    for slot in slots:
        for head in speaker.slots.get(slot):
            deed = by_noun.get(head.i)
            joint = deed is not None and deed.sides.mutual and deed.predicate.type in _WITH_SPEAKER
            if deed is None or deed is speaker or joint:
                continue
            if kind == "REJECT" and deed.predicate.type not in _MEASURES and not _is_others(deed, speaker):
                continue
            deed.spoken_of_by = speaker
            if kind in _AGAINST:
                speaker.blames.append(deed)


def _is_others(deed: Draft, speaker: Draft) -> bool:
    """Whether others do it: *blockiert den Beitritt Schwedens*."""
    return bool(deed.sides.source) and bool(others(deed.sides.source, speaker.sides.source))


def _speaks_of(governor: Draft, draft: Draft) -> bool:
    kind, mode = governor.predicate.type, governor.predicate.mode
    if kind == "ACCUSE":
        clause = draft.clause  # *kritisierte Ankara dafür, Rebellen beliefert zu haben*
        deed = clause is not None and not draft.nominal and clause.relation == "infinitive"
        return mode == "allege" or (deed and not governor.nominal)
    if kind == "COERCE":
        return governor.predicate.text in _FORCING
    if kind == "SUPPORT":
        return governor.predicate.text.lower() in _THANKING
    return kind in _CONTENT and governor.predicate.text not in _ANSWERED


def _loops(governor: Draft, draft: Draft) -> bool:
    at: Draft | None = governor
    while at is not None:
        if at is draft:
            return True
        at = at.content_of
    return False


def _by_content(nouns: Iterable[Draft]) -> dict[int, list[Draft]]:
    """For each noun the events told by nouns that speak of it, in their order."""
    found: dict[int, list[Draft]] = defaultdict(list)
    for noun in nouns:
        for token in _content_tokens(noun) if noun.predicate.type in _CONTENT else ():
            found[token].append(noun)
    return found


def _above(
    draft: Draft, by_clause: dict[int, Draft], by_noun: dict[int, Draft], told: dict[int, list[Draft]]
) -> Draft | None:
    """The event that governs this one: by clause, or by the slot in which the noun stands."""
    if not draft.nominal and draft.clause is not None:
        return _above_clause(draft.clause, by_clause, by_noun)
    noun = next((noun for noun in told.get(draft.token.i, ()) if noun is not draft), None)
    if noun is not None:
        return noun
    verb = by_clause.get(id(draft.clause)) if draft.clause is not None else None
    if verb is not None and verb.predicate.type in _CONTENT and draft.token.i in _content_tokens(verb):
        return verb
    clause = draft.clause
    if verb is None and clause is not None and clause.relation == "infinitive" and clause.lemma in carriers():
        return _above_clause(clause, by_clause, by_noun)
    return None


def _above_clause(clause: Clause, by_clause: dict[int, Draft], by_noun: dict[int, Draft]) -> Draft | None:
    at: Clause | None = clause
    for _ in range(_DEPTH):
        if at is None:
            return None
        if at.embedded or at.relation == "infinitive":
            said = at.finite is not None and at.behind_colon
            noun = by_noun.get(at.predicate.head.i) if not said else None
            if noun is not None and noun.token.i != at.predicate.i:
                return noun
            verb = by_clause.get(id(at.parent)) if at.parent is not None else None
            return None if said and verb is not None and verb.predicate.type == "REJECT" else verb
        if at.relation != "coordinated":
            return None
        at = at.parent
    return None


def _content_tokens(governor: Draft) -> set[int]:
    """The nouns in the slots of what an event speaks of."""
    slots = _CONTENT[governor.predicate.type]
    found: set[int] = set()
    for slot in slots:
        for head in governor.slots.get(slot):
            if slot == "nach" and lemma(governor.token) not in _CALLING:
                continue  # *ordnete nach Protesten Patrouillen an*
            if (
                slot == "mit"
                and governor.predicate.type == "REQUEST"
                and governor.predicate.text not in _CHARGING
            ):
                continue
            if slot in ("auf", "in") and (noun_phrases.stands_on(head) or _prompts(head)):
                continue  # *einigten sich auf einem Treffen, in einem Gespräch*, *bat auf Drängen Roms um Hilfe*
            inner = _going_on(head) if lemma(head) in _PHASES else None
            found.update(token.i for token in noun_phrases.conjuncts(inner or head))
    if governor.nominal:
        attributes = noun_phrases.attributes(governor.token)
        for_what = ("mit",) if lemma(governor.token) in _CALLING else ("mit", "nach")
        wanted = [slot for slot in slots if slot not in for_what or governor.predicate.type != "REQUEST"]
        found.update(head.i for case, head in attributes if preposition(case) in wanted)
    return found


def _prompts(noun: Token) -> bool:
    """Whether it moved somebody to the deed: *auf Drängen Roms*, not *drängt auf eine Anordnung*."""
    return in_class(noun, "prompt") and all(child.tag_ != "ART" for child in noun.lefts)


def _going_on(phase: Token) -> Token | None:
    """The deed that begins or goes on: *die Wiederaufnahme der Gespräche*, *von Gesprächen*."""
    genitive = noun_phrases.genitive(phase)
    if genitive is not None:
        return genitive
    return next((head for case, head in noun_phrases.attributes(phase) if preposition(case) == "von"), None)


def _share(draft: Draft, governor: Draft) -> None:
    """Fill the unsaid sides of a content event from the one that speaks of it."""
    above, sides, kind = governor.sides, draft.sides, governor.predicate.type
    if _proposed_by_others(draft, governor):
        return
    if above.mutual:
        actor, other = above.source, []
    elif governor.predicate.text.lower() in _TARGET_ACTS and (
        _befalls(draft, above.target) or _by_speaker(draft)
    ):
        actor, other = above.source, above.target  # *warnten die Häftlinge, auf sie zu schießen*
    elif _other_acts(governor):
        actor, other = above.target, above.source
    else:
        actor, other = above.source, above.target
    if kind == "THREATEN" and sides.source and not sides.mutual and other is above.source:
        other = others(above.target, sides.source)  # *warnten Kiew vor einem russischen Angriff*
    before = len(sides.source) + len(sides.target)
    clause = draft.clause
    if (
        not sides.mutual
        and _other_acts(governor)
        and clause is not None
        and clause.shared_subject is not None
    ):
        # Grammar gave the infinitive the subject of its verb, but here it is the one spoken to who acts.
        sides.source = others(actor, sides.target) if actor else others(sides.source, above.source)
    if sides.mutual:
        if draft.predicate.type == "CONCEDE" and kind == "REQUEST" and not sides.source:
            other = []  # who calls for a ceasefire is not at war
        if kind == "ACCUSE":
            other = []  # nor does the accuser take part in what he blames others for
        if len(sides.source) < 2:
            merge(sides.source, actor)
            if kind != "REQUEST" or len(sides.source) < 2:
                merge(sides.source, other)  # who calls two others to talks has no part in them
    else:
        if not sides.source:
            merge(sides.source, others(actor, sides.target))
        if not sides.target and draft.predicate.frame.target and _for_other(draft, governor):
            merge(sides.target, others(other, sides.source))
    if len(sides.source) + len(sides.target) > before:
        draft.note("sides:content-of", governor.token)


def _by_speaker(draft: Draft) -> bool:
    """Whether the clause has a pronoun for its subject: *warnte Kiew, er werde keine Waffen mehr liefern*."""
    clause = draft.clause
    if draft.nominal or clause is None or clause.finite is None or clause.subject is None:
        return False
    return clause.subject.tag_ in ("PPER", "PIS") and clause.subject.lower_ in ("er", "sie", "man", "es")


def _befalls(draft: Draft, warned: list[ActorFound]) -> bool:
    return any(a is b for a in draft.sides.target for b in warned)


def _proposed_by_others(draft: Draft, governor: Draft) -> bool:
    """Whether what is rejected is a measure of others, *lehnt die Sanktionen ab*, not *lehnt es ab, zu verhandeln*, or what
    is agreed to their proposal."""
    if not draft.nominal:
        return False
    if governor.predicate.type == "AGREE":
        return draft.predicate.type == "REQUEST" and governor.predicate.text in _ASSENTING
    return governor.predicate.type == "REJECT" and draft.predicate.type in _MEASURES


def _other_acts(governor: Draft) -> bool:
    kind = governor.predicate.type
    return (
        kind in ("REQUEST", "ACCUSE", "COERCE")
        or governor.predicate.text.lower() in _TARGET_ACTS | _THANKING
        or (kind == "CONCEDE" and governor.predicate.text in _ALLOWING and bool(governor.sides.target))
    )


def _for_other(draft: Draft, governor: Draft) -> bool:
    """Whether the other side of the governor is the one that receives: threats and offers, help asked for."""
    if governor.predicate.type in ("AGREE", "THREATEN"):
        return True
    if governor.predicate.type not in ("REQUEST", "SUPPORT"):
        return False
    return draft.predicate.type in ("AID", "CONCEDE", "SUPPORT") or _handed_over(draft)


def _handed_over(draft: Draft) -> bool:
    """Whether who asks for it gets it: *forderte die Rückgabe der Krone*, *verlangt die Auslieferung des Mannes*."""
    return draft.predicate.mode == "return" or draft.predicate.text.lower() in HANDING_OVER
