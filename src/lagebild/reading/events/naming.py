"""What unnamed people are called: their noun in the nominative, with the words that tell them apart."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence
from lagebild.reading.events.words import adjectival, is_people, lemma

_ENDINGS: Final[tuple[str, ...]] = ("en", "em", "er", "es", "e")
#: Endings of an adjective in the nominative behind *ein* or alone, by gender (UD).
STRONG: Final = {"Masc": "er", "Fem": "e", "Neut": "es"}
#: Ends of nouns whose plural has *-en* in every case: *Menschen*, *Demonstranten*, *Soldaten*.
_WEAK: Final[tuple[str, ...]] = (
    "mensch",
    "ant",
    "ent",
    "ist",
    "soldat",
    "kandidat",
    "aph",
    "oph",
    "prinz",
    "christ",
    "held",
    "nom",
    "krat",
    "staat",
    "nachbar",
    "bauer",
    "untertan",
)

#: Endings of feminines, whose plural is in *-en* in all cases: *Parteien*.
_ALWAYS_EN: Final[tuple[str, ...]] = ("ei", "heit", "keit", "schaft", "ung", "tion", "sion", "tät")
_DETERMINERS: Final = frozenset(["ART", "PPOSAT", "PDAT", "PIAT", "PRELAT", "PWAT", "CARD"])
_FEMALE: Final[tuple[str, ...]] = ("person", "frau")


def _dative_ending(word: str, lemma_: str) -> bool:
    """Whether the last letter is that of the dative plural alone: *Arbeiter*n, *Hunde*n, not *Experte*n."""
    if word[:-1] == lemma_:
        return not lemma_.lower().endswith(("e", *_WEAK))
    return word[:-1] == lemma_ + "e" and not lemma_.lower().endswith((*_WEAK, *_ALWAYS_EN))


def _feminine(noun: Token) -> bool:
    """*Personen*, *Frauen* have *-en* in all cases. Of other people the tag may be wrong: *den Spionen*."""
    return noun.morph.get("Gender", []) == ["Fem"] and (
        not is_people(noun) or noun.lemma_.lower().endswith(_FEMALE)
    )


def _plural(noun: Token) -> bool:
    """A plural by its tag, or by an adjective in *-e* that no article stands before, as no one person has it: *russische
    Spione*, whatever the tag says."""
    if noun.morph.get("Number", []) == ["Plur"]:
        return True
    bare = not any(child.tag_ in _DETERMINERS for child in noun.lefts)
    strong = any(child.tag_ == "ADJA" and child.text.endswith("e") for child in noun.lefts)
    return bare and strong and noun.morph.get("Gender", []) != ["Fem"] and is_people(noun)


def _is_dative(noun: Token) -> bool:
    """Of a plural: by its tag, by *den*, or by an adjective in *-en* that no article stands before."""
    if noun.morph.get("Case", []) == ["Dat"]:
        return True
    before = [child for child in noun.lefts if child.tag_ in _DETERMINERS]
    if before:
        return before[0].lower_ == "den"
    return any(child.tag_ == "ADJA" and child.text.endswith("en") for child in noun.lefts)


def name_of(noun: Token) -> str:
    """The noun with what tells it apart, in the nominative: *Staats- und Regierungschefs*, *unbekannte Partei*."""
    doc, first = noun.doc, noun.i
    word = noun.text
    plural = _plural(noun)
    if plural and _is_dative(noun) and _dative_ending(word, lemma(noun)) and not _feminine(noun):
        word = word[:-1]
    elif plural and adjectival(word):
        word = adjectival(word)
    elif not plural and (
        noun.morph.get("Case", []) == ["Gen"] or word in (lemma(noun) + "n", lemma(noun) + "en")
    ):
        word = lemma(noun)
    if first >= 2 and doc[first - 1].tag_ == "KON" and doc[first - 2].tag_ == "TRUNC":
        return f"{doc[first - 2].text} {doc[first - 1].text} {word}"
    before = doc[first - 1] if first > sentence(noun).start else noun
    if before.tag_ != "ADJA" or before.like_num or before.text[:1].isdigit():
        return word
    if before.text[:1].isupper() and before.text.endswith("er") and before.i > sentence(noun).start:
        return f"{before.text} {word}"  # *Südtiroler*, *Berliner* are never declined
    stem = next((before.text[: -len(e)] for e in _ENDINGS if before.text.endswith(e)), before.text)
    ending = "e" if plural else STRONG.get(next(iter(noun.morph.get("Gender", [])), ""), "e")
    if before.i == sentence(noun).start:  # a capital for its place alone
        stem = stem[:1].lower() + stem[1:]
    return f"{stem}{ending} {word}"
