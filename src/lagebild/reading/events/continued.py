"""Deeds that go on from sentence to sentence: who attacked, who went on arresting, who *der Festgenommene* is."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence, sentences_back
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.harm import HARM
from lagebild.reading.events.lists import others, states_or_bodies
from lagebild.reading.events.matching import definite
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.words import in_class, lemma

#: Types of deeds that somebody suffers, who is then called by what he suffered.
_SUFFERED: Final = frozenset(["COERCE", "ASSAULT", "ACCUSE"])
#: Types of what is done by words, in which one who speaks goes on from sentence to sentence.
_SPOKEN: Final = frozenset(["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"])
#: Types of words against somebody, and how many events back somebody may have acted on the same.
_AGAINST: Final = frozenset(["ACCUSE", "REQUEST"])
_JUST: Final = 3
#: Words at the beginning by which a sentence goes on with what was told.
#: First words of a sentence that say more of what was said.
_IN_IT: Final = frozenset(["darin", "dabei", "insbesondere", "vor", "besonders", "namentlich"])
_GOING_ON: Final = frozenset(
    ["außerdem", "zudem", "auch", "ferner", "weiterhin", "ebenfalls", "ebenso", "daneben", "dabei"]
)
#: How many sentences back the deed may stand, and how many events back it is looked for.
_SENTENCES: Final = 2
_BACK: Final = 6
#: Words for one or some of those told before: *Der Erste wurde am Montag festgenommen*.
_SOME_OF_THEM: Final = frozenset(
    ["erste", "zweite", "dritte", "vierte", "letzte", "beide", "beiden", "einer", "andere", "anderer", "anderen",
     "letzterer", "ersterer"]
)  # fmt: skip


def continued(drafts: list[Draft]) -> None:
    """Fill or mend the sides of deeds from those told right before; ``drafts`` are in text order."""
    for at, draft in enumerate(drafts):
        if draft.sides.mutual:
            continue
        before = _deeds_before(draft, drafts[max(0, at - _BACK) : at])
        if before:
            _meant(draft, before)
            _some_of_them(draft, before)
            _by_the_same(draft, before)
        _spoken_on(draft, drafts[max(0, at - _BACK) : at])


def acted_on_before(drafts: list[Draft]) -> None:
    """Words against somebody that name no speaker are of those who acted on the same right before: *Merkel warnte die
    Türkei. … In dem Brief wird die Regierung in Ankara kritisiert*."""
    for at, draft in enumerate(drafts):
        sides = draft.sides
        if draft.predicate.type not in _AGAINST or sides.source or sides.mutual or not sides.target:
            continue
        if draft.predicate.legal:
            continue  # who sues does not convict
        if any(head.tag_ != "PPER" for head in draft.slots.get("subj")):
            continue  # *Der Sprecher warf der Delegation Hochmut vor*: somebody is named, whoever that is
        suffering = states_or_bodies(sides.target)
        for told in reversed(drafts[max(0, at - _JUST) : at]):
            same = not told.sides.mutual and states_or_bodies(told.sides.target) == suffering
            same = same and told.clause is not draft.clause
            if same and told.sides.source and told.predicate.type != "SUPPORT":
                sides.source.extend(others(told.sides.source, sides.target))
                draft.note("sides:acted-on-them-before", told.token)
                break


def attackers(drafts: list[Draft], places: Places) -> None:
    """An attack that names nobody, here or before, is by those who are called by it around: *Die Täter flohen*."""
    for draft in drafts:
        sides = draft.sides
        if draft.predicate.type != "ASSAULT" or sides.mutual or sides.source:
            continue
        found = places.crowd.near(draft.token, "perpetrator")
        new = others(_identified(found, places), sides.target) if found is not None else []
        if new:
            sides.source.extend(new)
            draft.note("sides:attackers-around", draft.token)


def _identified(called: ActorFound, places: Places) -> list[ActorFound]:
    """Who they are said to be that are called attackers: *Die Täter waren israelische Siedler*; else themselves."""
    doc = places.doc
    for start, stop in called.mentions:
        noun = doc[stop - 1]
        who = noun.head
        if start + 1 == stop and noun.dep_ == "nsubj" and who.tag_ in ("NN", "NE") and who.i > noun.i:
            named = phrase_actors(who, places) if any(child.dep_ == "cop" for child in who.children) else []
            if named:
                return named
    return [called]


def _deeds_before(draft: Draft, before: list[Draft]) -> list[Draft]:
    """The deeds of the sentences right before, the last one first."""
    first = sentences_back(draft.token, _SENTENCES)
    return [
        told
        for told in reversed(before)
        if told.token.i >= first
        and told.predicate.type in _SUFFERED
        and not told.sides.mutual
        and (told.clause is None or told.clause is not draft.clause)
    ]


def _meant(draft: Draft, before: list[Draft]) -> None:
    """Put those who suffered the deed told before in the place of *die Festgenommenen*, *die Geiseln*, *der Mann*."""
    for side in (draft.sides.source, draft.sides.target):
        for at, actor in enumerate(side):
            word = _taken_up(draft, actor)
            if word is None:
                continue
            for told in before:
                new = others(told.sides.target, [actor, *draft.sides.source, *draft.sides.target])
                if new and told.sides.target == new and _may_be(word, new):
                    side[at : at + 1] = new
                    draft.note("sides:suffered-before", told.token)
                    return


def _taken_up(draft: Draft, actor: ActorFound) -> Token | None:
    """The word that names the actor in the deed's sentence, if it only says what he suffered."""
    if actor.kind not in ("person", "group"):
        return None
    doc, within = draft.token.doc, sentence(draft.token)
    for start, stop in actor.mentions:
        if within.start <= start < within.stop and stop == start + 1 and in_class(doc[start], "sufferer"):
            return doc[start] if definite(doc[start]) else None
    return None


def _may_be(word: Token, people: list[ActorFound]) -> bool:
    """Whether a deed's victims can be meant: one by one word, no state or body."""
    if any(a.kind not in ("person", "group", "state") for a in people):
        return False
    several = word.morph.get("Number", []) == ["Plur"]
    return several or len(people) == 1


def _some_of_them(draft: Draft, before: list[Draft]) -> None:
    if draft.nominal or draft.sides.target:
        return
    if not any(
        lemma(head).lower() in _SOME_OF_THEM or head.lower_ in _SOME_OF_THEM
        for head in draft.slots.get("acc")
    ):
        return
    for told in before:
        if told.sides.target and _alike(told, draft):
            draft.sides.target.extend(others(told.sides.target, draft.sides.source))
            draft.note("sides:some-of-them", told.token)
            return


def _by_the_same(draft: Draft, before: list[Draft]) -> None:
    """*nahm zwei Männer fest. Ein dritter wurde in Rom festgenommen*: by the same police; *plünderte Dörfer. Außerdem
    wurden Bauern verschleppt*: by the same militia."""
    if draft.nominal or draft.sides.source or draft.clause is None or draft.clause.voice == "active":
        return
    goes_on = draft.token.doc.lowers[sentence(draft.token).start] in _GOING_ON
    for told in before:
        if not told.sides.source or any(a.kind == "person" for a in told.sides.source):
            continue
        deeds = draft.predicate.by_force and told.predicate.by_force and draft.follows(told)
        suffered = deeds and draft.predicate.text in HARM and _one_people(told, draft)
        if _alike(told, draft) or (goes_on and deeds) or suffered:
            draft.sides.source.extend(others(told.sides.source, draft.sides.target))
            draft.note("sides:by-the-same", told.token)
            return


def _one_people(told: Draft, draft: Draft) -> bool:
    """Whether those killed or hurt are of the people that was attacked right before: *griffen das Dorf an. Zwei Bauern
    wurden verletzt*."""
    mine = {a.country for a in draft.sides.target}
    return bool(mine) and None not in mine and mine <= {a.country for a in told.sides.target}


def _spoken_on(draft: Draft, before: list[Draft]) -> None:
    """Who asked, praised or criticised in the sentence before goes on where a passive names nobody: *Insbesondere wird
    kritisiert, dass …*, *Darin wird der König aufgefordert, …*; not who sued where a court convicts."""
    if draft.predicate.type not in _SPOKEN or draft.predicate.legal or draft.nominal or draft.sides.source:
        return
    if draft.clause is None or draft.clause.voice == "active":
        return
    for told in reversed(before):
        if not draft.follows(told):
            return
        # Who defends somebody is not who criticises in the next sentence.
        turned = {told.predicate.type, draft.predicate.type} == {"SUPPORT", "ACCUSE"}
        speaks = told.predicate.type in _SPOKEN and told.clause is not draft.clause and not turned
        # *Er forderte Schutz. Der Gruppe wird Mord vorgeworfen*: by others
        speaks = speaks and (told.predicate.type == draft.predicate.type or _goes_on(draft))
        new = others(told.sides.source, draft.sides.target) if speaks else []
        if new:
            draft.sides.source.extend(new)
            draft.note("sides:who-spoke-before", told.token)
            return


def _goes_on(draft: Draft) -> bool:
    """Whether the sentence begins with a word that goes on with the one before: *Darin*, *Zudem*, *Insbesondere*."""
    return draft.token.doc.lowers[sentence(draft.token).start] in _GOING_ON | _IN_IT


def _alike(told: Draft, draft: Draft) -> bool:
    mine, other = draft.predicate, told.predicate
    return mine.type == other.type and (
        mine.text == other.text or (mine.mode is not None and mine.mode == other.mode)
    )
