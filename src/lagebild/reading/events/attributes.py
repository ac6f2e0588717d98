"""The slots of an event noun: its genitive, possessor, adjectives and prepositional attributes."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.actors import is_own_name
from lagebild.reading.events.antecedents import antecedent, possessor
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.words import is_colleague, is_people, noun_predicates, preposition

#: Prepositions that mark a side of an event noun wherever they stand behind it.
_SIDES: Final = frozenset(["gegen", "mit", "zwischen", "an", "durch", "auf", "für", "nach", "gegenüber"])
_INSIDE: Final = frozenset(["ART", "ADJA", "NN", "NE", "CARD", "PPOSAT", "PIAT", "PDAT", "TRUNC", "FM", "$("])
_REACH: Final = 16
#: How far behind the noun its genitive may stand with all that goes before it.
_OWNER: Final = 5
_GENITIVE: Final = frozenset(
    ["der", "des", "einer", "eines", "dieser", "dieses", "beider", "seiner", "ihrer", "ihres", "seines"]
)
_BETWEEN: Final = frozenset(["ADJA", "CARD", "ADV", "ADJD"])


def noun_slots(noun: Token) -> Slots:
    """The slots of an event noun: genitive, possessor, adjectives, prepositional attributes.

    A prepositional phrase right behind the noun counts as its attribute even where the parser gave
    it to the verb: *Die USA verhängten Sanktionen gegen Iran*.
    """
    slots = Slots(noun.doc)
    genitive = noun_phrases.genitive(noun)
    if genitive is not None and not _beside(genitive, noun):
        slots.add("gen", genitive)
    else:
        name = _name_before(noun)
        if name is not None:
            slots.add("gen", name)
    for child in noun.children:
        if child.tag_ == "PPOSAT" or child.dep_ == "det:poss":
            slots.add("gen", possessor(child))
        elif child.tag_ == "PRELAT" or (
            child.tag_ in ("PDAT", "ART") and child.lower_ in ("dessen", "deren")
        ):
            slots.add("gen", antecedent(child))
        elif child.tag_ in ("ADJA", "TRUNC") and child.i < noun.i and not child.lower_.startswith("nicht"):
            slots.add("gegen" if child.lower_.startswith("anti") else "adj", child)
    for case, head in noun_phrases.attributes(noun):
        slots.add(preposition(case), head)
    _behind(slots, noun)
    if slots.get("durch") and _suffers(noun):
        del slots.heads["durch"]
    for token in slots.get("von"):
        slots.add("gen", token)
    for head in slots.get("mit") if not slots.get("gen") else ():
        # *ein Treffen mit seinem türkischen Kollegen*: he is the other side.
        for child in head.children if is_colleague(head) else ():
            if child.tag_ == "PPOSAT":
                slots.add("gen", possessor(child))
    slots.add("part", noun)
    return slots


def behind(noun: Token, names: frozenset[str]) -> bool:
    """Whether one of these prepositions governs the noun."""
    case = noun_phrases.preposition(noun)
    return case is not None and preposition(case) in names


def _suffers(noun: Token) -> bool:
    """Whether the noun is the genitive of a deed whose doer *durch* names: *die Auflösung der Demonstration durch …*."""
    i = noun.i - 1
    while i > sentence(noun).start and noun.doc[i].tag_ == "ADJA":
        i -= 1
    if i <= sentence(noun).start or noun.doc[i].lower_ not in _GENITIVE:
        return False
    deed = noun.doc[i - 1]
    entries = noun_predicates(deed.text, deed.lemma_)[0] if deed.tag_ == "NN" else ()
    return any("durch" in entry.frame.source for entry in entries)


def _name_before(noun: Token) -> Token | None:
    """The genitive name before the noun phrase that the parser hung elsewhere: *Moskaus* Waffenlieferungen."""
    i = noun.i - 1
    while i > sentence(noun).start and noun.doc[i].tag_ in _BETWEEN:
        i -= 1
    if i < sentence(noun).start:
        return None
    name = noun.doc[i]
    named = name.tag_ in ("NE", "NN") and name.text[-1:] in ("s", "'", "’") and not _beside(name, noun)
    return name if named and i in noun.doc._.actor_at else None


def _beside(name: Token, noun: Token) -> bool:
    """Whether the name before the noun is no genitive, for its *-s* is its own: *sagte Vilnius Unterstützung zu*, *gegenüber
    António Guterres Drohungen aussprach*."""
    if name.i > noun.i:
        return False
    actor = name.doc._.actor_at.get(name.i)
    return is_own_name(name.text) or (actor is not None and actor.name.split()[-1] == name.text)


def _behind(slots: Slots, noun: Token) -> None:
    """Read the attributes behind the noun off the surface, whatever the parser made of them.

    The first preposition may be any, later ones only those that mark sides: *Gespräche in Wien mit Iran*.
    """
    doc, stop = noun.doc, min(sentence(noun).stop, noun.i + _REACH)
    i, first = noun.i + 1, True
    if not slots.get("gen") and i < stop:
        owner = _genitive_behind(doc[i], stop)
        if owner is not None:
            slots.add("gen", owner)
    i = max([i, *(t.i + 1 for t in slots.get("gen") if noun.i < t.i < noun.i + _OWNER)])
    while i < stop:
        token = doc[i]
        if token.tag_ in ("APPR", "APPRART"):
            name = preposition(token)
            head = _head_behind(token, stop)
            if head is None:
                return
            if name in _SIDES or first:
                if not slots.get(name):
                    slots.add(name, head)
                if name == "zwischen":
                    _second(slots, head, stop)
            first, i = first and name == "von", head.i + 1
        elif token.tag_ in _INSIDE or token.lower_ in ("und", "sowie"):
            i += 1
        else:
            return


def _genitive_behind(token: Token, stop: int) -> Token | None:
    """The genitive that begins with this token: *der Wehrmacht*, *Nordkoreas*, *beider Länder*."""
    actor = token.doc._.actor_at.get(token.i)
    # The genitive of a capital may be tagged as a noun: *der Angriff Kiews auf Moskau*.
    if token.tag_ == "NE" or (token.tag_ == "NN" and actor is not None and actor.kind == "state"):
        if token.dep_ == "nmod" and token.head.i > token.i and token.head.tag_ == "NN":
            return None  # *sagte bei einem Telefonat Chinas Hilfe zu*
        return token if token.text[-1:] in ("s", "'", "’") and actor is not None else None
    if token.lower_ in _GENITIVE:
        return _head_behind(token, stop)
    return _bare_genitive(token, stop)


def _bare_genitive(token: Token, stop: int) -> Token | None:
    """People in the genitive plural that only their adjective shows: *ein Überfall schwer bewaffneter Rebellen*."""
    doc, i = token.doc, token.i
    if token.tag_ in ("ADJD", "ADV") and i + 1 < stop:
        i += 1
    if doc[i].tag_ != "ADJA" or not doc[i].lower_.endswith("er"):
        return None
    while i + 1 < stop and doc[i].tag_ == "ADJA" and doc[i].lower_.endswith("er"):
        i += 1
    noun = doc[i]
    plural = noun.tag_ in ("NN", "NE") and noun.morph.get("Number", []) == ["Plur"]
    return noun if plural and (is_people(noun) or i in doc._.actor_at) else None


def _head_behind(case: Token, stop: int) -> Token | None:
    """The noun that a preposition governs: the last of the first run of nouns, or the named actor in it.

    A participle with its own phrase before the noun is passed over: *mit dem im Exil lebenden Dalai Lama*.
    """
    doc, found, nested = case.doc, None, False
    for i in range(case.i + 1, stop):
        token = doc[i]
        if token.tag_ in ("APPR", "APPRART") and doc[i - 1].tag_ == "ART" and i - 1 > case.i:
            nested = True
        elif nested:
            nested = token.tag_ != "ADJA"
        elif token.tag_ in ("NN", "NE", "PPER", "FM"):
            if i + 1 < stop and _owns_next(token):
                continue
            found = token
            if i in doc._.actor_at or i + 1 >= stop or doc[i + 1].tag_ not in ("NN", "NE"):
                return found
        elif token.tag_ not in _INSIDE:
            break
    return found


def _owns_next(name: Token) -> bool:
    """*mit Russlands Präsident Putin*: the genitive name belongs to the noun behind it."""
    actor = name.doc._.actor_at.get(name.i)
    if name.tag_ != "NE" or actor is None or name.text[-1:] not in ("s", "'", "’") or name.text in actor.name:
        return False
    return name.nbor(1).tag_ in ("NN", "ADJA")


def _second(slots: Slots, head: Token, stop: int) -> None:
    """The other side of *zwischen X und Y*: the noun behind *und*."""
    for i in range(head.i + 1, stop):
        token = head.doc[i]
        if token.lower_ in ("und", "sowie"):
            other = _head_behind(token, stop)
            if other is not None:
                slots.add("zwischen", other)
            return
        if token.pos_ in ("VERB", "AUX") or token.tag_ in ("$.", "KOUS"):
            return
