"""One of a country by the word for its people: *der Norweger* is the Norwegian named before or somebody, not the state."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import Gender
from lagebild.reading.actors.gazetteer import Person
from lagebild.reading.actors.scan import Hit
from lagebild.reading.actors.sentences import Sentences
from lagebild.reading.analysis import ActorFound

#: How many sentences back the person may be named.
_REACH: Final = 3
_ONE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
#: Endings of masculine words whose singular and plural are one form: *der Brite* is one, *der Norweger* may be all.
_EITHER: Final[tuple[str, ...]] = ("er", "i")


def one_of_them(doc: Words, hit: Hit) -> Gender | None:
    """The gender of the one person whom the word with its article means; None for a people or anything else."""
    if hit.use != "demonym" or hit.stop - hit.start > 1 or hit.start == 0:
        return None
    word, start = doc.words[hit.start], hit.start - 1
    if start > 0 and doc.tags[start] == "ADJA":
        start -= 1
    article = doc.lowers[start]
    if word.endswith("in"):
        return "f" if article in ("die", "der") or article in _ONE else None
    if article in ("dem", "des") or article in _ONE:
        return "m"
    if article == "den":
        singular = all(doc[i].morph.get("Number", []) == ["Sing"] for i in (start, hit.start))
        return "m" if singular or word.endswith(_EITHER) else None
    if article != "der" or word.endswith("n"):
        return None
    # *das Recht der Norweger* is a genitive plural
    return "m" if not word.endswith(_EITHER) or doc[hit.start].dep_.startswith("nsubj") else None


def mention_one(cast: Cast, sentences: Sentences, hit: Hit, gender: Gender) -> None:
    """Note who is meant: behind *der* the person named last of that country or of none, else somebody of the country."""
    country = hit.entry.country
    again = not _ONE & set(cast.doc.lowers[max(0, hit.start - 2) : hit.start])
    found = _named(cast, sentences, hit, gender) if again else None
    if found is None:
        word = _nominative(cast.doc.words[hit.start], gender)
        found = cast.body(f"one:{country}:{gender}", word, "person", country, None, gender)
    elif found.country is None and cast.entry_of(found) is None and not found.abroad:
        found.country = country
    cast.mention(found, hit.start, hit.stop)


def _named(cast: Cast, sentences: Sentences, hit: Hit, gender: Gender) -> ActorFound | None:
    here = sentences.of(hit.start)
    best: tuple[bool, int] | None = None
    found: ActorFound | None = None
    for actor in cast.actors:
        last = max((start for start, _ in actor.mentions if start < hit.start), default=None)
        if actor.kind != "person" or cast.gender[actor] != gender or last is None:
            continue
        of_it = _is_of(cast, actor, hit.entry.country)
        if here - sentences.of(last) > _REACH or not (of_it or _may_be_of(cast, sentences, actor, last)):
            continue
        rank = (of_it, last)
        if best is None or rank > best:
            best, found = rank, actor
    return found


def _is_of(cast: Cast, actor: ActorFound, country: str | None) -> bool:
    """Whether the person acts for the country or has held an office of it."""
    entry = cast.entry_of(actor)
    held = {term.country for term in entry.terms} if isinstance(entry, Person) else set()
    return country in {actor.country, *held}


def _may_be_of(cast: Cast, sentences: Sentences, actor: ActorFound, last: int) -> bool:
    """Whether somebody of no country may be of any: who leads a body and never held an office of a state, or a person in
    no list who was the subject when named at token ``last``."""
    entry = cast.entry_of(actor)
    if isinstance(entry, Person):
        return actor.country is None and all(term.country is None for term in entry.terms)
    return actor.country is None and sentences.subject(last)


def _nominative(word: str, gender: Gender) -> str:
    if gender == "f":
        return word
    return word[:-1] if word.endswith(("ers", "is", "en")) else word
