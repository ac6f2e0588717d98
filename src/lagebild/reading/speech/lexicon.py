"""The words of saying: verbs, fixed phrases, nouns and source frames, from the lexicon files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild.language.memo import Memo
from lagebild.lexicon import rules, table

COMMITMENTS: Final = frozenset(
    {"neutral", "factive", "denial", "accusation", "promise", "request", "speculation", "doubt"}
)
_LONGEST_WORD: Final = 80
#: the content code of a phrase that says nothing: *forderte Opfer*
NO_SPEECH: Final = frozenset({"-"})
#: prepositions that a content code may name
PREPOSITIONS: Final = frozenset({"von", "vor", "über", "auf", "an", "mit", "für", "um", "zu"})


@dataclass(frozen=True)
class Verb:
    """What a verb or phrase of saying commits to, and what may stand as its words (see verbs.tsv)."""

    lemma: str
    commitment: str
    content: frozenset[str]
    reflexive: bool = False
    never_reflexive: bool = False
    words: tuple[frozenset[str], ...] = ()

    @property
    def name(self) -> str:
        return self.lemma if not self.words else f"{'/'.join(sorted(self.words[0]))} {self.lemma}"


@dataclass(frozen=True)
class Noun:
    """A noun of saying: ``source`` after *nach, laut*, ``content`` before a clause.

    ``event``: after *nach* it is rather an event in time (*nach dem Urteil*).
    ``bearer``: a person, body, medium or document, so that it can itself be who says so.
    """

    lemma: str
    commitment: str
    source: bool
    content: bool
    event: bool = False
    bearer: bool = False

    @property
    def says(self) -> bool:
        """False for what only ends like a noun of saying: *Dienstschluss*."""
        return self.source or self.content


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Verbs by lemma; the plain reading after the reflexive one."""
    found: dict[str, list[Verb]] = {}
    for row in table("speech/verbs.tsv", ["lemma", "commitment", "content", "refl"], optional=1):
        verb = Verb(
            row["lemma"],
            row["commitment"],
            frozenset(row["content"].split()),
            row["refl"] == "sich",
            row["refl"] == "nie",
        )
        found.setdefault(verb.lemma, []).append(verb)
    return {lemma: tuple(sorted(v, key=lambda x: not x.reflexive)) for lemma, v in found.items()}


@cache
def phrases() -> dict[str, tuple[Verb, ...]]:
    """Fixed phrases by the lemma of their verb."""
    found: dict[str, list[Verb]] = {}
    for row in table("speech/phrases.tsv", ["verb", "words", "commitment", "content"]):
        words = tuple(frozenset(w.split("/")) for w in row["words"].split())
        # "zu hören/entnehmen": a lone particle is no condition
        words = tuple(w for w in words if w != frozenset({"zu"}))
        verb = Verb(row["verb"], row["commitment"], frozenset(row["content"].split()), words=words)
        found.setdefault(verb.lemma, []).append(verb)
    return {lemma: tuple(v) for lemma, v in found.items()}


@cache
def phrase_openers() -> dict[str, frozenset[str]]:
    """By the lemma of their verb the words one of which each of its phrases has, to pass over a clause at one glance."""
    return {lemma: frozenset().union(*(v.words[0] for v in found)) for lemma, found in phrases().items()}


@cache
def nouns() -> dict[str, Noun]:
    """Nouns of saying by their lower-case lemma."""
    found = {}
    for row in table("speech/nouns.tsv", ["noun", "commitment", "use"]):
        use = row["use"].split()
        source, event = "source" in use or "event" in use, "event" in use
        found[row["noun"].lower()] = Noun(
            row["noun"], row["commitment"], source, "content" in use, event, "bearer" in use
        )
    return found


@cache
def _by_form() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for lemma, noun in nouns().items():
        found[lemma] = noun
    for lemma, noun in nouns().items():
        for form in sorted(_forms(lemma)):
            found.setdefault(form, noun)
    return found


def _forms(lemma: str) -> set[str]:
    """Case and number forms of a noun of the lexicon, lower case; wide on purpose, for reading only."""
    forms = {lemma, lemma + "n", lemma + "en", lemma + "s", lemma + "es", lemma + "e", lemma + "er"}
    if lemma.endswith("um"):
        forms |= {lemma[:-2] + "en"}
    if lemma.endswith("nis"):
        forms |= {lemma + "se", lemma + "sen", lemma + "ses"}
    if lemma.endswith(("el", "er")):
        forms.add(lemma + "n")
    vowel = {"a": "ä", "o": "ö", "u": "ü"}
    for i in range(len(lemma) - 1, -1, -1):
        if lemma[i] in vowel:
            umlaut = lemma[:i] + vowel[lemma[i]] + lemma[i + 1 :]
            forms |= {umlaut + "e", umlaut + "en", umlaut, umlaut + "er"}
            break
    return forms


def noun_of(word: str) -> Noun | None:
    """The noun of saying that a word form is, alone or as the last part of a compound."""
    return _NOUN_OF.of(word)


def _noun_of(word: str) -> Noun | None:
    low = word.lower()
    forms = _by_form()
    cuts = (0, *range(3, len(low) - 5)) if len(low) <= _LONGEST_WORD else (0,)
    noun = next((forms[low[cut:]] for cut in cuts if low[cut:] in forms), None)
    return noun if noun is not None and noun.says else None


_NOUN_OF: Final = Memo(_noun_of, 16384)


def ownerless(word: str) -> bool:
    """Whether a word form names only words or thoughts: *Angaben*, *Annahme*; a compound tells their owner."""
    noun = _by_form().get(word.lower())
    return noun is not None and noun.says and not noun.bearer


@cache
def _headline_speakers() -> frozenset[str]:
    rows = table("speech/headline_speakers.tsv", ["noun", "example"])
    return frozenset(form for row in rows for form in _forms(row["noun"].lower()))


def speaks_above_headline(word: str) -> bool:
    """Whether the noun, alone or as the last part of a compound, says before a colon who tells it: *Medienbericht: …*."""
    low, forms = word.lower(), _headline_speakers()
    return any(low[cut:] in forms for cut in (0, *range(3, min(len(low), _LONGEST_WORD) - 4)))


@cache
def source_rule(name: str) -> dict[str, frozenset[str]]:
    """The word lists of a rule of sources.toml."""
    rule = next(r for r in rules("speech/sources.toml") if r["name"] == name)
    return {key: frozenset(value) for key, value in rule.items() if isinstance(value, list)}
