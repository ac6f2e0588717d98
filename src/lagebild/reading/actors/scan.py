"""Finds the names of the gazetteer in a Doc, with how each name is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from lagebild import lexicon
from lagebild.reading.actors.forms import adjective_stems, fold, nominatives, sound
from lagebild.reading.actors.gazetteer import Entry, Gazetteer, Pattern, Person, Use, gazetteer


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
    (*US-Präsident*, *russische*, *chinesisch-nordkoreanischen*, *Moskauer*). ``words`` are the
    texts of the tokens, ``spanned`` the
    tokens of names that end inside a word (*Human Rights Watch-Sprecher*).
    """

    hits: list[Hit]
    parts: dict[int, list[Entry]]
    covered: dict[int, Hit]
    words: list[str] = field(default_factory=list)
    spanned: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token, or what stands between the hyphens of one."""

    raw: str
    folded: str
    token: int
    first: bool
    last: bool


def _pieces(words: list[str]) -> list[_Piece]:
    pieces = []
    for i, text in enumerate(words):
        if "-" not in text or len(text) == 1:
            pieces.append(_Piece(text, fold(text), i, True, True))
            continue
        split = [s for s in text.split("-") if s] or [text]
        open_end = text.endswith("-")  # "Nord- und Südkorea": a first member without its head
        for n, raw in enumerate(split):
            last = n == len(split) - 1 and not open_end
            pieces.append(_Piece(raw, fold(raw), i, n == 0, last))
    return pieces


def scan(doc: Doc) -> Scan:
    """All gazetteer names of the Doc; computed once and kept with it."""
    kept = doc.user_data.get("lagebild_scan")
    if isinstance(kept, Scan):
        return kept
    found = _Scanner(doc, gazetteer()).run()
    doc.user_data["lagebild_scan"] = found
    return found


class _Scanner:
    def __init__(self, doc: Doc, known: Gazetteer) -> None:
        self.doc = doc
        self.known = known
        self.found = Scan([], {}, {}, [t.text for t in doc])
        self.pieces = _pieces(self.found.words)

    def run(self) -> Scan:
        at = 0
        while at < len(self.pieces):
            at = max(self._read(at), at + 1)
        self._truncated()
        self.found.hits.sort(key=lambda h: h.start)
        return self.found

    def _read(self, at: int) -> int:
        """Read the longest name that begins at the piece; gives the piece after it, or ``at``."""
        piece = self.pieces[at]
        if not piece.raw[0].isalpha():
            return at
        names = self._longest(at, self.known.names, spelled=True)
        people = self._longest(at, self.known.people, spelled=False)
        if people is not None and (names is None or people[1] >= names[1]):
            names = people
        if names is None:
            if piece.first and self._adjective(piece):
                return at
            return self._compound(piece, at)
        pattern, stop = names
        return self._take(at, stop, pattern)

    def _longest(
        self, at: int, index: dict[str, list[Pattern]], *, spelled: bool
    ) -> tuple[Pattern, int] | None:
        best: tuple[Pattern, int] | None = None
        for key in nominatives(self.pieces[at].folded):
            patterns = index.get(key if spelled else sound(key))
            if patterns is None:
                continue
            for pattern in patterns:
                stop = at + 1 + len(pattern.rest)
                if (best is None or stop > best[1]) and self._matches(at, stop, key, pattern, spelled):
                    best = pattern, stop
        return best

    def _matches(self, at: int, stop: int, key: str, pattern: Pattern, spelled: bool) -> bool:
        pieces = self.pieces
        if stop > len(pieces):
            return False
        first = pieces[at]
        if pattern.rest and key != first.folded:  # the genitive stands at the end of a name
            return False
        if pattern.exact:
            return pattern.exact in (first.raw, first.raw.rstrip("s'’"))
        if not (first.raw[0].isupper() or (pattern.rest and pieces[stop - 1].raw[0].isupper())):
            return False
        for word, piece in zip(pattern.rest, pieces[at + 1 : stop], strict=True):
            forms = nominatives(piece.folded) if piece is pieces[stop - 1] else (piece.folded,)
            if not any(word == (f if spelled else sound(f)) for f in forms):
                return False
        return True

    def _take(self, at: int, stop: int, pattern: Pattern) -> int:
        first, last = self.pieces[at], self.pieces[stop - 1]
        if pattern.use == "demonym" and first.folded.startswith("deutsch") and self._noun_after(last.token):
            self._part(first.token, pattern.entry)  # der Deutsche Wetterdienst
            return stop
        if pattern.use == "city":
            follows = last.token + 1
            if last.last and follows < len(self.doc) and self.doc[follows].text[:1].isupper():
                self._part(first.token, pattern.entry)
            return stop
        if not first.first or not last.last:
            if pattern.use not in ("demonym", "person"):
                self._part(last.token, pattern.entry)
            self.found.spanned.update(range(first.token, last.token))
            return stop
        if not self._stands(first.token, last.token + 1, pattern):
            return at
        hit = Hit(first.token, last.token + 1, pattern.entry, pattern.use)
        self.found.hits.append(hit)
        for i in range(hit.start, hit.stop):
            self.found.covered[i] = hit
        return stop

    def _titled_so(self, start: int) -> bool:
        """Whether the article of *Die Zeit* belongs to the name: in quotation marks, or written large in a sentence."""
        before = self.doc[start - 1].text if start else "."
        return before in _QUOTES or (self.doc[start].text[0].isupper() and before[-1] not in ".:!?–")

    def _noun_after(self, token: int) -> bool:
        follower = self.doc[token + 1].text if token + 1 < len(self.doc) else ""
        return follower[:1].isupper()

    def _stands(self, start: int, stop: int, pattern: Pattern) -> bool:
        """Whether a name that is a common word too is meant as a name here."""
        doc = self.doc
        article = stop - start == 2 and fold(doc[start].text) in ("die", "der", "das")
        if article and fold(doc[start + 1].text) in self.known.ambiguous:
            return self._titled_so(start)  # die Zeit, die Presse
        if pattern.rest or stop - start > 1 or fold(doc[start].text) not in self.known.ambiguous:
            if pattern.use == "capital" and stop - start == 1 and stop < len(doc):
                return not _first_name(doc, start)
            return True
        if (start and doc[start - 1].text in _QUOTES) or (doc[start].text.isupper() and len(doc[start]) > 2):
            return True
        if start and any(doc[start - 1].text.lower().endswith(w) for w in paper_words()):
            return True
        return doc[start].tag_ == "NE" and doc[start].ent_type_ not in ("PER", "LOC", "MISC")

    def _adjective(self, piece: _Piece) -> bool:
        text = self.doc[piece.token].text
        entries: list[Entry] = []
        for part in text.split("-"):
            entry = self._country_adjective(part)
            if entry is not None and entry not in entries:
                entries.append(entry)
        if not entries:
            return False
        for entry in entries:
            self._part(piece.token, entry)
        return True

    def _country_adjective(self, word: str) -> Entry | None:
        folded = fold(word)
        if "isch" not in folded and not folded.startswith("deutsch") and folded not in _CITY_LIKE:
            return None
        for stem in (folded, *adjective_stems(folded)):
            entry = self.known.adjectives.get(stem)
            if entry is not None:
                return entry
        if folded.startswith("nicht"):
            return self.known.adjectives.get(folded[5:])
        for prefix in ("pro", "anti"):
            if folded.startswith(prefix) and len(folded) > len(prefix) + 5:
                return self._country_adjective(folded[len(prefix) :])
        return None

    def _compound(self, piece: _Piece, at: int) -> int:
        """A country written in one with what follows it: *Irakkrieg*, *Kremlchef*."""
        folded = piece.folded
        if len(folded) < 8 or not piece.raw[0].isupper():
            return at
        for name, entry in self.known.compounds.get(folded[:4], ()):
            if folded.startswith(name) and _head_word(folded[len(name) :]):
                self._part(piece.token, entry)
                return at
        return at

    def _part(self, token: int, entry: Entry) -> None:
        entries = self.found.parts.setdefault(token, [])
        if entry not in entries:
            entries.append(entry)

    def _truncated(self) -> None:
        """*Nord- und Südkorea*: give the first word its head from the word after *und*."""
        doc = self.doc
        for i in range(len(doc) - 2):
            text = doc[i].text
            if len(text) < 3 or not text.endswith("-") or doc[i + 1].text not in ("und", "oder", "bis"):
                continue
            whole = fold(doc[i + 2].text)
            for cut in range(3, len(whole) - 2):
                pattern = next(
                    (p for p in self.known.names.get(fold(text[:-1]) + whole[cut:], ()) if not p.rest), None
                )
                if pattern is not None:
                    hit = Hit(i, i + 1, pattern.entry, pattern.use)
                    self.found.parts.pop(i, None)
                    self.found.hits.append(hit)
                    self.found.covered[i] = hit
                    break


_QUOTES = frozenset("„“”\"'»«‚‘›‹")
_CITY_LIKE = frozenset({"hongkonger", "luxemburger", "liechtensteiner", "schweizer"})


@cache
def paper_words() -> tuple[str, ...]:
    """Words after which a paper, agency or company is named: *Zeitung*, *Magazin*, *Konzern*."""
    return tuple(r["word"] for r in lexicon.table("actors/paper_words.tsv", ["word"]))


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(r["word"]) for r in lexicon.table("actors/compound_heads.tsv", ["word"]))


@cache
def first_names() -> dict[str, str]:
    """Given names with the gender of who bears them: m or f; folded spelling."""
    return {
        fold(name): row["gender"]
        for row in lexicon.table("actors/first_names.tsv", ["gender", "names"])
        for name in row["names"].split()
    }


def _head_word(rest: str) -> bool:
    rest = rest.lstrip("s") if rest.startswith("s") and rest not in _heads() else rest
    if rest in _heads():
        return True
    return any(rest.endswith(e) and rest[: -len(e)] in _heads() for e in ("s", "es", "n", "en", "e"))


def _first_name(doc: Doc, i: int) -> bool:
    """Whether a city's name is somebody's given name here: *Sofia Meyer*, *Paris Hilton*."""
    token: Token = doc[i]
    follower = doc[i + 1].text
    if token.ent_type_ == "PER" and doc[i + 1].ent_type_ == "PER" and doc[i + 1].ent_iob_ == "I":
        return True
    return fold(token.text) in first_names() and follower.istitle() and follower.isalpha()


__all__ = ["Hit", "Person", "Scan", "first_names", "paper_words", "scan"]
