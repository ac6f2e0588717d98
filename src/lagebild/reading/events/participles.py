"""Who acts by the participle before an event noun where the tree is torn: *Die von Israel verhängte Blockade*.

A participle read as a finite verb, or its agent hung elsewhere, loses the agent. The order of the words tells it all
the same: an article, *von* or *durch*, the agent, the participle of a verb that carries event nouns, the noun.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import sentence
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.predicates import carriers
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.words import participle_verb

#: How many words the agent may have.
_AGENT: Final = 8
#: What stands inside the agent's phrase, with *und* between two agents.
_PHRASE: Final = frozenset(
    ["ART", "ADJA", "NN", "NE", "PPOSAT", "PDAT", "CARD", "PIAT", "KON", "TRUNC", "FM"]
)
_BEFORE: Final = frozenset(["ART", "PDAT", "PPOSAT", "PIAT", "CARD"])
#: Beginnings of adjectives of people who do what stands before: *an … beteiligt*, *für … verantwortlich*.
_TAKING_PART: Final[tuple[str, ...]] = (
    "beteiligt", "verantwortlich", "verwickelt", "spezialisiert", "bekannt", "berüchtigt", "verdächtig", "schuldig",
    "verurteilt", "angeklagt", "gesucht", "teilnehmend",
)  # fmt: skip
_BY: Final = frozenset(["von", "vom", "durch"])


def taking_part(draft: Draft, places: Places) -> None:
    """Give an event noun the people before whom an adjective says that they took part in it: *die an dem Anschlag
    beteiligten Kämpfer*, *eine auf Mordanschläge spezialisierte Einheit*."""
    sides, doc = draft.sides, draft.token.doc
    if sides.source or sides.mutual:
        return
    stop = min(sentence(draft.token).stop, draft.token.i + _AGENT)
    for i in range(draft.token.i + 1, stop):
        if doc.tags[i] == "ADJA" and doc.lowers[i].startswith(_TAKING_PART):
            noun = next((doc[at] for at in range(i + 1, stop) if doc.tags[at] in ("NN", "NE")), None)
            new = others(phrase_actors(noun, places), sides.target) if noun is not None else []
            if new:
                sides.source.extend(new)
                draft.note("sides:part-in-it", doc[i])
            return
        if doc.tags[i] not in _PHRASE and doc.tags[i] not in ("APPR", "APPRART"):
            return


def agent_in_order(draft: Draft, places: Places) -> None:
    """Give an event noun without a source the agent that stands before its participle."""
    doc, at = draft.token.doc, draft.token.i
    first = sentence(draft.token).start
    participle = at - 1
    if participle - 2 < first or doc.tags[participle] not in ("ADJA", "VVFIN"):
        return
    verbs = carriers().get(participle_verb(doc.words[participle]), ())
    if not any(carrier.slot == "acc" and carrier.role == "source" for carrier in verbs):
        return
    by = participle - 1
    while by > first and participle - by <= _AGENT and doc.tags[by] in _PHRASE:
        by -= 1
    opened = by > first and doc.tags[by - 1] in _BEFORE
    if doc.lowers[by] not in _BY or not (opened or (by == first and doc.tags[participle] == "ADJA")):
        return
    for i in range(by + 1, participle):
        named = phrase_actors(doc[i], places) if doc.tags[i] in ("NN", "NE") else []
        new = others(named, draft.sides.target)
        if new:
            draft.sides.source.extend(new)
            draft.note("sides:carrier-participle", doc[participle])
            return
