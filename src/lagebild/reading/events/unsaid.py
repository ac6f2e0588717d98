"""Sides that a later mention leaves unsaid because an earlier one told them: *der Angriff*, *das Treffen*."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from lagebild.language.tokens import Token, sentence
from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.content import aimed_by_content
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others, state_or_body
from lagebild.reading.events.matching import definite
from lagebild.reading.events.sides import Places
from lagebild.reading.events.words import in_class, lemma

#: How often an article must have told of a pair of states for one to act on the other unsaid.
_PAIRS: Final = 2
#: How many event mentions back a repeated event may have been told.
_BACK: Final = 40
#: Types of single deeds: a noun without article is another deed than the one told before.
_SINGLE: Final = frozenset(["ASSAULT", "COERCE", "RETREAT", "ACCUSE"])


_TO_ANOTHER: Final = frozenset(["AGREE", "REQUEST", "THREATEN", "AID"])
_AIMS: Final = frozenset(["auf", "gegen"])
#: What a telephone call may be called later on.
_CALLS: Final = frozenset(["Gespräch", "Unterredung", "Unterhaltung", "Austausch"])
#: Beginnings of adjectives of what is done once more by the same.
_MORE: Final[tuple[str, ...]] = ("weiter", "erneut", "neuerlich")
_STATELY: Final = frozenset(["state", "person"])
#: Types of events between two sides, whose other side the article's pair of states may give.
_BETWEEN_TWO: Final = frozenset(["CONSULT", "COOPERATE", "AID", "AGREE", "THREATEN"])
#: What is given and what enemies do not do together, and types of what enemies do.
_MATERIAL: Final = frozenset(["COOPERATE", "AID"])
_CONFLICT: Final = frozenset(
    ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
)
#: Types of what is often done to nobody in particular, and how often the pair must then have been told outside a war.
_OPEN: Final = frozenset(["REQUEST", "AID"])
_LEADING: Final = 5


def recall(drafts: list[Draft]) -> None:
    """Complete event nouns from earlier mentions; ``drafts`` are in text order.

    A noun without sides takes both of the nearest earlier event of its own word, or, when it is
    definite, of its own type; with one side, the other side of an earlier event that shares it.
    """
    aimed = aimed_by_content(drafts)
    for at, draft in enumerate(drafts):
        if _complete(draft):
            continue
        if not draft.nominal:
            if _lacks_other(draft) and id(draft) not in aimed:
                _from_dyad(draft, drafts[:at])
            continue
        told = [d for d in drafts[max(0, at - _BACK) : at] if not d.predicate.denied]
        earlier = _earlier(draft, told)
        if earlier is not None:
            _complete_from(draft, earlier)
        if not _complete(draft) and draft.predicate.type in _BETWEEN_TWO:
            _from_dyad(draft, drafts[:at])


def _lacks_other(draft: Draft) -> bool:
    """A verb whose other side the article may give: *beide Seiten einigten sich*, *stellte Hilfe in Aussicht*."""
    sides, frame = draft.sides, draft.predicate.frame
    if frame.mutual:
        return not sides.source
    return draft.predicate.type in _TO_ANOTHER and bool(sides.source) and not sides.target


def leading_pair(
    before: list[Draft], violent: bool = False
) -> tuple[frozenset[str], int, dict[str, ActorFound]] | None:
    """The two states or bodies that most events so far are between, how many, and who they are; None where no pair
    stands out. ``violent``: only of attacks, as who talks to whom does not say who fights whom."""
    pairs: Counter[frozenset[str]] = Counter()
    actors: dict[str, ActorFound] = {}
    for told in before:
        if violent and told.predicate.type != "ASSAULT":
            continue
        states = {
            state_or_body(a): a
            for a in (*told.sides.source, *told.sides.target)
            if a.kind == "international" or (a.country and a.kind in _STATELY)
        }
        if len(states) == 2:
            pairs[frozenset(states)] += 1
            actors.update({code: actor for code, actor in states.items() if code not in actors})
    if not pairs:
        return None
    (pair, count), *rest = pairs.most_common(2)
    return None if rest and rest[0][1] >= count else (pair, count, actors)


def _from_dyad(draft: Draft, before: list[Draft]) -> None:
    """Give an event between two the pair of states that the article is about so far, if one stands out."""
    found = leading_pair(before, draft.predicate.type == "ASSAULT")
    if found is None:
        return
    pair, count, actors = found
    least = _LEADING if draft.predicate.type in _OPEN and not _at_war(pair, before) else _PAIRS
    if count < least and not draft.sides.mutual:
        return
    known = [*draft.sides.source, *draft.sides.target]
    codes = {state_or_body(a) for a in known}
    if not codes <= pair or _others_named(draft, pair):
        return
    if not codes and draft.predicate.type in _MATERIAL and _at_odds(pair, before):
        return  # *nach einer Übung* in an article on two who quarrel is no exercise of both
    missing = [state_actor(draft.token.doc, code) or actors[code] for code in sorted(pair - codes)]
    if draft.sides.mutual or not draft.sides.source:
        draft.sides.source.extend(missing)
    else:
        draft.sides.target.extend(missing)
    draft.note("sides:pair-of-the-article", draft.token)


def _at_odds(pair: frozenset[str], before: list[Draft]) -> bool:
    """Whether most of what was told between the two is conflict."""
    told = [d for d in before if {state_or_body(a) for a in (*d.sides.source, *d.sides.target)} == pair]
    return sum(d.predicate.type in _CONFLICT for d in told) * 2 > len(told)


def _at_war(pair: frozenset[str], before: list[Draft]) -> bool:
    found = leading_pair(before, violent=True)
    return found is not None and found[0] == pair and found[1] >= _PAIRS


def _complete(draft: Draft) -> bool:
    sides = draft.sides
    if sides.mutual:
        # A body's own summit is among its members: *der EU-Gipfel*.
        body = draft.predicate.mode == "multilateral" and any(a.kind == "international" for a in sides.source)
        return body or len(sides.source) > 1
    return bool(sides.source) and (bool(sides.target) or not draft.predicate.frame.target)


def _earlier(draft: Draft, before: list[Draft]) -> Draft | None:
    """The earlier mention: in the sentence before or this one, else what the article began with, else the nearest."""
    called = _subject(draft.token)
    said_of = [d for d in before if called is not None and d.token.i == called.i]
    if said_of and _alike(said_of[0], draft):
        return said_of[0]  # *Der Angriff auf Kiew war ein Kriegsverbrechen*
    that = called is not None and called.tag_ == "PDS"  # *Das war ein Massaker*
    bound = that or definite(draft.token) or _one_more(draft.token)
    same_word = [d for d in before if _by_the_same_word(d, draft)]
    if draft.predicate.type in _SINGLE and (not (bound or _one_only(same_word)) or _aimed(draft)):
        return None
    known = [*draft.sides.source, *draft.sides.target]
    same_type = [d for d in before if _alike(d, draft)] if bound and not _told_anew(draft.token) else []
    for candidates in (same_word, same_type):
        fitting = [d for d in candidates if _fits(d, known)]
        if not fitting and bound and candidates is same_word:
            fitting = [d for d in candidates if _befalls_country(d, draft) or _claimed(d, draft)]
        if not fitting:
            continue
        if draft.follows(fitting[-1]):
            return fitting[-1]
        topic = [d for d in fitting if _topic(d)] if bound else []
        told = next((d for d in topic if _complete(d) and not d.sides.mutual), None)
        return told or (topic or fitting[-1:])[0]
    return None


def _by_the_same_word(earlier: Draft, draft: Draft) -> bool:
    """Whether the noun told it before, alone or beside its verb: *reichte Klage ein … Die Klage*."""
    if earlier.nominal:
        return earlier.predicate.text == draft.predicate.text
    if earlier.predicate.type != draft.predicate.type or not earlier.predicate.fixed:
        return False
    return any(word.tag_ == "NN" and lemma(word) == lemma(draft.token) for word in earlier.words)


def _one_only(told: list[Draft]) -> bool:
    """Whether an attack of that name has been told several times, always by the same: *Gegenoffensive*."""
    if told and told[-1].predicate.text.lower().endswith("krieg"):
        return False  # *die Gefahr eines größeren Krieges* is not the one told of
    doers = [{state_or_body(a) for a in d.sides.source} for d in told if d.sides.source]
    return len(doers) >= _PAIRS and all(those == doers[0] for those in doers)


def _one_more(noun: Token) -> bool:
    """Whether the deed is told as one more of the same: *bei einem weiteren Angriff*, *erneute Razzien*."""
    return any(child.tag_ == "ADJA" and child.lower_.startswith(_MORE) for child in noun.children)


def _subject(noun: Token) -> Token | None:
    """Of what a copula says that it is the event."""
    if all(child.dep_ != "cop" for child in noun.children):
        return None
    return next((child for child in noun.children if child.dep_ == "nsubj"), None)


def _aimed(draft: Draft) -> bool:
    """Whether the noun says at what it is aimed, though that is no actor: *der Brandanschlag auf eine Kirche*."""
    if draft.sides.target:
        return False
    return any(draft.slots.get(name) for name in draft.predicate.frame.target if name in _AIMS)


def _told_anew(noun: Token) -> bool:
    """Whether a long attribute introduces the noun: *die gestern in Rom eröffnete Konferenz* is no earlier one."""
    return any(
        child.tag_ == "ADJA" and any(inner.pos_ in ("NOUN", "PROPN") for inner in child.children)
        for child in noun.children
        if child.i < noun.i
    )


#: Ends of nouns for talks, and first parts that say nothing of what they are about.
_TALKS: Final[tuple[str, ...]] = ("gespräch", "verhandlung", "treffen", "gipfel", "konferenz")
_OF_ANY: Final = frozenset(["", "gipfel", "spitzen", "-", "krisen", "sonder"])


def _of_another_matter(earlier: Draft, draft: Draft) -> bool:
    """Whether both are talks, by their first parts on two things: *Friedensgespräche … die Beitrittsverhandlungen*."""
    matters = [_matter(d.token.lemma_.lower()) for d in (earlier, draft)]
    return matters[0] != matters[1] and _OF_ANY.isdisjoint(matters)


def _matter(noun: str) -> str:
    return next((noun.removesuffix(end) for end in _TALKS if noun.endswith(end)), "")


#: Modes of attacks that take up none of another mode.
_OF_ITS_KIND: Final = frozenset(["execute", "abduct"])
#: Rules of predicates that name a war that somebody wages, none of the world's.
_A_WAR: Final = re.compile(r"(?<!welt)krieg(?:-|\+|$)")


def _alike(earlier: Draft, draft: Draft) -> bool:
    """Of one type, and of one mode where both have one: a resignation is no withdrawal of troops."""
    mine, other = draft.predicate, earlier.predicate
    if mine.text == "Krieg" and _A_WAR.search(other.rule.lower()):
        return True  # *des Angriffskriegs … dieses Krieges*, *führt Krieg … der Krieg*
    if (
        mine.type != other.type
        or mine.frame.mutual != other.frame.mutual
        or _of_another_matter(earlier, draft)
    ):
        return False
    if mine.text != other.text and mine.text.lower().endswith("krieg"):
        return False  # *seit dem Zweiten Weltkrieg* takes up no massacre told before
    if other.mode == "phone" and not mine.mode:
        return mine.text in _CALLS  # nor *die Atomgespräche* a call between ministers
    if mine.mode in _OF_ITS_KIND and mine.mode != other.mode:
        return False  # *wegen Mordes verurteilt … die Hinrichtung* is of another deed
    return mine.mode == other.mode or mine.type == "ASSAULT" or not mine.mode


def _fits(candidate: Draft, known: list[ActorFound]) -> bool:
    sides = [*candidate.sides.source, *candidate.sides.target]
    return len(sides) > len(known) and all(any(a is b for b in sides) for a in known)


def _befalls_country(candidate: Draft, draft: Draft) -> bool:
    """Whether the earlier mention has a doer, and befalls the country of the one that is without."""
    codes = {a.country for a in draft.sides.target}
    told = {a.country for a in candidate.sides.target}
    return bool(candidate.sides.source) and not draft.sides.source and bool(codes) and codes <= told - {None}


def _claimed(candidate: Draft, draft: Draft) -> bool:
    """Whether the deed befell somebody, and whose it was is said only now: *zu dem Anschlag bekannte sich die Miliz*."""
    mine, told = draft.sides, candidate.sides
    codes = {a.country for a in told.source}
    return (
        bool(mine.source and told.target)
        and not mine.target
        and codes <= {a.country for a in mine.source}
        and all(a is not b for a in mine.source for b in told.target)
    )


def _topic(draft: Draft) -> bool:
    """Told in the first two sentences."""
    return draft.token.i < 60


def _complete_from(draft: Draft, earlier: Draft) -> None:
    sides, told = draft.sides, earlier.sides
    known: list[ActorFound] = [*sides.source, *sides.target]
    if not known:
        sides.source.extend(told.source)
        (sides.source if sides.mutual else sides.target).extend(told.target)
    elif _claimed(earlier, draft):
        sides.target.extend(told.target)
    elif not sides.mutual and not sides.source and not told.mutual and others(known, told.source) == known:
        sides.source.extend(
            others(told.source, known)
        )  # whom the deed befalls says nothing of who else suffered
    else:
        missing = others((*told.source, *told.target), known)
        if _turned(draft, earlier):
            # *Angriff Israels auf Kinder … seit dem Überfall auf Israel*: victims do not strike back, their power does
            missing = [a for a in missing if a.kind != "group" or a.sector]
            if not missing:
                return
        if sides.mutual or not sides.source:
            sides.source.extend(missing)
        else:
            sides.target.extend(missing)
    draft.note("sides:told-before", earlier.token)


def _turned(draft: Draft, earlier: Draft) -> bool:
    """Whether those whom the attack befalls attacked before."""
    sides, told = draft.sides, earlier.sides
    if draft.predicate.type != "ASSAULT" or sides.mutual or told.mutual or sides.source:
        return False
    return any(a is b for a in sides.target for b in told.source)


def _others_named(draft: Draft, pair: frozenset[str]) -> bool:
    """Whether the sentence names actors of other countries, who may be the unsaid side."""
    at = draft.token.doc._.actor_at
    within = sentence(draft.token)
    named = {at[i] for i in range(within.start, within.stop) if i in at}
    stately = {state_or_body(a) for a in named if a.country or a.kind == "international"}
    return bool(stately - pair)


def rally(drafts: list[Draft], places: Places) -> None:
    """Protest that names nobody is of those who protest in the sentences around it."""
    for draft in drafts:
        if draft.predicate.type == "PROTEST" and draft.nominal and not draft.sides.source:
            crowd = places.crowd.near(draft.token, "rioter")
            if crowd is not None and all(crowd is not a for a in draft.sides.target):
                draft.sides.source.append(crowd)
                draft.note("sides:protesters-around", draft.token)


#: Types of what is for an army or between armies rather than by one: *Militärhilfe*.
_NOT_BY_FORCE: Final = frozenset(["AID", "AGREE", "SUPPORT"])
#: Beginnings of adjectives that say which power of the state acts.
_OF_POWERS: Final[tuple[str, ...]] = ("polizei", "behördlich", "gerichtlich")


def forces(drafts: list[Draft], places: Places) -> None:
    """The police or army acts that the noun begins with: *Polizeieinsatz*, *polizeiliche Razzia*."""
    for draft in drafts:
        sides = draft.sides
        if not draft.nominal or sides.source or draft.predicate.type in _NOT_BY_FORCE:
            continue
        powers = [t for t in draft.slots.get("adj") if t.lower_.startswith(_OF_POWERS)]
        for word in (draft.token, *powers):
            force = places.crowd.by_part(word)
            if force is not None and all(force is not a for a in sides.target):
                sides.source.append(force)
                draft.note("sides:force-in-the-word", word)
                break


def expelled(drafts: list[Draft]) -> None:
    """Envoys who are expelled are never those of the state that expels them: *die Junta wies den Botschafter aus*.

    Where another expelled some before, they are of the same state: *Estland verwies ebenfalls einen Diplomaten*.
    """
    before: list[ActorFound] = []
    for draft in drafts:
        sides = draft.sides
        if draft.predicate.mode == "expel" and draft.predicate.type == "SANCTION" and not sides.mutual:
            if not any(in_class(head, "diplomat", "envoy") for head in draft.slots.get("acc")):
                continue
            own = {a.country for a in sides.source if a.country}
            sides.target = [a for a in sides.target if a.country not in own or a.kind == "state"]
            foreign = any(head.i in draft.token.doc._.actor_at for head in draft.slots.get("acc"))
            if before and not foreign and all(a.country not in own for a in before):
                sides.target = list(before)
                draft.note("sides:as-those-before", draft.token)
            before = [a for a in sides.target if a.country]
