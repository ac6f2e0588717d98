"""Whose people they are by the clause around them: *die eigenen Soldaten*, protesters whom a state arrests or shoots."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from lagebild.language.de import noun_phrases
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.words import in_class, lemma, verb_lemma

#: Who protests by force need not be of the country.
_ATTACKING = frozenset(["Angreifer", "Besetzer", "Aufrührer", "Gewalttäter"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass"])


def own_country(people: Token) -> str | None:
    """The country that the clause gives to unnamed people: that of the subject whose *own* they are, or of the state
    that uses force against those who protest; None for all others."""
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
        return named[0].country  # type: ignore[no-any-return]
    forced = any(p.by_force for p in lexicon.verbs().get(verb_lemma(verb.lemma_, verb.text), ()))
    return named[0].country if forced and named[0].kind == "state" else None


def described(doc: Doc, group: ActorFound, at: int) -> str | None:
    """The country that the article gives the group at ``at`` later on by an adjective: *Siedler*, then *israelische
    Siedler*; a headline leaves it out."""
    ending = " " + group.name
    later = [a for a in doc._.actors if a.kind == "group" and a.name.endswith(ending)]
    found = {a.country if a.mentions[0][0] > at else None for a in later}
    return found.pop() if len(found) == 1 else None
