"""Infinitives of verb forms that no ending tells: strong verbs, and weak ones that look like others.

*trafen, flohen, geflohen, fände* and *töten, ermorden, loben* (not *treffen* from *-afen*, *heben* from *-oben*).
The verbs stand in the lexicon (`strong_verbs.tsv`, `weak_verbs.tsv`); prefixes are taken off and put back:
*eintrafen*, *entflohen*, *anerkannt*.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild.lexicon import table

#: Prefixes that never stand apart and take the place of *ge*.
INSEPARABLE: Final[tuple[str, ...]] = (
    "be",
    "ent",
    "er",
    "ge",
    "miss",
    "ver",
    "zer",
    "über",
    "unter",
    "um",
    "durch",
    "wider",
    "hinter",
)
#: Preterites that are other words too: *brach liegen*.
_OTHER_WORDS: Final = frozenset(["-", "brach", "statt", "ward", "war", "hatte"])
_OTHER_VERBS: Final = frozenset(["ziehen"])
_UMLAUTS: Final = str.maketrans("aou", "äöü")
#: No form is longer with all its prefixes.
_LONGEST: Final = 30


class VerbForms:
    """``finite(word)`` and ``participle(word)`` give the infinitive of a lower-case form, or ``""``.

    >>> forms = VerbForms(("ein", "an"))
    >>> forms.finite("eintrafen"), forms.finite("fände"), forms.participle("anerkannt"), forms.finite("machte")
    ('eintreffen', 'finden', 'anerkennen', '')
    """

    def __init__(self, separable: tuple[str, ...]) -> None:
        self._finite: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        self._past: dict[str, str] = {}
        self._separable = separable
        for row in _strong_verbs():
            for form in _strong(row):
                self._finite.setdefault(form, row["infinitive"])
            self._past.update(dict.fromkeys(_preterites(row["past"]), row["infinitive"]))
            self._add_participle(row["participle"], row["infinitive"])
        for row in table("base/weak_verbs.tsv", ("infinitive",)):
            for form in _weak(row["infinitive"]):
                self._finite.setdefault(form, row["infinitive"])
            self._add_participle(weak_participle(row["infinitive"]), row["infinitive"])

    def _add_participle(self, form: str, infinitive: str) -> None:
        self._whole.setdefault(form, infinitive)
        if form.startswith("ge") and not infinitive.startswith("ge"):
            self._bare.setdefault(form[2:], infinitive)

    def finite(self, word: str) -> str:
        """The infinitive of a finite form: *trafen*, *verriet*, *anerkannte*."""
        return self._with_prefixes(word, self._finite, self._finite)

    def tense(self, word: str, lemma: str) -> str:
        """``"Pres"`` or ``"Past"`` where a form of the third person's indicative tells it, else ``""``.

        >>> forms = VerbForms(("ein",))
        >>> forms.tense("betont", "betonen"), forms.tense("warten", "warten"), forms.tense("warteten", "warten")
        ('Pres', 'Pres', 'Past')
        >>> forms.tense("eintraten", "eintreten"), forms.tense("tritt", "treten"), forms.tense("muss", "müssen")
        ('Past', 'Pres', '')
        """
        linked = _linked(_stem(lemma))
        if word in (lemma, linked + "t"):
            return "Pres"
        if word in (linked + "te", linked + "ten") or self._with_prefixes(word, self._past, self._past):
            return "Past"
        return "Pres" if word.endswith("t") else ""

    def participle(self, word: str) -> str:
        """The infinitive of a participle: *geflohen*, *betroffen*, *eingetroffen*, *anerkannt*."""
        return self._with_prefixes(word, self._whole, self._bare)

    def _with_prefixes(self, word: str, whole: dict[str, str], bare: dict[str, str]) -> str:
        found = whole.get(word) or _prefixed(word, INSEPARABLE, bare)
        if found or len(word) > _LONGEST or not word.startswith(self._separable):
            return found
        for prefix in self._separable:
            if word.startswith(prefix):
                rest = word[len(prefix) :]
                infinitive = whole.get(rest) or _prefixed(rest, INSEPARABLE, bare)
                if infinitive:
                    return prefix + infinitive
        return ""


def _prefixed(word: str, prefixes: tuple[str, ...], known: dict[str, str]) -> str:
    if not word.startswith(prefixes):
        return ""
    for prefix in prefixes:
        if word.startswith(prefix) and word[len(prefix) :] in known:
            return prefix + known[word[len(prefix) :]]
    return ""


def _strong(row: dict[str, str]) -> list[str]:
    """The finite forms of the third person, singular and plural, that an ending does not tell."""
    past, hypothetical = row["past"], row["hypothetical"]
    forms = [_stem(row["infinitive"]) + "e"]
    forms += [row["present"]] if row["present"] != "-" else []
    if past == "-":
        return forms
    forms += _preterites(past)
    if hypothetical != "-":
        derived = _umlaut(past) + ("" if past.endswith("te") else "e")
        for form in (derived, hypothetical or derived):
            forms += [form, form + "n"]
    return forms


def _preterites(past: str) -> list[str]:
    """Third person singular and plural of a strong preterite; none where the lexicon leaves it to the endings.

    No plural that is another verb: *sie ziehen* is not of *zeihen*.
    """
    plural = past + ("n" if past.endswith("e") else "en")
    return [] if past == "-" else [past] if plural in _OTHER_VERBS else [past, plural]


def _umlaut(past: str) -> str:
    """The stem with its last vowel changed: *fand* – *fänd*, *brachte* – *brächte*."""
    for at in range(len(past) - 1, -1, -1):
        if past[at] in "aou":
            return past[:at] + past[at].translate(_UMLAUTS) + past[at + 1 :]
        if past[at] in "iäöü":
            return past
    return past


def _stem(infinitive: str) -> str:
    return infinitive.removesuffix("n").removesuffix("e")


def _linked(stem: str) -> str:
    """The stem as it stands before *-t* and *-te*: with *e* behind *d* and *t*."""
    return stem + "e" if stem.endswith(("d", "t", "tm", "chn", "ffn", "gn")) else stem


def _weak(infinitive: str) -> list[str]:
    stem, linked = _stem(infinitive), _linked(_stem(infinitive))
    return [infinitive, stem + "e", linked + "t", linked + "te", linked + "ten"]


def weak_participle(infinitive: str) -> str:
    """*gelobt*, *ermordet*, *orientiert*."""
    form = _linked(_stem(infinitive)) + "t"
    without = infinitive.startswith(("be", "ent", "er", "miss", "ver", "zer")) or infinitive.endswith("ieren")
    return form if without else "ge" + form


@cache
def _strong_verbs() -> list[dict[str, str]]:
    columns = ("infinitive", "present", "past", "participle", "hypothetical")
    return list(table("base/strong_verbs.tsv", columns, optional=1))


@cache
def verb_forms(separable: tuple[str, ...]) -> VerbForms:
    """The forms of the lexicon, for these prefixes that stand apart."""
    return VerbForms(separable)


@cache
def strong_preterites() -> frozenset[str]:
    """Third persons singular of strong preterites that in small letters are nothing else: *fror*, *mied*."""
    return frozenset(row["past"] for row in _strong_verbs()) - _OTHER_WORDS
