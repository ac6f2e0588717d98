"""Finds the names of the gazetteer in a Doc, with how each name is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from spacy.tokens import Span

from lagebild import lexicon
from lagebild.language.tokens import Words
from lagebild.reading.actors.forms import fold, nominatives, sound
from lagebild.reading.actors.gazetteer import Entry, Pattern, Use
from lagebild.reading.actors.leads import Lead, Leads, leads


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the gazetteer at the tokens ``[start, stop)``."""

    start: int
    stop: int
    entry: Entry
    use: Use


@dataclass(slots=True)
class Scan:
    """What the gazetteer knows of a Doc.

    ``hits`` are names that stand for themselves, in text order, none overlapping.
    ``parts`` are actors inside a word or behind an adjective: token → entries, in order
    (*US-Präsident*, *russische*, *chinesisch-nordkoreanischen*, *Moskauer*). ``words``, ``tags`` and
    ``ents`` are text, tag and entity type of the tokens, ``names`` the entities themselves, ``spanned``
    the tokens of names that end inside a word (*Human Rights Watch-Sprecher*), ``written`` the fullest
    name that the text has for an entry, by the entry's key.
    """

    hits: list[Hit]
    parts: dict[int, list[Entry]]
    covered: dict[int, Hit]
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)
    spanned: set[int] = field(default_factory=set)
    written: dict[str, str] = field(default_factory=dict)
    names: list[Span] = field(default_factory=list)

    def entries(self) -> list[Entry]:
        """All that is told of, once a mention: what stands for itself, then what is part of a word."""
        return [hit.entry for hit in self.hits] + [e for found in self.parts.values() for e in found]


@dataclass(slots=True)
class _Pieces:
    """The words of a Doc, those with hyphens cut at them: the piece, its token, whether it begins and ends it."""

    raw: list[str] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    last: list[bool] = field(default_factory=list)

    def whole(self, words: list[str], start: int, stop: int) -> None:
        """Add the words of a token range as they stand."""
        self.raw += words[start:stop]
        self.token += range(start, stop)
        self.first += [True] * (stop - start)
        self.last += [True] * (stop - start)

    def add(self, raw: str, token: int, first: bool, last: bool) -> None:
        self.raw.append(raw)
        self.token.append(token)
        self.first.append(first)
        self.last.append(last)


def _pieces(doc: Words) -> _Pieces:
    words, pieces, done = doc.words, _Pieces(), 0
    for i in [n for n in doc.marked if "-" in words[n] and len(words[n]) > 1]:
        pieces.whole(words, done, i)
        split = [s for s in words[i].split("-") if s] or [words[i]]
        open_end = words[i].endswith("-")  # "Nord- und Südkorea": a first member without its head
        for n, raw in enumerate(split):
            pieces.add(raw, i, n == 0, n == len(split) - 1 and not open_end)
        done = i + 1
    pieces.whole(words, done, len(words))
    return pieces


def scan(doc: Words) -> Scan:
    """All gazetteer names of the Doc; computed once and kept with it."""
    kept = doc.user_data.get("lagebild_scan")
    if isinstance(kept, Scan):
        return kept
    found = _Scanner(doc, leads()).run()
    doc.user_data["lagebild_scan"] = found
    return found


class _Scanner:
    def __init__(self, doc: Words, known: Leads) -> None:
        self.leads = known
        self.known = known.known
        self.words, self.tags, self.ents = doc.words, doc.tags, doc.kinds
        self.doc = doc
        self.found = Scan([], {}, {}, self.words, self.tags, self.ents, names=list(doc.source.ents))
        self.pieces = _pieces(doc)
        self.surnames = frozenset(self.words[i] for i in doc.marked if self._double_name(i))

    def _double_name(self, i: int) -> bool:
        """Whether it is a surname of two, wherever it stands once with a given name: *Kevin Holland-Moritz*."""
        named = i > 0 and self.tags[i] in ("NE", "") and "-" in self.words[i]
        return named and fold(self.words[i - 1]) in first_names()

    def run(self) -> Scan:
        at, end, raw, of = 0, len(self.pieces.raw), self.pieces.raw, self.leads.of
        while at < end:
            lead = of(raw[at])
            if lead is not None:
                at = max(self._read(at, lead), at + 1)
            else:
                if not self.pieces.last[at] and self.pieces.first[at]:
                    self._joined_adjective(at)
                at += 1
        self._truncated()
        self._defined()
        self.found.hits.sort(key=lambda h: h.start)
        self.found.names = [name for name in self.found.names if not self._several(name)]
        return self.found

    def _several(self, name: Span) -> bool:
        """Whether the network took two states for one name: *nachdem Minsk Warschau gewarnt hatte*."""
        hits = [self.found.covered.get(i) for i in range(name.start, name.end)]
        return all(hits) and len({hit.entry.name for hit in hits if hit and hit.entry.kind == "state"}) > 1

    def _read(self, at: int, lead: Lead) -> int:
        """Read the longest name that begins at the piece; gives the piece after it, or ``at``."""
        best, stop = lead.alone, at + 1
        if lead.names:
            best, stop = self._longer(at, lead.names, best, stop, spelled=True)
        if lead.people:
            person, after = self._longer(at, lead.people, None, stop - 1, spelled=False)
            if person is not None:
                best, stop = person, after
        if best is not None:
            return self._take(at, stop, best)
        if self._joined_adjective(at):
            return at
        if lead.compound is not None:
            self._part(self.pieces.token[at], lead.compound)
        return at

    def _longer(
        self, at: int, by_second: dict[str, list[Pattern]], best: Pattern | None, end: int, *, spelled: bool
    ) -> tuple[Pattern | None, int]:
        """The longest name whose further words follow the piece, where it ends after ``end``."""
        pieces = self.pieces.raw
        if at + 1 >= len(pieces):
            return best, end
        for key in nominatives(fold(pieces[at + 1])):
            for pattern in by_second.get(key if spelled else sound(key), ()):
                stop = at + 1 + len(pattern.rest)
                if stop > end and self._matches(at, stop, pattern, spelled):
                    best, end = pattern, stop
        return best, end

    def _matches(self, at: int, stop: int, pattern: Pattern, spelled: bool) -> bool:
        pieces = self.pieces.raw
        if stop > len(pieces):
            return False
        if not pattern.exact and not (pieces[at][0].isupper() or pieces[stop - 1][0].isupper()):
            return False
        for word, raw in zip(pattern.rest[:-1], pieces[at + 1 : stop - 1], strict=True):
            if word != (
                fold(raw) if spelled else sound(fold(raw))
            ):  # the genitive stands at the end of a name
                return False
        last = pattern.rest[-1]
        return any(last == (f if spelled else sound(f)) for f in nominatives(fold(pieces[stop - 1])))

    def _take(self, at: int, stop: int, pattern: Pattern) -> int:
        pieces, use = self.pieces, pattern.use
        first, last = pieces.token[at], pieces.token[stop - 1]
        if use in ("capital", "city") and names_treaty(self.words, first, last + 1):
            return stop
        whole = pieces.first[at] and pieces.last[stop - 1]
        if use == "demonym" and fold(pieces.raw[at]).startswith("deutsch") and self._noun_after(last):
            self._part(first, pattern.entry)  # der Deutsche Wetterdienst
        elif use == "city":
            if pieces.last[stop - 1] and self._noun_after(last):
                self._part(first, pattern.entry)
        elif not whole:
            if use not in ("demonym", "person") and self.words[last] not in self.surnames:
                self._part(last, pattern.entry)
            self.found.spanned.update(range(first, last))
        elif not self._stands(first, last + 1, pattern) or self._foreign_name(first):
            return at
        else:
            self._hit(Hit(first, last + 1, pattern.entry, use))
        if len(pattern.name) > len(self.found.written.get(pattern.entry.key, "")):
            self.found.written[pattern.entry.key] = pattern.name
        return stop

    def _hit(self, hit: Hit) -> None:
        self.found.hits.append(hit)
        for i in range(hit.start, hit.stop):
            self.found.covered[i] = hit

    def _titled_so(self, start: int) -> bool:
        """Whether the article of *Die Zeit* belongs to the name: in quotation marks, or written large in a sentence."""
        before = self.words[start - 1] if start else "."
        return before in _QUOTES or (self.words[start][0].isupper() and before[-1] not in ".:!?–")

    def _foreign_name(self, start: int) -> bool:
        """Whether it is the end of a longer foreign name: *Mouvement de Libération*, *Bank of China*."""
        words = self.words
        return start > 1 and words[start - 1] in _FOREIGN_OF and words[start - 2][:1].isupper()

    def _noun_after(self, token: int) -> bool:
        return token + 1 < len(self.words) and self.words[token + 1][:1].isupper()

    def _stands(self, start: int, stop: int, pattern: Pattern) -> bool:
        """Whether a name that is a common word too is meant as a name here."""
        words, ambiguous = self.words, self.known.ambiguous
        by_adjective = pattern.entry.sector == "PTY" and stop - start == 1 and words[start][-1] == "e"
        if by_adjective and self._noun_after(start):
            return False  # *Grüne Gruppen*, *der Grüne Cem Özdemir*
        if stop - start == 2 and fold(words[start]) in _NOMINATIVE and fold(words[start + 1]) in ambiguous:
            return self._titled_so(start)  # die Zeit, die Presse
        if pattern.rest or stop - start > 1 or fold(words[start]) not in ambiguous:
            if pattern.use == "capital" and stop - start == 1 and stop < len(words):
                return not self._first_name(start)
            return True
        before = words[start - 1] if start else ""
        if before in _QUOTES or (words[start].isupper() and len(words[start]) > 2):
            return True
        if before and before.lower().endswith(paper_words()):
            return True
        return self.tags[start] == "NE" and self.ents[start] not in ("PER", "LOC", "MISC")

    def _first_name(self, i: int) -> bool:
        """Whether a city's name is somebody's given name here: *Sofia Meyer*, *Paris Hilton*, not *warnte Paris London*."""
        follower = self.words[i + 1]
        beside = self.known.named(follower) if follower.istitle() else None
        if beside is not None and beside.kind == "state":
            return False
        if self.ents[i] == self.ents[i + 1] == "PER" and self.doc.source[i + 1].ent_iob_ == "I":
            return True
        return fold(self.words[i]) in first_names() and follower.istitle() and follower.isalpha()

    def _joined_adjective(self, at: int) -> bool:
        """Note the states of an adjective, also of several joined: *chinesisch-nordkoreanischen*, not *saudi-arabischen*."""
        if not self.pieces.first[at]:
            return False
        token = self.pieces.token[at]
        parts = self.words[token].split("-")
        if parts[0].lower() in _STANCES:
            return False  # *prorussische*, *pro-russische Milizen* are not Russia's
        whole = self.leads.adjective("".join(parts)) if len(parts) > 1 else None
        if whole is None and len(parts) > 1:
            whole = self.leads.adjective(self.words[token])  # *bosnisch-serbische* are of one country
        entries = [whole] if whole is not None else [self.leads.adjective(part) for part in parts]
        for entry in entries:
            if entry is not None:
                self._part(token, entry)
        return any(entry is not None for entry in entries)

    def _part(self, token: int, entry: Entry) -> None:
        if self.words[token].endswith(_CURRENCIES):
            return  # *US-Dollar* are no act of the USA
        if self.words[token + 1 : token + 2] and self.words[token + 1].startswith(_LANGUAGE):
            return  # *in französischer Sprache* tells of no France
        entries = self.found.parts.setdefault(token, [])
        if entry not in entries:
            entries.append(entry)

    def _truncated(self) -> None:
        """*Nord- und Südkorea*: give the first word its head from the word after *und*."""
        words = self.words
        for i in self.doc.marked:
            text = words[i]
            if not text.endswith("-") or len(text) < 3 or i + 2 >= len(words):
                continue
            if words[i + 1] not in ("und", "oder", "bis"):
                continue
            whole = fold(words[i + 2])
            for cut in range(3, len(whole) - 2):
                pattern = next(
                    (p for p in self.known.names.get(fold(text[:-1]) + whole[cut:], ()) if not p.rest), None
                )
                if pattern is not None:
                    self.found.parts.pop(i, None)
                    self._hit(Hit(i, i + 1, pattern.entry, pattern.use))
                    break

    def _defined(self) -> None:
        """Take an acronym for what the article says it is, by its letters: *Thai Rak Thai (TRT)* is no broadcaster.

        Only one of a country that the article does not name otherwise: the name may be the entry's own, in its language.
        """
        words, hits, own = self.words, self.found.hits, set()
        for hit in hits:
            at, word, country = hit.start, words[hit.start], hit.entry.country
            bracketed = words[max(0, at - 1)] == "(" and words[at + 1 : at + 2] == [")"]
            if hit.stop - at > 1 or not word.isupper() or not bracketed:
                continue
            name = [w for w in words[max(0, at - 1 - _DEFINING) : at - 1] if w[:1].isupper()][-len(word) :]
            if "".join(w[0] for w in name) != word:
                continue
            spelled = self.found.covered.get(at - 2)
            if spelled is not None and spelled.entry is not hit.entry:
                self._bind(word, spelled.entry)  # *Rapid Support Forces (RSF)* are no reporters
            elif country and not any(h.entry.country == country and words[h.start] != word for h in hits):
                own.add(word)
        if not own:
            return
        self.found.hits = [h for h in hits if words[h.start] not in own]
        for i, word in enumerate(words):
            if word in own:
                self.found.covered.pop(i, None)
            elif word.split("-")[0] in own:
                self.found.parts.pop(i, None)

    def _bind(self, word: str, entry: Entry) -> None:
        """Let the word stand for the entry wherever it stands alone or begins another: *TRT-Abgeordnete*."""
        for i in self.found.parts:
            if self.words[i].startswith(word + "-"):
                self.found.parts[i] = [entry]
        for n, hit in enumerate(self.found.hits):
            if hit.stop - hit.start == 1 and self.words[hit.start] == word:
                self.found.hits[n] = self.found.covered[hit.start] = Hit(hit.start, hit.stop, entry, hit.use)


#: How many words before the bracket may spell the acronym in it.
_DEFINING: Final = 8
#: Ends of nouns for treaties, which are called after the place of their signing.
_TREATIES: Final[tuple[str, ...]] = (
    "vertrag", "vertrags", "vertrages", "verträge", "verträgen", "abkommen", "abkommens", "übereinkommen",
    "übereinkommens", "protokoll", "protokolls", "protokolle", "konvention", "konventionen", "charta", "schlussakte",
    "vereinbarung", "vereinbarungen", "kriterien",
)  # fmt: skip
#: What an adjective says for or against a state.
_STANCES: Final = frozenset({"pro", "anti", "nicht"})
_CURRENCIES: Final[tuple[str, ...]] = ("Dollar", "Dollars")
#: What is not a country's because it is in its language.
_LANGUAGE: Final[tuple[str, ...]] = ("Sprach", "Akzent", "Muttersprach", "Übersetzung")
_FOREIGN_OF: Final = frozenset({"de", "du", "of", "di"})
_QUOTES: Final = frozenset("„“”\"'»«‚‘›‹")
_NOMINATIVE: Final = frozenset({"die", "der", "das"})


def names_treaty(words: list[str], start: int, stop: int) -> bool:
    """Whether a treaty is called after the place: *Vertrag von Lissabon*, *Minsker Abkommen*; nobody acts there."""
    if start > 1 and words[start - 1] == "von":
        return words[start - 2].lower().endswith(_TREATIES)
    return (
        words[start].endswith("er")
        and words[stop : stop + 1] != []
        and words[stop].lower().endswith(_TREATIES)
    )


@cache
def paper_words() -> tuple[str, ...]:
    """Words after which a paper, agency or company is named: *Zeitung*, *Magazin*, *Konzern*."""
    return tuple(r["word"] for r in lexicon.table("actors/paper_words.tsv", ["word"]))


@cache
def first_names() -> dict[str, str]:
    """Given names with the gender of who bears them: m or f; folded spelling."""
    return {
        fold(name): row["gender"]
        for row in lexicon.table("actors/first_names.tsv", ["gender", "names"])
        for name in row["names"].split()
    }


__all__ = ["Hit", "Scan", "first_names", "names_treaty", "paper_words", "scan"]
