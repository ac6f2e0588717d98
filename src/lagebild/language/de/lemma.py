"""Lemmas as UD German GSD writes them, and the Konjunktiv of finite verbs.

Closed classes and verbs that endings cannot tell (`verb_forms.py`) come from the lexicon, everything else from
learned word endings (`weights/lemma.tsv.gz`) with the treebank words that they miss (`weights/lemma_words.tsv.gz`).
A separable prefix that stands apart is not part of ``token.lemma_`` (as in the treebank); it is joined in
``token._.verb_lemma``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from lagebild.language.de.spelling import standard
from lagebild.language.de.suffixes import Endings, SuffixRules, apply, load_rules
from lagebild.language.de.verb_forms import verb_forms
from lagebild.lexicon import table

#: Class of the learned endings for each STTS tag; all other tags keep the word itself.
CLASS_OF_TAG: Final = {
    "NN": "N",
    "ADJA": "A",
    "ADJD": "D",
    "VVFIN": "V",
    "VVIMP": "V",
    "VVINF": "I",
    "VVPP": "P",
    "VVIZU": "Z",
}
#: Before the edit of a participle whose *ge* belongs to the verb: gewonnen, gewinnen.
KEEPS_GE: Final = "="
#: Prefixes that are adverbs as well, and what begins or ends verbs that do not take them.
_ADVERBS = frozenset(["scharf", "fest", "offen", "klar", "weiter", "wieder", "gleich", "gut", "kurz", "richtig", "sicher",
                      "schwer", "hoch", "gerade", "übel", "wohl", "still", "hart"])  # fmt: skip
_INSEPARABLE: Final[tuple[str, ...]] = ("ver", "be", "ent", "zer", "miss")
_FOREIGN: Final = re.compile(r"ier(?:e|en|t|te|ten|st)$")
_GENDER: Final = re.compile(r"[:*_/·]-?in(nen)?$")
_CAPITALS: Final = re.compile(r"[A-ZÄÖÜ0-9]{2,}[a-z]?")


@cache
def closed_class() -> dict[tuple[str, str], str]:
    """Lemma of (lower-case form, tag) for the closed classes."""
    return {
        (form, row["tag"]): row["lemma"]
        for row in table("base/closed_lemmas.tsv", ("tag", "lemma", "forms"))
        for form in row["forms"].split(" ")
    }


@cache
def irregular_adjectives() -> dict[str, str]:
    """Lemma of the comparative and superlative stems that endings cannot tell: *höher*, *best*."""
    rows = table("base/irregular_adjectives.tsv", ("lemma", "comparative", "superlative"))
    return {row[degree]: row["lemma"] for row in rows for degree in ("comparative", "superlative")}


@cache
def _irregular_forms() -> dict[str, str]:
    """Lemma of every form with one of these stems."""
    found: dict[str, str] = {}
    for ending in ("", "en", "e", "er", "es", "em"):
        for stem, lemma in irregular_adjectives().items():
            found.setdefault(stem + ending, lemma)
    return found


@cache
def plural_nouns() -> Endings[str]:
    """Lower-case singular of the plurals that endings cannot tell, in every case: *protesten*, *zölle*."""
    found: dict[str, str] = {}
    for row in table("base/plural_nouns.tsv", ("singular", "plural")):
        singular, plural = row["singular"].lower(), row["plural"].lower()
        if plural != singular:
            found[plural] = singular
        if not plural.endswith(("n", "s")):
            found[plural + "n"] = singular
    return Endings(found, shortest=4)


def _of_plural(lower: str) -> str:
    """The singular of a noun that is or ends in a plural of the lexicon, else ``""``."""
    found = plural_nouns().find(lower)
    return lower[: found[0]] + found[1] if found is not None else ""


@lru_cache(maxsize=50_000)
def plural_by_form(noun: str, gender: str) -> bool:
    """Whether a noun of this gender (UD: Fem, Neut, Masc) can only be a plural: *Unruhen*, *zu Gesprächen*.

    A feminine noun has no ending in the singular; of the others the lexicon's plurals are sure, but for
    those in *-n* that can be the accusative of a weak masculine: *den Soldaten*.
    """
    lower = noun.lower()
    found = _of_plural(lower)
    if gender == "Fem":
        # The tag may be wrong where the lexicon knows better: *Spione*.
        known = found not in ("", lower) and not lower.endswith("n")
        return known or (lower.endswith("en") and shipped().lemma(noun, "NN") != noun)
    return found not in ("", lower) and (gender == "Neut" or not lower.endswith(("en", found + "n")))


@cache
def separable_prefixes() -> tuple[str, ...]:
    """Verb prefixes that stand apart, longest first."""
    found = (row["prefix"] for row in table("base/separable_prefixes.tsv", ("prefix",)))
    return tuple(sorted(found, key=lambda prefix: (-len(prefix), prefix)))


@cache
def known_prefixes() -> frozenset[str]:
    """The same, to look one up."""
    return frozenset(separable_prefixes())


def says_how(word: str, verb: str) -> bool:
    """Whether an adverb that may be a prefix is none of this verb: *verurteilte den Anschlag scharf*.

    A verb with a prefix that never stands apart, or a foreign one, does not take such words for prefixes.
    """
    return word in _ADVERBS and (verb.startswith(_INSEPARABLE) or _FOREIGN.search(verb) is not None)


def split_participle(word: str) -> tuple[str, str] | None:
    """(separable prefix, stem) of a participle with *ge*: *abgelehnt* gives ("ab", "lehnt")."""
    return _split(word, "ge")


def split_infinitive(word: str) -> tuple[str, str] | None:
    """(separable prefix, infinitive) around *zu*: *herauszuschlagen* gives ("heraus", "schlagen")."""
    found = _split(word, "zu")
    if found is not None or "zu" not in word[2:]:
        return found
    at = word.index("zu", 2)
    return word[:at], word[at + 2 :]


def _split(word: str, infix: str) -> tuple[str, str] | None:
    at = word.rfind(infix)
    while at > 0:
        # From behind, so that the longest prefix is found first.
        if len(word) - at - len(infix) > 2 and word[:at] in known_prefixes():
            return word[:at], word[at + len(infix) :]
        at = word.rfind(infix, 0, at + len(infix) - 1)
    if at == 0 and len(word) > len(infix) + 2:
        return "", word[len(infix) :]
    return None


class Lemmatiser:
    """``lemma(word, tag)``; both tables may be replaced while training."""

    def __init__(self, rules: SuffixRules, words: Mapping[tuple[str, str], str]) -> None:
        self._rules = rules
        self._words = words
        self._closed = closed_class()

    def lemma(self, word: str, tag: str, genitive: bool = False, singular: bool = False) -> str:
        """The lemma of a word with an STTS tag; the word itself where nothing is known.

        `genitive` says whether a name stands in the genitive, so that its *-s* is an ending; `singular` whether a
        noun does not stand in the plural (a plural ending is then part of the word: *Impuls*, *Krise*).
        """
        lower = word.lower()
        closed = self._closed.get((lower, tag))
        if closed is not None:
            return closed
        kind = "S" if tag == "NN" and singular else CLASS_OF_TAG.get(tag, tag)
        if tag == "NE":
            return _name(word, genitive)
        if tag in CLASS_OF_TAG:
            word = standard(word)
            lower = word.lower()
        if kind in ("V", "P"):
            forms = verb_forms(separable_prefixes())
            known = forms.finite(lower) if kind == "V" else forms.participle(lower)
            if known:
                return known
        exception = self._words.get((kind, lower))
        if exception is not None:
            return _cased(exception, word, tag)
        if tag == "NN":
            several = _of_plural(lower)
            if several:
                return _cased(several, word, tag)
        if tag not in CLASS_OF_TAG:
            return word if tag in ("FM", "XY", "CARD") else lower
        if tag == "NN" and word.endswith(("in", "innen")) and _GENDER.search(word):
            return word.removesuffix("nen")
        if not word[1:2].islower() and _CAPITALS.fullmatch(word):
            return word
        if kind in "AD":
            irregular = _irregular_forms().get(lower)
            if irregular is not None:
                return irregular
        return _cased(self.guess(lower, kind), word, tag)

    def guess(self, word: str, kind: str) -> str:
        """The lemma of a lower-case word by the endings of a class alone."""
        if kind == "P":
            split = split_participle(word)
            if split is not None:
                return self._guess_participle(*split)
        if kind == "Z":
            split = split_infinitive(word)
            return word if split is None else split[0] + split[1]
        rule = self._rules.find(kind, word)
        return apply(rule, word) if rule else word

    def _guess_participle(self, prefix: str, stem: str) -> str:
        rule = self._rules.find("G", stem)
        if rule.startswith(KEEPS_GE):
            return prefix + apply(rule[1:], "ge" + stem)
        return prefix + (apply(rule, stem) if rule else stem)


def _name(word: str, genitive: bool) -> str:
    """A name without its genitive ending: *Russlands*, *Grass'*."""
    if not genitive or len(word) < 4:
        return word
    return word[:-1] if word[-1] in "s'’" and word[-2:] != "ss" else word


def _cased(lemma: str, word: str, tag: str) -> str:
    """Nouns and names keep the capitals of the text, all else is lower case."""
    if tag not in ("NN", "FM", "TRUNC"):
        return lemma
    if tag == "NN" and word[1:].islower():
        return lemma[:1].upper() + lemma[1:]
    shared = 0
    while shared < min(len(lemma), len(word)) and lemma[shared] == word[shared].lower():
        shared += 1
    cased = word[:shared] + lemma[shared:]
    return cased[:1].upper() + cased[1:] if tag == "NN" else cased


@cache
def shipped() -> Lemmatiser:
    """The lemmatiser with the tables of the package."""
    return Lemmatiser(load_rules("lemma"), load_words())


@cache
def load_words() -> dict[tuple[str, str], str]:
    """The treebank words that the endings miss: {(class or tag, word): lemma}."""
    found = {}
    for kind, rows in load_rules("lemma_words").items():
        for word, lemma in rows.items():
            if lemma != "-":  # what the treebank could not read
                found[(kind, word)] = lemma
    return found
