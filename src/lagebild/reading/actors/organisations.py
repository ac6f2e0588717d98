"""Organisations beyond the lists: by the network, by legal form, by a head noun, by an acronym in brackets."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.de.spelling import standard
from lagebild.language.de.suffixes import Endings
from lagebild.language.memo import Memo
from lagebild.reading.actors import seats, titles
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import CASE_ENDING, STRONG, Gender, fold
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.owners import ARTICLES, owner_after
from lagebild.reading.actors.scan import Hit, Scan, first_names, paper_words
from lagebild.reading.analysis import ActorFound

#: What a firm's name ends in; those of the second set go on from one of the first.
_LEGAL: Final = frozenset(
    {"AG", "GmbH", "SE", "KG", "KGaA", "OHG", "Inc", "Inc.", "Ltd", "Ltd.", "Corp", "Corp.", "plc", "LLC"}
)
_LEGAL_ON: Final = _LEGAL | {"&", "Co", "Co.", "mbH", "e.V.", "S.A.", "N.V."}
_ACRONYM: Final = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,3}[A-ZÄÖÜ]{1,6}$")
#: What may close a name before its acronym: *„Allianz für Fortschritt“ (AF)*.
_OPENING: Final = frozenset('„“"«»')
_CLOSING: Final = frozenset('“”"«»')
#: Spaces inside quotation marks, as tokens are joined.
_QUOTED: Final = re.compile(r"(?<=[„“»«]) (?=\w)|(?<=\w) (?=[“”«»]$)")
#: Words between a head noun and its purpose.
_FOR: Final = frozenset({"für", "gegen"})
_INDEFINITE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_LONGEST: Final = 6


@cache
def _heads() -> Endings[Gender]:
    rows = lexicon.table("actors/organisation_heads.tsv", ["word", "gender"])
    return Endings({row["word"]: typing.cast(Gender, row["gender"]) for row in rows})


def head(word: str) -> tuple[str, Gender] | None:
    """A noun that may head an organisation's name, in the nominative, and its gender; None for others.

    >>> head("Gewerkschaftsbundes")
    ('Gewerkschaftsbund', 'm')
    """
    return _HEAD.of(word)


def _head(word: str) -> tuple[str, Gender] | None:
    if not word[:1].isupper() or word.isupper() or len(word) < 3:
        return None
    for ending in ("", "s", "es", "n", "en"):
        if not word.endswith(ending):
            continue
        bare = word.removesuffix(ending)
        found = _heads().find(standard(bare.rsplit("-", 1)[-1]).lower())
        if found is not None:
            return (bare, found[1]) if ending in ("", "s", "es") else (word, "p")
    return None


_HEAD: Final = Memo(_head, 16384)


def named_with_state(cast: Cast, scan: Scan, hit: Hit) -> bool:
    """Whether a state's name only ends that of an organisation, which is noted: *Der Kinderschutzbund Deutschland warnte*.

    Only at the head of a sentence with its verb behind: elsewhere the state may be an object, *warnte der Bund Polen*.
    """
    doc, at = cast.doc, hit.start - 1
    found = head(scan.words[at]) if at > 0 and hit.use == "name" and hit.entry.kind == "state" else None
    if found is None or at in scan.covered or at in cast.at or doc[hit.start].head.i != at:
        return False
    start = at
    if start > 1 and doc.tags[start - 1] == "KON" and doc.tags[start - 2] == "TRUNC":
        start -= 2  # Lesben- und Schwulenverband
    begins = start > 0 and doc.tags[start - 1] == "ART" and doc[start - 1].is_sent_start
    if not begins or hit.stop >= len(doc) or not doc.tags[hit.stop].endswith("FIN"):
        return False
    name = " ".join([*scan.words[start:at], found[0], *scan.words[hit.start : hit.stop]])
    actor = cast.body(f"name:{fold(name)}", name, "organisation", hit.entry.country, None, found[1])
    cast.named.add(actor)
    cast.mention(actor, start, hit.stop)
    return True


class Organisations:
    """Makes actors of the organisations that no list has, each with all its mentions."""

    def __init__(self, cast: Cast, scan: Scan) -> None:
        self.cast = cast
        self.scan = scan
        self.doc = cast.doc
        self.words, self.tags = scan.words, scan.tags
        self.starts = {first for _, first, _ in cast.doc._.blocks}
        self.made: dict[str, ActorFound] = {}

    def run(self) -> None:
        for spans in (self._spelled(), self._tagged()):
            for start, stop, sure in spans:
                if start < stop and self._may_be(start, stop):
                    self._take(start, stop, sure)
            self._acronyms()
        named_places = {self.words[i] for i in self.cast.placed}
        self.made = {name: actor for name, actor in self.made.items() if name not in named_places}
        if self.made:
            self._again()

    def _spelled(self) -> Iterator[tuple[int, int, bool]]:
        """Where names stand by their words, and whether they are so sure that they are names elsewhere too; they may
        overlap."""
        for i, word in enumerate(self.words):
            if word in _LEGAL:
                yield self._firm(i), self._legal_end(i), True
        for i in self.doc.marked:
            if head(self.words[i]) is not None:
                yield *self._headed(i), True
                yield *self._quoted(i), True

    def _tagged(self) -> Iterator[tuple[int, int, bool]]:
        """Where the network sees names, and whether they are sure."""
        for ent in self.scan.names:
            if ent.label_ == "ORG":
                yield (
                    *self._trimmed(ent.start, self._legal_end(ent.end)),
                    len(ent) > 1 or self._paper(ent.start),
                )

    def _legal_end(self, i: int) -> int:
        """The token after the legal form that goes on at ``i``: *GmbH & Co. KG*."""
        words, stop = self.words, i
        while stop < len(words) and words[stop] in _LEGAL_ON:
            stop += 1
        while stop > i and words[stop - 1] == "&":
            stop -= 1
        return stop

    def _firm(self, i: int) -> int:
        """The first token of the firm's name whose legal form is at the token."""
        start = i
        while start > 0 and i - start < _LONGEST - 2 and self._name_word(start - 1):
            start -= 1
        return self._trimmed(start, i)[0] if start < i else len(self.words)

    def _name_word(self, i: int) -> bool:
        word = self.words[i]
        if i in self.cast.at or not word[0].isupper() or word.lower() in ARTICLES:
            return False
        return self.tags[i] in ("NE", "FM", "XY", "") or (self.tags[i] == "NN" and body_of(word) is None)

    def _quoted(self, i: int) -> tuple[int, int]:
        """A short name in quotation marks that holds the head noun or follows it, *der „Bund Freier Bürger“*, *der
        Arbeitskreis „Freies Netz“*; else an empty range."""
        words, start, stop = self.words, i, i + 1
        while start > 0 and i - start < _LONGEST and words[start - 1] not in _OPENING:
            start -= 1
        if start == 0 or words[start - 1] not in _OPENING:
            start = i  # the quotation marks open behind the head
            stop += words[stop : stop + 1] != [] and words[stop] in _OPENING
        first = start if start < i or stop == i + 1 else stop
        while stop < len(words) and stop - first < _LONGEST and words[stop] not in _CLOSING:
            stop += 1
        closed = first > 0 and words[first - 1] in _OPENING and stop < len(words) and words[stop] in _CLOSING
        # A quoted clause has a verb or a comma; a name has none.
        if not closed or any(tag[:1] in "V$" or tag == "PPER" for tag in self.tags[first:stop]):
            return i, i
        return (start, stop if first == start else stop + 1) if words[first][0].isupper() else (i, i)

    def _headed(self, i: int) -> tuple[int, int]:
        """*Deutsche Gesellschaft für Auswärtige Politik*, *Institut für Weltwirtschaft*; an empty range for no name."""
        start, stop = i, i + 1
        while start > 0 and i - start < 3 and self._capital_adjective(start - 1):
            start -= 1
        named = start < i and not self._opens(start)
        purpose = (
            stop + 1 < len(self.words) and self.words[stop] in _FOR and self.words[stop + 1][0].isupper()
        )
        if purpose and not self._any_such(start):
            stop, named = self._purpose(stop + 1), True
        return (start, stop) if named else (i, i)

    def _any_such(self, i: int) -> bool:
        """Whether an indefinite article with a plain adjective stands before: *eine neue Bewegung gegen Korruption*."""
        start = i - 1
        while start > 0 and self.tags[start] == "ADJA" and self.words[start][0].islower():
            start -= 1
        return start < i - 1 and self.words[max(start, 0)].lower() in _INDEFINITE

    def _capital_adjective(self, i: int) -> bool:
        word = self.words[i]
        if not word[0].isupper() or word.lower() in ARTICLES or i in self.cast.at:
            return False
        town = word.endswith("er") and not word.endswith(("scher", "licher", "aler"))  # Leipziger
        return (
            self.tags[i] in ("ADJA", "NE", "") and word.endswith(("e", "en", "er", "es", "em")) and not town
        )

    def _purpose(self, i: int) -> int:
        """The token after *Auswärtige Politik*, *Sicherheit und Zusammenarbeit*."""
        words, stop = self.words, i
        while stop < len(words) and stop - i < _LONGEST:
            joined = words[stop] == "und" and stop + 1 < len(words) and words[stop + 1][0].isupper()
            if not (words[stop][0].isupper() or joined) or (self.tags[stop] == "NE" and stop > i):
                break
            stop += 1
        return stop

    def _opens(self, i: int) -> bool:
        """Whether the token opens a sentence or block, where a capital letter says nothing."""
        return (
            i == 0 or i in self.starts or self.words[i - 1] in (".", ":", "!", "?", "„", "“", '"', "»", "–")
        )

    def _trimmed(self, start: int, stop: int) -> tuple[int, int]:
        """Without the common noun in front: *Tageszeitung Die Welt*, *Mode-Unternehmen Steilmann*."""
        while (
            stop - start > 1
            and self.tags[start] == "NN"
            and self.words[start].lower().endswith(paper_words())
        ):
            start += 1
        return start, stop

    def _may_be(self, start: int, stop: int) -> bool:
        words = self.words
        if any(i in self.cast.at or i in self.scan.spanned for i in range(start, stop)):
            return False
        if not words[start][0].isupper() or titles.office(words[stop - 1]) is not None:
            return False
        if start and seats.seated(words[start - 1]) and seats.seat(self.doc, self.scan, start) is not None:
            return False  # the *Staatsanwaltschaft Köln* is called by its own word
        if stop - start > 1:
            return any(w[0].isalpha() for w in words[start:stop])
        common = start > 0 and words[start - 1].lower() in ARTICLES and body_of(words[start]) is not None
        return not common and self._stands_alone(
            start
        )  # *die Junta* is a body, whatever the tagger takes it for

    def _stands_alone(self, i: int) -> bool:
        """Whether one word that the network takes for an organisation is sure enough: *die Marag*, *ABC*."""
        word = self.words[i]
        if i in self.scan.covered or i in self.cast.placed or word in _LEGAL or len(word) < 2:
            return False
        if (self.tags[i] == "NN" and not word.isupper()) or not word.isalnum() or fold(word) in first_names():
            return False
        if word.endswith("er") and self.words[i + 1 : i + 2] and self.words[i + 1][:1].isupper():
            return False  # Salzburger Behörden
        before = self.words[i - 1].lower() if i else ""
        return word.isupper() or before in ARTICLES or self._paper(i) or self.words.count(word) > 1

    def _take(self, start: int, stop: int, sure: bool) -> None:
        name = self._cited(start, stop)
        if name in self.made:
            self.cast.mention(self.made[name], start, stop)
            return
        key = "name:" + " ".join(CASE_ENDING.sub("", fold(w)) for w in name.replace("-", " ").split())
        country = self._country(start, stop)
        actor = self.cast.body(key, name, "organisation", country, "MED" if self._paper(start) else None, "f")
        actor.country = actor.country or country
        self.cast.named.add(actor)
        self.cast.mention(actor, start, stop)
        if sure:
            self.made[name] = actor
            if inner := self._inner(start, stop):
                self.made.setdefault(inner, actor)
        legal = next((n for n, w in enumerate(self.words[start:stop]) if w in _LEGAL), 0)
        if legal:
            self.made.setdefault(" ".join(self.words[start : start + legal]), actor)

    def _inner(self, start: int, stop: int) -> str:
        """What stands in quotation marks behind the head, which is the name alone: *das Netzwerk „Rote Wespe“*."""
        at = next((i for i in range(start + 1, stop) if self.words[i] in _OPENING), stop)
        inner = [word for word in self.words[at + 1 : stop] if word not in _CLOSING]
        return " ".join(inner) if len(inner) > 1 or any(word[:1].isupper() for word in inner) else ""

    def _cited(self, start: int, stop: int) -> str:
        """The name in the nominative: *der Deutschen Gesellschaft für …* → *Deutsche Gesellschaft für …*."""
        words = self.words[start:stop]
        at = next((n for n, w in enumerate(words) if head(w) is not None), 0)
        found = head(words[at])
        if found is not None:
            words[at], gender = found
            for n in range(at):
                if self._capital_adjective(start + n):
                    words[n] = CASE_ENDING.sub("", words[n]) + STRONG[gender]
        return _QUOTED.sub("", " ".join(words))

    def _country(self, start: int, stop: int) -> str | None:
        """The country of an adjective in or before the name, or of the state behind it."""
        for i in range(stop - 1, max(-1, start - 5), -1):
            found: list[Entry] = self.scan.parts.get(i, [])
            if found and self.words[i][-1:] in "enrsm":
                return found[0].country
            if i in self.doc._.local_at:  # *die Südtiroler Landesregierung*
                return self.doc._.local_at[i]
            word = self.words[i]
            if i < start and (word.lower() in ARTICLES or (not word[0].isalpha() and word not in "„“»«\"'")):
                break
        owners, _ = owner_after(self.scan, stop)
        if owners and head(self.words[stop - 1]):
            return owners[0].country
        school = head(self.words[start]) is not None or self.words[start] == "Uni"
        return seats.seat(self.doc, self.scan, stop - 1) if school and stop - start == 2 else None

    def _paper(self, start: int) -> bool:
        return start > 0 and self.words[start - 1].lower().endswith(paper_words()[:9])

    def _acronyms(self) -> None:
        """*Deutscher Gewerkschaftsbund (DGB)*: what stands in brackets behind a name means the same."""
        for actor in self.cast.actors:
            if actor.kind in ("state", "person"):
                continue
            for _, end in list(actor.mentions):
                stop = end + 1 if self.words[end : end + 1] and self.words[end] in _CLOSING else end
                inside = self.words[stop : stop + 3]
                if len(inside) < 3 or inside[0] != "(" or inside[2] != ")" or stop + 1 in self.cast.at:
                    continue
                if _ACRONYM.match(inside[1]) and inside[1][0].lower() in actor.name.lower():
                    self.cast.mention(actor, stop + 1, stop + 2)
                    self.made[inside[1]] = actor

    def _again(self) -> None:
        """The other places where a name of the article stands."""
        by_first: dict[str, list[tuple[list[str], ActorFound]]] = {}
        for name, actor in self.made.items():
            words = name.split()
            by_first.setdefault(words[0], []).append((words, actor))
            if words[-1].isalpha() and len(words) == 1 and not name.isupper():
                by_first.setdefault(name + "s", []).append(([name + "s"], actor))
        for i, word in enumerate(self.words):
            for words, actor in by_first.get(word, ()):
                stop = i + len(words)
                if self.words[i:stop] != words or any(
                    j in self.cast.at or j in self.scan.covered for j in range(i, stop)
                ):
                    continue
                if stop - i > 1 or self.tags[i] in ("NE", "FM", "XY", "") or word.isupper():
                    self.cast.mention(actor, i, stop)
                    break
