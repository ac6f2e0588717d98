"""Which of two noun phrases around a verb is its subject: *Die Absage nannte Berg ein Unglück*.

German puts what it likes in front of the verb. Endings tell (*der Trainer*, but *der Zeitung*),
so does the number of the verb, and, where neither does, that people speak and things do not.
"""

from __future__ import annotations

from typing import Final

from lagebild.reading.speech.lexicon import noun_of
from lagebild.reading.speech.units import Unit

_NOUNS: Final = {"NN", "NE", "FM", "XY"}
_MASCULINE: Final = {"der", "dieser", "jener", "jeder"}
_ABSTRACT: Final[tuple[str, ...]] = ("ung", "ungen", "heit", "keit", "wurf", "ität", "zahl", "höhe")
_FEMININE_DATIVE: Final = {"der", "einer", "dieser", "jener", "jeder", "ihrer", "seiner", "unserer", "keiner"}


def inverted(unit: Unit, front: int, behind: int, fin: int) -> bool:
    """Whether the phrase at ``behind`` is the subject rather than the one at ``front`` (positions of their first words)."""
    if any(unit.tags[p] != "ADV" for p in range(fin + 1, behind)):
        return False
    front_head, behind_head = _head(unit, front), _head(unit, behind)
    if front_head is None or behind_head is None:
        return False
    if _is(unit, front, front_head, _FEMININE_DATIVE, "Fem"):
        return True
    if _is(unit, front, front_head, _MASCULINE, "Masc") or _is(
        unit, behind, behind_head, _FEMININE_DATIVE, "Fem"
    ):
        return False
    if {_number(unit, fin), _number(unit, front_head)} == {"Sing"} and _number(unit, behind_head) == "Plur":
        return False
    one = _number(unit, fin) == "Sing" and _number(unit, behind_head) == "Sing"
    if one and (unit.lows[front] == "die" or front == front_head) and _number(unit, front_head) == "Plur":
        return True
    if _somebody(unit, front_head):
        return False
    if _is(unit, behind, behind_head, _MASCULINE, "Masc"):
        return True
    noun = noun_of(unit.form(front_head))
    said = noun is not None and noun.content and not noun.source
    return _somebody(unit, behind_head) and (said or unit.lows[front_head].endswith(_ABSTRACT))


def _somebody(unit: Unit, head: int) -> bool:
    """Whether a name or an actor's mention is the phrase's head."""
    at = unit.text.actor_at
    last = head
    while unit.tags[last + 1] in _NOUNS:
        last += 1
    return any(unit.tags[p] == "NE" or unit.words[p] in at for p in range(head, last + 1))


def _head(unit: Unit, first: int) -> int | None:
    return next((p for p in range(first, min(first + 8, len(unit.words))) if unit.tags[p] in _NOUNS), None)


def _is(unit: Unit, first: int, head: int, words: set[str], gender: str) -> bool:
    """Whether the phrase begins with one of the words and its head has the gender, in the singular."""
    if unit.lows[first] not in words or first == head:
        return False
    morph = unit.morph(head)
    return f"Gender={gender}" in morph and "Number=Sing" in morph


def _number(unit: Unit, position: int) -> str:
    morph = unit.morph(position)
    return "Plur" if "Number=Plur" in morph else "Sing" if "Number=Sing" in morph else ""
