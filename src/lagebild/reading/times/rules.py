"""The rules of the lexicon, and the search for them in a text.

A cheap first pass looks each word up in one table of trigger words; phrases are tried only
around the words it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lagebild.language.lexicon import rules as read_rules
from lagebild.reading.times import lexis
from lagebild.reading.times.phrase import compile_phrase

_WORD = re.compile(r"[^\W_]+")
#: words before a trigger word at which a phrase may begin
_REACH = 8
#: distinct words whose triggers are remembered
_MEMORY = 50_000


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of ``times/rules.toml`` in working form."""

    name: str
    gives: str
    options: dict[str, Any]
    phrases: tuple[re.Pattern[str], ...]
    order: int


@dataclass(slots=True)
class Hit:
    """A phrase found in a text: which rule, where, and the forms that filled its slots."""

    rule: Rule
    begin: int
    end: int
    slots: dict[str, str | None]
    text: str = field(repr=False)

    def __getitem__(self, slot: str) -> str:
        return self.slots.get(slot) or ""


class Triggers(dict[str, tuple[str, ...]]):
    """Word → the keys of the rules that it may belong to; unknown words are worked out once and remembered."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        keys: tuple[str, ...] = ()
        if word.isdigit():
            keys = ("year",) if len(word) == 4 and word[0] in "12" else ("figure",) if len(word) < 3 else ()
        elif lexis.is_lengthy(word):
            keys = ("lengthy",)
        if len(self) < _MEMORY:
            self[word] = keys
        return keys


@cache
def book() -> tuple[dict[str, tuple[Rule, ...]], Triggers]:
    """The rules by key, and the table of trigger words."""
    by_key: dict[str, list[Rule]] = {}
    triggers: dict[str, set[str]] = {}
    for order, entry in enumerate(read_rules("times/rules.toml")):
        phrases = tuple(compile_phrase(phrase, lexis.slots()) for phrase in entry["phrases"])
        rule = Rule(entry["name"], entry["gives"], entry.get("with", {}), phrases, order)
        for key in entry["key"]:
            by_key.setdefault(key, []).append(rule)
            for word in _trigger_words(key):
                triggers.setdefault(word, set()).add(key)
    found = Triggers({word: tuple(sorted(keys)) for word, keys in triggers.items()})
    return {key: tuple(rules) for key, rules in by_key.items()}, found


def _trigger_words(key: str) -> Iterable[str]:
    """The words that call for the rules of a key: the last word of each form of its table, or the key itself."""
    if key in ("year", "figure", "lengthy"):
        return ()
    if key not in ("unit", "month", "weekday", "season", "daypart", "word", "feast", "era"):
        return (key, key[0].upper() + key[1:])
    lasts = [_WORD.findall(form)[-1] for form in lexis.surfaces(key + "s")]
    if key == "weekday":
        parts = [form.lower() for form in lexis.surfaces("dayparts")]
        lasts += [day + part for day in lasts for part in parts]
        lasts += [day + "s" for day in lasts]
        lasts += [word.lower() for word in lasts if word.endswith("s")]
    return {form for last in lasts for form in (last, last[0].upper() + last[1:])}


def search(text: str) -> list[Hit]:
    """Every phrase found in a text, in text order, the longest first where several begin together."""
    by_key, triggers = book()
    found: list[Hit] = []
    starts: list[int] = []
    for word in _WORD.finditer(text):
        starts.append(word.start())
        keys = triggers[word.group()]
        if keys:
            _around(
                text,
                starts,
                word.end(),
                {rule.order: rule for key in keys for rule in by_key.get(key, ())},
                found,
            )
    found.sort(key=lambda hit: (hit.begin, -hit.end, hit.rule.order))
    return found


def _around(text: str, starts: list[int], end: int, rules: dict[int, Rule], found: list[Hit]) -> None:
    """Add to ``found`` the phrases that begin at one of the last words and reach over the one that ends at ``end``."""
    for start in starts[-_REACH:]:
        for rule in rules.values():
            for phrase in rule.phrases:
                match = phrase.match(text, start)
                if match is not None and match.end() >= end:
                    begin, stop = match.span("span") if "span" in phrase.groupindex else match.span()
                    found.append(Hit(rule, begin, stop, match.groupdict(), text))
                    break
