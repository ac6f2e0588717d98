"""Whose people they are by the clause around them: *die eigenen Soldaten*, protesters whom a state arrests or shoots."""

from __future__ import annotations

from collections import Counter
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.actors.scene import TELLERS
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.attributes import behind
from lagebild.reading.events.words import in_class, lemma, verb_lemma

#: Who protests by force need not be of the country.
_ATTACKING: Final = frozenset(["Angreifer", "Besetzer", "Aufrührer", "Gewalttäter"])
_SUBJECT: Final = frozenset(["nsubj", "nsubj:pass"])
#: Beginnings of words for people of one's own country.
_COMPATRIOTS: Final[tuple[str, ...]] = ("landsm", "landsleut", "landsfrau", "mitbürger")

#: Verbs of what people do to their own land, and the objects of a verb.
_AT_HOME: Final = frozenset(
    ["verlassen", "regieren", "führen", "verteidigen", "vertreten", "beherrschen", "lähmen"]
)
_OBJECTS: Final = frozenset(["obj", "iobj", "obl:arg"])
#: Prepositions of the other side of what is the object.
_TOWARDS: Final = frozenset(["an", "gegen", "für", "aus", "mit"])


def own_country(people: Token) -> str | None:
    """The country that the clause gives to unnamed people: that of the subject whose *own* they are, of the state
    that uses force against those who protest, or whose office *ein* brings in; None for all others."""
    if in_class(people, "leader"):
        return _state_before(people)
    own = any(child.tag_ == "ADJA" and lemma(child) == "eigen" for child in people.children)
    protesting = in_class(people, "demonstrator") and not (
        in_class(people, "perpetrator") or lemma(people) in _ATTACKING
    )
    if not own and not (protesting and people.dep_ == "obj"):
        return None
    verb = people.head
    subject = next((child for child in verb.children if child.dep_ in _SUBJECT), None)
    if subject is None:
        return None
    named = [people.doc._.actor_at.get(t.i) for t in noun_phrases.conjuncts(subject)]
    if len(named) != 1 or named[0] is None or not named[0].country:
        return None
    if own:
        return named[0].country
    forced = any(p.by_force for p in lexicon.verbs().get(verb_lemma(verb.lemma_, verb.text), ()))
    return named[0].country if forced and named[0].kind == "state" else None


def of_compatriots(people: Token) -> str | None:
    """The country of people who are somebody's compatriots: the owner's, *seine Landsleute*, else that of who acts in the
    clause, *holte Landsleute heim*; None for others."""
    if not people.lower_.startswith(_COMPATRIOTS):
        return None
    at, verb = people.doc._.actor_at, people.head
    whose = [child for child in people.lefts if child.tag_ in ("PPOSAT", "PRELAT")]
    if not whose:
        whose = [child for child in verb.children if child.dep_ == "nsubj" and child.i != people.i]
    owners = [at.get(token.i) for token in whose]
    return owners[0].country if len(owners) == 1 and owners[0] is not None else None


def _state_before(office: Token) -> str | None:
    """The state that acts in the sentence before an office that *ein* brings in: *Der Kreml half ihm. Ein Vizeminister
    reiste nach Mali*."""
    doc, start = office.doc, sentence(office).start
    if start == 0 or not any(child.lower_ in ("ein", "eine") for child in office.children):
        return None
    before = sentence(doc[start - 1])
    acting = (doc._.actor_at.get(i) for i in range(before.start, before.stop) if doc[i].dep_ in _SUBJECT)
    states = [actor.country for actor in acting if actor is not None and actor.kind == "state"]
    return states[0] if len(states) == 1 else None


#: Ends of nouns for who holds the same office in another country.
_COUNTERPARTS: Final[tuple[str, ...]] = (
    "kollege",
    "kollegin",
    "kollegen",
    "kolleginnen",
    "widerpart",
    "pendant",
)


def is_counterpart(noun: Token) -> bool:
    """Whether it is somebody's colleague abroad: *seinen Amtskollegen*."""
    owned = any(child.tag_ == "PPOSAT" for child in noun.children)
    return owned and noun.lower_.endswith(_COUNTERPARTS)


def other_of_two(noun: Token) -> str | None:
    """The country of somebody's colleague: that of the two which the article names most that is not the owner's."""
    doc = noun.doc
    named: Counter[str] = Counter()
    for actor in doc._.actors:
        if actor.country and actor.sector != TELLERS:
            named[actor.country] += len(actor.mentions)
    pair = [code for code, _ in named.most_common(2)]
    verb = noun.head
    words = [child for child in noun.children if child.tag_ == "PPOSAT"]
    words += [child for child in verb.children if child.dep_ in _SUBJECT]
    owners = {doc._.actor_at[word.i].country for word in words if word.i in doc._.actor_at}
    others = [code for code in pair if code not in owners]
    return others[0] if len(pair) == 2 and len(others) == 1 else None


def described(doc: Words, group: ActorFound, at: int) -> str | None:
    """The country that the article gives the group at ``at`` later on by an adjective: *Siedler*, then *israelische
    Siedler*; a headline leaves it out."""
    ending = " " + group.name
    later = [a for a in doc._.actors if a.kind == "group" and a.name.endswith(ending)]
    found = {a.country if a.mentions[0][0] > at else None for a in later}
    return found.pop() if len(found) == 1 else None


def turned_on(people: Token, land: str) -> bool:
    """Whether the land itself is what they do something to, who then are hardly its own: *Die Ministerin lobte die Pläne und
    kritisierte Ungarn*, not *Der Präsident verließ Ungarn*."""
    if not people.dep_.startswith("nsubj"):
        return False
    at = people.doc._.actor_at
    for verb in (people.head, *(t for t in people.head.children if t.dep_ == "conj")):
        heads = [child for child in verb.children if child.dep_ in _OBJECTS]
        # *schloss eine Lieferung an Kiew aus*, *wies Vorwürfe aus Peking zurück*
        heads += [t for head in heads for t in head.subtree if t.tag_ == "NE" and behind(t, _TOWARDS)]
        named = (at.get(head.i) for head in heads)
        if any(a is not None and a.kind == "state" and a.country == land for a in named):
            return verb.lemma_ not in _AT_HOME
    return False
