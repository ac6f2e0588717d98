"""The mood and tense of finite verbs, settled by their form where German tells the Konjunktive and tenses apart.

In the third person *liefere, habe, sei* can only be Konjunktiv I and *gäbe, würde, könnte* only
Konjunktiv II; with *ich* the first ones are indicative. Weak preterites (*lieferte*) and *wollte* are both:
they keep what the network read, and are marked ``MoodAmbiguous=Yes`` where they count as indicative although
a clear Konjunktiv II stands in the same sentence. *sollte* is Konjunktiv II in a condition or beside another
one; elsewhere it is advice or a plan of the past, and marked unless its sentence tells of the past. Forms come
from learned endings (`weights/konjunktiv.tsv.gz`: class S or P for third person singular or plural; letters
i, 1, 2).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lagebild.language.de.lemma import separable_prefixes
from lagebild.language.de.suffixes import load_rules
from lagebild.language.de.verb_forms import verb_forms
from lagebild.lexicon import table

_REMEMBERED: Final = 50_000
#: An umlaut in the last syllable of a stem, as the Konjunktiv II of strong verbs has it; not that of *überschritten*.
_UMLAUT: Final = re.compile("[äöü][^aeiouäöü]*e[rl]?n$")
_BORDER: Final = frozenset([",", ";", ":", ".", "!", "?", "„", "“", "–", "(", ")"])
_SHOULD: Final = frozenset(["sollte", "sollten"])
#: Conjunctions in front of a condition.
_IF: Final = frozenset(["wenn", "falls", "sofern"])
_OPENING: Final = frozenset(["„", "“", '"', "»", "«", "‚", "-", "–", "doch", "aber", "und"])
_JOINING: Final = frozenset(["und", "oder"])
#: Beside an infinitive these speak of now or later, so that no preterite goes on with them.
_CONDITIONAL: Final[tuple[str, ...]] = ("würde", "könnte", "müsste", "müßte", "dürfte")
#: Words on either side of the verb among which *ich* would be its subject.
_REACH: Final = 12


class Moods:
    """Mends UD feature bundles of finite verbs, sentence by sentence."""

    def __init__(self) -> None:
        self._rules = load_rules("konjunktiv")
        rows = list(table("base/konjunktiv_forms.tsv", ("form", "readings")))
        self._closed = {row["form"]: row["readings"] for row in rows}
        self._known: dict[tuple[str, str], str] = {}
        self._tenses: dict[tuple[str, str], str] = {}
        self._forms = verb_forms(separable_prefixes())

    def mend(self, lower: list[str], verbs: list[int], bundles: list[str], lemmas: list[str]) -> list[str]:
        """The feature bundles of one sentence's finite verbs, mended; `lower` are its lower-case words."""
        readings = [self.reading(lower[i], lemma) for i, lemma in zip(verbs, lemmas, strict=True)]
        hypothetical = "2" in readings
        mended = [
            self._in_tense(self._mended(lower, i, bundle, reading, hypothetical), lower[i], lemma)
            for i, bundle, reading, lemma in zip(verbs, bundles, readings, lemmas, strict=True)
        ]
        for k, i in enumerate(verbs):
            if lower[i] in _SHOULD:
                hoped = hypothetical or _in_condition(lower, i)
                told = any(_tells(mended[m], lemmas[m]) for m in range(len(verbs)) if m != k)
                plain = _with_number(bundles[k], lower[i])
                mended[k] = _with(plain, "Sub" if hoped else "Ind", "Past", not hoped and not told)
            elif k and readings[k] == "i2" and _goes_on(lower, verbs[k - 1], i, mended[k - 1], mended[k]):
                mended[k] = _with(mended[k].replace("|MoodAmbiguous=Yes", ""), "Sub", "Past")
        return mended

    def reading(self, word: str, lemma: str) -> str:
        """What a form can be in the third person: letters i, 1, 2 for indicative and the two Konjunktive.

        >>> Moods().reading("liefere", "liefern"), Moods().reading("gäben", "geben")
        ('1', '2')
        """
        found = self._closed.get(word)
        if found is None:
            found = self._known.get((word, lemma))
        if found is None:
            found = self._by_form(word, lemma)
            if len(self._known) < _REMEMBERED:
                self._known[(word, lemma)] = found
        return found

    def _in_tense(self, bundle: str, word: str, lemma: str) -> str:
        """An indicative in the tense that its form shows; so is a verb that was read without any mood."""
        if "Mood=Sub" in bundle or "Mood=Imp" in bundle:
            return bundle
        tense = self._tenses.get((word, lemma))
        if tense is None:
            tense = self._forms.tense(word, lemma)
            if len(self._tenses) < _REMEMBERED:
                self._tenses[(word, lemma)] = tense
        return _with(bundle, "Ind", tense) if tense and f"Tense={tense}" not in bundle else bundle

    def _by_form(self, word: str, lemma: str) -> str:
        stem = lemma.removesuffix("n").removesuffix("e")
        if word in (stem + "e", stem[:-1] + stem[-1:] + "e", stem[:-2] + stem[-1:] + "e"):
            return "1"
        if word == lemma:
            return "i1"
        if not word.endswith("n"):
            return self._rules.find("S", word)
        singular = self._rules.find("S", word[:-1])
        return singular if singular == "2" and _UMLAUT.search(word) else self._rules.find("P", word)

    def _mended(self, lower: list[str], i: int, bundle: str, reading: str, hypothetical: bool) -> str:
        if "Mood=Imp" in bundle:
            return bundle
        bundle = _with_number(bundle, lower[i])
        if reading == "2":
            return _with(bundle, "Sub", "Past")
        if reading == "1":
            return _with(bundle, "Ind", "Pres") if _spoken_by_ich(lower, i) else _with(bundle, "Sub", "Pres")
        if "2" in reading:
            if not hypothetical:
                return _with(bundle, "Ind", "") if "Mood=Sub" in bundle else bundle
            return bundle if "Mood=Sub" in bundle else _with(bundle, "", "", True)
        return _with(bundle, "Ind", "") if "Mood=Sub" in bundle and "1" not in reading else bundle


@cache
def moods() -> Moods:
    """The one of the package."""
    return Moods()


def _goes_on(lower: list[str], first: int, second: int, before: str, bundle: str) -> bool:
    """Whether the second verb goes on in the mood of the first: *Er könnte kommen und lieferte dann*.

    The first stands apart from its infinitive, so that *und* joins what follows to it, and agrees in number.
    """
    joined = lower[second - 1] in _JOINING and second - first > 2 and lower[first].startswith(_CONDITIONAL)
    return joined and ("Number=Plur" in before) == ("Number=Plur" in bundle)


def _in_condition(lower: list[str], i: int) -> bool:
    """*Sollte er kommen, …* or *falls er kommen sollte*."""
    begin = i
    while begin and lower[begin - 1] not in _BORDER:
        begin -= 1
    if _IF & set(lower[begin:i]):
        return True
    return "," in lower[i:] and lower[-1] != "?" and all(word in _OPENING for word in lower[:i])


def _tells(bundle: str, lemma: str) -> bool:
    """Whether a verb tells of the past, other than who said something."""
    return "Tense=Past" in bundle and "Mood=Ind" in bundle and lemma not in _sayings()


@cache
def _sayings() -> frozenset[str]:
    rows = table("base/speech_inserts.tsv", ("lemma",))
    return frozenset(row["lemma"] for row in rows) | {"sollen"}


def _spoken_by_ich(lower: list[str], i: int) -> bool:
    """Whether *ich* stands in the verb's own clause, between the nearest commas."""
    for step in (-1, 1):
        at = i + step
        while 0 <= at < len(lower) and abs(at - i) <= _REACH and lower[at] not in _BORDER:
            if lower[at] == "ich":
                return True
            at += step
    return False


def _with_number(bundle: str, word: str) -> str:
    """The number that the ending shows: in the third person *-en* is plural, *-e* and *-te* singular."""
    if word in ("bin", "hab") or "Person=2" in bundle:
        return bundle
    if word.endswith(("en", "rn", "ln")) and "Number=Sing" in bundle:
        return bundle.replace("Number=Sing", "Number=Plur")
    if word.endswith("e") and "Number=Plur" in bundle:
        return bundle.replace("Number=Plur", "Number=Sing")
    return bundle


@cache
def _with(bundle: str, mood: str, tense: str, ambiguous: bool = False) -> str:
    """The bundle with another mood and tense (empty: as it is), features in alphabetical order."""
    features = dict(part.split("=", 1) for part in bundle.split("|") if "=" in part)
    features["VerbForm"] = "Fin"
    if mood:
        features["Mood"] = mood
    if tense:
        features["Tense"] = tense
    if ambiguous:
        features["MoodAmbiguous"] = "Yes"
    return "|".join(f"{name}={value}" for name, value in sorted(features.items()))
