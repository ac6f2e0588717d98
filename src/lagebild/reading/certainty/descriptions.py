"""Sources that are told by a description and no name, which are named as written: *westliche Geheimdienste*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.analysis import ActorFound, Range
from lagebild.reading.events.words import is_people


def described(doc: Words, words: Range, actor: ActorFound | None) -> bool:
    """Whether the source is told by a description and no name: *westliche Geheimdienste*, *afghanische Behörden*.

    Nobody but a state named as such is called by the state: not its army or ministries.
    """
    if actor is not None and actor.kind != "person" and speaks_for(doc, words, actor):
        return True  # *ein Talibansprecher*, *westliche Regierungen*
    if actor is not None and actor.kind == "state":
        nouns = [i for i in range(*words) if doc[i].tag_ == "NN"]
        # *ein Rat der Albaner*: whoever else is named is not Albania.
        return any(body_of(doc[i].text) is not None or doc._.actor_at.get(i) is not actor for i in nouns)
    if actor is not None and actor.kind in ("organisation", "international"):
        head = next((i for i in range(*words) if doc[i].tag_ in ("NN", "NE")), None)
        if head is not None and is_people(doc[head]) and doc._.actor_at.get(head) is not actor:
            return True  # *ein Sprecher des Ministeriums*
    own = [doc[i] for i in range(*words) if doc[i].tag_ == "NN"]
    stop = _before_place(doc, words)
    plain = actor is not None and actor.kind != "person" and stop < words[1] and actor.name == own[0].text
    if actor is not None and not plain and not (actor.country is None and actor.kind in _OF_NO_STATE):
        return False
    if any(doc[i].tag_ == "NE" for i in range(words[0], stop)):
        return False
    # *die Agentur Deutsche Presse*: the name may stand behind the words
    return bool(own) and (actor is None or any(n.text in actor.name or n.lemma_ in actor.name for n in own))


def _before_place(doc: Words, words: Range) -> int:
    """Where the words end that do not say where somebody is: *Diplomaten in Brüssel*, *die Polizei in Istanbul*."""
    return next((i for i in range(words[0] + 1, words[1]) if doc[i].lower_ in ("in", "im")), words[1])


def speaks_for(doc: Words, words: Range, actor: ActorFound) -> bool:
    """Whether the first noun names a person or office that speaks for the actor and is called by no name."""
    noun = next((doc[i] for i in range(*words) if doc[i].tag_ in ("NN", "NE")), None)
    if noun is None or noun.tag_ != "NN":
        return False
    behind = noun.i + 1
    if behind < words[1] and doc[behind].tag_ == "NE" and doc._.actor_at.get(behind) is not actor:
        return False  # *Minister Berger*
    known = noun.text in actor.name or noun.lemma_ in actor.name
    return not known and noun.lower_.endswith(_OFFICES)


_OF_NO_STATE: Final = ("group", "organisation")
#: Ends of nouns for who speaks for others.
_OFFICES: Final[tuple[str, ...]] = (
    "sprecher", "sprechers", "sprecherin", "vertreter", "vertreters", "vertreterin", "beamter", "beamten",
    "offizieller", "offiziellen", "minister", "ministers", "ministerin", "diplomat", "diplomaten", "mitarbeiter",
    "kommandeur", "kommandeurs", "berater", "unterhändler", "abgeordneter", "abgeordnete", "politiker",
    "regierungen", "funktionär", "funktionäre", "offizier", "offiziere", "general",
)  # fmt: skip
