"""Gender and number of pronouns against those of what they may stand for."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import Gender
from lagebild.reading.analysis import ActorFound

#: Ends of nouns for what is done to people and to nobody else.
_BEFALLING: Final[tuple[str, ...]] = (
    "freilassung", "festnahme", "verhaftung", "inhaftierung", "hinrichtung", "auslieferung", "abschiebung", "ermordung",
    "entführung", "begnadigung", "verurteilung", "freispruch",
)  # fmt: skip
_GENDERS: Final[dict[str, Gender]] = {"Masc": "m", "Fem": "f", "Neut": "n"}
_FEATURES: Final = {gender: feature for feature, gender in _GENDERS.items()}


def is_plural(token: Token) -> bool:
    """Whether the pronoun is a plural, by its verb where it is a subject: *sie kommen*."""
    number = token.morph.get("Number", [])
    if token.dep_.startswith("nsubj"):
        for verb in (token.head, *token.head.children):
            if verb.tag_.endswith("FIN"):
                number = verb.morph.get("Number", []) or number
                break
    return number == ["Plur"]


def agrees(cast: Cast, actors: list[ActorFound], genders: tuple[Gender, ...], noun: Token) -> bool:
    """Whether gender and number fit the mention at the noun: those of the noun (*Truppen*), else the actor's."""
    if len(actors) > 1:
        return "p" in genders
    actor = actors[0]
    if noun.tag_ == "NN" and actor.kind != "person":
        if noun.morph.get("Number", []) == ["Plur"]:
            return "p" in genders
        gender = _GENDERS.get((noun.morph.get("Gender", []) or [""])[0])
        if gender is not None:
            return gender in genders
    gender = cast.gender[actor]
    if actor.kind == "state":
        if gender == "f" and noun.lower_ == actor.name.lower():
            return "f" in genders  # *die Ukraine* is no *es*, *Kiew* is
        return gender in genders or ("n" in genders and gender != "p")
    if actor.kind == "group":
        return "p" in genders or gender in genders
    return gender in genders


def subject_verb(verb: Token) -> Token:
    """The verb whose subject a verb joined by *und* shares; the verb itself where it has one of its own."""
    for _ in range(8):
        joined = verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX")
        if not joined or any(child.dep_.startswith("nsubj") for child in verb.children):
            break
        verb = verb.head
    return verb


def noun_between(
    cast: Cast, within: tuple[int, int], genders: tuple[Gender, ...], thing: bool = False
) -> bool:
    """Whether a common noun that a pronoun may mean stands in the range: *der Norden, wenn er*.

    ``thing``: an object counts too, as for *ihn*: *kritisierte den Plan und lehnte ihn ab*.
    """
    wanted = [_FEATURES.get(genders[0])]
    return any(
        word.pos_ == "NOUN"
        and (
            word.dep_.startswith("nsubj")
            or (thing and (word.dep_ == "obj" or _about(word)))
            or (genders == ("f",) and word.text.endswith("in"))
        )
        and word.i not in cast.at
        and not _named_behind(cast, word)
        and word.morph.get("Gender", []) == wanted
        and word.morph.get("Number", []) != ["Plur"]
        for word in cast.doc.tokens[slice(*within)]
    )


def _named_behind(cast: Cast, noun: Token) -> bool:
    """Whether the name of whom the noun describes follows: *sein Nachfolger Karl Meier*."""
    name = noun_phrases.apposition(noun)
    return name is not None and name.i in cast.at


def _about(noun: Token) -> bool:
    """Whether it is what the clause is about: *ist entsetzt über den Vorfall*."""
    return any(child.lower_ in ("über", "gegen") for child in noun.children)


def befalls_people(possessive: Token) -> bool:
    """Whether what is somebody's befalls people alone: *forderte ihre Freilassung* means no state."""
    return possessive.head.i > possessive.i and possessive.head.lower_.endswith(_BEFALLING)
