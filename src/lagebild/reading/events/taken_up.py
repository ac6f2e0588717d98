"""*Der Mann*, *die Frau*, *der Angeklagte*: the person told of before, whom a bare description takes up."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence, sentences_back
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.scan import first_names
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.words import PEOPLE, in_class, is_citizen, lemma

#: Sentences before its own to look back through.
_BACK: Final = 2
_AGED: Final[tuple[str, ...]] = ("jährige", "jähriger", "jährigen")
_ARTICLES: Final = frozenset(["der", "die", "den", "dem", "des"])
_DEFINITE: Final = frozenset(["die", "den", "der", "diese", "diesen", "dieser"])
#: The same for several: a group stays longer in mind.
_BACK_TO_MANY: Final = 5
_GENDERS: Final = {"m": "Masc", "f": "Fem"}


def takes_up(noun: Token) -> bool:
    """Whether the noun says of one person no more than what was told: with the article, without an owner."""
    if not (in_class(noun, "taken_up") or noun.lower_.endswith(_AGED)) or noun.morph.get("Number", []) == [
        "Plur"
    ]:
        return False
    before = [child for child in noun.children if child.i < noun.i]
    if not any(child.lower_ in _ARTICLES for child in before):
        return False
    return not any(child.dep_ in ("nmod", "appos", "flat") and child.i > noun.i for child in noun.children)


def person_before(noun: Token) -> ActorFound | Token | None:
    """The person whom the noun takes up: a named one without an office, or a noun that introduced somebody."""
    doc, first, tags = noun.doc, sentences_back(noun, _BACK), noun.doc.tags
    wanted = noun.morph.get("Gender", [])
    for i in range(sentence(noun).start - 1, first - 1, -1):
        named: ActorFound | None = doc._.actor_at.get(i)
        if named is not None:
            if named.kind == "person" and named.role is None and _fits(named.name, wanted):
                return named
            single = doc[i].morph.get("Number", []) == ["Sing"]
            if single and named.kind == "state" and is_citizen(doc[i]):
                return named  # *ein Marokkaner*
            continue
        if tags[i] == "NN" and _introduces(doc[i], wanted):
            return _bearer(doc[i]) or doc[i]
    return None


def _bearer(noun: Token) -> ActorFound | None:
    """The person named right behind the noun: *der Blogger Ali Meier*."""
    at: dict[int, ActorFound] = noun.doc._.actor_at
    named = at.get(noun.i + 1)
    return named if named is not None and named.kind == "person" else None


def _fits(name: str, wanted: list[str]) -> bool:
    gender = _GENDERS.get(first_names().get(fold(name.split()[0]), ""))
    return gender is None or not wanted or [gender] == wanted


def _introduces(noun: Token, wanted: list[str]) -> bool:
    """*ein deutscher Helfer*: one private person, of whom more is said than the article."""
    if noun.morph.get("Number", []) == ["Plur"] or not in_class(noun, *PEOPLE) or takes_up(noun):
        return False
    if lemma(noun) in ("Mensch", "Person", "Opfer") or noun.morph.get("Gender", []) != wanted:
        return False
    return any(child.i < noun.i and child.tag_ in ("ART", "ADJA") for child in noun.children)


def people_before(noun: Token) -> Token | None:
    """The last noun before that says more of the people whom a bare definite plural takes up: *russische Geheimagenten …
    die Agenten*; None where there is none."""
    if noun.morph.get("Number", []) == ["Sing"] or not _bare(noun):
        return None
    doc, first = noun.doc, sentences_back(noun, _BACK_TO_MANY)
    ending = doc.lemmas[noun.i].lower()
    for i in range(sentence(noun).start - 1, first - 1, -1):
        if doc.tags[i] != "NN" or not doc.lemmas[i].lower().endswith(ending):
            continue
        if doc[i].morph.get("Number", []) != ["Sing"] and not _bare(doc[i]):
            return doc[i]
    return None


def _bare(noun: Token) -> bool:
    """Whether nothing but a definite article stands with the noun."""
    before = [child for child in noun.children if child.i < noun.i]
    if any(child.tag_ == "ADJA" or child.dep_ == "nmod" for child in noun.children):
        return False
    return any(child.lower_ in _DEFINITE for child in before)
