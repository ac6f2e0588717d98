"""The rules of the lexicon, and the search for them in a text.

A cheap first pass looks each word up in one table of trigger words; phrases are tried only
around the words it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from lagebild.lexicon import rules as read_rules
from lagebild.reading.times import lexis
from lagebild.reading.times.phrase import compile_phrase, firsts, needed

_WORD: Final = re.compile(r"[^\W_]+")
#: words before a trigger word at which a phrase may begin
_REACH: Final = 8
#: the begin of a word by which nearly all that begin nothing are known
_LETTERS: Final = 3
#: distinct words, and pairs of what they do, that are remembered
_MEMORY: Final = 50_000


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of ``times/rules.toml`` in working form."""

    name: str
    gives: str
    options: dict[str, Any]
    order: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a rule, what it may begin with, and the texts of which one must be there."""

    text: str
    rule: Rule
    firsts: tuple[str, ...]
    needs: tuple[str, ...]


class Hit:
    """A phrase found in a text: which rule, where, and the forms that filled its slots."""

    def __init__(self, rule: Rule, begin: int, end: int, slots: dict[str, str | None], text: str) -> None:
        self.rule = rule
        self.begin = begin
        self.end = end
        self.slots = slots
        self.text = text

    def __getitem__(self, slot: str) -> str:
        return self.slots.get(slot) or ""


#: The atoms (slots and literals) that a word may begin, and the keys of the rules that it calls for.
Part = tuple[frozenset[str], tuple[str, ...]]


class Piece:
    """A run of letters and figures in a word that does something: which of the word's runs, and where it stands in it.

    ``begins`` are the atoms that it may begin, ``calls`` the keys of the rules that it calls for, ``era`` says that it
    may begin the name of an era.
    """

    def __init__(
        self, number: int, begin: int, end: int, begins: frozenset[str], calls: tuple[str, ...], era: bool
    ) -> None:
        self.number = number
        self.begin = begin
        self.end = end
        self.begins = begins
        self.calls = calls
        self.era = era


class Word:
    """How many runs of letters and figures a word has, and those of them that do something."""

    def __init__(self, number: int, pieces: list[Piece]) -> None:
        self.number = number
        self.pieces = pieces


class Book:
    """The rules by key, and what each word can do: begin a phrase, call for the rules of its keys.

    Words, and what they begin and call for together, are worked out when first met and remembered.
    """

    def __init__(self) -> None:
        self.rules: list[tuple[frozenset[str], list[Phrase]]] = []
        calls: dict[str, set[str]] = {}
        for order, entry in enumerate(read_rules("times/rules.toml")):
            rule = Rule(entry["name"], entry["gives"], entry.get("with", {}), order)
            phrases = [
                Phrase(phrase, rule, tuple(firsts(phrase)), needed(phrase)) for phrase in entry["phrases"]
            ]
            self.rules.append((frozenset(entry["key"]), phrases))
            for key in entry["key"]:
                for word in _trigger_words(key):
                    calls.setdefault(word, set()).add(key)
        self.calls = {word: tuple(sorted(keys)) for word, keys in calls.items()}
        #: begin of a word, in small letters → the atoms that it begins
        self.begins: dict[str, set[str]] = {}
        atoms = {atom for _, phrases in self.rules for phrase in phrases for atom in phrase.firsts}
        for atom in atoms:
            for begin in lexis.word_begins(atom):
                self.begins.setdefault(begin, set()).add(atom)
        self.longest = max(map(len, self.begins))
        #: the first letters of those that have as many
        self.letters = {begin[:_LETTERS] for begin in self.begins if len(begin) >= _LETTERS}
        self.figures = {atom for atom in atoms if lexis.takes_figures(atom)}
        #: with what the names of eras begin
        self.eras = {form for era in lexis.surfaces("eras") for form in _cases(_WORD.findall(era)[0])}
        self.words: dict[str, Word] = {}
        self.trials: dict[Part, list[Phrase]] = {}

    def look_up(self, word: str) -> Word:
        """What the pieces of a word may begin, and what they call for."""
        found = self.words.get(word)
        if found is not None:
            return found
        pieces: list[Piece] = []
        runs = [(0, word)] if word.isalnum() else [(m.start(), m.group()) for m in _WORD.finditer(word)]
        for number, (begin, run) in enumerate(runs):
            begins, calls = self._does(run)
            era = run in self.eras
            if begins or calls or era:
                pieces.append(Piece(number, begin, begin + len(run), begins, calls, era))
        found = Word(len(runs), pieces)
        if len(self.words) < _MEMORY:
            self.words[word] = found
        return found

    def _does(self, word: str) -> Part:
        keys = self.calls.get(word, ())
        lengthy = lexis.is_lengthy(word)
        if word.isdigit():
            keys = ("year",) if len(word) == 4 and word[0] in "12" else ("figure",) if len(word) < 3 else ()
        elif not keys and lengthy:
            keys = ("lengthy",)
        return self._atoms(word, lengthy), keys

    def _atoms(self, word: str, lengthy: bool) -> frozenset[str]:
        """The atoms that a word can be or begin (rather too many than too few)."""
        small = word.lower()
        found: set[str] = set()
        longest = self.longest if small[:_LETTERS] in self.letters else _LETTERS - 1
        for stop in range(1, min(len(small), longest) + 1):
            begun = self.begins.get(small[:stop])
            if begun is not None:
                found |= begun
        if small[0].isdigit():
            found |= self.figures
        if lengthy or lexis.begins_with_number(word):
            found.add(lexis.NUMBER)
        if word.endswith("mal"):
            found.add(lexis.TIMES)
        return frozenset(found)

    def phrases(self, part: Part) -> list[Phrase]:
        """The phrases that begin with one of the atoms and that a word with these keys calls for."""
        found = self.trials.get(part)
        if found is None:
            atoms, keys = part
            found = [
                phrase
                for called, phrases in self.rules
                if not called.isdisjoint(keys)
                for phrase in phrases
                if not atoms.isdisjoint(phrase.firsts)
            ]
            if len(self.trials) < _MEMORY:
                self.trials[part] = found
        return found


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a regular expression. To compile all takes longer than to read an article; few are met in one."""
    return compile_phrase(phrase, lexis.slots())


@cache
def book() -> Book:
    """The rules of the lexicon, ready for the search."""
    return Book()


def _cases(word: str) -> tuple[str, str]:
    return word, word[0].upper() + word[1:]


def _trigger_words(key: str) -> Iterable[str]:
    """The words that call for the rules of a key: the last word of each form of its table, or the key itself."""
    if key in ("year", "figure", "lengthy"):
        return ()
    if key not in ("unit", "month", "weekday", "season", "daypart", "word", "feast", "era"):
        return _cases(key)
    lasts = [_WORD.findall(form)[-1] for form in lexis.surfaces(key + "s")]
    if key == "weekday":
        parts = [form.lower() for form in lexis.surfaces("dayparts")]
        lasts += [day + part for day in lasts for part in parts]
        lasts += [day + "s" for day in lasts]
        lasts += [word.lower() for word in lasts if word.endswith("s")]
    return {form for last in lasts for form in _cases(last)}


class _Here:
    """The phrases that may stand in one text: few of them, as most need a word that it has not."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._holds: dict[tuple[str, ...], bool] = {}
        self._phrases: dict[Part, list[tuple[re.Pattern[str], Rule]]] = {}

    def phrases(self, part: Part) -> list[tuple[re.Pattern[str], Rule]]:
        """Those that a first word and a word that calls for rules are tried with."""
        found = self._phrases.get(part)
        if found is None:
            found = self._phrases[part] = [
                (_pattern(phrase.text), phrase.rule)
                for phrase in book().phrases(part)
                if not phrase.needs or self._has(phrase.needs)
            ]
        return found

    def _has(self, needs: tuple[str, ...]) -> bool:
        held = self._holds.get(needs)
        if held is None:
            held = self._holds[needs] = any(need in self._text for need in needs)
        return held


def search(text: str, words: list[str], offsets: list[int]) -> tuple[list[Hit], list[int]]:
    """Every phrase found in a text, and where the names of eras may begin.

    Phrases are in text order, the longest first where several begin together. `words` are those of the text, which
    stand at `offsets`.
    """
    if not _apart(words, offsets):
        runs = list(_WORD.finditer(text))
        words, offsets = [run.group() for run in runs], [run.start() for run in runs]
    rules = book()
    found: list[Hit] = []
    eras: list[int] = []
    here = _Here(text)
    starts: list[tuple[int, int, frozenset[str]]] = []
    seen = 0
    for word, offset in zip(words, offsets, strict=True):
        known = rules.look_up(word)
        for piece in known.pieces:
            n, start = seen + piece.number, offset + piece.begin
            if piece.era:
                eras.append(start)
            if piece.begins:
                starts.append((n, start, piece.begins))
            if piece.calls:
                for at, first, begun in starts[-_REACH:]:
                    if at > n - _REACH:
                        _try(text, first, offset + piece.end, here.phrases((begun, piece.calls)), found)
        seen += known.number
    found.sort(key=lambda hit: (hit.begin, -hit.end, hit.rule.order))
    return found, eras


def _apart(words: list[str], offsets: list[int]) -> bool:
    """Whether no word goes on with the letters or figures of the word before, as *km* does in *10km* cut in two."""
    end, before = 0, ""
    for word, offset in zip(words, offsets, strict=True):
        if offset == end and word[0].isalnum() and before[-1:].isalnum():
            return False
        end, before = offset + len(word), word
    return True


def _try(
    text: str, start: int, end: int, phrases: list[tuple[re.Pattern[str], Rule]], found: list[Hit]
) -> None:
    """Add to ``found`` the phrases that begin at ``start`` and reach over the word that ends at ``end``."""
    for phrase, rule in phrases:
        match = phrase.match(text, start)
        if match is not None and match.end() >= end:
            begin, stop = match.span("span") if "span" in phrase.groupindex else match.span()
            found.append(Hit(rule, begin, stop, match.groupdict(), text))
