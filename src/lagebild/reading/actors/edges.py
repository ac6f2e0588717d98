"""Where a person's name begins and ends, against what the network took for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lagebild.language.de.clauses.words import words
from lagebild.language.tokens import Words
from lagebild.reading.actors import titles
from lagebild.reading.actors.forms import INNER

_ARGUMENTS: Final = frozenset({"obj", "iobj", "obl:arg", "obl"})
#: Small words that stand inside names only; *von*, *der* may begin another phrase.
_JOINS: Final = frozenset(
    {"da", "de", "del", "della", "di", "do", "dos", "du", "van", "bin", "ibn", "al", "el", "abu", "y"}
)


def start(words: list[str], first: int, stop: int) -> int:
    """The first token of the name without a title that was taken for part of it."""
    while first < stop - 1 and (titles.office(words[first]) or words[first] in titles.POLITE):
        first += 1
    return first


def end(doc: Words, first: int, stop: int, is_name: Callable[[int], bool]) -> int:
    """The token after a name that was cut before its last word, *Karim El* | *Mansuri*, or drawn too far.

    ``is_name`` says of a token whether it can be a word of a name.
    """
    while stop - first > 1 and is_thing(doc, stop - 1):
        stop -= 1
    if stop < len(doc) and doc[stop - 1].text in INNER and is_name(stop):
        return stop + 1
    return _joined(doc, stop, is_name)


def _joined(doc: Words, stop: int, is_name: Callable[[int], bool]) -> int:
    """The token after what small words join to a name: *Ana Lopes* | *da Silva*, *Jan van* | *der Velde*."""
    i = stop
    if i < len(doc) and doc[i].text in _JOINS:
        i += 1
    if (
        i < len(doc)
        and doc[i].text in ("der", "den", "la", "las", "los")
        and doc[i - 1].text in ("van", "de")
    ):
        i += 1
    return i + 1 if i > stop and i < len(doc) and is_name(i) else stop


def flat(doc: Words, i: int) -> bool:
    """Whether the tree hangs a word on the one right before it as a part of one name."""
    return doc[i].dep_ in ("flat", "flat:name") and doc[i].head.i == i - 1


def hung(doc: Words, i: int) -> bool:
    """Whether the tree hangs on the name right before it a word that the tagger takes for a noun: *Araya* | *Desta*."""
    tags = (doc[i - 1].tag_, doc[i].tag_)
    return flat(doc, i) and tags == ("NE", "NN") and doc[i].text.isalpha() and not is_thing(doc, i)


def followed(doc: Words, i: int) -> bool:
    """Whether the tree hangs on a name the next word, which the tagger takes for a name, too: *Keheliya* | *Gunawanta*."""
    return i + 1 < len(doc) and (doc[i].tag_, doc[i + 1].tag_) == ("NE", "NE") and flat(doc, i + 1)


def several(doc: Words, i: int) -> bool:
    """Whether what looks like a surname are several people: *Schottische Fischer blockierten den Hafen*."""
    word = doc[i]
    if not word.dep_.startswith("nsubj") or any(child.dep_ == "conj" for child in word.children):
        return False
    verbs = [word.head, *word.head.children]
    finite = next((verb for verb in verbs if verb.tag_ in ("VVFIN", "VAFIN", "VMFIN")), None)
    return finite is not None and finite.morph.get("Number", []) == ["Plur"]


def is_thing(doc: Words, i: int) -> bool:
    """Whether a noun behind a name has no part in it, by the tree or as the word for a deed: *werfen Berger Untreue vor*,
    *boten Berger Gespräche an*."""
    if not i:
        return False
    noun, name = doc[i], doc[i - 1]
    if name.tag_ != "NE":
        return False
    argument = noun.pos_ == "NOUN" and noun.dep_ in _ARGUMENTS and name.head.i == noun.head.i
    return argument or (noun.tag_ == "NN" and noun.lower_.endswith(words().deed_nouns))


def owned(doc: Words, start: int, stop: int) -> bool:
    """Whether the network took what is somebody's for his name: *Gaddafis Stamm*, *Kairos Botschafter*."""
    owner = doc[start]
    if stop - start != 2 or doc[start + 1].tag_ != "NN" or owner.text[-1:] not in "s'’":
        return False
    hung = owner.head.i == start + 1 and owner.dep_ not in ("flat", "flat:name", "compound")
    return hung or titles.office(doc.words[start + 1]) is not None


def is_charge(doc: Words, i: int) -> bool:
    """Whether the word is no name behind its bearer's office, but what he is accused of: *warf dem Präsidenten Untreue vor*,
    not *warf dem Präsidenten Meier Untreue vor*, *warf dem Präsidenten Meier vor, er habe …*."""
    if i == 0 or doc[i - 1].dep_ != "obl:arg":
        return False
    verb = doc[i - 1].head
    if any(child.dep_ == "obj" and child.tag_ in ("NN", "NE", "PIS") for child in verb.children):
        return False
    prefix = next((child for child in verb.children if child.lower_ == "vor"), None)
    if verb.lemma_ != "vorwerfen" and (verb.lemma_ != "werfen" or prefix is None):
        return False
    last = prefix.i if prefix is not None else verb.i
    return doc.words[last + 1 : last + 2] not in ([","], [":"])
