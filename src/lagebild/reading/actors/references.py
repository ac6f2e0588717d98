"""Words that take up what the article has named: *das Land*, *beide Seiten*, *der Norden*."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Words
from lagebild.reading.actors.body_phrases import Phrase
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.sentences import Sentences
from lagebild.reading.analysis import ActorFound
from lagebild.record import ActorKind

_ARTICLES: Final = frozenset({"der", "den", "dem", "des"})
#: What makes a place of the quarter: *im Norden* lies somewhere, *mit dem Norden* one talks.
_WHERE: Final = frozenset({"in", "aus", "nach", "durch", "über", "von"})
#: What says of which land it is the north: *der Norden Malis*, *der Norden des Landes*.
_OF: Final = frozenset({"der", "des", "von"})
#: Words for two who are at odds, of whom one may be no state, and how many sentences back these may be named.
_SIDES = frozenset({"Seiten", "Lager", "Lagern", "Kriegsparteien", "Konfliktparteien", "Streitparteien"})
_SIDES_REACH: Final = 3
#: How often an article must name each of its two parties, and how many times more often than any third.
_PARTY, _PARTY_LEADS_BY = 3, 1.5
#: How many times as often as another state an article names one for sides to be those of a war within it.
_WITHIN: Final = 4
#: Sectors of groups that fight the government of their own country.
_REBELS: Final = frozenset({"REB", "OPP"})
#: How many sentences back the court of *die Richter* may stand.
_COURT_REACH: Final = 3
#: Sectors of groups with which a government is at war.
_ARMED: Final = frozenset({"REB", "UAF", "MIL"})
#: What courts are called once they have been named.
_COURTS: Final = frozenset({"Gericht", "Gerichtshof", "Tribunal", "Strafgericht", "Strafgerichtshof"})


#: Articles of several, and how many sentences back those may have been named who are joined.
_THE_MANY: Final = frozenset({"die", "diese", "der", "dieser", "den", "diesen"})
_JOINED_REACH: Final = 2
#: What kinds of actors those may be whom a word for several takes up without *beide*.
_KINDS: Final[dict[str, tuple[ActorKind, ...]]] = {
    "lands": ("state",),
    "bodies": ("organisation", "international", "group"),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a word may take up: ``refers`` is one state, several states, persons or bodies, or a court.

    ``which`` are the codes of the states that alone are called so, as *Emirat*, or the sectors of such bodies; empty for
    any.
    """

    refers: str
    which: frozenset[str]


@cache
def references() -> dict[str, Reference]:
    """What each folded word may take up."""
    rows = lexicon.table("actors/references.tsv", ["word", "refers", "which"], optional=1)
    return {
        fold(r["word"]): Reference(r["refers"], frozenset(r["which"].replace(",", " ").split())) for r in rows
    }


def tribunal(cast: Cast, phrase: Phrase) -> ActorFound | None:
    """The international court named before, which *das Gericht* takes up, or the one that the same word named there."""
    if not phrase.definite or phrase.body.word not in _COURTS:
        return None
    courts = [a for a in cast.actors if a.sector == "JUD" and a.kind in ("international", "organisation")]
    before = [a for a in courts if any(stop <= phrase.start for _, stop in a.mentions)]
    many = next((a for a in before if a.kind == "international"), None)
    word = phrase.body.word.lower()
    return many or next((a for a in reversed(before) if a.name.lower().endswith(word)), None)


@cache
def halves() -> dict[str, list[tuple[str, str]]]:
    """Points of the compass that a state may be called by: the word → that state and the other one, by country."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in lexicon.table("actors/halves.tsv", ["word", "state", "other"]):
        found.setdefault(row["word"], []).append((row["state"], row["other"]))
    return found


def half(words: list[str], i: int, named: Collection[str]) -> str | None:
    """The alpha-3 code of the state that *der Norden*, *der Süden* at ``i`` means, where the article names the other half;
    None for any other word.

    ``named`` are the countries of the article.
    """
    pairs = halves().get(words[i], ())
    if not pairs or i == 0 or words[i - 1].lower() not in _ARTICLES:
        return None
    before, after = words[i - 2].lower() if i > 1 else "", words[i + 1] if i + 1 < len(words) else ""
    if before in _WHERE or after in _OF or (after[:1].isupper() and after.endswith("s")):
        return None
    return next((state for state, other in pairs if other in named), None)


def qualified(doc: Words, words: list[str], i: int, start: int) -> bool:
    """*auf dem Land*, *das Land der Träume*, *das Land Hessen* mean no state named before."""
    if start and words[start - 1].lower() in ("auf", "an", "über", "zu"):
        return True
    if i + 1 >= len(doc):
        return False
    return words[i + 1].lower() in ("der", "des", "von", "mit") or doc[i + 1].tag_ == "NE"


def rebels_before(cast: Cast, sentences: Sentences, phrase: Phrase) -> str | None:
    """The country of the rebels who are the subject of the sentence so far: *Die Huthis boten der Regierung an, …* means
    that of their own country, whichever state the article names most."""
    for i in range(phrase.start - 1, sentences.first(sentences.of(phrase.token)) - 1, -1):
        actor = cast.one_at(i)
        if actor is not None and sentences.subject(i):
            return actor.country if actor.kind == "group" and actor.sector in _REBELS else None
    return None


def fought_by(actor: ActorFound) -> str | None:
    """The country of rebels, who fight its government; None for anybody else."""
    return actor.country if actor.kind == "group" and actor.sector in _REBELS else None


def named_before(cast: Cast, phrase: Phrase) -> str | None:
    """The country of the body told before by a longer word (*die Junta* is the *Militärjunta in Bamako*) or by another one
    for the same (*die Militärregierung*)."""
    end, lowers = phrase.body.word.lower(), cast.doc.lowers
    same = _same_body().get(end, frozenset())
    if end not in cast.alike:  # once a word, not once a mention: articles may be long
        cast.alike[end] = [
            i for i, word in enumerate(lowers) if word in same or (word != end and word.endswith(end))
        ]
    places = cast.alike[end]
    for k in range(bisect_left(places, phrase.token) - 1, -1, -1):
        actor = cast.one_at(places[k])
        if actor is not None and (actor.country or lowers[places[k]] not in same):
            return actor.country
    return None


@cache
def _same_body() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.table("actors/same_body.tsv", ["word", "other"]):
        found.setdefault(row["word"], set()).add(row["other"])
    return {word: frozenset(others) for word, others in found.items()}


def lands_named(
    cast: Cast, sentences: Sentences, states: list[tuple[int, Entry]], at: int
) -> list[tuple[int, Entry]]:
    """The states, and where, that *das Land* may take up: named in this sentence or the two before, best by their name.

    ``states`` are those of actors; *nach Mali* names a land too, more than a minister who travels there names hers.
    """
    lands = cast.known.states
    placed = [
        (start, lands[place.country])
        for place in cast.doc._.places
        if place.country in lands and place.name == lands[place.country].name
        for start, _ in place.mentions
    ]
    here, tokens = sentences.of(at), {start for start, _ in placed}
    near = [
        (t, e) for t, e in sorted([*states, *placed], key=_token) if t < at and here - sentences.of(t) <= 2
    ]
    actors = [(t, e) for t, e in near if t in tokens or t in cast.at]
    return [(t, e) for t, e in actors if t in tokens or _is_state(cast, t)] or actors or near


def most_named(cast: Cast, states: list[tuple[int, Entry]], other: Entry) -> Entry | None:
    """The state that the article names most so far, but for the other one."""
    counts = Counter(entry.key for _, entry in states if entry is not other)
    best = counts.most_common(1)
    return cast.known.entries[best[0][0]] if best else None


def _token(named: tuple[int, Entry]) -> int:
    return named[0]


def _is_state(cast: Cast, token: int) -> bool:
    actor = cast.one_at(token)
    return actor is not None and actor.kind == "state"


def one_sided(named: Counter[str], pair: Iterable[str]) -> bool:
    """Whether an article speaks of one of the two states so much more that *beide Seiten* are rather both within it."""
    counts = sorted(named[code] for code in pair)
    return len(counts) == 2 and counts[1] >= _WITHIN * counts[0]


def parties(named: Counter[str]) -> list[str]:
    """The two countries that an article names most by far, if it is about two; ``named`` counts its mentions."""
    best = named.most_common(3)
    if len(best) < 2 or best[1][1] < _PARTY:
        return []
    if len(best) > 2 and best[1][1] < _PARTY_LEADS_BY * best[2][1]:
        return []
    return [code for code, _ in best[:2]]


def joined_sides(cast: Cast, sentences: Sentences, at: int) -> list[ActorFound]:
    """The two whom *beide Seiten* at a token means where one is no state: those that *und* joined last as a subject
    (*die Regierung und die Rebellen*); none where there are no such two."""
    doc = cast.doc
    if not sentences.tree or doc[at].text not in _SIDES:
        return []
    for i in range(at - 1, sentences.first(sentences.of(at) - _SIDES_REACH) - 1, -1):
        actor, token = cast.one_at(i), doc[i]
        if token.dep_ in ("appos", "flat", "flat:name") and token.head.i < i:
            token = token.head  # *die Regierung und die Guerillagruppe ELN*
        if actor is None or token.dep_ != "conj" or token.head.i >= token.i:
            continue
        other = cast.one_at(token.head.i)
        if other is None or other is actor or not sentences.subject(token.head.i):
            continue
        kinds = {actor.kind, other.kind}
        return [other, actor] if "group" in kinds and not kinds & {"person", "international"} else []
    return []


def court_before(cast: Cast, sentences: Sentences, i: int) -> ActorFound | None:
    """The court that the last sentences named, whose judges a bare *die Richter* means."""
    if not _bare_plural(cast.doc, i):
        return None
    for at in range(i - 1, sentences.first(sentences.of(i) - _COURT_REACH) - 1, -1):
        actor = cast.one_at(at)
        if actor is not None and actor.sector == "JUD" and actor.kind in _KINDS["bodies"]:
            return None if actor.name.lower().endswith("anwaltschaft") else actor
    return None


def at_war(cast: Cast, at: int) -> list[ActorFound]:
    """The two of one country of whom the article told last with *und* between them, *der Regierung und den Rebellen*: of
    their war *beide Seiten* speaks, however long ago that was."""
    if cast.doc[at].text not in _SIDES:
        return []
    for i in range(at - 1, 1, -1):
        one = cast.one_at(i - 1) if cast.doc.lowers[i] == "und" else None
        other = _behind_article(cast, i + 1) if one is not None and one.country is not None else None
        if one is None or other is None or one is other or one.country != other.country:
            continue
        if any(actor.kind == "group" and actor.sector in _ARMED for actor in (one, other)):
            return [one, other]
    return []


def _behind_article(cast: Cast, i: int) -> ActorFound | None:
    """Who is named at the token or behind its article and adjective."""
    for k in range(i, min(i + 3, len(cast.doc))):
        actor = cast.one_at(k)
        if actor is not None or cast.doc[k].tag_ not in ("ART", "ADJA"):
            return actor
    return None


def joined_before(cast: Cast, sentences: Sentences, i: int, refers: Reference) -> list[ActorFound]:
    """The states or bodies that a list of the last sentences named, whom a bare *die Länder*, *die Organisationen* takes
    up; those of its subject first."""
    doc, kinds = cast.doc, _KINDS.get(refers.refers)
    if kinds is None or not sentences.tree or not _bare_plural(doc, i):
        return []
    here, last = sentences.of(i), list[ActorFound]()
    first = sentences.first(here)
    for back in range(1, _JOINED_REACH + 1):
        start, stop = sentences.first(here - back), first
        for head in range(start, stop):
            found = _list_at(cast, head)
            if len(found) > 1 and all(_may_be(actor, kinds, refers.which) for actor in found):
                last = found
                if sentences.subject(head):
                    return found
        if last:
            return last
        first = start
    return []


def _bare_plural(doc: Words, i: int) -> bool:
    """Whether nothing but an article stands with the plural noun: not *die Länder der Union*, *die Parteien, die …*."""
    if i == 0 or doc.lowers[i - 1] not in _THE_MANY or doc[i].morph.get("Number", []) == ["Sing"]:
        return False
    follows = doc[i + 1] if i + 1 < len(doc) else None
    if follows is None or follows.tag_ in ("NE", "NN", "ART", "CARD", "ADJA", "TRUNC") or follows.text == ",":
        return False
    return follows.lower_ not in ("von", "aus", "in", "im", "mit", "für", "und", "sowie", "wie")


def _list_at(cast: Cast, head: int) -> list[ActorFound]:
    """The actors of the list that begins with the token; none where a part of it names nobody."""
    if head not in cast.at or cast.doc[head].dep_ == "conj":
        return []
    found: list[ActorFound] = []
    for token in noun_phrases.conjuncts(cast.doc[head]):
        actor = cast.one_at(token.i)
        if actor is None:
            return []
        if actor not in found:
            found.append(actor)
    return found


def _may_be(actor: ActorFound, kinds: tuple[ActorKind, ...], sectors: frozenset[str]) -> bool:
    return actor.kind in kinds and (not sectors or actor.sector in sectors)


def joined_states(scan: Scan, states: list[tuple[int, Entry]], acting: Collection[str]) -> dict[str, Entry]:
    """The two states by country that *und* joined last, whom *die beiden Regierungen* means; nobody who acts on them."""
    for k in range(len(states) - 1, 0, -1):
        (first, one), (second, other) = states[k - 1 : k + 1]
        hit = scan.covered.get(first)
        between = [word.lower() for word in scan.words[hit.stop if hit else first + 1 : second]]
        pair = {e.country or e.key: e for e in (other, one)}
        if between in (["und"], ["und", "die"]) and len(pair) == 2 and not pair.keys() & set(acting):
            return pair
    return {}


def two_persons(cast: Cast, at: int) -> list[ActorFound]:
    """The two persons named last before a token, in text order."""
    seen: list[ActorFound] = []
    for i in sorted((i for i in cast.at if i < at), reverse=True):
        for actor in cast.at[i]:
            if actor.kind == "person" and actor not in seen:
                seen.append(actor)
        if len(seen) >= 2:
            break
    return seen[1::-1]


def stands_alone(cast: Cast, i: int) -> bool:
    """*Die beiden trafen sich*, *beide verurteilten den Angriff*: no noun behind it."""
    follows = cast.doc[i + 1].tag_ if i + 1 < len(cast.doc) else ""
    return follows not in ("NN", "NE", "ADJA", "CARD", "TRUNC", "FM", "ART", "PPOSAT", "")


def located(cast: Cast, token: int) -> str | None:
    """The country of the place behind the word: *die Polizeibehörden in Mombasa*."""
    words = cast.doc.words
    if token + 2 >= len(words) or words[token + 1] not in ("in", "im", "von"):
        return None
    place = next((p for p in cast.doc._.places if any(s == token + 2 for s, _ in p.mentions)), None)
    return place.country if place is not None else None
