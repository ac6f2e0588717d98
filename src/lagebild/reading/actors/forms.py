"""How names look in German: folded spelling, transliteration, genitives, adjectives, people of a country."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, Literal, cast

from lagebild.language.memo import Memo
from lagebild.lexicon import table

Gender = Literal["m", "f", "n", "p"]

#: Transliteration: what German, English and French papers write for one sound, replaced in this order.
_SOUNDS: Final[tuple[tuple[str, str], ...]] = (
    ("shch", "sc"), ("schtsch", "sc"), ("tsch", "c"), ("tch", "c"), ("dsch", "j"), ("dzh", "j"), ("dj", "j"),
    ("sch", "s"), ("zh", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("tz", "s"), ("ts", "s"), ("cz", "s"),
    ("z", "s"), ("ph", "f"), ("w", "v"), ("q", "k"), ("ck", "k"), ("co", "ko"), ("cu", "ku"), ("y", "i"),
    ("j", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip
_SOUNDS_WITHOUT_H: Final = tuple(pair for pair in _SOUNDS if "h" not in pair[0])
_OV: Final[tuple[str, ...]] = ("off", "ov", "eff", "ev")
#: What a case may add to an adjective or noun.
CASE_ENDING: Final = re.compile(r"(?<=\w{3})(?:es|er|en|em|e|s|n)$")
_ADJECTIVE_ENDINGS: Final[tuple[str, ...]] = ("en", "em", "er", "es", "e", "")


def fold(word: str) -> str:
    """The word in small letters without accents and dots: ``Élysée`` and ``Elysée`` are one."""
    return _FOLD.of(word)


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFD", word.replace("ß", "ss").replace("’", "'").replace("ı", "i"))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


_FOLD: Final = Memo(_fold)


def sound(folded: str) -> str:
    """A key that the usual transliterations of one name share: ``Schoigu``, ``Shoigu``, ``Schojgu``."""
    return _SOUND.of(folded)


def _sound(folded: str) -> str:
    for spelling, key in _SOUNDS if "h" in folded else _SOUNDS_WITHOUT_H:
        if spelling in folded:
            folded = folded.replace(spelling, key)
    if folded.endswith(_OV):
        folded = folded.rstrip("f").rstrip("v") + "f"
    before, kept = "", []
    for letter in folded:
        if letter != before and letter != "-":
            kept.append(letter)
        before = letter
    return "".join(kept)


_SOUND: Final = Memo(_sound)


def nominatives(folded: str) -> tuple[str, ...]:
    """The word itself and what it may be the genitive of: ``putins`` → ``putins``, ``putin``."""
    return _NOMINATIVES.of(folded)


def _nominatives(folded: str) -> tuple[str, ...]:
    if folded.endswith("'s"):
        return folded, folded[:-2]
    if folded.endswith("'"):
        return folded, folded[:-1]
    if len(folded) > 2 and folded.endswith("s"):
        return folded, folded[:-1]
    return (folded,)


_NOMINATIVES: Final = Memo(_nominatives)


def first_sounds(word: str) -> tuple[str, ...]:
    """How the first member of a word sounds, also if it is a genitive."""
    return _FIRST_SOUNDS.of(word)


def _find_first_sounds(word: str) -> tuple[str, ...]:
    first = next((part for part in word.split("-") if part), "")
    return tuple(sound(form) for form in nominatives(fold(first)))


_FIRST_SOUNDS: Final = Memo(_find_first_sounds, 32768)


def adjective_forms(stem: str) -> list[str]:
    """All attributive forms of an adjective given by stem or by its weak form: ``Vereinigte`` → five forms."""
    bare = stem[:-1] if stem.endswith("e") else stem
    return [bare + ending for ending in _ADJECTIVE_ENDINGS[:-1]]


def adjective_stems(folded: str) -> tuple[str, ...]:
    """What the word may be a form of: ``russischen`` → ``russisch``; the longest ending first."""
    return _ADJECTIVE_STEMS.of(folded)


def _adjective_stems(folded: str) -> tuple[str, ...]:
    return tuple(
        folded[: len(folded) - len(e)]
        for e in _ADJECTIVE_ENDINGS
        if folded.endswith(e) and len(folded) > len(e) + 3
    )


_ADJECTIVE_STEMS: Final = Memo(_adjective_stems)


def demonym_forms(word: str) -> list[str]:
    """Forms of a word for the people of a country: ``Russe`` → Russe, Russen, Russin, Russinnen."""
    if word.startswith("="):
        return [word[1:]]
    if word.endswith("e"):
        return [word, word + "n", word[:-1] + "in", word[:-1] + "innen"]
    if word.endswith("er"):
        return [word, word + "n", word + "s", word + "in", word + "innen"]
    if word.endswith("i"):
        return [word, word + "s"]
    return [word, word + "en", word + "s", word + "in", word + "innen"]


def city_adjective(capital: str) -> str | None:
    """The undeclined adjective of a city, where it is formed by -er: ``Moskau`` → ``Moskauer``."""
    if " " in capital or "-" in capital:
        return None
    if capital.endswith("au") or capital[-1] not in "aeiouyáéíóúă":
        return capital + "er"
    return None


_NEUTER = ("amt", "haus", "werk", "parlament", "gericht", "kreuz", "institut", "büro", "komitee")
_MASCULINE: Final[tuple[str, ...]] = (
    "rat",
    "hof",
    "bund",
    "fonds",
    "dienst",
    "tag",
    "pakt",
    "senat",
    "kongress",
    "sender",
    "westen",
    "staat",
)
_PLURAL = ("staaten", "nationen", "länder", "truppen", "en", "er", "s", "g7", "g8", "g20")


def gender_of(name: str) -> Gender:
    """The gender of a body's name by its last member; acronyms and what is not known are feminine (die EU, die BBC)."""
    known = _genders().get(name)
    if known is not None:
        return known
    last = name.lower().split()[0] if len(name.split()) > 2 else name.lower()
    if last.endswith(_NEUTER):
        return "n"
    if last.endswith(_MASCULINE):
        return "m"
    return "p" if last.endswith(_PLURAL) and not name.isupper() and "er " not in name else "f"


@cache
def _genders() -> dict[str, Gender]:
    rows = table("actors/genders.tsv", ["name", "gender", "pronoun"])
    return {row["name"]: cast(Gender, row["gender"]) for row in rows}


#: What an adjective without article ends in, by gender; p for the plural.
STRONG: Final = {"m": "er", "f": "e", "n": "es", "p": "e"}


def cited(names: list[str]) -> list[str]:
    """How one cites the listed names of a body, in the nominative and without ``~``; the first is its own.

    >>> cited(["Nato", "Nordatlantische~ Allianz", "Nato-Rat", "Nato-Rats"])
    ['Nato', 'Nordatlantische Allianz', 'Nato-Rat', 'Nato-Rat']
    """
    first: dict[str, str] = {}
    found = []
    for name in names:
        adjective, _, noun = name.partition("~ ")
        strong = adjective.removesuffix("e") + STRONG[gender_of(noun)] + " " + noun if noun else name
        stem = " ".join([CASE_ENDING.sub("", word) for word in name.replace("~", "").split()])
        found.append(first.setdefault(stem, strong))
    return found


#: Offices that are declined as adjectives.
_DECLINED: Final[tuple[str, ...]] = (
    "vorsitzende", "abgeordnete", "beauftragte", "gesandte", "oppositionelle", "kommandierende",
)  # fmt: skip
_DECLINED_FORMS: Final = tuple(word + ending for word in _DECLINED for ending in ("", "n", "r"))


def declined(office: str) -> bool:
    """Whether an office is declined as an adjective, so that its form shows no gender: *Vorsitzende*, *Beauftragten*."""
    return office.lower().endswith(_DECLINED_FORMS)


def uninflected(office: str) -> str:
    """The office without an ending, if it is declined as an adjective: ``Vorsitzenden`` → ``Vorsitzend``."""
    return office.rstrip("nr").removesuffix("e") if declined(office) else office


def narrower(word: str, borne: str) -> bool:
    """Whether the office word of a text says more than that of its holder: the *Ratsvorsitzende* is none who is only
    *Vorsitzende* of something; a *Staatspräsident* may be the *Präsident*."""
    return declined(word) and len(uninflected(word)) > len(uninflected(borne))


def strong(word: str, feminine: bool) -> str:
    """An office that is declined as an adjective, in the nominative without article: *Vorsitzender*."""
    return uninflected(word) + ("e" if feminine else "er") if declined(word) else word


#: Small words inside names: *Ursula von der Leyen*, *Mohammed bin Salman*.
PARTICLES: Final = frozenset({
    "von", "van", "de", "da", "dos", "del", "della", "di", "du", "der", "den", "ten", "zu", "bin", "ibn", "ben",
    "al", "el", "abu", "le", "la", "y",
})  # fmt: skip
#: The same, and those that some names write large: *Amine El Mansuri*.
INNER = PARTICLES | {"El", "Al", "Abu", "Ben", "Bin", "Ibn", "La", "Le", "De", "Da", "Di", "Del", "Van"}
